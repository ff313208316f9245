/*
 * model_test.c - glyphs, and what texts cost in which language
 */
#include <limits.h>

#include "base/text.h"
#include "check.h"
#include "model/model.h"
#include "model/weights.h"

static void
check_glyphs(void)
{
	static const struct {
		const char *name;
		uint32_t c;
		enum ug_class class;
		enum ug_script script;
	} rows[] = {
		{ "small letter", 'a', UG_LOWER, UG_LATIN },
		{ "capital", 'Z', UG_UPPER, UG_LATIN },
		{ "accented", 0xE9, UG_LOWER, UG_LATIN },
		{ "Vietnamese", 0x1EA1, UG_LOWER, UG_LATIN },
		{ "Cyrillic capital", 0x416, UG_UPPER, UG_CYRILLIC },
		{ "Hebrew", 0x5D0, UG_CASELESS, UG_HEBREW },
		{ "Arabic as it stands alone", 0xFE8D, UG_CASELESS, UG_ARABIC },
		{ "Thai vowel", 0xE31, UG_CASELESS, UG_THAI },
		{ "ideograph", 0x4E00, UG_IDEOGRAPH, UG_CJK },
		{ "syllable", 0xAC00, UG_IDEOGRAPH, UG_CJK },
		{ "beyond the BMP", 0x20000, UG_IDEOGRAPH, UG_CJK },
		{ "digit", '7', UG_DIGIT, UG_NO_SCRIPT },
		{ "space", ' ', UG_SPACE, UG_NO_SCRIPT },
		{ "curly quote", 0x201C, UG_LEFT_DOUBLE, UG_NO_SCRIPT },
		{ "euro", 0x20AC, UG_CURRENCY, UG_NO_SCRIPT },
		{ "box", 0x2550, UG_BOX, UG_NO_SCRIPT },
		{ "C1", 0x85, UG_C1, UG_NO_SCRIPT },
		{ "lost", 0xFFFD, UG_LOST, UG_NO_SCRIPT },
		{ "beyond the BMP, first", 0x10000, UG_OTHER, UG_NO_SCRIPT },
		{ "before emoji", 0x1EFFF, UG_OTHER, UG_NO_SCRIPT },
		{ "the first emoji", 0x1F000, UG_EMOJI, UG_NO_SCRIPT },
		{ "the last emoji", 0x1FFFF, UG_EMOJI, UG_NO_SCRIPT },
		{ "the last ideograph", 0x3FFFF, UG_IDEOGRAPH, UG_CJK },
		{ "behind ideographs", 0x40000, UG_OTHER, UG_NO_SCRIPT },
		{ "before private", 0xEFFFF, UG_OTHER, UG_NO_SCRIPT },
		{ "the last private", 0x10FFFF, UG_PRIVATE, UG_NO_SCRIPT },
		{ "private", 0xF0000, UG_PRIVATE, UG_NO_SCRIPT },
		{ "emoji", 0x1F600, UG_EMOJI, UG_NO_SCRIPT },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_glyph glyph = ug_glyph_of(rows[i].c);

		CHECK(rows[i].name, glyph.class == rows[i].class);
		CHECK(rows[i].name, glyph.script == rows[i].script);
	}
	CHECK("case is folded", ug_glyph_of(0x416).symbol ==
	    ug_glyph_of(0x436).symbol);
	CHECK("letters differ", ug_glyph_of('a').symbol !=
	    ug_glyph_of('b').symbol);
}

static struct ug_tally
tally_of(struct ug_text text)
{
	struct ug_glyph a = UG_GLYPH_EDGE;
	struct ug_tally tally;

	ug_tally_init(&tally);
	for (size_t at = 0; at < text.len; ) {
		const struct ug_glyph b = ug_glyph_of(ug_text_next(text, &at));

		ug_tally_add(&tally, a, b, 1);
		a = b;
	}
	ug_tally_add(&tally, a, UG_GLYPH_EDGE, 1);
	return tally;
}

/* Is ug_tally_behind() how far each is behind the best? */
static bool
behind_right(const struct ug_tally *tally, size_t best)
{
	int behind[UG_LANGUAGES_MAX];
	size_t wrong = 0;

	ug_tally_behind(tally, behind);
	for (size_t l = 0; l < ug_n_languages(); l++)
		wrong += behind[l] != (*ug_language_code(l) == '\0' ?
		    UG_NO_LANGUAGE : ug_tally_cost(tally, l) -
		    ug_tally_cost(tally, best));
	return wrong == 0;
}

static void
check_languages(void)
{
	static const struct {
		const char *code;
		struct ug_text text;
	} rows[] = {
		{ "de", UG_LIT("Der Schlüssel liegt unter der Fußmatte vor der Tür") },
		{ "pl", UG_LIT("Wczoraj wieczorem wróciłem późno do domu") },
		{ "cs", UG_LIT("Včera večer jsem přišel domů až po půlnoci") },
		{ "hu", UG_LIT("Tegnap este későn értem haza a színházból") },
		{ "tr", UG_LIT("Dün akşam eve çok geç döndüm, yağmur yağıyordu") },
		{ "ru", UG_LIT("Вчера вечером я поздно вернулся домой") },
		{ "uk", UG_LIT("Учора ввечері я пізно повернувся додому") },
		{ "el", UG_LIT("Χθες το βράδυ γύρισα αργά στο σπίτι") },
		{ "ja", UG_LIT("昨日の夜は遅くに家に帰りました") },
		{ "ko", UG_LIT("어제 저녁에 늦게 집에 돌아왔습니다") },
	};
	const size_t n = sizeof(rows) / sizeof(*rows);

	for (size_t i = 0; i < n; i++) {
		const struct ug_tally tally = tally_of(rows[i].text);
		const size_t language = ug_language_of(rows[i].code);
		size_t best = language;

		if (!CHECK(rows[i].code, language != SIZE_MAX))
			continue;
		for (size_t l = 0; l < ug_n_languages(); l++)
			if (ug_language_code(l)[0] != '\0' &&
			    ug_tally_cost(&tally, l) <
			    ug_tally_cost(&tally, best))
				best = l;
		if (!CHECK(rows[i].code, best == language))
			fprintf(stderr, "\ttaken for %s\n",
			    ug_language_code(best));
		CHECK(rows[i].code, behind_right(&tally, best));
	}
	CHECK("no such language", ug_language_of("qq") == SIZE_MAX);
	CHECK("one code for others", strcmp(ug_language_iso(
	    ug_language_of("zt")), "zh") == 0);
	CHECK("or its own", strcmp(ug_language_iso(
	    ug_language_of("de")), "de") == 0);
}

/* A pair's least is a bound, and costs add up. */
static void
check_bounds(void)
{
	static const uint32_t chars[] = { ' ', 'a', 'Q', 0xE9, 0x141, 0x1EA1,
		0x3B1, 0x416, 0x5D0, 0x627, 0xE01, 0x4E2D, 0x3042, 0xAC00,
		0x2019, 0xAB, 0x20AC, 0xFFFD, '.', '5' };
	const size_t n = sizeof(chars) / sizeof(*chars);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			const struct ug_glyph a = ug_glyph_of(chars[i]);
			const struct ug_glyph b = ug_glyph_of(chars[j]);
			struct ug_tally once, twice;

			int costs[UG_LANGUAGES_MAX];

			ug_tally_init(&once);
			ug_tally_init(&twice);
			ug_tally_add(&once, a, b, 1);
			ug_tally_add(&twice, a, b, 2);
			ug_tally_costs(&once, costs);
			for (size_t l = 0; l < ug_n_languages(); l++) {
				const int cost = ug_tally_cost(&once, l);

				if (ug_language_code(l)[0] == '\0')
					continue;
				CHECK("in all at once", costs[l] == cost);
				CHECK("twice", ug_tally_cost(&twice, l) ==
				    2 * cost);
				CHECK("at least", b.script !=
				    (uint8_t)ug_language_script(l) ||
				    cost >= ug_pair_least(a, b));
			}
		}
}

/* What a sign costs more is the least of all languages, and of one of them. */
static void
check_signs(void)
{
	const struct ug_glyph a = ug_glyph_of('a');
	size_t n = 0;

	for (uint32_t c = 0x21; c < 0x3000; c++) {
		const struct ug_glyph sign = ug_glyph_of(c);
		const int more = ug_sign_least(sign);
		const struct ug_glyph plain = { sign.class, UG_NO_SCRIPT, 0 };
		int least = INT_MAX;

		if (sign.script != UG_NO_SCRIPT || sign.symbol == 0) {
			CHECK("no sign", more == 0);
			continue;
		}
		for (size_t l = 0; l < ug_n_languages(); l++) {
			const int cost = ug_pair_cost(l, a, sign) -
			    ug_pair_cost(l, a, plain);

			if (ug_language_code(l)[0] != '\0' && cost < least)
				least = cost;
		}
		n += more > 0;
		CHECK("sign", more == least);
	}
	CHECK("some signs cost", n > 100);
}

/* One pair in one language costs what a tally of it does. */
static void
check_pairs(void)
{
	static const uint32_t chars[] = { 'a', 'q', 'Z', ' ', '.', '7', 0xE9,
		0xFE, 0x111, 0x1EA1, 0x153, 0x3B1, 0x416, 0x457, 0x5D0, 0x627,
		0xE31, 0x10D0, 0x4E00, 0x3042, 0xAC00, 0x2014, 0x20AC, 0x2550,
		0x85, 0xFFFD, 0x915 };
	const size_t n = sizeof(chars) / sizeof(*chars);
	size_t differ = 0;

	for (size_t i = 0; i < n * n; i++) {
		const struct ug_glyph a = ug_glyph_of(chars[i / n]);
		const struct ug_glyph b = ug_glyph_of(chars[i % n]);
		struct ug_tally tally;

		ug_tally_init(&tally);
		ug_tally_add(&tally, a, b, 1);
		for (size_t l = 0; l < ug_n_languages(); l++)
			differ += *ug_language_code(l) != '\0' &&
			    ug_pair_cost(l, a, b) != ug_tally_cost(&tally, l);
	}
	CHECK("a pair costs alike by itself", differ == 0);
}

/* The languages of ideographs that know one hardly at all. */
static void
check_rare(void)
{
	static const char *const east[] = { "ja", "ko", "zh", "zt" };
	const struct ug_glyph edge = UG_GLYPH_EDGE;
	unsigned n = 0, known = 0, wrong = 0;

	for (uint32_t c = 0x3041; c < 0xD7A4; c++) {
		const struct ug_glyph glyph = ug_glyph_of(c);
		unsigned bits = 0, rare = 0;

		if (glyph.script != UG_CJK)
			continue;
		for (size_t i = 0; i < 4; i++)
			rare += ug_pair_cost(ug_language_of(east[i]), edge,
			    glyph) - ug_pair_cost(ug_language_of(east[i]),
			    edge, ug_glyph_of(0x9FFE)) == 0;
		for (unsigned i = ug_ideograph_rare(c); i != 0; i &= i - 1)
			bits++;
		n += bits == 4;
		known += bits < 4;
		wrong += bits != rare || ug_ideograph_rare(c) > 15;
	}
	CHECK("rare", n > 1000 && known > 1000 && wrong == 0);
	CHECK("beyond the BMP", ug_ideograph_rare(0x20000) == 15);
}

/* Where Latin is foreign, a to z may be quoted; other letters less so. */
static void
check_foreign(void)
{
	static const uint32_t others[] = { 0xDF, 0xE1, 0xE9, 0xF8, 0x107,
		0x161, 0x17E };
	const struct ug_glyph edge = UG_GLYPH_EDGE;
	const size_t ru = ug_language_of("ru");
	const int least = ug_pair_cost(ru, edge, ug_glyph_of('m'));

	for (uint32_t c = 'a'; c <= 'z'; c++)
		CHECK("a to z", ug_pair_cost(ru, edge, ug_glyph_of(c)) ==
		    least);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK("others", ug_pair_cost(ru, edge,
		    ug_glyph_of(others[i])) == least + UG_W(FOREIGN) -
		    UG_W(FOREIGN_ASCII));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_glyphs();
	check_languages();
	check_bounds();
	check_signs();
	check_pairs();
	check_rare();
	check_foreign();
	return check_done(argv[0]);
}
