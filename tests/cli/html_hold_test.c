/*
 * html_hold_test.c - edits that wait, as far as there is room for them
 */
#include <string.h>

#include "check.h"
#include "cli/html_hold.h"

static struct cli_html_hold hold;
static char text[sizeof(hold.bytes) + 1];

static bool
add(size_t before_len, size_t after_len)
{
	const struct ungarble_edit edit = {
		.record = 7,
		.before = text,
		.before_len = before_len,
		.after = text + 1,
		.after_len = after_len,
	};
	const size_t n = hold.n;
	const bool added = cli_html_hold_add(&hold, &edit);

	CHECK("one more, or none", hold.n == n + added);
	return added;
}

/* The i-th edit says what was added, wherever that has gone. */
static bool
has(size_t i, size_t before_len, size_t after_len)
{
	const struct ungarble_edit *const edit = &hold.edits[i];

	return edit->record == 7 && edit->before_len == before_len &&
	    edit->after_len == after_len && edit->before != text &&
	    memcmp(edit->before, text, before_len) == 0 &&
	    memcmp(edit->after, text + 1, after_len) == 0;
}

int
main(void)
{
	const size_t most = sizeof(hold.bytes);

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 7 + i / 251);
	for (size_t i = 0; i < CLI_HTML_HELD; i++)
		CHECK("room for one more", add(i % 5, i % 3));
	CHECK("as many as may be", !add(0, 0) && !add(1, 1));
	for (size_t i = 0; i < CLI_HTML_HELD; i++)
		CHECK("kept", has(i, i % 5, i % 3));
	cli_html_hold_clear(&hold);
	CHECK("none", hold.n == 0);

	CHECK("all the room", add(most / 2, most / 2) && has(0, most / 2,
	    most / 2));
	CHECK("no room", !add(1, 0) && !add(0, 1) && add(0, 0));
	cli_html_hold_clear(&hold);
	CHECK("one byte too many", !add(most / 2, most / 2 + 1) &&
	    !add(most / 2 + 1, most / 2) && !add(most + 1, 0) &&
	    !add(0, most + 1) && !add(most + 1, most + 1));
	CHECK("before alone", add(most, 0) && has(0, most, 0));
	cli_html_hold_clear(&hold);
	CHECK("after alone", add(0, most) && has(0, 0, most));
	cli_html_hold_clear(&hold);
	CHECK("two", add(10, most - 20) && add(4, 6) && !add(1, 0));
	CHECK("two: both are kept", has(0, 10, most - 20) && has(1, 4, 6));
	return check_done("html_hold_test");
}
