/*
 * apply_test.c - edits of a report, as often as it has them, file by file
 */
#define _XOPEN_SOURCE 700

#include <stdlib.h>

#include "check.h"
#include "cli/apply.h"
#include "cli/memory.h"
#include "descriptors.h"
#include "heard.h"

static char name[32]; /* of the report */
static FILE *report;

static struct ungarble_edit
edit(uint64_t record, uint64_t at)
{
	return (struct ungarble_edit){ .record = record, .in_at = at,
		.in_len = 2, .step = 1, .before = "bad", .before_len = 3,
		.after = "good", .after_len = 4, .rule = "c1/x" };
}

static void
start(void)
{
	rewind(report);
	(void)!ftruncate(fileno(report), 0);
	fputs("{\"report\":1}\n", report);
}

static void
line(const char *file, const struct ungarble_edit *one)
{
	fprintf(report, "{\"type\":\"edit\",\"file\":\"%s\",\"record\":%llu,"
	    "\"step\":%u,\"in_at\":%llu,\"in_len\":%llu,\"rule\":\"%s\","
	    "\"before\":\"%.*s\",\"after\":\"%.*s\"}\n", file,
	    (unsigned long long)one->record, one->step,
	    (unsigned long long)one->in_at, (unsigned long long)one->in_len,
	    one->rule, (int)one->before_len, one->before, (int)one->after_len,
	    one->after);
}

static struct cli_apply *
opened(char **files)
{
	struct cli_apply *apply;
	int had;

	(void)fflush(report);
	had = descriptors_open();
	apply = cli_apply_read(name, files);
	CHECK("closed again", descriptors_open() == had);
	return apply;
}

/* End a file; what is told unless all of it came up. */
static bool
ends(struct cli_apply *apply, const char *file, const char *told)
{
	bool good;

	heard_start();
	good = cli_apply_end(apply, file, false);
	CHECK(file, (strstr(heard(), told) != NULL) == !good);
	return good;
}

/* An edit is the same if all of this is. */
static void
check_same(void)
{
	static char *files[] = { "a", "b", NULL };
	const struct ungarble_edit one = edit(3, 40);
	struct ungarble_edit others[9];
	struct cli_apply *apply;

	start();
	line("a", &one);
	apply = opened(files);
	if (!CHECK("read", apply != NULL))
		return;
	for (size_t i = 0; i < 9; i++)
		others[i] = one;
	others[0].record++;
	others[1].in_at++;
	others[2].in_len++;
	others[3].rule = "c1/y";
	others[4].before = "bae";
	others[5].before_len--;
	others[6].after = "gooe";
	others[7].after_len--;
	others[8].in_at--;
	for (size_t i = 0; i < 9; i++) {
		CHECK("another", !cli_apply_wants(apply, "a", &others[i]));
		cli_apply_made(apply, "a", &others[i]);
	}
	CHECK("another file", !cli_apply_wants(apply, "b", &one) &&
	    !cli_apply_wants(apply, "aa", &one) &&
	    !cli_apply_wants(apply, "", &one));
	cli_apply_start(apply, "a");
	CHECK("this one, once", cli_apply_wants(apply, "a", &one) &&
	    !cli_apply_wants(apply, "a", &one));
	/* asked is not made */
	CHECK("not made", !ends(apply, "a",
	    ": line 2: this edit of a did not come up\n"));
	cli_apply_made(apply, "a", &one);
	CHECK("made", cli_apply_end(apply, "a", false) &&
	    cli_apply_end_all(apply));
	cli_apply_free(apply);
	/* where it stands, and in which step, is no matter */
	others[0] = one;
	others[0].step = 7;
	others[0].at = 99;
	others[0].confidence = 3;
	apply = opened(files);
	CHECK("the same", apply != NULL &&
	    cli_apply_wants(apply, "a", &others[0]));
	cli_apply_free(apply);
}

/* As often as the report has it, whatever stands between. */
static void
check_many(void)
{
	static char *files[] = { "a", "b", NULL };
	struct cli_apply *apply;
	size_t good = 0;

	start();
	for (unsigned turn = 0; turn < 3; turn++)
		for (unsigned i = 0; i < 500; i++) {
			const struct ungarble_edit one = edit(i + 1, i * 7);

			if (turn <= i % 3)
				line(i % 2 ? "a" : "b", &one);
		}
	apply = opened(files);
	if (!CHECK("read", apply != NULL))
		return;
	cli_apply_start(apply, "a");
	cli_apply_start(apply, "b");
	for (unsigned i = 0; i < 500; i++) {
		const struct ungarble_edit one = edit(i + 1, i * 7);
		const char *const file = i % 2 ? "a" : "b";

		for (unsigned turn = 0; turn <= i % 3; turn++) {
			good += cli_apply_wants(apply, file, &one);
			cli_apply_made(apply, file, &one);
		}
		CHECK("no more", !cli_apply_wants(apply, file, &one));
		CHECK("of its file",
		    !cli_apply_wants(apply, i % 2 ? "b" : "a", &one));
	}
	CHECK("each, as often", good == 167 + 2 * 167 + 3 * 166);
	CHECK("all", cli_apply_end(apply, "a", false) &&
	    cli_apply_end(apply, "b", false) && cli_apply_end_all(apply));
	/* A file that starts anew asks anew. */
	cli_apply_start(apply, "a");
	for (unsigned i = 0; i < 500; i++) {
		const struct ungarble_edit one = edit(i + 1, i * 7);

		CHECK("anew", cli_apply_wants(apply, i % 2 ? "a" : "b", &one) ==
		    (i % 2 == 1));
	}
	cli_apply_free(apply);
}

/* What did not come up is told by its first line, and how many there are. */
static void
check_lost(void)
{
	static const struct {
		unsigned made; /* bits of the five edits */
		bool failed;
		const char *told;
	} rows[] = {
		{ 31, false, NULL },
		{ 31, true, NULL },
		{ 30, false, "line 2: this edit of a did not come up\n" },
		{ 15, false, "line 6: this edit of a did not come up\n" },
		{ 13, false, "line 3: this edit of a did not come up, nor did "
		    "1 more\n" },
		{ 0, false, "line 2: this edit of a did not come up, nor did "
		    "4 more\n" },
		{ 0, true, "" },
	};
	static char *files[] = { "a", NULL };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct cli_apply *apply;
		const char *said;
		bool good;

		start();
		for (unsigned j = 0; j < 5; j++) {
			const struct ungarble_edit one = edit(9 - j, j);

			line("a", &one);
		}
		apply = opened(files);
		cli_apply_start(apply, "a");
		for (unsigned j = 0; j < 5; j++) {
			const struct ungarble_edit one = edit(9 - j, j);

			if (rows[i].made >> j & 1)
				cli_apply_made(apply, "a", &one);
		}
		heard_start();
		good = cli_apply_end(apply, "a", rows[i].failed);
		said = heard();
		CHECK("all came up", good == (rows[i].told == NULL));
		CHECK("told", rows[i].told == NULL || rows[i].told[0] == '\0'
			? said[0] == '\0' : strstr(said, rows[i].told) != NULL);
		/* What failed is undone. */
		heard_start();
		good = cli_apply_end(apply, "a", false);
		said = heard();
		CHECK("undone", good ==
		    (rows[i].told == NULL && !rows[i].failed));
		CHECK("undone: all of it", !rows[i].failed ||
		    strstr(said, "line 2: ") != NULL);
		CHECK("undone: all of it", !rows[i].failed ||
		    strstr(said, "nor did 4 more\n") != NULL);
		cli_apply_free(apply);
	}
}

/* A file that is an input twice: what it has is made once, or twice. */
static void
check_runs(void)
{
	static char *files[] = { "a", "b", "a", NULL };
	const struct ungarble_edit one = edit(1, 1), two = edit(2, 2);

	for (unsigned n = 1; n < 4; n++) {
		struct cli_apply *apply;

		start();
		for (unsigned i = 0; i < n; i++) {
			line("a", &one);
			line("a", &two);
		}
		apply = opened(files);
		cli_apply_start(apply, "a");
		cli_apply_made(apply, "a", &one);
		cli_apply_made(apply, "a", &two);
		CHECK("one at least, in the first",
		    cli_apply_end(apply, "a", false));
		cli_apply_start(apply, "a");
		CHECK("asked anew", cli_apply_wants(apply, "a", &one));
		CHECK("all, by the second", ends(apply, "a",
		    n == 2 ? "nor did 1 more" : "nor did 3 more") == (n == 1));
		cli_apply_made(apply, "a", &one);
		cli_apply_made(apply, "a", &two);
		CHECK("twice", ends(apply, "a", " did not come up") ==
		    (n < 3));
		cli_apply_free(apply);
	}
}

/* What is told of files that were not read. */
static void
check_unread(void)
{
	static char *files[] = { "a", "b", "c", NULL };

	for (unsigned started = 0; started < 8; started++) {
		struct cli_apply *apply;
		unsigned n = 0, first = 0;
		char wanted[128];
		bool good;

		start();
		for (unsigned i = 0; i < 6; i++) {
			const struct ungarble_edit one = edit(i + 1, i);

			line(files[i % 3], &one);
			if (!(started >> i % 3 & 1)) {
				first = n == 0 ? i + 2 : first;
				n++;
			}
		}
		apply = opened(files);
		for (unsigned i = 0; i < 3; i++)
			if (started >> i & 1)
				cli_apply_start(apply, files[i]);
		heard_start();
		good = cli_apply_end_all(apply);
		snprintf(wanted, sizeof(wanted), ": line %u: this edit of a "
		    "file that was not read did not come up, nor did %u more\n",
		    first, n - 1);
		CHECK("told", (strstr(heard(), wanted) != NULL) == (n > 0));
		CHECK("all were read", good == (n == 0));
		cli_apply_free(apply);
	}
}

/* Inputs that the report does not have are nothing to those that it has. */
static void
check_others(void)
{
	static char names[40][8];
	char *files[42] = { "a" };
	const struct ungarble_edit one = edit(1, 1);
	struct cli_apply *apply;

	for (unsigned i = 0; i < 40; i++) {
		snprintf(names[i], sizeof(names[i]), "u%u", i);
		files[i + 1] = names[i];
	}
	start();
	line("a", &one);
	line("a", &one);
	line("z", &one);
	line("\u00E9", &one);
	apply = opened(files);
	for (unsigned i = 0; i < 41; i++)
		cli_apply_start(apply, files[i]);
	cli_apply_made(apply, "a", &one);
	CHECK("one of two", !ends(apply, "a",
	    "line 2: this edit of a did not come up\n"));
	CHECK("a name", !ends(apply, "\u00E9",
	    "line 5: this edit of \u00E9 did not come up\n"));
	for (unsigned i = 1; i < 41; i++)
		CHECK(files[i], cli_apply_end(apply, files[i], false));
	cli_apply_free(apply);
}

/* Without memory it is not read. */
static void
check_memory(void)
{
	static char *files[] = { "a", NULL };
	struct cli_apply *apply;
	const char *said;

	start();
	for (unsigned i = 0; i < 500; i++) {
		const struct ungarble_edit one = edit(i, i);

		line("a", &one);
	}
	CHECK("a limit", cli_memory_set("10000"));
	heard_start();
	apply = opened(files);
	said = heard();
	CHECK("no memory", apply == NULL);
	CHECK("told", strstr(said, cli_memory_error()) != NULL &&
	    strstr(said, ": line ") != NULL);
	CHECK("all is left", cli_memory_left() == 10000);
}

/* A report that has no edits, and such as are none. */
static void
check_none(void)
{
	static char *files[] = { "a", NULL };
	struct ungarble_edit one = edit(1, 1);
	struct cli_apply *apply;

	start();
	one.step = 0;
	line("a", &one);
	apply = opened(files);
	CHECK("of step 0", apply != NULL && !cli_apply_wants(apply, "a", &one) &&
	    cli_apply_end_all(apply));
	cli_apply_start(apply, "a");
	CHECK("of step 0", cli_apply_end(apply, "a", false));
	cli_apply_free(apply);
	cli_apply_free(NULL);
}

int
main(void)
{
	const size_t left = cli_memory_left();

	report = tmpfile();
	if (report == NULL) {
		perror("tmpfile");
		return 2;
	}
	snprintf(name, sizeof(name), "/dev/fd/%d", fileno(report));
	check_same();
	check_many();
	check_lost();
	check_runs();
	check_unread();
	check_none();
	check_others();
	CHECK("nothing is kept", cli_memory_left() == left);
	check_memory();
	return check_done("apply_test");
}
