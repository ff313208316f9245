/*
 * source_file.h - a file in a compressed form, and what is read of it
 *
 * It is packed by cli_pack: what goes out there comes back in.
 */
#ifndef SOURCE_FILE_H
#define SOURCE_FILE_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/memory.h"
#include "cli/pack.h"
#include "cli/source.h"
#include "heard.h"

#define TEXT_LEN 70000
#define SHORT_LEN 40

static const struct cli_form *form;
static struct cli_options with_z = { .unpack = true };
static char text[TEXT_LEN];
static FILE *file;

/* Pack `len` bytes in steps; behind what stands in the file. */
static inline void
pack(const char *bytes, size_t len, size_t step)
{
	static struct cli_out out;
	struct cli_pack to = { NULL, NULL };

	memset(&out, 0, sizeof(out));
	out.fd = fileno(file);
	CHECK(form->name, cli_pack_open(&to, form) == 0);
	for (size_t at = 0; at < len; at += step)
		cli_pack_add(&to, &out, bytes + at,
		    step < len - at ? step : len - at);
	cli_pack_end(&to, &out);
	cli_pack_close(&to);
	CHECK(form->name, cli_out_flush(&out) && out.error == 0);
}

static inline size_t
file_len(void)
{
	return (size_t)lseek(fileno(file), 0, SEEK_END);
}

static inline void
put(const void *bytes, size_t len)
{
	CHECK("written", write(fileno(file), bytes, len) == (ssize_t)len);
}

static inline void
cut(size_t len)
{
	CHECK("cut", ftruncate(fileno(file), (off_t)len) == 0 &&
	    lseek(fileno(file), 0, SEEK_END) == (off_t)len);
}

/* A source at the beginning of the file. */
static inline struct cli_source
source_of(const struct cli_options *options)
{
	(void)lseek(fileno(file), 0, SEEK_SET);
	return (struct cli_source){ .fd = fileno(file), .options = options };
}

/* Read all: how many bytes of the text came, or SIZE_MAX if others did. */
static inline size_t
read_all(struct cli_source *source, size_t room, bool *failed)
{
	static char bytes[CLI_BLOCK];
	size_t at = 0;
	ssize_t n;

	while ((n = cli_source_read(source, bytes, room)) > 0) {
		if ((size_t)n > room || at + (size_t)n > 3 * TEXT_LEN)
			return SIZE_MAX;
		for (ssize_t i = 0; i < n; i++)
			if (bytes[i] != text[(at + (size_t)i) % TEXT_LEN])
				return SIZE_MAX;
		at += (size_t)n;
	}
	*failed = n == -1;
	return at;
}

/* Start: a text, and a file that is empty. */
static inline void
start(void)
{
	file = tmpfile();
	if (file == NULL) {
		perror("tmpfile");
		_exit(2);
	}
	CHECK("memory", cli_memory_set("256M"));
	for (size_t i = 0; i < TEXT_LEN; i++)
		text[i] = (char)(' ' + (i * i / 7 + i / 300) % 90);
}

#endif /* SOURCE_FILE_H */
