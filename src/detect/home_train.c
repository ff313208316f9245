/*
 * home_train.c - prints home_table.h: which languages an encoding is for
 *
 *	home_train DIR > home_table.h
 *
 * DIR as of model/model_train.c.  For each encoding and language: how many
 * hundredths of the language's letters beyond ASCII the encoding lacks, and
 * HOME_ABROAD if it is there for others.  Of what a language that hardly has any
 * uses of them, little is missed.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../encodings/encodings.h"
#include "../encodings/multi_byte.h"
#include "../model/train.h"

#define LINE_MAX   65536
#define TEXT_MAX   400000
#define SELDOM     .004 /* of all letters: a language with fewer has no need */
#define HOME_ABROAD 0x80
#define HOME_MIN   20   /* letters of a script that an encoding is there for */

static bool
single_has(const struct ug_encoding *encoding, uint32_t c)
{
	for (size_t i = 0; i < 128; i++)
		if (encoding->upper[i] == c || (encoding->lower != NULL &&
		    encoding->lower[i] == c))
			return true;
	return false;
}

static unsigned char multi_sets[8][8192];

static void
multi_fill(enum ug_multi_byte decoder)
{
	for (unsigned a = 0x80; a < 256; a++)
		for (unsigned b = 0x21; b < 256; b++) {
			const unsigned char bytes[2] = { (unsigned char)a,
			    (unsigned char)b };
			unsigned state = 0;
			const struct ug_char found = ug_multi_byte_next(decoder,
			    bytes, 2, &state);

			if (found.c < 0x10000)
				multi_sets[decoder][found.c / 8] |=
				    (unsigned char)(1 << found.c % 8);
		}
}

static bool
encoding_has(const struct ug_encoding *encoding, uint32_t c)
{
	if (encoding->kind == UG_SINGLE_BYTE)
		return single_has(encoding, c);
	if (encoding->kind == UG_MULTI_BYTE &&
	    encoding->decoder != UG_CONVERTER) {
		if (encoding->decoder == UG_GB18030)
			return ug_glyph_of(c).script == UG_CJK;
		return (multi_sets[encoding->decoder][c / 8] >> c % 8 & 1) != 0;
	}
	return true;
}

/* Whether an encoding can write a letter, if need be in parts. */
static bool
encoding_writes(const struct ug_encoding *encoding, uint32_t c)
{
	uint32_t old[2];
	const size_t n = train_spell_old(c, old);

	return encoding_has(encoding, c) || ((n == 2 || old[0] != c) &&
	    (old[0] < 0x80 || encoding_has(encoding, old[0])) &&
	    (n == 1 || encoding_has(encoding, old[1])));
}

static void
letters_read(const char *dir, const char *code, long *n)
{
	static char line[LINE_MAX];
	char name[4096];
	FILE *in;
	long total = 0;

	snprintf(name, sizeof(name), "%s/%s.txt", dir, code);
	in = fopen(name, "r");
	if (in == NULL)
		return;
	while (total < TEXT_MAX && fgets(line, LINE_MAX, in) != NULL) {
		const struct ug_text text = { line, strlen(line) };

		for (size_t at = 0; at < text.len; ) {
			const uint32_t c = ug_text_next(text, &at);

			if (c < 0x10000 && ug_glyph_is_letter(ug_glyph_of(c))) {
				n[c]++;
				total++;
			}
		}
	}
	fclose(in);
}

/*
 * The first language of the table of letters that an encoding is there for: of
 * Latin unless it has many letters of another.
 */
static size_t
encoding_home(const struct ug_encoding *encoding)
{
	unsigned n[UG_N_SCRIPTS] = { 0 }, vietnamese = 0;
	enum ug_script home = UG_LATIN;

	if (encoding->kind == UG_MULTI_BYTE)
		return ug_language_of("ja");
	for (size_t i = 0; encoding->kind == UG_SINGLE_BYTE && i < 128; i++) {
		const uint32_t c = encoding->upper[i];
		const unsigned script = ug_glyph_of(c).script;

		vietnamese += (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x323;
		if (c != UG_UNDEFINED && script != UG_NO_SCRIPT &&
		    script != UG_LATIN && ++n[script] >= HOME_MIN)
			home = (enum ug_script)script;
	}
	if (vietnamese > 0)
		return ug_language_of("vi");
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (ug_language_script(l) == home)
			return l;
	return 0;
}

/*
 * Whether an encoding is there for a language: those of one nation for its own,
 * the others for all that have the letters.
 */
static bool
encoding_is_for(const struct ug_encoding *encoding, size_t home, size_t language)
{
	static const char *const national[][2] = {
		{ "KOI8-T", "tg" }, { "KZ-1048", "kk" }, { "PTCP154", "kk" },
		{ "cp1125", "uk" }, { "IBM857", "tr" }, { "IBM860", "pt" },
		{ "IBM861", "is" }, { "IBM863", "fr" }, { "IBM865", "no da" },
		{ "mac-croatian", "hr sl" }, { "mac-romanian", "ro" },
		{ "x-mac-iceland", "is" }, { "x-mac-turkish", "tr" },
		{ "IBM273", "de" }, { "IBM277", "da no" }, { "IBM278", "fi sv" },
		{ "IBM280", "it" }, { "IBM284", "es" }, { "IBM285", "en" },
		{ "IBM297", "fr" }, { "IBM871", "is" }, { "IBM01141", "de" },
		{ "IBM01142", "da no" }, { "IBM01143", "fi sv" },
		{ "IBM01144", "it" }, { "IBM01145", "es" },
		{ "IBM01146", "en" }, { "IBM01147", "fr" },
		{ "IBM01149", "is" }, { "IBM1026", "tr" },
	};

	for (size_t i = 0; i < sizeof(national) / sizeof(*national); i++)
		if (strcmp(encoding->name, national[i][0]) == 0)
			return strstr(national[i][1],
			    ug_language_code(language)) != NULL;
	return home == 0 || ug_language_kin(home, language);
}

/*
 * What it costs, in hundredths of a nat, that an encoding is seldom met: what
 * the Web and Windows have nothing, what only old machines have more.  The first
 * that fits counts.
 */
static int
encoding_prior(const struct ug_encoding *encoding)
{
	static const struct {
		const char *start; /* of its name */
		int cost;
	} priors[] = {
		{ "windows-1258", 200 }, { "windows-874", 30 },
		{ "windows-", 0 }, { "KOI8-T", 300 }, { "KOI8-", 30 },
		{ "ISO-8859-2", 50 }, { "ISO-8859-3", 300 },
		{ "ISO-8859-4", 200 }, { "ISO-8859-5", 100 },
		{ "ISO-8859-6", 100 }, { "ISO-8859-7", 50 },
		{ "ISO-8859-8", 50 }, { "ISO-8859-10", 350 },
		{ "ISO-8859-13", 200 }, { "ISO-8859-14", 300 },
		{ "ISO-8859-15", 70 }, { "ISO-8859-16", 250 },
		{ "IBM437", 150 }, { "IBM850", 150 }, { "IBM852", 200 },
		{ "IBM866", 100 }, { "IBM862", 200 }, { "IBM00858", 200 },
		{ "IBM037", 100 }, { "IBM500", 100 }, { "IBM01140", 200 },
		{ "IBM1047", 300 }, { "IBM01", 400 }, { "IBM2", 350 },
		{ "IBM420", 200 }, { "IBM424", 100 }, { "IBM871", 350 },
		{ "cp875", 100 }, { "IBM1026", 150 }, { "IBM", 300 },
		{ "cp1125", 250 }, { "cp", 300 }, { "macintosh", 150 },
		{ "x-mac-cyrillic", 150 }, { "x-mac-", 250 }, { "mac-", 300 },
		{ "VISCII", 300 }, { "TCVN", 350 }, { "hp-roman8", 450 },
		{ "Johab", 400 }, { "EUC-TW", 300 }, { "KZ-1048", 150 },
		{ "PTCP154", 250 }, { "GBK", 10 }, { "gb18030", 0 },
		{ "Big5", 0 }, { "Shift_JIS", 0 }, { "EUC-", 0 },
	};
	const size_t n = sizeof(priors) / sizeof(*priors);

	for (size_t i = 0; i < n; i++)
		if (strncmp(priors[i].start, encoding->name,
		    strlen(priors[i].start)) == 0 &&
		    (strncmp(encoding->name, "ISO", 3) != 0 ||
		    strcmp(priors[i].start, encoding->name) == 0))
			return priors[i].cost;
	return 150;
}

int
main(int argc, char **argv)
{
	static long n[0x10000];
	static unsigned char lacks[256][UG_LANGUAGES_MAX];
	size_t n_encodings = 0;

	if (argc != 2) {
		fprintf(stderr, "usage: home_train DIR\n");
		return 2;
	}
	while (ug_encoding_at(n_encodings) != NULL) {
		const struct ug_encoding *const e =
		    ug_encoding_at(n_encodings++);

		if (e->kind == UG_MULTI_BYTE && e->decoder != UG_CONVERTER)
			multi_fill(e->decoder);
	}
	for (size_t l = 0; l < ug_n_languages(); l++) {
		double letters = 1, beyond = 0;

		memset(n, 0, sizeof(n));
		letters_read(argv[1], ug_language_code(l), n);
		for (uint32_t c = 0; c < 0x10000; c++) {
			letters += (double)n[c];
			beyond += c < 0x80 ? 0 : (double)n[c];
		}
		for (size_t i = 0; i < n_encodings; i++) {
			const struct ug_encoding *const e = ug_encoding_at(i);
			double missing = 0;

			for (uint32_t c = 0x80; c < 0x10000; c++)
				if (n[c] > 0 && !encoding_writes(e, c))
					missing += (double)n[c];
			lacks[i][l] = (unsigned char)(100 * missing /
			    (beyond + SELDOM * letters) + .5);
			if (!encoding_is_for(e, encoding_home(e), l))
				lacks[i][l] |= HOME_ABROAD;
		}
	}
	printf("/* Made by home_train.c. */\n");
	printf("static const short home_prior[] = {");
	for (size_t i = 0; i < n_encodings; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ",
		    encoding_prior(ug_encoding_at(i)));
	printf("\n};\n\nstatic const unsigned char home_table[][%zu] = {\n",
	    ug_n_languages());
	for (size_t i = 0; i < n_encodings; i++) {
		printf("\t{ /* %s */", ug_encoding_at(i)->name);
		for (size_t l = 0; l < ug_n_languages(); l++)
			printf("%s%d,", l % 16 == 0 ? "\n\t\t" : " ",
			    lacks[i][l]);
		printf("\n\t},\n");
	}
	printf("};\n");
	return 0;
}
