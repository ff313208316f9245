/*
 * filter.c - standard input, repaired, to standard output
 *
 *	cc -o filter filter.c $(pkg-config --cflags --libs ungarble)
 */
#include <stdio.h>

#include <ungarble.h>

static int
put(void *user, const char *bytes, size_t len)
{
	return fwrite(bytes, 1, len, user) != len;
}

int
main(void)
{
	static char bytes[65536];
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;
	size_t n;

	opts.write = put;
	opts.user = stdout;
	err = ungarble_open(&ug, &opts);
	while (err == UNGARBLE_OK &&
	    (n = fread(bytes, 1, sizeof(bytes), stdin)) > 0)
		err = ungarble_feed(ug, bytes, n);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	ungarble_close(ug);
	if (err != UNGARBLE_OK)
		fprintf(stderr, "filter: %s\n", ungarble_strerror(err));
	return err != UNGARBLE_OK || ferror(stdin) || fflush(stdout) != 0;
}
