/*
 * in_place.c - -i: a file whose text is repaired where it is
 *
 *	open FILE       no link, no other name, may be written
 *	write TEMP      from the first change on; what stands before is copied
 *	attributes      owner, access control list, mode
 *	fsync TEMP
 *	FILE again      the one that was read, and not changed since
 *	link FILE.SUF   if it is to be kept
 *	rename, fsync the folder
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "in_place.h"
#include "attributes.h"
#include "message.h"
#include "printable.h"

/* Say that a file stays as it is.  False. */
static bool
in_place_refuse(const struct cli_in_place *file, const char *why)
{
	cli_message(file->name, why);
	return false;
}

/* Set `kept` to the name that the old file is kept under. */
static bool
in_place_kept(const struct cli_in_place *file, char kept[CLI_NAME_SIZE])
{
	const int len = snprintf(kept, CLI_NAME_SIZE, "%s%s", file->place.base,
	    file->how->suffix);

	return len < CLI_NAME_SIZE;
}

/* What one name in the folder stands for. */
static bool
in_place_stat(const struct cli_in_place *file, const char *base,
    struct stat *st)
{
	return fstatat(file->place.folder, base, st, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool
in_place_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/*
 * Whether the old file can be kept.  A run that was killed may have left it
 * under that name already, as a second name of the file.
 */
static bool
in_place_may_keep(const struct cli_in_place *file, nlink_t *names)
{
	char kept[CLI_NAME_SIZE];
	struct cli_out *out;
	struct stat there;

	if (!in_place_kept(file, kept))
		return in_place_refuse(file,
		    "its name with the suffix is too long");
	if (cli_place_is_temp(kept))
		return in_place_refuse(file,
		    "with the suffix it would be a temporary file");
	if (!in_place_stat(file, kept, &there))
		return true;
	if (in_place_same_file(&there, &file->was)) {
		*names = 2;
		return true;
	}
	out = cli_message_start(file->name);
	cli_out_masked(out, kept, strlen(kept), false);
	cli_out_string(out,
	    " exists beside it, and is not overwritten; left as it is");
	cli_message_end();
	return false;
}

static bool
in_place_may_change(const struct cli_in_place *file)
{
	nlink_t names = 1;

	if (cli_place_is_temp(file->place.base))
		return in_place_refuse(file,
		    "is a temporary file of a run; give it another name");
	if (S_ISDIR(file->was.st_mode)) {
		cli_message_folder(file->name);
		return false;
	}
	if (!S_ISREG(file->was.st_mode))
		return in_place_refuse(file,
		    "is no regular file; it cannot be changed in place");
	if (file->how->suffix[0] != '\0' && !in_place_may_keep(file, &names))
		return false;
	if (file->was.st_nlink > names && !file->how->break_links)
		return in_place_refuse(file,
		    "has other names (hard links); --break-links leaves them "
		    "the old text");
	if (faccessat(file->place.folder, file->place.base, W_OK, AT_EACCESS) <
	    0) {
		cli_message_errno(file->name, errno);
		return false;
	}
	return true;
}

bool
cli_in_place_open(struct cli_in_place *file, const char *name,
    const struct cli_in_place_how *how)
{
	int error;

	*file = (struct cli_in_place)CLI_IN_PLACE_NONE;
	file->name = name;
	file->how = how;
	error = cli_place_find(&file->place, name);
	if (error == 0) {
		/* A FIFO must not be waited for. */
		do
			file->fd = openat(file->place.folder, file->place.base,
			    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY |
				O_CLOEXEC);
		while (file->fd < 0 && errno == EINTR);
		if (file->fd < 0 || fstat(file->fd, &file->was) < 0)
			error = errno;
	}
	if (error == ELOOP)
		(void)in_place_refuse(file,
		    "is a symbolic link; name the file that it leads to");
	else if (error != 0)
		cli_message_errno(name, error);
	if (error == 0 && in_place_may_change(file))
		return true;
	(void)cli_in_place_close(file, NULL, false, NULL, NULL);
	return false;
}

/* Copy what came out as it is so far: read it again. */
static void
in_place_copy(struct cli_in_place *file, struct cli_out *out)
{
	struct cli_source again = {
		.fd = file->fd,
		.by_place = true,
		.known = file->source == NULL,
		.options = file->source != NULL ? file->source->options : NULL,
	};
	char bytes[4096];
	uint64_t at = 0;

	while (at < file->same && out->error == 0) {
		const uint64_t left = file->same - at;
		const ssize_t n = cli_source_read(&again, bytes, sizeof(bytes));
		const uint64_t some = n > 0 && (uint64_t)n < left
		    ? (uint64_t)n : left;

		if (n > 0) {
			cli_pack_add(&file->pack, out, bytes, (size_t)some);
			at += some;
		} else if (n == 0) {
			out->error = ESTALE; /* it was cut meanwhile */
		} else {
			out->error = cli_source_error(&again);
		}
	}
	cli_source_close(&again);
}

void
cli_in_place_put(struct cli_in_place *file, struct cli_out *out,
    const char *text, size_t len, bool same)
{
	if (file->place.fd < 0) {
		if (same) {
			file->same += len;
			return;
		}
		out->name = file->name;
		out->error = cli_place_make(&file->place, out);
		if (out->error == 0)
			out->error = cli_pack_open(&file->pack,
			    file->source != NULL
				? cli_source_form(file->source)
				: NULL);
		if (out->error == 0)
			in_place_copy(file, out);
	}
	if (out->error == 0)
		cli_pack_add(&file->pack, out, text, len);
}

/* Whether the place still has the file that was read, as it was then. */
static bool
in_place_unchanged(const struct cli_in_place *file)
{
	const struct stat *const was = &file->was;
	struct stat now;

	return in_place_stat(file, file->place.base, &now) &&
	    in_place_same_file(&now, was) && now.st_size == was->st_size &&
	    now.st_mtim.tv_sec == was->st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == was->st_mtim.tv_nsec &&
	    now.st_ctim.tv_sec == was->st_ctim.tv_sec &&
	    now.st_ctim.tv_nsec == was->st_ctim.tv_nsec;
}

/* Give the old file its other name, under which it is kept. */
static bool
in_place_keep(const struct cli_in_place *file)
{
	const int folder = file->place.folder;
	char kept[CLI_NAME_SIZE];
	nlink_t names;

	if (!in_place_may_keep(file, &names))
		return false;
	if (!in_place_kept(file, kept) ||
	    linkat(folder, file->place.base, folder, kept, 0) == 0 ||
	    errno == EEXIST)
		return true;
	cli_message_errno(file->name, errno);
	return in_place_refuse(file,
	    "cannot be kept with the suffix; left as it is");
}

/* Move the new file to its place. */
static bool
in_place_move(struct cli_in_place *file)
{
	const int error = cli_place_move(&file->place);

	if (error != 0)
		cli_message_errno(file->name, error);
	return error == 0;
}

static bool
in_place_finish(struct cli_in_place *file, struct cli_out *out,
    bool (*before)(void *user), void *user)
{
	const char *what = NULL;

	cli_pack_end(&file->pack, out);
	if (cli_out_flush(out))
		out->error = cli_attributes_copy(file->place.fd, file->fd,
		    &file->was, &what);
	if (out->error == 0) {
		what = NULL;
		(void)cli_place_settle(&file->place, out);
	}
	if (out->error != 0) {
		if (what != NULL)
			(void)in_place_refuse(file, what);
		cli_message_errno(file->name, out->error);
		return false;
	}
	if (!in_place_unchanged(file))
		return in_place_refuse(file,
		    "was changed by others meanwhile; left as it is");
	return (before == NULL || before(user)) &&
	    (file->how->suffix[0] == '\0' || in_place_keep(file)) &&
	    in_place_move(file);
}

bool
cli_in_place_close(struct cli_in_place *file, struct cli_out *out, bool good,
    bool (*before)(void *user), void *user)
{
	bool done = true;

	if (out != NULL && file->place.fd >= 0) {
		if (good)
			done = in_place_finish(file, out, before, user);
		else if (out->error != 0)
			cli_message_errno(file->name, out->error);
		else
			cli_message(file->name, "left as it is");
		out->len = 0;
		(void)cli_out_close(out);
	} else if (out != NULL && out->error != 0) {
		cli_message_errno(file->name, out->error);
	}
	cli_pack_close(&file->pack);
	cli_place_close(&file->place);
	if (file->fd >= 0)
		(void)close(file->fd);
	file->fd = -1;
	return done;
}
