/*
 * home.h - what each encoding is there for
 */
#ifndef UG_DETECT_HOME_H
#define UG_DETECT_HOME_H

#include <stddef.h>

/*
 * How many encodings are known here: the first ones.  A new one, behind them,
 * is read where it is asked for, as if at home everywhere, and never guessed.
 */
size_t ug_home_count(void);

/*
 * What an encoding costs for being seldom met, by its number as of
 * ug_encoding_at(): hundredths of a nat.
 */
int ug_home_prior(size_t number);

#define UG_HOME_ABROAD 0x80

/*
 * For each language, by its number: how many hundredths of its letters the
 * encoding lacks, and UG_HOME_ABROAD if the encoding is there for others.
 */
const unsigned char *ug_home_of(size_t number);

#endif /* UG_DETECT_HOME_H */
