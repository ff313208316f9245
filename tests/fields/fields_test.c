/*
 * fields_test.c - what is handed on of a record: lines of fields, and the rest
 */
#include "fields/fields.h"

#include "check.h"
#include "failing.h"
#include "fields/columns.h"
#include "heard.h"

#define JSON UNGARBLE_FIELDS_JSON
#define CSV  UNGARBLE_FIELDS_CSV
#define NUL  UNGARBLE_FIELDS_NUL

/* Records; one that starts with '+' goes on with the last. */
static const struct row {
	enum ungarble_fields kind;
	bool header, frames;
	const char *names;
	struct ug_text records[4];
	const char *heard;
} rows[] = {
	{ JSON, 0, 0, NULL, { UG_LIT("{\"a\":\"x\\ny\\u00e9\"}\n"),
	  UG_LIT("7\n") },
	  "bytes 0+6 {\"a\":\"\nline 6+3 x\\n\nline 9+7 y\u00E9\nend\n"
	  "bytes 16+3 \"}\\n\nbytes 19+2 7\\n\n" },
	{ JSON, 0, 0, "a", { UG_LIT("{\"b\":\"x\",\"a\":\"\"}\n") },
	  "bytes 0+14 {\"b\":\"x\",\"a\":\"\nend\nbytes 14+3 \"}\\n\n" },
	{ JSON, 0, 0, NULL, { UG_LIT("\"one"), UG_LIT("+ two\"\n") },
	  "bytes 0+1 \"\nline 1+3 one\nline 4+4  two\nend\n"
	  "bytes 8+2 \"\\n\n" },
	{ JSON, 0, 0, NULL, { UG_LIT("[\"a\"x\n"), UG_LIT("+y\n"),
	  UG_LIT("[\n"), UG_LIT("1\n") },
	  "bytes 0+2 [\"\nline 2+1 a\nend\nbytes 3+1 \"\nbroken 1 at 4\n"
	  "bytes 4+2 x\\n\nbytes 6+2 y\\n\nbytes 8+2 [\\n\n"
	  "broken 2 at 10\nbytes 10+2 1\\n\n" },
	{ JSON, 0, 0, NULL, { UG_LIT("\"open"), UG_LIT("2\n") },
	  "bytes 0+1 \"\nline 1+4 open\nend\nbroken 1 at 5\nbytes 5+2 2\\n\n" },
	{ JSON, 0, 1, NULL, { UG_LIT("\uFEFF\uFEFF1\r\r\n"),
	  UG_LIT("\uFEFF2\n"), UG_LIT("\r\n"), UG_LIT("3") },
	  "frame 0+6 \uFEFF\uFEFF\nbytes 6+1 1\nframe 7+3 \\r\\r\\n\n"
	  "bytes 10+4 \uFEFF2\n"
	  "frame 14+1 \\n\nframe 15+2 \\r\\n\nbytes 17+1 3\n" },
	{ CSV, 0, 0, NULL, { UG_LIT("a,\"b\"\"c\n"), UG_LIT("d\",\n"),
	  UG_LIT("\"e\"f,g\n"), UG_LIT("h") },
	  "plain line 0+1 a\nend\nbytes 1+2 ,\"\nline 3+5 b\"c\\n\n"
	  "line 8+1 d\nend\nbytes 9+3 \",\\n\nbytes 12+1 \"\nline 13+1 e\nend\n"
	  "bytes 14+1 \"\nbroken 3 at 15\nbytes 15+4 f,g\\n\n"
	  "plain line 19+1 h\nend\n" },
	{ CSV, 1, 0, "b", { UG_LIT("a,b\n"), UG_LIT("1,2\n"),
	  UG_LIT("3,\"4") },
	  "bytes 0+4 a,b\\n\nbytes 4+2 1,\nplain line 6+1 2\nend\n"
	  "bytes 7+1 \\n\nbytes 8+3 3,\"\nline 11+1 4\nend\n"
	  "broken 3 at 12\n" },
	{ CSV, 0, 1, "2", { UG_LIT("a\r\n"), UG_LIT("\"b\r\n"),
	  UG_LIT("\"\r\n") },
	  "bytes 0+1 a\nframe 1+2 \\r\\n\nbytes 3+4 \"b\\r\\n\n"
	  "bytes 7+1 \"\nframe 8+2 \\r\\n\n" },
	{ NUL, 0, 0, NULL, { UG_LIT("a\nb"), UG_LIT("+c\0"), UG_LIT("\0"),
	  UG_LIT("d") },
	  "line 0+2 a\\n\nline 2+1 b\nline 3+1 c\nend\nbytes 4+1 \\0\n"
	  "bytes 5+1 \\0\nline 6+1 d\nend\n" },
};

/* Returns how many calls there were. */
static unsigned
check_row(const struct row *row, unsigned fails)
{
	struct heard heard = { .fails = fails };
	struct ug_fields_setup setup = heard_setup(&heard, row->kind,
	    row->names);
	struct ug_fields *f;
	enum ungarble_err err;
	uint64_t number = 0, in_at = 0;
	unsigned n = 0;

	setup.header = row->header;
	setup.frames = row->frames;
	err = ug_fields_new(&f, &setup);
	for (size_t i = 0; i < 4 && err == UNGARBLE_OK &&
	    row->records[i].s != NULL; i++) {
		struct ug_text text = row->records[i];
		const bool goes_on = text.s[0] == '+';

		if (goes_on)
			text = ug_text_part(text, 1, text.len - 1);
		number += !goes_on;
		err = heard_put(f, number, in_at, text);
		in_at += text.len;
	}
	if (err == UNGARBLE_OK)
		err = ug_fields_finish(f);
	ug_fields_free(f);
	for (size_t i = 0; i < heard.len; i++)
		n += heard.s[i] == '\n';
	CHECK(row->heard, err == (fails > 0 ? UNGARBLE_ESTOPPED :
	    UNGARBLE_OK));
	CHECK("all of it", fails > 0 || heard.in_at == in_at);
	CHECK("no more once one fails", fails == 0 || n == fails);
	if (fails == 0 && !CHECK(row->heard, strcmp(heard.s, row->heard) == 0))
		fprintf(stderr, "is:\n%s\n", heard.s);
	return n;
}

/* ---- what was decoded */

/* Put a record as if decoded, in which some bytes are strays. */
static void
put_decoded(struct heard *heard, const struct ug_encoding *encoding,
    bool ascii, const char *names)
{
	static const char text[] = "{\"a\":\"x?y\",\"b\":\"z\\n?\"}\n";
	const size_t len = sizeof(text) - 1;
	const struct ug_fields_setup setup = heard_setup(heard, JSON, names);
	const struct ug_record record = { .number = 1, .in_len = len,
		.verdict = { encoding, UNGARBLE_BY_OPTION, 100, NULL },
		.ascii = ascii, .n_invalid = 2 };
	struct ug_work work;
	struct ug_fields *f;
	enum ungarble_err err = ug_fields_new(&f, &setup);

	ug_work_init(&work, &ug_alloc_libc);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&work.text, text, len);
	if (err == UNGARBLE_OK)
		err = ug_map_add_units(&work.map, 0, len, 1, 1);
	for (size_t at = 0; at < len && err == UNGARBLE_OK; at++) {
		const struct ug_done done = { .record = 1, .in_at = at,
			.in_len = 1, .rule = at < 10 ? "decode/malformed" :
			"decode/stray", .fix = "encoding" };

		if (text[at] == '?')
			err = ug_log_add(&work.log, &done,
			    (struct ug_text)UG_LIT("a"),
			    (struct ug_text)UG_LIT("b"));
	}
	if (err == UNGARBLE_OK)
		err = ug_fields_put(f, &record, (const unsigned char *)text,
		    &work);
	CHECK("decoded", err == UNGARBLE_OK);
	ug_work_free(&work);
	ug_fields_free(f);
}

/* Each line has what was done to its bytes. */
static void
check_log(void)
{
	struct heard heard = { .len = 0 };

	put_decoded(&heard, &ug_windows_1252, false, NULL);
	if (!CHECK("log", strcmp(heard.s, "bytes 0+6 {\"a\":\"\n"
	    "line 6+3 x?y invalid 1 decode/malformed 7\nend\n"
	    "bytes 9+7 \",\"b\":\"\nline 16+3 z\\n\n"
	    "line 19+1 ? decode/stray 19\nend\nbytes 20+3 \"}\\n\n") == 0))
		fprintf(stderr, "is:\n%s\n", heard.s);
}

/*
 * What is in no field stays byte for byte where the encoding has ASCII's signs
 * and letters in ASCII's places; else it is as it was decoded.
 */
static void
check_bytes(void)
{
	static const struct {
		enum ug_encoding_kind kind;
		unsigned differs; /* this byte of ASCII; 128: none does */
		bool bytes;
	} kinds[] = {
		{ UG_UTF8, 128, true }, { UG_MULTI_BYTE, 128, true },
		{ UG_BINARY, 128, true }, { UG_SINGLE_BYTE, 128, true },
		{ UG_UTF16LE, 128, false }, { UG_UTF32BE, 128, false },
		{ UG_STATEFUL, 128, false }, { UG_SINGLE_BYTE, 0x1F, true },
		{ UG_SINGLE_BYTE, ' ', false }, { UG_SINGLE_BYTE, 'A', false },
		{ UG_SINGLE_BYTE, '~', false }, { UG_SINGLE_BYTE, 0x7F, true },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		for (unsigned ascii = 0; ascii < 2; ascii++) {
			uint16_t lower[128];
			const struct ug_encoding encoding = { .name = "x",
				.kind = kinds[i].kind, .lower =
				kinds[i].differs < 128 ? lower : NULL };
			struct heard heard = { .len = 0 };

			for (unsigned c = 0; c < 128; c++)
				lower[c] = (uint16_t)(c == kinds[i].differs ?
				    0x111 : c);
			put_decoded(&heard, &encoding, ascii != 0, "a");
			CHECK("bytes", (strncmp(heard.s, "bytes", 5) == 0) ==
			    (kinds[i].bytes || ascii != 0));
		}
}

/* ---- where one is */

static void
check_places(void)
{
	struct heard heard = { .len = 0 };
	struct ug_fields_setup setup = heard_setup(&heard, JSON, "a,b");
	struct ug_fields *f;

	CHECK("JSON", ug_fields_new(&f, &setup) == UNGARBLE_OK);
	CHECK("nothing", ug_fields_finish(f) == UNGARBLE_OK && heard.len == 0);
	CHECK("JSON", !ug_fields_span(f) && ug_fields_between(f) &&
	    ug_fields_state(f) == 1 && ug_fields_found(f) == 0);
	CHECK("in a field", heard_put(f, 1, 0,
	    (struct ug_text)UG_LIT("{\"b\":\"x")) == UNGARBLE_OK &&
	    !ug_fields_between(f) &&
	    ug_fields_state(f) == 0 && ug_fields_found(f) == 2);
	CHECK("in a record", heard_put(f, 1, 7, (struct ug_text)UG_LIT("\"")) ==
	    UNGARBLE_OK && ug_fields_between(f) && ug_fields_state(f) == 0);
	CHECK("behind it", ug_fields_enter(f) == UNGARBLE_OK &&
	    ug_fields_state(f) == 1);
	CHECK("it was told", strstr(heard.s, "broken 1 at 8\n") != NULL);
	heard.len = 0;
	heard.s[0] = '\0';
	CHECK("once", ug_fields_enter(f) == UNGARBLE_OK &&
	    ug_fields_finish(f) == UNGARBLE_OK && heard.len == 0);
	CHECK("another", heard_put(f, 1, 8, (struct ug_text)UG_LIT("{")) ==
	    UNGARBLE_OK && ug_fields_finish(f) == UNGARBLE_OK &&
	    strstr(heard.s, "broken 1 at 9\n") != NULL);
	ug_fields_free(f);
}

/* Rows: one that starts in the middle is told of columns. */
static void
check_columns(void)
{
	struct heard heard = { .len = 0 };
	struct ug_fields_setup setup = heard_setup(&heard, CSV, "b");
	struct ug_fields *f, *later;
	struct ug_columns columns;
	uint64_t state;

	setup.header = true;
	CHECK("rows", ug_fields_new(&f, &setup) == UNGARBLE_OK &&
	    ug_fields_new(&later, &setup) == UNGARBLE_OK);
	CHECK("no header yet", ug_fields_span(f) && !ug_fields_between(f) &&
	    !ug_fields_columns(f).known);
	state = ug_fields_state(f);
	CHECK("header", heard_put(f, 1, 0, (struct ug_text)UG_LIT("a,b\n")) ==
	    UNGARBLE_OK && ug_fields_between(f));
	CHECK("header", ug_fields_state(f) != 0 &&
	    ug_fields_state(f) != state);
	columns = ug_fields_columns(f);
	CHECK("columns", columns.known && !ug_columns_has(&columns, 0) &&
	    ug_columns_has(&columns, 1) && !ug_columns_has(&columns, 2));
	ug_fields_start_as(later, &columns);
	CHECK("later", ug_fields_between(later) && heard_put(later, 1, 4,
	    (struct ug_text)UG_LIT("x,y\n")) == UNGARBLE_OK);
	CHECK("later", strstr(heard.s, "plain line 6+1 y\n") != NULL);
	CHECK("the same", heard_put(f, 2, 8, (struct ug_text)UG_LIT("x,y\n")) ==
	    UNGARBLE_OK && ug_fields_state(f) == ug_fields_state(later));
	CHECK("a part of a row", heard_put(f, 3, 12,
	    (struct ug_text)UG_LIT("x,")) == UNGARBLE_OK &&
	    !ug_fields_between(f) &&
	    ug_fields_state(f) != ug_fields_state(later));
	ug_fields_free(f);
	ug_fields_free(later);
}

/* Where memory runs out there are none. */
static void
check_memory(void)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;

	for (long left = 0; left < 20 && err == UNGARBLE_ENOMEM; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct heard heard = { .len = 0 };
		struct ug_fields_setup setup = heard_setup(&heard, JSON, "a,b");
		struct ug_fields *f = (struct ug_fields *)(void *)&memory;

		setup.alloc = &alloc;
		err = ug_fields_new(&f, &setup);
		CHECK("memory", (err == UNGARBLE_ENOMEM) == memory.failed &&
		    (f == NULL) == memory.failed);
		ug_fields_free(f);
		CHECK("memory: none is left", memory.live == 0);
	}
	CHECK("memory is found", err == UNGARBLE_OK);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const unsigned n = check_row(&rows[i], 0);

		CHECK("calls", n > 0);
		for (unsigned fails = 1; fails <= n; fails++)
			check_row(&rows[i], fails);
	}
	check_log();
	check_bytes();
	check_places();
	check_columns();
	check_memory();
	return check_done(argv[0]);
}
