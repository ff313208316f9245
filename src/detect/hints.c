/*
 * hints.c - what the caller says of encodings, checked
 *
 *	from "utf-8,latin1", languages "DE,fra"
 *	-> UTF-8 and windows-1252, the first one where neither reads; "de,fr"
 *
 * Whether there is a language of that name is left to those who know some: a
 * hint that means nothing to them is none.
 */
#include "hints.h"

#include <string.h>

#include "base/language_code.h"
#include "base/least.h"

enum ungarble_err
ug_hints_copy(struct ungarble_options *mine,
    const struct ungarble_options *opts)
{
	const size_t size = UG_MIN(opts->size, sizeof(*mine));

	*mine = (struct ungarble_options){ 0 };
	memcpy(mine, opts, size);
	return size == 0 ? UNGARBLE_EOPTION : UNGARBLE_OK;
}

static enum ungarble_err
hints_parse_from(struct ug_hints *hints, const char *labels)
{
	while (labels != NULL) {
		const size_t len = strcspn(labels, ",");
		const struct ug_encoding *const encoding =
		    ug_encoding_by_label(labels, len);

		if (encoding == NULL)
			return UNGARBLE_ELABEL;
		if (hints->candidates.n_from == UNGARBLE_FROM_MAX)
			return UNGARBLE_EOPTION;
		hints->from[hints->candidates.n_from++] = encoding;
		labels = labels[len] == ',' ? labels + len + 1 : NULL;
	}
	return UNGARBLE_OK;
}

/* Read one label, if there is one, to *encoding. */
static enum ungarble_err
hints_parse_label(const struct ug_encoding **encoding, const char *label)
{
	if (label == NULL)
		return UNGARBLE_OK;
	*encoding = ug_encoding_by_label(label, strlen(label));
	return *encoding == NULL ? UNGARBLE_ELABEL : UNGARBLE_OK;
}

/*
 * Read the code at *at, of two or three letters, and add it to what was put to
 * *put, which has come no further.
 */
static bool
hints_fold_language(const char **at, char **put)
{
	char code[4] = "";
	size_t n = 0;

	for (; **at != ',' && **at != '\0'; ++*at) {
		const char c = ug_ascii_lower(**at);

		if (!ug_ascii_is_lower(c) || n == 3)
			return false;
		code[n++] = c;
	}
	ug_language_code_fold(code);
	memcpy(*put, code, strlen(code));
	*put += strlen(code);
	return n >= 2;
}

/* Put codes in the form that is used here. */
static bool
hints_fold_languages(char *codes)
{
	const char *at = codes;
	char *put = codes;

	while (hints_fold_language(&at, &put)) {
		const char end = *at++;

		*put++ = end;
		if (end == '\0')
			return true;
	}
	return false;
}

static enum ungarble_err
hints_parse_languages(struct ug_hints *hints, const char *codes,
    const struct ug_alloc *alloc)
{
	size_t cap = 0;

	if (codes == NULL)
		return UNGARBLE_OK;
	if (ug_reserve(alloc, &hints->languages, &cap, strlen(codes) + 1, 1) !=
	    UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	memcpy(hints->languages, codes, strlen(codes) + 1);
	return hints_fold_languages(hints->languages) ? UNGARBLE_OK :
	    UNGARBLE_EOPTION;
}

enum ungarble_err
ug_hints_parse(struct ug_hints *hints, const struct ungarble_options *opts,
    const struct ug_alloc *alloc)
{
	struct ug_candidates *const candidates = &hints->candidates;
	enum ungarble_err err;

	*hints = (struct ug_hints){ .candidates = {
		.from = hints->from,
		.fallback = &ug_windows_1252,
	} };
	err = hints_parse_label(&candidates->fallback, opts->fallback);
	if (err == UNGARBLE_OK)
		err = hints_parse_label(&candidates->declared, opts->declared);
	if (err == UNGARBLE_OK)
		err = hints_parse_from(hints, opts->from);
	if (err == UNGARBLE_OK)
		err = hints_parse_languages(hints, opts->languages, alloc);
	candidates->languages = hints->languages;
	if (candidates->n_from > 0)
		candidates->fallback = hints->from[0];
	return err;
}

void
ug_hints_free(struct ug_hints *hints, const struct ug_alloc *alloc)
{
	ug_release(alloc, hints->languages);
	hints->languages = NULL;
	hints->candidates.languages = NULL;
}
