/*
 * replace_test.c - -o: which file is written, and with which mode
 */
#define _XOPEN_SOURCE 700

#include "cli/replace.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "folder.h"
#include "heard.h"

static struct cli_out out;

static void
put(const char *name, const char *text, mode_t mode)
{
	folder_put(name, text, strlen(text));
	CHECK(name, chmod(name, mode) == 0);
}

static bool
stands(const char *name, const char *wanted, mode_t mode)
{
	struct stat st;

	return stat(name, &st) == 0 && (st.st_mode & 0777) == mode &&
	    folder_has(name, wanted);
}

/* Write a text to the file; what is said meanwhile. */
static bool
writes(const char *name, bool good, const char *said)
{
	bool done;

	memset(&out, 0, sizeof(out));
	heard_start();
	done = cli_replace_open(&out, name);
	if (done) {
		cli_out_string(&out, "new");
		done = cli_replace_close(&out, good);
	}
	CHECK(name, heard_is(said));
	return done;
}

static void
check_modes(void)
{
	static const mode_t masks[] = { 0, 002, 022, 027, 077 };
	static const mode_t modes[] = { 0600, 0640, 0644, 0666, 0755, 0400 };
	const mode_t was = umask(0);

	for (size_t i = 0; i < sizeof(masks) / sizeof(*masks); i++) {
		(void)umask(masks[i]);
		CHECK("new", writes("new", true, "") && stands("new", "new",
		    0666 & ~masks[i]) && unlink("new") == 0);
		CHECK("the mask stays", umask(masks[i]) == masks[i]);
		for (size_t k = 0; k < sizeof(modes) / sizeof(*modes); k++) {
			put("old", "old", modes[k]);
			if (access("old", W_OK) < 0)
				continue;
			CHECK("as it was", writes("old", true, "") &&
			    stands("old", "new", modes[k]));
			CHECK("gone", unlink("old") == 0);
		}
	}
	(void)umask(was);
}

static void
check_places(void)
{
	struct stat st;

	put("old", "old", 0640);
	CHECK("not good", writes("old", false,
	    "ungarble: old: not written\n"));
	CHECK("it stays", stands("old", "old", 0640));
	CHECK("links", symlink("old", "link") == 0 &&
	    symlink("nothing", "dangling") == 0);
	CHECK("a link", writes("link", true, "") && lstat("link", &st) == 0 &&
	    S_ISLNK(st.st_mode) && stands("old", "new", 0640));
	CHECK("to nothing", !writes("dangling", true,
	    "ungarble: dangling: no such file or directory\n"));
	CHECK("nothing", access("nothing", F_OK) < 0);
	CHECK("no folder", !writes("none/a", true,
	    "ungarble: none/a: no such file or directory\n"));
	CHECK("a folder", !writes(".", true, "ungarble: .: is a directory\n"));
	CHECK("no name", !writes("", true,
	    "ungarble: : no such file or directory\n"));
	CHECK("no file", writes("/dev/null", true, ""));
}

/* What is standard output is written to behind what others put there. */
static void
check_standard(void)
{
	const int saved = dup(STDOUT_FILENO);
	struct stat before, after;
	bool good;
	int fd;

	(void)fflush(stdout);
	put("log", "first ", 0600);
	fd = open("log", O_WRONLY | O_APPEND);
	CHECK("open", fd >= 0 && fstat(fd, &before) == 0 &&
	    dup2(fd, STDOUT_FILENO) >= 0);
	good = writes("log", true, "");
	(void)dup2(saved, STDOUT_FILENO);
	(void)close(saved);
	(void)close(fd);
	CHECK("behind", good && stands("log", "first new", 0600));
	CHECK("the same file", stat("log", &after) == 0 &&
	    after.st_ino == before.st_ino);
}

/* What has come to stand there meanwhile and is no file is left alone. */
static void
check_meanwhile(void)
{
	struct stat st;
	bool done;

	memset(&out, 0, sizeof(out));
	CHECK("open", cli_replace_open(&out, "late"));
	cli_out_string(&out, "new");
	CHECK("a FIFO", mkfifo("late", 0600) == 0);
	heard_start();
	done = cli_replace_close(&out, true);
	CHECK("told", heard_is("ungarble: late: file exists\n") && !done);
	CHECK("it stays", lstat("late", &st) == 0 && S_ISFIFO(st.st_mode));
}

int
main(void)
{
	folder_enter();
	check_modes();
	check_places();
	check_standard();
	check_meanwhile();
	folder_leave();
	return check_done("replace_test");
}
