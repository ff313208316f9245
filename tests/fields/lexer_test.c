/*
 * lexer_test.c - what is in a field, of JSON, rows and texts that end with NUL
 */
#include "fields/lexer.h"

#include <stdlib.h>

#include "check.h"
#include "failing.h"

#define JSON UNGARBLE_FIELDS_JSON
#define CSV  UNGARBLE_FIELDS_CSV
#define TSV  UNGARBLE_FIELDS_TSV
#define NUL  UNGARBLE_FIELDS_NUL

/*
 * A record, and for each byte whether it is in a field (f) or in none (-); what
 * is then: broken (b), not whole if it ended (n), or no record may start (s).
 */
static const struct row {
	struct ug_lexer_setup setup;
	struct ug_text text;
	const char *parts, *then;
} rows[] = {
	{ { JSON, NULL, 0, 0 }, UG_LIT("{\"a\":\"xy\",\"b\":\"\\n\"}\n"),
	  "------ff-------ff---", "" },
	{ { JSON, "b", 0, 0 }, UG_LIT("{\"a\":\"xy\",\"b\":\"\\n\"}\n"),
	  "---------------ff---", "" },
	{ { JSON, NULL, 0, 0 }, UG_LIT("[\"x\",1.5]x\"y\""),
	  "--f----------", "bn" },
	{ { JSON, NULL, 0, 0 }, UG_LIT("[\"x\""), "--f-", "n" },
	{ { JSON, NULL, 0, 0 }, UG_LIT("\"x"), "-f", "n" },
	{ { CSV, NULL, 0, 1 }, UG_LIT("a,\"b\"\"c\"\r\n,\"\"\n"),
	  "f--ffff-------", "" },
	{ { CSV, "2", 0, 0 }, UG_LIT("a,b,c\n1,\"2\",3\n"),
	  "--f------f----", "" },
	{ { CSV, "2", 0, 1 }, UG_LIT("a,b,c\n1,\"2\",3\n"),
	  "---------f----", "" },
	{ { CSV, NULL, ';', 0 }, UG_LIT("a,b;c"), "fff-f", "s" },
	{ { CSV, NULL, 0, 0 }, UG_LIT("\"a\"b,c"), "-f----", "bs" },
	{ { CSV, NULL, 0, 0 }, UG_LIT("\"a\n"), "-ff", "ns" },
	{ { CSV, NULL, 0, 0 }, UG_LIT("\"a\""), "-f-", "s" },
	{ { CSV, "a", 0, 1 }, UG_LIT("b,a"), "---", "s" },
	{ { TSV, NULL, 0, 0 }, UG_LIT("\"a\t\"b\"\n"), "ff-fff-", "" },
	{ { NUL, NULL, 0, 0 }, UG_LIT("a\nb\0\0c\0"), "fff--f-", "" },
	{ { NUL, NULL, 0, 0 }, UG_LIT("a\n"), "ff", "" },
};

/* The parts of text[from, to), a letter for each byte, to `out`. */
static void
lex(struct ug_lexer *lexer, const char *name, struct ug_text text, char *out)
{
	unsigned idle = 0;

	for (size_t at = 0; at < text.len && idle < 3; ) {
		struct ug_part part;

		if (!CHECK(name, ug_lexer_next(lexer, text, at, &part) ==
		    UNGARBLE_OK) || !CHECK(name, part.len <= text.len - at))
			return;
		memset(out + at, part.kind == UG_PART_OTHER ? '-' : 'f',
		    part.len);
		/* It ends before the sign that says so, which is there. */
		if (part.kind != UG_PART_OTHER)
			CHECK(name, (part.kind == UG_PART_FIELD) ==
			    (at + part.len == text.len));
		at += part.len;
		idle = part.len == 0 ? idle + 1 : 0;
	}
	CHECK(name, idle < 3);
}

static void
check_then(const struct row *row, const struct ug_lexer *lexer)
{
	const char *const name = row->parts;

	CHECK(name, ug_lexer_broken(lexer) == (strchr(row->then, 'b') !=
	    NULL));
	CHECK(name, ug_lexer_may_end(lexer) == (strchr(row->then, 'n') ==
	    NULL));
	CHECK(name, ug_lexer_between(lexer) == (strchr(row->then, 's') ==
	    NULL));
	CHECK(name, ug_lexer_spans(lexer) == (row->setup.kind == CSV ||
	    row->setup.kind == TSV));
}

/* In two parts, whatever stands behind each. */
static void
check_row(const struct row *row)
{
	static const char junk[] = "\0\"\\,\n;\t";

	for (size_t cut = 0; cut <= row->text.len; cut++) {
		struct ug_lexer lexer;
		char text[64], parts[64] = "";

		/* Two quotes that are one may be cut from one another. */
		if (cut > 0 && memcmp(row->text.s + cut - 1, "\"\"", 2) == 0)
			continue;
		CHECK(row->parts, ug_lexer_init(&lexer, &row->setup,
		    &ug_alloc_libc) == UNGARBLE_OK);
		ug_lexer_start(&lexer);
		memcpy(text, row->text.s, cut);
		memcpy(text + cut, junk, sizeof(junk));
		lex(&lexer, row->parts, (struct ug_text){ text, cut }, parts);
		memcpy(text, row->text.s, row->text.len);
		memcpy(text + row->text.len, junk, sizeof(junk));
		lex(&lexer, row->parts, (struct ug_text){ text + cut,
		    row->text.len - cut }, parts + cut);
		parts[row->text.len] = '\0';
		if (!CHECK(row->parts, strcmp(parts, row->parts) == 0))
			fprintf(stderr, "\tcut %zu: %s\n", cut, parts);
		check_then(row, &lexer);
		ug_lexer_free(&lexer);
	}
}

/* ---- what may be asked for */

static const struct asked {
	struct ug_lexer_setup setup;
	enum ungarble_err err;
	const char *never; /* in a value without quotes */
} asked[] = {
	{ { JSON, NULL, 0, 0 }, UNGARBLE_OK, NULL },
	{ { JSON, "a..b", 0, 0 }, UNGARBLE_EOPTION, NULL },
	{ { NUL, NULL, 0, 0 }, UNGARBLE_OK, NULL },
	{ { CSV, NULL, 0, 0 }, UNGARBLE_OK, ",\r\n\"" },
	{ { CSV, NULL, ';', 0 }, UNGARBLE_OK, ";\r\n\"" },
	{ { CSV, NULL, '\x7F', 0 }, UNGARBLE_OK, "\x7F\r\n\"" },
	{ { CSV, NULL, '\x80', 0 }, UNGARBLE_EOPTION, NULL },
	{ { CSV, NULL, '"', 0 }, UNGARBLE_EOPTION, NULL },
	{ { CSV, NULL, '\n', 0 }, UNGARBLE_EOPTION, NULL },
	{ { CSV, NULL, '\r', 0 }, UNGARBLE_EOPTION, NULL },
	{ { CSV, ",", 0, 1 }, UNGARBLE_EOPTION, NULL },
	{ { TSV, NULL, 0, 0 }, UNGARBLE_OK, "\t\r\n" },
	{ { TSV, NULL, '|', 0 }, UNGARBLE_OK, "|\r\n" },
	{ { UNGARBLE_FIELDS_NONE, NULL, 0, 0 }, UNGARBLE_EOPTION, NULL },
};

static void
check_asked(const struct asked *ask)
{
	const char *const name = ask->setup.names != NULL ? ask->setup.names :
	    "asked";
	struct ug_lexer lexer;
	const char *never;

	if (CHECK(name, ug_lexer_init(&lexer, &ask->setup, &ug_alloc_libc) ==
	    ask->err) && ask->err == UNGARBLE_OK) {
		never = ug_lexer_never(&lexer);
		CHECK(name, (never == NULL) == (ask->never == NULL));
		CHECK(name, never == NULL || strcmp(never, ask->never) == 0);
	}
	ug_lexer_free(&lexer);
}

/* How the value is written that was met. */
static void
check_dialect(void)
{
	static const struct {
		struct ug_lexer_setup setup;
		const char *text;
		const struct ug_dialect *dialect;
	} met[] = {
		{ { JSON, NULL, 0, 0 }, "\"x", &ug_dialect_json },
		{ { CSV, NULL, 0, 0 }, "\"x", &ug_dialect_quoted },
		{ { CSV, NULL, 0, 0 }, "x", &ug_dialect_plain },
		{ { TSV, NULL, 0, 0 }, "\"x", &ug_dialect_plain },
		{ { NUL, NULL, 0, 0 }, "x", &ug_dialect_text },
	};

	for (size_t i = 0; i < sizeof(met) / sizeof(*met); i++) {
		const struct ug_text text = { met[i].text,
			strlen(met[i].text) };
		struct ug_lexer lexer;
		char parts[8];

		CHECK("dialect", ug_lexer_init(&lexer, &met[i].setup,
		    &ug_alloc_libc) == UNGARBLE_OK);
		ug_lexer_start(&lexer);
		lex(&lexer, "dialect", text, parts);
		CHECK("dialect", ug_lexer_dialect(&lexer) == met[i].dialect);
		CHECK("never", (ug_lexer_never(&lexer) != NULL) ==
		    (met[i].dialect == &ug_dialect_plain));
		ug_lexer_free(&lexer);
	}
}

/* Read a text, with less memory than that takes, and then enough. */
static void
check_fails(const struct ug_lexer_setup *asked_for, struct ug_text text,
    enum ungarble_err want)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;

	for (long left = 0; left < 20 && err == UNGARBLE_ENOMEM; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_lexer lexer;
		struct ug_part part;

		err = ug_lexer_init(&lexer, asked_for, &alloc);
		if (err == UNGARBLE_OK)
			ug_lexer_start(&lexer);
		for (size_t at = 0; at < text.len && err == UNGARBLE_OK;
		    at += part.len)
			err = ug_lexer_next(&lexer, text, at, &part);
		CHECK("memory", (err == UNGARBLE_ENOMEM) == memory.failed);
		ug_lexer_free(&lexer);
		CHECK("memory: none is left", memory.live == 0);
	}
	CHECK("memory is found", err == want);
}

/* One that is copied reads what the other does. */
static void
check_copy(const struct row *row)
{
	struct ug_lexer lexer, copy = { .kind = UNGARBLE_FIELDS_NONE };
	char parts[64] = "";

	CHECK(row->parts, ug_lexer_init(&lexer, &row->setup,
	    &ug_alloc_libc) == UNGARBLE_OK);
	ug_lexer_copy(&copy, &lexer);
	ug_lexer_start(&copy);
	lex(&copy, row->parts, row->text, parts);
	CHECK(row->parts, strcmp(parts, row->parts) == 0);
	ug_buf_free(&copy.csv.name);
	ug_lexer_free(&lexer);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_row(&rows[i]);
		check_copy(&rows[i]);
	}
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
		check_asked(&asked[i]);
	check_dialect();
	check_fails(&(struct ug_lexer_setup){ CSV, "a,long name", 0, true },
	    (struct ug_text)UG_LIT("a,\"long\",b\n"), UNGARBLE_EFIELD);
	check_fails(&(struct ug_lexer_setup){ JSON, "a,long.name", 0, true },
	    (struct ug_text)UG_LIT("{\"a\":\"b\"}"), UNGARBLE_OK);
	return check_done(argv[0]);
}
