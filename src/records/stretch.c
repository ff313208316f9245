/*
 * stretch.c - records at hand that need not be seen one by one to be cut
 *
 * Where a byte stands that could make a record something else than the text it
 * is, only that record is looked at:
 *
 *	plain LF 1+1=2 LF plain LF  ->  the second one is no UTF-7: three
 */
#include "stretch.h"

#include "base/block.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "detect/escapes.h"

/*
 * The bytes of a block that are controls, but for 07..0D, or that forms of
 * seven bits start with.
 */
static uint64_t
stretch_shifts_in(const char *s)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);
		const ug_lane controls = ug_lane_or(ug_lane_most(lane, 0x06),
		    ug_lane_xor(ug_lane_most(lane, 0x1F),
		    ug_lane_most(lane, 0x0D)));
		const ug_lane signs = ug_lane_or(ug_lane_equal(lane, '~'),
		    ug_lane_equal(lane, '+'));

		bits |= ug_lane_bits(ug_lane_or(controls, signs)) << i;
	}
	return bits;
}

/* Where the first of them stands from `from` on, or the end. */
static size_t
stretch_find_shift(struct ug_text text, size_t from)
{
	char room[UG_BLOCK_BYTES];

	for (; from < text.len; from += UG_BLOCK_BYTES) {
		const uint64_t bits = stretch_shifts_in(
		    ug_block_window(text, from, 0, 0, room));
		const size_t at = bits == 0 ? text.len :
		    from + ug_letters_lowest(bits);

		/* Those behind the end are NULs. */
		if (bits != 0)
			return at < text.len ? at : text.len;
	}
	return text.len;
}

/* Whether a record with a sign of such forms is in one, or has a control. */
static bool
stretch_is_odd(const unsigned char *bytes, size_t len)
{
	bool korean = false;

	for (size_t at = 0; at < len; at++)
		if (bytes[at] < 0x07 || (bytes[at] > 0x0D && bytes[at] < ' '))
			return true;
	return ug_detect_escapes(bytes, len, &korean) != NULL;
}

/* How far no record is in a form of seven bits, or holds what text does not. */
static size_t
stretch_plain(const struct ug_stretch *stretch)
{
	const struct ug_text text = { (const char *)stretch->bytes,
		stretch->len };
	size_t at = 0;

	while ((at = stretch_find_shift(text, at)) < text.len) {
		const size_t start = ug_stretch_start(stretch, at);

		at = ug_stretch_end(stretch, at);
		if (stretch_is_odd(stretch->bytes + start, at - start))
			return start;
	}
	return text.len;
}

bool
ug_records_stretch(const struct ug_records *r, const unsigned char *bytes,
    size_t len, struct ug_stretch *stretch)
{
	*stretch = (struct ug_stretch){
		.bytes = bytes,
		.in_at = r->at,
		.number = r->number + 1,
	};
	/* The first record tells of the stream as those behind it do not. */
	if (r->phase != UG_PHASE_RECORDS || r->form.encoding != NULL ||
	    r->at == 0 || r->seg.record_end != r->at ||
	    r->seg.line_end != UG_LINE_END_LF)
		return false;
	if (len > UG_STRETCH_MAX)
		len = UG_STRETCH_MAX;
	stretch->len = ug_utf8_prefix(bytes, len, NULL);
	stretch->len = ug_stretch_start(stretch, stretch->len);
	if (stretch->len > 0)
		stretch->len = stretch_plain(stretch);
	return stretch->len > 0;
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
