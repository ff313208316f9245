/*
 * io.c - bytes in and out of file descriptors, every error found
 *
 * stdio is not used for data: it hides which write failed, and takes EINTR and
 * EAGAIN for errors.  A write that takes only part is continued; a descriptor
 * that another program made non-blocking is waited for.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "io.h"

bool
cli_io_start(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
			continue;
		/* The lowest free descriptor is this one. */
		if (open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			return false;
	}
	/* A file that grows beyond a limit is an error like a full disk. */
	return signal(SIGXFSZ, SIG_IGN) != SIG_ERR;
}

/* Whether errno asks for another try; waits for `events` if it was EAGAIN. */
static bool
io_again(int fd, short events)
{
	struct pollfd one = { .fd = fd, .events = events };

	if (errno == EINTR)
		return true;
	if (errno != EAGAIN && errno != EWOULDBLOCK)
		return false;
	return poll(&one, 1, -1) >= 0 || errno == EINTR;
}

static int
io_open(const char *name, int flags)
{
	int fd;

	do
		fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | flags);
	while (fd < 0 && errno == EINTR);
	return fd;
}

int
cli_open(const char *name)
{
	return io_open(name, 0);
}

int
cli_open_found(const char *name, bool follow)
{
	return io_open(name, O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
}

ssize_t
cli_read(int fd, void *bytes, size_t len)
{
	ssize_t n;

	do
		n = read(fd, bytes, len);
	while (n < 0 && io_again(fd, POLLIN));
	return n;
}

bool
cli_read_waits(int fd)
{
	struct pollfd one = { .fd = fd, .events = POLLIN };

	return poll(&one, 1, 0) == 0;
}

/* Write all of it, or set out->error. */
static void
io_write(struct cli_out *out, const char *bytes, size_t len)
{
	while (len > 0 && out->error == 0) {
		ssize_t n = write(out->fd, bytes, len);

		if (n >= 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (!io_again(out->fd, POLLOUT)) {
			out->error = errno;
		}
	}
}

void
cli_out_drop(struct cli_out *out)
{
	out->len = 0;
	out->tail_len = 0;
}

bool
cli_out_flush(struct cli_out *out)
{
	if (out->fd >= 0) {
		io_write(out, out->bytes, out->len);
		io_write(out, out->tail, out->tail_len);
	}
	cli_out_drop(out);
	return out->error == 0;
}

/* Copy bytes, or write them. */
static void
io_add(struct cli_out *out, const char *bytes, size_t len)
{
	if (len > sizeof(out->bytes) - out->len)
		(void)cli_out_flush(out);
	if (len >= sizeof(out->bytes)) {
		io_write(out, bytes, len);
		return;
	}
	memcpy(out->bytes + out->len, bytes, len);
	out->len += len;
}

/* What follows is not among what was lent, or not where it stands there. */
static void
io_end_tail(struct cli_out *out)
{
	const size_t len = out->tail_len;

	if (len >= CLI_LENT) {
		(void)cli_out_flush(out);
	} else if (len > 0) {
		out->tail_len = 0;
		io_add(out, out->tail, len);
	}
}

/* What stands for a byte in HTML, in text and in values; NULL: itself. */
static const char *
io_entity(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void
io_add_page(struct cli_out *out, const char *bytes, size_t len)
{
	size_t from = 0;

	for (size_t i = 0; i < len; i++) {
		const char *const entity = io_entity(bytes[i]);

		if (entity == NULL)
			continue;
		io_add(out, bytes + from, i - from);
		io_add(out, entity, strlen(entity));
		from = i + 1;
	}
	io_add(out, bytes + from, len - from);
}

void
cli_out_add(struct cli_out *out, const char *bytes, size_t len)
{
	const bool lent =
	    (uintptr_t)bytes - (uintptr_t)out->lent < out->lent_len;

	if (out->fd < 0 || len == 0)
		return;
	if (out->page) {
		io_add_page(out, bytes, len);
		return;
	}
	if (!lent || bytes != out->tail + out->tail_len)
		io_end_tail(out);
	if (!lent) {
		io_add(out, bytes, len);
		return;
	}
	if (out->tail_len == 0)
		out->tail = bytes;
	out->tail_len += len;
}

void
cli_out_lend(struct cli_out *out, const char *bytes, size_t len)
{
	out->lent = bytes;
	out->lent_len = len;
}

void
cli_out_settle(struct cli_out *out)
{
	io_end_tail(out);
	out->lent_len = 0;
}

void
cli_out_string(struct cli_out *out, const char *string)
{
	cli_out_add(out, string, strlen(string));
}

void
cli_out_number(struct cli_out *out, uint64_t number)
{
	char digits[20];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	cli_out_add(out, digits + at, sizeof(digits) - at);
}

void
cli_out_hex(struct cli_out *out, uint32_t number, unsigned n_digits)
{
	while (n_digits-- > 0)
		cli_out_add(
		    out, &"0123456789ABCDEF"[number >> 4 * n_digits & 0xF], 1);
}

bool
cli_out_close(struct cli_out *out)
{
	(void)cli_out_flush(out);
	/* After EINTR the descriptor is gone all the same. */
	if (out->fd >= 0 && close(out->fd) < 0 && errno != EINTR &&
	    out->error == 0)
		out->error = errno;
	out->fd = -1;
	return out->error == 0;
}
