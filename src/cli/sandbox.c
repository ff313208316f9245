/*
 * sandbox.c - --sandbox: what the program can still do while it reads text
 *
 * What is refused from then on fails with an errno, and nothing crashes.
 */
#include <string.h>

#include "sandbox.h"
#include "landlock.h"
#include "message.h"
#include "seccomp.h"

static enum cli_sandbox_when sandbox_wanted;

void
cli_sandbox_set(enum cli_sandbox_when when)
{
	sandbox_wanted = when;
}

#ifndef CLI_SANDBOX_NONE
/* Whether all that is read and written is open. */
static bool
sandbox_all_open(const struct cli_options *options)
{
	for (char *const *file = options->files; *file != NULL; file++)
		if (strcmp(*file, "-") != 0)
			return false;
	return options->output == NULL && options->suffix == NULL &&
	    options->restore == NULL;
}

static bool
sandbox_confine(const struct cli_options *options)
{
	/* What is restored in place is told by the journal. */
	if (options->restore != NULL && options->suffix != NULL)
		return false;
	if (options->follow)
		return false; /* links may lead anywhere */
	return (sandbox_all_open(options) &&
		cli_seccomp_enter(options->threads > 1)) ||
	    cli_landlock_enter(options);
}
#else
/* What measures coverage, or looks for faults, opens files of its own. */
static bool
sandbox_confine(const struct cli_options *options)
{
	(void)options;
	return false;
}
#endif

bool
cli_sandbox_enter(const struct cli_options *options)
{
	if (sandbox_wanted == CLI_SANDBOX_OFF || sandbox_confine(options) ||
	    sandbox_wanted == CLI_SANDBOX_AUTO)
		return true;
	if (options->restore != NULL && options->suffix != NULL)
		return cli_message_wrong("--sandbox=on",
		    "does not go together with --restore -i",
		    "the journal tells which files are changed");
	if (options->follow)
		return cli_message_wrong("--sandbox=on",
		    "does not go together with --follow",
		    "links may lead anywhere");
	return cli_message_wrong("--sandbox=on",
	    "neither the system nor this build has a means for it",
	    "--sandbox=auto goes on without where that is so");
}
