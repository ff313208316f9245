/*
 * stray_quotes.c - quotation marks one too many, or one too few
 *
 * Translation by machine loses count of the marks of a paragraph:
 *
 *	“It is safe," Lind said.”          ->  “It is safe," Lind said.
 *	seen “in the bay.” ”               ->  seen “in the bay.”
 *	“They will come.” and go again.”   ->  “They will come and go again.”
 *	“It is far. Lind says: “I know.”   ->  “It is far.” Lind says: “I know.”
 *	"It is far,” she said. I know it.” ->  "It ... she said. “I know it.”
 *	'It is far,” she said.             ->  “It is far,” she said.
 *
 * Only in English, only where the marks do not come out even, and only where
 * the words tell which mark it is; where a writer may have slipped, only beside
 * more damage (slips.h).  Left alone: a quotation that goes on in the next
 * paragraph, marks that may be inches or seconds, marks within marks.
 */
#include "base/least.h"
#include "prose_rule.h"
#include "slips.h"
#include "stray_words.h"

#define MARKS_MAX   64 /* of a record */
#define WORDS_MIN   12 /* of a record */
#define SPEAKER_MAX 14 /* words that say who said it */
#define CLOSE_MAX   2  /* stops, commas and blanks between two marks */

enum stray_kind {
	STRAY_OPEN,
	STRAY_CLOSE
};

struct stray_mark {
	size_t at, len;
	size_t word; /* the first word after it */
	enum stray_kind kind;
};

struct stray {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
	struct stray_mark marks[MARKS_MAX];
	size_t n, opens;
};

/* Whether text[..at] ends with a mark that ends words said, blanks apart. */
static bool
stray_said(struct ug_text text, size_t at)
{
	while (at > 0 && text.s[at - 1] == ' ')
		at--;
	return (at > 0 && memchr(".,!?", text.s[at - 1], 4) != NULL) ||
	    ug_text_ends(text, at, "\u2026");
}

/* What the mark at `at` does, by what it touches.  False: no telling. */
static bool
stray_kind(struct ug_text text, struct stray_mark *mark)
{
	const size_t end = mark->at + mark->len;
	const char left = mark->at == 0 ? ' ' : text.s[mark->at - 1];
	const char right = end >= text.len ? ' ' : text.s[end];
	const bool before = left == ' ' || left == '\t' || left == '(';
	bool pause;

	mark->kind = before ? STRAY_OPEN : STRAY_CLOSE;
	/* Mostly they touch words. */
	if (before && ug_ascii_is_letter(right))
		return true;
	pause = memchr(".,;:!?)", right, 7) != NULL;
	if (before != (pause || memchr(" \r\n\t", right, 4) != NULL))
		return true;
	if (!before)
		return mark->len == 3 &&
		    text.s[mark->at + 2] == "\u201D"[2];
	mark->kind = STRAY_CLOSE;
	return pause || stray_said(text, mark->at) || (mark->at > 1 &&
	    (text.s[mark->at - 2] == '"' || text.s[mark->at - 2] ==
	    "\u201D"[2]));
}

/* List the marks, none of them doubtful nor too many: see stray_worth(). */
static void
stray_list(struct stray *stray, const struct ug_prose *prose)
{
	struct ug_quotes quotes = ug_quotes_of(prose->text, prose->cues);
	struct ug_quote quote;
	size_t word = 0;

	while (stray->n < MARKS_MAX && ug_quotes_next(&quotes, &quote)) {
		struct stray_mark mark = { .at = quote.at, .len = quote.len };

		(void)stray_kind(prose->text, &mark);
		while (word < prose->n && prose->words[word].at < mark.at)
			word++;
		mark.word = word;
		stray->opens += mark.kind == STRAY_OPEN;
		stray->marks[stray->n++] = mark;
	}
}

/* Whether there are marks, none of them doubtful, that do not come out even. */
static bool
stray_uneven(struct ug_text text, unsigned cues)
{
	struct ug_quotes quotes = ug_quotes_of(text, cues);
	struct ug_quote quote;
	size_t n = 0, opens = 0, last = 0;

	for (; ug_quotes_next(&quotes, &quote); n++) {
		struct stray_mark mark = { .at = quote.at, .len = quote.len };

		if (n == MARKS_MAX || !stray_kind(text, &mark))
			return false;
		opens += mark.kind == STRAY_OPEN;
		last = mark.at;
	}
	return n == 1 ? opens == 0 && (cues & UG_GLANCE_APOSTROPHE) != 0 &&
	    ug_stray_single(text, last) < text.len : n != 2 * opens;
}

/* Whether there are such marks, and no others. */
static bool
stray_worth(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	(void)scope;
	return stray_uneven(text, cues) && ((cues & UG_GLANCE_WIDE) == 0 ||
	    (ug_text_find(text, 0, UG_TEXT("\u00AB")) == text.len &&
	    ug_text_find(text, 0, UG_TEXT("\u2018")) == text.len &&
	    ug_text_find(text, 0, UG_TEXT("\u201E")) == text.len));
}

/* Whether one stop and one blank or more, no mark, follow word `i`. */
static bool
stray_stops(const struct ug_prose *prose, size_t i)
{
	const struct ug_text gap = ug_prose_gap(prose, i);

	return gap.len >= 2 && memchr(".!?", gap.s[0], 3) != NULL &&
	    gap.s[1] == ' ';
}

/* Take a mark away, and a blank before it that nothing needs. */
static enum ungarble_err
stray_drop(const struct stray *stray, const struct stray_mark *mark,
    const char *rule)
{
	const bool blank = mark->at > 0 &&
	    stray->prose->text.s[mark->at - 1] == ' ';

	return ug_edits_add(stray->edits, mark->at - blank, mark->len + blank,
	    UG_TEXT(""), rule, 93);
}

/* Write a mark at `at` like mark `like`, which does the same or its reverse. */
static enum ungarble_err
stray_write(const struct stray *stray, size_t at, enum stray_kind kind,
    const struct stray_mark *like, const char *rule)
{
	return ug_edits_add(stray->edits, at, 0,
	    like->len == 1 ? UG_TEXT("\"") : kind == STRAY_OPEN ?
	    UG_TEXT("\u201C") : UG_TEXT("\u201D"), rule, 91);
}

/* Whether what a writer may have done is not the only damage. */
static bool
stray_around(const struct stray *stray)
{
	return ug_slips_around(stray->scope, stray->prose->text, stray->edits);
}

/* Whether nothing but stops, commas and blanks stands in text[at..to). */
static bool
stray_close(struct ug_text text, size_t at, size_t to)
{
	const size_t from = at;

	while (at < to && memchr(" .,!?", text.s[at], 5) != NULL)
		at++;
	return at == to && to - from <= CLOSE_MAX;
}

/*
 * Whether someone speaks on behind mark `before`, which ends a sentence, up to
 * mark `last`, which floats: nobody else is told to, and they tell of "us".
 */
static bool
stray_goes_on(const struct stray *stray, const struct stray_mark *before,
    const struct stray_mark *last)
{
	const struct ug_prose *const prose = stray->prose;
	const size_t from = before->word, to = last->word;

	return memchr(".!?", prose->text.s[before->at - 1], 3) != NULL &&
	    prose->text.s[last->at - 1] == ' ' &&
	    prose->words[from].at == before->at + before->len + 1 &&
	    prose->text.s[before->at + before->len] == ' ' &&
	    ug_prose_title(prose, from) && !ug_stray_told(prose, from, to) &&
	    ug_stray_person(prose, from, to);
}

/* The first mark of all, a closing one: another kind may have opened. */
static enum ungarble_err
stray_first(const struct stray *stray)
{
	const struct ug_text text = stray->prose->text;
	const struct stray_mark *const mark = &stray->marks[0];
	const size_t at = ug_stray_single(text, mark->at);

	return at == text.len ? UNGARBLE_OK : ug_edits_add(stray->edits, at, 1,
	    UG_TEXT("\u201C"), "stray-quotes/kind", 92);
}

/* The last mark of all, a closing one that nothing opened. */
static enum ungarble_err
stray_last(const struct stray *stray)
{
	const struct ug_prose *const prose = stray->prose;
	const struct stray_mark *const last = &stray->marks[stray->n - 1];
	const struct stray_mark *const before = last - 1;
	const size_t from = before->word, to = last->word;

	if (from == to)
		return stray_close(prose->text, before->at + before->len,
		    last->at) ? stray_drop(stray, last, "stray-quotes/twice") :
		    UNGARBLE_OK;

	const size_t end = ug_prose_last(prose, from);
	const size_t stop = ug_prose_end(prose, to - 1);

	if (!stray_said(prose->text, before->at) || to < prose->n ||
	    !stray_said(prose->text, last->at))
		return UNGARBLE_OK;
	if (ug_stray_told(prose, from, end + 1) && end - from < SPEAKER_MAX &&
	    stray_around(stray)) {
		if (end + 1 == to && stop + 1 + (prose->text.s[stop + 1] ==
		    ' ') == last->at)
			return stray_drop(stray, last,
			    "stray-quotes/after-speaker");
		if (end + 1 < to && stray_stops(prose, end) &&
		    ug_stray_person(prose, end + 1,
		    ug_prose_last(prose, end + 1) + 1))
			return stray_write(stray, ug_prose_end(prose, end) + 2,
			    STRAY_OPEN, last, "stray-quotes/lost-opening");
	}
	if (stray_goes_on(stray, before, last))
		return stray_write(stray, prose->words[from].at, STRAY_OPEN,
		    before, "stray-quotes/lost-opening");
	if (ug_prose_in(prose, from, "and or but") &&
	    prose->text.s[before->at - 1] == '.' &&
	    !ug_stray_told(prose, from, to) && end + 1 == to)
		return ug_edits_add(stray->edits, before->at - 1,
		    before->len + 1, UG_TEXT(""), "stray-quotes/amid", 92);
	return UNGARBLE_OK;
}

/*
 * Mark `k` opens where mark k - 1 has not been closed, behind "Lind says:".
 * Behind a stop alone it may be a paragraph that was one of its own; and where
 * the same one goes on ("He adds:"), writers leave it open as if it were.
 */
static enum ungarble_err
stray_unclosed(const struct stray *stray, size_t k)
{
	const struct ug_prose *const prose = stray->prose;
	const struct stray_mark *const open = &stray->marks[k - 1];
	const struct stray_mark *const here = &stray->marks[k];
	const size_t first = here->word == 0 ? 0 :
	    ug_prose_first(prose, here->word - 1);
	const size_t said = here->word - 1;

	if (here->word >= prose->n || here->word < open->word + 2 ||
	    first <= open->word)
		return UNGARBLE_OK;

	const size_t sentence = ug_prose_first(prose, first - 1);

	if (!stray_stops(prose, first - 1) || said - first >= SPEAKER_MAX ||
	    !ug_stray_verb(prose, said) || !ug_prose_title(prose, first) ||
	    ug_stray_told(prose, open->word, first) ||
	    !ug_stray_person(prose, UG_MAX(sentence, open->word), first) ||
	    (ug_prose_in(prose, first, "He She They I We") &&
	    !stray_around(stray)))
		return UNGARBLE_OK;
	return stray_write(stray, ug_prose_end(prose, first - 1) + 1,
	    STRAY_CLOSE, here, "stray-quotes/lost-closing");
}

/* Mark `k` opens where mark k - 1 has not been closed, but a join is. */
static enum ungarble_err
stray_over_join(const struct stray *stray, size_t k)
{
	const size_t at = ug_stray_join(stray->prose,
	    stray->marks[k - 1].word, stray->marks[k].word);

	return at == 0 ? UNGARBLE_OK : ug_edits_add(stray->edits, at, 0,
	    stray->marks[k].len == 1 ? UG_TEXT("\" ") : UG_TEXT("\u201D "),
	    "stray-quotes/lost-closing", 91);
}

static enum ungarble_err
stray_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	struct stray stray = { .scope = scope, .prose = prose, .edits = edits };
	enum ungarble_err err = UNGARBLE_OK;
	bool open = false;

	if (prose->n < WORDS_MIN)
		return UNGARBLE_OK;
	stray_list(&stray, prose);

	const size_t closes = stray.n - stray.opens;

	for (size_t k = 0; k < stray.n && err == UNGARBLE_OK; k++) {
		const bool opens = stray.marks[k].kind == STRAY_OPEN;

		if (opens && open && stray.opens > closes) {
			const size_t n = edits->n;

			err = stray_unclosed(&stray, k);
			if (err == UNGARBLE_OK && edits->n == n)
				err = stray_over_join(&stray, k);
		}
		if (!opens && k == 0 && closes == stray.opens + 1)
			err = stray_first(&stray);
		if (!opens && !open && k > 0 && k + 1 == stray.n &&
		    closes == stray.opens + 1)
			err = stray_last(&stray);
		open = opens;
	}
	return err;
}

static const struct ug_prose_rule stray_rule = {
	.cues = UG_GLANCE_QUOTED,
	.facts = UG_FACT_QUOTED,
	.worth = stray_worth,
	.find = stray_find,
};

const struct ug_pass ug_pass_stray_quotes = {
	.fix = {
		.name = "stray-quotes",
		.group = "marks",
		.summary = "quotation marks one too many or one too few",
		.by_default = 1,
	},
	.rule = &stray_rule,
};
