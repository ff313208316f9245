/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one walk from blank to blank.
 * The bytes next to a blank mostly tell that there is nothing; what stands
 * beside the rules looks closer where they do not.
 */
#include "glance.h"

#include "base/block.h"
#include "base/traits.h"
#include "glance_blank.h"
#include "glance_marks.h"
#include "trace.h"

#define BLOCK UG_BLOCK_BYTES
#define AHEAD 8 /* bytes more that must be there behind one */

/*
 * What is worth a closer look, a bit each, by a byte before a blank and three
 * behind it: each must have the bit.  A row here adds one.
 */
#define GLANCE_ROWS(X, before, a, b, c) \
	/* "said", "told", "added", "read", "wrote", "wont" */ \
	X(0, 1, a == 's', b == 'a', c == 'i') \
	X(1, 1, a == 't', b == 'o', c == 'l') \
	X(2, 1, a == 'a', b == 'd', c == 'd') \
	X(3, 1, a == 'r', b == 'e', c == 'a') \
	X(4, 1, a == 'w', b == 'r', c == 'o') \
	X(5, 1, a == 'w', b == 'o', c == 'n') \
	/* "Im ", "isn t ", "Mr" */ \
	X(6, 1, a == 'I', b == 'm', c == ' ') \
	X(7, 1, a == 's' || a == 't', b == ' ', 1) \
	X(8, 1, a == 'M' || a == 'D', b == 'r' || b == 's', 1) \
	/* "town. of", "Harlands List", "Outer -Reach", "town , is" */ \
	X(9, before == '.', SMALL(a), 1, 1) \
	X(10, before == 's', CAPITAL(a), 1, 1) \
	X(11, 1, a == '-', b != ' ' && b != '-', 1) \
	X(12, 1, a == '.' || a == ',', 1, 1) \
	/* what stands behind a mark */ \
	X(13, 1, a == '"' || a == '\'' || a == '(' || a == '[' || a >= 0x80, \
	    1, 1)
#define SMALL(c)   (c >= 'a' && c <= 'z')
#define CAPITAL(c) (c >= 'A' && c <= 'Z')

/* The bits of byte `v` in each place. */
#define BIT_BEFORE(bit, before, a, b, c) (before) << bit |
#define BIT_FIRST(bit, before, a, b, c)  (a) << bit |
#define BIT_SECOND(bit, before, a, b, c) (b) << bit |
#define BIT_THIRD(bit, before, a, b, c)  (c) << bit |
#define BEFORE(v) GLANCE_ROWS(BIT_BEFORE, (v), 0, 0, 0) 0
#define FIRST(v)  GLANCE_ROWS(BIT_FIRST, 0, (v), 0, 0) 0
#define SECOND(v) GLANCE_ROWS(BIT_SECOND, 0, 0, (v), 0) 0
#define THIRD(v)  GLANCE_ROWS(BIT_THIRD, 0, 0, 0, (v)) 0
#define EACH4(f, v)  f(v), f(v + 1), f(v + 2), f(v + 3)
#define EACH16(f, v) EACH4(f, v), EACH4(f, v + 4), EACH4(f, v + 8), \
	EACH4(f, v + 12)
#define EACH64(f, v) EACH16(f, v), EACH16(f, v + 16), EACH16(f, v + 32), \
	EACH16(f, v + 48)
#define EACH(f) EACH64(f, 0), EACH64(f, 64), EACH64(f, 128), EACH64(f, 192)

static const struct {
	uint16_t before[256], first[256], second[256], third[256];
} glance_due = {
	{ EACH(BEFORE) }, { EACH(FIRST) }, { EACH(SECOND) }, { EACH(THIRD) },
};

/* A record, all of a text or a line of it, as far as it was looked at. */
struct glance {
	struct ug_text text;
	size_t start, end; /* of the record; end is 0 while it is not known */
	unsigned cues, traits;
	struct ug_trace trace;
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

/* See what the blanks of the block at `s`, which is text.s[at..], tell. */
static inline void
glance_blanks(struct glance *glance, size_t at, const char *s, uint64_t blanks)
{
	struct ug_trace trace = glance->trace;

	for (; blanks != 0; blanks &= blanks - 1) {
		const size_t i = ug_letters_lowest(blanks);
		const unsigned char *const blank =
		    (const unsigned char *)s + i;
		const unsigned due = glance_due.before[blank[-1]] &
		    glance_due.first[blank[1]] & glance_due.second[blank[2]] &
		    glance_due.third[blank[3]];
		const uint64_t like = ug_trace_add(&trace, blank[-1], blank[1]);

		if ((like | due) == 0)
			continue;

		const struct ug_text record = glance_record(glance);
		const size_t here = at + i - glance->start;

		if (due != 0)
			glance->cues |= ug_glance_blank(record, here);
		if (like != 0 && blank[1] >= 'A' &&
		    ug_glance_again(record, here, like))
			glance->cues |= UG_GLANCE_COPY;
	}
	glance->trace = trace;
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

/* What stands in a block, a bit each. */
struct glance_block {
	uint64_t blanks, quotes, ends;
	uint64_t rare; /* not 0: bytes are there that traits tell of */
};

/* Look at a quarter of the block at `s`. */
static inline ug_lane
glance_quarter(struct glance_block *block, const char *s, unsigned from)
{
	ug_lane rare = ug_lane_load(s + from);

	for (unsigned i = from; i < from + BLOCK / 4; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);

		block->blanks |= ug_lane_bits(ug_lane_equal(lane, ' ')) << i;
		block->quotes |= ug_lane_bits(ug_lane_or(
		    ug_lane_equal(lane, '"'), ug_lane_equal(lane, '\''))) << i;
		block->ends |= ug_lane_bits(ug_lane_equal(lane, '\n')) << i;
		rare = ug_lane_or(rare, ug_lane_or(ug_lane_or(lane,
		    ug_lane_or(ug_lane_equal(lane, '&'),
		    ug_lane_equal(lane, '\\'))), ug_lane_or(
		    ug_lane_equal(lane, '$'), ug_lane_or(
		    ug_lane_equal(lane, '<'), ug_lane_equal(lane, '@')))));
	}
	return rare;
}

static inline struct glance_block
glance_look(const char *s)
{
	struct glance_block block = { 0, 0, 0, 0 };
	const ug_lane first = ug_lane_or(glance_quarter(&block, s, 0),
	    glance_quarter(&block, s, 16));

	block.rare = ug_lane_bits(ug_lane_or(ug_lane_or(first,
	    glance_quarter(&block, s, 32)), glance_quarter(&block, s, 48)));
	return block;
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
    struct glance_block block, uint64_t of)
{
	glance_blanks(glance, at, s, block.blanks & of);
	if ((block.quotes & of) != 0)
		glance_quotes(glance, at, block.quotes & of);
	if (block.rare != 0)
		glance->traits |= glance_traits(s, of);
}

/* All cues of the record that was looked at. */
static unsigned
glance_end(struct glance *glance)
{
	const struct ug_text record = glance_record(glance);

	/* A title, or marks before one. */
	if (record.len > 0 && (glance_due.first[(unsigned char)record.s[0]] &
	    (1 << 8 | 1 << 13)) != 0)
		glance->cues |= ug_glance_start(record);
	if ((glance->traits & UG_TRAIT_BEYOND) != 0)
		glance->cues |= ug_glance_wide(record);
	return glance->cues;
}

unsigned
ug_glance(struct ug_text text)
{
	struct glance glance = { .text = text, .end = text.len };
	char rest[1 + BLOCK + AHEAD];

	for (size_t at = 0; at < text.len; at += BLOCK) {
		const char *const s = ug_block_window(text, at, 1, AHEAD,
		    rest);

		glance_bytes(&glance, at, s, glance_look(s), UINT64_MAX);
	}
	return glance_end(&glance);
}

/* The lines that end in a block, and the start of the next. */
static void
glance_lines(struct glance *glance, size_t at, const char *s,
    struct glance_block block, struct ug_glance_lines *lines)
{
	uint64_t of = UINT64_MAX;

	for (; block.ends != 0 && lines->n < UG_GLANCE_LINES;
	    block.ends &= block.ends - 1) {
		const uint64_t upto = block.ends ^ (block.ends - 1);

		glance->end = at + ug_letters_lowest(block.ends) + 1;
		glance_bytes(glance, at, s, block, upto & of);
		of &= ~upto;
		lines->end = glance->end;
		lines->v[lines->n++] = (struct ug_glance_line){ glance->end,
			glance_end(glance), glance->traits };
		*glance = (struct glance){ .text = glance->text,
			.start = glance->end };
	}
	if (lines->n < UG_GLANCE_LINES && at + BLOCK < glance->text.len)
		glance_bytes(glance, at, s, block, of);
}

void
ug_glance_lines(struct ug_glance_lines *lines, struct ug_text text, size_t at)
{
	struct glance glance = { .text = text, .start = at };
	char rest[1 + BLOCK + AHEAD];

	lines->n = 0;
	for (; at < text.len && lines->n < UG_GLANCE_LINES; at += BLOCK) {
		const char *const s = ug_block_window(text, at, 1, AHEAD,
		    rest);

		glance_lines(&glance, at, s, glance_look(s), lines);
	}
}
