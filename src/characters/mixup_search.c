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

#include "mixup_sift.h"

/* By hand; costs as of ug_pair_cost(). */
#define KNOWN     60   /* each time that a stream had twice as many cases */
#define KNOWN_MAX 500  /* in all */
#define RARE      200  /* texts that are not looked for in East Asia */
#define RIVALS    1000 /* behind the best are not looked at */
#define FIRST     24   /* characters that tell most of what a line is not */

struct search {
	const struct ug_scope *scope;
	const struct ug_mixup_line *line;
	struct ug_mixup_bytes *bytes;
	struct ug_mixup_reading reading;
	uint64_t hash_best;  /* of the best reading so far */
	struct ug_mixup_sift sift;
	uint64_t met[UG_READERS]; /* hashes of bytes that were looked at */
	size_t n_met;
	uint64_t sifted;     /* readers of single bytes that were looked at, */
	uint64_t none;       /* and of which nothing is worth a try */
	uint64_t texts;      /* worth a try with the reader at hand */
	size_t n_first;      /* words that tell most of what it is not */
	struct ug_mixup_bound bound;
};

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
	err = ug_mixup_bound(line, scope->scratch, &s->bound);
	if (err == UNGARBLE_OK)
		err = ug_mixup_sift_new(scope, bytes, &s->bound, &s->sift);
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

	if ((s->texts >> t & 1) == 0 || text->encoding == reader->encoding)
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
text_dear(const struct search *s, const struct ug_coding *reader, size_t t,
    int most)
{
	const struct ug_coding *const text = &s->scope->codings->texts[t];

	most += UG_MIXUP_UNSURE;
	if (reader->reader < 0 || text->encoding->kind != UG_SINGLE_BYTE)
		return false;
	return ((!s->sift.exact || s->scope->memory != NULL) &&
	    ug_mixup_dear(&s->bound, reader, text, most)) ||
	    (text->region <= UG_IN_VIETNAM && s->sift.pairs != NULL &&
	    ug_mixup_sift_dear(&s->sift, t, most));
}

/* Try all that the bytes may be text of. */
static void
search_texts(struct search *s, size_t reader, int *limit,
    struct ug_mixup *found)
{
	for (size_t t = 0; t < s->scope->codings->n_texts &&
	    s->texts >> t != 0; t++) {
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
		if (text_dear(s, &s->bytes->reader, t,
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
		if ((s->sifted >> r & 1) != 0 &&
		    look[readers[r].reader] == look[readers[number].reader])
			return true;
	return false;
}

/* Of what was turned into bytes, by a reader of East Asia, leave out texts. */
static void
search_sift(struct search *s, int limit)
{
	if (s->sift.pairs != NULL && !s->bytes->lost && s->texts != 0)
		s->texts &= ug_mixup_walk_wide(&s->sift, limit);
}

/* The texts that the first words may be of, as a reader of East Asia has it. */
static uint64_t
search_first(struct search *s, const struct ug_coding *reader)
{
	const struct ug_codings *const codings = s->scope->codings;
	uint64_t texts = 0;

	s->texts = ~(uint64_t)0;
	if (!ug_mixup_turn_first(s->bytes, reader, s->n_first))
		return 0;
	search_sift(s, INT_MAX);
	for (size_t t = 0; t < codings->n_texts && s->texts >> t != 0; t++) {
		const struct ug_coding *const text = &codings->texts[t];

		if (text_possible(s, reader, t) &&
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

	if (ug_mixup_few(s->bytes, reader))
		return false;
	if (reader->reader < 0) {
		s->texts = search_first(s, reader);
		return s->texts != 0 && ug_mixup_turn(s->bytes, reader);
	}
	if (reader_met(s, number))
		return false;
	s->texts = ug_mixup_sift_texts(&s->sift, reader, limit);
	s->sifted |= (uint64_t)1 << number;
	s->none |= (uint64_t)(s->texts == 0) << number;
	return s->texts != 0 && ug_mixup_turn(s->bytes, reader);
}

/* Are the bytes some that were looked at?  They are from now on. */
static bool
bytes_met(struct search *s)
{
	for (size_t m = 0; m < s->n_met; m++)
		if (s->met[m] == s->bytes->hash)
			return true;
	s->met[s->n_met++] = s->bytes->hash;
	return false;
}

/*
 * Might bytes of a reader of East Asia be those of one that was not worth a try
 * in single bytes?  Then they are not here.
 */
static bool
bytes_none(struct search *s)
{
	const struct ug_codings *const codings = s->scope->codings;
	const struct ug_coding reader = s->bytes->reader;
	const uint64_t hash = s->bytes->hash;
	bool none = false;

	if (reader.reader >= 0 || s->bytes->wide)
		return false;
	for (size_t r = 0; r < codings->n_readers && !none; r++)
		none = (s->none >> r & 1) != 0 && ug_mixup_turn(s->bytes,
		    &codings->readers[r]) && s->bytes->hash == hash;
	return none || !ug_mixup_turn(s->bytes, &reader);
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
	const int known = scope->memory != NULL ? KNOWN_MAX + KNOWN : 0;
	struct search s;
	enum ungarble_err err = search_new(&s, scope, bytes);

	*found = (struct ug_mixup){ .cost = INT_MAX, .rival = INT_MAX };
	if (err != UNGARBLE_OK)
		return err;
	for (size_t r = 0; r < codings->n_readers; r++) {
		if (!search_turn(&s, r, limit + known) || bytes_met(&s) ||
		    bytes_none(&s))
			continue;
		if (codings->readers[r].reader < 0)
			search_sift(&s, limit + known);
		search_texts(&s, r, &limit, found);
	}
	if (found->cost != INT_MAX && search_table(&s))
		found->cost = INT_MAX;
	return scope->plain != NULL && scope->plain->no_memory ?
	    UNGARBLE_ENOMEM : UNGARBLE_OK;
}
