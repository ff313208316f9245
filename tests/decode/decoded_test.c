/*
 * decoded_test.c - what is written for bytes that are malformed, in encodings of
 * every kind, and where the map says it came from
 */
#include "decode/decoded.h"

#include "check.h"
#include "encodings/by_label.h"

static const struct {
	const char *name, *from;
	struct ug_text in;
	const char *replaced, *escaped, *dropped;
} rows[] = {
	{ "a byte", "utf-8", UG_LIT("caf\xE9."), "caf\uFFFD.",
	  "caf\\xE9.", "caf." },
	{ "cut short", "utf-8", UG_LIT("a\xE2\x82" "b"), "a\uFFFD" "b",
	  "a\\xE2\\x82" "b", "ab" },
	{ "nothing else", "utf-8", UG_LIT("\xFF"), "\uFFFD", "\\xFF", "" },
	{ "two, and one", "utf-8", UG_LIT("\xC0\xAF \x80"),
	  "\uFFFD\uFFFD \uFFFD", "\\xC0\\xAF \\x80", " " },
	{ "single bytes", "iso-8859-3", UG_LIT("\xD0\xA1"), "\uFFFD\u0126",
	  "\\xD0\u0126", "\u0126" },
	{ "two bytes", "shift_jis", UG_LIT("\x93\xFA\x85\x20" "a"),
	  "\u65E5\uFFFD a", "\u65E5\\x85 a", "\u65E5 a" },
	{ "at the end", "shift_jis", UG_LIT("\x93\xFA\x93"), "\u65E5\uFFFD",
	  "\u65E5\\x93", "\u65E5" },
	{ "two in one", "gb18030", UG_LIT("\x81\x30\x81"), "\uFFFD",
	  "\\x81\\x30\\x81", "" },
	{ "UTF-16", "utf-16le", UG_LIT("b\0\x3D\xD8" "a\0"), "b\uFFFD" "a",
	  "b\\x3D\\xD8" "a", "ba" },
	{ "UTF-16, a half", "utf-16be", UG_LIT("\0a\0"), "a\uFFFD",
	  "a\\x00", "a" },
	{ "UTF-32", "utf-32le", UG_LIT("\x3D\xD8\0\0"), "\uFFFD",
	  "\\x3D\\xD8\\x00\\x00", "" },
	{ "shifts", "iso-2022-jp", UG_LIT("\x1B$BF|\xE9\x1B(Ba"),
	  "\u65E5\uFFFD" "a", "\u65E5\\xE9" "a", "\u65E5" "a" },
	{ "ICU's", "iso-2022-cn-ext", UG_LIT("a\xE9" "b"), "a\uFFFD" "b",
	  "a\\xE9" "b", "ab" },
};

/* Strays stand where they say, and the map covers all. */
static void
check_places(const char *name, struct ug_decoded *out, struct ug_text in)
{
	size_t n_invalid = 0;

	CHECK(name, ug_map_settle(&out->map, (struct ug_text){ out->text.s,
	    out->text.len }) == UNGARBLE_OK);
	CHECK(name, out->map.n > 0 && out->map.in_end == 1000 + in.len &&
	    out->map.text_end == out->text.len);
	for (size_t i = 0; i < out->n_strays; i++) {
		const struct ug_stray *const stray = &out->strays[i];
		uint64_t at, len;

		n_invalid += stray->rule == NULL;
		if (stray->text_len == 0)
			continue;
		ug_map_source(&out->map, stray->text_at, stray->text_len, &at,
		    &len);
		CHECK(name, at == stray->in_at && len == stray->in_len);
	}
	CHECK(name, n_invalid > 0 && n_invalid == out->n_invalid);
}

static void
check_row(size_t i, enum ungarble_invalid invalid, const char *want)
{
	const struct ug_encoding *const from = by_label(rows[i].from);
	struct ug_decoder *decoder;
	struct ug_decoded out;

	ug_decoded_init(&out, &ug_alloc_libc);
	out.invalid = invalid;
	if (from == NULL ||
	    ug_decoder_new(&decoder, &ug_alloc_libc) != UNGARBLE_OK) {
		CHECK(rows[i].name, !"can be read");
		return;
	}
	CHECK(rows[i].name, ug_decode(decoder, from, NULL,
	    (const unsigned char *)rows[i].in.s, rows[i].in.len, 1000, &out) ==
	    UNGARBLE_OK);
	CHECK(rows[i].name, out.text.s != NULL && ug_text_is((struct ug_text){
	    out.text.s, out.text.len }, want));
	check_places(rows[i].name, &out, rows[i].in);
	ug_decoded_free(&out);
	ug_decoder_free(decoder);
}

/* A character comes from any number of bytes, so a map is told. */
static void
check_lengths(void)
{
	static const size_t lens[] = { 1, 2, 255, 256, 257, 1000, 0, 3 };
	struct ug_decoded out;
	uint64_t in_at = 1000;

	ug_decoded_init(&out, &ug_alloc_libc);
	CHECK("no room", ug_decoded_reserve(&out, SIZE_MAX / 3 + 1) ==
	    UNGARBLE_ENOMEM && ug_decoded_reserve(&out, SIZE_MAX) ==
	    UNGARBLE_ENOMEM && out.text.len == 0);
	for (size_t i = 0; i < sizeof(lens) / sizeof(*lens); i++) {
		CHECK("char", ug_decoded_char(&out, in_at, lens[i], 0x65E5) ==
		    UNGARBLE_OK);
		in_at += lens[i];
	}
	CHECK("map", ug_map_settle(&out.map, (struct ug_text){ out.text.s,
	    out.text.len }) == UNGARBLE_OK && out.map.in_end == in_at &&
	    out.text.len == 3 * sizeof(lens) / sizeof(*lens));
	in_at = 1000;
	for (size_t i = 0; i < sizeof(lens) / sizeof(*lens); i++) {
		uint64_t at, len;

		ug_map_source(&out.map, 3 * i, 3, &at, &len);
		CHECK("source", at == in_at && len == lens[i]);
		in_at += lens[i];
	}
	ug_decoded_free(&out);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_row(i, UNGARBLE_INVALID_REPLACE, rows[i].replaced);
		check_row(i, UNGARBLE_INVALID_FAIL, rows[i].replaced);
		check_row(i, UNGARBLE_INVALID_ESCAPE, rows[i].escaped);
		check_row(i, UNGARBLE_INVALID_DROP, rows[i].dropped);
	}
	check_lengths();
	return check_done(argv[0]);
}
