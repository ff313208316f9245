/*
 * stretch_test.c - records of a stretch counted, against one byte at a time
 */
#include "base/stretch.h"

#include <string.h>

#include "check.h"
#include "random.h"

#define LONGEST 700

/* Whether the counts are those of the first `len` bytes. */
static bool
agrees(const struct ug_stretch *stretch, size_t len)
{
	size_t start = 0, plain = len, ascii_len = 0;
	uint64_t n = 0;
	bool beyond = false;

	for (size_t i = 0; i < len; i++) {
		beyond |= stretch->bytes[i] >= 0x80;
		if (stretch->bytes[i] != '\n')
			continue;
		if (!beyond)
			ascii_len += i + 1 - start;
		else if (plain == len)
			plain = start;
		start = i + 1;
		beyond = false;
		n++;
	}
	return stretch->len == len && stretch->n == n &&
	    stretch->plain == plain && stretch->ascii_len == ascii_len;
}

/* Records of about so many bytes, one in `per` with some beyond ASCII. */
static size_t
make(unsigned char *bytes, size_t longest, unsigned len, unsigned per,
    uint64_t *seed)
{
	size_t n = 0;

	while (n + len + 4 < longest) {
		const size_t letters = random_next(seed) % (len + 1);

		memset(bytes + n, 'a', letters);
		n += letters;
		if (random_next(seed) % per == 0) {
			memcpy(bytes + n, "\xC3\xA9", 2);
			n += 2;
		}
		if (random_next(seed) % 2 == 0)
			bytes[n++] = 'z';
		bytes[n++] = '\n';
	}
	return n;
}

/* Whether what is taken off, and what is left, are counted. */
static bool
splits(struct ug_stretch s, size_t at)
{
	struct ug_stretch part = s, first;
	const size_t len = s.len;
	uint64_t n;

	ug_stretch_cut(&part, at);
	n = s.n;
	ug_stretch_split(&s, at, part.n, &first);
	return agrees(&first, at) && agrees(&s, len - at) &&
	    first.n + s.n == n && s.bytes == first.bytes + at &&
	    s.in_at == first.in_at + at && s.number == first.number + first.n;
}

static void
check_random(void)
{
	static unsigned char bytes[LONGEST + 1];
	unsigned long wrong = 0;
	uint64_t seed = 7;

	for (unsigned round = 0; round < 20000; round++) {
		static const unsigned lens[] = { 0, 3, 60, 200 };
		static const unsigned pers[] = { 1, 2, 9, 1000000 };
		struct ug_stretch s = { .bytes = bytes + round % 2 };

		s.len = make(bytes + round % 2, random_next(&seed) % LONGEST,
		    lens[round / 4 % 4], pers[round % 4], &seed);
		ug_stretch_cut(&s, s.len);
		wrong += !agrees(&s, s.len);
		if (s.len == 0)
			continue;

		const size_t at = random_next(&seed) % s.len;
		const size_t start = ug_stretch_start(&s, at);
		const size_t end = ug_stretch_end(&s, at);

		wrong += start > at || end <= at || s.bytes[end - 1] != '\n' ||
		    (start > 0 && s.bytes[start - 1] != '\n') ||
		    memchr(s.bytes + start, '\n', end - start) !=
		    s.bytes + end - 1;
		wrong += !splits(s, start) || !splits(s, end) ||
		    !splits(s, s.len) || !splits(s, ug_stretch_end(&s, 0));
		ug_stretch_cut(&s, start);
		wrong += !agrees(&s, start);
		ug_stretch_cut(&s, 0);
		wrong += !agrees(&s, 0);
	}
	CHECK("counts", wrong == 0);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_random();
	return check_done(argv[0]);
}
