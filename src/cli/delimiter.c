/*
 * delimiter.c - whether rows of values have another sign between them
 *
 *	name;note
 *	a;"b, c"    with --csv: no comma between values, but as many ; in each
 */
#include <string.h>

#include "delimiter.h"
#include "message.h"

/* Signs that people use, and what to ask for. */
static const struct {
	char sign;
	const char *name, *says;
} delimiters[] = {
	{ ',', "','", "--csv" },
	{ ';', "';'", "--csv --delim=';'" },
	{ '\t', "a tab", "--tsv" },
	{ '|', "'|'", "--csv --delim='|'" },
};

#define N_DELIMITERS (sizeof(delimiters) / sizeof(*delimiters))

/* How often each sign is in a row, but in quotation marks. */
struct row {
	size_t n[N_DELIMITERS];
};

/* Count those of the row that bytes[at..) start with; returns where it ends. */
static size_t
delimiter_count(struct row *row, const char *bytes, size_t at, size_t len)
{
	bool quoted = false;

	for (*row = (struct row){ { 0 } };
	    at < len && (quoted || bytes[at] != '\n'); at++) {
		quoted ^= bytes[at] == '"';
		for (size_t i = 0; i < N_DELIMITERS; i++)
			row->n[i] += !quoted && bytes[at] == delimiters[i].sign;
	}
	return at < len ? at + 1 : len;
}

void
cli_delimiter_look(const struct cli_options *options, const char *name,
    const char *bytes, size_t len)
{
	const bool tabs = options->fields == UNGARBLE_FIELDS_TSV;
	struct row one, two;
	size_t at, i = 0;

	if ((!tabs && options->fields != UNGARBLE_FIELDS_CSV) ||
	    options->delimiter != '\0' || options->quiet ||
	    options->n_shards > 0 || memchr(bytes, '\0', len) != NULL)
		return;
	at = delimiter_count(&one, bytes, 0, len);
	two = one;
	/* A row of which the end is not there tells nothing. */
	if (memchr(bytes + at, '\n', len - at) != NULL)
		(void)delimiter_count(&two, bytes, at, len);
	while (i < N_DELIMITERS && (one.n[i] == 0 || one.n[i] != two.n[i]))
		i++;
	if (i == N_DELIMITERS || one.n[tabs ? 2 : 0] > 0 ||
	    two.n[tabs ? 2 : 0] > 0)
		return;

	struct cli_out *const out = cli_message_start(name);

	cli_out_string(out, "the first rows have ");
	cli_out_string(out, delimiters[i].name);
	cli_out_string(out, tabs ? " and no tab; " : " and no comma; ");
	cli_out_string(out, delimiters[i].says);
	cli_out_string(out, " takes them so");
	cli_message_end();
}
