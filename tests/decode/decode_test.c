/*
 * decode_test.c - rows, the source map on random bytes, memory that runs out
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "check.h"
#include "decode/decode.h"
#include "encodings/by_label.h"
#include "random.h"

/* ---- rows ---- */

static const struct decode_row {
	const char *name;
	const char *from, *stray;
	struct ug_text in, out;
	size_t n_strays, n_invalid;
	const char *rule; /* of the first stray */
} rows[] = {
	{ "empty", "utf-8", NULL, UG_LIT(""), UG_LIT(""), 0, 0, NULL },
	{ "well-formed", "utf-8", NULL, UG_LIT("caf\u00E9 \u20AC\n"),
	  UG_LIT("caf\u00E9 \u20AC\n"), 0, 0, NULL },
	{ "mark is a character", "utf-8", NULL, UG_LIT("\xEF\xBB\xBFx"),
	  UG_LIT("\uFEFFx"), 0, 0, NULL },
	{ "no stray encoding", "utf-8", NULL, UG_LIT("caf\xE9 \u00E9"),
	  UG_LIT("caf\uFFFD \u00E9"), 1, 1, NULL },
	{ "stray letter", "utf-8", "windows-1252", UG_LIT("caf\xE9 \u00E9"),
	  UG_LIT("caf\u00E9 \u00E9"), 1, 0, "decode/windows-1252" },
	{ "stray letters side by side", "utf-8", "windows-1252",
	  UG_LIT("cr\xE9\xE9""e \u00E9"), UG_LIT("cr\u00E9\u00E9""e \u00E9"),
	  2, 0, "decode/windows-1252" },
	{ "stray quotes", "utf-8", "windows-1252",
	  UG_LIT("\x93so\x94 \u00E9"), UG_LIT("\u201Cso\u201D \u00E9"), 2, 0,
	  "decode/windows-1252" },
	{ "stray Cyrillic", "utf-8", "windows-1251", UG_LIT("\xE4\xE0 \u0434"),
	  UG_LIT("\u0434\u0430 \u0434"), 2, 0, "decode/windows-1251" },
	{ "stray that is a control", "utf-8", "windows-1252",
	  UG_LIT("a\x81 \u00E9"), UG_LIT("a\uFFFD \u00E9"), 1, 1, NULL },
	{ "stray that is undefined", "utf-8", "windows-1253",
	  UG_LIT("a\xFF \u00E9"), UG_LIT("a\uFFFD \u00E9"), 1, 1, NULL },
	{ "cut short", "utf-8", "windows-1252", UG_LIT("a\xE2\x82 b"),
	  UG_LIT("a\uFFFD b"), 1, 1, NULL },
	{ "a stray behind one cut short", "utf-8", "windows-1252",
	  UG_LIT("a\xE2\x82 \x82 b"), UG_LIT("a\uFFFD \u201A b"), 2, 1, NULL },
	{ "its first byte lost", "utf-8", "windows-1252",
	  UG_LIT("don\x80\x99t \u00E9"), UG_LIT("don\uFFFD\uFFFDt \u00E9"), 2,
	  2, NULL },
	{ "cut at the end", "utf-8", "windows-1252", UG_LIT("\u00E9 caf\xC3"),
	  UG_LIT("\u00E9 caf\uFFFD"), 1, 1, NULL },
	{ "half a surrogate pair", "utf-8", "windows-1252",
	  UG_LIT("a\xED\xA0\xBD."), UG_LIT("a\uFFFD\uFFFD\uFFFD."), 3, 3,
	  NULL },
	{ "overlong", "utf-8", "windows-1252", UG_LIT("\xE0\x80\xAF"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD"), 3, 3, NULL },
	{ "CESU-8", "utf-8", "big5", UG_LIT("a\xED\xA0\xBD\xED\xB8\x80z"),
	  UG_LIT("a\U0001F600z"), 1, 0, "decode/cesu-8" },
	{ "CESU-8, the last", "utf-8", "big5",
	  UG_LIT("\xED\xAF\xBF\xED\xBF\xBF"), UG_LIT("\U0010FFFF"), 1, 0,
	  "decode/cesu-8" },
	{ "CESU-8 the wrong way round", "utf-8", "big5",
	  UG_LIT("\xED\xB8\x80\xED\xA0\xBD"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), 6, 6, NULL },
	{ "CESU-8, strictly", "utf-8", NULL,
	  UG_LIT("\xED\xA0\xBD\xED\xB8\x80"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), 6, 6, NULL },
	{ "CESU-8, two high halves", "utf-8", "big5",
	  UG_LIT("\xED\xA0\xBD\xED\xA0\xBD"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), 6, 6, NULL },
	{ "CESU-8, cut", "utf-8", "big5", UG_LIT("\xED\xA0\xBD\xED\xB8"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"), 5, 5, NULL },
	{ "CESU-8 by name", "cesu-8", NULL,
	  UG_LIT("\u00E9\xED\xA0\xBD\xED\xB8\x80\xE9."),
	  UG_LIT("\u00E9\U0001F600\uFFFD."), 2, 1, "decode/cesu-8" },
	{ "CESU-8 by name, a stray byte", "cesu-8", "windows-1252",
	  UG_LIT("\u00E9 \xE9."), UG_LIT("\u00E9 \uFFFD."), 1, 1, NULL },
	{ "Java's NUL", "utf-8", "big5", UG_LIT("a\xC0\x80z"), UG_LIT("a\0z"),
	  1, 0, "decode/utf-8-overlong" },

	{ "single-byte", "windows-1252", NULL, UG_LIT("na\xEFve \x80\x81"),
	  UG_LIT("na\u00EFve \u20AC\xC2\x81"), 0, 0, NULL },
	{ "single-byte, undefined", "windows-1253", NULL, UG_LIT("\xE1\xAA."),
	  UG_LIT("\u03B1\uFFFD."), 1, 1, NULL },
	{ "EBCDIC", "ibm037", NULL, UG_LIT("\xC8\x89\x6B\x40\x51\x25\x15"),
	  UG_LIT("Hi, \u00E9\n\xC2\x85"), 0, 0, NULL },
	{ "EBCDIC, undefined", "ibm424", NULL, UG_LIT("\x41\x70\x71\xC1"),
	  UG_LIT("\u05D0\uFFFD\u05EAA"), 1, 1, NULL },
	{ "EBCDIC is nobody's stray", "utf-8", "ibm037",
	  UG_LIT("a\xCB \u00E9"), UG_LIT("a\uFFFD \u00E9"), 1, 1, NULL },
	{ "VISCII", "viscii", NULL, UG_LIT("Vi\xAEt\n\x02\x14"),
	  UG_LIT("Vi\u1EC7t\n\u1EB2\u1EF6"), 0, 0, NULL },
	{ "TCVN", "tcvn", NULL, UG_LIT("Vi\xD6t \x01"),
	  UG_LIT("Vi\u1EC7t \u00DA"), 0, 0, NULL },

	{ "UTF-16LE", "utf-16le", NULL, UG_LIT("a\0\xE9\0\x3D\xD8\x00\xDE"),
	  UG_LIT("a\u00E9\U0001F600"), 0, 0, NULL },
	{ "UTF-16BE", "utf-16be", NULL, UG_LIT("\0a\0\xE9\xD8\x3D\xDE\x00"),
	  UG_LIT("a\u00E9\U0001F600"), 0, 0, NULL },
	{ "a high surrogate alone", "utf-16le", NULL, UG_LIT("\x3D\xD8""a\0"),
	  UG_LIT("\uFFFD""a"), 1, 1, NULL },
	{ "a low surrogate alone", "utf-16le", NULL, UG_LIT("\0\xDE""a\0"),
	  UG_LIT("\uFFFD""a"), 1, 1, NULL },
	{ "two high surrogates", "utf-16le", NULL,
	  UG_LIT("\x3D\xD8\x3D\xD8\0\xDE"), UG_LIT("\uFFFD\U0001F600"), 1, 1,
	  NULL },
	{ "half a unit", "utf-16le", NULL, UG_LIT("a\0b"), UG_LIT("a\uFFFD"),
	  1, 1, NULL },
	{ "half a pair and half a unit", "utf-16le", NULL,
	  UG_LIT("\x3D\xD8z"), UG_LIT("\uFFFD"), 1, 1, NULL },
	{ "UTF-32LE", "utf-32le", NULL, UG_LIT("a\0\0\0\0\xF6\1\0"),
	  UG_LIT("a\U0001F600"), 0, 0, NULL },
	{ "UTF-32BE, too large", "utf-32be", NULL, UG_LIT("\0\x11\0\0\0\0\0a"),
	  UG_LIT("\uFFFD""a"), 1, 1, NULL },
	{ "UTF-32BE, surrogate, cut", "utf-32be", NULL,
	  UG_LIT("\0\0\xD8\0\0\0\0"), UG_LIT("\uFFFD\uFFFD"), 2, 2, NULL },

	{ "Shift_JIS", "shift_jis", NULL, UG_LIT("\x93\xFA\x96\x7B\\\xB1\x80"),
	  UG_LIT("\u65E5\u672C\\\uFF71\xC2\x80"), 0, 0, NULL },
	{ "Shift_JIS, user-defined", "shift_jis", NULL,
	  UG_LIT("\xF0\x40\xF9\xFC"), UG_LIT("\uE000\uE757"), 0, 0, NULL },
	{ "Shift_JIS, ASCII is spared", "shift_jis", NULL,
	  UG_LIT("\x81\"\x81\xFD\xA0\xFF\x81"),
	  UG_LIT("\uFFFD\"\uFFFD\uFFFD\uFFFD\uFFFD"), 5, 5, NULL },
	{ "Shift_JIS, DEL is spared", "shift_jis", NULL,
	  UG_LIT("\x81\x7F\x81\x7E"), UG_LIT("\uFFFD\x7F\u00D7"), 1, 1,
	  NULL },
	{ "GBK, DEL is spared", "gbk", NULL, UG_LIT("\x81\x7F\x81\x7E"),
	  UG_LIT("\uFFFD\x7F\u4E8A"), 1, 1, NULL },
	{ "EUC-JP", "euc-jp", NULL, UG_LIT("\xC6\xFC\x8E\xB1\x8F\xB0\xA1"),
	  UG_LIT("\u65E5\uFF71\u4E02"), 0, 0, NULL },
	{ "EUC-JP, malformed", "euc-jp", NULL,
	  UG_LIT("\xC6.\x8F\xB0.\x8E\xFF\x8F\xB0"),
	  UG_LIT("\uFFFD.\uFFFD.\uFFFD\uFFFD"), 4, 4, NULL },
	{ "EUC-KR", "euc-kr", NULL, UG_LIT("\xC7\xD1\xB1\xDB\x81\x41"),
	  UG_LIT("\uD55C\uAE00\uAC02"), 0, 0, NULL },
	{ "EUC-KR, malformed", "euc-kr", NULL, UG_LIT("\x80\xC9\xA1\xC7\n"),
	  UG_LIT("\uFFFD\uFFFD\uFFFD\n"), 3, 3, NULL },
	{ "Big5", "big5", NULL, UG_LIT("\xA4\xA4\xA4\xE5\x87\x45\x88\x62"),
	  UG_LIT("\u4E2D\u6587\U00027267\u00CA\u0304"), 0, 0, NULL },
	{ "Big5, all pairs", "big5", NULL,
	  UG_LIT("\x88\x64\x88\xA3\x88\xA5"),
	  UG_LIT("\u00CA\u030C\u00EA\u0304\u00EA\u030C"), 0, 0, NULL },
	{ "Big5, malformed", "big5", NULL, UG_LIT("\x80\x81\x40\xA4\x80\xA4"),
	  UG_LIT("\uFFFD\uFFFD@\uFFFD\uFFFD"), 4, 4, NULL },
	{ "GBK", "gbk", NULL, UG_LIT("\xD6\xD0\xCE\xC4\x80"),
	  UG_LIT("\u4E2D\u6587\u20AC"), 0, 0, NULL },
	{ "gb18030, four bytes", "gb18030", NULL,
	  UG_LIT("\x81\x30\x81\x30\x84\x31\xA4\x37\x90\x30\x81\x30"
	      "\xE3\x32\x9A\x35\x81\x35\xF4\x37"),
	  UG_LIT("\xC2\x80\uFFFD\U00010000\U0010FFFF\uE7C7"), 0, 0, NULL },
	{ "gb18030, malformed", "gb18030", NULL,
	  UG_LIT("\x81\x30.\x81\x30\x81.\x84\x32\x81\x30\xE3\x32\x9A\x36\xFF"),
	  UG_LIT("\uFFFD0.\uFFFD0\uFFFD.\uFFFD\uFFFD\uFFFD"), 6, 6, NULL },
	{ "gb18030, cut", "gb18030", NULL, UG_LIT("a\x81\x30\x81"),
	  UG_LIT("a\uFFFD"), 1, 1, NULL },
	{ "ISO-2022-JP", "iso-2022-jp", NULL,
	  UG_LIT("a\x1B$BF|\x1B(B.\x1B(J\\~\x1B(I1\x1B(B"),
	  UG_LIT("a\u65E5.\u00A5\u203E\uFF71"), 0, 0, NULL },
	{ "ISO-2022-JP, malformed", "iso-2022-jp", NULL,
	  UG_LIT("\x1B$B\x1B(Ba\x1B$C\x0F\x80\x1B$BF\n\x1B(IaF"),
	  UG_LIT("\uFFFD""a\uFFFD$C\uFFFD\uFFFD\uFFFD\uFFFD\uFF86"), 6, 6,
	  NULL },

	{ "UTF-7", "utf-7", NULL, UG_LIT("a+ZeVnLA-.+- +2D3eAA-\n"),
	  UG_LIT("a\u65E5\u672C.+ \U0001F600\n"), 0, 0, NULL },
	{ "HZ", "hz-gb-2312", NULL, UG_LIT("a~{VPND~}~~.\n"),
	  UG_LIT("a\u4E2D\u6587~.\n"), 0, 0, NULL },
	{ "ISO-2022-KR", "iso-2022-kr", NULL,
	  UG_LIT("\x1B$)C\x0EGQ1[\x0F.\n"), UG_LIT("\uD55C\uAE00.\n"), 0, 0,
	  NULL },
	{ "ISO-2022-CN", "iso-2022-cn", NULL,
	  UG_LIT("\x1B$)A\x0EVPND\x0F.\n"), UG_LIT("\u4E2D\u6587.\n"), 0, 0,
	  NULL },
	{ "EUC-TW", "euc-tw", NULL, UG_LIT("\xC4\xE3\xC5\xC6."),
	  UG_LIT("\u4E2D\u6587."), 0, 0, NULL },
	{ "ISO-2022-CN-EXT", "iso-2022-cn-ext", NULL,
	  UG_LIT("\x1B$)E\x0EVPND\x0F.\n"), UG_LIT("\u4E2D\u6587.\n"), 0, 0,
	  NULL },
	{ "EUC-TW, four bytes", "euc-tw", NULL,
	  UG_LIT("\x8E\xA1\xC4\xE3\x8E\xA2\xA1\xA1\x8E\xAF\xA1\xA1"
	      "\x8E\xA5\xA1\xA1"),
	  UG_LIT("\u4E2D\u4E42\U00020002\U000200D1"), 0, 0, NULL },
	{ "EUC-TW, malformed", "euc-tw", NULL,
	  UG_LIT("a\xC4\n\x8E\xA2\xA1\n\x80\x8E\xB1\xA1\xA1\xC4"),
	  UG_LIT("a\uFFFD\n\uFFFD\n\uFFFD\uFFFD\uFFFD"), 5, 5, NULL },
};

/*
 * Whether the bytes of each unit of a run, alone, are read as its text.  Where
 * they are malformed, what comes after them tells; where there are shifts, what
 * comes before.
 */
static bool
run_is_true(struct ug_decoder *decoder, const struct ug_decoded *out,
    const struct ug_run *run, size_t text_len, const struct ug_encoding *from,
    const unsigned char *in)
{
	const char *text = out->text.s + run->text_at;
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
static bool
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

static void
test_rows(struct ug_decoder *decoder, struct ug_decoded *out)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct decode_row *const row = &rows[i];
		const unsigned char *const in =
		    (const unsigned char *)row->in.s;
		const uint64_t in_at = UINT64_C(1) << 40;

		ug_decoder_reset(decoder);

		const enum ungarble_err err = ug_decode(decoder,
		    by_label(row->from), by_label(row->stray), in, row->in.len,
		    in_at, out);

		CHECK(row->name, err == UNGARBLE_OK);
		CHECK(row->name, ug_text_equal(row->out,
		    (struct ug_text){ out->text.s, out->text.len }));
		CHECK(row->name, out->n_strays == row->n_strays &&
		    out->n_invalid == row->n_invalid);
		CHECK(row->name, map_is_exact(decoder, out,
		    by_label(row->from), in, row->in.len, in_at));
		if (row->rule != NULL)
			CHECK(row->name, out->n_strays > 0 &&
			    out->strays[0].rule != NULL &&
			    strcmp(out->strays[0].rule, row->rule) == 0);
	}
}

/* ---- every encoding, on random bytes ---- */

/* Bytes that decoders look at closely come more often. */
static unsigned char
random_byte(uint64_t *seed)
{
	static const unsigned char dear[] = { 0x1B, '$', '(', ')', 'B', 'J',
		'I', 'A', '~', '{', '}', 0x0E, 0x0F, '0', '9', 0x80, 0x81,
		0x8E, 0x8F, 0xA1, 0xC0, 0xC2, 0xE2, 0xED, 0xF0, 0xFE, 0xFF,
		0xA0, 0xB0, 0xD8, 0xDC, 0, '\n' };
	const uint64_t roll = random_next(seed);

	return roll % 3 == 0 ? dear[roll / 4 % sizeof(dear)] :
	    (unsigned char)(roll >> 4);
}

static void
test_random(struct ug_decoder *decoder, struct ug_decoded *out)
{
	const struct ug_encoding *encoding;
	const struct ug_encoding *const stray = by_label("windows-1257");
	unsigned char in[64];
	uint64_t seed = 7;

	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++) {
		unsigned wrong = 0;

		for (unsigned round = 0; round < 4000; round++) {
			const size_t len = round % sizeof(in);

			for (size_t j = 0; j < len; j++)
				in[j] = random_byte(&seed);
			wrong += ug_decode(decoder, encoding,
			    round % 2 == 0 ? stray : NULL, in, len, round,
			    out) != UNGARBLE_OK ||
			    !map_is_exact(decoder, out, encoding, in, len,
				round);
		}
		CHECK(encoding->name, wrong == 0);
	}
}

/* ---- what else can go wrong ---- */

static void *
resize_counting(void *user, void *ptr, size_t size)
{
	unsigned *const left = user;

	if (size == 0) {
		free(ptr);
		return NULL;
	}
	if (*left == 0)
		return NULL;
	--*left;
	return realloc(ptr, size);
}

static void
test_no_memory(const char *label, const unsigned char *in, size_t len)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	unsigned n = 0;

	for (; err == UNGARBLE_ENOMEM && n < 1000; n++) {
		unsigned left = n;
		const struct ug_alloc alloc = { resize_counting, &left };
		struct ug_decoder *decoder;
		struct ug_decoded out;

		ug_decoded_init(&out, &alloc);
		err = ug_decoder_new(&decoder, &alloc);
		CHECK(label, (err == UNGARBLE_OK) == (decoder != NULL));
		if (err == UNGARBLE_OK)
			err = ug_decode(decoder, by_label(label), NULL, in,
			    len, 0, &out);
		ug_decoder_free(decoder);
		ug_decoded_free(&out);
	}
	CHECK(label, err == UNGARBLE_OK && n > 2);
}

static void
test_trouble(struct ug_decoder *decoder, struct ug_decoded *out)
{
	static const char *const labels[] = { "utf-8", "utf-16", "utf-32be",
		"windows-1252", "big5", "iso-2022-jp", "iso-2022-cn-ext" };
	const struct ug_encoding none = { .name = "none",
		.kind = UG_MULTI_BYTE, .converter = "no such converter" };
	unsigned char in[512];
	uint64_t seed = 3;

	for (size_t i = 0; i < sizeof(in); i++)
		in[i] = random_byte(&seed);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		test_no_memory(labels[i], in, sizeof(in));
	CHECK("no converter", ug_decode(decoder, &none, NULL, in, 1, 0, out) ==
	    UNGARBLE_ECONVERTER);
	CHECK("still none", ug_decode(decoder, &none, NULL, in, 1, 0, out) ==
	    UNGARBLE_ECONVERTER);
	CHECK("binary is not decoded", ug_decode(decoder, &ug_binary, NULL, in,
	    1, 0, out) == UNGARBLE_EMISUSE);
}

/* A record that a converter reads starts anew. */
static void
test_state(struct ug_decoder *decoder, struct ug_decoded *out)
{
	static const char *const shifts[] = { "\x1B$)A\x0E",
		"\x1B$)A\x0EVP", "\x1B$)A\x0EVP\xFF\xFF" };
	const struct ug_encoding *const from = by_label("iso-2022-cn-ext");

	for (size_t i = 0; i < sizeof(shifts) / sizeof(*shifts); i++) {
		CHECK(shifts[i], ug_decode(decoder, from, NULL,
		    (const unsigned char *)shifts[i], strlen(shifts[i]), 0,
		    out) == UNGARBLE_OK && out->map.n > 0);
		CHECK(shifts[i], ug_decode(decoder, from, NULL,
		    (const unsigned char *)"F|", 2, 9, out) == UNGARBLE_OK &&
		    out->text.len == 2 && memcmp(out->text.s, "F|", 2) == 0);
	}
}

int
main(int argc, char *argv[])
{
	struct ug_decoder *decoder;
	struct ug_decoded out;

	(void)argc;
	ug_decoded_init(&out, &ug_alloc_libc);
	if (ug_decoder_new(&decoder, &ug_alloc_libc) != UNGARBLE_OK)
		return 1;
	test_rows(decoder, &out);
	test_random(decoder, &out);
	test_state(decoder, &out);
	test_trouble(decoder, &out);
	ug_decoder_free(decoder);
	ug_decoded_free(&out);
	return check_done(argv[0]);
}
