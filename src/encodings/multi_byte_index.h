/*
 * multi_byte_index.h - WHATWG's indexes: which character a pointer means
 *
 * A pointer is what a decoder makes of the bytes of one character; see the
 * Encoding Standard, 5.  0 stands for a pointer without a character.
 */
#ifndef UG_MULTI_BYTE_INDEX_H
#define UG_MULTI_BYTE_INDEX_H

#include <stddef.h>
#include <stdint.h>

#define UG_N_JIS0208 11280
#define UG_N_JIS0212 8836
#define UG_N_EUC_KR 23940
#define UG_N_GB18030 23940
#define UG_N_BIG5 19782
#define UG_N_PLANE 8836 /* 94 rows of 94 */
#define UG_N_CNS (8 * UG_N_PLANE)

extern const uint16_t ug_jis0208[UG_N_JIS0208];
extern const uint16_t ug_jis0212[UG_N_JIS0212];
extern const uint16_t ug_euc_kr[UG_N_EUC_KR];
extern const uint16_t ug_gb18030[UG_N_GB18030];
extern const uint16_t ug_big5[UG_N_BIG5];

/*
 * CNS 11643, which WHATWG does not have: planes 1 to 7, and 15.  As in Big5, a
 * bit says whether the character is one of Unicode's plane 2.
 */
extern const uint16_t ug_cns[UG_N_CNS];
extern const uint8_t ug_cns_plane2[(UG_N_CNS + 7) / 8];

/* Whether ug_big5[i] stands for a character of plane 2: bit i % 8 of i / 8. */
extern const uint8_t ug_big5_plane2[(UG_N_BIG5 + 7) / 8];

/* From this pointer on, characters are numbered in sequence from `c`. */
struct ug_gb18030_range {
	uint16_t pointer, c;
};

/* Four-byte gb18030 within the BMP, ascending. */
extern const struct ug_gb18030_range ug_gb18030_ranges[];
extern const size_t ug_n_gb18030_ranges;

#endif /* UG_MULTI_BYTE_INDEX_H */
