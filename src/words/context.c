/*
 * context.c - the context model: features and the reader of context.bin
 *
 * Features are the key's own case, the words and pairs of words up to three
 * places away, and the classes of the two beside it, so that what is known of
 * `car` helps where `truck` stands; each is a 32-bit hash.  A row of the
 * lexicon has a table of its own, slots of a fingerprint (8 bits) and a weight
 * (8 bits, sixteenths of a nat), so one decision touches a few cache lines.
 *
 * context.bin, all numbers little-endian: the lexicon's version (32 bits), the
 * number of rows (32), how large vectors are (16) and how many (16); for each
 * row the place of its first slot (32), how many it has (16), the bias (16);
 * the vectors (vectors.h) of UG_VECTOR_SLOTS words and of the rows; the slots.
 * A weight is in one of the UG_CONTEXT_PROBES from where ug_context_slot()
 * says, none behind an empty one.
 *
 * classes.bin: UG_CLASS_SLOTS slots of a fingerprint (8) and a class (8); a
 * word is in one of the UG_CLASS_PROBES from where ug_context_class_slot()
 * says.
 */
#include "context.h"

#include "base/block.h"
#include "base/hash.h"
#include "base/letters.h"
#include "blob.h"
#include "rule.h"

#define HEAD 12
#define LAYOUT (UG_VECTOR_SIZE << 16 | UG_VECTOR_SLOTS)
#define ROW 8
#define VECTOR_SCALE (UG_VECTOR_SHARE * UG_VECTOR_WORD_SCALE * \
	UG_VECTOR_ROW_SCALE / UG_CONTEXT_SCALE)

static uint32_t
context_mix(uint32_t a, uint32_t b)
{
	return ug_mix_down(ug_mix(a ^ b));
}

size_t
ug_context_class_slot(uint32_t word, unsigned *print)
{
	word = ug_mix(word);
	*print = word >> 8 & 0xFF;
	*print += *print == 0;
	return word >> 16;
}

/* The class of a word; 0: none. */
static uint32_t
context_class(uint32_t word)
{
	unsigned print, i;
	size_t at = ug_context_class_slot(word, &print);

	for (i = 0; i < UG_CLASS_PROBES; i++) {
		const unsigned char *slot = ug_classes_blob +
		    2 * ((at + i) % UG_CLASS_SLOTS);

		if (slot[0] == print)
			return slot[1];
		if (slot[0] == 0)
			break;
	}
	return 0;
}

void
ug_context_features(const struct ug_token *tokens, size_t n, size_t at,
    size_t len, uint32_t features[UG_N_FEATURES])
{
	uint32_t l1 = ug_vector_word(tokens, n, at - 1);
	uint32_t l2 = ug_vector_word(tokens, n, at - 2);
	uint32_t l3 = ug_vector_word(tokens, n, at - 3);
	uint32_t r1 = ug_vector_word(tokens, n, at + len);
	uint32_t r2 = ug_vector_word(tokens, n, at + len + 1);
	uint32_t r3 = ug_vector_word(tokens, n, at + len + 2);
	uint32_t left = context_class(l1), right = context_class(r1);
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
	features[12] = context_mix(13, left);
	features[13] = context_mix(14, right);
	features[14] = context_mix(context_mix(15, left), right);
}

bool
ug_context_fits(void)
{
	return ug_bytes_32(ug_context_blob) == ug_lexicon_version &&
	    ug_bytes_32(ug_context_blob + 4) == ug_lexicon_n_pairs &&
	    ug_bytes_32(ug_context_blob + 8) == LAYOUT;
}

size_t
ug_context_slot(uint32_t feature, size_t n_slots, unsigned *print)
{
	*print = feature & 0xFF;
	*print += *print == 0;
	return (size_t)((uint64_t)feature * n_slots >> 32);
}

#define SLOTS_READ (UG_LANE / 2) /* at once, and one is behind them */
#define PRINTS (UINT64_MAX / 3 & \
	((UINT64_C(1) << 2 * UG_CONTEXT_PROBES) - 1)) /* their bits */

/* The weight in a slot, two's complement. */
static inline int
context_signed(const unsigned char *slot)
{
	return ((const signed char *)slot)[1];
}

/* context_weight() one by one, of a table that goes on where it begins. */
static int
context_weight_slowly(const unsigned char *slots, size_t n_slots, size_t at,
    unsigned print)
{
	for (unsigned i = 0; i < UG_CONTEXT_PROBES; i++) {
		const unsigned char *const slot = slots + 2 * at;

		if (slot[0] == print)
			return context_signed(slot);
		if (slot[0] == 0)
			break;
		at = at + 1 < n_slots ? at + 1 : 0;
	}
	return 0;
}

/* The weight of a feature in a row's table; 0: it has none. */
static inline int
context_weight(const unsigned char *slots, size_t n_slots, uint32_t feature)
{
	unsigned print;
	const size_t at = ug_context_slot(feature, n_slots, &print);
	const unsigned char *slot = slots + 2 * at;
	ug_lane lane;
	uint64_t hits, first;

	if (SLOTS_READ < UG_CONTEXT_PROBES || n_slots - at <= SLOTS_READ)
		return context_weight_slowly(slots, n_slots, at, print);
	/*
	 * The first that is this one's, or nobody's, or the one behind: which
	 * of them cannot be foretold, so nothing branches here.
	 */
	lane = ug_lane_load((const char *)slot);
	hits = ug_lane_bits(ug_lane_equal(lane, (char)print));
	first = ((hits | ug_lane_bits(ug_lane_equal(lane, 0))) & PRINTS) |
	    UINT64_C(1) << UG_LANE;
	first &= 0 - first;
	slot += ug_letters_lowest(first);
	return context_signed(slot) & -(int)((hits & first) != 0);
}

static const unsigned char *
context_vectors(void)
{
	return ug_context_blob + HEAD + (size_t)ROW * ug_lexicon_n_pairs;
}

void
ug_context_read(struct ug_vector_sums *sums, const struct ug_token *tokens,
    size_t n, size_t at, size_t len, struct ug_context *context)
{
	ug_context_features(tokens, n, at, len, context->features);
	ug_vector_read(sums, tokens, n, at, len, context_vectors(),
	    &context->place);
}

int
ug_context_score(unsigned pair, const struct ug_context *context)
{
	const unsigned char *row = ug_context_blob + HEAD + ROW * pair;
	const unsigned char *vectors = context_vectors() +
	    (size_t)UG_VECTOR_SIZE * UG_VECTOR_SLOTS;
	const unsigned char *slots = vectors +
	    (size_t)UG_VECTOR_SIZE * ug_lexicon_n_pairs +
	    2 * (size_t)ug_bytes_32(row);
	size_t n_slots = ug_bytes_16(row + 4);
	int i, score = (int)ug_bytes_16(row + 6);

	score -= score > 0x7FFF ? 0x10000 : 0;
	score += ug_vector_score(&context->place, vectors +
	    (size_t)UG_VECTOR_SIZE * pair) / VECTOR_SCALE;
	for (i = 0; i < UG_N_FEATURES && n_slots > 0; i++)
		score += context_weight(slots, n_slots, context->features[i]);
	return score;
}
