/*
 * plain.c - is a line plainly text of the language that lines before it are in?
 *
 * To look for what a line may have been takes long, and most lines are what
 * they look like.  One is plain if it has none but the letters and signs of its
 * language, as they follow one another there:
 *
 *	"Die Tür ist offen."      plain in German
 *	"Die T", U+00FB, "r ..."  not: no letter of German
 *
 * What is not plain may well be clean: it is looked at closely, as if nobody
 * had asked.  East Asian text never is.
 */
#include "plain.h"

#include <string.h>

/*
 * By hand; costs as of ug_pair_cost().  Of 23,000 garbled lines in 45 languages
 * that are repaired, none is plain in its own, and 46 are in any.
 */
#define ENOUGH     1000 /* characters that a language is known by */
#define USUAL      720  /* what a letter costs somewhere in its language */
#define PAIR       1000 /* what two letters may cost, one beyond ASCII; */
#define PAIR_LATIN 880
#define MEAN       400  /* and characters on average */
#define MEAN_LATIN 330
#define LEAST      12   /* characters that tell */

#define UNIT     8      /* of costs in the table */
#define LAST     0x217F /* character that may be usual */
#define MOST     224    /* characters that are */
#define BLANK    1      /* the number of all that words stand between */
#define LETTERS  1024   /* of a script */
#define PROBES   64     /* of them, behind which one may be usual */

/* What a character is beside others. */
enum plain_kind {
	PLAIN_LETTER = 1,
	PLAIN_BEYOND = 2,       /* and not of ASCII */
	PLAIN_UPPER = 4,        /* a capital */
	PLAIN_ELIDED = 8,       /* stands before an apostrophe, alone, */
	PLAIN_U = 16,           /* or behind a q; */
	PLAIN_CLIPPED = 32,     /* stands behind one */
	PLAIN_SPACE = 64,
	/* Signs beyond ASCII: */
	PLAIN_NBSP = 128,       /* a space that breaks no line, */
	PLAIN_DASH = 256,
	PLAIN_APOSTROPHE = 512,
	PLAIN_QUOTE = 1024,     /* quotation marks, */
	PLAIN_LEFT = 2048,      /* one of which opens, and what */
	PLAIN_RIGHT = 4096      /* closes the same */
};

#define PLAIN_SIGN (PLAIN_NBSP | PLAIN_DASH | PLAIN_APOSTROPHE | PLAIN_QUOTE)

struct ug_plain_tables {
	size_t language;
	bool latin;
	uint8_t of[LAST + 1];     /* numbers of characters; 0: unusual */
	uint16_t kind[MOST];      /* enum plain_kind, by number */
	uint8_t cost[MOST][MOST]; /* of one behind another */
};

static const struct {
	uint16_t c, kind;
} plain_signs[] = {
	{ 0xA0, PLAIN_NBSP },
	{ 0xAB, PLAIN_QUOTE | PLAIN_LEFT },
	{ 0xBB, PLAIN_QUOTE | PLAIN_RIGHT },
	{ 0x2013, PLAIN_DASH },
	{ 0x2014, PLAIN_DASH },
	{ 0x2019, PLAIN_APOSTROPHE },
	{ 0x201C, PLAIN_QUOTE },
	{ 0x201D, PLAIN_QUOTE },
	{ 0x201E, PLAIN_QUOTE },
};

static struct ug_glyph
plain_glyph(uint32_t c)
{
	return c == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(c);
}

/* The small letters of a script; returns how many. */
static size_t
letters_of(unsigned script, struct ug_glyph *letters)
{
	size_t n = 0;

	for (uint32_t c = 'a'; c <= LAST && n < LETTERS; c++) {
		const struct ug_glyph glyph = ug_glyph_of(c);

		if (glyph.script == script && glyph.class != UG_UPPER &&
		    ug_glyph_is_letter(glyph))
			letters[n++] = glyph;
	}
	return n;
}

/* Does the language, of whose script these are, write a letter? */
static bool
letter_usual(size_t language, const struct ug_glyph *letters, size_t n,
    struct ug_glyph glyph)
{
	size_t alike = 0;
	int least;

	if (glyph.script != ug_language_script(language) ||
	    !ug_glyph_is_letter(glyph))
		return false;
	if (glyph.class == UG_UPPER)
		glyph.class = UG_LOWER;
	/* Rare letters are one to the model. */
	for (size_t i = 0; i < n; i++)
		alike += letters[i].symbol == glyph.symbol;
	least = ug_pair_cost(language, UG_GLYPH_EDGE, glyph);
	for (size_t i = 0; i < n && i < PROBES; i++) {
		const int cost = ug_pair_cost(language, letters[i], glyph);

		least = cost < least ? cost : least;
	}
	return alike <= 2 && least <= USUAL;
}

static unsigned
kind_of(uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);
	unsigned kind = c >= 0x80 ? PLAIN_BEYOND : 0;

	for (size_t i = 0; i < sizeof(plain_signs) / sizeof(*plain_signs); i++)
		if (plain_signs[i].c == c)
			return plain_signs[i].kind;
	if (c == ' ')
		return PLAIN_SPACE;
	if (!ug_glyph_is_letter(glyph))
		return kind;
	kind |= PLAIN_LETTER | (glyph.class == UG_UPPER ? PLAIN_UPPER : 0);
	if (c >= 0x80)
		return kind;
	return kind | ((c | 0x20) == 'u' ? PLAIN_U : 0) |
	    (strchr("cdjlmnst", (int)c | 0x20) ? PLAIN_ELIDED : 0) |
	    (strchr("stdmrl", (int)c | 0x20) ? PLAIN_CLIPPED : 0);
}

/* Give a character a number; *n is how many have one. */
static void
tables_add(struct ug_plain_tables *t, uint32_t c, uint32_t *chars, size_t *n)
{
	if (*n == MOST)
		return;
	t->of[c] = (uint8_t)*n;
	t->kind[*n] = (uint16_t)kind_of(c);
	chars[(*n)++] = c;
}

static void
tables_make(struct ug_plain_tables *t, size_t language)
{
	struct ug_glyph letters[LETTERS];
	const size_t n_letters = letters_of(ug_language_script(language),
	    letters);
	uint32_t chars[MOST];
	size_t n = BLANK;

	memset(t, 0, sizeof(*t));
	t->language = language;
	t->latin = ug_language_script(language) == UG_LATIN;
	/* Of what is left out, two start escapes. */
	for (uint32_t c = ' '; c < 0x7F; c++)
		if (c != '&' && c != '\\')
			tables_add(t, c, chars, &n);
	for (size_t i = 0; i < sizeof(plain_signs) / sizeof(*plain_signs); i++)
		tables_add(t, plain_signs[i].c, chars, &n);
	for (uint32_t c = 0x80; c <= LAST; c++)
		if (letter_usual(language, letters, n_letters, ug_glyph_of(c)))
			tables_add(t, c, chars, &n);
	t->of['\t'] = t->of['\n'] = t->of['\r'] = BLANK;
	for (size_t i = BLANK; i < n; i++)
		for (size_t j = BLANK; j < n; j++) {
			const int cost = ug_pair_cost(language,
			    plain_glyph(chars[i]), plain_glyph(chars[j])) /
			    UNIT;

			t->cost[i][j] = (uint8_t)(cost > UINT8_MAX ? UINT8_MAX :
			    cost);
		}
}

/* Lines vote, and those in other languages vote against the one that leads. */
static void
plain_vote(struct ug_plain *plain, size_t language, size_t n_chars)
{
	if (plain->language == language) {
		plain->lead += n_chars;
	} else if (plain->lead > n_chars) {
		plain->lead -= n_chars;
	} else {
		plain->language = language;
		plain->lead = n_chars - plain->lead;
	}
	if (plain->lead > 2 * ENOUGH)
		plain->lead = 2 * ENOUGH;
}

void
ug_plain_enter(struct ug_plain *plain, uint64_t block)
{
	if (plain->block == block)
		return;
	plain->block = block;
	plain->lead = 0;
	plain->known = false;
}

enum ungarble_err
ug_plain_learn(struct ug_plain *plain, size_t language, size_t n_chars)
{
	struct ug_plain_tables *t = plain->tables;

	plain_vote(plain, language, n_chars);
	if (plain->lead < ENOUGH ||
	    ug_language_script(plain->language) == UG_CJK)
		return UNGARBLE_OK;
	if (t == NULL)
		t = ug_new(plain->alloc, sizeof(*t));
	if (t == NULL)
		return UNGARBLE_ENOMEM;
	if (plain->tables == NULL || t->language != plain->language)
		tables_make(t, plain->language);
	plain->tables = t;
	plain->known = true;
	return UNGARBLE_OK;
}

/* What was seen of a line. */
struct look {
	unsigned before, last;  /* numbers of characters */
	int sum, n;             /* costs, of so many */
	unsigned n_letters;     /* in a row, with the last one */
	unsigned n_quotes, n_left, n_right;
};

/* May the sign that was last stand between what is before and behind it? */
static bool
sign_good(const struct ug_plain_tables *t, const struct look *look,
    unsigned next)
{
	const unsigned sign = t->kind[look->last];
	const unsigned before = t->kind[look->before], behind = t->kind[next];

	if ((sign & PLAIN_DASH) != 0)
		return ((before | behind) & PLAIN_LETTER) == 0;
	if ((sign & PLAIN_APOSTROPHE) != 0)
		return t->latin && (before & behind & PLAIN_LETTER) != 0 &&
		    ((look->n_letters == 1 && (before & PLAIN_ELIDED) != 0) ||
		    (look->n_letters == 2 && (before & PLAIN_U) != 0) ||
		    (behind & PLAIN_CLIPPED) != 0);
	if ((sign & PLAIN_NBSP) != 0)
		return ((before | behind) & PLAIN_SPACE) == 0 &&
		    (before & behind & PLAIN_LETTER) == 0;
	/* Guillemets may stand between spaces. */
	return (before & PLAIN_QUOTE) == 0 && (before & behind & (PLAIN_LETTER |
	    ((sign & (PLAIN_LEFT | PLAIN_RIGHT)) == 0 ? PLAIN_SPACE : 0))) == 0;
}

/* May two letters, one beyond ASCII, stand behind one another? */
static inline bool
pair_good(const struct ug_plain_tables *t, unsigned a, unsigned b,
    unsigned cost)
{
	return cost <= (unsigned)(t->latin ? PAIR_LATIN : PAIR) / UNIT &&
	    ((a & PLAIN_UPPER) != 0 || (b & PLAIN_UPPER) == 0);
}

/* Take the next character.  False: the line is not plain. */
static inline bool
look_on(const struct ug_plain_tables *t, struct look *look, unsigned next)
{
	const unsigned kind = t->kind[next], last = t->kind[look->last];
	const unsigned cost = t->cost[look->last][next];

	if ((kind & last & PLAIN_LETTER) != 0 &&
	    ((kind | last) & PLAIN_BEYOND) != 0 &&
	    !pair_good(t, last, kind, cost))
		return false;
	if ((last & PLAIN_SIGN) != 0 && !sign_good(t, look, next))
		return false;
	look->n_quotes += (kind & PLAIN_QUOTE) != 0;
	look->n_left += (kind & PLAIN_LEFT) != 0;
	look->n_right += (kind & PLAIN_RIGHT) != 0;
	look->sum += (int)cost;
	look->n++;
	if ((kind & PLAIN_LETTER) != 0)
		look->n_letters = (last & PLAIN_LETTER) != 0 ?
		    look->n_letters + 1 : 1;
	look->before = look->last;
	look->last = next;
	return true;
}

bool
ug_plain_is(struct ug_plain *plain, struct ug_text line)
{
	const struct ug_plain_tables *const t = plain->tables;
	struct look look = { .before = BLANK, .last = BLANK };
	size_t n_beyond = 0;

	if (!plain->known)
		return false;
	for (size_t at = 0; at < line.len; ) {
		const uint32_t c = ug_text_next(line, &at);
		const unsigned next = c > LAST ? 0 : t->of[c];

		if (next == 0 || !look_on(t, &look, next))
			return false;
		n_beyond += c >= 0x80;
	}
	if (!look_on(t, &look, BLANK) || look.n < LEAST ||
	    look.sum * UNIT > look.n * (t->latin ? MEAN_LATIN : MEAN) ||
	    look.n_quotes % 2 != 0 || look.n_left != look.n_right)
		return false;
	plain_vote(plain, t->language, n_beyond);
	return true;
}
