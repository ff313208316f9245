/*
 * report_lines_test.c - lines of a report, short and long, and what is none
 */
#define _XOPEN_SOURCE 700

#include "cli/report_lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/io.h"
#include "folder.h"
#include "heard.h"

#define MOST ((size_t)4 * 1024 * 1024) /* bytes that a line may be long */

static struct cli_report_lines lines;

/* Open a report of these bytes. */
static void
opens(const char *bytes, size_t len)
{
	folder_put("report", bytes, len);
	CHECK("open", cli_report_lines_open(&lines, "report"));
}

static bool
next_is(const char *wanted, size_t len, uint32_t number)
{
	return cli_report_lines_next(&lines) && lines.len == len &&
	    memcmp(lines.s, wanted, len) == 0 && lines.number == number &&
	    lines.why == NULL;
}

/* No more, and that is as it should be; nor is there later on. */
static bool
ends(uint32_t number)
{
	return !cli_report_lines_next(&lines) && lines.why == NULL &&
	    lines.number == number && !cli_report_lines_next(&lines);
}

static void
check_short(void)
{
	opens("one\n\nthree\r\n\nlast", 17);
	CHECK("one", next_is("one", 3, 1));
	CHECK("two", next_is("", 0, 2));
	CHECK("three", next_is("three\r", 6, 3));
	lines.s[0] = 'T'; /* it may be written to */
	CHECK("four", next_is("", 0, 4));
	CHECK("five", next_is("last", 4, 5));
	CHECK("its end", ends(5));
	cli_report_lines_close(&lines);
	opens("one\n", 4);
	CHECK("one", next_is("one", 3, 1) && ends(1));
	cli_report_lines_close(&lines);
	opens("", 0);
	CHECK("empty", ends(0));
	cli_report_lines_close(&lines);
}

/* Lines around the length of a block, one behind the other. */
static void
check_blocks(void)
{
	static char bytes[12 * CLI_BLOCK];
	size_t at = 0, n = 0, lens[16];

	for (size_t len = CLI_BLOCK - 3; len <= CLI_BLOCK + 3; len++) {
		lens[n] = len;
		memset(bytes + at, 'a' + (char)n++, len);
		bytes[at + len] = '\n';
		at += len + 1;
	}
	opens(bytes, at);
	at = 0;
	for (size_t i = 0; i < n; at += lens[i++] + 1)
		CHECK("a block", next_is(bytes + at, lens[i],
		    (uint32_t)i + 1));
	CHECK("its end", ends((uint32_t)n));
	CHECK("no more memory than a few blocks", lines.cap <= 8 * CLI_BLOCK);
	cli_report_lines_close(&lines);
}

static void
check_long(void)
{
	char *const bytes = malloc(2 * MOST);

	if (!CHECK("memory", bytes != NULL))
		return;
	memset(bytes, 'x', 2 * MOST);
	bytes[0] = '\n';
	bytes[MOST + 1] = '\n';
	opens(bytes, MOST + 3);
	CHECK("an empty one", next_is("", 0, 1));
	CHECK("a long one", next_is(bytes + 1, MOST, 2));
	CHECK("another", next_is("x", 1, 3) && ends(3));
	cli_report_lines_close(&lines);
	bytes[MOST + 1] = 'x';
	opens(bytes, 2 * MOST);
	CHECK("an empty one", next_is("", 0, 1));
	CHECK("too long", !cli_report_lines_next(&lines) && lines.number == 2 &&
	    lines.error == 0 && strcmp(lines.why,
	    "longer than any line of a report") == 0);
	CHECK("and no more", !cli_report_lines_next(&lines) &&
	    lines.number == 2);
	cli_report_lines_close(&lines);
	free(bytes);
}

static void
check_failures(void)
{
	heard_start();
	CHECK("none", !cli_report_lines_open(&lines, "none"));
	CHECK("none", heard_is(
	    "ungarble: none: no such file or directory\n"));
	cli_report_lines_close(&lines);
	CHECK("a folder", cli_report_lines_open(&lines, ".") &&
	    !cli_report_lines_next(&lines) && lines.error == EISDIR &&
	    strcmp(lines.why, "cannot be read") == 0 && lines.number == 1);
	cli_report_lines_close(&lines);
	opens("a\nb\nc\n", 6);
	lines.number = UINT32_MAX - 2;
	CHECK("the last that can be counted", next_is("a", 1,
	    UINT32_MAX - 1));
	CHECK("too many", !cli_report_lines_next(&lines) && strcmp(lines.why,
	    "more lines than a report may have") == 0);
	cli_report_lines_close(&lines);
}

int
main(void)
{
	folder_enter();
	check_short();
	check_blocks();
	check_long();
	check_failures();
	folder_leave();
	return check_done("report_lines_test");
}
