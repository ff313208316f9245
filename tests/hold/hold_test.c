/*
 * hold_test.c - what waits, what leaves, and what a flush or a block decides
 */
#include "hold/hold.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "repair/passes.h"
#include "repair/runner.h"
#include "stream/harness.h"
#include "words/lexicon_own.h"
#include "words/spun.h"

#define LINES 11 /* of SPUN */
#define TURN CLEAN CLEAN CLEAN CLEAN CLEAN

struct trial {
	struct run run;
	struct ungarble_options opts;
	struct ug_output output;
	struct ug_runner *runner;
	struct ug_hold *hold;
	struct ug_own *own;
	uint64_t in_at, number;
	struct bytes in;
};

/* `rows`: the caller's own; or NULL. */
static void
trial_init(struct trial *trial, uint64_t fixes, const char *rows)
{
	struct ug_own_fault fault;

	*trial = (struct trial){ .in_at = 0 };
	trial->opts = run_options(&trial->run);
	trial->opts.piece = NULL; /* nobody keeps the input here */
	trial->output.opts = &trial->opts;

	if (rows != NULL && ug_own_new(&trial->own, (struct ug_text){ rows,
	    strlen(rows) }, &ug_alloc_libc, &fault) != UNGARBLE_OK)
		abort();
	if (ug_runner_new(&trial->runner, &(struct ug_asker){ NULL, NULL },
	    &ug_alloc_libc) != UNGARBLE_OK)
		abort();
	if (ug_hold_new(&trial->hold, &(struct ug_hold_setup){
		.runner = trial->runner, .output = &trial->output,
		.fixes = fixes, .confidence = 80, .own = trial->own,
		.alloc = &ug_alloc_libc
	    }) != UNGARBLE_OK)
		abort();
}

/* Put the lines of a text; how many are held then. */
static uint64_t
trial_put(struct trial *trial, const char *text)
{
	while (*text != '\0') {
		const size_t len = strcspn(text, "\n") + 1;
		const struct ug_record record = {
			.number = ++trial->number, .in_at = trial->in_at,
			.in_len = len, .ascii = true, .known = true,
			.verdict = { &ug_utf8, UNGARBLE_BY_VALIDITY, 100,
			    NULL },
		};
		struct ug_work work;

		ug_work_init(&work, &ug_alloc_libc);
		ug_work_lend(&work, (struct ug_text){ text, len },
		    trial->in_at);
		CHECK("put", ug_hold_put(trial->hold, &record, &work) ==
		    UNGARBLE_OK);
		ug_work_free(&work);
		bytes_add(&trial->in, text, len);
		trial->in_at += len;
		text += len;
	}
	return trial->number - trial->output.number;
}

static bool
trial_kept(const struct trial *trial)
{
	return bytes_equal(&trial->in, &trial->run.out);
}

static void
trial_free(struct trial *trial)
{
	ug_hold_free(trial->hold);
	ug_runner_free(trial->runner);
	ug_own_free(trial->own);
	run_free(&trial->run);
	bytes_free(&trial->in);
}

/* Whether the words of SPUN came back. */
static bool
trial_repaired(struct trial *trial)
{
	bytes_add(&trial->run.out, "", 1);
	trial->run.out.len--;
	return strstr(trial->run.out.s, "Officials said") != NULL &&
	    strstr(trial->run.out.s, "solar") != NULL;
}

static void
check_leaves(uint64_t words)
{
	struct trial trial;

	trial_init(&trial, words, NULL);
	CHECK("clean lines leave", trial_put(&trial, CLEAN CLEAN) == 0);
	CHECK("as they are", trial_kept(&trial));
	CHECK("spun ones wait", trial_put(&trial, SPUN SPUN) > 0);
	CHECK("and clean ones behind them", trial_put(&trial, CLEAN) >
	    2 * LINES);
	trial_put(&trial, TURN);
	CHECK("until enough is read", trial_repaired(&trial));
	CHECK("flush", ug_hold_flush(trial.hold) == UNGARBLE_OK);
	CHECK("then all leave", trial_repaired(&trial) && strcmp(
	    trial.run.out.s + trial.run.out.len - strlen(TURN), TURN) == 0);
	trial_free(&trial);

	trial_init(&trial, 0, NULL);
	CHECK("not asked for", trial_put(&trial, SPUN SPUN) == 0 &&
	    trial_kept(&trial));
	trial_free(&trial);
}

static void
check_flush(uint64_t words)
{
	struct trial trial;

	trial_init(&trial, words, NULL);
	CHECK("waits", trial_put(&trial, SPUN) == LINES);
	CHECK("flush", ug_hold_flush(trial.hold) == UNGARBLE_OK);
	CHECK("decided", trial_repaired(&trial));
	CHECK("nothing left", ug_hold_flush(trial.hold) == UNGARBLE_OK &&
	    trial.run.n_edits > 4);
	trial_free(&trial);
}

/* Nothing is held across the start of a block. */
static void
check_block(uint64_t words)
{
	struct trial trial;

	trial_init(&trial, words, NULL);
	trial.in_at = UG_BLOCK_LEN - strlen(SPUN);
	CHECK("waits", trial_put(&trial, SPUN) == LINES);
	trial_put(&trial, "So it is.\n");
	CHECK("decided", trial_repaired(&trial));
	CHECK("written", strstr(trial.run.out.s, "So it is.\n") != NULL);
	trial_free(&trial);
}

/* However long spun text goes on, little is held. */
static void
check_bound(uint64_t words)
{
	struct bytes spun = { 0 };
	struct trial trial;
	uint64_t most = 0;

	spun_make(&spun, 100000);
	trial_init(&trial, words, NULL);
	for (size_t at = 0; at < spun.len;) {
		char line[4096];
		const size_t len = (size_t)((char *)memchr(spun.s + at, '\n',
		    spun.len - at) - spun.s) + 1 - at;
		uint64_t held;

		snprintf(line, sizeof(line), "%.*s", (int)len, spun.s + at);
		held = trial_put(&trial, line);
		most = held > most ? held : most;
		at += len;
	}
	CHECK("a bound", most > 5 && most < 30);
	CHECK("flush", ug_hold_flush(trial.hold) == UNGARBLE_OK);
	CHECK("as many as ever", trial_put(&trial, SPUN SPUN) == 2 * LINES);
	bytes_free(&spun);
	trial_free(&trial);
}

/* Put `line` behind what is spun, `n` times; how many were held at most. */
static uint64_t
held_most(uint64_t words, const char *line, unsigned n)
{
	struct trial trial;
	uint64_t most = 0;

	trial_init(&trial, words, NULL);
	trial_put(&trial, SPUN);
	for (unsigned i = 0; i < n; i++) {
		const uint64_t held = trial_put(&trial, line);

		most = held > most ? held : most;
	}
	trial_free(&trial);
	return most;
}

/* As many as a decision may look at: 480 records, 64 KiB. */
static void
check_most(uint64_t words)
{
	char line[1001];
	uint64_t most;

	CHECK("records", held_most(words, "\n", 600) == 479);
	memset(line, ' ', sizeof(line));
	line[999] = '\n';
	line[1000] = '\0';
	most = held_most(words, line, 100);
	CHECK("bytes", (most - LINES) * 1000 + strlen(SPUN) < 65536 &&
	    (most + 1 - LINES) * 1000 + strlen(SPUN) >= 65536);
}

/* The first text that is written. */
static int
write_first(void *user, const char *s, size_t len)
{
	struct run *const run = user;

	if (run->pieces_out.len == 0)
		bytes_add(&run->pieces_out, s, len);
	return run_options(run).write(run, s, len);
}

/* A paragraph that is longer than what is held goes on behind a sentence. */
static void
check_sentences(uint64_t words)
{
	for (unsigned stops = 0; stops < 2; stops++) {
		struct bytes spun = { 0 };
		struct trial trial;
		const struct bytes *const first = &trial.run.pieces_out;
		size_t n = 0;

		trial_init(&trial, words, NULL);
		trial.opts.write = write_first;
		spun_make(&spun, 20000);
		for (size_t at = 0, end; at < spun.len; at = end) {
			char line[4096];

			end = (size_t)((char *)memchr(spun.s + at, '\n',
			    spun.len - at) - spun.s) + 1;
			snprintf(line, sizeof(line), "%.*s",
			    (int)(end - at), spun.s + at);
			if (end - at > 1 && stops == 0 &&
			    line[end - at - 2] == '.')
				line[end - at - 2] = ',';
			if (end - at > 1)
				trial_put(&trial, line);
		}
		for (size_t at = 0; at < first->len; at++)
			n += first->s[at] == '\n';
		CHECK("together", n > 3 && n < 20);
		CHECK("up to a sentence's end", stops == 0 ||
		    first->s[first->len - 2] == '.');
		bytes_free(&spun);
		trial_free(&trial);
	}
}

/* Records keep their order, however many wait where others did. */
static void
check_order(uint64_t words)
{
	const char *text = SPUN SPUN SPUN SPUN, *seen;
	struct trial trial;
	char line[200], mark[16];

	trial_init(&trial, words, NULL);
	trial_put(&trial, SPUN);
	CHECK("flush", ug_hold_flush(trial.hold) == UNGARBLE_OK);
	for (int i = 0; *text != '\0'; i++) {
		const int len = (int)strcspn(text, "\n") + 1;

		snprintf(line, sizeof(line), "Q%02d: %.*s", i, len, text);
		trial_put(&trial, line);
		text += len;
	}
	CHECK("flush", ug_hold_flush(trial.hold) == UNGARBLE_OK);
	CHECK("repaired", trial_repaired(&trial));
	seen = trial.run.out.s;
	for (int i = 0; i < 44 && seen != NULL; i++) {
		snprintf(mark, sizeof(mark), "Q%02d: ", i);
		seen = strstr(seen, mark);
		CHECK(mark, seen != NULL);
	}
	trial_free(&trial);
}

/* What is repaired together, and what it is told of the text around. */
static void
check_passages(uint64_t words)
{
	static const char own[] =
	    "wombat unit\twarehouse\tphrase\tA0\n"
	    "red wombat\tfox\tphrase\tA0\n"
	    "wombat\tcat\tword\tA0\t\tbefore:failed\n"
	    "wombat\tdog\tword\tA0\t\tafter:two\n";
	static const struct {
		const char *name, *in, *out;
	} rows[] = {
		{ "alone", "The wombat failed.\n", "The cat failed.\n" },
		{ "the text behind", "It was the wombat\n\nfailed again.\n",
		  "It was the cat\n\nfailed again.\n" },
		{ "other text behind", "It was the wombat\n\nwon again.\n",
		  "It was the wombat\n\nwon again.\n" },
		{ "the text before", "They kept two\n\nwombat farms.\n",
		  "They kept two\n\ndog farms.\n" },
		{ "a phrase over two spun lines",
		  "A red wombat, a wombat\nunit and a red wombat.\n",
		  "A fox, a\nwarehouse and a fox.\n" },
		{ "a paragraph ends before a clean line",
		  "A red wombat, a wombat\nunit and so on.\n",
		  "A fox, a wombat\nunit and so on.\n" },
		{ "a phrase that begins in a clean line",
		  "So it was red\nwombat and a red wombat.\n",
		  "So it was red\nwombat and a fox.\n" },
		{ "each its own text behind", "It was the wombat\n\n"
		  "failed. It was the wombat\n\nwon again.\n",
		  "It was the cat\n\n"
		  "failed. It was the wombat\n\nwon again.\n" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct trial trial;

		trial_init(&trial, words, own);
		trial_put(&trial, rows[i].in);
		CHECK(rows[i].name, ug_hold_flush(trial.hold) == UNGARBLE_OK);
		bytes_add(&trial.run.out, "", 1);
		if (!CHECK(rows[i].name, strcmp(trial.run.out.s,
		    rows[i].out) == 0))
			fprintf(stderr, "\tis %s", trial.run.out.s);
		trial_free(&trial);
	}
}

/* Where memory runs out, nothing is left, and nothing told of. */
static void
check_memory(uint64_t words)
{
	bool made = false;

	for (long left = 0; left < 20 && !made; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_hold *hold = (struct ug_hold *)&memory;

		made = ug_hold_new(&hold, &(struct ug_hold_setup){
			.fixes = words, .alloc = &alloc }) == UNGARBLE_OK;
		CHECK("no memory", made != memory.failed);
		CHECK("no memory: none", made == (hold != NULL));
		ug_hold_free(hold);
		CHECK("no memory: all is given back", memory.live == 0);
	}
	CHECK("memory", made);
}

int
main(int argc, char *argv[])
{
	const uint64_t words = ug_fixes_words();

	(void)argc;
	check_leaves(words);
	check_flush(words);
	check_block(words);
	check_bound(words);
	check_most(words);
	check_sentences(words);
	check_order(words);
	check_passages(words);
	check_memory(words);
	return check_done(argv[0]);
}
