/*
 * rows.c - the rows that --lexicon and --keep add
 *
 *	--lexicon=a.tsv --lexicon=b.tsv	->	rows of a.tsv, then of b.tsv
 *
 * They are checked file by file, each with what came before it.  A later file
 * can make a row of an earlier one bad, so where each begins is kept: a line
 * that cannot be taken is told by its own file and number.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rows.h"
#include "message.h"

#define ROWS_MAX ((size_t)64 * 1024 * 1024)

/* Append what is open on `fd`, and a line end.  0 or an errno. */
static int
rows_append(struct cli_rows *rows, int fd)
{
	for (;;) {
		char *const more = realloc(rows->s, rows->len + CLI_BLOCK);
		ssize_t n;

		if (more == NULL)
			return ENOMEM;
		rows->s = more;
		n = cli_read(fd, more + rows->len, CLI_BLOCK - 1);
		if (n < 0)
			return errno;
		if (n == 0)
			break;
		rows->len += (size_t)n;
		if (rows->len > ROWS_MAX)
			return EFBIG;
	}
	if (rows->len > 0 && rows->s[rows->len - 1] != '\n')
		rows->s[rows->len++] = '\n';
	return 0;
}

/* Read one file behind those before.  False, with a message, if that fails. */
static bool
rows_read(struct cli_rows *rows, const char *name)
{
	const int fd = cli_open(name);
	const int error = fd < 0 ? errno : rows_append(rows, fd);

	if (fd > 0)
		(void)close(fd);
	if (error != 0)
		cli_message_errno(name, error);
	return error == 0;
}

static size_t
rows_lines(const char *rows, size_t len)
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
rows_refuse(const char *const *names, const size_t *before, size_t n,
    size_t line, const char *why, const char *hint)
{
	while (n > 1 && before[n - 1] >= line)
		n--;
	cli_message_line(names[n - 1], line - before[n - 1], why);
	cli_message(NULL, hint);
}

/* What rows are for. */
struct rows_kind {
	enum ungarble_err (*check)(
	    const char *rows, size_t len, size_t *line, const char **why);
	const char *hint;
};

/* Read and check file i; before[0..i) are as above. */
static bool
rows_take(struct cli_rows *rows, const struct rows_kind *kind, size_t *before,
    size_t i)
{
	const char *why;
	size_t line;
	enum ungarble_err err;

	before[i] = rows_lines(rows->s, rows->len);
	if (!rows_read(rows, rows->names[i]))
		return false;
	err = kind->check(rows->s, rows->len, &line, &why);
	if (err == UNGARBLE_EOPTION)
		rows_refuse(rows->names, before, i + 1, line, why, kind->hint);
	else if (err != UNGARBLE_OK)
		cli_message(NULL, ungarble_strerror(err));
	return err == UNGARBLE_OK;
}

static bool
rows_read_all(struct cli_rows *rows, const struct rows_kind *kind)
{
	const size_t n = rows->n;
	size_t *const before = n > 0 ? calloc(n, sizeof(*before)) : NULL;
	size_t i = 0;

	if (n > 0 && before == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return false;
	}
	while (i < n && rows_take(rows, kind, before, i))
		i++;
	free(before);
	return i == n;
}

bool
cli_rows_read(struct cli_options *options)
{
	static const struct rows_kind lexicon = {
		ungarble_lexicon_check,
		"ungarble_passes(7) tells how rows are written, under words",
	};
	static const struct rows_kind keep = {
		ungarble_keep_check,
		"a line of --keep is a string, or a /POSIX extended "
		"expression/",
	};

	return rows_read_all(&options->lexicon, &lexicon) &&
	    rows_read_all(&options->keep, &keep);
}
