/*
 * hostile.c - hostile inputs, there and back
 */
#include "hostile.h"

#include <stdlib.h>
#include <string.h>

#include "random.h"

static const char *const fixes[] = { NULL, "all", "+escapes", "+guess",
	"encoding", "+escapes,-words" };
static const char *const froms[] = { "shift_jis", "utf-16le", "utf-16be",
	"windows-1251", "gb18030", "utf-32le", "iso-2022-jp", "utf-7",
	"euc-jp", "big5", "hz-gb-2312", "ibm037", "cesu-8", "johab",
	"koi8-r,windows-1251,utf-8" };

#define N(array) (sizeof(array) / sizeof(*(array)))
#define PICK(array, seed) ((array)[random_next(seed) % N(array)])

static void
hostile_random(struct bytes *in, size_t len, uint64_t *seed)
{
	while (in->len < len) {
		const char c = (char)random_next(seed);

		bytes_add(in, &c, 1);
	}
}

/* Each byte twice as wide, as UTF-16, often cut and with a mark. */
static void
hostile_wide(struct bytes *in, uint64_t *seed)
{
	struct bytes text = { 0 };
	const bool big = random_next(seed) % 2 == 0;

	if (random_next(seed) % 2 == 0)
		bytes_add(in, big ? "\xfe\xff" : "\xff\xfe", 2);
	mixed_make(&text, (size_t)(random_next(seed) % 600), *seed);
	for (size_t i = 0; i < text.len; i++) {
		const char unit[3] = { 0, text.s[i], 0 };

		bytes_add(in, unit + !big, 2);
	}
	if (random_next(seed) % 3 == 0)
		bytes_add(in, "\xd8", 1);
	bytes_free(&text);
}

/* Some bytes become others, some go, some come. */
static void
hostile_spoil(struct bytes *in, uint64_t *seed)
{
	const size_t n = (size_t)(random_next(seed) % 40);

	for (size_t i = 0; i < n && in->len > 1; i++) {
		const size_t at = (size_t)(random_next(seed) % in->len);

		if (random_next(seed) % 4 == 0) {
			memmove(in->s + at, in->s + at + 1, in->len - at - 1);
			in->len--;
		} else {
			in->s[at] = (char)random_next(seed);
		}
	}
}

static void
hostile_input(struct bytes *in, uint64_t *seed)
{
	const size_t len = (size_t)(random_next(seed) %
	    (random_next(seed) % 50 == 0 ? 100000 : 1200));

	switch (random_next(seed) % 8) {
	case 0:
		hostile_random(in, len, seed);
		break;
	case 1:
		hostile_wide(in, seed);
		break;
	case 2:
		spun_make(in, len);
		break;
	case 3:
		mixed_make(in, len / 2, *seed);
		hostile_random(in, len, seed);
		break;
	default:
		mixed_make(in, len, *seed);
		break;
	}
	if (random_next(seed) % 2 == 0)
		hostile_spoil(in, seed);
}

static struct ungarble_options
hostile_options(uint64_t *seed)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	opts.fixes = PICK(fixes, seed);
	if (random_next(seed) % 3 == 0)
		opts.from = PICK(froms, seed);
	opts.no_memory = random_next(seed) % 4 == 0;
	opts.confidence = random_next(seed) % 3 == 0 ? 50 : 0;
	if (random_next(seed) % 5 == 0)
		opts.scope = UNGARBLE_SCOPE_STREAM;
	return opts;
}

bool
hostile_one(uint64_t number, struct hostile_count *count)
{
	uint64_t seed = number * 2654435761u + 1;
	struct bytes in = { 0 };
	struct trip trip = { 0 };
	struct ungarble_options opts;
	bool good;

	hostile_input(&in, &seed);
	opts = hostile_options(&seed);
	trip.flush = (size_t)(random_next(&seed) % 4);
	trip_there(&trip, opts, in.s, in.len, CUT_AT_RANDOM, seed);
	good = trip_is_whole(&trip, in.s, in.len, CUT_AT_RANDOM, seed + 1);
	count->n++;
	count->n_failed += !good;
	count->n_in += in.len;
	count->n_journal += trip.journal.len;
	trip_free(&trip);
	bytes_free(&in);
	return good;
}
