/*
 * names.c - the names of encodings and repairs: known ones, and lists of them
 *
 * The library says only that a name is wrong.  Which one, and what may have been
 * meant, is found here:
 *
 *	ungarble: --from: no encoding is called 'latin11'
 *	ungarble: did you mean latin1? --list-encodings shows all
 */
#include <string.h>

#include "names.h"
#include "message.h"
#include "printable.h"
#include "suggest.h"

/* Beside the groups that fixes are in. */
static const char *const names_groups[] = {
	"encoding",
	"default",
	"all",
	"none",
};

#define N_NAMES_GROUPS (sizeof(names_groups) / sizeof(*names_groups))

/* Consider every fix and group; a group may come up more than once. */
static void
names_try_fixes(struct cli_suggest *suggest)
{
	const struct ungarble_fix *fix;

	for (size_t i = 0; i < N_NAMES_GROUPS; i++)
		cli_suggest_try(suggest, names_groups[i]);
	for (size_t i = 0; (fix = ungarble_fix(i)) != NULL; i++) {
		bool seen = strcmp(fix->group, fix->name) == 0;

		for (size_t j = 0; j < N_NAMES_GROUPS; j++)
			seen = seen || strcmp(fix->group, names_groups[j]) == 0;
		for (size_t j = 0; j < i; j++)
			seen = seen ||
			    strcmp(fix->group, ungarble_fix(j)->group) == 0;
		cli_suggest_try(suggest, fix->name);
		if (!seen)
			cli_suggest_try(suggest, fix->group);
	}
}

/* Consider the label of each encoding that is nearest. */
static void
names_try_labels(struct cli_suggest *suggest)
{
	for (size_t i = 0; ungarble_encoding(i) != NULL; i++) {
		const char *best = NULL, *label;
		unsigned best_cost = 0;

		for (size_t j = 0; (label = ungarble_label(i, j)) != NULL;
		     j++) {
			const unsigned cost = cli_suggest_cost(suggest->word,
			    suggest->word_len, label, strlen(label));

			if (best == NULL || cost < best_cost) {
				best = label;
				best_cost = cost;
			}
		}
		if (best != NULL)
			cli_suggest_try(suggest, best);
	}
}

static bool
names_has_label(const char *s, size_t len)
{
	const char *label;

	for (size_t i = 0; ungarble_encoding(i) != NULL; i++)
		for (size_t j = 0; (label = ungarble_label(i, j)) != NULL; j++)
			if (strlen(label) == len &&
			    cli_suggest_cost(s, len, label, len) == 0)
				return true;
	return false;
}

static bool
names_has_fix(const char *s, size_t len)
{
	const struct ungarble_fix *fix;

	for (size_t i = 0; i < N_NAMES_GROUPS; i++)
		if (strlen(names_groups[i]) == len &&
		    memcmp(names_groups[i], s, len) == 0)
			return true;
	for (size_t i = 0; (fix = ungarble_fix(i)) != NULL; i++)
		if ((strlen(fix->name) == len &&
			memcmp(fix->name, s, len) == 0) ||
		    (strlen(fix->group) == len &&
			memcmp(fix->group, s, len) == 0))
			return true;
	return false;
}

/* Say two lines about a name that is not known. */
static bool
names_unknown(const char *option, const char *s, size_t len, bool is_fix)
{
	struct cli_suggest suggest = { .word = s, .word_len = len };
	struct cli_out *out = cli_message_start(option);

	cli_out_string(
	    out, is_fix ? "no repair is called '" : "no encoding is called '");
	cli_out_masked(out, s, len, false);
	cli_out_string(out, "'");
	cli_message_end();
	if (is_fix)
		names_try_fixes(&suggest);
	else
		names_try_labels(&suggest);
	out = cli_message_start(NULL);
	cli_suggest_print(&suggest, out, "");
	cli_out_string(out,
	    is_fix ? "--list-fixes shows all" : "--list-encodings shows all");
	cli_message_end();
	return false;
}

/* Check each name of a list, commas between. */
static bool
names_check_list(const char *option, const char *list, bool is_fix)
{
	static const char space[] = " \t\n\f\r";

	for (;;) {
		const size_t part = strcspn(list, ",");
		const char *s = list;
		size_t len = part;

		for (; len > 0 && strchr(space, s[0]) != NULL; len--)
			s++;
		while (len > 0 && strchr(space, s[len - 1]) != NULL)
			len--;
		if (is_fix && len > 0 && (s[0] == '+' || s[0] == '-')) {
			s++;
			len--;
		}
		if (!(is_fix ? names_has_fix(s, len) : names_has_label(s, len)))
			return names_unknown(option, s, len, is_fix);
		if (list[part] == '\0')
			return true;
		list += part + 1;
	}
}

bool
cli_names_check(const struct cli_options *options)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	if ((options->from != NULL &&
		!names_check_list("--from", options->from, false)) ||
	    (options->fallback != NULL &&
		!names_check_list("--fallback", options->fallback, false)) ||
	    (options->fixes != NULL &&
		!names_check_list("--fix", options->fixes, true)))
		return false;
	/* The library has the last word. */
	opts.from = options->from;
	opts.fallback = options->fallback;
	opts.fixes = options->fixes;
	err = ungarble_open(&ug, &opts);
	ungarble_close(ug);
	if (err != UNGARBLE_ELABEL && err != UNGARBLE_EOPTION)
		return true;
	cli_message(err == UNGARBLE_EOPTION ? "--fix"
		: options->from != NULL     ? "--from"
					    : "--fallback",
	    ungarble_strerror(err));
	cli_message(NULL,
	    err == UNGARBLE_EOPTION ? "--list-fixes shows all"
				    : "--list-encodings shows all");
	return false;
}

void
cli_names_list_fixes(struct cli_out *out)
{
	const struct ungarble_fix *fix;

	for (size_t i = 0; (fix = ungarble_fix(i)) != NULL; i++) {
		cli_out_string(out, fix->name);
		cli_out_string(out, "\t");
		cli_out_string(out, fix->group);
		cli_out_string(
		    out, fix->by_default ? "\tdefault\t" : "\ton request\t");
		cli_out_string(out, fix->summary);
		cli_out_string(out, "\n");
	}
}

void
cli_names_list_encodings(struct cli_out *out)
{
	const char *name, *label;

	for (size_t i = 0; (name = ungarble_encoding(i)) != NULL; i++) {
		cli_out_string(out, name);
		for (size_t j = 0; (label = ungarble_label(i, j)) != NULL;
		     j++) {
			cli_out_string(out, j == 0 ? "\t" : " ");
			cli_out_string(out, label);
		}
		cli_out_string(out, "\n");
	}
}
