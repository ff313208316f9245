/*
 * form_zstd.c - zstd, by libzstd (RFC 8878)
 *
 * A frame says how far back it reaches, and with --long=31 that is 2 GiB; it is
 * refused where --memory allows less.  The library takes its memory itself, and
 * is asked how much that is.
 */
#include "form.h"

#define ZSTD_START \
	.name = "zstd", .suffix = ".zst", \
	.library = "libzstd", \
	.starts = { { { 0x28, 0xB5, 0x2F, 0xFD }, \
			{ 0xFF, 0xFF, 0xFF, 0xFF }, 4 }, \
	    { { 0x50, 0x2A, 0x4D, 0x18 }, { 0xF0, 0xFF, 0xFF, 0xFF }, 4 } }

#ifdef CLI_FORM_ZSTD

#include <stdint.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "memory.h"

#define ZSTD_SPARE     ((size_t)1 << 20) /* beside the window */
#define ZSTD_LEAST     10                /* of a window: its bits */

struct zstd {
	ZSTD_DCtx *unpack;
	ZSTD_CCtx *pack;
	size_t taken; /* bytes that are counted in */
};

static void
zstd_close(void *state)
{
	struct zstd *const z = state;

	(void)ZSTD_freeDCtx(z->unpack);
	(void)ZSTD_freeCCtx(z->pack);
	cli_memory_release(z->taken);
	(void)cli_memory_resize(NULL, z, 0);
}

static struct zstd *
zstd_make(void)
{
	struct zstd *const z = cli_memory_resize(NULL, NULL, sizeof(*z));

	if (z != NULL)
		*z = (struct zstd){ NULL, NULL, 0 };
	return z;
}

/* Count in what the library has.  False: it is more than is allowed. */
static bool
zstd_count(struct zstd *z)
{
	const size_t now = z->unpack != NULL ? ZSTD_sizeof_DCtx(z->unpack)
					     : ZSTD_sizeof_CCtx(z->pack);

	if (now > z->taken) {
		if (!cli_memory_reserve(now - z->taken))
			return false;
		z->taken = now;
	}
	return true;
}

/* Let a window be as large as memory allows. */
static bool
zstd_limit(struct zstd *z)
{
	const ZSTD_bounds bounds = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
	const size_t left = cli_memory_left() + z->taken;
	int bits = ZSTD_LEAST;

	while (bits < bounds.upperBound && bits < 62 &&
	    left > ZSTD_SPARE && (left - ZSTD_SPARE) >> (bits + 1) > 0)
		bits++;
	return ZSTD_isError(ZSTD_DCtx_setParameter(
		   z->unpack, ZSTD_d_windowLogMax, bits)) == 0;
}

static void *
zstd_open_unpack(void)
{
	struct zstd *const z = zstd_make();

	if (z == NULL)
		return NULL;
	z->unpack = ZSTD_createDCtx();
	if (z->unpack != NULL && zstd_count(z) && zstd_limit(z))
		return z;
	zstd_close(z);
	return NULL;
}

static void *
zstd_open_pack(void)
{
	struct zstd *const z = zstd_make();

	if (z == NULL)
		return NULL;
	z->pack = ZSTD_createCCtx();
	if (z->pack != NULL && zstd_count(z) &&
	    !ZSTD_isError(ZSTD_CCtx_setParameter(
		z->pack, ZSTD_c_checksumFlag, 1)))
		return z;
	zstd_close(z);
	return NULL;
}

static enum cli_form_result
zstd_error(size_t result)
{
	switch (ZSTD_getErrorCode(result)) {
	case ZSTD_error_frameParameter_windowTooLarge:
		(void)cli_memory_reserve(SIZE_MAX / 2); /* which is refused */
		return CLI_FORM_NO_MEMORY;
	case ZSTD_error_memory_allocation:
		return CLI_FORM_NO_MEMORY;
	case ZSTD_error_version_unsupported:
	case ZSTD_error_frameParameter_unsupported:
	case ZSTD_error_dictionary_wrong: /* it was made with one */
		return CLI_FORM_UNKNOWN;
	default:
		return CLI_FORM_DAMAGED;
	}
}

static enum cli_form_result
zstd_run(struct zstd *z, struct cli_form_io *io, bool last)
{
	ZSTD_inBuffer in = { io->in, io->in_len, 0 };
	ZSTD_outBuffer out = { io->out, io->out_len, 0 };
	const size_t result = z->unpack != NULL
	    ? ZSTD_decompressStream(z->unpack, &out, &in)
	    : ZSTD_compressStream2(z->pack, &out, &in,
		  last ? ZSTD_e_end : ZSTD_e_continue);

	io->in += in.pos;
	io->in_len -= in.pos;
	io->out += out.pos;
	io->out_len -= out.pos;
	if (ZSTD_isError(result))
		return zstd_error(result);
	if (!zstd_count(z))
		return CLI_FORM_NO_MEMORY;
	return result == 0 && (last || z->unpack != NULL) ? CLI_FORM_ENDED
							  : CLI_FORM_GOES;
}

static enum cli_form_result
zstd_code(void *state, struct cli_form_io *io, bool last)
{
	return zstd_run(state, io, last);
}

static bool
zstd_again(void *state)
{
	struct zstd *const z = state;

	return !ZSTD_isError(
	    ZSTD_DCtx_reset(z->unpack, ZSTD_reset_session_only));
}

const struct cli_form cli_form_zstd = {
	ZSTD_START,
	.version = ZSTD_versionString,
	.unpack = { zstd_open_unpack, zstd_code, zstd_again, zstd_close },
	.pack = { zstd_open_pack, zstd_code, NULL, zstd_close },
};

#else

const struct cli_form cli_form_zstd = { ZSTD_START };

#endif
