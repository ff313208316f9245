/*
 * ops.c - the ops of a block, as they are found
 *
 * A codec gets its label where the first run is in it.
 */
#include "ops.h"

#include <string.h>

#define NONE UG_JOURNAL_CODECS

void
ug_ops_start(struct ug_ops *ops)
{
	ops->buf.len = ops->put.len = 0;
	ops->n = 0;
	ops->used = NONE;
	ops->n_codecs = ops->n_numbers = 0;
}

enum ungarble_err
ug_ops_codec(struct ug_ops *ops, const char *label, size_t *codec)
{
	enum ungarble_err err;

	*codec = 0;
	while (*codec < ops->n_codecs &&
	    strcmp(ops->codecs[*codec].label, label) != 0)
		++*codec;
	if (*codec < ops->n_codecs)
		return UNGARBLE_OK;
	*codec = NONE;
	if (ops->n_codecs == UG_JOURNAL_CODECS)
		return UNGARBLE_OK;
	err = ug_reserve(ops->buf.alloc, &ops->codecs, &ops->cap_codecs,
	    ops->n_codecs + 1, sizeof(*ops->codecs));
	if (err == UNGARBLE_OK && ug_codec_open(&ops->codecs[ops->n_codecs],
	    label, strlen(label))) {
		ops->numbers[ops->n_codecs] = NONE;
		*codec = ops->n_codecs++;
	}
	return err;
}

static enum ungarble_err
ops_add(struct ug_ops *ops, uint64_t n, enum ug_journal_op kind)
{
	return ug_put_number(&ops->buf, n << 2 | kind);
}

/* Runs are in another codec; the first time, tell which it is. */
static enum ungarble_err
ops_use(struct ug_ops *ops, size_t codec)
{
	const char *const label = ops->codecs[codec].label;
	const bool new = ops->numbers[codec] == NONE;
	enum ungarble_err err;

	if (new)
		ops->numbers[codec] = ops->n_numbers++;
	ops->used = codec;
	err = ops_add(ops, ops->numbers[codec], UG_OP_USE);
	if (err == UNGARBLE_OK && new)
		err = ug_put_number(&ops->buf, strlen(label));
	if (err == UNGARBLE_OK && new)
		err = ug_buf_add(&ops->buf, label, strlen(label));
	return err;
}

enum ungarble_err
ug_ops_end(struct ug_ops *ops)
{
	const bool put = ops->kind == UG_OP_PUT;
	enum ungarble_err err = UNGARBLE_OK;

	if (ops->n == 0 && ops->put.len == 0)
		return UNGARBLE_OK;
	if (ops->kind == UG_OP_RUN && ops->used != ops->run)
		err = ops_use(ops, ops->run);
	if (err == UNGARBLE_OK)
		err = ops_add(ops, ops->n, ops->kind);
	if (err == UNGARBLE_OK && put)
		err = ug_put_number(&ops->buf, ops->put.len);
	if (err == UNGARBLE_OK && put)
		err = ug_buf_add(&ops->buf, ops->put.s, ops->put.len);
	ops->n = 0;
	ops->put.len = 0;
	return err;
}

/* Go on with an op of that kind and codec. */
static enum ungarble_err
ops_go(struct ug_ops *ops, enum ug_journal_op kind, size_t codec)
{
	enum ungarble_err err = UNGARBLE_OK;

	if (ops->kind != kind || ops->run != codec)
		err = ug_ops_end(ops);
	ops->kind = kind;
	ops->run = codec;
	return err;
}

enum ungarble_err
ug_ops_copy(struct ug_ops *ops, size_t n)
{
	const enum ungarble_err err = n == 0 ? UNGARBLE_OK :
	    ops_go(ops, UG_OP_COPY, NONE);

	ops->n += err == UNGARBLE_OK ? n : 0;
	return err;
}

enum ungarble_err
ug_ops_run(struct ug_ops *ops, size_t codec, size_t n)
{
	const enum ungarble_err err = n == 0 ? UNGARBLE_OK :
	    ops_go(ops, UG_OP_RUN, codec);

	ops->n += err == UNGARBLE_OK ? n : 0;
	return err;
}

enum ungarble_err
ug_ops_put(struct ug_ops *ops, size_t n, const char *bytes, size_t len)
{
	enum ungarble_err err = n + len == 0 ? UNGARBLE_OK :
	    ops_go(ops, UG_OP_PUT, NONE);

	if (err == UNGARBLE_OK)
		err = ug_buf_add(&ops->put, bytes, len);
	ops->n += err == UNGARBLE_OK ? n : 0;
	return err;
}

void
ug_ops_free(struct ug_ops *ops)
{
	ug_release(ops->buf.alloc, ops->codecs);
	ug_buf_free(&ops->buf);
	ug_buf_free(&ops->put);
}
