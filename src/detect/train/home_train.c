/*
 * home_train.c - prints home_table.h: which languages an encoding is for
 *
 *	home_train DIR > home_table.h
 *
 * DIR as of model/train/model_train.c.  For each encoding and language: how
 * many hundredths of the language's letters beyond ASCII the encoding lacks,
 * and UG_HOME_ABROAD if it is there for others.  Of what a language that hardly
 * has any uses of them, little is missed.
 */
#include <stdio.h>
#include <string.h>

#include "detect/detector.h"
#include "encode_train.h"
#include "detect/home.h"
#include "detect/home_list.h"
#include "model/blob_read.h"
#include "model/train/train.h"

#define LETTERS_MAX 400000 /* that are read of a language: enough for shares */
#define SELDOM      .004   /* of all letters: with fewer there is no need */
#define HOME_MIN    20     /* letters of a script that one is there for */

/* Whether an encoding can write a letter, if need be in parts. */
static bool
encoding_writes(const struct ug_encoding *encoding, uint32_t c)
{
	unsigned char bytes[ENCODE_MAX];

	if (!train_encodes(encoding))
		return true;
	/* It has all letters of all languages, and is there for few. */
	if (encoding->decoder == UG_GB18030)
		return ug_glyph_of(c).script == UG_CJK;
	return train_encode(encoding, c, bytes) > 0;
}

/* Count the letters of a language. */
static void
letters_count(const char *dir, const char *code, long *n)
{
	static struct train_lines lines;
	long total = 0;

	if (code[0] == '\0' || !train_lines_open(&lines, dir, code, "txt"))
		return;
	while (train_lines_next(&lines)) {
		const struct ug_text text = { lines.line,
			total < LETTERS_MAX ? strlen(lines.line) : 0 };

		for (size_t at = 0; at < text.len; ) {
			const uint32_t c = ug_text_next(text, &at);

			if (c < TRAIN_BMP &&
			    ug_glyph_is_letter(ug_glyph_of(c))) {
				n[c]++;
				total++;
			}
		}
	}
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

/* Whether two languages share their letters, more or less. */
static bool
home_is_kin(size_t a, size_t b)
{
	return blob_table_of(a) == blob_table_of(b);
}

/*
 * Whether an encoding is there for a language: those of one nation for its own,
 * the others for all that have the letters.
 */
static bool
encoding_is_for(const struct ug_encoding *encoding, size_t home,
    size_t language)
{
	static const char *const national[][2] = {
		{ "KOI8-T", "tg" }, { "KZ-1048", "kk" }, { "PTCP154", "kk" },
		{ "cp1125", "uk" }, { "IBM857", "tr" }, { "IBM860", "pt" },
		{ "IBM861", "is" }, { "IBM863", "fr" }, { "IBM865", "no da" },
		{ "mac-croatian", "hr sl" }, { "mac-romanian", "ro" },
		{ "x-mac-iceland", "is" }, { "x-mac-turkish", "tr" },
		{ "IBM273", "de" }, { "IBM277", "da no" },
		{ "IBM278", "fi sv" }, { "IBM280", "it" }, { "IBM284", "es" },
		{ "IBM285", "en" },
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
	return home == 0 || home_is_kin(home, language);
}

/*
 * What it costs, in hundredths of a nat, that an encoding is seldom met: what
 * the Web and Windows have nothing, what only old machines have more.  The
 * first that fits counts.
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

/* What an encoding lacks of a language whose letters are counted. */
static unsigned char
encoding_lacks(const struct ug_encoding *encoding, size_t language,
    const long *n)
{
	double letters = 1, beyond = 0, missing = 0;
	unsigned lacks;

	for (uint32_t c = 0; c < TRAIN_BMP; c++) {
		letters += (double)n[c];
		beyond += c < 0x80 ? 0 : (double)n[c];
		if (c >= 0x80 && n[c] > 0 && !encoding_writes(encoding, c))
			missing += (double)n[c];
	}
	lacks = (unsigned)(100 * missing / (beyond + SELDOM * letters) + .5);
	if (!encoding_is_for(encoding, encoding_home(encoding), language))
		lacks |= UG_HOME_ABROAD;
	return (unsigned char)lacks;
}

int
main(int argc, char **argv)
{
	static long n[TRAIN_BMP];
	static unsigned char lacks[UG_ENCODINGS_MAX][UG_LANGUAGES_MAX];

	if (argc != 2) {
		fprintf(stderr, "usage: home_train DIR\n");
		return 2;
	}
	for (size_t l = 0; l < ug_n_languages(); l++) {
		memset(n, 0, sizeof(n));
		letters_count(argv[1], ug_language_code(l), n);
		for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
			lacks[i][l] = encoding_lacks(ug_encoding_at(i), l, n);
	}
	printf("/* Made by home_train.c. */\n");
	printf("#define HOME_LIST 0x%08Xu /* of these: home_list.h */\n\n",
	    (unsigned)home_list(UG_ENCODINGS_MAX));
	printf("static const short home_prior[] = {");
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		printf("%s%d,", i % 16 == 0 ? "\n\t" : " ",
		    encoding_prior(ug_encoding_at(i)));
	printf("\n};\n\nstatic const unsigned char home_table[][%zu] = {\n",
	    ug_n_languages());
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++) {
		printf("\t{ /* %s */", ug_encoding_at(i)->name);
		for (size_t l = 0; l < ug_n_languages(); l++)
			printf("%s%d,", l % 16 == 0 ? "\n\t\t" : " ",
			    lacks[i][l]);
		printf("\n\t},\n");
	}
	printf("};\n");
	return ferror(stdout) || fflush(stdout) != 0;
}
