/*
 * mojibake.c - text that was read in the wrong encoding
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
 * gone becomes U+FFFD; characters are found too that were escaped since, taken
 * apart into letters and marks, or put in capitals or small letters.
 *
 * Left alone: what is no likelier decoded, what is too short to tell, a line
 * that reads no better for it or of which more is gone than there, and one
 * character alone in a line whose dash stands whole, so that the line was not
 * read wrong as a whole; unless the stream had sure cases of the same near by.
 * Box drawings as such, which are UTF-8 here and there in IBM437 and KOI8-R.
 */
#include <limits.h>

#include "mojibake.h"
#include "edit/pass.h"
#include "mojibake_reading.h"

#define MARK_SURE 99 /* confidence in a byte order mark at the start */
#define SHARP_S   0xDF /* has two letters for its capital */
#define WORD      3  /* letters in a row that box drawings do not make */

/* The script of a run's letters, with their number; 0: a sign, or two. */
static unsigned
run_script(const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_run *run, size_t *letters)
{
	unsigned script = 0;

	*letters = 0;
	for (size_t i = 0; i < run->n_chars; i++) {
		const unsigned its =
		    ug_glyph_of(reading->chars[run->chars + i]).script;

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

	if ((run->first > 0 &&
	    ug_glyph_is_letter(units[run->first - 1].glyph)) ||
	    ug_glyph_is_letter(units[run->end].glyph))
		return false;
	for (size_t i = run->first; i < run->end; i++)
		if (units[i].c < 0x2500 || units[i].c > 0x259F)
			return false;
	return true;
}

/* The scripts of the run's characters, a bit each; 1: of signs. */
static uint64_t
run_scripts(const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_run *run)
{
	uint64_t scripts = 0;

	for (size_t i = 0; i < run->n_chars; i++)
		scripts |= (uint64_t)1 <<
		    ug_glyph_of(reading->chars[run->chars + i]).script;
	return scripts;
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

		if (!run_boxes(line, run) ||
		    (run_script(reading, run, &letters) != 0 &&
		    letters >= WORD))
			sure |= 1 | run_scripts(reading, run);
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

	return run_boxes(line, run) &&
	    (sure >> run_script(reading, run, &letters) & 1) == 0;
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

/* Find the reading of a line that is worth it; false: there is none. */
static bool
line_read(const struct ug_scope *scope, struct ug_mojibake_line *line,
    struct ug_mojibake_reading *reading, struct ug_mojibake_choice *choice)
{
	ug_mojibake_choose(line, scope->confidence, reading, choice);
	if (choice->encoding == UG_MOJIBAKE_MAX)
		return false;
	if (!choice->read)
		ug_mojibake_read(line, choice->encoding, choice->language,
		    true, reading);
	reading->encoding = choice->encoding;
	choice->weak = ug_mojibake_contradicted(line, reading);
	if (choice->weak && ug_memory_count(scope->memory,
	    ug_mojibake_rules[choice->encoding], UG_TEXT("")) == 0)
		return false;
	const int ask = ug_mojibake_rest(line, reading);
	choice->margin -= ask == INT_MAX ? 0 : ask;
	return ask != INT_MAX && !ug_mojibake_lost(line, reading) &&
	    ug_mojibake_confidence(choice->margin) >= scope->confidence;
}

static enum ungarble_err
line_edit(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading,
    const struct ug_mojibake_choice *choice, struct ug_arena *scratch,
    size_t line_at, struct ug_edits *edits)
{
	const uint64_t sure = scripts_sure(line, reading);
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < reading->n && err == UNGARBLE_OK; i++) {
		if (run_art(line, reading, &reading->runs[i], sure))
			continue;
		err = run_add(line, reading, &reading->runs[i], scratch,
		    ug_mojibake_confidence(choice->margin), line_at, edits);
		if (err != UNGARBLE_OK)
			break;
		ug_edits_last(edits)->margin = choice->margin;
		ug_edits_last(edits)->sure = !choice->weak;
	}
	return err;
}

/*
 * What was looked up for lines before; or room for this one, of `len` bytes.
 * NULL: no memory.
 */
static struct ug_mojibake_pairs *
pairs_of(const struct ug_scope *scope, size_t len)
{
	struct ug_met *const met = scope->met;
	struct ug_mojibake_pairs *pairs = met != NULL ? met->pairs : NULL;
	const size_t n = ug_mojibake_pairs_slots(pairs, len);
	const size_t size = ug_mojibake_pairs_size(n);

	if (pairs != NULL && pairs->n_slots >= n)
		return pairs;
	pairs = met != NULL ? ug_new(met->alloc, size) :
	    ug_arena_take(scope->scratch, size);
	if (pairs == NULL)
		return NULL;
	ug_mojibake_pairs_init(pairs, n);
	if (met != NULL) {
		ug_release(met->alloc, met->pairs);
		met->pairs = pairs;
	}
	return pairs;
}

enum ungarble_err
ug_mojibake_find(const struct ug_scope *scope, struct ug_text text,
    size_t line_at, struct ug_edits *edits)
{
	struct ug_arena *const scratch = scope->scratch;
	struct ug_mojibake_pairs *pairs;
	struct ug_mojibake_line line;
	struct ug_mojibake_reading reading;
	struct ug_mojibake_choice choice;
	enum ungarble_err err;

	if (!ug_mojibake_suspect(text))
		return UNGARBLE_OK;
	pairs = pairs_of(scope, text.len);
	if (pairs == NULL)
		return UNGARBLE_ENOMEM;
	err = ug_mojibake_line(text, pairs, scratch, &line);
	if (err == UNGARBLE_OK)
		err = ug_mojibake_reading(&line, scratch, &reading);
	if (err != UNGARBLE_OK)
		return err;
	if (line_read(scope, &line, &reading, &choice))
		return line_edit(&line, &reading, &choice, scratch, line_at,
		    edits);
	return scope->start && line_at == 0 && scope->confidence <= MARK_SURE ?
	    mark_find(&line, edits) : UNGARBLE_OK;
}
