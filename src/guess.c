/*
 * guess.c - what bytes are, for those who only want to know
 */
#include "detect/detect.h"
#include "utf8.h"

/* A form that needs no letters to be told. */
static bool
guess_form(const unsigned char *bytes, size_t len, struct ug_verdict *verdict)
{
	bool more, ascii;
	const struct ug_encoding *const marked = ug_detect_mark(bytes, len,
	    &more);

	*verdict = (struct ug_verdict){ marked, UNGARBLE_BY_BOM, 100, NULL };
	if (marked != NULL)
		return true;
	*verdict = ug_detect_form(bytes, len);
	if (verdict->encoding != NULL)
		return true;
	*verdict = (struct ug_verdict){ &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
		NULL };
	return ug_utf8_prefix(bytes, len, &ascii) == len ||
	    ug_detect_is_utf8(bytes, len);
}

enum ungarble_err
ungarble_guess(const void *bytes, size_t len,
    const struct ungarble_options *opts, struct ungarble_guess *guesses,
    size_t cap, size_t *n)
{
	const struct ug_alloc *const alloc = &ug_alloc_libc;
	const struct ug_candidates candidates = {
		.fallback = &ug_windows_1252,
	};
	struct ug_verdict verdict;
	enum ungarble_err err = UNGARBLE_OK;

	(void)opts;
	*n = 0;
	if (!guess_form(bytes, len, &verdict))
		err = ug_detect_encoding(bytes, len, &candidates,
		    alloc, &verdict);
	if (err != UNGARBLE_OK || cap == 0)
		return err;
	guesses[(*n)++] = (struct ungarble_guess){ verdict.encoding->name,
		verdict.language, verdict.reason, verdict.confidence, 0 };
	return UNGARBLE_OK;
}
