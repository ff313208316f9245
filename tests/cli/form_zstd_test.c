/*
 * form_zstd_test.c - how far back a frame may reach, in how much memory
 */
#include "check.h"
#include "cli/form.h"
#include "cli/memory.h"

/* A frame of one byte, which says that it reaches 1 << bits bytes back. */
static enum cli_form_result
unpack(unsigned bits, size_t memory)
{
	const unsigned char frame[] = { 0x28, 0xB5, 0x2F, 0xFD, 0,
		(unsigned char)((bits - 10) << 3), 9, 0, 0, 'x' };
	const struct cli_coder *const coder = &cli_form_zstd.unpack;
	enum cli_form_result result = CLI_FORM_GOES;
	unsigned char out[8];
	char size[32];
	void *state;

	snprintf(size, sizeof(size), "%zu", memory);
	CHECK("memory", cli_memory_set(size));
	state = coder->open();
	if (!CHECK("open", state != NULL))
		return CLI_FORM_DAMAGED;
	for (int i = 0; i < 4 && result == CLI_FORM_GOES; i++) {
		struct cli_form_io io = { frame, sizeof(frame), out,
			sizeof(out) };

		result = coder->run(state, &io, true);
		CHECK("a byte", result != CLI_FORM_ENDED ||
		    (io.in_len == 0 && io.out_len == sizeof(out) - 1 &&
			out[0] == 'x'));
	}
	coder->close(state);
	CHECK("all is given back", cli_memory_left() == memory);
	return result;
}

/* What the library cannot read, and what nobody can. */
static void
check_errors(void)
{
	static const struct {
		unsigned char frame[12];
		enum cli_form_result wanted;
	} rows[] = {
		/* made with a dictionary */
		{ { 0x28, 0xB5, 0x2F, 0xFD, 1, 8, 5, 9, 0, 0, 'x' },
		    CLI_FORM_UNKNOWN },
		/* a bit that means nothing yet */
		{ { 0x28, 0xB5, 0x2F, 0xFD, 8, 8, 9, 0, 0, 'x' },
		    CLI_FORM_UNKNOWN },
		/* a block of no kind */
		{ { 0x28, 0xB5, 0x2F, 0xFD, 0, 8, 15, 0, 0, 'x' },
		    CLI_FORM_DAMAGED },
		/* no frame */
		{ { 0x28, 0xB5, 0x2F, 0xFE, 0, 8, 9, 0, 0, 'x' },
		    CLI_FORM_DAMAGED },
	};

	CHECK("memory", cli_memory_set("64M"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct cli_coder *const coder = &cli_form_zstd.unpack;
		void *const state = coder->open();
		unsigned char out[8];
		struct cli_form_io io = { rows[i].frame, sizeof(rows[i].frame),
			out, sizeof(out) };

		CHECK("an error", state != NULL &&
		    coder->run(state, &io, true) == rows[i].wanted);
		coder->close(state);
	}
}

int
main(void)
{
	const size_t spare = (size_t)1 << 20;

	if (cli_form_zstd.version == NULL) {
		CHECK("without", cli_form_zstd.unpack.open == NULL);
		return check_done("form_zstd_test");
	}
	/* a MiB is left beside it */
	for (unsigned bits = 11; bits < 28; bits++) {
		const size_t most = spare + ((size_t)1 << bits);

		CHECK("enough",
		    unpack(bits, most + 4096) == CLI_FORM_ENDED);
		CHECK("too little",
		    unpack(bits, most - 1) == CLI_FORM_NO_MEMORY);
	}
	/* but where it is least, and that can be had */
	CHECK("the least", unpack(10, spare) == CLI_FORM_ENDED &&
	    unpack(10, spare / 2) == CLI_FORM_ENDED);
	CHECK("not the least", unpack(11, spare) == CLI_FORM_NO_MEMORY &&
	    unpack(11, spare / 2) == CLI_FORM_NO_MEMORY);
	check_errors();
	return check_done("form_zstd_test");
}
