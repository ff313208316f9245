/*
 * gather_test.c - what the fields of records say, and which are quiet
 */
#include "fields/gather.h"

#include <stdlib.h>

#include "check.h"
#include "failing.h"

#define JSON UNGARBLE_FIELDS_JSON
#define CSV  UNGARBLE_FIELDS_CSV

/*
 * Records; what they say; for each whether it is quiet (q) or loud (l), in
 * ASCII (a), has escapes beyond it (e); for each field the record, and whether
 * its last LF is its own (') or not; which are followed (f).
 */
static const struct row {
	enum ungarble_fields kind;
	const char *names, *records, *says, *states, *fields;
} rows[] = {
	{ JSON, NULL, "{\"a\":\"x\",\"b\":\"y\"}\n[\"z\"]\n7\n", "x\ny\nz\n",
	  "qa qa qa", "0f 0f 1" },
	{ JSON, "b", "{\"a\":\"x\",\"b\":\"y\"}\n[\"z\"]\n7\n", "y\n",
	  "qa qa qa", "0" },
	{ JSON, NULL, "[\"x\\ny\\n\",\"\"]\n\"\u00E9\"\n", "x\ny\n\u00E9\n",
	  "qa q", "0'f 1" },
	{ JSON, NULL, "\"\\u00e9\\\"\"\n\"\\n\"\n\"\\u0041\"\n",
	  "\u00E9\"\n\nA\n", "qae qa qa", "0f 1'f 2" },
	{ JSON, NULL, "\"a\"\n\"b\"x\n[\"c\n\"d\"\n\"e\"\n", "a\nd\ne\n",
	  "qa la la qa qa", "0 3f 4" },
	{ JSON, NULL, "\"a\"\n1\n\"b\"\n", "a\nb\n", "qa qa qa", "0f 2" },
	{ CSV, NULL, "a,\"b\"\"\"\nc,\"d\n\"\ne\n", "a\nb\"\ne\n",
	  "qa la la qa", "0f 0 3" },
	{ CSV, "2", "a,b\nc\n,\u00E9\n", "b\n\u00E9\n", "qa qa q", "0f 2" },
	{ CSV, NULL, "a\n\"b\"c\nd\n", "a\nd\n", "qa la qa", "0 2" },
};

static void
lexer_open(struct ug_lexer *lexer, const struct row *row,
    const struct ug_alloc *alloc)
{
	struct ug_part part;

	CHECK(row->says, ug_lexer_init(lexer, &(struct ug_lexer_setup){
		.kind = row->kind, .names = row->names }, alloc) ==
	    UNGARBLE_OK);
	/* Behind a first record: rows have started. */
	ug_lexer_start(lexer);
	for (size_t at = 0; at < 2; at += part.len)
		CHECK(row->says, ug_lexer_next(lexer,
		    (struct ug_text)UG_LIT("1\n"), at, &part) == UNGARBLE_OK);
}

static void
check_told(const struct row *row, struct ug_gather *g)
{
	char states[80] = "", fields[80] = "";
	size_t len = 0;

	for (size_t i = 0; i < g->n_records; i++) {
		const struct ug_gathered_record *const r = &g->records[i];

		if (i > 0)
			strcat(states, " ");
		strcat(states, r->state == UG_GATHERED_QUIET ? "q" : "l");
		strcat(states, r->ascii ? "a" : "");
		strcat(states, r->escapes && r->state == UG_GATHERED_QUIET ?
		    "e" : "");
		len += r->len;
	}
	ug_gather_follow(g);
	for (size_t i = 0; i < g->n_fields; i++)
		snprintf(fields + strlen(fields), 8, "%s%u%s%s", i > 0 ? " " :
		    "", (unsigned)g->fields[i].record, g->fields[i].open ? "" :
		    "'", g->followed[i] ? "f" : "");
	CHECK(row->says, len == strlen(row->records));
	CHECK(row->says, g->text.len == strlen(row->says) &&
	    memcmp(g->text.s, row->says, g->text.len) == 0);
	CHECK(row->says, g->n_fields == 0 ||
	    g->ends[g->n_fields - 1] == g->text.len);
	if (!CHECK(row->says, strcmp(states, row->states) == 0))
		fprintf(stderr, "\tis %s\n", states);
	if (!CHECK(row->says, strcmp(fields, row->fields) == 0))
		fprintf(stderr, "\tis %s\n", fields);
}

static void
check_row(const struct row *row)
{
	const struct ug_text records = { row->records,
		strlen(row->records) };
	enum ungarble_err err = UNGARBLE_ENOMEM;

	for (long left = 0; left < 40 && err == UNGARBLE_ENOMEM; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_gather g = { .alloc = &alloc,
			.text = { .alloc = &alloc } };
		struct ug_lexer lexer;

		lexer_open(&lexer, row, &ug_alloc_libc);
		err = ug_gather(&g, &lexer, records);
		CHECK("memory", (err == UNGARBLE_ENOMEM) == memory.failed);
		if (err == UNGARBLE_OK)
			check_told(row, &g);
		/* Once more: it starts anew. */
		ug_lexer_free(&lexer);
		lexer_open(&lexer, row, &ug_alloc_libc);
		if (err == UNGARBLE_OK && CHECK("again", ug_gather(&g, &lexer,
		    records) == UNGARBLE_OK))
			check_told(row, &g);
		ug_lexer_free(&lexer);
		ug_gather_free(&g);
		CHECK("memory: none is left", memory.live == 0);
		CHECK("as at first", g.n_records == 0 && g.text.s == NULL &&
		    g.alloc == &alloc && g.text.alloc == &alloc);
	}
	CHECK("memory is found", err == UNGARBLE_OK);
}

/* Lines that are due are those of their record, in order. */
static void
check_due(void)
{
	struct ug_gather g = { .alloc = &ug_alloc_libc,
		.text = { .alloc = &ug_alloc_libc } };
	const struct row *const row = &rows[0];
	static const size_t of[] = { 0, 0, 2 };
	struct ug_lexer lexer;

	lexer_open(&lexer, row, &ug_alloc_libc);
	CHECK("due", ug_gather(&g, &lexer, (struct ug_text){ row->records,
	    strlen(row->records) }) == UNGARBLE_OK);
	for (uint32_t i = 0; i < 3; i++)
		CHECK("due", ug_gather_due(&g, of[i],
		    &(struct ug_gathered_line){ .at = i, .len = 7 }) ==
		    UNGARBLE_OK);
	CHECK("due", g.n_lines == 3 && g.lines[1].at == 1 &&
	    g.lines[2].at == 2 && g.lines[2].len == 7);
	CHECK("two of the first", g.records[0].line == 0 &&
	    g.records[0].n_lines == 2 &&
	    g.records[0].state == UG_GATHERED_DUE);
	CHECK("none", g.records[1].n_lines == 0 &&
	    g.records[1].state == UG_GATHERED_QUIET);
	CHECK("one of the last", g.records[2].line == 2 &&
	    g.records[2].n_lines == 1 &&
	    g.records[2].state == UG_GATHERED_DUE);
	ug_gather_free(&g);
	ug_lexer_free(&lexer);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_due();
	return check_done(argv[0]);
}
