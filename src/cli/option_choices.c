/*
 * option_choices.c - options whose value is one of some words
 *
 *	--invalid=drop  ->  invalid UNGARBLE_INVALID_DROP
 *	--eol=crlf      ->  fixes "+eol-crlf"
 */
#include <string.h>
#include <strings.h>

#include "option_choices.h"
#include "message.h"
#include "sandbox.h"

#define N_WORDS 5 /* at most */

/* Options whose value is one of some words, the default first. */
static const struct option_choice {
	enum cli_option_id id;
	const char *words[N_WORDS];
	const char *fixes[N_WORDS]; /* what each adds to --fix; or NULL */
} option_choices[] = {
	{ OPTION_SCOPE, { "record", "stream" }, { NULL } },
	{ OPTION_SANDBOX, { "auto", "on", "off" }, { NULL } },
	{ OPTION_FORMAT, { "text", "json" }, { NULL } },
	{ OPTION_STATS, { "text", "json" }, { NULL } },
	{ OPTION_PROGRESS, { "auto", "always", "never" }, { NULL } },
	{ OPTION_COLOR, { "auto", "always", "never" }, { NULL } },
	{ OPTION_COMPLETION, { "bash", "zsh", "fish" }, { NULL } },
	{ OPTION_INVALID, { "replace", "escape", "drop", "fail" }, { NULL } },
	{ OPTION_BINARY, { "pass", "skip", "fail" }, { NULL } },
	{ OPTION_BOM, { "keep", "strip" }, { "-bom", "+bom" } },
	{ OPTION_EOL, { "keep", "lf", "crlf" },
	    { "-eol-lf,-eol-crlf", "+eol-lf", "+eol-crlf" } },
	{ OPTION_NORMALIZE, { "none", "nfc", "nfd", "nfkc", "nfkd" },
	    { "-nfc,-nfd,-nfkc,-nfkd", "+nfc", "+nfd", "+nfkc", "+nfkd" } },
	{ OPTION_INVISIBLE, { "report", "keep", "strip" },
	    { "-invisible", "-invisible", "+invisible" } },
};

#define N_CHOICES (sizeof(option_choices) / sizeof(*option_choices))

/* The row of an option that has one. */
static const struct option_choice *
option_choice_of(enum cli_option_id id)
{
	size_t i = 0;

	while (i + 1 < N_CHOICES && option_choices[i].id != id)
		i++;
	return &option_choices[i];
}

const char *
cli_option_word(enum cli_option_id id, size_t i)
{
	const struct option_choice *choice = option_choice_of(id);

	return choice->id == id && i < N_WORDS ? choice->words[i] : NULL;
}

/* Say that a value is none of an option's words, and which these are. */
static bool
option_wrong_word(const struct option_choice *choice)
{
	const char *const name = cli_option_rows[choice->id].name;
	struct cli_out *out = cli_message_start(NULL);

	cli_out_string(out, "--");
	cli_out_string(out, name);
	cli_out_string(out, ": no such value");
	cli_message_end();
	out = cli_message_start(NULL);
	cli_out_string(out, "--");
	cli_out_string(out, name);
	cli_out_string(out, " is ");
	for (size_t i = 0; i < N_WORDS && choice->words[i] != NULL; i++) {
		const bool last = i + 1 == N_WORDS ||
		    choice->words[i + 1] == NULL;

		if (i > 0)
			cli_out_string(out, last ? " or " : ", ");
		cli_out_string(out, choice->words[i]);
	}
	cli_message_end();
	return false;
}

bool
cli_option_choose(
    struct cli_options *options, enum cli_option_id id, const char *value)
{
	const struct option_choice *choice = option_choice_of(id);
	static const enum ungarble_invalid invalids[] = {
		UNGARBLE_INVALID_REPLACE,
		UNGARBLE_INVALID_ESCAPE,
		UNGARBLE_INVALID_DROP,
		UNGARBLE_INVALID_FAIL,
	};
	size_t n = 0;

	while (n < N_WORDS && choice->words[n] != NULL &&
	    strcasecmp(choice->words[n], value) != 0)
		n++;
	if (n == N_WORDS || choice->words[n] == NULL)
		return option_wrong_word(choice);
	switch (id) {
	case OPTION_SCOPE:
		options->scope = (enum ungarble_scope)n;
		break;
	case OPTION_SANDBOX:
		cli_sandbox_set((enum cli_sandbox_when)n);
		break;
	case OPTION_FORMAT:
		options->json = n == 1;
		break;
	case OPTION_STATS:
		options->stats_json = n == 1;
		break;
	case OPTION_PROGRESS:
		options->progress = (enum cli_progress_when)n;
		break;
	case OPTION_COLOR:
		options->color = (enum cli_color_when)n;
		break;
	case OPTION_COMPLETION:
		options->shell = (enum cli_shell)n;
		options->mode = CLI_COMPLETION;
		break;
	case OPTION_INVALID:
		options->invalid = invalids[n];
		break;
	case OPTION_BINARY:
		options->binary = (enum cli_binary)n;
		options->binary_asked = true;
		break;
	case OPTION_INVISIBLE:
		options->keep_invisible = n == 1;
		break;
	default:
		break;
	}
	if (choice->fixes[n] != NULL)
		options->tidies[id - OPTION_BOM] = choice->fixes[n];
	return true;
}
