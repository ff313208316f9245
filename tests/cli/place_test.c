/*
 * place_test.c - a new file takes its place, or leaves nothing behind
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE

#include "cli/place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "descriptors.h"
#include "folder.h"

#define TEMP ".ungarble-0123456789abcdef.tmp"
#define LONG_250 \
	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" \
	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" \
	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn" \
	"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"

static struct cli_out out;

static void
check_names(void)
{
	static const struct {
		const char *path;
		bool temp;
	} rows[] = {
		{ TEMP, true }, { "a/" TEMP, true }, { "/" TEMP, true },
		{ ".ungarble-0000000000000000.tmp", true },
		{ TEMP "/", false }, { TEMP "/a", false }, { "x" TEMP, false },
		{ TEMP "x", false }, { ".ungarble-0123456789abcde.tmp", false },
		{ ".ungarble-0123456789abcdef0.tmp", false },
		{ ".ungarble-0123456789ABCDEF.tmp", false },
		{ ".ungarble-0123456789abcdeg.tmp", false },
		{ ".ungarble-0123456789abcdef.tm", false },
		{ ".ungarblE-0123456789abcdef.tmp", false },
		{ "", false }, { ".ungarble-", false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].path, cli_place_is_temp(rows[i].path) ==
		    rows[i].temp);
}

static int
find(struct cli_place *place, const char *path)
{
	*place = (struct cli_place)CLI_PLACE_NONE;
	return cli_place_find(place, path);
}

static void
check_find(void)
{
	static char path[PATH_MAX + 8];
	struct cli_place place;
	struct stat there, here;

	CHECK("here", find(&place, "a") == 0 && strcmp(place.base, "a") == 0 &&
	    fstat(place.folder, &there) == 0 && stat(".", &here) == 0 &&
	    there.st_ino == here.st_ino);
	cli_place_close(&place);
	CHECK("below", find(&place, "d/b") == 0 &&
	    strcmp(place.base, "b") == 0 &&
	    fstat(place.folder, &there) == 0 && stat("d", &here) == 0 &&
	    there.st_ino == here.st_ino);
	cli_place_close(&place);
	CHECK("closed", place.folder == -1 && place.fd == -1);
	CHECK("no name", find(&place, "") == ENOENT && find(&place, "d/") ==
	    EISDIR);
	CHECK("no folder", find(&place, "none/a") == ENOENT &&
	    find(&place, "f/a") == ENOTDIR);
	CHECK("as long as may be", find(&place, LONG_250 "12345") == 0);
	cli_place_close(&place);
	CHECK("longer", find(&place, LONG_250 "123456") == ENAMETOOLONG);
	memset(path, '/', sizeof(path) - 1);
	path[PATH_MAX - 1] = 'a';
	path[PATH_MAX] = '\0';
	CHECK("a long way", find(&place, path) == ENAMETOOLONG);
	path[PATH_MAX - 2] = 'a';
	path[PATH_MAX - 1] = '\0';
	CHECK("less long", find(&place, path) == 0);
	cli_place_close(&place);
}

/* How many names are in the folder d. */
static int
names(void)
{
	DIR *const list = opendir("d");
	int n = -2; /* . and .. */

	while (list != NULL && readdir(list) != NULL)
		n++;
	(void)closedir(list);
	return n;
}

static void
check_moved(void)
{
	struct cli_place place;
	struct stat st;

	out.fd = -1;
	CHECK("made", find(&place, "d/b") == 0 &&
	    cli_place_make(&place, &out) == 0 && names() == 1);
	CHECK("its name", cli_place_is_temp(place.temp) &&
	    fstatat(place.folder, place.temp, &st, 0) == 0 &&
	    (st.st_mode & 0777) == 0600 && st.st_size == 0);
	cli_out_string(&out, "text");
	CHECK("settled", cli_place_settle(&place, &out) == 0 && out.fd == -1);
	CHECK("not there yet", access("d/b", F_OK) < 0);
	CHECK("moved", cli_place_move(&place) == 0 &&
	    folder_has("d/b", "text") && names() == 1);
	cli_place_close(&place);
	CHECK("it stays", folder_has("d/b", "text") && names() == 1 &&
	    place.fd == -1 && place.folder == -1);
	/* And where it is not moved nothing is left. */
	CHECK("made", find(&place, "d/b") == 0 &&
	    cli_place_make(&place, &out) == 0 && names() == 2);
	cli_out_string(&out, "other");
	(void)cli_out_close(&out);
	cli_place_close(&place);
	CHECK("removed", names() == 1 && folder_has("d/b", "text"));
	cli_place_close(&place);
	/* What cannot be written is no reason to move it. */
	CHECK("made", find(&place, "d/b") == 0 &&
	    cli_place_make(&place, &out) == 0);
	(void)close(out.fd);
	cli_out_string(&out, "lost");
	CHECK("not settled", cli_place_settle(&place, &out) == EBADF);
	cli_place_close(&place);
	out.error = 0;
	/* A folder stands there. */
	CHECK("made", mkdir("d/e", 0777) == 0 && find(&place, "d/e") == 0 &&
	    cli_place_make(&place, &out) == 0);
	CHECK("settled", cli_place_settle(&place, &out) == 0);
	CHECK("not moved", cli_place_move(&place) == EISDIR);
	cli_place_close(&place);
	CHECK("removed", names() == 2 && rmdir("d/e") == 0);
}

/* What a killed run left is removed, and what another one has is not. */
static void
check_left(void)
{
	struct cli_place place;
	const int held = open("g/.ungarble-1111111111111111.tmp",
	    O_RDWR | O_CREAT, 0600);
	const int left = open("g/.ungarble-2222222222222222.tmp",
	    O_RDWR | O_CREAT, 0600);
	const int other = open("g/.ungarble-2.tmp", O_RDWR | O_CREAT, 0600);

	CHECK("files", flock(held, LOCK_EX) == 0 && left >= 0 && other >= 0);
	CHECK("link", link("g/.ungarble-2.tmp",
	    "g/.ungarble-3333333333333333.tmp") == 0);
	CHECK("link", symlink(".ungarble-2.tmp",
	    "g/.ungarble-4444444444444444.tmp") == 0);
	(void)close(left);
	(void)close(other);
	CHECK("made", find(&place, "g/b") == 0 &&
	    cli_place_make(&place, &out) == 0);
	CHECK("left", access("g/.ungarble-2222222222222222.tmp", F_OK) < 0);
	CHECK("held", access("g/.ungarble-1111111111111111.tmp", F_OK) == 0);
	CHECK("no name of ours", access("g/.ungarble-2.tmp", F_OK) == 0);
	CHECK("of two names", access("g/.ungarble-3333333333333333.tmp",
	    F_OK) == 0);
	CHECK("a link", access("g/.ungarble-4444444444444444.tmp", F_OK) == 0);
	(void)cli_out_close(&out);
	cli_place_close(&place);
	(void)close(held);
}

/* A run that ends by a signal leaves nothing, and ends by it all the same. */
static void
check_signals(void)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGPIPE, SIGTERM };

	for (size_t i = 0; i < 2 * sizeof(signals) / sizeof(*signals); i++) {
		const int number = signals[i / 2];
		const bool moved = i % 2 == 1;
		struct cli_place place;
		int status;
		const pid_t child = fork();

		if (child == 0) {
			(void)signal(number, SIG_DFL); /* as nohup has not */
			if (find(&place, "d/s") != 0 ||
			    cli_place_make(&place, &out) != 0)
				_exit(1);
			if (moved && (cli_place_settle(&place, &out) != 0 ||
			    cli_place_move(&place) != 0))
				_exit(2);
			(void)raise(number);
			_exit(3);
		}
		CHECK("a signal", waitpid(child, &status, 0) == child &&
		    WIFSIGNALED(status) && WTERMSIG(status) == number);
		CHECK("nothing is left", names() == (moved ? 2 : 1) &&
		    (access("d/s", F_OK) == 0) == moved);
		(void)unlink("d/s");
	}
}

/* One that is ignored stays so, and what was caught is as it was. */
static void
check_handlers(void)
{
	struct cli_place place;
	struct sigaction now;

	(void)signal(SIGTERM, SIG_DFL);
	(void)signal(SIGHUP, SIG_IGN);
	CHECK("made", find(&place, "d/s") == 0 &&
	    cli_place_make(&place, &out) == 0);
	(void)raise(SIGHUP);
	CHECK("ignored", names() == 2);
	CHECK("caught", sigaction(SIGTERM, NULL, &now) == 0 &&
	    now.sa_handler != SIG_DFL);
	(void)cli_out_close(&out);
	cli_place_close(&place);
	CHECK("no more", sigaction(SIGTERM, NULL, &now) == 0 &&
	    now.sa_handler == SIG_DFL && sigaction(SIGHUP, NULL, &now) == 0 &&
	    now.sa_handler == SIG_IGN);
}

/* Where standard input is closed, the folder or the file may be what it was. */
static void
check_lowest(void)
{
	const int saved = dup(STDIN_FILENO);
	struct cli_place place;
	int open_before;

	(void)close(STDIN_FILENO);
	open_before = descriptors_open();
	CHECK("the folder", find(&place, "d/b") == 0 && place.folder == 0 &&
	    cli_place_make(&place, &out) == 0 && names() == 2);
	CHECK("settled", cli_place_settle(&place, &out) == 0);
	cli_place_close(&place);
	CHECK("closed", descriptors_open() == open_before && names() == 1);
	(void)dup2(saved, STDIN_FILENO);
	/* Whoever cleans is the first to have it there. */
	folder_put("h/" TEMP, "", 0);
	CHECK("the file", find(&place, "h/b") == 0 &&
	    close(STDIN_FILENO) == 0 && cli_place_make(&place, &out) == 0 &&
	    place.fd == 0);
	CHECK("cleaned", access("h/" TEMP, F_OK) < 0);
	CHECK("settled", cli_place_settle(&place, &out) == 0);
	cli_place_close(&place);
	CHECK("closed", descriptors_open() == open_before);
	CHECK("removed", rmdir("h") == 0);
	(void)dup2(saved, STDIN_FILENO);
	(void)close(saved);
}

int
main(void)
{
	int open_before;

	folder_enter();
	CHECK("folders", mkdir("d", 0777) == 0 && mkdir("g", 0777) == 0 &&
	    mkdir("h", 0777) == 0);
	folder_put("f", "", 0);
	check_names();
	open_before = descriptors_open();
	check_find();
	check_moved();
	check_left();
	check_lowest();
	CHECK("all are closed", descriptors_open() == open_before);
	check_signals();
	check_handlers();
	folder_leave();
	return check_done("place_test");
}
