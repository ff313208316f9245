/*
 * source_test.c - what is read of a file in a compressed form, and what is said
 * of one that is not whole
 */
#define _XOPEN_SOURCE 700

#include "cli/source.h"

#include <errno.h>

#include "check.h"
#include "source_file.h"

/* Text, and no failure. */
static void
check_read(size_t wanted)
{
	static const size_t rooms[] = { CLI_BLOCK, 1000, CLI_FORM_HEAD + 1 };
	const size_t left = cli_memory_left();

	for (size_t i = 0; i < sizeof(rooms) / sizeof(*rooms); i++)
		for (int by_place = 0; by_place < 2; by_place++) {
			struct cli_source source = source_of(&with_z);
			bool failed = true;

			source.by_place = by_place == 1;
			if (source.by_place)
				(void)lseek(source.fd, 7, SEEK_SET);
			CHECK(form->name, read_all(&source, rooms[i],
			    &failed) == wanted && !failed);
			CHECK(form->name, cli_source_form(&source) == form &&
			    source.at == file_len());
			cli_source_close(&source);
			CHECK(form->name, cli_source_form(&source) == NULL &&
			    cli_memory_left() == left);
		}
}

/* What comes before the trouble, at most; and what is said of that. */
static void
check_trouble(size_t wanted, const char *what, int error)
{
	struct cli_source source = source_of(&with_z);
	const bool damaged = strcmp(what, ", and damaged") == 0;
	char said[128];
	bool failed = false;
	size_t got;

	(void)snprintf(said, sizeof(said), "ungarble: a: is %s%s\n",
	    form->name, what);
	got = read_all(&source, CLI_BLOCK, &failed);
	CHECK(form->name, got == wanted || (got == 0 && damaged));
	CHECK(form->name, failed && cli_source_read(&source, said, 0) < 0);
	CHECK(form->name, cli_source_error(&source) == error);
	heard_start();
	cli_source_failed(&source, "a");
	CHECK(what, heard_is(said));
	cli_source_close(&source);
}

/* Cut anywhere, it is not whole; what is there is given out. */
static void
check_cut(void)
{
	size_t len, last = 0;

	cut(0);
	pack(text, TEXT_LEN, TEXT_LEN);
	for (len = file_len() - 1; len >= CLI_FORM_HEAD;
	     len = len > 200 ? len * 3 / 4 : len - 1) {
		cut(len);

		struct cli_source source = source_of(&with_z);
		bool failed = false;
		size_t got;

		got = read_all(&source, CLI_BLOCK, &failed);
		CHECK(form->name, got <= TEXT_LEN && failed);
		CHECK(form->name, cli_source_error(&source) == ESTALE);
		last = got > last ? got : last;
		heard_start();
		cli_source_failed(&source, "a");
		CHECK(form->name, strstr(heard(), ", and cut short\n") != NULL);
		cli_source_close(&source);
	}
	CHECK(form->name, last > 0 || strcmp(form->name, "bzip2") == 0);
}

/* Members, what may stand behind them, and what may not. */
static void
check_behind(void)
{
	static const char zeros[8];
	size_t len;

	cut(0);
	pack(text, TEXT_LEN, 4097);
	check_read(TEXT_LEN);
	pack(text, TEXT_LEN, 17);
	pack(text, TEXT_LEN, TEXT_LEN);
	check_read(3 * TEXT_LEN);
	len = file_len();
	put("behind, of some length", 22);
	check_trouble(3 * TEXT_LEN, ", and something else stands behind it",
	    ESTALE);
	cut(len);
	put("b", 1);
	check_trouble(3 * TEXT_LEN, ", and something else stands behind it",
	    ESTALE);
	for (unsigned n = 1; n <= sizeof(zeros); n++) {
		cut(len);
		put(zeros, n);
		if (form->padding > 0 && n % form->padding == 0)
			check_read(3 * TEXT_LEN);
		else
			check_trouble(3 * TEXT_LEN,
			    ", and something else stands behind it", ESTALE);
	}
	/* Another member behind that. */
	cut(0);
	pack(text, TEXT_LEN, TEXT_LEN);
	put(zeros, 4);
	len = file_len();
	pack(text, TEXT_LEN, TEXT_LEN);
	if (form->padding > 0)
		check_read(2 * TEXT_LEN);
	else
		check_trouble(TEXT_LEN, ", and something else stands behind it",
		    ESTALE);
	cut(len);
	put("behind, of some length", 22);
	check_trouble(TEXT_LEN, ", and something else stands behind it",
	    ESTALE);
}

static void
check_damaged(void)
{
	size_t len;
	char byte;

	cut(0);
	pack(text, SHORT_LEN, SHORT_LEN);
	len = file_len() - 3; /* in a sum of all, or in its end */
	CHECK("a byte", pread(fileno(file), &byte, 1, (off_t)len) == 1);
	byte ^= 0x55;
	CHECK("a byte", pwrite(fileno(file), &byte, 1, (off_t)len) == 1);
	check_trouble(SHORT_LEN, ", and damaged", ESTALE);
}

/* What is in no form, or must not be unpacked, is read as it is. */
static void
check_plain(void)
{
	static const struct cli_options without = { .unpack = false };
	char packed[512], bytes[CLI_BLOCK];
	struct cli_source source;
	bool failed;
	size_t len;

	cut(0);
	pack(text, SHORT_LEN, SHORT_LEN);
	len = file_len();
	CHECK(form->name, len < sizeof(packed) && pread(fileno(file), packed,
	    len, 0) == (ssize_t)len);
	source = source_of(&without);
	CHECK("without -z", cli_source_read(&source, bytes, CLI_BLOCK) ==
	    (ssize_t)len && memcmp(bytes, packed, len) == 0);
	CHECK("without -z: its form", source.left == form &&
	    cli_source_form(&source) == NULL);
	/* Less than a head is text. */
	for (size_t n = 0; n < 3; n++) {
		cut(n);
		source = source_of(&with_z);
		CHECK("a start", cli_source_read(&source, bytes, CLI_BLOCK) ==
		    (ssize_t)n && cli_source_form(&source) == NULL);
	}
	cut(0);
	put(text, TEXT_LEN);
	source = source_of(&with_z);
	CHECK("no form", read_all(&source, CLI_BLOCK, &failed) == TEXT_LEN &&
	    !failed && cli_source_form(&source) == NULL);
	CHECK("what is behind text is no member", source.known);
}

static void
check_failed_read(void)
{
	struct cli_source source = { .fd = -1, .options = &with_z };
	char bytes[CLI_BLOCK];
	const struct cli_form *const none = cli_form(0);

	CHECK("closed", cli_source_read(&source, bytes, CLI_BLOCK) < 0);
	CHECK("closed", cli_source_error(&source) == EBADF);
	heard_start();
	cli_source_failed(&source, "a");
	CHECK("closed", heard_is("ungarble: a: bad file descriptor\n"));
	if (none->version == NULL)
		return;
	/* Amid a member. */
	form = none;
	cut(0);
	pack(text, SHORT_LEN, SHORT_LEN);
	cut(file_len() - 4);
	source = source_of(&with_z);
	CHECK("some", cli_source_read(&source, bytes, 20) >= 0);
	source.fd = -1;
	while (cli_source_read(&source, bytes, CLI_BLOCK) > 0)
		;
	errno = 0;
	CHECK("amid", cli_source_error(&source) == EBADF);
	heard_start();
	cli_source_failed(&source, "a");
	CHECK("amid", heard_is("ungarble: a: bad file descriptor\n"));
	cli_source_close(&source);
}

int
main(void)
{
	start();
	for (size_t i = 0; (form = cli_form(i)) != NULL; i++) {
		if (form->version == NULL)
			continue;
		check_behind();
		check_cut();
		check_damaged();
		check_plain();
	}
	check_failed_read();
	(void)fclose(file);
	return check_done("source_test");
}
