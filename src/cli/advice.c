/*
 * advice.c - what to do about what went wrong, where that is not plain
 *
 *	ungarble: --encoding=latin1: no such option
 *	ungarble: --from says what the input is in
 */
#include <string.h>

#include "advice.h"
#include "message.h"
#include "printable.h"

/* Options of iconv, grep, rg, xargs, csvkit, Miller... for the same end. */
static const struct {
	const char *names, *says;
} advice_options[] = {
	{ "-c", "--invalid says what becomes of bytes that cannot be read" },
	{ "-t --to --to-code --output-encoding",
	    "output is always UTF-8; iconv makes others of it" },
	{ "--encoding --from-code --input-encoding --charset",
	    "--from says what the input is in" },
	{ "-n --dry-run", "--check, --diff and --list change nothing" },
	{ "-j --jobs --parallel", "--threads has several work on one input" },
	{ "-d --delimiter --separator --fs --ifs",
	    "--delim says what stands between values" },
	{ "--tabs", "--tsv reads rows with tabs between values" },
	{ "--ndjson --json-lines", "--jsonl reads lines of JSON" },
	{ "-g --glob", "--include and --exclude say which files" },
	{ "--exclude-dir", "--exclude=GLOB/ leaves out folders" },
	{ "--hidden",
	    "-r takes what starts with a dot; --exclude='.*' does not" },
	{ "-Z --search-zip --gzip", "-z reads what is compressed" },
	{ "--print0 --zero --null-terminated",
	    "-0 reads and writes texts that end with NUL" },
};

const char *
cli_advice_option(const char *word)
{
	const size_t len = strcspn(word, "=");

	for (size_t i = 0; i < sizeof(advice_options) / sizeof(*advice_options);
	    i++) {
		const char *name = advice_options[i].names;

		for (size_t n; *name != '\0'; name += n + (name[n] == ' ')) {
			n = strcspn(name, " ");
			if (n == len && memcmp(name, word, n) == 0)
				return advice_options[i].says;
		}
	}
	return NULL;
}

void
cli_advice_stream(const struct cli_options *options, enum ungarble_err err)
{
	if (err != UNGARBLE_EFIELD)
		return;
	cli_message(NULL, options->no_header ?
	    "with --no-header columns have numbers alone, from 1" :
	    "columns go by their names in the first row, or by numbers; "
	    "--delim says what stands between them");
}

void
cli_advice_missing(const struct cli_options *options, const char *name)
{
	const char *const option =
	    options->fields == UNGARBLE_FIELDS_JSON ? "--jsonl="
	    : options->fields == UNGARBLE_FIELDS_CSV ? "--csv="
	    : options->fields == UNGARBLE_FIELDS_TSV ? "--tsv="
						     : NULL;
	struct cli_out *out;

	if (option == NULL || options->names != NULL ||
	    name != options->files[0] || strpbrk(name, "./") != NULL)
		return;
	out = cli_message_start(NULL);
	cli_out_string(out, "names of fields are attached: ");
	cli_out_string(out, option);
	cli_out_masked(out, name, strlen(name), false);
	cli_message_end();
}
