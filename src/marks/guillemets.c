/*
 * guillemets.c - a guillemet that closes an English quotation, or opens one
 *
 * A text that went through French comes back with one mark of a pair changed:
 *
 *	“We face challenges. »   ->  “We face challenges.”
 *	« We face challenges,” ->  “We face challenges,”
 *
 *	«We face challenges “, he  ->  “We face challenges”, he
 *
 * Left alone: guillemets in pairs, and guillemets between words, as in
 * “Home » News”.
 */
#include "prose_rule.h"

#define MARKS_MAX 16 /* of a record; more are no slip */

static const struct ug_text curly_open = UG_LIT("\u201C");
static const struct ug_text curly_close = UG_LIT("\u201D");
static const struct ug_text angle_open = UG_LIT("\u00AB");
static const struct ug_text angle_close = UG_LIT("\u00BB");

/* The length of the blank that ends at `at`: a space, U+00A0 or U+202F. */
static size_t
guillemet_blank_before(struct ug_text text, size_t at)
{
	if (at >= 1 && text.s[at - 1] == ' ')
		return 1;
	return ug_text_ends(text, at, "\u00A0") ? 2 :
	    ug_text_ends(text, at, "\u202F") ? 3 : 0;
}

static size_t
guillemet_blank_after(struct ug_text text, size_t at)
{
	if (ug_text_has(text, at, UG_TEXT(" ")))
		return 1;
	if (ug_text_has(text, at, UG_TEXT("\u00A0")))
		return 2;
	return ug_text_has(text, at, UG_TEXT("\u202F")) ? 3 : 0;
}

/* Whether `first` is met in text[at..], and before `second`. */
static bool
guillemet_first(struct ug_text text, size_t at, struct ug_text first,
    struct ug_text second)
{
	const size_t a = ug_text_find(text, at, first);

	return a < text.len && a < ug_text_find(text, at, second);
}

/*
 * Whether a quotation is open at `at`, and no guillemet since: a curly one, or
 * in a text without any a straight one, of marks that do not come out even.
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
		if (ug_text_has(part, i, curly_open))
			open = true;
		else if (ug_text_has(part, i, curly_close) ||
		    ug_text_has(part, i, angle_open))
			open = false;
	}
	return open;
}

/* Whether a mark of `text` that ends at `end` stands before a pause. */
static bool
guillemet_pause(struct ug_text text, size_t end)
{
	return end < text.len && memchr(".,;:!?", text.s[end], 6) != NULL &&
	    (end + 1 == text.len ||
	    memchr(" \r\n", text.s[end + 1], 3) != NULL);
}

/* Whether words before `at`, a blank apart or not, end with a mark. */
static bool
guillemet_stopped(struct ug_text text, size_t at)
{
	const size_t blank = guillemet_blank_before(text, at);

	return at > blank && memchr(".,!?", text.s[at - blank - 1], 4) != NULL;
}

/* One » at `at` that no « stands before. */
static enum ungarble_err
guillemet_closing(struct ug_text text, size_t at, struct ug_edits *edits)
{
	const struct ug_text mark =
	    ug_text_find(text, 0, curly_open) < text.len ? curly_close :
	    UG_TEXT("\"");
	const size_t blank = guillemet_blank_before(text, at);
	const size_t end = at + angle_close.len;

	if (at == blank ||
	    !(guillemet_pause(text, end) || (guillemet_stopped(text, at) &&
	    (end == text.len || memchr(" \r\n", text.s[end], 3) != NULL))) ||
	    (mark.len == 1 && ug_text_find(text, 0, angle_open) < text.len) ||
	    !guillemet_in_quotation(text, at, mark) ||
	    guillemet_first(text, end, curly_close, curly_open))
		return UNGARBLE_OK;
	return ug_edits_add(edits, at - blank, blank + angle_close.len,
	    mark, "guillemets/closing", 97);
}

/*
 * The next mark after `at`: whether it closes a quotation.  “ does where it
 * stands as ” would: words and a blank before it, a blank or a pause after.
 */
static bool
guillemet_closed(struct ug_text text, size_t at, size_t *close)
{
	for (; at < text.len; at++) {
		const size_t end = at + curly_open.len;

		*close = at;
		if (ug_text_has(text, at, angle_open) ||
		    ug_text_has(text, at, angle_close))
			return false;
		if (ug_text_has(text, at, curly_close))
			return guillemet_stopped(text, at) ||
			    guillemet_pause(text, end);
		if (ug_text_has(text, at, curly_open))
			return guillemet_blank_before(text, at) > 0 &&
			    (guillemet_pause(text, end) || end == text.len ||
			    memchr("\r\n", text.s[end], 2) != NULL ||
			    (guillemet_stopped(text, at) &&
			    text.s[end] == ' '));
	}
	return false;
}

/* One « at `at` that no » follows. */
static enum ungarble_err
guillemet_opening(struct ug_text text, size_t at, struct ug_edits *edits)
{
	const size_t len = angle_open.len +
	    guillemet_blank_after(text, at + angle_open.len);
	size_t close;

	if ((at > 0 && text.s[at - 1] != ' ') ||
	    guillemet_in_quotation(text, at, curly_close) ||
	    !guillemet_closed(text, at + len, &close))
		return UNGARBLE_OK;

	const bool turned = ug_text_has(text, close, curly_open);
	const size_t blank = guillemet_blank_before(text, close);

	/* A blank alone is no quotation; nor can both marks take it along. */
	if (turned && close - blank < at + len)
		return UNGARBLE_OK;

	enum ungarble_err err = ug_edits_add(edits, at, len, curly_open,
	    "guillemets/opening", 97);

	if (err == UNGARBLE_OK && turned)
		err = ug_edits_add(edits, close - blank,
		    blank + curly_open.len, curly_close, "guillemets/opening",
		    97);
	return err;
}

static unsigned
guillemet_count(struct ug_text text, struct ug_text mark)
{
	unsigned n = 0;

	for (size_t at = 0; (at = ug_text_find(text, at, mark)) < text.len;
	    at += mark.len)
		n++;
	return n;
}

static enum ungarble_err
guillemet_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	const struct ug_text text = prose->text;
	enum ungarble_err err = UNGARBLE_OK;

	(void)scope;
	if (guillemet_count(text, angle_open) +
	    guillemet_count(text, angle_close) > MARKS_MAX)
		return UNGARBLE_OK;
	/* Both start with that byte. */
	for (size_t at = 0; err == UNGARBLE_OK && (at = ug_text_find(text, at,
	    UG_TEXT("\xC2"))) < text.len; at++) {
		if (ug_text_has(text, at, angle_open))
			err = guillemet_opening(text, at, edits);
		else if (ug_text_has(text, at, angle_close))
			err = guillemet_closing(text, at, edits);
	}
	return err;
}

static const struct ug_prose_rule guillemet_rule = {
	.cues = UG_GLANCE_ANGLE,
	.find = guillemet_find,
};

const struct ug_pass ug_pass_guillemets = {
	.fix = {
		.name = "guillemets",
		.group = "marks",
		.summary = "guillemets that pair with English quotation marks",
		.by_default = 1,
	},
	.rule = &guillemet_rule,
};
