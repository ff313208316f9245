/*
 * model.h - how likely characters are to follow one another, by language
 *
 * One model for all who ask what reads like text: detection, of bytes decoded
 * in one way or another; repair, of text before and after.  A character is a
 * glyph: its class (a small letter, an opening quote, a box), and what it is in
 * its class.  A pair of glyphs costs what its classes cost one behind the
 * other, the same in any language, and what the letter costs behind the letter
 * before it, in each language.  A sign that is repeated costs its class alone.
 *
 * Costs are in hundredths of a nat: -100 ln P.
 */
#ifndef UG_MODEL_H
#define UG_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "classes.h"

struct ug_glyph {
	uint8_t class;   /* enum ug_class */
	uint8_t script;  /* enum ug_script; of what is no letter: none */
	uint16_t symbol; /* letters: their numbers, case folded, in the first
	                  * two tables of their script, low byte first;
	                  * ideographs: the character; else a sign */
};

/* What stands before the first character of a line and behind the last one. */
#define UG_GLYPH_EDGE ((struct ug_glyph){ UG_SPACE, UG_NO_SCRIPT, 0 })

struct ug_glyph ug_glyph_of(uint32_t c);

static inline bool
ug_glyph_is_letter(struct ug_glyph glyph)
{
	return glyph.class >= UG_LOWER && glyph.class <= UG_IDEOGRAPH;
}

#define UG_LANGUAGES_MAX 192

/* Languages have numbers below that; some numbers have no language. */
size_t ug_n_languages(void);

/*
 * The code of a language: "de"; "" if the number has none.  That of ISO 639,
 * but for the two ways to write Chinese: "zh" is simplified, "zt" traditional.
 */
const char *ug_language_code(size_t language);

/* What others call it: the code of ISO 639, "zh" for both. */
const char *ug_language_iso(size_t language);

/* The first language of that code; SIZE_MAX if there is none. */
size_t ug_language_of(const char *code);

/* The script a language is written in. */
enum ug_script ug_language_script(size_t language);

/* What a text costs, whatever its language and in each. */
struct ug_tally {
	int32_t common;
	int32_t foreign;                 /* its letters, if none were known */
	int32_t known[UG_N_SCRIPTS];     /* less those of a script */
	uint64_t by[UG_LANGUAGES_MAX / 4]; /* these and signs: four a word */
};

void ug_tally_init(struct ug_tally *tally);

/*
 * `count` times the glyph `b` behind the glyph `a`; no more than 4096 in all.
 */
void ug_tally_add(struct ug_tally *tally, struct ug_glyph a, struct ug_glyph b,
    int count);

/* What the glyph `b` costs behind the glyph `a` in one language. */
int ug_pair_cost(size_t language, struct ug_glyph a, struct ug_glyph b);

/*
 * The languages of East Asia that hardly know an ideograph, kana or syllable: a
 * bit each, the first of them lowest.
 */
unsigned ug_ideograph_rare(uint32_t c);

/* The least that the glyph `b` behind the glyph `a` costs in any language. */
int ug_pair_least(struct ug_glyph a, struct ug_glyph b);

/*
 * What a sign costs more at least in any language, but behind itself; 0 of what
 * is none.
 */
int ug_sign_least(struct ug_glyph sign);

/* What stands behind what, by numbers of glyphs, and how often. */
struct ug_pair {
	uint8_t a, b;
	uint16_t n;
};

void ug_tally_add_pairs(struct ug_tally *tally, const struct ug_glyph *glyphs,
    const struct ug_pair *pairs, size_t n);

/* What a text costs at least, whatever its language. */
struct ug_least {
	int common;
	uint32_t scripts;          /* those below that count, a bit each */
	int foreign[UG_N_SCRIPTS]; /* letters where their script is foreign */
	int letters[UG_N_SCRIPTS]; /* where it is not */
};

void ug_least_add(struct ug_least *least, struct ug_glyph a,
    struct ug_glyph b);
/* signs[]: ug_sign_least() of each glyph. */
void ug_least_add_pairs(struct ug_least *least, const struct ug_glyph *glyphs,
    const int16_t *signs, const struct ug_pair *pairs, size_t n);
/* What all of it costs at least if it has no letters but ideographs. */
int ug_least_ideographs(const struct ug_least *least);

/* The cost in one language. */
int32_t ug_tally_cost(const struct ug_tally *tally, size_t language);

#define UG_NO_LANGUAGE (1 << 29) /* what it costs in a number of none */

/* The same in each, or UG_NO_LANGUAGE.  Room for UG_LANGUAGES_MAX. */
void ug_tally_costs(const struct ug_tally *tally, int *costs);

/*
 * The language in which `part` costs least, and what `rest` does so many
 * hundredths of: the first of those.  With a script, what languages of others
 * cost more than what is common to all of theirs need not have been counted;
 * SIZE_MAX if it tells.
 */
size_t ug_tally_best(const struct ug_tally *part, const struct ug_tally *rest,
    int percent, unsigned script);

/*
 * What a text costs in each language more than in the one where it costs least,
 * or UG_NO_LANGUAGE.  `behind` has room for UG_LANGUAGES_MAX.
 */
void ug_tally_behind(const struct ug_tally *tally, int *behind);

/*
 * What languages cost beside the text: extra[], at least 0 each.  The rest is
 * ug_leaning_set()'s, by a part that all texts share which are asked of.
 */
struct ug_leaning {
	int extra[UG_LANGUAGES_MAX];
	int least[UG_LANGUAGES_MAX];     /* with that part */
	uint8_t lead[UG_N_SCRIPTS];      /* the language of a script, or of any
	                                  * for none, that is least by that */
};

void ug_leaning_set(struct ug_leaning *leaning, const struct ug_tally *part);

/*
 * No language costs less than that, nor what it costs beside.  The letters of
 * the part that ug_leaning_set() was given are not in `least`.
 */
int ug_least_cost(const struct ug_least *least,
    const struct ug_leaning *leaning);

struct ug_spoken {
	size_t language;
	int32_t cost;
};

/*
 * The languages that cost least: all that are no more than `within` behind the
 * first, and some more.  `spoken` has room for UG_LANGUAGES_MAX.  Returns how
 * many, in the order of their numbers.
 */
size_t ug_tally_spoken(const struct ug_tally *tally,
    const struct ug_leaning *leaning, int32_t within,
    struct ug_spoken *spoken);

#endif /* UG_MODEL_H */
