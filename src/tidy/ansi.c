/*
 * ansi.c - escape sequences for terminals
 *
 *	ESC [ 1 m bold ESC [ 0 m           ->  bold
 *	ESC ] 0 ; title BEL  text          ->  text
 *	ESC ( B  ESC 7  ESC =              ->  nothing
 *
 * As ECMA-48 has them, and with BEL where xterm allows it; of those in eight
 * bits U+009B alone, with what a sequence has behind it.  An escape character
 * that begins nothing goes alone: none is left to begin something with what
 * stands beside it once others are gone.
 *
 * Left alone: what a sequence that does not end would have had; all else of
 * U+0080..U+009F.
 */
#include "edit/pass.h"

#define ESC 0x1B
#define BEL 0x07
#define CSI "\xC2\x9B" /* U+009B */
#define STRING_MAX 4096 /* bytes, by hand: a longer one is text */
#define PARAMS_MAX 256

static bool
ansi_within(struct ug_text text, size_t at, unsigned first, unsigned last)
{
	const unsigned char c = at < text.len ? (unsigned char)text.s[at] : 0;

	return at < text.len && c >= first && c <= last;
}

/*
 * Where a control sequence ends whose parameters start at `at`; `at` if it has
 * no end.
 */
static size_t
ansi_control_end(struct ug_text text, size_t at)
{
	size_t end = at;

	while (end - at < PARAMS_MAX && ansi_within(text, end, 0x30, 0x3F))
		end++;
	while (end - at < PARAMS_MAX && ansi_within(text, end, 0x20, 0x2F))
		end++;
	return ansi_within(text, end, 0x40, 0x7E) ? end + 1 : at;
}

/* The same of a string, which ends with ST, or BEL where that may be. */
static size_t
ansi_string_end(struct ug_text text, size_t at, bool bel)
{
	for (size_t end = at; end < text.len && end - at < STRING_MAX; end++) {
		const char c = text.s[end];

		if (c == BEL && bel)
			return end + 1;
		if (c == ESC && ansi_within(text, end + 1, '\\', '\\'))
			return end + 2;
		if (ug_text_starts(text, end, "\xC2\x9C"))
			return end + 2;
		if ((unsigned char)c < 0x20 && c != '\t')
			break;
	}
	return at;
}

/* Where the sequence ends that the escape character at `at` begins. */
static size_t
ansi_escape_end(struct ug_text text, size_t at)
{
	size_t end = at + 1;

	if (end == text.len)
		return end;
	switch (text.s[end]) {
	case '[':
		return ansi_control_end(text, end + 1);
	case ']':
		return ansi_string_end(text, end + 1, true);
	case 'P':
	case 'X':
	case '^':
	case '_':
		return ansi_string_end(text, end + 1, false);
	default:
		break;
	}
	while (end - at < PARAMS_MAX && ansi_within(text, end, 0x20, 0x2F))
		end++;
	return ansi_within(text, end, 0x30, 0x7E) ? end + 1 : at + 1;
}

/* The end of a run of what begins a sequence, each cut short by the next. */
static size_t
ansi_begin_end(struct ug_text text, size_t at)
{
	while (at < text.len) {
		if (text.s[at] == ESC)
			at++;
		else if (ug_text_starts(text, at, CSI))
			at += 2;
		else
			break;
	}
	return at;
}

/* What is to go at `at`, where one begins; `at` if nothing is. */
static size_t
ansi_end(struct ug_text text, size_t at, const char **rule)
{
	const size_t begun = ansi_begin_end(text, at);
	const bool eight = text.s[begun - 1] != ESC;
	size_t end;

	*rule = "ansi/sequence";
	if (!eight) {
		end = ansi_escape_end(text, begun - 1);
		if (end == begun)
			*rule = "ansi/escape";
		return end;
	}
	/* U+009B without parameters may be a sign that was misread. */
	end = ansi_control_end(text, begun);
	if (end > begun && ansi_within(text, begun, 0x30, 0x3F))
		return end;
	/* Another sequence cuts it short. */
	for (end = begun; ansi_within(text, end, 0x30, 0x3F); end++)
		;
	return end > begun && ansi_begin_end(text, end) > end ? end :
	    begun - 2;
}

static enum ungarble_err
ansi_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;

	(void)scope;
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK; ) {
		const char *rule;
		size_t end;

		if (text.s[at] != ESC && !ug_text_starts(text, at, CSI)) {
			at++;
			continue;
		}
		end = ansi_end(text, at, &rule);
		if (end > at)
			err = ug_edits_add(edits, at, end - at, UG_TEXT(""),
			    rule, 100);
		at = end > at ? end : at + 2;
	}
	return err;
}

const struct ug_pass ug_pass_ansi = {
	.fix = { "ansi", "tidy", "escape sequences for terminals", 0 },
	.find = ansi_find,
	.tidies = true,
};
