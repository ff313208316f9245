/*
 * runner_test.c - edits are asked about, made, logged where they belong, and
 * remembered
 */
#include "repair/runner.h"

#include <stdlib.h>

#include "check.h"
#include "failing.h"
#include "marks/glance.h"
#include "repair/passes.h"

#define LOST "\xC2\x93so\xC2\x94" /* “so”, its marks as C1 controls */

/* Answers to the questions, in order: apply, skip or stop. */
struct answers {
	const char *next; /* "as!"; at the end: apply */
	unsigned asked;
};

static enum ungarble_answer
answer(void *user, const struct ungarble_edit *edit)
{
	struct answers *const answers = user;
	const char one = *answers->next;

	CHECK("asked of an edit", edit->before_len > 0 && edit->rule != NULL);
	answers->asked++;
	answers->next += one != '\0';
	return one == 's' ? UNGARBLE_SKIP : one == '!' ? UNGARBLE_STOP :
	    UNGARBLE_APPLY;
}

static const struct row {
	const char *name, *fixes, *in, *answers, *out;
	enum ungarble_err err;
	unsigned asked;
	size_t n_edits;
} rows[] = {
	{ "nothing to do", "all", "so it is", "", "so it is", UNGARBLE_OK, 0,
	  0 },
	{ "nothing wanted", "none", LOST, "", LOST, UNGARBLE_OK, 0, 0 },
	{ "all", "c1", LOST, "", "“so”", UNGARBLE_OK, 2, 2 },
	{ "the second alone", "c1", LOST, "sa", "\xC2\x93so”", UNGARBLE_OK,
	  2, 1 },
	{ "none is asked again", "c1", LOST, "ss", LOST, UNGARBLE_OK, 2, 0 },
	{ "stopped", "c1", LOST, "a!", LOST, UNGARBLE_ESTOPPED, 2, 2 },
	{ "one pass after another", "mojibake,c1", "cafÃ© " LOST, "",
	  "café “so”", UNGARBLE_OK, 3, 3 },
	{ "what is left shows more", "mojibake", "cafÃƒÂ©s", "", "cafés",
	  UNGARBLE_OK, 2, 2 },
};

/* Run a row; with what memory gives. */
static enum ungarble_err
run(const struct row *row, const struct ug_alloc *alloc,
    struct answers *answers, struct ug_work *work)
{
	const struct ug_record record = { .number = 1,
		.in_len = strlen(row->in) };
	struct ug_runner *runner;
	enum ungarble_err err;
	uint64_t fixes;
	bool sure;

	CHECK(row->name, ug_fixes_parse(row->fixes, &fixes) == UNGARBLE_OK);
	ug_work_lend(work, (struct ug_text){ row->in, strlen(row->in) }, 0);
	err = ug_runner_new(&runner, &(struct ug_asker){ answer, answers },
	    alloc);
	if (err == UNGARBLE_OK)
		err = ug_runner_run(runner, fixes, (struct ug_scope){
		    .encoding = "UTF-8", .confidence = 90 },
		    &(struct ug_passage){ &record, 1 }, work, &sure);
	ug_runner_free(runner);
	return err;
}

static void
check_row(const struct row *row)
{
	struct answers answers = { row->answers, 0 };
	struct ug_work work;

	ug_work_init(&work, &ug_alloc_libc);
	CHECK(row->name, run(row, &ug_alloc_libc, &answers, &work) ==
	    row->err);
	CHECK(row->name, ug_text_equal(ug_work_text(&work), (struct ug_text){
	    row->out, strlen(row->out) }));
	CHECK(row->name, answers.asked == row->asked);
	CHECK(row->name, work.log.n == row->n_edits);
	ug_work_free(&work);
}

static void
check_no_memory(const struct row *row)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	long n = 0;

	for (; n < 200 && err == UNGARBLE_ENOMEM; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct answers answers = { "", 0 };
		struct ug_work work;

		ug_work_init(&work, &alloc);
		err = run(row, &alloc, &answers, &work);
		ug_work_free(&work);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("enough in the end", err == UNGARBLE_OK && n > 5);
}

/* Edits of several records: each in its own, and remembered. */
static void
check_passage(void)
{
	const struct ug_text text = UG_TEXT("a " LOST "\nand " LOST "\n");
	const size_t first = strlen("a " LOST "\n");
	const struct ug_record records[] = {
		{ .number = 7, .in_at = 100, .in_len = first },
		{ .number = 8, .in_at = 100 + first,
		  .in_len = text.len - first },
	};
	static const struct {
		uint64_t record, in_at;
		size_t at;
	} want[] = {
		{ 7, 102, 2 }, { 7, 106, 6 }, { 8, 113, 4 }, { 8, 117, 8 },
	};
	const struct ug_scope scope = { .encoding = "UTF-8",
		.confidence = 90 };
	struct ug_memory *memory;
	struct ug_runner *runner;
	struct ug_work work;
	uint64_t fixes;
	bool sure = false;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, text, 100);
	if (!CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK && ug_runner_new(&runner, &(struct ug_asker){ 0 },
	    &ug_alloc_libc) == UNGARBLE_OK))
		return;
	CHECK("passage", ug_fixes_parse("c1", &fixes) == UNGARBLE_OK &&
	    ug_runner_run(runner, fixes, scope, &(struct ug_passage){ records,
	    2 }, &work, &sure) == UNGARBLE_OK && sure);
	if (CHECK("all of them", work.log.n == 4))
		for (size_t i = 0; i < 4; i++) {
			const struct ungarble_edit edit = ug_log_edit(
			    &work.log, i);

			CHECK("its record", edit.record == want[i].record);
			CHECK("its place", edit.in_at == want[i].in_at &&
			    edit.in_len == 2 && edit.at == want[i].at);
			CHECK("its step", edit.step == 1);
		}
	CHECK("remembered", ug_runner_remember(runner, &work, memory) ==
	    UNGARBLE_OK);
	CHECK("rule and fix", ug_memory_count(memory, "c1/windows-1252",
	    UG_TEXT("")) == 4 && ug_memory_count(memory, "c1", UG_TEXT("")) ==
	    4);
	ug_work_free(&work);
	ug_runner_free(runner);
	ug_memory_free(memory);
}

/* A line that is plain needs no run, and what is told of it is forgotten. */
static void
check_plain(void)
{
	static const struct {
		const char *line, *out; /* NULL: no run */
		unsigned cues;
		bool learns;
	} asked[] = {
		{ "Во дворе поставили новую скамейку.\n", NULL, 0, true },
		{ "The garden was there.\n", NULL, 0, false },
		{ "Она сказала: да, cafÃ©.\n", "Она сказала: да, café.\n",
		  0, false },
		{ "Die Tür zum Garten ist geöffnet.\n", NULL, 0, true },
		{ "Les cafÃ©s " LOST "\n", "Les cafés “so”\n", 0,
		  false },
		{ "Die Tür “zum” Garten ist geöffnet.\n",
		  "Die Tür “zum” Garten ist geöffnet.\n",
		  UG_GLANCE_OPEN | UG_GLANCE_CLOSE, false },
		{ "Les cafÃ©s\n", "Les cafés\n", 0, false },
	};
	const struct ug_scope scope = { .encoding = "UTF-8",
		.confidence = 90 };
	struct ug_runner *runner;
	uint64_t fixes, state;
	bool sure;

	CHECK("plain", ug_fixes_parse("characters,marks", &fixes) ==
	    UNGARBLE_OK && ug_runner_new(&runner, &(struct ug_asker){ 0 },
	    &ug_alloc_libc) == UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		const struct ug_text line = { asked[i].line,
			strlen(asked[i].line) };
		const struct ug_record record = { .number = 1 + i,
			.in_at = 1000 * (1 + i), .in_len = line.len };
		struct ug_work work;
		bool due;

		state = ug_runner_state(runner);
		due = ug_runner_due(runner, fixes, ug_traits(line.s, line.len),
		    asked[i].cues);
		if (due)
			CHECK(line.s, ug_runner_asks_plain(runner, line,
			    record.in_at, false, &due) == UNGARBLE_OK);
		CHECK(line.s, due == (asked[i].out != NULL));
		CHECK("learnt", (ug_runner_state(runner) != state) ==
		    asked[i].learns);
		if (!due)
			continue;
		ug_work_init(&work, &ug_alloc_libc);
		ug_work_lend(&work, line, record.in_at);
		CHECK(line.s, ug_runner_run(runner, fixes, scope,
		    &(struct ug_passage){ &record, 1 }, &work, &sure) ==
		    UNGARBLE_OK && ug_text_equal(ug_work_text(&work),
		    (struct ug_text){ asked[i].out, strlen(asked[i].out) }));
		ug_work_free(&work);
	}
	ug_runner_free(runner);
}

/* What asks first in a block knows that it is another one. */
static void
check_plain_blocks(void)
{
	const struct ug_text line = UG_TEXT("Die Tür zum Garten ist offen.\n");
	struct ug_runner *runner;
	uint64_t fixes, states[3];

	CHECK("blocks", ug_fixes_parse("mojibake", &fixes) == UNGARBLE_OK);
	for (unsigned i = 0; i < 3; i++) {
		bool due = true;

		CHECK("blocks", ug_runner_new(&runner, &(struct ug_asker){ 0 },
		    &ug_alloc_libc) == UNGARBLE_OK);
		for (unsigned block = i; block < 6 && due; block += 3 - i) {
			ug_runner_due(runner, fixes, UG_TRAIT_BEYOND, 0);
			CHECK("blocks", ug_runner_asks_plain(runner, line,
			    block * UG_BLOCK_LEN, false, &due) ==
			    UNGARBLE_OK && !due);
			due = true;
		}
		ug_runner_enter(runner, 6 * UG_BLOCK_LEN);
		states[i] = ug_runner_state(runner);
		ug_runner_free(runner);
	}
	/* Lines in 0, 3; in 1, 3, 5; in 2, 3, 4, 5. */
	CHECK("known of the block before", states[0] != states[1] &&
	    states[1] == states[2]);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_no_memory(&rows[6]);
	check_passage();
	check_plain();
	check_plain_blocks();
	return check_done(argv[0]);
}
