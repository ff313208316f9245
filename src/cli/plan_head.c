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

/* FNV-1a: whether files are the same, not whether somebody wants them to be. */
static uint64_t
head_hash(const char *s, size_t len)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)s[i]) * UINT64_C(0x100000001B3);
	return hash;
}

/* "option NAME VALUE"; a long value by its hash. */
static void
head_option(char line[CLI_PLAN_LINE], const char *name, const char *value)
{
	const int n = snprintf(line, CLI_PLAN_LINE, "option %s ", name);
	const size_t room = CLI_PLAN_LINE - (size_t)n;
	const size_t len = strlen(value);

	if (ungarble_printable(value, len, 0, line + n, room) >= room)
		(void)snprintf(line + n, room, "#%016llx",
		    (unsigned long long)head_hash(value, len));
}

/* The same of a file's content. */
static void
head_rows(char line[CLI_PLAN_LINE], const char *name,
    const struct cli_rows *rows)
{
	(void)snprintf(line, CLI_PLAN_LINE, "option %s #%016llx", name,
	    (unsigned long long)head_hash(rows->s, rows->len));
}

/* Options with a value: what it is, or NULL if it is the default. */
static const char *
head_word(const struct cli_options *o, size_t i, const char **name)
{
	static const char *const invalids[] = { NULL, "fail", "escape",
		"drop" };
	static const char *const binaries[] = { NULL, "skip", "fail" };
	const struct {
		const char *name, *value;
	} words[] = {
		{ "from", o->from },
		{ "lang", o->languages },
		{ "declared", o->declared },
		{ "fallback", o->fallback },
		{ "scope", o->scope == UNGARBLE_SCOPE_STREAM ? "stream" :
		    NULL },
		{ "invalid", invalids[o->invalid] },
		{ "binary", binaries[o->binary] },
		{ "no-memory", o->no_memory ? "" : NULL },
		{ "jsonl", o->fields != UNGARBLE_FIELDS_JSON ? NULL :
		    o->names != NULL ? o->names : "" },
		{ "null-data", o->fields == UNGARBLE_FIELDS_NUL ? "" : NULL },
		{ "fix", o->fixes },
	};

	if (i >= sizeof(words) / sizeof(*words)) {
		*name = NULL;
		return NULL;
	}
	*name = words[i].name;
	return words[i].value;
}

/* The i-th option that is set. */
static bool
head_set(const struct cli_options *o, size_t i, char line[CLI_PLAN_LINE])
{
	const char *name = "", *value;

	for (size_t k = 0; name != NULL; k++) {
		value = head_word(o, k, &name);
		if (value != NULL && i-- == 0) {
			head_option(line, name, value);
			return true;
		}
	}
	if (o->lexicon.n > 0 && i-- == 0) {
		head_rows(line, "lexicon", &o->lexicon);
		return true;
	}
	if (o->keep.n > 0 && i-- == 0) {
		head_rows(line, "keep", &o->keep);
		return true;
	}
	if (o->confidence != 0 && i-- == 0) {
		(void)snprintf(line, CLI_PLAN_LINE, "option confidence %u",
		    o->confidence);
		return true;
	}
	return false;
}

bool
cli_plan_head(const struct cli_options *options, size_t i,
    char line[CLI_PLAN_LINE])
{
	size_t n = 0;

	if (i == 0) {
		(void)snprintf(line, CLI_PLAN_LINE, "ungarble plan 1");
		return true;
	}
	if (i == 1) {
		(void)snprintf(line, CLI_PLAN_LINE, "version %s",
		    ungarble_version());
		return true;
	}
	while (ungarble_component(n) != NULL)
		n++;
	if (i - 2 < n) {
		(void)snprintf(line, CLI_PLAN_LINE, "uses %s",
		    ungarble_component(i - 2));
		return true;
	}
	return head_set(options, i - 2 - n, line);
}
