/*
 * form_gzip.c - gzip, by zlib (RFC 1952)
 *
 * Written back, the header has neither name nor time.
 */
#include "form.h"

#define GZIP_START \
	.name = "gzip", .suffix = ".gz", \
	.library = "zlib", .padding = 1, \
	.starts = { { { 0x1F, 0x8B, 8 }, { 0xFF, 0xFF, 0xFF }, 3 } }

#ifdef CLI_FORM_GZIP

#include <limits.h>
#include <zlib.h>

#include "memory.h"

#define GZIP_BITS (15 + 16) /* the largest window; with a header of gzip */

static voidpf
gzip_allocate(voidpf user, uInt n, uInt size)
{
	(void)user;
	return cli_form_allocate(n, size);
}

static void
gzip_free(voidpf user, voidpf ptr)
{
	(void)cli_memory_resize(user, ptr, 0);
}

static z_stream *
gzip_make(void)
{
	z_stream *const z = cli_memory_resize(NULL, NULL, sizeof(*z));

	if (z != NULL)
		*z = (z_stream){ .zalloc = gzip_allocate, .zfree = gzip_free };
	return z;
}

static void *
gzip_open_unpack(void)
{
	z_stream *const z = gzip_make();

	if (z == NULL || inflateInit2(z, GZIP_BITS) == Z_OK)
		return z;
	return cli_memory_resize(NULL, z, 0);
}

static void *
gzip_open_pack(void)
{
	z_stream *const z = gzip_make();

	if (z == NULL ||
	    deflateInit2(z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_BITS, 8,
		Z_DEFAULT_STRATEGY) == Z_OK)
		return z;
	return cli_memory_resize(NULL, z, 0);
}

/* Have `code` work on what fits its numbers. */
static enum cli_form_result
gzip_run(z_stream *z, struct cli_form_io *io, int (*code)(z_stream *, int),
    int how)
{
	const uInt in = io->in_len < UINT_MAX ? (uInt)io->in_len : UINT_MAX;
	const uInt out = io->out_len < UINT_MAX ? (uInt)io->out_len : UINT_MAX;
	int result;

	z->next_in = (z_const Bytef *)io->in;
	z->avail_in = in;
	z->next_out = io->out;
	z->avail_out = out;
	result = code(z, how);
	io->in += in - z->avail_in;
	io->in_len -= in - z->avail_in;
	io->out += out - z->avail_out;
	io->out_len -= out - z->avail_out;
	switch (result) {
	case Z_OK:
	case Z_BUF_ERROR:
		return CLI_FORM_GOES;
	case Z_STREAM_END:
		return CLI_FORM_ENDED;
	case Z_MEM_ERROR:
		return CLI_FORM_NO_MEMORY;
	default:
		return CLI_FORM_DAMAGED;
	}
}

static enum cli_form_result
gzip_unpack(void *state, struct cli_form_io *io, bool last)
{
	(void)last;
	return gzip_run(state, io, inflate, Z_NO_FLUSH);
}

static enum cli_form_result
gzip_pack(void *state, struct cli_form_io *io, bool last)
{
	return gzip_run(state, io, deflate, last ? Z_FINISH : Z_NO_FLUSH);
}

static bool
gzip_again(void *state)
{
	return inflateReset(state) == Z_OK;
}

static void
gzip_close_unpack(void *state)
{
	(void)inflateEnd(state);
	(void)cli_memory_resize(NULL, state, 0);
}

static void
gzip_close_pack(void *state)
{
	(void)deflateEnd(state);
	(void)cli_memory_resize(NULL, state, 0);
}

const struct cli_form cli_form_gzip = {
	GZIP_START,
	.version = zlibVersion,
	.unpack = { gzip_open_unpack, gzip_unpack, gzip_again,
	    gzip_close_unpack },
	.pack = { gzip_open_pack, gzip_pack, NULL, gzip_close_pack },
};

#else

const struct cli_form cli_form_gzip = { GZIP_START };

#endif
