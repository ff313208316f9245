/*
 * whole.c - a text that is there as a whole, repaired in one call
 *
 * It is a stream of its own, whose output is kept.
 */
#include "stream/stream_state.h"

static enum ungarble_err
whole_run(struct ug_buf *out, const struct ungarble_options *opts,
    const void *bytes, size_t len)
{
	struct ungarble *ug;
	enum ungarble_err err = ungarble_open(&ug, opts);

	if (err != UNGARBLE_OK)
		return err;
	ug->output.whole = out;
	/* As a rule the text stays about as long as it was. */
	err = ug_buf_reserve(out, len + 1);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, bytes, len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(out, "", 1);
	ungarble_close(ug);
	return err;
}

enum ungarble_err
ungarble_repair(const void *bytes, size_t len,
    const struct ungarble_options *opts, char **out, size_t *out_len)
{
	static const struct ungarble_options none = UNGARBLE_OPTIONS_INIT;
	struct ungarble_options mine;
	struct ug_alloc alloc;
	struct ug_buf text = { .alloc = &alloc };
	enum ungarble_err err;

	*out = NULL;
	*out_len = 0;
	if (opts == NULL)
		opts = &none;
	err = ug_hints_copy(&mine, opts);
	if (err != UNGARBLE_OK)
		return err;
	alloc = ug_alloc_of(mine.resize, mine.user);
	err = whole_run(&text, opts, bytes, len);
	if (err != UNGARBLE_OK) {
		ug_buf_free(&text);
		return err;
	}
	*out = text.s;
	*out_len = text.len - 1;
	return UNGARBLE_OK;
}

void
ungarble_free(char *text, const struct ungarble_options *opts)
{
	struct ug_alloc alloc = ug_alloc_libc;
	struct ungarble_options mine;

	if (opts != NULL && ug_hints_copy(&mine, opts) == UNGARBLE_OK)
		alloc = ug_alloc_of(mine.resize, mine.user);
	ug_release(&alloc, text);
}
