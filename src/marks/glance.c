/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one walk from blank to blank.
 * The bytes next to a blank mostly tell that there is nothing; what stands
 * beside the rules looks closer where they do not.
 */
#include "glance.h"

#include "base/block.h"
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

/* What the blanks of the block at `s`, which is text.s[at..], tell. */
static inline unsigned
glance_block(struct ug_text text, size_t at, const char *s, uint64_t blanks,
    struct ug_trace *trace)
{
	unsigned cues = 0;

	for (; blanks != 0; blanks &= blanks - 1) {
		const size_t i = ug_letters_lowest(blanks);
		const unsigned char *const blank =
		    (const unsigned char *)s + i;
		const unsigned due = glance_due.before[blank[-1]] &
		    glance_due.first[blank[1]] & glance_due.second[blank[2]] &
		    glance_due.third[blank[3]];
		const uint64_t like = ug_trace_add(trace, blank[-1], blank[1]);

		if ((like | due) == 0)
			continue;
		if (due != 0)
			cues |= ug_glance_blank(text, at + i);
		if (like != 0 && blank[1] >= 'A' &&
		    ug_glance_again(text, at + i, like))
			cues |= UG_GLANCE_COPY;
	}
	return cues;
}

unsigned
ug_glance(struct ug_text text)
{
	struct ug_trace trace = { 0 };
	char rest[1 + BLOCK + AHEAD];
	uint64_t wide = 0;
	unsigned cues = ug_glance_start(text);

	for (size_t at = 0; at < text.len; at += BLOCK) {
		const char *const s = ug_block_window(text, at, 1, AHEAD,
		    rest);

		wide |= ug_block_beyond(s);
		cues |= glance_block(text, at, s, ug_block_equal(s, ' '),
		    &trace);
	}
	if (wide != 0)
		cues |= ug_glance_wide(text);
	return cues | ug_glance_ascii(text);
}
