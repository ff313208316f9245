/*
 * glance_random_test.c - texts of each length at each place: what is seen
 *
 * Its digest is that of glance_plain_test.c, and of any other machine:
 * tests/build/twins.sh, .ci/neon.
 */
#include "marks/glance.h"

#include <stdlib.h>

#include "check.h"
#include "pieces.h"

#define LENGTHS 200 /* three blocks and a bit */
#define PLACES  16  /* of the first byte in a vector */
#define TEXTS   32

static const char *const pieces[] = { " ", "the ", "a town", ". ", ", ", " . ",
	"of it", "Harlands List", "s ", "t ", "said", "told him", "wrote",
	"added", "read: ", "wont ", "Im ", "Mr. ", "Dr", "few big boats ",
	"few big boats few big boats ", "-Reach", "\"", "'", "town's ", "n't ",
	"(", "[", "\n", "&", "<", "$", "\u2019", "\u201C", "\u201D", "\u00AB", "\u2019s ", "xyz",
	"wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww" };

static uint64_t digest;

/* The same by lines, the last of which has to end. */
static void
look_at_lines(struct ug_text text)
{
	struct ug_glance_lines lines;

	for (size_t at = 0; at < text.len; at = lines.end) {
		ug_glance_lines(&lines, text, at);
		if (!CHECK("lines", lines.end > at))
			return;
		digest_add(&digest, lines.end);
		for (size_t i = 0; i < lines.n; i++) {
			/* One way may look closer than another. */
			if (lines.v[i].cues == 0 && lines.v[i].traits == 0)
				continue;
			digest_add(&digest, lines.v[i].start);
			digest_add(&digest, lines.v[i].end);
			digest_add(&digest, lines.v[i].cues);
			digest_add(&digest, lines.v[i].traits);
		}
	}
}

/* Look at texts of a length that start at a place. */
static void
look_at_texts(size_t len, size_t place, uint64_t seed)
{
	/* To the byte, so that a reader of more is found out. */
	char *const room = malloc(place + len + 1);
	char *const s = room != NULL ? room + place + 1 : NULL;

	if (!CHECK("memory", room != NULL))
		return;
	for (unsigned i = 0; i < TEXTS; i++) {
		pieces_fill(s, len, PIECES(pieces), &seed);
		digest_add(&digest, ug_glance((struct ug_text){ s, len }));
		if (len == 0 || (unsigned char)s[len - 1] >= 0x80)
			continue;
		s[len - 1] = '\n';
		look_at_lines((struct ug_text){ s, len });
	}
	free(room);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t len = 0; len <= LENGTHS; len++) {
		const uint64_t before = digest;
		uint64_t first = 0;

		for (size_t place = 0; place < PLACES; place++) {
			digest = before;
			look_at_texts(len, place, len);
			first = place == 0 ? digest : first;
			CHECK("wherever it stands", digest == first);
		}
	}
	digest_print(digest);
	return check_done(argv[0]);
}
