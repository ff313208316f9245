/*
 * fields_test.c - fields are repaired, all else is as it was, however it comes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "failing.h"
#include "fields/dialect.h"
#include "harness.h"
#include "words/spun.h"

#define JSON UNGARBLE_FIELDS_JSON
#define CSV UNGARBLE_FIELDS_CSV
#define TSV UNGARBLE_FIELDS_TSV

static const struct row {
	const char *name;
	enum ungarble_fields fields;
	const char *names, *in, *out; /* out is NULL: as it came in */
} rows[] = {
	{ "a string", JSON, NULL, "\"MÃ¼ller\"\n", "\"M\u00FCller\"\n" },
	{ "one of them", JSON, "a", "{\"a\":\"MÃ¼ller\",\"b\":\"MÃ¼ller\"}\n",
	    "{\"a\":\"M\u00FCller\",\"b\":\"MÃ¼ller\"}\n" },
	{ "no key", JSON, NULL, "{\"MÃ¼ller\":\"MÃ¼ller\"}",
	    "{\"MÃ¼ller\":\"M\u00FCller\"}" },
	{ "escapes", JSON, NULL, "\"M\\u00c3\\u00bcller\\n\\/\\u0041\"\n",
	    "\"M\\u00fcller\\n\\/\\u0041\"\n" },
	{ "in upper case", JSON, NULL, "\"M\\u00C3\\u00BCller\"\n",
	    "\"M\\u00FCller\"\n" },
	{ "in ASCII as the line is", JSON, NULL,
	    "[\"caf\\u00e9\",\"it\\u0092s\"]\n",
	    "[\"caf\\u00e9\",\"it\\u2019s\"]\n" },
	{ "beyond it as the line is", JSON, NULL,
	    "[\"caf\u00E9\",\"it\\u0092s\"]\n",
	    "[\"caf\u00E9\",\"it\\u2019s\"]\n" },
	{ "above FFFF", JSON, NULL, "\"\\u00f0\\u0178\\u02dc\\u20ac\"\n",
	    "\"\\ud83d\\ude00\"\n" },
	{ "lines in a string", JSON, NULL,
	    "\"one\\r\\nMÃ¼ller\\ntwo MÃ¼ller\\n\"\n",
	    "\"one\\r\\nM\u00FCller\\ntwo M\u00FCller\\n\"\n" },
	{ "half a character", JSON, NULL, "\"\\ud83d MÃ¼ller \\udc00\"\n",
	    "\"\\ud83d M\u00FCller \\udc00\"\n" },
	{ "bytes", JSON, "a", "{\"b\":\"na\xEFve\",\"a\":\"d\xE9j\xE0 vu\"}\n",
	    "{\"b\":\"na\xEFve\",\"a\":\"d\u00E9j\u00E0 vu\"}\n" },
	{ "a backslash in a character", JSON, "a",
	    "{\"a\":\"\x95\x5C\x8E\xA6\x82\xB7\x82\xE9\x82\xB1\x82\xC6\","
	    "\"b\":\"\x95\x5C\"}\n",
	    "{\"a\":\"\u8868\u793A\u3059\u308B\u3053\u3068\","
	    "\"b\":\"\x95\x5C\"}\n" },
	{ "no JSON", JSON, NULL, "MÃ¼ller \"MÃ¼ller\"\n", NULL },
	{ "no JSON any more", JSON, NULL, "[\"MÃ¼ller\"x,\"MÃ¼ller\"]\n",
	    "[\"M\u00FCller\"x,\"MÃ¼ller\"]\n" },
	{ "the next line", JSON, NULL, "[\"\n[\"MÃ¼ller\"]\n",
	    "[\"\n[\"M\u00FCller\"]\n" },
	{ "all columns", CSV, NULL, "MÃ¼ller,b\nMÃ¼ller,\"MÃ¼ller\"\n",
	    "M\u00FCller,b\nM\u00FCller,\"M\u00FCller\"\n" },
	{ "by number: names stay", CSV, "1", "MÃ¼ller,b\nMÃ¼ller,\"MÃ¼ller\"\n",
	    "MÃ¼ller,b\nM\u00FCller,\"MÃ¼ller\"\n" },
	{ "by name", CSV, "b", "a,b\r\nMÃ¼ller,\"MÃ¼ller\"\r\n",
	    "a,b\r\nMÃ¼ller,\"M\u00FCller\"\r\n" },
	{ "by number", CSV, "1", "a,b\nMÃ¼ller,\"MÃ¼ller\"",
	    "a,b\nM\u00FCller,\"MÃ¼ller\"" },
	{ "quotes", CSV, NULL, "a\n\"\"\"MÃ¼ller\"\",\nMÃ¼ller\",x\n",
	    "a\n\"\"\"M\u00FCller\"\",\nM\u00FCller\",x\n" },
	{ "broken", CSV, NULL, "a\n\"MÃ¼ller\"x,MÃ¼ller\nMÃ¼ller\n",
	    "a\n\"M\u00FCller\"x,MÃ¼ller\nM\u00FCller\n" },
	{ "tabs", TSV, "b", "a\tb\n\"MÃ¼ller\t\"MÃ¼ller\t\"MÃ¼ller\n",
	    "a\tb\n\"MÃ¼ller\t\"M\u00FCller\t\"MÃ¼ller\n" },
};

/* With the fix "quotes". */
static const struct row straight[] = {
	{ "what must be escaped", JSON, NULL,
	    "\"\u201CMÃ¼ller\u201D\\\\\"\n",
	    "\"\\\"M\u00FCller\\\"\\\\\"\n" },
	{ "quotes that come in", CSV, NULL, "a\n\"\u201CMÃ¼ller\u201D\"\n",
	    "a\n\"\"\"M\u00FCller\"\"\"\n" },
	{ "and where they must not", CSV, NULL,
	    "a\n\u201CMÃ¼ller\u201D\n", "a\n\u201CM\u00FCller\u201D\n" },
};

/* With LF as line ends and no mark: of the stream, and of fields. */
static const struct row framed[] = {
	{ "lines of JSON", JSON, NULL,
	    "\uFEFF{\"a\":\"MÃ¼ller\"}\r\n[1]\r\r\n\n",
	    "{\"a\":\"M\u00FCller\"}\n[1]\n\n" },
	{ "lines in a string", JSON, NULL, "\"one\\r\\ntwo\"\r\n",
	    "\"one\\ntwo\"\n" },
	{ "and in one that is no field", JSON, "a",
	    "{\"b\":\"one\\r\\ntwo\"}\r\n", "{\"b\":\"one\\r\\ntwo\"}\n" },
	{ "no JSON", JSON, NULL, "\uFEFF\uFEFFMÃ¼ller\r\n\uFEFFx\r\n\r\n",
	    "MÃ¼ller\n\uFEFFx\n\n" },
	{ "bytes beside them", JSON, "a", "{\"b\":\"d\xE9j\xE0 vu\"}\r\n",
	    "{\"b\":\"d\xE9j\xE0 vu\"}\n" },
	{ "rows", CSV, NULL, "\uFEFFa,b\r\n\"MÃ¼ller\r\nx\",y\r\nz,\"\"\r\n",
	    "a,b\n\"M\u00FCller\nx\",y\nz,\"\"\n" },
	{ "lines in a value that is no field", CSV, "b",
	    "a,b\r\n\"x\r\ny\",z\r\n\"x\r\n", "a,b\n\"x\r\ny\",z\n\"x\r\n" },
	{ "lines in a name", CSV, "1", "\"a\r\nb\"\r\nx\r\n",
	    "\"a\r\nb\"\nx\n" },
	{ "a broken row", CSV, NULL, "a\r\n\"x\"y\r\nz\r\n",
	    "a\n\"x\"y\nz\n" },
	{ "the last one", CSV, NULL, "a\r\nx", "a\nx" },
};

/* With CR LF. */
static const struct row returned[] = {
	{ "lines of JSON", JSON, NULL, "\uFEFF\"one\\ntwo\"\n[1]\r\n",
	    "\uFEFF\"one\\r\\ntwo\"\r\n[1]\r\n" },
	{ "rows", TSV, NULL, "\uFEFFa\tb\nx\ty\n",
	    "\uFEFFa\tb\r\nx\ty\r\n" },
};

static bool
is(const struct run *run, const char *in, const char *out)
{
	const struct bytes expected = { (char *)(uintptr_t)(out != NULL ? out :
	    in), strlen(out != NULL ? out : in), 0 };

	return run->err == UNGARBLE_OK && bytes_equal(&run->out, &expected) &&
	    run_is_whole(run, in, strlen(in));
}

static void
check_row(const struct row *row, const char *fixes)
{
	struct bytes report = { NULL, 0, 0 };

	for (uint64_t i = 0; i < 12; i++) {
		struct run run = { .err = UNGARBLE_OK };
		struct ungarble_options opts = run_options(&run);

		opts.fields = row->fields;
		opts.names = row->names;
		opts.fixes = fixes;
		run_stream(&run, &opts, row->in, strlen(row->in), i == 0 ?
		    CUT_NOWHERE : i == 1 ? CUT_EVERYWHERE : CUT_AT_RANDOM, i);
		if (!CHECK(row->name, is(&run, row->in, row->out)))
			fprintf(stderr, "%.*s", (int)run.out.len, run.out.s);
		if (i == 0)
			bytes_add(&report, run.report.s, run.report.len);
		else
			CHECK(row->name, bytes_equal(&run.report, &report));
		/* What edits tell of is what was there, and is now. */
		for (size_t k = 0; k < run.n_edits; k++) {
			const struct kept_edit *const kept = &run.edits[k];
			const struct ungarble_edit *const edit = &kept->edit;

			CHECK(row->name, edit->in_len == edit->before_len &&
			    memcmp(row->in + edit->in_at, run.words.s +
			    kept->before_at, edit->before_len) == 0);
			CHECK(row->name, edit->out_len == edit->after_len &&
			    memcmp(run.out.s + edit->out_at, run.words.s +
			    kept->after_at, edit->after_len) == 0);
		}
		run_free(&run);
	}
	bytes_free(&report);
}

/* Texts that end with NUL, of any number of lines. */
static void
check_nul(void)
{
	static const char in[] = "MÃ¼ller\nMÃ¼ller\0\0d\xE9j\xE0 vu, na\xEFve\0M";
	static const char out[] = "M\u00FCller\nM\u00FCller\0\0d\u00E9j\u00E0 vu, "
	    "na\u00EFve\0M";

	for (uint64_t i = 0; i < 6; i++) {
		struct run run = { .err = UNGARBLE_OK };
		struct ungarble_options opts = run_options(&run);

		opts.fields = UNGARBLE_FIELDS_NUL;
		opts.fixes = "default,+controls";
		run_stream(&run, &opts, in, sizeof(in) - 1, i == 0 ?
		    CUT_NOWHERE : i == 1 ? CUT_EVERYWHERE : CUT_AT_RANDOM, i);
		CHECK("nul", run.err == UNGARBLE_OK && run_is_whole(&run, in,
		    sizeof(in) - 1));
		CHECK("nul", run.out.len == sizeof(out) - 1 && memcmp(
		    run.out.s, out, sizeof(out) - 1) == 0);
		CHECK("nul", run.n_edits == 2 && run.edits[1].edit.record ==
		    1);
		run_free(&run);
	}
}

/* ---- drawn texts in fields, with the same in what is none */

struct drawn {
	struct bytes in;
	struct bytes texts;   /* LF behind each */
};

static void
draw_string(struct bytes *in, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char escape[8];

		if ((unsigned char)s[i] < 0x20) {
			snprintf(escape, sizeof(escape), "\\u%04x",
			    (unsigned)(unsigned char)s[i]);
			bytes_string(in, escape);
			continue;
		}
		if (s[i] == '"' || s[i] == '\\')
			bytes_string(in, "\\");
		bytes_add(in, s + i, 1);
	}
}

/* {"a":"text","b":"text"} of each line of a text of all kinds. */
static void
draw(struct drawn *drawn, uint64_t seed)
{
	struct bytes text = { NULL, 0, 0 };

	*drawn = (struct drawn){ { NULL, 0, 0 }, { NULL, 0, 0 } };
	mixed_make(&text, 12000, seed);
	for (size_t at = 0, len; at < text.len; at += len) {
		const char *const lf = memchr(text.s + at, '\n',
		    text.len - at);

		len = lf != NULL ? (size_t)(lf - text.s) + 1 - at :
		    text.len - at;
		bytes_add(&drawn->texts, text.s + at, len);
		bytes_string(&drawn->in, "{\"a\": \"");
		draw_string(&drawn->in, text.s + at, len);
		bytes_string(&drawn->in, "\", \"b\": \"");
		draw_string(&drawn->in, text.s + at, len);
		bytes_string(&drawn->in, "\"}\n");
	}
	bytes_free(&text);
}

/* What a stream of text alone makes of it. */
static void
repair_alone(struct bytes *out, const char *s, size_t len)
{
	struct run run = { .err = UNGARBLE_OK };
	struct ungarble_options opts = run_options(&run);

	opts.no_memory = 1;
	run_stream(&run, &opts, s, len, CUT_NOWHERE, 0);
	out->len = 0;
	bytes_add(out, run.out.s, run.out.len);
	run_free(&run);
}

/* The length of what stands before the quote that ends a string. */
static size_t
string_len(const char *s)
{
	size_t len = 0;

	while (s[len] != '"')
		len += s[len] == '\\' ? 2 : 1;
	return len;
}

/* Whether a text may be in seven bits with shifts, which all of a line is. */
static bool
is_shifted(const char *s, size_t len)
{
	for (size_t i = 0; i + 2 < len; i++)
		if (memcmp(s + i, "~{", 2) == 0 || memcmp(s + i, "+A", 2) ==
		    0 || memcmp(s + i, "$B", 2) == 0 || s[i] == 0x1B)
			return true;
	return false;
}

/*
 * Each line of `out` has in its first string what `texts` have there, repaired,
 * and is otherwise that of `in`; where there are bytes that are no UTF-8, just
 * the latter, and where they may be shifted, neither.
 */
static bool
lines_good(const struct drawn *drawn, const struct bytes *out)
{
	const char *in = drawn->in.s, *text = drawn->texts.s, *s = out->s;
	struct bytes says = { NULL, 0, 0 }, alone = { NULL, 0, 0 };
	bool good = true;

	while (good && in < drawn->in.s + drawn->in.len) {
		const char *const behind = in + 7 + string_len(in + 7);
		const size_t rest = (size_t)(strchr(behind, '\n') + 1 -
		    behind);
		const char *const lf = memchr(text, '\n', (size_t)(
		    drawn->texts.s + drawn->texts.len - text));
		const size_t len = lf == NULL ? (size_t)(drawn->texts.s +
		    drawn->texts.len - text) : (size_t)(lf + 1 - text);
		const size_t n = string_len(s + 7);
		bool ascii;

		repair_alone(&alone, text, len);
		says.len = 0;
		bytes_add(&says, s, n);
		says.len = ug_dialect_says(&ug_dialect_json,
		    (struct ug_text){ s + 7, n }, says.s);
		if (!is_shifted(text, len))
			good = memcmp(s + 7 + n, behind, rest) == 0 &&
			    (ug_utf8_prefix((const unsigned char *)text, len,
			    &ascii) < len || bytes_equal(&says, &alone));
		if (!good)
			fprintf(stderr, "%.*s%.*s\n%.*s\n", (int)len, text,
			    (int)says.len, says.s, (int)alone.len, alone.s);
		s = strchr(s + 7 + n, '\n') + 1;
		in = behind + rest;
		text += len;
	}
	bytes_free(&says);
	bytes_free(&alone);
	return good && s == out->s + out->len;
}

static void
check_drawn(uint64_t seed)
{
	struct drawn drawn;
	struct bytes out = { NULL, 0, 0 };

	draw(&drawn, seed);
	for (uint64_t i = 0; i < 4; i++) {
		struct run run = { .err = UNGARBLE_OK };
		struct ungarble_options opts = run_options(&run);

		opts.fields = JSON;
		opts.names = "a";
		opts.no_memory = i == 0;
		run_stream(&run, &opts, drawn.in.s, drawn.in.len, i < 2 ?
		    CUT_NOWHERE : i == 2 ? CUT_EVERYWHERE : CUT_AT_RANDOM,
		    seed);
		CHECK("drawn", run_is_whole(&run, drawn.in.s, drawn.in.len));
		if (i == 0)
			CHECK("drawn", lines_good(&drawn, &run.out));
		if (i == 1)
			bytes_add(&out, run.out.s, run.out.len);
		if (i > 1)
			CHECK("cuts", bytes_equal(&out, &run.out));
		run_free(&run);
	}
	bytes_free(&out);
	bytes_free(&drawn.in);
	bytes_free(&drawn.texts);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i], NULL);
	for (size_t i = 0; i < sizeof(straight) / sizeof(*straight); i++)
		check_row(&straight[i], "+quotes");
	for (size_t i = 0; i < sizeof(framed) / sizeof(*framed); i++)
		check_row(&framed[i], "+eol-lf,+bom");
	for (size_t i = 0; i < sizeof(returned) / sizeof(*returned); i++)
		check_row(&returned[i], "+eol-crlf");
	check_nul();
	for (uint64_t seed = 1; seed <= 12; seed++)
		check_drawn(seed);
	return check_done("fields");
}
