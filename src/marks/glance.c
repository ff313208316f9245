/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one walk from blank to blank.
 * The bytes next to a blank mostly tell that there is nothing; what stands
 * beside the rules looks closer where they do not.
 */
#include "glance.h"

#include "trace.h"

#define BLOCK 64 /* bytes that are looked at together, */
#define AHEAD 8  /* and more that must be there behind them */

/*
 * What is worth a closer look, a bit each, by a byte before a blank and three
 * behind it: each must have the bit.  A row here adds one.
 */
#define GLANCE_ROWS(X, before, a, b, c) \
	X(0, 1, a == 's', b == 'a', c == 'i')                  /* said */ \
	X(1, 1, a == 't', b == 'o', c == 'l')                  /* told */ \
	X(2, 1, a == 'a', b == 'd', c == 'd')                  /* added */ \
	X(3, 1, a == 'r', b == 'e', c == 'a')                  /* read */ \
	X(4, 1, a == 'w', b == 'r', c == 'o')                  /* wrote */ \
	X(5, 1, a == 'w', b == 'o', c == 'n')                  /* wont */ \
	X(6, 1, a == 'I', b == 'm', c == ' ')                  /* Im */ \
	X(7, 1, a == 's' || a == 't', b == ' ', 1)             /* isn t */ \
	X(8, 1, a == 'M' || a == 'D', b == 'r' || b == 's', 1) /* Mr */ \
	X(9, before == '.', SMALL(a), 1, 1)                    /* A stop. of */ \
	X(10, before == 's', CAPITAL(a), 1, 1)                 /* Harlands List */ \
	X(11, 1, a == '-', b != ' ' && b != '-', 1)            /* Outer -Reach */ \
	X(12, 1, a == '.' || a == ',', 1, 1)                   /* a town , is */ \
	X(13, 1, a == '"' || a == '\'' || a == '(' || a == '[' || a == 0xE2, \
	    1, 1)                                              /* "Mr */
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

static const uint16_t glance_before[256] = { EACH(BEFORE) };
static const uint16_t glance_first[256] = { EACH(FIRST) };
static const uint16_t glance_second[256] = { EACH(SECOND) };
static const uint16_t glance_third[256] = { EACH(THIRD) };

/* What the bytes on both sides of a blank tell. */
static unsigned
glance_around(struct ug_text text, size_t blank)
{
	const char *const s = text.s + blank;
	const char before = blank > 0 ? s[-1] : ' ';
	unsigned cues = 0;

	if (text.len - blank < 2)
		return 0;
	if (s[1] == ',' || s[1] == '.')
		cues |= UG_GLANCE_SPACED;
	if (before == '.' && SMALL(s[1]))
		cues |= UG_GLANCE_SMALL;
	if (ug_stop_floats(text, blank))
		cues |= UG_GLANCE_STOP;
	if (ug_copy_here(text, blank))
		cues |= UG_GLANCE_COPY;
	if (before == 's' && CAPITAL(s[1]))
		cues |= UG_GLANCE_NAMES | (ug_owner_here(text, blank) ?
		    (unsigned)UG_GLANCE_THE : 0);
	return cues;
}

static bool
glance_here(struct ug_text text, size_t at, const char *word)
{
	const size_t len = strlen(word);

	return text.len - at >= len && memcmp(text.s + at, word, len) == 0;
}

/* What a run that starts at `at` tells by its first bytes. */
static unsigned
glance_run(struct ug_text text, size_t at)
{
	bool said = false;

	switch (at < text.len ? text.s[at] : '\0') {
	case 'a':
		said = glance_here(text, at, "added");
		break;
	case 'r':
		said = glance_here(text, at, "read: ");
		break;
	case 's':
		if (glance_here(text, at + 1, " "))
			return UG_GLANCE_BLANKED;
		said = glance_here(text, at, "said");
		break;
	case 't':
		if (glance_here(text, at + 1, " "))
			return UG_GLANCE_BLANKED;
		if (!glance_here(text, at, "told"))
			return 0;
		return UG_GLANCE_TOLD | (glance_here(text, at, "told ") ?
		    (unsigned)UG_GLANCE_SAID : 0);
	case 'w':
		if (glance_here(text, at, "wont "))
			return UG_GLANCE_SLURRED;
		said = glance_here(text, at, "wrote");
		break;
	case 'I':
		return glance_here(text, at, "Im ") ? UG_GLANCE_SLURRED : 0;
	case 'D':
	case 'M':
		return glance_here(text, at, "Mr") ||
		    glance_here(text, at, "Ms") ||
		    glance_here(text, at, "Dr") ? UG_GLANCE_TITLE : 0;
	}
	return said ? UG_GLANCE_SAID : 0;
}

/* Skip the marks that a run may start with. */
static size_t
glance_marks(struct ug_text text, size_t at)
{
	while (at < text.len && ((unsigned char)text.s[at] >= 0x80 ||
	    memchr("\"'([", text.s[at], 4) != NULL))
		at++;
	return at;
}

/* All that can be seen at a blank. */
static unsigned
glance_blank(struct ug_text text, size_t blank)
{
	const size_t run = glance_marks(text, blank + 1);
	const unsigned cues = glance_around(text, blank) |
	    glance_run(text, blank + 1);

	return run == blank + 1 ? cues :
	    cues | (glance_run(text, run) & UG_GLANCE_TITLE);
}

/* Whether words are copies of those before; `like` is of a trace. */
static bool
glance_again(struct ug_text text, size_t blank, uint64_t like)
{
	size_t first = blank;

	for (; like != 0; like >>= 8) {
		do {
			if (first-- == 0)
				return false;
		} while (text.s[first] != ' ');
		if ((like & 0x80) != 0 && ug_copy_again(text, first, blank))
			return true;
	}
	return false;
}

/* The blanks of a block, a bit each; the upper bits of *wide gather its bytes. */
static inline uint64_t
glance_blanks(const char *s, uint64_t *wide)
{
	uint64_t blanks = 0;

	for (unsigned i = 0; i < BLOCK / 8; i++) {
		const uint64_t bytes = ug_letters_load(s + 8 * i);

		*wide |= bytes;
		blanks |= ((ug_letters_zero(bytes ^ UG_EACH_BYTE * ' ') >> 7) *
		    UINT64_C(0x0102040810204080) >> 56) << 8 * i;
	}
	return blanks;
}

/* What the blanks of the block at `s`, which is text.s[at..], tell. */
static inline unsigned
glance_block(struct ug_text text, size_t at, const char *s, uint64_t blanks,
    struct ug_trace *trace)
{
	unsigned cues = 0;

	for (; blanks != 0; blanks &= blanks - 1) {
		const unsigned i = ug_letters_lowest(blanks);
		const unsigned char *const blank =
		    (const unsigned char *)s + i;
		const unsigned due = glance_before[blank[-1]] &
		    glance_first[blank[1]] & glance_second[blank[2]] &
		    glance_third[blank[3]];
		const uint64_t like = ug_trace_add(trace, blank[-1], blank[1]);

		if ((like | due) == 0)
			continue;
		if (due != 0)
			cues |= glance_blank(text, at + i);
		if (like != 0 && glance_again(text, at + i, like))
			cues |= UG_GLANCE_COPY;
	}
	return cues;
}

/* The bytes of text from `at` on, one before and AHEAD behind a block. */
static inline const char *
glance_window(struct ug_text text, size_t at, char *rest)
{
	size_t n = text.len - at;

	if (at > 0 && n >= BLOCK + AHEAD)
		return text.s + at;
	n = n < BLOCK + AHEAD ? n : BLOCK + AHEAD;
	memset(rest, 0, 1 + BLOCK + AHEAD);
	if (at > 0)
		rest[0] = text.s[at - 1];
	memcpy(rest + 1, text.s + at, n);
	return rest + 1;
}

unsigned
ug_glance(struct ug_text text)
{
	struct ug_trace trace = { 0 };
	char rest[1 + BLOCK + AHEAD];
	uint64_t wide = 0;
	unsigned cues = glance_run(text, glance_marks(text, 0)) & UG_GLANCE_TITLE;

	for (size_t at = 0; at < text.len; at += BLOCK) {
		const char *const s = glance_window(text, at, rest);
		const uint64_t blanks = glance_blanks(s, &wide);

		cues |= glance_block(text, at, s, blanks, &trace);
	}
	if ((wide & UG_EACH_BYTE * 0x80) != 0)
		cues |= UG_GLANCE_WIDE;
	if (text.len > 0 && memchr(text.s, '"', text.len) != NULL)
		cues |= UG_GLANCE_QUOTE;
	if (text.len > 0 && memchr(text.s, '\'', text.len) != NULL)
		cues |= UG_GLANCE_APOSTROPHE;
	return cues;
}
