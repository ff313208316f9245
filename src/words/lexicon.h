/*
 * lexicon.h - what spinners write for what, and where it stands in a text
 *
 * lexicon.tsv, compiled by lexicon_gen.c into lexicon_table.h: a tree of
 * tokens, a node for each key and for each beginning of one.  A key is a spun
 * form, an original, or both.
 */
#ifndef UG_LEXICON_H
#define UG_LEXICON_H

#include "tokens.h"

#define UG_KEY_MAX 8 /* tokens */

enum ug_node_flag {
	UG_NODE_SPUN = 1,     /* a key that was perhaps substituted */
	UG_NODE_ORIGINAL = 2, /* a key that spinners substitute */
	UG_NODE_MORE = 4,     /* longer keys begin with it */
	UG_NODE_GLUED = 8,    /* no white space before its last token */
	UG_NODE_SURE = 16     /* has a pair of tier A0 */
};

struct ug_node {
	uint32_t hash;    /* of the last token */
	uint32_t word;    /* the last token, in ug_lexicon_words */
	uint16_t parent;  /* the node of the tokens before; 0: none */
	uint16_t pair;    /* first of its pairs */
	uint8_t n_pairs;
	uint8_t flags;
};

enum ug_tier {
	UG_TIER_SURE, /* A0: no text of a human has it */
	UG_TIER_A, UG_TIER_B, UG_TIER_C, UG_TIER_D
};

/* One row of the lexicon. */
struct ug_pair {
	uint32_t spun, original; /* in ug_lexicon_words */
	uint8_t kind;            /* in ug_lexicon_kinds */
	uint8_t tier, prior;     /* prior: per cent */
	uint8_t title, upper;    /* bit i: token i must be so */
	uint8_t rule;            /* in ug_lexicon_rules; 0: none */
	uint8_t weight;          /* of the evidence for it: 1, 2 or 4 */
};

extern const struct ug_node ug_lexicon_nodes[];
extern const struct ug_pair ug_lexicon_pairs[];
extern const char ug_lexicon_words[];
extern const char *const ug_lexicon_kinds[]; /* "words/phrase", ... */
extern const char *const ug_lexicon_rules[];
extern const unsigned ug_lexicon_n_nodes, ug_lexicon_n_pairs;
extern const uint32_t ug_lexicon_version; /* a hash of all rows */

struct ug_match {
	uint16_t node;
	uint16_t n; /* tokens; 0: no match */
};

/*
 * The longest key, and the longest that is a spun form, that tokens[0..n) begin
 * with.  `text` is what they are tokens of; no text: hashes are believed.
 */
void ug_lexicon_match(struct ug_text text, const struct ug_token *tokens,
    size_t n, struct ug_match *any, struct ug_match *spun);

#endif /* UG_LEXICON_H */
