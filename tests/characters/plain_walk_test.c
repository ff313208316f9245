/*
 * plain_walk_test.c - each way to walk, against one character at a time
 */
#define UG_BLOCK_PLAIN /* for the way that this file has of its own */

#include "characters/plain_lanes.h"

#include <stdlib.h>

#include "characters/plain.h"
#include "check.h"
#include "random.h"

#define LINE_MAX_LEN 3000 /* characters of a line */

/* What is walked through. */
struct trial {
	struct ug_plain plain;
	struct ug_plain_rows *rows;
	uint64_t seed;
	char line[4 * LINE_MAX_LEN];
	size_t len;
};

/* A character of the script, a blank or, one in `per`, something odd. */
static uint32_t
char_any(struct trial *trial, unsigned per)
{
	static const uint32_t odd[] = { 0, '&', 0x7F, 0x2019, 0xAB, 0xA0, 0x416,
		0x3B1, 0xE9, 0xE01, 0x1F00, 0x2C00, 0x4E00, 0x1F600, 0x2013 };
	const struct ug_plain_rows *const r = trial->rows;

	if (random_next(&trial->seed) % per == 0)
		return odd[random_next(&trial->seed) %
		    (sizeof(odd) / sizeof(*odd))];
	if (random_next(&trial->seed) % 6 == 0)
		return ' ';
	return r->chars[UG_PLAIN_BLANK + random_next(&trial->seed) %
	    (r->n_chars - UG_PLAIN_BLANK)];
}

/* Make a line, and rows of most of its pairs. */
static void
trial_make(struct trial *trial, size_t n, unsigned per)
{
	unsigned last = UG_PLAIN_BLANK;

	trial->len = 0;
	while (n-- > 0) {
		const uint32_t c = char_any(trial, per);
		const unsigned next = c > UG_PLAIN_LAST ? 0 :
		    trial->rows->of[c];

		trial->len += ug_put_char(c, trial->line + trial->len);
		if (last != 0 && next != 0 &&
		    random_next(&trial->seed) % (4 * per) != 0)
			(void)ug_plain_row_of(&trial->plain, trial->rows, last,
			    next);
		last = next;
	}
}

/* The same as a way does. */
static size_t
walk_slowly(const struct ug_plain_rows *r, struct ug_plain_seen *seen,
    struct ug_text line, size_t at)
{
	while (at < line.len && seen->n < UG_PLAIN_PART) {
		size_t to = at;
		const uint32_t c = ug_text_next(line, &to);
		const unsigned next = c > UG_PLAIN_LAST ? 0 : r->of[c];
		const struct ug_plain_row *const row = ug_plain_row(r,
		    r->at[seen->numbers & 0xFFFF][next]);

		if (next == 0 || row->simple == 0 || (c >= 0x800 && !r->longs))
			break;
		seen->good &= row->good;
		seen->odd |= row->odd;
		seen->n++;
		seen->beyond += c >= 0x80;
		seen->numbers = seen->numbers << 16 | next;
		ug_plain_sum_add(&seen->sum, row);
		at = to;
	}
	return at;
}

static bool
same(const struct ug_plain_rows *r, struct ug_plain_seen *a,
    struct ug_plain_seen *b)
{
	ug_plain_sum_gather(&a->sum);
	ug_plain_sum_gather(&b->sum);
	for (size_t l = 0; l < r->n; l++)
		if (ug_plain_sum_units(&a->sum, l) !=
		    ug_plain_sum_units(&b->sum, l))
			return false;
	return a->numbers == b->numbers && a->good == b->good &&
	    a->odd == b->odd && a->n == b->n && a->beyond == b->beyond &&
	    a->sum.common == b->sum.common;
}

/* Walk through a line in pieces, as one who steps over what stops him. */
static bool
walks_alike(struct trial *trial, const struct ug_plain_way *way, size_t *n)
{
	const struct ug_plain_rows *const r = trial->rows;
	/* Nothing behind it may be read. */
	char *const copy = malloc(trial->len + (trial->len == 0));
	const struct ug_text line = { memcpy(copy, trial->line, trial->len),
		trial->len };
	bool alike = true;

	for (size_t at = 0; at < line.len && alike; ) {
		struct ug_plain_seen a = { .numbers = UG_PLAIN_BLANK,
			.good = ~(uint64_t)0,
			.n = (int)(random_next(&trial->seed) % UG_PLAIN_PART) };
		struct ug_plain_seen b = a;
		const size_t from = at;

		at = way->walk(r, &a, line, from);
		alike = walk_slowly(r, &b, line, from) == at &&
		    same(r, &a, &b);
		*n += at - from;
		if (at < line.len)
			(void)ug_text_next(line, &at);
	}
	free(copy);
	return alike;
}

static void
check_way(const struct ug_plain_way *way)
{
	static const unsigned pers[] = { 3, 20, 1000 };
	static struct trial trial = { .plain = { .alloc = &ug_alloc_libc },
		.seed = 5 };
	size_t n = 0;

	for (unsigned i = 0; i < 4000; i++) {
		trial.rows = ug_plain_rows_of(&trial.plain, i % UG_N_SCRIPTS);
		if (trial.rows == NULL)
			continue;
		CHECK("memory", ug_plain_rows_look(trial.rows, 1 << 20,
		    &ug_alloc_libc) == UNGARBLE_OK);
		trial_make(&trial, random_next(&trial.seed) %
		    (i % 50 == 0 ? LINE_MAX_LEN : 60), pers[i % 3]);
		if (!CHECK(way->name, walks_alike(&trial, way, &n)))
			break;
	}
	CHECK("far", n > 100000);
	ug_plain_free(&trial.plain);
	trial.plain = (struct ug_plain){ .alloc = &ug_alloc_libc };
}

int
main(int argc, char *argv[])
{
	static const struct ug_plain_way own = { "no vectors", NULL,
		plain_walk };
	const struct ug_plain_way *const *way = ug_plain_ways;

	(void)argc;
	check_way(&own);
	for (;; way++) {
		if ((*way)->there())
			check_way(*way);
		if (strcmp((*way)->name, "plain") == 0)
			break;
	}
	return check_done(argv[0]);
}
