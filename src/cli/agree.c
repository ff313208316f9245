/*
 * agree.c - options that do not go together
 */
#include <string.h>

#include "agree.h"
#include "message.h"

/* Whether files may be changed in place as it is asked for. */
static bool
agree_in_place(const struct cli_options *options)
{
	if (options->mode != CLI_REPAIR || options->output != NULL)
		return cli_message_wrong("-i",
		    "goes with no other way of writing",
		    "-o writes elsewhere; --check, --list, --diff, --detect "
		    "and --explain change nothing");
	if (strchr(options->suffix, '/') != NULL)
		return cli_message_wrong("-i", "the suffix names no folder",
		    "the old file is kept beside the new one");
	for (char *const *file = options->files; *file != NULL; file++)
		if (strcmp(*file, "-") == 0)
			return cli_message_wrong("-i",
			    "standard input cannot be changed in place",
			    "name files");
	return true;
}

bool
cli_agree(const struct cli_options *options)
{
	if (options->json && options->mode != CLI_DETECT)
		return cli_message_wrong("--format=json",
		    "goes with --detect alone",
		    "--report=FILE writes what is changed as JSON");
	if (options->apply != NULL && options->mode == CLI_DETECT)
		return cli_message_wrong("--apply",
		    "does not go together with --detect",
		    "--detect repairs nothing");
	return options->suffix == NULL || agree_in_place(options);
}
