/*
 * dialect_test.c - what is written in fields, and how it is
 */
#include "fields/dialect.h"

#include "check.h"

static const struct row {
	const struct ug_dialect *dialect;
	const char *written, *says;
} rows[] = {
	{ &ug_dialect_json, "plain", "plain" },
	{ &ug_dialect_json, "caf\u00E9", "caf\u00E9" },
	{ &ug_dialect_json, "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t" },
	{ &ug_dialect_json, "caf\\u00e9 caf\\u00E9", "caf\u00E9 caf\u00E9" },
	{ &ug_dialect_json, "\\ud83d\\udE00!", "\U0001F600!" },
	{ &ug_dialect_json, "\\ud83d\\ud83d\\ude00", "\\ud83d\U0001F600" },
	{ &ug_dialect_json, "\\ud83d", "\\ud83d" },
	{ &ug_dialect_json, "\\ude00\\ud83d", "\\ude00\\ud83d" },
	{ &ug_dialect_json, "\\ud83d\\u0041", "\\ud83dA" },
	{ &ug_dialect_json, "\\u00e", "\\u00e" },
	{ &ug_dialect_json, "\\u00eg", "\\u00eg" },
	{ &ug_dialect_json, "\\", "\\" },
	{ &ug_dialect_json, "\\q\\x41", "\\q\\x41" },
	{ &ug_dialect_json, "\\U00e9", "\\U00e9" },
	{ &ug_dialect_json, "\\uffff\\uFFFD", "\uFFFF\uFFFD" },
	{ &ug_dialect_quoted, "a ""\"\"b\"\"", "a \"b\"" },
	{ &ug_dialect_quoted, "\"\"\"\"\\n", "\"\"\\n" },
	{ &ug_dialect_quoted, "caf\u00E9", "caf\u00E9" },
	{ &ug_dialect_plain, "a \"\"b\\n", "a \"\"b\\n" },
};

static void
check_row(const struct row *row)
{
	char out[64];
	const struct ug_text written = { row->written, strlen(row->written) };
	const size_t len = ug_dialect_says(row->dialect, written, out);

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
		char out[UG_DIALECT_CHAR];
		bool escaped, good = true;

		if (c >> 11 == 0xD800 >> 11)
			continue;
		for (unsigned i = 0; i < 4 && good; i++) {
			const struct ug_text written = { out,
				ug_dialect_json.write(c, i & 1, i & 2, out) };
			size_t at = 0;

			good = ug_dialect_json.read(written, &at, &escaped) == c &&
			    at == written.len && escaped ==
			    (out[0] == '\\');
		}
		if (!good && !CHECK("read back", good))
			fprintf(stderr, "%lX\n", (unsigned long)c);
	}
}

static void
check_quoted(void)
{
	static const char written[] = "\"\"\u00E9";
	char out[2 * UG_DIALECT_CHAR];
	size_t len = ug_dialect_quoted.write('"', true, true, out);

	len += ug_dialect_quoted.write(0xE9, true, true, out + len);
	CHECK("quoted", len == sizeof(written) - 1 && memcmp(out, written,
	    len) == 0);
	len = ug_dialect_plain.write('"', true, true, out);
	CHECK("plain", len == 1 && out[0] == '"');
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	for (size_t i = 0; i < sizeof(puts_of) / sizeof(*puts_of); i++) {
		char out[UG_DIALECT_CHAR];
		const size_t len = ug_dialect_json.write(puts_of[i].c,
		    puts_of[i].ascii, puts_of[i].upper, out);

		CHECK(puts_of[i].written, len == strlen(puts_of[i].written) &&
		    memcmp(out, puts_of[i].written, len) == 0);
	}
	check_all();
	check_quoted();
	return check_done("dialect");
}
