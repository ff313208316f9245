/*
 * gate_families.c - which hit of a key was the last one of its family
 *
 * Most short texts have a few hits, among which that is found at once; for more
 * there are tables of all families, which take a hundred kilobytes.
 */
#include "gate_state.h"
#include "lexicon.h"

enum ungarble_err
ug_spin_tabulate(struct ug_spin *spin)
{
	const size_t len = ug_lexicon_n_nodes * sizeof(*spin->last);

	spin->last = ug_new(spin->alloc, len);
	if (spin->last == NULL)
		return UNGARBLE_ENOMEM;
	memset(spin->last, 0, len);
	for (size_t i = 0; i < spin->n; i++)
		if (spin->hits[i].weight > 0)
			spin->last[spin->hits[i].family] = spin->number -
			    (uint32_t)(spin->n - 1 - i);
	return ug_window_tabulate(spin->window, spin->hits, spin->n,
	    spin->alloc);
}

/* How far back the last one of the family is; more than there are: none. */
static uint32_t
families_search(const struct ug_spin *spin, unsigned family)
{
	size_t i = spin->n;

	while (i > 0 && (spin->hits[i - 1].weight <= 0 ||
	    spin->hits[i - 1].family != family))
		i--;
	return (uint32_t)(i > 0 ? spin->n - (i - 1) : spin->n + 1);
}

void
ug_spin_link(struct ug_spin *spin, struct ug_spin_hit *hit)
{
	uint32_t back;

	if (spin->last != NULL) {
		back = spin->number - spin->last[hit->family];
		spin->last[hit->family] = spin->number;
		hit->seat = hit->family;
	} else {
		back = families_search(spin, hit->family);
		hit->seat = back > spin->n ? (uint16_t)(spin->number - 1) :
		    spin->hits[spin->n - back].seat;
	}
	if (back > UINT16_MAX || back > spin->n ||
	    spin->hits[spin->n - back].family != hit->family)
		return;
	hit->back = (uint16_t)back;
	hit[-hit->back].ahead = hit->back;
}
