/*
 * delimiter_test.c - when another sign between values is evident
 */
#define _XOPEN_SOURCE 700

#include <string.h>

#include "check.h"
#include "cli/delimiter.h"
#include "heard.h"

/* What is said of the start of an input. */
static const char *
said(const struct cli_options *options, const char *bytes, size_t len)
{
	heard_start();
	cli_delimiter_look(options, "in", bytes, len);
	return heard();
}

static const char *const semicolons = "ungarble: in: the first rows have ';' "
    "and no comma; --csv --delim=';' takes them so\n";

int
main(void)
{
	static const struct {
		bool tabs;
		const char *bytes, *sign; /* told of it; NULL: nothing is */
	} rows[] = {
		{ false, "a;b\n1;2\n", "';' and no comma; --csv --delim=';'" },
		{ false, "a|b\n1|2\n", "'|' and no comma; --csv --delim='|'" },
		{ false, "a\tb\n1\t2\n", "a tab and no comma; --tsv" },
		{ true, "a,b\n1,2\n", "',' and no tab; --csv" },
		{ true, "a;b\n1;2\n", "';' and no tab; --csv --delim=';'" },
		{ true, "a|b\n1|2\n", "'|' and no tab; --csv --delim='|'" },
		/* what is asked for is there, if only once */
		{ false, "a,b;c\n1;2\n", NULL },
		{ false, "a;b\n1;2,3\n", NULL },
		{ true, "a\tb;c\n1;2\n", NULL },
		{ true, "a;b\n1;2\t3\n", NULL },
		{ true, "a;b,c\n1;2,3\n", "',' and no tab; --csv" },
		/* as many in both rows */
		{ false, "a;b\n1;2;3\n", NULL },
		{ false, "a;b;c\n1;2\n", NULL },
		{ false, "a;b|c\n1;2;3|4\n",
		    "'|' and no comma; --csv --delim='|'" },
		{ false, "a\n1;2\n", NULL },
		{ false, "a;b\n1\n", NULL },
		{ false, "a\n1\n", NULL },
		/* a row whose end is not there tells nothing */
		{ false, "a;b\n1", "';' and no comma; --csv --delim=';'" },
		{ false, "a;b\n1;2;3", "';' and no comma; --csv --delim=';'" },
		{ false, "a;b", "';' and no comma; --csv --delim=';'" },
		{ false, "a;b\n", "';' and no comma; --csv --delim=';'" },
		{ false, "a;b\n\n", NULL },
		{ false, "", NULL },
		/* quotation marks */
		{ false, "\"a,b\";c\n1;2\n",
		    "';' and no comma; --csv --delim=';'" },
		{ false, "\"a\n;b\";c\n1;2\n",
		    "';' and no comma; --csv --delim=';'" },
		{ false, "\"a\"\",\";c\n1;2\n",
		    "';' and no comma; --csv --delim=';'" },
		{ false, "\"a;b\"\n1;2\n", NULL },
	};
	struct cli_options options = { .fields = UNGARBLE_FIELDS_CSV };
	char wanted[256];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		options.fields = rows[i].tabs ? UNGARBLE_FIELDS_TSV
					      : UNGARBLE_FIELDS_CSV;
		wanted[0] = '\0';
		if (rows[i].sign != NULL)
			snprintf(wanted, sizeof(wanted), "ungarble: in: the "
			    "first rows have %s takes them so\n", rows[i].sign);
		CHECK(rows[i].bytes, strcmp(wanted, said(&options,
		    rows[i].bytes, strlen(rows[i].bytes))) == 0);
	}
	/* a third row is not looked at, nor what stands behind */
	options.fields = UNGARBLE_FIELDS_CSV;
	CHECK("two rows", strcmp(said(&options, "a;b\n1;2\n3,4\n", 12),
	    semicolons) == 0);
	CHECK("no more than was read", strcmp(said(&options, "a;b\n1;2\n", 6),
	    semicolons) == 0);
	CHECK("its end", strcmp(said(&options, "a;b\n,\n", 4),
	    semicolons) == 0);
	/* nothing is said of what is no text, or where it is known */
	CHECK("a NUL", said(&options, "a;b\n1;2\n\0", 9)[0] == '\0');
	CHECK("no NUL yet", said(&options, "a;b\n1;2\n\0", 8)[0] != '\0');
	options.quiet = true;
	CHECK("-q", said(&options, "a;b\n", 4)[0] == '\0');
	options.quiet = false;
	options.delimiter = '|';
	CHECK("--delim", said(&options, "a;b\n", 4)[0] == '\0');
	options.delimiter = '\0';
	options.n_shards = 1;
	CHECK("--shard", said(&options, "a;b\n", 4)[0] == '\0');
	options.n_shards = 0;
	options.fields = UNGARBLE_FIELDS_JSON;
	CHECK("--jsonl", said(&options, "a;b\n", 4)[0] == '\0');
	options.fields = UNGARBLE_FIELDS_NONE;
	CHECK("no rows", said(&options, "a;b\n", 4)[0] == '\0');
	return check_done("delimiter_test");
}
