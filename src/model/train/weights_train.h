/*
 * weights_train.h - a file of weights printed anew
 */
#ifndef UG_WEIGHTS_TRAIN_H
#define UG_WEIGHTS_TRAIN_H

#include <stddef.h>

/*
 * Copy stdin to stdout, with the number of each line "W(WHO, NAME, value)" that
 * of the weight of that name.  0 if all was written.
 */
int train_weights_print(const char *const *names, const int *values, size_t n);

#endif /* UG_WEIGHTS_TRAIN_H */
