/*
 * blocks_test.c - whoever starts at a block boundary, one block early, decides
 * as the serial run does
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "edit/memory.h"
#include "harness.h"
#include "records/records.h"
#include "stream/stream.h"

/* The edits of a run from byte `from` of the input on, in words. */
static void
edits_from(const struct run *run, uint64_t from, struct bytes *out)
{
	for (size_t i = 0; i < run->n_edits; i++) {
		const struct kept_edit *const k = &run->edits[i];
		char line[160];

		if (k->edit.in_at < from)
			continue;
		snprintf(line, sizeof(line), "%llu+%llu %u %s %u %d ",
		    (unsigned long long)k->edit.in_at,
		    (unsigned long long)k->edit.in_len, k->edit.step,
		    k->edit.rule, k->edit.confidence, k->edit.margin);
		bytes_string(out, line);
		bytes_add(out, run->words.s + k->before_at,
		    k->edit.before_len);
		bytes_string(out, " => ");
		bytes_add(out, run->words.s + k->after_at, k->edit.after_len);
		bytes_string(out, "\n");
	}
}

/* The text from the first edit on that is of byte `from` or later. */
static void
text_from(const struct run *run, uint64_t from, struct bytes *out)
{
	for (size_t i = 0; i < run->n_edits; i++) {
		const struct ungarble_edit *const edit = &run->edits[i].edit;

		if (edit->in_at >= from && edit->out_at <= run->out.len) {
			bytes_add(out, run->out.s + edit->out_at,
			    run->out.len - (size_t)edit->out_at);
			return;
		}
	}
}

/* The spans of a run from byte `from` of the input on, in words. */
static void
spans_from(const struct run *run, uint64_t from, struct bytes *out)
{
	for (size_t i = 0; i < run->n_spans; i++) {
		const struct ungarble_span *const span = &run->spans[i];
		const uint64_t end = span->in_at + span->in_len;
		char line[160];

		if (end <= from)
			continue;
		snprintf(line, sizeof(line), "to %llu: %s",
		    (unsigned long long)end, span->encoding);
		bytes_string(out, line);
		/* What it was before that byte goes into the rest. */
		if (span->in_at >= from) {
			snprintf(line, sizeof(line), " %s %d %u %llu",
			    span->language != NULL ? span->language : "-",
			    (int)span->reason, span->confidence,
			    (unsigned long long)span->n_invalid);
			bytes_string(out, line);
		}
		bytes_string(out, "\n");
	}
}

/* The first lines that differ. */
static void
show_difference(const struct bytes *mine, const struct bytes *theirs)
{
	size_t at = 0;

	while (at < mine->len && at < theirs->len &&
	    mine->s[at] == theirs->s[at])
		at++;
	while (at > 0 && mine->s[at - 1] != '\n')
		at--;
	fprintf(stderr, "here:   %.*s\nserial: %.*s\n",
	    (int)strcspn(mine->s + at, "\n"), mine->s + at,
	    (int)strcspn(theirs->s + at, "\n"), theirs->s + at);
}

/* What is to be alike, and how many bytes of it there must be. */
static const struct {
	void (*from)(const struct run *run, uint64_t from, struct bytes *out);
	size_t least;
} said[] = {
	{ edits_from, 1000 }, { text_from, 1000 }, { spans_from, 10 },
};

static void
check_block(const char *kind, const struct bytes *in,
    const struct run *serial, uint64_t block)
{
	const uint64_t start = (block - 1) * UG_BLOCK_LEN;
	const uint64_t at = start - (block > 1 ? UG_RECORDS_LEAD : 0);
	struct run run = { 0 };
	const struct ungarble_options opts = run_options(&run);
	struct ungarble *ug;
	char name[40];

	snprintf(name, sizeof(name), "%s, block %llu", kind,
	    (unsigned long long)block);
	run.err = ungarble_open(&ug, &opts);
	if (run.err == UNGARBLE_OK) {
		if (block > 1)
			ug_stream_start_at(ug, start, 0);
		run.err = ungarble_feed(ug, in->s + at, in->len - (size_t)at);
	}
	if (run.err == UNGARBLE_OK)
		run.err = ungarble_finish(ug);
	ungarble_close(ug);
	CHECK(name, run.err == UNGARBLE_OK);
	CHECK(name, run.pieces_in.len > UG_BLOCK_LEN / 2 &&
	    run.pieces_in.len <= in->len - at &&
	    memcmp(run.pieces_in.s, in->s + in->len - run.pieces_in.len,
	    run.pieces_in.len) == 0);
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++) {
		struct bytes mine = { 0 }, theirs = { 0 };

		said[i].from(&run, block * UG_BLOCK_LEN, &mine);
		said[i].from(serial, block * UG_BLOCK_LEN, &theirs);
		CHECK(name, theirs.len >= said[i].least);
		bytes_add(&mine, "", 1);
		bytes_add(&theirs, "", 1);
		if (!CHECK(name, bytes_equal(&mine, &theirs)))
			show_difference(&mine, &theirs);
		bytes_free(&mine);
		bytes_free(&theirs);
	}
	run_free(&run);
}

/* Check each block of an input, which goes to waste. */
static void
check_input(const char *kind, struct bytes *in)
{
	struct run serial = { 0 };
	const struct ungarble_options opts = run_options(&serial);

	for (size_t at = 0; at < in->len; at++) {
		if (in->s[at] == '\0') /* else it might be found binary */
			in->s[at] = ' ';
	}
	run_stream(&serial, &opts, in->s, in->len, CUT_NOWHERE, 0);
	CHECK(kind, serial.err == UNGARBLE_OK);
	for (uint64_t block = 1; block < in->len / UG_BLOCK_LEN; block++)
		check_block(kind, in, &serial, block);
	run_free(&serial);
	bytes_free(in);
}

/*
 * A block with much of one encoding, one with a line alone that is most likely
 * in another, and one that claims to be in that.
 */
static void
claimed_make(struct bytes *out, size_t len, size_t which)
{
	static const char much[] = "\x8elu\x9dou\xe8k\xfd k\xf9\xf2 \x9a"
	    "el pomalu p\xf8" "es most.\n";
	static const char *const claims[][2] = {
		{ "koi8-r", "\xfa\xc1\xd7\xd4\xd2\xc1\n" },
		{ "ibm866", "\x87\xa0 \xa2\xe2\xe0\xa0\n" },
		{ "windows-1253", "\xd0\xf9\xeb\xe5\xdf\xf4\xe1\xe9\n" },
	};
	uint64_t block = 0;

	for (size_t n = 0; out->len < len; n++) {
		const uint64_t before = block;

		bytes_string(out, "Nothing but words of English here, too.\n");
		block = out->len / UG_BLOCK_LEN;
		if (block % 3 == 0 && n % 50 == 0)
			bytes_string(out, much);
		if (block % 3 == 1 && before % 3 == 0)
			bytes_string(out, claims[which][1]);
		if (block % 3 == 2 && before % 3 == 1) {
			bytes_string(out, "<meta charset=\"");
			bytes_string(out, claims[which][0]);
			bytes_string(out, "\">\n");
		}
		/* Not where it would be the latest to have an encoding. */
		if (block % 3 != 1 && n % 400 == 0)
			bytes_string(out, "and it wasnâ€™t so, was it\n");
	}
}

int
main(int argc, char *argv[])
{
	const char *const variable = getenv("UG_TEST_SEED");
	const uint64_t seed = variable != NULL ? strtoull(variable, NULL, 10) :
	    7;
	struct bytes in = { 0 };

	(void)argc;
	bytes_string(&in, "The first line settles how lines end.\n");
	mixed_make(&in, 4 << 20, seed);
	check_input("mixed", &in);
	bytes_string(&in, "The first line is clean.\n");
	spun_make(&in, 3 << 20);
	check_input("spun", &in);
	bytes_string(&in, "The first line is clean.\n<script>\n");
	spun_make(&in, 3 << 20);
	check_input("spun, in a script", &in);
	for (uint64_t i = 0; i < 4; i++) {
		bytes_string(&in, "The first line is clean.\n");
		sparse_make(&in, 3 << 20, seed + i);
		check_input("sparse", &in);
	}
	for (size_t i = 0; i < 3; i++) {
		claimed_make(&in, 4 << 20, i);
		check_input("claimed", &in);
	}
	return check_done(argv[0]);
}
