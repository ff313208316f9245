/*
 * plain.c - is a line plainly text of some language?
 *
 * To look for what a line may have been takes long, and most lines are what
 * they look like.  One is plain if it has none but the letters and signs of the
 * language that it reads like, as they follow one another there:
 *
 *	"Die Tür ist offen."      plain, in German
 *	"Die T", U+00FB, "r ..."  not: it reads like German, that has no such
 *	                          letter
 *
 * Languages that it reads like almost as much must have them, too.  What is not
 * plain may well be clean: it is looked at closely, as if nobody had asked.
 */
#include "plain.h"

#include <stddef.h>
#include <string.h>

#include "base/letters.h"
#include "mixup_pairs.h"
#include "plain_walk.h"

/* By hand; costs as of ug_pair_cost(). */
#define NEAR  5    /* units that languages are alike by */
#define LEAST 8    /* bytes that tell */
#define SOME  4    /* characters of which one is not ASCII, but in Latin */

/* What is asked of a line by itself, and where its language is known. */
static const struct ask {
	int mean;       /* what characters may cost on average, */
	int mean_latin; /* in Latin letters, */
	int mean_odd;   /* and so much less where letters are odd */
	int least_odd;  /* characters where letters may be odd, */
	int per_odd;    /* once, and once in so many */
} asks[] = { { 400, 330, 30, 20, 50 }, { 470, 400, 0, 8, 20 } };

/* What was seen of a line. */
struct look {
	unsigned n_quotes, n_left, n_right;
	bool tight;             /* a guillemet stands at a letter */
	uint32_t n_all;         /* characters of parts that were judged, */
	bool sure;              /* each by itself; */
	size_t language;        /* and what the last one reads like */
	struct ug_plain_seen seen; /* of the part at hand, but what is
	                         * beyond ASCII: of all */
	struct ug_text part;    /* it, which stands */
	unsigned before;        /* behind the character of that number */
	uint64_t near;          /* languages that it reads like */
	int units[UG_PLAIN_LANGUAGES]; /* what it costs, as in rows */
	uint16_t odd[UG_PLAIN_LANGUAGES]; /* times that two are odd in it */
};

void
ug_plain_free(struct ug_plain *plain)
{
	for (size_t i = 0; i < UG_N_SCRIPTS; i++)
		ug_plain_rows_free(plain->rows[i], plain->alloc);
	ug_mixup_pairs_free(plain->pairs);
	ug_release(plain->alloc, plain->east);
}

/* The kind of the i-th character back. */
static unsigned
kind_back(const struct ug_plain_rows *r, const struct look *look, unsigned i)
{
	return r->kind[look->seen.numbers >> 16 * i & 0xFFFF];
}

/* May an apostrophe be left out for a vowel there? */
static bool
apostrophe_good(const struct ug_plain_rows *r, const struct look *look,
    unsigned behind)
{
	const unsigned before = kind_back(r, look, 1);
	const unsigned second = kind_back(r, look, 2);

	if (r->script != UG_LATIN || (before & behind & UG_PLAIN_LETTER) == 0)
		return false;
	if ((behind & UG_PLAIN_CLIPPED) != 0)
		return true;
	return (second & UG_PLAIN_LETTER) == 0 ?
	    (before & UG_PLAIN_ELIDED) != 0 : (before & UG_PLAIN_U) != 0 &&
	    (kind_back(r, look, 3) & UG_PLAIN_LETTER) == 0;
}

/* May the sign that was last stand between what is before and behind it? */
static bool
sign_good(const struct ug_plain_rows *r, const struct look *look,
    unsigned behind)
{
	const unsigned sign = kind_back(r, look, 0);
	const unsigned before = kind_back(r, look, 1);

	if ((sign & UG_PLAIN_APOSTROPHE) != 0)
		return apostrophe_good(r, look, behind);
	if ((sign & UG_PLAIN_INVERTED) != 0)
		return (before & UG_PLAIN_LETTER) == 0 &&
		    (behind & UG_PLAIN_LETTER) != 0;
	if ((sign & UG_PLAIN_DASH) != 0)
		return ((before | behind) & UG_PLAIN_LETTER) == 0;
	if ((sign & UG_PLAIN_NBSP) != 0)
		return ((before | behind) & UG_PLAIN_SPACE) == 0 &&
		    (before & behind & UG_PLAIN_LETTER) == 0;
	/* Guillemets may stand between spaces. */
	return (before & UG_PLAIN_QUOTE) == 0 &&
	    (before & behind & (UG_PLAIN_LETTER |
	    ((sign & (UG_PLAIN_LEFT | UG_PLAIN_RIGHT)) == 0 ? UG_PLAIN_SPACE :
	    0))) == 0;
}

static void
part_start(struct look *look, const char *start)
{
	look->seen = (struct ug_plain_seen){ .numbers = look->seen.numbers,
		.good = ~(uint64_t)0, .beyond = look->seen.beyond };
	look->part = (struct ug_text){ start, 0 };
	look->before = look->seen.numbers & 0xFFFF;
}

/* Count where characters of the part are odd. */
static void
part_count_odd(struct ug_plain *plain, struct ug_plain_rows *r,
    struct look *look)
{
	unsigned last = look->before;

	memset(look->odd, 0, sizeof(look->odd));
	for (size_t at = 0; at < look->part.len; ) {
		const unsigned next = r->of[ug_text_next(look->part, &at)];
		const unsigned place = r->at[last][next];
		const struct ug_plain_row *const row = place != 0 ?
		    ug_plain_row(r, place) : ug_plain_row_of(plain, r, last,
		    next);
		/* None is no memory: then it does not matter what is plain. */
		uint64_t odd = row == NULL ? 0 : row->odd & look->seen.odd;

		for (; odd != 0; odd &= odd - 1)
			look->odd[ug_letters_lowest(odd)]++;
		last = next;
	}
}

/* See what the part reads like. */
static void
part_compare(const struct ug_plain_rows *r, struct look *look)
{
	int least = INT32_MAX;
	size_t best = 0;

	ug_plain_sum_gather(&look->seen.sum);
	ug_plain_sum_units_all(&look->seen.sum, r->n, look->units);
	for (size_t l = 0; l < r->n; l++)
		if (look->units[l] < least) {
			least = look->units[l];
			best = l;
		}
	look->language = r->first + best;
	look->near = 0;
	for (size_t l = 0; l < r->n; l++)
		if (look->units[l] <= least + NEAR)
			look->near |= (uint64_t)1 << l;
}

/*
 * See what the part, which ends at line.s[end], reads like, and count what is
 * odd if it is so in some language that it reads like.
 */
static void
part_read(struct ug_plain *plain, struct ug_plain_rows *r, struct look *look,
    struct ug_text line, size_t end)
{
	part_compare(r, look);
	look->seen.odd &= look->near;
	look->part.len = (size_t)(line.s + end - look->part.s);
	if (look->seen.odd != 0)
		part_count_odd(plain, r, look);
}

/* Is what was seen of the part plain in a language? */
static bool
part_good_in(const struct ug_plain_rows *r, const struct look *look,
    const struct ask *ask, size_t l)
{
	const struct ug_plain_seen *const seen = &look->seen;
	const int odd = (seen->odd >> l & 1) != 0 ? look->odd[l] : 0;
	const int mean = (r->script == UG_LATIN ? ask->mean_latin :
	    ask->mean) - (odd > 0 ? ask->mean_odd : 0);

	return (seen->good >> l & 1) != 0 &&
	    (odd == 0 || (seen->n >= ask->least_odd &&
	    odd <= 1 + seen->n / ask->per_odd)) &&
	    seen->sum.common + look->units[l] * UG_PLAIN_UNIT <= seen->n * mean;
}

/* Is it in the language that it reads like, and in those that are near? */
static bool
part_good(const struct ug_plain_rows *r, const struct look *look,
    const struct ask *ask)
{
	for (uint64_t near = look->near; near != 0; near &= near - 1)
		if (!part_good_in(r, look, ask, ug_letters_lowest(near)))
			return false;
	return true;
}

/*
 * May a quotation start in a line before, or end in a later one?  Letters that
 * were guillemets once are those of words.
 */
static bool
quote_goes_on(const struct ug_plain *plain, const struct ug_plain_rows *r,
    const struct look *look, bool alone)
{
	return ug_plain_knows(plain, look->language, alone) &&
	    (r->script != UG_LATIN || !look->tight);
}

/* Is the part plain, by itself or in a language that is known? */
static bool
part_plain(struct ug_plain *plain, struct ug_plain_rows *r, struct look *look,
    struct ug_text line, size_t end, bool alone)
{
	look->n_all += (uint32_t)look->seen.n;
	part_read(plain, r, look, line, end);
	if (part_good(r, look, &asks[0]))
		return true;
	look->sure = false;
	return ug_plain_knows(plain, look->language, alone) &&
	    part_good(r, look, &asks[1]);
}

/* Take a sign beyond ASCII, or what stands behind one. */
static bool
look_sign(const struct ug_plain_rows *r, struct look *look, unsigned kind)
{
	const unsigned last = kind_back(r, look, 0);
	const unsigned guillemet = UG_PLAIN_LEFT | UG_PLAIN_RIGHT;

	look->n_quotes += (kind & UG_PLAIN_QUOTE) != 0 &&
	    (kind & guillemet) == 0;
	look->n_left += (kind & UG_PLAIN_LEFT) != 0;
	look->n_right += (kind & UG_PLAIN_RIGHT) != 0;
	look->tight |= ((kind | last) & guillemet) != 0 &&
	    ((kind | last) & UG_PLAIN_LETTER) != 0;
	return (last & UG_PLAIN_SIGN) == 0 || sign_good(r, look, kind);
}

/* Take the next character.  False: the line is not plain. */
static bool
look_on(struct ug_plain *plain, struct ug_plain_rows *r, struct look *look,
    unsigned next)
{
	struct ug_plain_seen *const seen = &look->seen;
	const unsigned last = seen->numbers & 0xFFFF;
	const struct ug_plain_row *const row = next == 0 ? NULL :
	    ug_plain_row_of(plain, r, last, next);

	if (row == NULL)
		return false;
	seen->good &= row->good;
	if (seen->good == 0 || (((r->kind[last] | r->kind[next]) &
	    UG_PLAIN_SIGN) != 0 && !look_sign(r, look, r->kind[next])))
		return false;
	seen->odd |= row->odd;
	seen->n++;
	seen->beyond += r->chars[next] >= 0x80;
	ug_plain_sum_add(&seen->sum, row);
	seen->numbers = seen->numbers << 16 | next;
	return true;
}

/* The best way to walk that there is. */
static const struct ug_plain_way *
plain_way(void)
{
	const struct ug_plain_way *const *way = ug_plain_ways;

	while (!(*way)->there())
		way++;
	return *way;
}

/* A letter of Greek in Italian is none.  (E grave was read as Phi.) */
static bool
script_leads(const struct ug_plain_rows *r, const struct look *look)
{
	return r->script == UG_LATIN || look->seen.beyond >= look->n_all / SOME;
}

/* Take the characters of the line.  False: it is not plain. */
static bool
line_look(struct ug_plain *plain, struct ug_plain_rows *r, struct look *look,
    struct ug_text line, bool alone)
{
	const struct ug_plain_way *const way = plain_way();
	size_t at = 0;

	if (ug_plain_rows_look(r, line.len, plain->alloc) != UNGARBLE_OK) {
		plain->no_memory = true;
		return false;
	}
	while (at < line.len) {
		unsigned next = UG_PLAIN_SIGN;

		if (r->starts != NULL)
			at = way->walk(r, &look->seen, line, at);
		if (look->seen.good == 0)
			return false;
		/* The next one is not simple, nor one behind a sign. */
		while (at < line.len && look->seen.n < UG_PLAIN_PART &&
		    (next & UG_PLAIN_SIGN) != 0) {
			const uint32_t c = ug_text_next(line, &at);

			if (!look_on(plain, r, look, c > UG_PLAIN_LAST ? 0 :
			    r->of[c]))
				return false;
			next = kind_back(r, look, 0);
		}
		if (look->seen.n == UG_PLAIN_PART) {
			if (!part_plain(plain, r, look, line, at, alone))
				return false;
			part_start(look, line.s + at);
		}
	}
	return look_on(plain, r, look, UG_PLAIN_BLANK);
}

static bool
plain_in(struct ug_plain *plain, struct ug_plain_rows *r, struct ug_text line,
    bool alone)
{
	struct look look;

	if (line.len < LEAST)
		return false;
	memset(&look, 0, offsetof(struct look, units));
	look.seen.numbers = UG_PLAIN_BLANK;
	look.sure = true;
	part_start(&look, line.s);
	if (!line_look(plain, r, &look, line, alone) ||
	    look.n_quotes % 2 != 0 ||
	    !part_plain(plain, r, &look, line, line.len, alone) ||
	    (look.n_left != look.n_right && !quote_goes_on(plain, r, &look,
	    alone)) || !script_leads(r, &look))
		return false;
	if (!alone && look.sure && look.n_left == look.n_right)
		plain->now[look.language] += look.n_all;
	return true;
}

/* The script of the first letter beyond ASCII; of none: Latin. */
static unsigned
line_script(struct ug_text line)
{
	size_t at = ug_text_ascii(line);

	while (at < line.len) {
		const struct ug_glyph glyph = ug_glyph_of(ug_text_next(line,
		    &at));

		if (ug_glyph_is_letter(glyph))
			return glyph.script;
		at += ug_text_ascii(ug_text_part(line, at, line.len - at));
	}
	return UG_LATIN;
}

enum ungarble_err
ug_plain_is(struct ug_plain *plain, struct ug_text line, bool alone, bool *is)
{
	const unsigned script = line_script(line);
	struct ug_plain_rows *const rows = script == UG_CJK ? NULL :
	    ug_plain_rows_of(plain, script);

	*is = script == UG_CJK ? ug_plain_east(plain, line) :
	    rows != NULL && plain_in(plain, rows, line, alone);
	return plain->no_memory ? UNGARBLE_ENOMEM : UNGARBLE_OK;
}
