/*
 * due_test.c - no pass finds or notes anything where it is not due
 */
#include "repair/due.h"

#include "check.h"
#include "marks/prose_rule.h"
#include "repair/passes.h"

/* Texts, and the passes that may find something in them, of `ASKED`. */
#define ASKED "declarations,mojibake,c1,iso-2022-jp,split-entities," \
	"floating-stops,doubled-fragments,lost-quotes,stray-quotes,eol-lf"
static const struct {
	const char *text, *due;
} rows[] = {
	{ "", "eol-lf" },
	{ "Nothing is the matter here.\n", "eol-lf" },
	{ "a <meta charset=latin1>\n", "declarations,eol-lf" },
	{ "@charset \"x\";", "declarations,doubled-fragments,"
	  "floating-stops,stray-quotes,eol-lf" },
	{ "cafÃ©\n", "mojibake,c1,eol-lf" },
	{ "naïve\n", "mojibake,eol-lf" },
	{ "a & b\n", "mojibake,split-entities,eol-lf" },
	{ "for $B\n", "iso-2022-jp,eol-lf" },
	{ "the end. of it\n", "floating-stops,eol-lf" },
	{ "it rained, he said\n", "lost-quotes,eol-lf" },
	{ "it rained, he said: \u201Cno\u201D\n", "mojibake,stray-quotes,"
	  "floating-stops,doubled-fragments,eol-lf" },
	{ "it rained, \u00ABhe said\u00BB\n", "mojibake,c1,eol-lf" },
	{ "\"it rained,\" he said\n", "floating-stops,doubled-fragments,"
	  "stray-quotes,eol-lf" },
	{ "it \"rained\"\n", "floating-stops,doubled-fragments,stray-quotes,"
	  "eol-lf" },
};

static uint64_t
passes_of(const char *list)
{
	uint64_t passes = 0;

	CHECK(list, ug_fixes_parse(list, &passes) == UNGARBLE_OK);
	return passes;
}

static uint64_t
due_in(struct ug_due *due, uint64_t fixes, struct ug_text text)
{
	return ug_due_by_cues(due, ug_due_by_traits(due, fixes,
	    ug_traits(text.s, text.len)), ug_glance(text));
}

static uint64_t
bit_of(const struct ug_pass *pass)
{
	size_t i = 0;

	while (ug_passes[i] != pass)
		i++;
	return (uint64_t)1 << i;
}

/* The same as a run asks for them, in order. */
static uint64_t
due_in_run(struct ug_due *due, uint64_t fixes, struct ug_text text, bool tell)
{
	struct ug_arena arena = { .alloc = &ug_alloc_libc };
	struct ug_look look = { .arena = &arena };
	uint64_t left = fixes, found = 0;
	const struct ug_pass *pass;

	if (tell)
		CHECK(text.s, ug_due_tell(due, fixes, ug_traits(text.s,
		    text.len), ug_glance(text)) == (fixes != 0));
	ug_due_start(due);
	while ((pass = ug_due_next(due, fixes, &look, text, &left)) != NULL) {
		CHECK(text.s, bit_of(pass) > found);
		found |= bit_of(pass);
	}
	CHECK(text.s, left == 0 && (!tell || fixes == 0 || look.looked));
	ug_look_forget(&look);
	ug_arena_free(&arena);
	return found;
}

/* Where it is worth to ask whether a line is plain, of all that is asked. */
static void
check_plain(void)
{
	static const struct {
		const char *fixes, *text;
		bool asks;
	} asked[] = {
		{ "mojibake,c1", "naïve\n", true },
		{ "mojibake,c1", "cafÃ©\n", true },
		{ "c1", "cafÃ©\n", false },
		{ "mojibake,c1", "A line.\n", false },
		{ "mojibake,lost-quotes", "naïve, he said\n", false },
		{ "mojibake,declarations", "naïve <\n", false },
	};
	struct ug_due due;

	ug_due_init(&due);
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		const struct ug_text text = { asked[i].text,
			strlen(asked[i].text) };

		ug_due_tell(&due, passes_of(asked[i].fixes),
		    ug_traits(text.s, text.len), ug_glance(text));
		CHECK(text.s, ug_due_asks_plain(&due) == asked[i].asks);
	}
}

/* In any order, as what was found last is kept. */
static void
check_rows(void)
{
	const size_t n = sizeof(rows) / sizeof(rows[0]);
	const uint64_t asked = passes_of(ASKED);
	struct ug_due due;

	ug_due_init(&due);
	for (size_t i = 0; i < n * n; i++) {
		const size_t row = i % 2 == 0 ? i / 2 % n : i / n;
		const struct ug_text text = { rows[row].text,
			strlen(rows[row].text) };

		CHECK(text.s, due_in(&due, asked, text) ==
		    passes_of(rows[row].due));
		CHECK(text.s, due_in_run(&due, asked, text, i % 3 == 0) ==
		    passes_of(rows[row].due));
		CHECK(text.s, due_in(&due, 0, text) == 0);
	}
}

/* What is not due, asked all the same, finds nothing. */
static void
check_not_due(void)
{
	const struct ug_alloc *const alloc = &ug_alloc_libc;
	const uint64_t asked = passes_of(ASKED ",-eol-lf");
	struct ug_arena scratch = { .alloc = alloc };
	const struct ug_scope scope = { .encoding = "ISO-8859-1",
		.confidence = 1, .scratch = &scratch };
	struct ug_edits edits;
	struct ug_due due;

	ug_due_init(&due);
	ug_edits_init(&edits, alloc);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };
		uint64_t others = asked & ~due_in(&due, asked, text);

		for (size_t k = 0; others >> k != 0; k++) {
			if ((others >> k & 1) == 0)
				continue;
			ug_edits_clear(&edits);
			CHECK(text.s, ug_pass_find(ug_passes[k], &scope, text,
			    &edits) == UNGARBLE_OK && edits.n == 0 &&
			    edits.n_notes == 0);
		}
	}
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

int
main(int argc, char **argv)
{
	(void)argc;
	check_plain();
	check_rows();
	check_not_due();
	return check_done(argv[0]);
}
