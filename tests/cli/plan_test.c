/*
 * plan_test.c - a plan is made and read; one that is not whole is refused
 */
#define _XOPEN_SOURCE 700

#include "cli/plan.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/plan_head.h"
#include "cli/shard.h"
#include "heard.h"
#include "plan_made.h"

#define STATES 32

static uint64_t block;

/* What a stream that reads all up to there says of a place. */
static void
state_at(const struct cli_options *options, uint64_t place,
    char state[UNGARBLE_PART_STATE])
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	static char bytes[CLI_BLOCK];
	struct ungarble *ug;
	ssize_t n;

	opts.from = options->from;
	opts.fields = options->fields;
	opts.fixes = "encoding";
	opts.part_end = place;
	CHECK("its beginning", lseek(fileno(input), 0, SEEK_SET) == 0);
	CHECK("open", ungarble_open(&ug, &opts) == UNGARBLE_OK);
	while (!ungarble_part_ended(ug) &&
	    (n = read(fileno(input), bytes, sizeof(bytes))) > 0)
		if (ungarble_feed(ug, bytes, (size_t)n) != UNGARBLE_OK)
			break;
	state[0] = '\0';
	(void)ungarble_part_state(ug, state, UNGARBLE_PART_STATE);
	ungarble_close(ug);
}

/* Each shard is told what is known at its start, and a block before. */
static void
check_parts(const char *name, const struct cli_options *like, unsigned n)
{
	struct cli_options options = *like;
	static struct cli_plan got;
	static char at[STATES + 1][UNGARBLE_PART_STATE];
	const uint64_t more = options.fields != UNGARBLE_FIELDS_NONE ? 1 : 0;
	bool seen[STATES] = { false, true }; /* places that it came to */
	uint64_t last = 0;

	for (uint64_t i = 1; i < STATES && i * block < size; i++)
		state_at(&options, i * block, at[i]);
	options.n_shards = n;
	options.plan = plan_name;
	make(&options);
	put(plan, plan_len);
	for (unsigned k = 1; k <= n; k++) {
		const uint64_t start = cli_shard_start(size, k - 1, n) / block;
		uint64_t lead = start > more + 1 ? start - more - 1 : 0;

		options.shard = k;
		if (!CHECK(name, taken(&got, &options) && got.size == size))
			continue;
		CHECK(name, got.has_part == (start > 0 && start * block <
		    size && cli_shard_start(size, k - 1, n) < size));
		if (!got.has_part)
			continue;
		CHECK(name, strcmp(got.known, at[start]) == 0);
		seen[lead] |= lead > last; /* it never goes back */
		while (lead > 0 && (!seen[lead] || at[lead][0] == '\0' ||
		    strtoull(at[lead], NULL, 10) >= (start - more) * block))
			lead--;
		seen[start] = true;
		last = start;
		if (!CHECK(name, strcmp(got.lead, lead > 0 ? at[lead] : "") ==
		    0))
			fprintf(stderr, "    %u of %u: <%s>, not <%s>\n", k, n,
			    got.lead, at[lead]);
	}
}

/* The plan by its lines: head, size, shards, parts and a hash of all. */
static void
check_lines(unsigned n)
{
	struct cli_options options = { .n_shards = n };
	uint64_t hash = UINT64_C(0xCBF29CE484222325);
	char *end, wanted[128];

	make(&options);
	end = strstr(plan, "\nend ");
	if (!CHECK("an end", end != NULL))
		return;
	for (const char *s = plan; s <= end; s++)
		hash = (hash ^ (unsigned char)*s) * UINT64_C(0x100000001B3);
	(void)snprintf(wanted, sizeof(wanted), "\nend %016" PRIX64 "\n", hash);
	CHECK("its hash", strcmp(end, wanted) == 0);
	(void)snprintf(wanted, sizeof(wanted), "\nsize %" PRIu64
	    "\nshards %u\npart 2 ", size, n);
	CHECK("size and shards", strstr(plan, wanted) != NULL);
	CHECK("a head", strncmp(plan, "ungarble plan 1\nversion ", 24) == 0);
}

static const char no_end[] = "ungarble: --plan-out makes one; all shards take "
    "the same\n";

/* Refused, and why: the first words that are said of it. */
static bool
refused(const char *bytes, size_t len, const struct cli_options *options,
    const char *why)
{
	static struct cli_plan got;
	char wanted[256];
	const char *said;
	bool good;

	put(bytes, len);
	heard_start();
	good = taken(&got, options);
	said = heard();
	(void)snprintf(wanted, sizeof(wanted), "ungarble: %s: %s", plan_name,
	    why);
	if (strncmp(said, wanted, strlen(wanted)) == 0)
		return !good;
	fprintf(stderr, "    <%s>\n", said);
	return false;
}

/* Whatever byte is another one, or missing, or too many. */
static void
check_damaged(void)
{
	static const struct {
		const char *at, *instead, *why;
	} rows[] = {
		{ "ungarble plan 1\n", "ungarble plan 2\n", "is no plan\n" },
		{ "ungarble plan 1\n", "", "is no plan\n" },
		{ "version ", "Version ", "the plan was made with another" },
		{ "size ", "siZe ", "the plan was made with another" },
		{ "\nsize 4", "\nsize x", "the plan was made with another" },
		{ "\nsize 4", "\nsize /", "the plan was made with another" },
		{ "\nsize 4", "\nsize :", "the plan was made with another" },
		{ "\nsize 4", "\nsize 99999999999999999999",
		    "the plan was made with another" },
		{ "\nshards ", "\nshard ", "is no plan, or cut\n" },
		{ "\nshards 3", "\nshards 4", "is for another number of" },
		{ "\npart 3 ", "\npart 3\t", "is no plan, or damaged\n" },
		{ "\npart 3 ", "\npart 3 \t", "is no plan, or damaged\n" },
		{ "\nend ", "\nEnd ", "is no plan, or damaged\n" },
		{ "\nend ", "\n", "is no plan, or damaged\n" },
	};
	struct cli_options options = { .n_shards = 3, .shard = 3,
		.plan = plan_name };
	char other[sizeof(plan)];

	make(&options);
	for (size_t i = 0; i < plan_len; i++) {
		memcpy(other, plan, plan_len);
		other[i] ^= 1;
		if (!CHECK("another byte", refused(other, plan_len, &options,
		    "")))
			break;
	}
	for (size_t len = 0; len < plan_len; len++)
		if (!CHECK("cut", refused(plan, len, &options,
		    "is no plan, or cut\n")))
			break;
	CHECK("and what to do", strcmp(strchr(heard_read(), '\n') + 1,
	    no_end) == 0);
	strcpy(other, plan);
	strcat(other, "\n");
	CHECK("more", refused(other, plan_len + 1, &options,
	    "is no plan, or damaged\n"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *const at = strstr(plan, rows[i].at);

		if (!CHECK(rows[i].at, at != NULL))
			continue;
		(void)snprintf(other, sizeof(other), "%.*s%s%s",
		    (int)(at - plan), plan, rows[i].instead,
		    at + strlen(rows[i].at));
		CHECK(rows[i].instead, refused(other, strlen(other), &options,
		    rows[i].why));
	}
	put(plan, plan_len);
	options.plan = "/no/such/plan";
	heard_start();
	CHECK("none", !taken(&(struct cli_plan){ .size = 0 }, &options));
	CHECK("none", heard_is("ungarble: /no/such/plan: no such file or "
	    "directory\n"));
	options.plan = "/";
	heard_start();
	CHECK("a folder", !taken(&(struct cli_plan){ .size = 0 }, &options));
	CHECK("a folder", heard_is("ungarble: /: is a directory\n"));
}

/* Options that differ are named, as they are there and here. */
static void
check_options(void)
{
	struct cli_options was = { .n_shards = 3, .shard = 1, .from = "utf-8",
		.plan = plan_name };
	struct cli_options now = was;

	make(&was);
	now.from = "koi8-r";
	CHECK("another", refused(plan, plan_len, &now, "the plan was made with "
	    "another version, or other options\nungarble: there: option from "
	    "utf-8; here: option from koi8-r\n"));
	now.from = NULL;
	CHECK("one less", refused(plan, plan_len, &now, "the plan was made "
	    "with another version, or other options\nungarble: there: option "
	    "from utf-8; here: no more\n"));
	now.from = "utf-8";
	now.languages = "de";
	CHECK("one more", refused(plan, plan_len, &now, "the plan was made "
	    "with another version, or other options\nungarble: there: no more; "
	    "here: option lang de\n"));
}

/* A line that is just not too long, and one that is. */
static void
check_long(void)
{
	struct cli_options options = { .n_shards = 3, .shard = 1,
		.plan = plan_name };
	char *const line = malloc(2 * CLI_PLAN_LINE);
	const size_t head = strlen("ungarble plan 1\n");

	if (!CHECK("memory", line != NULL))
		return;
	memset(line, 'a', 2 * CLI_PLAN_LINE);
	memcpy(line, "ungarble plan 1\n", head);
	line[head + CLI_PLAN_LINE - 1] = '\n';
	CHECK("long", refused(line, 2 * CLI_PLAN_LINE, &options, "the plan was "
	    "made with another version"));
	line[head + CLI_PLAN_LINE - 1] = 'a';
	line[head + CLI_PLAN_LINE] = '\n';
	CHECK("too long", refused(line, 2 * CLI_PLAN_LINE, &options,
	    "is no plan, or cut\n"));
	free(line);
}

/* What cannot be read gives no end, without which it is no plan. */
static void
check_unread(void)
{
	const struct cli_options options = { .n_shards = 3 };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	static struct cli_out out;
	bool failed = false;

	heard_out(&out);
	CHECK("not to be read", cli_plan_make(&out, -1, size, &options, &opts,
	    &failed) == UNGARBLE_OK && failed && errno == EBADF);
	CHECK("no end", cli_out_flush(&out) &&
	    strstr(heard_read(), "shards 3\n") != NULL &&
	    strstr(heard_read(), "end ") == NULL &&
	    strstr(heard_read(), "part ") == NULL);
	heard_out(&out);
	opts.from = "no-such-encoding";
	failed = true;
	CHECK("no such stream", cli_plan_make(&out, fileno(input), size,
	    &options, &opts, &failed) == UNGARBLE_ELABEL && !failed);
	CHECK("no end", cli_out_flush(&out) &&
	    strstr(heard_read(), "end ") == NULL);
}

int
main(void)
{
	const struct cli_options plain = { .from = NULL };
	const struct cli_options records = { .fields = UNGARBLE_FIELDS_JSON };
	const struct cli_options utf8 = { .from = "utf-8" };

	made_open();
	block = ungarble_part_block();
	make_input("a caf\xC3\xA9 of such a size that it is a line", 100000, 0,
	    0);
	CHECK("blocks", size > 3 * block && size <= 5 * block);
	for (unsigned n = 1; n <= 6; n++)
		check_parts("lines", &plain, n);
	check_parts("more than fits into one block", &utf8, 700);
	CHECK("more than fits into one block", plan_len > CLI_BLOCK);
	check_lines(3);
	check_damaged();
	check_options();
	check_long();
	check_unread();
	make_input("{\"a\":\"caf\xC3\xA9 of such a size that it is a line\"}",
	    80000, 30000, 1500000);
	CHECK("blocks", size > 5 * block);
	check_parts("records", &records, 6);
	check_parts("records", &records, 4);
	check_parts("a long line", &plain, 6);
	make_input("", 1, 0, 5000000);
	check_parts("one line", &plain, 5);
	check_parts("one record", &records, 5);
	return check_done("plan_test");
}
