/*
 * plausible.c - a stand-in for a language model: classes of characters in pairs
 *
 * A character belongs to one of some ninety classes: small letters of ASCII, of
 * Latin-1, capitals of Greek, currency signs, box drawings.  Its cost is that
 * of its class behind the class before it, plus its own within its class:
 *
 *	`é` behind `f`   small Latin-1 behind a small letter, é of its class
 *	`©` behind `Ã`   a sign of trade behind a capital: dear
 *
 * Capitals behind capitals are states of their own, so that headings are not
 * taken for damage.  A letter that starts a word also costs what its script
 * does behind the script of the word before.
 */
#include "plausible.h"

#include "plausible_table.h"

#define SCRIPT_SHIFT 8 /* above it in a state: the script of the last letter */

static unsigned
entry_find(uint32_t c)
{
	return c >= PLAUSIBLE_LIMIT ? PLAUSIBLE_BEYOND :
	    plausible_page[plausible_index[c / PLAUSIBLE_PAGE]]
	    [c % PLAUSIBLE_PAGE];
}

unsigned
ug_plausible_script(uint32_t c)
{
	return plausible_script[entry_find(c) >> 9];
}

bool
ug_plausible_letter(uint32_t c)
{
	return ug_plausible_script(c) != 0;
}

int
ug_plausible_rarity(uint32_t c)
{
	return (int)(entry_find(c) & 0x1FF) * PLAUSIBLE_STEP;
}

int
ug_plausible_next(ug_plausible_state *state, uint32_t c)
{
	const unsigned entry = entry_find(c);
	const unsigned class = entry >> 9;
	const unsigned old = *state & ((1u << SCRIPT_SHIFT) - 1);
	const unsigned old_script = *state >> SCRIPT_SHIFT;
	const unsigned twin = plausible_capital[class];
	const unsigned new = twin != 0 && plausible_capital[old] != 0 ? twin :
	    class;
	const unsigned script = plausible_script[new];
	int cost = plausible_pair[old][class] +
	    (int)(entry & 0x1FF) * PLAUSIBLE_STEP;

	if (script != 0 && plausible_script[old] == 0)
		cost += plausible_follow[old_script][script];
	*state = new | (script != 0 ? script : old_script) << SCRIPT_SHIFT;
	return cost;
}
