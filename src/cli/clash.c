/*
 * clash.c - outputs that are also inputs
 *
 *	ungarble -o notes.txt notes.txt
 *
 * A file is known by its device and number, not by its name.  Left alone: what
 * is no regular file, as a terminal, which may well be both.
 */
#define _XOPEN_SOURCE 700

#include <string.h>
#include <sys/stat.h>

#include "clash.h"
#include "message.h"

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
			return true;
		}
	return false;
}

bool
cli_clash_found(const struct cli_options *options)
{
	const char *report = options->report;
	struct stat a, b;

	if (report != NULL && strcmp(report, "-") == 0)
		report = NULL;
	if (clash_is_input(options, options->output) ||
	    clash_is_input(options, report))
		return true;
	if (report == NULL || options->output == NULL ||
	    (strcmp(report, options->output) != 0 &&
		(stat(report, &a) < 0 || stat(options->output, &b) < 0 ||
		    !cli_clash_same(&a, &b))))
		return false;
	cli_message(report, "is both output and report; nothing was done");
	return true;
}
