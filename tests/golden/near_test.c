/*
 * near_test.c - what is said of text near that of near.tsv
 *
 * A seed changes a few letters, words and marks of each, see near.h, and what
 * comes of it is one number, see digest.h.
 */
#include "digest.h"

#include "near.h"

#define VARIANTS 24

static int
run_finding(void *user, const struct ungarble_finding *finding)
{
	struct run *const run = user;
	char line[400];

	snprintf(line, sizeof(line), "finding %" PRIu64 " in %" PRIu64 "+%"
	    PRIu64 " %s %s %s %s %x\n", finding->record, finding->in_at,
	    finding->in_len, finding->rule, finding->fix,
	    finding->found != NULL ? finding->found : "-",
	    finding->meant != NULL ? finding->meant : "-",
	    (unsigned)finding->character);
	bytes_string(&run->report, line);
	return 0;
}

/* Lines of a group, changed, as they stand in a row. */
static void
make(struct bytes *out, const char *group, uint64_t seed)
{
	struct bytes line = { 0 }, other = { 0 };

	for (size_t i = 0; i < near_n_lines; i++) {
		const uint64_t n = random_next(&seed) % 3;

		if (strcmp(near_lines[i].group, group) != 0)
			continue;
		near_vary(&line, &other, &near_lines[i], n, &seed);
		bytes_add(out, line.s, line.len);
		bytes_string(out, random_next(&seed) % 4 == 0 ? " " :
		    random_next(&seed) % 16 == 0 ? "\n\n" : "\n");
	}
	bytes_free(&line);
	bytes_free(&other);
}

static uint64_t
digest_of(const char *group, const char *fixes, unsigned confidence)
{
	uint64_t digest = 0;
	size_t n_edits = 0;

	for (uint64_t seed = 1; seed <= VARIANTS; seed++) {
		struct run run = { 0 };
		struct bytes in = { 0 };
		struct ungarble_options opts = digest_options(&run);

		opts.fixes = fixes;
		opts.confidence = confidence;
		opts.finding = run_finding;
		make(&in, group, seed);
		run_stream(&run, &opts, in.s, in.len, CUT_NOWHERE, 0);
		CHECK(group, run.err == UNGARBLE_OK);
		n_edits += run.n_edits;
		digest_add_run(&digest, &run);
		run_free(&run);
		bytes_free(&in);
	}
	CHECK(group, n_edits > VARIANTS);
	return digest;
}

static const struct {
	const char *group, *fixes;
	unsigned confidence;
	uint64_t digest;
} rows[] = {
	{ "marks", NULL, 0, UINT64_C(0x07AB144C3E8CA57D) },
	{ "marks", "-words", 1, UINT64_C(0xC2AAB7EFEF352F38) },
	{ "words", NULL, 1, UINT64_C(0x082D64C7201EBAF1) },
	{ "words", "+guess", 80, UINT64_C(0x38E8B899CD104B10) },
	{ "characters", "+escapes", 0, UINT64_C(0xD2FA9A0F59B55875) },
	{ "characters", "+escapes,+guess,+nfc", 1,
	  UINT64_C(0x7DD20D0499A60037) },
	{ "tidy", "+tidy,+nfkd,+bom,+eol-crlf", 0,
	  UINT64_C(0xCAEE6D5C66132DC2) },
	{ "tidy", "+nfd,+eol-lf", 0, UINT64_C(0x3B90ED520B252DCE) },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	near_read();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		digest_check(rows[i].group, digest_of(rows[i].group,
		    rows[i].fixes, rows[i].confidence), rows[i].digest);
	return check_done(argv[0]);
}
