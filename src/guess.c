/*
 * guess.c - what bytes are, for those who only want to know
 *
 * As a stream asks of its start, so here: an order, a mark, a form, UTF-8.
 * What has none of them is judged by its letters, and only then is there more
 * than one guess.
 */
#include <string.h>

#include "base/utf8.h"
#include "detect/escapes.h"
#include "detect/hints.h"

#define GUESSES_MAX 160 /* readings that are told apart */

/* A form that needs no letters to be told; its encoding is NULL if not. */
static struct ug_verdict
guess_form(const struct ug_hints *hints, const unsigned char *bytes, size_t len)
{
	const struct ug_verdict none = { NULL, UNGARBLE_BY_DEFAULT, 0, NULL };
	struct ug_verdict form;
	bool more;

	if (hints->candidates.n_from == 1)
		return (struct ug_verdict){ hints->from[0], UNGARBLE_BY_OPTION,
			100, NULL };

	const struct ug_encoding *const marked = ug_detect_mark(bytes, len,
	    &more);

	form = (struct ug_verdict){ marked, UNGARBLE_BY_BOM, 100, NULL };
	if (marked != NULL && marked != &ug_utf8 &&
	    ug_candidates_admit(&hints->candidates, marked))
		return form;
	form = ug_detect_form(bytes, len);
	if (form.encoding != NULL && (form.encoding->kind == UG_BINARY ||
	    ug_candidates_admit(&hints->candidates, form.encoding)))
		return form;
	if (!ug_candidates_admit(&hints->candidates, &ug_utf8))
		return none;
	form = (struct ug_verdict){ &ug_utf8, marked == &ug_utf8 ?
		UNGARBLE_BY_BOM : UNGARBLE_BY_VALIDITY, 100, NULL };
	if (ug_utf8_is(bytes, len, NULL))
		return form;
	form.confidence = 95;
	return ug_detect_is_utf8(bytes, len) ? form : none;
}

/* The seven-bit form of the first record that has one, or NULL. */
static const struct ug_encoding *
guess_escapes(const unsigned char *bytes, size_t len)
{
	bool korean = false;

	for (size_t at = 0; at < len; ) {
		const unsigned char *const lf = memchr(bytes + at, '\n',
		    len - at);
		const size_t n = lf == NULL ? len - at :
		    (size_t)(lf - bytes) + 1 - at;
		const struct ug_encoding *const found = ug_detect_escapes(
		    bytes + at, n, &korean);

		if (found != NULL)
			return found;
		at += n;
	}
	return NULL;
}

static enum ungarble_err
guess_with(const struct ug_hints *hints, const struct ug_alloc *alloc,
    const unsigned char *bytes, size_t len, struct ungarble_guess *guesses,
    size_t cap, size_t *n)
{
	struct ug_verdict verdicts[GUESSES_MAX];
	int margins[GUESSES_MAX] = { 0 };
	size_t n_found = 1;
	bool ascii = false;

	verdicts[0] = guess_form(hints, bytes, len);
	if (verdicts[0].encoding == NULL) {
		struct ug_candidates candidates = hints->candidates;

		candidates.ebcdic = ug_detect_ebcdic(bytes, len) !=
		    UG_EBCDIC_NO;

		const enum ungarble_err err = ug_detect_rank(bytes, len,
		    &candidates, alloc, verdicts, margins, GUESSES_MAX,
		    &n_found);

		if (err != UNGARBLE_OK)
			return err;
	} else if (verdicts[0].encoding->kind == UG_UTF8) {
		const struct ug_encoding *escapes;

		ascii = ug_utf8_prefix(bytes, len, &ascii) == len && ascii;
		escapes = ascii ? guess_escapes(bytes, len) : NULL;
		if (escapes != NULL &&
		    ug_candidates_admit(&hints->candidates, escapes)) {
			verdicts[0].encoding = escapes;
			verdicts[0].confidence = 99;
			ascii = false;
		}
	}
	for (*n = 0; *n < n_found && *n < cap; ++*n)
		guesses[*n] = (struct ungarble_guess){
			.encoding = ascii ? "US-ASCII" :
			    verdicts[*n].encoding->name,
			.language = verdicts[*n].language,
			.reason = verdicts[*n].reason,
			.confidence = verdicts[*n].confidence,
			.margin = margins[*n],
		};
	return UNGARBLE_OK;
}

enum ungarble_err
ungarble_guess(const void *bytes, size_t len,
    const struct ungarble_options *opts, struct ungarble_guess *guesses,
    size_t cap, size_t *n)
{
	static const struct ungarble_options none = UNGARBLE_OPTIONS_INIT;
	struct ungarble_options mine;
	struct ug_alloc alloc;
	struct ug_hints hints;

	*n = 0;
	if (ug_hints_copy(&mine, opts != NULL ? opts : &none) != UNGARBLE_OK)
		return UNGARBLE_EOPTION;
	alloc = ug_alloc_of(mine.resize, mine.user);

	enum ungarble_err err = ug_hints_parse(&hints, &mine, &alloc);

	if (err == UNGARBLE_OK)
		err = guess_with(&hints, &alloc,
		    len > 0 ? bytes : (const void *)"", len, guesses, cap, n);
	ug_hints_free(&hints, &alloc);
	return err;
}
