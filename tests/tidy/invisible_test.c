/*
 * invisible_test.c - what deceives, and what scripts and emoji need
 */
#include "tidy/invisible.h"

#include "repair/pass_check.h"

#define LRE "\u202A"
#define RLE "\u202B"
#define PDF "\u202C"
#define RLO "\u202E"
#define LRI "\u2066"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"
#define SHALOM "\u05E9\u05DC\u05D5\u05DD"

static const struct pass_row rows[] = {
	{ "a comment that is none",
	  UG_LIT("/*" RLO " } " LRI "if (isAdmin)" PDI " " LRI " begin */\n"),
	  UG_LIT("/* } if (isAdmin)  begin */\n") },
	{ "a string that goes on",
	  UG_LIT("if (level != \"user" RLO LRI "// check" PDI LRI "\") {\n"),
	  UG_LIT("if (level != \"user// check\") {\n") },
	{ "an early return", UG_LIT("    '''Subtract " RLI "''' ;return\n"),
	  UG_LIT("    '''Subtract ''' ;return\n") },
	{ "an override of signs", UG_LIT("/* Populate " RLO "/*\n"),
	  UG_LIT("/* Populate /*\n") },
	{ "an isolate of code",
	  UG_LIT("a /*" RLI "} " LRI "if (n)" PDI "*/\n"),
	  UG_LIT("a /*} if (n)*/\n") },
	{ "a file's name", UG_LIT("photo_" RLO "gpj.exe"),
	  UG_LIT("photo_gpj.exe") },
	{ "beside Hebrew", UG_LIT("// " SHALOM " " RLI "x; return" PDI "\n"),
	  UG_LIT("// " SHALOM " x; return\n") },
	{ "its own line only",
	  UG_LIT(FSI "a" PDI "\na" RLO "bc\n" FSI "a" PDI "\n"),
	  UG_LIT(FSI "a" PDI "\nabc\n" FSI "a" PDI "\n") },
	{ "deeper and deeper", UG_LIT("a" RLI RLI RLI RLI RLI RLI RLI "bc"),
	  UG_LIT("abc") },
	{ "a name", UG_LIT("is\u200BAdmin() set\u2060_x a\uFEFF\u200Db"),
	  UG_LIT("isAdmin() set_x ab") },
	{ "tags", UG_LIT("hello\U000E0068\U000E0069\U000E007F"),
	  UG_LIT("hello") },
	{ "selectors", UG_LIT("a\U000E0100\U000E0143 \U0001F600\U000E0101"),
	  UG_LIT("a \U0001F600") },
	{ "fillers", UG_LIT("{ timeout,\u3164} = q; x\uFFA0y"),
	  UG_LIT("{ timeout,} = q; xy") },
};

static const struct pass_row clean_rows[] = {
	{ "Hebrew", UG_LIT(SHALOM " " LRE "abc" PDF " " RLE SHALOM PDF
	  " " LRI "x+1" PDI " " RLI SHALOM " abc" PDI " \u200F!\n"), { 0, 0 } },
	{ "subtitles", UG_LIT(RLE "- OK, 5.\n" RLE SHALOM " abc.\n"),
	  { 0, 0 } },
	{ "a whole line", UG_LIT("\"" RLE "%I:%M %p" PDF "\"\n"), { 0, 0 } },
	{ "interpolated", UG_LIT("Delete " FSI "a.txt" PDI " from " LRI "b"
	  PDI "?\n"), { 0, 0 } },
	{ "a path", UG_LIT("open \u202AC:\\x.txt\n"), { 0, 0 } },
	{ "marks of direction", UG_LIT("a\u200E(b)\u200F \u061C1\n"),
	  { 0, 0 } },
	{ "Persian", UG_LIT("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"
	  "\n"), { 0, 0 } },
	{ "Hindi", UG_LIT("\u0915\u094D\u200D\u0937 \u0915\u094D\u200C\u0937"
	  "\n"), { 0, 0 } },
	{ "Thai", UG_LIT("\u0E01\u0E34\u0E19\u200B\u0E02\u0E49\u0E32\u0E27\n"),
	  { 0, 0 } },
	{ "Mongolian", UG_LIT("\u182D\u180E\u1820 \u1820\u180B\n"), { 0, 0 } },
	{ "Hangul", UG_LIT("\u115F\u1161 \u1112\u1160\u11AB \u3164 "
	  "\uAC00\u3164\n"), { 0, 0 } },
	{ "emoji", UG_LIT("\U0001F468\u200D\U0001F469\u200D\U0001F467 "
	  "\u2764\uFE0F\u200D\U0001F525 1\uFE0F\u20E3\n"), { 0, 0 } },
	{ "a flag", UG_LIT("\U0001F3F4\U000E0067\U000E0062\U000E0073"
	  "\U000E0063\U000E0074\U000E007F\n"), { 0, 0 } },
	{ "ideographs", UG_LIT("\u845B\U000E0100\u98DF\n"), { 0, 0 } },
	{ "soft hyphens", UG_LIT("Donau\u00ADdampf\n"), { 0, 0 } },
	{ "German", UG_LIT("Auf\u200Clage\n"), { 0, 0 } },
	{ "where a line may break", UG_LIT("http://\u200Ba.b/\u200Bc a "
	  "\u200Bb\n"), { 0, 0 } },
	{ "numbers", UG_LIT("1\u2060000\n"), { 0, 0 } },
	{ "a mark, and a mark", UG_LIT("\uFEFF" "a\n\uFEFF" "b\n"), { 0, 0 } },
	{ "Russian", UG_LIT("\u0422\u0443\u0442 \u0441USB \u0438 \u041D"
	  "ello\n"), { 0, 0 } },
	{ "units", UG_LIT("5 \u03BCm, \u0394T, %li\u0441\n"), { 0, 0 } },
	{ "letters that stay", UG_LIT("say\u041D" "ello()\n"), { 0, 0 } },
};

/* How many are told of, and the first of them. */
struct seen {
	size_t n;
	const char *rule;
	uint64_t record, in_at, in_len;
	uint32_t c;
};

static int
seen_take(void *user, const struct ungarble_finding *finding)
{
	struct seen *const seen = user;

	if (seen->n++ == 0)
		*seen = (struct seen){ 1, finding->rule, finding->record,
			finding->in_at, finding->in_len, finding->character };
	CHECK("told", finding->found != NULL && finding->meant == NULL &&
	    strcmp(finding->fix, "invisible") == 0);
	return 0;
}

/* What a stream tells of a text. */
static struct seen
seen_in(struct ug_text text, const char *fixes, unsigned keep)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct seen seen = { .n = 0 };
	struct ungarble *ug;
	enum ungarble_err err;

	opts.fixes = fixes;
	opts.finding = seen_take;
	opts.keep_invisible = keep;
	opts.user = &seen;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, text.s, text.len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	CHECK("stream", err == UNGARBLE_OK);
	ungarble_close(ug);
	return seen;
}

/* Where the first is, in other encodings too. */
static void
check_places(void)
{
	struct seen seen;

	seen = seen_in(UG_TEXT("a\n\u00E9 is\u200BAdmin\n"), NULL, 0);
	CHECK("place", seen.n == 1 && seen.record == 2 && seen.in_at == 7 &&
	    seen.in_len == 3 && seen.c == 0x200B &&
	    strcmp(seen.rule, "invisible/zero-width") == 0);
	/* A letter of another script is told of; it is not to be seen. */
	seen = seen_in(UG_TEXT("say\u041D" "ello()\n"), "+invisible", 0);
	CHECK("alike", seen.n == 1 && seen.c == 0x041D &&
	    strcmp(seen.rule, "invisible/alike") == 0);
	seen = seen_in(UG_TEXT("\u0421ocaine\n"), NULL, 0);
	CHECK("alike, first", seen.n == 1 && seen.in_at == 0);
	/* Another such word does not make it one of that script; a word does. */
	seen = seen_in(UG_TEXT("pay\u0430l and p\u0430ypal\n"), NULL, 0);
	CHECK("alike, two words", seen.n == 2);
	seen = seen_in(UG_TEXT("pay\u0430l \u0441\u043E\u0440\n"), NULL, 0);
	CHECK("alike, at home", seen.n == 0);
	seen = seen_in(UG_TEXT("\xFF\xFE" "a\0\x0B\x20" "b\0\n\0"), NULL, 0);
	CHECK("UTF-16", seen.n == 1 && seen.in_at == 4 && seen.in_len == 2);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_invisible, rows, sizeof(rows) / sizeof(*rows));
	check_pass(&ug_pass_invisible, clean_rows,
	    sizeof(clean_rows) / sizeof(*clean_rows));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		CHECK(rows[i].name, seen_in(rows[i].in, NULL, 0).n > 0);
		CHECK(rows[i].name, seen_in(rows[i].in, NULL, 1).n == 0);
		CHECK(rows[i].name,
		    seen_in(rows[i].in, "+invisible", 0).n == 0);
	}
	for (size_t i = 0; i + 1 < sizeof(clean_rows) / sizeof(*clean_rows);
	    i++)
		CHECK(clean_rows[i].name,
		    seen_in(clean_rows[i].in, NULL, 0).n == 0);
	check_places();
	return check_done(argv[0]);
}
