/*
 * watch_read_test.c - every way to read words that this machine has reads what
 * the plain one does
 */
#include "words/watch_read.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "words/watch_key.h"

#define LONGEST 2000

static uint32_t bits[(1u << UG_WATCH_BITS) / 32];

/* A text to the byte, so that a reader of more is found out. */
static struct ug_text
text_make(uint64_t *seed)
{
	static const char *const pieces[] = { "a", "B", "e", "z", "and ",
		"The ", " ", " ", "\n", ".\n", "\n\n", " .Bd\n", "```", "</pre",
		"<", "~", ".", "`", "@", "[", "{", "0", "\xC3\xA9", "\x80",
		"abcdefghi", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrst" };
	const size_t n = sizeof(pieces) / sizeof(*pieces);
	const size_t few = random_next(seed) % n + 1;
	const size_t len = random_next(seed) % LONGEST + 1;
	char *const s = malloc(len);

	for (size_t at = 0; s != NULL && at < len;) {
		const char *const piece = pieces[random_next(seed) % few];
		const size_t left = len - at;
		const size_t all = strlen(piece);

		memcpy(s + at, piece, all < left ? all : left);
		at += all;
	}
	return (struct ug_text){ s, s != NULL ? len : 0 };
}

/* What of two parts is set. */
static bool
same(const struct ug_watch_part *a, const struct ug_watch_part *b)
{
	return a->end == b->end && a->turn == b->turn && a->n == b->n &&
	    a->n_lines == b->n_lines && a->n_hits == b->n_hits &&
	    memcmp(a->words, b->words, (UG_WATCH_BEFORE + a->n) *
	    sizeof(a->words[0])) == 0 &&
	    memcmp(a->lines, b->lines, a->n_lines *
	    sizeof(a->lines[0])) == 0 &&
	    memcmp(a->hits, b->hits, a->n_hits * sizeof(a->hits[0])) == 0;
}

/* Read all of a text in both ways; whether they agree. */
static bool
check_text(const struct ug_watch_way *way, const struct ug_watch_way *plain,
    struct ug_text text)
{
	static struct ug_watch_part one, other;

	memset(one.words, 0, sizeof(one.words));
	memset(other.words, 0, sizeof(other.words));
	for (size_t at = 0; at < text.len; at = one.end) {
		way->read(&one, text, at, bits);
		plain->read(&other, text, at, bits);
		if (!CHECK(way->name, one.end > at && same(&one, &other)))
			return false;
		memcpy(one.words, one.words + one.n, sizeof(one.words[0]) * 2);
		memcpy(other.words, one.words, sizeof(one.words[0]) * 2);
	}
	return true;
}

static void
check_way(const struct ug_watch_way *way, const struct ug_watch_way *plain)
{
	uint64_t seed = 1;

	for (int i = 0; i < 5000; i++) {
		const struct ug_text text = text_make(&seed);
		const bool ok = CHECK("memory", text.s != NULL) &&
		    check_text(way, plain, text);

		free((void *)(uintptr_t)text.s);
		if (!ok)
			break;
	}
}

/* The plain way, of a text whose words are known. */
static void
check_plain(const struct ug_watch_way *plain)
{
	const struct ug_text text = UG_TEXT("Don't\nstop9a\n.nf\nconstitution");
	static const char *const words[] = { "don", "t", "stop", "a", "nf",
		"constitution" };
	static struct ug_watch_part part;
	const uint32_t *const read = part.words + UG_WATCH_BEFORE;
	uint32_t key;

	for (unsigned i = 0; i < 6; i++) {
		memset(bits, 0, sizeof(bits));
		key = ug_watch_mix(ug_cue_key(words[i], strlen(words[i])));
		bits[ug_watch_cell(key)] |= ug_watch_cell_bits(key);
		plain->read(&part, text, 0, bits);
		CHECK(words[i], part.n == 6 && read[i] == key);
		CHECK("hits", part.n_hits == 1 && part.hits[0] == i);
	}
	CHECK("lines", part.n_lines == 3 && part.lines[0].n == 2 &&
	    part.lines[1].n == 4 && part.lines[2].n == 5 &&
	    part.lines[2].end == 17);
	CHECK("turn", part.turn == 13 && part.end == text.len);
}

int
main(int argc, char **argv)
{
	const struct ug_watch_way *const *way = ug_watch_ways;
	const struct ug_watch_way *plain;
	uint64_t seed = 2;

	(void)argc;
	while (strcmp((*way)->name, "plain") != 0)
		way++;
	plain = *way;
	check_plain(plain);
	for (size_t i = 0; i < sizeof(bits) / sizeof(bits[0]); i++)
		bits[i] = (uint32_t)(random_next(&seed) & random_next(&seed));
	for (way = ug_watch_ways; *way != plain; way++)
		if ((*way)->there())
			check_way(*way, plain);
	return check_done(argv[0]);
}
