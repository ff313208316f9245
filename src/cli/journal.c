/*
 * journal.c - --journal: what it takes to restore the inputs
 *
 * Its bytes are written before those of the text they speak of.  The file is
 * locked from its opening on: sections of two runs do not mix, and what is
 * taken back was this run's.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal.h"
#include "memory.h"
#include "message.h"
#include "path.h"

static bool
journal_refuse(struct cli_journal *j, const char *why)
{
	cli_message(j->out.name, why);
	(void)close(j->out.fd);
	j->out.fd = -1;
	return false;
}

/* Have the name of a new file on the disk, as far as that can be done. */
static void
journal_sync_folder(const char *name)
{
	char folder[PATH_MAX];
	const int fd = cli_path_folder(name, folder, sizeof(folder))
	    ? cli_open(folder)
	    : -1;

	if (fd < 0)
		return;
	(void)fsync(fd);
	(void)close(fd);
}

/* Open it, locked if it is a regular file.  0 or an errno. */
static int
journal_open_locked(struct cli_journal *j, struct stat *st)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int done;

	do
		j->out.fd = open(j->out.name,
		    O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
	while (j->out.fd < 0 && errno == EINTR);
	if (j->out.fd < 0)
		return errno;
	if (fstat(j->out.fd, st) == 0 && !S_ISREG(st->st_mode))
		return 0;
	do
		done = fcntl(j->out.fd, F_SETLKW, &lock);
	while (done < 0 && errno == EINTR);
	return done < 0 || fstat(j->out.fd, st) < 0 ? errno : 0;
}

static long
journal_on_read(void *user, char *bytes, size_t len)
{
	return (long)cli_read(*(int *)user, bytes, len);
}

/* Read what there is: it must be whole.  The file stands at its end then. */
static bool
journal_check(struct cli_journal *j)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	enum ungarble_err err;

	opts.read = journal_on_read;
	opts.resize = cli_memory_resize;
	opts.user = &j->out.fd;
	err = ungarble_journal_check(&opts);
	if (err == UNGARBLE_OK)
		return true;
	if (err == UNGARBLE_EJOURNAL)
		return journal_refuse(j,
		    "is no journal, or a damaged or cut one; nothing was done");
	return journal_refuse(j, err == UNGARBLE_ESTOPPED ? "cannot be read" :
	    cli_strerror(err));
}

bool
cli_journal_open(struct cli_journal *j, const char *name, bool append)
{
	struct stat st = { 0 };
	int error;

	*j = (struct cli_journal)CLI_JOURNAL_NONE;
	j->out.name = name;
	error = journal_open_locked(j, &st);
	if (error != 0) {
		cli_message_errno(name, error);
		if (j->out.fd >= 0)
			(void)close(j->out.fd);
		j->out.fd = -1;
		return false;
	}
	if (!S_ISREG(st.st_mode))
		return !append || journal_refuse(j,
		    "is no regular file; -i needs one for its journal");
	if (st.st_size == 0) {
		journal_sync_folder(name);
		return true;
	}
	if (!append)
		return journal_refuse(j,
		    "exists; a journal is never overwritten: name another");
	j->at = (uint64_t)st.st_size;
	return journal_check(j);
}

bool
cli_journal_failed(const struct cli_journal *j)
{
	return j->out.error != 0 || j->err != UNGARBLE_OK;
}

static int
journal_on_write(void *user, const char *bytes, size_t len)
{
	struct cli_journal *const j = user;

	cli_out_add(&j->out, bytes, len);
	j->at += len;
	return j->out.error != 0;
}

/* Keep an error that is not the file's. */
static void
journal_note(struct cli_journal *j, enum ungarble_err err)
{
	if (j->err == UNGARBLE_OK && j->out.error == 0)
		j->err = err;
}

bool
cli_journal_start(struct cli_journal *j, const char *input)
{
	struct ungarble_journal_options opts = UNGARBLE_JOURNAL_OPTIONS_INIT;

	opts.name = input;
	opts.write = journal_on_write;
	opts.resize = cli_memory_resize;
	opts.user = j;
	j->section_at = j->at;
	journal_note(j, ungarble_journal_open(&j->section, &opts));
	return !cli_journal_failed(j);
}

void
cli_journal_piece(struct cli_journal *j, const struct ungarble_piece *piece)
{
	journal_note(j, ungarble_journal_piece(j->section, piece));
}

bool
cli_journal_flush(struct cli_journal *j)
{
	if (j->section != NULL)
		journal_note(j, ungarble_journal_flush(j->section));
	return cli_out_flush(&j->out) && !cli_journal_failed(j);
}

bool
cli_journal_end(struct cli_journal *j)
{
	if (j->section == NULL)
		return !cli_journal_failed(j);
	journal_note(j, ungarble_journal_finish(j->section));
	ungarble_journal_close(j->section);
	j->section = NULL;
	return cli_out_flush(&j->out) && !cli_journal_failed(j);
}

bool
cli_journal_sync(struct cli_journal *j)
{
	if (j->out.fd < 0 || !cli_journal_end(j))
		return !cli_journal_failed(j);
	/* Where there is nothing to synchronise with, EINVAL. */
	if (fsync(j->out.fd) < 0 && errno != EINVAL && errno != ENOTSUP)
		j->out.error = errno;
	return !cli_journal_failed(j);
}

void
cli_journal_drop(struct cli_journal *j)
{
	if (j->section == NULL)
		return;
	ungarble_journal_close(j->section);
	j->section = NULL;
	(void)cli_out_flush(&j->out);
	/* A disk that is full has room for less. */
	if ((ftruncate(j->out.fd, (off_t)j->section_at) < 0 ||
		lseek(j->out.fd, 0, SEEK_END) < 0) && j->out.error == 0)
		j->out.error = errno;
	j->at = j->section_at;
}

bool
cli_journal_close(struct cli_journal *j)
{
	if (j->out.fd < 0)
		return true;
	(void)cli_journal_sync(j);
	(void)cli_out_close(&j->out);
	if (j->out.error != 0)
		cli_message_errno(j->out.name, j->out.error);
	else if (j->err != UNGARBLE_OK)
		cli_message(j->out.name, cli_strerror(j->err));
	return !cli_journal_failed(j);
}
