/*
 * attributes_test.c - owner, mode and attributes of a file, given to another
 *
 * What the system or its files have none of is not looked at.
 */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "check.h"
#include "cli/attributes.h"

static FILE *files[2];
static int from, to;

/* Two files, new. */
static bool
start(void)
{
	for (size_t i = 0; i < 2; i++) {
		if (files[i] != NULL)
			(void)fclose(files[i]);
		files[i] = tmpfile();
		if (!CHECK("a file", files[i] != NULL))
			return false;
	}
	from = fileno(files[0]);
	to = fileno(files[1]);
	return true;
}

/* 0 or an errno, whatever errno was. */
static int
copy(const char **what)
{
	struct stat was;

	CHECK("status", fstat(from, &was) == 0);
	errno = EIO;
	return cli_attributes_copy(to, from, &was, what);
}

static void
check_modes(void)
{
	static const mode_t modes[] = { 0, 0400, 0600, 0644, 0755, 0777, 01777,
		02755, 04755, 07777 };

	for (size_t i = 0; i < sizeof(modes) / sizeof(*modes); i++) {
		const char *what = NULL;
		struct stat st;

		if (!start())
			return;
		CHECK("mode", fchmod(from, modes[i]) == 0 &&
		    fchmod(to, 0600) == 0);
		CHECK("copied", copy(&what) == 0);
		CHECK("kept", fstat(to, &st) == 0 &&
		    (st.st_mode & 07777) == modes[i]);
	}
}

/* Others may not have it, so that only a privileged user can give it. */
static void
check_owner(void)
{
	const char *what = NULL;
	struct stat st;

	if (geteuid() != 0 || !start())
		return;
	CHECK("owner", fchown(from, 1234, 4321) == 0 && fchmod(from, 06711) ==
	    0 && copy(&what) == 0);
	CHECK("kept", fstat(to, &st) == 0 && st.st_uid == 1234 &&
	    st.st_gid == 4321 && (st.st_mode & 07777) == 06711);
	if (!start())
		return;
	CHECK("user", fchown(from, 1234, (gid_t)-1) == 0 && copy(&what) == 0);
	CHECK("kept", fstat(to, &st) == 0 && st.st_uid == 1234);
	if (!start())
		return;
	CHECK("group", fchown(from, (uid_t)-1, 4321) == 0 && copy(&what) == 0);
	CHECK("kept", fstat(to, &st) == 0 && st.st_uid == 0 &&
	    st.st_gid == 4321);
	if (!start())
		return;
	CHECK("as another user", fchown(to, 65534, 65534) == 0 &&
	    seteuid(65534) == 0);
	CHECK("not allowed", copy(&what) == EPERM &&
	    strcmp(what, "its owner cannot be kept") == 0);
	CHECK("as before", seteuid(0) == 0 && fstat(to, &st) == 0 &&
	    st.st_uid == 65534);
}

/* Each way out says what it was. */
static void
check_errors(void)
{
	const char *what = NULL;
	struct stat was = { .st_mode = S_IFREG | 0600 };

	if (!start())
		return;
	CHECK("no such file", cli_attributes_copy(-1, from, &was, &what) ==
	    EBADF && strcmp(what, "its owner cannot be kept") == 0);
	CHECK("status", fstat(from, &was) == 0);
#ifdef __linux__
	CHECK("nothing to read from", cli_attributes_copy(to, -1, &was,
	    &what) == EBADF &&
	    strcmp(what, "its extended attributes cannot be kept") == 0);
#endif
}

#ifdef __linux__
static bool
set(int fd, const char *name, const char *value)
{
	return fsetxattr(fd, name, value, strlen(value), 0) == 0;
}

/* It has that value; NULL: there is none of that name. */
static bool
has(const char *name, const char *value)
{
	char got[4096];
	const ssize_t n = fgetxattr(to, name, got, sizeof(got));

	return value == NULL ? n < 0 && errno == ENODATA
	    : n == (ssize_t)strlen(value) && memcmp(got, value, (size_t)n) == 0;
}

static void
check_extended(void)
{
	const char *what = NULL;
	static char longest[1001];

	if (!start() || !set(from, "user.a", "1")) {
		printf("attributes_test: skipped: no attributes here\n");
		return;
	}
	memset(longest, 'x', sizeof(longest) - 1);
	CHECK("set", set(from, "user.empty", "") &&
	    set(from, "user.long", longest) && set(from, "user.both", "new"));
	CHECK("there", set(to, "user.both", "older") && set(to, "user.b", "2") &&
	    set(to, "user.c", "3"));
	CHECK("copied", copy(&what) == 0);
	CHECK("all of them", has("user.a", "1") && has("user.empty", "") &&
	    has("user.long", longest) && has("user.both", "new"));
	CHECK("none but them", has("user.b", NULL) && has("user.c", NULL));
	CHECK("again", copy(&what) == 0 && has("user.a", "1"));
	CHECK("not from it", fgetxattr(from, "user.b", NULL, 0) < 0 &&
	    fgetxattr(from, "user.a", NULL, 0) == 1);
	if (!start())
		return;
	CHECK("there", set(to, "user.a", "1"));
	CHECK("none at all", copy(&what) == 0 && has("user.a", NULL));
}

/* What only the system sets is carried over as far as it allows. */
static void
check_system(void)
{
	const char *what = NULL;

	if (geteuid() != 0 || !start() ||
	    !set(from, "security.ungarble", "1") ||
	    !set(to, "security.ungarbled", "2") ||
	    !set(from, "user.a", "3"))
		return;
	CHECK("as another user", fchown(from, 65534, 65534) == 0 &&
	    fchown(to, 65534, 65534) == 0 && seteuid(65534) == 0);
	CHECK("not allowed, and no error", copy(&what) == 0);
	CHECK("as before", seteuid(0) == 0);
	CHECK("left", has("security.ungarble", NULL) &&
	    has("security.ungarbled", "2") && has("user.a", "3"));
	CHECK("allowed", copy(&what) == 0 && has("security.ungarble", "1") &&
	    has("security.ungarbled", NULL));
	if (!start() || !set(from, "trusted.ungarble", "1") ||
	    !set(to, "trusted.ungarbled", "2"))
		return;
	CHECK("trusted", copy(&what) == 0 && has("trusted.ungarble", "1") &&
	    has("trusted.ungarbled", NULL));
}
#endif

int
main(void)
{
	check_modes();
	check_owner();
	check_errors();
#ifdef __linux__
	check_extended();
	check_system();
#endif
	return check_done("attributes_test");
}
