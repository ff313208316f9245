/*
 * mixup_walk_test.c - the texts that a line is to be read in, at which limit
 *
 * Each is left out below what it costs at least, and no further: that is added
 * up here character by character, without the rows that spare the time.
 */
#include "characters/mixup_sift.h"

#include <limits.h>
#include <string.h>

#include "characters/plain_rows.h"
#include "check.h"
#include "random.h"

#define NEVER  INT_MAX
#define BETTER 6  /* tenths of what odd pairs cost, that they may cost then */
#define TRIED  6  /* limits, of each reader */

static const char *const lines[] = {
	"Der Schlⁿssel fΣllt gew÷hnlich ⁿber die Tⁿrschwelle",
	"Âчера ìû äîëãî ãóëÿëè, №7", "дЕФЙ ЙЗТБМЙ ЧП ДЧПТЕ ДП УБНПЗП",
	"×òÌìÏÂÎçÎÒÃÇÈ¥ºÓ±ßÉ¢²½ÁË", "绢力 坷饶俊 é快府绰 碍啊甫",
	"La le\302\215on Žtait plus compliquŽe que prŽvu", "Ã© a東b é東",
	"“dŽÔ‚Í’©‚Ì”ªŽž‚É‰w‚ð\302\217o‚Ü‚·", "縺繧 aé é縺b 縺",
	"ÌÀÆü¤ÎÄ«¤ÏÁá¤¯µ¯¤\302\255¤Æ³¤¤Ø", "añoañoЖaño/año ñaЖñaña",
	"ﾊﾝaｶｸé ﾂﾅﾐ", "äéìãéí ùéç÷å áçöø", "éa", "Äé", "ƒ¿ƒ–Š¿Žš",
	"aé\302\200é\177Ã a\302\200", "縺a\302\200縺\302\200",
};

static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
static struct ug_plain plain = { .alloc = &ug_alloc_libc };
static struct ug_codings codings;
static size_t n_left, n_never, n_dear;

static struct ug_glyph
glyph_of(uint32_t c)
{
	return c == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(c);
}

/* What a character was in a text; 0: in no text. */
static uint32_t
reread(uint32_t c, const struct ug_coding *reader,
    const struct ug_coding *text, bool *beyond)
{
	const unsigned char *const row = c < 0x80 ? NULL : ug_reader_bytes(c);

	*beyond = row != NULL && row[reader->reader] != 0;
	if (*beyond)
		c = text->encoding->upper[row[reader->reader] - 0x80];
	return c == UG_UNDEFINED || (*beyond && ug_mixup_control(c)) ? 0 : c;
}

/* Are the oddest pairs better by enough? */
static bool
better(const struct ug_mixup_line *line, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	int before = 0, after = 0;

	for (size_t i = 0; i < line->n_oddest; i++) {
		bool beyond;
		const uint32_t a = reread(line->oddest[i].a, reader, text,
		    &beyond);
		const uint32_t b = reread(line->oddest[i].b, reader, text,
		    &beyond);

		if (a == 0 || b == 0)
			return false;
		before += line->oddest[i].cost;
		after += ug_pair_least(glyph_of(a), glyph_of(b));
	}
	return after <= before * BETTER / 10;
}

/* What a line costs at least in a text of single bytes, or NEVER. */
static int
least_single(const struct ug_mixup_line *line,
    const struct ug_mixup_bound *bound, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	int cost = ug_mixup_fixed(bound, text);

	if (text->encoding == reader->encoding || !better(line, reader, text))
		return NEVER;
	for (size_t i = 1; i < line->n_judged; i++) {
		bool x, y;
		const uint32_t a = reread(line->judged[i - 1].c, reader, text,
		    &x);
		const uint32_t b = reread(line->judged[i].c, reader, text, &y);

		if (ug_mixup_again(line->judged, i) ||
		    (line->judged[i - 1].c < 0x80 && line->judged[i].c < 0x80))
			continue;
		/* Beside what changes, what is kept is not known. */
		if ((x && line->judged[i].c >= 0x80 && !y) ||
		    (y && line->judged[i - 1].c >= 0x80 && !x))
			continue;
		if (a == 0 || b == 0)
			return NEVER;
		cost += ug_pair_least(glyph_of(a), glyph_of(b));
	}
	return cost - UG_MIXUP_UNSURE;
}

/* Add what a character costs behind another.  False: no text has it. */
static bool
char_cost(uint32_t c, struct ug_glyph *last, int *cost)
{
	const struct ug_glyph glyph = glyph_of(c);
	const int sign = c < 0x80 ? 0 : ug_mixup_sign(glyph);

	if (c == UG_MALFORMED || (c >= 0x80 && ug_mixup_control(c)) ||
	    sign == INT_MAX)
		return false;
	*cost += sign + ug_pair_least(*last, glyph);
	*last = glyph;
	return true;
}

/* What bytes cost at least, decoded one by one, or NEVER. */
static int
least_wide(const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	int all = 0;

	for (size_t p = 0; p < b->n_pieces; p++) {
		const struct ug_mixup_piece *const piece = &b->pieces[p];
		struct ug_glyph last = piece->starts ? UG_GLYPH_EDGE :
		    ug_glyph_of(b->line->chars[piece->first - 1]);
		size_t step = 0;

		for (size_t at = 0; at < piece->judged_len; ) {
			const struct ug_char c = ug_mixup_next(text,
			    b->bytes + piece->at + at, piece->len - at,
			    false);

			if (!char_cost(c.c, &last, &all) || (c.second != 0 &&
			    !char_cost(c.second, &last, &all)))
				return NEVER;
			at += c.len;
			/* Now and then it is asked what that is so far. */
			if (++step % UG_MIXUP_STEP == 0 &&
			    at < piece->judged_len && all >
			    ug_mixup_slack(b->line, piece, at))
				return NEVER;
		}
	}
	return all;
}

/* The same of single bytes: what stands before a piece is not known. */
static int
least_bytes(const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	int all = 0;

	for (size_t p = 0; p < b->n_pieces; p++) {
		const struct ug_mixup_piece *const piece = &b->pieces[p];
		struct ug_glyph last = UG_GLYPH_EDGE;

		for (size_t at = 0; at < piece->judged_len; ) {
			const unsigned char byte = b->bytes[piece->at + at];
			const uint32_t c = byte < 0x80 ? byte :
			    text->encoding->upper[byte - 0x80];

			if (byte >= 0x80 && (piece->starts ||
			    piece->judged_len > 1) && (c == UG_UNDEFINED ||
			    ug_mixup_control(c)))
				return NEVER;
			if (at > 0 || piece->starts)
				all += ug_pair_least(last, ug_glyph_of(c));
			last = ug_glyph_of(c);
			if (++at % UG_MIXUP_STEP == 0 &&
			    at < piece->judged_len &&
			    all > ug_mixup_slack(b->line, piece, at))
				return NEVER;
		}
	}
	return all;
}

/* The least limit that each text is left at. */
static void
limits_find(struct ug_mixup_bytes *b, const struct ug_mixup_bound *bound,
    const struct ug_coding *reader, int limits[UG_TEXTS_MAX])
{
	const bool single = reader->reader >= 0;

	for (size_t t = 0; t < codings.n_texts; t++) {
		const struct ug_coding *const text = &codings.texts[t];
		const bool wide = text->encoding->kind != UG_SINGLE_BYTE;

		if (single && !wide)
			limits[t] = least_single(b->line, bound, reader, text);
		else if (!wide)
			limits[t] = least_bytes(b, text);
		else
			limits[t] = text->encoding == (single ? &ug_utf8 :
			    reader->encoding) ? NEVER : least_wide(b, text);
		if (limits[t] != NEVER)
			limits[t] += ug_coding_seldom(text, reader) + b->part;
		n_never += limits[t] == NEVER;
		n_left += limits[t] != NEVER;
	}
}

/* What a line of Latin letters costs in the language that is kindest to all. */
static int
least_latin(const struct ug_mixup_bound *bound, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	const struct ug_plain_rows *const rows = ug_plain_rows_of(&plain,
	    UG_LATIN);
	int least = INT_MAX;

	for (size_t l = rows->first; l < rows->first + rows->n; l++) {
		int cost = bound->fixed[l];

		if (*ug_language_code(l) == '\0')
			continue;
		for (size_t i = 0; i < bound->n; i++) {
			bool beyond;
			const uint32_t a = reread(bound->pairs[i].a.c, reader,
			    text, &beyond);
			const uint32_t b = reread(bound->pairs[i].b.c, reader,
			    text, &beyond);

			if (ug_plain_number(rows, a) == 0 ||
			    ug_plain_number(rows, b) == 0)
				return NEVER;
			cost += ug_pair_cost(l, glyph_of(a), glyph_of(b));
		}
		least = cost < least ? cost : least;
	}
	return least;
}

/* Texts that were left need not be read that cost more in any language. */
static void
check_dear(const char *s, struct ug_mixup_sift *sift,
    const struct ug_mixup_bound *bound, const struct ug_coding *reader)
{
	uint64_t texts;

	if (reader->reader < 0)
		return;
	texts = ug_mixup_sift_texts(sift, reader, INT_MAX / 2);
	for (size_t t = 0; t < codings.n_texts; t++) {
		const struct ug_coding *const text = &codings.texts[t];
		int least;

		if ((texts >> t & 1) == 0 || text->encoding->upper == NULL)
			continue;
		least = least_latin(bound, reader, text);
		CHECK(s, !ug_mixup_sift_dear(sift, t, least));
		CHECK(s, ug_mixup_sift_dear(sift, t, least - 1) ==
		    (least != NEVER));
		n_dear += least != NEVER;
	}
}

static void
check_limit(const char *s, struct ug_mixup_sift *sift,
    const struct ug_coding *reader, const int limits[UG_TEXTS_MAX], int limit)
{
	uint64_t want = 0;
	const uint64_t texts = reader->reader >= 0 ?
	    ug_mixup_sift_texts(sift, reader, limit) :
	    ug_mixup_walk_wide(sift, limit);

	for (size_t t = 0; t < codings.n_texts; t++)
		if (limits[t] != NEVER && limits[t] <= limit)
			want |= (uint64_t)1 << t;
	if (!CHECK(s, texts == want))
		fprintf(stderr, "\t%s at %d: %016llx, not %016llx\n",
		    reader->encoding->labels[0], limit,
		    (unsigned long long)texts, (unsigned long long)want);
}

/* Where nothing is looked up, the oddest pairs are to be better. */
static void
check_better(const char *s, const struct ug_mixup_line *line,
    const struct ug_mixup_bytes *bytes, const struct ug_mixup_bound *bound)
{
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings };
	struct ug_mixup_sift sift;

	CHECK(s, ug_mixup_sift_new(&scope, bytes, bound, &sift) ==
	    UNGARBLE_OK);
	for (size_t r = 0; r < codings.n_readers; r++) {
		const struct ug_coding *const reader = &codings.readers[r];
		uint64_t want = codings.wide;

		for (size_t t = 0; t < codings.n_texts &&
		    reader->reader >= 0; t++)
			if (codings.texts[t].encoding->kind ==
			    UG_SINGLE_BYTE && better(line, reader,
			    &codings.texts[t]))
				want |= (uint64_t)1 << t;
		CHECK(s, reader->reader < 0 || ug_mixup_sift_texts(&sift,
		    reader, 0) == want);
	}
}

static void
check_line(const char *s, uint64_t *seed)
{
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings, .plain = &plain };
	struct ug_mixup_line line;
	struct ug_mixup_bytes bytes;
	struct ug_mixup_bound bound;
	struct ug_mixup_sift sift;

	CHECK(s, ug_mixup_line((struct ug_text){ s, strlen(s) }, &plain,
	    &scratch, &line) == UNGARBLE_OK && ug_mixup_bytes(&line, &scratch,
	    &bytes) == UNGARBLE_OK && ug_mixup_bound(&line, &scratch,
	    &bound) == UNGARBLE_OK && ug_mixup_sift_new(&scope, &bytes,
	    &bound, &sift) == UNGARBLE_OK);
	check_better(s, &line, &bytes, &bound);
	for (size_t r = 0; r < codings.n_readers; r++) {
		const struct ug_coding *const reader = &codings.readers[r];
		int limits[UG_TEXTS_MAX];

		if (!ug_mixup_turn(&bytes, reader) || bytes.lost)
			continue;
		limits_find(&bytes, &bound, reader, limits);
		check_limit(s, &sift, reader, limits, INT_MAX / 2);
		check_dear(s, &sift, &bound, reader);
		for (unsigned i = 0; i < TRIED; i++) {
			const int limit = limits[i < 2 ? 4 + i :
			    random_next(seed) % codings.n_texts];

			if (limit == NEVER)
				continue;
			check_limit(s, &sift, reader, limits, limit);
			check_limit(s, &sift, reader, limits, limit - 1);
		}
	}
	ug_arena_reset(&scratch);
}

int
main(int argc, char *argv[])
{
	uint64_t seed = 1;

	(void)argc;
	ug_codings_init(&codings);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		check_line(lines[i], &seed);
	printf("%zu texts left, %zu never, %zu dear\n", n_left, n_never,
	    n_dear);
	CHECK("some are left, some not", n_left > 1000 && n_never > 1000 &&
	    n_dear > 20);
	ug_plain_free(&plain);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
