/*
 * hold_loss.c - what it costs that a record leaves as soon as it looks clean
 *
 *	hold_loss FILE...
 *
 * Each FILE, spun or clean, goes through a stream of its own, line by line,
 * with the low-water mark at several heights.  `waited` is the share of lines
 * that did not leave at once, `edits` how many changes to words were made; the
 * first row holds everything back and so makes all there are to make.
 */
#define _XOPEN_SOURCE 700
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

#include "stream/stream.h"
#include "words/gate_limits.h"

struct tally {
	unsigned long lines, waited, edits;
	size_t in, out; /* bytes; changes of words taken back */
};

static int
tally_write(void *user, const char *bytes, size_t len)
{
	struct tally *const tally = user;

	(void)bytes;
	tally->out += len;
	return 0;
}

static int
tally_edit(void *user, const struct ungarble_edit *edit)
{
	struct tally *const tally = user;

	tally->out += edit->before_len - edit->after_len;
	tally->edits++;
	return 0;
}

static enum ungarble_err
feed_lines(struct ungarble *ug, FILE *file, struct tally *tally)
{
	enum ungarble_err err = UNGARBLE_OK;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while (err == UNGARBLE_OK && (n = getline(&line, &cap, file)) > 0) {
		err = ungarble_feed(ug, line, (size_t)n);
		tally->in += (size_t)n;
		tally->lines++;
		tally->waited += tally->out < tally->in;
	}
	free(line);
	return err == UNGARBLE_OK ? ungarble_finish(ug) : err;
}

/* Returns whether the file went through. */
static int
run_file(const char *name, int low_water, struct tally *tally)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	FILE *const file = fopen(name, "rb");
	struct ungarble *ug;
	enum ungarble_err err = UNGARBLE_ENOMEM;

	opts.fixes = "words";
	opts.write = tally_write;
	opts.edit = tally_edit;
	opts.user = tally;
	tally->in = tally->out = 0;
	if (file == NULL) {
		perror(name);
		return 0;
	}
	if (ungarble_open(&ug, &opts) == UNGARBLE_OK) {
		ug_stream_set_low_water(ug, low_water);
		err = feed_lines(ug, file, tally);
	}
	ungarble_close(ug);
	fclose(file);
	return err == UNGARBLE_OK;
}

int
main(int argc, char *argv[])
{
	static const int marks[] = { INT_MIN, -200, 0, UG_GATE_LOW_WATER, 200,
		400, 800 };
	unsigned long all = 0;

	if (argc < 2) {
		fputs("usage: hold_loss FILE...\n", stderr);
		return 2;
	}
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct tally tally = { 0 };

		for (int k = 1; k < argc; k++) {
			if (!run_file(argv[k], marks[i], &tally))
				return 2;
		}
		if (i == 0)
			all = tally.edits;
		if (marks[i] == INT_MIN)
			printf("everything held");
		else
			printf("mark at %5.2f%s", marks[i] / 100.0,
			    marks[i] == UG_GATE_LOW_WATER ? " (default)" : "");
		printf(": %lu lines, %.2f %% waited, %lu edits, %.2f %% lost\n",
		    tally.lines, 100.0 * (double)tally.waited /
		    (double)(tally.lines > 0 ? tally.lines : 1), tally.edits,
		    100.0 * ((double)all - (double)tally.edits) /
		    (double)(all > 0 ? all : 1));
	}
	return 0;
}
