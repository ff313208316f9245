/*
 * shape_test.c - detection and decoders agree on what is a character
 */
#include "check.h"
#include "decode/decode.h"
#include "detect/detect.h"
#include "detect/shape.h"

static const char *const labels[] = { "big5", "euc-jp", "euc-kr", "gbk",
	"gb18030", "shift_jis", "euc-tw", "johab" };

static const struct ug_encoding *
by_label(const char *label)
{
	return ug_encoding_by_label(label, strlen(label));
}

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

static const struct class_row {
	const char *label;
	struct ug_text in;
	enum ug_mb_class class;
	size_t n;
} class_rows[] = {
	{ "big5", UG_LIT("a\xA4"), UG_MB_ASCII, 1 },
	{ "big5", UG_LIT("\xA1\x43"), UG_MB_PUNCTUATION, 2 },
	{ "big5", UG_LIT("\xA4\x6C"), UG_MB_COMMON, 2 },
	{ "big5", UG_LIT("\xC9\x40"), UG_MB_SECOND, 2 },
	{ "big5", UG_LIT("\x88\x62"), UG_MB_OTHER, 2 },
	{ "big5", UG_LIT("\xA4\xFF"), UG_MB_BROKEN, 1 },
	{ "euc-jp", UG_LIT("\xA4\xA2"), UG_MB_KANA, 2 },
	{ "euc-jp", UG_LIT("\xB0\xA1"), UG_MB_COMMON, 2 },
	{ "euc-jp", UG_LIT("\x8E\xB1"), UG_MB_HALF_KANA, 2 },
	{ "euc-jp", UG_LIT("\x8F\xB0\xA1"), UG_MB_OTHER, 3 },
	{ "euc-jp", UG_LIT("\xA4\x20"), UG_MB_BROKEN, 1 },
	{ "euc-kr", UG_LIT("\xB0\xA1"), UG_MB_HANGUL, 2 },
	{ "euc-kr", UG_LIT("\xCA\xA1"), UG_MB_SECOND, 2 },
	{ "euc-kr", UG_LIT("\x81\x41"), UG_MB_OTHER, 2 },
	{ "gbk", UG_LIT("\x80\x41"), UG_MB_OTHER, 1 },
	{ "gbk", UG_LIT("\xD7\xD3"), UG_MB_COMMON, 2 },
	{ "gbk", UG_LIT("\xD8\xA1"), UG_MB_SECOND, 2 },
	{ "gb18030", UG_LIT("\x81\x30\x81\x30"), UG_MB_OTHER, 4 },
	{ "gb18030", UG_LIT("\x85\x30\x81\x30"), UG_MB_BROKEN, 1 },
	{ "shift_jis", UG_LIT("\xB1\x41"), UG_MB_HALF_KANA, 1 },
	{ "shift_jis", UG_LIT("\x80\x41"), UG_MB_OTHER, 1 },
	{ "shift_jis", UG_LIT("\x82\xA0"), UG_MB_KANA, 2 },
	{ "shift_jis", UG_LIT("\x93\xFA"), UG_MB_COMMON, 2 },
	{ "shift_jis", UG_LIT("\xE0\x40"), UG_MB_SECOND, 2 },
	{ "euc-tw", UG_LIT("\xC4\xA1"), UG_MB_COMMON, 2 },
	{ "euc-tw", UG_LIT("\x8E\xA2\xA1\xA1"), UG_MB_SECOND, 4 },
	{ "euc-tw", UG_LIT("\xC4\x20"), UG_MB_BROKEN, 1 },
	{ "johab", UG_LIT("\xD0\x65"), UG_MB_HANGUL, 2 },
	{ "johab", UG_LIT("\xD9\x31"), UG_MB_PUNCTUATION, 2 },
	{ "johab", UG_LIT("\xE0\x31"), UG_MB_SECOND, 2 },
	{ "johab", UG_LIT("\xD0\x20"), UG_MB_BROKEN, 1 },
};

static void
check_classes(void)
{
	for (size_t i = 0; i < sizeof(class_rows) / sizeof(*class_rows); i++) {
		const struct class_row *const row = &class_rows[i];
		enum ug_mb_class class = UG_MB_BROKEN;
		const size_t n = ug_mb_next(ug_mb_shape_of(
		    by_label(row->label)), (const unsigned char *)row->in.s,
		    row->in.len, &class);

		if (!CHECK(row->label, n == row->n && class == row->class))
			fprintf(stderr, "\trow %zu: %zu bytes, class %d\n", i,
			    n, (int)class);
	}
	CHECK("none", ug_mb_shape_of(by_label("iso-2022-jp")) == NULL);
	CHECK("none", ug_mb_shape_of(by_label("koi8-r")) == NULL);
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

int
main(int argc, char *argv[])
{
	struct ug_decoder *decoder;

	(void)argc;
	if (!CHECK("decoder", ug_decoder_new(&decoder, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return check_done(argv[0]);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		for (size_t j = 0; j < sizeof(frames) / sizeof(*frames); j++)
			check_frame(decoder, labels[i], j);
	ug_decoder_free(decoder);
	check_classes();
	check_stateful();
	return check_done(argv[0]);
}
