/*
 * message_test.c - what is said on standard error, and that it is one write
 */
#define _XOPEN_SOURCE 700

#include "cli/message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "check.h"
#include "heard.h"

static void
check_words(void)
{
	heard_start();
	cli_message("a\x1B[0m\xFF", "what");
	cli_message(NULL, "what");
	cli_message_line("a", 12, "what");
	cli_message_folder("b");
	CHECK("words", heard_is("ungarble: a\\x1B[0m\\xFF: what\n"
	    "ungarble: what\n"
	    "ungarble: a: line 12: what\n"
	    "ungarble: b: is a directory; -r takes the files in it\n"));
	heard_start();
	(void)cli_message_wrong("a", "what", "do this");
	CHECK("a hint", heard_is("ungarble: a: what\nungarble: do this\n"));
	heard_start();
	CHECK("never good", !cli_message_wrong(NULL, "what", "do this"));
	(void)heard();
	CHECK("standard input", strcmp(cli_message_input("-"),
	    "standard input") == 0 &&
	    strcmp(cli_message_input("--"), "--") == 0 &&
	    strcmp(cli_message_input(""), "") == 0);
}

/* In lower case, but for what is not one word in it. */
static void
check_errno(int error)
{
	char wanted[256];
	const char *const said = strerror(error);
	const bool lower = said[0] >= 'A' && said[0] <= 'Z' &&
	    (said[1] < 'A' || said[1] > 'Z');

	(void)snprintf(wanted, sizeof(wanted), "ungarble: a: %c%s\n",
	    lower ? said[0] + 32 : said[0], said + 1);
	heard_start();
	cli_message_errno("a", error);
	CHECK(said, heard_is(wanted));
}

/* A message is not torn; a plain line is what it is. */
static void
check_writes(void)
{
	static const char wanted[] = "ungarble: a: 1 of 2\n";
	const int saved = dup(STDERR_FILENO);
	char got[64];
	struct cli_out *out;
	int ends[2];

	if (!CHECK("ends", socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) == 0))
		return;
	(void)dup2(ends[1], STDERR_FILENO);
	out = cli_message_start("a");
	cli_out_number(out, 1);
	cli_out_string(out, " of ");
	cli_out_number(out, 2);
	cli_message_end();
	out = cli_message_plain();
	cli_out_string(out, "plain");
	cli_message_flush();
	(void)dup2(saved, STDERR_FILENO);
	(void)close(saved);
	CHECK("one write", recv(ends[0], got, sizeof(got), MSG_DONTWAIT) ==
	    sizeof(wanted) - 1 && memcmp(got, wanted, sizeof(wanted) - 1) == 0);
	CHECK("plain", recv(ends[0], got, sizeof(got), MSG_DONTWAIT) == 5 &&
	    memcmp(got, "plain", 5) == 0);
	CHECK("no more", recv(ends[0], got, sizeof(got), MSG_DONTWAIT) < 0);
	(void)close(ends[0]);
	(void)close(ends[1]);
}

/* Where it cannot be said, what follows is said all the same. */
static void
check_lost(void)
{
	const int saved = dup(STDERR_FILENO);

	(void)close(STDERR_FILENO);
	cli_message("a", "lost");
	(void)dup2(saved, STDERR_FILENO);
	(void)close(saved);
	heard_start();
	cli_message("a", "there");
	CHECK("there", heard_is("ungarble: a: there\n"));
}

int
main(void)
{
	check_words();
	for (int error = 1; error < 134; error++)
		check_errno(error);
	heard_start();
	cli_message_errno("a", ENOENT);
	CHECK("an error", heard_is("ungarble: a: no such file or directory\n"));
	check_writes();
	check_lost();
	return check_done("message_test");
}
