/*
 * history.c - what a stream's legacy records said of their encoding
 *
 * That a record is in an encoding costs the less the more of those before it
 * were: -ln of their share, with a little for what has not been met.  So a long
 * stream in one encoding is left only on strong evidence.  Which records are in
 * it is not known, only which it reads well; the fewest encodings that read all
 * are taken to be those of the stream:
 *
 *	{1250, 1252} {1250, 1252} {1250}  ->  1250 three times
 */
#include "history.h"

#include <string.h>

#include "base/hash.h"
#include "base/least.h"
#include "detect/home.h"
#include "edit/memory.h"
#include "model/weights.h"

#define ENOUGH    16 /* records that settle what a stream is in */
#define OUTLIERS  16 /* one record in so many may be read otherwise */
#define COVER_MAX 8 /* encodings: a stream that mixes more is none */

bool
ug_history_enter(struct ug_history *history, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == history->block)
		return false;
	history->before = history->now;
	history->before.latest = history->now.alone;
	memset(&history->now, 0, sizeof(history->now));
	if (block != history->block + 1)
		memset(&history->before, 0, sizeof(history->before));
	history->block = block;
	return true;
}

/* The number of the lowest bit that is set; there is one. */
static unsigned
bit_lowest(uint64_t bits)
{
	unsigned n = 0;

	for (unsigned half = 32; half != 0; half /= 2)
		if ((bits & (((uint64_t)1 << half) - 1)) == 0) {
			bits >>= half;
			n += half;
		}
	return n;
}

static bool
set_has(const struct ug_encoding_set *set, size_t number)
{
	return (set->bits[number / 64] >> number % 64 & 1) != 0;
}

/* Whether a reading is as good as the best but for what is no proof. */
static bool
history_reads(const struct ug_reading_of *reading,
    const struct ug_reading_of *best)
{
	return reading->alone - best->alone < UG_W(SURE);
}

const struct ug_reading_of *
ug_history_best(const struct ug_reading_of *readings, size_t n)
{
	const struct ug_reading_of *best = readings;

	/* Their order depends on what was expected. */
	for (size_t i = 1; i < n; i++)
		if (readings[i].alone < best->alone ||
		    (readings[i].alone == best->alone &&
		    readings[i].number < best->number))
			best = &readings[i];
	return best;
}

void
ug_history_note(struct ug_history *history, const struct ug_encoding *latest,
    const struct ug_encoding *alone)
{
	history->now.latest = latest;
	history->now.alone = alone;
}

void
ug_history_note_before(struct ug_history *history)
{
	if (history->now.latest == NULL)
		return;
	history->before.latest = history->now.alone;
	history->before.alone = history->now.alone;
	ug_history_note(history, NULL, NULL);
}

void
ug_history_learn(struct ug_history *history,
    const struct ug_reading_of *readings, size_t n)
{
	struct ug_block_history *const now = &history->now;
	const size_t at = now->n_records % UG_HISTORY_MAX;
	const struct ug_encoding *const only = ug_history_only(history);
	const struct ug_reading_of *best;

	if (n == 0)
		return;
	best = ug_history_best(readings, n);
	/* One more of what all are in is nothing new. */
	for (size_t i = 0; i < n && only != NULL; i++)
		if (readings[i].encoding == only &&
		    history_reads(&readings[i], best)) {
			ug_history_usual(history, 1);
			return;
		}
	now->read[at] = (struct ug_encoding_set){ { 0 } };
	for (size_t i = 0; i < n; i++) {
		const size_t number = readings[i].number;

		if (!history_reads(&readings[i], best))
			continue;
		now->read[at].bits[number / 64] |= (uint64_t)1 << number % 64;
		now->behind[number] += (unsigned)(readings[i].alone -
		    best->alone);
	}
	now->language[at] = best->alone_language;
	now->n_records++;
}

void
ug_history_usual(struct ug_history *history, unsigned n)
{
	history->now.n_usual += n;
}

static size_t
block_len(const struct ug_block_history *block)
{
	return UG_MIN(block->n_records, UG_HISTORY_MAX);
}

size_t
ug_history_len(const struct ug_history *history)
{
	return block_len(&history->now) + block_len(&history->before);
}

/* 100 ln n, good to a few: the logarithm to base 2, straight between powers. */
static int
hundred_ln(unsigned n)
{
	unsigned power = 0;

	while (n >> (power + 1) != 0)
		power++;
	return (int)(power * 6931 + (((uint64_t)n << 16 >> power) - 65536) *
	    6931 / 65536) / 100;
}

/* 64 exp(-cost / 100), roughly, and at least 1; of no less than 0. */
static unsigned
history_share(int cost)
{
	static const unsigned char shares[] = { 64, 39, 24, 14, 9, 5, 3, 2 };
	const size_t at = (size_t)cost / 50;

	return at < sizeof(shares) ? shares[at] : 1;
}

/* A record of both blocks, the i-th. */
static const struct ug_encoding_set *
history_set(const struct ug_history *history, size_t i)
{
	const size_t n = block_len(&history->now);

	return i < n ? &history->now.read[i] : &history->before.read[i - n];
}

/* Records that are not kept since the encoding of that number reads them. */
static unsigned
block_usual(const struct ug_block_history *block, size_t number)
{
	return block->only == ug_encoding_at(number) ? block->n_usual : 0;
}

static uint64_t
history_behind(const struct ug_history *history, size_t number)
{
	return history->now.behind[number] + history->before.behind[number];
}

/*
 * The fewest encodings that read all records: the one that reads most, the one
 * that reads most of the rest...  weights[number]: how many records each of
 * them is there for.  Returns the first of them.
 */
static size_t
history_cover(const struct ug_history *history,
    unsigned weights[UG_ENCODINGS_MAX])
{
	const size_t n = ug_history_len(history);
	bool covered[2 * UG_HISTORY_MAX] = { false };
	size_t first = SIZE_MAX;

	memset(weights, 0, UG_ENCODINGS_MAX * sizeof(*weights));
	for (unsigned round = 0; round < COVER_MAX; round++) {
		unsigned counts[UG_ENCODINGS_MAX] = { 0 };
		size_t best = 0;

		for (size_t i = 0; i < n; i++) {
			const struct ug_encoding_set *const set =
			    history_set(history, i);

			for (size_t w = 0; !covered[i] &&
			    w < UG_ENCODINGS_MAX / 64; w++)
				for (uint64_t bits = set->bits[w]; bits != 0;
				    bits &= bits - 1)
					counts[w * 64 + (size_t)
					    bit_lowest(bits)]++;
		}
		for (size_t i = 0; round == 0 && ug_encoding_at(i) != NULL;
		    i++)
			counts[i] += block_usual(&history->now, i) +
			    block_usual(&history->before, i);
		for (size_t i = 1; ug_encoding_at(i) != NULL; i++)
			if (counts[i] > counts[best] ||
			    (counts[i] == counts[best] &&
			    history_behind(history, i) <
			    history_behind(history, best)))
				best = i;
		if (counts[best] == 0)
			break;
		weights[best] = counts[best];
		if (first == SIZE_MAX)
			first = best;
		for (size_t i = 0; i < n; i++)
			covered[i] |= set_has(history_set(history, i), best);
	}
	return first;
}

/* The encoding that reads all of a block's records but a few; NULL if none. */
static const struct ug_encoding *
block_only(const struct ug_block_history *block)
{
	const struct ug_history alone = { .now = *block };
	unsigned weights[UG_ENCODINGS_MAX];
	const size_t first = history_cover(&alone, weights);

	return first != SIZE_MAX && weights[first] * OUTLIERS >=
	    (block_len(block) + block->n_usual) * (OUTLIERS - 1) ?
	    ug_encoding_at(first) : NULL;
}

const struct ug_encoding *
ug_history_only(struct ug_history *history)
{
	struct ug_block_history *const now = &history->now;

	if (now->only_at != now->n_records) {
		const struct ug_encoding *const only =
		    now->n_records < ENOUGH ? NULL : block_only(now);

		now->only_at = now->n_records;
		if (only != now->only)
			now->n_usual = 0;
		now->only = only;
	}
	return now->only;
}

/* What most encodings and languages cost is the same: it is kept. */
struct known_ln {
	unsigned n;
	int ln;
};

static int
hundred_ln_kept(struct known_ln *known, unsigned n)
{
	if (known->n != n)
		*known = (struct known_ln){ n, hundred_ln(n) };
	return known->ln;
}

void
ug_history_expect(const struct ug_history *history,
    struct ug_expectation *expected)
{
	const struct ug_block_history *const blocks[] = { &history->now,
		&history->before };
	const unsigned n = (unsigned)ug_history_len(history);
	/* What is usual lends no weight, but takes some of what is not. */
	const uint64_t all = (uint64_t)n + history->now.n_usual +
	    history->before.n_usual + (n == 0);
	const int most = hundred_ln((n + 1) * 256);
	unsigned weights[UG_ENCODINGS_MAX], spoken[UG_LANGUAGES_MAX] = { 0 };
	struct known_ln known = { 1, 0 };

	(void)history_cover(history, weights);
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		expected->encodings[i] = most - hundred_ln_kept(&known,
		    (unsigned)(weights[i] * (uint64_t)256 * n / all) + 1 +
		    UG_W(NEW_ENCODING) * history_share(ug_home_prior(i)) / 64);
	for (size_t b = 0; b < 2; b++)
		for (size_t i = 0; i < block_len(blocks[b]); i++)
			spoken[blocks[b]->language[i]]++;
	for (size_t l = 0; l < ug_n_languages(); l++)
		expected->languages[l] = most - hundred_ln_kept(&known,
		    spoken[l] * 256 + 1 + UG_W(NEW_LANGUAGE));
}

const struct ug_encoding *
ug_history_main(const struct ug_history *history)
{
	unsigned weights[UG_ENCODINGS_MAX];
	const size_t first = history_cover(history, weights);

	return first == SIZE_MAX ? NULL : ug_encoding_at(first);
}

const struct ug_encoding *
ug_history_latest(const struct ug_history *history)
{
	return history->now.latest != NULL ? history->now.latest :
	    history->before.latest;
}

static uint64_t
block_state(uint64_t hash, const struct ug_block_history *block)
{
	hash = ug_hash(hash, block->n_records);
	hash = ug_verdict_hash_name(hash, block->latest == NULL ? NULL :
	    block->latest->name);
	hash = ug_verdict_hash_name(hash, block->alone == NULL ? NULL :
	    block->alone->name);
	for (size_t i = 0; i < block_len(block); i++) {
		for (size_t w = 0; w < UG_ENCODINGS_MAX / 64; w++)
			hash = ug_hash(hash, block->read[i].bits[w]);
		hash = ug_hash(hash, block->language[i]);
	}
	for (size_t i = 0; i < UG_ENCODINGS_MAX; i++)
		hash = ug_hash(hash, block->behind[i]);
	return hash;
}

uint64_t
ug_history_state(const struct ug_history *history)
{
	return block_state(block_state(ug_hash(UG_HASH, history->block),
	    &history->now), &history->before);
}
