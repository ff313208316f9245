/*
 * calls.c - the calls of the public header, with threads or without
 */
#include "crew.h"
#include "stream_state.h"

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

enum ungarble_err
ungarble_feed(struct ungarble *ug, const void *data, size_t len)
{
	return ug->part.is ? ug_stream_part_feed(ug, data, len) :
	    ug->crew != NULL ? ug_crew_feed(ug->crew, data, len) :
	    ug_stream_feed(ug, data, len);
}

enum ungarble_err
ungarble_flush(struct ungarble *ug)
{
	if ((ug->crew != NULL || ug->part.is) && ug->err == UNGARBLE_OK)
		ug->err = UNGARBLE_EMISUSE;
	return ug_stream_flush(ug);
}

enum ungarble_err
ungarble_finish(struct ungarble *ug)
{
	return ug->part.is ? ug_stream_part_finish(ug) :
	    ug->crew != NULL ? ug_crew_finish(ug->crew) :
	    ug_stream_finish(ug);
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
