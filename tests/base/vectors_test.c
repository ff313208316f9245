/*
 * vectors_test.c - all vectors that this machine has say what is said without
 * them: all lengths, alignments, and places of what is wrong
 */
#include "base/vectors.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "check.h"
#include "random.h"

#define LONGEST 200
#define ALIGNED 64

/* What text is full of, but for one place. */
static const char *const fills[] = { "a", "\xC3\xA9", "\xE2\x82\xAC",
	"\xF0\x9F\x98\x80", "ab\xD0\xB6", "0123456789 \xE6\x97\xA5\xE6\x9C\xAC"
};

/* What stands there: wrong, cut short by what follows, or just allowed. */
static const struct ug_text kinds[] = {
	UG_LIT("\x80"), UG_LIT("\xBF"), UG_LIT("\x80\x80"), UG_LIT("\xC0"),
	UG_LIT("\xC0\x80"), UG_LIT("\xC1\xBF"), UG_LIT("\xC2"),
	UG_LIT("\xC2\x80"), UG_LIT("\xDF"), UG_LIT("\xDF\xBF\x80"),
	UG_LIT("\xE0"), UG_LIT("\xE0\x80\x80"), UG_LIT("\xE0\x9F\xBF"),
	UG_LIT("\xE0\xA0"), UG_LIT("\xE0\xA0\x80"), UG_LIT("\xE1"),
	UG_LIT("\xE1\x80"), UG_LIT("\xE1\x80\x80\x80"), UG_LIT("\xED\x9F\xBF"),
	UG_LIT("\xED\xA0\x80"), UG_LIT("\xED\xBF\xBF"), UG_LIT("\xEE\x80\x80"),
	UG_LIT("\xEF\xBF\xBF"), UG_LIT("\xF0"), UG_LIT("\xF0\x80\x80\x80"),
	UG_LIT("\xF0\x8F\xBF\xBF"), UG_LIT("\xF0\x90"), UG_LIT("\xF0\x90\x80"),
	UG_LIT("\xF0\x90\x80\x80"), UG_LIT("\xF1\x80\x80\x80\x80"),
	UG_LIT("\xF3\xBF\xBF\xBF"), UG_LIT("\xF4\x8F\xBF\xBF"),
	UG_LIT("\xF4\x90\x80\x80"), UG_LIT("\xF4\xBF\xBF\xBF"),
	UG_LIT("\xF5\x80\x80\x80"), UG_LIT("\xF5\x90\x80\x80"), UG_LIT("\xF7"),
	UG_LIT("\xF8\x88\x80\x80\x80"), UG_LIT("\xFC\x84\x80\x80\x80\x80"),
	UG_LIT("\xFE"), UG_LIT("\xFF"), UG_LIT("\xFF\xFF"), UG_LIT("\0"),
	UG_LIT("\x7F"),
};

#define N_FILLS (sizeof(fills) / sizeof(*fills))
#define N_KINDS (sizeof(kinds) / sizeof(*kinds))

/* Whether all vectors say the same of bytes[0..len). */
static bool
agree(const unsigned char *bytes, size_t len)
{
	bool ascii, is_ascii, same = true;
	const size_t want = ug_utf8_prefix_by(&ug_plain, bytes, len, &is_ascii);

	for (size_t i = 0; ug_vectors_all[i] != &ug_plain; i++) {
		if (!ug_vectors_all[i]->there())
			continue;
		ascii = !is_ascii;
		same &= ug_utf8_prefix_by(ug_vectors_all[i], bytes, len,
		    &ascii) == want && ascii == is_ascii;
	}
	return same;
}

static void
fill(unsigned char *bytes, size_t len, const char *with)
{
	const size_t n = strlen(with);

	for (size_t i = 0; i < len; i++)
		bytes[i] = (unsigned char)with[i % n];
}

/* Put what stands there over what was, and look; the end may cut it. */
static bool
agree_with(unsigned char *bytes, size_t len, size_t at, struct ug_text kind)
{
	unsigned char was[8];
	const size_t n = kind.len < len - at ? kind.len : len - at;

	memcpy(was, bytes + at, n);
	memcpy(bytes + at, kind.s, n);

	const bool same = agree(bytes, len);

	memcpy(bytes + at, was, n);
	return same;
}

/* Each kind at each place of each length; alignments come by turns. */
static void
test_places(unsigned char *room)
{
	unsigned long wrong = 0, n = 0;

	for (size_t f = 0; f < N_FILLS; f++)
		for (size_t len = 0; len <= LONGEST; len++) {
			unsigned char *const bytes = room + n++ % ALIGNED;

			fill(bytes, len, fills[f]);
			for (size_t at = 0; at <= len; at++)
				for (size_t k = 0; k < N_KINDS; k++)
					wrong += !agree_with(bytes, len, at,
					    kinds[k]);
		}
	CHECK("at each place", wrong == 0);
}

/* Each length at each alignment, right before what may not be read. */
static void
test_alignments(void)
{
	unsigned long wrong = 0, n = 0;

	for (size_t align = 0; align < ALIGNED; align++)
		for (size_t len = 0; len <= LONGEST; len++) {
			unsigned char *const exact = malloc(align + len + 1);

			if (exact == NULL)
				abort();
			/* Under a sanitizer, or valgrind, this has an end. */
			unsigned char *const bytes = exact + 1 + align;

			fill(bytes, len, fills[n % N_FILLS]);
			wrong += !agree(bytes, len);
			for (size_t k = 0; k < N_KINDS; k++)
				wrong += !agree_with(bytes, len,
				    len > 0 ? n++ % len : 0, kinds[k]);
			free(exact);
		}
	CHECK("at each alignment", wrong == 0);
}

/* Bytes drawn from those that limits lie between. */
static void
test_random(unsigned char *room)
{
	static const unsigned char edge[] = { 'a', 0x7F, 0x80, 0x8F, 0x90,
		0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
		0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF };
	unsigned long wrong = 0;
	uint64_t seed = 11;

	for (unsigned round = 0; round < 200000; round++) {
		const size_t at = 40 + random_next(&seed) % 48;

		fill(room, 128, fills[round % 2]);
		for (size_t i = 0; i < 4; i++)
			room[at + i] = edge[random_next(&seed) % sizeof(edge)];
		wrong += !agree(room, 128);
	}
	CHECK("at random", wrong == 0);
}

/* Whether all vectors find the same trio. */
static bool
find_alike(const struct ug_trios *trios, const unsigned char *bytes,
    size_t len, size_t from)
{
	const size_t want = ug_plain.trio(trios, bytes, len, from);
	bool same = true;

	for (size_t i = 0; ug_vectors_all[i] != &ug_plain; i++)
		if (ug_vectors_all[i]->there())
			same &= ug_vectors_all[i]->trio(trios, bytes, len,
			    from) == want;
	return same;
}

/* Trios at each place, of classes that ask for all of three bytes. */
static void
test_trios(void)
{
	static const char trios_in[][4] = { "abc", "\xE2\x80\x8B", "\xFF\x01\x80",
		"a\xCE\xB1" };
	static struct ug_trios trios;
	unsigned long wrong = 0, n_found = 0;

	for (unsigned k = 0; k < 4; k++)
		for (unsigned i = 0; i < 3; i++) {
			const unsigned char c = (unsigned char)trios_in[k][i];

			trios.upper[i][c >> 4] |= (uint8_t)(1u << 2 * k);
			trios.lower[i][c & 15] |= (uint8_t)(1u << 2 * k);
		}
	for (size_t len = 0; len <= LONGEST; len++)
		for (size_t at = 0; at <= len; at++) {
			unsigned char *const bytes = malloc(len + 1);
			const char *const trio = trios_in[(len + at) % 4];

			if (bytes == NULL)
				abort();
			fill(bytes, len, fills[at % N_FILLS]);
			memcpy(bytes + at, trio, len - at < 3 ? len - at : 3);
			for (size_t from = 0; from <= len; from += 1 + at % 9)
				wrong += !find_alike(&trios, bytes, len, from);
			n_found += ug_plain.trio(&trios, bytes, len, 0) == at &&
			    at + 3 <= len;
			free(bytes);
		}
	CHECK("trios", wrong == 0);
	CHECK("trios: each place", n_found == (unsigned long)(LONGEST -
	    1) * (LONGEST - 2) / 2);
}

/* Single bytes of some classes, and blocks, with each byte at each place. */
static void
test_bytes(unsigned char *room)
{
	static const struct ug_ones ones = {
		.upper = { [0] = 1, [2] = 2, [0xF] = 4 },
		.lower = { [0] = 1, [6] = 1, [0xB] = 2, [0xF] = 4 },
	};
	unsigned long wrong = 0;

	for (size_t i = 0; ug_vectors_all[i] != &ug_plain; i++)
		for (unsigned n = 0; n < 256 * 130; n++) {
			const struct ug_vectors *const v = ug_vectors_all[i];
			uint64_t equal[2], beyond[2], want[2], want_beyond[2];
			unsigned char *const bytes = room + n % ALIGNED;
			const size_t len = n / 256;

			if (!v->there())
				break;
			fill(bytes, 130, fills[n % N_FILLS]);
			bytes[len / 2] = (unsigned char)n;
			for (size_t from = 0; from <= len; from += 7)
				wrong += v->one(&ones, bytes, len, from) !=
				    ug_plain.one(&ones, bytes, len, from);
			v->blocks(bytes, 2, bytes[n % 128], equal, beyond);
			ug_plain.blocks(bytes, 2, bytes[n % 128], want,
			    want_beyond);
			wrong += memcmp(equal, want, sizeof(want)) != 0 ||
			    memcmp(beyond, want_beyond, sizeof(want)) != 0;
		}
	CHECK("bytes", wrong == 0);
}

int
main(int argc, char *argv[])
{
	static unsigned char room[ALIGNED + LONGEST];

	(void)argc;
	CHECK("doing without", ug_plain.there());
	CHECK("the best", ug_vectors()->there());
	for (unsigned i = 0; ug_vectors_all[i] != &ug_plain; i++)
		printf("%s: %s\n", ug_vectors_all[i]->name,
		    ug_vectors_all[i]->there() ? "looked at" : "not there");
	test_places(room);
	test_alignments();
	test_random(room);
	test_trios();
	test_bytes(room);
	return check_done(argv[0]);
}
