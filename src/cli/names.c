/*
 * names.c - the names of encodings and repairs: known ones, and lists of them
 *
 * The library says only that a value is wrong.  Which option it was, which name
 * of its list, and what may have been meant, is found here by asking again:
 *
 *	ungarble: --from: no encoding is called 'latin11'
 *	ungarble: did you mean latin10 or latin1? --list-encodings shows all
 */
#include <stdlib.h>
#include <string.h>

#include "names.h"
#include "message.h"
#include "printable.h"
#include "suggest.h"

enum names_option {
	NAMES_FROM,
	NAMES_FALLBACK,
	NAMES_DECLARED,
	NAMES_LANG,
	NAMES_FIX
};

static const char *const names_options[] = {
	[NAMES_FROM] = "--from",
	[NAMES_FALLBACK] = "--fallback",
	[NAMES_DECLARED] = "--declared",
	[NAMES_LANG] = "--lang",
	[NAMES_FIX] = "--fix",
};

/* Beside the groups that fixes are in. */
static const char *const names_groups[] = {
	"encoding",
	"default",
	"all",
	"none",
};

#define N_NAMES_GROUPS (sizeof(names_groups) / sizeof(*names_groups))

void
cli_names_each_fix(
    void (*each)(void *user, const char *name, const struct ungarble_fix *fix),
    void *user)
{
	const struct ungarble_fix *fix;

	for (size_t i = 0; i < N_NAMES_GROUPS; i++)
		each(user, names_groups[i], NULL);
	for (size_t i = 0; (fix = ungarble_fix(i)) != NULL; i++) {
		bool seen = strcmp(fix->group, fix->name) == 0;

		for (size_t j = 0; j < N_NAMES_GROUPS; j++)
			seen = seen || strcmp(fix->group, names_groups[j]) == 0;
		for (size_t j = 0; j < i; j++)
			seen = seen ||
			    strcmp(fix->group, ungarble_fix(j)->group) == 0;
		each(user, fix->name, fix);
		if (!seen)
			each(user, fix->group, NULL);
	}
}

static void
names_try_fix(void *user, const char *name, const struct ungarble_fix *fix)
{
	(void)fix;
	cli_suggest_try(user, name);
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

/* Say two lines about a name that is not known. */
static void
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
		cli_names_each_fix(names_try_fix, &suggest);
	else
		names_try_labels(&suggest);
	out = cli_message_start(NULL);
	cli_suggest_print(&suggest, out, "");
	cli_out_string(out,
	    is_fix ? "--list-fixes shows all" : "--list-encodings shows all");
	cli_message_end();
}

static void
names_no_language(const char *s, size_t len)
{
	struct cli_out *out = cli_message_start("--lang");

	cli_out_string(out, "'");
	cli_out_masked(out, s, len, false);
	cli_out_string(out, "' is no code of a language");
	cli_message_end();
	cli_message(NULL,
	    "--lang takes codes of two or three letters (ISO 639), as de,fr");
}

/* Whether the library takes a value for an option. */
static bool
names_taken(enum names_option option, const char *value)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	if (option == NAMES_FROM)
		opts.from = value;
	else if (option == NAMES_FALLBACK)
		opts.fallback = value;
	else if (option == NAMES_DECLARED)
		opts.declared = value;
	else if (option == NAMES_LANG)
		opts.languages = value;
	else
		opts.fixes = value;
	err = ungarble_open(&ug, &opts);
	ungarble_close(ug);
	return err != UNGARBLE_ELABEL && err != UNGARBLE_EOPTION;
}

/* Say what is wrong with a name that was not taken. */
static void
names_blame(enum names_option option, const char *name)
{
	static const char blank[] = " \t\n\f\r";
	size_t len;

	if (option == NAMES_LANG) {
		names_no_language(name, strlen(name));
		return;
	}
	name += strspn(name, blank);
	if (option == NAMES_FIX && (*name == '+' || *name == '-'))
		name++;
	len = strlen(name);
	while (len > 0 && strchr(blank, name[len - 1]) != NULL)
		len--;
	names_unknown(names_options[option], name, len, option == NAMES_FIX);
}

/* Find the name that is not taken: each of the list is tried on its own. */
static void
names_search(enum names_option option, char *list)
{
	struct cli_out *out;

	for (char *name = list, *next; name != NULL; name = next) {
		next = option != NAMES_FALLBACK && option != NAMES_DECLARED
		    ? strchr(name, ',')
		    : NULL;
		if (next != NULL)
			*next++ = '\0';
		if (!names_taken(option, name)) {
			names_blame(option, name);
			return;
		}
	}
	out = cli_message_start(names_options[option]);
	cli_out_string(out, "there may be ");
	cli_out_number(out, UNGARBLE_FROM_MAX);
	cli_out_string(out, " encodings, no more");
	cli_message_end();
	cli_message(NULL, "without --from, any will be found");
}

static bool
names_check(enum names_option option, const char *value)
{
	char *list;

	if (value == NULL || names_taken(option, value))
		return true;
	list = malloc(strlen(value) + 1);
	if (list == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	names_search(option, strcpy(list, value));
	free(list);
	return false;
}

bool
cli_names_check(const struct cli_options *options)
{
	return names_check(NAMES_FROM, options->from) &&
	    names_check(NAMES_FALLBACK, options->fallback) &&
	    names_check(NAMES_DECLARED, options->declared) &&
	    names_check(NAMES_LANG, options->languages) &&
	    names_check(NAMES_FIX, options->fixes);
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
