/*
 * texts_languages_train.c - which language a file and a line are in
 *
 * Files are put under a language by their path: .../locale/pt_BR/...  is
 * Portuguese.  What was left in English, and names in foreign letters, are
 * found by the line: "Open the file" in ru/ has no Cyrillic letter; in fr/ its
 * words give it away.
 */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/least.h"
#include "texts_train.h"

struct language {
	const char *code;
	UScriptCode script[3];
};

#define LATIN    { USCRIPT_LATIN }
#define CYRILLIC { USCRIPT_CYRILLIC }
#define ARABIC   { USCRIPT_ARABIC }

static const struct language languages[] = {
	{ "af", LATIN }, { "am", { USCRIPT_ETHIOPIC } }, { "ar", ARABIC },
	{ "az", LATIN }, { "be", CYRILLIC }, { "bg", CYRILLIC },
	{ "bn", { USCRIPT_BENGALI } }, { "br", LATIN }, { "bs", LATIN },
	{ "ca", LATIN }, { "cs", LATIN }, { "cy", LATIN }, { "da", LATIN },
	{ "de", LATIN }, { "el", { USCRIPT_GREEK } }, { "en", LATIN },
	{ "eo", LATIN }, { "es", LATIN }, { "et", LATIN }, { "eu", LATIN },
	{ "fa", ARABIC }, { "fi", LATIN }, { "fo", LATIN }, { "fr", LATIN },
	{ "ga", LATIN }, { "gd", LATIN }, { "gl", LATIN },
	{ "gu", { USCRIPT_GUJARATI } }, { "gv", LATIN },
	{ "he", { USCRIPT_HEBREW } }, { "hi", { USCRIPT_DEVANAGARI } },
	{ "hr", LATIN }, { "hu", LATIN }, { "hy", { USCRIPT_ARMENIAN } },
	{ "id", LATIN }, { "is", LATIN }, { "it", LATIN },
	{ "ja", { USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HAN } },
	{ "ka", { USCRIPT_GEORGIAN } }, { "kk", CYRILLIC },
	{ "km", { USCRIPT_KHMER } }, { "kn", { USCRIPT_KANNADA } },
	{ "ko", { USCRIPT_HANGUL, USCRIPT_HAN } }, { "ku", LATIN },
	{ "ky", CYRILLIC }, { "lb", LATIN }, { "lo", { USCRIPT_LAO } },
	{ "lt", LATIN }, { "lv", LATIN }, { "mk", CYRILLIC },
	{ "ml", { USCRIPT_MALAYALAM } }, { "mn", CYRILLIC },
	{ "mr", { USCRIPT_DEVANAGARI } }, { "ms", LATIN }, { "mt", LATIN },
	{ "my", { USCRIPT_MYANMAR } }, { "ne", { USCRIPT_DEVANAGARI } },
	{ "nl", LATIN }, { "nn", LATIN }, { "no", LATIN }, { "oc", LATIN },
	{ "or", { USCRIPT_ORIYA } }, { "pa", { USCRIPT_GURMUKHI } },
	{ "pl", LATIN }, { "ps", ARABIC }, { "pt", LATIN }, { "ro", LATIN },
	{ "ru", CYRILLIC }, { "sh", LATIN }, { "si", { USCRIPT_SINHALA } },
	{ "sk", LATIN }, { "sl", LATIN }, { "sq", LATIN }, { "sr", CYRILLIC },
	{ "sv", LATIN }, { "sw", LATIN }, { "ta", { USCRIPT_TAMIL } },
	{ "te", { USCRIPT_TELUGU } }, { "tg", CYRILLIC },
	{ "th", { USCRIPT_THAI } }, { "tl", LATIN }, { "tr", LATIN },
	{ "tt", CYRILLIC }, { "ug", ARABIC }, { "uk", CYRILLIC },
	{ "ur", ARABIC }, { "uz", LATIN }, { "vi", LATIN },
	{ "yi", { USCRIPT_HEBREW } }, { "zh", { USCRIPT_HAN } },
	{ "zt", { USCRIPT_HAN, USCRIPT_BOPOMOFO } }, { "zu", LATIN },
};
#define N_LANGUAGES ((int)(sizeof(languages) / sizeof(*languages)))

/* Other names of theirs, whole; of Chinese, which alone say the writing. */
static const char *const aliases[][2] = {
	{ "nb", "no" }, { "nob", "no" }, { "nno", "nn" }, { "fil", "tl" },
	{ "iw", "he" }, { "in", "id" }, { "kmr", "ku" }, { "zh-cn", "zh" },
	{ "zh-sg", "zh" }, { "zh-hans", "zh" }, { "zh-hant", "zt" },
	{ "zh-tw", "zt" }, { "zh-hk", "zt" }, { "bokmaal", "no" },
	{ "afr", "af" }, { "bre", "br" }, { "cym", "cy" }, { "epo", "eo" },
	{ "gla", "gd" }, { "gle", "ga" }, { "isl", "is" }, { "mkd", "mk" },
	{ "srp", "sr" }, { "swh", "sw" }, { "wbulgarian", "bg" },
	{ "wbrazilian", "pt" }, { "wcatalan", "ca" }, { "wdanish", "da" },
	{ "wdutch", "nl" }, { "wesperanto", "eo" }, { "wfaroese", "fo" },
	{ "wfrench", "fr" }, { "wgalician", "gl" }, { "wirish", "ga" },
	{ "witalian", "it" }, { "wmanx", "gv" }, { "wngerman", "de" },
	{ "wnorwegian", "no" }, { "wpolish", "pl" }, { "wportuguese", "pt" },
	{ "wspanish", "es" }, { "wswedish", "sv" }, { "wukrainian", "uk" },
	{ "wamerican", "en" },
};

/* Common in English, and not words of another language. */
static const char *const english[] = {
	"the", "and", "with", "this", "which", "from", "you", "your", "that",
	"are", "will", "have", "has", "been", "not", "when", "these", "should",
	"must", "other", "could", "there", "whether", "of", "for", "by", "be",
};

const char *
texts_language_code(unsigned n)
{
	return n < (unsigned)N_LANGUAGES ? languages[n].code : NULL;
}

static int
language_by_code(const char *code)
{
	for (int i = 0; i < N_LANGUAGES; i++)
		if (strcmp(languages[i].code, code) == 0)
			return i;
	return -1;
}

int
texts_language_find(const char *name, size_t len)
{
	char full[32];
	size_t n = 0;

	if (len == 0 || len >= sizeof(full))
		return -1;
	for (; n < len && name[n] != '.'; n++)
		full[n] = (char)(name[n] == '_' || name[n] == '@' ? '-' :
		    ug_ascii_is_upper(name[n]) ? name[n] + 32 : name[n]);
	full[n] = '\0';
	for (int part = 0; part < 2; part++) {
		for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
			if (strcmp(aliases[i][0], full) == 0)
				return language_by_code(aliases[i][1]);
		if (strncmp(full, "zh-hans", 7) == 0)
			return language_by_code("zh");
		if (strncmp(full, "zh-hant", 7) == 0)
			return language_by_code("zt");
		if (strncmp(full, "zh", 2) == 0 || strcmp(full, "zt") == 0)
			return -1;
		full[strcspn(full, "-")] = '\0';
	}
	return language_by_code(full);
}

/* Is it "fr", "fr_FR", "sr@latin", "zh-Hant", "pt_BR.UTF-8"? */
static bool
name_like(const char *s, size_t len)
{
	const size_t primary = UG_MIN(strcspn(s, "-_@./"), len);

	return len <= 16 && (primary == 2 || (primary == 3 &&
	    (strncmp(s, "fil", 3) == 0 || strncmp(s, "kmr", 3) == 0)));
}

/*
 * "ch01.fr.html", "fr_FR.dic", "admin-fr_FR.mo", "th_fr_v2.dat": what is before
 * the last dot, from each place where a name may start.
 */
static int
language_of_file(const char *name)
{
	char copy[256];
	char *const dot = strlen(name) < sizeof(copy) ?
	    strrchr(strcpy(copy, name), '.') : NULL;
	const bool catalogue = dot != NULL && strcmp(dot, ".mo") == 0;
	const char *start = copy;

	if (dot == NULL)
		return -1;
	if (strcmp(dot, ".dat") == 0)
		start += strncmp(copy, "thes_", 5) == 0 ? 5 :
		    strncmp(copy, "th_", 3) == 0 ? 3 : 0;
	*dot = '\0';
	for (; start != NULL; start = strpbrk(start, catalogue ? ".-" : ".")) {
		start += *start == '.' || *start == '-';
		if (name_like(start, strlen(start))) {
			const int found = texts_language_find(start,
			    strlen(start));
			if (found >= 0)
				return found;
		}
	}
	return -1;
}

/* "manpages-pt-br", "wfrench", "dict-freedict-cym-eng" */
static int
language_of_package(const char *package, size_t len)
{
	size_t at = 0;

	if (len > 14 && strncmp(package, "dict-freedict-", 14) == 0)
		return texts_language_find(package + 14, 3);
	if (len > 1 && package[0] == 'w') {
		const char *const cut = memchr(package, '-', len);
		return texts_language_find(package,
		    cut != NULL ? (size_t)(cut - package) : len);
	}
	for (; at < len; at++)
		if (package[at] == '-') {
			const size_t rest = len - at - 1;
			if (rest <= 5 && name_like(package + at + 1, rest) &&
			    texts_language_find(package + at + 1, rest) >= 0)
				return texts_language_find(package + at + 1,
				    rest);
		}
	return -1;
}

int
texts_language_of_path(const char *path)
{
	const size_t package = strcspn(path, "/");
	const char *const name = strrchr(path, '/');
	bool foreign = false; /* of a language that is none of these */
	int found = -1;

	if (name == NULL)
		return -1;
	/* The last folder that is called like a language. */
	for (const char *p = path + package; p < name; p += strcspn(p, "/")) {
		const size_t len = strcspn(++p, "/");
		const bool last = p + len == name ||
		    strncmp(p + len, "/LC_MESSAGES/", 13) == 0;
		if (name_like(p, len) && strncmp(p, "LC_", 3) != 0) {
			const int here = texts_language_find(p, len);
			found = here >= 0 || last ? here : found;
			foreign = here < 0 && last;
		}
	}
	if (found < 0 && !foreign)
		found = language_of_file(name + 1);
	if (found < 0 && !foreign && strstr(path, "/i18n/") == NULL &&
	    strstr(path, "/cldr/") == NULL)
		found = language_of_package(path, package);
	return found;
}

bool
texts_language_near_english(int language)
{
	return languages[language].script[0] == USCRIPT_LATIN &&
	    strcmp(languages[language].code, "en") != 0;
}

static bool
language_has_script(int language, UScriptCode script)
{
	for (size_t i = 0; i < 3 && languages[language].script[i] != 0; i++)
		if (languages[language].script[i] == script)
			return true;
	return script == USCRIPT_INHERITED || script == USCRIPT_COMMON;
}

static bool
char_is_letter(uint32_t c)
{
	return (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

/* Words of English in a line, and words at all. */
static size_t
words_english(struct ug_text line, size_t *all)
{
	size_t n = 0, at = 0;

	*all = 0;
	while (at < line.len) {
		const size_t start = at;
		char word[8] = "";
		size_t len = 0;

		while (at < line.len && line.s[at] != ' ')
			at++;
		for (size_t i = start; i < at && len < sizeof(word); i++)
			word[len++] = (char)(line.s[i] | 0x20);
		*all += at > start;
		for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
			n += strlen(english[i]) == len &&
			    memcmp(english[i], word, len) == 0;
		at += at < line.len;
	}
	return n;
}

/* Serbian is read in both alphabets; each line is one's. */
static int
language_serbian(int language, size_t latin, size_t cyrillic)
{
	const char *const code = languages[language].code;

	if (strcmp(code, "sr") != 0 && strcmp(code, "sh") != 0)
		return language;
	return language_by_code(cyrillic > latin ? "sr" : "sh");
}

int
texts_language_check(int language, struct ug_text line)
{
	size_t own = 0, letters = 0, seen = 0, latin = 0, cyrillic = 0, words;

	for (size_t at = 0; at < line.len; ) {
		const uint32_t c = ug_text_next(line, &at);
		UErrorCode error = U_ZERO_ERROR;
		const UScriptCode script = char_is_letter(c) ?
		    uscript_getScript((UChar32)c, &error) : USCRIPT_COMMON;

		if (c < 0x20 || (c >= 0x7F && c < 0xA0) ||
		    c == UG_REPLACEMENT ||
		    (c >= 0xE000 && c < 0xF900) || c >= 0xF0000)
			return -1;
		seen += c != ' ';
		latin += script == USCRIPT_LATIN;
		cyrillic += script == USCRIPT_CYRILLIC;
	}
	language = language_serbian(language, latin, cyrillic);
	for (size_t at = 0; at < line.len; ) {
		const uint32_t c = ug_text_next(line, &at);
		UErrorCode error = U_ZERO_ERROR;

		if (!char_is_letter(c))
			continue;
		letters++;
		own += language_has_script(language,
		    uscript_getScript((UChar32)c, &error));
	}
	const bool is_latin = languages[language].script[0] == USCRIPT_LATIN;
	const bool is_han = languages[language].script[0] == USCRIPT_HAN;
	if (letters < (is_han ? 2 : 3) || letters * 10 < seen * 6 ||
	    own * 10 < letters * (is_latin ? 9 : 6))
		return -1;
	if (is_latin && strcmp(languages[language].code, "en") != 0) {
		const size_t n = words_english(line, &words);
		if (n >= 2 && n * 6 >= words)
			return -1;
	}
	return language;
}

bool
texts_language_word(int language, struct ug_text word)
{
	size_t n = 0;

	for (size_t at = 0; at < word.len; n++) {
		const uint32_t c = ug_text_next(word, &at);
		UErrorCode error = U_ZERO_ERROR;

		if (c == '-' || c == '\'' || c == 0x2019 || c == 0x200C ||
		    c == ' ')
			continue;
		if (!char_is_letter(c) || !language_has_script(language,
		    uscript_getScript((UChar32)c, &error)))
			return false;
	}
	return n >= 2;
}
