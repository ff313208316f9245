/*
 * whole.c - a text that is there as a whole, repaired in one call
 *
 * It is a stream of its own whose output is kept.  All callbacks of a stream
 * have one `user`, and that is what keeps; so the caller's are called from
 * here, with the caller's.
 */
#include "base/buf.h"
#include "detect/hints.h"

struct whole {
	struct ungarble_options theirs;
	struct ug_alloc alloc;
	struct ug_buf out;
	enum ungarble_err err; /* why nothing more is kept */
};

static int
whole_write(void *user, const char *bytes, size_t len)
{
	struct whole *const whole = user;

	whole->err = ug_buf_add(&whole->out, bytes, len);
	return whole->err != UNGARBLE_OK;
}

static int
whole_span(void *user, const struct ungarble_span *span)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->span(theirs->user, span);
}

static enum ungarble_answer
whole_ask(void *user, const struct ungarble_edit *edit)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->ask(theirs->user, edit);
}

static int
whole_edit(void *user, const struct ungarble_edit *edit)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->edit(theirs->user, edit);
}

static int
whole_finding(void *user, const struct ungarble_finding *finding)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->finding(theirs->user, finding);
}

static int
whole_piece(void *user, const struct ungarble_piece *piece)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->piece(theirs->user, piece);
}

static void *
whole_resize(void *user, void *ptr, size_t size)
{
	const struct ungarble_options *const theirs =
	    &((const struct whole *)user)->theirs;

	return theirs->resize(theirs->user, ptr, size);
}

/* The caller's options, and callbacks that come here. */
static struct ungarble_options
whole_options(struct whole *whole)
{
	struct ungarble_options opts = whole->theirs;

	opts.size = sizeof(opts);
	opts.user = whole;
	opts.write = whole_write;
	if (opts.span != NULL)
		opts.span = whole_span;
	if (opts.ask != NULL)
		opts.ask = whole_ask;
	if (opts.edit != NULL)
		opts.edit = whole_edit;
	if (opts.finding != NULL)
		opts.finding = whole_finding;
	if (opts.piece != NULL)
		opts.piece = whole_piece;
	if (opts.resize != NULL)
		opts.resize = whole_resize;
	return opts;
}

static enum ungarble_err
whole_run(struct whole *whole, const void *bytes, size_t len)
{
	const struct ungarble_options opts = whole_options(whole);
	struct ungarble *ug;
	enum ungarble_err err = ungarble_open(&ug, &opts);

	/* As a rule the text stays about as long as it was. */
	if (err == UNGARBLE_OK)
		err = ug_buf_reserve(&whole->out, len + 1);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, bytes, len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&whole->out, "", 1);
	ungarble_close(ug);
	return whole->err != UNGARBLE_OK ? whole->err : err;
}

static struct ug_alloc
whole_alloc(const struct ungarble_options *opts)
{
	return opts->resize != NULL ?
	    (struct ug_alloc){ opts->resize, opts->user } : ug_alloc_libc;
}

enum ungarble_err
ungarble_repair(const void *bytes, size_t len,
    const struct ungarble_options *opts, char **out, size_t *out_len)
{
	static const struct ungarble_options none = UNGARBLE_OPTIONS_INIT;
	struct whole whole = { .out.alloc = &whole.alloc };
	enum ungarble_err err;

	*out = NULL;
	*out_len = 0;
	err = ug_hints_copy(&whole.theirs, opts != NULL ? opts : &none);
	if (err != UNGARBLE_OK)
		return err;
	whole.alloc = whole_alloc(&whole.theirs);
	err = whole_run(&whole, bytes, len);
	if (err != UNGARBLE_OK) {
		ug_buf_free(&whole.out);
		return err;
	}
	*out = whole.out.s;
	*out_len = whole.out.len - 1;
	return UNGARBLE_OK;
}

void
ungarble_free(char *text, const struct ungarble_options *opts)
{
	struct ug_alloc alloc = ug_alloc_libc;
	struct ungarble_options theirs;

	if (opts != NULL && ug_hints_copy(&theirs, opts) == UNGARBLE_OK)
		alloc = whole_alloc(&theirs);
	ug_release(&alloc, text);
}
