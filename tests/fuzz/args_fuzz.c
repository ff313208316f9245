/*
 * args_fuzz.c - command lines: words with line ends between
 *
 * Only read, never carried out: no file is opened.  What is said goes to
 * /dev/null.
 */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <getopt.h>
#include <unistd.h>

#include "cli/names.h"
#include "fuzz.h"

#define WORDS 64

static int quiet = -1, loud = -1;

/* What stderr is: nothing, or what it was. */
static void
hush(bool hushed)
{
	if (quiet < 0) {
		quiet = open("/dev/null", O_WRONLY);
		loud = dup(2);
	}
	FUZZ_CHECK(dup2(hushed ? quiet : loud, 2) == 2);
}

static void
check_taken(const struct cli_options *options)
{
	FUZZ_CHECK(options->mode <= CLI_COMPLETION);
	FUZZ_CHECK(options->confidence <= 100);
	FUZZ_CHECK(options->files != NULL && options->files[0] != NULL);
	FUZZ_CHECK((options->lexicon.names != NULL) ==
	    (options->lexicon.n > 0));
	FUZZ_CHECK((options->keep.names != NULL) ==
	    (options->keep.n > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *const line = malloc(size + 1), program[] = "ungarble";
	char *argv[WORDS + 2] = { program };
	struct cli_options options;
	bool taken, known = false;
	int argc = 1;

	FUZZ_CHECK(line != NULL);
	if (size > 0)
		memcpy(line, data, size);
	line[size] = '\0';
	for (char *at = line; argc <= WORDS && at < line + size; at++) {
		argv[argc++] = at;
		at += strcspn(at, "\n");
		*at = '\0';
	}
	hush(true);
	optind = 0;
	taken = cli_options_parse(&options, argc, argv);
	if (taken)
		known = cli_names_check(&options);
	hush(false);
	if (taken)
		check_taken(&options);
	if (known) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ungarble *ug;

		/* Names that the program takes, the library takes. */
		opts.from = options.from;
		opts.fallback = options.fallback;
		opts.declared = options.declared;
		opts.languages = options.languages;
		opts.fixes = options.fixes;
		FUZZ_CHECK(ungarble_open(&ug, &opts) == UNGARBLE_OK);
		ungarble_close(ug);
	}
	cli_options_free(&options);
	free(line);
	return 0;
}
