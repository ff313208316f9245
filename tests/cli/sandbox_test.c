/*
 * sandbox_test.c - what a run can still do, by what it was asked for
 */
#define _GNU_SOURCE

#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "folder.h"
#include "heard.h"

#define NONE 255 /* the system or the build has no means */

static int
reads(const char *name)
{
	return open(name, O_RDONLY) >= 0 ? 0 : errno;
}

static int
writes(const char *name)
{
	return open(name, O_WRONLY) >= 0 ? 0 : errno;
}

static int
makes(const char *name)
{
	return open(name, O_WRONLY | O_CREAT | O_EXCL, 0600) >= 0 ? 0 : errno;
}

/* A new file, moved over an old one there. */
static int
replaces(const char *folder)
{
	char made[64], place[64];

	(void)snprintf(made, sizeof(made), "%s/new", folder);
	(void)snprintf(place, sizeof(place), "%s/place", folder);
	if (makes(made) != 0)
		return errno;
	return rename(made, place) == 0 && unlink(place) == 0 ? 0 : errno;
}

static int
robust(const char *name)
{
	(void)name;
#ifdef SYS_set_robust_list
	return syscall(SYS_set_robust_list, 0, 0) == 0 ? 0 : errno;
#else
	return NONE;
#endif
}

static char *none[] = { NULL }, *in[] = { "-", NULL },
    *one[] = { "a/one", NULL }, *both[] = { "-", "a/one", "b/three", NULL },
    *folders[] = { "a", "b/three", NULL }, *lost[] = { "a/none", "none/b",
	NULL };

struct row {
	const char *name;
	struct cli_options options;
	int (*call)(const char *name);
	const char *argument;
	int wanted;
};

/* EPERM: nothing can be opened any more; EACCES: nothing but some files. */
static const struct row rows[] = {
	{ "no files", { .files = none }, reads, "a/one", EPERM },
	{ "standard input", { .files = in }, reads, "a/one", EPERM },
	{ "standard input", { .files = in }, makes, "a/new", EPERM },
	{ "one thread", { .files = in, .threads = 1 }, robust, "", EPERM },
	{ "threads", { .files = in, .threads = 2 }, robust, "", EINVAL },
	{ "a file", { .files = one }, reads, "a/one", 0 },
	{ "a file", { .files = one }, writes, "a/one", EACCES },
	{ "a file", { .files = one }, reads, "a/two", EACCES },
	{ "a file", { .files = one }, reads, "a", EACCES },
	{ "a file", { .files = one }, replaces, "a", EACCES },
	{ "two", { .files = both }, reads, "a/one", 0 },
	{ "two", { .files = both }, reads, "b/three", 0 },
	{ "two", { .files = both }, reads, "a/two", EACCES },
	{ "what is not there", { .files = lost }, reads, "a/one", EACCES },
	{ "a folder", { .files = folders }, reads, "a", 0 },
	{ "a folder", { .files = folders }, reads, "a/one", EACCES },
	{ "-r", { .files = folders, .recursive = true }, reads, "a/deep/four",
	    0 },
	{ "-r", { .files = folders, .recursive = true }, reads, "a", 0 },
	{ "-r", { .files = folders, .recursive = true }, reads, "b/three", 0 },
	{ "-r", { .files = folders, .recursive = true }, reads, "b", EACCES },
	{ "-r", { .files = folders, .recursive = true }, writes, "a/one",
	    EACCES },
	{ "-r", { .files = folders, .recursive = true }, replaces, "a",
	    EACCES },
	{ "-i", { .files = one, .suffix = "" }, reads, "a/two", 0 },
	{ "-i", { .files = one, .suffix = "" }, writes, "a/one", 0 },
	{ "-i", { .files = one, .suffix = "" }, replaces, "a", 0 },
	{ "-i", { .files = one, .suffix = "" }, replaces, "b", EACCES },
	{ "-i", { .files = one, .suffix = "" }, reads, "b/three", EACCES },
	{ "-i, nothing named", { .files = none, .suffix = "" }, reads,
	    "a/one", EACCES },
	{ "-ri", { .files = folders, .recursive = true, .suffix = "" },
	    replaces, "a/deep", 0 },
	{ "-ri", { .files = folders, .recursive = true, .suffix = "" },
	    replaces, "b", 0 },
	{ "-ri", { .files = folders, .recursive = true, .suffix = "" },
	    replaces, "c", EACCES },
	{ "-o", { .files = in, .output = "b/out" }, replaces, "b", 0 },
	{ "-o", { .files = in, .output = "b/out" }, reads, "a/one", EACCES },
	{ "-o", { .files = in, .output = "b/out" }, replaces, "a", EACCES },
	{ "-o, a link", { .files = in, .output = "b/link" }, replaces, "a",
	    0 },
	{ "-o, a link", { .files = in, .output = "b/link" }, replaces, "b",
	    EACCES },
	{ "--restore", { .files = in, .restore = "b/three" }, reads, "b/three",
	    0 },
	{ "--restore", { .files = one, .restore = "b/three" }, reads, "a/one",
	    0 },
	{ "--restore", { .files = in, .restore = "b/three" }, reads, "a/one",
	    EACCES },
};

/* What a call comes to behind it; NONE: it cannot be had. */
static int
error_of(const struct row *row, enum cli_sandbox_when when)
{
	const pid_t child = fork();
	int status;

	if (child == 0) {
		cli_sandbox_set(when);
		heard_start();
		_exit(cli_sandbox_enter(&row->options)
			? row->call(row->argument)
			: NONE);
	}
	return child > 0 && waitpid(child, &status, 0) == child &&
	    WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct row *const row = &rows[i];
		int got = error_of(row, CLI_SANDBOX_ON);

		if (!CHECK(row->name, got == row->wanted))
			fprintf(stderr, "    row %zu: %d\n", i, got);
		got = error_of(row, CLI_SANDBOX_AUTO);
		CHECK(row->name, got == row->wanted);
		got = error_of(row, CLI_SANDBOX_OFF);
		if (row->call != robust)
			CHECK(row->name, got == 0);
		(void)unlink("a/new");
	}
}

/* What does not go together is refused by `on`, and done without by `auto`. */
static void
check_refused(bool any)
{
	const struct cli_options back = { .files = none, .restore = "b/three",
		.suffix = "" };
	const struct cli_options follow = { .files = none, .follow = true };
	const struct cli_options plain = { .files = in };
	const struct row any_way[] = {
		{ "--restore -i", back, reads, "a/one", 0 },
		{ "--follow", follow, reads, "a/one", 0 },
	};

	for (size_t i = 0; i < 2; i++) {
		const struct row *const row = &any_way[i];

		CHECK(row->name, error_of(row, CLI_SANDBOX_AUTO) == 0);
		CHECK(row->name, error_of(row, CLI_SANDBOX_OFF) == 0);
		CHECK(row->name, error_of(row, CLI_SANDBOX_ON) == NONE);
	}
	cli_sandbox_set(CLI_SANDBOX_ON);
	heard_start();
	CHECK("refused", !cli_sandbox_enter(&back));
	CHECK("--restore -i", heard_is("ungarble: --sandbox=on: does not go "
	    "together with --restore -i\n"
	    "ungarble: the journal tells which files are changed\n"));
	heard_start();
	CHECK("refused", !cli_sandbox_enter(&follow));
	CHECK("--follow", heard_is("ungarble: --sandbox=on: does not go "
	    "together with --follow\nungarble: links may lead anywhere\n"));
	if (any)
		return;
	heard_start();
	CHECK("refused", !cli_sandbox_enter(&plain));
	CHECK("no means", heard_is("ungarble: --sandbox=on: neither the system "
	    "nor this build has a means for it\nungarble: --sandbox=auto goes "
	    "on without where that is so\n"));
}

#ifdef SYS_landlock_create_ruleset

static in_port_t port;
static struct sockaddr_un hidden = { .sun_family = AF_UNIX,
	.sun_path = "\0ungarble-test" };

static int
inet(bool binds)
{
	struct sockaddr_in to = { .sin_family = AF_INET,
		.sin_port = binds ? 0 : port,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const int fd = socket(AF_INET, SOCK_STREAM, 0);

	return (binds ? bind(fd, (struct sockaddr *)&to, sizeof(to))
		      : connect(fd, (struct sockaddr *)&to, sizeof(to))) == 0
	    ? 0
	    : errno;
}

static int
binds(const char *name)
{
	(void)name;
	return inet(true);
}

static int
connects(const char *name)
{
	(void)name;
	return inet(false);
}

static int
connects_hidden(const char *name)
{
	const int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	(void)name;
	return connect(fd, (struct sockaddr *)&hidden, sizeof(hidden)) == 0
	    ? 0
	    : errno;
}

static int
signals(const char *name)
{
	(void)name;
	return kill(getppid(), 0) == 0 ? 0 : errno;
}

/* Nobody is talked to, where the system knows how to see to it. */
static void
check_others(void)
{
	const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
	const struct row nobody[] = {
		{ "bind", { .files = one }, binds, "", EACCES },
		{ "connect", { .files = one }, connects, "", EACCES },
		{ "a hidden name", { .files = one }, connects_hidden, "",
		    EPERM },
		{ "a signal", { .files = one }, signals, "", EPERM },
	};
	struct sockaddr_in here = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const int tcp = socket(AF_INET, SOCK_STREAM, 0);
	const int local = socket(AF_UNIX, SOCK_STREAM, 0);
	socklen_t len = sizeof(here);
	bool listens;

	(void)snprintf(hidden.sun_path + 1, sizeof(hidden.sun_path) - 1,
	    "ungarble-test-%ld", (long)getpid());
	listens = bind(tcp, (struct sockaddr *)&here, sizeof(here)) == 0 &&
	    listen(tcp, 8) == 0 &&
	    getsockname(tcp, (struct sockaddr *)&here, &len) == 0 &&
	    bind(local, (struct sockaddr *)&hidden, sizeof(hidden)) == 0 &&
	    listen(local, 8) == 0;
	port = here.sin_port;
	for (size_t i = 0; i < 4 && listens; i++) {
		if (version < (i < 2 ? 4 : 6))
			continue;
		CHECK(nobody[i].name, error_of(&nobody[i], CLI_SANDBOX_OFF) ==
		    0);
		CHECK(nobody[i].name, error_of(&nobody[i], CLI_SANDBOX_ON) ==
		    nobody[i].wanted);
	}
	(void)close(tcp);
	(void)close(local);
}

#else

static void
check_others(void)
{
}

#endif

static void
make(const char *name)
{
	CHECK(name, makes(name) == 0);
}

int
main(void)
{
	const struct row named = { "any", { .files = one }, reads, "a/one",
		0 };
	const struct row input = { "any", { .files = in }, robust, "", 0 };

	folder_enter();
	CHECK("folders", mkdir("a", 0777) == 0 && mkdir("b", 0777) == 0 &&
	    mkdir("c", 0777) == 0 && mkdir("a/deep", 0777) == 0);
	make("a/one");
	make("a/two");
	make("b/three");
	make("a/deep/four");
	CHECK("link", symlink("../a/two", "b/link") == 0);
	if (error_of(&named, CLI_SANDBOX_ON) != NONE) {
		check_rows();
		check_others();
	} else {
		printf("sandbox_test: no means: what is refused\n");
	}
	check_refused(error_of(&input, CLI_SANDBOX_ON) != NONE);
	folder_leave();
	return check_done("sandbox_test");
}
