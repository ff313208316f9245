/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one look at its blocks.  The
 * bytes next to a blank mostly tell that there is nothing; what stands beside
 * the rules looks closer where they do not.
 */
#include "glance.h"

#include "base/block.h"
#include "base/letters.h"
#include "base/traits.h"
#include "glance_blank.h"
#include "glance_look.h"
#include "glance_marks.h"
#include "trace.h"

#define BLOCK  UG_BLOCK_BYTES
#define HASHES 512 /* of blanks, that are kept before they are looked at */

#define COPIED_MIN 5 /* blanks: two, and the like three before them */

/* A record, all of a text or a line of it, as far as it was looked at. */
struct glance {
	struct ug_text text;
	size_t start, end;  /* of the record; end is 0 while it is not known */
	unsigned cues, traits;
};

/*
 * Hashes of blanks, v[0..n).  From `first` on they are of the record's, those
 * from byte `from` of the text on.
 */
struct hashes {
	size_t first, n, from;
	uint8_t *v;         /* in the room, with a pad on both sides */
	uint8_t room[UG_GLANCE_PAD + HASHES + BLOCK + UG_GLANCE_PAD];
};

/* The record itself. */
static struct ug_text
glance_record(struct glance *glance)
{
	const struct ug_text rest = ug_text_part(glance->text, glance->start,
	    glance->text.len - glance->start);

	if (glance->end == 0)
		glance->end = glance->start + (size_t)((const char *)
		    memchr(rest.s, '\n', rest.len) - rest.s) + 1;
	return ug_text_part(rest, 0, glance->end - glance->start);
}

/* See what the blanks of the block at text.s[at] tell. */
static void
glance_blanks(struct glance *glance, size_t at, uint64_t due)
{
	const struct ug_text record = glance_record(glance);

	for (; due != 0; due &= due - 1)
		glance->cues |= ug_glance_blank(record,
		    at + ug_letters_lowest(due) - glance->start);
}

/* See what straight quotation marks and apostrophes are cues of. */
static void
glance_quotes(struct glance *glance, size_t at, uint64_t quotes)
{
	const struct ug_text record = glance_record(glance);

	for (; quotes != 0; quotes &= quotes - 1)
		glance->cues |= ug_glance_quote(record,
		    at + ug_letters_lowest(quotes) - glance->start);
}

/* See, blank by blank, whether words of text.s[from..to) are copies. */
static void
glance_copies(struct glance *glance, size_t from, size_t to)
{
	const struct ug_text record = glance_record(glance);
	struct ug_trace trace = { 0 };

	to = to - glance->start < record.len ? to - glance->start : record.len;
	from -= glance->start;
	for (const char *s; from < to && (s = memchr(record.s + from, ' ',
	    to - from)) != NULL; from++) {
		from = (size_t)(s - record.s);

		const unsigned char before = from > 0 ?
		    (unsigned char)s[-1] : '\0';
		const unsigned char behind = from + 1 < record.len ?
		    (unsigned char)s[1] : '\0';
		const uint64_t like = ug_trace_add(&trace, before, behind);

		if (like != 0 && behind >= 'A' &&
		    ug_glance_again(record, from, like))
			glance->cues |= UG_GLANCE_COPY;
	}
}

/* See whether words may be copies in what hashes are of, which ends at `to`. */
static void
glance_hashes(struct glance *glance, const struct hashes *hashes, size_t to,
    const struct ug_glance_way *way)
{
	const size_t n = hashes->n - hashes->first;

	if (n >= COPIED_MIN && way->copied(hashes->v + hashes->first, n))
		glance_copies(glance, hashes->from, to);
}

/* The traits of those of a block's bytes that have a bit. */
static unsigned
glance_traits(const char *s, uint64_t of)
{
	return ((ug_block_beyond(s) & of) != 0 ? UG_TRAIT_BEYOND : 0u) |
	    ((ug_block_equal(s, '\xC2') & of) != 0 ? UG_TRAIT_C2 : 0u) |
	    ((ug_block_any(s, "&\\&&") & of) != 0 ? UG_TRAIT_ESCAPE : 0u) |
	    ((ug_block_equal(s, '$') & of) != 0 ? UG_TRAIT_DOLLAR : 0u) |
	    ((ug_block_any(s, "<@<<") & of) != 0 ? UG_TRAIT_LABEL : 0u);
}

/* Look at those bytes of the block at `s`, text.s[at..], that have a bit. */
static inline void
glance_bytes(struct glance *glance, size_t at, const char *s,
    const struct ug_glance_block *block, uint64_t of)
{
	if ((block->due & of) != 0)
		glance_blanks(glance, at, block->due & of);
	if ((block->quotes & of) != 0)
		glance_quotes(glance, at, block->quotes & of);
	if (block->rare)
		glance->traits |= glance_traits(s, of);
}

/* All cues of the record that was looked at. */
static unsigned
glance_end(struct glance *glance)
{
	const struct ug_text record = glance_record(glance);

	if (record.len > 0 && ug_glance_may_start(record.s[0]))
		glance->cues |= ug_glance_start(record);
	if ((glance->traits & UG_TRAIT_BEYOND) != 0)
		glance->cues |= ug_glance_wide(record) |
		    ug_glance_wide_titles(record);
	return glance->cues;
}

/* The best way to look that there is. */
static const struct ug_glance_way *
glance_way(void)
{
	const struct ug_glance_way *const *way = ug_glance_ways;

	while (!(*way)->there())
		way++;
	return *way;
}

/* Where the last n blanks of text.s[..at), of which there are more, start. */
static size_t
blanks_before(struct ug_text text, size_t at, size_t n)
{
	while (n > 0)
		n -= text.s[--at] == ' ';
	return at;
}

/* Make room for the hashes of a block at text.s[at]. */
static void
hashes_shift(struct hashes *hashes, struct glance *glance, size_t at,
    const struct ug_glance_way *way)
{
	size_t keep = hashes->n - hashes->first;

	if (hashes->n <= HASHES)
		return;
	if (keep > HASHES / 2) {
		glance_hashes(glance, hashes, at, way);
		keep = UG_GLANCE_KEPT;
		hashes->from = blanks_before(glance->text, at, keep);
	}
	memmove(hashes->v, hashes->v + hashes->n - keep, keep);
	hashes->n = keep;
	hashes->first = 0;
}

unsigned
ug_glance(struct ug_text text)
{
	const struct ug_glance_way *const way = glance_way();
	struct glance glance = { .text = text, .end = text.len };
	char rest[UG_GLANCE_BEFORE + BLOCK + UG_GLANCE_BEHIND];
	struct ug_glance_block block;
	struct hashes hashes;

	if (text.len == 0)
		return 0;
	hashes.first = hashes.n = hashes.from = 0;
	hashes.v = hashes.room + UG_GLANCE_PAD;
	/* What is read beside them is of no use, but known. */
	memset(hashes.room, 0, sizeof(hashes.room));
	for (size_t at = 0; at < text.len; at += BLOCK) {
		const char *const s = ug_block_window(text, at,
		    UG_GLANCE_BEFORE, UG_GLANCE_BEHIND, rest);

		hashes_shift(&hashes, &glance, at, way);
		way->look(&block, s, hashes.v + hashes.n);
		glance_bytes(&glance, at, s, &block, UINT64_MAX);
		hashes.n += ug_letters_bits(block.blanks);
	}
	glance_hashes(&glance, &hashes, text.len, way);
	return glance_end(&glance);
}

/* The lines that end in a block, and the start of the next. */
static void
glance_lines(struct glance *glance, size_t at, const char *s,
    struct ug_glance_block block, struct hashes *hashes,
    const struct ug_glance_way *way, struct ug_glance_lines *lines)
{
	uint64_t of = UINT64_MAX;

	for (; block.ends != 0 && lines->n < UG_GLANCE_LINES;
	    block.ends &= block.ends - 1) {
		const uint64_t upto = block.ends ^ (block.ends - 1);

		glance->end = at + ug_letters_lowest(block.ends) + 1;
		glance_bytes(glance, at, s, &block, upto & of);
		hashes->n += ug_letters_bits(block.blanks & upto & of);
		glance_hashes(glance, hashes, glance->end, way);
		hashes->first = hashes->n;
		hashes->from = glance->end;
		of &= ~upto;
		lines->end = glance->end;
		lines->v[lines->n++] = (struct ug_glance_line){ glance->end,
			glance_end(glance), glance->traits };
		*glance = (struct glance){ .text = glance->text,
			.start = glance->end };
	}
	if (lines->n < UG_GLANCE_LINES && at + BLOCK < glance->text.len)
		glance_bytes(glance, at, s, &block, of);
	hashes->n += ug_letters_bits(block.blanks & of);
}

void
ug_glance_lines(struct ug_glance_lines *lines, struct ug_text text, size_t at)
{
	const struct ug_glance_way *const way = glance_way();
	struct glance glance = { .text = text, .start = at };
	char rest[UG_GLANCE_BEFORE + BLOCK + UG_GLANCE_BEHIND];
	struct ug_glance_block block;
	struct hashes hashes;

	lines->n = hashes.first = hashes.n = 0;
	hashes.from = at;
	hashes.v = hashes.room + UG_GLANCE_PAD;
	/* What is read beside them is of no use, but known. */
	memset(hashes.room, 0, sizeof(hashes.room));
	for (; at < text.len && lines->n < UG_GLANCE_LINES; at += BLOCK) {
		const char *const s = ug_block_window(text, at,
		    UG_GLANCE_BEFORE, UG_GLANCE_BEHIND, rest);

		hashes_shift(&hashes, &glance, at, way);
		way->look(&block, s, hashes.v + hashes.n);
		glance_lines(&glance, at, s, block, &hashes, way,
		    lines);
	}
}
