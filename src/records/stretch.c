/*
 * stretch.c - records at hand that need not be seen one by one to be cut
 *
 * Where a byte stands that could make a record something else than the text it
 * is, only that record is looked at:
 *
 *	plain LF 1+1=2 LF plain LF  ->  the second one is no UTF-7: three
 */
#include "stretch.h"

#include <string.h>

#include "base/least.h"
#include "base/utf8.h"
#include "base/vectors.h"
#include "detect/escapes.h"
#include "form.h"

/* By hand. */
#define LOOK_FIRST ((size_t)128) /* bytes; then twice as many each time */
#define MISSES_MAX 4             /* fifteen records are let go then */

/*
 * Controls, but for 07..0D, and signs that forms of seven bits start with; see
 * struct ug_ones.
 */
#define LOW   0x01 /* 00..06 */
#define HIGH  0x02 /* 0E, 0F */
#define MORE  0x04 /* 10..1F */
#define PLUS  0x08
#define TILDE 0x10

/* clang-format off */
static const struct ug_ones stretch_odd = {
	.upper = { [0] = LOW | HIGH, [1] = MORE, [2] = PLUS, [7] = TILDE },
	.lower = {
		LOW | MORE, LOW | MORE, LOW | MORE, LOW | MORE, LOW | MORE,
		LOW | MORE, LOW | MORE, MORE, MORE, MORE, MORE, MORE | PLUS,
		MORE, MORE, HIGH | MORE | TILDE, HIGH | MORE
	},
};
/* clang-format on */

/* Whether a record with a sign of such forms is in one, or has a control. */
static bool
stretch_is_odd(const unsigned char *bytes, size_t len)
{
	const struct ug_vectors *const vectors = ug_vectors();
	bool korean = false;

	for (size_t at = 0; (at = vectors->one(&stretch_odd, bytes, len, at)) <
	    len; at++)
		if (bytes[at] < ' ')
			return true;
	return ug_detect_escapes(bytes, len, &korean) != NULL;
}

/* How far no record is in a form of seven bits, or holds what text does not. */
static size_t
stretch_plain(const struct ug_stretch *stretch)
{
	const struct ug_vectors *const vectors = ug_vectors();
	size_t at = 0;

	while ((at = vectors->one(&stretch_odd, stretch->bytes, stretch->len,
	    at)) < stretch->len) {
		const size_t start = ug_stretch_start(stretch, at);

		at = ug_stretch_end(stretch, at);
		if (stretch_is_odd(stretch->bytes + start, at - start))
			return start;
	}
	return stretch->len;
}

/* Whether a record that starts here may go with others. */
static bool
stretch_may_start(const struct ug_records *r)
{
	/* The first record tells of the stream as those behind it do not. */
	return r->phase == UG_PHASE_RECORDS && r->form.encoding == NULL &&
	    r->at > 0 && r->seg.record_end == r->at &&
	    r->seg.line_end == UG_LINE_END_LF;
}

static void
stretch_init(struct ug_stretch *stretch, const struct ug_records *r,
    const unsigned char *bytes)
{
	*stretch = (struct ug_stretch){
		.bytes = bytes,
		.in_at = r->at,
		.number = r->number + 1,
	};
}

bool
ug_records_stretch(const struct ug_records *r, const unsigned char *bytes,
    size_t len, struct ug_stretch *stretch)
{
	stretch_init(stretch, r, bytes);
	if (!stretch_may_start(r))
		return false;
	len = UG_MIN(len, UG_STRETCH_MAX);
	stretch->len = ug_utf8_prefix(bytes, len, NULL);
	stretch->len = ug_stretch_start(stretch, stretch->len);
	if (stretch->len > 0)
		stretch->len = stretch_plain(stretch);
	return stretch->len > 0;
}

/* How far no byte may be odd, in no record known to be even. */
static size_t
stretch_even(struct ug_records *r, const unsigned char *bytes, size_t len)
{
	const size_t known = r->even_to > r->at ?
	    (size_t)(r->even_to - r->at) : 0;

	if (known >= len)
		return len;
	/* One that was found there is there still. */
	if (known > 0 && ug_ones_of(&stretch_odd, bytes[known]) != 0)
		return known;
	len = ug_vectors()->one(&stretch_odd, bytes, len, known);
	r->even_to = r->at + len;
	return len;
}

/*
 * Whether a record with a byte that may be odd is even all the same: half of a
 * character is a tilde.  Then it is not looked at again.
 */
static bool
stretch_is_even(struct ug_records *r, const unsigned char *bytes, size_t at,
    size_t end)
{
	if (stretch_is_odd(bytes + at, end - at))
		return false;
	r->even_to = r->at + end;
	return true;
}

bool
ug_records_bytes(struct ug_records *r, const unsigned char *bytes, size_t len,
    struct ug_stretch *stretch)
{
	size_t at = 0, even = 0, end;

	stretch_init(stretch, r, bytes);
	if (!stretch_may_start(r))
		return false;
	stretch->len = UG_MIN(len, UG_STRETCH_MAX);
	for (; at < stretch->len; at = end) {
		end = ug_stretch_end(stretch, at);
		if (even < end && bytes[end - 1] == '\n')
			even = stretch_even(r, bytes, stretch->len);
		if (bytes[end - 1] != '\n' ||
		    (even < end && !stretch_is_even(r, bytes, at, end)) ||
		    ug_form_may_doubt(r, r->at + at, bytes + at, end - at))
			break;
	}
	stretch->len = at;
	return at > 0;
}

void
ug_records_take_stretch(struct ug_records *r, const struct ug_stretch *stretch)
{
	r->at += stretch->len;
	r->number += stretch->n;
	r->seg.record_end = r->at;
	r->seg.searched = 0;
	r->own = NULL;
}

void
ug_look_ahead_learn(struct ug_look_ahead *look, const unsigned char *bytes,
    size_t len, size_t passed)
{
	const bool cut = passed == 0 && look->len < UG_STRETCH_MAX &&
	    memchr(bytes, '\n', len) == NULL;
	/* Else its end is yet to be fed: a longer look would not find it. */
	const bool longer = cut && len == look->len;

	/* Of a line that is longer, no byte was looked at in vain. */
	if (passed < len / 2 && !cut)
		look->len = LOOK_FIRST;
	else if (look->len < UG_STRETCH_MAX)
		look->len *= 2;
	if (passed > 0)
		look->misses = 0;
	else if (look->misses < MISSES_MAX && !longer)
		look->misses++;
	look->pause = longer ? 0 : (1u << look->misses) - 1;
}
