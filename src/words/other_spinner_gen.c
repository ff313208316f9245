/*
 * other_spinner_gen.c - makes other_spinner_table.h from other_spinner.tsv
 *
 *	other_spinner_gen < other_spinner.tsv > other_spinner_table.h
 *
 * Phrases stay in their order; beside them stand slots of an open hash over
 * their first two tokens, and bits of those by keys of cues: a token that may
 * be a first one has some of the lower four, one that may be the second behind
 * it the same of the upper four.  A row that could not be found is an error.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cue_key.h"
#include "other_phrase.h"
#include "tokens.h"

#define MAX_ROWS 1024
#define N_SLOTS 2048
#define WORD_MAX 31

static char *found[MAX_ROWS], *meant[MAX_ROWS];
static uint32_t first[MAX_ROWS], second[MAX_ROWS];
static uint32_t starts[64];
static unsigned kinds[1 << UG_OTHER_BITS];
static unsigned n_rows, slots[N_SLOTS];

static void
fail(unsigned line, const char *what)
{
	fprintf(stderr, "other_spinner_gen: line %u: %s\n", line, what);
	exit(1);
}

static char *
copy(const char *s)
{
	char *own = malloc(strlen(s) + 1);

	return own == NULL ? NULL : strcpy(own, s);
}

/* Note what token i of a row is to others. */
static void
note(struct ug_text text, const struct ug_token *token, unsigned i)
{
	const uint64_t key = ug_cue_key(text.s + token->at, token->len);
	const uint32_t at = ug_cue_mix(key) >> (UG_CUE_BITS - UG_OTHER_BITS);
	const unsigned class = first[n_rows] & 3;

	if (i < 2)
		kinds[at] |= (i == 0 ? 1u : 16u) << class;
}

/* Take the tokens of the row that was read last. */
static void
take(unsigned line)
{
	const struct ug_text text = { found[n_rows], strlen(found[n_rows]) };
	struct ug_tokens walk;
	struct ug_token token;
	unsigned n = 0;

	ug_tokens_start(&walk, text, 0);
	for (; ug_tokens_next(&walk, &token); n++) {
		if (token.kind == UG_TOKEN_HIDDEN || token.len > WORD_MAX)
			fail(line, "no prose, or too long a word");
		if (n == 0)
			first[n_rows] = token.hash;
		if (n == 1)
			second[n_rows] = token.hash;
		note(text, &token, n);
	}
	if (n < 2 || n > UG_OTHER_WORDS)
		fail(line, "two to eight words");
	for (size_t i = 0; i < text.len; i++)
		if (ug_ascii_is_upper(text.s[i]))
			fail(line, "lower case");
	if (n_rows > 0 && strcmp(found[n_rows - 1], found[n_rows]) >= 0)
		fail(line, "out of order");
}

static void
read_rows(void)
{
	static char line[1024];

	for (unsigned number = 1; fgets(line, sizeof(line), stdin) != NULL;
	    number++) {
		char *tab = strchr(line, '\t');

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (tab == NULL || strchr(tab + 1, '\t') != NULL ||
		    tab[1] == '\0' || strpbrk(line, "\"\\") != NULL)
			fail(number, "not two columns");
		if (n_rows == MAX_ROWS)
			fail(number, "too many rows");
		*tab = '\0';
		found[n_rows] = copy(line);
		meant[n_rows] = copy(tab + 1);
		if (found[n_rows] == NULL || meant[n_rows] == NULL)
			fail(number, "no memory");
		take(number);
		n_rows++;
	}
}

static void
fill_slots(void)
{
	for (unsigned i = 0; i < n_rows; i++) {
		uint32_t at = ug_other_slot(first[i], second[i]);

		for (at &= N_SLOTS - 1; slots[at] != 0;)
			at = (at + 1) & (N_SLOTS - 1);
		slots[at] = i + 1;
	}
}

int
main(void)
{
	read_rows();
	fill_slots();
	printf("/* Made by other_spinner_gen.c from other_spinner.tsv; "
	    "do not edit. */\n\n#define OTHER_MASK 0x%xu\n\n", N_SLOTS - 1u);
	for (unsigned i = 0; i < n_rows; i++)
		starts[first[i] >> 5 & 63] |= (uint32_t)1 << (first[i] & 31);
	printf("/* Bits, by hashes of first tokens. */\n"
	    "static const uint32_t other_starts[64] = {");
	for (unsigned i = 0; i < 64; i++)
		printf("%s0x%08xu,", i % 6 == 0 ? "\n\t" : " ", starts[i]);
	printf("\n};\n\n"
	    "/* Bits of first tokens and of second ones, by their keys. */\n"
	    "const uint8_t ug_other_kinds[1 << UG_OTHER_BITS] = {");
	for (unsigned i = 0; i < 1 << UG_OTHER_BITS; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", kinds[i]);
	printf("\n};\n\n");
	printf("static const struct ug_other_cue other_cues[] = {\n");
	for (unsigned i = 0; i < n_rows; i++)
		printf("\t{ \"%s\", \"%s\" },\n", found[i], meant[i]);
	printf("};\n\n/* Places in other_cues, counted from 1. */\n"
	    "static const uint16_t other_slots[OTHER_MASK + 1] = {");
	for (unsigned i = 0; i < N_SLOTS; i++)
		printf("%s%u,", i % 12 == 0 ? "\n\t" : " ", slots[i]);
	printf("\n};\n");
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
