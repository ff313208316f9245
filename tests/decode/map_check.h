/*
 * map_check.h - whether what a record became is true, down to the byte
 */
#ifndef MAP_CHECK_H
#define MAP_CHECK_H

#include <string.h>

#include "base/utf8.h"
#include "decode/decode.h"

/*
 * Whether the bytes of each unit of a run, alone, are read as its text.  Where
 * they are malformed, what comes after them tells; where there are shifts, what
 * comes before.
 */
static inline bool
run_is_true(struct ug_decoder *decoder, const struct ug_decoded *out,
    const struct ug_run *run, size_t text_len, const struct ug_encoding *from,
    const unsigned char *in)
{
	const char *text = text_len > 0 ? out->text.s + run->text_at : "";
	const char *const end = text + text_len;
	struct ug_decoded alone;
	bool is_true = true;

	if (run->in_unit == 0 || from->kind == UG_STATEFUL ||
	    from->converter != NULL || from->decoder == UG_ISO_2022_JP)
		return true;
	if (from->kind == UG_UTF8 && run->in_unit == 1 && run->text_unit == 1)
		return memcmp(in, text, text_len) == 0;
	if (from->kind == UG_UTF8)
		return true;
	ug_decoded_init(&alone, &ug_alloc_libc);
	for (; text < end; text += run->text_unit, in += run->in_unit) {
		if (run->text_unit == 3 && memcmp(text, "\uFFFD", 3) == 0)
			continue;
		is_true = is_true && ug_decode(decoder, from, NULL, in,
		    run->in_unit, 0, &alone) == UNGARBLE_OK &&
		    alone.text.len == run->text_unit &&
		    memcmp(alone.text.s, text, run->text_unit) == 0;
	}
	ug_decoded_free(&alone);
	return is_true;
}

/* Runs cover input and text one by one; strays are where they say. */
static inline bool
map_is_exact(struct ug_decoder *decoder, struct ug_decoded *out,
    const struct ug_encoding *from, const unsigned char *in, size_t len,
    uint64_t in_at)
{
	uint64_t in_end = in_at;
	size_t text_end = 0, invalid = 0;

	if (ug_map_settle(&out->map, (struct ug_text){ out->text.s,
	    out->text.len }) != UNGARBLE_OK)
		return false;
	for (size_t i = 0; i < out->map.n; i++) {
		const struct ug_run *const run = &out->map.runs[i];
		const size_t text_len = ug_run_text_len(&out->map, i);

		if (run->in_at != in_end || run->text_at != text_end ||
		    ug_run_in_len(&out->map, i) == 0)
			return false;
		if (!run_is_true(decoder, out, run, text_len, from,
		    in + (in_end - in_at)))
			return false;
		in_end += ug_run_in_len(&out->map, i);
		text_end += text_len;
	}
	for (size_t i = 0; i < out->n_strays; i++) {
		const struct ug_stray *const stray = &out->strays[i];
		uint64_t at, n;

		ug_map_source(&out->map, stray->text_at, stray->text_len, &at,
		    &n);
		if (at != stray->in_at || n != stray->in_len)
			return false;
		if (stray->rule == NULL && (stray->text_len != 3 || memcmp(
		    out->text.s + stray->text_at, "\uFFFD", 3) != 0))
			return false;
		invalid += stray->rule == NULL;
	}
	return in_end == in_at + len && text_end == out->text.len &&
	    invalid == out->n_invalid && ug_utf8_prefix(
	    (const unsigned char *)out->text.s, out->text.len, NULL) ==
	    out->text.len;
}

#endif /* MAP_CHECK_H */
