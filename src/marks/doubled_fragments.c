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
 * different words or more.
 */
#include "../letters.h"
#include "repetition.h"
#include "prose_rule.h"
#include "slips.h"
#include "trace.h"

#define COPY_MIN         3 /* words, within a sentence */
#define TAIL_MIN         2 /* words, after a stop */
#define COPY_MAX         8
#define COPY_LETTERS_MIN 12
#define WORDS_MIN        10 /* of a record */

struct copy {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
};

/* What of a text stands out: a run with the bytes around the blanks. */
static uint64_t
copy_run(struct ug_text text, size_t at, size_t end)
{
	const uint64_t bytes = ug_letters_at(text, at - 2);
	const size_t len = end - at + 4;

	return len >= 8 ? bytes : bytes & ((UINT64_C(1) << 8 * len) - 1);
}

/*
 * A closer look: in a copy, words stand between single blanks, and the runs
 * between blanks are words; but for the first and the last, which may have
 * marks around them.
 */
static bool
copy_worth(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	struct ug_trace trace = { 0 };
	size_t run = 0;

	(void)scope;
	if ((cues & UG_GLANCE_COPY) != 0)
		return true;
	for (size_t at = 0; at < text.len; at += 8) {
		uint64_t blanks = ug_letters_zero(ug_letters_at(text, at) ^
		    UG_EACH_BYTE * ' ');

		for (; blanks != 0; blanks &= blanks - 1) {
			const size_t blank = at +
			    ug_letters_lowest(blanks) / 8;

			if (run >= 2 && ug_trace_add(&trace,
			    copy_run(text, run, blank)))
				return true;
			run = blank + 1;
		}
	}
	return false;
}

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

static bool
copy_all_differ(const struct ug_prose *prose, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++) {
		for (size_t m = k + 1; m < i + n; m++) {
			if (ug_prose_same(prose, k, m))
				return false;
		}
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
		    !copy_all_differ(prose, i + 1, n) ||
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
		    !copy_all_differ(prose, i, n) ||
		    ug_repetition_meant(prose, i, n))
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
	    !ug_prose_in(prose, i + 2, "and or") ||
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
	const bool leads = ug_prose_in(prose, i, "the a an of to in on for "
	    "with by from");

	if (i == 0 || i + 2 >= prose->n ||
	    !ug_prose_same(prose, i, i + 1) ||
	    !ug_prose_gap_is(prose, i - 1, " ") ||
	    !ug_prose_gap_is(prose, i + 1, " ") ||
	    !(ug_prose_gap_is(prose, i, " \"") ||
	    ug_prose_gap_is(prose, i, " \u201C")) ||
	    !(leads ? copy->edits->n > 0 ||
	    ug_slips_around(copy->scope, prose->text, copy->edits) :
	    ug_prose_in(prose, i, "and not")))
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

static const struct ug_prose_rule copy_rule = {
	.cues = UG_GLANCE_COPY | UG_GLANCE_LIKE,
	.facts = UG_FACT_QUOTED,
	.worth = copy_worth,
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
