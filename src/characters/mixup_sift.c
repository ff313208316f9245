/*
 * mixup_sift.c - the encodings that a line need not be read in
 *
 * In single bytes a line is the same characters one for one: the oddest pairs
 * must become better ones, and what all pairs cost at least is added up.  Of
 * several bytes: mixup_walk.c.
 */
#include "mixup_sift.h"

#include "base/letters.h"
#include "plain_rows.h"

/* By hand. */
#define BETTER 6 /* tenths of what they cost is what odd pairs may cost */

/* What stands at the i-th place of the oddest pairs. */
static struct ug_mixup_misread
odd_at(const struct ug_mixup_sift *s, size_t i)
{
	const struct ug_mixup_odd *const odd =
	    &s->bytes->line->oddest[i / 2];

	return (struct ug_mixup_misread){ i % 2 == 0 ? odd->a : odd->b,
		s->odd_rows[i] };
}

/* Are the oddest pairs of the line less odd if it was in `text`? */
static bool
oddest_better(const struct ug_mixup_sift *s, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	int after = 0;

	for (size_t i = 0; i < s->bytes->line->n_oddest; i++) {
		const uint32_t a = ug_mixup_reread(odd_at(s, 2 * i), reader,
		    text);
		const uint32_t b = ug_mixup_reread(odd_at(s, 2 * i + 1),
		    reader, text);

		if (a == UG_UNDEFINED || b == UG_UNDEFINED)
			return false;
		after += ug_pair_least(ug_glyph_of(a), ug_glyph_of(b));
	}
	return after * 10 <= s->odd * BETTER;
}

/* A character as a byte; 0: the reader has none. */
static unsigned
byte_of(struct ug_mixup_misread misread, const struct ug_coding *reader)
{
	return misread.c < 0x80 ? misread.c : misread.row == NULL ? 0 :
	    misread.row[reader->reader];
}

/*
 * The row of a pair.  0: none is known, and it costs *cost at least, whatever
 * the text.
 */
static unsigned
row_of(struct ug_mixup_sift *s, struct ug_mixup_misread a,
    struct ug_mixup_misread b, const struct ug_coding *reader, int *cost)
{
	const unsigned x = byte_of(a, reader), y = byte_of(b, reader);

	*cost = 0;
	if (x != 0 && y != 0 && (x >= 0x80 || y >= 0x80))
		return ug_mixup_pairs_row(s->pairs, x, y);
	if (x < 0x80 && y < 0x80)
		*cost = ug_pair_least(a.c == ' ' ? UG_GLYPH_EDGE :
		    ug_glyph_of(a.c), b.c == ' ' ? UG_GLYPH_EDGE :
		    ug_glyph_of(b.c));
	return 0;
}

/* What a character is in the t-th text, if it has that byte in the reader. */
static struct ug_glyph
glyph_in(const struct ug_mixup_pairs *pairs, unsigned byte, uint32_t c,
    size_t t)
{
	const struct ug_mixup_byte *const beyond = pairs->bytes[byte & 0x7F];

	return byte < 0x80 ? ug_glyph_of(c) : beyond->glyphs[beyond->of[t]];
}

/*
 * Of these texts, those in which one of the oddest pairs costs no more than
 * `most` with what is in costs[], to which it is added.
 */
static uint64_t
texts_within(struct ug_mixup_sift *s, size_t odd,
    const struct ug_coding *reader, uint64_t texts, int *costs, int most)
{
	const struct ug_mixup_misread a = odd_at(s, 2 * odd);
	const struct ug_mixup_misread b = odd_at(s, 2 * odd + 1);
	const unsigned x = byte_of(a, reader), y = byte_of(b, reader);
	int cost;
	const unsigned at = row_of(s, a, b, reader, &cost);
	const struct ug_mixup_row *const row = &s->pairs->rows[at];
	uint64_t within = 0;

	texts &= ~row->none & ~ug_mixup_pairs_none(s->pairs, x) &
	    ~ug_mixup_pairs_none(s->pairs, y);
	for (; texts != 0; texts &= texts - 1) {
		const unsigned t = ug_letters_lowest(texts);

		costs[t] += at != 0 ? row->cost[t] : x < 0x80 && y < 0x80 ?
		    cost : ug_pair_least(glyph_in(s->pairs, x, a.c, t),
		    glyph_in(s->pairs, y, b.c, t));
		if (costs[t] <= most)
			within |= (uint64_t)1 << t;
	}
	return within;
}

/* Of these texts, those that make the oddest pairs better. */
static uint64_t
texts_better(struct ug_mixup_sift *s, const struct ug_coding *reader,
    uint64_t texts)
{
	const int most = s->odd * BETTER / 10;
	int costs[UG_TEXTS_MAX] = { 0 };

	for (size_t i = 0; i < s->bytes->line->n_oddest && texts != 0; i++)
		texts = texts_within(s, i, reader, texts, costs, most);
	return texts;
}

/* Look up the rows of all pairs; returns what the others cost at least. */
static int
rows_look_up(struct ug_mixup_sift *s, const struct ug_coding *reader)
{
	int rest = 0;

	s->exact = true;
	for (size_t i = 0; i < s->bound->n; i++) {
		const struct ug_mixup_pair *const pair = &s->bound->pairs[i];
		int cost;

		s->rows[i] = (uint16_t)row_of(s, pair->a, pair->b, reader,
		    &cost);
		s->both[2 * i] = (unsigned char)byte_of(pair->a, reader);
		s->both[2 * i + 1] = (unsigned char)byte_of(pair->b, reader);
		s->exact = s->exact && (s->rows[i] != 0 || cost != 0);
		rest += cost;
	}
	return rest;
}

/* Does the line cost no more than `most` in the t-th text, as far as known? */
static bool
text_within(const struct ug_mixup_sift *s, size_t t, int most)
{
	int cost = 0;

	for (size_t i = 0; i < s->bound->n && cost <= most; i++) {
		const struct ug_mixup_row *const row =
		    &s->pairs->rows[s->rows[i]];

		if ((row->none >> t & 1) != 0)
			return false;
		cost += row->cost[t];
	}
	return cost <= most;
}

/* Of these texts of single bytes, those that do not cost too much. */
static uint64_t
texts_cheap(struct ug_mixup_sift *s, const struct ug_coding *reader,
    uint64_t texts, int limit)
{
	const int most = limit + UG_MIXUP_UNSURE - rows_look_up(s, reader);
	uint64_t cheap = 0;

	for (; texts != 0; texts &= texts - 1) {
		const unsigned t = ug_letters_lowest(texts);
		const struct ug_coding *const text = &s->codings->texts[t];

		if (text->encoding != reader->encoding && text_within(s, t,
		    most - ug_coding_seldom(text, reader) -
		    ug_mixup_fixed(s->bound, text)))
			cheap |= texts & -texts;
	}
	return cheap;
}

/* The number in rows of a byte in the t-th text, or of what is kept; or 0. */
static unsigned
number_of(const struct ug_plain_rows *rows, const struct ug_mixup_pairs *pairs,
    unsigned byte, uint32_t kept, size_t t)
{
	const struct ug_mixup_byte *const beyond = pairs->bytes[byte & 0x7F];
	const uint32_t c = byte < 0x80 ? kept : beyond->chars[beyond->of[t]];

	return ug_plain_number(rows, c);
}

/* Add up rows of the pairs that change.  False: nobody knows one. */
static bool
pairs_sum(const struct ug_mixup_sift *s, struct ug_plain_rows *rows, size_t t,
    struct ug_plain_sum *sum)
{
	for (size_t i = 0; i < s->bound->n; i++) {
		const struct ug_mixup_pair *const pair = &s->bound->pairs[i];
		const unsigned a = number_of(rows, s->pairs, s->both[2 * i],
		    pair->a.c, t);
		const unsigned b = number_of(rows, s->pairs,
		    s->both[2 * i + 1], pair->b.c, t);
		const struct ug_plain_row *const row = a == 0 || b == 0 ?
		    NULL : rows->at[a][b] != 0 ?
		    ug_plain_row(rows, rows->at[a][b]) :
		    ug_plain_row_of(s->plain, rows, a, b);

		if (row == NULL)
			return false;
		ug_plain_sum_add(sum, row);
	}
	ug_plain_sum_gather(sum);
	return true;
}

bool
ug_mixup_sift_dear(const struct ug_mixup_sift *s, size_t t, int most)
{
	struct ug_plain_rows *const rows = ug_plain_rows_of(s->plain,
	    UG_LATIN);
	struct ug_plain_sum sum = { .common = 0 };

	if (rows == NULL || !pairs_sum(s, rows, t, &sum))
		return false;
	for (size_t l = 0; l < rows->n; l++)
		if (sum.common + s->bound->fixed[rows->first + l] +
		    UG_PLAIN_UNIT * ug_plain_sum_units(&sum, l) <= most)
			return false;
	return true;
}

uint64_t
ug_mixup_sift_texts(struct ug_mixup_sift *s, const struct ug_coding *reader,
    int limit)
{
	uint64_t texts = 0;

	limit -= ug_mixup_part(s->bytes, reader);
	if (s->pairs != NULL) {
		texts = texts_better(s, reader, s->pairs->single);
		if (texts != 0)
			texts = texts_cheap(s, reader, texts, limit);
		return texts | ug_mixup_walk_single(s, reader, limit);
	}
	for (size_t t = 0; t < s->codings->n_texts; t++)
		if (s->codings->texts[t].encoding->kind == UG_SINGLE_BYTE &&
		    oddest_better(s, reader, &s->codings->texts[t]))
			texts |= (uint64_t)1 << t;
	return texts | s->codings->wide;
}

enum ungarble_err
ug_mixup_sift_new(const struct ug_scope *scope,
    const struct ug_mixup_bytes *bytes, const struct ug_mixup_bound *bound,
    struct ug_mixup_sift *s)
{
	const struct ug_mixup_line *const line = bytes->line;
	struct ug_plain *const plain = scope->plain;

	*s = (struct ug_mixup_sift){ .codings = scope->codings,
		.bytes = bytes, .bound = bound };
	for (size_t i = 0; i < 2 * line->n_oddest; i++) {
		const uint32_t c = odd_at(s, i).c;

		s->odd_rows[i] = c < 0x80 ? NULL : ug_reader_bytes(c);
		s->odd += i % 2 == 0 ? line->oddest[i / 2].cost : 0;
	}
	if (plain == NULL)
		return UNGARBLE_OK;
	s->plain = plain;
	s->rows = ug_arena_take(scope->scratch, bound->n * sizeof(*s->rows));
	s->both = ug_arena_take(scope->scratch, bound->n * 2);
	s->codes = ug_arena_take(scope->scratch, line->n);
	/* Each has a character that is judged. */
	s->pieces = ug_arena_take(scope->scratch,
	    line->n_judged * sizeof(*s->pieces));
	if (s->rows == NULL || s->both == NULL || s->codes == NULL ||
	    s->pieces == NULL)
		return UNGARBLE_ENOMEM;
	if (plain->pairs == NULL)
		plain->pairs = ug_mixup_pairs_new(scope->codings,
		    plain->alloc, &plain->no_memory);
	s->pairs = plain->pairs;
	if (s->pairs == NULL)
		return UNGARBLE_ENOMEM;
	ug_mixup_pairs_start(s->pairs);
	for (size_t i = 0; i < line->n; i++)
		s->codes[i] = (unsigned char)line->chars[i];
	return UNGARBLE_OK;
}
