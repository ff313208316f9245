/*
 * io_test.c - what is written when, and of which bytes
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "cli/io.h"

static char name[32]; /* of what is written here */
static int file;
static char wanted[6 * CLI_BLOCK], got[6 * CLI_BLOCK];
static size_t wanted_len;

static struct cli_out out;

static void
start(void)
{
	CHECK("empty", ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0);
	memset(&out, 0, sizeof(out));
	out.fd = file;
	wanted_len = 0;
}

/* So many bytes are in the file. */
static bool
written(size_t len)
{
	return lseek(file, 0, SEEK_END) == (off_t)len;
}

static void
want(const char *bytes, size_t len)
{
	memcpy(wanted + wanted_len, bytes, len);
	wanted_len += len;
}

static void
want_string(const char *s)
{
	want(s, strlen(s));
}

/* All that was wanted is there, in its order. */
static bool
right(void)
{
	const bool flushed = cli_out_flush(&out);
	const ssize_t n = pread(file, got, sizeof(got), 0);

	return flushed && n == (ssize_t)wanted_len &&
	    memcmp(got, wanted, wanted_len) == 0;
}

static void
add(const char *bytes, size_t len)
{
	want(bytes, len);
	cli_out_add(&out, bytes, len);
}

/* Bytes wait until there is no room for more. */
static void
check_room(const char *bytes)
{
	start();
	add(bytes, CLI_BLOCK - 1);
	CHECK("held", written(0));
	add(bytes, 1);
	CHECK("full, and held", written(0) && out.len == CLI_BLOCK);
	add(bytes + 5, 1);
	CHECK("no room", written(CLI_BLOCK) && out.len == 1);
	CHECK("all", right() && out.len == 0);
	start();
	add(bytes + 3, 2);
	add(bytes, CLI_BLOCK);
	CHECK("a block, at once", written(CLI_BLOCK + 2) && out.len == 0);
	CHECK("a block", right());
	start();
	add(bytes + 3, 2);
	add(bytes, CLI_BLOCK - 1);
	CHECK("less than one", written(2) && out.len == CLI_BLOCK - 1);
	CHECK("less than one: all", right());
	start();
	cli_out_add(&out, bytes, 100);
	cli_out_drop(&out);
	CHECK("dropped", right());
}

/* What is lent is written from where it stands, if it is long. */
static void
check_lent(const char *bytes)
{
	for (size_t len = CLI_LENT - 1; len <= CLI_LENT + 1; len++) {
		start();
		add("before", 6);
		cli_out_lend(&out, bytes, 2 * CLI_LENT);
		add(bytes + 10, 20);
		add(bytes + 30, len - 20);
		CHECK("it waits", written(0) && out.tail_len == len &&
		    out.tail == bytes + 10);
		cli_out_settle(&out);
		CHECK("settled", written(len < CLI_LENT ? 0 : len + 6));
		CHECK("settled: nothing is lent", out.tail_len == 0 &&
		    out.lent_len == 0);
		add("behind", 6);
		CHECK("settled: all", right());

		start();
		cli_out_lend(&out, bytes, 2 * CLI_LENT);
		add(bytes, len);
		add("amid", 4);
		CHECK("something else", out.tail_len == 0 &&
		    written(len < CLI_LENT ? 0 : len));
		add(bytes + len + 1, 9);
		CHECK("another place", out.tail_len == 9);
		add(bytes + len, 9);
		CHECK("before it", out.tail_len == 9 &&
		    out.tail == bytes + len);
		CHECK("all, in order", right() && out.tail_len == 0);
		cli_out_settle(&out);
	}
	start();
	cli_out_lend(&out, bytes + 10, 10);
	add(bytes + 9, 1);
	CHECK("before what is lent", out.tail_len == 0);
	add(bytes + 10, 1);
	CHECK("its first", out.tail_len == 1);
	add(bytes + 20, 1);
	CHECK("behind it", out.tail_len == 0 && out.len == 3);
	add(bytes + 19, 1);
	CHECK("its last", out.tail_len == 1);
	add(bytes + 19, 0);
	CHECK("nothing", out.tail_len == 1 && right());
}

static void
check_values(void)
{
	start();
	cli_out_number(&out, 0);
	cli_out_string(&out, " ");
	cli_out_number(&out, 9);
	cli_out_number(&out, 10);
	cli_out_string(&out, " ");
	cli_out_number(&out, UINT64_MAX);
	cli_out_string(&out, " ");
	cli_out_hex(&out, 0xA, 1);
	cli_out_hex(&out, 0xA, 2);
	cli_out_hex(&out, 0x10FFFF, 6);
	cli_out_hex(&out, 0x89ABCDEF, 8);
	cli_out_hex(&out, 0x1234, 2);
	cli_out_hex(&out, 1, 0);
	want_string("0 910 18446744073709551615 A0A10FFFF89ABCDEF34");
	CHECK("numbers", right());
	start();
	out.page = true;
	cli_out_string(&out, "<a href=\"b\" c='d'>&amp;</a>x");
	cli_out_string(&out, "");
	cli_out_string(&out, "y");
	cli_out_string(&out, ">");
	want_string("&lt;a href=&quot;b&quot; c=&#39;d&#39;&gt;&amp;amp;"
	    "&lt;/a&gt;xy&gt;");
	CHECK("a page", right());
	start();
	out.page = true;
	cli_out_add(&out, "a<", 1);
	cli_out_add(&out, "<<", 1);
	want_string("a&lt;");
	CHECK("no more than is added", right());
	start();
	out.fd = -1;
	cli_out_string(&out, "to nobody");
	CHECK("none", out.len == 0 && cli_out_close(&out) && out.fd == -1);
}

/* An error sticks. */
static void
check_errors(void)
{
	start();
	out.fd = open(name, O_RDONLY);
	cli_out_string(&out, "lost");
	CHECK("no error yet", out.error == 0);
	CHECK("refused", !cli_out_flush(&out) && out.error == EBADF);
	CHECK("dropped", out.len == 0);
	out.len = 0;
	CHECK("refused still", !cli_out_flush(&out));
	CHECK("closed", !cli_out_close(&out) && out.fd == -1 &&
	    out.error == EBADF);
	CHECK("closed: nothing there", written(0));
	start();
	out.fd = dup(file);
	(void)close(out.fd);
	CHECK("closed before", !cli_out_close(&out) && out.error == EBADF);
	start();
	out.fd = open(name, O_WRONLY);
	cli_out_string(&out, "there");
	CHECK("a good end", cli_out_close(&out) && out.error == 0 &&
	    written(5));
	CHECK("no such file", cli_open("/no/such/file") < 0 && errno == ENOENT);
}

/* Whether a pipe has something, or its end. */
static void
check_waits(void)
{
	int ends[2];
	char byte;

	if (!CHECK("pipe", pipe(ends) == 0))
		return;
	CHECK("nothing there", cli_read_waits(ends[0]));
	CHECK("a byte", write(ends[1], "x", 1) == 1);
	CHECK("one byte", !cli_read_waits(ends[0]) &&
	    cli_read(ends[0], &byte, 1) == 1 && byte == 'x');
	CHECK("no more", cli_read_waits(ends[0]));
	(void)close(ends[1]);
	CHECK("its end", !cli_read_waits(ends[0]) &&
	    cli_read(ends[0], &byte, 1) == 0);
	(void)close(ends[0]);
	CHECK("closed", cli_read(ends[0], &byte, 1) < 0 && errno == EBADF);
}

int
main(void)
{
	static char bytes[2 * CLI_BLOCK];
	FILE *temporary;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 7 + i / 251);
	temporary = tmpfile();
	if (temporary == NULL) {
		perror("tmpfile");
		return 2;
	}
	file = fileno(temporary);
	(void)snprintf(name, sizeof(name), "/dev/fd/%d", file);
	check_room(bytes);
	check_lent(bytes);
	check_values();
	check_errors();
	check_waits();
	(void)fclose(temporary);
	return check_done("io_test");
}
