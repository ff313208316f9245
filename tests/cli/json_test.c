/*
 * json_test.c - lines of a report, to the letter; and read again
 */
#define _XOPEN_SOURCE 700

#include "cli/json.h"

#include <limits.h>
#include <string.h>

#include "check.h"
#include "cli/json_read.h"
#include "heard.h"

static struct cli_out out;

/* The file's name, as it stands in the line of totals. */
static const struct {
	const char *name, *wanted;
} names[] = {
	{ "a", "\"file\":\"a\"" },
	{ "", "\"file\":\"\"" },
	{ "a\"b\\c/d", "\"file\":\"a\\\"b\\\\c/d\"" },
	{ "\n\t\r", "\"file\":\"\\n\\t\\r\"" },
	{ "\b\f\x01\x1F\x7F",
	    "\"file\":\"\\u0008\\u000C\\u0001\\u001F\\u007F\"" },
	{ "\xC3\xA9\xE2\x82\xAC", "\"file\":\"\xC3\xA9\xE2\x82\xAC\"" },
	{ "\xF0\x9F\x98\x80", "\"file\":\"\xF0\x9F\x98\x80\"" },
	{ "\xC2\x80\xE2\x80\xAE", "\"file\":\"\\u0080\\u202E\"" },
	{ "\xEF\xBF\xBF", "\"file\":\"\\uFFFF\"" },
	{ "\xF3\xA0\x80\x81", "\"file\":\"\\uDB40\\uDC01\"" },
	{ "\xF3\xA0\x81\xBF", "\"file\":\"\\uDB40\\uDC7F\"" },
	{ "\xF3\xA0\xBF\xBF", "\"file\":\"\\uDB43\\uDFFF\"" },
	/* No UTF-8: bytes, of which all but ASCII is spelt out. */
	{ "a\xFF", "\"file_bytes\":\"a\\\\xFF\"" },
	{ "\xC3", "\"file_bytes\":\"\\\\xC3\"" },
	{ "\xC3\xA9\x80 ~\x7F\x1F\"\\", "\"file_bytes\":\"\\\\xC3\\\\xA9"
	    "\\\\x80 ~\\\\x7F\\\\x1F\\\"\\\\x5C\"" },
};

static void
check_names(void)
{
	const struct cli_totals totals = { 1, 2, 3, 4, 5, 6, true, false };
	const struct cli_totals others = { .complete = true };
	char wanted[512];

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		(void)snprintf(wanted, sizeof(wanted), "{\"type\":\"total\",%s,"
		    "\"in_len\":1,\"out_len\":2,\"n_records\":3,\"n_edits\":4,"
		    "\"n_invalid\":5,\"n_findings\":6,\"changed\":true,"
		    "\"complete\":false}\n", names[i].wanted);
		heard_out(&out);
		cli_json_totals(&out, names[i].name, &totals);
		CHECK(names[i].name, heard_out_is(&out, wanted));
	}
	heard_out(&out);
	cli_json_totals(&out, "a", &others);
	CHECK("others", cli_out_flush(&out) && strstr(heard_read(),
	    "\"changed\":false,\"complete\":true}\n") != NULL);
}

/* Each name is read as it was. */
static void
check_read(void)
{
	static const struct cli_totals totals = { .complete = true };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct cli_json_string key;
		struct cli_json_value value;
		struct cli_json_read read;
		static char line[1024];

		heard_out(&out);
		cli_json_totals(&out, names[i].name, &totals);
		(void)cli_out_flush(&out);
		strcpy(line, heard_read());
		read = cli_json_read(line, strlen(line) - 1);
		CHECK(names[i].name, cli_json_next(&read, &key, &value) &&
		    cli_json_next(&read, &key, &value) &&
		    value.kind == CLI_JSON_STRING);
		if (key.len > 4)
			CHECK(names[i].name, cli_json_bytes(&value.string));
		CHECK(names[i].name,
		    value.string.len == strlen(names[i].name) &&
		    memcmp(value.string.s, names[i].name,
			value.string.len) == 0);
	}
}

static void
check_edits(void)
{
	struct ungarble_edit edit = { .record = 1, .step = 2, .in_at = 3,
		.in_len = 4, .out_at = 5, .out_len = 6, .at = 7,
		.rule = "c1/a", .fix = "c1", .confidence = 8, .margin = 9,
		.gate = -10, .before = "b\"", .before_len = 2, .after = "cd",
		.after_len = 1 };

	heard_out(&out);
	cli_json_edit(&out, "a", &edit);
	CHECK("an edit", heard_out_is(&out, "{\"type\":\"edit\",\"file\":"
	    "\"a\",\"record\":1,\"step\":2,\"in_at\":3,\"in_len\":4,"
	    "\"out_at\":5,\"out_len\":6,\"at\":7,\"rule\":\"c1/a\","
	    "\"fix\":\"c1\",\"confidence\":8,\"margin\":9,\"gate\":-10,"
	    "\"before\":\"b\\\"\",\"after\":\"c\"}\n"));
	edit.fix = NULL;
	edit.margin = INT_MIN;
	edit.gate = INT_MAX;
	edit.before_is_bytes = 1;
	heard_out(&out);
	cli_json_edit(&out, "a", &edit);
	CHECK("another", heard_out_is(&out, "{\"type\":\"edit\",\"file\":"
	    "\"a\",\"record\":1,\"step\":2,\"in_at\":3,\"in_len\":4,"
	    "\"out_at\":5,\"out_len\":6,\"at\":7,\"rule\":\"c1/a\","
	    "\"fix\":null,\"confidence\":8,\"margin\":-2147483648,"
	    "\"gate\":2147483647,"
	    "\"before_bytes\":\"b\\\"\",\"after\":\"c\"}\n"));
}

static void
check_others(void)
{
	const struct ungarble_span span = { .encoding = "koi8-r",
		.rule = "decode/koi8-r", .reason = UNGARBLE_BY_HISTORY,
		.confidence = 9, .record = 1, .n_records = 2, .in_at = 3,
		.in_len = 4, .out_at = 5, .out_len = 6, .n_invalid = 7 };
	struct ungarble_finding finding = { .record = 1, .in_at = 2,
		.in_len = 3, .rule = "r", .fix = "f", .found = "x" };

	heard_out(&out);
	cli_json_span(&out, "a", &span);
	CHECK("a span", heard_out_is(&out, "{\"type\":\"span\",\"file\":\"a\","
	    "\"record\":1,\"n_records\":2,\"in_at\":3,\"in_len\":4,"
	    "\"out_at\":5,\"out_len\":6,\"rule\":\"decode/koi8-r\","
	    "\"reason\":\"history\",\"confidence\":9,\"language\":null,"
	    "\"n_invalid\":7}\n"));
	heard_out(&out);
	cli_json_finding(&out, "a", &finding);
	finding.meant = "y";
	finding.character = 0xE0041;
	cli_json_finding(&out, "a", &finding);
	CHECK("findings", heard_out_is(&out,
	    "{\"type\":\"finding\",\"file\":\"a\",\"record\":1,\"in_at\":2,"
	    "\"in_len\":3,\"rule\":\"r\",\"fix\":\"f\",\"found\":\"x\","
	    "\"meant\":null}\n"
	    "{\"type\":\"finding\",\"file\":\"a\",\"record\":1,\"in_at\":2,"
	    "\"in_len\":3,\"rule\":\"r\",\"fix\":\"f\",\"found\":\"x\","
	    "\"meant\":\"y\",\"character\":\"U+E0041\"}\n"));
}

static void
count(struct cli_detected *detected, const char *encoding, uint64_t len,
    enum ungarble_reason reason)
{
	const struct ungarble_span span = { .encoding = encoding,
		.reason = reason, .confidence = 80, .in_len = len };

	cli_detected_count(detected, &span);
}

static void
check_detected(void)
{
	static struct cli_detected detected;
	static char head[1];

	detected.len = 10;
	heard_out(&out);
	cli_json_detected(&out, "a", &detected);
	count(&detected, "x", 3, UNGARBLE_BY_BOM);
	count(&detected, "y", 1, UNGARBLE_BY_DEFAULT);
	detected.head = head;
	cli_json_detected(&out, "a", &detected);
	detected.n_guesses = 2;
	detected.guesses[0] = (struct ungarble_guess){ .encoding = "x",
		.confidence = 5, .margin = 1234,
		.reason = UNGARBLE_BY_OPTION };
	detected.guesses[1] = (struct ungarble_guess){ .encoding = "y",
		.confidence = 6, .language = "de", .margin = -5,
		.reason = UNGARBLE_BY_STATISTICS };
	cli_json_detected(&out, "a", &detected);
#define SHARES "{\"type\":\"detected\",\"file\":\"a\",\"encoding\":\"x\"," \
	"\"confidence\":80,\"language\":null,\"reason\":\"bom\"," \
	"\"in_len\":10,\"shares\":[{\"encoding\":\"x\",\"confidence\":80," \
	"\"language\":null,\"reason\":\"bom\",\"len\":3,\"percent\":75}," \
	"{\"encoding\":\"y\",\"confidence\":80,\"language\":null," \
	"\"reason\":\"default\",\"len\":1,\"percent\":25}],\"guesses\":["
	CHECK("detected", heard_out_is(&out,
	    "{\"type\":\"detected\",\"file\":\"a\",\"encoding\":\"US-ASCII\","
	    "\"confidence\":100,\"language\":null,\"reason\":\"validity\","
	    "\"in_len\":10,\"shares\":[{\"encoding\":\"US-ASCII\","
	    "\"confidence\":100,\"language\":null,\"reason\":\"validity\","
	    "\"len\":10,\"percent\":100}]}\n"
	    SHARES "]}\n"
	    SHARES "{\"encoding\":\"x\",\"confidence\":5,\"language\":null,"
	    "\"reason\":\"option\",\"margin\":1234},{\"encoding\":\"y\","
	    "\"confidence\":6,\"language\":\"de\",\"reason\":\"statistics\","
	    "\"margin\":-5}]}\n"));
}

static void
check_start(void)
{
	char wanted[1024];
	const char *component;

	(void)snprintf(wanted, sizeof(wanted), "{\"ungarble\":\"%s\","
	    "\"report\":1,\"components\":[", ungarble_version());
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++)
		strcat(strcat(strcat(wanted, i > 0 ? ",\"" : "\""),
		    component), "\"");
	strcat(wanted, "]}\n");
	heard_out(&out);
	cli_json_start(&out);
	CHECK("the first line", heard_out_is(&out, wanted));
}

int
main(void)
{
	check_names();
	check_read();
	check_edits();
	check_others();
	check_detected();
	check_start();
	return check_done("json_test");
}
