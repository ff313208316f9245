/*
 * model_train.c - makes model.bin: which characters follow which
 *
 *	model_train DIR [N] > model.bin
 *
 * DIR holds LANG.txt, a sentence a line, for each of `languages` below, as
 * texts_train.c writes them.  Every text is also read in capitals at a part of
 * its weight: headings are rare in programs' texts, not elsewhere.
 *
 * With N, lines are left out whose hash is 0 modulo N: fit_train.c reads those.
 */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "train.h"

#define TEXT        16    /* weight of a text, and of it in capitals */
#define CAPITALS    1
#define WORDS       3     /* of lists of words */
#define TYPESET     6     /* and of it as a typesetter has it */
#define DRAWN       1e-5  /* of a text's length */
#define WRITTEN     3e-5 * TEXT
#define TEXT_MAX    6000000 /* characters that are read of a language */
#define LINE_MAX    65536
#define BACKOFF     50.0  /* weight of a class alone against its neighbour */
#define SHARE_MIN   3e-5  /* of a language's letters, to stand in its table */
#define LOCAL_MAX   254
#define TABLES_MAX  40
#define UNSEEN      8     /* steps: the cost of a sign in its class if new */
#define NEVER       20.0  /* nats: no cost is higher */
#define N_PAIRS     (1u << 16)
#define PAIR_MIN    3     /* a pair of ideographs seen less often is left out */

/* How a text is read. */
enum spelling {
	AS_IT_IS,
	OLD,    /* and once more as train_spell_old() has it */
	VISUAL  /* from right to left, as it stands on the screen */
};

struct language {
	const char *code;
	enum ug_script script;
	int table; /* of several of one script */
	enum spelling spelling;
};

#include "languages.h"

#define N_LANGUAGES n_languages

/* The languages that are written, at their numbers: see blob_format.h. */
static struct language languages[UG_LANGUAGES_MAX];
static size_t n_languages;

/* Counts of what follows what in one language, by symbols of its script. */
struct counts {
	double *pair;  /* [SYMBOLS_MAX][SYMBOLS_MAX] */
	double letters;
	double signs[SIGNS_MAX];
	double classes[UG_N_CLASSES][UG_N_CLASSES];
	uint32_t *text;
	size_t n_text;
	size_t n_prose; /* the rest is words */
};

static struct counts counts[UG_LANGUAGES_MAX];
static long seen[BMP];
static double class_pair[UG_N_CLASSES][UG_N_CLASSES];

static void
languages_number(void)
{
	const size_t n = sizeof(written) / sizeof(*written);

	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && written[end].script ==
		    written[i].script && written[end].table ==
		    written[i].table; end++)
			continue;

		const size_t unit = end - i <= BLOB_FEW ? BLOB_FEW :
		    BLOB_MANY;

		for (size_t k = 0; k < (end - i + unit - 1) / unit * unit; k++) {
			struct language *const l = &languages[n_languages++];

			*l = written[i + k < end ? i + k : i];
			if (i + k >= end)
				l->code = "";
		}
	}
	while (n_languages % BLOB_MANY != 0)
		languages[n_languages++] = (struct language){ "", 0, 0, 0 };
}

struct table {
	enum ug_script script;
	unsigned n, first, n_languages;
	unsigned char local[SYMBOLS_MAX];
};

static struct table tables[TABLES_MAX];
static size_t n_tables;

static void *
grab(size_t n, size_t size)
{
	void *const room = calloc(n, size);

	if (room == NULL) {
		fprintf(stderr, "model_train: no memory\n");
		exit(1);
	}
	return room;
}

static uint32_t
line_hash(const char *line)
{
	uint32_t h = 2166136261u;

	for (; *line != '\0'; line++)
		h = (h ^ (unsigned char)*line) * 16777619u;
	return h ^ h >> 15;
}

static size_t
line_decode(const char *line, uint32_t *chars)
{
	const unsigned char *s = (const unsigned char *)line;
	size_t n = 0;

	while (*s != '\0' && *s != '\n') {
		uint32_t c = *s++;
		unsigned more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;

		if (more > 0)
			c &= 0x3Fu >> more;
		for (; more > 0 && (*s & 0xC0) == 0x80; more--)
			c = c << 6 | (*s++ & 0x3F);
		chars[n++] = c;
	}
	return n;
}

/* Read a language's text; characters of all lines, 0 behind each. */
static void
text_read(const char *dir, const char *kind, size_t language, unsigned hold)
{
	if (languages[language].code[0] == '\0')
		return;

	struct counts *const one = &counts[language];
	char name[4096];
	char *const line = grab(LINE_MAX, 1);
	uint32_t *const chars = grab(LINE_MAX, sizeof(*chars));
	FILE *in;

	snprintf(name, sizeof(name), "%s/%.2s.%s", dir,
	    languages[language].code, kind);
	in = fopen(name, "r");
	if (in == NULL) {
		fprintf(stderr, "model_train: %s: cannot be read\n", name);
		return;
	}
	if (one->text == NULL)
		one->text = grab(TEXT_MAX + LINE_MAX, sizeof(*one->text));
	while (one->n_text < TEXT_MAX && fgets(line, LINE_MAX, in) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (hold != 0 && line_hash(line) % hold == 0)
			continue;

		const size_t n = line_decode(line, chars);

		for (size_t i = 0; i < n; i++) {
			const uint32_t c = train_fold(chars[i]);

			seen[c < BMP ? c : 0]++;
			if (languages[language].spelling == OLD) {
				uint32_t spelt[2];
				const size_t k = train_spell_old(c, spelt);

				seen[spelt[0] < BMP ? spelt[0] : 0]++;
				if (k == 2)
					seen[spelt[1]]++;
			}
			one->text[one->n_text++] = chars[i];
		}
		one->text[one->n_text++] = 0;
	}
	fclose(in);
	free(line);
	free(chars);
}

static struct ug_glyph
glyph_of(uint32_t c)
{
	if (c == 0)
		return UG_GLYPH_EDGE;
	return c < BMP ? train_glyphs[c] : train_classify(c);
}

static void
pair_count(size_t language, struct ug_glyph left, struct ug_glyph right,
    double weight)
{
	struct counts *const one = &counts[language];
	const enum ug_script script = languages[language].script;
	const bool visual = languages[language].spelling == VISUAL;
	const struct ug_glyph a = visual ? right : left;
	const struct ug_glyph b = visual ? left : right;

	one->classes[a.class][b.class] += weight;
	if (b.script == UG_NO_SCRIPT && b.symbol < SIGNS_MAX)
		one->signs[b.symbol] += weight;
	if (script == UG_CJK)
		return;
	if (b.script == script || (a.script == script && b.script == UG_NO_SCRIPT)) {
		const size_t from = a.script == script ? a.symbol + 1u : 0;
		const size_t to = b.script == script ? b.symbol + 1u : 0;

		one->pair[from * SYMBOLS_MAX + to] += weight;
		one->letters += weight;
	}
}

/* ---- readings of a text */

/* Quotes as a language has them; first what fits, the last one any. */
static const struct {
	const char *codes;
	char16_t open, close;
} quotes[] = {
	{ "de cs sk sl bg lt is et ka sr mk lv", 0x201E, 0x201C },
	{ "pl ro hu hr nl", 0x201E, 0x201D },
	{ "fr ru es it pt no el uk be kk hy tg br eu ca gl sq", 0xAB, 0xBB },
	{ "sv fi", 0x201D, 0x201D },
	{ "da", 0xBB, 0xAB },
	{ "", 0x201C, 0x201D },
};

static bool
is_gap(uint32_t c)
{
	return c == 0 || c == ' ' || c == '(' || c == '[' || c == '"';
}

/* The character text[i] as a typesetter has it. */
static uint32_t
typeset(const char *code, const uint32_t *text, size_t i)
{
	const uint32_t before = i == 0 ? 0 : text[i - 1];
	size_t style = 0;

	switch (text[i]) {
	case '\'':
		return is_gap(before) ? 0x2018 : 0x2019;
	case '"':
		while (quotes[style].codes[0] != '\0' &&
		    strstr(quotes[style].codes, code) == NULL)
			style++;
		return is_gap(before) ? quotes[style].open :
		    quotes[style].close;
	case '-':
		return before == ' ' && text[i + 1] == ' ' ?
		    0x2013 + i % 2 : '-';
	case '.':
		return text[i + 1] == '.' && text[i + 2] == '.' ? 0x2026 :
		    before == '.' ? 0 : '.';
	default:
		return text[i];
	}
}

/* Count one character of a reading, `a` before it. */
static void
text_next(size_t language, struct ug_glyph *a, uint32_t c, double weight)
{
	const struct ug_glyph b = glyph_of(c);

	pair_count(language, *a, b, weight);
	*a = b;
}

static void
text_count(size_t language)
{
	struct counts *const one = &counts[language];
	const struct language *const l = &languages[language];
	struct ug_glyph plain = UG_GLYPH_EDGE, capital = UG_GLYPH_EDGE;
	struct ug_glyph old = UG_GLYPH_EDGE, set = UG_GLYPH_EDGE;

	if (l->script != UG_CJK)
		one->pair = grab((size_t)SYMBOLS_MAX * SYMBOLS_MAX,
		    sizeof(*one->pair));
	for (size_t i = 0; i < one->n_text; i++) {
		const uint32_t c = one->text[i];
		uint32_t spelt[2];
		const size_t n = train_spell_old(c, spelt);

		const double weight = i < one->n_prose ? TEXT : WORDS;

		text_next(language, &plain, c, weight);
		if (i >= one->n_prose)
			continue;
		text_next(language, &capital,
		    (uint32_t)u_toupper((UChar32)c), CAPITALS);
		if (c != '.' || typeset(l->code, one->text, i) != 0)
			text_next(language, &set,
			    typeset(l->code, one->text, i), TYPESET);
		for (size_t k = 0; k < n && l->spelling == OLD; k++)
			text_next(language, &old, spelt[k],
			    TEXT + CAPITALS + TYPESET);
	}
}

/*
 * What people draw and write that texts of programs hardly have: each of it this
 * much of a text.
 */
static void
signs_count(size_t language)
{
	static const char16_t drawn[] = u"┌──────────┐ │ a │ │ Z │ ├──────────┤"
	    u" │ 0 │ └──────────┘ ╔══════════╗ ║ ║ ╚══════════╝ ░░▒▒▓▓██ "
	    u"a          b                    c    d        ";
	static const char16_t people[] = u"a £5 b $10 c €2 d 5 € e 10 £ f 3€, "
	    u"20 % g 7°C h 40° i 5 µm j 3µs k n° 4 l nº 6 m 1º n 2ª o 1ª "
	    u"p §5 q § 12 r ½ s 1½ t m² u km² v 10³ w 3×4 x ±5 y © 2020 Z "
	    u"a™ b® c ¿d? e ¡f! G ¿H? I ¡J! • k ● l – m — n–o p—q 1–2 "
	    u"A | B | C | D / E > F, [1] [a] k! L! M! n|o p! "
	    u"r… …s t · u v · “w” ‘x’ «y» „z“ “A” ‘B’ «C» „D“ ";
	struct ug_glyph a = UG_GLYPH_EDGE;

	for (size_t i = 0; drawn[i] != 0; i++)
		text_next(language, &a, drawn[i],
		    (double)counts[language].n_text * DRAWN);
	for (size_t i = 0; people[i] != 0; i++)
		text_next(language, &a, people[i],
		    (double)counts[language].n_text * WRITTEN);
}

/* ---- classes */

static bool
is_letter(size_t class)
{
	return class >= UG_LOWER && class <= UG_IDEOGRAPH;
}

/*
 * Letter behind letter: how likely its case is, given that a letter comes.  All
 * else: how likely the class is, given, behind a letter, that none comes.
 */
static void
classes_weigh(void)
{
	double sum[UG_N_CLASSES][UG_N_CLASSES] = { { 0 } };
	double marginal[2][UG_N_CLASSES] = { { 0 } }, all[2] = { 0 };

	for (size_t l = 0; l < N_LANGUAGES; l++) {
		double total = 1;

		for (size_t a = 0; a < UG_N_CLASSES; a++)
			for (size_t b = 0; b < UG_N_CLASSES; b++)
				total += counts[l].classes[a][b];
		for (size_t a = 0; a < UG_N_CLASSES; a++)
			for (size_t b = 0; b < UG_N_CLASSES; b++)
				sum[a][b] += counts[l].classes[a][b] / total * 1e6;
	}
	for (size_t a = 0; a < UG_N_CLASSES; a++)
		for (size_t b = 0; b < UG_N_CLASSES; b++) {
			marginal[is_letter(a) && is_letter(b)][b] += sum[a][b];
			all[is_letter(a) && is_letter(b)] += sum[a][b];
		}
	for (size_t a = 0; a < UG_N_CLASSES; a++) {
		double row[2] = { 0, 0 };

		for (size_t b = 0; b < UG_N_CLASSES; b++)
			row[is_letter(a) && is_letter(b)] += sum[a][b];
		for (size_t b = 0; b < UG_N_CLASSES; b++) {
			const size_t k = is_letter(a) && is_letter(b);
			const double alone = (marginal[k][b] + .02) /
			    (all[k] + 1);

			class_pair[a][b] = -log((sum[a][b] + BACKOFF * alone) /
			    (row[k] + BACKOFF));
			if (class_pair[a][b] > NEVER)
				class_pair[a][b] = NEVER;
		}
	}
	/* Runs of spaces are one in the texts. */
	class_pair[UG_SPACE][UG_SPACE] = log(2);
}

/* ---- output */

static unsigned char out[1 << 21];
static size_t out_len = BLOB_WORDS * 4;

static void
put8(unsigned v)
{
	out[out_len++] = (unsigned char)v;
}

static void
put16(unsigned v)
{
	put8(v & 0xFF);
	put8(v >> 8 & 0xFF);
}

static void
word_set(size_t at, uint32_t v)
{
	for (unsigned i = 0; i < 4; i++)
		out[at + i] = (unsigned char)(v >> 8 * i);
}

static uint32_t
word_get(size_t at)
{
	return out[at] | (uint32_t)out[at + 1] << 8 |
	    (uint32_t)out[at + 2] << 16 | (uint32_t)out[at + 3] << 24;
}

static void
section(enum blob_word word)
{
	while (out_len % 16 != 0)
		put8(0);
	word_set((size_t)word * 4, (uint32_t)out_len);
}

static unsigned
steps(double p, unsigned max)
{
	const double s = floor(-log(p) * 100 / BLOB_STEP + .5);

	return s < 0 ? 0 : s > max ? max : (unsigned)s;
}

/* A row of nibbles, as blob_format.h has it. */
static void
put_row(const unsigned *nibbles, size_t n)
{
	if (n == 1) {
		put8(nibbles[0]);
		return;
	}
	if (n == BLOB_FEW) {
		put16(nibbles[0] | nibbles[1] << 4 | nibbles[2] << 8 |
		    nibbles[3] << 12);
		return;
	}
	for (size_t i = 0; i < n; i += BLOB_MANY) {
		uint64_t v = 0;

		for (unsigned k = 0; k < BLOB_MANY; k++)
			v |= (uint64_t)nibbles[i + k] <<
			    (k % 4 * 16 + k / 4 * 4);
		for (unsigned k = 0; k < 8; k++)
			put8((unsigned)(v >> 8 * k & 0xFF));
	}
}

/* The number of a symbol in a table; of none, 0. */
static size_t
number_in(const struct table *table, int symbol)
{
	if (symbol < 0)
		return 0;
	return table->local[symbol] != 0 ? table->local[symbol] : 1;
}

/* The numbers of a letter in the tables of its script. */
static uint16_t
locals_of(struct ug_glyph glyph)
{
	unsigned numbers = 0, at = 0;

	for (size_t t = 0; t < n_tables && at < 16; t++)
		if (tables[t].script == glyph.script) {
			numbers |= (unsigned)number_in(&tables[t],
			    glyph.symbol) << at;
			at += 8;
		}
	return (uint16_t)numbers;
}

static void
write_glyphs(void)
{
	static struct ug_glyph known[BMP];
	static unsigned short number[BMP];
	static unsigned short pages[257][256];
	unsigned char page_of[256];
	size_t n_known = 0, n_pages = 0;

	/* Ideographs are told by their range, not by a page. */
	for (uint32_t c = 0; c < BMP; c++) {
		struct ug_glyph glyph = train_glyphs[c];
		size_t i = 0;

		if (glyph.class == UG_IDEOGRAPH)
			glyph.symbol = 0;
		else if (glyph.script != UG_NO_SCRIPT)
			glyph.symbol = locals_of(glyph);
		while (i < n_known && memcmp(&known[i], &glyph, sizeof(glyph)))
			i++;
		if (i == n_known)
			known[n_known++] = glyph;
		number[c] = (unsigned short)i;
	}
	for (size_t p = 0; p < 256; p++) {
		size_t i = 0;

		while (i < n_pages && memcmp(pages[i], number + p * 256,
		    sizeof(pages[i])) != 0)
			i++;
		if (i == n_pages)
			memcpy(pages[n_pages++], number + p * 256,
			    sizeof(pages[i]));
		page_of[p] = (unsigned char)i;
	}
	section(BLOB_PAGES);
	for (size_t p = 0; p < 256; p++)
		put8(page_of[p]);
	section(BLOB_PAGE);
	for (size_t i = 0; i < n_pages * 256; i++)
		put16(pages[i / 256][i % 256]);
	section(BLOB_GLYPHS);
	for (size_t i = 0; i < n_known; i++) {
		put8(known[i].class);
		put8(known[i].script);
		put16(known[i].symbol);
	}
	fprintf(stderr, "glyphs %zu pages %zu signs %zu\n", n_known, n_pages,
	    train_n_signs);
}

/* The share of a sign among those of its class, all languages and each. */
static void
write_signs(void)
{
	static double all[SIGNS_MAX], of_class[UG_LANGUAGES_MAX + 1][UG_N_CLASSES];
	static unsigned char class_of[SIGNS_MAX];

	for (uint32_t c = 0; c < BMP; c++)
		if (train_glyphs[c].script == UG_NO_SCRIPT)
			class_of[train_glyphs[c].symbol] = train_glyphs[c].class;
	for (size_t s = 2; s < train_n_signs; s++) {
		all[s] = 1;
		for (size_t l = 0; l < N_LANGUAGES; l++)
			if (counts[l].n_text > 0)
				all[s] += counts[l].signs[s] /
				    (double)counts[l].n_text * 1e5;
		of_class[UG_LANGUAGES_MAX][class_of[s]] += all[s];
	}
	for (size_t l = 0; l < N_LANGUAGES; l++)
		for (size_t s = 2; s < train_n_signs; s++)
			of_class[l][class_of[s]] += counts[l].signs[s];
	section(BLOB_SIGNS);
	for (size_t s = 0; s < train_n_signs; s++) {
		unsigned row[UG_LANGUAGES_MAX];

		for (size_t l = 0; l < N_LANGUAGES; l++) {
			const size_t k = class_of[s];
			const double weight = 50 * TEXT;

			row[l] = s < 2 ? (unsigned)s * UNSEEN :
			    counts[l].n_text == 0 ? 15 :
			    steps((counts[l].signs[s] + weight * all[s] /
			    of_class[UG_LANGUAGES_MAX][k]) / (of_class[l][k] +
			    weight), 15);
		}
		put_row(row, N_LANGUAGES);
	}
}

static void
table_number(struct table *table)
{
	const struct counts *one = &counts[table->first];

	table->n = 1;
	for (size_t s = 1; s < SYMBOLS_MAX - 1; s++) {
		bool kept = false;

		for (size_t l = 0; l < table->n_languages; l++) {
			double n = 0;

			for (size_t a = 0; a < SYMBOLS_MAX; a++)
				n += one[l].pair[a * SYMBOLS_MAX + s + 1];
			kept |= n > SHARE_MIN * one[l].letters;
		}
		if (kept && table->n < LOCAL_MAX)
			table->local[s] = (unsigned char)++table->n;
	}
}

/* P(b | a) in a language, smoothed by Witten and Bell twice. */
static void
table_weigh(const struct table *table, const struct counts *one, double *p)
{
	const size_t n = table->n + 1;
	double *const alone = grab(n, sizeof(*alone));
	double total = 0, types = 0;

	memset(p, 0, n * n * sizeof(*p));
	for (size_t a = 0; a < SYMBOLS_MAX; a++)
		for (size_t b = 0; b < SYMBOLS_MAX; b++) {
			const double k = one->pair[a * SYMBOLS_MAX + b] / TEXT;
			const size_t i = a == 0 ? 0 : table->local[a - 1] ?
			    table->local[a - 1] : 1;
			const size_t j = b == 0 ? 0 : table->local[b - 1] ?
			    table->local[b - 1] : 1;

			p[i * n + j] += k;
			alone[j] += k;
		}
	for (size_t j = 0; j < n; j++) {
		total += alone[j];
		types += alone[j] > 0;
	}
	for (size_t j = 0; j < n; j++)
		alone[j] = (alone[j] + types / (double)n) / (total + types + 1e-9);
	for (size_t i = 0; i < n; i++) {
		double row = 0, kinds = 1;

		for (size_t j = 0; j < n; j++) {
			row += p[i * n + j];
			kinds += p[i * n + j] >= 1;
		}
		for (size_t j = 0; j < n; j++)
			p[i * n + j] = (p[i * n + j] + kinds * alone[j]) /
			    (row + kinds);
	}
	free(alone);
}

static void
write_table(struct table *table)
{
	const size_t n = table->n + 1;
	double **const p = grab(table->n_languages, sizeof(*p));

	for (size_t l = 0; l < table->n_languages; l++) {
		p[l] = grab(n * n, sizeof(**p));
		table_weigh(table, &counts[table->first + l], p[l]);
	}
	for (size_t i = 0; i < n * n; i++) {
		unsigned row[UG_LANGUAGES_MAX];

		for (size_t l = 0; l < table->n_languages; l++)
			row[l] = counts[table->first + l].n_text == 0 ? 15 :
			    steps(p[l][i], 15);
		put_row(row, table->n_languages);
	}
	for (size_t l = 0; l < table->n_languages; l++)
		free(p[l]);
	free(p);
}

/* The least nibble of a row that `n` languages share. */
static unsigned
row_least(const unsigned char *row, size_t n)
{
	unsigned least = 15;

	if (n == 1)
		return row[0];
	for (size_t k = 0; k < n / 2; k++) {
		least = (row[k] & 15u) < least ? row[k] & 15u : least;
		least = row[k] >> 4 < least ? (unsigned)row[k] >> 4 : least;
	}
	return least;
}

/*
 * The least in any table of a script for each pair of numbers that letters have
 * in the first one.
 */
static void
write_least(const unsigned char *header, size_t n_alike)
{
	const struct table *const first = &tables[(size_t)(header -
	    (out + word_get(BLOB_TABLES * 4))) / BLOB_TABLE_LEN];
	const size_t n = first->n + 1u, at = out_len;

	for (size_t i = 0; i < n * n; i++)
		put8(15);
	for (size_t t = 0; t < n_alike; t++, header += BLOB_TABLE_LEN) {
		const struct table *const table = first + t;
		const unsigned char *const rows = out +
		    word_get((size_t)(header + 4 - out));
		const size_t len = header[2] == 1 ? 1 : header[2] / 2u;

		/* -1 is the edge of a word, and no letter's symbol. */
		for (int a = -1; a < SYMBOLS_MAX; a++)
			for (int b = -1; b < SYMBOLS_MAX; b++) {
				unsigned char *const to = out + at +
				    number_in(first, a) * n +
				    number_in(first, b);
				const unsigned v = row_least(rows +
				    (number_in(table, a) * (table->n + 1u) +
				    number_in(table, b)) * len, header[2]);

				*to = v < *to ? (unsigned char)v : *to;
			}
	}
}

static void
write_tables(void)
{
	unsigned char first[UG_N_SCRIPTS] = { 0 }, n[UG_N_SCRIPTS] = { 0 };
	size_t at;

	for (size_t t = n_tables; t-- > 0; n[tables[t].script]++)
		first[tables[t].script] = (unsigned char)t;
	section(BLOB_SCRIPTS);
	for (size_t i = 0; i < UG_N_SCRIPTS; i++) {
		put8(first[i]);
		put8(n[i]);
		put16(n[i] == 0 || i == UG_CJK ? 0 : tables[first[i]].n + 1u);
		/* Until it has letters: a byte of zero. */
		put16(BLOB_SCRIPTS * 4 + 3);
		put16(0);
	}

	section(BLOB_TABLES);
	at = out_len;
	out_len += n_tables * BLOB_TABLE_LEN;
	for (size_t t = 0; t < n_tables; t++) {
		struct table *const table = &tables[t];

		out[at] = (unsigned char)table->script;
		out[at + 1] = (unsigned char)table->n;
		out[at + 2] = (unsigned char)table->n_languages;
		out[at + 3] = (unsigned char)table->first;
		if (table->script != UG_CJK) {
			word_set(at + 4, (uint32_t)out_len);
			write_table(table);
			fprintf(stderr, "table %zu script %u: %u symbols, "
			    "%u languages\n", t, table->script, table->n,
			    table->n_languages);
		}
		at += BLOB_TABLE_LEN;
	}
	at = word_get(BLOB_TABLES * 4);
	for (size_t t = 0; t < n_tables; t++, at += BLOB_TABLE_LEN) {
		const unsigned script = tables[t].script;

		if (script == UG_CJK || first[script] != t)
			continue;
		const size_t to = word_get(BLOB_SCRIPTS * 4) +
		    script * BLOB_SCRIPT_LEN + 4;

		/* Rows of one language are it. */
		word_set(to, tables[t].n_languages == 1 && n[script] == 1 ?
		    word_get(at + 4) : (uint32_t)out_len);
		if (word_get(to) == out_len)
			write_least(out + at, n[script]);
	}
}

/* ---- ideographs */

struct ideograph_pair {
	uint32_t key;
	double n[BLOB_CJK_LANGUAGES];
	double gain;
};

static int
pair_order(const void *a, const void *b)
{
	const struct ideograph_pair *const x = a, *const y = b;

	if (x->gain != y->gain)
		return x->gain < y->gain ? 1 : -1;
	return x->key < y->key ? -1 : x->key > y->key;
}

static int
key_order(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static void
write_ideographs(const struct table *table)
{
	static double alone[BLOB_CJK_LANGUAGES][BMP];
	double letters[BLOB_CJK_LANGUAGES], kinds[BLOB_CJK_LANGUAGES];
	uint64_t *keys;
	size_t n = 0, n_keys = 0, kept = 0;
	struct ideograph_pair *pairs;
	unsigned char *cells;

	for (size_t l = 0; l < table->n_languages; l++)
		n += counts[table->first + l].n_text;
	keys = grab(n + 1, sizeof(*keys));
	for (size_t l = 0; l < table->n_languages; l++) {
		const struct counts *const one = &counts[table->first + l];
		struct ug_glyph a = UG_GLYPH_EDGE;

		letters[l] = kinds[l] = 0;
		for (size_t i = 0; i < one->n_text; i++) {
			const struct ug_glyph b = glyph_of(one->text[i]);

			if (b.class == UG_IDEOGRAPH) {
				kinds[l] += alone[l][b.symbol] == 0;
				alone[l][b.symbol]++;
				letters[l]++;
				if (a.class == UG_IDEOGRAPH)
					keys[n_keys++] = (uint64_t)a.symbol << 32 |
					    (uint64_t)b.symbol << 8 | l;
			}
			a = b;
		}
	}
	section(BLOB_IDEOGRAPHS);
	for (uint32_t c = 0; c < BMP; c++) {
		unsigned v = 0;

		for (size_t l = 0; l < BLOB_CJK_LANGUAGES; l++)
			v |= (l < table->n_languages ? steps((alone[l][c] +
			    kinds[l] / 20000) / (letters[l] + kinds[l]), 15) :
			    15u) << 4 * l;
		put16(v);
	}
	qsort(keys, n_keys, sizeof(*keys), key_order);
	pairs = grab(n_keys + 1, sizeof(*pairs));
	n = 0;
	for (size_t i = 0; i < n_keys; i++) {
		const uint32_t key = (uint32_t)(keys[i] >> 32) << 16 |
		    (uint32_t)(keys[i] >> 8 & 0xFFFF);

		if (n == 0 || pairs[n - 1].key != key)
			pairs[n++].key = key;
		pairs[n - 1].n[keys[i] & 0xFF]++;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t l = 0; l < table->n_languages; l++) {
			const double k = pairs[i].n[l];
			const double pa = alone[l][pairs[i].key >> 16];
			const double pb = alone[l][pairs[i].key & 0xFFFF];

			if (k >= PAIR_MIN)
				pairs[i].gain += k / letters[l] * 1e6 *
				    fmax(0, log(k * letters[l] / pa / pb));
		}
	qsort(pairs, n, sizeof(*pairs), pair_order);
	cells = grab(N_PAIRS, BLOB_PAIR_LEN);
	memset(cells, 0xFF, N_PAIRS * BLOB_PAIR_LEN);
	for (size_t i = 0; i < n && pairs[i].gain > 0; i++) {
		const uint32_t a = pairs[i].key >> 16, b = pairs[i].key & 0xFFFF;
		const uint32_t h = blob_pair_hash(a, b);
		unsigned char *cell = cells + (h & (N_PAIRS - 1) &
		    ~(uint32_t)(BLOB_BUCKET - 1)) * BLOB_PAIR_LEN;
		unsigned v = 0;

		for (size_t l = 0; l < BLOB_CJK_LANGUAGES; l++) {
			double p = 1e-9;

			if (l < table->n_languages) {
				/* Kinds behind a: about a third of its count. */
				const double na = alone[l][a];
				const double t = na / 4 + 1;

				p = (pairs[i].n[l] + t * (alone[l][b] +
				    kinds[l] / 20000) / (letters[l] + kinds[l])) /
				    (na + t);
			}
			v |= steps(p, 15) << 4 * l;
		}
		if (v == 0xFFFF)
			continue;
		for (unsigned k = 0; k < BLOB_BUCKET; k++, cell += BLOB_PAIR_LEN)
			if (cell[1] == 0xFF && cell[2] == 0xFF) {
				cell[0] = (unsigned char)(h >> 24);
				cell[1] = (unsigned char)v;
				cell[2] = (unsigned char)(v >> 8);
				kept++;
				break;
			}
	}
	section(BLOB_PAIRS);
	for (size_t i = 0; i < N_PAIRS * BLOB_PAIR_LEN; i++)
		put8(cells[i]);
	word_set(BLOB_N_PAIRS * 4, N_PAIRS);
	fprintf(stderr, "ideograph pairs %zu of %zu\n", kept, n);
}

int
main(int argc, char **argv)
{
	if (argc != 2 && argc != 3) {
		fprintf(stderr, "usage: model_train DIR [N]\n");
		return 2;
	}
	languages_number();
	for (size_t l = 0; l < N_LANGUAGES; l++)
		{
		text_read(argv[1], "txt", l, argc == 3 ? (unsigned)atoi(argv[2]) : 0);
		counts[l].n_prose = counts[l].n_text;
		text_read(argv[1], "words", l, 0);
		}
	train_number(seen);
	for (size_t l = 0; l < N_LANGUAGES; l++) {
		struct table *table = n_tables == 0 ? NULL :
		    &tables[n_tables - 1];

		text_count(l);
		signs_count(l);
		if (languages[l].script == 0)
			break;
		if (table == NULL || table->script != languages[l].script ||
		    languages[l - 1].table != languages[l].table) {
			table = &tables[n_tables++];
			table->script = languages[l].script;
			table->first = (unsigned)l;
		}
		table->n_languages++;
	}
	/* Of a table of one language the other numbers are never asked for. */
	for (size_t t = 0; t < n_tables; t++)
		if (languages[tables[t].first + 1].code[0] == '\0')
			tables[t].n_languages = 1;
	classes_weigh();
	section(BLOB_LANGUAGES);
	for (size_t l = 0, t = 0; l < N_LANGUAGES; l++) {
		while (t + 1 < n_tables && l >= tables[t + 1].first)
			t++;
		put8((unsigned char)languages[l].code[0]);
		put8(languages[l].code[0] == '\0' ? 0 :
		    (unsigned char)languages[l].code[1]);
		put8(0);
		put8((unsigned)t);
	}
	for (size_t t = 0; t < n_tables; t++)
		if (tables[t].script != UG_CJK)
			table_number(&tables[t]);
	write_glyphs();
	section(BLOB_CLASS_PAIR);
	for (size_t a = 0; a < UG_N_CLASSES; a++)
		for (size_t b = 0; b < UG_N_CLASSES; b++)
			put16((unsigned)(class_pair[a][b] * 100 + .5));
	write_signs();
	write_tables();
	for (size_t t = 0; t < n_tables; t++)
		if (tables[t].script == UG_CJK)
			write_ideographs(&tables[t]);
	word_set(BLOB_MAGIC * 4, BLOB_MAGIC_NUMBER);
	word_set(BLOB_LEN * 4, (uint32_t)out_len);
	word_set(BLOB_N_LANGUAGES * 4, N_LANGUAGES);
	word_set(BLOB_N_TABLES * 4, (uint32_t)n_tables);
	word_set(BLOB_N_SIGNS * 4, (uint32_t)train_n_signs);
	fprintf(stderr, "bytes %zu\n", out_len);
	return fwrite(out, 1, out_len, stdout) != out_len || fflush(stdout) != 0;
}
