/*
 * watch_gen.c - makes watch_table.h from the lexicon, the weights of the gate
 * and the phrases of other spinners
 *
 *	watch_gen > watch_table.h
 *
 * A key, or a phrase of another spinner, is found by its first three words, or
 * all it has.  What speaks against spinning is left out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "other_phrase.h"
#include "watch_key.h"

#define LEXICON_TABLE
#include "gate_table.h"
#include "lexicon_table.h"
#include "other_spinner_table.h"

#define N_PLACES (1u << UG_WATCH_PLACE_BITS)
#define N_WEIGHTS (sizeof(gate_weights) / sizeof(gate_weights[0]))
#define RUNS 64
#define LEAST 40 /* evidence, in hundredths of a nat; set by hand */

/* The words of a key. */
struct watch_runs {
	uint32_t mix[RUNS];
	unsigned n, odd; /* bytes that are neither letters nor blanks */
};

static uint32_t bits[(1u << UG_WATCH_BITS) / 32];
static uint32_t keys[N_PLACES];
static uint16_t values[N_PLACES];
static unsigned n_keys;

static void
runs_add(struct watch_runs *runs, const char *s)
{
	while (*s != '\0') {
		size_t len = 0;

		while (ug_ascii_is_letter(s[len]))
			len++;
		if (len == 0) {
			runs->odd += *s++ != ' ';
			continue;
		}
		if (runs->n == RUNS) {
			fprintf(stderr, "watch_gen: too long: %s\n", s);
			exit(1);
		}
		runs->mix[runs->n++] = ug_watch_mix(ug_cue_key(s, len));
		s += len;
	}
}

static void
runs_add_key(struct watch_runs *runs, unsigned node)
{
	if (ug_lexicon_nodes[node].parent != 0)
		runs_add_key(runs, ug_lexicon_nodes[node].parent);
	runs_add(runs, ug_lexicon_words + ug_lexicon_nodes[node].word);
}

static void
note(uint32_t key, unsigned value)
{
	uint32_t at = key >> (32 - UG_WATCH_PLACE_BITS);
	unsigned evidence = value & UG_WATCH_EVIDENCE;

	while (keys[at] != 0 && keys[at] != key)
		at = (at + 1) % N_PLACES;
	if (key == 0 || (keys[at] == 0 && ++n_keys == N_PLACES / 4 * 3)) {
		fprintf(stderr, "watch_gen: %s\n", key == 0 ?
		    "a key that is 0: change ug_watch_mix()" :
		    "UG_WATCH_PLACE_BITS are too few");
		exit(1);
	}
	if (evidence < (values[at] & UG_WATCH_EVIDENCE))
		evidence = values[at] & UG_WATCH_EVIDENCE;
	values[at] = (uint16_t)(((values[at] | value) & ~UG_WATCH_EVIDENCE) |
	    evidence);
	keys[at] = key;
	/* Of a pair that only leads on to a third word those three tell. */
	if (value != UG_WATCH_MORE)
		bits[ug_watch_cell(key)] |= ug_watch_cell_bits(key);
}

/* Note what is found by the first of those words. */
static void
note_runs(const struct watch_runs *runs, unsigned value)
{
	uint32_t key = runs->mix[0];

	if (runs->n > 1)
		key = ug_watch_pair(key, runs->mix[1]);
	if (runs->n > 2) {
		note(key, UG_WATCH_MORE);
		key = ug_watch_pair(key, runs->mix[2]);
	}
	note(key, value);
}

static void
note_key(unsigned node)
{
	const int weight = node < N_WEIGHTS ? gate_weights[node] : 0;
	const bool sure = (ug_lexicon_nodes[node].flags & UG_NODE_SURE) != 0;
	struct watch_runs runs = { .n = 0 };
	unsigned value = sure ? UG_WATCH_SURE : 0;

	if (weight > (int)UG_WATCH_EVIDENCE * UG_WATCH_UNIT) {
		fprintf(stderr, "watch_gen: UG_WATCH_EVIDENCE is too small\n");
		exit(1);
	}
	if (weight >= LEAST)
		value |= (unsigned)(weight + UG_WATCH_UNIT - 1) / UG_WATCH_UNIT;
	if (value == 0)
		return;
	runs_add_key(&runs, node);
	if (sure && runs.n == 0) {
		fprintf(stderr, "watch_gen: a sure key without letters\n");
		exit(1);
	}
	/* The letters of `10th` say little. */
	if (runs.n > 1 || sure || (runs.n == 1 && runs.odd == 0))
		note_runs(&runs, value);
}

static void
note_phrase(const char *phrase)
{
	struct watch_runs runs = { .n = 0 };

	runs_add(&runs, phrase);
	/* As ug_watch_breaks_off() takes them. */
	if (!ug_ascii_is_letter(*phrase) || phrase[strspn(phrase,
	    "abcdefghijklmnopqrstuvwxyz -'")] != '\0') {
		fprintf(stderr, "watch_gen: no words: %s\n", phrase);
		exit(1);
	}
	note_runs(&runs, UG_WATCH_OTHER);
	note(ug_watch_pair(runs.mix[0], UG_WATCH_END), UG_WATCH_LAST);
	if (runs.n > 2)
		note(ug_watch_pair(ug_watch_pair(runs.mix[0], runs.mix[1]),
		    UG_WATCH_END), UG_WATCH_OTHER);
}

static void
print(void)
{
	unsigned i;

	printf("/* Made by watch_gen.c from lexicon_table.h, gate_table.h and\n"
	    " * other_spinner_table.h; do not edit. */\n\n"
	    "#define WATCH_TABLE_LEXICON 0x%08xu\n\n"
	    "static const uint32_t watch_bits[] = {",
	    /* None, while the gate is to be made anew. */
	    GATE_TABLE_LEXICON == UG_LEXICON_VERSION ? UG_LEXICON_VERSION : 0);
	for (i = 0; i < sizeof(bits) / sizeof(bits[0]); i++)
		printf("%s0x%08xu,", i % 6 == 0 ? "\n\t" : " ", bits[i]);
	printf("\n};\n\nstatic const uint32_t watch_keys[] = {");
	for (i = 0; i < N_PLACES; i++)
		printf("%s%u,", i % 8 == 0 ? "\n\t" : " ", keys[i]);
	printf("\n};\n\nstatic const uint16_t watch_values[] = {");
	for (i = 0; i < N_PLACES; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", values[i]);
	printf("\n};\n");
}

int
main(void)
{
	unsigned i;

	for (i = 1; i < UG_LEXICON_N_NODES; i++)
		note_key(i);
	for (i = 0; i < sizeof(other_cues) / sizeof(other_cues[0]); i++)
		note_phrase(other_cues[i].found);
	print();
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}
