/*
 * other_spinner_test.c - phrases of other spinners: the list, what is told of
 * and what is not
 */
#include "words/other_spinner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "random.h"
#include "ungarble.h"
#include "words/cues.h"
#include "words/lexicon.h"
#include "words/tokens.h"

/* None is a key of the lexicon, which would turn it back. */
static void
test_list(void)
{
	const struct ug_other_cue *cue, *last = NULL;
	size_t n = 0;

	for (; (cue = ug_other_cue(n)) != NULL; n++, last = cue) {
		const struct ug_text text = { cue->found, strlen(cue->found) };
		struct ug_token tokens[16];
		struct ug_match any, spun;
		struct ug_tokens walk;
		size_t words = 0;

		ug_tokens_start(&walk, text, 0);
		while (words < 16 && ug_tokens_next(&walk, &tokens[words]))
			words++;
		CHECK(cue->found, words >= 2 && words <= 8);
		CHECK(cue->found, cue->meant[0] != '\0' &&
		    strcmp(cue->found, cue->meant) != 0);
		CHECK(cue->found, last == NULL ||
		    strcmp(last->found, cue->found) < 0);
		ug_lexicon_match(text, tokens, words, &any, &spun);
		CHECK(cue->found, spun.n < words);
	}
	CHECK("enough of them", n >= 150);
}

/* ---- what is told ---- */

struct told {
	char found[1024]; /* with | between */
	const char *text;
	size_t n;
	int stop;
};

static int
tell(void *user, const struct ungarble_finding *finding)
{
	struct told *told = user;
	char text[64];

	if (told->n++ > 0)
		strcat(told->found, "|");
	strcat(told->found, finding->found);
	CHECK("rule", strcmp(finding->rule, "words/other-spinner") == 0);
	CHECK("fix", strcmp(finding->fix, "words") == 0);
	CHECK("meant", finding->meant[0] != '\0');
	if (told->text != NULL && finding->in_len < sizeof(text)) {
		size_t i;

		for (i = 0; i < finding->in_len; i++) {
			char c = told->text[finding->in_at + i];

			text[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
			text[i] = text[i] == '\n' ? ' ' : text[i];
		}
		text[i] = '\0';
		CHECK(finding->found, strcmp(text, finding->found) == 0);
	}
	return told->stop;
}

static enum ungarble_err
run(struct told *told, struct ungarble_options opts, const char *s)
{
	struct ungarble *ug;
	enum ungarble_err err;

	told->found[0] = '\0';
	told->n = 0;
	told->text = s;
	opts.finding = tell;
	opts.user = told;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, s, strlen(s));
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	ungarble_close(ug);
	return err;
}

#define WORDS10 "of all that we saw on that day it was "
#define WORDS40 WORDS10 WORDS10 WORDS10 WORDS10
#define WORDS200 WORDS40 WORDS40 WORDS40 WORDS40 WORDS40
#define THREE "bosom malignancy and gullible Bayes and flag to clamor"
#define THREE_TOLD "bosom malignancy|gullible bayes|flag to clamor"

static const struct {
	const char *text, *found;
} rows[] = {
	{ "It is a " THREE ".\n", THREE_TOLD },
	{ "It is a bosom\nmalignancy and gullible\nBayes and flag\nto clamor\n",
	    THREE_TOLD },
	{ "Bosom Malignancy\n\nGullible Bayes\n\nFlag to clamor\n", THREE_TOLD },
	/* not enough of them, or too far away */
	{ "A bosom malignancy.\n", "" },
	{ "A bosom malignancy and gullible Bayes.\n",
	    "bosom malignancy|gullible bayes" },
	{ "Flag to clamor, flag to clamor, flag to clamor, flag to clamor.\n",
	    "" },
	{ "A bosom, a malignancy, a flag, a clamor, a gullible bay.\n", "" },
	{ "A bosom malignancy.\n" WORDS200 WORDS40 "\nA flag to clamor.\n"
	    WORDS200 WORDS40 "\nA gullible Bayes.\n", "" },
	{ "A bosom malignancy.\n" WORDS200 "\ngullible Bayes, flag to clamor\n",
	    THREE_TOLD },
	/* the second makes a finding of both, each is told once */
	{ "A " THREE ", a bosom malignancy.\n" WORDS40 "\ncounterfeit "
	    "consciousness\n", THREE_TOLD "|bosom malignancy|counterfeit "
	    "consciousness" },
	/* the longest phrase */
	{ "flag to clamor, gullible Bayes, bosom malignant growths.\n",
	    "flag to clamor|gullible bayes|bosom malignant growths" },
	/* quoted, marked, compound, no prose */
	{ "\"bosom malignancy\", \"gullible Bayes\" and \"flag to clamor\"\n",
	    "" },
	{ "\u201Cbosom malignancy\u201D, \u2018gullible Bayes\u2019 and \u00AB"
	    "flag to clamor\u00BB\n", "" },
	{ "*bosom malignancy*, (gullible Bayes), _flag to clamor_\n", "" },
	{ "A tech-savvy city, a tech-savvy contract, tech-savvy gadgets.\n",
	    "" },
	{ "```\n" THREE "\n```\n", "" },
	{ "> It is a " THREE " of them.\n", "" }
};

static void
test_rows(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct told told = { .stop = 0 };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		CHECK(rows[i].text, run(&told, opts, rows[i].text) ==
		    UNGARBLE_OK);
		if (!CHECK(rows[i].text, strcmp(told.found, rows[i].found) ==
		    0))
			fprintf(stderr, "\tis %s\n", told.found);
	}
}

static void
test_options(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct told told = { .stop = 0 };

	opts.fixes = "-words";
	CHECK("refused", run(&told, opts, THREE "\n") == UNGARBLE_OK);
	CHECK("refused", told.n == 0);
	opts.fixes = NULL;
	opts.no_memory = 1;
	CHECK("no memory", run(&told, opts, THREE "\n") == UNGARBLE_OK);
	CHECK("one record", told.n == 3);
	CHECK("no memory", run(&told, opts, "bosom malignancy\ngullible Bayes\n"
	    "flag to clamor\n") == UNGARBLE_OK);
	CHECK("three records", told.n == 0);
	opts.no_memory = 0;
	told.stop = 1;
	CHECK("stopped", run(&told, opts, THREE "\n") == UNGARBLE_ESTOPPED);
	CHECK("stopped", told.n == 1);
}

/* Bytes of the input are told, whatever it is in. */
static void
test_places(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct told told = { .stop = 0 };

	CHECK("latin1", run(&told, opts, "Un caf\xE9 cr\xE8me \xE0 l'\xE9t\xE9 "
	    "d\xE9j\xE0. " THREE "\n") == UNGARBLE_OK);
	CHECK("latin1", strcmp(told.found, THREE_TOLD) == 0);
	CHECK("mojibake", run(&told, opts, "caf\xC3\x83\xC2\xA9 " THREE "\n")
	    == UNGARBLE_OK);
	CHECK("mojibake", strcmp(told.found, THREE_TOLD) == 0);
}

/* Nothing is known across the start of a block. */
static void
test_blocks(void)
{
	static char text[(1 << 20) + 200];
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct told told = { .stop = 0 };

	for (int after = 0; after < 2; after++) {
		const size_t at = (1 << 20) - 44;

		for (size_t i = 0; i < sizeof(text) - 1; i++)
			text[i] = i % 64 == 63 || i == at - 1 ? '\n' : '-';
		memcpy(text + at, "flag to clamor.\n", 16);
		memcpy(text + (after ? (1 << 20) + 4 : at + 16),
		    "\nbosom malignancy\n", 18);
		CHECK("block", run(&told, opts, text) == UNGARBLE_OK);
		CHECK("block", told.n == (after ? 0 : 2));
	}
}

/* ---- what is read fast is what is read in full ---- */

static const char *const pieces[] = { "bosom", "malignancy", "malignant",
	"growths", "flag", "to", "flag to", "clamor", "gullible Bayes", "as",
	"a", "be counted", "of", "truth", "at", "the", "equal", "time", "in",
	"actual", "lifestyles", "alzheimer", "'s", "\u2019s", "ailment",
	"Bosom", "counterfeit consciousness", "profound", "neural", "networks", "-",
	".", ",", "\"", "\u201C", "\u201D", "\n", "\t", " <b>", "\u00A0", "3",
	"a.example/x", "x_y", "return x;", "{\"a\": 1}", "counted" };
#define N_PIECES (sizeof(pieces) / sizeof(pieces[0]))
#define RECORDS 200000

/* What is told, as one number. */
static int
tell_sum(void *user, const struct ungarble_finding *finding)
{
	uint64_t *sum = user;

	*sum = (*sum * 31 + finding->in_at) * 31 + finding->in_len;
	*sum = (*sum * 31 + finding->record) * 31 + (uint64_t)finding->found[0];
	return 0;
}

static void
make_record(uint64_t *random, char *text)
{
	uint64_t n = random_next(random) % 8 == 0 ? 0 :
	    random_next(random) % 12;

	for (text[0] = '\0'; n > 0; n--) {
		strcat(text, pieces[random_next(random) % N_PIECES]);
		if (random_next(random) % 8 != 0)
			strcat(text, " ");
	}
	if (random_next(random) % 2 != 0)
		strcat(text, ".");
	if (random_next(random) % 4 != 0)
		strcat(text, "\n");
}

static void
test_fast(void)
{
	struct ug_cues *cues = calloc(1, sizeof(*cues));
	struct ug_other *others[2] = { NULL, NULL };
	uint64_t sums[2] = { 0, 0 }, passed = 0;
	uint64_t random = 1;
	struct ug_record record = { .number = 1 };

	if (!CHECK("memory", cues != NULL))
		return;
	*cues = (struct ug_cues){ .alloc = &ug_alloc_libc,
		.others = { .wanted = true } };
	for (int i = 0; i < 2; i++)
		CHECK("memory", ug_other_new(&others[i],
		    &(struct ug_other_setup){ .finding = tell_sum,
		    .user = &sums[i], .alloc = &ug_alloc_libc }) ==
		    UNGARBLE_OK);
	for (size_t i = 0; i < RECORDS && sums[0] == sums[1]; i++) {
		struct ug_work work;
		char text[512];
		uint8_t region = 0;

		make_record(&random, text);
		ug_work_init(&work, &ug_alloc_libc);
		ug_work_lend(&work, (struct ug_text){ text, strlen(text) },
		    record.in_at);
		CHECK(text, ug_cues_read(cues, ug_work_text(&work), &region) ==
		    UNGARBLE_OK);
		CHECK(text, ug_other_see(others[0], &record, &work, cues) ==
		    UNGARBLE_OK);
		CHECK(text, ug_other_see(others[1], &record, &work, NULL) ==
		    UNGARBLE_OK);
		CHECK(text, sums[0] == sums[1]);
		passed += !cues->others.found;
		record.number++;
		record.in_at += strlen(text);
		ug_work_free(&work);
	}
	CHECK("some are found", sums[0] != 0);
	CHECK("most are not read in full", passed > RECORDS / 2);
	for (int i = 0; i < 2; i++)
		ug_other_free(others[i]);
	ug_cues_free(cues);
	free(cues);
}

static void
test_no_memory(void)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	struct told told = { .stop = 0 };
	struct ug_work work;
	int n;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, UG_TEXT(THREE), 0);
	for (n = 0; n < 20 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		const struct ug_record record = { .number = 1 };
		struct ug_other *other;

		told = (struct told){ .stop = 0 };
		err = ug_other_new(&other, &(struct ug_other_setup){
			.finding = tell, .user = &told, .alloc = &alloc });
		if (err == UNGARBLE_OK)
			err = ug_other_see(other, &record, &work, NULL);
		CHECK("says so", err == UNGARBLE_OK || err == UNGARBLE_ENOMEM);
		CHECK("found", told.n == (err == UNGARBLE_OK ? 3 : 0));
		ug_other_free(other);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("asked several times", n > 2 && err == UNGARBLE_OK);
	ug_work_free(&work);
}

/* Where phrases came in is found out only if there are any: that may fail. */
static void
test_no_memory_for_places(void)
{
	const struct ug_text text = UG_TEXT(THREE);
	const struct ug_record record = { .number = 1 };
	enum ungarble_err err = UNGARBLE_ENOMEM;
	long n;

	for (n = 0; n < 20 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = -1 };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct told told = { .stop = 0 };
		struct ug_other *other;
		struct ug_work work;

		ug_work_init(&work, &alloc);
		CHECK("text", ug_buf_add(&work.text, text.s, text.len) ==
		    UNGARBLE_OK && ug_other_new(&other,
		    &(struct ug_other_setup){ .finding = tell, .user = &told,
		    .alloc = &ug_alloc_libc }) == UNGARBLE_OK);
		ug_map_defer(&work.map, 0, text.len, 2);
		memory.left = n;
		err = ug_other_see(other, &record, &work, NULL);
		CHECK("places", err == (memory.failed ? UNGARBLE_ENOMEM :
		    UNGARBLE_OK));
		CHECK("places: found", told.n == (memory.failed ? 0 : 3));
		ug_other_free(other);
		ug_work_free(&work);
		CHECK("places: nothing kept", memory.live == 0);
	}
	CHECK("places: one failed", n > 1 && err == UNGARBLE_OK);
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_list();
	test_rows();
	test_options();
	test_places();
	test_blocks();
	test_fast();
	test_no_memory();
	test_no_memory_for_places();
	return check_done(argv[0]);
}
