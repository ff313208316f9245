/*
 * run_test.c - what is said of an input of which no plan can be made
 */
#define _XOPEN_SOURCE 700

#include "cli/run.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "heard.h"

static struct cli_out out;
static struct cli_options options = { .n_shards = 2, .mode = CLI_PLAN };
static struct cli_out none = { .fd = -1 };
static struct cli_journal journal = CLI_JOURNAL_NONE;
static struct cli_job job = { .options = &options, .out = &out,
	.report = &none, .page = &none, .journal = &journal };
static struct cli_one one = { .job = &job, .name = "in" };

/* False, and what is said. */
static void
check_refused(const char *name, int fd, const char *said)
{
	bool good;

	memset(&out, 0, sizeof(out));
	out.fd = -1;
	one.source.fd = fd;
	heard_start();
	good = cli_run_plan(&one);
	CHECK(name, heard_is(said));
	CHECK(name, !good);
}

int
main(void)
{
	FILE *const file = tmpfile();
	char name[32];
	int ends[2], fd;

	if (file == NULL || pipe(ends) < 0) {
		perror("tmpfile");
		return 2;
	}
	(void)snprintf(name, sizeof(name), "/dev/fd/%d", fileno(file));
	fd = open(name, O_WRONLY);
	CHECK("three blocks", ftruncate(fileno(file), 3 << 20) == 0);
	check_refused("a pipe", ends[0],
	    "ungarble: in: --shard needs a regular file\n");
	check_refused("closed", -1, "ungarble: in: bad file descriptor\n");
	check_refused("not to be read", fd,
	    "ungarble: in: bad file descriptor\n");
	options.from = "no-such";
	check_refused("no such encoding", fileno(file),
	    "ungarble: in: no encoding of that name\n");
	CHECK("trouble", job.trouble && !job.refused);
	options.from = NULL;
	one.source.fd = fileno(file);
	heard_out(&out);
	CHECK("a plan", cli_run_plan(&one) && cli_out_flush(&out) &&
	    strstr(heard_read(), "\nsize 3145728\nshards 2\n") != NULL &&
	    strstr(heard_read(), "\nend ") != NULL);
	(void)close(fd);
	(void)fclose(file);
	return check_done("run_test");
}
