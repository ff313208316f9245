/*
 * doubled_fragments.c - words that were written twice in a row
 *
 * Cutting and joining by machine repeats what it has just written:
 *
 *	in other places. other places. And  ->  in other places. And
 *	had been openly had been openly     ->  had been openly
 *	the Outer -Reach and Outer Reach.   ->  the Outer Reach.
 *
 * Left alone: repetition that a writer may mean, see repetition.c.  After a
 * stop the copy starts with a small letter; within a sentence it is three
 * different words or more, or a long phrase like "at the end of the year".
 */
#include "prose_rule.h"
#include "repetition.h"
#include "slips.h"

/* By hand. */
#define COPY_MIN         3 /* words, within a sentence */
#define TAIL_MIN         2 /* words, after a stop */
#define COPY_MAX         8 /* words */
#define PHRASE_MIN       5 /* words, of one that nobody means twice */
#define COPY_LETTERS_MIN 12 /* bytes of a copy */
#define WORDS_MIN        10 /* of a record */

/* Words that may stand before a mark and behind it, and between copies. */
#define COPY_LEADS "the a an of to in on for with by from"
#define COPY_TURNS "and not"
#define COPY_AND   "and or"

/* How a phrase starts that nobody means twice in a row. */
#define COPY_OPENS "in at on from by for with of to under over during " \
	"through into before after since"

struct copy {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
};

/* Whether the words [i, i + n) have one blank between each and are letters. */
static bool
copy_plain(const struct ug_prose *prose, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++) {
		const unsigned char c =
		    (unsigned char)prose->text.s[prose->words[k].at];

		if (c < 'A' || (k + 1 < i + n &&
		    !ug_prose_gap_is(prose, k, " ")))
			return false;
	}
	return true;
}

/* How many of the words [i, i + n) stand among them again. */
static size_t
copy_alike(const struct ug_prose *prose, size_t i, size_t n)
{
	size_t alike = 0;

	for (size_t k = i; k < i + n; k++) {
		for (size_t m = k + 1; m < i + n; m++) {
			if (ug_prose_same(prose, k, m)) {
				alike++;
				break;
			}
		}
	}
	return alike;
}

/* Whether words [i, i + n) are a phrase: "at the end of the year". */
static bool
copy_phrase(const struct ug_prose *prose, size_t i, size_t n)
{
	if (n < PHRASE_MIN || !ug_prose_in(prose, i, COPY_OPENS) ||
	    copy_alike(prose, i, n) > 1)
		return false;
	for (size_t k = i; k < i + n; k++) {
		if (!ug_prose_lower(prose, k) ||
		    ug_prose_in(prose, k, COPY_AND))
			return false;
	}
	return true;
}

/* Whether words [i, i + n) stand again from word `k` on. */
static bool
copy_stands(const struct ug_prose *prose, size_t i, size_t k, size_t n)
{
	if (k + n > prose->n)
		return false;
	for (size_t m = 0; m < n; m++) {
		if (!ug_prose_same(prose, i + m, k + m))
			return false;
	}
	return true;
}

/* The last words of a sentence again after the stop that follows word `i`. */
static enum ungarble_err
copy_after_stop(const struct copy *copy, size_t i, size_t *next)
{
	const struct ug_prose *const prose = copy->prose;

	if (!ug_prose_lower(prose, i + 1))
		return UNGARBLE_OK;
	for (size_t n = COPY_MAX; n >= TAIL_MIN; n--) {
		if (n > i || !copy_stands(prose, i + 1 - n, i + 1, n) ||
		    !copy_plain(prose, i + 1 - n, n) ||
		    !copy_plain(prose, i + 1, n) ||
		    copy_alike(prose, i + 1, n) > 0 ||
		    ug_prose_gap(prose, i + n).len == 0 ||
		    ug_prose_gap(prose, i + n).s[0] != '.')
			continue;

		const size_t at = ug_prose_end(prose, i) + 1;

		*next = i + n + 1;
		return ug_edits_add(copy->edits, at,
		    ug_prose_end(prose, i + n) + 1 - at, UG_TEXT(""),
		    "doubled-fragments/after-stop", 96);
	}
	return UNGARBLE_OK;
}

/* Words [i, i + n) again at once, and neither before nor after. */
static enum ungarble_err
copy_at_once(const struct copy *copy, size_t i, size_t *next)
{
	const struct ug_prose *const prose = copy->prose;

	for (size_t n = COPY_MIN; n <= COPY_MAX; n++) {
		if (i + 2 * n > prose->n ||
		    !ug_prose_same(prose, i, i + n) ||
		    !copy_stands(prose, i, i + n, n) ||
		    !copy_plain(prose, i, 2 * n) ||
		    (!copy_phrase(prose, i, n) &&
		    (copy_alike(prose, i, n) > 0 ||
		    ug_repetition_meant(prose, i, n))))
			continue;

		const size_t at = ug_prose_end(prose, i + n - 1);
		const size_t len = ug_prose_end(prose, i + 2 * n - 1) - at;

		if (len < COPY_LETTERS_MIN ||
		    (i + 2 * n < prose->n &&
		    ug_prose_same(prose, i, i + 2 * n)) ||
		    (i > 0 &&
		    ug_prose_same(prose, i - 1, i + n - 1)))
			continue;
		*next = i + 2 * n;
		return ug_edits_add(copy->edits, at, len, UG_TEXT(""),
		    "doubled-fragments/at-once", 94);
	}
	return UNGARBLE_OK;
}

/*
 * "Outer -Reach and Outer Reach. Bergen.", word `i` being "Outer": a hyphen
 * that floats, and the same two words again.  A stop between the copy and a
 * last name is one more trace of the join.
 */
static enum ungarble_err
copy_with_hyphen(const struct copy *copy, size_t i, size_t *next)
{
	const struct ug_prose *const prose = copy->prose;

	if (i + 4 >= prose->n || !copy_stands(prose, i, i + 3, 2) ||
	    !ug_prose_in(prose, i + 2, COPY_AND) ||
	    !copy_plain(prose, i + 1, 4))
		return UNGARBLE_OK;

	const size_t at = ug_prose_end(prose, i);
	enum ungarble_err err = ug_edits_add(copy->edits, at,
	    ug_prose_end(prose, i + 3) - at, UG_TEXT(""),
	    "doubled-fragments/hyphen", 93);

	*next = i + 5;
	if (err == UNGARBLE_OK && i + 5 < prose->n &&
	    ug_prose_gap_is(prose, i + 4, ". ") &&
	    ug_prose_title(prose, i + 5) &&
	    ug_prose_last(prose, i + 5) <= i + 7)
		err = ug_edits_add(copy->edits, ug_prose_end(prose, i + 4), 1,
		    UG_TEXT(" and"), "doubled-fragments/hyphen", 93);
	return err;
}

/*
 * Word `i` stands before an opening mark and again behind it.  A word that
 * leads up to what is quoted writers repeat too, now and then.
 */
static enum ungarble_err
copy_over_mark(const struct copy *copy, size_t i, size_t *next)
{
	const struct ug_prose *const prose = copy->prose;
	const bool leads = ug_prose_in(prose, i, COPY_LEADS);

	if (i == 0 || i + 2 >= prose->n ||
	    !ug_prose_same(prose, i, i + 1) ||
	    !ug_prose_gap_is(prose, i - 1, " ") ||
	    !ug_prose_gap_is(prose, i + 1, " ") ||
	    !(ug_prose_gap_is(prose, i, " \"") ||
	    ug_prose_gap_is(prose, i, " \u201C")) ||
	    !(leads ? copy->edits->n > 0 ||
	    ug_slips_around(copy->scope, prose->text, copy->edits) :
	    ug_prose_in(prose, i, COPY_TURNS)))
		return UNGARBLE_OK;
	*next = i + 2;
	return ug_edits_add(copy->edits, prose->words[i].at,
	    prose->words[i].len + 1, UG_TEXT(""),
	    "doubled-fragments/over-mark", 92);
}

static enum ungarble_err
copy_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	const struct copy copy = { scope, prose, edits };
	enum ungarble_err err = UNGARBLE_OK;

	if (prose->n < WORDS_MIN)
		return UNGARBLE_OK;
	for (size_t i = 0; i + 1 < prose->n && err == UNGARBLE_OK;) {
		const struct ug_text gap = ug_prose_gap(prose, i);
		size_t next = i + 1;

		if (gap.len == 2 && gap.s[0] == '.' && gap.s[1] == ' ')
			err = copy_after_stop(&copy, i, &next);
		else if (gap.len == 2 && gap.s[0] == ' ' && gap.s[1] == '-')
			err = copy_with_hyphen(&copy, i, &next);
		else if (gap.len > 1 && gap.s[0] == ' ')
			err = copy_over_mark(&copy, i, &next);
		else if (gap.len == 1)
			err = copy_at_once(&copy, i, &next);
		i = next;
	}
	return err;
}

/* What goes from text.s[at] to the next blank, or to the end. */
static struct ug_text
copy_run(struct ug_text text, size_t at)
{
	size_t end = at;

	while (end < text.len && text.s[end] != ' ')
		end++;
	return ug_text_part(text, at, end - at);
}

/* Whether words stand before the stop at `stop`, and up to one behind it. */
static bool
copy_over_stop(struct ug_text text, size_t stop)
{
	const size_t from = stop + 2;
	unsigned blanks = 0;

	for (size_t at = from; at < text.len && blanks < COPY_MAX; at++) {
		const size_t len = at - from;

		blanks += text.s[at] == ' ';
		if (text.s[at] == '.' && blanks > 0 && len <= stop &&
		    text.s[at - 1] == text.s[stop - 1] &&
		    memcmp(text.s + from, text.s + stop - len, len) == 0)
			return true;
	}
	return false;
}

/* Whether " -Reach and Outer Reach" starts with the blank. */
static bool
copy_over_hyphen(struct ug_text text, size_t blank)
{
	const struct ug_text second = copy_run(text, blank + 2);
	const size_t link = blank + 2 + second.len + 1;

	if (link >= text.len || !ug_word_in(copy_run(text, link), COPY_AND))
		return false;

	const size_t at = link + copy_run(text, link).len + 1;

	if (at >= text.len)
		return false;

	const struct ug_text first = copy_run(text, at);

	return first.len <= blank &&
	    ug_text_has(text, blank - first.len, first) &&
	    ug_text_has(text, at + first.len + 1, second);
}

/* Whether a word that may be copied stands before " “" and behind it. */
static bool
copy_at_mark(struct ug_text text, size_t blank)
{
	const size_t mark = ug_text_starts(text, blank + 1, "\"") ? 1 :
	    ug_text_starts(text, blank + 1, "\u201C") ? 3 : 0;
	const size_t at = blank + 1 + mark;

	if (mark == 0 || at >= text.len)
		return false;

	const struct ug_text word = copy_run(text, at);

	return word.len > 0 && word.len < blank &&
	    ug_text_has(text, blank - word.len, word) &&
	    text.s[blank - word.len - 1] == ' ' &&
	    ug_word_in(word, COPY_LEADS " " COPY_TURNS);
}

bool
ug_copy_here(struct ug_text text, size_t blank)
{
	const size_t left = text.len - blank;
	const char *const s = text.s + blank;

	if (blank < 2 || left < 3)
		return false;
	if (ug_ascii_is_lower(s[1]))
		return s[-1] == '.' && copy_over_stop(text, blank - 1);
	return s[1] == '-' ? copy_over_hyphen(text, blank) :
	    copy_at_mark(text, blank);
}

bool
ug_copy_again(struct ug_text text, size_t first, size_t second)
{
	const size_t apart = second - first;
	size_t before = 0, behind = 1;

	if (apart < COPY_LETTERS_MIN)
		return false;
	while (before < first && before < apart &&
	    text.s[first - before - 1] == text.s[second - before - 1])
		before++;
	while (second + behind < text.len && before + behind < apart &&
	    text.s[first + behind] == text.s[second + behind])
		behind++;
	return before + behind + 1 >= apart;
}

static const struct ug_prose_rule copy_rule = {
	.cues = UG_GLANCE_COPY,
	.facts = UG_FACT_QUOTED,
	.find = copy_find,
};

const struct ug_pass ug_pass_doubled_fragments = {
	.fix = {
		.name = "doubled-fragments",
		.group = "marks",
		.summary = "words written twice in a row by machine",
		.by_default = 1,
	},
	.rule = &copy_rule,
};
