/*
 * texts_markup_train.c - running text of HTML, manuals, CLDR and plain files
 *
 * A paragraph is a line.  What is set as code is left out.
 */
#include <string.h>
#include <strings.h>

#include "texts_train.h"

/* Where `what` is in text from `at` on, or its end. */
static size_t
text_find(struct ug_text text, size_t at, const char *what)
{
	const size_t n = strlen(what);

	while (at + n <= text.len &&
	    (text.s[at] != *what || memcmp(text.s + at, what, n) != 0))
		at++;
	return at + n <= text.len ? at : text.len;
}

static bool
name_in(const char *name, size_t len, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == len && strncasecmp(*list, name, len) == 0)
			return true;
	return false;
}

/* Add the paragraph and start another; one whose words were lost is dropped. */
static void
paragraph_end(int language, struct ug_buf *paragraph, bool *lost)
{
	if (paragraph->len > 0 && !*lost)
		texts_add_line(language, (struct ug_text){ paragraph->s,
		    paragraph->len });
	paragraph->len = 0;
	*lost = false;
}

/* Past the tag at `at`: of an element that is left out, past all of it. */
static size_t
tag_read(struct ug_text file, size_t at, bool *block)
{
	static const char *const hidden[] = { "script", "style", "pre", "head",
	    "code", "tt", "programlisting", "screen", "synopsis", "nav",
	    "noscript", "literallayout", "kbd", "samp", "var", "bookinfo",
	    "articleinfo", "refentryinfo", NULL };
	static const char *const inside[] = { "b", "i", "em", "strong", "a",
	    "span", "font", "u", "small", "big", "q", "cite", "abbr", "sub",
	    "sup", "acronym", "emphasis", "ulink", "link", "guilabel", "wbr",
	    "guimenu", "guimenuitem", "application", "quote", "menuchoice",
	    "guibutton", "guisubmenu", "guiicon", "phrase", "glossterm",
	    "firstterm", "interface", "personname", "bdi", "dfn", NULL };
	const size_t name = at + 1 + (at + 1 < file.len &&
	    file.s[at + 1] == '/');
	size_t len = 0;
	char close[32] = "</";

	*block = false;
	if (file.len - at > 4 && memcmp(file.s + at, "<!--", 4) == 0)
		return text_find(file, at, "-->") + 3;
	while (name + len < file.len && len < 20 &&
	    strchr(" >/\t\r\n", file.s[name + len]) == NULL)
		len++;
	const size_t end = text_find(file, at, ">");
	*block = !name_in(file.s + name, len, inside);
	if (name != at + 1 || !name_in(file.s + name, len, hidden) ||
	    (end > 0 && file.s[end - 1] == '/'))
		return end + 1;
	*block = strchr("ckstv", file.s[name]) == NULL ||
	    strncmp(file.s + name, "sc", 2) == 0;
	memcpy(close + 2, file.s + name, len);
	return text_find(file, text_find(file, end, close), ">") + 1;
}

void
texts_read_html(int language, struct ug_text file)
{
	struct ug_buf paragraph = { .alloc = &ug_alloc_libc };
	bool lost = false;

	for (size_t at = 0; at < file.len; ) {
		uint32_t c;
		size_t n;
		bool block;

		if (file.s[at] == '<') {
			at = tag_read(file, at, &block);
			if (block)
				paragraph_end(language, &paragraph, &lost);
		} else if (file.s[at] == '&' && (n = texts_entity(file.s + at,
		    file.len - at, &c)) > 0) {
			/* &eacute; is part of a word, &app; is a name. */
			lost |= n > 5 && c == ' ' && paragraph.len > 0 &&
			    (paragraph.s[paragraph.len - 1] | 0x20) >= 'a';
			if (c != '<' && c != '>' && c != '&')
				texts_put_char(&paragraph, c);
			at += n;
		} else {
			texts_put(&paragraph, file.s + at++, 1);
		}
	}
	paragraph_end(language, &paragraph, &lost);
	ug_buf_free(&paragraph);
}

/* The text of elements that name something; "a | b" is two. */
void
texts_read_cldr(int language, struct ug_text file)
{
	static const char *const names[] = { "language", "territory", "script",
	    "exemplarCity", "displayName", "month", "day", "annotation",
	    "relative", "type", "long", "era", "key", "quarter", "dayPeriod",
	    NULL };

	for (size_t at = 0; at < file.len; ) {
		const size_t start = text_find(file, at, "<") + 1;
		const size_t end = text_find(file, start, ">");
		size_t len = 0;

		while (start + len < end && file.s[start + len] != ' ')
			len++;
		at = end + 1;
		if (end >= file.len || !name_in(file.s + start, len, names) ||
		    file.s[end - 1] == '/')
			continue;
		for (size_t from = at; from < file.len; from++) {
			size_t to = from;

			while (to < file.len && file.s[to] != '|' &&
			    file.s[to] != '<')
				to++;
			texts_add_line(language, ug_text_part(file, from,
			    to - from));
			from = to;
			if (to >= file.len || file.s[to] == '<')
				break;
		}
	}
}

/* One line of roff with its requests and escapes taken away. */
static void
roff_strip(const char *s, size_t len, struct ug_buf *out)
{
	for (size_t at = 0; at < len; at++) {
		const char next = at + 1 < len ? s[at + 1] : '\0';

		if (s[at] == '"') {
			continue;
		} else if (s[at] != '\\') {
			texts_put(out, s + at, 1);
		} else if (next == 'f' || next == '*' || next == 's') {
			const char kind = at + 2 < len ? s[at + 2] : '\0';
			size_t n = kind == '(' ? 4 : kind == '+' ||
			    kind == '-' ? 3 : 2;

			for (; kind == '[' && at + n < len && s[at + n] != ']';)
				n++;
			at += n;
		} else if (next == '(' && at + 3 < len) {
			const bool quote = memchr("ac", s[at + 2], 2) != NULL &&
			    s[at + 3] == 'q';

			texts_put(out, quote ? "'" : " ", 1);
			at += 3;
		} else {
			if (next == '-')
				texts_put(out, "-", 1);
			else if (next == ' ' || next == '~')
				texts_put(out, " ", 1);
			at++;
		}
	}
	texts_put(out, " ", 1);
}

void
texts_read_man(int language, struct ug_text file)
{
	static const char *const fonts[] = { "B", "I", "BR", "IR", "RB", "RI",
	    "BI", "IB", "SM", "SB", NULL };
	struct ug_buf paragraph = { .alloc = &ug_alloc_libc };
	bool code = false, lost = false;

	for (size_t at = 0; at < file.len; at++) {
		const size_t start = at;
		const char *const s = file.s + start;
		size_t name = 1;

		while (at < file.len && file.s[at] != '\n')
			at++;
		const size_t len = at - start;
		if (len == 0 || (s[0] != '.' && s[0] != '\'')) {
			if (len == 0)
				paragraph_end(language, &paragraph, &lost);
			else if (!code)
				roff_strip(s, len, &paragraph);
			continue;
		}
		while (name < len && s[name] != ' ')
			name++;
		if (len >= 3 && memcmp(s, ".nf", 3) == 0)
			code = true;
		if (len >= 3 && (memcmp(s, ".EX", 3) == 0 ||
		    memcmp(s, ".Bd", 3) == 0))
			code = true;
		if (len >= 3 && (memcmp(s, ".fi", 3) == 0 ||
		    memcmp(s, ".EE", 3) == 0 || memcmp(s, ".Ed", 3) == 0 ||
		    memcmp(s, ".SH", 3) == 0))
			code = false;
		if (name_in(s + 1, name - 1, fonts) && name < len && !code)
			roff_strip(s + name + 1, len - name - 1, &paragraph);
		else
			paragraph_end(language, &paragraph, &lost);
	}
	paragraph_end(language, &paragraph, &lost);
	ug_buf_free(&paragraph);
}

/* Paragraphs between empty lines. */
void
texts_read_plain(int language, struct ug_text file)
{
	for (size_t at = 0; at < file.len; ) {
		const size_t end = text_find(file, at, "\n\n");

		texts_add_line(language, ug_text_part(file, at, end - at));
		at = end + 2;
	}
}
