/*
 * plain.c - which lines are plain, by themselves
 *
 *	plain <lines >those that are
 *
 * What is not ASCII alone is asked of; the last line on standard error says of
 * how many.  Garbled lines should not be, and most clean ones should.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "characters/plain.h"

int
main(void)
{
	static struct ug_plain plain = { .alloc = &ug_alloc_libc };
	size_t cap = 0, n = 0, n_plain = 0;
	char *line = NULL;
	ssize_t len;
	bool is;

	while ((len = getline(&line, &cap, stdin)) > 0) {
		const struct ug_text text = { line, (size_t)len };

		if (ug_text_ascii(text) == text.len ||
		    ug_utf8_prefix((const unsigned char *)line, text.len,
		    NULL) < text.len)
			continue;
		n++;
		if (ug_plain_is(&plain, text, true, &is) != UNGARBLE_OK)
			return 1;
		if (!is)
			continue;
		n_plain++;
		fwrite(line, 1, text.len, stdout);
	}
	fprintf(stderr, "%zu %zu\n", n_plain, n);
	free(line);
	ug_plain_free(&plain);
	return ferror(stdin) || fflush(stdout) != 0;
}
