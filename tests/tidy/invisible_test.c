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

/* What is told of the character at `at`. */
struct told {
	size_t at;
	const char *rule, *found;
};

static enum ungarble_err
told_take(void *user, const struct ug_invisible *found)
{
	struct told *const told = user;

	if (found->at == told->at) {
		told->rule = found->rule;
		told->found = found->found;
	}
	return UNGARBLE_OK;
}

/* The rule by which c is told of between two texts; NULL: it is not. */
static const char *
rule_of(const char *before, uint32_t c, const char *behind, const char **found)
{
	struct told told = { strlen(before), NULL, NULL };
	char s[64];
	size_t len = told.at;

	memcpy(s, before, len);
	len += ug_put_char(c, s + len);
	memcpy(s + len, behind, strlen(behind));
	CHECK("look", ug_invisible_look((struct ug_text){ s, len +
	    strlen(behind) }, told_take, &told) == UNGARBLE_OK);
	if (found != NULL)
		*found = told.found;
	return told.rule;
}

static const struct {
	uint32_t first, last;
	const char *rule, *found;
} kinds[] = {
	{ 0x115F, 0x1160, "filler", "a Hangul filler" },
	{ 0x180E, 0x180E, "zero-width", "a Mongolian vowel separator" },
	{ 0x200B, 0x200B, "zero-width", "a space without width" },
	{ 0x200C, 0x200C, "zero-width", "a non-joiner without width" },
	{ 0x200D, 0x200D, "zero-width", "a joiner without width" },
	{ 0x202A, 0x202A, "bidi", "an embedding to the right" },
	{ 0x202B, 0x202B, "bidi", "an embedding to the left" },
	{ 0x202C, 0x202C, "bidi", "the end of an embedding" },
	{ 0x202D, 0x202D, "bidi", "an override to the right" },
	{ 0x202E, 0x202E, "bidi", "an override to the left" },
	{ 0x2060, 0x2060, "zero-width", "a joiner of words" },
	{ 0x2066, 0x2066, "bidi", "an isolate to the right" },
	{ 0x2067, 0x2067, "bidi", "an isolate to the left" },
	{ 0x2068, 0x2068, "bidi", "an isolate by its first letter" },
	{ 0x2069, 0x2069, "bidi", "the end of an isolate" },
	{ 0x3164, 0x3164, "filler", "a Hangul filler" },
	{ 0xFEFF, 0xFEFF, "zero-width", "a byte order mark" },
	{ 0xFFA0, 0xFFA0, "filler", "a Hangul filler" },
	{ 0xE0001, 0xE0001, "tag", "a tag" },
	{ 0xE0020, 0xE007F, "tag", "a tag" },
	{ 0xE0100, 0xE01EF, "selector", "a selector of a variant" },
};

static bool
is_alike(uint32_t c)
{
	static const char letters[] =
	    "\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F"
	    "\u03A1\u03A4\u03A5\u03A7\u03BF\u0405\u0406\u0408\u0410\u0412"
	    "\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0430"
	    "\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB"
	    "\u0501\u051B\u051D";
	char s[4];
	const size_t len = ug_put_char(c, s);

	return len == 2 && ug_text_find(UG_TEXT(letters), 0,
	    (struct ug_text){ s, len }) < sizeof(letters) - 1;
}

/* Every character within a name, in a line that is turned before it. */
static void
check_kinds(void)
{
	for (uint32_t c = 0x80; c < 0xE0300; c += c == 0xD7FF ? 0x801 : 1) {
		const char *want = is_alike(c) ? "alike" : NULL;
		const char *name = c < 0x400 ? "a Greek letter" :
		    "a Cyrillic letter";
		const char *found, *rule;
		bool bidi;

		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
			if (c >= kinds[i].first && c <= kinds[i].last) {
				want = kinds[i].rule;
				name = kinds[i].found;
			}
		}
		bidi = want != NULL && strcmp(want, "bidi") == 0;
		rule = rule_of(bidi ? RLO "ab" PDF : "say", c, "ello", &found);
		if (want == NULL)
			CHECK("fine", rule == NULL);
		else
			CHECK(name, rule != NULL && strncmp(rule,
			    "invisible/", 10) == 0 && strcmp(rule + 10,
			    want) == 0 && strcmp(found, name) == 0);
	}
}

/* Beside which characters each is at home. */
static void
check_neighbours(void)
{
	for (uint32_t c = 0x21; c < 0x40100; c += c == 0xD7FF ? 0x801 : 1) {
		const bool hangul = (c >= 0x1100 && c <= 0x11FF) ||
		    (c >= 0x3130 && c <= 0x318F) ||
		    (c >= 0xA960 && c <= 0xA97F) ||
		    (c >= 0xAC00 && c <= 0xD7FF) ||
		    (c >= 0xFFA0 && c <= 0xFFDC);
		const bool han = (c >= 0x3400 && c <= 0x9FFF) ||
		    (c >= 0xF900 && c <= 0xFAFF) ||
		    (c >= 0x20000 && c <= 0x3FFFF);
		const bool names = ug_ascii_is_letter(c) || c == '_' ||
		    (c >= '0' && c <= '9') || (c >= 0xC0 && c < 0x250 &&
		    c != 0xD7 && c != 0xF7);
		char s[8] = "";

		s[ug_put_char(c, s)] = '\0';
		CHECK("before a filler", (rule_of(s, 0x3164, "a", NULL) ==
		    NULL) == hangul);
		CHECK("before a selector", (rule_of(s, 0xE0100, "", NULL) ==
		    NULL) == han);
		CHECK("before no width", (rule_of(s, 0x2060, "a", NULL) !=
		    NULL) == names);
		memmove(s + 3, s, 5);
		memcpy(s, "\u2060", 3);
		CHECK("behind no width", (rule_of("a", 0x2060, s, NULL) !=
		    NULL) == names);
	}
	CHECK("digits", rule_of("1", 0x200B, "2", NULL) == NULL &&
	    rule_of("a", 0x200B, "2", NULL) != NULL &&
	    rule_of("1", 0x200B, "a", NULL) != NULL);
	CHECK("a ligature that is parted", rule_of("f", 0x200C, "l", NULL) ==
	    NULL && rule_of("e", 0x200C, "l", NULL) != NULL &&
	    rule_of("f", 0x200D, "l", NULL) != NULL);
	CHECK("fillers", rule_of(" ", 0x3164, " ", NULL) == NULL &&
	    rule_of("!", 0x3164, " ", NULL) != NULL &&
	    rule_of(" ", 0x3164, "!", NULL) != NULL &&
	    rule_of(" ", 0x3164, "~", NULL) != NULL &&
	    rule_of(" ", 0x3164, "\xC2\x80", NULL) == NULL);
}

/* A flag has 31 tags and the end of them at most. */
static void
check_flags(void)
{
	for (size_t n = 1; n < 40; n++) {
		char s[4 * 48];
		struct told told = { 4, NULL, NULL };
		size_t len = ug_put_char(0x1F3F4, s);

		for (size_t i = 0; i < n; i++)
			len += ug_put_char(i % 2 == 0 ? 0xE0020 : 0xE007E,
			    s + len);
		CHECK("no end", ug_invisible_look((struct ug_text){ s, len },
		    told_take, &told) == UNGARBLE_OK && told.rule != NULL);
		len += ug_put_char(0xE007F, s + len);
		for (told.at = 4; told.at < len; told.at += 4) {
			told.rule = NULL;
			CHECK("flag", ug_invisible_look((struct ug_text){ s,
			    len }, told_take, &told) == UNGARBLE_OK);
			if (n <= 31)
				CHECK("flies", told.rule == NULL);
			else if (told.at == 4 || told.at == len - 4)
				CHECK("too long", told.rule != NULL);
		}
	}
}

#define HIDDEN "is\u200BAdmin.\n" /* 12 bytes */

static int
place_take(void *user, const struct ungarble_finding *finding)
{
	uint64_t *const places = user;

	places[places[0] + 1] = finding->record * 1000 + finding->in_at;
	return ++places[0] == 4;
}

/* Each in the record it stands in, of some that are looked at as one. */
static void
check_records(void)
{
	const struct ug_text text = UG_TEXT("so.........\n" HIDDEN HIDDEN
	    "so.........\n" HIDDEN);
	uint64_t places[6] = { 0 };
	const struct ug_invisible_teller teller = { place_take, places };
	struct ug_record records[5] = { { 0 } };
	struct ug_work work;

	ug_work_init(&work, &ug_alloc_libc);
	for (size_t i = 0; i < 5; i++) {
		records[i].number = 7 + i;
		records[i].in_at = 100 + 12 * i;
		records[i].in_len = 12;
	}
	ug_work_lend(&work, text, 100);
	CHECK("records", ug_invisible_tell(&teller, records, 5, &work) ==
	    UNGARBLE_OK);
	CHECK("records", places[0] == 3 && places[1] == 8114 &&
	    places[2] == 9126 && places[3] == 11150);
	CHECK("stops", ug_invisible_tell(&teller, records, 5, &work) ==
	    UNGARBLE_ESTOPPED && places[0] == 4);
	ug_work_free(&work);
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
	check_records();
	check_kinds();
	check_neighbours();
	check_flags();
	return check_done(argv[0]);
}
