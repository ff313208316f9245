/*
 * diff_text_test.c - what --diff writes: what fits, blanks, what is spelt out
 */
#include <string.h>

#include "check.h"
#include "cli/diff_text.h"

static char room[64];
static struct cli_diff_text text;

static void
start(size_t cap)
{
	memset(room, '#', sizeof(room));
	text = (struct cli_diff_text){ room, 0, cap };
}

static bool
has(const char *wanted)
{
	const size_t len = strlen(wanted);
	const bool same = text.len == len && memcmp(room, wanted, len) == 0;

	if (!same)
		fprintf(stderr, "got: %.*s\n", (int)text.len, room);
	return same;
}

int
main(void)
{
	static const char *const blanks[] = { "\t", "\u00A0", "\u1680",
		"\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005",
		"\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u202F",
		"\u205F" };
	static const struct {
		const char *s;
		bool is_bytes;
		const char *wanted;
	} rows[] = {
		{ "", false, "" },
		{ "plain", false, "plain" },
		{ "caf\u00E9", false, "caf\u00E9" },
		{ "caf\xE9", false, "caf\\xE9" },
		{ "caf\u00E9", true, "caf\\xC3\\xA9" },
		{ "a\tb\t", false, "a\tb\t" },
		{ "a\tb", true, "a\tb" },
		{ "\u00A0", true, "\\xC2\\xA0" },
		{ "\u2003", true, "\\xE2\\x80\\x83" },
		{ "\x1B[m", false, "\\x1B[m" },
		{ "\u200B", false, "\\u{200B}" },
		{ "\u00A1", false, "\u00A1" },
		{ "\xC2", false, "\\xC2" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start(sizeof(room));
		cli_diff_printable(&text, rows[i].s, strlen(rows[i].s),
		    rows[i].is_bytes);
		CHECK(rows[i].wanted, has(rows[i].wanted));
	}
	for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++) {
		char s[32];

		snprintf(s, sizeof(s), "%sa%s%sb%s", blanks[i], blanks[i],
		    blanks[i], blanks[i]);
		start(sizeof(room));
		cli_diff_printable(&text, s, strlen(s), false);
		CHECK("a blank stays", has(s));
		if (i == 0)
			continue;
		/* a part of it is none */
		start(sizeof(room));
		cli_diff_printable(&text, blanks[i], strlen(blanks[i]) - 1,
		    false);
		CHECK("half a blank", text.len == 4 * strlen(blanks[i]) - 4);
	}

	start(5);
	cli_diff_string(&text, "12345");
	CHECK("it fits", has("12345"));
	cli_diff_add(&text, "6", 1);
	CHECK("no room", has("12345"));
	cli_diff_add(&text, "", 0);
	CHECK("nothing", has("12345") && room[5] == '#');
	start(5);
	cli_diff_string(&text, "123456");
	CHECK("it does not fit", has(""));
	cli_diff_string(&text, "1");
	cli_diff_string(&text, "12345");
	CHECK("behind another", has("1") && room[1] == '#');
	/* Where it is made safe it takes a byte more meanwhile. */
	start(6);
	cli_diff_printable(&text, "12345", 5, false);
	CHECK("as much as there is room for", has("12345"));
	start(5);
	cli_diff_printable(&text, "12345", 5, false);
	CHECK("dropped", has("") && room[5] == '#');
	start(6);
	cli_diff_string(&text, "12");
	cli_diff_printable(&text, "3456", 4, false);
	CHECK("dropped behind another", has("12") && room[6] == '#');
	cli_diff_printable(&text, "345", 3, false);
	CHECK("what is left", has("12345"));
	start(sizeof(room));
	cli_diff_printable(&text, "a\u00A0", 2, false);
	CHECK("what stands behind is not read", has("a\\xC2"));
	return check_done("diff_text_test");
}
