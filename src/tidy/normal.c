/*
 * normal.c - Unicode's normal forms, by ICU
 *
 *	e U+0301   ->  U+00E9     nfc, nfkc
 *	U+00E9     ->  e U+0301   nfd, nfkd
 *	U+2460     ->  1          nfkc, nfkd
 *
 * The only file that knows ICU's normalisation.  A text is worked in stretches
 * that do not depend on one another: from a character that no form joins with
 * what is before it up to the next such one.  Those that are normal stay, so an
 * edit is a few characters.
 *
 * Left alone: a stretch of more than STRETCH_MAX characters, which no language
 * has.  What it becomes might go on growing.
 */
#include "normal.h"

#include <unicode/unorm2.h>

#include "edit/pass.h"

#define STRETCH_MAX 128 /* characters; by hand */

/* A character becomes 18 units of UTF-16 at most, in NFKD. */
#define RESULT_MAX (STRETCH_MAX * 18)

typedef const UNormalizer2 *normal_get(UErrorCode *status);

/* A stretch in UTF-16. */
struct stretch {
	UChar units[2 * STRETCH_MAX];
	int32_t n;
	size_t n_chars;
};

enum ungarble_err
ug_normal_open(void)
{
	static normal_get *const all[] = {
		unorm2_getNFCInstance, unorm2_getNFDInstance,
		unorm2_getNFKCInstance, unorm2_getNFKDInstance,
	};
	UErrorCode status = U_ZERO_ERROR;

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		(void)all[i](&status);
	if (U_SUCCESS(status))
		return UNGARBLE_OK;
	return status == U_MEMORY_ALLOCATION_ERROR ? UNGARBLE_ENOMEM :
	    UNGARBLE_ECONVERTER;
}

static void
stretch_add(struct stretch *stretch, uint32_t c)
{
	UChar *const to = stretch->units + stretch->n;

	if (++stretch->n_chars > STRETCH_MAX)
		return;
	if (c >= 0x10000) {
		to[0] = (UChar)(0xD800 + ((c - 0x10000) >> 10));
		to[1] = (UChar)(0xDC00 + (c & 0x3FF));
		stretch->n += 2;
	} else {
		to[0] = (UChar)c;
		stretch->n++;
	}
}

/* Read the stretch that starts at `at`; where it ends. */
static size_t
stretch_read(const UNormalizer2 *form, struct ug_text text, size_t at,
    struct stretch *stretch)
{
	*stretch = (struct stretch){ .n = 0 };
	stretch_add(stretch, ug_text_next(text, &at));
	while (at < text.len && (unsigned char)text.s[at] >= 0x80) {
		size_t next = at;
		const uint32_t c = ug_text_next(text, &next);

		if (unorm2_hasBoundaryBefore(form, (UChar32)c))
			break;
		stretch_add(stretch, c);
		at = next;
	}
	return at;
}

/* Write units as UTF-8; how many bytes that are. */
static size_t
stretch_write(const UChar *units, int32_t n, char *out)
{
	size_t len = 0;

	for (int32_t i = 0; i < n; i++) {
		uint32_t c = units[i];

		if (c >= 0xD800 && c < 0xDC00 && i + 1 < n)
			c = 0x10000 + ((c - 0xD800) << 10) +
			    (units[++i] - 0xDC00u);
		len += ug_put_char(c, out + len);
	}
	return len;
}

/* Add the edit that makes text[at..end) normal, unless it is. */
static enum ungarble_err
stretch_edit(const UNormalizer2 *form, const struct stretch *stretch,
    struct ug_text text, size_t at, size_t end, const char *rule,
    struct ug_edits *edits)
{
	UChar units[RESULT_MAX];
	char out[3 * RESULT_MAX];
	UErrorCode status = U_ZERO_ERROR;
	struct ug_text after = { out, 0 };
	int32_t n;

	if (stretch->n_chars > STRETCH_MAX || unorm2_quickCheck(form,
	    stretch->units, stretch->n, &status) == UNORM_YES)
		return UNGARBLE_OK;
	n = unorm2_normalize(form, stretch->units, stretch->n, units,
	    RESULT_MAX, &status);
	if (status == U_MEMORY_ALLOCATION_ERROR)
		return UNGARBLE_ENOMEM;
	if (U_FAILURE(status))
		return UNGARBLE_OK;
	after.len = stretch_write(units, n, out);
	if (ug_text_equal(after, ug_text_part(text, at, end - at)))
		return UNGARBLE_OK;
	return ug_edits_add(edits, at, end - at, after, rule, 100);
}

static enum ungarble_err
normal_find(normal_get *get, const char *rule, struct ug_text text,
    struct ug_edits *edits)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const form = get(&status);
	enum ungarble_err err = UNGARBLE_OK;
	struct stretch stretch;
	size_t at = 0;

	if (U_FAILURE(status))
		return UNGARBLE_ECONVERTER;
	while (err == UNGARBLE_OK) {
		size_t start, end;

		at += ug_text_ascii(ug_text_part(text, at, text.len - at));
		if (at == text.len)
			break;
		/* A mark may join what is before it, ASCII too. */
		start = at > 0 && (unsigned char)text.s[at - 1] < 0x80 ?
		    at - 1 : at;
		end = stretch_read(form, text, start, &stretch);
		if (end == at && start < at) {
			start = at;
			end = stretch_read(form, text, start, &stretch);
		}
		err = stretch_edit(form, &stretch, text, start, end, rule,
		    edits);
		at = end;
	}
	return err;
}

static enum ungarble_err
normal_find_nfc(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return normal_find(unorm2_getNFCInstance, "nfc/composed", text, edits);
}

static enum ungarble_err
normal_find_nfd(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return normal_find(unorm2_getNFDInstance, "nfd/decomposed", text,
	    edits);
}

static enum ungarble_err
normal_find_nfkc(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return normal_find(unorm2_getNFKCInstance, "nfkc/composed", text,
	    edits);
}

static enum ungarble_err
normal_find_nfkd(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return normal_find(unorm2_getNFKDInstance, "nfkd/decomposed", text,
	    edits);
}

#define NORMAL_PASS(name, what) \
	const struct ug_pass ug_pass_##name = { \
		.fix = { #name, #name, what, 0 }, \
		.find = normal_find_##name, \
		.tidies = true, \
		.one_of = "normal", \
	}

NORMAL_PASS(nfc, "Unicode's normal form C: composed");
NORMAL_PASS(nfd, "Unicode's normal form D: decomposed");
NORMAL_PASS(nfkc, "normal form KC: composed, without compatibility");
NORMAL_PASS(nfkd, "normal form KD: decomposed, without compatibility");
