/*
 * lexicon.c - longest match of lexicon keys on tokens
 *
 * Open addressing over (node so far, next token): `in response to` is reached
 * from `in response` is reached from `in`.  Most tokens begin no key and are
 * done after one look into a table of 256 KiB.
 */
#include "lexicon.h"

#define LEXICON_TABLE /* all of it; others need its version alone */
#include "lexicon_table.h"

const unsigned ug_lexicon_n_nodes =
    sizeof(ug_lexicon_nodes) / sizeof(ug_lexicon_nodes[0]);
const unsigned ug_lexicon_n_pairs =
    sizeof(ug_lexicon_pairs) / sizeof(ug_lexicon_pairs[0]);

/* The child of node `from` along a token; 0: none. */
static unsigned
lexicon_step(struct ug_text text, unsigned from, const struct ug_token *token)
{
	bool glued = from != 0 && token->gap == UG_GAP_NONE;
	uint32_t at = LEXICON_PLACE(from, token->hash);
	uint32_t slot;

	for (; (slot = lexicon_slots[at]) != 0; at = (at + 1) & LEXICON_MASK) {
		unsigned node = slot & 0xFFFF;
		const struct ug_node *v = &ug_lexicon_nodes[node];

		if ((slot ^ token->hash) >> 16 == 0 &&
		    v->hash == token->hash && v->parent == from &&
		    ((v->flags & UG_NODE_GLUED) != 0) == glued &&
		    (text.s == NULL || ug_token_reads(text, token,
		    ug_lexicon_words + v->word)))
			return node;
	}
	return 0;
}

void
ug_lexicon_match(struct ug_text text, const struct ug_token *tokens, size_t n,
    struct ug_match *any, struct ug_match *spun)
{
	unsigned node = 0;
	uint16_t i;

	any->n = spun->n = 0;
	for (i = 0; i < n && i < UG_KEY_MAX; i++) {
		unsigned flags;

		if (tokens[i].kind == UG_TOKEN_HIDDEN)
			return;
		node = lexicon_step(text, node, &tokens[i]);
		if (node == 0)
			return;
		flags = ug_lexicon_nodes[node].flags;
		if (flags & (UG_NODE_SPUN | UG_NODE_ORIGINAL))
			*any = (struct ug_match){ (uint16_t)node,
				(uint16_t)(i + 1) };
		if (flags & UG_NODE_SPUN)
			*spun = *any;
		if (!(flags & UG_NODE_MORE))
			return;
	}
}
