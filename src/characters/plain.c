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

#include <string.h>

#include "base/hash.h"
#include "plain_rows.h"

/* By hand; costs as of ug_pair_cost(). */
#define NEAR  5    /* units that languages are alike by */
#define LEAST 8    /* bytes that tell */
#define PART  2048 /* characters that are judged at once, or some more */
#define SOME  4    /* characters of which one is not ASCII, but in Latin */
#define ENOUGH 2000 /* characters that a language is known by */

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
	uint64_t numbers;       /* of the last four characters, the very last
	                         * lowest */
	unsigned n_quotes, n_left, n_right;
	bool tight;             /* a guillemet stands at a letter */
	size_t beyond;          /* characters that are not ASCII */
	uint32_t n_all;         /* characters of parts that were judged, */
	bool sure;              /* each by itself; */
	size_t language;        /* and what the last one reads like */
	/* Of the part at hand: */
	int n;                  /* characters */
	uint64_t good;          /* languages that write all of it */
	struct ug_plain_sum sum;
	uint16_t odd[UG_PLAIN_LANGUAGES];     /* times that two are odd */
};

void
ug_plain_free(struct ug_plain *plain)
{
	for (size_t i = 0; i < UG_N_SCRIPTS; i++)
		ug_plain_rows_free(plain->rows[i], plain->alloc);
	ug_release(plain->alloc, plain->pairs);
}

/* The kind of the i-th character back. */
static unsigned
kind_back(const struct ug_plain_rows *r, const struct look *look, unsigned i)
{
	return r->kind[look->numbers >> 16 * i & 0xFFFF];
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
part_start(struct look *look)
{
	look->n = 0;
	look->good = ~(uint64_t)0;
	look->sum = (struct ug_plain_sum){ .common = 0 };
	memset(look->odd, 0, sizeof(look->odd));
}

/* Is what was seen of the part plain in a language that it costs so much? */
static bool
part_good_in(const struct ug_plain_rows *r, const struct look *look,
    const struct ask *ask, size_t l, int units)
{
	const int odd = look->odd[l];
	const int mean = (r->script == UG_LATIN ? ask->mean_latin :
	    ask->mean) - (odd > 0 ? ask->mean_odd : 0);

	return (look->good >> l & 1) != 0 &&
	    (odd == 0 || (look->n >= ask->least_odd &&
	    odd <= 1 + look->n / ask->per_odd)) &&
	    look->sum.common + units * UG_PLAIN_UNIT <= look->n * mean;
}

/* Is it in the language that it reads like, and in those that are near? */
static bool
part_good(const struct ug_plain_rows *r, struct look *look,
    const struct ask *ask)
{
	int units[UG_PLAIN_LANGUAGES], least = INT32_MAX;

	ug_plain_sum_gather(&look->sum);
	for (size_t l = 0; l < r->n; l++) {
		units[l] = ug_plain_sum_units(&look->sum, l);
		if (units[l] < least) {
			least = units[l];
			look->language = r->first + l;
		}
	}
	for (size_t l = 0; l < r->n; l++)
		if (units[l] <= least + NEAR &&
		    !part_good_in(r, look, ask, l, units[l]))
			return false;
	return true;
}

static bool
language_known(const struct ug_plain *plain, size_t language, bool alone)
{
	return !alone &&
	    plain->now[language] + plain->before[language] >= ENOUGH;
}

/*
 * May a quotation start in a line before, or end in a later one?  Letters that
 * were guillemets once are those of words.
 */
static bool
quote_goes_on(const struct ug_plain *plain, const struct ug_plain_rows *r,
    const struct look *look, bool alone)
{
	return language_known(plain, look->language, alone) &&
	    (r->script != UG_LATIN || !look->tight);
}

/* Is the part plain, by itself or in a language that is known? */
static bool
part_plain(const struct ug_plain *plain, const struct ug_plain_rows *r,
    struct look *look, bool alone)
{
	look->n_all += (uint32_t)look->n;
	if (part_good(r, look, &asks[0]))
		return true;
	look->sure = false;
	return language_known(plain, look->language, alone) &&
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

static void
look_odd(struct look *look, uint64_t odd)
{
	for (size_t l = 0; odd >> l != 0; l++)
		look->odd[l] = (uint16_t)(look->odd[l] + (odd >> l & 1));
}

/* Take the next character.  False: the line is not plain. */
static bool
look_on(struct ug_plain *plain, struct ug_plain_rows *r, struct look *look,
    unsigned next)
{
	const unsigned last = look->numbers & 0xFFFF;
	const struct ug_plain_row *const row = next == 0 ? NULL :
	    ug_plain_row_of(plain, r, last, next);

	if (row == NULL)
		return false;
	look->good &= row->good;
	if (look->good == 0 || (((r->kind[last] | r->kind[next]) &
	    UG_PLAIN_SIGN) != 0 && !look_sign(r, look, r->kind[next])))
		return false;
	look_odd(look, row->odd);
	look->n++;
	look->beyond += r->chars[next] >= 0x80;
	ug_plain_sum_add(&look->sum, row);
	look->numbers = look->numbers << 16 | next;
	return true;
}

/*
 * Take characters of which nothing is to be said but what they cost, no more
 * than bytes have room for.  Returns where the next one is.
 */
static size_t
look_run(const struct ug_plain_rows *r, struct look *look, struct ug_text line,
    size_t at)
{
	uint64_t few[UG_PLAIN_WORDS] = { 0 }, good = look->good;
	uint64_t numbers = look->numbers;
	int common = 0;
	unsigned n = 0, beyond = 0;

	for (size_t next_at = at; n < UG_PLAIN_FEW && next_at < line.len;
	    at = next_at, n++) {
		const uint32_t c = ug_text_next(line, &next_at);
		const unsigned next = c > UG_PLAIN_LAST ? 0 : r->of[c];
		const unsigned number = r->at[numbers & 0xFFFF][next];
		const struct ug_plain_row *row;

		if (!ug_plain_row_simple(number))
			break;
		row = ug_plain_row(r, number);
		good &= row->good;
		common += row->common;
		ug_plain_units_add(few, row->cost);
		beyond += c >= 0x80;
		numbers = numbers << 16 | next;
	}
	if (look->sum.n_few + n > UG_PLAIN_FEW)
		ug_plain_sum_gather(&look->sum);
	ug_plain_units_add(look->sum.few, few);
	look->sum.n_few += n;
	look->sum.common += common;
	look->n += (int)n;
	look->beyond += beyond;
	look->good = good;
	look->numbers = numbers;
	return at;
}

/* A letter of Greek in Italian is none.  (E grave was read as Phi.) */
static bool
script_leads(const struct ug_plain_rows *r, const struct look *look)
{
	return r->script == UG_LATIN || look->beyond >= look->n_all / SOME;
}

static bool
plain_in(struct ug_plain *plain, struct ug_plain_rows *r, struct ug_text line,
    bool alone)
{
	struct look look = { .numbers = UG_PLAIN_BLANK, .sure = true };
	size_t at = 0;

	part_start(&look);
	while (at < line.len) {
		const size_t from = at;

		at = look_run(r, &look, line, at);
		if (at == from) {
			const uint32_t c = ug_text_next(line, &at);

			if (!look_on(plain, r, &look, c > UG_PLAIN_LAST ? 0 :
			    r->of[c]))
				return false;
		}
		if (look.good == 0)
			return false;
		if (look.n >= PART) {
			if (!part_plain(plain, r, &look, alone))
				return false;
			part_start(&look);
		}
	}
	if (line.len < LEAST || !look_on(plain, r, &look, UG_PLAIN_BLANK) ||
	    look.n_quotes % 2 != 0 || !part_plain(plain, r, &look, alone) ||
	    (look.n_left != look.n_right && !quote_goes_on(plain, r, &look,
	    alone)) || !script_leads(r, &look))
		return false;
	if (!alone && look.sure && look.n_left == look.n_right)
		plain->now[look.language] += look.n_all;
	return true;
}

void
ug_plain_enter(struct ug_plain *plain, uint64_t block)
{
	/* What was held back is of a block that was left. */
	if (plain->block >= block)
		return;
	if (block == plain->block + 1)
		memcpy(plain->before, plain->now, sizeof(plain->before));
	else
		memset(plain->before, 0, sizeof(plain->before));
	memset(plain->now, 0, sizeof(plain->now));
	plain->block = block;
}

uint64_t
ug_plain_state(const struct ug_plain *plain)
{
	uint64_t hash = ug_hash(UG_HASH, plain->block);

	for (size_t i = 0; i < UG_LANGUAGES_MAX; i++)
		hash = ug_hash(ug_hash(hash, plain->now[i]), plain->before[i]);
	return hash;
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

struct ug_plain_rows *
ug_plain_rows_of(struct ug_plain *plain, unsigned script)
{
	if (plain->rows[script] == NULL && ug_plain_rows_new(script,
	    plain->alloc, &plain->rows[script]) != UNGARBLE_OK)
		plain->no_memory = true;
	return plain->rows[script];
}

const struct ug_plain_row *
ug_plain_row_of(struct ug_plain *plain, struct ug_plain_rows *rows, unsigned a,
    unsigned b)
{
	if (rows->at[a][b] == 0 && ug_plain_rows_make(rows, a, b,
	    plain->alloc) != UNGARBLE_OK) {
		plain->no_memory = true;
		return NULL;
	}
	return ug_plain_row(rows, rows->at[a][b]);
}

enum ungarble_err
ug_plain_is(struct ug_plain *plain, struct ug_text line, bool alone, bool *is)
{
	const unsigned script = line_script(line);
	struct ug_plain_rows *const rows = script == UG_CJK ? NULL :
	    ug_plain_rows_of(plain, script);

	*is = script == UG_CJK ? ug_plain_east(line) :
	    rows != NULL && plain_in(plain, rows, line, alone);
	return plain->no_memory ? UNGARBLE_ENOMEM : UNGARBLE_OK;
}
