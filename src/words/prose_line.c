/*
 * prose_line.c - is this line prose?
 *
 * What a spinner never saw must not be read as words: `return value;`,
 * `> mail`, `{"text": "..."}`, tables with tabs.  One line decides for
 * itself, so a cut between lines changes nothing.
 */
#include "prose_line.h"

#include "base/block.h"
#include "base/letters.h"

#define M UG_CLASS_MARK
#define L UG_CLASS_LOWER
#define U UG_CLASS_UPPER
#define D UG_CLASS_DIGIT
#define B UG_CLASS_BLANK
#define N UG_CLASS_LINE
#define H UG_CLASS_HIGH
const uint8_t ug_prose_line_classes[256] = {
	B, B, B, B, B, B, B, B, B, B, N, B, B, N, B, B,
	B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
	B, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
	M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, L,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, B,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef M
#undef L
#undef U
#undef D
#undef B
#undef H
#undef N

bool
ug_prose_line_starts(struct ug_text text, size_t at, const char *word)
{
	size_t i;

	for (i = 0; word[i] != '\0'; i++) {
		if (at + i >= text.len ||
		    ug_ascii_lower(text.s[at + i]) != word[i])
			return false;
	}
	return true;
}

bool
ug_prose_line_finds(struct ug_text text, size_t at, size_t end,
    const char *word)
{
	const char *hit;

	while (at < end &&
	    (hit = memchr(text.s + at, word[0], end - at)) != NULL) {
		at = (size_t)(hit - text.s);
		if (ug_prose_line_starts((struct ug_text){ text.s, end }, at,
		    word))
			return true;
		at++;
	}
	return false;
}

/* 1: letter, 2: sign that prose has few of and code has many, 4: tab. */
static const uint8_t line_kinds[256] = {
	['\t'] = 4,
	['$'] = 2, ['&'] = 2, ['+'] = 2, [';'] = 2, ['<'] = 2, ['='] = 2,
	['>'] = 2, ['@'] = 2, ['['] = 2, ['\\'] = 2, [']'] = 2, ['^'] = 2,
	['_'] = 1, ['{'] = 2, ['|'] = 2, ['}'] = 2, ['~'] = 2,
	['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1,
	['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1,
	['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1,
	['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1,
	['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1,
	['Z'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1,
	['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1,
	['j'] = 1, ['k'] = 1, ['l'] = 1, ['m'] = 1, ['n'] = 1,
	['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1,
	['t'] = 1, ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1,
	['y'] = 1, ['z'] = 1,
	[0xC2] = 1, [0xC3] = 1, [0xC4] = 1, [0xC5] = 1, [0xC6] = 1,
	[0xC7] = 1, [0xC8] = 1, [0xC9] = 1, [0xCA] = 1, [0xCB] = 1,
	[0xCC] = 1, [0xCD] = 1, [0xCE] = 1, [0xCF] = 1, [0xD0] = 1,
	[0xD1] = 1, [0xD2] = 1, [0xD3] = 1, [0xD4] = 1, [0xD5] = 1,
	[0xD6] = 1, [0xD7] = 1, [0xD8] = 1, [0xD9] = 1, [0xDA] = 1,
	[0xDB] = 1, [0xDC] = 1, [0xDD] = 1, [0xDE] = 1, [0xDF] = 1,
	[0xE0] = 1, [0xE1] = 1, [0xE2] = 1, [0xE3] = 1, [0xE4] = 1,
	[0xE5] = 1, [0xE6] = 1, [0xE7] = 1, [0xE8] = 1, [0xE9] = 1,
	[0xEA] = 1, [0xEB] = 1, [0xEC] = 1, [0xED] = 1, [0xEE] = 1,
	[0xEF] = 1, [0xF0] = 1, [0xF1] = 1, [0xF2] = 1, [0xF3] = 1,
	[0xF4] = 1, [0xF5] = 1, [0xF6] = 1, [0xF7] = 1, [0xF8] = 1
};

/* The last byte of the tag at i, which is no sign then; or i. */
static size_t
line_skip_tag(struct ug_text text, size_t i, size_t end, size_t *signs)
{
	const char *close;

	if (i + 1 >= end || (text.s[i + 1] != '/' &&
	    ug_prose_line_class(text.s[i + 1]) != UG_CLASS_LOWER))
		return i;
	close = memchr(text.s + i, '>', end - i);
	if (close == NULL)
		return i;
	--*signs;
	return (size_t)(close - text.s);
}

/* Does a line end as statements do, or is it a string of a program? */
static bool
line_ends_statement(struct ug_text text, size_t at, size_t end)
{
	bool string = text.s[at] == '"' && at > 0 && text.s[at - 1] == '\t';

	if (memchr(";{\\", text.s[end - 1], 3) != NULL)
		return true;
	while (end > at && memchr(",;)", text.s[end - 1], 3) != NULL)
		end--;
	return end - at > 2 && text.s[end - 1] == '"' &&
	    (string || text.s[end - 3] == '\\');
}

/* Those of a lane's bytes that are from a to b. */
static inline ug_lane
line_range(ug_lane lane, char a, char b)
{
	return ug_lane_xor(ug_lane_most(lane, b),
	    ug_lane_most(lane, (char)(a - 1)));
}

/* The upper bit of each byte of a lane that is a sign or a tab. */
static inline ug_lane
line_signs(ug_lane lane)
{
	const ug_lane ranges = ug_lane_or(line_range(lane, ';', '>'),
	    ug_lane_or(line_range(lane, '[', '^'),
	    line_range(lane, '{', '~')));

	return ug_lane_or(ug_lane_or(ranges, ug_lane_equal(lane, '\t')),
	    ug_lane_or(ug_lane_or(ug_lane_equal(lane, '$'),
	    ug_lane_equal(lane, '&')), ug_lane_or(ug_lane_equal(lane, '+'),
	    ug_lane_equal(lane, '@'))));
}

/* How many bits are set: most often none. */
static inline unsigned
line_count(uint64_t bits)
{
	return bits == 0 ? 0 : ug_letters_bits(bits);
}

/* Whether a line has more than two signs or tabs, those of tags too. */
static bool
line_has_signs(struct ug_text text, size_t at, size_t end)
{
	const bool wide = end - at >= UG_LANE;
	unsigned n = 0;

	for (; end - at >= UG_LANE && n <= 2; at += UG_LANE)
		n += line_count(ug_lane_bits(line_signs(
		    ug_lane_load(text.s + at))));
	if (wide && at < end && n <= 2)
		return n + line_count(ug_lane_bits(line_signs(ug_lane_load(
		    text.s + end - UG_LANE))) >> (UG_LANE - (end - at))) > 2;
	for (; at < end && n <= 2; at++)
		n += line_kinds[(unsigned char)text.s[at]] > 1;
	return n > 2;
}

/* Whether a line is a request of roff, in which manuals are: `.It Fl n`. */
static bool
line_is_request(struct ug_text text, size_t at, size_t end)
{
	size_t n = at + 1;

	while (n < end && n < at + 4 &&
	    (line_kinds[(unsigned char)text.s[n]] & 1) != 0)
		n++;
	return text.s[at] == '.' && n > at + 1 && n < at + 4 &&
	    (n == end || text.s[n] == ' ');
}

/* What a line has. */
struct line_counts {
	size_t signs, letters, tabs;
};

/* Count in a block, unless tags or bytes beyond ASCII may be there. */
static bool
line_count_block(struct line_counts *counts, const char *s)
{
	uint64_t signs = 0, letters = 0, tabs = 0, others = 0;

	for (unsigned i = 0; i < UG_BLOCK_BYTES; i += UG_LANE) {
		const ug_lane lane = ug_lane_load(s + i);

		others |= ug_lane_bits(ug_lane_or(lane,
		    ug_lane_equal(lane, '<')));
		letters |= ug_lane_bits(ug_lane_or(ug_lane_letters(lane),
		    ug_lane_equal(lane, '_'))) << i;
		signs |= ug_lane_bits(line_signs(lane)) << i;
		tabs |= ug_lane_bits(ug_lane_equal(lane, '\t')) << i;
	}
	if (others != 0)
		return false;
	counts->letters += ug_letters_bits(letters);
	counts->signs += line_count(signs & ~tabs);
	counts->tabs += line_count(tabs);
	return true;
}

/* Count from text.s[i] on, a block at most but for a tag; returns how far. */
static size_t
line_count_some(struct line_counts *counts, struct ug_text text, size_t i,
    size_t end)
{
	const size_t to = end - i < UG_BLOCK_BYTES ? end : i + UG_BLOCK_BYTES;

	for (; i < to; i++) {
		const unsigned char c = (unsigned char)text.s[i];
		const unsigned kind = line_kinds[c];

		counts->letters += kind & 1;
		counts->signs += kind >> 1 & 1;
		counts->tabs += kind >> 2;
		if (c == '<')
			i = line_skip_tag(text, i, end, &counts->signs);
	}
	return i;
}

/* More than one sign in eight letters is code; tags do not count. */
bool
ug_prose_line_is_code(struct ug_text text, size_t at, size_t end)
{
	struct line_counts counts = { 0, 0, 0 };

	while (at < end && ug_prose_line_class(text.s[at]) == UG_CLASS_BLANK)
		at++;
	while (end > at &&
	    ug_prose_line_class(text.s[end - 1]) == UG_CLASS_BLANK)
		end--;
	if (at == end)
		return false;
	if (text.s[at] == '>' || line_is_request(text, at, end) ||
	    line_ends_statement(text, at, end))
		return true;
	if (end - at > 1 && (text.s[at] == '{' || text.s[at] == '[') &&
	    (text.s[at + 1] == '"' || text.s[at + 1] == '{'))
		return true;
	if (!line_has_signs(text, at, end))
		return false;
	while (at < end)
		if (end - at >= UG_BLOCK_BYTES &&
		    line_count_block(&counts, text.s + at))
			at += UG_BLOCK_BYTES;
		else
			at = line_count_some(&counts, text, at, end);
	return (counts.signs * 8 > counts.letters && counts.signs > 2) ||
	    counts.tabs > 2;
}
