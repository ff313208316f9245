/*
 * restore.c - --restore: texts and their journal into the original bytes
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "restore.h"
#include "memory.h"
#include "message.h"

#include "ungarble_journal.h"

struct restore {
	const char *journal;
	int journal_fd;
	int journal_error;  /* errno of reading it, or 0 */
	struct cli_out *out;
	struct ungarble_restore *restore;
	const char *file;   /* that is read, or was */
	uint64_t file_at;   /* where its text starts among all */
	uint64_t n_text;    /* that was read */
	uint64_t in_len;    /* of the originals, and what it took for that */
	uint64_t out_len;
	bool ended;         /* all of it was */
};

static int
restore_open(const char *name)
{
	const int fd = cli_open(name);

	if (fd < 0)
		cli_message_errno(name, errno);
	return fd;
}

static long
restore_on_read(void *user, char *bytes, size_t len)
{
	struct restore *const r = user;
	const ssize_t n = cli_read(r->journal_fd, bytes, len);

	if (n < 0)
		r->journal_error = errno;
	return (long)n;
}

static int
restore_on_write(void *user, const char *bytes, size_t len)
{
	struct cli_out *const out = ((struct restore *)user)->out;

	cli_out_add(out, bytes, len);
	return out->error != 0;
}

/* Feed what is open on `fd`.  False if it cannot be read, with a message. */
static bool
restore_feed(struct restore *r, int fd, enum ungarble_err *err)
{
	static char block[CLI_BLOCK];
	ssize_t n = 0;

	while (*err == UNGARBLE_OK &&
	    (n = cli_read(fd, block, sizeof(block))) > 0) {
		r->n_text += (uint64_t)n;
		*err = ungarble_restore_feed(r->restore, block, (size_t)n);
	}
	if (n < 0)
		cli_message_errno(cli_message_input(r->file), errno);
	return n >= 0;
}

/* Feed all texts. */
static bool
restore_files(struct restore *r, char *const *files, enum ungarble_err *err)
{
	bool good = true;

	for (; *files != NULL && good && *err == UNGARBLE_OK; files++) {
		const int fd = strcmp(*files, "-") == 0 ? 0
							: restore_open(*files);

		if (fd < 0)
			return false;
		r->file = *files;
		r->file_at = r->n_text;
		good = restore_feed(r, fd, err);
		if (fd > 0)
			(void)close(fd); /* only read from */
	}
	return good;
}

/* Say why it went no further, and how far it went. */
static void
restore_failed(const struct restore *r, enum ungarble_err err)
{
	struct cli_out *message;

	if (r->journal_error != 0) {
		cli_message_errno(r->journal, r->journal_error);
		return;
	}
	if (err == UNGARBLE_ESTOPPED) /* for who closes the output to tell */
		return;
	if (err == UNGARBLE_EMISMATCH && r->ended) {
		message = cli_message_start(cli_message_input(r->file));
		cli_out_string(message, "ends before its journal does");
	} else if (err == UNGARBLE_EMISMATCH && r->out_len >= r->file_at) {
		message = cli_message_start(cli_message_input(r->file));
		cli_out_string(message, "from byte ");
		cli_out_number(message, r->out_len - r->file_at);
		cli_out_string(message, " on: ");
		cli_out_string(message, ungarble_strerror(err));
	} else {
		message = cli_message_start(r->journal);
		cli_out_string(message, cli_strerror(err));
	}
	cli_out_string(message, "; ");
	cli_out_number(message, r->in_len);
	cli_out_string(message, " bytes are restored");
	cli_message_end();
}

bool
cli_restore_run(const struct cli_options *options, struct cli_out *out)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct restore r = { .journal = options->restore, .out = out,
		.file = "-" };
	enum ungarble_err err;
	bool good;

	r.journal_fd = restore_open(r.journal);
	if (r.journal_fd < 0)
		return false;
	opts.read = restore_on_read;
	opts.write = restore_on_write;
	opts.resize = cli_memory_resize;
	opts.user = &r;
	err = ungarble_restore_open(&r.restore, &opts);
	good = restore_files(&r, options->files, &err);
	/* A text that could not be read has not ended there. */
	r.ended = good && err == UNGARBLE_OK;
	if (r.ended)
		err = ungarble_restore_finish(r.restore);
	if (r.restore != NULL)
		ungarble_restore_told(r.restore, &r.in_len, &r.out_len);
	if (err != UNGARBLE_OK)
		restore_failed(&r, err);
	ungarble_restore_close(r.restore);
	(void)close(r.journal_fd);
	return good && err == UNGARBLE_OK;
}
