/*
 * mixup_search.c - which encodings was a line written and read in?
 *
 * Whatever was misread can be turned back into bytes by the encoding that it
 * was misread in; if those bytes make text in another one, and likelier text:
 *
 *	U+00CF U+00F0 U+00E8 -> CF F0 E8 in windows-1252 -> При in windows-1251
 *
 * What single-byte encodings make of the oddest pairs of the line is looked at
 * first: few make them better.
 */
#include "mixup.h"

#include <limits.h>

/* By hand; costs as of ug_pair_cost(). */
#define KNOWN     60   /* each time that a stream had twice as many cases */
#define KNOWN_MAX 500  /* in all */
#define RARE      200  /* texts that are not looked for in East Asia */
#define RIVALS    1000 /* behind the best are not looked at */
#define BETTER    6    /* tenths of what they cost is what odd pairs may cost */
#define FIRST     24   /* characters that tell most of what a line is not */
#define UNSURE    300  /* what a line may seem to cost more than it does: its
                        * scripts may differ */

/* Texts that make the oddest pairs better, given their bytes. */
struct hope {
	uint64_t key;   /* the bytes */
	uint64_t texts; /* a bit each */
};

struct search {
	const struct ug_scope *scope;
	const struct ug_mixup_line *line;
	struct ug_mixup_bytes *bytes;
	struct ug_mixup_reading reading;
	uint64_t hash_best;  /* of the best reading so far */
	/* ug_reader_bytes() */
	const unsigned char *odd_rows[2 * UG_MIXUP_ODDEST];
	struct hope hopes[UG_READERS];
	size_t n_hopes;
	uint64_t turned;     /* readers of single bytes that were looked at */
	uint64_t texts;      /* worth a try with the reader at hand */
	size_t n_first;      /* words that tell most of what it is not */
	struct ug_mixup_bound bound;
};

/* Are the oddest pairs of the line less odd if it was in `text`? */
static bool
oddest_better(const struct search *s, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	const struct ug_mixup_line *const line = s->line;
	int before = 0, after = 0;

	for (size_t i = 0; i < line->n_oddest; i++) {
		const struct ug_mixup_odd *const odd = &line->oddest[i];
		const uint32_t a = ug_mixup_reread((struct ug_mixup_misread){
		    odd->a, s->odd_rows[2 * i] }, reader, text);
		const uint32_t b = ug_mixup_reread((struct ug_mixup_misread){
		    odd->b, s->odd_rows[2 * i + 1] }, reader, text);

		if (a == UG_UNDEFINED || b == UG_UNDEFINED)
			return false;
		before += odd->cost;
		after += ug_pair_least(ug_glyph_of(a), ug_glyph_of(b));
	}
	return after * 10 <= before * BETTER;
}

/* The single-byte texts, a bit each, that make the oddest pairs better. */
static uint64_t
search_hopes(struct search *s, const struct ug_coding *reader)
{
	const struct ug_codings *const codings = s->scope->codings;
	uint64_t key = 0, texts = 0;
	size_t i = 0;

	for (; i < 2 * s->line->n_oddest; i++)
		key = key << 8 | (s->odd_rows[i] == NULL ? 0 :
		    s->odd_rows[i][reader->reader]);
	for (i = 0; i < s->n_hopes; i++)
		if (s->hopes[i].key == key)
			return s->hopes[i].texts;
	for (size_t t = 0; t < codings->n_texts; t++)
		if (codings->texts[t].encoding->kind == UG_SINGLE_BYTE &&
		    oddest_better(s, reader, &codings->texts[t]))
			texts |= (uint64_t)1 << t;
	s->hopes[s->n_hopes].key = key;
	s->hopes[s->n_hopes++].texts = texts;
	return texts;
}

/* How many words have the first characters that are judged. */
static size_t
line_first(const struct ug_mixup_line *line)
{
	size_t n = 0;

	for (size_t w = 0; w < line->n_words; w++) {
		const struct ug_mixup_word *const word = &line->words[w];

		n += word->judged_end - word->first;
		if (n >= FIRST)
			return w + 1;
	}
	return line->n_words;
}

static enum ungarble_err
search_new(struct search *s, const struct ug_scope *scope,
    struct ug_mixup_bytes *bytes)
{
	const struct ug_mixup_line *const line = bytes->line;
	enum ungarble_err err;

	*s = (struct search){ .scope = scope, .line = line, .bytes = bytes,
		.n_first = line_first(line) };
	for (size_t i = 0; i < 2 * line->n_oddest; i++) {
		const struct ug_mixup_odd *const odd = &line->oddest[i / 2];
		const uint32_t c = i % 2 == 0 ? odd->a : odd->b;

		s->odd_rows[i] = c < 0x80 ? NULL : ug_reader_bytes(c);
	}
	err = ug_mixup_bound(line, scope->scratch, &s->bound);
	return err != UNGARBLE_OK ? err :
	    ug_mixup_reading(line, scope->scratch, &s->reading);
}

/* What speaks for a mix-up that the stream had sure cases of. */
static int
search_known(const struct search *s, size_t text, size_t reader)
{
	unsigned n = ug_memory_count(s->scope->memory,
	    ug_coding_rule(text, reader), UG_TEXT(""));
	int known = 0;

	for (; n > 0 && known < KNOWN_MAX; n /= 2)
		known += KNOWN;
	return known;
}

/* Can what the reader read have been `text`, given what is known so far? */
static bool
text_possible(const struct search *s, const struct ug_coding *reader, size_t t)
{
	const struct ug_coding *const text = &s->scope->codings->texts[t];
	const bool wide = reader->reader < 0;

	if (text->encoding == reader->encoding || (s->texts >> t & 1) == 0)
		return false;
	if (text->encoding == &ug_utf8)
		return wide;
	return !s->bytes->lost && !(wide && text->seldom > RARE &&
	    text->encoding->kind == UG_SINGLE_BYTE);
}

/*
 * Would `text` be what stands there already?  That costs no less than the line
 * as it stands, and may cost no more than `most`.
 */
static bool
text_idle(const struct search *s, const struct ug_coding *reader, size_t t,
    int most)
{
	return most < s->line->cost && ug_mixup_same(s->bytes, reader,
	    &s->scope->codings->texts[t]);
}

/* Is it sure to cost more than `most` in `text`? */
static bool
text_dear(const struct search *s, const struct ug_coding *reader,
    const struct ug_coding *text, int most)
{
	return reader->reader >= 0 && text->encoding->kind == UG_SINGLE_BYTE &&
	    ug_mixup_dear(&s->bound, reader, text, most + UNSURE,
	    s->scope->plain);
}

/* Try all that the bytes may be text of. */
static void
search_texts(struct search *s, size_t reader, int *limit,
    struct ug_mixup *found)
{
	for (size_t t = 0; t < s->scope->codings->n_texts; t++) {
		const struct ug_coding *const text =
		    &s->scope->codings->texts[t];
		struct ug_mixup its = { .text = t, .reader = reader,
			.rival = INT_MAX };
		int cost;

		if (!text_possible(s, &s->bytes->reader, t))
			continue;
		its.known = search_known(s, t, reader);
		its.cost = ug_coding_seldom(text, &s->bytes->reader) +
		    s->bytes->part - its.known;
		if (text_dear(s, &s->bytes->reader, text,
		    *limit - its.cost) || text_idle(s, &s->bytes->reader, t,
		    *limit - its.cost))
			continue;
		cost = ug_mixup_read(&s->reading, s->bytes, text,
		    *limit - its.cost);
		if (cost == INT_MAX || cost + its.cost > *limit)
			continue;
		its.cost += cost;
		its.n_chars = s->reading.n;
		if (its.cost < found->cost) {
			const bool differs = s->reading.hash != s->hash_best;

			its.rival = differs ? found->cost : found->rival;
			its.rival_text = differs ? found->text :
			    found->rival_text;
			its.rival_reader = differs ? found->reader :
			    found->rival_reader;
			s->hash_best = s->reading.hash;
			*found = its;
			if (its.cost + RIVALS < *limit)
				*limit = its.cost + RIVALS;
		} else if (s->reading.hash != s->hash_best &&
		    its.cost < found->rival) {
			found->rival = its.cost;
			found->rival_text = t;
			found->rival_reader = reader;
		}
	}
}

/* Was a reader looked at that makes the same of the line? */
static bool
reader_met(const struct search *s, size_t number)
{
	const struct ug_coding *const readers = s->scope->codings->readers;
	const uint64_t *const look = s->bytes->look;

	for (size_t r = 0; r < number; r++)
		if ((s->turned >> r & 1) != 0 &&
		    look[readers[r].reader] == look[readers[number].reader])
			return true;
	return false;
}

/* The texts that the first words may be of, as a reader of East Asia has it. */
static uint64_t
search_first(struct search *s, const struct ug_coding *reader, size_t number,
    int limit)
{
	const struct ug_codings *const codings = s->scope->codings;
	uint64_t texts = 0;

	s->texts = ~(uint64_t)0;
	if (!ug_mixup_turn_first(s->bytes, reader, s->n_first))
		return 0;
	for (size_t t = 0; t < codings->n_texts; t++) {
		const struct ug_coding *const text = &codings->texts[t];

		if (text_possible(s, reader, t) &&
		    !text_idle(s, reader, t, limit + search_known(s, t,
		    number) - ug_coding_seldom(text, reader)) &&
		    ug_mixup_read_first(&s->reading, s->bytes, text))
			texts |= (uint64_t)1 << t;
	}
	return texts;
}

/*
 * Turn the line into bytes of a reader.  False: nothing that it may have been
 * in costs so little, the reader has too little of it, or one that makes the
 * same was looked at.
 */
static bool
search_turn(struct search *s, size_t number, int limit)
{
	const struct ug_codings *const codings = s->scope->codings;
	const struct ug_coding *const reader = &codings->readers[number];

	if (reader->reader < 0) {
		s->texts = search_first(s, reader, number, limit);
		return s->texts != 0 && ug_mixup_turn(s->bytes, reader);
	}
	if (reader_met(s, number))
		return false;
	s->texts = search_hopes(s, reader) | codings->wide;
	if (!ug_mixup_turn(s->bytes, reader))
		return false;
	s->turned |= (uint64_t)1 << number;
	return true;
}

/* Is the line, in some reader, a table? */
static bool
search_table(struct search *s)
{
	const struct ug_codings *const codings = s->scope->codings;

	for (size_t r = 0; r < codings->n_readers; r++)
		if (ug_mixup_turn(s->bytes, &codings->readers[r]) &&
		    ug_mixup_table(s->bytes))
			return true;
	return false;
}

enum ungarble_err
ug_mixup_search(const struct ug_scope *scope, struct ug_mixup_bytes *bytes,
    int limit, struct ug_mixup *found)
{
	const struct ug_codings *const codings = scope->codings;
	uint64_t met[UG_READERS];
	size_t n_met = 0;
	struct search s;
	enum ungarble_err err = search_new(&s, scope, bytes);

	*found = (struct ug_mixup){ .cost = INT_MAX, .rival = INT_MAX };
	if (err != UNGARBLE_OK)
		return err;
	for (size_t r = 0; r < codings->n_readers; r++) {
		size_t m = 0;

		if (!search_turn(&s, r, limit))
			continue;
		while (m < n_met && met[m] != s.bytes->hash)
			m++;
		if (m < n_met)
			continue;
		met[n_met++] = s.bytes->hash;
		search_texts(&s, r, &limit, found);
	}
	if (found->cost != INT_MAX && search_table(&s))
		found->cost = INT_MAX;
	return scope->plain != NULL && scope->plain->no_memory ?
	    UNGARBLE_ENOMEM : UNGARBLE_OK;
}
