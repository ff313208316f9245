/*
 * common.h - which ideographs and syllables are in daily use
 */
#ifndef UG_DETECT_COMMON_H
#define UG_DETECT_COMMON_H

#include <stdint.h>

enum ug_common {
	UG_COMMON_SIMPLIFIED = 1,
	UG_COMMON_TRADITIONAL = 2,
	UG_COMMON_JAPANESE = 4,
	UG_COMMON_HANGUL = 8
};

/* In which kinds of text a character of the BMP is common: those or'ed. */
unsigned ug_common(uint32_t c);

#endif /* UG_DETECT_COMMON_H */
