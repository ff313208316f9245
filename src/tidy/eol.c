/*
 * eol.c - one kind of line end: LF, or CR LF
 *
 *	"one\r\ntwo\n"  ->  "one\ntwo\n"  or  "one\r\ntwo\r\n"
 *
 * CR CR LF is one, twice converted.
 * A record ends with a line end, so CR alone is one where the text ends with
 * it, and then wherever it stands.
 *
 * Left alone: CR within a line of a text that ends with LF, as progress bars
 * have it; U+0085, U+2028 and U+2029.
 */
#include "edit/pass.h"

/* The next line end from `at` on: *len is 0 if there is none. */
static size_t
eol_next(struct ug_text text, size_t at, bool cr, size_t *len)
{
	for (*len = 0; at < text.len; at++) {
		size_t end = at;

		while (end < text.len && text.s[end] == '\r')
			end++;
		if (end < text.len && text.s[end] == '\n')
			*len = (cr && end > at + 1 ? at : end) + 1 - at;
		else if (cr && end > at)
			*len = 1;
		if (*len > 0)
			return at;
		if (end > at)
			at = end - 1;
	}
	return at;
}

static enum ungarble_err
eol_find(struct ug_text text, struct ug_text want, const char *rule,
    struct ug_edits *edits)
{
	const bool cr = text.len > 0 && text.s[text.len - 1] == '\r';
	enum ungarble_err err = UNGARBLE_OK;
	size_t len;

	for (size_t at = eol_next(text, 0, cr, &len);
	    len > 0 && err == UNGARBLE_OK;
	    at = eol_next(text, at + len, cr, &len)) {
		if (!ug_text_equal(ug_text_part(text, at, len), want))
			err = ug_edits_add(edits, at, len, want, rule, 100);
	}
	return err;
}

static enum ungarble_err
eol_find_lf(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return eol_find(text, UG_TEXT("\n"), "eol-lf/line-end", edits);
}

static enum ungarble_err
eol_find_crlf(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return eol_find(text, UG_TEXT("\r\n"), "eol-crlf/line-end", edits);
}

const struct ug_pass ug_pass_eol_lf = {
	.fix = { "eol-lf", "eol-lf", "line ends, made LF", 0 },
	.find = eol_find_lf,
	.tidies = true,
	.one_of = "eol",
};

const struct ug_pass ug_pass_eol_crlf = {
	.fix = { "eol-crlf", "eol-crlf", "line ends, made CR LF", 0 },
	.find = eol_find_crlf,
	.tidies = true,
	.one_of = "eol",
};
