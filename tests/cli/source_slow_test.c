/*
 * source_slow_test.c - compressed files that come slowly, grow beyond measure,
 * or for which there is no memory
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <sys/socket.h>

#include "check.h"
#include "source_file.h"

#define FREE ((size_t)16 << 20) /* that a file may grow to in any case */

/* So many short members, packed, and how long they are; 0: too long. */
static size_t
members(char packed[512], int n)
{
	size_t len;

	cut(0);
	for (int i = 0; i < n; i++)
		pack(text, SHORT_LEN, SHORT_LEN);
	len = file_len();
	return CHECK("short", len <= 512 &&
	    pread(fileno(file), packed, len, 0) == (ssize_t)len) ? len : 0;
}

/* A byte at a time, as from a slow pipe: two members, that wait for more. */
static void
check_slow(void)
{
	char packed[512], bytes[CLI_BLOCK];
	struct cli_source source = { .options = &with_z };
	const size_t len = members(packed, 2);
	size_t got = 0;
	int ends[2];
	ssize_t n;

	if (len == 0 || !CHECK("ends", socketpair(AF_UNIX, SOCK_SEQPACKET, 0,
	    ends) == 0))
		return;
	source.fd = ends[0];
	CHECK("it waits", cli_source_waits(&source));
	for (size_t i = 0; i < len; i++)
		if (!CHECK("sent", send(ends[1], packed + i, 1,
		    MSG_DONTWAIT) == 1))
			break;
	CHECK("it is there", !cli_source_waits(&source));
	n = cli_source_read(&source, bytes, sizeof(bytes));
	CHECK(form->name, n > 0 && n <= SHORT_LEN);
	got = n > 0 ? (size_t)n : 0;
	(void)close(ends[1]);
	while ((n = cli_source_read(&source, bytes, sizeof(bytes))) > 0)
		got += (size_t)n;
	CHECK(form->name, n == 0 && got == 2 * SHORT_LEN);
	CHECK("at its end", !cli_source_waits(&source) &&
	    source.at == len);
	cli_source_close(&source);
	(void)close(ends[0]);
}

/* Behind a member, less than the head of another one waits for more. */
static void
check_waits(size_t behind)
{
	char packed[512], bytes[CLI_BLOCK];
	struct cli_source source = { .options = &with_z };
	const size_t len = members(packed, 1);
	size_t got = 0;
	int ends[2];
	ssize_t n;

	if (len == 0 || !CHECK("two", 2 * len <= sizeof(packed)) ||
	    !CHECK("pipe", pipe(ends) == 0))
		return;
	memcpy(packed + len, packed, len);
	source.fd = ends[0];
	CHECK("sent", write(ends[1], packed, len + behind) ==
	    (ssize_t)(len + behind));
	CHECK(form->name, cli_source_read(&source, bytes, CLI_BLOCK) ==
	    SHORT_LEN);
	CHECK(form->name, cli_source_waits(&source) ==
	    (behind < CLI_FORM_HEAD));
	source.by_place = true;
	CHECK("a file never does", !cli_source_waits(&source));
	source.by_place = false;
	CHECK("sent", write(ends[1], packed + behind, len - behind) ==
	    (ssize_t)(len - behind));
	CHECK("more is there", !cli_source_waits(&source));
	while (got < SHORT_LEN && (n = cli_source_read(&source, bytes,
	    CLI_BLOCK)) > 0)
		got += (size_t)n;
	CHECK(form->name, got == SHORT_LEN);
	CHECK("again", cli_source_waits(&source));
	(void)close(ends[1]);
	CHECK("its end", !cli_source_waits(&source) &&
	    cli_source_read(&source, bytes, CLI_BLOCK) == 0 &&
	    !cli_source_waits(&source));
	cli_source_close(&source);
	(void)close(ends[0]);
}

/* Unpack so many zeros, where so many times as much is allowed. */
static bool
grows(const char *zeros, size_t len, uint64_t most)
{
	struct cli_options options = { .unpack = true, .max_expand = most };
	static char bytes[CLI_BLOCK];
	struct cli_source source;
	size_t got = 0;
	ssize_t n;

	cut(0);
	pack(zeros, len, CLI_BLOCK);
	source = source_of(&options);
	while ((n = cli_source_read(&source, bytes, CLI_BLOCK)) > 0)
		got += (size_t)n;
	heard_start();
	if (n < 0)
		cli_source_failed(&source, "a");
	CHECK(form->name, n == 0 ? *heard() == '\0' : strstr(heard(),
	    ", and grows beyond what --max-expand allows\n") != NULL);
	/* What came is given out, that once, all the same. */
	CHECK(form->name, got == len);
	cli_source_close(&source);
	return n == 0;
}

/* A file may grow to so much, and beyond that so many times its size. */
static void
check_grown(void)
{
	char *const zeros = calloc(1, FREE + CLI_BLOCK);
	size_t len = FREE;

	if (!CHECK("memory", zeros != NULL))
		return;
	CHECK("in any case", grows(zeros, FREE, 1));
	for (int i = 0; i < 4 && len != FREE + file_len(); i++) {
		len = FREE + file_len();
		CHECK("to its own size", grows(zeros, len, 1) ||
		    len > FREE + file_len());
	}
	CHECK("to its own size", len == FREE + file_len() &&
	    len < FREE + CLI_BLOCK / 2);
	CHECK("beyond", !grows(zeros, len + CLI_BLOCK / 4, 1));
	CHECK("to three times", grows(zeros, len + CLI_BLOCK / 4, 3));
	CHECK("any", grows(zeros, FREE + CLI_BLOCK, 0));
	free(zeros);
}

/* Without memory for it. */
static void
check_memory(void)
{
	const size_t left = cli_memory_left();
	size_t n_failed = 0;
	char limit[32];

	cut(0);
	pack(text, SHORT_LEN, SHORT_LEN);
	for (size_t bytes = 1; bytes < (size_t)64 << 20; bytes *= 2) {
		struct cli_source source = source_of(&with_z);
		bool failed = false;

		(void)snprintf(limit, sizeof(limit), "%zu", bytes);
		CHECK(limit, cli_memory_set(limit));
		if (read_all(&source, CLI_BLOCK, &failed) == SHORT_LEN &&
		    !failed) {
			CHECK(limit, cli_memory_left() > 0);
		} else {
			n_failed++;
			CHECK(limit, failed && errno == ENOMEM);
			CHECK(limit, cli_source_error(&source) == ENOMEM);
			heard_start();
			cli_source_failed(&source, "a");
			CHECK(limit, strstr(heard(), ": no memory, since "
			    "--memory allows no more\n") != NULL);
		}
		cli_source_close(&source);
		CHECK(limit, cli_memory_left() == bytes);
	}
	CHECK(form->name, n_failed > 10 && n_failed < 26);
	(void)snprintf(limit, sizeof(limit), "%zu", left);
	CHECK(limit, cli_memory_set(limit));
}

int
main(void)
{
	start();
	for (size_t i = 0; (form = cli_form(i)) != NULL; i++) {
		if (form->version == NULL)
			continue;
		check_slow();
		check_waits(0);
		check_waits(CLI_FORM_HEAD - 1);
		check_waits(CLI_FORM_HEAD);
		check_memory();
	}
	form = cli_form(0);
	if (form->version != NULL)
		check_grown();
	(void)fclose(file);
	return check_done("source_slow_test");
}
