/*
 * hold_paragraph_test.c - which records are repaired, and written, together
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "hold/hold.h"
#include "repair/passes.h"
#include "repair/runner.h"
#include "words/lexicon_own.h"

/* Lines of the caller's own words: each is one that may have been spun. */
#define OWN "red wombat"
#define FEW /* 12 tokens */ \
	"The red wombat and the red wombat are as they were then"

struct trial {
	struct ungarble_options opts;
	struct ug_output output;
	struct ug_runner *runner;
	struct ug_hold *hold;
	struct ug_own *own;
	uint64_t in_at, number;
	uint64_t most;            /* records that were held */
	unsigned lines[200];      /* of each text that was written */
	size_t n;
};

static int
trial_write(void *user, const char *s, size_t len)
{
	struct trial *const trial = user;
	unsigned lines = 0;

	for (size_t i = 0; i < len; i++)
		lines += s[i] == '\n';
	if (trial->n < sizeof(trial->lines) / sizeof(*trial->lines))
		trial->lines[trial->n++] = lines;
	return 0;
}

static void
trial_init(struct trial *trial)
{
	static const char own[] = OWN "\tfox\tphrase\tA0\n";
	struct ug_own_fault fault;

	*trial = (struct trial){ .opts = UNGARBLE_OPTIONS_INIT };
	trial->opts.write = trial_write;
	trial->opts.user = trial;
	trial->output.opts = &trial->opts;
	if (ug_own_new(&trial->own, (struct ug_text){ own, sizeof(own) - 1 },
	    &ug_alloc_libc, &fault) != UNGARBLE_OK ||
	    ug_runner_new(&trial->runner, &(struct ug_asker){ NULL, NULL },
	    &ug_alloc_libc) != UNGARBLE_OK ||
	    ug_hold_new(&trial->hold, &(struct ug_hold_setup){
		.runner = trial->runner, .output = &trial->output,
		.fixes = ug_fixes_words(), .confidence = 80,
		.own = trial->own, .alloc = &ug_alloc_libc }) != UNGARBLE_OK)
		abort();
}

static void
trial_free(struct trial *trial)
{
	ug_hold_free(trial->hold);
	ug_runner_free(trial->runner);
	ug_own_free(trial->own);
}

/* Put a line, of `len` bytes: blanks fill it up. */
static void
trial_put(struct trial *trial, const char *s, size_t len)
{
	char line[2048];
	const struct ug_record record = {
		.number = ++trial->number, .in_at = trial->in_at,
		.in_len = len, .ascii = true, .known = true,
		.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100, NULL },
	};
	struct ug_work work;

	memset(line, ' ', len);
	memcpy(line, s, strlen(s));
	line[len - 1] = '\n';
	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, (struct ug_text){ line, len }, trial->in_at);
	CHECK("put", ug_hold_put(trial->hold, &record, &work) == UNGARBLE_OK);
	ug_work_free(&work);
	trial->in_at += len;
	if (trial->number - trial->output.number > trial->most)
		trial->most = trial->number - trial->output.number;
}

static void
trial_is(struct trial *trial, const char *name, const unsigned *lines,
    size_t n)
{
	CHECK(name, ug_hold_flush(trial->hold) == UNGARBLE_OK &&
	    trial->output.number == trial->number);
	if (!CHECK(name, trial->n == n && memcmp(trial->lines, lines,
	    n * sizeof(*lines)) == 0))
		for (size_t i = 0; i < trial->n; i++)
			fprintf(stderr, "\t%u", trial->lines[i]);
	trial_free(trial);
}

#define IS(trial, name, ...) trial_is(trial, name, \
	(const unsigned[]){ __VA_ARGS__ }, \
	sizeof((const unsigned[]){ __VA_ARGS__ }) / sizeof(unsigned))

/* 64 lines, or 16 KiB, and what a paragraph starts with. */
static void
check_together(void)
{
	static const char *const starts[] = { OWN, OWN, "- " OWN, "* " OWN,
		OWN, "", OWN };
	struct trial trial;

	trial_init(&trial);
	for (unsigned i = 0; i < 100; i++)
		trial_put(&trial, OWN, sizeof(OWN));
	IS(&trial, "lines", 64, 36);
	trial_init(&trial);
	for (unsigned i = 0; i < 20; i++)
		trial_put(&trial, OWN, 1024);
	IS(&trial, "bytes", 16, 4);
	trial_init(&trial);
	for (unsigned i = 0; i < 20; i++)
		trial_put(&trial, OWN, i == 0 ? 1023 : 1024);
	IS(&trial, "a byte less", 17, 3);
	trial_init(&trial);
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		trial_put(&trial, starts[i], strlen(starts[i]) + 1);
	IS(&trial, "starts", 2, 1, 2, 1, 1);
}

/* What is held at most: 480 tokens, or 64 KiB. */
static void
check_most(void)
{
	struct trial trial;

	trial_init(&trial);
	for (unsigned i = 0; i < 60; i++)
		trial_put(&trial, FEW, sizeof(FEW));
	if (!CHECK("tokens", trial.most == 39))
		fprintf(stderr, "\t%u\n", (unsigned)trial.most);
	trial_free(&trial);
	trial_init(&trial);
	for (unsigned i = 0; i < 100; i++)
		trial_put(&trial, OWN, 1024);
	CHECK("bytes", trial.most == 63);
	trial_free(&trial);
}

/* Of more than may wait, whole sentences, if one ends where a line does. */
static void
check_sentences(unsigned every, unsigned at, unsigned want)
{
	struct trial trial;

	trial_init(&trial);
	for (unsigned i = 1; i < 60; i++)
		trial_put(&trial, i % every == at ? FEW "." : FEW " and",
		    sizeof(FEW) + 4);
	if (!CHECK("sentences", trial.n > 0 && trial.lines[0] == want))
		fprintf(stderr, "\t%zu, %u lines\n", trial.n, trial.lines[0]);
	trial_free(&trial);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_together();
	check_most();
	check_sentences(1000, 0, 18);
	check_sentences(1000, 1, 1);
	check_sentences(7, 0, 14);
	check_sentences(1, 0, 18);
	return check_done(argv[0]);
}
