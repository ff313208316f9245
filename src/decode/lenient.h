/*
 * lenient.h - what is not UTF-8 but has one meaning all the same
 */
#ifndef UG_LENIENT_H
#define UG_LENIENT_H

#include <stddef.h>
#include <stdint.h>

/*
 * The length of the sequence at bytes[0..len) that can be read although UTF-8
 * does not allow it, 0 if there is none; *c and *rule are set if there is.
 */
size_t ug_lenient_next(const unsigned char *bytes, size_t len, uint32_t *c,
    const char **rule);

#endif /* UG_LENIENT_H */
