/*
 * plan_read.c - --plan: a plan is read, and held against the run
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plan.h"
#include "message.h"
#include "plan_head.h"

struct plan_reader {
	const char *name;
	int fd;
	int error;             /* errno */
	char bytes[CLI_BLOCK];
	size_t at, len;
	unsigned n_lines;
	uint64_t hash, before; /* of all lines, and of those before the last */
	char line[CLI_PLAN_LINE];
};

/* Whether a byte comes next. */
static bool
plan_more(struct plan_reader *reader)
{
	ssize_t got;

	if (reader->at < reader->len)
		return true;
	got = cli_read(reader->fd, reader->bytes, sizeof(reader->bytes));
	if (got < 0)
		reader->error = errno;
	reader->at = 0;
	reader->len = got > 0 ? (size_t)got : 0;
	return got > 0;
}

/* The next line, without its end; NULL: none, or one that is too long. */
static const char *
plan_line(struct plan_reader *reader)
{
	size_t n = 0;

	while (n < sizeof(reader->line) && plan_more(reader)) {
		reader->line[n] = reader->bytes[reader->at++];
		if (reader->line[n++] != '\n')
			continue;
		reader->before = reader->hash;
		reader->hash = cli_plan_hash(reader->hash, reader->line, n);
		reader->line[n - 1] = '\0';
		reader->n_lines++;
		return reader->line;
	}
	return NULL;
}

static const char plan_cut[] = "is no plan, or cut";
static const char plan_damaged[] = "is no plan, or damaged";

/* Say what is wrong with a plan, and what to do.  False. */
static bool
plan_wrong(const struct plan_reader *reader, const char *what)
{
	if (reader->error != 0) {
		cli_message_errno(reader->name, reader->error);
		return false;
	}
	return cli_message_wrong(reader->name, what,
	    "--plan-out makes one; all shards take the same");
}

/* Say that a line of the head is another one. */
static bool
plan_differs(const struct plan_reader *reader, const char *has,
    const char *wanted)
{
	const bool ended = strncmp(has, "size ", 5) == 0;
	struct cli_out *out = cli_message_start(reader->name);

	cli_out_string(out, "the plan was made with another version, or other "
	    "options");
	cli_message_end();
	out = cli_message_start(NULL);
	cli_out_string(out, "there: ");
	cli_out_string(out, ended ? "no more" : has);
	cli_out_string(out, "; here: ");
	cli_out_string(out, wanted[0] != '\0' ? wanted : "no more");
	cli_message_end();
	return false;
}

/* "NAME NUMBER" */
static bool
plan_number(struct plan_reader *reader, const char *name, uint64_t *n)
{
	const char *const line = reader->line;
	const size_t len = strlen(name);
	char *end;

	if (strncmp(line, name, len) != 0 || line[len] != ' ' ||
	    line[len + 1] < '0' || line[len + 1] > '9')
		return false;
	errno = 0;
	*n = strtoull(line + len + 1, &end, 10);
	return errno == 0 && (*end == '\0' || *end == ' ');
}

/* A line of the head is what this run would write; for cli_plan_head(). */
static bool
plan_take_head(void *user, const char *wanted)
{
	struct plan_reader *const reader = user;
	const char *const line = plan_line(reader);

	if (line == NULL)
		return plan_wrong(reader, plan_cut);
	if (strcmp(line, wanted) == 0)
		return true;
	return reader->n_lines == 1 ? plan_wrong(reader, "is no plan") :
	    plan_differs(reader, line, wanted);
}

/* The size comes next, and no more options. */
static bool
plan_take_size(struct plan_reader *reader, uint64_t *size)
{
	const char *const line = plan_line(reader);

	if (line == NULL)
		return plan_wrong(reader, plan_cut);
	return plan_number(reader, "size", size) ||
	    plan_differs(reader, line, "");
}

/* Take "-", or what stands there, up to `end`.  What is behind, or NULL. */
static const char *
plan_take(char to[UNGARBLE_PART_STATE], const char *from, char end)
{
	const size_t len = strcspn(from, "\t");

	to[0] = '\0';
	if (len == 0 || len >= UNGARBLE_PART_STATE || from[len] != end)
		return NULL;
	if (len != 1 || from[0] != '-') {
		memcpy(to, from, len);
		to[len] = '\0';
	}
	return from + len + (end != '\0');
}

/* "part K LEAD <TAB> KNOWN" */
static bool
plan_take_part(struct cli_plan *plan, const char *line)
{
	const char *at = strchr(line + strlen("part "), ' ');

	at = at == NULL ? NULL : plan_take(plan->lead, at + 1, '\t');
	return at != NULL && plan_take(plan->known, at, '\0') != NULL;
}

/* The end stands there, with the hash of all before, and nothing behind. */
static bool
plan_ends(struct plan_reader *reader)
{
	char end[32];

	(void)snprintf(end, sizeof(end), "end %016" PRIX64, reader->before);
	return strcmp(reader->line, end) == 0 && !plan_more(reader) &&
	    reader->error == 0;
}

/* What is said of the shards; all of it must be there. */
static bool
plan_take_parts(struct plan_reader *reader, struct cli_plan *plan,
    unsigned shard)
{
	const char *line;
	uint64_t k;

	while ((line = plan_line(reader)) != NULL &&
	    plan_number(reader, "part", &k)) {
		if (k != shard)
			continue;
		plan->has_part = true;
		if (!plan_take_part(plan, line))
			return plan_wrong(reader, plan_damaged);
	}
	if (line == NULL)
		return plan_wrong(reader, plan_cut);
	return plan_ends(reader) || plan_wrong(reader, plan_damaged);
}

static bool
plan_read(struct plan_reader *reader, struct cli_plan *plan,
    const struct cli_options *options)
{
	uint64_t n;

	if (!cli_plan_head(options, plan_take_head, reader) ||
	    !plan_take_size(reader, &plan->size))
		return false;
	if (plan_line(reader) == NULL || !plan_number(reader, "shards", &n))
		return plan_wrong(reader, plan_cut);
	if (n != options->n_shards)
		return plan_wrong(reader, "is for another number of shards");
	return plan_take_parts(reader, plan, options->shard);
}

bool
cli_plan_read(struct cli_plan *plan, const struct cli_options *options)
{
	static struct plan_reader reader;
	bool done;

	reader = (struct plan_reader){ .name = options->plan,
		.hash = CLI_PLAN_HASH };
	reader.fd = cli_open(options->plan);
	if (reader.fd < 0) {
		cli_message_errno(options->plan, errno);
		return false;
	}
	done = plan_read(&reader, plan, options);
	(void)close(reader.fd); /* only read from: nothing to lose */
	return done;
}
