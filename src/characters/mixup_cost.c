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

/*
 * Add up what characters cost behind one another by rows.  False: not all of
 * them are in rows, or there is no letter.
 */
static bool
latin_sum(struct ug_plain *plain, const struct ug_mixup_char *chars, size_t n,
    struct ug_plain_sum *sum)
{
	struct ug_plain_rows *const rows = ug_plain_rows_of(plain, UG_LATIN);
	unsigned a = UG_PLAIN_BLANK;
	bool letter = false;

	if (rows == NULL || n > ROWS_MOST)
		return false;
	for (size_t i = 1; i < n; i++) {
		const uint32_t c = chars[i].c;
		const unsigned b = c == ' ' ? UG_PLAIN_BLANK :
		    c > UG_PLAIN_LAST ? 0 : rows->of[c];
		const struct ug_plain_row *row;

		if (b == 0)
			return false;
		if (!ug_mixup_again(chars, i)) {
			row = ug_plain_row_of(plain, rows, a, b);
			if (row == NULL)
				return false;
			ug_plain_sum_add(sum, row);
			letter = letter ||
			    (rows->kind[b] & UG_PLAIN_LETTER) != 0;
		}
		a = b;
	}
	ug_plain_sum_gather(sum);
	return letter;
}

/* The tongues of characters of which all letters are Latin, if they are. */
static bool
latin_speaks(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n,
    struct ug_mixup_tongues *tongues)
{
	struct ug_plain_sum sum = { .common = 0 };
	int least = INT32_MAX;

	if (plain == NULL || !latin_sum(plain, chars, n, &sum))
		return false;

	const struct ug_plain_rows *const rows = plain->rows[UG_LATIN];

	for (size_t l = 0; l < rows->n; l++) {
		const int cost = UG_PLAIN_UNIT * ug_plain_sum_units(&sum, l) +
		    extra[rows->first + l];

		if (cost < least) {
			least = cost;
			tongues->of[UG_LATIN] = rows->first + l;
		}
	}
	tongues->of[UG_NO_SCRIPT] = tongues->of[UG_LATIN];
	tongues->cost = sum.common + least;
	return true;
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
    const struct ug_mixup_char *chars, size_t n)
{
	return ug_mixup_tongues(plain, extra, chars, n).cost;
}

int
ug_mixup_least(const struct ug_least *least)
{
	int cost = least->common;

	for (unsigned s = 1; least->scripts >> s != 0; s++)
		if ((least->scripts >> s & 1) != 0)
			cost += ug_least_letters(least, s);
	return cost;
}
