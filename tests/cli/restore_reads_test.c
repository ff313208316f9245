/*
 * restore_reads_test.c - a journal or a text that cannot be read to its end
 */
#define _XOPEN_SOURCE 700

#include "cli/restore.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "folder.h"
#include "heard.h"
#include "journal_made.h"
#include "unread.h"

#define ONE "caf\xC3\x83\xC2\xA9 one\n"
#define ONE_TEXT "caf\xC3\xA9 one\n"

static struct cli_out out;

/* Whether it is that, and what comes of it where a file was begun. */
static bool
told(const char *said, const char *why)
{
	const size_t len = strlen(why);

	return strncmp(said, why, len) == 0 && (said[len] == '\0' ||
	    strcmp(said + len, "ungarble: large: left as it is\n") == 0);
}

/*
 * Whatever read fails, of the journal or of a text, it is told of once; and a
 * file is restored, or stays.
 */
static void
check_reads(bool in_place)
{
	static char bytes[2 * CLI_BLOCK + 100], text[2 * CLI_BLOCK + 100];
	char *names[] = { "large", NULL };
	const struct cli_options options = { .restore = "j", .files = names,
		.suffix = in_place ? "" : NULL, .named = in_place };
	const size_t len = sizeof(text) - 1;
	char of_journal[256], of_text[256];
	unsigned n_texts = 0, n_reads = 0;
	bool good = false;

	/* Its first letter is a small one there. */
	(void)snprintf(of_journal, sizeof(of_journal), "ungarble: j: %c%s\n",
	    tolower((unsigned char)*strerror(EIO)), strerror(EIO) + 1);
	(void)snprintf(of_text, sizeof(of_text), "ungarble: large: %c%s\n",
	    tolower((unsigned char)*strerror(EIO)), strerror(EIO) + 1);
	memset(bytes, 'a', sizeof(bytes) - 2);
	memcpy(bytes + 50, ONE, strlen(ONE));
	bytes[sizeof(bytes) - 2] = '\n';
	memcpy(text, bytes, 50);
	memcpy(text + 50, ONE_TEXT, strlen(ONE_TEXT));
	strcpy(text + 50 + strlen(ONE_TEXT), bytes + 50 + strlen(ONE));
	(void)unlink("j");
	journal("large", bytes);
	for (unsigned n = 1; n < 100 && !good; n++) {
		const char *said;
		bool failed;

		folder_put("large", text, strlen(text));
		memset(&out, 0, sizeof(out));
		out.fd = in_place ? -1 : open("out", O_RDWR | O_CREAT |
		    O_TRUNC, 0666);
		heard_start();
		unread_after = n;
		good = in_place ? cli_restore_in_place(&options, &out) :
		    cli_restore_run(&options, &out);
		failed = unread_end();
		said = heard();
		CHECK("told", good ? *said == '\0' :
		    told(said, of_journal) || told(said, of_text));
		CHECK("if it failed", good == !failed);
		n_texts += told(said, of_text);
		n_reads++;
		CHECK("written", in_place || cli_out_close(&out));
		if (in_place)
			CHECK("old or new", folder_has("large", good ? bytes :
			    text));
		else if (good)
			CHECK("all of it", folder_has("out", bytes));
	}
	CHECK("in the end", good && len > CLI_BLOCK);
	/* Three blocks and the end, each looked at before. */
	CHECK("of the text", n_texts == (in_place ? 8 : 4));
	CHECK("of the journal", n_reads - 1 > n_texts);
}

/* A journal that cannot be gone back in restores no file, and says why. */
static void
check_pipe(void)
{
	struct cli_options options = { .restore = "pipe", .suffix = "" };
	static char bytes[4096], name[32], said[256];
	ssize_t len;
	int fds[2], fd;

	(void)unlink("j");
	journal("one", ONE);
	fd = open("j", O_RDONLY);
	len = read(fd, bytes, sizeof(bytes));
	(void)close(fd);
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	CHECK("pipe", pipe(fds) == 0 && len > 0 &&
	    write(fds[1], bytes, (size_t)len) == len && close(fds[1]) == 0);
	(void)snprintf(name, sizeof(name), "/dev/fd/%d", fds[0]);
	(void)snprintf(said, sizeof(said), "ungarble: %s: %c%s\n", name,
	    tolower((unsigned char)*strerror(ESPIPE)), strerror(ESPIPE) + 1);
	options.restore = name;
	heard_start();
	CHECK("a pipe", !cli_restore_in_place(&options, &out));
	CHECK("a pipe", heard_is(said));
	CHECK("stays", folder_has("one", ONE_TEXT));
	(void)close(fds[0]);
}

int
main(void)
{
	folder_enter();
	check_reads(false);
	check_reads(true);
	check_pipe();
	folder_leave();
	return check_done("restore_reads_test");
}
