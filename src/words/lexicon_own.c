/*
 * lexicon_own.c - rows that the caller adds to the lexicon, or takes from it
 *
 * A hash of keys: the longest that a text begins with is found by one look for
 * each of its lengths, and most words begin none.  Since no text has told what
 * stands around rows that were added, they weigh what their prior says:
 *
 *	storage unit	warehouse	word	B	95
 *
 * is 95 per cent sure where spun text was found, less where the lexicon has
 * other originals for it.  The gate they leave as it is.
 */
#include "lexicon_own_state.h"

#include "base/bytes.h"
#include "base/least.h"
#include "rule.h"

/* ln(p / (100 - p)) in sixteenths, for 50 to 99 per cent. */
static const int8_t own_odds[] = { 0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 9, 9,
	10, 11, 11, 12, 13, 14, 14, 15, 16, 17, 18, 18, 19, 20, 21, 22, 23, 24,
	25, 27, 28, 29, 30, 32, 33, 35, 37, 39, 41, 44, 47, 51, 56, 62, 74 };

int
ug_own_score(const struct ug_own_row *row)
{
	const unsigned p = row->pair.prior;

	return p < 50 ? -own_odds[50 - p] : own_odds[p - 50];
}

unsigned
ug_own_percent(int lead)
{
	unsigned p = 99;

	if (lead < 0)
		return 100 - ug_own_percent(-lead);
	while (p > 50 && own_odds[p - 50] > lead)
		p--;
	return p;
}

bool
ug_own_reads(const struct ug_own_row *row, struct ug_text text,
    const struct ug_token *tokens)
{
	for (uint32_t i = 0; i < row->n; i++) {
		const bool glued = i > 0 && tokens[i].gap == UG_GAP_NONE;

		if (row->words[i].hash != tokens[i].hash ||
		    row->words[i].glued != glued ||
		    !ug_token_reads(text, &tokens[i], row->words[i].word))
			return false;
	}
	return true;
}

struct ug_own_row *
ug_own_find(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, uint32_t hash)
{
	uint32_t i = own->slots[hash & own->mask];

	for (; i != UG_OWN_NONE; i = own->rows[i].next)
		if (own->rows[i].hash == hash && own->rows[i].n == n &&
		    ug_own_reads(&own->rows[i], text, tokens))
			return &own->rows[i];
	return NULL;
}

/* The row itself, or the next of its key, that was not removed. */
static const struct ug_own_row *
own_live(const struct ug_own *own, const struct ug_own_row *row)
{
	while (row != NULL && row->removed)
		row = row->same == UG_OWN_NONE ? NULL : &own->rows[row->same];
	return row;
}

const struct ug_own_row *
ug_own_next(const struct ug_own *own, const struct ug_own_row *row)
{
	return row->same == UG_OWN_NONE ? NULL :
	    own_live(own, &own->rows[row->same]);
}

const struct ug_own_row *
ug_own_match(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, size_t *len)
{
	const struct ug_own_row *best = NULL;
	uint32_t hash = 0;

	*len = 0;
	if (own == NULL || n == 0 || (own->starts[tokens[0].hash >> 3 & 127] >>
	    (tokens[0].hash & 7) & 1) == 0)
		return NULL;
	for (size_t i = 0; i < n && i < own->longest; i++) {
		const struct ug_own_row *row;

		if (tokens[i].kind == UG_TOKEN_HIDDEN)
			break;
		hash = ug_own_mix(hash, tokens[i].hash,
		    i > 0 && tokens[i].gap == UG_GAP_NONE);
		row = own_live(own, ug_own_find(own, text,
		    tokens, i + 1, hash));
		if (row != NULL) {
			best = row;
			*len = i + 1;
		}
	}
	return best;
}

/* Whether the tokens of a match read as its hashes have it. */
static bool
own_key_reads(struct ug_text text, const struct ug_token *tokens,
    const struct ug_match *match)
{
	const struct ug_node *node = &ug_lexicon_nodes[match->node];

	for (size_t i = match->n; i-- > 0;
	    node = &ug_lexicon_nodes[node->parent])
		if (!ug_token_reads(text, &tokens[i],
		    ug_lexicon_words + node->word))
			return false;
	return true;
}

/* A key all of whose rows are taken away gives way to a shorter one. */
static void
own_shorten(const struct ug_own *own, struct ug_match *spun)
{
	while (spun->n > 0) {
		const struct ug_node *node = &ug_lexicon_nodes[spun->node];

		for (unsigned i = 0; i < node->n_pairs; i++)
			if (!ug_own_lacks(own, node->pair + i))
				return;
		spun->node = node->parent;
		spun->n--;
	}
}

size_t
ug_own_key(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, const struct ug_node **node,
    const struct ug_own_row **row)
{
	static const struct ug_node none;
	struct ug_match any, spun;
	size_t len;

	/* Most tokens begin no key: the words of others need not be read. */
	ug_lexicon_match((struct ug_text){ NULL, 0 }, tokens, n, &any, &spun);
	if (spun.n > 0 && !own_key_reads(text, tokens, &spun))
		ug_lexicon_match(text, tokens, n, &any, &spun);
	if (own != NULL && own->lacks != NULL)
		own_shorten(own, &spun);
	len = 0;
	*row = own == NULL ? NULL :
	    ug_own_match(own, text, tokens, n, &len);
	*node = spun.n > 0 && len <= spun.n ? &ug_lexicon_nodes[spun.node] :
	    &none;
	if (len < spun.n)
		*row = NULL;
	return UG_MAX(len, spun.n);
}

bool
ug_own_lacks(const struct ug_own *own, unsigned pair)
{
	return own != NULL && own->lacks != NULL &&
	    ug_bytes_bit(own->lacks, pair);
}

bool
ug_own_holds(const struct ug_own_row *row, const struct ug_token *tokens,
    size_t n, size_t at, size_t len)
{
	return ug_rule_letters(&row->pair, tokens + at, len) &&
	    (row->pair.tier <= UG_TIER_A ||
	    ug_rule_whole(tokens, n, at, len)) &&
	    ug_rule_reads(row->rule, tokens, n, at, len);
}

bool
ug_own_stands(const struct ug_own *own, struct ug_text text,
    const struct ug_token *tokens, size_t n, bool *sure)
{
	size_t len;
	const struct ug_own_row *row = ug_own_match(own, text, tokens, n, &len);
	const bool found = row != NULL;

	for (; row != NULL; row = ug_own_next(own, row))
		*sure |= row->pair.tier == UG_TIER_SURE;
	return found;
}

void
ug_own_free(struct ug_own *own)
{
	if (own == NULL)
		return;

	const struct ug_alloc *const alloc = own->alloc;

	ug_arena_free(&own->arena);
	ug_release(alloc, own->rows);
	ug_release(alloc, own->slots);
	ug_release(alloc, own->lacks);
	ug_release(alloc, own);
}
