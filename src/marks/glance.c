/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one look at its blocks.  The
 * bytes next to a blank mostly tell that there is nothing; what stands beside
 * the rules looks closer where they do not:
 *
 *	It rained.  Ann said "no" to  two big  two big boats.  It rained.
 *	-              said  quotes            like blanks     -
 *
 * A line without any such place is not looked at by itself.
 */
#include "glance.h"

#include "base/block.h"
#include "base/least.h"
#include "base/letters.h"
#include "base/traits.h"
#include "glance_blank.h"
#include "glance_look.h"
#include "glance_marks.h"

#define BLOCK  UG_BLOCK_BYTES
#define BLOCKS 128 /* of a part */
#define PAD    UG_GLANCE_PAD

/* A text, and the part of it that was looked at last: text.s[at..at + n). */
struct glance {
	const struct ug_glance_way *way;
	struct ug_text text;
	size_t at, n, n_blocks;
	size_t n_hashes;     /* some of the part before come first */
	struct ug_glance_block blocks[BLOCKS];
	uint8_t room[PAD + UG_GLANCE_KEPT + BLOCKS * BLOCK + PAD];
};

/* A record: all of the text, or a line of it. */
struct record {
	struct ug_text text;
	size_t start;        /* of it, in the text */
	unsigned cues;
	bool rare;
};

static void
glance_start(struct glance *glance, struct ug_text text)
{
	const struct ug_glance_way *const *way = ug_glance_ways;

	while (!(*way)->there())
		way++;
	glance->way = *way;
	glance->text = text;
	glance->n_hashes = 0;
	/* What is read beside hashes is of no use, but known. */
	memset(glance->room, 0, PAD);
}

/* The part's hash i, of which the first are kept ones. */
static uint8_t *
part_hash(struct glance *glance, size_t i)
{
	return glance->room + PAD + i;
}

/* How many hashes are of blanks before text.s[at]. */
static size_t
part_number(struct glance *glance, size_t at)
{
	const size_t place = at - glance->at;
	const struct ug_glance_block *const block =
	    &glance->blocks[place / BLOCK];
	const uint64_t before = block->blanks & ~(UINT64_MAX << place % BLOCK);

	return (size_t)(block->hashes - part_hash(glance, 0)) +
	    ug_letters_bits(before);
}

/* Mark the blanks where words may be copies, by their hashes from `from` on. */
static void
part_mark_copied(struct glance *glance, size_t from)
{
	const uint8_t *const hashes = part_hash(glance, 0);
	const size_t n = glance->n_hashes;
	struct ug_glance_block *block = glance->blocks;
	const struct ug_glance_block *const last = block + glance->n_blocks - 1;
	const uint8_t *hash = block->hashes; /* of the lowest of `blanks` */
	uint64_t blanks = block->blanks;

	for (size_t i = from; (i = glance->way->copied(hashes, i, n)) < n;
	    i++) {
		while (block < last && block[1].hashes <= hashes + i) {
			block++;
			hash = block->hashes;
			blanks = block->blanks;
		}
		for (; hash < hashes + i; hash++)
			blanks &= blanks - 1;
		/* Behind a copy is a letter: no blank is. */
		block->copied |= blanks & (0 - blanks) & ~(block->blanks >> 1);
	}
}

/* Look at the blocks of the part that starts at text.s[at]. */
static void
part_look(struct glance *glance, size_t at)
{
	const struct ug_text text = glance->text;
	const size_t left = text.len - at, n = glance->n_hashes;
	const size_t keep = UG_MIN(n, UG_GLANCE_KEPT);
	char room[UG_GLANCE_BEFORE + BLOCK + UG_GLANCE_BEHIND];
	uint8_t *hashes = part_hash(glance, keep);
	size_t some;

	memmove(part_hash(glance, 0), part_hash(glance, n - keep), keep);
	glance->at = at;
	glance->n = UG_MIN(left, BLOCKS * BLOCK);
	glance->n_blocks = (glance->n + BLOCK - 1) / BLOCK;
	for (size_t i = 0; i < glance->n_blocks; i += some) {
		const char *const s = ug_block_window(text, at,
		    UG_GLANCE_BEFORE, UG_GLANCE_BEHIND, room);

		some = s != text.s + at ? 1 :
		    (text.len - at - UG_GLANCE_BEHIND) / BLOCK;
		some = UG_MIN(some, glance->n_blocks - i);
		hashes = glance->way->look(glance->blocks + i, s, some,
		    hashes);
		at += some * BLOCK;
	}
	memset(hashes, 0, PAD);
	glance->n_hashes = (size_t)(hashes - part_hash(glance, 0));
	part_mark_copied(glance, keep);
}

/* Whether words up to the blank at text.s[at] are copies. */
static bool
record_copied(const struct record *record, struct glance *glance, size_t at)
{
	const size_t blank = at - record->start;
	uint64_t like = 0;

	if (blank + 1 >= record->text.len ||
	    (unsigned char)record->text.s[blank + 1] < 'A')
		return false;

	/* Those before the record, or of padding, are not asked for below. */
	const uint8_t *const hash = part_hash(glance, part_number(glance, at));

	for (ptrdiff_t back = 3; back <= 8; back++)
		if (hash[0] == hash[-back] && hash[-1] == hash[-1 - back])
			like |= UINT64_C(0x80) << 8 * (back - 1);
	return ug_glance_again(record->text, blank, like);
}

/* Where in a block something may be seen. */
static inline uint64_t
block_seen(const struct ug_glance_block *block)
{
	return (block->due & block->blanks) | block->quotes | block->rare |
	    block->copied;
}

/* See what those bytes of block i tell of the record that have a bit. */
static void
record_see(struct record *record, struct glance *glance, size_t i, uint64_t of)
{
	const struct ug_glance_block *const block = &glance->blocks[i];
	const size_t at = glance->at + i * BLOCK - record->start;
	uint64_t left;

	for (left = block->due & block->blanks & of; left != 0;
	    left &= left - 1)
		record->cues |= ug_glance_blank(record->text,
		    at + ug_letters_lowest(left));
	for (left = block->quotes & of; left != 0; left &= left - 1)
		record->cues |= ug_glance_quote(record->text,
		    at + ug_letters_lowest(left));
	for (left = block->copied & of; left != 0; left &= left - 1)
		if (record_copied(record, glance, at + record->start +
		    ug_letters_lowest(left)))
			record->cues |= UG_GLANCE_COPY;
	record->rare |= (block->rare & of) != 0;
}

/* What else there is to see of a record; its traits. */
static unsigned
record_end(struct record *record)
{
	const struct ug_text text = record->text;
	const unsigned traits = record->rare ? ug_traits(text.s, text.len) : 0;

	if (text.len > 0 && ug_glance_may_start(text.s[0]))
		record->cues |= ug_glance_start(text);
	if ((traits & UG_TRAIT_BEYOND) != 0)
		record->cues |= ug_glance_wide(text) |
		    ug_glance_wide_titles(text);
	return traits;
}

unsigned
ug_glance(struct ug_text text)
{
	struct record record = { .text = text };
	struct glance glance;

	if (text.len == 0)
		return 0;
	glance_start(&glance, text);
	for (size_t at = 0; at < text.len; at += glance.n) {
		part_look(&glance, at);
		for (size_t i = 0; i < glance.n_blocks; i++)
			record_see(&record, &glance, i, UINT64_MAX);
	}
	record_end(&record);
	return record.cues;
}

/* Where the last line ends that ends in the part; 0: none does. */
static size_t
lines_end(const struct glance *glance)
{
	for (size_t i = glance->n_blocks; i-- > 0;)
		if (glance->blocks[i].ends != 0)
			return i * BLOCK + ug_letters_highest(
			    glance->blocks[i].ends) + 1;
	return 0;
}

/* A line behind lines, n of them, in which nothing is seen; part.s[at..]. */
struct line {
	size_t n, start;
};

/* Take the ends in a block, part.s[at..], that have a bit. */
static inline void
line_take(struct line *line, size_t at, uint64_t ends)
{
	if (ends == 0)
		return;
	line->start = at + ug_letters_highest(ends) + 1;
	for (; ends != 0; ends &= ends - 1)
		line->n++;
}

/*
 * Whether something may be seen where a line starts, if that is where a block
 * does: what is due at the end before it.
 */
static uint64_t
line_may_start(const struct glance *glance, size_t at)
{
	const struct ug_glance_block *const block = &glance->blocks[at / BLOCK];

	if (at == 0)
		return ug_glance_may_start(glance->text.s[glance->at]);
	return at % BLOCK != 0 ? 0 :
	    (block[-1].due & block[-1].ends) >> (BLOCK - 1);
}

/*
 * Go on from the line's start to the next line of part.s[..to) in which
 * anything may be seen.  Returns the place, or `to`: there is none.
 */
static size_t
line_find(struct line *line, const struct glance *glance, size_t to)
{
	uint64_t of = UINT64_MAX << line->start % BLOCK;
	uint64_t carry = line_may_start(glance, line->start);

	for (size_t i = line->start / BLOCK; i * BLOCK < to; i++) {
		const struct ug_glance_block *const block = &glance->blocks[i];
		const uint64_t due = block->due & block->ends;
		const uint64_t ends = block->ends & of;
		uint64_t seen = block_seen(block) | due << 1 | carry;

		seen &= of;
		if (seen != 0) {
			const unsigned bit = ug_letters_lowest(seen);

			line_take(line, i * BLOCK, ends &
			    ~(UINT64_MAX << bit));
			return i * BLOCK + bit;
		}
		line_take(line, i * BLOCK, ends);
		carry = due >> (BLOCK - 1);
		of = UINT64_MAX;
	}
	return to;
}

/* See the line part.s[start..end), in which nothing is seen before `place`. */
static struct ug_glance_line
line_see(struct glance *glance, size_t start, size_t place, size_t end)
{
	struct record record = {
		.text = ug_text_part(glance->text, glance->at + start,
		    end - start),
		.start = glance->at + start,
	};
	struct ug_glance_line line = { .start = record.start,
		.end = glance->at + end };
	uint64_t of = UINT64_MAX << place % BLOCK;

	for (size_t i = place / BLOCK; i * BLOCK < end; i++) {
		if (end - i * BLOCK < BLOCK)
			of &= ~(UINT64_MAX << end % BLOCK);
		if ((block_seen(&glance->blocks[i]) & of) != 0)
			record_see(&record, glance, i, of);
		of = UINT64_MAX;
	}
	line.traits = record_end(&record);
	line.cues = record.cues;
	return line;
}

/* A line that is longer than a part. */
static struct ug_glance_line
line_see_long(struct ug_text text, size_t start)
{
	const struct ug_text line = ug_text_part(text, start, ug_text_find(text,
	    start, UG_TEXT("\n")) + 1 - start);

	return (struct ug_glance_line){ .start = start,
		.end = start + line.len, .cues = ug_glance(line),
		.traits = ug_traits(line.s, line.len) };
}

/* Where the line that part.s[at] is in ends. */
static size_t
line_end(const struct glance *glance, size_t at)
{
	size_t i = at / BLOCK;
	uint64_t ends = glance->blocks[i].ends & UINT64_MAX << at % BLOCK;

	while (ends == 0)
		ends = glance->blocks[++i].ends;
	return i * BLOCK + ug_letters_lowest(ends) + 1;
}

void
ug_glance_lines(struct ug_glance_lines *lines, struct ug_text text, size_t at)
{
	struct line next = { 0, 0 };
	struct glance glance;
	size_t to;

	glance_start(&glance, text);
	part_look(&glance, at);
	to = lines_end(&glance);
	lines->n = lines->rest = 0;
	if (to == 0) {
		lines->v[lines->n++] = line_see_long(text, at);
		lines->end = lines->v[0].end;
		return;
	}
	while (lines->n < UG_GLANCE_LINES) {
		const size_t place = line_find(&next, &glance, to);
		struct ug_glance_line line;

		if (place >= to)
			break;
		line = line_see(&glance, next.start, place,
		    line_end(&glance, place));
		line.n = next.n;
		lines->v[lines->n++] = line;
		next = (struct line){ 0, line.end - at };
	}
	lines->rest = next.n;
	lines->end = at + (lines->n < UG_GLANCE_LINES ? to : next.start);
}
