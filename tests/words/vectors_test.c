/*
 * vectors_test.c - what words around and beside a key add up to
 */
#include <stdlib.h>
#include <string.h>

#include "words/context.h"

#include "check.h"

#define N 80

static uint16_t room[N + 1][UG_VECTOR_AROUND];

static unsigned char *
vector_of(unsigned char *vectors, uint32_t word)
{
	return vectors + (size_t)UG_VECTOR_SIZE * ug_vector_slot(word);
}

/*
 * Words of which none shares a vector with another: its first number is the
 * word's place in the text less 40, that of the left 1 more, of the right 2.
 */
static void
tokens_make(struct ug_token *tokens, unsigned char *vectors)
{
	uint32_t hash = 1;

	for (int i = 0; i < N; i++) {
		unsigned char *v;

		do {
			hash += 0x85EBCA6Bu;
			v = vector_of(vectors, hash);
		} while (v[1] != 0);
		tokens[i] = (struct ug_token){ .hash = hash,
			.kind = UG_TOKEN_WORD, .len = 1 };
		v[0] = (unsigned char)(i - 40);
		v[1] = 1;
		v[UG_VECTOR_AROUND] = (unsigned char)(i - 39);
		v[UG_VECTOR_RIGHT] = (unsigned char)(i - 38);
	}
}

static int
around(const struct ug_token *tokens, int at, int len)
{
	int sum = 0;

	for (int i = 0; i < N; i++)
		if (tokens[i].kind == UG_TOKEN_WORD &&
		    ((i < at && i >= at - UG_VECTOR_REACH) ||
		    (i >= at + len && i < at + len + UG_VECTOR_REACH)))
			sum += i - 40;
	return sum;
}

/* What stands beside: the next counts for all, the second for half. */
static int
beside(int next, int step)
{
	int sum = 0;

	for (int i = 0; i < 2; i++, next += step)
		if (next >= 0 && next < N)
			sum += (UG_VECTOR_SHARE >> i) *
			    (next - 40 + (step < 0 ? 1 : 2));
	return sum;
}

static void
place_check(struct ug_vector_sums *sums, const struct ug_token *tokens,
    const unsigned char *vectors, int at, int len)
{
	struct ug_vector place;

	ug_vector_read(sums, tokens, N, (size_t)at, (size_t)len, vectors,
	    &place);
	CHECK("around", place.v[0] == around(tokens, at, len));
	CHECK("left", place.v[UG_VECTOR_AROUND] == beside(at - 1, -1));
	CHECK("right", place.v[UG_VECTOR_RIGHT] == beside(at + len, 1));
}

/* From left to right, in steps, and from anywhere. */
static void
test_places(const struct ug_token *tokens, const unsigned char *vectors)
{
	static const int jumps[] = { 0, 79, 3, 4, 5, 60, 59, 10 };
	struct ug_vector_sums sums = { 0, room };

	for (int at = 0; at < N; at++)
		for (int len = 3; len > 0; len--)
			if (at + len <= N)
				place_check(&sums, tokens, vectors, at, len);
	for (size_t i = 0; i < sizeof(jumps) / sizeof(jumps[0]); i++)
		place_check(&sums, tokens, vectors, jumps[i], 1);
}

/* What is no word is not counted around. */
static void
test_marks(struct ug_token *tokens, const unsigned char *vectors)
{
	static const int kinds[] = { UG_TOKEN_MARK, UG_TOKEN_HIDDEN,
		UG_TOKEN_NUMBER };
	struct ug_vector_sums sums = { 0, room };
	struct ug_vector place;

	for (int i = 0; i < 3; i++) {
		tokens[30].kind = (uint8_t)kinds[i];
		ug_vector_read(&sums, tokens, N, 40, 1, vectors, &place);
		CHECK("around", place.v[0] == around(tokens, 40, 1));
		sums.n = 0;
	}
	tokens[30].kind = UG_TOKEN_WORD;
}

/* Beside the key figures, marks and edges count as words do. */
static void
test_beside(struct ug_token *tokens, unsigned char *vectors)
{
	const uint32_t edge = ug_vector_word(tokens, 0, 0);
	struct ug_vector_sums sums = { 0, room };
	struct ug_vector place;

	vector_of(vectors, edge)[UG_VECTOR_AROUND] = 5;
	ug_vector_read(&sums, tokens, N, 0, 1, vectors, &place);
	CHECK("an edge", place.v[UG_VECTOR_AROUND] ==
	    5 * (UG_VECTOR_SHARE + UG_VECTOR_SHARE / 2));
	vector_of(vectors, edge)[UG_VECTOR_AROUND] = 0;
	tokens[39].kind = UG_TOKEN_MARK;
	ug_vector_read(&sums, tokens, N, 40, 1, vectors, &place);
	CHECK("a mark", place.v[UG_VECTOR_AROUND] == beside(39, -1));
	tokens[39].kind = UG_TOKEN_NUMBER;
	tokens[39].len = 4;
	vector_of(vectors, ug_vector_word(tokens, N, 39))[UG_VECTOR_AROUND] =
	    7;
	ug_vector_read(&sums, tokens, N, 40, 1, vectors, &place);
	CHECK("a figure", place.v[UG_VECTOR_AROUND] == 7 * UG_VECTOR_SHARE +
	    (38 - 39) * UG_VECTOR_SHARE / 2);
	tokens[39].kind = UG_TOKEN_WORD;
	tokens[39].len = 1;
}

static void
test_score(const struct ug_token *tokens, const unsigned char *vectors)
{
	unsigned char row[UG_VECTOR_SIZE] = { 3 };
	struct ug_vector_sums sums = { 0, room };
	struct ug_vector place;

	ug_vector_read(&sums, tokens, N, 50, 1, vectors, &place);
	CHECK("one number", ug_vector_score(&place, row) == 3 * place.v[0]);
	row[UG_VECTOR_RIGHT] = 0xFE; /* -2 */
	CHECK("a negative one", ug_vector_score(&place, row) ==
	    3 * place.v[0] - 2 * place.v[UG_VECTOR_RIGHT]);
}

/* Numbers as low as they can be, far more of them than sixteen bits can add. */
static void
test_far(struct ug_token *tokens, unsigned char *vectors)
{
	enum { MANY = 600 };
	static uint16_t many[MANY + 1][UG_VECTOR_AROUND];
	static struct ug_token same[MANY];
	struct ug_vector_sums sums = { 0, many };
	struct ug_vector place;
	unsigned char row[UG_VECTOR_SIZE];

	memset(vector_of(vectors, tokens[0].hash), 0x80, UG_VECTOR_SIZE);
	memset(row, 0x80, sizeof(row));
	for (int i = 0; i < MANY; i++)
		same[i] = tokens[0];
	for (size_t at = 0; at + 1 < MANY; at++) {
		const size_t after = MANY - 1 - at;
		const int words = (int)(at < UG_VECTOR_REACH ? at :
		    UG_VECTOR_REACH) + (int)(after < UG_VECTOR_REACH ? after :
		    UG_VECTOR_REACH);

		ug_vector_read(&sums, same, MANY, at, 1, vectors, &place);
		CHECK("far", place.v[0] == -128 * words);
	}
	ug_vector_read(&sums, same, MANY, MANY / 2, 1, vectors, &place);
	CHECK("the highest score", ug_vector_score(&place, row) ==
	    (48 * UG_VECTOR_AROUND + 12 * 2 * UG_VECTOR_BESIDE) * 128 * 128);
}

int
main(int argc, char **argv)
{
	unsigned char *const vectors = calloc(UG_VECTOR_SLOTS, UG_VECTOR_SIZE);
	struct ug_token tokens[N];

	(void)argc;
	if (vectors == NULL)
		return 2;
	tokens_make(tokens, vectors);
	/* An edge is a word beside, which is not to count here. */
	memset(vector_of(vectors, ug_vector_word(tokens, 0, 0)), 0,
	    UG_VECTOR_SIZE);
	test_places(tokens, vectors);
	test_marks(tokens, vectors);
	test_beside(tokens, vectors);
	test_score(tokens, vectors);
	test_far(tokens, vectors);
	free(vectors);
	return check_done(argv[0]);
}
