/*
 * form_test.c - each form there and back, in small pieces, in little memory
 *
 * Whatever becomes of it, all memory that was counted in is counted out again.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "check.h"
#include "cli/form.h"
#include "cli/memory.h"

#define TEXT_LEN 60000
#define ROOM (4 * TEXT_LEN)

static unsigned char text[TEXT_LEN], packed[ROOM], unpacked[ROOM];

/* Set the limit, of which nothing is taken. */
static size_t
limit(size_t bytes)
{
	char size[32];

	snprintf(size, sizeof(size), "%zu", bytes);
	CHECK(size, cli_memory_set(size) && cli_memory_left() == bytes);
	return bytes;
}

/* Run a coder over bytes, so many at a time in and out. */
static enum cli_form_result
run(const struct cli_coder *coder, void *state, const unsigned char *in,
    size_t in_len, size_t in_step, unsigned char *out, size_t out_step,
    size_t *out_len, size_t *used)
{
	enum cli_form_result result = CLI_FORM_GOES;
	size_t at = 0, idle = 0;

	*out_len = 0;
	while (result == CLI_FORM_GOES && idle < 3 && *out_len < ROOM) {
		const size_t n = in_len - at < in_step ? in_len - at : in_step;
		const size_t room =
		    ROOM - *out_len < out_step ? ROOM - *out_len : out_step;
		struct cli_form_io io = { in + at, n, out + *out_len, room };

		result = coder->run(state, &io, at + n == in_len);
		CHECK("moved together", io.in == in + at + (n - io.in_len) &&
		    io.out == out + *out_len + (room - io.out_len));
		idle = io.in_len == n && io.out_len == room ? idle + 1 : 0;
		at += n - io.in_len;
		*out_len += room - io.out_len;
	}
	*used = at;
	return result;
}

static void
check_steps(const struct cli_form *form, size_t in_step, size_t out_step)
{
	const size_t most = limit((size_t)256 << 20);
	size_t len, out_len, used;
	void *state = form->pack.open();

	CHECK(form->name, state != NULL && cli_memory_left() < most);
	CHECK(form->name, run(&form->pack, state, text, TEXT_LEN, in_step,
	    packed, out_step, &len, &used) == CLI_FORM_ENDED);
	CHECK(form->name, used == TEXT_LEN && len < TEXT_LEN);
	form->pack.close(state);
	CHECK(form->name, cli_memory_left() == most);

	/* What stands behind it is not taken. */
	memcpy(packed + len, "behind", 6);
	state = form->unpack.open();
	CHECK(form->name, state != NULL && cli_memory_left() < most);
	for (int i = 0; i < 3; i++) {
		CHECK(form->name, run(&form->unpack, state, packed, len + 6,
		    in_step, unpacked, out_step, &out_len, &used) ==
		    CLI_FORM_ENDED);
		CHECK(form->name, used == len && out_len == TEXT_LEN &&
		    memcmp(unpacked, text, TEXT_LEN) == 0);
		CHECK(form->name, form->unpack.again(state));
	}
	/* Cut, it goes on for ever. */
	CHECK(form->name, run(&form->unpack, state, packed, len - 1, in_step,
	    unpacked, out_step, &out_len, &used) == CLI_FORM_GOES);
	CHECK(form->name, form->unpack.again(state));
	/* The end of each has a sum of all of it. */
	packed[len / 2] ^= 0x55;
	CHECK(form->name, run(&form->unpack, state, packed, len, in_step,
	    unpacked, out_step, &out_len, &used) == CLI_FORM_DAMAGED);
	form->unpack.close(state);
	CHECK(form->name, cli_memory_left() == most);
	packed[len / 2] ^= 0x55;
}

/* The result of a coder in so much memory; all of it is given back. */
static enum cli_form_result
in_memory(const struct cli_form *form, const struct cli_coder *coder,
    const unsigned char *in, size_t in_len, size_t bytes, size_t *taken)
{
	const size_t most = limit(bytes);
	enum cli_form_result result = CLI_FORM_NO_MEMORY;
	size_t out_len, used;
	void *const state = coder->open();

	*taken = 0;
	if (state != NULL) {
		result = run(coder, state, in, in_len, in_len, unpacked, ROOM,
		    &out_len, &used);
		*taken = most - cli_memory_left();
		CHECK(form->name, *taken > 0 && *taken <= most);
		coder->close(state);
	}
	CHECK(form->name, cli_memory_left() == most);
	return result;
}

/* In more and more memory, it fails for want of it until it does not. */
static void
check_memory(const struct cli_form *form, const struct cli_coder *coder,
    const unsigned char *in, size_t in_len)
{
	size_t n_failed = 0, taken = 0, last = 0;
	bool good = false;

	for (size_t bytes = 1; bytes < (size_t)200 << 20;
	     bytes += bytes / 8 + 1) {
		const enum cli_form_result result =
		    in_memory(form, coder, in, in_len, bytes, &taken);

		CHECK(form->name, result == CLI_FORM_ENDED ||
		    (!good && result == CLI_FORM_NO_MEMORY));
		good = good || result == CLI_FORM_ENDED;
		n_failed += !good;
		CHECK(form->name, taken >= last || !good);
		/* What the library takes is counted, too. */
		CHECK(form->name, taken >= 6000 || !good);
		last = good ? taken : 0;
	}
	CHECK(form->name, good && n_failed > 20);
	CHECK(form->name, strstr(cli_memory_error(), "--memory") != NULL);
}

/* Bytes of the heap in use, where the C library tells; else 0. */
static size_t
in_use(void)
{
#if defined __GLIBC__ && \
    (__GLIBC__ > 2 || (__GLIBC__ == 2 && __GLIBC_MINOR__ >= 33))
	const struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
#else
	return 0;
#endif
}

/* What a library took is given back to it, too: the second time as the first. */
static void
check_freed(const struct cli_form *form, const struct cli_coder *coder,
    const unsigned char *in, size_t in_len)
{
	size_t used[3], taken;

	for (size_t i = 0; i < 3; i++) {
		CHECK(form->name, in_memory(form, coder, in, in_len,
		    (size_t)256 << 20, &taken) == CLI_FORM_ENDED);
		used[i] = in_use();
	}
	CHECK(form->name, used[1] == used[0] && used[2] == used[1]);
}

static void
check_form(const struct cli_form *form)
{
	static const size_t steps[][2] = { { TEXT_LEN, ROOM }, { 1, ROOM },
		{ TEXT_LEN, 1 }, { 7, 13 } };
	size_t len, used;
	void *state;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		check_steps(form, steps[i][0], steps[i][1]);
	(void)limit((size_t)256 << 20);
	state = form->pack.open();
	(void)run(&form->pack, state, text, TEXT_LEN, TEXT_LEN, packed, ROOM,
	    &len, &used);
	form->pack.close(state);
	check_freed(form, &form->unpack, packed, len);
	check_freed(form, &form->pack, text, TEXT_LEN);
	check_memory(form, &form->unpack, packed, len);
	check_memory(form, &form->pack, text, TEXT_LEN);
}

/* How much of a head it takes to know a form. */
static void
check_starts(void)
{
	static const struct {
		const char *head;
		size_t len, least; /* from how many bytes on it is known */
		const char *name;
	} heads[] = {
		{ "\x1F\x8B\x08", 3, 3, "gzip" },
		{ "\x1F\x8B\x09", 3, 0, NULL },
		{ "\x1F\x8A\x08", 3, 0, NULL },
		{ "\xFD" "7zXZ\0", 6, 6, "xz" },
		{ "\xFD" "7zXZ\1", 6, 0, NULL },
		{ "\x28\xB5\x2F\xFD", 4, 4, "zstd" },
		{ "\x50\x2A\x4D\x18", 4, 4, "zstd" },
		{ "\x5F\x2A\x4D\x18", 4, 4, "zstd" },
		{ "\x60\x2A\x4D\x18", 4, 0, NULL },
		{ "\x4F\x2A\x4D\x18", 4, 0, NULL },
		{ "BZh91AY&SY", 10, 10, "bzip2" },
		{ "BZh01AY&SY", 10, 10, "bzip2" },
		{ "BZhA1AY&SY", 10, 0, NULL },
		{ "BZh9\x17rE8P\x90", 10, 10, "bzip2" },
		{ "BZh9\x17rE8P\x91", 10, 0, NULL },
		{ "plain", 5, 0, NULL },
	};

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		const unsigned char *const head =
		    (const unsigned char *)heads[i].head;
		bool maybe;

		for (size_t len = 0; len < heads[i].len; len++) {
			const struct cli_form *const form =
			    cli_form_of(head, len, &maybe);

			CHECK(heads[i].head, form == NULL);
			CHECK(heads[i].head, maybe || heads[i].least == 0);
		}
		CHECK(heads[i].head, cli_form_of(head, 0, &maybe) == NULL &&
		    maybe);

		const struct cli_form *const form =
		    cli_form_of(head, heads[i].len, &maybe);

		CHECK(heads[i].head, heads[i].name == NULL ? form == NULL
		    : form != NULL && strcmp(form->name, heads[i].name) == 0);
		CHECK(heads[i].head, !maybe);
	}
}

int
main(void)
{
	const struct cli_form *form;
	size_t n = 0, left;
	void *one;

	for (size_t i = 0; i < TEXT_LEN; i++)
		text[i] = (unsigned char)((size_t)"repeated, mostly\n"[i % 17] +
		    (i % 91 == 0 ? i / 91 % 50 : 0));
	check_starts();
	for (; (form = cli_form(n)) != NULL; n++)
		if (form->version != NULL)
			check_form(form);
	CHECK("forms", n == 4 && cli_form(n + 1) == NULL);
	left = limit(1000);
	CHECK("no less than nothing", cli_form_allocate(SIZE_MAX, 2) == NULL &&
	    cli_form_allocate(SIZE_MAX / 2 + 1, 2) == NULL);
	one = cli_form_allocate(0, 5);
	CHECK("a block of nothing", one != NULL && cli_memory_left() < left);
	(void)cli_memory_resize(NULL, one, 0);
	one = cli_form_allocate(5, 0);
	CHECK("a block of nothing", one != NULL);
	(void)cli_memory_resize(NULL, one, 0);
	CHECK("all is left", cli_memory_left() == left);
	return check_done("form_test");
}
