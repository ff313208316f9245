/*
 * prose.h - a record as words and what stands between them
 *
 * A word is letters, digits and what joins them (can’t, man-made, 1,600); the
 * gap after it reaches to the next word or to the end.
 */
#ifndef UG_PROSE_H
#define UG_PROSE_H

#include "edit/edit.h"

struct ug_memory;

struct ug_word {
	size_t at, len;
};

struct ug_prose {
	struct ug_text text;
	const struct ug_word *words; /* in the arena */
	size_t n;
	unsigned cues;               /* what may be there: see glance.h */
};

/* The first word that starts at or behind text.s[at].  False: there is none. */
bool ug_prose_next(struct ug_text text, size_t at, struct ug_word *word);

/* The word that the letter or digit at text.s[at] is in. */
struct ug_text ug_prose_around(struct ug_text text, size_t at);

/* Cut `text` into words; nothing is known of cues.  ENOMEM. */
UG_CHECK enum ungarble_err ug_prose_read(struct ug_prose *prose,
    struct ug_text text, struct ug_arena *scratch);

static inline struct ug_text
ug_prose_word(const struct ug_prose *prose, size_t i)
{
	return ug_text_part(prose->text, prose->words[i].at,
	    prose->words[i].len);
}

/* Whether words `i` and `k` are the same. */
static inline bool
ug_prose_same(const struct ug_prose *prose, size_t i, size_t k)
{
	const struct ug_word a = prose->words[i], b = prose->words[k];

	return a.len == b.len && prose->text.s[a.at] == prose->text.s[b.at] &&
	    memcmp(prose->text.s + a.at, prose->text.s + b.at, a.len) == 0;
}

/* Where word `i` ends and the gap after it starts. */
static inline size_t
ug_prose_end(const struct ug_prose *prose, size_t i)
{
	return prose->words[i].at + prose->words[i].len;
}

/* What stands between word `i` and the next, or the end. */
static inline struct ug_text
ug_prose_gap(const struct ug_prose *prose, size_t i)
{
	const size_t at = ug_prose_end(prose, i);
	const size_t to = i + 1 < prose->n ? prose->words[i + 1].at :
	    prose->text.len;

	return ug_text_part(prose->text, at, to - at);
}

/* Whether that is `gap`. */
static inline bool
ug_prose_gap_is(const struct ug_prose *prose, size_t i, const char *gap)
{
	return ug_text_is(ug_prose_gap(prose, i), gap);
}

/* Whether a word is one of `list`, words with a blank between. */
bool ug_word_in(struct ug_text word, const char *list);

static inline bool
ug_prose_in(const struct ug_prose *prose, size_t i, const char *list)
{
	return i < prose->n && ug_word_in(ug_prose_word(prose, i), list);
}

/* Whether word `i` is small ASCII letters; - and ’ may stand inside. */
bool ug_prose_lower(const struct ug_prose *prose, size_t i);

/* Whether word `i` starts with a capital and goes on small: "China", "I". */
bool ug_prose_title(const struct ug_prose *prose, size_t i);

/* Whether a full stop after a word may be part of it: "vs", "U.S", "J". */
bool ug_word_short(struct ug_text word);

static inline bool
ug_prose_short(const struct ug_prose *prose, size_t i)
{
	return ug_word_short(ug_prose_word(prose, i));
}

/*
 * Whether a sentence ends after word `i`: a mark that ends sentences follows,
 * and then a capital, a digit or the end.
 */
bool ug_prose_stops_here(const struct ug_prose *prose, size_t i);

static inline bool
ug_prose_stops(const struct ug_prose *prose, size_t i)
{
	/* A blank alone, as mostly, stops nothing. */
	return !ug_prose_gap_is(prose, i, " ") && ug_prose_stops_here(prose, i);
}

/* The first word of the sentence that word `i` is in, and its last. */
size_t ug_prose_first(const struct ug_prose *prose, size_t i);
size_t ug_prose_last(const struct ug_prose *prose, size_t i);

/*
 * Whether words [from, to] hold a verb that makes them a sentence: one that
 * takes a subject, other than in a clause opened by "who", "which" and such.
 */
bool ug_prose_has_verb(const struct ug_prose *prose, size_t from, size_t to);

/* Whether a text is written in English, by its commonest words. */
bool ug_prose_english(struct ug_text text);

/* Whether more than `but` stops and commas stand behind a blank. */
bool ug_prose_spaced(const struct ug_prose *prose, size_t but);

/* Whether a quotation mark of any kind stands in the text. */
bool ug_prose_quotes(struct ug_text text);

/* Whether ’ is the apostrophe of a text that has `cues`, rather than '. */
bool ug_prose_curly(unsigned cues);

/* The marks of quotation in English, one by one. */
struct ug_quotes {
	struct ug_text text;
	size_t straight, curly; /* where the next one of each kind stands */
};

struct ug_quote {
	size_t at, len;
};

/* Start with a text that has `cues`. */
struct ug_quotes ug_quotes_of(struct ug_text text, unsigned cues);

/* The next one.  False: there is none. */
bool ug_quotes_next(struct ug_quotes *quotes, struct ug_quote *quote);

/*
 * Facts that later records draw on.  A rule notes those that it reads, of texts
 * that have its cues and are worth its look; where several read the same, fewer
 * of them switched on may note less.  UG_FACT_QUOTED is noted of every text
 * that shows it if any of those who read it is on.  UG_FACT_CURLY and
 * UG_FACT_POSSESSIVE are not noted again in a block that has them: ask only
 * whether they were, not how often.
 */
enum ug_fact {
	UG_FACT_CURLY = 1,      /* ’ is the apostrophe; of nothing */
	UG_FACT_POSSESSIVE = 2, /* a name stands with ’s; of the name */
	UG_FACT_TITLED = 4,     /* or behind a title; of the name, of nothing */
	UG_FACT_QUOTED = 8      /* marks of quotation: see slips.h */
};

/*
 * Note what of `facts`, several of enum ug_fact, a text shows.  What is asked
 * only whether it was is noted once in a block of `memory`.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_prose_note(struct ug_text text, unsigned cues,
    unsigned facts, const struct ug_memory *memory, struct ug_edits *edits);

/* How often it was noted in records before. */
unsigned ug_prose_noted(const struct ug_memory *memory, enum ug_fact fact,
    struct ug_text what);

/* The titles that stand before names. */
#define UG_TITLES "Mr Mrs Ms Dr"
#define UG_TITLE_LEN_MAX 3

/* Whether a title stands before word `i`. */
bool ug_prose_titled(const struct ug_prose *prose, size_t i);

/* A word without ’s or 's, or of length 0 if it has neither. */
struct ug_text ug_word_stem(struct ug_text word);

#endif /* UG_PROSE_H */
