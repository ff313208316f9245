/*
 * stretch.c - consecutive records that go through the stages as one
 */
#include "stretch.h"

#include "block.h"
#include "letters.h"

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

void
ug_stretch_cut(struct ug_stretch *stretch, size_t len)
{
	const struct ug_text text = { (const char *)stretch->bytes, len };
	struct counted record = { 0, false };
	char room[UG_BLOCK_BYTES];

	if (len == stretch->len && stretch->n > 0)
		return;
	stretch->len = stretch->plain = len;
	stretch->n = 0;
	stretch->ascii_len = 0;
	for (size_t at = 0; at < len; at += UG_BLOCK_BYTES) {
		const char *const s = ug_block_window(text, at, 0, 0, room);

		stretch_count(stretch, &record, at, ug_block_equal(s, '\n'),
		    ug_block_beyond(s));
	}
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
