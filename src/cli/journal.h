/*
 * journal.h - --journal: what it takes to restore the inputs
 */
#ifndef CLI_JOURNAL_H
#define CLI_JOURNAL_H

#include <stdbool.h>

#include "io.h"

#include "ungarble_journal.h"

/* Start from CLI_JOURNAL_NONE. */
struct cli_journal {
	struct cli_out out;         /* its fd is -1 if there is none */
	struct ungarble_journal *section; /* that is open, or NULL */
	uint64_t at;                /* bytes of all sections, with that one */
	uint64_t section_at;        /* where it starts */
	enum ungarble_err err;      /* but out.error; sticks */
};

#define CLI_JOURNAL_NONE { .out.fd = -1 }

/*
 * Open the journal `name` and lock it for this run.  One that is there and not
 * empty is refused, or if `append` checked and gone on with.  Waits for another
 * run that has it locked.  False if it cannot be done, with a message.
 */
bool cli_journal_open(struct cli_journal *journal, const char *name,
    bool append);

/* Start the section of an input.  False if it failed. */
bool cli_journal_start(struct cli_journal *journal, const char *input);

void cli_journal_piece(struct cli_journal *journal,
    const struct ungarble_piece *piece);

/* Write all that it takes to restore what came so far.  False if it failed. */
bool cli_journal_flush(struct cli_journal *journal);

/* End the section, if one is open.  False if it failed. */
bool cli_journal_end(struct cli_journal *journal);

/* The same, and have all on the disk. */
bool cli_journal_sync(struct cli_journal *journal);

/* Take back the section, if one is open, as if it had not been started. */
void cli_journal_drop(struct cli_journal *journal);

bool cli_journal_failed(const struct cli_journal *journal);

/* End it, have it on the disk and close it.  False with a message if not. */
bool cli_journal_close(struct cli_journal *journal);

#endif /* CLI_JOURNAL_H */
