/*
 * fields_fuzz.c - what must hold of fields, on anything
 *
 * Where the input is cut does not matter, and pieces are the whole of it, and
 * of the output.  Where nothing is repaired nothing changes, but for bytes that
 * are decoded; what is no field is the same even so.  The first byte says what
 * records are made of.
 */
#include "base/utf8.h"
#include "fuzz.h"
#include "stream/harness.h"

static const struct kind {
	enum ungarble_fields fields;
	const char *names;
	unsigned no_header;
} kinds[] = {
	{ UNGARBLE_FIELDS_JSON, NULL, 0 },
	{ UNGARBLE_FIELDS_JSON, "a,*.b,text", 0 },
	{ UNGARBLE_FIELDS_CSV, NULL, 0 },
	{ UNGARBLE_FIELDS_CSV, "2", 1 },
	{ UNGARBLE_FIELDS_TSV, NULL, 1 },
	{ UNGARBLE_FIELDS_JSON, "no such name at all", 0 },
};

#define N_KINDS (sizeof(kinds) / sizeof(*kinds))
#define NO_NAME (N_KINDS - 1)

static void
run(struct run *run, const struct kind *kind, const char *fixes,
    const struct fuzz_input *in, enum cuts cuts)
{
	struct ungarble_options opts = run_options(run);

	opts.fields = kind->fields;
	opts.names = kind->names;
	opts.no_header = kind->no_header;
	opts.from = "utf-8,windows-1252"; /* or all of it may be decoded */
	opts.fixes = fixes;
	run_stream(run, &opts, (const char *)in->s, in->len, cuts,
	    fuzz_hash(in->s, in->len));
	FUZZ_CHECK(run->err == UNGARBLE_OK);
	FUZZ_CHECK(run_is_whole(run, (const char *)in->s, in->len));
}

static bool
is_input(const struct run *run, const struct fuzz_input *in)
{
	return run->out.len == in->len && (in->len == 0 || memcmp(run->out.s,
	    in->s, in->len) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *const copy = fuzz_copy(data, size);
	struct fuzz_input in = { copy, size };
	const struct kind *const kind = &kinds[fuzz_byte(&in) % N_KINDS];
	struct run runs[4] = { { .err = UNGARBLE_OK } };
	bool ascii;

	run(&runs[0], kind, "all", &in, CUT_NOWHERE);
	run(&runs[1], kind, "all", &in, CUT_EVERYWHERE);
	run(&runs[2], kind, "all", &in, CUT_AT_RANDOM);
	for (unsigned i = 1; i < 3; i++) {
		FUZZ_CHECK(bytes_equal(&runs[0].out, &runs[i].out));
		FUZZ_CHECK(bytes_equal(&runs[0].report, &runs[i].report));
	}
	if (kind == &kinds[NO_NAME])
		FUZZ_CHECK(is_input(&runs[0], &in));
	run(&runs[3], kind, "none", &in, CUT_NOWHERE);
	if (ug_utf8_prefix(in.s, in.len, &ascii) == in.len)
		FUZZ_CHECK(is_input(&runs[3], &in));
	for (unsigned i = 0; i < 4; i++)
		run_free(&runs[i]);
	free(copy);
	return 0;
}
