/*
 * form_bzip2.c - bzip2, by libbz2
 */
#include "form.h"

/* BZh, a digit, and what a block or the end of an empty file starts with. */
#define BZIP2_MASK \
	{ 0xFF, 0xFF, 0xFF, 0xF0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }
#define BZIP2_START \
	.name = "bzip2", .suffix = ".bz2", \
	.library = "libbz2", \
	.starts = { { { 'B', 'Z', 'h', '0', 0x31, 0x41, 0x59, 0x26, 0x53, \
			    0x59 }, BZIP2_MASK, 10 }, \
	    { { 'B', 'Z', 'h', '0', 0x17, 0x72, 0x45, 0x38, 0x50, 0x90 }, \
		BZIP2_MASK, 10 } }

#ifdef CLI_FORM_BZIP2

#include <bzlib.h>
#include <limits.h>

#include "memory.h"

static void *
bzip2_allocate(void *user, int n, int size)
{
	(void)user;
	return n < 0 || size < 0 ? NULL
				 : cli_form_allocate((size_t)n, (size_t)size);
}

static void
bzip2_free(void *user, void *ptr)
{
	(void)cli_memory_resize(user, ptr, 0);
}

static bz_stream *
bzip2_make(void)
{
	bz_stream *const bz = cli_memory_resize(NULL, NULL, sizeof(*bz));

	if (bz != NULL)
		*bz = (bz_stream){ .bzalloc = bzip2_allocate,
			.bzfree = bzip2_free };
	return bz;
}

static void *
bzip2_open_unpack(void)
{
	bz_stream *const bz = bzip2_make();

	if (bz == NULL || BZ2_bzDecompressInit(bz, 0, 0) == BZ_OK)
		return bz;
	return cli_memory_resize(NULL, bz, 0);
}

static void *
bzip2_open_pack(void)
{
	bz_stream *const bz = bzip2_make();

	if (bz == NULL || BZ2_bzCompressInit(bz, 9, 0, 0) == BZ_OK)
		return bz;
	return cli_memory_resize(NULL, bz, 0);
}

/* Have as much as fits its numbers worked on. */
static enum cli_form_result
bzip2_run(bz_stream *bz, struct cli_form_io *io, bool pack, bool last)
{
	const unsigned in =
	    io->in_len < UINT_MAX ? (unsigned)io->in_len : UINT_MAX;
	const unsigned out =
	    io->out_len < UINT_MAX ? (unsigned)io->out_len : UINT_MAX;
	int result;

	/* it asks for bytes that it may change, and does not */
	bz->next_in = (char *)(size_t)io->in;
	bz->avail_in = in;
	bz->next_out = (char *)io->out;
	bz->avail_out = out;
	result = pack ? BZ2_bzCompress(bz, last ? BZ_FINISH : BZ_RUN)
		      : BZ2_bzDecompress(bz);
	io->in += in - bz->avail_in;
	io->in_len -= in - bz->avail_in;
	io->out += out - bz->avail_out;
	io->out_len -= out - bz->avail_out;
	switch (result) {
	case BZ_OK:
	case BZ_RUN_OK:
	case BZ_FINISH_OK:
		return CLI_FORM_GOES;
	case BZ_STREAM_END:
		return CLI_FORM_ENDED;
	case BZ_MEM_ERROR:
		return CLI_FORM_NO_MEMORY;
	default:
		return CLI_FORM_DAMAGED;
	}
}

static enum cli_form_result
bzip2_unpack(void *state, struct cli_form_io *io, bool last)
{
	(void)last;
	return bzip2_run(state, io, false, false);
}

static enum cli_form_result
bzip2_pack(void *state, struct cli_form_io *io, bool last)
{
	if (io->in_len == 0 && !last)
		return CLI_FORM_GOES; /* which it takes for a mistake */
	return bzip2_run(state, io, true, last);
}

static bool
bzip2_again(void *state)
{
	(void)BZ2_bzDecompressEnd(state);
	return BZ2_bzDecompressInit(state, 0, 0) == BZ_OK;
}

static void
bzip2_close_unpack(void *state)
{
	(void)BZ2_bzDecompressEnd(state);
	(void)cli_memory_resize(NULL, state, 0);
}

static void
bzip2_close_pack(void *state)
{
	(void)BZ2_bzCompressEnd(state);
	(void)cli_memory_resize(NULL, state, 0);
}

const struct cli_form cli_form_bzip2 = {
	BZIP2_START,
	.version = BZ2_bzlibVersion,
	.unpack = { bzip2_open_unpack, bzip2_unpack, bzip2_again,
	    bzip2_close_unpack },
	.pack = { bzip2_open_pack, bzip2_pack, NULL, bzip2_close_pack },
};

#else

const struct cli_form cli_form_bzip2 = { BZIP2_START };

#endif
