/*
 * glance.c - one quick look at a text: what rules could find anything in it
 *
 * Clean text is to leave fast, so all rules share one walk from blank to blank.
 * The bytes next to a blank mostly tell that there is nothing; a longer look
 * follows where they do not.
 */
#include "glance.h"

#include "trace.h"

#define OVER_MAX 4  /* letters of a word that stands over a mark */
#define BLOCK    64 /* bytes that are looked at together, */
#define AHEAD    8  /* and more that must be there behind them */

#define SECOND(c) (UINT32_C(1) << ((c) & 31))
#define ANY       UINT32_MAX

/* What may follow a byte behind a blank, for a longer look. */
static const uint32_t glance_starts[256] = {
	['a'] = SECOND('d'), ['r'] = SECOND('e'),
	['s'] = SECOND('a') | SECOND(' '), ['t'] = SECOND('o') | SECOND(' '),
	['w'] = SECOND('r') | SECOND('o'), ['D'] = SECOND('r'),
	['I'] = SECOND('m'), ['M'] = SECOND('r') | SECOND('s'),
	['"'] = ANY, ['\''] = ANY, ['('] = ANY, ['['] = ANY, ['-'] = ANY,
	['.'] = ANY, [','] = ANY, [0xE2] = ANY,
};

/* Bytes before a blank and behind it that in one bit agree deserve one, too. */
#define SMALL   1
#define CAPITAL 2

static const unsigned char glance_before[256] = {
	['.'] = SMALL, ['s'] = CAPITAL,
};

#define ROW(c, kind) [c] = kind, [c + 1] = kind, [c + 2] = kind, \
	[c + 3] = kind, [c + 4] = kind, [c + 5] = kind, [c + 6] = kind, \
	[c + 7] = kind, [c + 8] = kind, [c + 9] = kind, [c + 10] = kind, \
	[c + 11] = kind, [c + 12] = kind
#define LETTERS(c, kind) ROW(c, kind), ROW(c + 13, kind)

static const unsigned char glance_behind[256] = {
	LETTERS('a', SMALL), LETTERS('A', CAPITAL),
};

static bool
glance_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Whether a short word stands before the blank and, behind a mark, after it. */
static bool
glance_over(struct ug_text text, size_t blank)
{
	const char *const s = text.s + blank;
	const size_t left = text.len - blank;
	const size_t mark = s[1] == '"' ? 1 : left > 4 &&
	    memcmp(s + 1, "\u201C", 3) == 0 ? 3 : 0;
	size_t n = 0;

	while (mark > 0 && n < OVER_MAX && n < blank &&
	    1 + mark + n < left && s[1 + mark + n] != ' ')
		n++;
	return n > 0 && memcmp(s + 1 + mark, s - n, n) == 0;
}

/* What the bytes on both sides of a blank tell. */
static unsigned
glance_around(struct ug_text text, size_t blank)
{
	const char *const s = text.s + blank;
	const size_t left = text.len - blank;
	const char before = blank > 0 ? s[-1] : ' ';
	unsigned cues = 0;

	if (left < 2)
		return 0;
	if (s[1] == ',' || s[1] == '.' ||
	    (before == '.' && glance_small(s[1])))
		cues |= UG_GLANCE_STOP;
	if (before == 's' && s[1] >= 'A' && s[1] <= 'Z')
		cues |= UG_GLANCE_NAMES;
	if (left >= 3 && blank > 0 && ((before == '.' && glance_small(s[1])) ||
	    (s[1] == '-' && s[2] != ' ') || glance_over(text, blank)))
		cues |= UG_GLANCE_COPY;
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
	case 't':
		if (glance_here(text, at + 1, " "))
			return UG_GLANCE_BLANKED;
		said = glance_here(text, at, "said") ||
		    glance_here(text, at, "told ");
		break;
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

/* Whether a longer look is due at a blank amid a text. */
static inline bool
glance_due(const char *blank)
{
	const unsigned char before = (unsigned char)blank[-1];
	const unsigned char behind = (unsigned char)blank[1];

	return ((glance_starts[behind] >> (blank[2] & 31) & 1) |
	    (glance_before[before] & glance_behind[behind])) != 0;
}

/* What bytes a block has: the blanks, a bit each, and whether others. */
struct glance_block {
	uint64_t blanks, wide, marks;
};

static inline void
glance_read(struct glance_block *block, const char *s)
{
	block->blanks = 0;
	for (unsigned i = 0; i < BLOCK / 8; i++) {
		const uint64_t bytes = ug_letters_load(s + 8 * i);
		const uint64_t blanks = ug_letters_zero(bytes ^
		    UG_EACH_BYTE * ' ');

		/* " and ' differ in two bits. */
		block->wide |= bytes & UG_EACH_BYTE * 0x80;
		block->marks |= ug_letters_zero((bytes & UG_EACH_BYTE * 0xFA) ^
		    UG_EACH_BYTE * '"');
		block->blanks |= ((blanks >> 7) *
		    UINT64_C(0x0102040810204080) >> 56) << 8 * i;
	}
}

/*
 * The blanks, of a block at `s`, at which a longer look is due; *like is set if
 * words behind them start like the ones a few before.
 */
static inline uint64_t
glance_blanks(struct ug_trace *trace, const char *s, uint64_t blanks,
    bool *like)
{
	uint64_t due = 0;

	for (; blanks != 0; blanks &= blanks - 1) {
		const unsigned i = ug_letters_lowest(blanks);

		due |= (uint64_t)glance_due(s + i) << i;
		*like |= ug_trace_add(trace,
		    ug_letters_load(s + i - 1) & UINT64_C(0xFFFFFFFFFF));
	}
	return due;
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
	struct glance_block block = { 0 };
	char rest[1 + BLOCK + AHEAD];
	bool like = false;
	unsigned cues = glance_run(text, glance_marks(text, 0)) & UG_GLANCE_TITLE;

	for (size_t at = 0; at < text.len; at += BLOCK) {
		const char *const s = glance_window(text, at, rest);
		uint64_t due;

		glance_read(&block, s);
		due = glance_blanks(&trace, s, block.blanks, &like);
		for (; due != 0; due &= due - 1)
			cues |= glance_blank(text, at +
			    ug_letters_lowest(due));
	}
	if (like)
		cues |= UG_GLANCE_LIKE;
	if (block.wide != 0)
		cues |= UG_GLANCE_WIDE;
	if (block.marks != 0 && memchr(text.s, '"', text.len) != NULL)
		cues |= UG_GLANCE_QUOTE;
	if (block.marks != 0 && memchr(text.s, '\'', text.len) != NULL)
		cues |= UG_GLANCE_APOSTROPHE;
	return cues;
}
