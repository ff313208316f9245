/*
 * keep.c - strings and patterns that no edit may touch
 *
 *	photo voltaic  this string
 *	/<<[^>]*>>/    what this POSIX extended expression matches
 *	# ...          and lines that are empty: nothing
 *
 * They are looked for in the text as a step found it, and only where the step
 * has edits: strings around each of them, expressions in its line.  What a step
 * leaves stays as it is in the text that the next one finds.
 */
#define _XOPEN_SOURCE 700

#include "keep.h"

#include <locale.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "base/least.h"
#include "base/utf8.h"

/* Bytes: what is nested without end overflows the C library's stack. */
#define KEEP_PATTERN 4096

struct keep_part {
	size_t at, len;
};

struct ug_keep {
	struct ug_buf rows;         /* what strings point into */
	struct ug_text *strings;    /* in order of their bytes */
	size_t n_strings, cap_strings;
	size_t first[257];          /* the first string from each byte on */
	size_t longest;
	regex_t *patterns;
	size_t n_patterns, cap_patterns;
	locale_t locale;            /* "C": a character is a byte */
	struct ug_buf line;         /* of the text, its NUL added */
	struct keep_part lined;     /* where it was; len 0: none is */
	struct keep_part *matches;  /* in it, by pattern */
	size_t n_matches, cap_matches;
	const struct ug_alloc *alloc;
};

/* ---- rows ---- */

static const char *
keep_pattern_fault(int error)
{
	switch (error) {
	case REG_EBRACK:
		return "a bracket is not closed";
	case REG_EPAREN:
		return "a parenthesis is not closed, or not opened";
	case REG_EBRACE:
	case REG_BADBR:
		return "braces hold no number of times";
	case REG_ERANGE:
		return "a range without an end";
	case REG_ECTYPE:
		return "no such class of characters";
	case REG_EESCAPE:
		return "a backslash at the end";
	case REG_BADRPT:
		return "nothing stands before a repetition";
	default:
		return "no POSIX extended expression";
	}
}

static enum ungarble_err
keep_add_pattern(struct ug_keep *keep, struct ug_text line,
    struct ug_keep_fault *fault)
{
	enum ungarble_err err = ug_reserve(keep->alloc, &keep->patterns,
	    &keep->cap_patterns, keep->n_patterns + 1,
	    sizeof(*keep->patterns));
	int error;

	keep->line.len = 0;
	if (line.len > KEEP_PATTERN) {
		fault->what = "too long an expression";
		return UNGARBLE_EOPTION;
	}
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&keep->line, line.s + 1, line.len - 2);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&keep->line, "", 1);
	if (err != UNGARBLE_OK)
		return err;
	error = regcomp(&keep->patterns[keep->n_patterns], keep->line.s,
	    REG_EXTENDED);
	if (error == 0) {
		keep->n_patterns++;
		return UNGARBLE_OK;
	}
	if (error == REG_ESPACE)
		return UNGARBLE_ENOMEM;
	fault->what = keep_pattern_fault(error);
	return UNGARBLE_EOPTION;
}

static enum ungarble_err
keep_add(struct ug_keep *keep, struct ug_text line,
    struct ug_keep_fault *fault)
{
	enum ungarble_err err;

	if (memchr(line.s, '\0', line.len) != NULL)
		fault->what = "a control character";
	else if (ug_utf8_prefix((const unsigned char *)line.s, line.len,
	    NULL) != line.len)
		fault->what = "no UTF-8";
	if (fault->what != NULL)
		return UNGARBLE_EOPTION;
	if (line.len > 2 && line.s[0] == '/' && line.s[line.len - 1] == '/')
		return keep_add_pattern(keep, line, fault);
	err = ug_reserve(keep->alloc, &keep->strings, &keep->cap_strings,
	    keep->n_strings + 1, sizeof(*keep->strings));
	if (err != UNGARBLE_OK)
		return err;
	keep->strings[keep->n_strings++] = line;
	keep->longest = UG_MAX(keep->longest, line.len);
	return UNGARBLE_OK;
}

static bool
keep_is_blank(struct ug_text line)
{
	size_t at = 0;

	while (at < line.len && (line.s[at] == ' ' || line.s[at] == '\t'))
		at++;
	return at == line.len;
}

static enum ungarble_err
keep_read(struct ug_keep *keep, struct ug_keep_fault *fault)
{
	const struct ug_text rows = { keep->rows.s, keep->rows.len };
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; at < rows.len && err == UNGARBLE_OK;) {
		const char *const lf = memchr(rows.s + at, '\n',
		    rows.len - at);
		const size_t end = lf != NULL ? (size_t)(lf - rows.s) :
		    rows.len;
		struct ug_text line = ug_text_part(rows, at, end - at);

		if (ug_text_starts(line, 0, "\uFEFF"))
			line = ug_text_part(line, 3, line.len - 3);
		if (line.len > 0 && line.s[line.len - 1] == '\r')
			line.len--;
		fault->line++;
		if (!keep_is_blank(line) && line.s[0] != '#')
			err = keep_add(keep, line, fault);
		at = end + 1;
	}
	return err;
}

static int
keep_compare(const void *left, const void *right)
{
	const struct ug_text *const a = left, *const b = right;
	const int order = memcmp(a->s, b->s, UG_MIN(a->len, b->len));

	return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static void
keep_sort(struct ug_keep *keep)
{
	size_t i = 0;

	if (keep->n_strings > 0)
		qsort(keep->strings, keep->n_strings, sizeof(*keep->strings),
		    keep_compare);
	for (unsigned byte = 0; byte <= 256; byte++) {
		while (i < keep->n_strings &&
		    (unsigned char)keep->strings[i].s[0] < byte)
			i++;
		keep->first[byte] = i;
	}
}

enum ungarble_err
ug_keep_new(struct ug_keep **keep, struct ug_text rows,
    const struct ug_alloc *alloc, struct ug_keep_fault *fault)
{
	struct ug_keep *const k = rows.len > 0 ? ug_new(alloc, sizeof(*k)) :
	    NULL;
	enum ungarble_err err = UNGARBLE_ENOMEM;

	*keep = NULL;
	*fault = (struct ug_keep_fault){ 0 };
	if (k == NULL)
		return rows.len > 0 ? UNGARBLE_ENOMEM : UNGARBLE_OK;
	*k = (struct ug_keep){
		.rows = { .alloc = alloc },
		.line = { .alloc = alloc },
		.locale = newlocale(LC_ALL_MASK, "C", (locale_t)0),
		.alloc = alloc,
	};
	if (k->locale != (locale_t)0) {
		const locale_t was = uselocale(k->locale);

		err = ug_buf_add(&k->rows, rows.s, rows.len);
		if (err == UNGARBLE_OK)
			err = keep_read(k, fault);
		(void)uselocale(was);
	}
	keep_sort(k);
	if (err != UNGARBLE_OK) {
		ug_keep_free(k);
		return err;
	}
	*keep = k;
	return UNGARBLE_OK;
}

void
ug_keep_free(struct ug_keep *keep)
{
	if (keep == NULL)
		return;
	for (size_t i = 0; i < keep->n_patterns; i++)
		regfree(&keep->patterns[i]);
	if (keep->locale != (locale_t)0)
		freelocale(keep->locale);
	ug_release(keep->alloc, keep->patterns);
	ug_release(keep->alloc, keep->strings);
	ug_release(keep->alloc, keep->matches);
	ug_buf_free(&keep->rows);
	ug_buf_free(&keep->line);
	ug_release(keep->alloc, keep);
}

enum ungarble_err
ungarble_keep_check(const char *rows, size_t len, size_t *line,
    const char **why)
{
	struct ug_keep_fault fault;
	struct ug_keep *keep;
	const enum ungarble_err err = ug_keep_new(&keep,
	    (struct ug_text){ rows, len }, &ug_alloc_libc, &fault);

	*line = err == UNGARBLE_EOPTION ? fault.line : 0;
	*why = err == UNGARBLE_EOPTION ? fault.what : NULL;
	ug_keep_free(keep);
	return err;
}

/* ---- edits ---- */

/* Whether an edit changes something of a part, or puts something into it. */
static bool
keep_meets(const struct ug_edit *edit, size_t at, size_t len)
{
	return edit->at < at + len && edit->at + edit->len > at;
}

static bool
keep_has_string(const struct ug_keep *keep, struct ug_text text,
    const struct ug_edit *edit)
{
	const size_t end = edit->at + edit->len;
	size_t at = edit->at < keep->longest ? 0 : edit->at - keep->longest;

	for (; at < end; at++) {
		const unsigned char byte = (unsigned char)text.s[at];

		for (size_t i = keep->first[byte]; i < keep->first[byte + 1];
		    i++) {
			const struct ug_text one = keep->strings[i];

			if (one.len <= text.len - at &&
			    keep_meets(edit, at, one.len) &&
			    memcmp(one.s, text.s + at, one.len) == 0)
				return true;
		}
	}
	return false;
}

/* Find what a pattern matches in keep->line. */
static enum ungarble_err
keep_match(struct ug_keep *keep, const regex_t *pattern)
{
	const char *const line = keep->line.s;
	size_t at = 0;
	regmatch_t found;
	int error = 0;

	while (at + 1 < keep->line.len && (error = regexec(pattern, line + at,
	    1, &found, at > 0 ? REG_NOTBOL : 0)) == 0) {
		const size_t start = at + (size_t)found.rm_so;
		const size_t end = at + (size_t)found.rm_eo;
		enum ungarble_err err;

		at = end > start ? end : end + 1;
		if (end == start)
			continue;
		err = ug_reserve(keep->alloc, &keep->matches,
		    &keep->cap_matches, keep->n_matches + 1,
		    sizeof(*keep->matches));
		if (err != UNGARBLE_OK)
			return err;
		keep->matches[keep->n_matches++] = (struct keep_part){
			keep->lined.at + start, end - start };
	}
	/* What was not found for lack of memory may be there. */
	return error == 0 || error == REG_NOMATCH ? UNGARBLE_OK :
	    UNGARBLE_ENOMEM;
}

static bool
keep_ends_line(char byte)
{
	return byte == '\n' || byte == '\0';
}

/* Match the line that has text.s[at]; its end, CR LF or so, is none of it. */
static enum ungarble_err
keep_line(struct ug_keep *keep, struct ug_text text, size_t at)
{
	size_t end = at;
	enum ungarble_err err;

	while (at > 0 && !keep_ends_line(text.s[at - 1]))
		at--;
	while (end < text.len && !keep_ends_line(text.s[end]))
		end++;
	keep->lined = (struct keep_part){ at, end - at };
	keep->line.len = keep->n_matches = 0;
	while (end > at && text.s[end - 1] == '\r')
		end--;
	err = ug_buf_add(&keep->line, text.s + at, end - at);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&keep->line, "", 1);
	for (size_t i = 0; i < keep->n_patterns && err == UNGARBLE_OK; i++)
		err = keep_match(keep, &keep->patterns[i]);
	return err;
}

static enum ungarble_err
keep_has_pattern(struct ug_keep *keep, struct ug_text text,
    const struct ug_edit *edit, bool *has)
{
	const size_t end = edit->at + edit->len;
	size_t at = edit->at;

	/* An edit has a line, or goes on in the next one. */
	do {
		if (at < keep->lined.at ||
		    at > keep->lined.at + keep->lined.len ||
		    keep->lined.len == 0) {
			const enum ungarble_err err = keep_line(keep, text,
			    at);

			if (err != UNGARBLE_OK)
				return err;
		}
		for (size_t i = 0; i < keep->n_matches && !*has; i++)
			*has = keep_meets(edit, keep->matches[i].at,
			    keep->matches[i].len);
		at = keep->lined.at + keep->lined.len + 1;
	} while (at < end && !*has);
	return UNGARBLE_OK;
}

enum ungarble_err
ug_keep_filter(struct ug_keep *keep, struct ug_text text,
    struct ug_edits *edits)
{
	const locale_t was = uselocale(keep->locale);
	enum ungarble_err err = UNGARBLE_OK;
	size_t n = 0;

	keep->lined = (struct keep_part){ 0 };
	for (size_t i = 0; i < edits->n && err == UNGARBLE_OK; i++) {
		const struct ug_edit edit = edits->v[i];
		bool has = keep_has_string(keep, text, &edit);

		if (!has && keep->n_patterns > 0)
			err = keep_has_pattern(keep, text, &edit, &has);
		if (!has)
			edits->v[n++] = edit;
	}
	if (err == UNGARBLE_OK)
		edits->n = n;
	(void)uselocale(was);
	return err;
}
