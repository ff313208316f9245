/*
 * counts_train.c - reads the texts and counts what follows what in them
 *
 * Every text is read in several ways at once, each with its weight and its own
 * character before: counts_train.h.
 */
#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>

#include "counts_train.h"
#include "base/text.h"

/*
 * What people draw and write that programs' texts hardly have: each character
 * of it so much of a text's length.
 */
#define DRAWN    3e-4
#define WRITTEN  (3e-5 * TRAIN_TEXT)
#define TEXT_MAX 6000000 /* characters that are read of a language */

struct train_counts train_counts[UG_LANGUAGES_MAX];
static long seen[TRAIN_BMP]; /* folded characters, in all texts */

struct ug_glyph
train_glyph_of(uint32_t c)
{
	if (c == 0)
		return UG_GLYPH_EDGE;
	return c < TRAIN_BMP ? train_glyphs[c] : train_classify(c);
}

/* What is seen, for train_number(). */
static void
seen_add(const struct train_language *language, uint32_t c)
{
	const uint32_t folded = train_fold(c);
	uint32_t spelt[2];

	seen[folded < TRAIN_BMP ? folded : 0]++;
	if (language->spelling == OLD) {
		const size_t n = train_spell_old(folded, spelt);

		seen[spelt[0] < TRAIN_BMP ? spelt[0] : 0]++;
		if (n == 2)
			seen[spelt[1]]++;
	}
}

static void
text_read(const char *dir, const char *kind, size_t language, unsigned hold)
{
	static struct train_lines lines;
	const struct train_language *const l = &train_languages[language];
	struct train_counts *const one = &train_counts[language];

	if (l->code[0] == '\0' || !train_lines_open(&lines, dir, l->code, kind))
		return;
	if (one->text == NULL)
		one->text = train_grab(TEXT_MAX + TRAIN_LINE_MAX,
		    sizeof(*one->text));
	while (train_lines_next(&lines)) {
		const struct ug_text text = { lines.line, strlen(lines.line) };

		if (one->n_text >= TEXT_MAX)
			continue;
		if (hold != 0 && train_line_hash(lines.line) % hold == 0)
			continue;
		for (size_t at = 0; at < text.len; ) {
			const uint32_t c = ug_text_next(text, &at);

			seen_add(l, c);
			one->text[one->n_text++] = c;
		}
		one->text[one->n_text++] = 0;
	}
}

static void
pair_count(size_t language, struct ug_glyph left, struct ug_glyph right,
    double weight)
{
	struct train_counts *const one = &train_counts[language];
	const enum ug_script script = train_languages[language].script;
	const bool visual = train_languages[language].spelling == VISUAL;
	const struct ug_glyph a = visual ? right : left;
	const struct ug_glyph b = visual ? left : right;

	one->classes[a.class][b.class] += weight;
	if (b.script == UG_NO_SCRIPT && b.symbol < TRAIN_SIGNS_MAX)
		one->signs[b.symbol] += weight;
	if (script == UG_CJK)
		return;
	if (b.script == script || (a.script == script &&
	    b.script == UG_NO_SCRIPT)) {
		const size_t from = a.script == script ? a.symbol + 1u : 0;
		const size_t to = b.script == script ? b.symbol + 1u : 0;

		one->pair[from * TRAIN_SYMBOLS_MAX + to] += weight;
		one->letters += weight;
	}
}

/* Count one character of a reading, `a` before it. */
static void
text_next(size_t language, struct ug_glyph *a, uint32_t c, double weight)
{
	const struct ug_glyph b = train_glyph_of(c);

	pair_count(language, *a, b, weight);
	*a = b;
}

static void
text_count(size_t language)
{
	struct train_counts *const one = &train_counts[language];
	const struct train_language *const l = &train_languages[language];
	struct ug_glyph plain = UG_GLYPH_EDGE, capital = UG_GLYPH_EDGE;
	struct ug_glyph old = UG_GLYPH_EDGE, set = UG_GLYPH_EDGE;

	if (l->script != UG_CJK)
		one->pair = train_grab((size_t)TRAIN_SYMBOLS_MAX *
		    TRAIN_SYMBOLS_MAX, sizeof(*one->pair));
	for (size_t i = 0; i < one->n_text; i++) {
		const uint32_t c = one->text[i];
		uint32_t spelt[2], typeset;
		size_t n;

		text_next(language, &plain, c,
		    i < one->n_prose ? TRAIN_TEXT : TRAIN_WORDS);
		if (i >= one->n_prose)
			continue;
		text_next(language, &capital, (uint32_t)u_toupper((UChar32)c),
		    TRAIN_CAPITALS);
		typeset = train_typeset(l->code, one->text, i);
		if (c != '.' || typeset != 0)
			text_next(language, &set, typeset, TRAIN_TYPESET);
		n = l->spelling == OLD ? train_spell_old(c, spelt) : 0;
		for (size_t k = 0; k < n; k++)
			text_next(language, &old, spelt[k],
			    TRAIN_TEXT + TRAIN_CAPITALS + TRAIN_TYPESET);
	}
}

static void
signs_count(size_t language)
{
	static const char16_t drawn[] = u"┌──────────┐ "
	    u"│ a │ │ Z │ ├──────────┤ │ 0 │ "
	    u"└──────────┘ ╔══════════╗ "
	    u"║ ║ ╚══════════╝ ░░▒▒▓▓██ "
	    u"a          b                    c    d        "
	    u"│ a │ 12 │ B │ ║ OK ║ ║ c ║ 7 ║ "
	    u"├── d └── E │   ├── f ▐█ ";
	static const char16_t people[] = u"a £5 b $10 c €2 d 5 € e 10 £ f 3€, "
	    u"20 % g 7°C h 40° i 5 µm j 3µs k n° 4 l nº 6 m 1º n 2ª o 1ª "
	    u"p §5 q § 12 r ½ s 1½ t m² u km² v 10³ w 3×4 x ±5 y © 2020 Z "
	    u"a™ b® c ¿d? e ¡f! G ¿H? I ¡J! • k ● l – m — n–o p—q 1–2 "
	    u"7 ÷ 2 3 × 4 1 ¼ a 2¼ b † 5 ° N 5 ¢ 9¢ ± 3 ¬ ¦ 7 µ a · b 5\u00A0c "
	    u"a\u00A0b c\u00A0 d \u00A0e 5\u00A0f «\u00A0g\u00A0» h\u00A0! "
	    u"i\u00A0: \u00A0\u00A0k. \u00A0l "
	    u"A | B | C | D / E > F, [1] [a] k! L! M! n|o p! "
	    u"r… …s t · u v · “w” ‘x’ «y» „z“ “A” ‘B’ «C» „D“ ";
	const double n = (double)train_counts[language].n_text;
	struct ug_glyph a = UG_GLYPH_EDGE;

	for (size_t i = 0; drawn[i] != 0; i++)
		text_next(language, &a, drawn[i], n * DRAWN);
	for (size_t i = 0; people[i] != 0; i++)
		text_next(language, &a, people[i], n * WRITTEN);
}

void
train_count(const char *dir, unsigned hold)
{
	for (size_t l = 0; l < train_n_languages; l++) {
		text_read(dir, "txt", l, hold);
		train_counts[l].n_prose = train_counts[l].n_text;
		text_read(dir, "words", l, 0);
	}
	train_number(seen);
	for (size_t l = 0; l < train_n_languages; l++) {
		if (train_languages[l].script == UG_NO_SCRIPT)
			continue;
		text_count(l);
		signs_count(l);
	}
}
