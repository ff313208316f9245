/*
 * cues.h - the tokens of a text as far as the lexicon knows them
 *
 * The same tokens as of a ug_tokens walk, looked up on the way: what the gate
 * reads of every record.
 */
#ifndef UG_CUES_H
#define UG_CUES_H

#include "base/buf.h"
#include "other_phrase.h"
#include "tokens.h"

/* A token, as far as keys of the lexicon have it. */
struct ug_cue {
	uint16_t word;  /* its number among all such words; or of none */
	uint16_t root;  /* the node of the lexicon it leads to; 0: none */
	uint16_t line;  /* tokens of its line, UINT16_MAX at most; 1 in a line
	                 * that is a list */
	uint8_t flags;  /* of that node */
	uint8_t gap;
};

/* A token that is still to be looked up. */
struct ug_cue_run {
	uint64_t key;
	uint32_t at;  /* bytes of the text */
	uint16_t len; /* or UINT16_MAX */
	uint8_t gap;
};

struct ug_cues {
	const struct ug_alloc *alloc;
	struct ug_cue *v;       /* n, and one more that starts a line */
	struct ug_token *tokens; /* the n themselves */
	size_t n, cap, cap_tokens;
	struct ug_tokens walk;
	size_t line_at;         /* where the line starts in the text, */
	size_t line_n;          /* and in v */
	bool doubtful;          /* not asked yet whether the line is code */
	bool too_long;          /* a word is, for its token to tell */
	size_t n_run;
	struct ug_cue_run run[UG_CUE_RUN];
	uint8_t region;         /* where the text starts: see ug_tokens */
	struct ug_other_start others;      /* as they are, and */
	struct ug_other_start line_others; /* where the line starts */
};

void ug_cues_free(struct ug_cues *cues);

/* Take the tokens of `text`; *region is as of ug_tokens.  ENOMEM. */
UG_CHECK enum ungarble_err ug_cues_read(struct ug_cues *cues,
    struct ug_text text, uint8_t *region);

/* A key and where it stands: the number of its first token. */
struct ug_found {
	uint32_t at;
	uint16_t node;
	uint16_t line; /* tokens of its line */
	uint8_t flags;
	uint8_t n;     /* tokens of its own */
};

/*
 * The longest spun form that begins with a cue, as far as its line tells: the
 * node of the lexicon, and its tokens, 0 if there is none; `ask` if it may go
 * on in the next line.
 */
struct ug_cue_form {
	uint16_t node;
	uint8_t n;
	bool ask;
};

/*
 * The longest keys in cues[0..n) that do not reach over a line end, one behind
 * the other: `found`, of which there is room for n and one more.  cues[n] is
 * there, and starts a line.  Returns how many.  forms[0..n) becomes the form
 * that begins with each cue.
 */
size_t ug_cues_match(const struct ug_cue *cues, size_t n,
    struct ug_found *found, struct ug_cue_form *forms);

#endif /* UG_CUES_H */
