/*
 * journal_made.h - a journal "j" in the folder that a test is in
 *
 * Include it behind _XOPEN_SOURCE.
 */
#ifndef JOURNAL_MADE_H
#define JOURNAL_MADE_H

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "ungarble_journal.h"

static inline int
on_text(void *user, const char *bytes, size_t len)
{
	return write(*(int *)user, bytes, len) != (ssize_t)len;
}

static inline int
on_piece(void *user, const struct ungarble_piece *piece)
{
	return ungarble_journal_piece(user, piece) != UNGARBLE_OK;
}

/* Add a section for a file to the journal. */
static inline void
journal(const char *name, const char *bytes)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble_journal_options to = UNGARBLE_JOURNAL_OPTIONS_INIT;
	struct ungarble_journal *section;
	struct ungarble *ug;
	int fd = open("j", O_WRONLY | O_CREAT | O_APPEND, 0666);

	to.name = name;
	to.write = on_text;
	to.user = &fd;
	CHECK(name, ungarble_journal_open(&section, &to) == UNGARBLE_OK);
	opts.piece = on_piece;
	opts.user = section;
	CHECK(name, ungarble_open(&ug, &opts) == UNGARBLE_OK &&
	    ungarble_feed(ug, bytes, strlen(bytes)) == UNGARBLE_OK &&
	    ungarble_finish(ug) == UNGARBLE_OK &&
	    ungarble_journal_finish(section) == UNGARBLE_OK);
	ungarble_close(ug);
	ungarble_journal_close(section);
	(void)close(fd);
}

#endif /* JOURNAL_MADE_H */
