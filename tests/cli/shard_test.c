/*
 * shard_test.c - which part of a file a shard is
 */
#define _XOPEN_SOURCE 700

#include "cli/shard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "heard.h"

#define SIZE (3 * 1048576 + 1000)

static const struct {
	const char *value;
	bool good;
	unsigned k, n;
} values[] = {
	{ "1/1", true, 1, 1 }, { "2/3", true, 2, 3 }, { "3/3", true, 3, 3 },
	{ "10/99", true, 10, 99 }, { "3", true, 0, 3 }, { "01/02", true, 1, 2 },
	{ "1000000", true, 0, 1000000 }, { "999999", true, 0, 999999 },
	{ "1000000/1000000", true, 1000000, 1000000 },
	{ "1000001", false, 0, 0 }, { "1/1000001", false, 0, 0 },
	{ "1000001/1000001", false, 0, 0 }, { "10000000", false, 0, 0 },
	{ "4294967297", false, 0, 0 }, { "1/4294967297", false, 0, 0 },
	{ "4294967297/2", false, 0, 0 },
	{ "", false, 0, 0 }, { "0", false, 0, 0 }, { "0/1", false, 0, 0 },
	{ "1/0", false, 0, 0 }, { "4/3", false, 0, 0 }, { "/3", false, 0, 0 },
	{ "1/", false, 0, 0 }, { "1//2", false, 0, 0 },
	{ "1/2/3", false, 0, 0 },
	{ "1/2x", false, 0, 0 }, { "1x", false, 0, 0 }, { "-1", false, 0, 0 },
	{ "+1/2", false, 0, 0 }, { " 1/2", false, 0, 0 },
	{ "1/ 2", false, 0, 0 },
	{ "1/:", false, 0, 0 }, { "1/1:", false, 0, 0 }, { "1.2", false, 0, 0 },
};

static void
check_values(void)
{
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		struct cli_options options = { .shard = 7, .n_shards = 7 };
		const bool good = cli_shard_parse(values[i].value, &options);

		CHECK(values[i].value, good == values[i].good);
		CHECK(values[i].value, !good || (options.shard == values[i].k &&
		    options.n_shards == values[i].n));
	}
}

/* Parts are whole blocks, as alike as can be, and all of the file. */
static void
check_starts(void)
{
	const uint64_t block = ungarble_part_block();
	const uint64_t sizes[] = { 0, 1, block - 1, block, block + 1,
		2 * block - 1, 7 * block, 7 * block + 3, 100 * block + 1,
		UINT64_MAX / 2 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		for (unsigned n = 1; n <= 1000000; n += n < 20 ? 1 : 333326) {
			const uint64_t size = sizes[i];
			uint64_t last = 0;
			bool even = true, whole = true;

			for (unsigned k = 1; k <= n; k++) {
				const uint64_t at = cli_shard_start(size, k, n);
				const uint64_t rest = size / n / block * block;

				whole = whole &&
				    (at % block == 0 || at == size);
				even = even && at >= last &&
				    at - last <= rest + 2 * block &&
				    (at == size || at - last >= rest);
				last = at;
			}
			CHECK("whole blocks", whole);
			CHECK("alike", even);
			CHECK("all", last == size &&
			    cli_shard_start(size, 0, n) == 0);
		}
	CHECK("rounded down", cli_shard_start(4 * block, 1, 3) == block &&
	    cli_shard_start(4 * block, 2, 3) == 2 * block);
	CHECK("some bytes are a block", cli_shard_start(3 * block + 1, 1, 2) ==
	    2 * block && cli_shard_start(3 * block, 1, 2) == block);
	CHECK("less than a block", cli_shard_start(5, 1, 2) == 0 &&
	    cli_shard_start(5, 2, 2) == 5);
}

static struct cli_options options;
static struct cli_job job = { .options = &options };
static struct cli_one one = { .job = &job, .name = "in" };
static struct cli_shard shard;
static struct ungarble_options opts;

/* Find a part, with what is said meanwhile. */
static bool
find(int fd, unsigned k, unsigned n, enum ungarble_err *err, const char *said)
{
	bool failed = false;

	options.shard = k;
	options.n_shards = n;
	opts = (struct ungarble_options)UNGARBLE_OPTIONS_INIT;
	memset(&shard, 0x55, sizeof(shard));
	heard_start();
	*err = cli_shard_find(&shard, &one, fd, &opts, &failed);
	CHECK(said, heard_is(said));
	return !failed;
}

/* What the beginning says is taken for the whole. */
static void
check_found(int fd)
{
	const uint64_t block = ungarble_part_block();
	enum ungarble_err err;

	CHECK("not asked for", find(fd, 0, 0, &err, "") &&
	    err == UNGARBLE_OK && !shard.empty && opts.part_start == 0 &&
	    opts.part_end == 0 && opts.part_guess == 0);
	(void)lseek(fd, 17, SEEK_SET);
	CHECK("the first", find(fd, 1, 2, &err, "") && err == UNGARBLE_OK &&
	    shard.start == 0 && shard.end == 2 * block && !shard.empty);
	CHECK("the first: where", opts.part_start == 0 &&
	    opts.part_end == 2 * block && opts.part_lead == NULL &&
	    opts.part_known == NULL && opts.part_guess == 0);
	CHECK("the first: from the beginning", lseek(fd, 0, SEEK_CUR) == 0);
	CHECK("the last", find(fd, 2, 2, &err, "") && err == UNGARBLE_OK &&
	    shard.start == 2 * block && shard.end == SIZE && !shard.empty);
	CHECK("the last: where", opts.part_start == 2 * block &&
	    opts.part_end == 0 && opts.part_guess == 1 &&
	    opts.part_known == NULL);
	CHECK("the last: what the first block says", opts.part_lead ==
	    shard.lead && strtoull(shard.lead, NULL, 10) >= block &&
	    strtoull(shard.lead, NULL, 10) < block + 20);
	CHECK("one that is amid", find(fd, 2, 4, &err, "") && shard.start ==
	    block && shard.end == 2 * block && opts.part_end == 2 * block);
	CHECK("no block", find(fd, 1, 8, &err, "") && shard.empty &&
	    shard.start == 0 && shard.end == 0 && opts.part_guess == 0);
	CHECK("no block amid", find(fd, 3, 8, &err, "") && shard.empty &&
	    shard.start == block && shard.end == block &&
	    opts.part_guess == 0 && opts.part_lead == NULL);
}

/* What the plan says. */
static void
check_planned(int fd)
{
	const uint64_t block = ungarble_part_block();
	enum ungarble_err err;

	options.plan = "plan";
	job.plan = (struct cli_plan){ true, SIZE, "a lead", "what is known" };
	CHECK("a plan", find(fd, 2, 2, &err, "") && err == UNGARBLE_OK &&
	    opts.part_guess == 0 && opts.part_start == 2 * block &&
	    opts.part_lead == shard.lead && opts.part_known == shard.known &&
	    strcmp(shard.lead, "a lead") == 0 &&
	    strcmp(shard.known, "what is known") == 0);
	job.plan.lead[0] = job.plan.known[0] = '\0';
	CHECK("nothing is known", find(fd, 2, 2, &err, "") &&
	    opts.part_lead == NULL && opts.part_known == NULL);
	job.plan.has_part = false;
	CHECK("not of this shard", !find(fd, 2, 2, &err,
	    "ungarble: in: the plan says nothing of this shard\n"
	    "ungarble: --plan-out makes one for all shards\n"));
	CHECK("nothing to say", find(fd, 1, 2, &err, ""));
	CHECK("of an empty one, too", find(fd, 3, 8, &err, ""));
	job.plan = (struct cli_plan){ .has_part = true, .size = SIZE - 1 };
	CHECK("another size", !find(fd, 2, 2, &err,
	    "ungarble: in: the plan is of a file of another size\n"
	    "ungarble: --plan-out makes one for this file\n"));
	options.plan = NULL;
}

static void
check_failures(const char *name)
{
	const int writable = open(name, O_WRONLY);
	enum ungarble_err err;
	int ends[2];

	CHECK("pipe", pipe(ends) == 0);
	CHECK("no file", !find(ends[0], 1, 2, &err,
	    "ungarble: in: --shard needs a regular file\n") &&
	    err == UNGARBLE_OK);
	one.name = "-";
	CHECK("closed", !find(-1, 1, 2, &err,
	    "ungarble: standard input: bad file descriptor\n"));
	one.name = "in";
	CHECK("what is not to be read", !find(writable, 2, 2, &err,
	    "ungarble: in: bad file descriptor\n"));
	(void)close(writable);
	(void)close(ends[0]);
	(void)close(ends[1]);
	options.plan = NULL;
	heard_start();
	cli_shard_failed(&one);
	CHECK("guessed wrong", heard_is("ungarble: in: what comes before the "
	    "shard does not tell where it starts\n"
	    "ungarble: --plan-out makes a plan, --plan takes it\n"));
	options.plan = "plan";
	heard_start();
	cli_shard_failed(&one);
	CHECK("planned wrong", heard_is("ungarble: in: the shard does not "
	    "start as the plan says\nungarble: is it the file of the plan?\n"));
	options.plan = NULL;
}

/* The input is read from where the stream wants it. */
static void
check_seek(int fd)
{
	struct ungarble *ug = NULL;
	enum ungarble_err err;
	bool done;

	(void)lseek(fd, 99, SEEK_SET);
	options.n_shards = 0;
	CHECK("not asked for", cli_shard_seek(&one, NULL, fd) &&
	    lseek(fd, 0, SEEK_CUR) == 99);
	CHECK("found", find(fd, 2, 2, &err, ""));
	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	CHECK("before it", ungarble_part_from(ug) > 0 &&
	    ungarble_part_from(ug) < shard.start);
	CHECK("there", cli_shard_seek(&one, ug, fd) &&
	    lseek(fd, 0, SEEK_CUR) == (off_t)ungarble_part_from(ug));
	heard_start();
	done = cli_shard_seek(&one, ug, -1);
	CHECK("closed", heard_is("ungarble: in: bad file descriptor\n") &&
	    !done);
	ungarble_close(ug);
}

/* Who looks writes nothing, and is told nothing. */
static int
never(void *user, const char *bytes, size_t len)
{
	(void)user;
	(void)bytes;
	(void)len;
	return 1;
}

static void
check_looks(void)
{
	struct ungarble_options like = UNGARBLE_OPTIONS_INIT;
	struct ungarble_options looks;

	like.write = never;
	like.from = "koi8-r";
	like.fixes = "all";
	like.binary = UNGARBLE_BINARY_FAIL;
	looks = cli_shard_looks(&like);
	CHECK("looks", looks.write == NULL && looks.from == like.from &&
	    strcmp(looks.fixes, "encoding") == 0 &&
	    looks.binary == UNGARBLE_BINARY_PASS &&
	    looks.part_end == ungarble_part_block());
}

int
main(void)
{
	FILE *const file = tmpfile();
	char name[32];
	int fd;

	if (file == NULL) {
		perror("tmpfile");
		return 2;
	}
	for (size_t at = 0; at < SIZE; at += 20)
		(void)fputs("nineteen \xC3\xA9 of such\n", file);
	(void)fflush(file);
	fd = fileno(file);
	CHECK("size", ftruncate(fd, SIZE) == 0);
	(void)snprintf(name, sizeof(name), "/dev/fd/%d", fd);
	check_values();
	check_starts();
	check_looks();
	check_found(fd);
	check_planned(fd);
	check_failures(name);
	check_seek(fd);
	(void)fclose(file);
	return check_done("shard_test");
}
