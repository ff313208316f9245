/*
 * retell_test.c - what one output kept and another tells is what is told if
 * nothing is kept: spans, edits, findings, pieces and text, in their order
 */
#include "output/retell.h"

#include <stdlib.h>

#include "check.h"
#include "failing.h"
#include "side.h"

#define ACTS 400
#define SOME 80 /* of them */

struct trial {
	struct act acts[ACTS];
	struct bytes in, copy; /* of that, for who keeps */
	struct side direct, keeps, tells;
};

static int
keep_edit(void *user, const struct ungarble_edit *edit)
{
	return ug_told_add_edit(&((struct trial *)user)->keeps.told, edit) !=
	    UNGARBLE_OK;
}

/* Who keeps counts its records from its start on, and its input is gone. */
static enum ungarble_err
keep_full(void *user, struct ug_buf *kept)
{
	struct trial *const trial = user;
	enum ungarble_err err;

	CHECK("something is kept", kept->len > 0);
	memset(trial->copy.s, '?', trial->copy.len);
	err = ug_retell(&(struct ug_retold){ &trial->tells.out, SIDE_AHEAD,
	    trial->in.s + SIDE_LEAD, SIDE_LEAD }, kept);
	memcpy(trial->copy.s, trial->in.s, trial->copy.len);
	/* As a queue does, which takes it. */
	ug_buf_free(kept);
	return err;
}

/* `text`: it is wanted, not just told of. */
static void
trial_start(struct trial *trial, bool pieces, bool text)
{
	struct side *const keeps = &trial->keeps;

	side_init(&trial->direct, &trial->in, pieces);
	side_init(&trial->tells, &trial->in, pieces);
	side_init(keeps, &trial->copy, pieces);
	CHECK("lead", side_lead(&trial->direct) == UNGARBLE_OK &&
	    side_lead(&trial->tells) == UNGARBLE_OK &&
	    trial->direct.in_at == SIDE_LEAD);
	if (!text)
		trial->direct.opts.write = trial->tells.opts.write = NULL;
	keeps->in_at = SIDE_LEAD;
	keeps->opts.edit = keep_edit;
	keeps->opts.user = trial;
	keeps->out.told = &keeps->told;
	keeps->told = (struct ug_told){
		.full = keep_full, .user = trial, .wants_text = text || pieces,
		.wants_pieces = pieces, .kept.alloc = &ug_alloc_libc, .on = 1,
	};
}

static void
trial_make(struct trial *trial, uint64_t seed)
{
	*trial = (struct trial){ .in = { NULL, 0, 0 } };
	for (size_t i = 0; i < SIDE_AHEAD; i++)
		bytes_string(&trial->in, "has ten...");
	for (size_t i = 0; i < ACTS; i++)
		trial->acts[i] = act_draw(i > 0 ? &trial->acts[i - 1] : NULL,
		    &trial->in, &seed);
	bytes_add(&trial->copy, trial->in.s, trial->in.len);
}

static enum ungarble_err
trial_run(const struct trial *trial, struct side *side)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < ACTS && err == UNGARBLE_OK; i++)
		err = side_do(side, &trial->acts[i]);
	CHECK("all of it", err != UNGARBLE_OK || side->in_at == trial->in.len);
	return err;
}

/* Run it both ways. */
static void
trial_do(struct trial *trial)
{
	struct side *const keeps = &trial->keeps;

	trial->direct.run.err = trial_run(trial, &trial->direct);
	if (trial->direct.run.err == UNGARBLE_OK)
		trial->direct.run.err = ug_output_end(&trial->direct.out);
	trial->tells.run.err = trial_run(trial, keeps);
	if (trial->tells.run.err == UNGARBLE_OK)
		trial->tells.run.err = ug_told_flush(&keeps->told);
	if (trial->tells.run.err == UNGARBLE_OK)
		trial->tells.run.err = ug_output_end(&trial->tells.out);
}

static void
trial_end(struct trial *trial)
{
	side_free(&trial->direct);
	side_free(&trial->keeps);
	side_free(&trial->tells);
}

static void
check_same(struct trial *trial, uint64_t seed)
{
	const bool pieces = seed % 2 == 0;

	trial_start(trial, pieces, seed % 3 != 0);
	trial_do(trial);
	CHECK("no trouble", trial->tells.run.err == UNGARBLE_OK);
	if (!CHECK("the same", run_equal(&trial->tells.run,
	    &trial->direct.run)))
		fprintf(stderr, "\tseed %u\n", (unsigned)seed);
	CHECK("pieces", !pieces || (seed % 3 != 0 ?
	    run_is_whole(&trial->tells.run, trial->in.s, trial->in.len) :
	    bytes_equal(&trial->tells.run.pieces_in,
	    &trial->direct.run.pieces_in)));
	CHECK("what was kept is gone", trial->keeps.told.kept.len == 0);
	trial_end(trial);
}

/* Whoever stops is asked no more, and no later than if nothing is kept. */
static void
check_stops(struct trial *trial)
{
	for (int call = SIDE_WRITE; call < SIDE_CALLS; call++)
		for (unsigned left = 1; left < 40; left += 3) {
			trial_start(trial, call == SIDE_PIECE, true);
			trial->direct.stops = (enum side_call)call;
			trial->tells.stops = (enum side_call)call;
			trial->direct.left = trial->tells.left = left;
			trial_do(trial);
			CHECK("stopped", trial->tells.run.err ==
			    UNGARBLE_ESTOPPED);
			CHECK("stopped: once", trial->tells.left == 0);
			/* Text may be written together. */
			if (call != SIDE_WRITE)
				CHECK("stopped: the same", run_equal(
				    &trial->tells.run, &trial->direct.run));
			trial_end(trial);
		}
}

/* Nothing is kept before it is on. */
static void
check_off(struct trial *trial)
{
	trial_start(trial, false, true);
	trial->keeps.told.on = false;
	CHECK("off", trial_run(trial, &trial->keeps) == UNGARBLE_OK &&
	    trial->keeps.told.kept.len == 0);
	trial_end(trial);
}

/* Some acts, of each what is kept is handed on. */
static enum ungarble_err
trial_some(struct trial *trial)
{
	struct side *const keeps = &trial->keeps;
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t i = 0; i < SOME && err == UNGARBLE_OK; i++) {
		err = side_do(keeps, &trial->acts[i]);
		if (err == UNGARBLE_OK)
			err = ug_told_flush(&keeps->told);
	}
	return err;
}

/* As far as there is memory. */
static void
check_memory(struct trial *trial, bool pieces)
{
	bool failed = true;

	for (long left = 0; failed && left < 1000; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		enum ungarble_err err;

		trial_start(trial, pieces, true);
		trial->keeps.told.kept.alloc = &alloc;
		err = trial_some(trial);
		failed = memory.failed;
		/* Of an edit it is the caller of edit() who knows why. */
		CHECK("memory", failed ? err == UNGARBLE_ENOMEM ||
		    err == UNGARBLE_ESTOPPED : err == UNGARBLE_OK);
		ug_buf_free(&trial->keeps.told.kept);
		CHECK("memory: none is left", memory.live == 0);
		trial_end(trial);
	}
	CHECK("memory is found", !failed);
}

/* What is alike takes little room, however much it is. */
static void
check_room(void)
{
	const struct act alike[] = { { .what = PUT, .n = 1 },
		{ .what = PUT, .n = 1, .way = 1 },
		{ .what = PUT, .n = 1, .way = 2 } };
	struct trial trial = { .in = { NULL, 0, 0 } };

	bytes_string(&trial.in, "one line, of which there is nothing else\n");
	bytes_add(&trial.copy, trial.in.s, trial.in.len);
	for (size_t i = 0; i < sizeof(alike) / sizeof(*alike); i++) {
		struct side *const keeps = &trial.keeps;
		size_t len;

		side_init(keeps, &trial.copy, false);
		keeps->opts.edit = NULL;
		keeps->out.told = &keeps->told;
		keeps->told = (struct ug_told){ .on = true,
			.kept.alloc = &ug_alloc_libc };
		for (unsigned n = 0; n < 2; n++)
			CHECK("room", side_do(keeps, &alike[i]) ==
			    UNGARBLE_OK);
		len = keeps->told.kept.len;
		for (unsigned n = 0; n < 50; n++)
			CHECK("room", side_do(keeps, &alike[i]) ==
			    UNGARBLE_OK);
		CHECK("alike: no more room", keeps->told.kept.len == len);
		/* Nor does text that nobody wants, or that stays, take any. */
		keeps->in_at = 0;
		len = keeps->told.kept.len;
		CHECK("a stretch", ug_output_pass(&keeps->out,
		    &(struct ug_stretch){ .bytes = (const unsigned char *)
		    trial.copy.s, .len = trial.copy.len, .n = 1,
		    .plain = trial.copy.len }) == UNGARBLE_OK);
		CHECK("a stretch: little room", keeps->told.kept.len - len <
		    sizeof(struct ug_told_event) + sizeof(struct ug_stretch) +
		    sizeof(struct ug_verdict) + 4 * UG_TOLD_ALIGN);
		/* It was ASCII, and belongs to any span. */
		CHECK("the span goes on", ug_output_may_pass_text(&keeps->out,
		    (struct ug_verdict){ .encoding = &ug_windows_1252 }) ==
		    (alike[i].way == 2));
		side_free(keeps);
	}
	bytes_free(&trial.in);
	bytes_free(&trial.copy);
}

int
main(int argc, char *argv[])
{
	static struct trial trial;

	(void)argc;
	for (uint64_t seed = 1; seed <= 60; seed++) {
		trial_make(&trial, seed);
		check_same(&trial, seed);
		if (seed == 1) {
			check_stops(&trial);
			check_off(&trial);
			check_memory(&trial, false);
			check_memory(&trial, true);
		}
		bytes_free(&trial.in);
		bytes_free(&trial.copy);
	}
	check_room();
	return check_done(argv[0]);
}
