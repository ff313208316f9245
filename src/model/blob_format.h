/*
 * blob_format.h - how model.bin is laid out, for its reader and its trainer
 *
 * Numbers have their low byte first.  Offsets count from the blob's start and
 * stand in its first words, in this order.
 */
#ifndef UG_MODEL_BLOB_FORMAT_H
#define UG_MODEL_BLOB_FORMAT_H

enum blob_word {
	BLOB_MAGIC,
	BLOB_LEN,
	BLOB_N_LANGUAGES,
	BLOB_N_TABLES,
	BLOB_N_SIGNS,
	BLOB_LANGUAGES,  /* 4 bytes each: code, NUL; then its table */
	BLOB_PAGES,      /* u8 for each 256 code points of the BMP: which page */
	BLOB_PAGE,       /* u16[256] each: number of the glyph */
	BLOB_GLYPHS,     /* class, script, u16 symbol as of struct ug_glyph */
	BLOB_CLASS_PAIR, /* i16[class][class] */
	BLOB_SIGNS,      /* a row each, of all languages */
	BLOB_TABLES,     /* BLOB_TABLE_LEN bytes each */
	BLOB_SCRIPTS,    /* BLOB_SCRIPT_LEN bytes each */
	BLOB_IDEOGRAPHS, /* for each BLOB_IDEOGRAPH_PAGE of the BMP a page's
	                  * number (u16); then pages: u16 a character, a
	                  * nibble a language */
	BLOB_PAIRS,      /* BLOB_PAIR_LEN bytes each: pairs of ideographs */
	BLOB_N_PAIRS,    /* a power of two */
	BLOB_WORDS
};

#define BLOB_MAGIC_NUMBER 0x324D4755u /* "UGM2" */
#define BLOB_STEP         80          /* hundredths of a nat in a nibble */

/*
 * Languages are numbered so that those of a table start at a multiple of
 * BLOB_FEW; of a table that has more, of BLOB_MANY.  Between them are numbers of
 * no language, with an empty code.
 *
 * A row holds a nibble for each of a number of languages, in BLOB_STEP, that of
 * none 15: of one language, in a byte; BLOB_FEW in 16 bits, the first one lowest;
 * or BLOB_MANY in 64 bits, language 4 s + j at bit 16 j + 4 s.
 */
#define BLOB_FEW  4
#define BLOB_MANY 16

/*
 * A table: script, symbols, languages, first language; then the offset (u32) of
 * its rows, (symbols + 1) * (symbols + 1) of them, the symbol before in front,
 * symbol 0 being the edge of a word, and 1 any letter that is none of the table's
 * own.  Where they are BLOB_MANY's: as many numbers (u16) of rows, then those.
 */
#define BLOB_TABLE_LEN 8

/*
 * A script: its first table, how many; then, for letters by their numbers in
 * that table, how many there are (u16), and the offset (u32) of the least nibble
 * of each pair in any of the tables, a byte each.  Of a script without tables or
 * with ideographs: 0, and the offset of a zero.
 */
#define BLOB_SCRIPT_LEN 8

#define BLOB_SYMBOLS_MAX 1024
#define BLOB_IDEOGRAPH_PAGE 32

/*
 * Pairs of ideographs in buckets of BLOB_BUCKET; which one is blob_pair_hash().
 * A pair: one byte of its hash, two of nibbles as in BLOB_IDEOGRAPHS.  A byte
 * of nibbles 0xFFFF is no pair.
 */
#define BLOB_PAIR_LEN 3
#define BLOB_BUCKET   4
#define BLOB_CJK_LANGUAGES 4

#include "base/hash.h"

static inline uint32_t
blob_pair_hash(uint32_t a, uint32_t b)
{
	uint32_t h = ug_mix_down(ug_mix(a) ^ b * 0x85EBCA6Bu);

	h *= 0x2C1B3C6Du;
	return h ^ h >> 13;
}

#endif /* UG_MODEL_BLOB_FORMAT_H */
