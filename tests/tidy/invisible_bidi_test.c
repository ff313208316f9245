/*
 * invisible_bidi_test.c - which controls of direction show a line otherwise
 */
#include "tidy/invisible_kind.h"

#include "check.h"

#define LRE "\u202A"
#define RLE "\u202B"
#define PDF "\u202C"
#define LRO "\u202D"
#define RLO "\u202E"
#define LRI "\u2066"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"
#define ALEF "\u05D0"

#define DEPTH_MAX 125 /* UAX 9 */

static const struct {
	const char *name;
	struct ug_text line;
	bool turned;
} rows[] = {
	{ "one letter is not turned", UG_LIT("1" RLO "a"), false },
	{ "two are", UG_LIT("1" RLO "ab"), true },
	{ "two, and nothing before", UG_LIT(RLO "ab"), true },
	{ "two digits, and nothing before", UG_LIT(RLO "12"), false },
	{ "digits, and digits behind", UG_LIT(RLO "12" PDF "3"), false },
	{ "digits, and a letter behind", UG_LIT(RLO "12" PDF "a"), true },
	{ "letters of what is within", UG_LIT(RLO LRI "ab" PDI PDF), false },
	{ "and a letter behind", UG_LIT(RLO LRI "ab" PDI PDF "c"), true },
	{ "an override to the right", UG_LIT("1" LRO "ab"), false },
	{ "an embedding to the right", UG_LIT("1" LRE "ab"), false },
	{ "an isolate to the right", UG_LIT("1" LRI "ab" PDI "c"), false },
	{ "by its first letter", UG_LIT("1" FSI "ab" PDI "c"), false },
	{ "embedded", UG_LIT("1" RLE "a"), true },
	{ "isolated", UG_LIT("1" RLI "a"), true },
	{ "digits", UG_LIT("1" RLE "2" PDF "a"), false },
	{ "Hebrew", UG_LIT("1" RLE "a" ALEF PDF "b"), false },
	{ "Hebrew within", UG_LIT("1" RLE "a" LRI ALEF PDI PDF "b"), false },
	{ "the whole line", UG_LIT(RLE "a" PDF), false },
	{ "and a sign", UG_LIT(RLE "a" PDF "."), false },
	{ "and a letter", UG_LIT(RLE "a" PDF "b"), true },
	{ "a letter within", UG_LIT(RLE LRI "a" PDI PDF "b"), true },
	{ "a dash before", UG_LIT("- " RLE "a" PDF), false },
	{ "a closed isolate", UG_LIT("1" RLI PDI "a"), false },
	{ "a closed embedding", UG_LIT("1" RLE PDF "a"), false },
	{ "an isolate is not closed as embedded",
	  UG_LIT("1" RLI PDF "a"), true },
	{ "an embedding is not closed as isolated",
	  UG_LIT("1" RLE PDI "a"), true },
	{ "an isolate closes what is within",
	  UG_LIT("1" LRI RLE PDI "a"), false },
	{ "the end of an embedding within one",
	  UG_LIT("1" RLE LRE PDF "a"), true },
	{ "an isolate within", UG_LIT("1" RLI LRI PDI "a"), true },
	{ "by its first letter, within", UG_LIT("1" RLI FSI PDI "a"), true },
	{ "ends of nothing", UG_LIT(PDF PDI PDF "1" RLE "a"), true },
	{ "nothing", UG_LIT(""), false },
};

static bool
is_turned(const char *before, uint32_t c, const char *behind)
{
	char s[32];
	size_t len = strlen(before);

	memcpy(s, before, len);
	len += ug_put_char(c, s + len);
	memcpy(s + len, behind, strlen(behind));
	return ug_line_is_turned((struct ug_text){ s, len + strlen(behind) });
}

static bool
within(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

/* Right-to-left scripts, but for digits and marks that they share. */
static bool
reads_left(uint32_t c)
{
	return (within(c, 0x05D0, 0x08FF) && c != 0x060C && c != 0x061B &&
	    c != 0x061F && !within(c, 0x0660, 0x066D) &&
	    !within(c, 0x06F0, 0x06F9)) || within(c, 0xFB1D, 0xFDFF) ||
	    within(c, 0xFE70, 0xFEFC) || within(c, 0x10800, 0x10FFF) ||
	    within(c, 0x1E800, 0x1EFFF);
}

static bool
reads_right(uint32_t c)
{
	return within(c, 'A', 'Z') || within(c, 'a', 'z') ||
	    (within(c, 0xC0, 0x058F) && c != 0xD7 && c != 0xF7) ||
	    within(c, 0x0900, 0x1FFF) || within(c, 0x3041, 0xD7FF);
}

static bool
is_sign(uint32_t c)
{
	return within(c, '!', '~') && strchr("-\"'", (int)c) == NULL;
}

/* Every character, alone in an embedding, beside a letter, and before one. */
static void
check_characters(void)
{
	for (uint32_t c = 1; c < 0x1F100; c++) {
		char name[16];

		if (within(c, 0xD800, 0xDFFF))
			continue;
		snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
		CHECK(name, is_turned("1" RLE, c, "") == reads_right(c));
		CHECK(name, is_turned("1" RLE "a", c, "") == !reads_left(c));
		CHECK(name, is_turned("", c, RLE "a") == (reads_left(c) ||
		    reads_right(c) || is_sign(c)));
	}
}

/* `n` times what opens, then the rest. */
static bool
is_turned_in(size_t n, const char *opens, const char *rest)
{
	char s[3 * (DEPTH_MAX + 2) + 64];
	size_t len = 0;

	for (; n > 0; n--) {
		memcpy(s + len, opens, 3);
		len += 3;
	}
	memcpy(s + len, rest, strlen(rest));
	return ug_line_is_turned((struct ug_text){ s, len + strlen(rest) });
}

/* As deep as it may be, and deeper: what is beyond does nothing. */
static void
check_depth(void)
{
	CHECK("as deep as may be", is_turned_in(DEPTH_MAX - 1, LRE, RLO "ab"));
	CHECK("deeper", !is_turned_in(DEPTH_MAX, LRE, RLO "ab"));
	CHECK("closed", is_turned_in(DEPTH_MAX, LRE, PDF RLO "ab"));
	CHECK("one beyond closed",
	    !is_turned_in(DEPTH_MAX + 1, LRE, PDF RLO "ab"));
	CHECK("both closed", is_turned_in(DEPTH_MAX + 1, LRE,
	    PDF PDF RLO "ab"));
	CHECK("all at once", is_turned_in(1, LRI LRE, PDI RLO "ab"));
	CHECK("isolates", is_turned_in(DEPTH_MAX, LRI, PDI RLO "ab"));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].name, ug_line_is_turned(rows[i].line) ==
		    rows[i].turned);
	check_characters();
	check_depth();
	return check_done(argv[0]);
}
