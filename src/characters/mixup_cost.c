/*
 * mixup_cost.c - what characters cost, whichever languages they are in
 *
 * Words of several scripts are of several languages: the letters of each script
 * are read in the language where they cost least, and signs in the language
 * that most letters are of:
 *
 *	U+041F U+0440 U+0438 "PC"   in Russian, and English for two letters
 *
 * Which languages a line leans to is known before: the caller says it.
 *
 * Most readings have Latin letters only, whose costs stand in rows: what these
 * say is the same.
 */
#include "mixup.h"

#include <limits.h>

#include "plain_rows.h"

#define ANOTHER_SCRIPT 500
#define ROWS_MOST      2000 /* that a sum of rows has room for */

static void
tally_chars(struct ug_tally *tally, const struct ug_mixup_char *chars, size_t n)
{
	ug_tally_init(tally);
	for (size_t i = 1; i < n; i++)
		if (!ug_mixup_again(chars, i))
			ug_tally_add(tally, chars[i - 1].glyph,
			    chars[i].glyph, 1);
}

/* Only what signs cost. */
static void
tally_signs(struct ug_tally *tally, const struct ug_mixup_char *chars, size_t n)
{
	ug_tally_init(tally);
	for (size_t i = 1; i < n; i++)
		if (!ug_mixup_again(chars, i) &&
		    chars[i].glyph.script == UG_NO_SCRIPT &&
		    (chars[i].glyph.symbol != chars[i - 1].glyph.symbol ||
		    chars[i].glyph.class != chars[i - 1].glyph.class))
			ug_tally_add(tally, UG_GLYPH_EDGE, chars[i].glyph, 1);
}

/* Of what all costs a language: the letters of its script, and signs. */
static int
letters_cost(const struct ug_tally *tally, int cost, unsigned script)
{
	return cost - tally->common - tally->foreign + tally->known[script];
}

/* The language of each script that costs least, and what it costs. */
static void
scripts_speak(const int *extra, const struct ug_tally *tally,
    struct ug_mixup_tongues *tongues, int least[UG_N_SCRIPTS])
{
	int costs[UG_LANGUAGES_MAX];

	ug_tally_costs(tally, costs);
	for (size_t s = 0; s < UG_N_SCRIPTS; s++)
		least[s] = INT32_MAX;
	for (size_t l = 0; l < ug_n_languages(); l++) {
		unsigned s;
		int cost;

		if (costs[l] == UG_NO_LANGUAGE)
			continue;
		s = ug_language_script(l);
		cost = letters_cost(tally, costs[l], s) + extra[l];
		if (cost < least[s]) {
			least[s] = cost;
			tongues->of[s] = l;
		}
	}
}

/* Are there letters of the script that some language has? */
static bool
script_met(const struct ug_tally *tally, const int *least, unsigned script)
{
	return tally->known[script] > 0 && least[script] < INT32_MAX;
}

/* The script of most letters; *n: of how many there are letters. */
static unsigned
script_main(const struct ug_tally *tally, const int *least, size_t *n)
{
	unsigned most = UG_NO_SCRIPT;

	*n = 0;
	for (unsigned s = 1; s < UG_N_SCRIPTS; s++) {
		if (!script_met(tally, least, s))
			continue;
		++*n;
		if (tally->known[s] > tally->known[most])
			most = s;
	}
	return most;
}

/* The script whose language costs least. */
static unsigned
script_least(const int *least)
{
	unsigned best = UG_NO_SCRIPT;

	for (unsigned s = 1; s < UG_N_SCRIPTS; s++)
		if (least[s] < least[best])
			best = s;
	return best;
}

/* What letters cost that are of other scripts than the main one. */
static int
others_cost(const struct ug_mixup_tongues *tongues,
    const struct ug_tally *tally, const int *least, unsigned script,
    const struct ug_mixup_char *chars, size_t n)
{
	struct ug_tally signs;
	int cost = 0;

	tally_signs(&signs, chars, n);
	for (unsigned s = 1; s < UG_N_SCRIPTS; s++)
		if (s != script && script_met(tally, least, s))
			cost += ANOTHER_SCRIPT + least[s] -
			    letters_cost(&signs, ug_tally_cost(&signs,
			    tongues->of[s]), s) -
			    tally->known[s];
	return cost;
}

/* Are all characters in rows, and some of them letters? */
static bool
chars_latin(const struct ug_plain_rows *rows,
    const struct ug_mixup_char *chars, size_t n)
{
	unsigned kinds = 0;

	for (size_t i = 1; i < n; i++) {
		const unsigned number = ug_plain_number(rows, chars[i].c);

		if (number == 0)
			return false;
		kinds |= rows->kind[number];
	}
	return (kinds & UG_PLAIN_LETTER) != 0;
}

/*
 * Add up rows, but of signs if `signs` is not set; what costs more is added to
 * *rest, as it costs at least.  Returns the kinds of what was added; of 0 it is
 * too much, or there is no memory.
 */
static unsigned
rows_sum(struct ug_plain *plain, const struct ug_mixup_char *chars, size_t n,
    bool signs, struct ug_plain_sum *sum, int *rest)
{
	const unsigned kinds = UG_PLAIN_LETTER | UG_PLAIN_SPACE;
	struct ug_plain_rows *const rows = plain->rows[UG_LATIN];
	unsigned a = UG_PLAIN_BLANK, met = n > ROWS_MOST ? 0 : UG_PLAIN_SPACE;

	for (size_t i = 1; i < n && met != 0; i++) {
		const unsigned b = ug_plain_number(rows, chars[i].c);
		const struct ug_plain_row *row;

		if (ug_mixup_again(chars, i)) {
			a = b;
			continue;
		}
		if (a == 0 || b == 0 ||
		    (!signs && (rows->kind[b] & kinds) == 0)) {
			*rest += ug_pair_least(chars[i - 1].glyph,
			    chars[i].glyph);
		} else {
			row = rows->at[a][b] != 0 ?
			    ug_plain_row(rows, rows->at[a][b]) :
			    ug_plain_row_of(plain, rows, a, b);
			if (row == NULL)
				return 0;
			ug_plain_sum_add(sum, row);
			met |= rows->kind[b];
		}
		a = b;
	}
	ug_plain_sum_gather(sum);
	return met;
}

/* The language that costs least, by rows and beside; *cost: what it does. */
static size_t
rows_speak(const struct ug_plain *plain, const int *extra,
    const struct ug_plain_sum *sum, int *cost)
{
	const struct ug_plain_rows *const rows = plain->rows[UG_LATIN];
	size_t language = rows->first;
	int least = INT32_MAX;

	for (size_t l = 0; l < rows->n; l++) {
		const int its = UG_PLAIN_UNIT * ug_plain_sum_units(sum, l) +
		    extra[rows->first + l];

		if (its < least) {
			least = its;
			language = rows->first + l;
		}
	}
	*cost = sum->common + least;
	return language;
}

/* The tongues of characters of which all letters are Latin, if they are. */
static bool
latin_speaks(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n,
    struct ug_mixup_tongues *tongues)
{
	struct ug_plain_sum sum = { .common = 0 };
	int rest = 0;

	if (plain == NULL || ug_plain_rows_of(plain, UG_LATIN) == NULL ||
	    !chars_latin(plain->rows[UG_LATIN], chars, n) ||
	    rows_sum(plain, chars, n, true, &sum, &rest) == 0)
		return false;
	tongues->of[UG_LATIN] = rows_speak(plain, extra, &sum,
	    &tongues->cost);
	tongues->of[UG_NO_SCRIPT] = tongues->of[UG_LATIN];
	return true;
}

/*
 * Do characters cost more than `most` for sure?  Latin letters are those of one
 * language; the others, and signs, cost what they do at least.
 */
static bool
chars_dear(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n, int most)
{
	struct ug_plain_sum sum = { .common = 0 };
	int rest = 0, cost;

	if (plain == NULL || ug_plain_rows_of(plain, UG_LATIN) == NULL ||
	    (rows_sum(plain, chars, n, false, &sum, &rest) &
	    UG_PLAIN_LETTER) == 0)
		return false;
	(void)rows_speak(plain, extra, &sum, &cost);
	return cost + rest > most;
}

struct ug_mixup_tongues
ug_mixup_tongues(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n)
{
	struct ug_mixup_tongues tongues = { .cost = 0 };
	int least[UG_N_SCRIPTS];
	struct ug_tally tally;
	size_t n_scripts;

	if (latin_speaks(plain, extra, chars, n, &tongues))
		return tongues;
	tally_chars(&tally, chars, n);
	scripts_speak(extra, &tally, &tongues, least);

	const unsigned script = script_main(&tally, least, &n_scripts);
	const unsigned lead = n_scripts > 0 ? script : script_least(least);

	tongues.of[UG_NO_SCRIPT] = tongues.of[lead];
	tongues.cost = tally.common + tally.foreign + least[lead] -
	    tally.known[script];
	if (n_scripts > 1)
		tongues.cost += others_cost(&tongues, &tally, least, script,
		    chars, n);
	return tongues;
}

int
ug_mixup_cost(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n, int most)
{
	struct ug_mixup_tongues tongues;

	if (latin_speaks(plain, extra, chars, n, &tongues))
		return tongues.cost;
	return chars_dear(plain, extra, chars, n, most) ? INT_MAX :
	    ug_mixup_tongues(NULL, extra, chars, n).cost;
}
