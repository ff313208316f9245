/*
 * train_limits.c - how high the gate must be: fitted on clean text
 *
 *	train_limits DIR > gate_limits.h
 *	train_limits -m FILE...
 *
 * The first form looks at the files of corpus.h, all of them, and sets what a
 * stretch must score 9 nats above the worst that clean text scores where enough
 * strong keys stand; where they do not, no score opens the gate.  The second
 * measures files, a document each, that no model was made from.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/least.h"
#include "corpus.h"
#include "words/gate.h"
#include "train.h"

#define MARGIN 800     /* hundredths of a nat, over the highest of clean text */
#define UNSEEN 100     /* for texts of other kinds than those here */
#define DISTINCT 3
#define LOW_WATER 100
#define STEP 16

static int scores[2][20001]; /* how often, from -10000 on: all, and strict */
static unsigned long n_places, n_open, n_strict;

static void
count_score(int *counts, int score)
{
	score = UG_MAX(-10000, UG_MIN(score, 10000));
	counts[score + 10000]++;
}

static void
look(const struct ug_spin *spin, uint64_t place)
{
	struct ug_spin_score score = ug_spin_score(spin, place, place,
	    place + 1);

	n_places++;
	n_open += ug_spin_score_opens(score);
	count_score(scores[0], score.stretch);
	if (score.distinct < DISTINCT)
		return;
	n_strict++;
	count_score(scores[1], score.stretch);
}

/* See text[0..len) line by line and look at every sixteenth token. */
static void
measure(const char *s, size_t len)
{
	struct ug_spin *spin;
	size_t at = 0;
	uint64_t next = 0, first, end = 0;

	if (ug_spin_new(&spin, &ug_alloc_libc) != UNGARBLE_OK)
		exit(2);
	while (at < len) {
		const char *line = memchr(s + at, '\n', len - at);
		size_t n = line != NULL ? (size_t)(line - (s + at)) + 1 :
		    len - at;

		if (ug_spin_see(spin, (struct ug_text){ s + at, n }, true,
		    &first, &end) != UNGARBLE_OK)
			exit(2);
		for (; ug_spin_ready(spin, next); next += STEP)
			look(spin, next);
		ug_spin_forget(spin, next);
		if (n == 1) /* what a document left open ends with it */
			ug_spin_enter_block(spin);
		at += n;
	}
	for (; next < end; next += STEP)
		look(spin, next);
	ug_spin_free(spin);
}

/* The score below which the share `part` of those counted lies. */
static int
quantile(const int *counts, double part)
{
	double n = 0, sum = 0;
	int i;

	for (i = 0; i <= 20000; i++)
		n += counts[i];
	for (i = 0; i < 20000; i++)
		if ((sum += counts[i]) >= part * n && sum > 0)
			break;
	return i - 10000;
}

static void
report(const char *name, FILE *f)
{
	fprintf(f, " * %-17s %6.2f %6.2f  %6.2f %.4f %.4f\n", name,
	    quantile(scores[0], .5) / 100.0, quantile(scores[0], 1) / 100.0,
	    n_strict > 0 ? quantile(scores[1], 1) / 100.0 : 0,
	    (double)n_strict / (double)(n_places + !n_places),
	    (double)n_open / (double)(n_places + !n_places));
}

static int
fit(const char *dir)
{
	int worst = -10000, high;
	unsigned i;

	printf("/*\n * Made by train_limits.c; do not edit.\n *\n"
	    " * Clean text, in nats: middle and highest score of a stretch;\n"
	    " * the highest where enough strong keys stand; the shares of\n"
	    " * such places, and of those where the gate opens\n"
	    " *\n");
	for (i = 0; i < corpus_n_files; i++) {
		struct train_file file;

		memset(scores, 0, sizeof(scores));
		n_places = n_open = n_strict = 0;
		train_file_open(&file, dir, corpus_files[i].name);
		measure(file.s, file.len);
		train_file_close(&file);
		report(corpus_files[i].name, stdout);
		high = n_strict > 0 ? quantile(scores[1], 1) : 0;
		worst = UG_MAX(high, worst);
	}
	printf(" */\n\n#define UG_GATE_LIMITS_LEXICON 0x%08xu\n"
	    "#define UG_GATE_STRETCH %d\n"
	    "#define UG_GATE_STRONG %d\n#define UG_GATE_DISTINCT %d\n"
	    "#define UG_GATE_LOW_WATER %d\n", (unsigned)ug_lexicon_version,
	    worst + MARGIN + UNSEEN, TRAIN_STRONG, DISTINCT, LOW_WATER);
	return fflush(stdout) != 0 || ferror(stdout) != 0;
}

int
main(int argc, char **argv)
{
	int i;

	if (argc == 2 && strcmp(argv[1], "-m") != 0)
		return fit(argv[1]);
	if (argc < 3 || strcmp(argv[1], "-m") != 0) {
		fprintf(stderr, "usage: train_limits DIR\n"
		    "       train_limits -m FILE...\n");
		return 2;
	}
	for (i = 2; i < argc; i++) {
		struct train_file file;

		memset(scores, 0, sizeof(scores));
		n_places = n_open = n_strict = 0;
		train_file_open(&file, ".", argv[i]);
		measure(file.s, file.len);
		train_file_close(&file);
		report(argv[i], stdout);
	}
	return 0;
}
