/*
 * gate_alarm_test.c - which records may leave, how far the gate looks, and what
 * it sees of the rows of the caller
 *
 * The alarm by a plain count of the keys: it stands between -500 and 800, and a
 * record may leave if it never rose to the low-water mark in it.
 */
#include "words/gate_state.h"

#include <string.h>

#include "check.h"
#include "random.h"
#include "spin.h"
#include "spun.h"
#include "words/gate_limits.h"
#include "words/lexicon.h"

static void
see(struct ug_spin *spin, const char *line, bool known, uint64_t *first,
    uint64_t *end)
{
	CHECK("see", ug_spin_see(spin, (struct ug_text){ line, strlen(line) },
	    known, first, end) == UNGARBLE_OK);
}

/* The alarm that keys from place `first` on leave; *most in between. */
static int
plain_alarm(const struct ug_spin *spin, uint64_t first, bool known, int alarm,
    int *most)
{
	*most = alarm;
	for (size_t i = 0; i < spin->n; i++) {
		const int weight = spin->hits[i].weight;

		if (spin->hits[i].place < first)
			continue;
		/* What may not be so calms nobody. */
		if (weight > 0 || known)
			alarm += weight;
		alarm = alarm < -500 ? -500 : alarm > 800 ? 800 : alarm;
		*most = alarm > *most ? alarm : *most;
	}
	return alarm;
}

/* Whether a key that needs no gate stands there. */
static bool
has_sure(const struct ug_spin *spin, uint64_t first)
{
	for (size_t i = 0; i < spin->n; i++)
		if (spin->hits[i].place >= first &&
		    (spin->hits[i].flags & UG_NODE_SURE) != 0)
			return true;
	return false;
}

/* So many words: forms of the lexicon, originals, and others. */
static void
draw_line(uint64_t *seed, char *line, size_t cap, uint64_t spun)
{
	size_t len = 0;

	line[0] = '\0';
	for (uint64_t n = 1 + random_next(seed) % 8; n > 0; n--) {
		const struct ug_pair *const pair = &ug_lexicon_pairs[
		    random_next(seed) % ug_lexicon_n_pairs];
		const uint64_t how = random_next(seed) % 8;

		len += (size_t)snprintf(line + len, cap - len, "%s ",
		    ug_lexicon_words + (how < spun ? pair->spun :
		    pair->original));
		if (len > cap - 200)
			break;
	}
	strcat(line, "as it was.\n");
}

static void
test_alarm(void)
{
	struct ug_spin *const spin = spin_new();
	uint64_t seed = 1, spun = 0, first, end;
	int alarm = 0, highest = 0, lowest = 0;

	for (size_t i = 0; i < 4000; i++) {
		const bool known = random_next(&seed) % 4 != 0;
		char line[1000];
		bool sure;
		int most;

		if (random_next(&seed) % 20 == 0)
			spun = random_next(&seed) % 9;
		draw_line(&seed, line, sizeof(line), spun);
		see(spin, line, known, &first, &end);
		alarm = plain_alarm(spin, first, known, alarm, &most);
		sure = has_sure(spin, first);
		ug_spin_set_low_water(spin, most);
		CHECK(line, !ug_spin_clean(spin));
		ug_spin_set_low_water(spin, most + 1);
		CHECK(line, ug_spin_clean(spin) == !sure);
		highest = alarm > highest ? alarm : highest;
		lowest = alarm < lowest ? alarm : lowest;
		if (random_next(&seed) % 100 == 0) {
			ug_spin_enter_block(spin);
			alarm = 0;
		}
		ug_spin_forget(spin, end);
	}
	CHECK("calm", lowest == -500);
	CHECK("alarmed", highest == 800);
	ug_spin_free(spin);
}

/* The mark stands where the trainer put it. */
static void
test_low_water(void)
{
	struct ug_spin *const spin = spin_new(), *const same = spin_new();
	uint64_t seed = 2, first, end;

	ug_spin_set_low_water(same, UG_GATE_LOW_WATER);
	for (size_t i = 0; i < 2000; i++) {
		char line[1000];

		draw_line(&seed, line, sizeof(line), 3);
		see(spin, line, true, &first, &end);
		see(same, line, true, &first, &end);
		CHECK(line, ug_spin_clean(spin) == ug_spin_clean(same));
		ug_spin_enter_block(spin);
		ug_spin_enter_block(same);
		ug_spin_forget(spin, end);
		ug_spin_forget(same, end);
	}
	ug_spin_free(spin);
	ug_spin_free(same);
}

/* A decision looks at 240 tokens behind a place, and before it. */
static void
test_far(void)
{
	struct ug_spin *const spin = spin_new();
	uint64_t first, end, a, b;

	CHECK("idle at first", ug_spin_idle(spin));
	see(spin, "rower\n", true, &first, &end);
	CHECK("no key", ug_spin_idle(spin));
	see(spin, "Our photo voltaic roof.\n", true, &first, &end);
	CHECK("key", !ug_spin_idle(spin) && end == first + 5);
	for (b = end; b < end + 300; ) {
		/* The key is the token behind `first`. */
		CHECK("idle", ug_spin_idle(spin) == (first + 1 + 240 < b));
		CHECK("ready", ug_spin_ready(spin, end) == (b >= end + 240));
		see(spin, "kelp\n", true, &a, &b);
		CHECK("one token", b == a + 1);
	}
	CHECK("the key", ug_spin_score(spin, first + 241, first + 241,
	    first + 242).stretch > 0);
	CHECK("too far", ug_spin_score(spin, first + 242, first + 242,
	    first + 243).stretch == 0);
	end = b;
	ug_spin_leave_gap(spin);
	see(spin, "kelp\n", true, &a, &b);
	CHECK("a gap", a == end + 480);
	ug_spin_free(spin);
}

/* Keys tell what comes up to 240 tokens behind them, and no further. */
static void
test_state(void)
{
	static const char *const lines[] = { "Our photo voltaic roof.\n",
		"Our photo voltaic wall and photo voltaic roof.\n",
		"The officers mentioned it.\n", "He said no.\n" };

	for (size_t i = 0; i < 8; i++) {
		struct ug_spin *const one = spin_new(), *const two = spin_new();
		uint64_t a, b, end, last;

		/* Where the stream was begun is told for as long, too. */
		for (unsigned k = 0; k < 250; k++) {
			see(one, "kelp\n", true, &a, &end);
			see(two, "kelp\n", true, &a, &b);
		}
		see(one, lines[i % 4], i < 4, &a, &end);
		CHECK("alarm", ug_spin_state(one) != ug_spin_state(two));
		ug_spin_enter_block(one);
		last = one->hits[one->n - 1].place;
		if (i >= 4)
			last = end - 1;
		while (end < last + 250) {
			CHECK(lines[i % 4], (ug_spin_state(one) !=
			    ug_spin_state(two)) == (last + 240 >= end));
			see(one, "kelp\n", true, &a, &end);
			see(two, "kelp\n", true, &a, &b);
		}
		ug_spin_free(one);
		ug_spin_free(two);
	}
}

/* What is told of keys is the same wherever the stream was begun. */
static void
test_begun(void)
{
	struct ug_spin *const one = spin_new(), *const two = spin_new();
	uint64_t seed = 4, spun = 0, a, b;

	for (unsigned i = 0; i < 800; i++) {
		see(one, "kelp\n", true, &a, &b);
		if (i >= 333)
			see(two, "kelp\n", true, &a, &b);
	}
	for (size_t i = 0; i < 2000; i++) {
		const bool known = random_next(&seed) % 6 != 0;
		char line[1000];

		if (random_next(&seed) % 20 == 0)
			spun = random_next(&seed) % 9;
		draw_line(&seed, line, sizeof(line), spun);
		see(one, line, known, &a, &b);
		see(two, line, known, &a, &b);
		CHECK(line, ug_spin_state(one) == ug_spin_state(two));
		CHECK(line, ug_spin_clean(one) == ug_spin_clean(two));
		if (random_next(&seed) % 9 == 0)
			ug_spin_forget(one, one->end_token);
	}
	ug_spin_free(one);
	ug_spin_free(two);
}

/* Rows of the caller's stand beside keys, and move none of them. */
static void
check_own(const struct ug_spin *with, const struct ug_spin *alone,
    uint64_t first, const char *line)
{
	static const char word[] = "wombat";
	size_t k = ug_spin_find(alone, first), n_own = 0, n_there = 0;

	for (size_t i = ug_spin_find(with, first); i < with->n; i++) {
		if (with->hits[i].node == 0) {
			CHECK(line, with->hits[i].weight == 0 &&
			    (with->hits[i].flags & UG_NODE_SPUN) != 0);
			n_own++;
			continue;
		}
		CHECK(line, k < alone->n && with->hits[i].node ==
		    alone->hits[k].node && with->hits[i].place ==
		    alone->hits[k].place && with->hits[i].flags ==
		    alone->hits[k].flags);
		k++;
	}
	CHECK(line, k == alone->n);
	for (const char *s = line; (s = strstr(s, word)) != NULL; s++)
		n_there++;
	CHECK(line, n_own == n_there);
}

static void
test_own(void)
{
	static const char *const pieces[] = { "photo voltaic ", " and ",
		"mentioned ", "\n", "\n", " wombat ", "\nwombat\n", ", ",
		"the brand new ", " Center East ", " wombat's ",
		"manufacturing unit\n", "\nphoto voltaic\n" };
	struct ug_spin *const with = spin_new(), *const alone = spin_new();
	struct ug_own_fault fault;
	struct ug_own *own;
	uint64_t seed = 3, first, end;

	CHECK("rows", ug_own_new(&own, UG_TEXT("wombat\tcat\n"),
	    &ug_alloc_libc, &fault) == UNGARBLE_OK);
	ug_spin_set_own(with, own);
	for (size_t i = 0; i < 20000; i++) {
		char line[400] = "";

		for (uint64_t n = random_next(&seed) % 10; n > 0; n--)
			strcat(line, pieces[random_next(&seed) %
			    (sizeof(pieces) / sizeof(*pieces))]);
		strcat(line, "\n");
		see(with, line, true, &first, &end);
		see(alone, line, true, &first, &end);
		check_own(with, alone, first, line);
		ug_spin_forget(with, end);
		ug_spin_forget(alone, end);
	}
	ug_spin_free(with);
	ug_spin_free(alone);
	ug_own_free(own);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_alarm();
	test_low_water();
	test_far();
	test_state();
	test_begun();
	test_own();
	return check_done(argv[0]);
}
