/*
 * plain_rows_test.c - what characters of a script cost behind one another is
 * what the model says, however many were asked after
 */
#include "characters/plain_rows.h"

#include "characters/plain.h"
#include "check.h"
#include "failing.h"
#include "random.h"

#define ASKED 30000 /* pairs, many more than are kept */

/* Is a row what each language says? */
static bool
row_good(const struct ug_plain_rows *r, const struct ug_plain_row *row,
    unsigned a, unsigned b)
{
	const struct ug_glyph x = r->chars[a] == ' ' ? UG_GLYPH_EDGE :
	    ug_glyph_of(r->chars[a]);
	const struct ug_glyph y = r->chars[b] == ' ' ? UG_GLYPH_EDGE :
	    ug_glyph_of(r->chars[b]);
	int least = INT32_MAX;

	for (size_t l = 0; l < r->n; l++)
		if ((r->spoken >> l & 1) != 0 &&
		    ug_pair_cost(r->first + l, x, y) < least)
			least = ug_pair_cost(r->first + l, x, y);
	for (size_t l = 0; l < r->n; l++) {
		const int cost = ug_pair_cost(r->first + l, x, y);
		const int most = least + UG_PLAIN_UNITS * UG_PLAIN_UNIT;

		if ((r->spoken >> l & 1) != 0 &&
		    ug_plain_row_cost(row, l) != (cost < most ? cost : most))
			return false;
	}
	return (row->odd & ~row->good) == 0 && row->simple ==
	    (((r->kind[a] | r->kind[b]) & UG_PLAIN_SIGN) == 0 ? row->good : 0);
}

static void
check_rows(struct ug_plain *plain, struct ug_plain_rows *r)
{
	uint64_t seed = 1;
	size_t good = 0, kept = 0;

	for (size_t i = 0; i < ASKED; i++) {
		const unsigned n = (unsigned)r->n_chars - UG_PLAIN_BLANK;
		const unsigned a = UG_PLAIN_BLANK + (unsigned)(
		    random_next(&seed) % n);
		const unsigned b = UG_PLAIN_BLANK + (unsigned)(
		    random_next(&seed) % n);
		const struct ug_plain_row *const row = ug_plain_row_of(plain,
		    r, a, b);

		good += row != NULL && row_good(r, row, a, b);
		kept += r->at[a][b] != 0;
		CHECK("rows", r->n_rows <= 8192);
	}
	CHECK("rows are the model's", good == ASKED);
	CHECK("the last one is kept", kept == ASKED);
}

/* Characters have one number each, and what two bytes start says it. */
static void
check_starts(struct ug_plain_rows *r)
{
	size_t n = 0, longs = 0;
	bool good = true;

	CHECK("few bytes", ug_plain_rows_look(r, 2047, &ug_alloc_libc) ==
	    UNGARBLE_OK && r->starts == NULL);
	CHECK("enough", ug_plain_rows_look(r, 1, &ug_alloc_libc) ==
	    UNGARBLE_OK && r->starts != NULL);
	for (uint32_t c = 0; c <= UG_PLAIN_LAST; c++) {
		char s[4] = { 0 };
		const size_t len = ug_put_char(c, s);
		const unsigned of = r->of[c];

		n += of > UG_PLAIN_BLANK;
		longs += of != 0 && c >= 0x800;
		good = good && (of <= UG_PLAIN_BLANK || r->chars[of] == c);
		for (unsigned second = 0; second < 256; second += len == 1 ?
		    1 : 256) {
			const unsigned char next = len == 1 ?
			    (unsigned char)second : (unsigned char)s[1];
			const unsigned start = r->starts[next << 8 |
			    (unsigned char)s[0]];

			good = good && start == (len < 3 ?
			    of << UG_PLAIN_NUMBER | len : r->longs ?
			    UG_PLAIN_LONG | c / UG_PLAIN_PAGE : 0);
		}
	}
	CHECK("numbers", n + 1 + UG_PLAIN_BLANK == r->n_chars && good);
	CHECK("long ones", r->longs == (longs > 16));
}

/* Where no rows are made, none are given, whatever stood there. */
static void
check_none(struct ug_plain_rows *any)
{
	struct failing memory = { .left = 0 };
	const struct ug_alloc alloc = { failing_resize, &memory };

	for (unsigned script = 0; script < UG_N_SCRIPTS; script++) {
		struct ug_plain_rows *r = any;
		size_t first, n;
		const bool has = ug_plain_languages(script, &first, &n);

		CHECK("none", ug_plain_rows_new(script, &alloc, &r) == (has ?
		    UNGARBLE_ENOMEM : UNGARBLE_OK) && r == NULL);
		memory.left = 1;
		r = any;
		CHECK("half of it", ug_plain_rows_new(script, &alloc, &r) ==
		    (has ? UNGARBLE_ENOMEM : UNGARBLE_OK) && r == NULL);
		memory.left = 0;
		CHECK("given back", memory.live == 0);
	}
}

int
main(int argc, char *argv[])
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	size_t n = 0;

	(void)argc;
	for (unsigned script = 0; script < UG_N_SCRIPTS; script++) {
		struct ug_plain_rows *const r = ug_plain_rows_of(&plain,
		    script);
		size_t first, languages;

		CHECK("scripts", (r != NULL) == ug_plain_languages(script,
		    &first, &languages));
		if (r == NULL)
			continue;
		CHECK("languages", r->first == first && r->n == languages);
		check_rows(&plain, r);
		check_starts(r);
		n++;
	}
	check_none(plain.rows[UG_LATIN]);
	CHECK("scripts", n > 5 && !plain.no_memory);
	ug_plain_free(&plain);
	return check_done(argv[0]);
}
