/*
 * mojibake_read_test.c - the best reading of a line is the best of all
 *
 * Each stretch of sequences is read in every way that there is, decoded or kept
 * one by one; none must cost less than the one that was chosen.
 */
#include "base/least.h"
#include "characters/mojibake_reading.h"
#include "mojibake_drawn.h"

#define LINES    400
#define MOST     10  /* sequences of a stretch: more are too many ways */
#define W(name)  UG_MOJIBAKE_W(name)

static size_t n_read, n_mixed, n_kept, n_weak, n_least;

/* What is read, and how. */
struct how {
	const struct ug_mojibake_line *line;
	unsigned encoding;
	size_t language;
	bool weak;
	size_t end;  /* of the whole sequence that was read last */
};

/* Sequences that follow one another, and what each is decoded to. */
struct stretch {
	size_t n, at[MOST + 1]; /* the unit behind is the last */
	struct ug_mojibake_fork first;
	struct ug_mojibake_sequence sequences[MOST];
	int leave[MOST];        /* what keeping each costs beside */
};

/* What is expected of a reading. */
struct want {
	struct ug_mojibake_evidence evidence;
	size_t least, n, n_chars;
	bool whole, many;
};

static int
pair_cost(const struct how *how, struct ug_glyph a, struct ug_glyph b)
{
	if (a.class == UG_LOST || b.class == UG_LOST)
		return a.class == UG_LOST ? W(AFTER_LOST) : W(LOST);
	return how->language == UG_MOJIBAKE_ANY ? ug_pair_least(a, b) :
	    ug_pair_cost(how->language, a, b);
}

static int
kept_cost(const struct how *how, struct ug_glyph a, struct ug_glyph b)
{
	return UG_MIN(pair_cost(how, a, b), W(ANYTHING));
}

static int
decoded_cost(const struct how *how, struct ug_glyph last, uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);
	const bool drawn = glyph.class == UG_SHAPE && c / 0x100 != 0x29 &&
	    c / 0x100 != 0x2A;
	const int cost = pair_cost(how, last, glyph);

	if (glyph.class == UG_C1)
		return W(LAYER_C1);
	if (ug_mojibake_char(c)->c != 0)
		return UG_MIN(cost, W(LAYER));
	return cost + (!drawn && ug_mojibake_unknown(glyph) ? W(UNKNOWN) : 0);
}

static struct ug_mojibake_sequence
sequence_at(const struct how *how, size_t at)
{
	return ug_mojibake_sequence(how->line, at, how->encoding, how->weak,
	    at == how->end);
}

static struct ug_glyph
glyph_before(const struct how *how, size_t at)
{
	return at == 0 ? UG_GLYPH_EDGE : how->line->units[at - 1].glyph;
}

/* What a path through a stretch costs: a bit for each that is decoded. */
static int
path_cost(const struct how *how, const struct stretch *s, unsigned path)
{
	const int *const cost = how->line->cost;
	struct ug_glyph last = glyph_before(how, s->at[0]);
	bool decoded = false;
	int sum = 0;

	for (size_t i = 0; i <= s->n; i++) {
		const size_t at = s->at[i], to = i < s->n ? s->at[i + 1] :
		    at + 1;
		const int from_kept = cost[to] - cost[at];
		const int from_decoded = cost[to] - cost[at + 1] +
		    kept_cost(how, last, how->line->units[at].glyph);

		if (i < s->n && (path >> i & 1) != 0) {
			sum += (decoded ? 0 : W(START)) + decoded_cost(how,
			    last, s->sequences[i].c) + s->sequences[i].cost;
			last = ug_glyph_of(s->sequences[i].c);
			decoded = true;
			continue;
		}
		/* In another language it may be as if that went before. */
		sum += decoded ? from_decoded : i == 0 && (how->language ==
		    UG_MOJIBAKE_ANY || how->language != how->line->spoken) ?
		    UG_MIN(from_kept, from_decoded + W(START)) : from_kept;
		sum += i < s->n ? s->leave[i] : 0;
		last = how->line->units[to - 1].glyph;
		decoded = false;
	}
	return sum;
}

/* What keeping a sequence costs beside, which may follow another. */
static int
leave_cost(const struct how *how, const struct stretch *s, size_t i)
{
	const struct ug_mojibake_sequence *const it = &s->sequences[i];
	const bool gone = (how->line->gone >> how->encoding & 1) != 0;
	const size_t end = s->at[i] + it->n;
	struct ug_mojibake_sequence next = { .n = 0 };

	if (!how->weak || (it->doubtful && (it->cut || i == 0) && !gone))
		return 0;
	if (end < how->line->n)
		next = sequence_at(how, end);
	return gone || (i > 0 && !s->sequences[i - 1].doubtful) ||
	    (next.n != 0 && !next.doubtful) ? W(KEEP_BETWEEN) : W(KEEP);
}

/* Find the stretch at a unit.  False: there is none, or it is too long. */
static bool
stretch_find(struct how *how, size_t at, struct stretch *s, struct want *want)
{
	struct ug_mojibake_sequence next = sequence_at(how, at);
	const struct ug_mojibake_char *const c = how->line->units[at].bytes;

	*s = (struct stretch){ .first = { .at = at, .c = next.c,
		.glyph = ug_glyph_of(next.c), .sequence = next } };
	if (((c->leads_two | c->leads_more) >> how->encoding & 1) != 0)
		want->whole = want->whole && next.n != 0;
	for (s->at[0] = at; next.n != 0; next = sequence_at(how, at)) {
		want->many = want->many || s->n == MOST || next.twin != 0;
		if (want->many)
			return false;
		s->sequences[s->n] = next;
		at += next.n;
		if (!next.doubtful || s->at[s->n] == how->end)
			how->end = at;
		s->leave[s->n] = leave_cost(how, s, s->n);
		s->at[++s->n] = at;
		want->whole = want->whole && !next.doubtful;
	}
	/* What leads none at its end is in doubt, too. */
	const struct ug_mojibake_char *const end = how->line->units[at].bytes;

	if (s->n > 0 && ((end->leads_two | end->leads_more) >>
	    how->encoding & 1) != 0)
		want->whole = false;
	return s->n > 0;
}

/* The path that a reading took. */
static unsigned
path_of(const struct stretch *s, const struct ug_mojibake_reading *reading)
{
	unsigned path = 0;

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < reading->n; k++)
			path |= (unsigned)(s->at[i] >= reading->runs[k].first &&
			    s->at[i] < reading->runs[k].end) << i;
	return path;
}

/* It must be the best one, or all is kept where nothing is gained. */
static void
stretch_check(const char *text, const struct how *how, const struct stretch *s,
    const struct ug_mojibake_reading *reading, struct want *want)
{
	const struct ug_mojibake_line *const line = how->line;
	const size_t at = s->at[s->n];
	const int stands = line->cost[at + 1] - line->cost[s->at[0]];
	const unsigned path = path_of(s, reading);
	int best[2] = { INT32_MAX, INT32_MAX }, gain;

	for (unsigned i = 0; i >> s->n == 0; i++) {
		int *const its = &best[i >> (s->n - 1) & 1];

		*its = UG_MIN(*its, path_cost(how, s, i));
	}
	gain = stands - UG_MIN(best[0], best[1]) -
	    ug_mojibake_odd(line, how->encoding, s->at[0] - 1, -1) -
	    ug_mojibake_odd(line, how->encoding, at, 1) +
	    ug_mojibake_habit(line, &s->first);
	if (gain > 0 || how->weak)
		CHECK(text, path_cost(how, s, path) ==
		    UG_MIN(best[0], best[1]));
	else
		CHECK(text, path == 0);
	ug_mojibake_evidence_add(&want->evidence, line, &s->first, s->n == 1,
	    gain);
	if (gain > 0 && stands - best[1] > W(OTHER) - W(START))
		want->least += s->n == 1 ? s->sequences[0].n : 1;
	want->n += s->n;
	for (size_t i = 0; i < s->n; i++)
		want->n_chars += path >> i & 1;
	n_kept += path == 0;
	n_mixed += path != 0 && (path + 1) >> s->n == 0;
}

static void
check_read(const char *text, struct how how,
    struct ug_mojibake_reading *reading)
{
	struct want want = { .whole = true };
	struct ug_mojibake_reading tell = { .n = 0 };
	struct stretch s;

	how.end = SIZE_MAX;
	ug_mojibake_read(how.line, how.encoding, how.language, how.weak,
	    reading);
	for (size_t at = 0; at < how.line->n && !want.many; at++)
		if (stretch_find(&how, at, &s, &want)) {
			stretch_check(text, &how, &s, reading, &want);
			at = s.at[s.n];
		}
	if (want.many)
		return;
	ug_mojibake_evidence_tell(&want.evidence, &tell);
	CHECK(text, reading->gains[0] == tell.gains[0] && reading->gains[1] ==
	    tell.gains[1] && reading->roots == tell.roots);
	CHECK(text, reading->gain == reading->gains[
	    ug_mojibake_rank[how.encoding] != 0]);
	CHECK(text, reading->least == want.least);
	CHECK(text, reading->n_chars == want.n_chars && reading->whole ==
	    (want.whole && want.n == want.n_chars));
	n_read++;
	n_weak += how.weak;
	n_least += want.least > 0;
}

/* In the kindest language and in its own, before and after it is known. */
static void
check_line(const char *text)
{
	struct ug_mojibake_line line = line_of(text);
	struct ug_mojibake_reading reading;
	struct how how = { .line = &line };

	CHECK(text, ug_mojibake_reading(&line, &scratch, &reading) ==
	    UNGARBLE_OK);
	for (int spoken = 0; spoken < 2; spoken++) {
		for (how.encoding = 0; how.encoding < UG_MOJIBAKE_MAX;
		    how.encoding++) {
			if ((line.differ >> how.encoding & 1) == 0)
				continue;
			how.language = UG_MOJIBAKE_ANY;
			how.weak = false;
			check_read(text, how, &reading);
			how.language = ug_mojibake_meant(&line, how.encoding);
			check_read(text, how, &reading);
			how.weak = true;
			check_read(text, how, &reading);
		}
		ug_mojibake_speak(&line, ug_mojibake_spoken(&line));
	}
}

/* What starts no sequence is read as it stands. */
static void
check_none(const char *text)
{
	struct ug_arena empty = { .alloc = &ug_alloc_libc };
	const struct ug_mojibake_line line = line_of(text);
	struct ug_mojibake_reading reading;

	CHECK(text, line.n_leads == 0);
	if (CHECK(text, ug_mojibake_reading(&line, &empty, &reading) ==
	    UNGARBLE_OK)) {
		ug_mojibake_read(&line, 0, UG_MOJIBAKE_ANY, true, &reading);
		CHECK(text, reading.n == 0 && reading.n_chars == 0 &&
		    reading.gain == 0 && reading.least == 0 &&
		    !reading.roots && reading.whole);
	}
	ug_arena_free(&empty);
}

int
main(int argc, char *argv[])
{
	struct drawn drawn;

	(void)argc;
	lines_start();
	check_none("");
	check_none("plain words");
	check_none("\u3042");
	if (drawn_start(&drawn))
		for (unsigned i = 0; i < LINES; i++)
			check_line(drawn_text(&drawn, 1 + i % 3, 1 + i % 2));
	printf("%zu readings, %zu weak, %zu stretches kept, %zu in part\n",
	    n_read, n_weak, n_kept, n_mixed);
	CHECK("all kinds", n_read > 4 * LINES && n_weak > LINES &&
	    n_kept > LINES && n_mixed > LINES / 4 && n_least > LINES);
	drawn_end(&drawn);
	lines_end();
	return check_done(argv[0]);
}
