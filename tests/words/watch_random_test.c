/*
 * watch_random_test.c - texts of each length at each place: what is seen
 *
 * Its digest is that of watch_plain_test.c, and of any other machine:
 * tests/build/twins.sh, .ci/neon.
 */
#include "words/watch.h"

#include <stdlib.h>

#include "check.h"
#include "pieces.h"

#define LENGTHS 200 /* three blocks and a bit */
#define PLACES  16  /* of the first byte in a vector */
#define TEXTS   32

static const char *const pieces[] = { "officers ", "mentioned ", "Photo ",
	"voltaic ", "bosom", "malignancy", " ", "the ", "USA", "brand new ",
	"it", "x", "\n", "\xC3\xA9", "\xFF", "@[`{", "@Z[", "Chinese language",
	"<pre>", "</code>", "```", "~~~", "\n.Bd -literal\n", ".",
	"Constitutionalists", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

/* Of what most has no words. */
static const char *const mute[] = { "\xD0\x96\xD0\xB8 ", "\xD1\x8F, ", "1",
	"2,", "\n", "?", " ", "\xE2\x80\x9C", "\xE6\x97\xA5\n", ".\n", "``",
	"\xE3\x80\x82", "7 ", "\n", "\xD0\x96 \xD0\xB8\n", "\xD0\x96\xD0\xB8 ",
	"\xD0\xB0\xD0\xB1\xD0\xB2\xD0\xB3\xD0\xB4\xD0\xB5\n" };

static uint64_t digest;

/* The same by lines, the last of which has to end. */
static void
see_lines(struct ug_watch *watch, struct ug_text text)
{
	for (size_t at = 0; at < text.len; ) {
		const struct ug_watch_found found = ug_watch_lines(watch,
		    ug_text_part(text, at, text.len - at));

		digest_add(&digest, found.from);
		digest_add(&digest, found.n);
		digest_add(&digest, found.sights);
		if (!CHECK("lines", found.to > 0))
			return;
		at += found.to;
	}
}

/* Lines that show no more than that they are mute, against one by one. */
static void
check_mute(struct ug_text text, size_t *n_mute)
{
	static const struct ug_watch watch = { .n = 0 };
	size_t at = 0, n = 0, found_n, found;

	for (size_t end; at < text.len; at = end, n++) {
		struct ug_watch one = watch;

		end = ug_text_find(text, at, UG_TEXT("\n")) + 1;
		if (end > UG_WATCH_MUTE_MOST || ug_watch_see(&one,
		    ug_text_part(text, at, end - at)) != (UG_WATCH_WAKE |
		    UG_WATCH_MUTE))
			break;
		CHECK("nothing is known", memcmp(&one, &watch,
		    sizeof(one)) == 0);
	}
	found = ug_watch_mute_lines(&watch, text, &found_n);
	CHECK("mute", found == at && found_n == n);
	*n_mute += n;
}

/* So many texts without many words. */
static void
check_mute_lines(void)
{
	static char room[9000];
	uint64_t seed = 3;
	size_t n = 0;

	for (unsigned i = 0; i < 5000; i++) {
		const size_t len = 1 + random_next(&seed) % (i % 10 == 0 ?
		    sizeof(room) : 150);

		pieces_fill(room, len, mute, sizeof(mute) / sizeof(*mute) -
		    i % 8, &seed);
		if (i % 3 == 0)
			memcpy(room + random_next(&seed) % len, "a", 1);
		room[len - 1] = '\n';
		check_mute((struct ug_text){ room, len }, &n);
	}
	CHECK("some are", n > 10000);
}

/* See texts of a length that start at a place, one after the other. */
static void
see_texts(size_t len, size_t place, uint64_t seed)
{
	struct ug_watch watch = { .n = 0 };
	/* To the byte, so that a reader of more is found out. */
	char *const room = malloc(place + len);

	if (!CHECK("memory", room != NULL))
		return;
	for (unsigned i = 0; i < TEXTS; i++) {
		pieces_fill(room + place, len, PIECES(pieces), &seed);
		digest_add(&digest, ug_watch_see(&watch,
		    (struct ug_text){ room + place, len }));
		digest_add(&digest, (uint64_t)watch.alarm);
		digest_add(&digest, watch.n);
		room[place + len - 1] = '\n';
		see_lines(&watch, (struct ug_text){ room + place, len });
	}
	free(room);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_mute_lines();
	for (size_t len = 1; len <= LENGTHS; len++) {
		const uint64_t before = digest;
		uint64_t first = 0;

		for (size_t place = 0; place < PLACES; place++) {
			digest = before;
			see_texts(len, place, len);
			first = place == 0 ? digest : first;
			CHECK("wherever it stands", digest == first);
		}
	}
	digest_print(digest);
	return check_done(argv[0]);
}
