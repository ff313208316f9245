/*
 * mixup_bound.c - what a line costs at least if one byte was taken for another
 *
 * Pairs of ASCII stay what they are, and cost what they do in the language that
 * is kindest to all of them.  What stands beside a character that changes costs
 * no less than in the language that is kindest to that pair alone.
 */
#include "mixup.h"

#include <limits.h>

#include "base/least.h"
#include "base/letters.h"
#include "plain_rows.h"

/* Is nothing in the pair that an encoding has beyond ASCII? */
static bool
pair_stays(const struct ug_mixup_char *chars, size_t i)
{
	return chars[i].c < 0x80 && chars[i - 1].c < 0x80;
}

/* What pairs of ASCII cost in a language. */
static void
bound_fix_in(struct ug_mixup_bound *bound, const struct ug_mixup_line *line,
    size_t l, int cost)
{
	bound->fixed[l] = cost + line->extra[l];
	bound->fixed_least = UG_MIN(bound->fixed_least, cost);
	bound->fixed_latin = UG_MIN(bound->fixed_latin, bound->fixed[l]);
}

/* In all, by rows.  False: these do not say. */
static bool
bound_fix_rows(struct ug_mixup_bound *bound, const struct ug_mixup_line *line)
{
	const struct ug_mixup_char *const chars = line->judged;
	struct ug_plain_sum sum = { .common = 0 };

	for (size_t i = 1; i < line->n_judged; i++) {
		const struct ug_plain_row *row;

		if (!pair_stays(chars, i) || ug_mixup_again(chars, i))
			continue;
		row = ug_plain_row_latin(line->plain, chars[i - 1].c,
		    chars[i].c);
		if (row == NULL)
			return false;
		ug_plain_sum_add(&sum, row);
	}
	ug_plain_sum_gather(&sum);

	const struct ug_plain_rows *const rows = ug_plain_rows_of(line->plain,
	    UG_LATIN);

	for (uint64_t left = rows != NULL ? rows->spoken : 0; left != 0;
	    left &= left - 1) {
		const unsigned l = ug_letters_lowest(left);

		bound_fix_in(bound, line, rows->first + l, sum.common +
		    UG_PLAIN_UNIT * ug_plain_sum_units(&sum, l));
	}
	return rows != NULL;
}

/* The same, whatever they are. */
static void
bound_fix(struct ug_mixup_bound *bound, const struct ug_mixup_line *line)
{
	const struct ug_mixup_char *const chars = line->judged;
	int costs[UG_LANGUAGES_MAX];
	struct ug_tally ascii;

	for (size_t l = 0; l < ug_n_languages(); l++)
		bound->fixed[l] = UG_NO_LANGUAGE;
	bound->fixed_least = bound->fixed_latin = INT_MAX;
	if (line->plain != NULL && bound_fix_rows(bound, line))
		return;
	ug_tally_init(&ascii);
	for (size_t i = 1; i < line->n_judged; i++)
		if (pair_stays(chars, i) && !ug_mixup_again(chars, i))
			ug_tally_add(&ascii, chars[i - 1].glyph,
			    chars[i].glyph, 1);
	ug_tally_costs(&ascii, costs);
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (costs[l] != UG_NO_LANGUAGE &&
		    ug_language_script(l) == UG_LATIN)
			bound_fix_in(bound, line, l, costs[l]);
}

enum ungarble_err
ug_mixup_bound(const struct ug_mixup_line *line, struct ug_arena *scratch,
    struct ug_mixup_bound *bound)
{
	bound->n = 0;
	bound->pairs = ug_arena_take(scratch,
	    line->n_judged * sizeof(*bound->pairs));
	if (bound->pairs == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t i = 1; i < line->n_judged; i++) {
		const struct ug_mixup_char *const chars = line->judged;

		if (pair_stays(chars, i) || ug_mixup_again(chars, i))
			continue;
		bound->pairs[bound->n++] = (struct ug_mixup_pair){
			{ chars[i - 1].c, chars[i - 1].c < 0x80 ? NULL :
			    ug_reader_bytes(chars[i - 1].c) },
			{ chars[i].c, chars[i].c < 0x80 ? NULL :
			    ug_reader_bytes(chars[i].c) },
		};
	}
	bound_fix(bound, line);
	return UNGARBLE_OK;
}

uint32_t
ug_mixup_reread(struct ug_mixup_misread misread,
    const struct ug_coding *reader, const struct ug_coding *text)
{
	uint32_t c;

	if (misread.row == NULL || misread.row[reader->reader] == 0)
		return misread.c;
	c = text->encoding->upper == NULL ? misread.row[reader->reader] :
	    text->encoding->upper[misread.row[reader->reader] - 0x80];
	return ug_mixup_control(c) ? UG_UNDEFINED : c;
}

/* In the language that is kindest to each pair. */
static int
bound_least(const struct ug_mixup_bound *bound, const struct ug_coding *reader,
    const struct ug_coding *text, int most)
{
	int cost = ug_mixup_fixed(bound, text);

	for (size_t i = 0; i < bound->n && cost <= most; i++) {
		const struct ug_mixup_pair *const pair = &bound->pairs[i];
		const uint32_t a = ug_mixup_reread(pair->a, reader, text);
		const uint32_t b = ug_mixup_reread(pair->b, reader, text);

		if (a == UG_UNDEFINED || b == UG_UNDEFINED)
			return INT_MAX;
		cost += ug_pair_least(a == ' ' ? UG_GLYPH_EDGE :
		    ug_glyph_of(a), b == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(b));
	}
	return cost;
}

bool
ug_mixup_dear(const struct ug_mixup_bound *bound,
    const struct ug_coding *reader, const struct ug_coding *text, int most)
{
	return bound_least(bound, reader, text, most) > most;
}
