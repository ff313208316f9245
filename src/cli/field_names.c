/*
 * field_names.c - the paths and columns that --jsonl, --csv and --tsv are given
 *
 * The library says only that it does not take them.  Which one of the list that
 * is, is found by asking for each alone:
 *
 *	ungarble: --jsonl: 'a..b': a key is missing
 *	ungarble: a path is keys with dots between, as meta.title; ...
 */
#include <stdlib.h>
#include <string.h>

#include "field_names.h"
#include "message.h"
#include "printable.h"

/* Whether the library takes such a list. */
static bool
field_names_taken(enum ungarble_fields fields, const char *names)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	opts.fields = fields;
	opts.names = names;
	err = ungarble_open(&ug, &opts);
	ungarble_close(ug);
	return err != UNGARBLE_EOPTION;
}

/* How far it is to the next `sign` that has no backslash before it, or the
 * end. */
static size_t
field_names_len(const char *s, char sign)
{
	size_t len = 0;

	for (; s[len] != '\0' && s[len] != sign; len++)
		if (s[len] == '\\' && s[len + 1] != '\0')
			len++;
	return len;
}

/* Whether a key of the path, or the name of a column, is empty. */
static bool
field_names_lacks(char *name, bool path)
{
	for (char *end;; name = end + 1) {
		end = name + (path ? field_names_len(name, '.') : strlen(name));
		if (end == name || (path && strncmp(name, "[]", 2) == 0 &&
			end == name + 2))
			return true;
		if (*end == '\0')
			return false;
	}
}

/* Say what is wrong with a name that was not taken, or `NULL`: all are good. */
static void
field_names_blame(const char *option, char *name, bool path)
{
	struct cli_out *const out = cli_message_start(option);

	if (name == NULL) {
		cli_out_string(out, "these are too many");
	} else {
		cli_out_string(out, "'");
		cli_out_masked(out, name, strlen(name), false);
		cli_out_string(out, "': ");
		cli_out_string(out, !field_names_lacks(name, path)
			? "these are too many keys"
			: path ? "a key is missing"
			       : "a name is missing");
	}
	cli_message_end();
	cli_message(NULL, path
		? "a path is keys with dots between, as meta.title; commas "
		  "stand between paths, 64 at most"
		: "a column is its name or its number; commas stand between "
		  "columns, 64 at most");
}

/* Find the name that is not taken. */
static void
field_names_search(const char *option, enum ungarble_fields fields, char *list)
{
	const bool path = fields == UNGARBLE_FIELDS_JSON;

	for (char *name = list, *end;; name = end + 1) {
		bool last;

		end = name + field_names_len(name, ',');
		last = *end == '\0';
		*end = '\0';
		if (!field_names_taken(fields, name)) {
			field_names_blame(option, name, path);
			return;
		}
		if (last)
			break;
	}
	field_names_blame(option, NULL, path);
}

bool
cli_field_names_check(const struct cli_options *options)
{
	const enum ungarble_fields fields = options->fields;
	const char *const option = fields == UNGARBLE_FIELDS_JSON ? "--jsonl"
	    : fields == UNGARBLE_FIELDS_CSV                       ? "--csv"
								  : "--tsv";
	char *list;

	if (options->names == NULL || field_names_taken(fields, options->names))
		return true;
	list = malloc(strlen(options->names) + 1);
	if (list == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	field_names_search(option, fields, strcpy(list, options->names));
	free(list);
	return false;
}

void
cli_field_names_missing(const struct cli_options *options, uint64_t found)
{
	const char *name = options->names;

	for (; found != UINT64_MAX; found >>= 1) {
		const size_t len = field_names_len(name, ',');

		if ((found & 1) == 0) {
			struct cli_out *const out = cli_message_start(NULL);

			cli_out_string(out, "no line has text at '");
			cli_out_masked(out, name, len, false);
			cli_out_string(out, "', which --jsonl asks for; a path "
			    "is keys with dots between, as meta.title");
			cli_message_end();
		}
		if (name[len] == '\0')
			break;
		name += len + 1;
	}
}
