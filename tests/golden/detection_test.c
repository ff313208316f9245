/*
 * detection_test.c - what the parts of detection say of bytes, and of what they
 * could leave out
 *
 * Bytes as a seed draws them, see coded.h, are asked of one part at a time:
 * bounds that rule an encoding out early are never seen from outside, but that
 * they are as tight as they were is what detection is as fast by.  digest.h
 * says what the numbers are.
 */
#include "digest.h"

#include <stdlib.h>

#include "coded.h"
#include "detect/compare.h"
#include "detect/escapes.h"
#include "detect/form.h"
#include "detect/habit.h"

struct asked {
	struct coded coded;
	uint64_t seed;
	struct bytes in;
	struct ug_candidates candidates;
	struct ug_comparison *c;
	struct ug_detector *detector;
	struct ug_habit *habits;
	uint64_t digest;
};

static unsigned
draw(struct asked *asked, unsigned n)
{
	return (unsigned)(random_next(&asked->seed) % n);
}

static const unsigned char *
bytes_of(const struct asked *asked)
{
	return (const unsigned char *)asked->in.s;
}

static void
name_add(struct asked *asked, const struct ug_encoding *encoding)
{
	const char *const name = encoding == NULL ? "none" : encoding->name;

	digest_add_bytes(&asked->digest, name, strlen(name));
}

/* ---- what is asked ---- */

/* Pieces in an encoding, one of them spoiled, or words of ASCII around. */
static void
draw_bytes(struct asked *asked, enum coded_kind kind)
{
	struct coded_from from;

	asked->in.len = 0;
	coded_pick(&asked->coded, &asked->seed, kind, &from);
	for (unsigned i = 0, n = 1 + draw(asked, 4); i < n; i++) {
		const size_t at = asked->in.len;

		if (i > 0)
			coded_text(&asked->coded, from.encoding, i % 2 == 0 ?
			    " and so they said, " : "\n", &asked->in);
		coded_piece(&asked->coded, &from, &asked->seed, &asked->in);
		if (draw(asked, 8) == 0)
			coded_spoil(&asked->in, at, &asked->seed);
	}
	/* Room for it, if it is empty. */
	bytes_add(&asked->in, "\0", 1);
	asked->in.len--;
}

/* A few bytes of a few kinds: near all that is counted. */
static void
draw_few(struct asked *asked)
{
	static const char *const kinds_of[] = { "abcdefghi", "ABC 0189.,<>",
		"\xE9\xC4\xD5\xA4\xFC", "\x81\x93\x8E\x9F", "\n\r\n",
		"\x01\x02\x7F\x1A\x1B", "N-fe\x4E\x65", "" };
	const size_t n_kinds = sizeof(kinds_of) / sizeof(*kinds_of);
	const size_t a = draw(asked, n_kinds), b = draw(asked, n_kinds);
	const unsigned turn = draw(asked, 3), rare = 1 + draw(asked, 9);

	asked->in.len = 0;
	for (unsigned i = 0, n = draw(asked, 50); i < n; i++) {
		const bool other = turn == 0 ? i % 2 == 0 :
		    draw(asked, rare) == 0;
		const char *const s = kinds_of[other ? b : a];

		/* Of none: a NUL. */
		bytes_add(&asked->in, s + draw(asked, (unsigned)strlen(s) +
		    (s[0] == '\0')), 1);
	}
	bytes_add(&asked->in, "\0", 1);
	asked->in.len--;
}

/* ---- the sample, and the bounds ---- */

static void
sample_add(struct asked *asked, const struct ug_sample *sample)
{
	uint64_t *const digest = &asked->digest;

	digest_add_bytes(digest, sample->tokens.s, sample->tokens.len);
	for (size_t i = 0; i < sample->n_pairs; i++) {
		digest_add(digest, sample->pairs[i].a);
		digest_add(digest, sample->pairs[i].b);
		digest_add(digest, sample->pairs[i].n);
	}
	digest_add(digest, sample->n_beyond);
	digest_add(digest, sample->n_long);
	digest_add(digest, sample->ascii_len);
	digest_add(digest, sample->cut);
	digest_add(digest, sample->whole != NULL);
	for (unsigned i = 0; i < 256; i++)
		digest_add(digest, sample->counts[i] * 2 + sample->present[i]);
	digest_add_bytes(digest, (const char *)sample->high, sample->n_high);
	for (size_t l = 0; l < ug_n_languages(); l++)
		digest_add(digest, (uint64_t)ug_tally_cost(&sample->ascii, l));
}

static void
bounds_add(struct asked *asked, const struct ug_encoding *encoding)
{
	static struct ug_leaning leaning;
	static struct ug_upper upper;
	struct ug_score *const score = &asked->c->score;
	const struct ug_tally none = { 0 };
	struct ug_spoken spoken[UG_LANGUAGES_MAX];
	int behind[UG_LANGUAGES_MAX];
	struct ug_least least;
	struct ug_single single;
	size_t n;
	const int limit = 1000 + (int)draw(asked, 20000);

	for (unsigned i = 0; i < 128; i++) {
		upper.glyphs[i] = ug_score_glyph(encoding->upper[i]);
		upper.signs[i] = (int16_t)ug_sign_least(upper.glyphs[i]);
	}
	single = ug_single_of(&asked->c->sample, encoding, upper.glyphs,
	    upper.signs);
	for (size_t l = 0; l < ug_n_languages(); l++)
		leaning.extra[l] = (int)draw(asked, 600);
	ug_leaning_set(&leaning, single.ascii ? &score->ascii : &none);
	digest_add(&asked->digest, (uint64_t)ug_score_first(score, &single,
	    &leaning, limit, &least));
	digest_add(&asked->digest, (uint64_t)ug_score_further(score, &single,
	    &leaning, limit, &least));
	digest_add(&asked->digest, (uint64_t)ug_score_first(score, &single,
	    &leaning, INT32_MAX, &least));
	digest_add(&asked->digest, (uint64_t)ug_score_further(score, &single,
	    &leaning, INT32_MAX, &least));
	digest_add(&asked->digest, (uint64_t)ug_least_cost(&least, &leaning));
	digest_add(&asked->digest, (uint64_t)ug_least_ideographs(&least));
	ug_score_single(score, &single);
	ug_tally_behind(&score->tally, behind);
	n = ug_tally_spoken(&score->tally, &leaning, (int)draw(asked, 800),
	    spoken);
	for (size_t i = 0; i < n; i++) {
		digest_add(&asked->digest, spoken[i].language);
		digest_add(&asked->digest, (uint64_t)spoken[i].cost);
	}
	for (size_t l = 0; l < ug_n_languages(); l++)
		digest_add(&asked->digest, (uint64_t)behind[l]);
}

static void
ask_bounds(struct asked *asked)
{
	struct ug_sample *const sample = &asked->c->sample;

	draw_bytes(asked, CODED_RECORDS);
	ug_sample_clear(sample);
	CHECK("sample", ug_sample_add(sample, bytes_of(asked),
	    asked->in.len) == UNGARBLE_OK);
	ug_sample_count(sample);
	sample_add(asked, sample);
	ug_score_begin(&asked->c->score, sample);
	for (size_t i = draw(asked, 8); ug_encoding_at(i) != NULL;
	    i += 1 + draw(asked, 16)) {
		const struct ug_encoding *const encoding = ug_encoding_at(i);
		unsigned n_broken;

		if (encoding->kind != UG_SINGLE_BYTE &&
		    encoding->kind != UG_MULTI_BYTE)
			continue;
		digest_add(&asked->digest, ug_compare_signature(sample,
		    encoding, &n_broken));
		digest_add(&asked->digest, n_broken);
		digest_add(&asked->digest, ug_sample_reads(sample,
		    encoding));
		if (encoding->kind == UG_SINGLE_BYTE)
			bounds_add(asked, encoding);
	}
}

/* ---- all readings ---- */

static void
ask_readings(struct asked *asked)
{
	static struct ug_expectation expected;
	const struct ug_reading_of *readings;
	const bool expects = draw(asked, 2) == 0;
	size_t n;

	draw_bytes(asked, CODED_RECORDS);
	for (size_t i = 0; i < UG_ENCODINGS_MAX; i++)
		expected.encodings[i] = (int)draw(asked, 900);
	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++)
		expected.languages[i] = (int)draw(asked, 900);
	CHECK("read", ug_detector_read(asked->detector, bytes_of(asked),
	    asked->in.len, expects ? &expected : NULL, &readings, &n) ==
	    UNGARBLE_OK);
	digest_add(&asked->digest, n);
	for (size_t i = 0; i < n; i++) {
		digest_add(&asked->digest, readings[i].number);
		digest_add(&asked->digest, readings[i].language);
		digest_add(&asked->digest, readings[i].alone_language);
		digest_add(&asked->digest, (uint64_t)readings[i].cost);
		digest_add(&asked->digest, (uint64_t)readings[i].alone);
		digest_add(&asked->digest, readings[i].n_broken);
		digest_add(&asked->digest, ug_detector_share(readings, n, i));
		digest_add(&asked->digest, ug_detector_sure(readings, n,
		    100 * (int)i));
	}
}

/* ---- yes and no ---- */

static void
wide_add(struct asked *asked, const struct ug_encoding *encoding, size_t len)
{
	struct ug_wide wide;
	const size_t whole = len / 4 * 4;

	ug_wide_read(&wide, encoding, bytes_of(asked), whole);
	digest_add(&asked->digest, (uint64_t)wide.cost);
	digest_add(&asked->digest, wide.n_chars + 1000 * wide.n_bad);
	digest_add(&asked->digest, wide.n_controls + 1000 * wide.n_rare);
	digest_add(&asked->digest, wide.n_latin + 1000 * wide.n_ascii);
	digest_add(&asked->digest, wide.n_high + 1000 * wide.n_pairs);
	digest_add(&asked->digest, wide.n_mixed + 1000 * wide.n_lines);
	digest_add(&asked->digest, wide.n_ends + 1000 * wide.n_spaces);
	digest_add(&asked->digest, wide.one_row + 2u * wide.ascending);
	digest_add(&asked->digest, ug_wide_is_text(&wide));
}

static void
ask_forms(struct asked *asked)
{
	static const struct ug_encoding *const wides[] = { &ug_utf16le,
		&ug_utf16be, &ug_utf32le, &ug_utf32be };
	uint64_t *const digest = &asked->digest;
	bool more = false, korean = draw(asked, 2) == 0;
	const struct ug_encoding *of;
	struct ug_verdict form;
	size_t len;

	if (draw(asked, 2) == 0)
		draw_few(asked);
	else
		draw_bytes(asked, (enum coded_kind)draw(asked, 4));
	len = draw(asked, 2) == 0 ? asked->in.len : draw(asked,
	    (unsigned)asked->in.len + 1);
	form = ug_detect_form(bytes_of(asked), len);
	name_add(asked, form.encoding);
	digest_add(digest, form.confidence);
	digest_add(digest, form.reason);
	name_add(asked, ug_detect_mark(bytes_of(asked), len, &more));
	name_add(asked, ug_detect_escapes(bytes_of(asked), len, &korean));
	digest_add(digest, more * 2u + korean);
	digest_add(digest, ug_detect_utf7(bytes_of(asked), len));
	digest_add(digest, ug_detect_odd(bytes_of(asked), len));
	digest_add(digest, ug_detect_ebcdic(bytes_of(asked), len));
	digest_add(digest, ug_detect_is_utf8(bytes_of(asked), len));
	digest_add(digest, ug_detect_is_legacy(bytes_of(asked), len));
	if (len > 0)
		digest_add(digest, ug_detect_maybe_wide(bytes_of(asked), len));
	for (size_t i = 0; i < sizeof(wides) / sizeof(*wides); i++) {
		wide_add(asked, wides[i], len);
		digest_add(digest, ug_detect_stays(wides[i], bytes_of(asked),
		    len));
	}
	for (size_t i = 0; (of = ug_encoding_at(i)) != NULL; i++) {
		digest_add(digest, ug_detect_valid(of, bytes_of(asked), len));
		if (ug_detect_is_ebcdic(of))
			digest_add(digest, ug_detect_stays(of,
			    bytes_of(asked), len));
	}
}

#define HABITS 12

/* What is known of the pairs of what was asked. */
static void
habit_add(struct asked *asked, const struct ug_habit *habit)
{
	const unsigned char *const s = bytes_of(asked);
	uint64_t *const digest = &asked->digest;

	for (size_t i = 0; i + 1 < asked->in.len; i++) {
		const size_t pair = (s[i] & 0x7Fu) << 8 | s[i + 1];

		if (habit->encoding->kind == UG_SINGLE_BYTE) {
			digest_add(digest, (uint64_t)
			    habit->of.single.own[ug_bytes_16(s + i)]);
		} else {
			digest_add(digest, habit->of.wide.costs[pair].even);
			digest_add(digest, habit->of.wide.costs[pair].odd);
		}
	}
}

/* Some in what is usual there, some long, and what was asked before differs. */
static void
ask_habits(struct asked *asked)
{
	static struct coded_from from[HABITS];

	for (unsigned k = 0; k < 16; k++) {
		const unsigned i = draw(asked, HABITS);
		struct ug_habit *const habit = &asked->habits[i];

		if (draw(asked, 20) == 0 || habit->encoding == NULL) {
			coded_pick(&asked->coded, &asked->seed, CODED_RECORDS,
			    &from[i]);
			ug_habit_set(habit, from[i].encoding);
		}
		draw_bytes(asked, CODED_RECORDS);
		if (draw(asked, 3) > 0)
			asked->in.len = 0;
		for (unsigned n = draw(asked, 10) == 0 ? 50 : draw(asked, 3);
		    n > 0; n--)
			coded_piece(&asked->coded, &from[i], &asked->seed,
			    &asked->in);
		digest_add(&asked->digest, ug_habit_fits(habit,
		    bytes_of(asked), asked->in.len));
		habit_add(asked, habit);
	}
}

static const struct {
	const char *name;
	void (*ask)(struct asked *asked);
	unsigned n;
	uint64_t digest;
} kinds[] = {
	{ "bounds", ask_bounds, 300, UINT64_C(0x255843541AEF6B81) },
	{ "readings", ask_readings, 1000, UINT64_C(0x73D63F089C6F1D7E) },
	{ "forms", ask_forms, 2500, UINT64_C(0x0F31F48209EFA8A6) },
	{ "habits", ask_habits, 200, UINT64_C(0xFA946E62645DE68D) },
};

static bool
asked_open(struct asked *asked)
{
	asked->candidates.fallback = &ug_windows_1252;
	asked->c = calloc(1, sizeof(*asked->c));
	asked->habits = malloc(HABITS * sizeof(*asked->habits));
	if (asked->c == NULL || asked->habits == NULL)
		return false;
	/* But for `encoding`, whatever it was. */
	memset(asked->habits, 0xA5, HABITS * sizeof(*asked->habits));
	for (size_t i = 0; i < HABITS; i++)
		asked->habits[i].encoding = NULL;
	asked->c->sample.tokens.alloc = &ug_alloc_libc;
	ug_compare_init(asked->c);
	return coded_open(&asked->coded) && ug_detector_new(&asked->detector,
	    &asked->candidates, &ug_alloc_libc) == UNGARBLE_OK;
}

int
main(int argc, char *argv[])
{
	static struct asked asked = { .seed = 1 };

	(void)argc;
	if (CHECK("own.tsv", asked_open(&asked)))
		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
			asked.digest = 0;
			asked.seed = i + 1;
			for (unsigned k = 0; k < kinds[i].n; k++)
				kinds[i].ask(&asked);
			digest_check(kinds[i].name, asked.digest,
			    kinds[i].digest);
		}
	ug_detector_free(asked.detector);
	ug_sample_free(&asked.c->sample);
	free(asked.c);
	free(asked.habits);
	bytes_free(&asked.in);
	coded_close(&asked.coded);
	return check_done(argv[0]);
}
