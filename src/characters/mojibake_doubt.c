/*
 * mojibake_doubt.c - what in a line speaks against reading it otherwise
 *
 *	U+00C3 U+00A9 where U+2013 stands between spaces: that was not misread
 *
 * Nothing here tells how likely characters are: that is the model's to say.
 */
#include <limits.h>

#include "mojibake_reading.h"

#define LEFT 6 /* characters that are left tell of a line */

/* Is a run a word by itself? */
static bool
run_word(const struct ug_mojibake_line *line, const struct ug_mojibake_run *run)
{
	return (run->first == 0 ||
	    !ug_glyph_is_letter(line->units[run->first - 1].glyph)) &&
	    !ug_glyph_is_letter(line->units[run->end].glyph);
}

bool
ug_mojibake_contradicted(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	const struct ug_mojibake_run *const run = reading->runs;

	if (reading->n != 1 || reading->n_chars != 1)
		return false;
	for (size_t i = 0; i < line->n; i++)
		if ((i < run->first || i >= run->end) &&
		    line->units[i].c == reading->chars[0] &&
		    run_word(line, run))
			return true;
	for (size_t i = 1; i + 1 < line->n; i++) {
		const struct ug_mojibake_unit *const unit = &line->units[i];

		if ((unit->c == 0x2013 || unit->c == 0x2014) &&
		    unit[-1].c == ' ' && unit[1].c == ' ')
			return true;
	}
	return false;
}

bool
ug_mojibake_lost(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	size_t lost = 0, there = reading->n_chars;

	for (size_t i = 0; i < reading->n_chars; i++) {
		if (reading->chars[i] != UG_REPLACEMENT)
			continue;
		/* With it goes what looks like a byte behind it. */
		lost += (size_t)1 + (i + 1 < reading->n_chars &&
		    (ug_mojibake_char(reading->chars[i + 1])->goes_on >>
		    reading->encoding & 1) != 0);
	}
	for (size_t i = 0; i < line->n; i++)
		there += ug_ascii_is_lower(line->units[i].c);
	return 2 * lost > there;
}

/* What is beyond ASCII, as units, and what the reading leaves of it. */
struct rest {
	size_t n, n_read;
	int64_t cost;
};

static struct rest
line_rest(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	const struct ug_mojibake_unit *const units = line->units;
	struct rest rest = { 0, 0, 0 };
	size_t i = 0;

	for (size_t run = 0; run <= reading->n; run++) {
		const bool last = run == reading->n;

		for (; i < (last ? line->n : reading->runs[run].first); i++) {
			if (units[i].c < 0x80)
				continue;
			rest.cost += line->cost[i + 1] - line->cost[i];
			rest.n++;
		}
		if (!last) {
			i = reading->runs[run].end;
			rest.n_read += i - reading->runs[run].first;
		}
	}
	return rest;
}

int
ug_mojibake_rest(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	const struct rest rest = line_rest(line, reading);

	if (rest.n < LEFT)
		return 0;
	if (rest.n > rest.n_read &&
	    rest.cost > (int64_t)rest.n * UG_MOJIBAKE_W(ODD_LEFT))
		return INT_MAX;
	return rest.n > 2 * rest.n_read ? UG_MOJIBAKE_W(STANDS) : 0;
}
