/*
 * part_test.c - parts of a stream, each by itself, are the whole
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "parts_check.h"

/* Each block as a part, from what the stream was before it, or the first. */
static void
check_parts(const char *kind, const struct bytes *in,
    const struct ungarble_options *like, bool guess, size_t step)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = *like;
	struct part whole = { .err = UNGARBLE_OK }, all = whole;
	char states[2][UNGARBLE_PART_STATE] = { "", "" };

	run_part(&whole, in, like, 70000);
	CHECK(kind, whole.err == UNGARBLE_OK && whole.state_len == 0);
	for (uint64_t at = 0; at < in->len; at += block) {
		struct part one = { .err = UNGARBLE_OK };

		opts.part_start = at;
		opts.part_end = at + block < in->len ? at + block : 0;
		opts.part_lead = states[guess][0] != '\0' ? states[guess] :
		    NULL;
		opts.part_guess = guess;
		opts.part_known = guess || at == 0 ? NULL : states[1];
		/* What begins with the whole needs no lead. */
		if (at == block)
			opts.part_lead = NULL;
		run_part(&one, in, &opts, step);
		CHECK(kind, one.err == UNGARBLE_OK);
		CHECK(kind, (one.state_len > 0) == (opts.part_end > 0));
		CHECK(kind, one.state_len < sizeof(one.state) &&
		    one.state_len == strlen(one.state));
		bytes_add(&all.out, one.out.s, one.out.len);
		bytes_add(&all.told, one.told.s, one.told.len);
		if (!guess || at == 0) {
			memcpy(states[0], states[1], sizeof(states[0]));
			memcpy(states[1], one.state, sizeof(states[1]));
		}
		part_free(&one);
	}
	CHECK(kind, whole.out.len > 2 * block && whole.told.len > 100);
	check_same(kind, &whole.out, &all.out);
	check_same(kind, &whole.told, &all.told);
	part_free(&whole);
	part_free(&all);
}

/* What the options of a part may not be. */
static void
check_options(const struct bytes *in, const char *state)
{
	const uint64_t block = ungarble_part_block();
	const struct {
		uint64_t start, end;
		const char *lead;
	} bad[] = {
		{ 1, 0, NULL }, { block + 1, 0, NULL }, { 0, 100, NULL },
		{ block, block, NULL }, { 2 * block, block, NULL },
		{ block, 0, state }, { 2 * block, 0, "" },
		{ 2 * block, 0, "nonsense" },
	};
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	char words[UNGARBLE_PART_STATE + 2];

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct part part = { .err = UNGARBLE_OK };

		opts.part_start = bad[i].start;
		opts.part_end = bad[i].end;
		opts.part_lead = bad[i].lead;
		run_part(&part, in, &opts, 70000);
		CHECK("options", part.err == UNGARBLE_EOPTION);
		part_free(&part);
	}
	/* Words that are cut are none; but for the last number's digits. */
	opts.part_start = 3 * block;
	opts.part_end = 0;
	opts.part_lead = words;
	for (size_t len = 0; strchr(state + len, ' ') != NULL; len++) {
		struct part part = { .err = UNGARBLE_OK };

		memcpy(words, state, len);
		words[len] = '\0';
		run_part(&part, in, &opts, 70000);
		CHECK("words that are cut", part.err == UNGARBLE_EOPTION);
		part_free(&part);
	}
	snprintf(words, sizeof(words), "%s 1", state);
	struct part part = { .err = UNGARBLE_OK };

	run_part(&part, in, &opts, 70000);
	CHECK("words with one more", part.err == UNGARBLE_EOPTION);
	part_free(&part);
}

/* A part that does not start as it was said. */
static void
check_known(const struct bytes *in, const char *state)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct part part = { .err = UNGARBLE_OK };

	opts.part_start = 2 * ungarble_part_block();
	opts.part_lead = state;
	opts.part_known = state;
	run_part(&part, in, &opts, 70000);
	CHECK("not as it was said", part.err == UNGARBLE_EPART);
	CHECK("not as it was said: where", part.failed_at >= opts.part_start &&
	    part.failed_at < opts.part_start + 65536);
	CHECK("not as it was said: nothing is told", part.out.len == 0 &&
	    part.told.len == 0);
	part_free(&part);
}

static enum ungarble_answer
no_answer(void *user, const struct ungarble_edit *edit)
{
	(void)user;
	(void)edit;
	return UNGARBLE_APPLY;
}

static int
part_piece(void *user, const struct ungarble_piece *piece)
{
	bytes_add(&((struct part *)user)->told, piece->in, piece->in_len);
	bytes_add(&((struct part *)user)->out, piece->out, piece->out_len);
	return 0;
}

/* Pieces of parts are those of the whole. */
static void
check_pieces(const struct bytes *in, const struct ungarble_options *like)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = *like;
	struct part whole = { .err = UNGARBLE_OK }, all = whole;
	char lead[UNGARBLE_PART_STATE] = "";

	run_part(&whole, in, like, 70000);
	for (uint64_t at = 0; at < in->len; at += block) {
		struct part one = { .err = UNGARBLE_OK };
		struct ungarble *ug;

		opts.part_start = at;
		opts.part_end = at + block < in->len ? at + block : 0;
		opts.part_lead = lead[0] != '\0' ? lead : NULL;
		opts.part_guess = 1;
		opts.piece = part_piece;
		opts.user = &one;
		CHECK("pieces", ungarble_open(&ug, &opts) == UNGARBLE_OK);
		one.err = ungarble_feed(ug, in->s + ungarble_part_from(ug),
		    in->len - ungarble_part_from(ug));
		if (at == 0)
			CHECK("state", ungarble_part_state(ug, lead,
			    sizeof(lead)) > 0);
		if (one.err == UNGARBLE_OK)
			one.err = ungarble_finish(ug);
		ungarble_close(ug);
		CHECK("pieces", one.err == UNGARBLE_OK);
		bytes_add(&all.told, one.told.s, one.told.len);
		bytes_add(&all.out, one.out.s, one.out.len);
		part_free(&one);
	}
	check_same("pieces as they came in", &all.told, in);
	check_same("pieces as they go out", &all.out, &whole.out);
	part_free(&all);
	part_free(&whole);
}

static void
check_calls(const struct bytes *in, const char *known)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct part part = { .err = UNGARBLE_OK };
	struct ungarble *ug;
	char state[4];

	opts.part_end = block;
	opts.ask = no_answer;
	CHECK("ask", ungarble_open(&ug, &opts) == UNGARBLE_EOPTION);
	opts.ask = NULL;
	opts.threads = 4;
	CHECK("threads", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("flush", ungarble_flush(ug) == UNGARBLE_EMISUSE);
	ungarble_close(ug);
	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("not ended", !ungarble_part_ended(ug) &&
	    ungarble_part_state(ug, state, sizeof(state)) == 0);
	CHECK("next, too early", ungarble_part_next(ug, 2 * block) ==
	    UNGARBLE_EMISUSE);
	ungarble_close(ug);

	/* One stream that stops twice, and is fed more than it wants. */
	opts.write = part_write;
	opts.user = &part;
	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK &&
	    ungarble_feed(ug, in->s, in->len) == UNGARBLE_OK);
	CHECK("ended", ungarble_part_ended(ug) && part.out.len < 2 * block);
	CHECK("a state that is cut", ungarble_part_state(ug, state,
	    sizeof(state)) > sizeof(state) && strlen(state) == 3);
	part.again = ug;
	CHECK("next", ungarble_part_next(ug, 2 * block) == UNGARBLE_OK &&
	    ungarble_part_ended(ug));
	CHECK("next, odd", ungarble_part_next(ug, 2 * block + 1) ==
	    UNGARBLE_EMISUSE);
	ungarble_close(ug);
	part_free(&part);

	/* Nothing starts there. */
	part = (struct part){ .err = UNGARBLE_OK };
	opts.part_start = 64 * block;
	opts.part_end = 0;
	run_part(&part, in, &opts, 70000);
	CHECK("behind the end", part.err == UNGARBLE_OK && part.out.len == 0 &&
	    part.told.len == 0);
	part_free(&part);
	opts.part_lead = opts.part_known = known;
	run_part(&part, in, &opts, 70000);
	CHECK("behind the end, and known", part.err == UNGARBLE_EPART);
	part_free(&part);
}

/* A record that starts there is the last one, and no LF ends it. */
static void
check_last(const struct bytes *in)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct part whole = { .err = UNGARBLE_OK }, last = whole;
	struct bytes cut = { 0 };

	bytes_add(&cut, in->s, (size_t)block - 1);
	bytes_string(&cut, "\nthe caf\xC3\x83\xC2\xA9 is open");
	run_part(&whole, &cut, &opts, 70000);
	opts.part_start = block;
	run_part(&last, &cut, &opts, 70000);
	CHECK("the last record", last.err == UNGARBLE_OK && last.out.len ==
	    sizeof("the caf\xC3\xA9 is open") - 1 &&
	    whole.out.len > last.out.len && memcmp(last.out.s, whole.out.s +
	    whole.out.len - last.out.len, last.out.len) == 0);
	CHECK("the last record: told", last.told.len > 0);
	part_free(&whole);
	part_free(&last);
	bytes_free(&cut);
}

int
main(int argc, char *argv[])
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct bytes in = { 0 }, wide = { 0 };
	struct part first = { .err = UNGARBLE_OK };

	(void)argc;
	bytes_string(&in, "The first line settles how lines end.\n");
	mixed_make(&in, 7 << 19, 11);
	for (size_t at = 0; at < in.len; at++)
		if (in.s[at] == '\0') /* else it might be found binary */
			in.s[at] = ' ';
	/* Invisible, so somebody is told of it; once. */
	bytes_string(&in, "is\xE2\x80\x8B" "Admin\n");
	check_parts("exactly", &in, &opts, false, 70000);
	check_parts("in other cuts", &in, &opts, false, 1237);
	check_parts("as the first block", &in, &opts, true, 70000);
	opts.scope = UNGARBLE_SCOPE_STREAM;
	check_parts("one encoding", &in, &opts, false, 70000);
	opts.scope = UNGARBLE_SCOPE_RECORD;

	/* UTF-16 behind the first block, from an odd byte on. */
	bytes_add(&wide, in.s, (size_t)ungarble_part_block() + 300000);
	bytes_string(&wide, wide.len % 2 == 0 ? "\n" : "x\n");
	for (size_t at = 0; at < (2 << 20); at++) {
		bytes_add(&wide, at % 64 == 63 ? "\n" : "e", 1);
		bytes_add(&wide, "", 1);
	}
	check_parts("another form", &wide, &opts, false, 70000);

	opts.part_end = ungarble_part_block();
	run_part(&first, &in, &opts, 70000);
	CHECK("a state", first.state_len > 20);
	check_options(&in, first.state);
	check_known(&in, first.state);
	check_calls(&in, first.state);
	check_last(&in);
	opts.part_end = 0;
	check_pieces(&in, &opts);
	part_free(&first);
	bytes_free(&in);
	bytes_free(&wide);
	return check_done(argv[0]);
}
