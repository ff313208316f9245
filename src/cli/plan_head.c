/*
 * plan_head.c - what a plan was made for: version, tables, options
 *
 *	ungarble plan 1
 *	version 0.1.0
 *	uses ICU 72.1
 *	option scope stream
 *
 * Options that do not change what is written are left out.
 */
#include <stdio.h>
#include <string.h>

#include "plan_head.h"

struct head {
	bool (*take)(void *user, const char *line);
	void *user;
	bool goes_on;
	char line[CLI_PLAN_LINE];
};

uint64_t
cli_plan_hash(uint64_t hash, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)s[i]) * UINT64_C(0x100000001B3);
	return hash;
}

/* The line is there. */
static void
head_say(struct head *head)
{
	head->goes_on = head->goes_on && head->take(head->user, head->line);
}

static void
head_words(struct head *head, const char *name, const char *value)
{
	(void)snprintf(head->line, sizeof(head->line), "%s %s", name, value);
	head_say(head);
}

/* The content of a file, or a long value: by its hash. */
static void
head_hashed(struct head *head, const char *name, const char *s, size_t len)
{
	(void)snprintf(head->line, sizeof(head->line), "option %s #%016llx",
	    name, (unsigned long long)cli_plan_hash(CLI_PLAN_HASH, s, len));
	head_say(head);
}

/* An option with its value; NULL: as it is by default. */
static void
head_option(struct head *head, const char *name, const char *value)
{
	const int n = snprintf(head->line, sizeof(head->line), "option %s ",
	    name);
	const size_t room = sizeof(head->line) - (size_t)n;

	if (value == NULL)
		return;
	if (ungarble_printable(value, strlen(value), 0, head->line + n,
	    room) < room)
		head_say(head);
	else
		head_hashed(head, name, value, strlen(value));
}

/* One without a value. */
static void
head_flag(struct head *head, const char *name, bool set)
{
	head_option(head, name, set ? "" : NULL);
}

static void
head_rows(struct head *head, const char *name, const struct cli_rows *rows)
{
	if (rows->n > 0)
		head_hashed(head, name, rows->s, rows->len);
}

/* What of records is repaired. */
static void
head_fields(struct head *head, const struct cli_options *o)
{
	static const char *const kinds[] = {
		[UNGARBLE_FIELDS_JSON] = "jsonl",
		[UNGARBLE_FIELDS_CSV] = "csv",
		[UNGARBLE_FIELDS_TSV] = "tsv",
		[UNGARBLE_FIELDS_NUL] = "null-data",
	};
	const char delim[] = { o->delimiter, '\0' };

	if (o->fields == UNGARBLE_FIELDS_NONE)
		return;
	head_option(head, kinds[o->fields], o->names != NULL ? o->names : "");
	head_option(head, "delim", o->delimiter != '\0' ? delim : NULL);
	head_flag(head, "no-header", o->no_header);
}

static void
head_options(struct head *head, const struct cli_options *o)
{
	static const char *const invalids[] = { NULL, "fail", "escape",
		"drop" };
	static const char *const binaries[] = { NULL, "skip", "fail" };
	char percent[16];

	(void)snprintf(percent, sizeof(percent), "%u", o->confidence);
	head_option(head, "from", o->from);
	head_option(head, "lang", o->languages);
	head_option(head, "declared", o->declared);
	head_option(head, "fallback", o->fallback);
	head_option(head, "scope", o->scope == UNGARBLE_SCOPE_STREAM ?
	    "stream" : NULL);
	head_option(head, "invalid", invalids[o->invalid]);
	head_option(head, "binary", binaries[o->binary]);
	head_flag(head, "no-memory", o->no_memory);
	head_fields(head, o);
	head_option(head, "fix", o->fixes);
	head_rows(head, "lexicon", &o->lexicon);
	head_rows(head, "keep", &o->keep);
	head_option(head, "confidence", o->confidence != 0 ? percent : NULL);
}

bool
cli_plan_head(const struct cli_options *options,
    bool (*take)(void *user, const char *line), void *user)
{
	struct head head = { .take = take, .user = user, .goes_on = true };
	const char *component;

	head_words(&head, "ungarble plan", "1");
	head_words(&head, "version", ungarble_version());
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++)
		head_words(&head, "uses", component);
	head_options(&head, options);
	return head.goes_on;
}
