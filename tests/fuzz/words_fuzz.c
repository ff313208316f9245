/*
 * words_fuzz.c - any text among spun paragraphs
 *
 * The gate stands open around it: cuts do not matter, edits give the output,
 * repairing twice is repairing once.  What is no UTF-8 is left out.
 */
#include "passes.h"
#include "stream/replay.h"
#include "words/spun.h"

static void
run(struct run *run, const struct bytes *in, enum cuts cuts)
{
	struct ungarble_options opts = run_options(run);

	opts.fixes = "none,+words";
	opts.no_memory = 1;
	run_stream(run, &opts, in->s, in->len, cuts,
	    fuzz_hash(in->s, in->len));
	FUZZ_CHECK(run->err == UNGARBLE_OK);
}

/* A line with a CR, a NUL, or of seven bits with shifts: no line of text. */
static bool
plain(const struct bytes *in)
{
	for (size_t i = 0; i < in->len; i++)
		if ((unsigned char)in->s[i] < ' ' && in->s[i] != '\n' &&
		    in->s[i] != '\t')
			return false;
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct fuzz_input input = { data, size };
	const struct ug_text text = fuzz_text(&input);
	struct run once = { 0 }, cut = { 0 }, twice = { 0 };
	struct bytes in = { 0 };

	bytes_string(&in, SPUN);
	bytes_add(&in, text.s, text.len);
	bytes_string(&in, "\n" SPUN);
	run(&once, &in, CUT_NOWHERE);
	run(&cut, &in, CUT_AT_RANDOM);
	FUZZ_CHECK(bytes_equal(&once.out, &cut.out));
	FUZZ_CHECK(bytes_equal(&once.report, &cut.report));
	FUZZ_CHECK(run_is_whole(&once, in.s, in.len));
	if (plain(&in) && once.n_spans == 1) {
		FUZZ_CHECK(once.out.len <= 2 * in.len);
		FUZZ_CHECK(replay_gives(&in, &once));
		run(&twice, &once.out, CUT_NOWHERE);
		FUZZ_CHECK(bytes_equal(&once.out, &twice.out));
	}
	run_free(&once);
	run_free(&cut);
	run_free(&twice);
	bytes_free(&in);
	free((char *)text.s);
	return 0;
}
