/*
 * stats_test.c - what all inputs came to, in words and as JSON
 */
#define _XOPEN_SOURCE 700

#include "cli/stats.h"

#include <string.h>

#include "check.h"
#include "cli/json.h"
#include "cli/told.h"
#include "heard.h"

static struct cli_stats stats;
static struct cli_one one;
static struct cli_out out;

/* What an input came to, and that it was in an encoding. */
static void
add(const char *encoding, uint64_t len, uint64_t in_len)
{
	const struct ungarble_span span = { .encoding = encoding,
		.in_len = len, .confidence = 90,
		.reason = UNGARBLE_BY_STATISTICS };

	memset(&one, 0, sizeof(one));
	one.totals = (struct cli_totals){ .in_len = in_len, .out_len = 2,
		.n_records = 3, .n_edits = 4, .n_invalid = 5,
		.n_findings = 6, .changed = true, .complete = true };
	one.source.at = 10;
	cli_detected_count(&one.detected, &span);
	cli_stats_add(&stats, &one);
}

static void
edit(const char *fix, unsigned times)
{
	const struct ungarble_edit made = { .fix = fix };

	while (times-- > 0)
		cli_stats_edit(&stats, &made);
}

/* All but the last line, which is on time. */
static bool
told(const char *wanted)
{
	char *last, *said;
	bool same;

	heard_start();
	cli_stats_tell(&stats, false);
	said = (char *)(uintptr_t)heard();
	last = said + strlen(said) - 1;
	while (last > said && last[-1] != '\n')
		last--;
	CHECK("time", strncmp(last, "ungarble: ", 10) == 0 &&
	    strcmp(last + strlen(last) - 3, "/s\n") == 0);
	*last = '\0';
	same = strcmp(said, wanted) == 0;
	if (!same)
		fprintf(stderr, "    <%s>\n", said);
	return same;
}

static void
check_words(void)
{
	char wanted[512];

	CHECK("nothing", told("ungarble: 0 files\n"
	    "ungarble: 0 bytes in, 0 bytes out, 0 lines\n"
	    "ungarble: 0 edits\n"));
	add("koi8-r", 7, 10);
	CHECK("one", told("ungarble: 1 file, 1 changed\n"
	    "ungarble: 10 bytes in, 2 bytes out, 3 lines\n"
	    "ungarble: 4 edits, 5 malformed, 6 found and left\n"
	    "ungarble: koi8-r 7 bytes, US-ASCII 3 bytes\n"));
	add("utf-8", 1, 1);
	edit(ungarble_fix(1)->name, 2);
	edit(ungarble_fix(0)->name, 1);
	edit("no such fix", 1);
	edit(NULL, 1);
	(void)snprintf(wanted, sizeof(wanted), "ungarble: 2 files, 2 changed\n"
	    "ungarble: 11 bytes in (20 as stored), 4 bytes out, 6 lines\n"
	    "ungarble: 8 edits: %s 1, %s 2, 10 malformed, 12 found and left\n"
	    "ungarble: koi8-r 7 bytes, US-ASCII 3 bytes, utf-8 1 byte\n",
	    ungarble_fix(0)->name, ungarble_fix(1)->name);
	CHECK("two", told(wanted));
	memset(&one, 0, sizeof(one));
	cli_stats_add(&stats, &one);
	one.skipped = true;
	cli_stats_add(&stats, &one);
	one.totals.complete = true;
	one.skipped = false;
	cli_stats_add(&stats, &one);
	CHECK("failed, and skipped", stats.n_files == 5 &&
	    stats.n_failed == 1 && stats.n_skipped == 1 &&
	    stats.n_changed == 2);
	/* What spans say of more bytes than were read is none of ASCII. */
	add("koi8-r", 12, 5);
	CHECK("no less than none", stats.encodings[0].len == 19 &&
	    stats.encodings[1].len == 3);
}

static void
check_json(void)
{
	char wanted[512];

	memset(&stats, 0, sizeof(stats));
	heard_out(&out);
	cli_json_stats(&out, &stats, 1500000);
	CHECK("nothing", heard_out_is(&out, "{\"type\":\"stats\","
	    "\"n_files\":0,\"n_changed\":0,\"n_skipped\":0,\"n_failed\":0,"
	    "\"stored_len\":0,\"in_len\":0,\"out_len\":0,\"n_records\":0,"
	    "\"n_edits\":0,\"n_invalid\":0,\"n_findings\":0,\"fixes\":{},"
	    "\"encodings\":{},\"seconds\":1.500000,\"rate\":0}\n"));
	stats = (struct cli_stats){ .n_files = 1, .n_changed = 2,
		.n_skipped = 3, .n_failed = 4, .stored = 5, .in_len = 6,
		.out_len = 7, .n_records = 8, .n_edits = 9, .n_invalid = 10,
		.n_findings = 11, .by_fix = { [1] = 12, [3] = 13 },
		.encodings = { { "a", 14 }, { "b", 15 } }, .n_encodings = 2 };
	(void)snprintf(wanted, sizeof(wanted), "{\"type\":\"stats\","
	    "\"n_files\":1,\"n_changed\":2,\"n_skipped\":3,\"n_failed\":4,"
	    "\"stored_len\":5,\"in_len\":6,\"out_len\":7,\"n_records\":8,"
	    "\"n_edits\":9,\"n_invalid\":10,\"n_findings\":11,\"fixes\":{"
	    "\"%s\":12,\"%s\":13},\"encodings\":{\"a\":14,\"b\":15},"
	    "\"seconds\":0.000002,\"rate\":3000000}\n", ungarble_fix(1)->name,
	    ungarble_fix(3)->name);
	heard_out(&out);
	cli_json_stats(&out, &stats, 2);
	CHECK("all", heard_out_is(&out, wanted));
	CHECK("no time", cli_stats_rate(&stats, 0) == 6000000);
	heard_start();
	cli_stats_tell(&stats, true);
	/* All but the time. */
	CHECK("on standard error", strncmp(heard(), wanted,
	    (size_t)(strstr(wanted, "\"seconds\"") - wanted)) == 0);
}

/* Each of all fixes is counted for itself; more encodings than there is room
 * for are left out. */
static void
check_many(void)
{
	static char names[CLI_N_ENCODINGS + 3][8];
	size_t n_fixes = 0;

	memset(&stats, 0, sizeof(stats));
	while (n_fixes < CLI_N_FIXES && ungarble_fix(n_fixes) != NULL)
		n_fixes++;
	CHECK("room for more fixes", n_fixes < CLI_N_FIXES);
	for (size_t i = 0; i < n_fixes; i++) {
		char name[64];

		/* the name, not where it stands */
		strcpy(name, ungarble_fix(i)->name);
		edit(i % 2 == 0 ? name : ungarble_fix(i)->name,
		    (unsigned)i + 1);
	}
	for (size_t i = 0; i < n_fixes; i++)
		CHECK("each", stats.by_fix[i] == i + 1);
	for (size_t i = 0; i < CLI_N_ENCODINGS + 3; i++) {
		(void)snprintf(names[i], sizeof(names[i]), "e%zu", i);
		add(names[i], 1, 1);
	}
	CHECK("no more than there is room for", stats.n_encodings ==
	    CLI_N_ENCODINGS + 1);
	add(names[CLI_N_ENCODINGS], 5, 5);
	CHECK("the last one", stats.encodings[CLI_N_ENCODINGS].len == 6);
}

int
main(void)
{
	check_words();
	check_json();
	check_many();
	return check_done("stats_test");
}
