/*
 * common_table_gen.c - prints common_table.h: the characters in daily use
 *
 *	common_table_gen > common_table.h
 *
 * What a national standard has on its first level: GB 2312, rows 16 to 55;
 * Big5, A440 to C67E; JIS X 0208, rows 16 to 47; of Hangul syllables, all of
 * KS X 1001.  One bit for each character, 32 in a word, the lowest first.
 */
#include <stdint.h>
#include <stdio.h>

#include "encodings/multi_byte_index.h"

#include "encodings/multi_byte_table.h"

#define HAN_FIRST    0x4E00u
#define HAN_WORDS    656
#define HANGUL_FIRST 0xAC00u
#define HANGUL_WORDS 350

struct set {
	uint32_t first;
	size_t n_words;
	uint32_t words[HAN_WORDS];
};

static void
set_add(struct set *set, const uint16_t *table, size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++) {
		const size_t bit = (size_t)table[i] - set->first;

		if (table[i] >= set->first && bit / 32 < set->n_words)
			set->words[bit / 32] |= (uint32_t)1 << bit % 32;
	}
}

static void
set_print(const struct set *set, const char *name)
{
	printf("\nstatic const uint32_t %s[] = {", name);
	for (size_t i = 0; i < set->n_words; i++)
		printf("%s0x%08X,", i % 6 == 0 ? "\n\t" : "",
		    (unsigned)set->words[i]);
	printf("\n};\n");
}

int
main(void)
{
	struct set simplified = { HAN_FIRST, HAN_WORDS, { 0 } };
	struct set traditional = simplified, japanese = simplified;
	struct set hangul = { HANGUL_FIRST, HANGUL_WORDS, { 0 } };

	for (size_t row = 16; row <= 55; row++)
		set_add(&simplified, ug_gb18030, (row + 0x1F) * 190 + 96, 94);
	set_add(&traditional, ug_big5, (0xA4 - 0x81) * 157,
	    (0xC6 - 0xA4) * 157 + 63);
	set_add(&japanese, ug_jis0208, 15 * 94, (47 - 15) * 94);
	for (size_t row = 16; row <= 40; row++)
		set_add(&hangul, ug_euc_kr, (row + 0x1F) * 190 + 96, 94);
	printf("/* Printed by common_table_gen.c. */\n");
	printf("/* clang-format off */\n");
	set_print(&simplified, "common_simplified");
	set_print(&traditional, "common_traditional");
	set_print(&japanese, "common_japanese");
	set_print(&hangul, "common_hangul");
	return 0;
}
