/*
 * restore_test.c - texts and their journal into what they were, and what is
 * said of those that do not belong together
 */
#define _XOPEN_SOURCE 700

#include "cli/restore.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "folder.h"
#include "heard.h"
#include "journal_made.h"

#define ONE "caf\xC3\x83\xC2\xA9 one\n"
#define TWO "plain\nth\xC3\x83\xC2\xA9 two\n"
#define ONE_TEXT "caf\xC3\xA9 one\n"
#define TWO_TEXT "plain\nth\xC3\xA9 two\n"
#define STAYS "; left as it is\n"

static struct cli_out out;

/* One file with what comes out, and all that is said meanwhile. */
static bool
run(const struct cli_options *options, bool in_place, const char *said)
{
	const size_t left = cli_memory_left();
	const int fd = open("out", O_RDWR | O_CREAT | O_TRUNC, 0666);
	bool good;

	memset(&out, 0, sizeof(out));
	out.fd = fd;
	heard_start();
	good = in_place ? cli_restore_in_place(options, &out) :
	    cli_restore_run(options, &out);
	CHECK(said, heard_is(said));
	CHECK("flushed", in_place || cli_out_flush(&out));
	CHECK("all memory is given back", cli_memory_left() == left);
	(void)close(fd);
	return good;
}

static void
check_texts(void)
{
	char *both[] = { "one", "two", NULL }, *first[] = { "one", NULL },
	    *lost[] = { "one", "none", "two", NULL }, *swapped[] = { "two",
	    "one", NULL }, *folder[] = { "one", ".", NULL }, *changed[] = {
	    "one", "other", NULL }, *longer[] = { "one", "two", "one", NULL };
	struct cli_options options = { .restore = "j", .files = both };

	CHECK("both", run(&options, false, "") && folder_has("out", ONE TWO));
	options.files = first;
	CHECK("one", !run(&options, false, "ungarble: one: ends before its "
	    "journal does; 12 bytes are restored\n") && folder_has("out", ONE));
	options.files = lost;
	CHECK("one is missing", !run(&options, false,
	    "ungarble: none: no such file or directory\n") &&
	    folder_has("out", ONE));
	options.files = folder;
	CHECK("one is none", !run(&options, false,
	    "ungarble: .: is a directory\n") && folder_has("out", ONE));
	options.files = swapped;
	CHECK("swapped", !run(&options, false, "ungarble: two: from byte 0 on: "
	    "not the text that the journal is of; 0 bytes are restored\n") &&
	    folder_has("out", ""));
	folder_put("other", "plain\nthe  two\n", strlen(TWO_TEXT));
	options.files = changed;
	CHECK("changed", !run(&options, false, "ungarble: other: from byte 0 "
	    "on: not the text that the journal is of; 12 bytes are "
	    "restored\n"));
	options.files = longer;
	CHECK("more", !run(&options, false, "ungarble: one: from byte 0 on: "
	    "not the text that the journal is of; 29 bytes are restored\n") &&
	    folder_has("out", ONE TWO));
}

static void
check_journals(void)
{
	char *both[] = { "one", "two", NULL };
	struct cli_options options = { .restore = "none", .files = both };
	static char bytes[4096];
	const int fd = open("j", O_RDONLY);
	const ssize_t len = read(fd, bytes, sizeof(bytes));

	(void)close(fd);
	CHECK("none", !run(&options, false,
	    "ungarble: none: no such file or directory\n"));
	CHECK("none, in place", !run(&options, true,
	    "ungarble: none: no such file or directory\n"));
	options.restore = ".";
	CHECK("a folder", !run(&options, false,
	    "ungarble: .: is a directory\n"));
	CHECK("a folder, in place", !run(&options, true,
	    "ungarble: .: is a directory\n"));
	options.restore = "cut";
	folder_put("cut", bytes, (size_t)len - 1);
	CHECK("cut", !run(&options, false, "ungarble: cut: the journal is "
	    "damaged or cut; 29 bytes are restored\n"));
	folder_put("cut", "", 0);
	CHECK("empty", run(&options, true,
	    "ungarble: cut: is empty; nothing to restore\n"));
	options.quiet = true;
	CHECK("empty, quiet", run(&options, true, ""));
	folder_put("cut", "text\n", 5);
	CHECK("text", !run(&options, true, "ungarble: cut: the journal is "
	    "damaged or cut\n"));
	options.restore = "j";
	memset(&out, 0, sizeof(out));
	out.fd = open("j", O_RDONLY);
	out.error = 5;
	heard_start();
	CHECK("no output", !cli_restore_run(&options, &out));
	CHECK("who closes it tells", heard_is(""));
	(void)close(out.fd);
}

/* Without memory, and with more and more of it. */
static void
check_memory(bool in_place)
{
	char *both[] = { "one", "two", NULL };
	const struct cli_options options = { .restore = "j", .files = both,
		.suffix = in_place ? "" : NULL, .named = in_place };
	char limit[32];
	size_t n_failed = 0;
	bool good = false;

	for (size_t bytes = 1; bytes <= (size_t)8 << 20; bytes *= 2) {
		(void)snprintf(limit, sizeof(limit), "%zu", bytes);
		CHECK(limit, cli_memory_set(limit));
		folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
		folder_put("two", TWO_TEXT, strlen(TWO_TEXT));
		memset(&out, 0, sizeof(out));
		out.fd = in_place ? -1 : open("out", O_RDWR | O_CREAT |
		    O_TRUNC, 0666);
		heard_start();
		good = in_place ? cli_restore_in_place(&options, &out) :
		    cli_restore_run(&options, &out);
		CHECK(limit, good ? *heard() == '\0' : strstr(heard(), "no "
		    "memory, since --memory allows no more") != NULL);
		CHECK(limit, cli_memory_left() == bytes);
		CHECK(limit, in_place || cli_out_close(&out));
		n_failed += !good;
		if (in_place)
			CHECK(limit, folder_has("two", good ? TWO : TWO_TEXT));
	}
	CHECK("in the end", good && n_failed > 5);
	CHECK("memory", cli_memory_set("64M"));
}

static void
check_in_place(void)
{
	char *both[] = { "one", "two", NULL }, *lost[] = { "none", "one",
	    "onf", NULL };
	struct cli_options options = { .restore = "j", .files = both,
		.suffix = "", .named = true };

	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	folder_put("two", TWO_TEXT, strlen(TWO_TEXT));
	CHECK("both", run(&options, true, "") && folder_has("one", ONE) &&
	    folder_has("two", TWO));
	CHECK("again", run(&options, true,
	    "ungarble: one: is what it was; nothing to restore\n"
	    "ungarble: two: is what it was; nothing to restore\n"));
	options.quiet = true;
	CHECK("quiet", run(&options, true, ""));
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	folder_put("two", TWO_TEXT, strlen(TWO_TEXT));
	options.files = lost;
	CHECK("not in it", !run(&options, true,
	    "ungarble: none: is not in the journal\n"
	    "ungarble: onf: is not in the journal\n"));
	CHECK("what is", folder_has("one", ONE) && folder_has("two", TWO_TEXT));
	options.named = false;
	options.suffix = ".was";
	CHECK("all", run(&options, true, "") && folder_has("two", TWO) &&
	    folder_has("two.was", TWO_TEXT) && access("one.was", F_OK) < 0);
	folder_put("one", "x", 1);
	CHECK("another", !run(&options, true, "ungarble: one: is not what the "
	    "journal says" STAYS "ungarble: two: two.was exists beside it, and "
	    "is not overwritten" STAYS));
	CHECK("stays", folder_has("one", "x"));
	options.suffix = "";
	/* A second run changed what the first one had made. */
	journal("one", ONE_TEXT "th\xC3\x83\xC2\xA9\n");
	folder_put("one", ONE_TEXT "th\xC3\xA9\n", strlen(ONE_TEXT) + 5);
	CHECK("changed between", !run(&options, true, "ungarble: one: was "
	    "changed between two runs; restored to what it was then\n"));
	CHECK("the last one is taken back", folder_has("one", ONE_TEXT
	    "th\xC3\x83\xC2\xA9\n"));
}

/* One that cannot be written stays, and the next is restored. */
static void
check_full(void)
{
	static char large[10000], text[10000];
	char *names[] = { "large", NULL };
	const struct cli_options options = { .restore = "j", .suffix = "" };
	const struct cli_options only = { .restore = "j", .suffix = "",
		.files = names, .named = true };
	struct rlimit was, small;
	size_t len = 0;

	for (int i = 0; i < 500; i++)
		strcat(large, ONE);
	for (int i = 0; i < 500; i++)
		strcat(text, ONE_TEXT);
	len = strlen(text);
	CHECK("no journal", unlink("j") == 0);
	journal("large", large);
	journal("one", ONE);
	folder_put("large", text, len);
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	(void)signal(SIGXFSZ, SIG_IGN);
	CHECK("limit", getrlimit(RLIMIT_FSIZE, &was) == 0);
	small = was;
	small.rlim_cur = 4096;
	CHECK("limit", setrlimit(RLIMIT_FSIZE, &small) == 0);
	CHECK("one is too large", !run(&options, true,
	    "ungarble: large: file too large\n"));
	CHECK("the other", folder_has("one", ONE));
	CHECK("one alone", !run(&only, true,
	    "ungarble: large: file too large\n"));
	CHECK("told once, and no error of the output", out.error == 0);
	CHECK("limit", setrlimit(RLIMIT_FSIZE, &was) == 0);
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	CHECK("later", run(&options, true, "") && folder_has("one", ONE));
}

/* A file that cannot be read is told of once, and the next is restored. */
static void
check_unread(void)
{
	/* Where there is such a file: none is mapped at its first byte. */
	static char unread[] = "/proc/self/mem";
	const struct cli_options options = { .restore = "j", .suffix = "" };
	char said[256];

	/* Its first letter is a small one there. */
	(void)snprintf(said, sizeof(said), "ungarble: %s: %c%s\n", unread,
	    tolower((unsigned char)*strerror(EIO)), strerror(EIO) + 1);
	if (access(unread, R_OK | W_OK) < 0)
		return;
	CHECK("no journal", unlink("j") == 0);
	journal(unread, ONE);
	journal("one", ONE);
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	CHECK("one cannot be read", !run(&options, true, said));
	CHECK("the other", folder_has("one", ONE));
}

int
main(void)
{
	folder_enter();
	journal("one", ONE);
	journal("two", TWO);
	folder_put("one", ONE_TEXT, strlen(ONE_TEXT));
	folder_put("two", TWO_TEXT, strlen(TWO_TEXT));
	check_texts();
	check_journals();
	check_memory(false);
	check_memory(true);
	check_in_place();
	check_full();
	check_unread();
	folder_leave();
	return check_done("restore_test");
}
