/*
 * decode_fuzz.c - every decoder, on anything
 *
 * The first byte chooses the encoding, the second one that stray bytes are read
 * in, the third where the record is cut.  Text is well-formed and not much
 * longer, each byte of it is of a place in the input and the other way round,
 * strays come in order, and where a decoder says that a record may be cut both
 * halves are read as the whole is.
 */
#include "decode/map_check.h"
#include "fuzz.h"

/* Room is made for what is written, and not for much more. */
static void
check_room(const struct ug_decoded *out, size_t len)
{
	FUZZ_CHECK(out->text.len <= 12 * len + 16);
	FUZZ_CHECK(out->text.cap <= 24 * len + 4096);
	FUZZ_CHECK(out->n_strays <= len && out->n_invalid <= out->n_strays);
	FUZZ_CHECK(out->map.n <= len + 1);
}

static void
check_strays(const struct ug_decoded *out)
{
	uint64_t in_at = 0;
	size_t text_at = 0;

	for (size_t i = 0; i < out->n_strays; i++) {
		const struct ug_stray *const stray = &out->strays[i];

		FUZZ_CHECK(stray->in_at >= in_at && stray->in_len > 0);
		FUZZ_CHECK(stray->text_at >= text_at);
		in_at = stray->in_at + stray->in_len;
		text_at = stray->text_at + stray->text_len;
	}
}

/* Read in two halves, cut where the decoder likes it. */
static void
check_halves(struct ug_decoder *decoder, const struct ug_encoding *encoding,
    const struct fuzz_input *in, size_t cut, const struct ug_decoded *whole)
{
	struct ug_decoded half;
	size_t done = 0, n_invalid = 0;

	if (encoding->kind != UG_STATEFUL || encoding->converter != NULL)
		return;
	ug_decoder_reset(decoder);
	cut = ug_decoder_whole(decoder, encoding, in->s, cut);
	ug_decoded_init(&half, &ug_alloc_libc);
	for (int i = 0; i < 2; i++) {
		const size_t at = i == 0 ? 0 : cut;
		const size_t len = i == 0 ? cut : in->len - cut;

		FUZZ_CHECK(ug_decode(decoder, encoding, NULL, in->s + at, len,
		    at, &half) == UNGARBLE_OK);
		FUZZ_CHECK(done + half.text.len <= whole->text.len &&
		    (half.text.len == 0 || memcmp(whole->text.s + done,
		    half.text.s, half.text.len) == 0));
		done += half.text.len;
		n_invalid += half.n_invalid;
	}
	FUZZ_CHECK(done == whole->text.len && n_invalid == whole->n_invalid);
	ug_decoded_free(&half);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const strays[] = { "windows-1252", "windows-1251",
		"macintosh", "koi8-r", "shift_jis", "windows-874" };
	const size_t n_strays = sizeof(strays) / sizeof(*strays);
	struct fuzz_input in = { data, size };
	const struct ug_encoding *encoding, *stray = NULL;
	struct ug_decoder *decoder;
	struct ug_decoded out;
	size_t n = 0, which;
	uint8_t *bytes;

	while (ug_encoding_at(n) != NULL)
		n++;
	encoding = ug_encoding_at(fuzz_byte(&in) % n);
	which = fuzz_byte(&in);
	if (which < n_strays)
		stray = ug_encoding_by_label(strays[which],
		    strlen(strays[which]));

	const size_t cut = fuzz_byte(&in) * in.len / 256;
	const uint64_t in_at = which * 0x100000001;

	bytes = fuzz_copy(in.s, in.len);
	ug_decoded_init(&out, &ug_alloc_libc);
	FUZZ_CHECK(ug_decoder_new(&decoder, &ug_alloc_libc) == UNGARBLE_OK);
	FUZZ_CHECK(ug_decode(decoder, encoding, stray, bytes, in.len, in_at,
	    &out) == UNGARBLE_OK);
	check_room(&out, in.len);
	check_strays(&out);
	FUZZ_CHECK(map_is_exact(decoder, &out, encoding, bytes, in.len,
	    in_at));
	check_halves(decoder, encoding, &in, cut, &out);
	ug_decoder_free(decoder);
	ug_decoded_free(&out);
	free(bytes);
	return 0;
}
