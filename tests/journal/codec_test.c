/*
 * codec_test.c - from text back to the bytes that it was read from
 */
#include "journal/codec.h"

#include <string.h>

#include "check.h"

static const struct {
	const char *label, *text, *bytes; /* no bytes: it has none */
} rows[] = {
	{ "windows-1251", "д", "\xe4" },
	{ "windows-1251", "é", "" },
	{ "windows-1252", "€", "\x80" },
	{ "windows-1252", "\xc2\x81", "\x81" },
	{ "koi8-r", "a", "a" },
	{ "ibm037", "a", "\x81" },
	{ "shift_jis", "日", "\x93\xfa" },
	{ "gb18030", "\U0001F600", "\x94\x39\xfc\x36" },
	{ "utf-16le", "é", "\xe9\0" },
	{ "utf-16be", "\U0001F600", "\xd8\x3d\xde\0" },
	{ "utf-32be", "\U0001F600", "\0\x01\xf6\0" },
	{ "UTF-8>windows-1252", "ü", "Ã¼" },
	{ "UTF-8>windows-1252", "а", "Ð°" },
	{ "UTF-8>windows-1252", "Á", "Ã\xc2\x81" },
	{ "UTF-8>windows-1253", "ª", "Βª" }, /* AA is not defined */
	{ "UTF-8>windows-1251", "Р", "Р\xc2\xa0" },
	{ "UTF-8>windows-1252", "a", "a" },
};

static size_t
row_len(size_t i)
{
	/* NUL is a byte of the wide ones. */
	return strncmp(rows[i].label, "utf-16le", 8) == 0 ? 2 :
	    strncmp(rows[i].label, "utf-", 4) == 0 ? 4 :
	    strlen(rows[i].bytes);
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };
		struct ug_codec codec;
		char bytes[UG_CODEC_CHAR];
		size_t at = 0;

		if (!CHECK(rows[i].label, ug_codec_open(&codec, rows[i].label,
		    strlen(rows[i].label))))
			continue;
		CHECK(rows[i].text, ug_codec_char(&codec,
		    ug_text_next(text, &at), bytes) == row_len(i) &&
		    memcmp(bytes, rows[i].bytes, row_len(i)) == 0);
	}
}

static void
check_labels(void)
{
	static const char *const none[] = { "", "klingon", "UTF-8",
		"iso-2022-jp", "johab", "utf-7", "UTF-8>", "UTF-8>klingon",
		"UTF-8>Shift_JIS", "binary" };
	char label[UG_CODEC_LABEL + 1] = "windows-1251";
	struct ug_codec codec;

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(none[i], !ug_codec_open(&codec, none[i],
		    strlen(none[i])));
	memset(label + 12, ' ', sizeof(label) - 12);
	CHECK("long", !ug_codec_open(&codec, label, sizeof(label)));
	CHECK("NUL", !ug_codec_open(&codec, "koi8-r\0", 7));
	CHECK("part", ug_codec_open(&codec, "koi8-ru", 6) &&
	    strcmp(codec.label, "koi8-r") == 0);
}

/* Each byte of each single-byte encoding: as far as one stands for another. */
static void
check_bytes(void)
{
	size_t n = 0;

	for (size_t i = 0; ug_encoding_at(i) != NULL; i++) {
		const struct ug_encoding *const encoding = ug_encoding_at(i);
		struct ug_codec codec;

		if (encoding->kind != UG_SINGLE_BYTE)
			continue;
		n++;
		CHECK(encoding->name, ug_codec_open(&codec, encoding->name,
		    strlen(encoding->name)));
		CHECK(encoding->name, ug_codec_extends_ascii(&codec) ==
		    (encoding->lower == NULL));
		for (unsigned byte = 0; byte < 256; byte++) {
			const uint32_t c = ug_single_byte(encoding,
			    (unsigned char)byte);
			char bytes[UG_CODEC_CHAR];

			if (c == UG_UNDEFINED)
				continue;
			CHECK(encoding->name, ug_codec_char(&codec, c,
			    bytes) == 1);
			CHECK(encoding->name, ug_single_byte(encoding,
			    (unsigned char)bytes[0]) == c);
		}
	}
	CHECK("some", n > 50);
}

static void
check_reader(void)
{
	const char *const name = ug_codec_reader(UG_TEXT("ü"), UG_TEXT("Ã¼ "));

	CHECK("reader", name != NULL && strcmp(name, "windows-1252") == 0);
	CHECK("none", ug_codec_reader(UG_TEXT("ü"), UG_TEXT("Ãx")) == NULL);
	CHECK("cut", ug_codec_reader(UG_TEXT("ü"), UG_TEXT("Ã")) == NULL);
	CHECK("ASCII", ug_codec_reader(UG_TEXT("u"), UG_TEXT("Ã¼")) == NULL);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_labels();
	check_bytes();
	check_reader();
	return check_done(argv[0]);
}
