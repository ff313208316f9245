/*
 * restore.c - a text and its journal into the bytes that it was made from
 *
 * A block's text is gathered, held against its hash, made into input and held
 * against that hash; then it is written.
 */
#include <string.h>

#include "apply.h"
#include "base/least.h"
#include "frame.h"

struct ungarble_restore {
	struct ungarble_restore_options opts;
	struct ug_alloc alloc;
	enum ungarble_err err;       /* sticks */
	bool finished;
	struct ug_frames frames;
	struct ug_frame block;       /* that is waited for, if has_block */
	bool has_block;
	struct ug_buf text, in;      /* the block's */
	struct ungarble_hash in_hash, out_hash; /* of the section */
	uint64_t in_len, out_len;    /* of all that was written */
	struct ug_codecs codecs;
};

static enum ungarble_err
restore_take_options(struct ungarble_restore_options *mine,
    const struct ungarble_restore_options *opts, struct ug_alloc *alloc)
{
	*mine = (struct ungarble_restore_options){ 0 };
	memcpy(mine, opts, UG_MIN(opts->size, sizeof(*mine)));
	*alloc = ug_alloc_of(mine->resize, mine->user);
	return mine->read != NULL ? UNGARBLE_OK : UNGARBLE_EOPTION;
}

static enum ungarble_err
restore_tell(const struct ungarble_restore_options *opts,
    const struct ug_frames *frames, const struct ug_frame *end)
{
	const struct ungarble_section section = {
		.name = frames->name.s,
		.at = frames->section_at,
		.len = frames->at + frames->used - frames->section_at,
		.in_len = end->in_len,
		.out_len = end->out_len,
		.in_hash = end->in_hash,
		.out_hash = end->out_hash,
	};

	return opts->section != NULL &&
	    opts->section(opts->user, &section) != 0 ?
	    UNGARBLE_ESTOPPED : UNGARBLE_OK;
}

enum ungarble_err
ungarble_journal_check(const struct ungarble_restore_options *opts)
{
	struct ungarble_restore_options mine;
	struct ug_alloc alloc;
	enum ungarble_err err = restore_take_options(&mine, opts, &alloc);
	struct ug_frames frames = {
		.read = mine.read,
		.user = mine.user,
		.buf.alloc = &alloc,
		.name.alloc = &alloc,
	};
	struct ug_frame frame;
	bool more = true;

	while (err == UNGARBLE_OK) {
		err = ug_frames_next(&frames, &frame, &more);
		if (err != UNGARBLE_OK || !more)
			break;
		if (frame.kind == UG_FRAME_END)
			err = restore_tell(&mine, &frames, &frame);
	}
	ug_frames_free(&frames);
	return err;
}

enum ungarble_err
ungarble_restore_open(struct ungarble_restore **restore,
    const struct ungarble_restore_options *opts)
{
	struct ungarble_restore_options mine;
	struct ug_alloc alloc;
	struct ungarble_restore *r;

	*restore = NULL;
	if (restore_take_options(&mine, opts, &alloc) != UNGARBLE_OK)
		return UNGARBLE_EOPTION;
	r = ug_new(&alloc, sizeof(*r));
	if (r == NULL)
		return UNGARBLE_ENOMEM;
	*r = (struct ungarble_restore){
		.opts = mine,
		.alloc = alloc,
		.frames.read = mine.read,
		.frames.user = mine.user,
		.frames.buf.alloc = &r->alloc,
		.frames.name.alloc = &r->alloc,
		.text.alloc = &r->alloc,
		.in.alloc = &r->alloc,
		.codecs.alloc = &r->alloc,
	};
	*restore = r;
	return UNGARBLE_OK;
}

/* A section ends: is it what its blocks came to? */
static enum ungarble_err
restore_end(struct ungarble_restore *r, const struct ug_frame *end)
{
	if (end->in_len != r->in_hash.len || end->out_len != r->out_hash.len ||
	    end->in_hash != ungarble_hash_value(&r->in_hash) ||
	    end->out_hash != ungarble_hash_value(&r->out_hash))
		return UNGARBLE_EJOURNAL;
	r->in_hash = r->out_hash =
	    (struct ungarble_hash)UNGARBLE_HASH_INIT;
	return restore_tell(&r->opts, &r->frames, end);
}

/* Go to the next block; there is none where the journal ends. */
static enum ungarble_err
restore_next(struct ungarble_restore *r)
{
	enum ungarble_err err = UNGARBLE_OK;
	bool more = true;

	while (err == UNGARBLE_OK && more && !r->has_block) {
		err = ug_frames_next(&r->frames, &r->block, &more);
		if (err != UNGARBLE_OK || !more)
			break;
		if (r->block.kind == UG_FRAME_END)
			err = restore_end(r, &r->block);
		else if (r->block.in_len > UG_JOURNAL_BLOCK ||
		    r->block.out_len > UG_JOURNAL_BLOCK)
			err = UNGARBLE_EJOURNAL;
		else
			r->has_block = true;
	}
	return err;
}

/* The text of the block is there: make it input, and write that. */
static enum ungarble_err
restore_block(struct ungarble_restore *r)
{
	const struct ug_text text = { r->text.s != NULL ? r->text.s : "",
		r->text.len };
	enum ungarble_err err;

	ungarble_hash_add(&r->out_hash, text.s, text.len);
	if (ungarble_hash_value(&r->out_hash) != r->block.out_hash)
		return UNGARBLE_EMISMATCH;
	r->in.len = 0;
	err = ug_apply(&r->codecs, r->block.ops, text,
	    (size_t)r->block.in_len, &r->in);
	if (err != UNGARBLE_OK)
		return err;
	ungarble_hash_add(&r->in_hash, r->in.s, r->in.len);
	if (ungarble_hash_value(&r->in_hash) != r->block.in_hash)
		return UNGARBLE_EJOURNAL;
	if (r->opts.write != NULL && r->in.len > 0 &&
	    r->opts.write(r->opts.user, r->in.s, r->in.len) != 0)
		return UNGARBLE_ESTOPPED;
	r->in_len += r->in.len;
	r->out_len += text.len;
	r->text.len = 0;
	r->has_block = false;
	return UNGARBLE_OK;
}

/* Take what the block still lacks; *len is less by that. */
static enum ungarble_err
restore_take(struct ungarble_restore *r, const char **text, size_t *len)
{
	const size_t lacks = (size_t)r->block.out_len - r->text.len;
	const size_t n = UG_MIN(*len, lacks);
	const enum ungarble_err err = ug_buf_add(&r->text, *text, n);

	if (err != UNGARBLE_OK)
		return err;
	if (n > 0)
		*text += n;
	*len -= n;
	return n == lacks ? restore_block(r) : UNGARBLE_OK;
}

enum ungarble_err
ungarble_restore_feed(struct ungarble_restore *r, const void *bytes,
    size_t len)
{
	const char *text = bytes;

	if (r->finished)
		r->err = UNGARBLE_EMISUSE;
	while (r->err == UNGARBLE_OK && len > 0) {
		r->err = restore_next(r);
		if (r->err == UNGARBLE_OK)
			r->err = r->has_block ? restore_take(r, &text, &len) :
			    UNGARBLE_EMISMATCH;
	}
	return r->err;
}

enum ungarble_err
ungarble_restore_finish(struct ungarble_restore *r)
{
	const char *none = NULL;
	size_t len = 0;

	if (r->finished)
		r->err = UNGARBLE_EMISUSE;
	while (r->err == UNGARBLE_OK) {
		/* Blocks that stand for no text. */
		r->err = restore_next(r);
		if (r->err != UNGARBLE_OK || !r->has_block)
			break;
		r->err = r->text.len < r->block.out_len ? UNGARBLE_EMISMATCH :
		    restore_take(r, &none, &len);
	}
	r->finished = true;
	return r->err;
}

void
ungarble_restore_told(const struct ungarble_restore *r, uint64_t *in_len,
    uint64_t *out_len)
{
	*in_len = r->in_len;
	*out_len = r->out_len;
}

void
ungarble_restore_close(struct ungarble_restore *r)
{
	if (r == NULL)
		return;

	const struct ug_alloc alloc = r->alloc;

	ug_frames_free(&r->frames);
	ug_buf_free(&r->text);
	ug_buf_free(&r->in);
	ug_release(&alloc, r->codecs.items);
	ug_release(&alloc, r);
}
