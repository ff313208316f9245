/*
 * mojibake_pairs.h - what characters are and cost, looked up before
 *
 * What the model says of two characters is the same whatever the line.  Of
 * those that were met it is kept, in all languages at once: what is kept spares
 * time and changes nothing.
 */
#ifndef UG_MOJIBAKE_PAIRS_H
#define UG_MOJIBAKE_PAIRS_H

#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "model/blob_read.h"
#include "model/model.h"

#define UG_MOJIBAKE_WORDS (UG_LANGUAGES_MAX / 8)
#define UG_MOJIBAKE_STEP  4    /* words that are added at once */
#define UG_MOJIBAKE_FEW   8    /* pairs whose bytes can be added in bytes */
#define UG_MOJIBAKE_SLOTS 4096 /* at most, a power of two */
#define UG_MOJIBAKE_PAIRS (UG_MOJIBAKE_SLOTS / 2) /* half of them are used */

/* One glyph behind another: what ug_tally_add() adds of it. */
struct ug_mojibake_pair {
	uint64_t key;
	int32_t common, foreign;
	int32_t known;      /* of the script */
	int32_t least;      /* ug_pair_least(), or what stands for it, */
	int32_t kept;       /* and where it is there, whoever wrote it */
	uint8_t script;
	bool spare;         /* there was no room for it */
	bool lost;          /* one of them is U+FFFD */
	uint64_t by[UG_MOJIBAKE_WORDS]; /* of languages: a byte each, the
	                                 * even ones four before the odd */
};

/* The language that is kindest to each character. */
#define UG_MOJIBAKE_ANY SIZE_MAX

/* A language, and where it stands in pairs. */
struct ug_mojibake_tongue {
	bool any;
	uint8_t script, word, shift;
};

/* The words of a script's languages. */
struct ug_mojibake_words {
	unsigned first, end;
};

struct ug_mojibake_char;

/* A character. */
struct ug_mojibake_met {
	uint32_t c;
	struct ug_glyph glyph;
	const struct ug_mojibake_char *bytes;
	uint64_t line; /* the last one it was met in */
};

/* A tally of pairs that were looked up. */
struct ug_mojibake_sum {
	struct ug_tally tally;
	struct ug_mojibake_words words; /* those that are asked for */
	unsigned n_few;                 /* pairs that are not in it yet */
	const struct ug_mojibake_pair *few[UG_MOJIBAKE_FEW];
};

/* What was looked up, in one piece of memory. */
struct ug_mojibake_pairs {
	struct ug_mojibake_met *met; /* a quarter as many as slots */
	uint16_t *slots;    /* pairs by their keys; 0: none */
	size_t n_slots;     /* a power of two, */
	unsigned shift;     /* which this makes of 64 bits */
	size_t n;
	uint64_t line;
	struct ug_mojibake_words words[UG_N_SCRIPTS]; /* UG_NO_SCRIPT: all */
	unsigned spoken, meant; /* the scripts of the line before */
	struct ug_mojibake_sum sum; /* of a line as it stands, */
	uint64_t sum_line;      /* this one, */
	unsigned sum_script;    /* in languages of that */
	struct ug_mojibake_pair v[]; /* v[0]: one for which there was no room;
	                              * half as many as slots */
};

/* That of a stream.  `pairs`: NULL at first; whoever ends it frees it. */
struct ug_met {
	struct ug_mojibake_pairs *pairs;
	const struct ug_alloc *alloc;
};

/*
 * How many slots there should be for the next line, of so many bytes, and the
 * bytes that they take.  `pairs`: those of the lines before, or NULL.
 */
size_t ug_mojibake_pairs_slots(const struct ug_mojibake_pairs *pairs,
    size_t len);
size_t ug_mojibake_pairs_size(size_t n_slots);

/* Nothing was looked up. */
void ug_mojibake_pairs_init(struct ug_mojibake_pairs *pairs, size_t n_slots);

/* A line comes next: make room, if there is little. */
void ug_mojibake_pairs_line(struct ug_mojibake_pairs *pairs);

/* Look a pair up that has no slot, but may have this one. */
uint16_t ug_mojibake_pair_make(struct ug_mojibake_pairs *pairs, size_t slot,
    struct ug_glyph a, struct ug_glyph b);

struct ug_mojibake_met *ug_mojibake_met_make(struct ug_mojibake_met *met,
    uint32_t c);

static inline uint64_t
ug_mojibake_key(struct ug_glyph a, struct ug_glyph b)
{
	uint32_t first, second;

	memcpy(&first, &a, sizeof(first));
	memcpy(&second, &b, sizeof(second));
	return (uint64_t)first << 32 | second;
}

/*
 * The number of the glyph `b` behind the glyph `a`, as long as the line lasts;
 * 0 if there was no room: it is there until the next is asked for.
 */
static inline uint16_t
ug_mojibake_pair_find(struct ug_mojibake_pairs *pairs, struct ug_glyph a,
    struct ug_glyph b)
{
	const uint64_t key = ug_mojibake_key(a, b);
	size_t slot = ug_mix_64(key) >> pairs->shift;
	uint16_t number;

	while ((number = pairs->slots[slot]) != 0) {
		if (pairs->v[number].key == key)
			return number;
		slot = (slot + 1) & (pairs->n_slots - 1);
	}
	return ug_mojibake_pair_make(pairs, slot, a, b);
}

/* What it is; valid until the next is asked for. */
static inline const struct ug_mojibake_pair *
ug_mojibake_pair(struct ug_mojibake_pairs *pairs, struct ug_glyph a,
    struct ug_glyph b)
{
	return &pairs->v[ug_mojibake_pair_find(pairs, a, b)];
}

/* What is known of a character; valid until the next is asked for. */
static inline struct ug_mojibake_met *
ug_mojibake_met(struct ug_mojibake_pairs *pairs, uint32_t c)
{
	struct ug_mojibake_met *const met = &pairs->met[(c ^ c / 1024 * 0x155) &
	    (pairs->n_slots / 4 - 1)];

	return met->c == c ? met : ug_mojibake_met_make(met, c);
}

/* A language, or ..._ANY. */
static inline struct ug_mojibake_tongue
ug_mojibake_tongue(size_t language)
{
	if (language == UG_MOJIBAKE_ANY)
		return (struct ug_mojibake_tongue){ .any = true };
	return (struct ug_mojibake_tongue){
		.script = (uint8_t)ug_language_script(language),
		.word = (uint8_t)(language / 8),
		.shift = (uint8_t)(language % 4 * 16 + language / 4 % 2 * 8) };
}

/* What a pair costs in a language: ug_pair_cost(). */
static inline int
ug_mojibake_pair_cost(const struct ug_mojibake_pair *pair,
    struct ug_mojibake_tongue tongue)
{
	const int cost = pair->common + pair->foreign +
	    (int)(pair->by[tongue.word] >> tongue.shift & 0xFF) *
	    UG_BLOB_NIBBLE;

	return pair->script == tongue.script ? cost - pair->known : cost;
}

/* Of languages of a script; or of all. */
void ug_mojibake_sum_init(struct ug_mojibake_sum *sum,
    const struct ug_mojibake_pairs *pairs, unsigned script);

/* Add those that wait. */
void ug_mojibake_sum_gather(struct ug_mojibake_sum *sum);

/* No more than 4096 in all. */
static inline void
ug_mojibake_sum_add(struct ug_mojibake_sum *sum,
    const struct ug_mojibake_pair *pair)
{
	sum->few[sum->n_few++] = pair;
	if (sum->n_few == UG_MOJIBAKE_FEW || pair->spare)
		ug_mojibake_sum_gather(sum);
}

/*
 * Take from a sum what is in part of it, of languages of the same script: both
 * are gathered.
 */
void ug_mojibake_sum_take(struct ug_mojibake_sum *sum,
    const struct ug_mojibake_sum *part);

/* The tally of all that was added. */
const struct ug_tally *ug_mojibake_sum_tally(struct ug_mojibake_sum *sum);

#endif /* UG_MOJIBAKE_PAIRS_H */
