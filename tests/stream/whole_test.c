/*
 * whole_test.c - properties of the whole: well-formed output, repairing twice
 * is repairing once, replaying the edits gives the output, clean text stays
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "harness.h"
#include "random.h"
#include "replay.h"

static bool
holds(const char *s, size_t len, const char *part, size_t part_len)
{
	for (size_t at = 0; at + part_len <= len; at++) {
		if (memcmp(s + at, part, part_len) == 0)
			return true;
	}
	return false;
}

/* The output has an edit's words at its place, if it is its record's last. */
static void
check_last(const char *name, const struct run *run, size_t i)
{
	const struct kept_edit *const k = &run->edits[i];
	const bool last = i + 1 == run->n_edits ||
	    run->edits[i + 1].edit.record != k->edit.record;

	if (last && k->edit.after_len > 0)
		CHECK(name, holds(run->out.s + k->edit.out_at,
		    (size_t)k->edit.out_len, run->words.s + k->after_at,
		    k->edit.after_len));
}

/* The places an edit names hold what it says. */
static void
check_places(const char *name, const struct bytes *in, const struct run *run)
{
	uint64_t in_at = 0;

	for (size_t i = 0; i < run->n_edits; i++) {
		const struct kept_edit *const k = &run->edits[i];
		const struct ungarble_edit *const e = &k->edit;

		if (!CHECK(name, e->in_at + e->in_len <= in->len) ||
		    !CHECK(name, e->out_at + e->out_len <= run->out.len))
			return;
		check_last(name, run, i);
		if (e->step == 0)
			CHECK(name, e->in_len == e->before_len && memcmp(
			    in->s + e->in_at, run->words.s + k->before_at,
			    e->before_len) == 0);
		if (i > 0 && e->record == run->edits[i - 1].edit.record &&
		    e->step == run->edits[i - 1].edit.step)
			CHECK(name, e->in_at >= in_at);
		in_at = e->in_at;
	}
}

static void
check_whole_by(const char *name, const struct bytes *in,
    enum ungarble_invalid invalid, const char *fixes)
{
	struct run decoded = { 0 }, once = { 0 }, twice = { 0 };
	struct ungarble_options opts = run_options(&decoded);

	opts.fixes = "encoding";
	opts.invalid = invalid;
	run_stream(&decoded, &opts, in->s, in->len, CUT_NOWHERE, 0);
	opts = run_options(&once);
	opts.fixes = fixes;
	opts.invalid = invalid;
	run_stream(&once, &opts, in->s, in->len, CUT_NOWHERE, 0);
	opts = run_options(&twice);
	opts.fixes = fixes;
	opts.invalid = invalid;
	run_stream(&twice, &opts, once.out.s, once.out.len, CUT_NOWHERE, 0);
	CHECK(name, decoded.err == UNGARBLE_OK && once.err == UNGARBLE_OK &&
	    twice.err == UNGARBLE_OK);
	CHECK(name, run_is_whole(&once, in->s, in->len));
	CHECK(name, ug_utf8_prefix((const unsigned char *)once.out.s,
	    once.out.len, NULL) == once.out.len);
	if (!CHECK(name, bytes_equal(&once.out, &twice.out)))
		for (size_t i = 0; i < twice.n_edits && i < 5; i++)
			fprintf(stderr, "again: %s: %.*s\n",
			    twice.edits[i].edit.rule,
			    (int)twice.edits[i].edit.before_len,
			    twice.words.s + twice.edits[i].before_at);
	check_places(name, in, &once);
	CHECK(name, replay_gives(&decoded.out, &once));
	run_free(&decoded);
	run_free(&once);
	run_free(&twice);
}

static void
check_whole(const char *name, const struct bytes *in)
{
	check_whole_by(name, in, UNGARBLE_INVALID_REPLACE, NULL);
	check_whole_by(name, in, UNGARBLE_INVALID_ESCAPE, NULL);
	check_whole_by(name, in, UNGARBLE_INVALID_DROP, NULL);
	check_whole_by(name, in, UNGARBLE_INVALID_REPLACE,
	    "+tidy,-quotes,+nfc,+eol-crlf,+bom");
	check_whole_by(name, in, UNGARBLE_INVALID_REPLACE,
	    "encoding,+tidy,+nfkd,+eol-lf");
}

/* One kind of line end, and no line so long that it is cut into pieces. */
static void
lines_are_records(struct bytes *in)
{
	size_t line = 0;

	for (size_t at = 0; at < in->len; at++) {
		if (in->s[at] == '\r' || in->s[at] == '\0')
			in->s[at] = ' ';
		if (at - line > 20000 && in->s[at] == ' ')
			in->s[at] = '\n';
		if (in->s[at] == '\n')
			line = at + 1;
	}
}

static void
check_random_bytes(uint64_t seed)
{
	struct bytes in = { 0 };
	char name[32];

	for (size_t i = 0; i < 3000; i++) {
		char c = (char)random_next(&seed);

		if (random_next(&seed) % 3 != 0)
			c = (char)(' ' + random_next(&seed) % 95);
		if (c == '\r' || c == '\0' || (c > 0 && c < ' '))
			c = '\n';
		bytes_add(&in, &c, 1);
	}
	snprintf(name, sizeof(name), "random bytes, seed %llu",
	    (unsigned long long)seed);
	check_whole(name, &in);
	bytes_free(&in);
}

int
main(int argc, char *argv[])
{
	const char *const seed = getenv("UG_TEST_SEED");
	const uint64_t first = seed != NULL ? strtoull(seed, NULL, 10) : 1;

	(void)argc;
	for (uint64_t i = first; i < first + 6; i++) {
		struct bytes in = { 0 };
		char name[32];

		snprintf(name, sizeof(name), "mixed, seed %llu",
		    (unsigned long long)i);
		mixed_make(&in, 60000, i);
		lines_are_records(&in);
		check_whole(name, &in);
		bytes_free(&in);
		check_random_bytes(i);
	}
	return check_done(argv[0]);
}
