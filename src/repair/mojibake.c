/*
 * mojibake.c - UTF-8 that was read as a single-byte encoding
 *
 * A writer writes UTF-8, a reader takes its bytes for windows-1252, KOI8-R or
 * the like, and what comes of it is written as UTF-8 again:
 *
 *	G r U+00C3 U+00BC U+00C3 U+0178 e -> Grüße  mojibake/utf-8>windows-1252
 *	U+043F U+00F7 U+044F U+2500       -> Пр     mojibake/utf-8>koi8-r
 *
 * Each encoding in which the line holds UTF-8 sequences is tried; the one that
 * makes the line likelier by the widest margin is undone, wherever in the line
 * that helps.  One layer is undone in a trip; the runner comes again.  What is
 * gone becomes U+FFFD; characters that were escaped, taken apart into letters and
 * marks, or put in capitals or small letters
 * since are found too.
 *
 * Left alone: what is no likelier decoded, what is too short to tell, and one
 * character alone in a line whose dash stands whole, so that the line was not
 * read wrong as a whole; unless the stream had sure cases of the same near by.
 * Box drawings as such, which are UTF-8 here and there in IBM437 and KOI8-R.
 */
#include "lines.h"
#include "mojibake.h"
#include "pass.h"
#include "plausible.h"

#define MARK_SURE 99 /* confidence in a byte order mark at the start */
#define FULL_SURE 90 /* confidence where the gain is just enough */
#define SHARP_S   0xDF /* has two letters for its capital */
#define WORD      3  /* letters in a row that box drawings do not make */

static unsigned
margin_confidence(int margin)
{
	const int more = margin >= 0 ? margin / 1000 : (margin - 99) / 100;
	const int sum = FULL_SURE + more;

	return sum < 0 ? 0 : sum > 99 ? 99 : (unsigned)sum;
}

/* What is asked for of a reading's gain: 0 or more is enough. */
static int
reading_margin(const struct ug_mojibake_reading *reading)
{
	return reading->gain - UG_MOJIBAKE_ENOUGH -
	    ug_mojibake_ask[reading->encoding];
}

/*
 * Of the encodings whose reading gains enough for `confidence`, the one that
 * gains most, with its margin; UG_MOJIBAKE_MAX: there is none.
 */
static unsigned
encoding_choose(const struct ug_mojibake_line *line, unsigned confidence,
    struct ug_mojibake_reading *reading, int *margin)
{
	unsigned best = UG_MOJIBAKE_MAX;
	int most = 0;

	for (unsigned i = 0; i < UG_MOJIBAKE_MAX; i++) {
		if ((line->encodings >> i & 1) == 0)
			continue;
		ug_mojibake_read(line, i, false, reading);
		const int enough = reading_margin(reading);
		const int worth = reading->gain - ug_mojibake_ask[i] / 2;
		if (reading->n == 0 || margin_confidence(enough) < confidence ||
		    (best != UG_MOJIBAKE_MAX && worth <= most))
			continue;
		best = i;
		most = worth;
		*margin = enough;
	}
	return best;
}

/* The script of a run's letters, with their number; 0: a sign, or two. */
static unsigned
run_script(const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_run *run, size_t *letters)
{
	unsigned script = 0;

	*letters = 0;
	for (size_t i = 0; i < run->n_chars; i++) {
		const unsigned its =
		    ug_plausible_script(reading->chars[run->chars + i]);

		if (its == 0 || (script != 0 && its != script))
			return 0;
		script = its;
		++*letters;
	}
	return script;
}

/* Is a run box drawings and blocks, with none of a word's letters beside? */
static bool
run_boxes(const struct ug_mojibake_line *line,
    const struct ug_mojibake_run *run)
{
	const struct ug_mojibake_unit *const units = line->units;

	if ((run->first > 0 && ug_plausible_letter(units[run->first - 1].c)) ||
	    ug_plausible_letter(units[run->end].c))
		return false;
	for (size_t i = run->first; i < run->end; i++)
		if (units[i].c < 0x2500 || units[i].c > 0x259F)
			return false;
	return true;
}

/* The scripts, a bit each, of runs that are words or no boxes; 1: any. */
static uint64_t
scripts_sure(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	uint64_t sure = 0;

	for (size_t i = 0; i < reading->n; i++) {
		const struct ug_mojibake_run *const run = &reading->runs[i];
		size_t letters;
		const unsigned script = run_script(reading, run, &letters);

		if (!run_boxes(line, run) || (script != 0 && letters >= WORD))
			sure |= 1 | (uint64_t)1 << script;
	}
	return sure;
}

/*
 * Is a run art, as a table's frame?  Not if it gives a word, or letters of the
 * script of what else in the line is sure.
 */
static bool
run_art(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_run *run, uint64_t sure)
{
	size_t letters;
	const unsigned script = run_script(reading, run, &letters);

	return run_boxes(line, run) && (sure >> script & 1) == 0;
}

static enum ungarble_err
run_add(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_run *run, struct ug_arena *scratch,
    unsigned confidence, size_t line_at, struct ug_edits *edits)
{
	const size_t at = line->units[run->first].at;
	char *const s = ug_arena_take(scratch, 4 * run->n_chars);
	size_t len = 0;

	if (s == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t i = 0; i < run->n_chars; i++) {
		uint32_t c = reading->chars[run->chars + i];

		/* A control that is no byte of another layer is its sign. */
		if (i == 0 && c >= 0x80 && c < 0xA0)
			c = line->units[run->first + 1].c;
		if (c == SHARP_S && line->large)
			len += ug_put_char('S', s + len), c = 'S';
		len += ug_put_char(c, s + len);
	}
	return ug_edits_add(edits, line_at + at, line->units[run->end].at - at,
	    (struct ug_text){ s, len }, ug_mojibake_rules[reading->encoding],
	    confidence);
}

/* Does a dash between spaces stand whole where just one character does not? */
static bool
line_contradicts(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading)
{
	if (reading->n != 1 || reading->n_chars != 1)
		return false;
	for (size_t i = 1; i + 1 < line->n; i++) {
		const struct ug_mojibake_unit *const unit = &line->units[i];

		if ((unit->c == 0x2013 || unit->c == 0x2014) &&
		    unit[-1].c == ' ' && unit[1].c == ' ')
			return true;
	}
	return false;
}

/* A byte order mark at the very start can hardly be anything else. */
static enum ungarble_err
mark_find(const struct ug_mojibake_line *line, struct ug_edits *edits)
{
	const struct ug_mojibake_unit *const u = line->units;

	for (unsigned i = 0; i < UG_MOJIBAKE_MAX && line->n >= 3; i++) {
		if (u[0].bytes->byte[i] == 0xEF &&
		    u[1].bytes->byte[i] == 0xBB && u[2].bytes->byte[i] == 0xBF)
			return ug_edits_add(edits, 0, u[3].at,
			    UG_TEXT("\xEF\xBB\xBF"), ug_mojibake_rules[i],
			    MARK_SURE);
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	struct ug_arena *const scratch = scope->scratch;
	struct ug_mojibake_line line;
	struct ug_mojibake_reading reading;
	unsigned best;
	int margin = 0;
	enum ungarble_err err;

	if (!ug_mojibake_suspect(text))
		return UNGARBLE_OK;
	err = ug_mojibake_line(text, scratch, &line);
	if (err == UNGARBLE_OK)
		err = ug_mojibake_reading(&line, scratch, &reading);
	if (err != UNGARBLE_OK)
		return err;
	best = encoding_choose(&line, scope->confidence, &reading, &margin);
	if (best == UG_MOJIBAKE_MAX)
		return scope->start && line_at == 0 &&
		    scope->confidence <= MARK_SURE ?
		    mark_find(&line, edits) : UNGARBLE_OK;
	ug_mojibake_read(&line, best, true, &reading);
	const uint64_t sure = scripts_sure(&line, &reading);
	const bool weak = line_contradicts(&line, &reading);
	if (weak && ug_memory_count(scope->memory, ug_mojibake_rules[best],
	    UG_TEXT("")) == 0)
		return UNGARBLE_OK;
	for (size_t i = 0; i < reading.n && err == UNGARBLE_OK; i++) {
		if (run_art(&line, &reading, &reading.runs[i], sure))
			continue;
		err = run_add(&line, &reading, &reading.runs[i], scratch,
		    margin_confidence(margin), line_at, edits);
		if (err != UNGARBLE_OK)
			break;
		ug_edits_last(edits)->margin = margin;
		ug_edits_last(edits)->sure = !weak;
	}
	return err;
}

static enum ungarble_err
mojibake_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	return ug_lines_find(scope, text, edits, line_find);
}

const struct ug_pass ug_pass_mojibake = {
	.fix = { "mojibake", "characters",
	    "UTF-8 that was read as a single-byte encoding", 1 },
	.find = mojibake_find,
};
