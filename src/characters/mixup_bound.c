/*
 * mixup_bound.c - what a line costs at least if one byte was taken for another
 *
 * Pairs of ASCII stay what they are, and cost what they do in the language that
 * is kindest to all of them.  What stands beside a character that changes costs
 * no less than in the language that is kindest to that pair alone.
 */
#include "mixup.h"

#include <limits.h>

/* Is nothing in the pair that an encoding has beyond ASCII? */
static bool
pair_stays(const struct ug_mixup_char *chars, size_t i)
{
	return chars[i].c < 0x80 && chars[i - 1].c < 0x80;
}

/* What pairs of ASCII cost. */
static void
bound_fix(struct ug_mixup_bound *bound, const struct ug_mixup_line *line,
    const struct ug_tally *ascii)
{
	int costs[UG_LANGUAGES_MAX];

	ug_tally_costs(ascii, costs);
	bound->fixed_least = bound->fixed_latin = INT_MAX;
	for (size_t l = 0; l < ug_n_languages(); l++) {
		int cost;

		bound->fixed[l] = UG_NO_LANGUAGE;
		if (costs[l] == UG_NO_LANGUAGE ||
		    ug_language_script(l) != UG_LATIN)
			continue;
		cost = costs[l];
		bound->fixed[l] = cost + line->extra[l];
		if (cost < bound->fixed_least)
			bound->fixed_least = cost;
		if (bound->fixed[l] < bound->fixed_latin)
			bound->fixed_latin = bound->fixed[l];
	}
}

enum ungarble_err
ug_mixup_bound(const struct ug_mixup_line *line, struct ug_arena *scratch,
    struct ug_mixup_bound *bound)
{
	struct ug_tally fixed;

	bound->n = 0;
	bound->pairs = ug_arena_take(scratch,
	    line->n_judged * sizeof(*bound->pairs));
	if (bound->pairs == NULL)
		return UNGARBLE_ENOMEM;
	ug_tally_init(&fixed);
	for (size_t i = 1; i < line->n_judged; i++) {
		const struct ug_mixup_char *const chars = line->judged;

		if (ug_mixup_again(chars, i))
			continue;
		if (pair_stays(chars, i)) {
			ug_tally_add(&fixed, chars[i - 1].glyph,
			    chars[i].glyph, 1);
			continue;
		}
		bound->pairs[bound->n++] = (struct ug_mixup_pair){
			{ chars[i - 1].c, chars[i - 1].c < 0x80 ? NULL :
			    ug_reader_bytes(chars[i - 1].c) },
			{ chars[i].c, chars[i].c < 0x80 ? NULL :
			    ug_reader_bytes(chars[i].c) },
		};
	}
	bound_fix(bound, line, &fixed);
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
