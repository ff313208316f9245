/*
 * clean_read_train.c - takes the markup out of a page
 *
 * What is written in Markdown and HTML at once comes out right mostly; where it
 * does not, the paragraph seldom passes for prose.
 */
#include <string.h>

#include "base/ascii.h"
#include "clean_train.h"

#define REACH 30000 /* markup that is not closed so far never is */
#define STUB 3000   /* bytes of an article that says too little to keep */
#define SHORT 50    /* a line that long may be the last of a paragraph */

struct page_walk {
	const char *s;
	size_t n, at;
	enum page_kind kind;
	struct page_paragraph *paragraph;
};

/* What lies between these tags is no prose. */
static const char skipped[] = " script style code pre math m:math table "
    "category cui semantictype semanticgroup synonym focus svg iframe "
    "metadata title question ";
static const char inlines[] = " a b i em strong span emphasis term link sub "
    "sup u q font small abbr cite mark newline foreign xrefexternal "
    "xrefinternal definedtermen definedtermfr ";

static bool
starts(const struct page_walk *walk, size_t at, const char *with)
{
	size_t n = strlen(with);

	return walk->n - at >= n && memcmp(walk->s + at, with, n) == 0;
}

/* The place behind the next `what`; `at` if it is not near. */
static size_t
behind(const struct page_walk *walk, size_t at, const char *what)
{
	size_t i, end = walk->n - at > REACH ? at + REACH : walk->n;

	for (i = at; i < end; i++)
		if (walk->s[i] == what[0] && starts(walk, i, what))
			return i + strlen(what);
	return at;
}

static size_t
line_end(const struct page_walk *walk, size_t at)
{
	const char *end = memchr(walk->s + at, '\n', walk->n - at);

	return end != NULL ? (size_t)(end - walk->s) : walk->n;
}

/* At '<': past the tag, and past what it encloses if that is no prose. */
static void
read_tag(struct page_walk *walk)
{
	char name[24] = " ", close[24] = "</";
	size_t i = walk->at + 1, n = 0, end;
	bool closing = walk->s[i] == '/';

	if (starts(walk, walk->at, "<!--")) {
		walk->at = behind(walk, walk->at + 1, "-->");
		return;
	}
	end = behind(walk, i, ">");
	for (i += closing; n < 20 && i < end && walk->s[i] != '>' &&
	    walk->s[i] != ' ' && walk->s[i] != '/' && walk->s[i] != '\n'; i++) {
		close[2 + n] = walk->s[i];
		name[1 + n++] = (char)(walk->s[i] < 'a' ? walk->s[i] | 32 :
		    walk->s[i]);
	}
	name[1 + n] = ' ';
	close[2 + n] = '>';
	if (n == 0 || strstr(name, "://") != NULL) {
		walk->at = n == 0 ? walk->at + 1 : end;
		return;
	}
	if (!closing && strstr(skipped, name) != NULL &&
	    walk->s[end - 2] != '/') {
		walk->paragraph->code = walk->paragraph->n > 0;
		walk->at = behind(walk, end, close);
		return;
	}
	if (strstr(inlines, name) == NULL)
		page_break(walk->paragraph);
	walk->at = end;
}

static void
put_utf8(struct page_paragraph *paragraph, unsigned long c)
{
	if (c < 0x80) {
		page_put(paragraph, c < ' ' ? ' ' : (char)c);
	} else if (c == 0xA0) {
		page_put(paragraph, ' ');
	} else if (c < 0x800) {
		page_put(paragraph, (char)(0xC0 | c >> 6));
		page_put(paragraph, (char)(0x80 | (c & 63)));
	} else if (c < 0xFFFE && (c < 0xD800 || c > 0xDFFF)) {
		page_put(paragraph, (char)(0xE0 | c >> 12));
		page_put(paragraph, (char)(0x80 | (c >> 6 & 63)));
		page_put(paragraph, (char)(0x80 | (c & 63)));
	}
}

/* At '&': what the reference stands for. */
static void
read_reference(struct page_walk *walk)
{
	static const struct {
		const char *name;
		unsigned long c;
	} known[] = { { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
	    { "&quot;", '"' }, { "&apos;", '\'' }, { "&nbsp;", ' ' },
	    { "&rsquo;", 0x2019 }, { "&lsquo;", 0x2018 },
	    { "&ldquo;", 0x201C }, { "&rdquo;", 0x201D },
	    { "&mdash;", 0x2014 }, { "&ndash;", 0x2013 },
	    { "&hellip;", 0x2026 }, { "&pound;", 0xA3 },
	    { "&eacute;", 0xE9 } };
	unsigned long c = 0;
	size_t i, at = walk->at;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (starts(walk, at, known[i].name)) {
			put_utf8(walk->paragraph, known[i].c);
			walk->at += strlen(known[i].name);
			return;
		}
	if (walk->s[at + 1] == '#') {
		for (i = at + 2; ug_ascii_is_digit(walk->s[i]) &&
		    c < 0x110000; i++)
			c = c * 10 + (unsigned long)(walk->s[i] - '0');
		if (walk->s[i] == ';' && c > 0) {
			put_utf8(walk->paragraph, c);
			walk->at = i + 1;
			return;
		}
	}
	page_put(walk->paragraph, '&');
	walk->at++;
}

/* Behind "](": past the address. */
static size_t
address_end(const struct page_walk *walk, size_t at)
{
	size_t end = line_end(walk, at);
	int depth = 1;

	for (; at < end && depth > 0; at++)
		depth += (walk->s[at] == '(') - (walk->s[at] == ')');
	return at;
}

/* Signs of Markdown; false: none is here. */
static bool
read_sign(struct page_walk *walk)
{
	const char *s = walk->s + walk->at;
	size_t end;

	if (s[0] == '!' && s[1] == '[') {
		end = behind(walk, walk->at, "](");
		walk->at = address_end(walk, end > walk->at ? end :
		    walk->at + 1);
	} else if (s[0] == ']' && s[1] == '(') {
		walk->at = address_end(walk, walk->at + 2);
	} else if (s[0] == ']' && s[1] == '[') {
		walk->at = behind(walk, walk->at + 2, "]");
	} else if (s[0] == '[' || s[0] == ']' || s[0] == '*' || s[0] == '\\') {
		walk->at++;
	} else if (s[0] == '_' && (s[1] == ' ' || walk->at == 0 ||
	    s[-1] == ' ')) {
		walk->at++;
	} else if (s[0] == '`') {
		end = behind(walk, walk->at + 1, "`");
		walk->paragraph->code = true;
		walk->at = end > line_end(walk, walk->at) ? walk->at + 1 : end;
	} else if (s[0] == '{' && (s[1] == '{' || s[1] == '%')) {
		end = behind(walk, walk->at, s[1] == '{' ? "}}" : "%}");
		walk->at = end > line_end(walk, walk->at) || end == walk->at ?
		    walk->at + 2 : end;
	} else
		return false;
	return true;
}

/* At the start of a line of Markdown: true if the whole line was passed. */
static bool
read_line_start(struct page_walk *walk)
{
	size_t end = line_end(walk, walk->at), at = walk->at, digits;

	while (at < end && walk->s[at] == ' ')
		at++;
	if (at == end || walk->s[at] == '\r' || at - walk->at >= 4 ||
	    strchr("|=\t", walk->s[at]) != NULL || starts(walk, at, "---") ||
	    starts(walk, at, "[#]:") || (walk->s[at] == '[' &&
	    behind(walk, at, "]:") < end && behind(walk, at, "]:") > at)) {
		page_break(walk->paragraph);
		walk->at = end;
		return true;
	}
	if (starts(walk, at, "```") || starts(walk, at, "~~~")) {
		const char *fence = walk->s[at] == '`' ? "\n```" : "\n~~~";

		page_break(walk->paragraph);
		walk->at = line_end(walk, behind(walk, at, fence));
		return true;
	}
	for (digits = at; ug_ascii_is_digit(walk->s[digits]);)
		digits++;
	if (walk->s[at] == '#' || (digits > at && walk->s[digits] == '.' &&
	    walk->s[digits + 1] == ' ') ||
	    (strchr("-*+", walk->s[at]) != NULL && walk->s[at + 1] == ' ')) {
		page_break(walk->paragraph);
		at = digits > at ? digits + 1 : at;
	}
	while (at < end && strchr("#->*+ ", walk->s[at]) != NULL)
		at++;
	walk->at = at;
	return false;
}

/* At the end of a line. */
static void
read_line_end(struct page_walk *walk)
{
	size_t at = ++walk->at;

	while (at < walk->n && (walk->s[at] == ' ' || walk->s[at] == '\r'))
		at++;
	if (walk->kind == PAGE_LINES || (at < walk->n && walk->s[at] == '\n'))
		page_break(walk->paragraph);
	else
		page_put(walk->paragraph, ' ');
}

/* Articles of an encyclopedia, "<doc ...>" and "</doc>" around each. */
static void
read_articles(const char *s, struct page_paragraph *paragraph)
{
	const char *start, *end;

	while ((s = strstr(s, "<doc ")) != NULL) {
		start = strchr(s, '\n');
		end = start != NULL ? strstr(start, "</doc>") : NULL;
		if (end == NULL)
			return;
		if (end - start >= STUB)
			page_read(start, (size_t)(end - start), PAGE_LINES,
			    paragraph);
		page_end(paragraph);
		s = end;
	}
}

static bool
is_stop(char c)
{
	return (unsigned char)c >= 0x80 || strchr(".!?:\")'", c) != NULL;
}

/* Lines of some width: a short one ends a paragraph, or is a heading. */
static void
read_wrapped(const char *s, size_t n, struct page_paragraph *paragraph)
{
	size_t at, start, end, next;
	bool brief, heading;

	for (at = 0; at < n; at = next + 1) {
		for (next = at; next < n && s[next] != '\n';)
			next++;
		for (start = at; start < next && s[start] == ' ';)
			start++;
		for (end = next; end > start &&
		    (unsigned char)s[end - 1] <= ' ';)
			end--;
		brief = end - start < SHORT;
		heading = brief && (end == start || !is_stop(s[end - 1])) &&
		    (end == start || paragraph->n < 2 ||
		    is_stop(paragraph->s[paragraph->n - 2]));
		if (heading)
			page_break(paragraph);
		while (start < end)
			page_put(paragraph, s[start++]);
		page_put(paragraph, ' ');
		if (heading || (brief && is_stop(s[end - 1])))
			page_break(paragraph);
	}
	page_break(paragraph);
}

void
page_read(const char *s, size_t n, enum page_kind kind,
    struct page_paragraph *paragraph)
{
	struct page_walk walk = { s, n, 0, kind, paragraph };
	bool fresh = true;

	if (kind == PAGE_ARTICLES) {
		read_articles(s, paragraph);
		return;
	}
	if (kind == PAGE_WRAPPED) {
		read_wrapped(s, n, paragraph);
		return;
	}
	if (kind == PAGE_MARKDOWN && starts(&walk, 0, "---"))
		walk.at = behind(&walk, 3, "\n---");
	while (walk.at < n) {
		char c = s[walk.at];

		if (kind == PAGE_MARKDOWN && fresh && c != '\n' &&
		    read_line_start(&walk)) {
			continue;
		}
		c = s[walk.at];
		fresh = c == '\n';
		if (c == '\n')
			read_line_end(&walk);
		else if (c == '<' && kind != PAGE_LINES)
			read_tag(&walk);
		else if (c == '&' && kind != PAGE_LINES)
			read_reference(&walk);
		else if (starts(&walk, walk.at, "http") &&
		    memchr(s + walk.at, ':', 6) != NULL)
			while (walk.at < n && s[walk.at] > ' ')
				walk.at++;
		else if (kind != PAGE_MARKDOWN || !read_sign(&walk))
			page_put(paragraph, s[walk.at++]);
	}
	page_break(paragraph);
}
