/*
 * files.h - each input through a stream of its own
 */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "html.h"
#include "journal.h"
#include "notice.h"
#include "options.h"
#include "plan.h"
#include "stats.h"

/* What the inputs came to, taken together. */
struct cli_job {
	const struct cli_options *options;
	struct cli_out *out;      /* repaired text, or what is shown instead */
	struct cli_out *report;   /* its fd is -1 if there is none */
	struct cli_out *page;     /* of --report-html; the same */
	struct cli_html *html;    /* what is written there; NULL */
	struct cli_apply *apply;  /* NULL: all edits are made */
	struct cli_plan plan;     /* if options->plan names one */
	struct cli_journal *journal; /* its out.fd is -1 if there is none */
	bool changed;             /* something did, or would */
	bool trouble;             /* with some input; it was told */
	bool refused;             /* --invalid=fail met some */
	uint64_t n_words;         /* edits */
	uint64_t n_invalid;       /* malformed sequences */
	const char *invalid_file; /* the first of them */
	uint64_t invalid_at;
	uint64_t n_skipped;       /* inputs that are no text */
	uint64_t n_untold;        /* of those: -r found them, nobody was told */
	struct cli_found spun, invisible;
	struct cli_found broken;  /* records that have no fields */
	uint64_t paths_found;     /* of --jsonl, a bit each, or all bits */
	bool any;                 /* bytes were read */
	struct cli_stats stats;   /* with --stats */
	char *kept[4];            /* names that these have, if -r found them */
};

/*
 * Run all inputs.  What is wrong with one is told, and the next is taken; an
 * error of an output ends it, and is for who closes it to tell.
 */
void cli_files_run(struct cli_job *job);

/* Release what the job holds of names. */
void cli_files_free(struct cli_job *job);

#endif /* CLI_FILES_H */
