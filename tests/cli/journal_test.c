/*
 * journal_test.c - sections that are added, taken back, and refused
 */
#define _XOPEN_SOURCE 700

#include "cli/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "folder.h"
#include "heard.h"
#include "ungarble_journal.h"

static struct cli_journal j;
static char names[256]; /* of the sections that a journal has */

static int
on_section(void *user, const struct ungarble_section *section)
{
	(void)user;
	strcat(strcat(names, section->name), " ");
	return 0;
}

static long
on_read(void *user, char *bytes, size_t len)
{
	return read(*(int *)user, bytes, len);
}

/* A whole journal with these sections. */
static bool
has(const char *name, const char *wanted)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	int fd = open(name, O_RDONLY);
	enum ungarble_err err;

	names[0] = '\0';
	opts.read = on_read;
	opts.section = on_section;
	opts.user = &fd;
	err = ungarble_journal_check(&opts);
	(void)close(fd);
	return err == UNGARBLE_OK && strcmp(names, wanted) == 0;
}

static off_t
size(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 ? st.st_size : -1;
}

/* Open it, with what is said meanwhile. */
static bool
opens(const char *name, bool append, const char *said)
{
	bool good;

	heard_start();
	good = cli_journal_open(&j, name, append);
	CHECK(name, heard_is(said));
	CHECK("what is not open has no file", good || j.out.fd == -1);
	return good;
}

static const struct ungarble_piece piece = { .encoding = "UTF-8",
	.in = "th\xC3\x83\xC2\xA9", .in_len = 6,
	.out = "th\xC3\xA9", .out_len = 4 };

static void
section(const char *name)
{
	CHECK(name, cli_journal_start(&j, name));
	cli_journal_piece(&j, &piece);
}

/* Whether another process finds it locked. */
static bool
locked(const char *name)
{
	const pid_t child = fork();
	int status;

	if (child == 0) {
		struct flock lock = { .l_type = F_WRLCK,
			.l_whence = SEEK_SET };
		const int fd = open(name, O_RDWR);

		_exit(fd < 0 || fcntl(fd, F_GETLK, &lock) < 0 ? 2 :
		    lock.l_type != F_UNLCK);
	}
	return child > 0 && waitpid(child, &status, 0) == child &&
	    WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

static void
check_sections(void)
{
	off_t one, two;

	CHECK("new", opens("j", false, ""));
	section("one");
	CHECK("held", size("j") == 0 && locked("j"));
	CHECK("flushed", cli_journal_flush(&j) && size("j") > 0);
	one = size("j");
	cli_journal_piece(&j, &piece);
	CHECK("flushed, each piece", cli_journal_flush(&j) &&
	    size("j") > one);
	CHECK("ended", cli_journal_end(&j) && j.section == NULL);
	CHECK("twice", cli_journal_end(&j));
	one = size("j");
	CHECK("whole", has("j", "one ") && j.at == (uint64_t)one);
	section("two");
	CHECK("closed, it is ended", cli_journal_close(&j) && j.out.fd == -1 &&
	    has("j", "one two "));
	CHECK("closed twice", cli_journal_close(&j) && !locked("j"));
	two = size("j");
	CHECK("more", opens("j", true, "") && j.at == (uint64_t)two &&
	    locked("j"));
	section("three");
	CHECK("synchronised", cli_journal_sync(&j) && has("j",
	    "one two three "));
	section("four");
	CHECK("some of it", cli_journal_flush(&j) && size("j") > two);
	cli_journal_drop(&j);
	CHECK("taken back", has("j", "one two three ") &&
	    j.at == (uint64_t)size("j"));
	cli_journal_drop(&j);
	CHECK("once", has("j", "one two three "));
	section("five");
	cli_journal_drop(&j); /* of which nothing was written */
	section("six");
	CHECK("behind it", cli_journal_close(&j) && has("j",
	    "one two three six "));
}

static void
check_refused(void)
{
	CHECK("it is there", !opens("j", false, "ungarble: j: exists; a "
	    "journal is never overwritten: name another\n") &&
	    has("j", "one two three six "));
	CHECK("no folder", !opens("none/j", false,
	    "ungarble: none/j: no such file or directory\n"));
	CHECK("a folder", !opens(".", true,
	    "ungarble: .: is a directory\n"));
	CHECK("cut", truncate("j", size("j") - 1) == 0 && !opens("j", true,
	    "ungarble: j: is no journal, or a damaged or cut one; nothing was "
	    "done\n"));
	CHECK("it stays", size("j") > 10 && truncate("j", 0) == 0);
	CHECK("empty", opens("j", false, "") && cli_journal_close(&j));
	CHECK("empty", opens("j", true, "") && cli_journal_close(&j));
	/* Others write there, too. */
	CHECK("to nowhere", opens("/dev/null", false, "") &&
	    !locked("/dev/null"));
	section("one");
	CHECK("to nowhere", cli_journal_close(&j));
	CHECK("in place", !opens("/dev/null", true, "ungarble: /dev/null: is "
	    "no regular file; -i needs one for its journal\n"));
}

/* What cannot be written is told when it is closed, and sticks. */
static void
check_full(void)
{
	struct rlimit was, small;
	bool good;

	CHECK("new", opens("full", false, ""));
	section("one");
	CHECK("one", !cli_journal_failed(&j) && cli_journal_end(&j));
	(void)signal(SIGXFSZ, SIG_IGN);
	CHECK("limit", getrlimit(RLIMIT_FSIZE, &was) == 0);
	small = was;
	small.rlim_cur = (rlim_t)size("full");
	CHECK("limit", setrlimit(RLIMIT_FSIZE, &small) == 0);
	section("two");
	good = cli_journal_flush(&j);
	CHECK("limit", setrlimit(RLIMIT_FSIZE, &was) == 0);
	CHECK("full", !good && cli_journal_failed(&j));
	cli_journal_drop(&j);
	CHECK("taken back", has("full", "one "));
	CHECK("nothing more", !cli_journal_start(&j, "three") &&
	    !cli_journal_sync(&j));
	heard_start();
	good = cli_journal_close(&j);
	CHECK("told", heard_is("ungarble: full: file too large\n"));
	CHECK("closed", !good && j.out.fd == -1);

	/* Nor is there memory for it. */
	CHECK("memory", cli_memory_set("10") && opens("none", false, ""));
	CHECK("no memory", !cli_journal_start(&j, "one") &&
	    cli_journal_failed(&j) && !cli_journal_end(&j));
	heard_start();
	good = cli_journal_close(&j);
	CHECK("told", heard_is("ungarble: none: no memory, since --memory "
	    "allows no more\n") && !good);
	CHECK("nor to check it", !opens("full", true, "ungarble: full: no "
	    "memory, since --memory allows no more\n"));
	CHECK("memory", cli_memory_set("64M"));
}

int
main(void)
{
	folder_enter();
	check_sections();
	check_refused();
	check_full();
	folder_leave();
	return check_done("journal_test");
}
