/*
 * stretch.c - consecutive records that go through the stages as one
 */
#include "stretch.h"

#include "block.h"
#include "least.h"
#include "letters.h"
#include "vectors.h"

#define AT_ONCE 16 /* blocks */

/* The record that is counted. */
struct counted {
	size_t start;
	bool beyond; /* ASCII */
};

/* Count records to where they end: bits of the block at `at`. */
static void
stretch_count(struct ug_stretch *stretch, struct counted *record, size_t at,
    uint64_t ends, uint64_t beyond)
{
	for (; ends != 0; ends &= ends - 1) {
		const uint64_t before = (ends & (0 - ends)) - 1;
		const size_t end = at + ug_letters_lowest(ends) + 1;

		if (!record->beyond && (beyond & before) == 0)
			stretch->ascii_len += end - record->start;
		else if (stretch->plain == stretch->len)
			stretch->plain = record->start;
		record->start = end;
		record->beyond = false;
		beyond &= ~before;
		stretch->n++;
	}
	record->beyond |= beyond != 0;
}

/* Count in n blocks from `at` on. */
static void
stretch_count_blocks(struct ug_stretch *stretch, struct counted *record,
    const unsigned char *bytes, size_t at, size_t n)
{
	uint64_t ends[AT_ONCE], beyond[AT_ONCE];

	ug_vectors()->blocks(bytes, n, '\n', ends, beyond);
	for (size_t i = 0; i < n; i++)
		stretch_count(stretch, record, at + i * UG_BLOCK_BYTES, ends[i],
		    beyond[i]);
}

void
ug_stretch_cut(struct ug_stretch *stretch, size_t len)
{
	struct counted record = { 0, false };
	unsigned char rest[UG_BLOCK_BYTES] = { 0 };
	size_t at = 0;

	if (len == stretch->len && stretch->n > 0)
		return;
	stretch->len = stretch->plain = len;
	stretch->n = 0;
	stretch->ascii_len = 0;
	while (len - at >= UG_BLOCK_BYTES) {
		size_t n = (len - at) / UG_BLOCK_BYTES;

		n = UG_MIN(n, AT_ONCE);
		stretch_count_blocks(stretch, &record, stretch->bytes + at, at,
		    n);
		at += n * UG_BLOCK_BYTES;
	}
	memcpy(rest, stretch->bytes + at, len - at);
	stretch_count_blocks(stretch, &record, rest, at, 1);
}

/* The start of the first record that is beyond ASCII. */
static size_t
stretch_beyond(const struct ug_stretch *stretch)
{
	return ug_stretch_start(stretch, ug_text_ascii((struct ug_text){
	    (const char *)stretch->bytes, stretch->len }));
}

void
ug_stretch_split(struct ug_stretch *stretch, size_t len, uint64_t n,
    struct ug_stretch *first)
{
	const size_t plain = stretch->plain;

	*first = *stretch;
	if (plain >= len) {
		first->plain = first->ascii_len = len;
	} else if (n == 1) {
		first->plain = first->ascii_len = 0;
	} else {
		ug_stretch_cut(first, len);
	}
	first->len = len;
	first->n = n;
	stretch->bytes += len;
	stretch->len -= len;
	stretch->in_at += len;
	stretch->number += n;
	stretch->n -= n;
	stretch->ascii_len -= first->ascii_len;
	if (plain >= len)
		stretch->plain -= len;
	else
		stretch->plain = stretch->ascii_len == stretch->len ?
		    stretch->len : stretch_beyond(stretch);
}

size_t
ug_stretch_start(const struct ug_stretch *stretch, size_t at)
{
	while (at > 0 && stretch->bytes[at - 1] != '\n')
		at--;
	return at;
}

size_t
ug_stretch_end(const struct ug_stretch *stretch, size_t at)
{
	const unsigned char *const end = memchr(stretch->bytes + at, '\n',
	    stretch->len - at);

	return end != NULL ? (size_t)(end - stretch->bytes) + 1 : stretch->len;
}
