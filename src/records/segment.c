/*
 * segment.c - cuts a stream into records, and long records into pieces
 *
 *	"one\r\ntwo\n"  ->  "one\r\n" "two\n"
 *	"one\rtwo\r"    ->  "one\r" "two\r"
 */
#include "segment.h"

#include <string.h>

#include "encodings/seven_bit.h"

#define SAFE_CUT_REACH 4096 /* how far before a window's end a piece may end */

#define EBCDIC_NEL   0x15
#define EBCDIC_LF    0x25
#define EBCDIC_SPACE 0x40

size_t
ug_segment_unit(const struct ug_segmenter *seg)
{
	return ug_unit_len(seg->form);
}

static uint32_t
segment_at(const struct ug_segmenter *seg, const unsigned char *bytes)
{
	return ug_unit_at(seg->form, bytes);
}

/* The offset of the first line end of EBCDIC, or len. */
static size_t
segment_find_ebcdic(const unsigned char *bytes, size_t from, size_t len)
{
	while (from < len && bytes[from] != EBCDIC_NEL &&
	    bytes[from] != EBCDIC_LF)
		from++;
	return from;
}

/* The offset of the first unit that is 0, or len. */
static size_t
segment_find_nul(const struct ug_segmenter *seg, const unsigned char *bytes,
    size_t from, size_t len)
{
	const size_t unit = ug_segment_unit(seg);

	while (len - from >= unit && segment_at(seg, bytes + from) != 0)
		from += unit;
	return len - from >= unit ? from : len;
}

/* The offset of the first LF, or CR where that may end a line, or len. */
static size_t
segment_find(const struct ug_segmenter *seg, const unsigned char *bytes,
    size_t from, size_t len)
{
	const size_t unit = ug_segment_unit(seg);
	const bool cr = seg->line_end != UG_LINE_END_LF;

	if (seg->line_end == UG_LINE_END_NUL)
		return segment_find_nul(seg, bytes, from, len);
	if (seg->ebcdic)
		return segment_find_ebcdic(bytes, from, len);
	if (unit == 1) {
		const unsigned char *const lf = memchr(bytes + from, '\n',
		    len - from);
		const size_t end = lf != NULL ? (size_t)(lf - bytes) : len;
		const unsigned char *const found = !cr ? NULL :
		    memchr(bytes + from, '\r', end - from);

		return found != NULL ? (size_t)(found - bytes) : end;
	}
	for (; len - from >= unit; from += unit) {
		const uint32_t c = segment_at(seg, bytes + from);

		if (c == '\n' || (c == '\r' && cr))
			return from;
	}
	return len;
}

/*
 * The length of the line that ends with the line end at `found`; 0 if the next
 * unit must be seen first.
 */
static size_t
segment_line(struct ug_segmenter *seg, const unsigned char *bytes, size_t found,
    size_t len, bool last)
{
	const size_t unit = ug_segment_unit(seg);

	if (seg->ebcdic || seg->line_end == UG_LINE_END_NUL)
		return found + unit;
	if (segment_at(seg, bytes + found) == '\n') {
		if (seg->line_end == UG_LINE_END_UNKNOWN)
			seg->line_end = UG_LINE_END_LF;
		return found + unit;
	}
	if (len - found < 2 * unit && !last)
		return 0;

	/* At the end it tells nothing of how lines end. */
	if (len - found < 2 * unit)
		return found + unit;

	const bool crlf = segment_at(seg, bytes + found + unit) == '\n';

	if (seg->line_end == UG_LINE_END_UNKNOWN)
		seg->line_end = crlf ? UG_LINE_END_LF : UG_LINE_END_CR;
	return found + (crlf ? 2 * unit : unit);
}

/* A place to cut, the unit at `at` being the first behind it. */
typedef bool segment_place(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at);

static bool
segment_behind_space(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at)
{
	return segment_at(seg, bytes + at - ug_segment_unit(seg)) ==
	    (seg->ebcdic ? EBCDIC_SPACE : ' ');
}

static bool
segment_between_words(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at)
{
	const size_t unit = ug_segment_unit(seg);

	return segment_behind_space(seg, bytes, at) &&
	    ug_ascii_is_letter(segment_at(seg, bytes + at)) &&
	    ug_ascii_is_letter(segment_at(seg, bytes + at - 2 * unit));
}

/*
 * In a form of seven bits, where ASCII goes on: behind SI, ~} or ESC ( B, or
 * another final byte than B.
 */
static bool
segment_behind_shift(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at)
{
	if (ug_segment_unit(seg) != 1 || seg->ebcdic)
		return false;
	return bytes[at - 1] == UG_SI ||
	    (bytes[at - 2] == '~' && bytes[at - 1] == '}') ||
	    (at >= 3 && bytes[at - 3] == UG_ESC && bytes[at - 2] == '(');
}

/*
 * In UTF-8, before U+00C2..U+00EF: where a sequence starts that was read as
 * Latin-1 or windows-1252.
 */
static bool
segment_before_lead(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at)
{
	return ug_segment_unit(seg) == 1 && bytes[at] == 0xC3 &&
	    bytes[at - 1] >= 0x80 && bytes[at - 1] < 0xC0 &&
	    bytes[at + 1] >= 0x82 && bytes[at + 1] < 0xB0;
}

static bool
segment_between_characters(const struct ug_segmenter *seg,
    const unsigned char *bytes, size_t at)
{
	if (ug_segment_unit(seg) == 1)
		return !ug_char_is_tail(bytes[at]);
	if (ug_segment_unit(seg) == 4)
		return true;

	const uint32_t c = segment_at(seg, bytes + at);

	return c < 0xDC00 || c > 0xDFFF;
}

/*
 * Where to end a piece that may be `len` bytes long: at the last of the best
 * places within reach.  One unit behind bytes[0..len) can be read.
 */
static size_t
segment_safe_cut(const struct ug_segmenter *seg, const unsigned char *bytes,
    size_t len)
{
	static segment_place *const places[] = {
		segment_between_words, segment_behind_space,
		segment_behind_shift, segment_before_lead,
		segment_between_characters,
	};
	const size_t unit = ug_segment_unit(seg);
	const size_t reach = len > SAFE_CUT_REACH ? len - SAFE_CUT_REACH : 0;

	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		for (size_t at = len - unit; at > reach && at >= 2 * unit;
		    at -= unit) {
			if (places[i](seg, bytes, at))
				return at;
		}
	}
	return len;
}

/*
 * The length of a piece to be cut off a line that does not end within
 * bytes[0..len); 0 if it may go on.
 */
static size_t
segment_piece(struct ug_segmenter *seg, const unsigned char *bytes,
    size_t len, uint64_t at)
{
	uint64_t window_end = (at / UG_WINDOW_LEN + 1) * UG_WINDOW_LEN;

	if (seg->record_end > window_end - UG_WINDOW_LEN ||
	    seg->piece_window >= window_end)
		window_end += UG_WINDOW_LEN;

	const uint64_t cut = window_end - at;

	if (len < cut + ug_segment_unit(seg))
		return 0;
	seg->piece_window = window_end;
	return segment_safe_cut(seg, bytes, (size_t)cut);
}

size_t
ug_segment_cut(struct ug_segmenter *seg, const unsigned char *bytes,
    size_t len, uint64_t at, bool last, bool *ended)
{
	const size_t found = segment_find(seg, bytes, seg->searched, len);
	size_t cut = segment_piece(seg, bytes, found, at);

	*ended = false;
	if (cut == 0 && found < len) {
		seg->searched = found;
		cut = segment_line(seg, bytes, found, len, last);
		*ended = cut > 0;
	} else if (cut == 0) {
		seg->searched = len - len % ug_segment_unit(seg);
		cut = last ? len : 0;
	}
	if (cut > 0)
		seg->searched = 0;
	if (*ended)
		seg->record_end = at + cut;
	return cut;
}
