/*
 * sandbox.h - --sandbox: what the program can still do while it reads text
 *
 * Where nothing but standard input is read, and what is written is open by
 * then, no file can be opened any more (seccomp, or else Landlock).  Where
 * files are named, these can be read, and files be made and moved in the
 * folders of -o and -i alone (Landlock).  The library never confines its
 * caller.
 */
#ifndef CLI_SANDBOX_H
#define CLI_SANDBOX_H

#include <stdbool.h>

#include "options.h"

enum cli_sandbox_when {
	CLI_SANDBOX_AUTO = 0,
	CLI_SANDBOX_ON,
	CLI_SANDBOX_OFF
};

/* What --sandbox asks for. */
void cli_sandbox_set(enum cli_sandbox_when when);

/*
 * Give up what is not needed from here on: all that is not opened by
 * cli_files_run() is open.  Where the system or the build has no means, `auto`
 * goes on without; `on` does not: false, with a message.
 */
bool cli_sandbox_enter(const struct cli_options *options);

#endif /* CLI_SANDBOX_H */
