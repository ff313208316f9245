/*
 * escapes.c - plain text that a carrier wrote as ASCII becomes its characters
 *
 *	caf\u00e9  caf%C3%A9  caf=C3=A9  caf&eacute;  caf<U+00E9>  ->  café
 *
 * Only what is beyond ASCII: %20, &lt; and \n are the carrier's own, and with
 * them its text means what it meant.  Bytes must be well-formed UTF-8 as far as
 * they stand together.  A run of escapes is one edit.
 *
 * Left alone: an escape whose backslash is escaped; paths of Windows; ranges in
 * a regular expression's class; RTF, whose \u has decimal numbers; what is
 * percent-encoded in no or another encoding, as 50%D0 or ?q=caf%E9; assignments
 * and formulas that look quoted-printable, as ?a=C3=A9 and A1=C3=B5; encoded
 * words in headers.  In a round in which another pass was at work, all: escapes
 * of mojibake go with the mojibake.
 */
#include "base/utf8.h"
#include "edit/pass.h"
#include "escape_forms.h"
#include "escape_left.h"
#include "lines.h"

/* What is known of the line at the place that is read. */
struct place {
	size_t token_end;  /* where the next space is */
	size_t skip_end;   /* before it, backslashes are not escapes */
	size_t bytes_end;  /* before it, bytes are known to be well-formed */
	bool link;         /* the token has :// in it */
	bool percent;      /* its per cent signs are what a URL has */
	bool quoted;       /* the line is quoted-printable */
};

/* Escapes of one form that stand together. */
struct run {
	size_t end;        /* behind it in the line */
	size_t n;          /* characters; 0: it stays */
	uint32_t first;
	size_t len;        /* of the text it stands for */
};

/* Does a space within a link cut it short? */
static bool
space_wide(uint32_t c)
{
	return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
	    c == 0x202F || c == 0x205F || c == 0x3000;
}

/*
 * The escaped bytes at `at` that stand together, whether they are well-formed
 * or not; how many.
 */
static size_t
bytes_read(const struct ug_escape_form *form, struct ug_text text, size_t at,
    char *bytes)
{
	size_t n = 0;
	uint32_t byte;

	while (at < text.len && text.s[at] == form->lead &&
	    (byte = form->next(text, &at)) != 0)
		bytes[n++] = (char)byte;
	return n;
}

/* Bytes from `at` on, the well-formed ones as far as they make sense. */
static struct run
bytes_run(const struct ug_escape_form *form, struct ug_text text, size_t at,
    struct place *place, char *out)
{
	struct run run = { .end = at };
	const size_t n = bytes_read(form, text, at, out);
	const struct ug_text bytes = { out, n };

	if (at >= place->bytes_end &&
	    ug_utf8_prefix((const unsigned char *)out, n, NULL) != n) {
		run.end = at + n * form->width;
		return run;
	}
	place->bytes_end = at + n * form->width;
	while (run.len < n) {
		size_t next = run.len;
		const uint32_t c = ug_text_next(bytes, &next);

		if (!ug_escape_sensible(c) ||
		    (place->link && space_wide(c))) {
			if (run.n == 0)
				run.end = at + next * form->width;
			break;
		}
		if (run.n++ == 0)
			run.first = c;
		run.len = next;
		run.end = at + next * form->width;
	}
	return run;
}

static struct run
chars_run(const struct ug_escape_form *form, struct ug_text text, size_t at,
    char *out)
{
	struct run run = { .end = at };

	while (run.end < text.len && text.s[run.end] == form->lead) {
		size_t next = run.end;
		const uint32_t c = form->next(text, &next);

		if (c == 0 || !ug_escape_sensible(c)) {
			if (run.n == 0)
				run.end = next;
			break;
		}
		if (run.n++ == 0)
			run.first = c;
		run.len += ug_put_char(c, out + run.len);
		run.end = next;
	}
	return run;
}

/* \u8217? and \u12354? are RTF: a decimal number and what stands in for it. */
static bool
run_rtf(struct ug_text text, size_t at, const struct run *run)
{
	size_t i = at + 2;

	if (run->n != 1 || run->end != at + 6 || text.s[i] == '0')
		return false;
	while (i < text.len && ug_ascii_is_digit(text.s[i]))
		i++;
	return i >= at + 6 && i <= at + 7 && i < text.len &&
	    (text.s[i] == '?' || (text.s[i] == '\\' && i + 1 < text.len &&
	    text.s[i + 1] == '\''));
}

/*
 * Does a run show by itself that it is no formula, as =C3=B5 may be?  No row of
 * a sheet is 0.
 */
static bool
quoted_sure(struct ug_text text, size_t at, const struct run *run)
{
	return run->n > 1 || run->first >= 0x800 || run->first >> 6 == 0x10 ||
	    (run->first & 0x2F) == 0x20 ||
	    (at > 0 && ug_escape_letter(text.s[at - 1])) ||
	    (run->end < text.len && ug_escape_letter(text.s[run->end]));
}

static struct run
run_read(const struct ug_escape_form *form, struct ug_text text, size_t at,
    struct place *place, char *out)
{
	struct run run = form->width > 0 ?
	    bytes_run(form, text, at, place, out) :
	    chars_run(form, text, at, out);

	if (run.n == 0)
		return run;
	if (form == ug_escape_json && run_rtf(text, at, &run))
		run.n = 0;
	if (form == ug_escape_percent && !place->percent)
		run.n = 0;
	if (form == ug_escape_quoted && (ug_escape_assigns(text, at) ||
	    (!place->quoted && !quoted_sure(text, at, &run))))
		run.n = 0;
	return run;
}

/* Are the per cent signs up to the next space what a URL in UTF-8 has? */
static bool
percent_good(struct ug_text text, size_t at, size_t end, char *out)
{
	while (at < end) {
		const size_t n = text.s[at] != '%' ? 0 :
		    bytes_read(ug_escape_percent, text, at, out);

		if (ug_utf8_prefix((const unsigned char *)out, n, NULL) != n)
			return false;
		if (n == 0 && text.s[at] == '%' && (end - at < 3 ||
		    ug_ascii_digit(text.s[at + 1]) == 16 ||
		    ug_ascii_digit(text.s[at + 2]) == 16))
			return false;
		at += n > 0 ? n * ug_escape_percent->width : 1;
	}
	return true;
}

/* Look at what stands between spaces, from text.s[at] on. */
static void
token_look(struct ug_text text, size_t at, struct place *place, char *out)
{
	size_t end = at;

	place->link = false;
	for (; end < text.len && !ug_escape_space(text.s[end]); end++)
		place->link |= ug_text_starts(text, end, "://");
	place->percent = percent_good(text, at, end, out);
	place->token_end = end;
}

/* Where what starts at text.s[at] and is left alone ends; `at`: nothing is. */
static size_t
left_end(struct ug_text text, size_t at, struct place *place)
{
	switch (text.s[at]) {
	case '[':
		return ug_escape_class_end(text, at);
	case '=':
		return ug_escape_word_end(text, at);
	case '\\':
		if (at >= place->skip_end) {
			const size_t end = ug_escape_path_end(text, at,
			    place->token_end);

			place->skip_end = end > at ? end : 0;
		}
		if (at < place->skip_end)
			return at + 1;
		return text.len - at > 1 && text.s[at + 1] == '\\' ?
		    at + 2 : at;
	default:
		return at;
	}
}

/* Read the line; with `edits` NULL only to see if it is quoted-printable. */
static enum ungarble_err
line_read(struct ug_text text, size_t line_at, struct place *place, char *out,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		const struct ug_escape_form *form = ug_escape_forms;
		struct run run = { 0 };

		if (at >= place->token_end)
			token_look(text, at, place, out);
		run.end = left_end(text, at, place);
		for (; form->rule != NULL && run.end == at; form++) {
			if (text.s[at] == form->lead)
				run = run_read(form, text, at, place, out);
			if (run.n > 0)
				break;
		}
		if (run.n > 0 && edits != NULL)
			err = ug_edits_add(edits, line_at + at, run.end - at,
			    (struct ug_text){ out, run.len }, form->rule,
			    form->sure);
		else if (run.n > 0)
			place->quoted |= form == ug_escape_quoted;
		at = run.end > at ? run.end : at + 1;
	}
	return err;
}

static enum ungarble_err
line_find(const struct ug_scope *scope, struct ug_text text, size_t line_at,
    struct ug_edits *edits)
{
	struct place place = { 0 };
	size_t i = 0;
	char *out;
	enum ungarble_err err;

	while (i < text.len && strchr("\\%=&<", text.s[i]) == NULL)
		i++;
	if (i == text.len)
		return UNGARBLE_OK;
	out = ug_arena_take(scope->scratch, text.len);
	if (out == NULL)
		return UNGARBLE_ENOMEM;
	err = line_read(text, line_at, &place, out, NULL);
	place = (struct place){ .quoted = place.quoted };
	return err != UNGARBLE_OK ? err :
	    line_read(text, line_at, &place, out, edits);
}

static enum ungarble_err
escapes_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	/* What mojibake leaves of a line in two layers is for its next trip. */
	return ug_lines_find_first(scope, text, edits, line_find);
}

const struct ug_pass ug_pass_escapes = {
	.fix = { "escapes", "escapes",
	    "characters written as \\u00E9, %C3%A9, =C3=A9 or &eacute;", 0 },
	.find = escapes_find,
};
