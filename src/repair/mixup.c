/*
 * mixup.c - text that was read in the wrong legacy encoding
 *
 *	U+00CF U+00F0 U+00E8 U+00E2 U+00E5 U+00F2  ->  Привет
 *
 * The line is turned back into the bytes that it was read from and read in
 * every encoding that makes text of them; a reading is taken if it costs less
 * than the line as it stands, by more the worse it reads itself.  Once a stream
 * had sure cases of a mix-up, less will do.
 *
 * Left alone: lines that read well as they are; what two readings explain about
 * alike; single letters, lists of characters, and what is no word.
 */
#include "mixup.h"

#include <limits.h>

/* Hundredths of a nat to be gained. */
#define ENOUGH    500  /* by what is in Latin letters */
#define ONE       1000 /* more, where but one character tells */
#define TWO       700  /* and where two do */
#define ACCENTS   2500 /* and where nothing but accents differ */
#define ACCENT    400  /* and for each that does */
#define SCRIPT    1800 /* enough for another script */
#define SCRIPTS   700  /* more, where it is misread as another one still */
#define EAST      1800 /* enough for East Asia */
#define EAST_FEW  3000 /* more, where it is but a few characters */
#define UTF8      1000 /* enough for UTF-8 */
#define KNOWN     250  /* where the stream had sure cases */
#define KNOWN_SCRIPT 900 /* and another script */
#define CASES     3    /* so many of them */
#define FEW       4
#define GOOD      280  /* what a character of good text costs at most */
#define GOOD_EAST 550
#define EXCESS    70   /* percent of what a reading costs beyond that */
#define EXCESS_EAST 150
#define RIVAL     100  /* what any other reading must cost more */

/* What changes say. */
struct evidence {
	size_t kinds;   /* characters that turn into more than other accents */
	size_t accents; /* and that do not */
	size_t east;    /* ideographs, kana and Hangul that come of it */
};

/* The letter of ASCII that one of U+00C0..U+017F is with an accent, or '.'. */
static char
base_letter(uint32_t c)
{
	static const char bases[] =
	    "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
	    "AaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGgHh..IiIiIiIiI...JjKk.LlLlLl."
	    "...NnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz.";

	return c >= 0xC0 && c <= 0x17F ? bases[c - 0xC0] : '.';
}

/* Count `c`, which becomes `to`, if it is a new kind of change. */
static void
evidence_add(struct evidence *evidence, uint32_t kinds[FEW], uint32_t c,
    uint32_t to)
{
	if (c < 0x80 || c == to || evidence->kinds == FEW)
		return;
	if (base_letter(c) != '.' && base_letter(c) == base_letter(to)) {
		evidence->accents++;
		return;
	}
	for (size_t i = 0; i < evidence->kinds; i++)
		if (kinds[i] == c)
			return;
	kinds[evidence->kinds++] = c;
}

static struct evidence
changes_weigh(const struct ug_mixup_line *line,
    const struct ug_mixup_change *changes, size_t n)
{
	struct evidence evidence = { 0, 0, 0 };
	uint32_t kinds[FEW];

	for (size_t i = 0; i < n; i++) {
		const struct ug_mixup_change *const change = &changes[i];
		size_t n_to = 0;

		for (size_t at = 0; at < change->text.len; n_to++)
			evidence.east += ug_glyph_of(ug_text_next(change->text,
			    &at)).script == UG_CJK;
		for (size_t j = change->first, at = 0; j < change->end; j++)
			evidence_add(&evidence, kinds, line->chars[j],
			    n_to == change->end - change->first ?
			    ug_text_next(change->text, &at) : 0);
	}
	return evidence;
}

/* Sure in a hundred cases by that margin: 90 where it is just enough. */
static unsigned
margin_confidence(int margin)
{
	return margin < 900 ? 90 + (unsigned)margin / 100 : 99;
}

/* What a reading must gain: the more, the worse it reads itself. */
static int
gain_asked(const struct ug_scope *scope, const struct ug_mixup *found,
    const struct evidence *evidence)
{
	const struct ug_coding *const text =
	    &scope->codings->texts[found->text];
	const struct ug_coding *const reader =
	    &scope->codings->readers[found->reader];
	const bool known = scope->memory != NULL;
	const bool east = text->region == UG_IN_EAST;
	const int excess = found->cost - (int)found->n_chars *
	    (east ? GOOD_EAST : GOOD);
	const bool foreign = text->region > UG_IN_VIETNAM;
	int ask = !known ? ENOUGH : foreign ? KNOWN_SCRIPT : KNOWN;

	if (excess > 0)
		ask += excess / 100 * (east ? EXCESS_EAST : EXCESS);
	if (east && evidence->east < FEW)
		ask += EAST_FEW;
	else if (!east && evidence->kinds == 0)
		ask += known ? KNOWN : ACCENTS;
	if (known)
		return ask;
	ask += (int)evidence->accents * ACCENT;
	if (text->encoding == &ug_utf8)
		return ask + UTF8 - ENOUGH;
	if (east)
		return ask + EAST - ENOUGH;
	if (foreign)
		return ask + SCRIPT - ENOUGH +
		    (reader->region > UG_IN_VIETNAM ? SCRIPTS : 0);
	return ask + (evidence->kinds < 2 ? ONE : evidence->kinds == 2 ? TWO :
	    0);
}

/* Had the stream enough sure cases of it? */
static bool
rule_known(const struct ug_scope *scope, size_t text, size_t reader)
{
	return ug_memory_count(scope->memory, ug_coding_rule(text, reader),
	    UG_TEXT("")) >= CASES;
}

/* What a line was, if that is likely; found->cost of INT_MAX if it is not. */
static enum ungarble_err
mixup_decide(const struct ug_scope *scope, const struct ug_mixup_line *line,
    int below, struct ug_mixup *found, struct ug_mixup_change **changes,
    size_t *n, int *margin)
{
	const bool known = scope->memory != NULL;
	enum ungarble_err err = ug_mixup_search(scope, line, below, found);

	*n = 0;
	if (err != UNGARBLE_OK || found->cost == INT_MAX)
		return err;
	err = ug_mixup_changes(scope, line, found, changes, n);

	const struct evidence evidence = changes_weigh(line, *changes, *n);

	*margin = line->cost - found->cost - found->known -
	    gain_asked(scope, found, &evidence);
	if (*margin < 0 || found->rival - found->cost < RIVAL ||
	    (known && !rule_known(scope, found->text, found->reader)))
		*n = 0;
	return err;
}

enum ungarble_err
ug_mixup_find(const struct ug_scope *scope, struct ug_text text,
    size_t line_at, int below, struct ug_edits *edits)
{
	const bool met = ug_memory_count(scope->memory, "mojibake",
	    UG_TEXT("")) > 0;
	struct ug_scope alone = *scope;
	struct ug_mixup_line line;
	struct ug_mixup found;
	struct ug_mixup_change *changes;
	size_t n;
	int margin = 0, most;
	bool sure;
	enum ungarble_err err = ug_mixup_line(text, scope->scratch, &line);

	if (err != UNGARBLE_OK || !ug_mixup_suspect(&line, met))
		return err;
	/* What a rival may cost that counts. */
	most = line.cost - (met ? KNOWN : ENOUGH) + RIVAL;
	below = below < most ? below : most;
	alone.memory = NULL;
	err = mixup_decide(&alone, &line, below, &found, &changes, &n,
	    &margin);
	sure = n > 0 && ug_mixup_suspect(&line, false);
	if (err == UNGARBLE_OK && !sure && found.cost != INT_MAX &&
	    (rule_known(scope, found.text, found.reader) ||
	    (found.rival != INT_MAX &&
	    rule_known(scope, found.rival_text, found.rival_reader))))
		err = mixup_decide(scope, &line, below, &found, &changes, &n,
		    &margin);
	if (margin_confidence(margin) < scope->confidence)
		return err;
	for (size_t i = 0; i < n && err == UNGARBLE_OK; i++) {
		const size_t at = line.at[changes[i].first];
		const size_t len = line.at[changes[i].end] - at;

		if (ug_text_equal(changes[i].text, ug_text_part(text, at, len)))
			continue;
		err = ug_edits_add(edits, line_at + at, len, changes[i].text,
		    ug_coding_rule(found.text, found.reader),
		    margin_confidence(margin));
		if (err != UNGARBLE_OK)
			break;
		ug_edits_last(edits)->margin = margin * 10;
		ug_edits_last(edits)->sure = sure;
	}
	return err;
}
