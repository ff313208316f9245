/*
 * guillemets.c - a guillemet that closes an English quotation, or opens one
 *
 * A text that went through French comes back with one mark of a pair changed:
 *
 *	“We face challenges. »   ->  “We face challenges.”
 *	« We face challenges,” ->  “We face challenges,”
 *
 * Left alone: text with guillemets in pairs, and guillemets between words, as
 * in “Home » News”.
 */
#include "../repair/pass.h"

#include "prose.h"

#define MARKS_MAX 16 /* of a record; more are no slip */

static const struct ug_text curly_open = UG_LIT("\u201C");
static const struct ug_text curly_close = UG_LIT("\u201D");
static const struct ug_text angle_open = UG_LIT("\u00AB");
static const struct ug_text angle_close = UG_LIT("\u00BB");

static bool
guillemet_here(struct ug_text text, size_t at, struct ug_text mark)
{
	return at <= text.len && text.len - at >= mark.len &&
	    memcmp(text.s + at, mark.s, mark.len) == 0;
}

/* The length of the blank that ends at `at`: a space, U+00A0 or U+202F. */
static size_t
guillemet_blank_before(struct ug_text text, size_t at)
{
	if (at >= 1 && text.s[at - 1] == ' ')
		return 1;
	if (at >= 2 && guillemet_here(text, at - 2, UG_TEXT("\u00A0")))
		return 2;
	if (at >= 3 && guillemet_here(text, at - 3, UG_TEXT("\u202F")))
		return 3;
	return 0;
}

static size_t
guillemet_blank_after(struct ug_text text, size_t at)
{
	if (guillemet_here(text, at, UG_TEXT(" ")))
		return 1;
	if (guillemet_here(text, at, UG_TEXT("\u00A0")))
		return 2;
	return guillemet_here(text, at, UG_TEXT("\u202F")) ? 3 : 0;
}

/* Whether `first` is met in text[at..], and before `second`. */
static bool
guillemet_first(struct ug_text text, size_t at, struct ug_text first,
    struct ug_text second)
{
	const size_t a = ug_prose_find(text, at, first);

	return a < text.len && a < ug_prose_find(text, at, second);
}

/*
 * Whether a quotation is open at `at`: a curly one, or in a text without any a
 * straight one, of marks that do not come out even.
 */
static bool
guillemet_in_quotation(struct ug_text text, size_t at, struct ug_text close)
{
	const struct ug_text part = ug_text_part(text, 0, at);
	bool open = false;

	if (close.len == 1) {
		bool odd = false;

		for (size_t i = 0; i < text.len; i++) {
			odd = odd != (text.s[i] == '"');
			open = i < at ? odd : open;
		}
		return open && odd;
	}

	for (size_t i = 0; i < part.len; i++) {
		if (guillemet_here(part, i, curly_open))
			open = true;
		else if (guillemet_here(part, i, curly_close))
			open = false;
	}
	return open;
}

/* One » at `at`, with no « in the text. */
static enum ungarble_err
guillemet_closing(struct ug_text text, size_t at, struct ug_edits *edits)
{
	const struct ug_text mark =
	    ug_prose_find(text, 0, curly_open) < text.len ? curly_close :
	    UG_TEXT("\"");
	const size_t blank = guillemet_blank_before(text, at);
	const size_t end = at + angle_close.len;

	if (at == blank ||
	    memchr(".,!?", text.s[at - blank - 1], 4) == NULL ||
	    (end < text.len &&
	    memchr(" \r\n", text.s[end], 3) == NULL) ||
	    !guillemet_in_quotation(text, at, mark) ||
	    guillemet_first(text, end, curly_close, curly_open))
		return UNGARBLE_OK;
	return ug_edits_add(edits, at - blank, blank + angle_close.len,
	    mark, "guillemets/closing", 97);
}

/* One « at `at`, with no » in the text. */
static enum ungarble_err
guillemet_opening(struct ug_text text, size_t at, struct ug_edits *edits)
{
	const size_t len = angle_open.len +
	    guillemet_blank_after(text, at + angle_open.len);
	const size_t close = ug_prose_find(text, at, curly_close);

	if ((at > 0 && text.s[at - 1] != ' ') ||
	    guillemet_in_quotation(text, at, curly_close) ||
	    close == text.len ||
	    !guillemet_first(text, at, curly_close, curly_open) ||
	    memchr(".,!?", text.s[close - 1], 4) == NULL)
		return UNGARBLE_OK;
	return ug_edits_add(edits, at, len, curly_open, "guillemets/opening",
	    97);
}

static unsigned
guillemet_count(struct ug_text text, struct ug_text mark)
{
	unsigned n = 0;

	for (size_t at = 0; (at = ug_prose_find(text, at, mark)) < text.len;
	    at += mark.len)
		n++;
	return n;
}

static enum ungarble_err
guillemet_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	const size_t open = ug_prose_find(text, 0, angle_open);
	const size_t close = ug_prose_find(text, 0, angle_close);
	struct ug_prose prose;
	enum ungarble_err err;

	if ((open == text.len) == (close == text.len))
		return UNGARBLE_OK;
	err = ug_prose_read(&prose, text, scope->scratch);
	if (err != UNGARBLE_OK || !ug_prose_english(&prose))
		return err;

	const bool opening = close == text.len;
	const struct ug_text mark = opening ? angle_open : angle_close;
	size_t at = opening ? open : close;

	if (guillemet_count(text, mark) > MARKS_MAX)
		return UNGARBLE_OK;
	while (at < text.len && err == UNGARBLE_OK) {
		err = opening ? guillemet_opening(text, at, edits) :
		    guillemet_closing(text, at, edits);
		at = ug_prose_find(text, at + mark.len, mark);
	}
	return err;
}

const struct ug_pass ug_pass_guillemets = {
	.fix = {
		.name = "guillemets",
		.group = "marks",
		.summary = "guillemets that pair with English quotation marks",
		.by_default = 1,
	},
	.find = guillemet_find,
};
