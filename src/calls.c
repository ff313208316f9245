/*
 * calls.c - the calls of the public header, with threads or without
 */
#include <string.h>

#include "crew/crew.h"
#include "stream/stream_state.h"

void
ungarble_options_init(struct ungarble_options *opts, size_t size)
{
	memset(opts, 0, size);
	if (size >= sizeof(opts->size))
		opts->size = size;
}

enum ungarble_err
ungarble_open(struct ungarble **ug, const struct ungarble_options *opts)
{
	enum ungarble_err err = ug_stream_open(ug, opts);

	/* Who is asked about each edit is asked in order. */
	if (err == UNGARBLE_OK && (*ug)->opts.threads > 1 &&
	    (*ug)->opts.ask == NULL && !(*ug)->part.is)
		err = ug_crew_new(&(*ug)->crew, *ug);
	if (err != UNGARBLE_OK) {
		ungarble_close(*ug);
		*ug = NULL;
	}
	return err;
}

/* Begin a call, unless one is at work: then a callback makes this one. */
static bool
calls_begin(struct ungarble *ug)
{
	if (ug->calling)
		return false;
	ug->calling = true;
	return true;
}

static enum ungarble_err
calls_end(struct ungarble *ug, enum ungarble_err err)
{
	ug->calling = false;
	return err;
}

enum ungarble_err
ungarble_feed(struct ungarble *ug, const void *data, size_t len)
{
	if (!calls_begin(ug))
		return UNGARBLE_EMISUSE;
	return calls_end(ug,
	    ug->part.is ? ug_stream_part_feed(ug, data, len) :
	    ug->crew != NULL ? ug_crew_feed(ug->crew, data, len) :
	    ug_stream_feed(ug, data, len));
}

enum ungarble_err
ungarble_flush(struct ungarble *ug)
{
	if (!calls_begin(ug))
		return UNGARBLE_EMISUSE;
	if ((ug->crew != NULL || ug->part.is) && ug->err == UNGARBLE_OK)
		ug->err = UNGARBLE_EMISUSE;
	return calls_end(ug, ug_stream_flush(ug));
}

enum ungarble_err
ungarble_finish(struct ungarble *ug)
{
	if (!calls_begin(ug))
		return UNGARBLE_EMISUSE;
	return calls_end(ug, ug->part.is ? ug_stream_part_finish(ug) :
	    ug->crew != NULL ? ug_crew_finish(ug->crew) :
	    ug_stream_finish(ug));
}

void
ungarble_close(struct ungarble *ug)
{
	if (ug != NULL)
		ug_crew_free(ug->crew);
	ug_stream_close(ug);
}

uint64_t
ungarble_failed_at(const struct ungarble *ug)
{
	return ug->failed_at;
}

uint64_t
ungarble_fields_found(const struct ungarble *ug)
{
	return ug_stream_found(ug);
}
