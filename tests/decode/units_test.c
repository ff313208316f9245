/*
 * units_test.c - UTF-16 and UTF-32, whole and broken, and where each came from
 */
#include "decode/units.h"

#include "check.h"

#define BAD "\uFFFD"

static const struct {
	const char *name;
	enum ug_encoding_kind kind;
	struct ug_text in, out;
	size_t n_invalid;
	size_t at, len; /* of the first that is, in the input */
} rows[] = {
	{ "empty", UG_UTF16LE, UG_LIT(""), UG_LIT(""), 0, 0, 0 },
	{ "letters", UG_UTF16LE, UG_LIT("a\0\xE9\0"), UG_LIT("aé"), 0, 0, 0 },
	{ "the other way", UG_UTF16BE, UG_LIT("\0a\x20\xAC"), UG_LIT("a€"),
	  0, 0, 0 },
	{ "a pair", UG_UTF16LE, UG_LIT("\x3D\xD8\x00\xDE"),
	  UG_LIT("\U0001F600"), 0, 0, 0 },
	{ "the last pair", UG_UTF16BE, UG_LIT("\xDB\xFF\xDF\xFF"),
	  UG_LIT("\U0010FFFF"), 0, 0, 0 },
	{ "a mark is a character", UG_UTF16LE, UG_LIT("\xFF\xFE"),
	  UG_LIT("\uFEFF"), 0, 0, 0 },
	{ "NUL", UG_UTF16LE, UG_LIT("\0\0"), UG_LIT("\0"), 0, 0, 0 },
	{ "a high half", UG_UTF16LE, UG_LIT("b\0\x3D\xD8" "a\0"),
	  UG_LIT("b" BAD "a"), 1, 2, 2 },
	{ "a low half", UG_UTF16BE, UG_LIT("\xDE\0\0a"), UG_LIT(BAD "a"), 1,
	  0, 2 },
	{ "two high ones", UG_UTF16BE, UG_LIT("\xD8\x3D\xD8\x3D\xDE\0"),
	  UG_LIT(BAD "\U0001F600"), 1, 0, 2 },
	{ "half a pair at the end", UG_UTF16LE, UG_LIT("a\0\x3D\xD8"),
	  UG_LIT("a" BAD), 1, 2, 2 },
	{ "three quarters of one", UG_UTF16LE, UG_LIT("\x3D\xD8\x00"),
	  UG_LIT(BAD), 1, 0, 3 },
	{ "half a unit", UG_UTF16LE, UG_LIT("a\0b"), UG_LIT("a" BAD), 1, 2,
	  1 },
	{ "UTF-32", UG_UTF32LE, UG_LIT("\x00\xF6\x01\x00"),
	  UG_LIT("\U0001F600"), 0, 0, 0 },
	{ "UTF-32, the other way", UG_UTF32BE, UG_LIT("\0\0\0a"),
	  UG_LIT("a"), 0, 0, 0 },
	{ "beyond Unicode", UG_UTF32BE, UG_LIT("\0\x11\0\0\0\0\0a"),
	  UG_LIT(BAD "a"), 1, 0, 4 },
	{ "a surrogate", UG_UTF32LE, UG_LIT("\x3D\xD8\0\0"), UG_LIT(BAD), 1,
	  0, 4 },
	{ "cut short", UG_UTF32LE, UG_LIT("a\0\0\0b\0\0"), UG_LIT("a" BAD), 1,
	  4, 3 },
};

int
main(int argc, char *argv[])
{
	struct ug_decoded out;

	(void)argc;
	ug_decoded_init(&out, &ug_alloc_libc);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		ug_decoded_clear(&out);
		CHECK(rows[i].name, ug_units_decode(rows[i].kind,
		    (const unsigned char *)rows[i].in.s, rows[i].in.len, 1000,
		    &out) == UNGARBLE_OK);
		CHECK(rows[i].name, ug_text_equal((struct ug_text){
		    out.text.s, out.text.len }, rows[i].out));
		CHECK(rows[i].name, out.n_invalid == rows[i].n_invalid &&
		    out.n_strays == rows[i].n_invalid);
		if (rows[i].n_invalid == 0 || out.n_strays == 0)
			continue;
		CHECK(rows[i].name,
		    out.strays[0].in_at == 1000 + rows[i].at &&
		    out.strays[0].in_len == rows[i].len &&
		    out.strays[0].rule == NULL);
	}
	ug_decoded_free(&out);
	return check_done(argv[0]);
}
