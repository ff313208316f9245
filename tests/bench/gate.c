/*
 * gate.c - how near clean text comes to what opens the gate for words
 *
 *	gate [-n WINDOWS] FILE...
 *
 * A line for each FILE: tokens, the highest score of a stretch, and of one
 * where enough strong keys stand, and what is left of that to UG_GATE_STRETCH,
 * in nats; and at how many of the places looked at the gate would stand open.
 * -n shows the highest windows too, each with its keys and what they weigh:
 *
 *	law.txt tokens 3407587 highest 15.29 strict 15.09 left 10.01 open 0
 *	  15.29 line 78875:	2.67 shall be	3.89 not less than ...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words/gate.h"
#include "words/gate_limits.h"
#include "words/gate_table.h"
#include "words/lexicon.h"

#define STEP 16
#define CLOSE 600 /* this far below the highest no place is looked at twice */
#define MAX_PEAKS 1000

struct line {
	uint64_t first; /* place of its first token */
	size_t at, len;
};

struct peak {
	int score;
	uint64_t place;
};

struct look {
	const char *s;
	struct line *lines;
	size_t n_lines, cap_lines;
	struct peak peaks[MAX_PEAKS];
	size_t n_peaks, max_peaks;
	uint64_t open;
	int highest, strict;
};

static void
look_keep(struct look *look, struct peak peak)
{
	size_t i, low = 0;

	for (i = 0; i < look->n_peaks; i++) {
		struct peak *old = &look->peaks[i];

		if (peak.place < old->place + 2 * UG_SPIN_WINDOW &&
		    old->place < peak.place + 2 * UG_SPIN_WINDOW) {
			if (peak.score > old->score)
				*old = peak;
			return;
		}
		if (old->score < look->peaks[low].score)
			low = i;
	}
	if (look->n_peaks < look->max_peaks)
		look->peaks[look->n_peaks++] = peak;
	else if (low < i && peak.score > look->peaks[low].score)
		look->peaks[low] = peak;
}

/* Look at a place; true if it is worth looking around. */
static bool
look_at(struct look *look, const struct ug_spin *spin, uint64_t place)
{
	struct ug_spin_score score = ug_spin_score(spin, place, place,
	    place + 1);
	const bool close = score.stretch > look->highest - CLOSE;

	look->open += ug_spin_score_opens(score);
	if (score.stretch > look->highest)
		look->highest = score.stretch;
	if (score.distinct >= UG_GATE_DISTINCT && score.stretch > look->strict)
		look->strict = score.stretch;
	look_keep(look, (struct peak){ score.stretch, place });
	return close;
}

static void
look_around(struct look *look, const struct ug_spin *spin, uint64_t place)
{
	uint64_t i;

	if (look_at(look, spin, place))
		for (i = 1; i < STEP; i++)
			look_at(look, spin, place + i);
}

/* The text's lines through a gate of their own; returns how many tokens. */
static uint64_t
look_through(struct look *look, size_t len)
{
	struct ug_spin *spin;
	uint64_t next = 0, first, end = 0;
	size_t at = 0, n;

	if (ug_spin_new(&spin, &ug_alloc_libc) != UNGARBLE_OK)
		exit(2);
	for (; at < len; at += n) {
		const char *line = memchr(look->s + at, '\n', len - at);

		n = line != NULL ? (size_t)(line - (look->s + at)) + 1 :
		    len - at;
		if (ug_spin_see(spin, (struct ug_text){ look->s + at, n }, true,
		    &first, &end) != UNGARBLE_OK ||
		    ug_reserve(&ug_alloc_libc, &look->lines, &look->cap_lines,
		    look->n_lines + 1, sizeof(*look->lines)) != UNGARBLE_OK)
			exit(2);
		look->lines[look->n_lines++] = (struct line){ first, at, n };
		for (; ug_spin_ready(spin, next + STEP); next += STEP)
			look_around(look, spin, next);
		ug_spin_forget(spin, next);
		if (n == 1) /* what a document left open ends with it */
			ug_spin_enter_block(spin);
	}
	for (; next < end; next += STEP)
		look_around(look, spin, next);
	ug_spin_free(spin);
	return end;
}

static void
print_key(unsigned node)
{
	const struct ug_node *v = &ug_lexicon_nodes[node];

	if (v->parent != 0) {
		print_key(v->parent);
		if (!(v->flags & UG_NODE_GLUED))
			putchar(' ');
	}
	printf("%s", ug_lexicon_words + v->word);
}

/* The keys of a line that lie in a peak's window. */
static void
print_line(const struct look *look, const struct line *line,
    const struct peak *peak)
{
	static struct ug_token tokens[65536];
	struct ug_text text = { look->s + line->at, line->len };
	struct ug_tokens walk;
	struct ug_match any, spun;
	size_t n = 0, i;

	ug_tokens_start(&walk, text, 0);
	while (n < 65536 && ug_tokens_next(&walk, &tokens[n]))
		n++;
	for (i = 0; i < n; i += any.n == 0 ? 1 : any.n) {
		uint64_t place = line->first + i;

		ug_lexicon_match(text, tokens + i, n - i, &any, &spun);
		if (any.n == 0 || place + UG_SPIN_WINDOW < peak->place ||
		    place > peak->place + UG_SPIN_WINDOW)
			continue;
		printf("\t%.2f ", gate_weights[any.node] / 100.0);
		print_key(any.node);
	}
}

static int
peak_order(const void *a, const void *b)
{
	const struct peak *p = a, *q = b;

	return p->score < q->score ? 1 : p->score > q->score ? -1 :
	    p->place < q->place ? -1 : p->place > q->place;
}

static void
print_peaks(struct look *look)
{
	size_t i, j;

	qsort(look->peaks, look->n_peaks, sizeof(*look->peaks), peak_order);
	for (i = 0; i < look->n_peaks; i++) {
		const struct peak *peak = &look->peaks[i];

		for (j = 0; j + 1 < look->n_lines && look->lines[j + 1].first +
		    UG_SPIN_WINDOW <= peak->place; j++)
			;
		printf("  %.2f line %zu:", peak->score / 100.0, j + 1);
		for (; j < look->n_lines && look->lines[j].first <=
		    peak->place + UG_SPIN_WINDOW; j++)
			print_line(look, &look->lines[j], peak);
		putchar('\n');
	}
}

static char *
load(const char *name, size_t *len)
{
	FILE *file = fopen(name, "rb");
	char *s = NULL;
	size_t cap = 0, n;

	*len = 0;
	if (file == NULL) {
		perror(name);
		exit(2);
	}
	do {
		if (ug_reserve(&ug_alloc_libc, &s, &cap, *len + 1048576, 1) !=
		    UNGARBLE_OK)
			exit(2);
		n = fread(s + *len, 1, cap - *len, file);
		*len += n;
	} while (n > 0);
	fclose(file);
	return s;
}

int
main(int argc, char **argv)
{
	static struct look look;
	size_t windows = 0, len;
	int i = 1;

	if (argc > 2 && strcmp(argv[1], "-n") == 0) {
		windows = strtoul(argv[2], NULL, 10);
		i = 3;
	}
	if (i >= argc || windows > MAX_PEAKS) {
		fprintf(stderr, "usage: gate [-n WINDOWS] FILE...\n");
		return 2;
	}
	for (; i < argc; i++) {
		uint64_t n;
		char *s = load(argv[i], &len);

		memset(&look, 0, sizeof(look));
		look.s = s;
		look.max_peaks = windows;
		n = look_through(&look, len);
		printf("%s tokens %llu highest %.2f strict %.2f left %.2f "
		    "open %llu\n", argv[i], (unsigned long long)n,
		    look.highest / 100.0, look.strict / 100.0,
		    (UG_GATE_STRETCH - look.strict) / 100.0,
		    (unsigned long long)look.open);
		print_peaks(&look);
		ug_release(&ug_alloc_libc, look.lines);
		ug_release(&ug_alloc_libc, s);
	}
	return 0;
}
