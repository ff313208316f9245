/*
 * mixup_bytes.c - a line as the bytes that it was read from
 *
 *	U+00CF U+00F0 U+00E8  ->  CF F0 E8, if windows-1252 was the reader
 *
 * Words that hold something beyond ASCII are turned into bytes, stretch by
 * stretch: what the reader does not have is kept as it is.
 */
#include "mixup.h"

#include "base/hash.h"
#include "base/least.h"
#include "mixup_pairs.h"

#define PART_COST  500 /* of what stands beside what was misread */
#define JOINT_COST 600 /* and of each letter that it is kept beside */

static struct ug_mixup_pairs *
line_pairs(const struct ug_mixup_line *line)
{
	return line->plain == NULL ? NULL : line->plain->pairs;
}

/* What the reader has for the i-th character of the line; 0: nothing. */
static inline size_t
char_bytes(const struct ug_mixup_bytes *b, size_t i, unsigned char *bytes)
{
	const int reader = b->reader.reader;
	const uint32_t c = b->line->chars[i];

	if (c < 0x80) {
		*bytes = (unsigned char)c;
		return 1;
	}
	if (reader < 0)
		return ug_mixup_east(line_pairs(b->line), &b->reader, c,
		    bytes);
	*bytes = b->rows[i] == NULL ? 0 : b->rows[i][reader];
	return *bytes != 0;
}

static void
piece_add(struct ug_mixup_bytes *b, size_t first, size_t end, size_t at,
    bool beyond, bool starts)
{
	struct ug_mixup_piece *const piece = &b->pieces[b->n_pieces++];

	*piece = (struct ug_mixup_piece){
		.first = first,
		.end = end,
		.at = at,
		.len = b->n_bytes - at,
		.starts = starts,
		.lost = b->reader.reader < 0 && memchr(b->bytes + at,
		    UG_MIXUP_LOST_BYTE, b->n_bytes - at) != NULL,
	};
	b->lost = b->lost || piece->lost;
	if (!beyond) {
		piece->len = 0;
		b->n_bytes = at;
	}
}

/* A word in pieces that the reader has, or has not. */
static size_t
word_pieces(struct ug_mixup_bytes *b, const struct ug_mixup_word *word)
{
	const uint32_t *const chars = b->line->chars;
	size_t *const byte_at = b->byte_at;
	size_t first = word->first, at = b->n_bytes, beyond = 0, all = 0;
	size_t n = at, longest = 0;
	bool had = true, starts = true;

	for (size_t i = word->first; i < word->end; i++) {
		/* What is written there is of no piece yet. */
		const size_t len = char_bytes(b, i, b->bytes + n);

		if ((len > 0) != had && i > first) {
			b->n_bytes = n;
			piece_add(b, first, i, at, had && beyond > 0, starts);
			starts = false;
			first = i;
			n = at = b->n_bytes;
			beyond = 0;
		}
		had = len > 0;
		byte_at[i] = n;
		n += len;
		longest = UG_MAX(len, longest);
		beyond += len > 0 && chars[i] >= 0x80;
		all += len > 0 && chars[i] >= 0x80;
	}
	b->n_bytes = n;
	b->wide = b->wide || longest > 1;
	piece_add(b, first, word->end, at, had && beyond > 0, starts);
	return all;
}

/* The code of the i-th character of the line, which is of the piece. */
static uint32_t
char_code(const struct ug_mixup_bytes *b, const struct ug_mixup_piece *piece,
    size_t i)
{
	const size_t end = i + 1 < piece->end ? b->byte_at[i + 1] :
	    piece->at + piece->len;
	uint32_t code = 0;

	for (size_t at = b->byte_at[i]; at < end; at++)
		code = code << 8 | b->bytes[at];
	return code;
}

bool
ug_mixup_table(const struct ug_mixup_bytes *b)
{
	struct ug_mixup_order order = { .n = 0 };

	for (size_t p = 0; p < b->n_pieces; p++) {
		const struct ug_mixup_piece *const piece = &b->pieces[p];

		for (size_t i = piece->first; piece->len > 0 &&
		    i < piece->end; i++) {
			const uint32_t code = char_code(b, piece, i);

			if (code >= 0x80)
				ug_mixup_order_add(&order, code);
		}
	}
	return ug_mixup_listed(&order);
}

/* Is it a letter that what stands beside goes with? */
static bool
letter_kept(uint32_t c)
{
	return c >= 0x80 && ug_glyph_is_letter(ug_glyph_of(c)) &&
	    ug_glyph_of(c).script != UG_CJK;
}

/* Is a letter beyond ASCII kept where the pieces p - 1 and p of a word meet? */
static bool
pieces_joined(const struct ug_mixup_bytes *b, size_t p)
{
	const struct ug_mixup_piece *const piece = &b->pieces[p];

	return letter_kept(b->line->chars[piece->len == 0 ? piece->first :
	    piece->first - 1]);
}

/* How much of a piece is of the part of its word that is judged. */
static void
piece_judge(const struct ug_mixup_bytes *b, struct ug_mixup_piece *piece,
    const struct ug_mixup_word *word)
{
	if (word->judged_end >= piece->end)
		piece->judged = piece->end;
	else
		piece->judged = UG_MAX(word->judged_end, piece->first);
	piece->judged_len = piece->len == 0 || piece->judged == piece->first ?
	    0 : piece->judged == piece->end ? piece->len :
	    b->byte_at[piece->judged] - piece->at;
}

/* Are so many of the characters beyond ASCII too few? */
static bool
bytes_few(const struct ug_mixup_bytes *b, size_t beyond)
{
	return beyond == 0 || beyond < b->line->n_beyond / 3;
}

/* Turn the first `n` words: how many characters beyond ASCII are turned. */
static size_t
words_turn(struct ug_mixup_bytes *b, const struct ug_coding *reader, size_t n)
{
	size_t beyond = 0;

	b->reader = *reader;
	b->n_pieces = b->n_bytes = 0;
	b->lost = b->wide = false;
	for (size_t w = 0; w < n; w++) {
		const size_t p = b->n_pieces;

		beyond += word_pieces(b, &b->line->words[w]);
		for (size_t i = p; i < b->n_pieces; i++)
			piece_judge(b, &b->pieces[i], &b->line->words[w]);
	}
	return beyond;
}

/* Is it known beforehand that a reader of single bytes has too little? */
static bool
single_few(const struct ug_mixup_bytes *b, const struct ug_coding *reader)
{
	return reader->reader >= 0 && bytes_few(b, b->had[reader->reader]);
}

bool
ug_mixup_few(const struct ug_mixup_bytes *b, const struct ug_coding *reader)
{
	const struct ug_mixup_line *const line = b->line;
	struct ug_mixup_pairs *const pairs = line_pairs(line);
	unsigned char bytes[UG_ENCODED_MAX];
	size_t beyond = 0;

	if (reader->reader >= 0)
		return single_few(b, reader);
	for (size_t i = 0; i < line->n && bytes_few(b, beyond); i++)
		beyond += line->chars[i] >= 0x80 && ug_mixup_east(pairs,
		    reader, line->chars[i], bytes) > 0;
	return bytes_few(b, beyond);
}

/* Has a reader of single bytes the i-th character of the line? */
static bool
char_had(const struct ug_mixup_bytes *b, size_t i, int reader)
{
	return b->line->chars[i] < 0x80 ||
	    (b->rows[i] != NULL && b->rows[i][reader] != 0);
}

/* Of those it has from there on, is any beyond ASCII? */
static bool
chars_beyond(const struct ug_mixup_bytes *b, size_t i, size_t end, int reader)
{
	for (; i < end && char_had(b, i, reader); i++)
		if (b->line->chars[i] >= 0x80)
			return true;
	return false;
}

int
ug_mixup_part(const struct ug_mixup_bytes *b, const struct ug_coding *reader)
{
	const struct ug_mixup_line *const line = b->line;
	const int number = reader->reader;
	int part = PART_COST;

	if (b->had[number] == line->n_beyond)
		return 0;
	for (size_t w = 0; w < line->n_words; w++) {
		const struct ug_mixup_word *const word = &line->words[w];
		bool had = char_had(b, word->first, number);

		for (size_t i = word->first + 1; i < word->end; i++) {
			const bool was = had;

			had = char_had(b, i, number);
			if (had == was || !letter_kept(line->chars[
			    had ? i - 1 : i]))
				continue;
			if (!had || chars_beyond(b, i, word->end, number))
				part += JOINT_COST;
		}
	}
	return part;
}

bool
ug_mixup_turn_first(struct ug_mixup_bytes *b, const struct ug_coding *reader,
    size_t n)
{
	if (single_few(b, reader))
		return false;
	(void)words_turn(b, reader, n);
	b->part = 0;
	return true;
}

bool
ug_mixup_turn(struct ug_mixup_bytes *b, const struct ug_coding *reader)
{
	size_t beyond;

	if (single_few(b, reader))
		return false;
	beyond = words_turn(b, reader, b->line->n_words);
	b->part = beyond < b->line->n_beyond ? PART_COST : 0;
	for (size_t p = 1; p < b->n_pieces; p++)
		if (!b->pieces[p].starts && pieces_joined(b, p))
			b->part += JOINT_COST;
	if (bytes_few(b, beyond))
		return false;
	b->hash = UG_HASH;
	for (size_t p = 0; p < b->n_pieces; p++)
		b->hash = ug_hash(b->hash, b->pieces[p].first ^
		    b->pieces[p].len << 32);
	for (size_t i = 0; i < b->n_bytes; i++)
		b->hash = ug_hash(b->hash, b->bytes[i]);
	return true;
}

bool
ug_mixup_same(const struct ug_mixup_bytes *b, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	const uint16_t *const upper = text->encoding->upper;

	if (reader->reader < 0 || upper == NULL)
		return false;
	for (size_t i = 0; i < b->line->n; i++) {
		const unsigned byte = b->rows[i] == NULL ? 0 :
		    b->rows[i][reader->reader];

		if (byte != 0 && upper[byte - 0x80] != b->line->chars[i])
			return false;
	}
	return true;
}

/* Look up the characters beyond ASCII, and count those that readers have. */
static void
bytes_look_up(struct ug_mixup_bytes *b)
{
	const size_t n = ug_n_readers();

	for (size_t i = 0; i < b->line->n; i++) {
		const uint32_t c = b->line->chars[i];

		b->rows[i] = c < 0x80 ? NULL : ug_reader_bytes(c);
		for (size_t r = 0; b->rows[i] != NULL && r < n; r++)
			b->had[r] += b->rows[i][r] != 0;
		for (size_t r = 0; b->rows[i] != NULL && r < n; r++)
			b->look[r] = ug_hash(b->look[r], b->rows[i][r]);
	}
}

enum ungarble_err
ug_mixup_bytes(const struct ug_mixup_line *line, struct ug_arena *scratch,
    struct ug_mixup_bytes *b)
{
	*b = (struct ug_mixup_bytes){ .line = line };
	b->pieces = ug_arena_take(scratch, (line->n + 1) * sizeof(*b->pieces));
	b->bytes = ug_arena_take(scratch, (line->n + 1) * UG_ENCODED_MAX);
	b->byte_at = ug_arena_take(scratch, line->n * sizeof(*b->byte_at));
	b->rows = ug_arena_take(scratch, line->n * sizeof(*b->rows));
	if (b->pieces == NULL || b->bytes == NULL || b->byte_at == NULL ||
	    b->rows == NULL)
		return UNGARBLE_ENOMEM;
	bytes_look_up(b);
	return UNGARBLE_OK;
}
