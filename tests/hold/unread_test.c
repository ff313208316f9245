/*
 * unread_test.c - the gate makes the same of a record whether it saw what was
 * before or was shown the end of it
 */
#include "hold/unread.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "hold/passed.h"
#include "words/spun.h"

#define MUCH CLEAN CLEAN CLEAN CLEAN CLEAN CLEAN
/* A paragraph in one line, longer than what is shown of it. */
#define SAY "The council said again that people did not want the road, and " \
	"most of them had written to the mayor before. "
#define FEW SAY SAY SAY SAY SAY SAY SAY SAY
#define LONG FEW FEW FEW "\n"
#define LINE "Officers mentioned the brand new photo voltaic plant.\n"

struct walk {
	struct ug_spin *spin;
	struct ug_unread unread;
	struct ug_buf passed;
	uint64_t first, end; /* of the record seen last */
};

static struct walk
walk_new(void)
{
	struct walk walk = { .passed = { .alloc = &ug_alloc_libc } };

	if (!CHECK("memory", ug_spin_new(&walk.spin, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		exit(1);
	return walk;
}

static void
walk_free(struct walk *walk)
{
	ug_spin_free(walk->spin);
	ug_buf_free(&walk->passed);
}

/* The first line of a text; *text moves behind it. */
static struct ug_text
line_of(const char **text)
{
	const struct ug_text line = { *text, strcspn(*text, "\n") + 1 };

	*text += line.len;
	return line;
}

/* Let the lines of a text pass by, as a hold does that is told nothing more. */
static void
walk_pass(struct walk *walk, const char *text)
{
	while (*text != '\0') {
		const struct ug_text line = line_of(&text);
		const unsigned sights = ug_watch_see(&walk->unread.watch, line);

		CHECK("pass", ug_unread_add(&walk->unread, walk->spin, line,
		    sights, false) == UNGARBLE_OK);
		CHECK("pass", ug_passed_add(&walk->passed, true, line) ==
		    UNGARBLE_OK);
	}
}

/* See the lines of a text; returns how many were clean then. */
static unsigned
walk_see(struct walk *walk, const char *text)
{
	unsigned clean = 0;

	CHECK("catch up", ug_unread_catch_up(&walk->unread, walk->spin,
	    ug_passed_all(&walk->passed)) == UNGARBLE_OK);
	while (*text != '\0') {
		const struct ug_text line = line_of(&text);

		CHECK("see", ug_spin_see(walk->spin, line, true, &walk->first,
		    &walk->end) == UNGARBLE_OK);
		clean += ug_spin_clean(walk->spin);
		CHECK("see", ug_passed_add(&walk->passed, true, line) ==
		    UNGARBLE_OK);
	}
	return clean;
}

static struct ug_spin_score
walk_score(const struct walk *walk)
{
	return ug_spin_score(walk->spin, walk->first, walk->first, walk->end);
}

/* `before` seen or passed by: is `text` the same to the gate? */
static void
test_same(const char *name, const char *before, const char *text)
{
	struct walk all = walk_new(), end = walk_new();
	unsigned clean;

	walk_see(&all, before);
	walk_pass(&end, before);
	clean = walk_see(&all, text);
	CHECK(name, walk_see(&end, text) == clean);
	CHECK(name, walk_score(&all).stretch == walk_score(&end).stretch);
	CHECK(name, walk_score(&all).odds == walk_score(&end).odds);
	CHECK(name, ug_spin_open(all.spin, all.first, all.end) ==
	    ug_spin_open(end.spin, end.first, end.end));
	walk_free(&all);
	walk_free(&end);
}

/* Places on the two sides of what was never seen are far from one another. */
static void
test_gap(void)
{
	struct walk walk = walk_new(), block = walk_new();

	walk_see(&walk, SPUN SPUN);
	CHECK("spun before", walk_score(&walk).distinct > 3);
	walk_pass(&walk, MUCH);
	walk_see(&walk, LINE);
	CHECK("not counted behind the gap", walk_score(&walk).distinct <= 3);

	walk_see(&block, SPUN);
	walk_pass(&block, CLEAN);
	ug_unread_enter_block(&block.unread);
	ug_spin_enter_block(block.spin);
	block.passed.len = 0;
	walk_see(&block, LINE);
	CHECK("nor what another block has", walk_score(&block).distinct <= 3);
	walk_free(&walk);
	walk_free(&block);
}

/* Code that began or ended in what passed by. */
static void
test_code(void)
{
	static const struct {
		const char *name, *passed;
		bool code;
	} rows[] = {
		{ "a fence", CLEAN "```\nx\n", true },
		{ "two", CLEAN "```\nx\n```\n", false },
		{ "<pre>", CLEAN "<pre>\nx\n", true },
		{ "<PRE> and its end", CLEAN "<PRE>\nx\n</pre>\n", false },
		{ "<code> in a line", CLEAN "So <code>x</code> it is\n",
		    false },
		{ "a tag", CLEAN "<p>\n", false },
		{ "a display of roff", CLEAN ".nf\nx\n", true },
		{ "and its end", CLEAN ".Bd -literal\nx\n.Ed\n", false },
		{ "no end of it", CLEAN ".nf\nsee yle.fi there\n", true },
		{ "a word, no request", CLEAN ".exe files\n.nfs\n", false },
		{ "behind a return", CLEAN "text\r.nf\rmore\n", true },
		{ "long ago", CLEAN "~~~\n" MUCH, true },
		{ "closed long ago", CLEAN "~~~\nx\n~~~\n" MUCH, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct walk walk = walk_new();

		walk_pass(&walk, rows[i].passed);
		CHECK(rows[i].name, ug_spin_in_region(walk.spin) ==
		    rows[i].code);
		walk_see(&walk, SPUN LINE);
		CHECK(rows[i].name, (walk_score(&walk).distinct == 0) ==
		    rows[i].code);
		walk_free(&walk);
	}
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_same("nothing before", "", SPUN);
	test_same("little before", CLEAN, SPUN);
	test_same("much before", MUCH, SPUN);
	test_same("spun before", MUCH SPUN, LINE);
	test_same("one long line before", LONG, SPUN);
	test_same("spun, then clean", SPUN MUCH, LINE);
	test_gap();
	test_code();
	return check_done(argv[0]);
}
