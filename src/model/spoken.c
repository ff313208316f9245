/*
 * spoken.c - in which languages a text costs least
 *
 *	"gr\u00FC\u00DF"   German; others by so much more, or out of sight
 *
 * Which is asked of what was counted: nothing here looks at characters.
 */
#include <string.h>

#include "base/least.h"
#include "blob_read.h"
#include "model.h"

static int32_t
by_language(const struct ug_tally *tally, size_t language)
{
	return UG_BLOB_NIBBLE *
	    (int32_t)(tally->by[language / 4] >> language % 4 * 16 & 0xFFFF);
}

/* What a text costs in all languages of a table. */
static int32_t
table_base(const struct ug_tally *tally, const unsigned char *table)
{
	return tally->common + tally->foreign - tally->known[table[0]];
}

int32_t
ug_tally_cost(const struct ug_tally *tally, size_t language)
{
	return table_base(tally, blob_table(blob_table_of(language))) +
	    by_language(tally, language);
}

void
ug_tally_costs(const struct ug_tally *tally, int *costs)
{
	const char *const codes = ug_language_code(0);
	const size_t n = ug_n_languages();

	for (size_t l = 0; l < n; l++)
		costs[l] = UG_NO_LANGUAGE;
	for (size_t t = 0; t < blob_n_tables(); t++) {
		const unsigned char *const table = blob_table(t);
		const int32_t base = table_base(tally, table);
		const size_t end = (size_t)table[3] + table[2];

		for (size_t l = table[3]; l < end; l++)
			if (codes[l * 4] != '\0')
				costs[l] = base + by_language(tally, l);
	}
}

/* Of the languages of a table the one in which a text costs least so far. */
static void
table_best(const struct ug_tally *part, const struct ug_tally *rest,
    int percent, const unsigned char *table, size_t *best, int64_t *least)
{
	const char *const codes = ug_language_code(0);
	const int32_t base = table_base(part, table);
	const int32_t beside = table_base(rest, table);
	const size_t end = (size_t)table[3] + table[2];

	for (size_t l = table[3]; l < end; l++) {
		int64_t cost = base + by_language(part, l);

		/* What is added is no less than nothing. */
		if (cost >= *least)
			continue;
		cost += (int64_t)(beside + by_language(rest, l)) * percent /
		    100;
		if (cost >= *least || codes[l * 4] == '\0')
			continue;
		*best = l;
		*least = cost;
	}
}

size_t
ug_tally_best(const struct ug_tally *part, const struct ug_tally *rest,
    int percent, unsigned script)
{
	size_t best = SIZE_MAX;
	int64_t least = INT64_MAX;

	for (size_t t = 0; t < blob_n_tables(); t++)
		if (script == UG_NO_SCRIPT || blob_table(t)[0] == script)
			table_best(part, rest, percent, blob_table(t), &best,
			    &least);
	for (size_t t = 0; t < blob_n_tables(); t++) {
		const unsigned char *const table = blob_table(t);

		if (script != UG_NO_SCRIPT && table[0] != script &&
		    table_base(part, table) + (int64_t)table_base(rest,
		    table) * percent / 100 <= least)
			return SIZE_MAX;
	}
	return best;
}

void
ug_tally_behind(const struct ug_tally *tally, int *behind)
{
	const size_t n = ug_n_languages();
	int least = UG_NO_LANGUAGE;

	ug_tally_costs(tally, behind);
	for (size_t l = 0; l < n; l++)
		least = UG_MIN(behind[l], least);
	for (size_t l = 0; l < n; l++)
		if (behind[l] != UG_NO_LANGUAGE)
			behind[l] -= least;
}

void
ug_leaning_set(struct ug_leaning *leaning, const struct ug_tally *part)
{
	uint8_t *const all = &leaning->lead[UG_NO_SCRIPT];

	memset(leaning->lead, 0, sizeof(leaning->lead));
	for (size_t t = 0; t < blob_n_tables(); t++) {
		const unsigned char *const table = blob_table(t);
		size_t lead = blob_script(table[0])[0] == t ? table[3] :
		    leaning->lead[table[0]];

		for (size_t l = table[3]; l < (size_t)table[3] +
		    table[2]; l++) {
			leaning->least[l] = leaning->extra[l] +
			    by_language(part, l);
			if (leaning->least[l] < leaning->least[lead])
				lead = l;
		}
		leaning->lead[table[0]] = (uint8_t)lead;
		if (leaning->least[lead] < leaning->least[*all])
			*all = (uint8_t)lead;
	}
}

int
ug_least_cost(const struct ug_least *least, const struct ug_leaning *leaning)
{
	int foreign_all = 0, best = leaning->least[leaning->lead[0]];

	for (unsigned s = 1; least->scripts >> s != 0; s++) {
		const int cost = leaning->least[leaning->lead[s]] -
		    least->foreign[s] + least->letters[s] * UG_BLOB_NIBBLE;

		if ((least->scripts >> s & 1) == 0)
			continue;
		foreign_all += least->foreign[s];
		best = UG_MIN(cost, best);
	}
	return least->common + foreign_all + best;
}

size_t
ug_tally_spoken(const struct ug_tally *tally, const struct ug_leaning *leaning,
    int32_t within, struct ug_spoken *spoken)
{
	unsigned script = UG_NO_SCRIPT;
	size_t lead, n = 0;
	int32_t limit;
	bool none;

	/* What reads like the script that most letters are of sets a limit. */
	for (unsigned s = 1; s < UG_N_SCRIPTS; s++)
		if (tally->known[s] > tally->known[script])
			script = s;
	lead = leaning->lead[script];
	limit = ug_tally_cost(tally, lead) + leaning->extra[lead] + within;
	/* Of scripts without a letter here none costs less than that. */
	none = tally->common + tally->foreign +
	    leaning->least[leaning->lead[UG_NO_SCRIPT]] > limit;
	for (size_t t = 0; t < blob_n_tables(); t++) {
		const unsigned char *const table = blob_table(t);
		const size_t first = leaning->lead[table[0]];
		int32_t base;

		if (none && tally->known[table[0]] == 0)
			continue;
		base = table_base(tally, table);

		/* None of its script is less than that one. */
		if (base + leaning->least[first] > limit)
			continue;
		for (size_t l = table[3]; l < (size_t)table[3] + table[2];
		    l++) {
			int32_t cost;

			if (base + leaning->least[l] > limit)
				continue;
			cost = base + by_language(tally, l) +
			    leaning->extra[l];
			if (cost > limit)
				continue;
			if (cost + within < limit)
				limit = cost + within;
			spoken[n++] = (struct ug_spoken){ l, cost };
		}
	}
	return n;
}
