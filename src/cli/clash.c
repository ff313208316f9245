/*
 * clash.c - outputs that are also inputs
 *
 *	ungarble -o notes.txt notes.txt
 *
 * A file is known by its device and number, not by its name.  Left alone: what
 * is no regular file, as a terminal, which may well be both.
 */
#define _XOPEN_SOURCE 700

#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#include "clash.h"
#include "message.h"
#include "path.h"
#include "place.h"

/* What a name stands for.  False if it cannot be said. */
static bool
clash_stat(const char *name, struct stat *st)
{
	return strcmp(name, "-") == 0 ? fstat(0, st) == 0 : stat(name, st) == 0;
}

bool
cli_clash_same(const struct stat *a, const struct stat *b)
{
	return S_ISREG(a->st_mode) && a->st_dev == b->st_dev &&
	    a->st_ino == b->st_ino;
}

/* Whether `name`, an option's value, is one of the inputs; says so. */
static bool
clash_is_input(const struct cli_options *options, const char *name)
{
	struct stat output, input;

	if (name == NULL || stat(name, &output) < 0)
		return false;
	for (char *const *file = options->files; *file != NULL; file++)
		if (clash_stat(*file, &input) &&
		    cli_clash_same(&output, &input)) {
			cli_message(name, "is also an input; nothing was done");
			if (name == options->output)
				cli_message(
				    NULL, "-i changes files where they are");
			return true;
		}
	return false;
}

/* Whether `name`, an option's value, is a file of such rows; says so. */
static bool
clash_is_rows(const struct cli_rows *rows, const char *name, const char *what)
{
	struct stat output, file;

	if (name == NULL || stat(name, &output) < 0)
		return false;
	for (size_t i = 0; i < rows->n; i++)
		if (stat(rows->names[i], &file) == 0 &&
		    cli_clash_same(&output, &file)) {
			cli_message(name, what);
			return true;
		}
	return false;
}

static bool
clash_is_read(const struct cli_options *options, const char *name)
{
	const char *apply = options->apply, *plan = options->plan;
	const char *files = options->files0;
	const struct cli_rows applied = { &apply, apply != NULL, NULL, 0 };
	const struct cli_rows planned = { &plan, plan != NULL, NULL, 0 };
	const struct cli_rows listed = { &files, files != NULL, NULL, 0 };

	return clash_is_rows(&applied, name,
		   "is also the report to apply; nothing was done") ||
	    clash_is_rows(&planned, name,
		"is also the plan; nothing was done") ||
	    clash_is_rows(&listed, name,
		"is also the list of files; nothing was done") ||
	    clash_is_rows(&options->lexicon, name,
		   "is also a lexicon; nothing was done") ||
	    clash_is_rows(&options->keep, name,
		"is also a file of --keep; nothing was done");
}

/* The folder that a name is in. */
static bool
clash_folder(const char *name, struct stat *folder)
{
	char path[PATH_MAX];

	return cli_path_folder(name, path, sizeof(path)) &&
	    stat(path, folder) == 0;
}

/* Whether two names mean one file, be it there already or not. */
static bool
clash_one_place(const char *a, const char *b)
{
	struct stat sa, sb;

	if (stat(a, &sa) == 0 && stat(b, &sb) == 0)
		return cli_clash_same(&sa, &sb);
	return clash_folder(a, &sa) && clash_folder(b, &sb) &&
	    sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino &&
	    strcmp(cli_path_base(a), cli_path_base(b)) == 0;
}

/* Whether a name means what the output goes to. */
static bool
clash_is_output(const struct cli_options *options, const char *name)
{
	struct stat a, b;

	if (options->output != NULL)
		return clash_one_place(name, options->output);
	return stat(name, &a) == 0 && fstat(1, &b) == 0 &&
	    cli_clash_same(&a, &b);
}

/* Whether what is written beside the output is something else, too; says so. */
static bool
clash_is_taken(const struct cli_options *options, const char *name,
    const char *what)
{
	if (clash_is_input(options, name) || clash_is_read(options, name))
		return true;
	if (name == NULL || !clash_is_output(options, name))
		return false;
	cli_message(name, what);
	return true;
}

/* Whether a name is one of those that are removed beside new files; says so. */
static bool
clash_is_temp(const char *name)
{
	if (name == NULL || !cli_place_is_temp(name))
		return false;
	cli_message(name,
	    "is named as temporary files are; nothing was done");
	return true;
}

static bool
clash_are_temp(const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (clash_is_temp(names[i]))
			return true;
	return false;
}

/* Whether what is read or written would be removed beside a new file. */
static bool
clash_with_temp(const struct cli_options *options)
{
	if (options->output == NULL && options->suffix == NULL)
		return false;
	for (char *const *file = options->files; *file != NULL; file++)
		if (clash_is_temp(*file))
			return true;
	return clash_is_temp(options->output) ||
	    clash_is_temp(options->report) || clash_is_temp(options->page) ||
	    clash_is_temp(options->apply) || clash_is_temp(options->plan) ||
	    clash_is_temp(options->journal) ||
	    clash_is_temp(options->restore) ||
	    clash_are_temp(options->lexicon.names, options->lexicon.n) ||
	    clash_are_temp(options->keep.names, options->keep.n);
}

/* The name of a file, or NULL: nothing, or standard error. */
static const char *
clash_file(const char *name)
{
	return name != NULL && strcmp(name, "-") != 0 ? name : NULL;
}

/* Whether two of what is written beside the output are one; says so. */
static bool
clash_are_one(const char *a, const char *b, const char *what)
{
	if (a == NULL || b == NULL || !clash_one_place(a, b))
		return false;
	cli_message(a, what);
	return true;
}

bool
cli_clash_found(const struct cli_options *options)
{
	const char *const journal = options->journal;
	const char *const report = clash_file(options->report);
	const char *const page = clash_file(options->page);

	return clash_with_temp(options) ||
	    clash_is_input(options, options->output) ||
	    clash_is_read(options, options->output) ||
	    clash_is_taken(options, report,
		"is both output and report; nothing was done") ||
	    clash_is_taken(options, page,
		"is both output and report; nothing was done") ||
	    clash_is_taken(options, journal,
		"is both output and journal; nothing was done") ||
	    clash_is_taken(options, options->restore,
		"is both output and journal; nothing was done") ||
	    clash_are_one(report, journal,
		"is both report and journal; nothing was done") ||
	    clash_are_one(page, journal,
		"is both report and journal; nothing was done") ||
	    clash_are_one(page, report,
		"is both reports; nothing was done");
}
