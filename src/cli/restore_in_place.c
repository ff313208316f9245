/*
 * restore_in_place.c - --restore -i: files back to what they were
 *
 * A file may have been changed by several runs, each with its section.  They
 * are gone through from the last to the first: one that made what the file is
 * now restores what it was before, and so on.  One that was written and then
 * not carried out, since the run was killed, is passed over.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "restore.h"
#include "in_place.h"
#include "memory.h"
#include "message.h"

#include "ungarble_journal.h"

struct undo {
	const struct cli_options *options;
	struct cli_out *out;
	int journal;                  /* descriptor */
	struct ungarble_section *sections; /* n, by name and place */
	size_t n, cap;
	bool no_memory;               /* for them */
	uint64_t left;                /* of the journal, to be read */
	struct cli_in_place file;
	bool restored;                /* it was, by some section */
};

/* What a file is now. */
struct undo_now {
	uint64_t len, hash;
};

static long
undo_on_read(void *user, char *bytes, size_t len)
{
	struct undo *const u = user;
	ssize_t n;

	if (len > u->left)
		len = (size_t)u->left;
	n = cli_read(u->journal, bytes, len);
	if (n > 0)
		u->left -= (uint64_t)n;
	else if (n < 0)
		cli_message_errno(u->options->restore, errno);
	return (long)n;
}

static int
undo_on_section(void *user, const struct ungarble_section *section)
{
	struct undo *const u = user;
	const size_t len = strlen(section->name) + 1;
	const size_t cap = u->n < u->cap ? u->cap : u->n + u->n / 2 + 8;
	struct ungarble_section *const more = cap == u->cap
	    ? u->sections
	    : cli_memory_resize(NULL, u->sections, cap * sizeof(*more));
	char *name;

	u->no_memory = true;
	if (more == NULL)
		return 1;
	u->sections = more;
	u->cap = cap;
	name = cli_memory_resize(NULL, NULL, len);
	if (name == NULL)
		return 1;
	u->no_memory = false;
	memcpy(name, section->name, len);
	more[u->n] = *section;
	more[u->n++].name = name;
	return 0;
}

static int
undo_compare(const void *a, const void *b)
{
	const struct ungarble_section *const x = a, *const y = b;
	const int by_name = strcmp(x->name, y->name);

	return by_name != 0 ? by_name : (x->at > y->at) - (x->at < y->at);
}

/*
 * Read the journal through.  What is behind the last whole section was not
 * carried out.  False if there is no such section, or it cannot be read.
 */
static bool
undo_index(struct undo *u)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	enum ungarble_err err;

	u->left = UINT64_MAX;
	opts.read = undo_on_read;
	opts.section = undo_on_section;
	opts.resize = cli_memory_resize;
	opts.user = u;
	err = ungarble_journal_check(&opts);
	if (err == UNGARBLE_ENOMEM || u->no_memory)
		cli_message(u->options->restore, cli_memory_error());
	else if (err == UNGARBLE_EJOURNAL && u->n == 0)
		cli_message(u->options->restore, ungarble_strerror(err));
	else if (err == UNGARBLE_EJOURNAL)
		cli_message(u->options->restore,
		    "is damaged or cut; what stands before that is restored");
	if (u->n > 0)
		qsort(u->sections, u->n, sizeof(*u->sections), undo_compare);
	return err == UNGARBLE_OK || (err == UNGARBLE_EJOURNAL && u->n > 0);
}

/* Read on in the file that is open.  As cli_read(), with a message. */
static ssize_t
undo_read(const struct undo *u, char block[CLI_BLOCK])
{
	const ssize_t n = cli_read(u->file.fd, block, CLI_BLOCK);

	if (n < 0)
		cli_message_errno(u->file.name, errno);
	return n;
}

/* What the file that is open is now.  False if it cannot be read. */
static bool
undo_look(const struct undo *u, struct undo_now *now)
{
	static char block[CLI_BLOCK];
	struct ungarble_hash hash = UNGARBLE_HASH_INIT;
	ssize_t n;

	while ((n = undo_read(u, block)) > 0)
		ungarble_hash_add(&hash, block, (size_t)n);
	*now = (struct undo_now){ hash.len, ungarble_hash_value(&hash) };
	return n >= 0 && lseek(u->file.fd, 0, SEEK_SET) == 0;
}

/* The new file gets bytes; with none of them it is made all the same. */
static int
undo_on_write(void *user, const char *bytes, size_t len)
{
	struct undo *const u = user;

	cli_in_place_put(&u->file, u->out, bytes, len, false);
	return u->out->error != 0;
}

/* Restore the file that is open by a section. */
static enum ungarble_err
undo_restore(struct undo *u, const struct ungarble_section *section)
{
	static char block[CLI_BLOCK];
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct ungarble_restore *restore;
	enum ungarble_err err;
	ssize_t n = 0;

	if (lseek(u->journal, (off_t)section->at, SEEK_SET) < 0) {
		cli_message_errno(u->options->restore, errno);
		return UNGARBLE_ESTOPPED;
	}
	if (undo_on_write(u, "", 0) != 0)
		return UNGARBLE_ESTOPPED;
	u->left = section->len;
	opts.read = undo_on_read;
	opts.write = undo_on_write;
	opts.resize = cli_memory_resize;
	opts.user = u;
	err = ungarble_restore_open(&restore, &opts);
	while (err == UNGARBLE_OK && (n = undo_read(u, block)) > 0)
		err = ungarble_restore_feed(restore, block, (size_t)n);
	if (err == UNGARBLE_OK)
		err = n < 0 ? UNGARBLE_ESTOPPED :
		    ungarble_restore_finish(restore);
	ungarble_restore_close(restore);
	if (err != UNGARBLE_OK && err != UNGARBLE_ESTOPPED)
		cli_message(u->file.name, cli_strerror(err));
	return err;
}

/*
 * Go back by one section, if the file is what that made.  *fits: it is, or is
 * what it was before that.  False if it failed.
 */
static bool
undo_step(struct undo *u, const struct ungarble_section *section, bool *fits)
{
	const struct cli_in_place_how how = {
		/* What is kept is what it was at first. */
		.suffix = u->restored ? "" : u->options->suffix,
		.break_links = u->options->break_links,
	};
	struct undo_now now = { 0, 0 };
	bool good, made;

	if (!cli_in_place_open(&u->file, section->name, &how))
		return false;
	good = undo_look(u, &now);
	made = now.len == section->out_len && now.hash == section->out_hash;
	*fits = made ||
	    (now.len == section->in_len && now.hash == section->in_hash);
	if (good && made)
		good = undo_restore(u, section) == UNGARBLE_OK;
	if (!cli_in_place_close(&u->file, u->out, good, NULL, NULL) ||
	    u->out->error != 0)
		good = false;
	u->out->error = 0;
	u->restored |= good && made;
	return good;
}

/*
 * Restore a file by all its sections, which are sections[first..end).  False if
 * it failed, with a message.
 */
static bool
undo_file(struct undo *u, size_t first, size_t end)
{
	const char *const name = u->sections[first].name;
	bool fitted = false, fits, left = false;

	u->restored = false;
	for (size_t i = end; i-- > first && !left;) {
		if (!undo_step(u, &u->sections[i], &fits))
			return false;
		left = fitted && !fits;
		fitted |= fits;
	}
	if (!fitted)
		cli_message(name,
		    "is not what the journal says; left as it is");
	else if (left)
		cli_message(name, "was changed between two runs; restored to "
		    "what it was then");
	else if (!u->restored && !u->options->quiet)
		cli_message(name, "is what it was; nothing to restore");
	return fitted && !left;
}

/* Where the sections of the i-th one's file end. */
static size_t
undo_end(const struct undo *u, size_t i)
{
	const char *const name = u->sections[i].name;

	while (i < u->n && strcmp(u->sections[i].name, name) == 0)
		i++;
	return i;
}

/* Restore the file of that name. */
static bool
undo_named(struct undo *u, const char *name)
{
	size_t first = 0, end = u->n;

	while (first < end) {
		const size_t middle = first + (end - first) / 2;

		if (strcmp(u->sections[middle].name, name) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	if (first < u->n && strcmp(u->sections[first].name, name) == 0)
		return undo_file(u, first, undo_end(u, first));
	cli_message(name, "is not in the journal");
	return false;
}

static bool
undo_all(struct undo *u)
{
	bool good = true;

	if (u->options->named)
		for (char *const *file = u->options->files; *file != NULL;
		    file++)
			good &= undo_named(u, *file);
	else
		for (size_t i = 0, end; i < u->n; i = end) {
			end = undo_end(u, i);
			good &= undo_file(u, i, end);
		}
	return good;
}

/* Whether nothing was changed when the journal was written; says so. */
static bool
undo_is_empty(const struct undo *u)
{
	struct stat st;

	if (fstat(u->journal, &st) < 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > 0)
		return false;
	if (!u->options->quiet)
		cli_message(u->options->restore,
		    "is empty; nothing to restore");
	return true;
}

bool
cli_restore_in_place(const struct cli_options *options, struct cli_out *out)
{
	struct undo u = { .options = options, .out = out,
		.journal = cli_open(options->restore),
		.file = CLI_IN_PLACE_NONE };
	bool good;

	if (u.journal < 0) {
		cli_message_errno(options->restore, errno);
		return false;
	}
	good = undo_is_empty(&u) || (undo_index(&u) && undo_all(&u));
	for (size_t i = 0; i < u.n; i++)
		(void)cli_memory_resize(NULL,
		    (char *)(uintptr_t)u.sections[i].name, 0);
	(void)cli_memory_resize(NULL, u.sections, 0);
	(void)close(u.journal);
	return good;
}
