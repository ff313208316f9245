/*
 * write.c - pieces into a section of a journal
 */
#include <string.h>

#include "base/least.h"
#include "differ.h"
#include "xxh64.h"

struct ungarble_journal {
	struct ungarble_journal_options opts;
	struct ug_alloc alloc;
	enum ungarble_err err;      /* sticks */
	bool finished;
	uint64_t frame;             /* hash of the last one */
	struct ungarble_hash in, out;
	uint64_t in_from, out_from; /* where the block starts */
	struct ug_differ differ;
	struct ug_buf payload, head;
};

/* Hand over a frame: what `payload` has. */
static enum ungarble_err
write_frame(struct ungarble_journal *j)
{
	enum ungarble_err err;

	j->frame = ug_xxh64(j->payload.s, j->payload.len, j->frame);
	err = ug_put_number(&j->head, j->payload.len);
	if (err == UNGARBLE_OK)
		err = ug_put_hash(&j->payload, j->frame);
	if (err == UNGARBLE_OK &&
	    (j->opts.write(j->opts.user, j->head.s, j->head.len) != 0 ||
	    j->opts.write(j->opts.user, j->payload.s, j->payload.len) != 0))
		err = UNGARBLE_ESTOPPED;
	j->head.len = j->payload.len = 0;
	return err;
}

static enum ungarble_err
write_kind(struct ungarble_journal *j, enum ug_journal_frame kind)
{
	const char byte = (char)kind;

	return ug_buf_add(&j->payload, &byte, 1);
}

/* Lengths since `in_from` and `out_from`, and the hashes so far. */
static enum ungarble_err
write_sides(struct ungarble_journal *j, uint64_t in_from, uint64_t out_from)
{
	enum ungarble_err err = ug_put_number(&j->payload,
	    j->in.len - in_from);

	if (err == UNGARBLE_OK)
		err = ug_put_number(&j->payload, j->out.len - out_from);
	if (err == UNGARBLE_OK)
		err = ug_put_hash(&j->payload, ungarble_hash_value(&j->in));
	if (err == UNGARBLE_OK)
		err = ug_put_hash(&j->payload, ungarble_hash_value(&j->out));
	return err;
}

/* Write the block, if there is anything in it. */
static enum ungarble_err
write_block(struct ungarble_journal *j)
{
	struct ug_ops *const ops = &j->differ.ops;
	enum ungarble_err err;

	if (j->in.len == j->in_from && j->out.len == j->out_from)
		return UNGARBLE_OK;
	err = ug_ops_end(ops);
	if (err == UNGARBLE_OK)
		err = write_kind(j, UG_FRAME_BLOCK);
	if (err == UNGARBLE_OK)
		err = write_sides(j, j->in_from, j->out_from);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&j->payload, ops->buf.s, ops->buf.len);
	if (err == UNGARBLE_OK)
		err = write_frame(j);
	j->in_from = j->in.len;
	j->out_from = j->out.len;
	ug_ops_start(ops);
	return err;
}

static enum ungarble_err
write_start(struct ungarble_journal *j, const char *name)
{
	enum ungarble_err err = ug_buf_add(&j->head, UG_JOURNAL_MAGIC,
	    UG_JOURNAL_MAGIC_LEN);

	if (err == UNGARBLE_OK)
		err = write_kind(j, UG_FRAME_NAME);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&j->payload, name, strlen(name));
	return err == UNGARBLE_OK ? write_frame(j) : err;
}

enum ungarble_err
ungarble_journal_open(struct ungarble_journal **journal,
    const struct ungarble_journal_options *opts)
{
	struct ungarble_journal_options mine = { 0 };
	struct ug_alloc alloc;
	struct ungarble_journal *j;
	enum ungarble_err err;

	*journal = NULL;
	memcpy(&mine, opts, UG_MIN(opts->size, sizeof(mine)));
	if (mine.write == NULL ||
	    (mine.name != NULL && strlen(mine.name) >= UG_JOURNAL_NAME))
		return UNGARBLE_EOPTION;
	alloc = ug_alloc_of(mine.resize, mine.user);
	j = ug_new(&alloc, sizeof(*j));
	if (j == NULL)
		return UNGARBLE_ENOMEM;
	*j = (struct ungarble_journal){
		.opts = mine,
		.alloc = alloc,
		.in = UNGARBLE_HASH_INIT,
		.out = UNGARBLE_HASH_INIT,
		.differ.ops.buf.alloc = &j->alloc,
		.differ.ops.put.alloc = &j->alloc,
		.payload.alloc = &j->alloc,
		.head.alloc = &j->alloc,
	};
	ug_ops_start(&j->differ.ops);
	err = write_start(j, mine.name != NULL ? mine.name : "");
	if (err != UNGARBLE_OK)
		ungarble_journal_close(j);
	else
		*journal = j;
	return err;
}

/* A piece that is not too long. */
static enum ungarble_err
write_piece(struct ungarble_journal *j, struct ug_text in, struct ug_text out,
    const char *encoding)
{
	const struct ug_ops *const ops = &j->differ.ops;
	enum ungarble_err err = ug_differ_add(&j->differ, in, out, encoding);

	ungarble_hash_add(&j->in, in.s, in.len);
	ungarble_hash_add(&j->out, out.s, out.len);
	if (err == UNGARBLE_OK &&
	    (j->in.len - j->in_from >= UG_JOURNAL_SIDE ||
	    j->out.len - j->out_from >= UG_JOURNAL_SIDE ||
	    ops->buf.len + ops->put.len >= UG_JOURNAL_SIDE ||
	    ug_differ_full(&j->differ)))
		err = write_block(j);
	return err;
}

/* The start of a text, no longer than a piece may be; it is taken away. */
static struct ug_text
write_slice(struct ug_text *text)
{
	const struct ug_text slice = { text->s,
		UG_MIN(text->len, UG_JOURNAL_PIECE) };

	if (slice.len > 0)
		text->s += slice.len;
	text->len -= slice.len;
	return slice;
}

enum ungarble_err
ungarble_journal_piece(struct ungarble_journal *j,
    const struct ungarble_piece *piece)
{
	struct ug_text in = { piece->in, piece->in_len };
	struct ug_text out = { piece->out, piece->out_len };

	if (j->finished)
		j->err = UNGARBLE_EMISUSE;
	while (j->err == UNGARBLE_OK && in.len + out.len > 0) {
		const struct ug_text some = write_slice(&in);

		j->err = write_piece(j, some, write_slice(&out),
		    piece->encoding);
	}
	return j->err;
}

enum ungarble_err
ungarble_journal_flush(struct ungarble_journal *j)
{
	if (j->finished)
		j->err = UNGARBLE_EMISUSE;
	if (j->err == UNGARBLE_OK)
		j->err = write_block(j);
	return j->err;
}

enum ungarble_err
ungarble_journal_finish(struct ungarble_journal *j)
{
	if (ungarble_journal_flush(j) != UNGARBLE_OK)
		return j->err;
	j->finished = true;
	j->err = write_kind(j, UG_FRAME_END);
	if (j->err == UNGARBLE_OK)
		j->err = write_sides(j, 0, 0);
	if (j->err == UNGARBLE_OK)
		j->err = write_frame(j);
	return j->err;
}

void
ungarble_journal_close(struct ungarble_journal *j)
{
	if (j == NULL)
		return;

	const struct ug_alloc alloc = j->alloc;

	ug_differ_free(&j->differ);
	ug_buf_free(&j->payload);
	ug_buf_free(&j->head);
	ug_release(&alloc, j);
}
