/*
 * apply.c - a block's ops, from output to input
 *
 * Ops are not trusted: a journal that has the right hashes may still have been
 * written by anyone.
 */
#include "apply.h"

#include "base/utf8.h"

struct apply {
	struct ug_codecs *codecs;
	size_t n_codecs, used;
	struct ug_cursor ops;
	struct ug_text out;  /* what is left of it */
	size_t left;         /* of the room in `in` */
	struct ug_buf *in;
};

static enum ungarble_err
apply_add(struct apply *a, const char *bytes, size_t len)
{
	if (len > a->left)
		return UNGARBLE_EJOURNAL;
	a->left -= len;
	return ug_buf_add(a->in, bytes, len);
}

static enum ungarble_err
apply_run(struct apply *a, struct ug_text text)
{
	char bytes[UG_CODEC_CHAR];
	enum ungarble_err err = UNGARBLE_OK;

	if (a->used >= a->n_codecs ||
	    ug_utf8_prefix((const unsigned char *)text.s, text.len, NULL) !=
	    text.len)
		return UNGARBLE_EJOURNAL;
	for (size_t at = 0; at < text.len && err == UNGARBLE_OK;) {
		const size_t len = ug_codec_char(&a->codecs->items[a->used],
		    ug_text_next(text, &at), bytes);

		err = len == 0 ? UNGARBLE_EJOURNAL : apply_add(a, bytes, len);
	}
	return err;
}

/* Use the n-th codec, which may be a new one. */
static enum ungarble_err
apply_use(struct apply *a, uint64_t n)
{
	struct ug_codecs *const codecs = a->codecs;
	enum ungarble_err err;
	const char *label;
	uint64_t len;

	if (n > a->n_codecs || n >= UG_JOURNAL_CODECS)
		return UNGARBLE_EJOURNAL;
	a->used = (size_t)n;
	if (n < a->n_codecs)
		return UNGARBLE_OK;
	err = ug_reserve(codecs->alloc, &codecs->items, &codecs->cap,
	    (size_t)n + 1, sizeof(*codecs->items));
	if (err != UNGARBLE_OK)
		return err;
	len = ug_get_number(&a->ops);
	label = ug_get_bytes(&a->ops, len);
	if (label == NULL ||
	    !ug_codec_open(&codecs->items[n], label, (size_t)len))
		return UNGARBLE_EJOURNAL;
	a->n_codecs++;
	return UNGARBLE_OK;
}

static enum ungarble_err
apply_put(struct apply *a)
{
	const uint64_t len = ug_get_number(&a->ops);
	const char *const bytes = ug_get_bytes(&a->ops, len);

	return bytes == NULL ? UNGARBLE_EJOURNAL :
	    apply_add(a, bytes, (size_t)len);
}

static enum ungarble_err
apply_op(struct apply *a)
{
	const uint64_t op = ug_get_number(&a->ops), n = op >> 2;
	const enum ug_journal_op kind = (enum ug_journal_op)(op & 3);
	struct ug_text text;

	if (a->ops.bad)
		return UNGARBLE_EJOURNAL;
	if (kind == UG_OP_USE)
		return apply_use(a, n);
	if (n > a->out.len)
		return UNGARBLE_EJOURNAL;
	text = ug_text_part(a->out, 0, (size_t)n);
	a->out = ug_text_part(a->out, text.len, a->out.len - text.len);
	if (kind == UG_OP_COPY)
		return apply_add(a, text.s, text.len);
	return kind == UG_OP_RUN ? apply_run(a, text) : apply_put(a);
}

enum ungarble_err
ug_apply(struct ug_codecs *codecs, struct ug_cursor ops, struct ug_text out,
    size_t in_len, struct ug_buf *in)
{
	struct apply a = {
		.codecs = codecs,
		.used = UG_JOURNAL_CODECS,
		.ops = ops,
		.out = out,
		.left = in_len,
		.in = in,
	};
	enum ungarble_err err = ug_buf_reserve(in, in_len);

	while (err == UNGARBLE_OK && a.ops.at < a.ops.len)
		err = apply_op(&a);
	if (err == UNGARBLE_OK && (a.out.len > 0 || a.left > 0))
		err = UNGARBLE_EJOURNAL;
	return err;
}
