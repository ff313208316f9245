/*
 * blob_format.h - how model.bin is laid out, for its reader and its trainer
 *
 * Numbers have their low byte first.  Offsets count from the blob's start and
 * stand in its first words, in this order.
 */
#ifndef UG_MODEL_BLOB_FORMAT_H
#define UG_MODEL_BLOB_FORMAT_H

enum ug_blob_word {
	UG_BLOB_MAGIC,
	UG_BLOB_LEN,
	UG_BLOB_N_LANGUAGES,
	UG_BLOB_N_TABLES,
	UG_BLOB_N_SIGNS,
	UG_BLOB_LANGUAGES,  /* 4 bytes each: code, NUL; then its table */
	UG_BLOB_PAGES,      /* u8 for each 256 code points of the BMP: which
	                     * page */
	UG_BLOB_PAGE,       /* u16[256] each: number of the glyph */
	UG_BLOB_GLYPHS,     /* class, script, u16 symbol as of struct
	                     * ug_glyph */
	UG_BLOB_CLASS_PAIR, /* i16[class][class] */
	UG_BLOB_SIGNS,      /* a row each, of all languages */
	UG_BLOB_TABLES,     /* UG_BLOB_TABLE_LEN bytes each */
	UG_BLOB_SCRIPTS,    /* UG_BLOB_SCRIPT_LEN bytes each */
	UG_BLOB_IDEOGRAPHS, /* for each UG_BLOB_IDEOGRAPH_PAGE of the BMP a
	                     * page's number (u16); then pages: u16 a
	                     * character, a nibble a language */
	UG_BLOB_PAIRS,      /* UG_BLOB_PAIR_LEN bytes each: pairs of
	                     * ideographs */
	UG_BLOB_N_PAIRS,    /* a power of two */
	UG_BLOB_WORDS
};

#define UG_BLOB_MAGIC_NUMBER 0x324D4755u /* "UGM2" */
#define UG_BLOB_STEP         80          /* hundredths of a nat in a nibble */

/*
 * Languages are numbered so that those of a table start at a multiple of
 * UG_BLOB_FEW; of a table that has more, of UG_BLOB_MANY.  Between them are
 * numbers of no language, with an empty code.
 *
 * A row holds a nibble for each of a number of languages, in UG_BLOB_STEP, that
 * of none 15: of one language, in a byte; UG_BLOB_FEW in 16 bits, the first one
 * lowest; or UG_BLOB_MANY in 64 bits, language 4 s + j at bit 16 j + 4 s.
 */
#define UG_BLOB_FEW  4
#define UG_BLOB_MANY 16

/*
 * A table: script, symbols, languages, first language; then the offset (u32) of
 * its rows, (symbols + 1) * (symbols + 1) of them, the symbol before in front,
 * symbol 0 being the edge of a word, and 1 any letter that is none of the
 * table's own.  Where they are UG_BLOB_MANY's: as many numbers (u16) of rows,
 * then those.
 */
#define UG_BLOB_TABLE_LEN 8

/*
 * A script: its first table, how many; then, for letters by their numbers in
 * that table, how many there are (u16), and the offset (u32) of the least
 * nibble of each pair in any of the tables, a byte each.  Of a script without
 * tables or with ideographs: 0, and the offset of a zero.
 */
#define UG_BLOB_SCRIPT_LEN 8

#define UG_BLOB_SYMBOLS_MAX 1024
#define UG_BLOB_IDEOGRAPH_PAGE 32

/*
 * Pairs of ideographs in buckets of UG_BLOB_BUCKET; which one is
 * blob_pair_hash().  A pair: one byte of its hash, two of nibbles as in
 * UG_BLOB_IDEOGRAPHS.  A byte of nibbles 0xFFFF is no pair.
 */
#define UG_BLOB_PAIR_LEN 3
#define UG_BLOB_BUCKET   4
#define UG_BLOB_CJK_LANGUAGES 4

#include "base/hash.h"

static inline uint32_t
blob_pair_hash(uint32_t a, uint32_t b)
{
	uint32_t h = ug_mix_down(ug_mix(a) ^ b * 0x85EBCA6Bu);

	h *= 0x2C1B3C6Du;
	return h ^ h >> 13;
}

#endif /* UG_MODEL_BLOB_FORMAT_H */
