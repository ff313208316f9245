/*
 * history.c - what a stream's legacy records said of their encoding
 *
 * That a record is in an encoding costs the less the more of those before it
 * were: -ln of their share, with a little for what has not been met.  So a long
 * stream in one encoding is left only on strong evidence.
 */
#include "history.h"

#include <string.h>

#include "memory.h"
#include "model/weights.h"

bool
ug_history_enter(struct ug_history *history, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == history->block)
		return false;
	history->before = history->now;
	memset(&history->now, 0, sizeof(history->now));
	if (block != history->block + 1)
		memset(&history->before, 0, sizeof(history->before));
	history->block = block;
	return true;
}

void
ug_history_learn(struct ug_history *history,
    const struct ug_reading_of *readings, size_t n)
{
	struct ug_block_history *const now = &history->now;
	unsigned alike = 0;

	for (size_t i = 0; i < n; i++)
		alike += readings[i].signature == readings[0].signature;
	for (size_t i = 0; i < n; i++)
		if (readings[i].signature == readings[0].signature)
			now->encodings[readings[i].number] +=
			    UG_HISTORY_RECORD / alike + 1;
	now->languages[readings[0].alone_language] += UG_HISTORY_RECORD;
	now->n_records++;
}

unsigned
ug_history_len(const struct ug_history *history)
{
	return history->now.n_records + history->before.n_records;
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

/* What each costs, by how often it was met. */
static void
history_costs(const unsigned *now, const unsigned *before, size_t n,
    unsigned new, int *costs)
{
	unsigned total = 0;

	for (size_t i = 0; i < n; i++)
		total += now[i] + before[i];
	for (size_t i = 0; i < n; i++)
		costs[i] = hundred_ln(total * 8 + new * 64) -
		    hundred_ln((now[i] + before[i]) * 8 + new);
}

void
ug_history_expect(const struct ug_history *history,
    struct ug_expectation *expected)
{
	history_costs(history->now.encodings, history->before.encodings,
	    UG_ENCODINGS_MAX, UG_W(NEW_ENCODING), expected->encodings);
	history_costs(history->now.languages, history->before.languages,
	    UG_LANGUAGES_MAX, UG_W(NEW_LANGUAGE), expected->languages);
}

const struct ug_encoding *
ug_history_main(const struct ug_history *history)
{
	size_t best = 0;
	unsigned most = 0;

	for (size_t i = 0; i < UG_ENCODINGS_MAX; i++) {
		const unsigned n = history->now.encodings[i] +
		    history->before.encodings[i];

		if (n > most) {
			most = n;
			best = i;
		}
	}
	return most == 0 ? NULL : ug_encoding_at(best);
}

const struct ug_encoding *
ug_history_latest(const struct ug_history *history)
{
	return history->now.latest != NULL ? history->now.latest :
	    history->before.latest;
}
