/*
 * form_xz.c - xz, by liblzma
 *
 * What decoding takes depends on the file: 9 MB for most, 65 MB where it was
 * made with -9.  Written back, it is as xz does it by default, with less memory
 * if that is more than there is.
 */
#include "form.h"

#define XZ_START \
	.name = "xz", .suffix = ".xz", \
	.library = "liblzma", .padding = 4, \
	.starts = { { { 0xFD, '7', 'z', 'X', 'Z', 0 }, \
	    { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, 6 } }

#ifdef CLI_FORM_XZ

#include <lzma.h>

#include "memory.h"

/* What reading the file again, and the text, may yet take. */
#define XZ_SPARE ((uint64_t)32 << 20)

static void *
xz_allocate(void *user, size_t n, size_t size)
{
	(void)user;
	return cli_form_allocate(n, size);
}

static void
xz_free(void *user, void *ptr)
{
	(void)cli_memory_resize(user, ptr, 0);
}

static const lzma_allocator xz_allocator = { xz_allocate, xz_free, NULL };

static lzma_stream *
xz_make(void)
{
	lzma_stream *const xz = cli_memory_resize(NULL, NULL, sizeof(*xz));

	if (xz != NULL) {
		*xz = (lzma_stream)LZMA_STREAM_INIT;
		xz->allocator = &xz_allocator;
	}
	return xz;
}

static void
xz_close(void *state)
{
	lzma_end(state);
	(void)cli_memory_resize(NULL, state, 0);
}

/* The allocator knows what is allowed. */
static bool
xz_start_unpack(void *state)
{
	return lzma_stream_decoder(state, UINT64_MAX,
		   LZMA_TELL_UNSUPPORTED_CHECK) == LZMA_OK;
}

static void *
xz_open_unpack(void)
{
	lzma_stream *const xz = xz_make();

	if (xz == NULL || xz_start_unpack(xz))
		return xz;
	xz_close(xz);
	return NULL;
}

static void *
xz_open_pack(void)
{
	lzma_stream *const xz = xz_make();
	uint32_t preset = LZMA_PRESET_DEFAULT;

	if (xz == NULL)
		return NULL;
	while (preset > 0 && lzma_easy_encoder_memusage(preset) + XZ_SPARE >
	    cli_memory_left())
		preset--;
	if (lzma_easy_encoder(xz, preset, LZMA_CHECK_CRC64) == LZMA_OK)
		return xz;
	xz_close(xz);
	return NULL;
}

static enum cli_form_result
xz_run(void *state, struct cli_form_io *io, bool last)
{
	lzma_stream *const xz = state;
	lzma_ret result;

	xz->next_in = io->in;
	xz->avail_in = io->in_len;
	xz->next_out = io->out;
	xz->avail_out = io->out_len;
	result = lzma_code(xz, last ? LZMA_FINISH : LZMA_RUN);
	io->in = xz->next_in;
	io->in_len = xz->avail_in;
	io->out = xz->next_out;
	io->out_len = xz->avail_out;
	switch (result) {
	case LZMA_OK:
	case LZMA_BUF_ERROR:
		return CLI_FORM_GOES;
	case LZMA_STREAM_END:
		return CLI_FORM_ENDED;
	case LZMA_MEM_ERROR:
	case LZMA_MEMLIMIT_ERROR:
		return CLI_FORM_NO_MEMORY;
	case LZMA_OPTIONS_ERROR:
	case LZMA_UNSUPPORTED_CHECK: /* it could be read, but not checked */
		return CLI_FORM_UNKNOWN;
	default:
		return CLI_FORM_DAMAGED;
	}
}

const struct cli_form cli_form_xz = {
	XZ_START,
	.version = lzma_version_string,
	.unpack = { xz_open_unpack, xz_run, xz_start_unpack, xz_close },
	.pack = { xz_open_pack, xz_run, NULL, xz_close },
};

#else

const struct cli_form cli_form_xz = { XZ_START };

#endif
