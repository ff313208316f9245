/*
 * context.c - the context model: features and the reader of context.bin
 *
 * Features are the key's own case and the words and pairs of words up to three
 * places away; each is a 32-bit hash.  A row of the lexicon has a table of its
 * own, 2^k slots of a fingerprint (8 bits) and a weight (8 bits, sixteenths of
 * a nat), so one decision touches one or two cache lines.
 *
 * context.bin, all numbers little-endian: the lexicon's version (32 bits), the
 * number of rows (32); for each row the place of its first slot (32), k + 1 or
 * 0 for no slots (8), 0 (8), the bias (16); the slots.
 */
#include "context.h"
#include "blob.h"
#include "rule.h"

#define HEAD 8
#define ROW 8
#define PROBES 4

enum { CONTEXT_EDGE = 0x1234567 };

static uint32_t
context_mix(uint32_t a, uint32_t b)
{
	a = (a ^ b) * 0x9E3779B1u;
	return a ^ a >> 15;
}

/* A neighbour as the model sees it: figures are alike, edges are a word. */
static uint32_t
context_word(const struct ug_token *tokens, size_t n, size_t at)
{
	if (at >= n)
		return CONTEXT_EDGE;
	if (tokens[at].kind == UG_TOKEN_NUMBER)
		return tokens[at].len < 4 ? tokens[at].len : 4;
	return tokens[at].hash;
}

void
ug_context_features(const struct ug_token *tokens, size_t n, size_t at,
    size_t len, uint32_t features[UG_N_FEATURES])
{
	uint32_t l1 = context_word(tokens, n, at - 1);
	uint32_t l2 = context_word(tokens, n, at - 2);
	uint32_t l3 = context_word(tokens, n, at - 3);
	uint32_t r1 = context_word(tokens, n, at + len);
	uint32_t r2 = context_word(tokens, n, at + len + 1);
	uint32_t r3 = context_word(tokens, n, at + len + 2);
	uint32_t own = (uint32_t)tokens[at].letters << 1 |
	    ug_rule_starts(tokens, at);
	uint32_t next = at + len < n ? tokens[at + len].letters : 7u;

	features[0] = context_mix(1, own);
	features[1] = context_mix(2, l1);
	features[2] = context_mix(3, r1);
	features[3] = context_mix(context_mix(4, l2), l1);
	features[4] = context_mix(context_mix(5, r1), r2);
	features[5] = context_mix(context_mix(6, l1), r1);
	features[6] = context_mix(7, l2);
	features[7] = context_mix(8, r2);
	features[8] = context_mix(9, own << 8 | next);
	features[9] = context_mix(10, l3);
	features[10] = context_mix(11, r3);
	features[11] = context_mix(context_mix(12, l2), r1);
}

static uint32_t
context_u32(const unsigned char *s)
{
	return s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
	    (uint32_t)s[3] << 24;
}

bool
ug_context_fits(void)
{
	return context_u32(ug_context_blob) == ug_lexicon_version &&
	    context_u32(ug_context_blob + 4) == ug_lexicon_n_pairs;
}

int
ug_context_score(unsigned pair, const uint32_t features[UG_N_FEATURES])
{
	const unsigned char *row = ug_context_blob + HEAD + ROW * pair;
	const unsigned char *slots = ug_context_blob + HEAD +
	    (size_t)ROW * ug_lexicon_n_pairs + 2 * (size_t)context_u32(row);
	int score = (int)(row[6] | row[7] << 8);
	uint32_t mask;
	int i, j;

	score -= score > 0x7FFF ? 0x10000 : 0;
	if (row[4] == 0)
		return score;
	mask = (1u << (row[4] - 1)) - 1;
	for (i = 0; i < UG_N_FEATURES; i++) {
		uint32_t h = features[i];
		unsigned char print = (unsigned char)(h >> 24 | (h >> 24 == 0));

		for (j = 0; j < PROBES; j++) {
			const unsigned char *slot =
			    slots + 2 * ((h + (uint32_t)j) & mask);

			if (slot[0] == print) {
				score += slot[1] - (slot[1] < 128 ? 0 : 256);
				break;
			}
			if (slot[0] == 0)
				break;
		}
	}
	return score;
}
