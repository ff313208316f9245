/*
 * json_read_test.c - lines that are one object, and such that are not
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "cli/json_read.h"

/* All that is read of a line, as `key=string;` `key=number;` `key?;`. */
static const char *
all(const char *line, size_t len)
{
	static char said[512];
	struct cli_json_string key;
	struct cli_json_value value;
	/* Of its exact size: what reads behind it is seen. */
	char *const copy = malloc(len + (len == 0));
	struct cli_json_read read;

	if (copy == NULL)
		return "no memory";
	memcpy(copy, line, len);
	read = cli_json_read(copy, len);
	said[0] = '\0';
	while (cli_json_next(&read, &key, &value)) {
		const size_t at = strlen(said);
		char *const to = said + at;
		const size_t room = sizeof(said) - at;

		if (value.kind == CLI_JSON_STRING)
			snprintf(to, room, "%.*s=\"%.*s\";", (int)key.len,
			    key.s, (int)value.string.len, value.string.s);
		else if (value.kind == CLI_JSON_NUMBER)
			snprintf(to, room, "%.*s=%llu;", (int)key.len, key.s,
			    (unsigned long long)value.number);
		else
			snprintf(to, room, "%.*s?;", (int)key.len, key.s);
	}
	if (read.bad)
		strcat(said, "bad");
	free(copy);
	return said;
}

static const struct {
	const char *line, *wanted;
} lines[] = {
	{ "", "bad" },
	{ " ", "bad" },
	{ "{", "bad" },
	{ "{}", "" },
	{ " \t\r{ \t\r} \t\r", "" },
	{ "{}x", "bad" },
	{ "{} {}", "bad" },
	{ "[]", "bad" },
	{ "\n{}", "bad" },
	{ "{,}", "bad" },
	{ "{\"a\"}", "bad" },
	{ "{\"a\":}", "bad" },
	{ "{\"a\" 1}", "bad" },
	{ "{a:1}", "bad" },
	{ "{\"a\":1", "a=1;bad" },
	{ "{\"a\":1,}", "a=1;bad" },
	{ "{\"a\":1 \"b\":2}", "a=1;bad" },
	{ "{\"a\":1}x", "a=1;bad" },
	{ "{\"a\":1,\"b\":2}", "a=1;b=2;" },
	{ " { \"a\" : 1 , \"b\" : \"c\" } ", "a=1;b=\"c\";" },
	{ "{\"\":\"\"}", "=\"\";" },
	/* Nested, where one thing is missing and the rest would close all. */
	{ "{\"a\":{\"b\"}", "bad" },
	{ "{\"a\":{\"b\":}", "bad" },
	{ "{\"a\":{\"b\":1,}", "bad" },
	{ "{\"a\":{b}", "bad" },
	{ "{\"a\":{}", "a?;bad" },
	{ "{\"a\":[1,}", "bad" },
	{ "{\"a\":[}", "bad" },
	/* Numbers. */
	{ "{\"a\":0,\"b\":9,\"c\":10}", "a=0;b=9;c=10;" },
	{ "{\"a\":18446744073709551615}", "a=18446744073709551615;" },
	{ "{\"a\":18446744073709551616}", "bad" },
	{ "{\"a\":18446744073709551609}", "a=18446744073709551609;" },
	{ "{\"a\":28446744073709551615}", "bad" },
	{ "{\"a\":99999999999999999999}", "bad" },
	{ "{\"a\":-1,\"b\":1.5,\"c\":1e9,\"d\":1E+9}", "a?;b?;c?;d?;" },
	{ "{\"a\":+1}", "bad" },
	{ "{\"a\":.5}", "bad" },
	{ "{\"a\":/}", "bad" },
	{ "{\"a\"::}", "bad" },
	{ "{\"a\":1:}", "a=1;bad" },
	{ "{\"a\":1/}", "a=1;bad" },
	/* Words. */
	{ "{\"a\":null,\"b\":true,\"c\":false}", "a?;b?;c?;" },
	{ "{\"a\":nul}", "bad" },
	{ "{\"a\":nul", "bad" },
	{ "{\"a\":null", "a?;bad" },
	{ "{\"a\":nulll}", "a?;bad" },
	{ "{\"a\":fals", "bad" },
	{ "{\"a\":false", "a?;bad" },
	/* Escapes. */
	{ "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
	    "a=\"\"\\/\b\f\n\r\t\";" },
	{ "{\"a\":\"\\x\"}", "bad" },
	{ "{\"a\":\"\\", "bad" },
	{ "{\"a\":\"\\\"", "bad" },
	{ "{\"a\":\"\\u0041\\u007f\\u0080\"}", "a=\"A\x7F\xC2\x80\";" },
	{ "{\"a\":\"\\u07ff\\u0800\"}", "a=\"\xDF\xBF\xE0\xA0\x80\";" },
	{ "{\"a\":\"\\uD7FF\\uE000\\uffff\"}",
	    "a=\"\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\";" },
	{ "{\"a\":\"\\ud800\\udc00\"}", "a=\"\xF0\x90\x80\x80\";" },
	{ "{\"a\":\"\\udbff\\udfff\"}", "a=\"\xF4\x8F\xBF\xBF\";" },
	{ "{\"a\":\"\\ud83d\\ude00\"}", "a=\"\xF0\x9F\x98\x80\";" },
	{ "{\"a\":\"\\ud800\\udbff\"}", "bad" },
	{ "{\"a\":\"\\ud800\\ue000\"}", "bad" },
	{ "{\"a\":\"\\ud800\"}", "bad" },
	{ "{\"a\":\"\\ud800\\", "bad" },
	{ "{\"a\":\"\\ud800\\u", "bad" },
	{ "{\"a\":\"\\ud800xudc00\"}", "bad" },
	{ "{\"a\":\"\\udc00\"}", "bad" },
	{ "{\"a\":\"\\udfff\"}", "bad" },
	{ "{\"a\":\"\\u004\"}", "bad" },
	{ "{\"a\":\"\\u004", "bad" },
	{ "{\"a\":\"\\u0041", "bad" },
	{ "{\"a\":\"\\u004g\"}", "bad" },
	{ "{\"a\":\"\\u004G\"}", "bad" },
	{ "{\"a\":\"\\u00/1\"}", "bad" },
	{ "{\"a\":\"\\u00:1\"}", "bad" },
	{ "{\"a\":\"\\u00@1\"}", "bad" },
	{ "{\"a\":\"\\u00`1\"}", "bad" },
	{ "{\"a\":\"\\u00aA\\u00fF\\u0019\"}",
	    "a=\"\xC2\xAA\xC3\xBF\x19\";" },
	{ "{\"a\\u0041\":\"\"}", "aA=\"\";" },
	/* Bytes that stand for themselves, and such that must not. */
	{ "{\"a\":\" \x7F\xFF\"}", "a=\" \x7F\xFF\";" },
	{ "{\"a\":\"\x1F\"}", "bad" },
	{ "{\"a\":\"\n\"}", "bad" },
	{ "{\"a\":\"b", "bad" },
	/* What is passed by, as deep as may be. */
	{ "{\"a\":[],\"b\":{},\"c\":1}", "a?;b?;c=1;" },
	{ "{\"a\":[ 1 , \"b\" , null ],\"c\":1}", "a?;c=1;" },
	{ "{\"a\":{ \"b\" : { \"c\" : [ 1 ] } , \"d\" : 2 }}", "a?;" },
	{ "{\"a\":{\"b\"}}", "bad" },
	{ "{\"a\":{1}}", "bad" },
	{ "{\"a\":[1", "bad" },
	{ "{\"a\":[1,]}", "bad" },
	{ "{\"a\":[1}", "bad" },
	{ "{\"a\":[1}}", "bad" },
	{ "{\"a\":{\"b\":1]}", "bad" },
	{ "{\"a\":[:1]}", "bad" },
	{ "{\"a\":[[[[[[[1]]]]]]]}", "a?;" },
	{ "{\"a\":[[[[[[[[1]]]]]]]]}", "bad" },
	{ "{\"a\":[[[[[[[]]]]]]]}", "a?;" },
	{ "{\"a\":[[[[[[[[]]]]]]]]}", "bad" },
};

static void
check_bytes(const char *text, const char *wanted, size_t len)
{
	char copy[32];
	struct cli_json_string string = { copy, strlen(text) };

	memcpy(copy, text, string.len);
	if (wanted == NULL)
		CHECK(text, !cli_json_bytes(&string));
	else
		CHECK(text, cli_json_bytes(&string) && string.len == len &&
		    memcmp(copy, wanted, len) == 0);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		const char *const got = all(lines[i].line,
		    strlen(lines[i].line));

		if (!CHECK(lines[i].line, strcmp(got, lines[i].wanted) == 0))
			fprintf(stderr, "    %s, not %s\n", got,
			    lines[i].wanted);
	}
	CHECK("a NUL", strcmp(all("{\"a\":\"\0\"}", 9), "bad") == 0);
	CHECK("an escaped NUL", strcmp(all("{\"a\":\"\\\0\"}", 10), "bad") == 0);
	check_bytes("", "", 0);
	check_bytes("abc", "abc", 3);
	check_bytes("a\\x00b", "a\0b", 3);
	check_bytes("\\xFf\\x5C", "\xFF\\", 2);
	check_bytes("\\xF", NULL, 0);
	check_bytes("a\\", NULL, 0);
	check_bytes("\\y00", NULL, 0);
	check_bytes("\\x0g", NULL, 0);
	check_bytes("\\\\x00", NULL, 0);
	return check_done("json_read_test");
}
