/*
 * guess_sign.c - lost signs that others around them call for
 *
 *	“so\uFFFD it is   “ is open: ”
 *	don?t             a word that English contracts: ’
 *	1990\uFFFD1995    a span of years: –
 *	\uFFFDQué?        Spanish: ¿
 *
 * Left alone: where a second character that is lost may be the one called for.
 */
#include "guess.h"

#define LED      400  /* a language is no further behind than that */
#define YEAR_LEN 4
#define CLAUSE_MAX 300
#define QUOTED_MAX 2000 /* characters of a line that is searched for quotes */

struct quote {
	uint32_t open, close;
	const char *languages; /* NULL: in all */
};

static const struct quote quotes[] = {
	{ 0x201C, 0x201D, NULL },
	{ 0x00AB, 0x00BB, " be ca el es fr gl it no oc pt ru tr uk " },
	{ 0x201E, 0x201C, " bg cs de et lt mk sk sl " },
	{ 0x201E, 0x201D, " hu nl pl ro " },
};

/* What the language costs that costs least among those of the list. */
static int
tongue_behind(const struct ug_guess_line *line, const char *list)
{
	int least = INT32_MAX;

	for (size_t i = 0; i < line->n_tongues; i++) {
		char word[8] = " ";

		strcat(strcat(word, ug_language_code(
		    line->tongues[i].language)), " ");
		if (strstr(list, word) != NULL &&
		    line->tongues[i].cost < least)
			least = line->tongues[i].cost;
	}
	return least;
}

static bool
char_blank(uint32_t c)
{
	return c <= ' ' || c == 0xA0;
}

/* May what is at chars[i] stand behind a closing quote? */
static bool
char_ends(const struct ug_guess_line *line, size_t i)
{
	const uint32_t c = line->chars[i].c;

	return char_blank(c) || (c < 0x80 && strchr(".,;:!?)", (int)c) != NULL);
}

static bool
spot_closes(const struct ug_guess_line *line, size_t first, size_t end)
{
	return !char_blank(line->chars[first - 1].c) && char_ends(line, end);
}

/* The lost characters behind chars[i] that may close a quote: how many. */
static size_t
closing_count(const struct ug_guess_line *line, size_t i)
{
	size_t n = 0;

	for (size_t end; i < line->n; i = end) {
		end = i + 1;
		if (line->chars[i].c != UG_REPLACEMENT)
			continue;
		while (end < line->n && line->chars[end].c == UG_REPLACEMENT)
			end++;
		n += spot_closes(line, i, end);
	}
	return n;
}

/* Is the quote there, and how often? */
static size_t
sign_count(const struct ug_guess_line *line, uint32_t c, size_t *at)
{
	size_t n = 0;

	for (size_t i = 1; i < line->n; i++) {
		if (line->chars[i].c == c) {
			*at = i;
			n++;
		}
	}
	return n;
}

static uint32_t
quote_close(const struct ug_guess_line *line, const struct ug_guess_spot *spot)
{
	if (line->n > QUOTED_MAX ||
	    !spot_closes(line, spot->first, spot->first + spot->n))
		return 0;
	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
		const struct quote *const q = &quotes[i];
		size_t open = 0, close;

		if (sign_count(line, q->open, &open) == 1 &&
		    open < spot->first &&
		    sign_count(line, q->close, &close) == 0 &&
		    closing_count(line, open) == 1 &&
		    (q->languages == NULL ||
		    tongue_behind(line, q->languages) == 0))
			return q->close;
	}
	return 0;
}

/* The year that chars[first, first + YEAR_LEN) are, or 0. */
static unsigned
year_at(const struct ug_guess_line *line, size_t first)
{
	unsigned year = 0;

	for (size_t i = first; i < first + YEAR_LEN; i++) {
		const uint32_t c = line->chars[i].c;

		if (!ug_ascii_is_digit(c))
			return 0;
		year = year * 10 + (c - '0');
	}
	return year >= 1000 && year < 2200 ? year : 0;
}

static bool
span_is(const struct ug_guess_line *line, const struct ug_guess_spot *spot)
{
	const size_t first = spot->first, end = first + spot->n;
	unsigned from, to;

	if (first <= YEAR_LEN || end + YEAR_LEN > line->n)
		return false;
	from = year_at(line, first - YEAR_LEN);
	to = year_at(line, end);
	return from != 0 && from < to &&
	    line->chars[first - YEAR_LEN - 1].glyph.class != UG_DIGIT &&
	    line->chars[end + YEAR_LEN].glyph.class != UG_DIGIT;
}

/* The ? or ! that ends a clause of words from chars[i] on, or 0. */
static uint32_t
clause_end(const struct ug_guess_line *line, size_t i)
{
	for (size_t n = 0; i < line->n && n < CLAUSE_MAX; i++, n++) {
		const uint32_t c = line->chars[i].c;

		if ((c == '?' || c == '!') && !ug_guess_letter(line, i + 1))
			return c;
		if (!ug_guess_letter(line, i) && c != ' ' && c != ',' &&
		    !ug_guess_lost(c))
			return 0;
	}
	return 0;
}

/* Does a question in Spanish start there?  Its accents may be lost too. */
static bool
asks_at(const struct ug_guess_line *line, size_t i)
{
	/* `.` is any character. */
	static const char *const words[] = { "qu", "c.mo", "d.nde", "cu.l",
		"cu.n", "por qu", "para qu", "de qu", "con qu" };

	for (size_t w = 0; w < sizeof(words) / sizeof(*words); w++) {
		const char *word = words[w];
		size_t at = i;

		while (*word != '\0' && at < line->n && (*word == '.' ||
		    (line->chars[at].c | 0x20) == (uint32_t)*word)) {
			word++;
			at++;
		}
		if (*word == '\0')
			return true;
	}
	return false;
}

/* The upside-down mark that opens a clause in Spanish. */
static uint32_t
mark_open(const struct ug_guess_line *line, const struct ug_guess_spot *spot)
{
	const size_t end = spot->first + spot->n;
	const uint32_t before = line->chars[spot->first - 1].c;
	const int behind = tongue_behind(line, " es ");
	uint32_t close;

	if (!ug_guess_letter(line, end) || (!char_blank(before) &&
	    before != '(' && before != '"'))
		return 0;
	if (behind > (line->chars[end].glyph.class == UG_UPPER ? LED : 0))
		return 0;
	if (spot->asked && !asks_at(line, end))
		return 0;
	close = clause_end(line, end);
	if (close == '?')
		return 0xBF;
	return close == '!' && !spot->asked ? 0xA1 : 0;
}

uint32_t
ug_guess_sign(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot)
{
	uint32_t c = mark_open(line, spot);

	if (c == 0 && spot->word && ug_guess_contracted(line, spot))
		c = 0x2019;
	if (c == 0 && !spot->asked && span_is(line, spot))
		c = 0x2013;
	if (c == 0 && !spot->asked)
		c = quote_close(line, spot);
	return c >= spot->least && c <= spot->most ? c : 0;
}
