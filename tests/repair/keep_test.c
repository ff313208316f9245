/*
 * keep_test.c - what may be kept, and which edits that stops
 */
#include "repair/keep.h"

#include <string.h>

#include "check.h"
#include "failing.h"

/*
 * Each character x of the marks stands for an edit of the byte of the text that
 * it stands under, > for an insertion before it, and xx for one edit of two;
 * what may be done is marked alike.
 */
static const struct row {
	const char *rows, *text, *edits, *left;
} rows[] = {
	/* strings */
	{ "", "abc", "x x", "x x" },
	{ "b", "abc", "x x", "x x" },
	{ "b", "abc", " x ", "   " },
	{ "b", "abc", "xx ", "   " },
	{ "b", "abc", " xx", "   " },
	{ "bc", "abcd", "x xx", "x   " },
	{ "bc", "abcd", " >  ", " >  " },
	{ "bc", "abcd", "  > ", "    " },
	{ "bc", "abcd", "   >", "   >" },
	{ "aa", "aaa", "  x", "   " },
	{ "c\na\nab", "abc", "xx ", "   " },
	{ "ab\nabcd", "abce", "  x", "  x" },
	{ "abcdef", "abcde", "x    ", "x    " },
	{ "bcd", "abcd bcd", "x x    x", "x       " },
	{ "b\r\n", "ab", " x", "  " },
	{ "\xEF\xBB\xBF" "b\n", "ab", " x", "  " },
	{ "#b\n\n \t\n", "#b ", "x x", "x x" },
	{ " b", "ab b", " x  ", " x  " },
	{ "/", "a/b", "xx ", "   " },
	{ "//", "a//b", "xx  ", "    " },
	{ "\xC3\xA9", "\xC3\xA9", "xx", "  " },
	/* expressions */
	{ "/b/", "abc", "x x", "x x" },
	{ "/b/", "abc", " x ", "   " },
	{ "/<[^>]*>/", "a<b>c", "x x x", "x   x" },
	{ "/<[^>]*>/", "a<b>c", " >   ", " >   " },
	{ "/b+/", "abbb", "   x", "    " },
	{ "/x*/", "axa", "x x", "x x" },
	{ "/x*/", "axa", " x ", "   " },
	{ "/^a/", "aaa", "x x", "  x" },
	{ "/^a/", "b\na", "x x", "x  " },
	{ "/a$/", "a\nb", "x x", "  x" },
	{ "/a$/", "aaa", "x x", "x  " },
	{ "/a$/", "a\r\na\r", "x  x ", "     " },
	{ "/a$/", "a\r\r\nb", "x  xx", "   xx" },
	{ "/.+/", "a\r\nb\r", " xx x", " xx x" },
	{ "/a$/", "a\rb", "x x", "x x" },
	{ "/^a$|^c$/", "a\r\nb\r\nc", "x  x  x", "   x   " },
	{ "/a.b/", "a\nb", "x x", "x x" },
	{ "/b/", "a\nb", "xxx", "   " },
	{ "/a|c/", "abc", "x x", "   " },
	{ "/a/\n/c/", "abc", "x x", "   " },
	{ "/a{2}/", "aaa", "x x", "  x" },
	{ "/b/", "a\0b", "x x", "x  " },
	{ "/a./", "a\xC3\xA9", " xx", "   " },
	{ "b\n/c/", "abc", "xxx", "   " },
};

/* An edit for each run of marks. */
static bool
edits_of(const char *marks, struct ug_edits *edits)
{
	const size_t len = strlen(marks);
	bool good = true;

	ug_edits_clear(edits);
	for (size_t at = 0; at < len; at++) {
		size_t n = 0;

		while (at + n < len && marks[at + n] == 'x')
			n++;
		if (n == 0 && marks[at] != '>')
			continue;
		good = good && ug_edits_add(edits, at, n, UG_TEXT("new"),
		    "a/b", 90) == UNGARBLE_OK;
		at += n;
	}
	return good;
}

/* How long a text is: a NUL may stand in it, behind which a b follows. */
static struct ug_text
text_of(const struct row *row)
{
	return (struct ug_text){ row->text, strlen(row->edits) };
}

static enum ungarble_err
run(const struct row *row, const struct ug_alloc *alloc,
    struct ug_edits *edits)
{
	const struct ug_text given = { row->rows, strlen(row->rows) };
	struct ug_keep_fault fault;
	struct ug_keep *keep;
	enum ungarble_err err = ug_keep_new(&keep, given, alloc, &fault);

	if (err == UNGARBLE_OK && keep != NULL)
		err = ug_keep_filter(keep, text_of(row), edits);
	ug_keep_free(keep);
	return err;
}

static void
check_row(const struct row *row)
{
	struct ug_edits edits, want;

	ug_edits_init(&edits, &ug_alloc_libc);
	ug_edits_init(&want, &ug_alloc_libc);
	CHECK(row->rows, edits_of(row->edits, &edits) &&
	    edits_of(row->left, &want));
	CHECK(row->rows, run(row, &ug_alloc_libc, &edits) == UNGARBLE_OK);
	if (CHECK(row->edits, edits.n == want.n)) {
		for (size_t i = 0; i < want.n; i++)
			CHECK(row->rows, edits.v[i].at == want.v[i].at &&
			    edits.v[i].len == want.v[i].len);
	}
	ug_edits_free(&edits);
	ug_edits_free(&want);
}

static const struct {
	const char *rows;
	size_t len, line;
	const char *why; /* NULL: as libc has it */
} faults[] = {
	{ "a\n/[/\n", 6, 2, NULL },
	{ "/(/", 3, 1, NULL },
	{ "/a{z}/", 6, 1, NULL },
	{ "/[z-a]/", 7, 1, NULL },
	{ "/[[:x:]]/", 9, 1, NULL },
	{ "/a\\/", 4, 1, NULL },
	{ "#/[/\n\n\xFF", 7, 3, "no UTF-8" },
	{ "a\0b", 3, 1, "a control character" },
};

#define PATTERN 4096 /* bytes of an expression, slashes too */

static void
check_faults(void)
{
	size_t line;
	const char *why;

	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		CHECK(faults[i].rows, ungarble_keep_check(faults[i].rows,
		    faults[i].len, &line, &why) == UNGARBLE_EOPTION);
		CHECK(faults[i].rows, line == faults[i].line);
		CHECK(faults[i].rows, why != NULL && (faults[i].why == NULL ||
		    strcmp(why, faults[i].why) == 0));
	}
	for (size_t len = PATTERN - 1; len <= PATTERN + 1; len++) {
		char row[PATTERN + 1];

		memset(row, 'a', len);
		row[0] = row[len - 1] = '/';
		CHECK("long", ungarble_keep_check(row, len, &line, &why) ==
		    (len <= PATTERN ? UNGARBLE_OK : UNGARBLE_EOPTION));
		CHECK("long", len <= PATTERN || strcmp(why,
		    "too long an expression") == 0);
	}
	CHECK("good", ungarble_keep_check("/a/\nb\n", 6, &line, &why) ==
	    UNGARBLE_OK && line == 0 && why == NULL);
	CHECK("none", ungarble_keep_check("", 0, &line, &why) == UNGARBLE_OK);
}

/* Memory that runs out is told, and all of it is given back. */
static void
check_memory(void)
{
	const struct row row = { "b\n/c/", "abcd", "x  x", "x  x" };
	struct ug_edits edits;
	bool failed = true;

	ug_edits_init(&edits, &ug_alloc_libc);
	for (long n = 0; failed && n < 100; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		enum ungarble_err err;

		CHECK("memory", edits_of(row.edits, &edits));
		err = run(&row, &alloc, &edits);
		failed = memory.failed;
		CHECK("memory", err == (failed ? UNGARBLE_ENOMEM :
		    UNGARBLE_OK));
		CHECK("memory", memory.live == 0);
	}
	CHECK("memory", !failed);
	ug_edits_free(&edits);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_faults();
	check_memory();
	return check_done(argv[0]);
}
