/*
 * mixup_line_test.c - a line as words, what they cost, and whether that is odd
 */
#include "characters/mixup.h"

#include <string.h>

#include "check.h"
#include "model/weights.h"

#define TEXT_MAX  8000
#define JUDGED    1000 /* characters and edges that are judged */

static struct ug_arena scratch = { .alloc = &ug_alloc_libc };

static struct ug_mixup_line
line_of(struct ug_text text, struct ug_plain *plain)
{
	struct ug_mixup_line line;

	/* Whatever stood there before. */
	memset(&line, 0xA5, sizeof(line));
	CHECK("line", ug_mixup_line(text, plain, &scratch, &line) ==
	    UNGARBLE_OK);
	return line;
}

/* How much of each word is judged: as many letters, "-" for one that is not. */
static const struct {
	const char *text, *judged;
} words[] = {
	{ "plain words", "" },
	{ "für", "3" },
	{ " für  Æble ", "34" },
	/* a letter beside one that is not ASCII, or beside a sign */
	{ "é", "-" },
	{ "aé", "2" },
	{ "éa", "2" },
	{ "éè", "2" },
	{ "é1", "-" },
	{ "-é-", "-" },
	{ "é-é", "-" },
	{ "aé-", "3" },
	{ "é€", "2" },
	{ "€é", "2" },
	{ "€a", "2" },
	{ "a€", "2" },
	{ "€€", "-" },
	{ "a-€b", "4" },
	/* again, with other signs of ASCII, or not quite */
	{ "für für", "3-" },
	{ "für, (für) für-", "4--" },
	{ "für fûr Für", "333" },
	{ "für, für’", "44" },
	/* the same once more in a word */
	{ "año/año", "3" },
	{ "año/año/año/", "3" },
	{ "año//año", "3" },
	{ "año/", "4" },
	{ "año", "3" },
	{ "año/añ", "6" },
	{ "año/años", "8" },
	{ "año/ano", "7" },
	{ "/año/año", "8" },
};

static void
test_words(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const char *const s = words[i].text;
		const struct ug_mixup_line line = line_of((struct ug_text){ s,
		    strlen(s) }, NULL);
		char judged[16] = "";
		size_t n = 0;

		for (size_t w = 0; w < line.n_words; w++) {
			const size_t len = line.words[w].judged_end -
			    line.words[w].first;

			judged[w] = (char)(len > 0 ? '0' + len : '-');
			n += len > 0 ? len + 1 : 0;
		}
		if (!CHECK(s, strcmp(judged, words[i].judged) == 0))
			fprintf(stderr, "\t%s\n", judged);
		CHECK(s, line.n_chars == n);
		CHECK(s, n == 0 || line.n_judged == n + 1);
	}
}

/* Where each character is, and which are words. */
static void
test_parts(void)
{
	const struct ug_text text = UG_TEXT("a für\t€ 東x ok");
	const struct ug_mixup_line line = line_of(text, NULL);

	CHECK("characters", line.n == 13 && line.at[line.n] == text.len);
	for (size_t i = 0, at = 0; i < line.n; i++) {
		CHECK("at", line.at[i] == at);
		CHECK("character", ug_text_next(text, &at) == line.chars[i]);
	}
	CHECK("words", line.n_words == 3 && line.words[0].first == 2 &&
	    line.words[0].end == 5 && line.words[1].first == 6 &&
	    line.words[1].end == 7 && line.words[1].judged_end == 6 &&
	    line.words[2].first == 8 && line.words[2].end == 10);
	CHECK("beyond ASCII", line.n_beyond == 3);
	CHECK("of East Asia", line.n_east == 1);
}

/* Add the i-th of many words, of `len` letters, to the text. */
static void
word_add(char *text, size_t i, size_t len)
{
	const char letters[] = { (char)('a' + i / 26 % 26),
		(char)('a' + i % 26), 'x', 'y', 'z', 'x', 'y', 'z' };
	size_t at = strlen(text);

	at += (size_t)sprintf(text + at, "%s\303\251", at > 0 ? " " : "");
	memcpy(text + at, letters, len - 1);
	text[at + len - 1] = '\0';
}

/* A word tells again once twenty-four others stood between. */
static void
test_again(void)
{
	for (size_t n = 20; n < 28; n++) {
		char text[TEXT_MAX] = "";
		size_t last;

		word_add(text, 0, 3);
		for (size_t i = 1; i <= n; i++)
			word_add(text, i, 3);
		word_add(text, 0, 3);

		const struct ug_mixup_line line = line_of((struct ug_text){
		    text, strlen(text) }, NULL);

		last = line.n_words - 1;
		CHECK("again", line.n_words == n + 2);
		CHECK("again", (line.words[last].judged_end ==
		    line.words[last].first) == (n < 24));
	}
}

/* No more is judged than a thousand characters, edges among them. */
static void
test_judged(void)
{
	for (size_t len = 3; len < 9; len++) {
		char text[TEXT_MAX] = "";
		size_t left = JUDGED, n = 0;

		for (size_t i = 0; i < 248; i++)
			word_add(text, i, 3);
		for (size_t i = 248; i < 253; i++)
			word_add(text, i, len);

		const struct ug_mixup_line line = line_of((struct ug_text){
		    text, strlen(text) }, NULL);

		for (size_t w = 0; w < line.n_words; w++) {
			const struct ug_mixup_word *const word =
			    &line.words[w];
			const size_t want = word->end - word->first < left ?
			    word->end - word->first : left;

			CHECK("judged", word->judged_end - word->first ==
			    want);
			n += want + (want > 0);
			left = JUDGED > n ? JUDGED - n : 0;
		}
		CHECK("judged", line.n_chars == n && n >= JUDGED);
	}
}

/* What languages cost beside: by words of ASCII, up to a thousand letters. */
static void
test_lean(void)
{
	for (size_t n = 0; n < 340; n += n < 10 ? 1 : 1 + n / 9) {
		char text[TEXT_MAX] = "für";
		int behind[UG_LANGUAGES_MAX];
		struct ug_tally tally;
		size_t len = 0;
		bool good = true;

		ug_tally_init(&tally);
		for (size_t i = 0; i < n; i++) {
			static const char *const some[] = { "the", "och",
				"de", "gli", "z", "wszystko", "and" };
			const char *const word = len > 500 ? "przez" :
			    some[i % 7];
			struct ug_glyph last = UG_GLYPH_EDGE;

			strcat(strcat(text, i % 2 == 0 ? " " : "\t"), word);
			if (len + strlen(word) >= JUDGED)
				continue;
			len += strlen(word);
			for (const char *c = word; *c != '\0'; c++) {
				const struct ug_glyph glyph = ug_glyph_of(
				    (unsigned char)*c);

				ug_tally_add(&tally, last, glyph, 1);
				last = glyph;
			}
			ug_tally_add(&tally, last, UG_GLYPH_EDGE, 1);
		}

		const struct ug_mixup_line line = line_of((struct ug_text){
		    text, strlen(text) }, NULL);

		ug_tally_behind(&tally, behind);
		for (size_t l = 0; l < ug_n_languages(); l++) {
			const int want = behind[l] == UG_NO_LANGUAGE ?
			    UG_NO_LANGUAGE : behind[l] * UG_W(CONTEXT) / 100;

			good = good && line.extra[l] == (want < UG_W(
			    CONTEXT_MAX) || behind[l] == UG_NO_LANGUAGE ?
			    want : UG_W(CONTEXT_MAX));
		}
		CHECK("lean", good);
	}
}

/* A word of ASCII is left out that is too long, and what goes beyond it. */
static void
test_lean_long(void)
{
	for (size_t len = 990; len < 1010; len++) {
		char text[TEXT_MAX] = "für ";
		struct ug_mixup_line line;
		bool any = false;

		for (size_t i = 0; i < len; i++)
			text[5 + i] = "schlecht"[i % 8];
		line = line_of((struct ug_text){ text, 5 + len }, NULL);
		for (size_t l = 0; l < ug_n_languages(); l++)
			any |= line.extra[l] != UG_NO_LANGUAGE &&
			    line.extra[l] != 0;
		CHECK("a long word", any == (len < JUDGED));
	}
}

/* What a pair costs no more than, behind the first of these. */
static int
mercy_of(const struct ug_mixup_char *chars, size_t i)
{
	const uint32_t a = chars[i - 1].c, b = chars[i].c;

	/* l·l is written in Catalan; marks stand on anything. */
	if (chars[i].glyph.class == UG_COMBINING ||
	    chars[i - 1].glyph.class == UG_COMBINING)
		return 250;
	if (b == 0xB7 && strchr("lL", (int)a) != NULL &&
	    strchr("lL", (int)chars[i + 1].c) != NULL)
		return 250;
	if (a == 0xB7 && i > 1 && chars[i - 2].c < 0x80 && b < 0x80 &&
	    strchr("lL", (int)chars[i - 2].c) != NULL &&
	    strchr("lL", (int)b) != NULL)
		return 250;
	return b >= 0x80 && b < 0xA0 ? 2000 :
	    b >= 0xFF61 && b <= 0xFF9F ? 700 : 900;
}

static const char *const costly[] = {
	"für die größte Überraschung", "fÞr die grÌßte ÐberraÇchÙng",
	"col·legi l·l L·L ·l l· l·", "Â÷åðà ìû äîëãî ãóëÿëè",
	"Âчåðà ìû äîëãî ãулялè", "Café\314\201 e\314\201a à\314\200",
	"\302\200a\302\237b\302\240c",
	"ｱa\357\275\241ｱ\357\276\237a\357\276\240",
	"é", "ååååååå åå xx xx xx", "más PC старый ðÿþ", "12,5 «3»a",
	"×òÌìÏÂÎçÎÒÃÇÈ¥ºÓ±ßÉ¢²½ÁË", "绢力 坷饶俊", "Ò_Ó x·y Ö_ö Ù_Ú",
	"the old yþþ", "och den ðar", "ŒŒŽŽ žžšš",
	"a\177é\177\302\200a\302\201", "a\357\275\240ｱ",
	"x\302\200x\177x é",
};

/* The cost of a line is that of its pairs, each met with mercy. */
static void
check_cost(const char *s, struct ug_plain *plain)
{
	const struct ug_mixup_line line = line_of((struct ug_text){ s,
	    strlen(s) }, plain);
	const struct ug_mixup_char *const chars = line.judged;

	if (line.n_chars == 0) {
		CHECK(s, line.cost == 0 && line.odd == 0);
		return;
	}

	const struct ug_mixup_tongues tongues = ug_mixup_tongues(plain,
	    line.extra, chars, line.n_judged);
	int cost = line.extra[tongues.of[UG_NO_SCRIPT]], odd = 0;
	struct ug_mixup_odd oddest[UG_MIXUP_ODDEST] = { { 0, 0, 0 } };
	size_t n_odd = 0, w = 0, at = line.words[0].first;

	for (size_t i = 1; i < line.n_judged; i++) {
		const struct ug_glyph a = chars[i - 1].glyph;
		const struct ug_glyph b = chars[i].glyph;
		int pair = ug_pair_cost(tongues.of[b.script != UG_NO_SCRIPT ?
		    b.script : a.script], a, b);

		pair = pair < mercy_of(chars, i) ? pair : mercy_of(chars, i);
		if (ug_mixup_again(chars, i))
			pair = 0;
		cost += pair;
		odd += pair > 600 ? pair - 600 : 0;
		if (!ug_mixup_again(chars, i) && (chars[i - 1].c >= 0x80 ||
		    chars[i].c >= 0x80)) {
			size_t k = UG_MIXUP_ODDEST;

			for (; k > 0 && oddest[k - 1].cost < pair; k--)
				if (k < UG_MIXUP_ODDEST)
					oddest[k] = oddest[k - 1];
			if (k < UG_MIXUP_ODDEST)
				oddest[k] = (struct ug_mixup_odd){
					chars[i - 1].c, chars[i].c, pair };
			n_odd++;
		}
		while (w < line.n_words && at == line.words[w].judged_end &&
		    ++w < line.n_words)
			at = line.words[w].first;
		if (chars[i].c == line.chars[at] && w < line.n_words &&
		    at < line.words[w].judged_end)
			CHECK(s, line.spent[at++] == cost);
	}
	CHECK(s, line.odd == odd);
	CHECK(s, line.cost == (cost < tongues.cost ? cost : tongues.cost));
	CHECK(s, line.n_oddest == (n_odd < UG_MIXUP_ODDEST ? n_odd :
	    UG_MIXUP_ODDEST));
	for (size_t i = 0; i < line.n_oddest; i++)
		CHECK(s, line.oddest[i].cost == oddest[i].cost &&
		    line.oddest[i].a == oddest[i].a &&
		    line.oddest[i].b == oddest[i].b);
}

/* A line as it is to be judged: so many characters, and so odd. */
static bool
suspect(size_t n, size_t n_east, int odd, int cost, bool known)
{
	const struct ug_mixup_line line = { .n_chars = n, .n_east = n_east,
		.odd = odd, .cost = cost };

	return ug_mixup_suspect(&line, known);
}

static void
test_suspect(void)
{
	CHECK("odd", suspect(10, 0, 351, 2501, false));
	CHECK("odd", !suspect(10, 0, 350, 2501, false));
	CHECK("odd", !suspect(10, 0, 351, 2500, false));
	CHECK("odd", !suspect(0, 0, 351, 2501, false));
	CHECK("known", suspect(10, 0, 151, 2501, true));
	CHECK("known", !suspect(10, 0, 150, 2501, true));
	CHECK("known", !suspect(10, 0, 151, 2500, true));
	CHECK("East Asia", suspect(10, 6, 351, 5201, false));
	CHECK("East Asia", !suspect(10, 6, 351, 5200, false));
	CHECK("East Asia", !suspect(10, 6, 151, 4200, true));
	CHECK("half of it", suspect(10, 5, 351, 2501, false));
}

/* A list is none, whatever it costs. */
static void
test_list(void)
{
	uint32_t list[] = { 0xE0, ',', 0xE1, 'a', 0xE2, 0xE3, 0xE4 };
	const struct ug_mixup_line line = { .chars = list, .n_chars = 9,
		.n = 7, .odd = 9999, .cost = 9999 };

	CHECK("list", !ug_mixup_suspect(&line, false));
	list[2] = 0xF9;
	list[5] = 0xC0;
	CHECK("no list", ug_mixup_suspect(&line, false));
}

int
main(int argc, char *argv[])
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };

	(void)argc;
	test_words();
	test_parts();
	test_again();
	test_judged();
	test_lean();
	test_lean_long();
	for (size_t i = 0; i < sizeof(costly) / sizeof(*costly); i++) {
		check_cost(costly[i], NULL);
		check_cost(costly[i], &plain);
	}
	test_suspect();
	test_list();
	ug_plain_free(&plain);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
