/*
 * alloc_test.c - every allocation fails once: ENOMEM, no leak, no crash
 */
#include <string.h>

#include "check.h"
#include "failing.h"
#include "harness.h"

#define FOREIGN "L'\xe9t\xe9 dernier, nous avons repeint la cl\xf4ture\n" \
	"\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee \xf8\xeb\xe8\n" \
	"\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x95\xb6\x8f\xcd\x82\xc5\x82\xb7\n"

struct budget {
	struct run run;
	struct failing memory;
};

static void *
budget_resize(void *user, void *ptr, size_t size)
{
	struct budget *const b = user;

	return failing_resize(&b->memory, ptr, size);
}

static enum ungarble_answer
skip_some(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	return edit->in_at % 3 == 0 ? UNGARBLE_SKIP : UNGARBLE_APPLY;
}

static int
finding(void *user, const struct ungarble_finding *found)
{
	(void)user;
	return found->rule == NULL;
}

/* ---- what is read, and how ---- */

#define LITERAL(s) (s), sizeof(s) - 1

static const struct row {
	const char *name;
	const char *s;           /* so often; NULL: text of every kind, */
	size_t len, times;       /* or 0 times that is spun */
	const char *from, *fallback, *languages, *declared, *fixes, *lexicon;
	bool stream, no_memory, all_told, no_text_fails;
	enum ungarble_fields fields;
	const char *names;
} rows[] = {
	{ .name = "text of every kind" },
	{ .name = "all repairs, some refused", .fixes = "all", .all_told = 1,
	  .lexicon = "wombat\tanimal\nferry\tboat\tword\tC\t40\n-mentioned\n" },
	{ .name = "tidied", .fixes = "encoding,+tidy,+nfd,+eol-crlf,+bom",
	  .no_text_fails = true },
	{ .name = "no memory", .no_memory = true, .fixes = "all" },
	{ .name = "spun", .s = "", .all_told = true,
	  .lexicon = "the mayor\tthe head\n" },
	{ .name = "one for all", LITERAL(FOREIGN), .times = 40,
	  .stream = true, .fallback = "iso-8859-2", .languages = "fr,ru",
	  .declared = "koi8-r" },
	{ .name = "one of some", LITERAL(FOREIGN), .times = 40,
	  .from = "utf-8,windows-1251,shift_jis,iso-2022-cn-ext" },
	{ .name = "a converter", LITERAL("\x1b$)A\x0eVP\x0f, so\n"),
	  .times = 40, .from = "iso-2022-cn-ext" },
	{ .name = "UTF-16", LITERAL("a\0 \0l\0i\0n\0e\0\n\0\xe9\0\n\0"),
	  .times = 200 },
	{ .name = "UTF-32", LITERAL("\xff\xfe\0\0a\0\0\0\n\0\0\0\x3b\x26\0\0"),
	  .times = 200 },
	{ .name = "EBCDIC", LITERAL("\xC1\x95\x40\x96\x93\x84\x40\x94\x81\x95"
	    "\x40\xA2\x81\xA3\x40\x82\xA8\x40\xA3\x88\x85\x40\x99\x89\xA5\x85"
	    "\x99\x4B\x25"), .times = 60 },
	{ .name = "binary", LITERAL("\0\x01\x02\x03\x80\xfe\x07\n"),
	  .times = 400 },
	{ .name = "seven bits", LITERAL("\x1b$BF|K\\\x1b(B\n~{VPND~}\n"
	    "caf+AOk- +AOA- la\n"), .times = 60 },
	{ .name = "JSON", LITERAL("{\"a\":\"caf\\u00c3\\u00a9\\ncaf\xe9\","
	    "\"b\":\"caf\xc3\x83\xc2\xa9 \\\"it\\u0092s\\\"\"}x\n"),
	  .times = 60, .fixes = "all", .all_told = true,
	  .fields = UNGARBLE_FIELDS_JSON, .names = "*" },
	{ .name = "JSON that stays", LITERAL("{\"a\":\"He said “it is so”, and it "
	    "was.\\nThe caf\u00E9\",\"b\":\"caf\\u00e9 au lait\"}\n"),
	  .times = 60, .fields = UNGARBLE_FIELDS_JSON },
	{ .name = "rows", LITERAL("a,\"b \"\"c\"\"\",d\n1,\"caf\xc3\x83\xc2"
	    "\xa9\n\"\"it\xc2\x92s\"\"\",caf\xe9\n"), .times = 60,
	  .fixes = "all", .fields = UNGARBLE_FIELDS_CSV,
	  .names = "b \"c\",3" },
	{ .name = "one long line", LITERAL("caf\xe9 caf\xc3\xa9 caf\xc3\x83"
	    "\xc2\xa9, it\xe2\x80\x99s  so. . "), .times = 4000,
	  .fixes = "all" },
};

static void
row_text(const struct row *row, struct bytes *in)
{
	if (row->s == NULL)
		mixed_make(in, 30000, 11);
	else if (row->times == 0)
		spun_make(in, 8000);
	for (size_t i = 0; i < row->times; i++)
		bytes_add(in, row->s, row->len);
}

static struct ungarble_options
row_options(const struct row *row, struct budget *b)
{
	struct ungarble_options opts = run_options(&b->run);

	opts.from = row->from;
	opts.fallback = row->fallback;
	opts.languages = row->languages;
	opts.declared = row->declared;
	opts.fixes = row->fixes;
	opts.lexicon = row->lexicon;
	opts.lexicon_len = row->lexicon != NULL ? strlen(row->lexicon) : 0;
	opts.scope = row->stream ? UNGARBLE_SCOPE_STREAM :
	    UNGARBLE_SCOPE_RECORD;
	opts.no_memory = row->no_memory;
	opts.fields = row->fields;
	opts.names = row->names;
	opts.binary = row->no_text_fails ? UNGARBLE_BINARY_FAIL :
	    UNGARBLE_BINARY_PASS;
	opts.ask = row->all_told ? skip_some : NULL;
	opts.finding = row->all_told ? finding : NULL;
	opts.user = b;
	opts.resize = budget_resize;
	return opts;
}

/* Returns whether an allocation was made to fail. */
static bool
check_budget(const struct row *row, const struct bytes *in, long left)
{
	struct budget b = { .memory = { .left = left, .once = true } };
	const struct ungarble_options opts = row_options(row, &b);

	run_stream(&b.run, &opts, in->s, in->len, CUT_AT_RANDOM, 3);
	CHECK(row->name, b.run.err == (b.memory.failed ? UNGARBLE_ENOMEM :
	    UNGARBLE_OK));
	CHECK(row->name, b.memory.live == 0);
	run_free(&b.run);
	return b.memory.failed;
}

static void
check_row(const struct row *row)
{
	struct bytes in = { 0 };
	long n = 0;

	row_text(row, &in);
	/* Few allocations: fail each.  Many: the first, then ever fewer. */
	while (check_budget(row, &in, n))
		n += 1 + n / 40;
	CHECK(row->name, n > 20);
	bytes_free(&in);
}

/* ---- the same of a guess ---- */

static void
check_guess(const struct row *row)
{
	struct bytes in = { 0 };
	enum ungarble_err err = UNGARBLE_ENOMEM;
	long n = 0;

	row_text(row, &in);
	for (; err == UNGARBLE_ENOMEM; n++) {
		struct budget b = { .memory = { .left = n, .once = true } };
		struct ungarble_options opts = row_options(row, &b);
		struct ungarble_guess guesses[4];
		size_t n_guesses;

		err = ungarble_guess(in.s, in.len < 3000 ? in.len : 3000,
		    &opts, guesses, 4, &n_guesses);
		CHECK(row->name, (err == UNGARBLE_OK) == !b.memory.failed);
		CHECK(row->name, b.memory.live == 0);
	}
	CHECK(row->name, err == UNGARBLE_OK);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_row(&rows[i]);
		check_guess(&rows[i]);
	}
	return check_done(argv[0]);
}
