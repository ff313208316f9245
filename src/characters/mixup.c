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
 * alike; single letters, lists of characters, and what is no word; words with
 * soft hyphens, which many a page has between all syllables.
 */
#include "mixup.h"

#include <limits.h>

#include "base/least.h"

#define W(name) UG_MIXUP_W(name)

#define SOFT_HYPHEN 0xAD
/* By hand. */
#define CASES     3    /* sure ones of a stream, that are enough */
#define FEW       4    /* different characters: fewer tell little */
#define LIST      14   /* characters that text does not have once each */
#define LIST_MAX  40   /* changed characters that are told apart */

/* Characters met, each once, up to so many. */
struct set {
	uint32_t c[LIST_MAX];
	size_t n, max;
};

/* What changes say. */
struct evidence {
	struct set kinds;   /* characters that turn into more than other
	                     * accents */
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

/* Do words of Latin letters have some in ASCII, and these do not? */
static bool
line_bare(const struct ug_mixup_line *line)
{
	return line->n_beyond * 2 > line->n_chars;
}

/* What speaks for the changes, and against. */
static void
case_weigh(const struct ug_scope *scope, const struct ug_mixup_line *line,
    struct ug_mixup_case *its)
{
	const struct ug_mixup *const found = &its->found;
	const struct ug_coding *const text =
	    &scope->codings->texts[found->text];
	const struct ug_coding *const reader =
	    &scope->codings->readers[found->reader];
	const struct evidence evidence = changes_weigh(line, its->changes,
	    its->n);

	its->gain = line->cost - found->cost - found->known;
	its->lead = found->rival - found->cost;
	its->text = text->region;
	its->reader = reader->region;
	its->utf8 = text->encoding == &ug_utf8;
	its->bare = line_bare(line);
	its->c1 = text->encoding == &ug_windows_1252 &&
	    evidence.n_controls == evidence.n_changed;
	its->hyphens = evidence.changed.n == 1 &&
	    evidence.changed.c[0] == SOFT_HYPHEN;
	its->kinds = evidence.kinds.n;
	its->accents = evidence.accents;
	its->letters = evidence.letters;
	its->alike = evidence.alike;
	its->east = evidence.east.n;
	its->once = evidence.n_changed == evidence.changed.n ?
	    evidence.n_changed : 0;
	its->known = scope->memory != NULL;
	its->met = ug_memory_count(scope->memory,
	    ug_coding_rule(found->text, found->reader), UG_TEXT(""));
}

enum ungarble_err
ug_mixup_weigh(const struct ug_scope *scope, struct ug_mixup_bytes *bytes,
    int below, struct ug_mixup_case *its)
{
	enum ungarble_err err = ug_mixup_search(scope, bytes, below,
	    &its->found);

	its->n = 0;
	if (err != UNGARBLE_OK || its->found.cost == INT_MAX)
		return err;
	err = ug_mixup_changes(scope, bytes, &its->found, &its->changes,
	    &its->n);
	if (err == UNGARBLE_OK)
		case_weigh(scope, bytes->line, its);
	return err;
}

/*
 * Is it letters of another script that no words are made of; or does each
 * character change but once, as in a list of them; or all into one ideograph,
 * as abbreviations may; or are there soft hyphens alone?
 */
static bool
case_none(const struct ug_mixup_case *its)
{
	return its->hyphens ||
	    (its->text > UG_IN_VIETNAM && its->text != UG_IN_EAST &&
	    its->found.cost > (int)its->found.n_chars * W(GOOD_MOST)) ||
	    its->east == 1 || (its->east == 0 && its->once >= LIST);
}

/* What a reading must gain: the more, the worse it reads itself. */
static int
gain_asked(const struct ug_mixup_case *its)
{
	const bool east = its->text == UG_IN_EAST;
	const bool foreign = its->text > UG_IN_VIETNAM;
	const int excess = its->found.cost - (int)its->found.n_chars *
	    (east ? W(GOOD_EAST) : W(GOOD));
	int ask = !its->known ? W(ENOUGH) : foreign ? W(KNOWN_SCRIPT) :
	    W(KNOWN);

	if (excess > 0)
		ask += excess / 100 * (east ? W(EXCESS_EAST) : W(EXCESS));
	if (east && its->east < FEW)
		ask += W(EAST_FEW);
	else if (!east && its->kinds == 0)
		ask += its->known ? W(KNOWN) : W(ACCENTS) +
		    (int)its->alike * W(ACCENT);
	if (its->known)
		return ask;
	ask += (int)its->accents * W(ACCENT);
	if (its->kinds < 3)
		ask += (int)its->letters *
		    (its->kinds < 2 ? W(LETTER_ONE) : W(LETTER));
	if (its->utf8)
		return ask + W(UTF8) - W(ENOUGH);
	if (east)
		return ask + W(EAST) - W(ENOUGH);
	if (foreign)
		return ask + W(SCRIPT) - W(ENOUGH) +
		    (its->reader > UG_IN_VIETNAM ? W(SCRIPTS) : 0);
	if (its->reader > UG_IN_VIETNAM && its->bare)
		ask += W(SCRIPT) - W(ENOUGH);
	return ask + (its->kinds < 2 ? W(ONE) : its->kinds == 2 ? W(TWO) : 0);
}

/* What any must gain, if the stream had none like it. */
static int
least_asked(void)
{
	const int least = UG_MIN(W(ENOUGH), W(UTF8));
	const int foreign = UG_MIN(W(SCRIPT), W(EAST));

	return UG_MIN(least, foreign);
}

bool
ug_mixup_likely(const struct ug_mixup_case *its, int *margin)
{
	*margin = its->gain - gain_asked(its);
	/* C1 controls for signs of windows-1252 are what another pass does. */
	return *margin >= 0 && its->lead >= W(RIVAL) && !its->c1 &&
	    (its->known ? its->met >= CASES : !case_none(its));
}

/* Sure in a hundred cases by that margin: 90 where it is just enough. */
static unsigned
mixup_confidence(int margin)
{
	const unsigned sure = 90 + (unsigned)margin / 100;

	return UG_MIN(sure, 99);
}

/* Had the stream enough sure cases of it? */
static bool
rule_known(const struct ug_scope *scope, size_t text, size_t reader)
{
	return ug_memory_count(scope->memory, ug_coding_rule(text, reader),
	    UG_TEXT("")) >= CASES;
}

/* What a line was, if that is likely; its->n is 0 if it is not. */
static enum ungarble_err
mixup_decide(const struct ug_scope *scope, struct ug_mixup_bytes *bytes,
    int below, struct ug_mixup_case *its, int *margin)
{
	enum ungarble_err err = ug_mixup_weigh(scope, bytes, below, its);

	if (err == UNGARBLE_OK && its->found.cost != INT_MAX &&
	    !ug_mixup_likely(its, margin))
		its->n = 0;
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
	struct ug_mixup_bytes bytes;
	struct ug_mixup_case its;
	int margin = 0, most;
	bool sure;
	enum ungarble_err err = ug_mixup_line(text, scope->plain,
	    scope->scratch, &line);

	if (err != UNGARBLE_OK || !ug_mixup_suspect(&line, met))
		return err;
	err = ug_mixup_bytes(&line, scope->scratch, &bytes);
	if (err != UNGARBLE_OK)
		return err;
	/* What a rival may cost that counts. */
	most = line.cost - (met ? W(KNOWN) : least_asked()) + W(RIVAL);
	below = UG_MIN(below, most);
	alone.memory = NULL;
	err = mixup_decide(&alone, &bytes, below, &its, &margin);
	sure = its.n > 0 && ug_mixup_suspect(&line, false);
	if (err == UNGARBLE_OK && !sure && its.found.cost != INT_MAX &&
	    (rule_known(scope, its.found.text, its.found.reader) ||
	    (its.found.rival != INT_MAX &&
	    rule_known(scope, its.found.rival_text, its.found.rival_reader))))
		err = mixup_decide(scope, &bytes, below, &its, &margin);
	if (mixup_confidence(margin) < scope->confidence)
		return err;
	for (size_t i = 0; i < its.n && err == UNGARBLE_OK; i++) {
		const struct ug_mixup_change *const change = &its.changes[i];
		const size_t at = line.at[change->first];
		const size_t len = line.at[change->end] - at;

		if (ug_text_equal(change->text, ug_text_part(text, at, len)))
			continue;
		err = ug_edits_add(edits, line_at + at, len, change->text,
		    ug_coding_rule(its.found.text, its.found.reader),
		    mixup_confidence(margin));
		if (err != UNGARBLE_OK)
			break;
		ug_edits_last(edits)->margin = margin * 10;
		ug_edits_last(edits)->sure = sure;
	}
	return err;
}
