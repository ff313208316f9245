/*
 * message.h - what is said on stderr
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "io.h"

/*
 * Say "ungarble: NAME: what happened", unprintable bytes of the name masked.
 * `name` may be NULL.
 */
void cli_message(const char *name, const char *what);

/* The same, for an errno: its text in lower case. */
void cli_message_errno(const char *name, int error);

/* The same, of a line of a file that is named so. */
void cli_message_line(const char *name, uint64_t line, const char *what);

/* In two lines, what is wrong and what to do.  False. */
bool cli_message_wrong(const char *name, const char *what, const char *hint);

/* What is said of a folder where a file is wanted. */
void cli_message_folder(const char *name);

/*
 * A message of several parts: add to what cli_message_start() returns, then
 * cli_message_end().
 */
struct cli_out *cli_message_start(const char *name);
void cli_message_end(void);

/* The same for a line that is no message: add to it, then flush. */
struct cli_out *cli_message_plain(void);
void cli_message_flush(void);

/* How messages call an input: "standard input" for "-". */
const char *cli_message_input(const char *name);

#endif /* CLI_MESSAGE_H */
