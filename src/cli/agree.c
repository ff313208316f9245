/*
 * agree.c - options that do not go together
 */
#define _XOPEN_SOURCE 700

#include <string.h>
#include <unistd.h>

#include "agree.h"
#include "message.h"

/* Whether what is attached to -i, or not, is likely meant so. */
static bool
agree_suffix(const struct cli_options *options)
{
	const char *const suffix = options->suffix;
	const char *const file = options->files[0];
	struct cli_out *out;

	if (suffix[0] != '\0' && suffix[strspn(suffix, "rzqv")] == '\0') {
		out = cli_message_start("-i");
		cli_out_string(out, suffix);
		cli_out_string(out, " is taken for the suffix of old files");
		cli_message_end();
		out = cli_message_start(NULL);
		cli_out_string(out, "-");
		cli_out_string(out, suffix);
		cli_out_string(out, "i has all these options");
		cli_message_end();
		return false;
	}
	if (suffix[0] == '\0' && options->named && file[0] == '.' &&
	    file[1] != '\0' && strchr(file, '/') == NULL &&
	    options->files[1] != NULL && access(file, F_OK) != 0)
		return cli_message_wrong(file, "no such file; nothing was done",
		    "a suffix of old files is attached: -i.bak");
	return true;
}

/* Whether files may be changed in place as it is asked for. */
static bool
agree_in_place(const struct cli_options *options)
{
	if (options->mode != CLI_REPAIR || options->output != NULL)
		return cli_message_wrong("-i",
		    "goes with no other way of writing",
		    "-o writes elsewhere; --check, --list, --diff, --detect "
		    "and --explain change nothing");
	if (!agree_suffix(options))
		return false;
	if (strchr(options->suffix, '/') != NULL)
		return cli_message_wrong("-i", "the suffix names no folder",
		    "the old file is kept beside the new one");
	if (options->restore != NULL && !options->named)
		return true; /* the journal names them */
	if (options->recursive && !options->named && options->files0 == NULL)
		return cli_message_wrong("-i", "what is changed must be named",
		    ". is the folder where you are");
	if (options->files0 != NULL)
		return true; /* whoever reads it looks */
	for (char *const *file = options->files; *file != NULL; file++)
		if (strcmp(*file, "-") == 0)
			return cli_message_wrong("-i",
			    "standard input cannot be changed in place",
			    "name the files: ungarble -i notes.txt");
	return true;
}

/* Whether something is asked for that is done to text. */
static bool
agree_repairs(const struct cli_options *options)
{
	for (size_t i = 0; i < CLI_N_TIDIES; i++)
		if (options->tidies[i] != NULL)
			return true;
	return options->recursive || options->unpack || options->stats ||
	    options->files0 != NULL ||
	    options->fields != UNGARBLE_FIELDS_NONE ||
	    options->journal != NULL || options->report != NULL ||
	    options->page != NULL ||
	    options->apply != NULL || options->from != NULL ||
	    options->fallback != NULL || options->languages != NULL ||
	    options->declared != NULL || options->fixes != NULL ||
	    options->lexicon.n > 0 || options->keep.n > 0 ||
	    options->confidence != 0 || options->no_memory ||
	    options->line_buffered || options->exit_code || options->strict ||
	    options->scope != UNGARBLE_SCOPE_RECORD ||
	    options->invalid != UNGARBLE_INVALID_REPLACE ||
	    options->binary != CLI_BINARY_PASS;
}

/* Whether something is written that can be undone, or undoes. */
static bool
agree_journal(const struct cli_options *options)
{
	const char *const option = options->journal != NULL ? "--journal"
							    : "--restore";

	if (options->unpack && options->journal != NULL)
		return cli_message_wrong("--journal",
		    "does not go together with -z",
		    "it brings back text, not the archive it was in");
	if (options->mode != CLI_REPAIR)
		return cli_message_wrong(option,
		    "goes with what writes text alone",
		    "--check, --list, --detect and --explain change nothing");
	if (strcmp(options->journal != NULL ? options->journal
					    : options->restore,
		"-") == 0)
		return cli_message_wrong(option, "needs a file",
		    "./- is one of that name");
	if (options->restore != NULL && agree_repairs(options))
		return cli_message_wrong("--restore",
		    "goes with nothing that reads or repairs text",
		    "it brings back what was there before");
	return true;
}

/* Whether what is read is told in one way. */
static bool
agree_files(const struct cli_options *options)
{
	if (!options->recursive &&
	    (options->follow || options->include.n > 0 ||
		options->exclude.n > 0))
		return cli_message_wrong(options->follow ? "--follow"
			: options->include.n > 0         ? "--include"
							 : "--exclude",
		    "goes with -r", "FILEs that are named are taken anyhow");
	if (options->files0 != NULL && options->named)
		return cli_message_wrong("--files0-from",
		    "does not go together with FILEs",
		    "ask for one at a time");
	return true;
}

/* Whether a part of a file may be written as it is asked for. */
static bool
agree_shard(const struct cli_options *options)
{
	if ((options->fields == UNGARBLE_FIELDS_CSV ||
	    options->fields == UNGARBLE_FIELDS_TSV) &&
	    options->mode == CLI_REPAIR && options->plan == NULL)
		return cli_message_wrong("--shard",
		    "needs a plan with --csv and --tsv",
		    "where a row starts depends on all before it; --plan-out "
		    "makes a plan, --plan takes it");
	if ((options->mode != CLI_REPAIR && options->mode != CLI_PLAN) ||
	    options->suffix != NULL || options->journal != NULL ||
	    options->restore != NULL || options->apply != NULL ||
	    options->page != NULL || options->exit_code ||
	    options->line_buffered || options->unpack || options->recursive ||
	    options->files0 != NULL)
		return cli_message_wrong("--shard",
		    "goes with writing and --report alone",
		    "join the parts, and ask for the rest then");
	if (options->files[0] == NULL || options->files[1] != NULL)
		return cli_message_wrong("--shard", "goes with one file",
		    "cut each file on its own");
	return true;
}

/* Whether a plan is made, or taken, as it can be. */
static bool
agree_plan(const struct cli_options *options)
{
	const bool makes = options->mode == CLI_PLAN;

	if (options->n_shards == 0)
		return cli_message_wrong(makes ? "--plan-out" : "--plan",
		    "goes with --shard",
		    "--shard=16 says how many there are, --shard=1/16 which "
		    "one it is");
	if (makes && options->shard != 0)
		return cli_message_wrong("--plan-out",
		    "is for all shards, not for one",
		    "--shard=16 says how many there are");
	if (makes && (options->output != NULL || options->report != NULL ||
	    options->plan != NULL))
		return cli_message_wrong("--plan-out", "writes a plan alone",
		    "the shards write text, with --plan");
	return true;
}

/* Whether what is said of rows, and of archives, is of any. */
static bool
agree_forms(const struct cli_options *options)
{
	const bool rows = options->fields == UNGARBLE_FIELDS_CSV ||
	    options->fields == UNGARBLE_FIELDS_TSV;

	if (!rows && (options->delimiter != '\0' || options->no_header))
		return cli_message_wrong(
		    options->no_header ? "--no-header" : "--delim",
		    "goes with --csv or --tsv",
		    "text that has no rows is not cut into values");
	if (options->expand_asked && !options->unpack)
		return cli_message_wrong("--max-expand", "goes with -z",
		    "nothing else makes a file larger");
	return true;
}

/* Whether one of them at most is written to standard error. */
static bool
agree_stderr(const struct cli_options *options)
{
	const bool report =
	    options->report != NULL && strcmp(options->report, "-") == 0;
	const bool page =
	    options->page != NULL && strcmp(options->page, "-") == 0;

	if (options->progress == CLI_PROGRESS_ALWAYS && (report || page))
		return cli_message_wrong("--progress", report
			? "does not go together with --report=-"
			: "does not go together with --report-html=-",
		    "both would be written to standard error");
	if (report && page)
		return cli_message_wrong("--report-html=-",
		    "does not go together with --report=-",
		    "one of them goes to a file");
	return true;
}

bool
cli_agree(const struct cli_options *options)
{
	if (!agree_files(options) || !agree_forms(options))
		return false;
	if (options->n_shards > 0 && !agree_shard(options))
		return false;
	if ((options->plan != NULL || options->mode == CLI_PLAN) &&
	    !agree_plan(options))
		return false;
	if (options->n_shards > 0 && options->shard == 0 &&
	    options->mode != CLI_PLAN)
		return cli_message_wrong("--shard", "which one?",
		    "--shard=1/16 is the first of 16");
	if (options->json && options->mode != CLI_DETECT)
		return cli_message_wrong("--format=json",
		    "goes with --detect alone",
		    "--report=FILE writes what is changed as JSON");
	if (!agree_stderr(options))
		return false;
	if (options->apply != NULL && options->mode == CLI_DETECT)
		return cli_message_wrong("--apply",
		    "does not go together with --detect",
		    "--detect repairs nothing");
	if ((options->journal != NULL || options->restore != NULL) &&
	    !agree_journal(options))
		return false;
	if (options->break_links && options->suffix == NULL)
		return cli_message_wrong("--break-links", "goes with -i",
		    "it is the file's other names that -i leaves the old text");
	return options->suffix == NULL || agree_in_place(options);
}
