/*
 * attributes.c - what a file has beside its bytes, carried over to another
 *
 * An access control list is an extended attribute of Linux; elsewhere neither
 * is looked for.
 */
#define _DEFAULT_SOURCE
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include "attributes.h"

static int
attributes_owner(int to, const struct stat *was)
{
	struct stat now;

	if (fstat(to, &now) < 0)
		return errno;
	if (now.st_uid == was->st_uid && now.st_gid == was->st_gid)
		return 0;
	return fchown(to, was->st_uid, was->st_gid) == 0 ? 0 : errno;
}

#ifdef __linux__
/* Those of the system; it sets them itself where it wants them. */
static bool
attributes_is_system(const char *name)
{
	return strncmp(name, "security.", 9) == 0 ||
	    strncmp(name, "trusted.", 8) == 0;
}

/* Copy one, with `value` of `size` bytes as room for it. */
static int
attributes_copy_one(int to, int from, const char *name, char *value,
    size_t size)
{
	const ssize_t len = fgetxattr(from, name, value, size);

	if (len >= 0 && fsetxattr(to, name, value, (size_t)len, 0) == 0)
		return 0;
	return attributes_is_system(name) ? 0 : errno;
}

/* Copy all whose names stand in list[0..len), each with a NUL behind it. */
static int
attributes_copy_list(int to, int from, const char *list, size_t len)
{
	int error = 0;

	for (const char *name = list; name < list + len && error == 0;
	     name += strlen(name) + 1) {
		const ssize_t size = fgetxattr(from, name, NULL, 0);
		char *const value = malloc(size > 0 ? (size_t)size : 1);

		error = value == NULL ? ENOMEM
				      : attributes_copy_one(to, from, name,
					    value, size > 0 ? (size_t)size : 1);
		free(value);
	}
	return error;
}

/*
 * Remove those in list[0..len) that `from` lacks: a file gets some from its
 * folder, an access control list that lets more of them in among them.
 */
static int
attributes_remove_list(int to, int from, const char *list, size_t len)
{
	int error = 0;

	for (const char *name = list; name < list + len && error == 0;
	     name += strlen(name) + 1)
		if (fgetxattr(from, name, NULL, 0) < 0 && errno == ENODATA &&
		    fremovexattr(to, name) < 0 && errno != ENODATA &&
		    !attributes_is_system(name))
			error = errno;
	return error;
}

/* Do something with `to` for all names of attributes that `listed` has. */
static int
attributes_each(int to, int from, int listed,
    int (*each)(int to, int from, const char *list, size_t len))
{
	const ssize_t len = flistxattr(listed, NULL, 0);
	ssize_t got;
	char *list;
	int error;

	if (len < 0)
		return errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
	list = malloc((size_t)len + 1);
	if (list == NULL)
		return ENOMEM;
	got = flistxattr(listed, list, (size_t)len);
	error = got < 0 ? errno : each(to, from, list, (size_t)got);
	free(list);
	return error;
}

static int
attributes_extended(int to, int from)
{
	const int error = attributes_each(to, from, to,
	    attributes_remove_list);

	return error != 0
	    ? error
	    : attributes_each(to, from, from, attributes_copy_list);
}

void
cli_attributes_close_list(int fd)
{
	(void)fremovexattr(fd, "system.posix_acl_access");
}
#else
static int
attributes_extended(int to, int from)
{
	(void)to;
	(void)from;
	return 0;
}

void
cli_attributes_close_list(int fd)
{
	(void)fd;
}
#endif

int
cli_attributes_copy(int to, int from, const struct stat *was, const char **what)
{
	int error;

	*what = "its owner cannot be kept";
	error = attributes_owner(to, was);
	if (error != 0)
		return error;
	*what = "its extended attributes cannot be kept";
	error = attributes_extended(to, from);
	if (error != 0)
		return error;
	/* Behind the owner, whose change takes bits away. */
	*what = "its mode cannot be kept";
	return fchmod(to, was->st_mode & 07777) == 0 ? 0 : errno;
}
