/*
 * other_phrase.h - phrases of other spinners, and where one may begin
 */
#ifndef UG_OTHER_PHRASE_H
#define UG_OTHER_PHRASE_H

#include "cue_key.h"
#include "tokens.h"

#define UG_OTHER_WORDS 8 /* of a phrase, at most */
#define UG_OTHER_BITS 12 /* of the table of kinds */

/* A phrase, and what it was put for; words.  Static. */
struct ug_other_cue {
	const char *found, *meant;
};

/* The i-th phrase, NULL past the last. */
const struct ug_other_cue *ug_other_cue(size_t i);

/* Whether a phrase may begin with a token of that hash. */
bool ug_other_begins(uint32_t hash);

/*
 * The longest phrase that tokens[0..n) begin with, and *len of them: 0 if there
 * is none.  *more: all of them begin one.
 */
size_t ug_other_match(const struct ug_token *tokens, size_t n, size_t *len,
    bool *more);

#define UG_CUE_RUN 128
/* Where a phrase that begins with two such tokens stands, in 16 bits. */
static inline uint32_t
ug_other_slot(uint32_t first, uint32_t second)
{
	return ug_mix(first ^ second >> 7) >> 16;
}

#define UG_OTHER_KINDS (UG_CUE_RUN + 9) /* bytes for those of a run */

struct ug_cue_run;

/* Whether a record may have phrases, told token by token as cues are read. */
struct ug_other_start {
	bool wanted;   /* somebody asks */
	bool found;    /* one may begin and go on in the record */
	bool before;   /* the last token is of the record before */
	uint8_t kind;  /* of the last token, and */
	uint32_t at, len, hash; /* that token, if one may begin with it */
};

/* What tokens are to the first two words of phrases. */
extern const uint8_t ug_other_kinds[];

/* By the ug_cue_mix() of its key; 0: nothing. */
static inline uint8_t
ug_other_kind(uint32_t mix)
{
	return ug_other_kinds[mix >> (UG_CUE_BITS - UG_OTHER_BITS)];
}

void ug_other_start_record(struct ug_other_start *start);

/*
 * The next n tokens of the record's text, of which kinds[1..n] are the kinds.
 */
void ug_other_start_run(struct ug_other_start *start, struct ug_text text,
    const struct ug_cue_run *run, size_t n, uint8_t kinds[UG_OTHER_KINDS]);

/* The next token, of which `key` is the ug_cue_key(). */
void ug_other_start_token(struct ug_other_start *start, struct ug_text text,
    const struct ug_token *token, uint64_t key);

/* Whether a phrase may begin with the last token, of the record that ended. */
bool ug_other_start_ends(const struct ug_other_start *start);

void ug_other_start_end(struct ug_other_start *start);

#endif /* UG_OTHER_PHRASE_H */
