/*
 * sample.c - the part of some bytes that tells one encoding from another
 *
 *	"the caf\xE9 of"  " caf\xE9 " tells; "the" and "of" speak of a language
 *
 * ASCII reads alike in all encodings.  Of words of ASCII only the language that
 * they speak for counts.
 */
#include "sample.h"

#include <string.h>

#include "base/hash.h"

#define TOKENS_MAX 4096 /* bytes: more tell no more */
#define ASCII_MAX  2048
#define SLOTS      4096

static bool
sample_is_space(unsigned char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == 0;
}

/*
 * Whether bytes[at] ends a token: no encoding has a byte below 0x30 as a part
 * of a character, nor one of ASCII's signs behind a byte of ASCII.
 */
static bool
sample_ends(const unsigned char *bytes, size_t at)
{
	return bytes[at] < '0' || (bytes[at] > '9' && bytes[at] < '@' &&
	    (at == 0 || bytes[at - 1] < 0x80));
}

static void
sample_ascii(struct ug_sample *sample, const unsigned char *token, size_t len)
{
	struct ug_pair pair = { 0, 0, 1 };

	if (sample->ascii_len > ASCII_MAX)
		return;
	for (size_t i = 0; i <= len && i <= ASCII_MAX; i++, pair.a = pair.b) {
		pair.b = i < len && i < ASCII_MAX ? token[i] : 0;
		if (ug_glyph_is_letter(sample->glyphs[pair.a]) ||
		    ug_glyph_is_letter(sample->glyphs[pair.b]))
			ug_tallied_add(sample->tallied, &sample->ascii,
			    sample->glyphs, pair);
	}
	sample->ascii_len += len;
}

void
ug_sample_clear(struct ug_sample *sample)
{
	sample->tokens.len = 0;
	sample->n_pairs = sample->n_high = 0;
	sample->ascii_len = sample->n_long = 0;
	memset(sample->present, 0, sizeof(sample->present));
	memset(sample->counts, 0, sizeof(sample->counts));
	memset(sample->met, 0, sizeof(sample->met));
	ug_tally_init(&sample->ascii);
	sample->cut = false;
	sample->whole = NULL;
}

/* Whether a token comes again: what is repeated proves no more than once. */
static bool
sample_met(struct ug_sample *sample, const unsigned char *token, size_t len)
{
	const size_t n = sizeof(sample->met) / sizeof(*sample->met);
	const uint32_t h = ug_hash_32_bytes(UG_HASH_32, token, len) | 1;

	/* A few places are looked at; in a crowd one may count twice. */
	for (size_t i = 0; i < 4; i++) {
		uint32_t *const place = &sample->met[(h / 2 + i) % n];

		if (*place == h)
			return true;
		if (*place == 0) {
			*place = h;
			return false;
		}
	}
	return false;
}

/* A token with bytes beyond ASCII, with what stands at either side. */
static enum ungarble_err
sample_token(struct ug_sample *sample, const unsigned char *bytes, size_t len,
    size_t start, size_t end)
{
	static const unsigned char edge = ' ';
	const unsigned char *const left = start == 0 ||
	    sample_is_space(bytes[start - 1]) ? &edge : &bytes[start - 1];
	const unsigned char *const right = end == len ||
	    sample_is_space(bytes[end]) ? &edge : &bytes[end];
	enum ungarble_err err = UNGARBLE_OK;

	/* What ends the token before may start this one. */
	if (sample->tokens.len == 0 ||
	    (unsigned char)sample->tokens.s[sample->tokens.len - 1] != *left)
		err = ug_buf_add(&sample->tokens, left, 1);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&sample->tokens, bytes + start, end - start);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&sample->tokens, right, 1);
	return err;
}

/* Keep in mind where all bytes are, and which. */
static void
sample_keep(struct ug_sample *sample, const unsigned char *bytes, size_t len)
{
	sample->whole = bytes;
	sample->whole_len = len;
	memset(sample->holds, 0, sizeof(sample->holds));
	for (size_t i = 0; i < len; i++)
		sample->holds[bytes[i]] = true;
}

enum ungarble_err
ug_sample_add(struct ug_sample *sample, const unsigned char *bytes, size_t len)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0;

	while (at < len && err == UNGARBLE_OK &&
	    sample->tokens.len < TOKENS_MAX) {
		size_t end = at;
		bool high = false;

		while (end < len && !sample_ends(bytes, end)) {
			high |= bytes[end] >= 0x80;
			if (end++ - at == TOKENS_MAX)
				break;
		}
		if (high && end - at > TOKENS_MAX - sample->tokens.len) {
			/*
			 * Rather none than a part, which may be half a letter.
			 */
			if (sample->tokens.len > TOKENS_MAX / 2)
				break;
			end = at + TOKENS_MAX - sample->tokens.len;
		}
		sample->cut = end == len;
		sample->n_long += high && end - at > 1;
		if (high && !sample_met(sample, bytes + at, end - at))
			err = sample_token(sample, bytes, len, at, end);
		else if (!high)
			sample_ascii(sample, bytes + at, end - at);
		at = end;
		while (at < len && sample_ends(bytes, at))
			at++;
	}
	if (at < len && err == UNGARBLE_OK)
		sample_keep(sample, bytes, len);
	return err;
}

bool
ug_sample_reads(const struct ug_sample *sample,
    const struct ug_encoding *encoding)
{
	if (sample->whole == NULL)
		return true;
	if (encoding->kind != UG_SINGLE_BYTE)
		return ug_detect_valid(encoding, sample->whole,
		    sample->whole_len);
	for (unsigned i = 0x80; i < 256; i++) {
		const uint32_t c = encoding->upper[i - 0x80];

		if (sample->holds[i] && (c == UG_UNDEFINED || (c >= 0x80 &&
		    c < 0xA0)))
			return false;
	}
	return true;
}

/* Put pairs with bytes beyond ASCII first. */
static void
sample_part(struct ug_sample *sample)
{
	size_t n = 0;

	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair pair = sample->pairs[i];

		if (pair.a < 0x80 && pair.b < 0x80)
			continue;
		sample->pairs[i] = sample->pairs[n];
		sample->pairs[n++] = pair;
	}
	sample->n_beyond = n;
}

void
ug_sample_count(struct ug_sample *sample)
{
	const unsigned char *const s = (const unsigned char *)sample->tokens.s;
	uint16_t slots[SLOTS] = { 0 };

	for (size_t i = 0; i < sample->tokens.len; i++) {
		if (!sample->present[s[i]] && s[i] >= 0x80)
			sample->high[sample->n_high++] = s[i];
		sample->present[s[i]] = true;
		if (i == 0)
			continue;

		const uint32_t key = (uint32_t)s[i - 1] << 8 | s[i];
		size_t slot = ug_mix(key) >> 20;

		while (slots[slot] != 0 && (sample->pairs[slots[slot] - 1].a !=
		    s[i - 1] || sample->pairs[slots[slot] - 1].b != s[i]))
			slot = (slot + 1) % SLOTS;
		if (slots[slot] == 0) {
			if (sample->n_pairs == UG_PAIRS_MAX)
				continue;
			sample->pairs[sample->n_pairs++] =
			    (struct ug_pair){ s[i - 1], s[i], 0 };
			slots[slot] = (uint16_t)sample->n_pairs;
		}
		sample->pairs[slots[slot] - 1].n++;
		sample->counts[s[i]]++;
	}
	sample_part(sample);
}

void
ug_sample_free(struct ug_sample *sample)
{
	ug_buf_free(&sample->tokens);
}
