/*
 * plausible_gen.c - prints plausible_table.h: which characters follow which
 *
 *	plausible_gen < LIST > plausible_table.h
 *
 * LIST names files, one a line: gettext catalogues (.mo; their translations are
 * read), HTML (its text is read) or plain text.  The committed table was made,
 * with ICU 72, from the Debian 12 packages libreoffice-l10n-* (MPL-2.0 and
 * others) and libreoffice-help-* of the languages named, unpacked into x/:
 *
 *	apt-get download \
 *	    $(apt-cache search '^libreoffice-l10n-' | cut -d' ' -f1)
 *	for l in en-us fr de es it pt-br ru pl cs hu el ja zh-cn zh-tw ko tr \
 *	    sv fi nl vi; do apt-get download libreoffice-help-$l; done
 *	for f in *.deb; do dpkg-deb -x $f x; done
 *	find x -name '*.mo' -o -path '*text?s[wc]*.html' | LC_ALL=C sort > LIST
 *
 * Every text is also read in capitals, at an eighth of its weight: headings and
 * signs are rare in programs, not elsewhere.
 */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#define LIMIT   0x20000 /* no class of its own for what lies beyond */
#define PAGE    64
#define STEP    40      /* a cost in a page counts 40 thousandths of a nat */
#define TEXT    8
#define CAPITALS 1
#define BACKOFF 400.0   /* weight of the class alone against its neighbour */
#define MAX_COST 20000.0

/* Classes by range; letters with case come from letter_class(). */
enum class {
	C_START, C_OTHER, C_CONTROL, C_C1, C_LOST, C_SPACE, C_DIGIT, C_STOP,
	C_APOSTROPHE, C_QUOTE, C_HYPHEN, C_OPEN, C_CLOSE, C_SLASH, C_SIGN,
	C_LOWER, C_UPPER, C_LATIN1_LOWER, C_LATIN1_UPPER, C_LATINA_LOWER,
	C_LATINA_UPPER, C_LATINB_LOWER, C_LATINB_UPPER, C_VIET_LOWER,
	C_VIET_UPPER, C_PHONETIC, C_MARK, C_GREEK_LOWER, C_GREEK_UPPER,
	C_POLYTONIC, C_CYRILLIC_LOWER, C_CYRILLIC_UPPER, C_SLAVIC_LOWER,
	C_SLAVIC_UPPER, C_CYRILLIC_MORE, C_ARMENIAN, C_HEBREW, C_HEBREW_MARK,
	C_ARABIC, C_ARABIC_MARK, C_ARABIC_SIGN, C_ARABIC_MORE, C_DEVANAGARI,
	C_BENGALI, C_GURMUKHI, C_GUJARATI, C_ORIYA, C_TAMIL, C_TELUGU,
	C_KANNADA, C_MALAYALAM, C_SINHALA, C_THAI, C_LAO, C_TIBETAN, C_MYANMAR,
	C_GEORGIAN, C_ETHIOPIC, C_KHMER, C_HANGUL, C_JAMO, C_HIRAGANA,
	C_KATAKANA, C_HALF_KANA, C_BOPOMOFO, C_HAN, C_HAN_RARE, C_CJK_STOP,
	C_WIDE, C_CURRENCY, C_TRADE, C_PILCROW, C_GUILLEMET, C_ORDINAL, C_MATH1,
	C_INVERTED, C_ACCENT, C_DOT, C_POWER, C_SOFT, C_OPEN_CURLY,
	C_CLOSE_CURLY, C_DASH, C_ELLIPSIS, C_INVISIBLE, C_ARROW, C_MATH, C_BOX,
	C_SHAPE, C_EMOJI, C_PRIVATE, N_CLASSES
};

struct range {
	uint32_t first, last;
	enum class class;
};

/* The first that fits counts. */
static const struct range ranges[] = {
	{ 0x09, 0x0D, C_SPACE }, { 0x20, 0x20, C_SPACE },
	{ 0, 0x1F, C_CONTROL },
	{ 0x7F, 0x7F, C_CONTROL }, { 0x80, 0x9F, C_C1 },
	{ '0', '9', C_DIGIT }, { '!', '!', C_STOP }, { '"', '"', C_QUOTE },
	{ '\'', '\'', C_APOSTROPHE }, { '(', '(', C_OPEN },
	{ ')', ')', C_CLOSE },
	{ ',', ',', C_STOP }, { '-', '-', C_HYPHEN }, { '.', '.', C_STOP },
	{ '/', '/', C_SLASH }, { ':', ';', C_STOP }, { '?', '?', C_STOP },
	{ '[', '[', C_OPEN }, { '\\', '\\', C_SLASH }, { ']', ']', C_CLOSE },
	{ '{', '{', C_OPEN }, { '}', '}', C_CLOSE }, { '<', '<', C_OPEN },
	{ '>', '>', C_CLOSE }, { 0x21, 0x40, C_SIGN }, { '$', '$', C_CURRENCY },
	{ 'A', 'Z', C_UPPER }, { 'a', 'z', C_LOWER }, { 0x5B, 0x7E, C_SIGN },
	{ 0xA0, 0xA0, C_SPACE }, { 0x202F, 0x202F, C_SPACE },
	{ 0x2007, 0x2007, C_SPACE }, { 0xA1, 0xA1, C_INVERTED },
	{ 0xBF, 0xBF, C_INVERTED }, { 0xA2, 0xA5, C_CURRENCY },
	{ 0x20A0, 0x20CF, C_CURRENCY }, { 0xA7, 0xA7, C_PILCROW },
	{ 0xB6, 0xB6, C_PILCROW }, { 0x2020, 0x2021, C_PILCROW },
	{ 0xA6, 0xA6, C_PILCROW }, { 0xA9, 0xA9, C_TRADE },
	{ 0xAE, 0xAE, C_TRADE }, { 0x2122, 0x2122, C_TRADE },
	{ 0xAA, 0xAA, C_ORDINAL }, { 0xBA, 0xBA, C_ORDINAL },
	{ 0xB0, 0xB0, C_ORDINAL }, { 0x2116, 0x2117, C_PILCROW },
	{ 0xAB, 0xAB, C_GUILLEMET }, { 0xBB, 0xBB, C_GUILLEMET },
	{ 0x2039, 0x203A, C_GUILLEMET }, { 0xA8, 0xA8, C_ACCENT },
	{ 0xAF, 0xAF, C_ACCENT }, { 0xB4, 0xB4, C_ACCENT },
	{ 0xB8, 0xB8, C_ACCENT }, { 0x2C6, 0x2C7, C_ACCENT },
	{ 0x2D8, 0x2DD, C_ACCENT }, { 0xB7, 0xB7, C_DOT },
	{ 0x2022, 0x2022, C_DOT }, { 0xB2, 0xB3, C_POWER },
	{ 0xB9, 0xB9, C_POWER }, { 0xBC, 0xBE, C_POWER },
	{ 0xAD, 0xAD, C_SOFT },
	{ 0x2070, 0x209F, C_POWER }, { 0x2150, 0x215F, C_POWER },
	{ 0xAC, 0xAC, C_MATH1 }, { 0xB1, 0xB1, C_MATH1 },
	{ 0xD7, 0xD7, C_MATH1 }, { 0xF7, 0xF7, C_MATH1 },
	{ 0x2212, 0x2212, C_MATH1 }, { 0xB5, 0xB5, C_GREEK_LOWER },
	{ 0x250, 0x2FF, C_PHONETIC }, { 0x300, 0x36F, C_MARK },
	{ 0x483, 0x489, C_CYRILLIC_MORE }, { 0x530, 0x58F, C_ARMENIAN },
	{ 0x5D0, 0x5F4, C_HEBREW }, { 0x591, 0x5CF, C_HEBREW_MARK },
	{ 0x621, 0x63A, C_ARABIC }, { 0x640, 0x64A, C_ARABIC },
	{ 0x64B, 0x655, C_ARABIC_MARK }, { 0x67E, 0x67E, C_ARABIC },
	{ 0x686, 0x686, C_ARABIC }, { 0x698, 0x698, C_ARABIC },
	{ 0x6A9, 0x6A9, C_ARABIC }, { 0x6AF, 0x6AF, C_ARABIC },
	{ 0x6CC, 0x6CC, C_ARABIC }, { 0x660, 0x66D, C_ARABIC_SIGN },
	{ 0x6F0, 0x6F9, C_ARABIC_SIGN }, { 0x60C, 0x60C, C_ARABIC_SIGN },
	{ 0x61B, 0x61F, C_ARABIC_SIGN }, { 0x6D4, 0x6D4, C_ARABIC_SIGN },
	{ 0x600, 0x77F, C_ARABIC_MORE }, { 0x8A0, 0x8FF, C_ARABIC_MORE },
	{ 0xFB50, 0xFDFF, C_ARABIC_MORE }, { 0xFE70, 0xFEFE, C_ARABIC_MORE },
	{ 0x900, 0x97F, C_DEVANAGARI }, { 0x980, 0x9FF, C_BENGALI },
	{ 0xA00, 0xA7F, C_GURMUKHI }, { 0xA80, 0xAFF, C_GUJARATI },
	{ 0xB00, 0xB7F, C_ORIYA }, { 0xB80, 0xBFF, C_TAMIL },
	{ 0xC00, 0xC7F, C_TELUGU }, { 0xC80, 0xCFF, C_KANNADA },
	{ 0xD00, 0xD7F, C_MALAYALAM }, { 0xD80, 0xDFF, C_SINHALA },
	{ 0xE00, 0xE7F, C_THAI }, { 0xE80, 0xEFF, C_LAO },
	{ 0xF00, 0xFFF, C_TIBETAN }, { 0x1000, 0x109F, C_MYANMAR },
	{ 0x10A0, 0x10FF, C_GEORGIAN }, { 0x1100, 0x11FF, C_JAMO },
	{ 0x3130, 0x318F, C_JAMO }, { 0x1200, 0x139F, C_ETHIOPIC },
	{ 0x1780, 0x17FF, C_KHMER }, { 0x1D00, 0x1DBF, C_PHONETIC },
	{ 0x1DC0, 0x1DFF, C_MARK }, { 0x1F00, 0x1FFF, C_POLYTONIC },
	{ 0x2018, 0x2018, C_OPEN_CURLY }, { 0x201A, 0x201A, C_OPEN_CURLY },
	{ 0x201C, 0x201C, C_OPEN_CURLY }, { 0x201E, 0x201E, C_OPEN_CURLY },
	{ 0x2019, 0x2019, C_CLOSE_CURLY }, { 0x201D, 0x201D, C_CLOSE_CURLY },
	{ 0x201B, 0x201F, C_CLOSE_CURLY }, { 0x2010, 0x2015, C_DASH },
	{ 0x2026, 0x2026, C_ELLIPSIS }, { 0x2000, 0x206F, C_INVISIBLE },
	{ 0xFEFF, 0xFEFF, C_INVISIBLE }, { 0xFE00, 0xFE0F, C_INVISIBLE },
	{ 0x2100, 0x214F, C_MATH }, { 0x2190, 0x21FF, C_ARROW },
	{ 0x2200, 0x22FF, C_MATH }, { 0x2320, 0x2321, C_BOX },
	{ 0x2300, 0x23FF, C_SHAPE }, { 0x2500, 0x259F, C_BOX },
	{ 0x2460, 0x24FF, C_SHAPE }, { 0x25A0, 0x2BFF, C_SHAPE },
	{ 0x3000, 0x303F, C_CJK_STOP }, { 0x3040, 0x309F, C_HIRAGANA },
	{ 0x30FB, 0x30FB, C_CJK_STOP }, { 0x30A0, 0x30FF, C_KATAKANA },
	{ 0x3100, 0x312F, C_BOPOMOFO }, { 0x3400, 0x4DBF, C_HAN_RARE },
	{ 0x4E00, 0x9FFF, C_HAN }, { 0xF900, 0xFAFF, C_HAN_RARE },
	{ 0xAC00, 0xD7A3, C_HANGUL }, { 0xE000, 0xF8FF, C_PRIVATE },
	{ 0xFF61, 0xFF9F, C_HALF_KANA }, { 0xFF01, 0xFF5E, C_WIDE },
	{ 0xFFFD, 0xFFFD, C_LOST }, { 0x1F000, 0x1FAFF, C_EMOJI },
};

static const struct {
	enum class lower, upper;
	uint32_t first, last;
} cased[] = {
	{ C_LATIN1_LOWER, C_LATIN1_UPPER, 0xC0, 0xFF },
	{ C_LATINA_LOWER, C_LATINA_UPPER, 0x100, 0x17F },
	{ C_LATINA_LOWER, C_LATINA_UPPER, 0x218, 0x21B },
	{ C_VIET_LOWER, C_VIET_UPPER, 0x1A0, 0x1B0 },
	{ C_LATINB_LOWER, C_LATINB_UPPER, 0x180, 0x24F },
	{ C_VIET_LOWER, C_VIET_UPPER, 0x1EA0, 0x1EF9 },
	{ C_LATINB_LOWER, C_LATINB_UPPER, 0x1E00, 0x1EFF },
	{ C_GREEK_LOWER, C_GREEK_UPPER, 0x370, 0x3CE },
	{ C_CYRILLIC_MORE, C_CYRILLIC_MORE, 0x460, 0x48F },
	{ C_CYRILLIC_LOWER, C_CYRILLIC_UPPER, 0x410, 0x44F },
	{ C_SLAVIC_LOWER, C_SLAVIC_UPPER, 0x400, 0x45F },
	{ C_SLAVIC_LOWER, C_SLAVIC_UPPER, 0x490, 0x491 },
	{ C_CYRILLIC_MORE, C_CYRILLIC_MORE, 0x460, 0x52F },
};

static const enum class capitals[] = {
	C_UPPER, C_LATIN1_UPPER, C_LATINA_UPPER, C_LATINB_UPPER, C_VIET_UPPER,
	C_GREEK_UPPER, C_CYRILLIC_UPPER, C_SLAVIC_UPPER,
};
#define N_CAPITALS (sizeof(capitals) / sizeof(*capitals))
#define N_STATES   (N_CLASSES + N_CAPITALS)

/* Writing systems, which space and signs pass on; 0: not known yet. */
static const struct {
	enum class first, last;
	unsigned script;
} scripts[] = {
	{ C_LOWER, C_PHONETIC, 1 }, { C_GREEK_LOWER, C_POLYTONIC, 2 },
	{ C_CYRILLIC_LOWER, C_CYRILLIC_MORE, 3 }, { C_ARMENIAN, C_ARMENIAN, 4 },
	{ C_HEBREW, C_HEBREW_MARK, 5 }, { C_ARABIC, C_ARABIC_MARK, 6 },
	{ C_ARABIC_MORE, C_ARABIC_MORE, 6 }, { C_DEVANAGARI, C_SINHALA, 7 },
	{ C_THAI, C_KHMER, 8 }, { C_HANGUL, C_JAMO, 9 },
	{ C_HIRAGANA, C_HAN_RARE, 10 },
};
#define N_SCRIPTS 11

/*
 * What programs seldom say and people do: of so many characters behind one of
 * `from`, one is of `to`.
 */
static const struct {
	enum class from, to;
	unsigned one_of;
} habits[] = {
	{ C_SPACE, C_BOX, 1000 }, { C_BOX, C_SPACE, 4 },
	{ C_ACCENT, C_ACCENT, 8 }, { C_LOWER, C_ACCENT, 2000 },
	{ C_LATIN1_LOWER, C_ACCENT, 1000 }, { C_SPACE, C_ACCENT, 2000 },
	{ C_LOWER, C_TRADE, 1000 }, { C_UPPER, C_TRADE, 300 },
	{ C_LATIN1_LOWER, C_TRADE, 1000 }, { C_LATIN1_UPPER, C_TRADE, 1000 },
	{ C_LATINA_UPPER, C_TRADE, 1000 },
	{ C_LOWER, C_DOT, 1000 }, { C_CYRILLIC_LOWER, C_DOT, 1000 },
	{ C_ARABIC, C_DOT, 1000 }, { C_HEBREW, C_DOT, 1000 },
	{ C_GREEK_LOWER, C_DOT, 1000 }, { C_DOT, C_LOWER, 20 },
	{ C_DOT, C_CYRILLIC_LOWER, 20 }, { C_DOT, C_ARABIC, 20 },
	{ C_MATH, C_GREEK_LOWER, 20 },
	{ C_EMOJI, C_EMOJI, 3 }, { C_SHAPE, C_SHAPE, 5 },
	{ C_MARK, C_MARK, 10 }, { C_LOWER, C_MARK, 500 },
	{ C_UPPER, C_MARK, 500 }, { C_PHONETIC, C_PHONETIC, 10 },
	{ C_LOWER, C_PHONETIC, 1000 }, { C_PHONETIC, C_LOWER, 2 },
	{ C_LATIN1_UPPER, C_CLOSE_CURLY, 50 }, { C_DIGIT, C_CURRENCY, 50 },
	{ C_CURRENCY, C_DIGIT, 2 },
};

static uint8_t class_of[LIMIT];
static double chars[LIMIT], pairs[N_STATES][N_CLASSES];
static double follows[N_SCRIPTS][N_SCRIPTS];
static double class_total[N_CLASSES], class_size[N_CLASSES];

static enum class
class_find(uint32_t c)
{
	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return ranges[i].class;
	for (size_t i = 0; i < sizeof(cased) / sizeof(*cased); i++)
		if (c >= cased[i].first && c <= cased[i].last)
			return u_isUUppercase((UChar32)c) ? cased[i].upper :
			    u_isalpha((UChar32)c) ? cased[i].lower : C_OTHER;
	return C_OTHER;
}

/* The state of capitals that follow capitals, or 0. */
static unsigned
capital_state(enum class class)
{
	for (unsigned i = 0; i < N_CAPITALS; i++)
		if (capitals[i] == class)
			return N_CLASSES + i;
	return 0;
}

static unsigned
state_next(unsigned state, enum class class)
{
	const unsigned twin = capital_state(class);

	return twin != 0 && (state >= N_CLASSES ||
	    capital_state((enum class)state) != 0) ? twin : (unsigned)class;
}

static unsigned
state_script(unsigned state)
{
	const unsigned class = state < N_CLASSES ? state :
	    capitals[state - N_CLASSES];

	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		if (class >= scripts[i].first && class <= scripts[i].last)
			return scripts[i].script;
	return 0;
}

static void
read_char(uint32_t c, double weight, unsigned *state, unsigned *script)
{
	const enum class class = c < LIMIT ? class_of[c] : C_OTHER;
	const unsigned new = state_script(class);

	if (c < LIMIT)
		chars[c] += weight;
	pairs[*state][class] += weight;
	if (new != 0 && state_script(*state) == 0)
		follows[*script][new] += weight;
	if (new != 0)
		*script = new;
	*state = state_next(*state, class);
}

/* The character at *s, which moves past it; malformed bytes are skipped. */
static uint32_t
char_next(const unsigned char **s, const unsigned char *end)
{
	while (*s < end) {
		const unsigned char lead = *(*s)++;
		size_t more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 :
		    lead < 0xF0 ? 2 : 3;
		uint32_t c = more == 0 ? lead : lead & (0x3Fu >> more);

		if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4)
			continue;
		for (; more > 0 && *s < end && (**s & 0xC0) == 0x80; more--)
			c = c << 6 | (*(*s)++ & 0x3Fu);
		if (more == 0)
			return c;
	}
	return ' ';
}

/* Read one text: once as it is, once in capitals. */
static void
read_text(const unsigned char *s, size_t len)
{
	const unsigned char *const end = s + len;
	unsigned state = C_START, shout = C_START, script = 0, loud = 0;

	while (s < end) {
		const uint32_t c = char_next(&s, end);

		if (c == '~' || c == 0xFFFD)
			continue; /* an accelerator key */
		read_char(c, TEXT, &state, &script);
		read_char((uint32_t)u_toupper((UChar32)c), CAPITALS, &shout,
		    &loud);
	}
}

static uint32_t
mo_word(const unsigned char *s)
{
	return s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
	    (uint32_t)s[3] << 24;
}

/* GNU gettext manual, "The Format of GNU MO Files"; little endian only. */
static bool
read_mo(const unsigned char *s, size_t len)
{
	if (len < 28 || mo_word(s) != 0x950412DE)
		return false;
	const uint32_t n = mo_word(s + 8), table = mo_word(s + 16);

	/* The first, of the empty message, is the catalogue's header. */
	for (uint32_t i = 1; i < n && table + 8 * (i + 1) <= len; i++) {
		const uint32_t text_len = mo_word(s + table + 8 * i);
		const uint32_t at = mo_word(s + table + 8 * i + 4);

		if (at <= len && text_len <= len - at)
			read_text(s + at, text_len);
	}
	return true;
}

/* Text between tags; entities and what is between braces are left out. */
static void
read_html(const unsigned char *s, size_t len)
{
	size_t body = 0;

	while (body + 5 < len && memcmp(s + body, "<body", 5) != 0)
		body++;
	for (size_t at = body; at < len; ) {
		size_t end = at;

		while (end < len && s[end] != '<' && s[end] != '&' &&
		    s[end] != '{')
			end++;
		if (end - at > 1)
			read_text(s + at, end - at);
		const unsigned char close = end == len ? 0 :
		    s[end] == '<' ? '>' : s[end] == '&' ? ';' : '}';
		while (end < len && s[end] != close)
			end++;
		at = end + 1;
	}
}

static bool
read_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	unsigned char *s = NULL;
	size_t len = 0, cap = 0;

	if (file == NULL)
		return false;
	do {
		if (len == cap) {
			cap = cap * 2 + (1u << 16);
			s = realloc(s, cap);
			if (s == NULL)
				exit(2);
		}
		len += fread(s + len, 1, cap - len, file);
	} while (!feof(file) && !ferror(file));
	const bool good = !ferror(file);
	fclose(file);
	if (good && !read_mo(s, len)) {
		if (strstr(name, ".htm") != NULL)
			read_html(s, len);
		else
			read_text(s, len);
	}
	free(s);
	return good;
}

/* As if each text had been joined by a few in which the habits show. */
static void
read_habits(void)
{
	for (size_t i = 0; i < sizeof(habits) / sizeof(*habits); i++) {
		double sum = BACKOFF;

		for (size_t c = 0; c < N_CLASSES; c++)
			sum += pairs[habits[i].from][c];
		const double want = sum / habits[i].one_of;
		double *const has = &pairs[habits[i].from][habits[i].to];
		*has = *has > want ? *has : want;
	}
}

static unsigned
cost_of(double share)
{
	const double cost = -1000 * log(share);

	return (unsigned)(cost > MAX_COST ? MAX_COST : cost + .5);
}

static void
print_pairs(void)
{
	double all = 0;

	for (size_t c = 0; c < N_CLASSES; c++)
		all += class_total[c] + 1;
	printf("\n/* Of a class behind a state. */\nstatic const uint16_t "
	    "plausible_pair[%zu][%d] = {\n", (size_t)N_STATES, N_CLASSES);
	for (size_t s = 0; s < N_STATES; s++) {
		double sum = 0;

		for (size_t c = 0; c < N_CLASSES; c++)
			sum += pairs[s][c];
		printf("\t{");
		for (size_t c = 0; c < N_CLASSES; c++)
			printf("%s%u,", c % 12 == 0 ? "\n\t\t" : " ",
			    cost_of((pairs[s][c] + BACKOFF *
			    (class_total[c] + 1) / all) / (sum + BACKOFF)));
		printf("\n\t},\n");
	}
	printf("};\n");
}

static void
print_scripts(void)
{
	double all = 0, of[N_SCRIPTS] = { 0 };

	printf("\nstatic const uint8_t plausible_script[%zu] = {",
	    (size_t)N_STATES);
	for (unsigned s = 0; s < N_STATES; s++)
		printf("%s%u,", s % 12 == 0 ? "\n\t" : " ", state_script(s));
	printf("\n};\n");
	for (size_t i = 0; i < N_SCRIPTS; i++)
		for (size_t j = 1; j < N_SCRIPTS; j++) {
			of[j] += follows[i][j] + 1;
			all += follows[i][j] + 1;
		}
	printf("\n/* Of a script some way behind a script, beside the pair's. "
	    "*/\nstatic const int16_t plausible_follow[%d][%d] = {\n",
	    N_SCRIPTS, N_SCRIPTS);
	for (size_t i = 0; i < N_SCRIPTS; i++) {
		double sum = 0;

		for (size_t j = 1; j < N_SCRIPTS; j++)
			sum += follows[i][j];
		printf("\t{ 0,");
		for (size_t j = 1; j < N_SCRIPTS; j++)
			printf(" %d,", (int)floor(.5 - 1000 * log(
			    (follows[i][j] * all / of[j] + BACKOFF) /
			    (sum + BACKOFF))));
		printf(" },\n");
	}
	printf("};\n");
}

static unsigned
entry_of(uint32_t c)
{
	const enum class class = class_of[c];
	const double share = (chars[c] + 1.0) /
	    (class_total[class] + class_size[class]);

	return (unsigned)class << 9 | (cost_of(share) + STEP / 2) / STEP;
}

/* Pages of PAGE entries, each printed once, and which page each block has. */
static void
print_pages(void)
{
	static unsigned pages[LIMIT / PAGE][PAGE], index[LIMIT / PAGE];
	size_t n = 0;

	for (uint32_t block = 0; block < LIMIT / PAGE; block++) {
		size_t i = 0;

		for (uint32_t j = 0; j < PAGE; j++)
			pages[n][j] = entry_of(block * PAGE + j);
		while (memcmp(pages[i], pages[n], sizeof(*pages)) != 0)
			i++;
		index[block] = (unsigned)i;
		n += i == n;
	}
	printf("\n/* Class << 9 | cost of the character within its class. */\n"
	    "static const uint16_t plausible_page[%zu][%d] = {\n", n, PAGE);
	for (size_t i = 0; i < n; i++) {
		printf("\t{");
		for (size_t j = 0; j < PAGE; j++)
			printf("%s%u,", j % 12 == 0 ? "\n\t\t" : " ",
			    pages[i][j]);
		printf("\n\t},\n");
	}
	printf("};\n\nstatic const uint16_t plausible_index[%d] = {",
	    LIMIT / PAGE);
	for (size_t i = 0; i < LIMIT / PAGE; i++)
		printf("%s%u,", i % 12 == 0 ? "\n\t" : " ", index[i]);
	printf("\n};\n");
}

int
main(void)
{
	char name[4096];
	unsigned n = 0;

	for (uint32_t c = 0; c < LIMIT; c++)
		class_of[c] = (uint8_t)class_find(c);
	for (; fgets(name, sizeof(name), stdin) != NULL; n++) {
		name[strcspn(name, "\n")] = '\0';
		if (!read_file(name)) {
			fprintf(stderr, "plausible_gen: %s: %s\n", name,
			    strerror(errno));
			return 2;
		}
	}
	read_habits();
	for (uint32_t c = 0; c < LIMIT; c++) {
		class_total[class_of[c]] += chars[c];
		class_size[class_of[c]]++;
	}
	printf("/*\n * Generated by plausible_gen.c from %u files, with ICU "
	    "%s.  Costs in\n * thousandths of a nat.\n */\n\n",
	    n, U_ICU_VERSION);
	printf("#define PLAUSIBLE_LIMIT   0x%X\n#define PLAUSIBLE_PAGE    %d\n"
	    "#define PLAUSIBLE_STEP    %d\n#define PLAUSIBLE_CLASSES %d\n"
	    "#define PLAUSIBLE_BEYOND  (%d << 9 | %d)\n",
	    LIMIT, PAGE, STEP, N_CLASSES, C_OTHER, (int)MAX_COST / STEP);
	printf("\n/* The state of a class behind capitals; 0: that class. */\n"
	    "static const uint8_t plausible_capital[%zu] = {",
	    (size_t)N_STATES);
	for (unsigned s = 0; s < N_STATES; s++)
		printf("%s%u,", s % 12 == 0 ? "\n\t" : " ",
		    s < N_CLASSES ? capital_state((enum class)s) : s);
	printf("\n};\n");
	print_pairs();
	print_scripts();
	print_pages();
	return ferror(stdout) || fflush(stdout) == EOF;
}
