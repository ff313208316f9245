/*
 * runner.h - runs passes over a text until nothing changes, or leaves it alone
 */
#ifndef UG_RUNNER_H
#define UG_RUNNER_H

#include "edit/pass.h"
#include "edit/work.h"

struct ug_keep;
struct ug_runner;

/* Who is asked about edits; see ungarble_options.ask.  NULL: apply all. */
struct ug_asker {
	enum ungarble_answer (*ask)(void *user, const struct ungarble_edit *e);
	void *user;
};

/* The records, at least one, that a work's text is made of. */
struct ug_passage {
	const struct ug_record *records;
	size_t n;
};

UG_CHECK enum ungarble_err ug_runner_new(struct ug_runner **runner,
    const struct ug_asker *asker, const struct ug_alloc *alloc);
void ug_runner_free(struct ug_runner *runner);

/* Let no edit touch what is kept; NULL: nothing is.  It outlives the runner. */
void ug_runner_keep(struct ug_runner *runner, struct ug_keep *keep);

/* Let no edit insert one of these characters of ASCII; NULL: any may be. */
void ug_runner_never(struct ug_runner *runner, const char *never);

/*
 * Repair `work` with the passes whose bit is set in `fixes` (bit i:
 * ug_passes[i]) to a fixed point; where none is reached it is left as it was.
 * What scope says of rounds, scratch, looks and codings is the runner's.
 *
 * *sure is cleared if what was edited, or left, rested on the stream's memory.
 * ENOMEM, ESTOPPED.
 */
UG_CHECK enum ungarble_err ug_runner_run(struct ug_runner *runner,
    uint64_t fixes, struct ug_scope scope, const struct ug_passage *passage,
    struct ug_work *work, bool *sure);

/*
 * Whether a run on a text of these traits and cues (of traits.h, glance.h) may
 * do anything; if so they need not be found out by the run that comes next.
 */
bool ug_runner_due(struct ug_runner *runner, uint64_t fixes, unsigned traits,
    unsigned cues);

/* Just that: the run that comes next need not be on it. */
bool ug_runner_may_find(struct ug_runner *runner, uint64_t fixes,
    unsigned traits, unsigned cues);

/*
 * So much of a record that starts at byte `in_at`, but not where the stream
 * does: *due becomes false if passes find nothing in it since it is plain.  No
 * run comes next then.  `alone` as of ug_plain_is().  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_runner_asks_plain(struct ug_runner *runner,
    struct ug_text line, uint64_t in_at, bool alone, bool *due);

/* Whether there are notes of the last run. */
bool ug_runner_noted(const struct ug_runner *runner);

/*
 * Know of the stream what is known now; and go back to that, if no block was
 * entered since.
 */
void ug_runner_set_mark(struct ug_runner *runner);
void ug_runner_go_back(struct ug_runner *runner);

/*
 * Tell `memory` the notes of the last run and the rules it applied; only for
 * runs that were sure.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_runner_remember(const struct ug_runner *runner,
    const struct ug_work *work, struct ug_memory *memory);

/* A record that starts at byte `in_at` comes next. */
void ug_runner_enter(struct ug_runner *runner, uint64_t in_at);

/* A number for what is known of the stream. */
uint64_t ug_runner_state(const struct ug_runner *runner);

#endif /* UG_RUNNER_H */
