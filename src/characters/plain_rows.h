/*
 * plain_rows.h - what characters cost behind one another, in all languages of a
 * script at once
 */
#ifndef UG_PLAIN_ROWS_H
#define UG_PLAIN_ROWS_H

#include "base/buf.h"
#include "model/model.h"

#define UG_PLAIN_LAST      0x217F /* character that may be usual */
#define UG_PLAIN_MOST      384    /* characters of a script that are */
#define UG_PLAIN_BLANK     1      /* the number of all that words stand
                                   * between; that of what is unusual is 0 */
#define UG_PLAIN_LANGUAGES 64     /* of a script */
#define UG_PLAIN_UNIT      80     /* of costs in rows */
#define UG_PLAIN_UNITS     31     /* that a language costs at most, in a row */

/* What a character is beside others. */
enum ug_plain_kind {
	UG_PLAIN_LETTER = 1,
	UG_PLAIN_BEYOND = 2,       /* and not of ASCII */
	UG_PLAIN_UPPER = 4,        /* a capital */
	UG_PLAIN_ELIDED = 8,       /* stands before an apostrophe, alone, */
	UG_PLAIN_U = 16,           /* or behind a q; */
	UG_PLAIN_CLIPPED = 32,     /* stands behind one */
	UG_PLAIN_SPACE = 64,
	/* Signs beyond ASCII: */
	UG_PLAIN_NBSP = 128,       /* a space that breaks no line, */
	UG_PLAIN_DASH = 256,       /* or a bullet, */
	UG_PLAIN_APOSTROPHE = 512,
	UG_PLAIN_INVERTED = 1024,  /* a mark upside down, */
	UG_PLAIN_QUOTE = 2048,     /* quotation marks, */
	UG_PLAIN_LEFT = 4096,      /* one of which opens, and what */
	UG_PLAIN_RIGHT = 8192      /* closes the same */
};

#define UG_PLAIN_SIGN (UG_PLAIN_NBSP | UG_PLAIN_DASH | UG_PLAIN_APOSTROPHE | \
    UG_PLAIN_INVERTED | UG_PLAIN_QUOTE)

#define UG_PLAIN_WORDS (UG_PLAIN_LANGUAGES / 8)

/* One character behind another; languages are bits, or bytes of words. */
struct ug_plain_row {
	uint64_t simple; /* `good`; 0 if there is a sign in it */
	uint64_t odd;    /* of `good`, those that seldom write that */
	int32_t common;  /* as of ug_pair_cost() */
	uint32_t unused;
	uint64_t cost[UG_PLAIN_WORDS]; /* above that, in units */
	uint64_t good;   /* languages that write that */
};

#define UG_PLAIN_PLACE 32 /* bytes, of which a row has some */

/*
 * The first two bytes of a character say how long it is, and its number, or of
 * which page it is if it has three; pages have all that start so.
 */
#define UG_PLAIN_PAGE   64
#define UG_PLAIN_STARTS 0x10000
#define UG_PLAIN_LONG   0x8000u
#define UG_PLAIN_LEN    3       /* else: the bits of its length, */
#define UG_PLAIN_NUMBER 2       /* and how far its number is shifted */

struct ug_plain_rows {
	unsigned script;
	size_t first, n;                 /* languages, */
	uint64_t spoken;                 /* and which of their numbers are */
	size_t n_chars;
	uint16_t of[UG_PLAIN_LAST + 1];  /* numbers of characters */
	uint16_t kind[UG_PLAIN_MOST];    /* enum ug_plain_kind, by number */
	uint16_t none[UG_PLAIN_MOST];    /* all 0 */
	struct ug_arena at_arena;        /* of those that are not `none` */
	struct ug_plain_row *rows;       /* the first is all 0 */
	size_t n_rows, cap;
	uint32_t n_long;                 /* characters of three bytes, and */
	bool longs;                      /* whether they are many */
	size_t looked;                   /* bytes that were looked at, before */
	uint16_t *starts;                /* these were made: by two bytes; 0:
	                                  * of none */

	/* Of so many characters as there are: */
	uint32_t chars[UG_PLAIN_MOST];
	uint64_t usual[UG_PLAIN_MOST];   /* languages that have it, */
	uint64_t common[UG_PLAIN_MOST];  /* and often */
	uint16_t *at[UG_PLAIN_MOST];     /* where rows are, in places; 0: not
	                                  * made yet */
};

static inline const struct ug_plain_row *
ug_plain_row(const struct ug_plain_rows *rows, unsigned at)
{
	return (const struct ug_plain_row *)(const void *)
	    ((const char *)rows->rows + (size_t)at * UG_PLAIN_PLACE);
}

/* The number of a character; 0: it has none. */
static inline unsigned
ug_plain_number(const struct ug_plain_rows *rows, uint32_t c)
{
	return c == ' ' ? UG_PLAIN_BLANK : c > UG_PLAIN_LAST ? 0 : rows->of[c];
}

/* What a row is in the l-th language, as of ug_pair_cost(). */
static inline int
ug_plain_row_cost(const struct ug_plain_row *row, size_t l)
{
	return row->common + UG_PLAIN_UNIT * (int)(row->cost[l / 8] >>
	    l % 8 * 8 & 0xFF);
}

/* What characters cost that stand behind one another, in all languages. */
struct ug_plain_sum {
	int common;                        /* in any, as of ug_pair_cost() */
	unsigned n_few;                    /* of the last so many, */
	uint64_t few[UG_PLAIN_WORDS];      /* units of languages, as in rows; */
	uint64_t units[2][UG_PLAIN_WORDS]; /* and before: of the even ones,
	                                    * and the odd ones */
};

#define UG_PLAIN_FEW 8 /* times UG_PLAIN_UNITS that a byte holds */

/* UG_PLAIN_WORDS of them, written out to stay in registers. */
static inline void
ug_plain_units_add(uint64_t *to, const uint64_t *units)
{
	to[0] += units[0];
	to[1] += units[1];
	to[2] += units[2];
	to[3] += units[3];
	to[4] += units[4];
	to[5] += units[5];
	to[6] += units[6];
	to[7] += units[7];
}

/* Bytes of languages, of which some words have all, are added up in twice the
 * room. */
static inline void
ug_plain_sum_gather_some(struct ug_plain_sum *sum, size_t words)
{
	const uint64_t even = 0x00FF00FF00FF00FFu;

	for (size_t i = 0; i < words; i++) {
		sum->units[0][i] += sum->few[i] & even;
		sum->units[1][i] += sum->few[i] >> 8 & even;
		sum->few[i] = 0;
	}
	sum->n_few = 0;
}

static inline void
ug_plain_sum_gather(struct ug_plain_sum *sum)
{
	ug_plain_sum_gather_some(sum, UG_PLAIN_WORDS);
}

/* No more than 2000 times in all. */
static inline void
ug_plain_sum_add(struct ug_plain_sum *sum, const struct ug_plain_row *row)
{
	sum->common += row->common;
	ug_plain_units_add(sum->few, row->cost);
	if (++sum->n_few == UG_PLAIN_FEW)
		ug_plain_sum_gather(sum);
}

/* Of a sum that is gathered: units of the l-th language. */
static inline int
ug_plain_sum_units(const struct ug_plain_sum *sum, size_t l)
{
	return (int)(sum->units[l % 2][l / 8] >> l % 8 / 2 * 16 & 0xFFFF);
}

/* The same of the first n languages, and some more. */
static inline void
ug_plain_sum_units_all(const struct ug_plain_sum *sum,
    size_t n, int units[UG_PLAIN_LANGUAGES])
{
	for (size_t i = 0; i * 8 < n; i++)
		for (unsigned k = 0; k < 4; k++) {
			*units++ = (int)(sum->units[0][i] >> k * 16 & 0xFFFF);
			*units++ = (int)(sum->units[1][i] >> k * 16 & 0xFFFF);
		}
}

/* The languages of a script.  False: there are none, or too many. */
static inline bool
ug_plain_languages(unsigned script, size_t *first, size_t *n)
{
	*first = *n = 0;
	for (size_t l = 0; l < ug_n_languages(); l++) {
		if (*ug_language_code(l) == '\0' ||
		    ug_language_script(l) != script)
			continue;
		if (*n == 0)
			*first = l;
		*n = l + 1 - *first;
	}
	return *n > 0 && *n <= UG_PLAIN_LANGUAGES;
}

/* Make the tables of a script.  *rows is NULL if it has none.  ENOMEM. */
UG_CHECK enum ungarble_err ug_plain_rows_new(unsigned script,
    const struct ug_alloc *alloc, struct ug_plain_rows **rows);
void ug_plain_rows_free(struct ug_plain_rows *rows,
    const struct ug_alloc *alloc);

/*
 * So many bytes are to be looked at: make what walks need, rows->starts, unless
 * it is there, or few were looked at so far.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_plain_rows_look(struct ug_plain_rows *rows,
    size_t len, const struct ug_alloc *alloc);

/* Find out what is in the row of two characters, by number. */
void ug_plain_row_fill(const struct ug_plain_rows *rows, unsigned a,
    unsigned b, struct ug_plain_row *row);

/*
 * Make the row of two characters, by number; others are forgotten where there
 * are too many.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_plain_rows_make(struct ug_plain_rows *rows,
    unsigned a, unsigned b, const struct ug_alloc *alloc);

#endif /* UG_PLAIN_ROWS_H */
