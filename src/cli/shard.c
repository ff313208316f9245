/*
 * shard.c - --shard: one of the parts of a file, as if all were written
 *
 *	--shard=2/3 of 8 MiB  ->  starts with the first line that starts in the
 *	                          third block, ends before that of the sixth
 *
 * How lines end, and in which form the stream is, a plan tells, or without one
 * the first block.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shard.h"
#include "least.h"
#include "message.h"

#define SHARDS_MAX 1000000

static bool
shard_number(const char **s, unsigned *n)
{
	*n = 0;
	while (**s >= '0' && **s <= '9' && *n <= SHARDS_MAX)
		*n = *n * 10 + (unsigned)(*(*s)++ - '0');
	return *n > 0 && *n <= SHARDS_MAX;
}

bool
cli_shard_parse(const char *value, struct cli_options *options)
{
	options->shard = 0;
	if (!shard_number(&value, &options->n_shards))
		return false;
	if (*value == '/') {
		value++;
		options->shard = options->n_shards;
		if (!shard_number(&value, &options->n_shards))
			return false;
	}
	return *value == '\0' && options->shard <= options->n_shards;
}

uint64_t
cli_shard_start(uint64_t size, unsigned k, unsigned n)
{
	const uint64_t block = ungarble_part_block();
	const uint64_t n_blocks = size / block + (size % block != 0);
	const uint64_t start = (n_blocks / n * k + n_blocks % n * k / n) *
	    block;

	return CLI_MIN(start, size);
}

struct ungarble_options
cli_shard_looks(const struct ungarble_options *like)
{
	struct ungarble_options opts = *like;

	opts.write = NULL;
	opts.piece = NULL;
	opts.span = NULL;
	opts.edit = NULL;
	opts.finding = NULL;
	opts.fixes = "encoding";
	opts.binary = UNGARBLE_BINARY_PASS;
	opts.part_end = ungarble_part_block();
	return opts;
}

/* What the stream's first block says of all, or nothing. */
static enum ungarble_err
shard_look(struct cli_shard *shard, const struct ungarble_options *like,
    int fd, bool *failed)
{
	static char bytes[CLI_BLOCK];
	const struct ungarble_options opts = cli_shard_looks(like);
	struct ungarble *ug;
	enum ungarble_err err = ungarble_open(&ug, &opts);
	ssize_t n = 0;

	while (err == UNGARBLE_OK && !ungarble_part_ended(ug) &&
	    (n = cli_read(fd, bytes, sizeof(bytes))) > 0)
		err = ungarble_feed(ug, bytes, (size_t)n);
	*failed = n < 0;
	if (err == UNGARBLE_OK && !*failed)
		(void)ungarble_part_state(ug, shard->lead,
		    sizeof(shard->lead));
	ungarble_close(ug);
	return err;
}

/* Who ran before may have read what is standard input. */
static bool
shard_seek(const char *name, int fd, uint64_t at)
{
	if (lseek(fd, (off_t)at, SEEK_SET) >= 0)
		return true;
	cli_message_errno(name, errno);
	return false;
}

bool
cli_shard_size(const char *name, int fd, uint64_t *size)
{
	struct stat st;

	if (fstat(fd, &st) < 0) {
		cli_message_errno(name, errno);
		return false;
	}
	if (!S_ISREG(st.st_mode)) {
		cli_message(name, "--shard needs a regular file");
		return false;
	}
	*size = (uint64_t)st.st_size;
	return shard_seek(name, fd, 0);
}

/* Take what the plan says.  False, with a message, if it is of another file. */
static bool
shard_plan(struct cli_shard *shard, const struct cli_plan *plan,
    const char *name, uint64_t size)
{
	if (plan->size != size)
		return cli_message_wrong(name,
		    "the plan is of a file of another size",
		    "--plan-out makes one for this file");
	if (!plan->has_part && shard->start > 0 && !shard->empty)
		return cli_message_wrong(name,
		    "the plan says nothing of this shard",
		    "--plan-out makes one for all shards");
	memcpy(shard->lead, plan->lead, sizeof(shard->lead));
	memcpy(shard->known, plan->known, sizeof(shard->known));
	return true;
}

enum ungarble_err
cli_shard_find(struct cli_shard *shard, struct cli_one *one, int fd,
    struct ungarble_options *opts, bool *failed)
{
	const struct cli_options *const options = one->job->options;
	const char *const name = cli_message_input(one->name);
	const unsigned k = options->shard, n = options->n_shards;
	enum ungarble_err err = UNGARBLE_OK;
	uint64_t size;

	*shard = (struct cli_shard){ .empty = false };
	if (n == 0)
		return UNGARBLE_OK;
	if (!cli_shard_size(name, fd, &size)) {
		*failed = true;
		return UNGARBLE_OK;
	}
	shard->start = cli_shard_start(size, k - 1, n);
	shard->end = cli_shard_start(size, k, n);
	shard->empty = shard->start == shard->end;
	if (options->plan != NULL) {
		*failed = !shard_plan(shard, &one->job->plan, name, size);
	} else if (shard->start > 0 && !shard->empty) {
		err = shard_look(shard, opts, fd, failed);
		if (*failed)
			cli_message_errno(name, errno);
		opts->part_guess = 1;
	}
	opts->part_start = shard->start;
	opts->part_end = shard->end < size ? shard->end : 0;
	opts->part_lead = shard->lead[0] != '\0' ? shard->lead : NULL;
	opts->part_known = shard->known[0] != '\0' ? shard->known : NULL;
	return err;
}

void
cli_shard_failed(const struct cli_one *one)
{
	const char *const name = cli_message_input(one->name);

	if (one->job->options->plan != NULL)
		(void)cli_message_wrong(name,
		    "the shard does not start as the plan says",
		    "is it the file of the plan?");
	else
		(void)cli_message_wrong(name, "what comes before the shard "
		    "does not tell where it starts",
		    "--plan-out makes a plan, --plan takes it");
}

bool
cli_shard_seek(struct cli_one *one, const struct ungarble *ug, int fd)
{
	return one->job->options->n_shards == 0 ||
	    shard_seek(cli_message_input(one->name), fd,
		ungarble_part_from(ug));
}
