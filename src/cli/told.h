/*
 * told.h - what the library tells of an input goes where it is wanted
 */
#ifndef CLI_TOLD_H
#define CLI_TOLD_H

#include "detected.h"
#include "files.h"
#include "in_place.h"
#include "json.h"
#include "source.h"

/* One input on its way. */
struct cli_one {
	struct cli_job *job;
	const char *name;
	struct cli_in_place *in_place; /* NULL: text goes to job->out */
	bool found;   /* by -r, not named */
	bool skipped; /* it is no text */
	struct cli_source source;
	struct cli_totals totals;
	uint64_t in_done; /* of totals.in_len, in the spans told of */
	uint64_t differs_from, differs_to; /* what may have changed, of what
	                                    * no span was told of yet */
	bool settled; /* nothing more is asked about it */
	char mark[2]; /* --line-buffered: its first bytes, as far as read */
	bool wide;    /* a byte 0A is no line end */
	struct cli_detected detected;
};

/* What becomes of an input that is no text. */
enum cli_binary cli_told_binary(const struct cli_one *one);

/* How an input is read, with callbacks whose user is `one`. */
struct ungarble_options cli_told_options(struct cli_one *one);

/*
 * Write what all outputs hold, journal and report first.  False if one failed.
 */
bool cli_job_flush(struct cli_job *job);

/* Whether any of them failed. */
bool cli_job_out_failed(const struct cli_job *job);

#endif /* CLI_TOLD_H */
