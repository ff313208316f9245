/*
 * source_fuzz.c - compressed files, whole and damaged
 *
 * However it is read, the same text comes out, and no more of it than may; what
 * ends well in one way ends well in the other.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <unistd.h>

#include "cli/source.h"
#include "fuzz.h"

#define TIMES 10   /* that a file may grow */
#define FREE  ((uint64_t)16 << 20) /* and this */
#define KEPT  65536 /* bytes of text that are compared */

struct text {
	ssize_t end; /* what the last read said */
	uint64_t len;
	char head[KEPT];
};

/* Read it all, so many bytes at a time. */
static void
read_all(struct text *text, int fd, bool by_place, size_t step)
{
	static const struct cli_options options = {
		.unpack = true, .max_expand = TIMES
	};
	static char bytes[CLI_BLOCK];
	struct cli_source source = {
		.fd = fd, .options = &options, .by_place = by_place
	};

	text->len = 0;
	FUZZ_CHECK(lseek(fd, 0, SEEK_SET) == 0);
	while ((text->end = cli_source_read(&source, bytes, step)) > 0) {
		const size_t n = (size_t)text->end;

		FUZZ_CHECK(n <= step);
		if (text->len < KEPT)
			memcpy(text->head + text->len, bytes,
			    n < KEPT - text->len ? n : KEPT - text->len);
		text->len += n;
	}
	FUZZ_CHECK(text->end == 0 || cli_source_form(&source) != NULL);
	cli_source_close(&source);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct text one, two;
	static FILE *file;
	uint64_t least;
	int fd;

	if (file == NULL)
		file = tmpfile();
	FUZZ_CHECK(file != NULL);
	fd = fileno(file);
	FUZZ_CHECK(ftruncate(fd, 0) == 0);
	FUZZ_CHECK(pwrite(fd, data, size, 0) == (ssize_t)size);
	read_all(&one, fd, false, CLI_BLOCK);
	read_all(&two, fd, true, 777);
	FUZZ_CHECK(one.len <= FREE + TIMES * size + CLI_BLOCK);
	FUZZ_CHECK(two.len <= FREE + TIMES * size + CLI_BLOCK);
	least = one.len < two.len ? one.len : two.len;
	FUZZ_CHECK(memcmp(one.head, two.head,
		       least < KEPT ? (size_t)least : KEPT) == 0);
	/* Where just it has grown too much depends on how it is read. */
	if (one.len > FREE || two.len > FREE)
		return 0;
	FUZZ_CHECK((one.end == 0) == (two.end == 0));
	FUZZ_CHECK(one.end != 0 || one.len == two.len);
	return 0;
}
