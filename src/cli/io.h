/*
 * io.h - bytes in and out of file descriptors, every error found
 */
#ifndef CLI_IO_H
#define CLI_IO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define CLI_BLOCK 65536 /* bytes that one read asks for, and one write holds */
#define CLI_LENT 16384  /* bytes that are written from where they are lent */

/*
 * Make descriptors 0, 1 and 2 safe to use: one that was closed is opened the
 * wrong way round on /dev/null, so that using it is an error, and no file
 * opened later takes its place.  SIGPIPE keeps its default; a limit on the size
 * of files becomes an error of the write.  False if even that fails.
 */
bool cli_io_start(void);

/* Open a file for reading.  Its descriptor, or -1 with errno. */
int cli_open(const char *name);

/* The same for one that -r found: it waits for no FIFO. */
int cli_open_found(const char *name, bool follow);

/*
 * Read as read() does; waits where it would block, goes on when interrupted.
 *
 * Returns bytes, 0 at the end, -1 with errno.
 */
ssize_t cli_read(int fd, void *bytes, size_t len);

/* Whether the next cli_read() would have to wait. */
bool cli_read_waits(int fd);

/* Bytes on their way out.  An error sticks: what comes later is dropped. */
struct cli_out {
	int fd;           /* -1: none, and bytes are dropped */
	int error;        /* errno of the write that failed, or 0 */
	bool color;       /* who looks at it sees colours */
	bool page;        /* what is added is text of HTML: < becomes &lt; */
	const char *name; /* as messages call it */
	const char *lent; /* see cli_out_lend(); lent_len of them */
	size_t lent_len;
	const char *tail; /* what is held ends with so many of them */
	size_t tail_len;
	size_t len;       /* and starts with these */
	char bytes[CLI_BLOCK];
};

/*
 * Until cli_out_settle(), bytes that are added from among these need not be
 * copied: they stay where they are.
 */
void cli_out_lend(struct cli_out *out, const char *bytes, size_t len);
void cli_out_settle(struct cli_out *out);

/* Drop what is held. */
void cli_out_drop(struct cli_out *out);

void cli_out_add(struct cli_out *out, const char *bytes, size_t len);
void cli_out_string(struct cli_out *out, const char *string);
void cli_out_number(struct cli_out *out, uint64_t number);
void cli_out_hex(struct cli_out *out, uint32_t number, unsigned n_digits);

/* Hand over what is held.  False if this or an earlier write failed. */
bool cli_out_flush(struct cli_out *out);

/* Flush and close.  False if any of the writes, or the close, failed. */
bool cli_out_close(struct cli_out *out);

#endif /* CLI_IO_H */
