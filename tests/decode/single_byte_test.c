/*
 * single_byte_test.c - bytes as characters: fast, and slowly where one is none
 */
#include "decode/single_byte.h"

#include <string.h>

#include "check.h"
#include "encodings/by_label.h"

static const struct {
	const char *name, *encoding;
	struct ug_text in, out;
	size_t n_invalid;
} rows[] = {
	{ "empty", "windows-1252", UG_LIT(""), UG_LIT(""), 0 },
	{ "ASCII by words", "windows-1252",
	  UG_LIT("the ferry is late, and so are we"),
	  UG_LIT("the ferry is late, and so are we"), 0 },
	{ "a letter in each place", "windows-1252",
	  UG_LIT("1234567\xE9" "12\xE9" "4567812345678\xE9"),
	  UG_LIT("1234567é12é4567812345678é"), 0 },
	{ "all of a word", "windows-1251",
	  UG_LIT("\xEF\xE0\xF0\xEE\xF5\xEE\xE4\xFB"), UG_LIT("пароходы"), 0 },
	{ "three bytes each", "windows-1252", UG_LIT("\x80\x93\x94\x85"),
	  UG_LIT("€“”…"), 0 },
	{ "another encoding, the same bytes", "koi8-r", UG_LIT("\xD0\xC1"),
	  UG_LIT("па"), 0 },
	{ "one that stands for nothing", "windows-1253",
	  UG_LIT("\xE1 \xD2 \xE2"), UG_LIT("α \uFFFD β"), 1 },
	{ "in a whole word", "windows-1253",
	  UG_LIT("\xE1\xE1\xE1\xE1\xD2\xFF\xE1\xE1"),
	  UG_LIT("αααα\uFFFD\uFFFDαα"), 2 },
	{ "ASCII is none", "ibm037", UG_LIT("\xC8\x89\x4B abc\x82"),
	  UG_LIT("Hi.\xC2\x80/ÂÄb"), 0 },
};

#define LONG ((size_t)100000)

/* In a long text each pair of bytes is what its bytes are one by one. */
static void
check_long(struct ug_byte_table *table, const char *label)
{
	const struct ug_encoding *const encoding = by_label(label);
	struct ug_decoded out;
	struct ug_buf in = { .alloc = &ug_alloc_libc }, text = in;
	size_t n_invalid = 0;

	ug_decoded_init(&out, &ug_alloc_libc);
	for (uint32_t i = 0; i < LONG; i++) {
		const unsigned char byte = (unsigned char)(i * i * 7 >> i % 5);
		const uint32_t c = ug_single_byte(encoding, byte);
		char s[4];

		n_invalid += c == UG_UNDEFINED;
		if (ug_buf_add(&in, &byte, 1) != UNGARBLE_OK ||
		    ug_buf_add(&text, s, ug_put_char(c == UG_UNDEFINED ?
		    UG_REPLACEMENT : c, s)) != UNGARBLE_OK)
			CHECK("no memory", false);
	}
	for (size_t i = 0; i < 4; i++) {
		/* Of other lengths, too. */
		const size_t len = in.len - i;

		ug_decoded_clear(&out);
		CHECK(label, ug_single_byte_decode(table, encoding,
		    (const unsigned char *)in.s, len, 0, &out) ==
		    UNGARBLE_OK);
		CHECK(label, out.text.len <= text.len && memcmp(out.text.s,
		    text.s, out.text.len) == 0);
		CHECK(label, i > 0 || (out.text.len == text.len &&
		    out.n_invalid == n_invalid));
		CHECK(label, i == 0 || table->pairs != NULL);
	}
	ug_buf_free(&in);
	ug_buf_free(&text);
	ug_decoded_free(&out);
}

/* Each byte of each encoding, alone and as often as `n`. */
static void
check_each(struct ug_byte_table *table, const struct ug_encoding *encoding,
    size_t n)
{
	struct ug_decoded out;

	ug_decoded_init(&out, &ug_alloc_libc);
	for (unsigned byte = 0; byte < 256; byte++) {
		const uint32_t c = ug_single_byte(encoding,
		    (unsigned char)byte);
		unsigned char in[16];
		char want[4];
		const size_t len = ug_put_char(c == UG_UNDEFINED ?
		    UG_REPLACEMENT : c, want);

		memset(in, (int)byte, n);
		ug_decoded_clear(&out);
		CHECK(encoding->name, ug_single_byte_decode(table, encoding,
		    in, n, 0, &out) == UNGARBLE_OK && out.text.len == n * len &&
		    out.n_invalid == (c == UG_UNDEFINED ? n : 0));
		for (size_t i = 0; i < n && out.text.len == n * len; i++)
			CHECK(encoding->name, memcmp(out.text.s + i * len,
			    want, len) == 0);
	}
	ug_decoded_free(&out);
}

int
main(int argc, char *argv[])
{
	const struct ug_encoding *each;
	struct ug_byte_table table = { .encoding = NULL };
	struct ug_decoded out;

	(void)argc;
	check_long(&table, "koi8-r");
	check_long(&table, "windows-1252");
	check_long(&table, "windows-1253");
	check_long(&table, "ibm037");
	for (size_t i = 0; (each = ug_encoding_at(i)) != NULL; i++)
		if (each->kind == UG_SINGLE_BYTE) {
			check_each(&table, each, 1);
			check_each(&table, each, 9);
		}
	ug_decoded_init(&out, &ug_alloc_libc);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		ug_decoded_clear(&out);
		CHECK(rows[i].name, ug_single_byte_decode(&table,
		    by_label(rows[i].encoding),
		    (const unsigned char *)rows[i].in.s, rows[i].in.len, 1000,
		    &out) == UNGARBLE_OK);
		if (!CHECK(rows[i].name, ug_text_equal((struct ug_text){
		    out.text.s, out.text.len }, rows[i].out)))
			fprintf(stderr, "\tis %.*s\n", (int)out.text.len,
			    out.text.s);
		CHECK(rows[i].name, out.n_invalid == rows[i].n_invalid);
	}
	ug_decoded_free(&out);
	ug_byte_table_free(&table, &ug_alloc_libc);
	return check_done(argv[0]);
}
