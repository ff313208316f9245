/*
 * differ.c - how the output of a piece differs from its input, as ops
 *
 * The output is encoded, so that both sides are bytes of one kind, and those
 * are compared from the left:
 *
 *	in    l i k e d 20 t h e 20 caf E9
 *	out   e n j o y e d 20 t h e 20 caf é, in windows-1252 caf E9
 *	ops   PUT 5 "lik", COPY or RUN "ed the café"
 *
 * Where they part, the nearest place is looked for where four bytes are the
 * same again, no further than REACH; if there is none, a part of both is given
 * up.  An op of text starts and ends at characters.  What is no UTF-8 has none.
 */
#include "differ.h"

#include "base/least.h"
#include "base/utf8.h"

#define NONE  UG_JOURNAL_CODECS
#define REACH 96 /* bytes of both sides together */
#define SAME  4  /* bytes */

/* An output byte, encoded: the byte, whether it starts a character, none. */
#define UNITS_MAX  4 /* that a byte of output can be: UTF-32 */
#define UNIT_START 0x100u
#define UNIT_NONE  0x200u
#define UNIT_BYTE  (0xFFu | UNIT_NONE)

struct diff {
	struct ug_differ *differ;
	struct ug_text in, out;
	size_t n;              /* units of `out` */
	size_t in_end, end;    /* where what ends alike starts, of `in` too */
	size_t in_at, at;      /* how far it came */
	size_t out_at;         /* where that unit is in `out` */
	size_t codec;          /* NONE: as they are */
	bool text;             /* `out` is UTF-8 */
};

/* ---- units */

/* Room is there: an ASCII letter is four bytes at most, others less. */
static size_t
diff_encode(uint16_t *units, const struct ug_codec *codec, struct ug_text out)
{
	char bytes[UG_CODEC_CHAR];
	size_t n = 0;

	for (size_t at = 0; at < out.len;) {
		const uint32_t c = ug_text_next(out, &at);
		const size_t len = ug_codec_char(codec, c, bytes);
		const size_t start = n;

		if (len == 0)
			units[n++] = UNIT_NONE;
		for (size_t i = 0; i < len; i++)
			units[n++] = (unsigned char)bytes[i];
		units[start] |= UNIT_START;
	}
	return n;
}

static size_t
diff_as_is(uint16_t *units, struct ug_text out, bool text)
{
	for (size_t i = 0; i < out.len; i++)
		units[i] = (uint16_t)((unsigned char)out.s[i] |
		    (text && ug_char_is_tail(out.s[i]) ? 0 : UNIT_START));
	return out.len;
}

/* Set the units. */
static enum ungarble_err
diff_units(struct diff *d)
{
	struct ug_differ *const differ = d->differ;
	const struct ug_codec *const codec = d->codec == NONE ? NULL :
	    &differ->ops.codecs[d->codec];
	const enum ungarble_err err = ug_reserve(differ->ops.buf.alloc,
	    &differ->units, &differ->cap_units, UNITS_MAX * d->out.len,
	    sizeof(*differ->units));

	if (err != UNGARBLE_OK)
		return err;
	d->n = codec == NULL ? diff_as_is(differ->units, d->out, d->text) :
	    diff_encode(differ->units, codec, d->out);
	d->end = d->n;
	d->in_end = d->in.len;
	return UNGARBLE_OK;
}

static bool
diff_same(const struct diff *d, size_t at, size_t in_at)
{
	return (d->differ->units[at] & UNIT_BYTE) ==
	    (unsigned char)d->in.s[in_at];
}

/* Whether an op may end before that unit. */
static bool
diff_starts(const struct diff *d, size_t at)
{
	return at == d->n || (d->differ->units[at] & UNIT_START) != 0;
}

/* Go to that unit. */
static void
diff_go(struct diff *d, size_t at)
{
	for (; d->at < at; d->at++)
		if ((d->differ->units[d->at] & UNIT_START) != 0)
			d->out_at += d->text ? ug_char_len(
			    (unsigned char)d->out.s[d->out_at]) : 1;
}

/* ---- what is the same */

static void
diff_trim(struct diff *d)
{
	while (d->end > 0 && d->in_end > 0 &&
	    diff_same(d, d->end - 1, d->in_end - 1)) {
		d->end--;
		d->in_end--;
	}
	while (!diff_starts(d, d->end)) {
		d->end++;
		d->in_end++;
	}
}

/*
 * What is the same on both sides.  ASCII behind a run goes on with it where
 * that comes to the same: lines need no ops of their own.
 */
static enum ungarble_err
differ_copy(struct ug_ops *ops, struct ug_text text)
{
	const bool run = ops->kind == UG_OP_RUN && ops->n > 0 &&
	    ug_codec_extends_ascii(&ops->codecs[ops->run]) &&
	    ug_text_ascii(text) == text.len;

	return run ? ug_ops_run(ops, ops->run, text.len) :
	    ug_ops_copy(ops, text.len);
}

/* Take n units that are the same on both sides. */
static enum ungarble_err
diff_take(struct diff *d, size_t n)
{
	const size_t from = d->out_at;

	diff_go(d, d->at + n);
	d->in_at += n;
	return d->codec == NONE ?
	    differ_copy(&d->differ->ops,
		ug_text_part(d->out, from, d->out_at - from)) :
	    ug_ops_run(&d->differ->ops, d->codec, d->out_at - from);
}

/* How many units are the same from here on. */
static size_t
diff_run(const struct diff *d)
{
	size_t n = 0;

	while (d->at + n < d->end && d->in_at + n < d->in_end &&
	    diff_same(d, d->at + n, d->in_at + n))
		n++;
	while (!diff_starts(d, d->at + n))
		n--;
	return n;
}

/* ---- bytes that were read as another encoding */

/* Take all from here on that a codec makes; *took: whether there is any. */
static enum ungarble_err
diff_take_read(struct diff *d, size_t number, bool *took)
{
	const struct ug_codec *const codec = &d->differ->ops.codecs[number];
	const size_t from = d->out_at;
	size_t at = from;
	char bytes[UG_CODEC_CHAR];

	*took = false;
	while (d->at < d->end) {
		const uint32_t c = ug_text_next(d->out, &at);
		const size_t len = ug_codec_char(codec, c, bytes);

		if (len == 0 || len > d->in_end - d->in_at ||
		    memcmp(bytes, d->in.s + d->in_at, len) != 0)
			break;
		*took |= c >= 0x80;
		d->in_at += len;
		diff_go(d, d->at + (at - d->out_at));
	}
	return ug_ops_run(&d->differ->ops, number, d->out_at - from);
}

/* Find who read what differs here; *codec is NONE if nobody did. */
static enum ungarble_err
diff_find_reader(struct diff *d, size_t *codec)
{
	const struct ug_text in = { d->in.s + d->in_at, d->in_end - d->in_at };
	const struct ug_text out = { d->out.s + d->out_at,
		d->out.len - d->out_at };
	const char *const name = ug_codec_reader(out,
	    (struct ug_text){ in.s, ug_utf8_prefix(
		(const unsigned char *)in.s, UG_MIN(in.len, 16),
		NULL) });
	char label[UG_CODEC_LABEL] = UG_CODEC_READ;

	*codec = NONE;
	if (name == NULL ||
	    sizeof(UG_CODEC_READ) + strlen(name) > sizeof(label))
		return UNGARBLE_OK;
	strcat(label, name);
	return ug_ops_codec(&d->differ->ops, label, codec);
}

/* Where both sides part: was the output's UTF-8 misread? */
static enum ungarble_err
diff_read(struct diff *d, bool *took)
{
	struct ug_differ *const differ = d->differ;
	enum ungarble_err err = UNGARBLE_OK;

	*took = false;
	if (d->codec != NONE || !d->text || d->at == d->end ||
	    d->in_at == d->in_end)
		return UNGARBLE_OK;
	if (differ->read < differ->ops.n_codecs)
		err = diff_take_read(d, differ->read, took);
	if (err != UNGARBLE_OK || *took || d->at == d->end)
		return err;
	err = diff_find_reader(d, &differ->read);
	if (err == UNGARBLE_OK && differ->read != NONE)
		err = diff_take_read(d, differ->read, took);
	return err;
}

/* ---- what differs */

/* Whether both sides are the same again, that far from here. */
static bool
diff_meets(const struct diff *d, size_t more, size_t in_more)
{
	const size_t at = d->at + more, in_at = d->in_at + in_more;

	if (at + SAME > d->n || in_at + SAME > d->in.len)
		return at == d->end && in_at == d->in_end;
	if (!diff_same(d, at, in_at) || !diff_starts(d, at))
		return false;
	for (size_t i = 1; i < SAME; i++)
		if (!diff_same(d, at + i, in_at + i))
			return false;
	return true;
}

/* How much of each side is passed over. */
static void
diff_pass(const struct diff *d, size_t *more, size_t *in_more)
{
	const size_t left = d->end - d->at, in_left = d->in_end - d->in_at;

	for (size_t reach = 1; reach <= REACH; reach++)
		for (*more = 0; *more <= reach; ++*more) {
			*in_more = reach - *more;
			if (*more <= left && *in_more <= in_left &&
			    diff_meets(d, *more, *in_more))
				return;
		}
	*more = UG_MIN(left, REACH / 2);
	*in_more = UG_MIN(in_left, REACH / 2);
	while (!diff_starts(d, d->at + *more))
		++*more;
}

static enum ungarble_err
diff_put(struct diff *d)
{
	const size_t from = d->out_at, in_from = d->in_at;
	size_t more = d->end - d->at, in_more = d->in_end - d->in_at;

	if (more > 0 && in_more > 0)
		diff_pass(d, &more, &in_more);
	diff_go(d, d->at + more);
	d->in_at += in_more;
	return ug_ops_put(&d->differ->ops, d->out_at - from, d->in.s + in_from,
	    in_more);
}

static enum ungarble_err
diff_all(struct diff *d)
{
	enum ungarble_err err = UNGARBLE_OK;

	diff_trim(d);
	while (err == UNGARBLE_OK &&
	    (d->at < d->end || d->in_at < d->in_end)) {
		bool took = false;

		err = diff_take(d, diff_run(d));
		if (err == UNGARBLE_OK)
			err = diff_read(d, &took);
		if (err == UNGARBLE_OK && !took)
			err = diff_put(d);
	}
	d->in_end = d->in.len;
	d->end = d->n;
	return err != UNGARBLE_OK ? err : diff_take(d, diff_run(d));
}

/* ---- pieces */

/* The codec of what is in that encoding; NONE if there is none. */
static enum ungarble_err
differ_codec(struct ug_differ *differ, const char *name, size_t *codec)
{
	const struct ug_encoding *const encoding = name == NULL ? NULL :
	    ug_encoding_by_label(name, strlen(name));

	*codec = NONE;
	if (encoding == NULL || !ug_codec_has(encoding))
		return UNGARBLE_OK;
	return ug_ops_codec(&differ->ops, encoding->name, codec);
}

enum ungarble_err
ug_differ_add(struct ug_differ *differ, struct ug_text in, struct ug_text out,
    const char *encoding)
{
	struct diff d = { .differ = differ, .in = in, .out = out,
		.codec = NONE };
	enum ungarble_err err = UNGARBLE_OK;

	if (ug_text_equal(in, out))
		return differ_copy(&differ->ops, in);
	d.text = ug_utf8_prefix((const unsigned char *)out.s, out.len, NULL) ==
	    out.len;
	if (d.text)
		err = differ_codec(differ, encoding, &d.codec);
	if (err == UNGARBLE_OK)
		err = diff_units(&d);
	return err != UNGARBLE_OK ? err : diff_all(&d);
}

bool
ug_differ_full(const struct ug_differ *differ)
{
	return differ->ops.n_codecs > UG_JOURNAL_CODECS / 2;
}

void
ug_differ_free(struct ug_differ *differ)
{
	ug_release(differ->ops.buf.alloc, differ->units);
	ug_ops_free(&differ->ops);
}
