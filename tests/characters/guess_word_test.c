/*
 * guess_word_test.c - which words a lost apostrophe stood in, list by list, and
 * which are none
 */
#include <stdio.h>

#include "check.h"
#include "guess_line.h"

static struct ug_guess_char chars[GUESS_LINE_MAX + 2];

/* The spot of a text, which is "?" in it, and as many as there are. */
static struct ug_guess_spot
spot_of(struct ug_text text, struct ug_guess_line *line)
{
	struct ug_guess_spot spot = { .n = 0, .asked = true, .word = true };

	guess_line_of(text, line, chars);
	for (size_t i = 1; i < line->n; i++)
		if (chars[i].c == '?' && (spot.n == 0 ||
		    spot.first + spot.n == i)) {
			spot.first = spot.n == 0 ? i : spot.first;
			spot.n++;
		}
	return spot;
}

/* Is something elided at the "?" of a text in a language? */
static bool
elided(const char *code, const char *s)
{
	struct ug_guess_line line;
	const struct ug_guess_spot spot = spot_of((struct ug_text){ s,
		strlen(s) }, &line);

	return ug_guess_elided(&line, &spot, ug_language_of(code));
}

/* Before it is one of some words, and behind it one of others. */
static const struct {
	const char *language, *before, *behind;
} rows[] = {
	{ "ca", "l d m n s t", "aigua home hivern illa únic Yuca" },
	{ "cy", "a i o", "r n i u w m th ch" },
	{ "en", "it Harry x", "s S" },
	{ "en", "i I", "m" },
	{ "en", "you we they who what there They", "re" },
	{ "en", "i you we they who should could would might must", "ve" },
	{ "en", "i you he she it we they who that there", "d ll LL" },
	{ "en", "don can isn xn", "t T" },
	{ "fr", "l d j m n s t c qu lorsqu puisqu jusqu quoiqu aujourd Jusqu",
	    "eau hui homme yeux Arc été" },
	{ "it", "l d un all dell dall nell sull c s m t v n quest quell com "
	    "dov cos sant bell nessun qualcun buon tutt anch",
	    "acqua era io ora uomo ha è" },
	{ "oc", "l d m n s t qu", "aiga" },
	{ "br", "c C xc", "hoar Hoazh" },
};

/* And these are none, though they are near. */
static const char *const none[][2] = {
	{ "ca", "j?aigua" }, { "ca", "l?bona" }, { "cy", "a?s" },
	{ "cy", "e?r" }, { "en", "it?m" }, { "en", "he?re" },
	{ "en", "he?ve" }, { "en", "what?ll" }, { "en", "you?l" },
	{ "en", "dot?t" }, { "en", "do?t" }, { "en", "it?ss" },
	{ "fr", "b?eau" }, { "fr", "l?chat" }, { "fr", "l?5" }, { "fr", "?eau" },
	{ "fr", "l?" }, { "fr", "éd?eau" }, { "fr", "l?жук" },
	{ "it", "j?acqua" }, { "it", "nel?acqua" }, { "oc", "c?aiga" },
	{ "br", "k?hoar" }, { "br", "c?oar" }, { "de", "l?eau" },
	{ "de", "it?s" }, { "en", "?s" }, { "en", "-?s" }, { "en", "it?" }, { "fr", "aujourdaujourd?eau" },
};

/* Each word of one list with each of the other. */
static void
check_row(const char *language, const char *before, const char *behind)
{
	char text[64];

	for (const char *a = before; *a != '\0'; a += strspn(a, " ")) {
		const int a_len = (int)strcspn(a, " ");

		for (const char *b = behind; *b != '\0';
		    b += strspn(b, " ")) {
			const int len = (int)strcspn(b, " ");

			snprintf(text, sizeof(text), "%.*s?%.*s", a_len, a,
			    len, b);
			CHECK(text, elided(language, text));
			snprintf(text, sizeof(text), "(%.*s??%.*s,", a_len, a,
			    len, b);
			CHECK(text, elided(language, text));
			b += len;
		}
		a += a_len;
	}
}

/* Letters that the apostrophe of Ukrainian and Belarusian parts. */
static void
test_parts(void)
{
	static const char hard[] = "бвмпфзрднстк", soft[] = "яюєїеёі";

	for (uint32_t a = 0x400; a < 0x460; a++)
		for (uint32_t b = 0x400; b < 0x460; b++) {
			char text[12] = "", from[5] = "", to[5] = "";
			bool parts;

			from[ug_put_char(a, from)] = '\0';
			to[ug_put_char(b, to)] = '\0';
			strcat(strcat(strcat(text, from), "?"), to);
			parts = strstr(hard, from) != NULL &&
			    strstr(soft, to) != NULL;
			CHECK(text, elided("uk", text) == parts);
			CHECK(text, elided("be", text) == parts);
			CHECK(text, !elided("ru", text));
		}
}

/* Is the word one that English contracts, where it may be English or not? */
static bool
contracted(const char *s, const char *code)
{
	struct ug_guess_line line;
	const struct ug_guess_spot spot = spot_of((struct ug_text){ s,
		strlen(s) }, &line);

	line.n_tongues = code == NULL ? 0 : 2;
	line.tongues[0].language = ug_language_of("de");
	line.tongues[1].language = code == NULL ? 0 : ug_language_of(code);
	return ug_guess_contracted(&line, &spot);
}

static void
test_contracted(void)
{
	static const char *const nots[] = { "don", "won", "can", "isn", "aren",
		"wasn", "weren", "hasn", "haven", "hadn", "doesn", "didn",
		"couldn", "wouldn", "shouldn", "mustn", "needn", "ain", "DON" };
	static const char *const english[] = { "i?m", "you?re", "we?ve",
		"who?ll", "It?d", "THERE?LL", "must?ve", "what?re" };
	static const char *const others[] = { "dont?t", "do?t", "it?t", "it?s",
		"he?re", "what?ve", "you?m", "don?ts", "?t", "don?",
		"adon?t", "\uFFFDdon?t", "don?t\uFFFD", "i\uFFFD?m" };
	char text[16];

	for (size_t i = 0; i < sizeof(nots) / sizeof(*nots); i++) {
		snprintf(text, sizeof(text), "%s?t", nots[i]);
		CHECK(text, contracted(text, NULL) && contracted(text, "en"));
		snprintf(text, sizeof(text), "'%s??T.", nots[i]);
		CHECK(text, contracted(text, "fr"));
	}
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
		CHECK(english[i], contracted(english[i], "en") &&
		    !contracted(english[i], "fr") &&
		    !contracted(english[i], NULL));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(others[i], !contracted(others[i], "en"));
}

/* Which tokens are words, though a character is lost. */
static const struct {
	const char *text;
	bool word;
} tokens[] = {
	{ "f?r", true }, { "\"(f?r),", true }, { "so-f?r-so", true },
	{ "f?r's", true }, { "don’t?k", true }, { "'f?r", true },
	{ "f?r'", true }, { "f?r\"", true }, { "<b>f?r</b>", true },
	{ "a.b f?r c.d", true }, { "“f?r”", true }, { "¿f?r", true },
	{ "f?r.", true }, { "f?r;", true }, { "f?r:", false }, { "f?r!", true },
	{ "-f?r-", true }, { "/f?r", false }, { "f?r/", false },
	{ "'f?r'", false }, { "\"f?r\"", false }, { "(f?r)", true },
	{ "f?r5", false }, { "5f?r", false }, { "x=f?r", false },
	{ "a.f?r", false }, { "f?r.a", false }, { "f?r_", false },
	{ "{f?r}", false }, { "[f?r]", false }, { "`f?r`", false },
	{ "*f?r", false }, { "f?r\\", false }, { "f?r~", false },
	{ "\tf?r\t", true }, { "a>f?r", true }, { "f?r<a", true },
	{ "a<f?r", false }, { "f?r>a", false }, { "(a(f?r", false },
	{ "«f?r»", true }, { "f?r,a", false },
};

static bool
in_word(struct ug_text text)
{
	struct ug_guess_line line;
	const struct ug_guess_spot spot = spot_of(text, &line);

	return ug_guess_in_word(&line, &spot);
}

/* No word is longer than 100 characters. */
static void
test_long(void)
{
	char text[120];

	for (size_t before = 0; before < 110; before++)
		for (size_t behind = 0; before + behind < 110; behind++) {
			const size_t len = before + 1 + behind;

			memset(text, 'a', len);
			text[before] = '?';
			CHECK("a long one", in_word((struct ug_text){ text,
			    len }) == (len <= 100));
		}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(rows[i].language, rows[i].before, rows[i].behind);
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(none[i][1], !elided(none[i][0], none[i][1]));
	test_parts();
	test_contracted();
	for (size_t i = 0; i < sizeof(tokens) / sizeof(*tokens); i++)
		CHECK(tokens[i].text, in_word((struct ug_text){ tokens[i].text,
		    strlen(tokens[i].text) }) == tokens[i].word);
	test_long();
	return check_done(argv[0]);
}
