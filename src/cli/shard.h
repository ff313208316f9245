/*
 * shard.h - --shard: one of the parts of a file, as if all were written
 */
#ifndef CLI_SHARD_H
#define CLI_SHARD_H

#include "told.h"

/* Which part of the input it is. */
struct cli_shard {
	bool empty;       /* no block of it: nothing is to be written */
	uint64_t start, end;
	char lead[UNGARBLE_PART_STATE], known[UNGARBLE_PART_STATE];
};

/* Take the value of --shard, K/N or N.  False if it is none. */
bool cli_shard_parse(const char *value, struct cli_options *options);

/* Where the part behind the first k of n starts, in a file of that size. */
uint64_t cli_shard_start(uint64_t size, unsigned k, unsigned n);

/* Options for a stream that is only looked at, up to the end of a part. */
struct ungarble_options cli_shard_looks(const struct ungarble_options *like);

/* The size of an input that can be cut, from whose beginning it is read.
 * False, with a message. */
bool cli_shard_size(const char *name, int fd, uint64_t *size);

/*
 * If a part is asked for: find out which it is of the input that is open, and
 * have *opts say so, which points into *shard.  *failed: it was told why not.
 */
enum ungarble_err cli_shard_find(struct cli_shard *shard, struct cli_one *one,
    int fd, struct ungarble_options *opts, bool *failed);

/* Say why a part did not start as it should have. */
void cli_shard_failed(const struct cli_one *one);

/* Go to where the input is to be read from.  False, with a message. */
bool cli_shard_seek(struct cli_one *one, const struct ungarble *ug, int fd);

#endif /* CLI_SHARD_H */
