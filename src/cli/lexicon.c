/*
 * lexicon.c - the rows that --lexicon adds
 *
 *	--lexicon=a.tsv --lexicon=b.tsv	->	rows of a.tsv, then of b.tsv
 *
 * They are checked file by file, each with what came before it.  A later file
 * can make a row of an earlier one bad, so where each begins is kept: a line
 * that cannot be taken is told by its own file and number.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lexicon.h"
#include "message.h"

#define LEXICON_MAX ((size_t)64 * 1024 * 1024)

/* Append what is open on `fd`, and a line end.  0 or an errno. */
static int
lexicon_append(struct cli_options *options, int fd)
{
	for (;;) {
		char *const more = realloc(options->rows,
		    options->rows_len + CLI_BLOCK);
		ssize_t n;

		if (more == NULL)
			return ENOMEM;
		options->rows = more;
		n = cli_read(fd, more + options->rows_len, CLI_BLOCK - 1);
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		options->rows_len += (size_t)n;
		if (options->rows_len > LEXICON_MAX)
			return EFBIG;
	}
	if (options->rows_len > 0 &&
	    options->rows[options->rows_len - 1] != '\n')
		options->rows[options->rows_len++] = '\n';
	return 0;
}

/* Read one file behind those before.  False, with a message, if that fails. */
static bool
lexicon_read(struct cli_options *options, const char *name)
{
	int fd, error = 0;

	do
		fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	if (fd < 0)
		error = errno;
	else
		error = lexicon_append(options, fd);
	if (fd > 0)
		(void)close(fd);
	if (error != 0)
		cli_message_errno(name, error);
	return error == 0;
}

static size_t
lexicon_lines(const char *rows, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += rows[i] == '\n';
	return n;
}

/*
 * Say which line cannot be taken, by its file, and where to look.  before[0..n)
 * are the lines in front of each file; an empty one has none of its own.
 */
static void
lexicon_refuse(const char *const *names, const size_t *before, size_t n,
    size_t line, const char *why)
{
	struct cli_out *out;

	while (n > 1 && before[n - 1] >= line)
		n--;
	out = cli_message_start(names[n - 1]);
	cli_out_string(out, "line ");
	cli_out_number(out, line - before[n - 1]);
	cli_out_string(out, ": ");
	cli_out_string(out, why);
	cli_message_end();
	cli_message(NULL,
	    "ungarble_passes(7) tells how rows are written, under words");
}

/* Read and check file i; before[0..i) are as above. */
static bool
lexicon_take(struct cli_options *options, size_t *before, size_t i)
{
	const char *why;
	size_t line;
	enum ungarble_err err;

	before[i] = lexicon_lines(options->rows, options->rows_len);
	if (!lexicon_read(options, options->lexicons[i]))
		return false;
	err = ungarble_lexicon_check(options->rows, options->rows_len, &line,
	    &why);
	if (err == UNGARBLE_EOPTION)
		lexicon_refuse(options->lexicons, before, i + 1, line, why);
	else if (err != UNGARBLE_OK)
		cli_message(NULL, ungarble_strerror(err));
	return err == UNGARBLE_OK;
}

bool
cli_lexicon_read(struct cli_options *options)
{
	const size_t n = options->n_lexicons;
	size_t *const before = n > 0 ? calloc(n, sizeof(*before)) : NULL;
	size_t i = 0;

	if (n > 0 && before == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	while (i < n && lexicon_take(options, before, i))
		i++;
	free(before);
	return i == n;
}
