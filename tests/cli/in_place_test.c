/*
 * in_place_test.c - -i: what is refused, what is copied, who was there first
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "cli/in_place.h"
#include "descriptors.h"
#include "folder.h"
#include "heard.h"

static struct cli_in_place file;
static struct cli_out out;
static struct cli_in_place_how how;
static char text[20000];

/* Open a file to be changed; what is said if it may not be, or "". */
static const char *
opens(const char *name)
{
	const char *said;
	bool good;

	heard_start();
	good = cli_in_place_open(&file, name, &how);
	said = heard();
	CHECK(name, good == (said[0] == '\0'));
	CHECK(name, good == (file.fd >= 0));
	if (!good)
		CHECK(name, file.place.folder < 0 && file.place.fd < 0);
	return said;
}

static int had; /* descriptors that are open while nothing else is */

static bool
refused(const char *name, const char *wanted)
{
	const char *const said = opens(name);
	const bool same = strcmp(said, wanted) == 0;

	if (!same)
		fprintf(stderr, "wanted: %s\nsaid:   %s\n", wanted, said);
	if (said[0] == '\0')
		(void)cli_in_place_close(&file, NULL, false, NULL, NULL);
	CHECK(name, descriptors_open() == had);
	return same;
}

static unsigned asked;
static bool agreed = true;

static bool
before(void *user)
{
	asked += user == &asked;
	return agreed;
}

/* Close it; what is said, or "" if all went well. */
static const char *
closes(bool good)
{
	const char *said;
	bool done;

	asked = 0;
	heard_start();
	done = cli_in_place_close(&file, &out, good, before, &asked);
	said = heard();
	CHECK("done", !good || !agreed || done == (said[0] == '\0'));
	CHECK("closed", file.fd == -1 && file.place.folder < 0 &&
	    file.place.fd < 0 && out.fd < 0 &&
	    descriptors_open() == had);
	out.error = 0;
	return said;
}

static void
check_refused(void)
{
	char name[300], wanted[700];

	folder_put("a", "text", 4);
	CHECK("mkdir", mkdir("folder", 0700) == 0);
	CHECK("links", symlink("a", "symbolic") == 0 && mkfifo("fifo", 0600) ==
	    0);
	CHECK("a file", refused("a", ""));
	CHECK("missing", refused("missing",
	    "ungarble: missing: no such file or directory\n"));
	CHECK("a folder", refused("folder", "ungarble: folder: is a directory; "
	    "-r takes the files in it\n"));
	CHECK("a folder's name", refused("folder/",
	    "ungarble: folder/: is a directory\n"));
	CHECK("a symbolic link", refused("symbolic", "ungarble: symbolic: is a "
	    "symbolic link; name the file that it leads to\n"));
	CHECK("a FIFO", refused("fifo", "ungarble: fifo: is no regular file; "
	    "it cannot be changed in place\n"));
	folder_put(".ungarble-0123456789abcdef.tmp", "", 0);
	CHECK("a temporary file", refused(".ungarble-0123456789abcdef.tmp",
	    "ungarble: .ungarble-0123456789abcdef.tmp: is a temporary file of "
	    "a run; give it another name\n"));
	/* other names */
	CHECK("link", link("a", "b") == 0);
	CHECK("two names", refused("a", "ungarble: a: has other names (hard "
	    "links); --break-links leaves them the old text\n"));
	how.break_links = true;
	CHECK("that may be broken", refused("a", ""));
	how.break_links = false;
	/* the name it is kept under */
	how.suffix = ".old";
	CHECK("two names, another kept", refused("a", "ungarble: a: has other "
	    "names (hard links); --break-links leaves them the old text\n"));
	CHECK("rename", rename("b", "a.old") == 0 && unlink("a") == 0 &&
	    link("a.old", "a") == 0);
	CHECK("kept by a run that was killed", refused("a", ""));
	CHECK("link", link("a", "c") == 0);
	CHECK("a third name", refused("a", "ungarble: a: has other names (hard "
	    "links); --break-links leaves them the old text\n"));
	CHECK("unlink", unlink("c") == 0 && unlink("a.old") == 0);
	folder_put("a.old", "other", 5);
	CHECK("kept already", refused("a", "ungarble: a: a.old exists beside "
	    "it, and is not overwritten; left as it is\n"));
	CHECK("unlink", unlink("a.old") == 0);
	folder_put("\u00E9", "x", 1);
	folder_put("\u00E9.old", "y", 1);
	CHECK("kept already", refused("\u00E9", "ungarble: \u00E9: \u00E9.old "
	    "exists beside it, and is not overwritten; left as it is\n"));
	how.suffix = "0123456789abcdef.tmp";
	folder_put(".ungarble-", "x", 1);
	CHECK("as a temporary file", refused(".ungarble-", "ungarble: "
	    ".ungarble-: with the suffix it would be a temporary file\n"));
	memset(name, 'n', sizeof(name));
	name[251] = '\0';
	how.suffix = ".old";
	folder_put(name, "x", 1);
	CHECK("as long as may be", refused(name, ""));
	how.suffix = ".older";
	snprintf(wanted, sizeof(wanted), "ungarble: %s: its name with the "
	    "suffix is too long\n", name);
	CHECK("too long", refused(name, wanted));
	how.suffix = ".olde";
	CHECK("too long by one", refused(name, wanted));
	how.suffix = "";
	CHECK("unlink", unlink(name) == 0);
}

/* Who may not write it does not, even where he might replace it. */
static void
check_allowed(void)
{
	const bool root = geteuid() == 0;

	folder_put("a", "text", 4);
	CHECK("for all to read", chmod("a", 0444) == 0 &&
	    chmod(".", 0777) == 0);
	if (root)
		CHECK("as another user", seteuid(65534) == 0);
	CHECK("not to write", refused("a",
	    "ungarble: a: permission denied\n"));
	if (root)
		CHECK("as before", seteuid(0) == 0);
	CHECK("unlink", unlink("a") == 0);
}

/* What stands before the first change is copied. */
static void
check_copied(void)
{
	static const size_t lens[] = { 0, 1, 4095, 4096, 4097, 8192, 10000,
		20000 };

	for (size_t i = 0; i < sizeof(lens) / sizeof(*lens); i++)
		for (int kept = 0; kept < 2; kept++) {
			const size_t n = lens[i];

			how.suffix = kept ? ".old" : "";
			folder_put("a", text, sizeof(text));
			CHECK("mode", chmod("a", 0640) == 0);
			CHECK("open", opens("a")[0] == '\0');
			/* it was read so far */
			CHECK("read", lseek(file.fd, 19999, SEEK_SET) > 0);
			cli_in_place_put(&file, &out, text, n / 2, true);
			cli_in_place_put(&file, &out, text + n / 2, n - n / 2,
			    true);
			CHECK("nothing is written yet", file.place.fd < 0 &&
			    file.same == n);
			cli_in_place_put(&file, &out, "new", 3, false);
			CHECK("now it is", file.place.fd >= 0 &&
			    out.error == 0);
			cli_in_place_put(&file, &out, text, 5, true);
			CHECK("till it is whole",
			    folder_has_bytes("a", text, sizeof(text)));
			CHECK("close", closes(true)[0] == '\0' && asked == 1);

			static char wanted[sizeof(text) + 8];
			struct stat st;

			memcpy(wanted, text, n);
			memcpy(wanted + n, "new", 3);
			memcpy(wanted + n + 3, text, 5);
			CHECK("new", folder_has_bytes("a", wanted, n + 8));
			CHECK("its mode", stat("a", &st) == 0 &&
			    (st.st_mode & 07777) == 0640);
			CHECK("old", !kept ? access("a.old", F_OK) != 0
			    : folder_has_bytes("a.old", text, sizeof(text)) &&
				unlink("a.old") == 0);
		}
	how.suffix = "";
}

/* Who does not change it, or fails, leaves it as it is. */
static void
check_left(void)
{
	const char *said;

	folder_put("a", text, 100);
	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, text, 100, true);
	CHECK("nothing changed", closes(true)[0] == '\0' && asked == 0);
	CHECK("the same", folder_has_bytes("a", text, 100));

	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, "new", 3, false);
	CHECK("failed", strcmp(closes(false),
	    "ungarble: a: left as it is\n") == 0 && asked == 0);
	CHECK("the same", folder_has_bytes("a", text, 100));

	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, "new", 3, false);
	out.error = EIO;
	said = closes(false);
	CHECK("an error", strcmp(said, "ungarble: a: input/output error\n") ==
	    0 && asked == 0);
	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, "new", 3, false);
	out.error = ENOSPC;
	said = closes(true);
	CHECK("an error at the end", strcmp(said,
	    "ungarble: a: no space left on device\n") == 0 && asked == 0);
	CHECK("open", opens("a")[0] == '\0');
	out.error = EIO;
	said = closes(false);
	CHECK("before anything is written", strcmp(said,
	    "ungarble: a: input/output error\n") == 0);
	CHECK("the same", folder_has_bytes("a", text, 100));

	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, "new", 3, false);
	agreed = false;
	CHECK("refused at last", closes(true)[0] == '\0' && asked == 1);
	agreed = true;
	CHECK("the same", folder_has_bytes("a", text, 100));

	/* it was cut while it was read */
	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, text, 100, true);
	CHECK("cut", truncate("a", 50) == 0);
	cli_in_place_put(&file, &out, "new", 3, false);
	CHECK("seen", out.error == ESTALE);
	said = closes(false);
	CHECK("told", strstr(said, "ungarble: a: ") == said);
	CHECK("the same", folder_has_bytes("a", text, 50));
	CHECK("nothing lies about", system("ls -a | grep -q tmp$") != 0);
}

/* A file that is not the one that was read stays. */
static void
check_others(void)
{
	for (int i = 0; i < 8; i++) {
		const char *said;

		folder_put("a", text, 100);
		how.suffix = i % 2 ? ".old" : "";
		CHECK("open", opens("a")[0] == '\0');
		cli_in_place_put(&file, &out, "new", 3, false);
		file.was.st_dev += i == 0;
		file.was.st_ino += i == 1;
		file.was.st_size += i == 2;
		file.was.st_mtim.tv_sec -= i == 3;
		file.was.st_mtim.tv_nsec -= i == 4;
		file.was.st_ctim.tv_sec -= i == 5;
		file.was.st_ctim.tv_nsec -= i == 6;
		if (i == 7)
			CHECK("gone", unlink("a") == 0);
		said = closes(true);
		CHECK("another", strcmp(said, "ungarble: a: was changed by "
		    "others meanwhile; left as it is\n") == 0 && asked == 0);
		CHECK("left", i == 7 ? access("a", F_OK) != 0
				     : folder_has_bytes("a", text, 100));
		CHECK("not kept", access("a.old", F_OK) != 0);
	}
	/* what has come to stand where it would be kept */
	folder_put("a", text, 100);
	CHECK("open", opens("a")[0] == '\0');
	cli_in_place_put(&file, &out, "new", 3, false);
	folder_put("a.old", "other", 5);
	CHECK("kept already", strcmp(closes(true), "ungarble: a: a.old exists "
	    "beside it, and is not overwritten; left as it is\n") == 0);
	CHECK("both stay", folder_has_bytes("a", text, 100) &&
	    folder_has("a.old", "other"));
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 7 + i / 251);
	folder_enter();
	out.fd = -1;
	how.suffix = "";
	(void)umask(022);
	heard_start();
	CHECK("nothing is said", heard()[0] == '\0');
	had = descriptors_open();
	check_refused();
	check_allowed();
	check_copied();
	check_left();
	check_others();
	folder_leave();
	return check_done("in_place_test");
}
