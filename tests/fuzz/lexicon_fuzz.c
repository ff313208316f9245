/*
 * lexicon_fuzz.c - rows of one's own, and text with their forms in it
 *
 * Rows are taken or refused, by the check as when a stream is opened; with rows
 * that are taken, repairing twice is repairing once.
 */
#include "base/utf8.h"
#include "fuzz.h"
#include "stream/harness.h"
#include "words/spun.h"

static void
run(struct run *run, const struct fuzz_input *rows, const struct bytes *in)
{
	struct ungarble_options opts = run_options(run);

	opts.fixes = "none,+words";
	opts.no_memory = 1;
	opts.from = "utf-8"; /* or it may be binary, and go out as it is */
	opts.lexicon = (const char *)rows->s;
	opts.lexicon_len = rows->len;
	run_stream(run, &opts, in->s, in->len, CUT_NOWHERE, 0);
}

/* What the rows tell of, form or original, once each, in spun text. */
static void
text_of(const struct fuzz_input *rows, struct bytes *in)
{
	bytes_string(in, SPUN);
	for (size_t i = 0; i < rows->len; i++) {
		const char c = (char)rows->s[i];

		bytes_add(in, c == '\n' || c == '\t' || c == '\r' || c == '-' ?
		    " " : &c, 1);
	}
	bytes_string(in, "\n" SPUN);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *const copy = fuzz_copy(data, size);
	const struct fuzz_input rows = { copy, size };
	struct run once = { 0 }, twice = { 0 };
	struct bytes in = { 0 };
	const char *why = NULL;
	size_t line = 0, n_lines = 1;
	const enum ungarble_err err = ungarble_lexicon_check((char *)copy,
	    size, &line, &why);

	for (size_t i = 0; i < size; i++)
		n_lines += copy[i] == '\n';
	text_of(&rows, &in);
	run(&once, &rows, &in);
	FUZZ_CHECK(once.err == err);
	if (err == UNGARBLE_OK) {
		FUZZ_CHECK(ug_utf8_prefix((const unsigned char *)once.out.s,
		    once.out.len, NULL) == once.out.len);
		run(&twice, &rows, &once.out);
		FUZZ_CHECK(bytes_equal(&once.out, &twice.out));
	} else {
		FUZZ_CHECK(err == UNGARBLE_EOPTION && why != NULL);
		FUZZ_CHECK(line >= 1 && line <= n_lines);
	}
	run_free(&once);
	run_free(&twice);
	bytes_free(&in);
	free(copy);
	return 0;
}
