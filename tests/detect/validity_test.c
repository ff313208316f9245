/*
 * validity_test.c - UTF-8 with stray bytes in it, and what each encoding lacks
 */
#include "check.h"
#include "decode/decode.h"
#include "detect/detect.h"
#include "encodings/by_label.h"

static const struct {
	const char *name;
	struct ug_text in;
	bool is;
} utf8_rows[] = {
	{ "empty", UG_LIT(""), false },
	{ "ascii", UG_LIT("plain"), false },
	{ "one character", UG_LIT("h\u00E9llo"), true },
	{ "one quote", UG_LIT("don\u2019t"), true },
	{ "one bad byte among many good",
	  UG_LIT("\u00E9t\u00E9, fran\u00E7ais, d\u00E9j\u00E0, caf\xE9"),
	  true },
	{ "one of each", UG_LIT("\u00E9t\u00E9 caf\xE9"), true },
	{ "a word of each", UG_LIT("gr\u00FCn gr\xFCn"), true },
	{ "one of Latin-1 and a stray, a stray",
	  UG_LIT("d\u00E9 m\xE8re p\u00E8re \xE9t\xE8"), true },
	{ "cut inside the last character",
	  UG_LIT("\u0434\u043E\u043C \xD0"), true },
	{ "cut inside a longer one", UG_LIT("so\u2019s \xE2\x80"), true },
	{ "a quote, cut", UG_LIT("all of it\xE2\x80"), true },
	{ "a sign, cut", UG_LIT("for \xE2\x82 20"), true },
	{ "a trade mark, cut", UG_LIT("the Mill\xE2\x84"), true },
	{ "an emoji, cut", UG_LIT("so \xF0\x9F"), true },
	{ "an emoji, cut later", UG_LIT("so \xF0\x9F\x98 be it"), true },
	{ "a mark, cut, and a letter", UG_LIT("all\xE2\x80 \xE9"), false },
	{ "a low quote and a letter, in macintosh",
	  UG_LIT("\xE2\x80rger\xD4"), false },
	{ "what is no mark, cut", UG_LIT("\xE2\x81 \xE2\xA1"), false },
	{ "nor this", UG_LIT("\xF0\x9E"), false },
	{ "nor this", UG_LIT("\xE5\xB8"), false },
	{ "surrogates one by one", UG_LIT("ol\u00E9 \xED\xA0\xBD\xED\xB8\x80"),
	  true },
	{ "quotes of windows-1252 in Russian",
	  UG_LIT("\x93\u0434\u043E\u043C\x94 \u0443 \u0440\u0435\u043A\u0438"),
	  true },
	{ "windows-1252", UG_LIT("\xE9t\xE9, fran\xE7""ais, d\xE9j\xE0"),
	  false },
	{ "windows-1251", UG_LIT("\xE4\xEE\xEC \xF3 \xF0\xE5\xEA\xE8"), false },
	{ "windows-1251, a pair by chance",
	  UG_LIT("\xD0\xA0 \xE4\xEE\xEC \xF3 \xF0\xE5\xEA\xE8"), false },
	{ "koi8-r", UG_LIT("\xC4\xCF\xCD \xD5 \xD2\xC5\xCB\xC9 \xCE\xC1"),
	  false },
	{ "gbk", UG_LIT("\xB7\xBF\xD7\xD3\xD4\xDA\xB4\xE5\xD7\xD3"), false },
	{ "euc-kr", UG_LIT("\xC1\xFD\xC0\xBA \xB8\xB6\xC0\xBB \xB3\xA1"),
	  false },
	{ "shift_jis", UG_LIT("\x89\xC6\x82\xCD\x91\xBA\x82\xCC\x82\xCD"),
	  false },
	{ "a pair by chance in windows-1252",
	  UG_LIT("\xE9t\xE9 \xC3\xA9 fran\xE7""ais d\xE9j\xE0 l'\xE9""cole"),
	  false },
	{ "continuation bytes only", UG_LIT("\x80\x81\x82 \x9F"), false },
};

static const struct {
	const char *name, *encoding;
	struct ug_text in;
	bool valid;
} valid_rows[] = {
	{ "empty", "utf-8", UG_LIT(""), true },
	{ "utf-8", "utf-8", UG_LIT("\u20AC"), true },
	{ "utf-8 and a stray", "utf-8", UG_LIT("\u20AC\xE9"), false },
	{ "windows-1253 has no D2", "windows-1253", UG_LIT("\xD2"), false },
	{ "windows-1253 has D1", "windows-1253", UG_LIT("\xD1"), true },
	{ "windows-1252 has all", "windows-1252", UG_LIT("\x81\x8D\x8F\x90"),
	  true },
	{ "utf-16le", "utf-16le", UG_LIT("a\0\x3D\xD8\x00\xDE"), true },
	{ "utf-16le, odd length", "utf-16le", UG_LIT("a\0b"), false },
	{ "utf-16le, half a pair", "utf-16le",
	  UG_LIT("\x3D\xD8" "a\0"), false },
	{ "utf-16be, ends in a half", "utf-16be",
	  UG_LIT("\0a\xD8\x3D"), false },
	{ "utf-32be, beyond Unicode", "utf-32be", UG_LIT("\0\x11\0\0"), false },
	{ "utf-32le", "utf-32le", UG_LIT("\0\xF6\x01\0"), true },
	{ "utf-32le, surrogate", "utf-32le", UG_LIT("\x3D\xD8\0\0"), false },
	{ "gb18030", "gb18030", UG_LIT("\xB7\xBF\x81\x30\x81\x30"), true },
	{ "gbk, lead before a space", "gbk", UG_LIT("\xB7 "), false },
	{ "gbk, cut", "gbk", UG_LIT("\xB7\xBF\xD7"), false },
	{ "big5", "big5", UG_LIT("\xA9\xD0\xA4l"), true },
	{ "big5, trail too low", "big5", UG_LIT("\xA9\x3F"), false },
	{ "euc-jp", "euc-jp", UG_LIT("\xB2\xC8\xA4\xCF\x8E\xB1"), true },
	{ "euc-jp, no such row", "euc-jp", UG_LIT("\xA9\xA1"), false },
	{ "shift_jis", "shift_jis", UG_LIT("\x89\xC6\x82\xCD\xB1"), true },
	{ "shift_jis, FF", "shift_jis", UG_LIT("\xFF"), false },
	{ "euc-kr", "euc-kr", UG_LIT("\xC1\xFD\x81\x41"), true },
	{ "euc-kr, no such pair", "euc-kr", UG_LIT("\xC9\x41"), false },
	{ "seven bits with state", "iso-2022-jp", UG_LIT("\xE9"), false },
};

/* Many good characters, one stray byte anywhere: UTF-8 still. */
static void
check_anywhere(void)
{
	char text[604];

	for (size_t at = 0; at + 2 <= sizeof(text); at += 2)
		memcpy(text + at, at % 20 == 0 ? " a" : "\xC3\xA9", 2);
	for (size_t at = 0; at < sizeof(text); at++) {
		const char was = text[at];

		text[at] = '\xE9';
		CHECK("stray anywhere", ug_detect_is_utf8(
		    (const unsigned char *)text, sizeof(text)));
		text[at] = was;
	}
}

static const char *const labels[] = { "big5", "euc-jp", "euc-kr", "gbk",
	"gb18030", "shift_jis", "euc-tw", "johab" };

/* What a pair stands after; the first byte of it may be the last of these. */
static const struct {
	const char *name;
	struct ug_text before, after;
} frames[] = {
	{ "two bytes", UG_LIT(""), UG_LIT("") },
	{ "two bytes and a letter", UG_LIT(""), UG_LIT("a") },
	{ "the last two of three", UG_LIT("\x8F"), UG_LIT("") },
	{ "the first two of four", UG_LIT(""), UG_LIT("\x81\x30") },
	{ "the last two of four", UG_LIT("\x84\x31"), UG_LIT("") },
};

static void
check_frame(struct ug_decoder *decoder, const char *label, size_t frame)
{
	const struct ug_encoding *const encoding = by_label(label);
	const struct ug_text before = frames[frame].before;
	const struct ug_text after = frames[frame].after;
	unsigned char bytes[8];
	unsigned long failed = 0, differ = 0;
	struct ug_decoded out;

	ug_decoded_init(&out, &ug_alloc_libc);
	memcpy(bytes, before.s, before.len);
	memcpy(bytes + before.len + 2, after.s, after.len);
	for (unsigned pair = 0; pair < 0x10000; pair++) {
		const size_t len = before.len + 2 + after.len;

		bytes[before.len] = (unsigned char)(pair >> 8);
		bytes[before.len + 1] = (unsigned char)pair;
		failed += ug_decode(decoder, encoding, NULL, bytes, len, 0,
		    &out) != UNGARBLE_OK;
		differ += ug_detect_valid(encoding, bytes, len) !=
		    (out.n_invalid == 0);
	}
	CHECK(label, failed == 0);
	if (!CHECK(frames[frame].name, differ == 0))
		fprintf(stderr, "\t%s: %lu differ\n", label, differ);
	ug_decoded_free(&out);
}

/* Validity and decoders agree on what is a character of several bytes. */
static void
check_frames(void)
{
	struct ug_decoder *decoder;

	if (!CHECK("decoder", ug_decoder_new(&decoder, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return;
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		for (size_t j = 0; j < sizeof(frames) / sizeof(*frames); j++)
			check_frame(decoder, labels[i], j);
	ug_decoder_free(decoder);
}

static const struct stateful_row {
	const char *label;
	struct ug_text in;
	bool valid;
} stateful_rows[] = {
	{ "iso-2022-jp", UG_LIT("\x1B$BF|\x1B(B.\n"), true },
	{ "iso-2022-jp", UG_LIT("\x1B$BF|F"), false },
	{ "iso-2022-jp", UG_LIT("\x1B$B~~"), false },
	{ "iso-2022-kr", UG_LIT("\x1B$)C\x0E" "GQ\x0F"), true },
	{ "iso-2022-kr", UG_LIT("\x1B$)D"), false },
	{ "iso-2022-cn", UG_LIT("\x1B$)A\x0EVP\n"), true },
	{ "iso-2022-cn", UG_LIT("\x0EVP\n"), false },
	{ "hz", UG_LIT("~{VP~}"), true },
	{ "hz", UG_LIT("~/.profile"), false },
	{ "utf-7", UG_LIT("+AOk-!"), true },
	{ "utf-7", UG_LIT("+AOl-!"), false },
	{ "utf-7", UG_LIT("++row;"), false },
	{ "utf-7", UG_LIT("caf\xE9"), false },
	{ "iso-2022-cn-ext", UG_LIT("a"), false },
};

static void
check_stateful(void)
{
	const size_t n = sizeof(stateful_rows) / sizeof(*stateful_rows);

	for (size_t i = 0; i < n; i++) {
		const struct stateful_row *const row = &stateful_rows[i];

		CHECK(row->in.s, row->valid == ug_detect_valid(
		    by_label(row->label), (const unsigned char *)row->in.s,
		    row->in.len));
	}
}

/*
 * So many runs beyond ASCII of one kind, and of another that speaks against,
 * where one point more or less decides.
 */
static const struct {
	const char *name;
	const char *good;
	size_t n_good;
	const char *bad;
	size_t n_bad;
	bool is;
} points_rows[] = {
	{ "a character, 35: 280 to 275", "\u0434", 8, "\xE9", 11, true },
	{ "175 to 175", "\u0434", 5, "\xE9", 7, false },
	{ "one of Latin-1, 48: 576 to 575", "\u00E9", 12, "\xE9", 23, true },
	{ "1200 to 1200", "\u00E9", 25, "\xE9", 48, false },
	{ "the last of Latin-1", "\u00FF", 12, "\xE9", 23, true },
	{ "none of it any more", "\u0100", 12, "\xE9", 17, false },
	{ "three bytes, 43: 301 to 300", "\u2019", 7, "\xE9", 12, true },
	{ "1075 to 1075", "\u2019", 25, "\xE9", 43, false },
	{ "five bytes, 59: 1475 to 1475", "\u2019\u0434", 25, "\xE9", 59,
	  false },
	{ "1475 to 1450", "\u2019\u0434", 25, "\xE9", 58, true },
	{ "many, 60: 480 to 475", "\u2019\u2019\u2019", 8, "\xE9", 19, true },
	{ "300 to 300", "\u2019\u2019\u2019", 5, "\xE9", 12, false },
	{ "two of Latin-1, 60", "\u00E9\u00E9", 5, "\xE9", 12, false },
	{ "runs that are bad, 50: 301 to 300", "\u2019", 7, "\xE9\xE8", 6,
	  true },
	{ "300 to 300, in such runs", "\u2019\u2019\u2019", 5, "\xE9\xE8", 6,
	  false },
	{ "half good is bad", "\u2019", 7, "\u0434\xE9\xE9", 6, true },
	{ "more than half is as one byte", "\u2019", 7, "\u0434\xE9", 12,
	  true },
	{ "nine bytes and a bad one", "\u2019\u2019\u2019\xE9", 1, "", 0,
	  true },
	{ "eight", "\u0434\u0434\u0434\u0434\xE9", 1, "", 0, false },
	{ "36 less 25 is 11: 77 to 75", "\u2019\u2019\u2019\xE9", 7, "\xE9",
	  3, true },
	{ "77 to 100", "\u2019\u2019\u2019\xE9", 7, "\xE9", 4, false },
	{ "four of five", "\u2019\u2019\u2019\u2019\xE9\xE9\xE9", 1, "", 0,
	  false },
	{ "less than that",
	  "\u2019\u2019\u2019\u2019\u2019\u2019\xE9\xE9\xE9\xE9\xE9", 1, "",
	  0, false },
};

static void
check_points(void)
{
	for (size_t i = 0; i < sizeof(points_rows) / sizeof(*points_rows);
	    i++) {
		struct ug_buf in = { .alloc = &ug_alloc_libc };
		bool good = true;

		for (size_t n = 0; n < points_rows[i].n_good; n++)
			good = good && ug_buf_add(&in, points_rows[i].good,
			    strlen(points_rows[i].good)) == UNGARBLE_OK &&
			    ug_buf_add(&in, " ", 1) == UNGARBLE_OK;
		for (size_t n = 0; n < points_rows[i].n_bad; n++)
			good = good && ug_buf_add(&in, points_rows[i].bad,
			    strlen(points_rows[i].bad)) == UNGARBLE_OK &&
			    ug_buf_add(&in, " ", 1) == UNGARBLE_OK;
		CHECK(points_rows[i].name, good);
		CHECK(points_rows[i].name, ug_detect_is_utf8(
		    (unsigned char *)in.s, in.len) == points_rows[i].is);
		ug_buf_free(&in);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(utf8_rows) / sizeof(*utf8_rows); i++)
		CHECK(utf8_rows[i].name, utf8_rows[i].is == ug_detect_is_utf8(
		    (const unsigned char *)utf8_rows[i].in.s,
		    utf8_rows[i].in.len));
	for (size_t i = 0; i < sizeof(valid_rows) / sizeof(*valid_rows); i++)
		CHECK(valid_rows[i].name, valid_rows[i].valid ==
		    ug_detect_valid(by_label(valid_rows[i].encoding),
		    (const unsigned char *)valid_rows[i].in.s,
		    valid_rows[i].in.len));
	check_anywhere();
	check_frames();
	check_stateful();
	check_points();
	return check_done(argv[0]);
}
