/*
 * guess_sign_test.c - which signs those around them call for, and where none
 * does
 */
#include "characters/guess.h"

#include "check.h"
#include "guess_line.h"
#include "repair/passes.h"

#define LOST "\uFFFD"

static struct ug_guess_char chars[GUESS_LINE_MAX + 2];

/*
 * The sign at the spot of a text, in a language that costs so much: the first
 * one, or with `last` the last one that is U+FFFD.
 */
static uint32_t
sign_of(const char *s, const char *language, int cost, bool last)
{
	const struct ug_text text = { s, strlen(s) };
	struct ug_guess_spot spot = { .n = 0, .least = 0x80, .most = 0xFFFF };
	struct ug_guess_line line;

	guess_line_of(text, &line, chars);
	if (language != NULL)
		line.tongues[line.n_tongues++] = (struct ug_guess_tongue){
			.language = ug_language_of(language), .cost = cost };
	for (size_t i = 1; i < line.n; i++) {
		if (!ug_guess_lost(chars[i].c) || (spot.n > 0 && (!last ||
		    chars[i].c == '?')))
			continue;
		spot.asked = chars[i].c == '?';
		for (spot.n = 0, spot.first = i; i < line.n &&
		    chars[i].c == chars[spot.first].c; i++)
			spot.n++;
	}
	return ug_guess_sign(&line, &spot);
}

/* In Spanish. */
static const struct {
	const char *text;
	uint32_t c;
} inverted[] = {
	{ LOST "que ves?", 0xBF }, { LOST "Que ves!", 0xA1 },
	{ LOST LOST "que ves?", 0xBF }, { "?Que ves!", 0 },
	{ LOST "que ves.", 0 }, { LOST "que ves", 0 }, { LOST "que, ves?", 0xBF },
	{ LOST "que; ves?", 0 }, { LOST "que 5?", 0 }, { LOST " que?", 0 },
	{ LOST "5 que?", 0 }, { LOST "qu" LOST " ves?", 0xBF },
	{ LOST "que?s", 0 }, { LOST "que?s?", 0xBF }, { LOST "qu?e s?", 0xBF },
	{ LOST "que?5", 0xBF }, { LOST "que? si!", 0xBF },
	{ LOST "que! si?", 0xA1 },
	{ "a " LOST "que ves?", 0xBF }, { "a\t" LOST "que ves?", 0xBF },
	{ "a\u00A0" LOST "que ves?", 0xBF }, { "(" LOST "que ves?", 0xBF },
	{ "\"" LOST "que ves?", 0xBF }, { "'" LOST "que ves?", 0 },
	{ "." LOST "que ves?", 0 }, { "a" LOST "que ves?", 0 },
	{ "[" LOST "que ves?", 0 },
	/* What was a question mark must open a question. */
	{ "?Qu\u00E9 ves?", 0xBF }, { "?QU\u00C9 ves?", 0xBF },
	{ "?Quien?", 0xBF }, { "?C\u00F3mo es?", 0xBF }, { "?Como es?", 0xBF },
	{ "?C" LOST "mo es?", 0xBF }, { "?D\u00F3nde es?", 0xBF },
	{ "?Cu\u00E1l es?", 0xBF }, { "?Cu\u00E1ndo es?", 0xBF },
	{ "?Por qu\u00E9 es?", 0xBF }, { "?Para qu\u00E9 es?", 0xBF },
	{ "?De qu\u00E9 es?", 0xBF }, { "?Con qu\u00E9 es?", 0xBF },
	{ "?Por ti?", 0 }, { "?Para ti?", 0 }, { "?De ti?", 0 },
	{ "?Con ti?", 0 }, { "?Si?", 0 }, { "?Q", 0 }, { "?q?", 0 },
	{ "?Cura?", 0 }, { "?C\u00F3mpra?", 0 }, { "?qx?", 0 },
};

/* In none that matters. */
static const struct {
	const char *text;
	uint32_t c;
} others[] = {
	{ "1990" LOST "1995", 0x2013 }, { "1990?1995", 0 },
	{ "it 1990" LOST "1995", 0x2013 }, { "it 1990" LOST "199", 0 },
	{ "990" LOST "1995", 0 }, { LOST "1995", 0 }, { "it 1990" LOST, 0 },
	{ "\u201Cno" LOST, 0x201D }, { "\u201Cno" LOST " it", 0x201D },
	{ "\u201Cno" LOST "\u00A0it", 0x201D }, { "\u201Cno?", 0 },
	{ "\u201Cno" LOST LOST LOST " it", 0x201D },
	{ "\u201Cno" LOST ". It", 0x201D }, { "\u201Cno" LOST ",", 0x201D },
	{ "\u201Cno" LOST ";", 0x201D }, { "\u201Cno" LOST ":", 0x201D },
	{ "\u201Cno" LOST "!", 0x201D }, { "(\u201Cno" LOST ")", 0x201D },
	{ "\u201Cno" LOST "a", 0 }, { "\u201Cno" LOST "-it", 0 },
	{ "\u201Cno" LOST "\u2026", 0 }, { "\u201Cno" LOST "\u00E9", 0 },
	{ "\u201Cno " LOST " it", 0 }, { "\u201Cno\u00A0" LOST " it", 0 },
	{ "no" LOST " it \u201Cis", 0 }, { "no" LOST " it", 0 },
	{ "\u201Cno" LOST " \u201Cit", 0 },
	{ "\u201Cno\u201D it" LOST " is", 0 },
	{ "\u201Cno" LOST " it\u201D is", 0 },
	{ "\u201D \u201Cno" LOST " it", 0 }, { "\u201Cno" LOST " is" LOST, 0 },
	{ "\u201Cno" LOST "s is " LOST " it" LOST " is", 0x201D },
	{ "if" LOST " \u201Cit is" LOST " so", 0x201D },
};

/* Quotes that languages close so. */
static const struct {
	const char *open;
	uint32_t close;
	const char *languages[14];
} quotes[] = {
	{ "\u201C", 0x201D, { "en", "es", "pl", "zh", "fr" } },
	{ "\u00AB", 0xBB, { "be", "ca", "el", "es", "fr", "gl", "it", "no",
	    "oc", "pt", "ru", "tr", "uk" } },
	{ "\u00AB", 0, { "en", "de", "da", "cs", "hu" } },
	{ "\u201E", 0x201C, { "bg", "cs", "de", "et", "lt", "mk", "sk",
	    "sl" } },
	{ "\u201E", 0x201D, { "hu", "nl", "pl", "ro" } },
	{ "\u201E", 0, { "en", "fr", "es", "el" } },
};

static void
check_quotes(void)
{
	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
		char text[32];

		snprintf(text, sizeof(text), "%sno" LOST " so",
		    quotes[i].open);
		for (size_t l = 0; l < 14 && quotes[i].languages[l] != NULL;
		    l++) {
			const char *const name = quotes[i].languages[l];

			if (ug_language_of(name) == SIZE_MAX)
				continue;
			CHECK(name, sign_of(text, name, 0, false) ==
			    quotes[i].close);
			CHECK(name, sign_of(text, name, 1, false) ==
			    (i == 0 ? 0x201D : 0));
		}
		CHECK(text, sign_of(text, NULL, 0, false) ==
		    (i == 0 ? 0x201D : 0));
	}
}

/* A capital behind it: Spanish may be as far behind as that, or else first. */
static void
check_tongues(void)
{
	CHECK("a capital", sign_of(LOST "Que ves?", "es", 400, false) ==
	    0xBF && sign_of(LOST "Que ves?", "es", 401, false) == 0);
	CHECK("none", sign_of(LOST "que ves?", "es", 0, false) == 0xBF &&
	    sign_of(LOST "que ves?", "es", 1, false) == 0);
	CHECK("others", sign_of(LOST "Que ves?", "pt", 0, false) == 0 &&
	    sign_of(LOST "Que ves?", NULL, 0, false) == 0);
}

/* Only what has as many bytes as are lost. */
static void
check_bytes(void)
{
	static const uint32_t limits[][3] = { { 0x201D, 0x201D, 0x201D },
		{ 0x201E, 0xFFFF, 0 }, { 0x80, 0x201C, 0 } };

	for (size_t i = 0; i < 3; i++) {
		const struct ug_guess_spot spot = { .first = 4, .n = 1,
			.least = limits[i][0], .most = limits[i][1] };
		struct ug_guess_line line;

		guess_line_of(UG_TEXT("\u201Cno" LOST), &line, chars);
		CHECK("bytes", ug_guess_sign(&line, &spot) == limits[i][2]);
	}
}

/* A sign that is called for is that sure, and leads by nothing known. */
static void
check_sure(void)
{
	static const char *const texts[] = { "It was 1990" LOST "1995 there",
		"He said \u201Cno" LOST " and went", LOST "Qu\u00E9 ves ah\u00ED?",
		"We don?t know" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct ug_arena scratch = { .alloc = &ug_alloc_libc };
		const struct ug_scope scope = { .scratch = &scratch,
			.confidence = 92 };
		struct ug_edits edits;

		ug_edits_init(&edits, &ug_alloc_libc);
		CHECK(texts[i], ug_pass_guess.find(&scope, (struct ug_text){
		    texts[i], strlen(texts[i]) }, &edits) == UNGARBLE_OK);
		CHECK(texts[i], edits.n == 1 && edits.v[0].confidence == 92 &&
		    edits.v[0].margin == 0);
		ug_edits_free(&edits);
		ug_arena_free(&scratch);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(inverted) / sizeof(*inverted); i++)
		CHECK(inverted[i].text, sign_of(inverted[i].text, "es", 0,
		    false) == inverted[i].c);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(others[i].text, sign_of(others[i].text, NULL, 0, true) ==
		    others[i].c);
	check_quotes();
	check_tongues();
	check_bytes();
	check_sure();
	return check_done(argv[0]);
}
