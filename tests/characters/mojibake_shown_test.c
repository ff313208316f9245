/*
 * mojibake_shown_test.c - which lines show what would be repaired in them
 */
#include "characters/mojibake.h"

#include <stdio.h>

#include "check.h"
#include "edit/edit.h"

/*
 * Edits of a line, in order: {before|after} each.  What is shown has all of its
 * words elsewhere in the line, as they would become, and not edited.
 */
static const struct {
	const char *line;
	bool shown;
} rows[] = {
	{ "no edits", false },
	{ "José is {JosÃ©|José} here", true },
	{ "José is Jos{Ã©|é} here", true },
	{ "it is Jos{Ã©|é}, for José", true },
	{ "Jos{Ã©|é}, José", true }, { "José, Jos{Ã©|é}", true },
	{ "José, {Ã©|é}Jos", false },
	/* by itself */
	{ "Josés Jos{Ã©|é}", false }, { "JJosé Jos{Ã©|é}", false },
	{ "1José Jos{Ã©|é}", false }, { "José1 Jos{Ã©|é}", false },
	{ "José\u0301 Jos{Ã©|é}", false }, { "-José- Jos{Ã©|é}", true },
	{ "Josés, -José- Jos{Ã©|é}", true }, { "jose Jos{Ã©|é}", false },
	{ "JJosé, Josés, José1; José. Jos{Ã©|é}", true },
	/* all of the word, to both sides */
	{ "été {Ã©|é}t{Ã©|é}", true }, { "été {Ã©|é}t{Ã©|e}", false },
	{ "té {Ã©|é}t{Ã©|é}", false }, { "ét {Ã©|é}t{Ã©|é}", false },
	{ "été x{Ã©|é}té", false }, { "xété x{Ã©|é}té", true },
	{ "été {Ã©|é}tés", false }, { "étés {Ã©|é}tés", true },
	{ "été, {Ã©|é}{t|t}{Ã©|é}", true },
	/* each of the words */
	{ "José, été: {Ã©|é}té, Jos{Ã©|é}", true },
	{ "José, {Ã©|é}té, Jos{Ã©|é}", false },
	{ "été, {Ã©|é}té, Jos{Ã©|é}", false },
	/* what is edited itself shows nothing */
	{ "Jos{Ã©|é} Jos{Ã©|é}", false }, { "Jo{s|s}é Jos{Ã©|é}", false },
	{ "{J|J}osé Jos{Ã©|é}", false }, { "Jos{é|é} Jos{Ã©|é}", false },
	{ "José{.|-} Jos{Ã©|é}", false }, { "{.|-}José Jos{Ã©|é}", false },
	/* signs tell nothing */
	{ "© {Â©|©}", false }, { "-©- {Â©|©}", false },
	{ "5€ {5â‚¬|5€}", false }, { "José {Ã©|}", false },
	/* words of one letter, if no space is beside */
	{ "é {Ã©|é}", false }, { "(é {Ã©|é}", false }, { "(é) {Ã©|é}", true },
	{ "{Ã©|é}-é", false }, { "é-{Ã©|é}", false }, { "{Ã©|é} (é)", true },
	{ "x é) {Ã©|é}", false }, { "-é, é, (é) {Ã©|é}", true },
	{ "“é”: {Ã©|é}", true }, { "ét {Ã©|é}t", true },
};

static const struct ug_text other = UG_LIT("other");

/* Add a line and its edits, at `at` of a text. */
static struct ug_text
line_parse(const char *s, size_t at, struct ug_edits *edits, char line[1024])
{
	size_t len = 0;

	while (*s != '\0') {
		const size_t n = strcspn(s, "|");
		const size_t all = strcspn(s, "}");

		if (*s != '{') {
			line[len++] = *s++;
			continue;
		}
		memcpy(line + len, s + 1, n - 1);
		CHECK("memory", ug_edits_add(edits, at + len, n - 1,
		    (struct ug_text){ s + n + 1, all - n - 1 }, "test", 99) ==
		    UNGARBLE_OK);
		len += n - 1;
		s += all + 1;
	}
	return (struct ug_text){ line, len };
}

/* Whether it is, at `at` of a text, behind edits of lines before. */
static bool
is_shown(const char *s, size_t at, size_t before)
{
	struct ug_edits edits;
	char line[1024];
	bool shown;

	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < before; i++)
		CHECK("memory", ug_edits_add(&edits, i * 8, 2, other, "test",
		    99) == UNGARBLE_OK);
	const struct ug_text text = line_parse(s, at, &edits, line);

	shown = ug_mojibake_shown(text, at, &edits, before);
	ug_edits_free(&edits);
	return shown;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *const s = rows[i].line;

		CHECK(s, is_shown(s, 0, 0) == rows[i].shown);
		/* Wherever the line is, whatever was found before. */
		CHECK(s, is_shown(s, 1, 0) == rows[i].shown);
		CHECK(s, is_shown(s, 70000, 0) == rows[i].shown);
		CHECK(s, is_shown(s, 24, 3) == rows[i].shown);
	}
}

/* A word of `before` letters, an edit of `len`, and letters behind it. */
static void
check_length(int before, int len, int behind, bool shown)
{
	static const char n[] =
	    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
	    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
	    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
	    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
	    "nnnnnnnnnn";
	char s[2048];

	sprintf(s, "%.*s%.*s%.*s is %.*s{x|%.*s}%.*s", before, n, len, n,
	    behind, n, before, n, len, n, behind, n);
	CHECK(s, is_shown(s, 0, 0) == shown);
}

/* Words are compared up to 256 bytes, wherever they are edited. */
static void
test_length(void)
{
	check_length(0, 100, 0, true);
	check_length(0, 256, 0, true);
	check_length(0, 257, 0, false);
	check_length(200, 56, 0, true);
	check_length(200, 57, 0, false);
	check_length(0, 1, 255, true);
	check_length(0, 1, 256, false);
	check_length(100, 100, 56, true);
	check_length(100, 100, 57, false);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_rows();
	test_length();
	return check_done(argv[0]);
}
