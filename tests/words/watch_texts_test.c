/*
 * watch_texts_test.c - texts that are watched together show what each shows
 */
#include <string.h>

#include "check.h"
#include "random.h"
#include "spun.h"
#include "words/watch.h"

#define N_TEXTS 60

/* What texts are made of, the clean first. */
static const char *const pieces[] = {
	"the rower had a long way to go", " ", "no one saw it", "\n", "it",
	"so. ", CLEAN, "bosom", "malignancy", " counterfeit consciousness",
	"Chinese", "language-owned", "mentioned the brand new", "officers ",
	"photo voltaic", SPUN, "<pre>", "\n```\n", ".Bd ", "\n.fi", "~~~",
	"caf\u00E9 ", "irregular", "timberland", "x<code>", "???", "3,000 ",
	"Constitutionalists", "flag to", "clamor", "Antidisestablishmentarian"
	"ismAntidisestablishmentarianismAntidisestablishmentarianism",
};

#define N_PIECES (sizeof(pieces) / sizeof(*pieces))

static char all[400 * N_TEXTS * 30];
static uint32_t ends[N_TEXTS];
static bool followed[N_TEXTS];

/* Texts of the first `n` pieces, up to `most` of them. */
static size_t
draw(uint64_t *seed, size_t n, size_t most)
{
	size_t len = 0;

	for (size_t i = 0; i < N_TEXTS; i++) {
		size_t left = 1 + random_next(seed) % most;

		for (; left > 0; left--) {
			const char *const s = pieces[random_next(seed) % n];

			memcpy(all + len, s, strlen(s));
			len += strlen(s);
		}
		if (len == 0 || all[len - 1] != '\n' ||
		    random_next(seed) % 2 == 0)
			all[len++] = '\n';
		ends[i] = (uint32_t)len;
		followed[i] = i + 1 < N_TEXTS && random_next(seed) % 2 == 0;
	}
	return len;
}

/* The next one may tell that nothing goes on there. */
static bool
shows_alone(size_t i)
{
	const size_t at = i > 0 ? ends[i - 1] : 0;
	const size_t end = ends[followed[i] ? i + 1 : i];
	struct ug_watch_found found;
	struct ug_watch watch;

	ug_watch_calm(&watch);
	found = ug_watch_lines(&watch, (struct ug_text){ all + at, end - at });
	return found.sights != 0 && found.to <= ends[i] - at;
}

/* Returns how many of the texts show something. */
static size_t
check_texts(uint64_t seed, size_t n_pieces, size_t most)
{
	uint64_t drawn = seed;
	const size_t len = draw(&drawn, n_pieces, most);
	const struct ug_texts texts = { { all, len }, ends, followed,
		N_TEXTS };
	size_t next = ug_watch_texts(&texts, 0), n = 0;

	for (size_t i = 0; i < N_TEXTS; i++) {
		const bool shows = shows_alone(i);

		if (!CHECK("as alone", shows == (next == i)))
			fprintf(stderr, "\tseed %llu, text %zu: %d\n",
			    (unsigned long long)seed, i, (int)shows);
		if (i == next)
			next = ug_watch_texts(&texts, i + 1);
		n += shows;
	}
	CHECK("no more", next == N_TEXTS);
	return n;
}

int
main(void)
{
	size_t n = 0, n_some = 0;

	for (uint64_t seed = 1; seed <= 300; seed++) {
		n += check_texts(seed, N_PIECES, 1 + seed % 30);
		n_some += check_texts(seed, N_PIECES - 22 + seed % 9, 3);
		CHECK("clean", check_texts(seed, 6, 1 + seed % 200) == 0);
	}
	/* Else nothing was asked. */
	CHECK("some show", n > 300 && n < 300 * N_TEXTS);
	CHECK("few show", n_some > 0 && n_some < 150 * N_TEXTS);
	return check_done("watch_texts");
}
