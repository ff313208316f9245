/*
 * json_escape_test.c - what strings of JSON say, and how it is written
 */
#include "fields/json_escape.h"

#include "check.h"

static const struct row {
	const char *written, *says;
} rows[] = {
	{ "plain", "plain" },
	{ "caf\u00E9", "caf\u00E9" },
	{ "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t" },
	{ "caf\\u00e9 caf\\u00E9", "caf\u00E9 caf\u00E9" },
	{ "\\ud83d\\udE00!", "\U0001F600!" },
	{ "\\ud83d\\ud83d\\ude00", "\\ud83d\U0001F600" },
	{ "\\ud83d", "\\ud83d" },
	{ "\\ude00\\ud83d", "\\ude00\\ud83d" },
	{ "\\ud83d\\u0041", "\\ud83dA" },
	{ "\\u00e", "\\u00e" },
	{ "\\u00eg", "\\u00eg" },
	{ "\\", "\\" },
	{ "\\q\\x41", "\\q\\x41" },
	{ "\\U00e9", "\\U00e9" },
	{ "\\uffff\\uFFFD", "\uFFFF\uFFFD" },
};

static void
check_row(const struct row *row)
{
	char out[64];
	const struct ug_text written = { row->written, strlen(row->written) };
	const size_t len = ug_json_unescape(written, out);

	CHECK(row->written, len == strlen(row->says) &&
	    memcmp(out, row->says, len) == 0);
}

static const struct put {
	uint32_t c;
	bool ascii, upper;
	const char *written;
} puts_of[] = {
	{ 'a', true, false, "a" },
	{ '"', false, false, "\\\"" },
	{ '\\', false, false, "\\\\" },
	{ '/', true, false, "/" },
	{ '\n', false, false, "\\n" },
	{ '\b', false, false, "\\b" },
	{ 0, false, false, "\\u0000" },
	{ 0x1F, false, true, "\\u001F" },
	{ 0x7F, true, false, "\x7F" },
	{ 0xE9, false, false, "\u00E9" },
	{ 0xE9, true, false, "\\u00e9" },
	{ 0x20AC, true, true, "\\u20AC" },
	{ 0x1F600, true, false, "\\ud83d\\ude00" },
	{ 0x10FFFF, true, true, "\\uDBFF\\uDFFF" },
	{ 0x1F600, false, false, "\U0001F600" },
};

/* Each character is read as what was written. */
static void
check_all(void)
{
	for (uint32_t c = 0; c < 0x110000; c++) {
		char out[UG_JSON_CHAR_MAX];
		bool escaped, good = true;

		if (c >> 11 == 0xD800 >> 11)
			continue;
		for (unsigned i = 0; i < 4 && good; i++) {
			const struct ug_text written = { out,
				ug_json_put_char(c, i & 1, i & 2, out) };
			size_t at = 0;

			good = ug_json_char(written, &at, &escaped) == c &&
			    at == written.len && escaped ==
			    (out[0] == '\\');
		}
		if (!good && !CHECK("read back", good))
			fprintf(stderr, "%lX\n", (unsigned long)c);
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	for (size_t i = 0; i < sizeof(puts_of) / sizeof(*puts_of); i++) {
		char out[UG_JSON_CHAR_MAX];
		const size_t len = ug_json_put_char(puts_of[i].c,
		    puts_of[i].ascii, puts_of[i].upper, out);

		CHECK(puts_of[i].written, len == strlen(puts_of[i].written) &&
		    memcmp(out, puts_of[i].written, len) == 0);
	}
	check_all();
	return check_done("json_escape");
}
