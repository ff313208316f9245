/*
 * message.c - what is said on stderr
 *
 *	ungarble: notes.txt: permission denied
 *
 * A message is one write, so that it is not torn apart by another program's.
 * That stderr itself fails is told by the exit status alone.
 */
#include <string.h>

#include "message.h"
#include "printable.h"
#include "progress.h"

static struct cli_out message_out = { .fd = 2, .name = "standard error" };

struct cli_out *
cli_message_plain(void)
{
	cli_progress_clear();
	return &message_out;
}

void
cli_message_flush(void)
{
	(void)cli_out_flush(&message_out);
	message_out.error = 0;
}

struct cli_out *
cli_message_start(const char *name)
{
	cli_progress_clear();
	cli_out_string(&message_out, "ungarble: ");
	if (name != NULL) {
		cli_out_masked(&message_out, name, strlen(name), false);
		cli_out_string(&message_out, ": ");
	}
	return &message_out;
}

void
cli_message_end(void)
{
	cli_out_string(&message_out, "\n");
	cli_message_flush();
}

void
cli_message(const char *name, const char *what)
{
	cli_out_string(cli_message_start(name), what);
	cli_message_end();
}

void
cli_message_line(const char *name, uint64_t line, const char *what)
{
	struct cli_out *const out = cli_message_start(name);

	cli_out_string(out, "line ");
	cli_out_number(out, line);
	cli_out_string(out, ": ");
	cli_out_string(out, what);
	cli_message_end();
}

bool
cli_message_wrong(const char *name, const char *what, const char *hint)
{
	cli_message(name, what);
	cli_message(NULL, hint);
	return false;
}

static bool
message_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

void
cli_message_errno(const char *name, int error)
{
	const char *what = strerror(error);
	struct cli_out *out = cli_message_start(name);
	char first = what[0];

	/* "No such file" but "RPC failed" */
	if (message_is_upper(first) && !message_is_upper(what[1]))
		first = (char)(first - 'A' + 'a');
	if (first != '\0') {
		cli_out_add(out, &first, 1);
		cli_out_string(out, what + 1);
	}
	cli_message_end();
}

void
cli_message_folder(const char *name)
{
	cli_message(name, "is a directory; -r takes the files in it");
}

const char *
cli_message_input(const char *name)
{
	return strcmp(name, "-") == 0 ? "standard input" : name;
}
