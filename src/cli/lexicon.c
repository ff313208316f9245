/*
 * lexicon.c - the rows that --lexicon adds
 *
 *	--lexicon=a.tsv --lexicon=b.tsv -> the rows of a.tsv, then those of b.tsv
 *
 * They are checked file by file, each with what came before it, so that a line
 * that cannot be taken is told by its own number.
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

/* Read one file behind those before.  False, with a message, if it cannot be. */
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

/* Say which line of a file cannot be taken, and where to look. */
static void
lexicon_refuse(const char *name, size_t line, const char *why)
{
	struct cli_out *out = cli_message_start(name);

	cli_out_string(out, "line ");
	cli_out_number(out, line);
	cli_out_string(out, ": ");
	cli_out_string(out, why);
	cli_message_end();
	cli_message(NULL,
	    "ungarble_passes(7) tells how rows are written, under words");
}

bool
cli_lexicon_read(struct cli_options *options)
{
	for (size_t i = 0; i < options->n_lexicons; i++) {
		const char *const name = options->lexicons[i];
		const size_t before = lexicon_lines(options->rows,
		    options->rows_len);
		const char *why;
		size_t line;
		enum ungarble_err err;

		if (!lexicon_read(options, name))
			return false;
		err = ungarble_lexicon_check(
		    options->rows, options->rows_len, &line, &why);
		if (err == UNGARBLE_OK)
			continue;
		if (err == UNGARBLE_EOPTION)
			lexicon_refuse(name,
			    line > before ? line - before : line, why);
		else
			cli_message(NULL, ungarble_strerror(err));
		return false;
	}
	return true;
}
