/*
 * gate_window_test.c - a window that was slid says what a count from its start
 * says, wherever it came from
 */
#include "words/gate_state.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"
#include "spun.h"
#include "words/gate_limits.h"
#include "words/lexicon.h"

#define RADIUS UG_SPIN_WINDOW
#define N_NODES 65536

/* The keys around a place that count there, in order. */
struct counted {
	int weights[2 * RADIUS + 1];
	size_t n, before, at;
	unsigned distinct;
};

static struct counted
count(const struct ug_spin *spin, uint64_t place, uint64_t first, uint64_t end)
{
	static unsigned counts[N_NODES];
	struct counted c = { .n = 0 };

	memset(counts, 0, sizeof(counts));
	for (size_t i = spin->old; i < spin->n; i++) {
		const struct ug_spin_hit *const hit = &spin->hits[i];

		if (hit->place + RADIUS < place ||
		    hit->place > place + RADIUS || hit->node == 0 ||
		    hit->own_first > first || hit->own_end < end)
			continue;
		if (hit->weight > 0 && counts[hit->family]++ >= 2)
			continue;
		c.distinct += hit->weight >= UG_GATE_STRONG &&
		    counts[hit->family] == 1;
		c.before += hit->place < place;
		c.at += hit->place == place;
		c.weights[c.n++] = hit->weight;
	}
	return c;
}

static int
max(int a, int b)
{
	return a > b ? a : b;
}

/* The best ways through the window, from both its ends. */
static int
count_odds(const struct counted *c)
{
	int spun = 0, clean = 0, spun_on = 0, clean_on = 0, was;

	for (size_t i = 0; i < c->before; i++) {
		was = spun;
		spun = max(spun, clean - 800) + c->weights[i];
		clean = max(clean, was - 800);
	}
	for (size_t i = c->n; i-- > c->before + c->at; ) {
		was = clean_on;
		spun_on += c->weights[i];
		clean_on = max(clean_on, spun_on - 800);
		spun_on = max(spun_on, was - 800);
	}
	return spun + spun_on - clean - clean_on;
}

/* The heaviest of all stretches that hold the place or end at it. */
static int
count_stretch(const struct counted *c)
{
	int most = 0;

	for (size_t from = 0; from <= c->before; from++) {
		int sum = 0;

		for (size_t i = from; i < c->n; i++) {
			if (i >= c->before)
				most = max(most, sum);
			sum += c->weights[i];
		}
		most = max(most, sum);
	}
	return most;
}

static void
check_place(const struct ug_spin *spin, uint64_t place, uint64_t first,
    uint64_t end)
{
	const struct counted keys = count(spin, place, first, end);
	const struct ug_spin_score score = ug_spin_score(spin, place, first,
	    end);
	unsigned distinct;
	int margin;

	CHECK("stretch", score.stretch == count_stretch(&keys));
	CHECK("distinct", score.distinct == keys.distinct);
	CHECK("odds", score.odds == count_odds(&keys));
	CHECK("told sooner", ug_spin_opens(spin, place, first, end) ==
	    ug_spin_score_opens(score));
	margin = ug_spin_margin(spin, place, first, end, &distinct);
	CHECK("margin", margin == ug_spin_score_margin(score) || (margin < 0 &&
	    !ug_spin_score_opens(score)));
	CHECK("distinct, too", distinct == score.distinct);
}

/*
 * Lines that repeat and lines that do not, some of them for themselves alone,
 * asked for there, near there and anywhere.
 */
static void
test_places(unsigned seed, unsigned unknown)
{
	static const char text[] = SPUN CLEAN
	    "The photo voltaic roof, the photo voltaic wall.\n"
	    "Chinese language, photo voltaic, and Chinese language again.\n";
	uint64_t random = seed;
	struct ug_spin *spin;
	size_t at = 0;

	if (!CHECK("memory", ug_spin_new(&spin, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		exit(1);
	for (int i = 0; i < 300; i++) {
		const size_t len = strcspn(text + at, "\n") + 1;
		const bool known = unknown == 0 ||
		    random_next(&random) % unknown != 0;
		uint64_t first, end;

		CHECK("see", ug_spin_see(spin, (struct ug_text){ text + at,
		    len }, known, &first, &end) == UNGARBLE_OK);
		ug_spin_clean(spin);
		check_place(spin, first + (end - first) / 2, first, end);
		for (int k = 0; k < 3; k++) {
			const uint64_t place = end > 700 ?
			    end - random_next(&random) % 400 :
			    random_next(&random) % end;

			check_place(spin, place, place, place + 1);
		}
		if (end > 700 && random_next(&random) % 4 == 0)
			ug_spin_forget(spin, end - random_next(&random) % 400);
		at += len;
		if (at == sizeof(text) - 1 || random_next(&random) % 5 == 0)
			at = random_next(&random) % 2 == 0 ? 0 :
			    sizeof(SPUN CLEAN) - 1;
	}
	ug_spin_free(spin);
}

int
main(int argc, char **argv)
{
	(void)argc;
	for (unsigned seed = 1; seed < 12; seed++) {
		test_places(seed, 0);
		test_places(seed, 4);
		test_places(seed, 40);
	}
	return check_done(argv[0]);
}
