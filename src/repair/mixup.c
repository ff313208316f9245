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
#define LETTER    130  /* and for each Latin letter, where two kinds change; */
#define LETTER_ONE 400 /* where but one does */
#define SCRIPT    1800 /* enough for another script */
#define SCRIPTS   700  /* more, where it is misread as another one still */
#define EAST      1800 /* enough for East Asia */
#define EAST_FEW  3000 /* more, where it is but a few characters */
#define UTF8      1000 /* enough for UTF-8 */
#define KNOWN     250  /* where the stream had sure cases */
#define KNOWN_SCRIPT 900 /* and another script */
#define CASES     3    /* so many of them */
#define FEW       4
#define LIST      14   /* characters that text does not have once each */
#define LIST_MAX  40
#define GOOD      280  /* what a character of good text costs at most */
#define GOOD_EAST 550
#define GOOD_MOST 390  /* and what one of another script must not */
#define EXCESS    70   /* percent of what a reading costs beyond that */
#define EXCESS_EAST 150
#define RIVAL     100  /* what any other reading must cost more */

/* Characters met, each once, up to so many. */
struct set {
	uint32_t c[LIST_MAX];
	size_t n, max;
};

/* What changes say. */
struct evidence {
	struct set kinds;   /* characters that turn into more than other accents */
	size_t accents;     /* and that do not */
	size_t letters;     /* Latin letters that turn into other ones */
	size_t alike;       /* and that look like letters of ASCII */
	struct set east;    /* ideographs, kana and Hangul that come of it */
	struct set changed;
	size_t n_changed;   /* characters */
	size_t n_controls;  /* of C1, of those */
};

static void
set_add(struct set *set, uint32_t c)
{
	for (size_t i = 0; i < set->n; i++)
		if (set->c[i] == c)
			return;
	if (set->n < set->max)
		set->c[set->n++] = c;
}

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

/* Does a letter of Greek or Cyrillic look like one of ASCII? */
static bool
letter_alike(uint32_t c)
{
	static const uint16_t alike[] = {
		0x391, 0x392, 0x395, 0x396, 0x397, 0x399, 0x39A, 0x39C, 0x39D,
		0x39F, 0x3A1, 0x3A4, 0x3A5, 0x3A7, 0x3B1, 0x3B9, 0x3BD, 0x3BF,
		0x3C1, 0x405, 0x406, 0x408, 0x410, 0x412, 0x415, 0x41A, 0x41C,
		0x41D, 0x41E, 0x420, 0x421, 0x422, 0x423, 0x425, 0x430, 0x435,
		0x43E, 0x440, 0x441, 0x443, 0x445, 0x455, 0x456, 0x458,
	};

	for (size_t i = 0; i < sizeof(alike) / sizeof(*alike); i++)
		if (alike[i] == c)
			return true;
	return false;
}

/* Count that `c` becomes `to`; 0: it is not known which it becomes. */
static void
evidence_change(struct evidence *evidence, uint32_t c, uint32_t to)
{
	if (c < 0x80 || c == to)
		return;
	set_add(&evidence->changed, c);
	evidence->n_changed++;
	evidence->n_controls += c < 0xA0;
	if (c < 0x250 && to >= 0x80 && to < 0x250 &&
	    base_letter(c) != base_letter(to) &&
	    ug_glyph_is_letter(ug_glyph_of(c)) &&
	    ug_glyph_is_letter(ug_glyph_of(to)))
		evidence->letters++;
	if (letter_alike(c))
		evidence->alike++;
	else if (base_letter(c) == '.' || base_letter(c) != base_letter(to))
		set_add(&evidence->kinds, c);
	else if (evidence->kinds.n < FEW)
		evidence->accents++;
}

static struct evidence
changes_weigh(const struct ug_mixup_line *line,
    const struct ug_mixup_change *changes, size_t n)
{
	struct evidence evidence = { .kinds.max = FEW, .east.max = FEW,
		.changed.max = LIST_MAX };

	for (size_t i = 0; i < n; i++) {
		const struct ug_mixup_change *const change = &changes[i];
		size_t n_to = 0;

		for (size_t at = 0; at < change->text.len; n_to++) {
			const uint32_t c = ug_text_next(change->text, &at);

			if (ug_glyph_of(c).script == UG_CJK)
				set_add(&evidence.east, c);
		}
		for (size_t j = change->first, at = 0; j < change->end; j++)
			evidence_change(&evidence, line->chars[j],
			    n_to == change->end - change->first ?
			    ug_text_next(change->text, &at) : 0);
	}
	return evidence;
}

/* Is it what another pass does: C1 controls for signs of windows-1252? */
static bool
evidence_c1(const struct evidence *evidence, const struct ug_coding *text)
{
	return text->encoding == &ug_windows_1252 &&
	    evidence->n_controls == evidence->n_changed;
}

/*
 * Is it letters of another script that no words are made of; or does each
 * character change but once, as in a list of them; or all into one ideograph,
 * as abbreviations may?
 */
static bool
evidence_none(const struct ug_mixup *found, enum ug_region region,
    const struct evidence *evidence)
{
	return (region > UG_IN_VIETNAM && region != UG_IN_EAST &&
	    found->cost > (int)found->n_chars * GOOD_MOST) ||
	    evidence->east.n == 1 || (evidence->east.n == 0 &&
	    evidence->n_changed >= LIST &&
	    evidence->n_changed == evidence->changed.n);
}

/* Sure in a hundred cases by that margin: 90 where it is just enough. */
static unsigned
margin_confidence(int margin)
{
	return margin < 900 ? 90 + (unsigned)margin / 100 : 99;
}

/* What a reading must gain: the more, the worse it reads itself. */
static int
gain_asked(const struct ug_scope *scope, const struct ug_mixup_line *line,
    const struct ug_mixup *found, const struct evidence *evidence)
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
	if (east && evidence->east.n < FEW)
		ask += EAST_FEW;
	else if (!east && evidence->kinds.n == 0)
		ask += known ? KNOWN : ACCENTS + (int)evidence->alike * ACCENT;
	if (known)
		return ask;
	ask += (int)evidence->accents * ACCENT;
	if (evidence->kinds.n < 3)
		ask += (int)evidence->letters *
		    (evidence->kinds.n < 2 ? LETTER_ONE : LETTER);
	if (text->encoding == &ug_utf8)
		return ask + UTF8 - ENOUGH;
	if (east)
		return ask + EAST - ENOUGH;
	if (foreign)
		return ask + SCRIPT - ENOUGH +
		    (reader->region > UG_IN_VIETNAM ? SCRIPTS : 0);
	/* Words in Latin letters have ASCII in them. */
	if (reader->region > UG_IN_VIETNAM &&
	    line->n_beyond * 2 > line->n_chars)
		ask += SCRIPT - ENOUGH;
	return ask + (evidence->kinds.n < 2 ? ONE :
	    evidence->kinds.n == 2 ? TWO : 0);
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

	const struct ug_coding *const text =
	    &scope->codings->texts[found->text];
	const struct evidence evidence = changes_weigh(line, *changes, *n);

	*margin = line->cost - found->cost - found->known -
	    gain_asked(scope, line, found, &evidence);
	if (*margin < 0 || found->rival - found->cost < RIVAL ||
	    evidence_c1(&evidence, text) ||
	    (known ? !rule_known(scope, found->text, found->reader) :
	    evidence_none(found, text->region, &evidence)))
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
