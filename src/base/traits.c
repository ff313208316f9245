/*
 * traits.c - which bytes a text has, of those that only some texts have
 */
#include "traits.h"

#include "block.h"

/* The lanes so far, as each trait needs them. */
struct sweep {
	ug_lane beyond, c2, escape, dollar, label;
};

static inline void
sweep_add(struct sweep *sweep, const char *bytes)
{
	const ug_lane lane = ug_lane_load(bytes);

	sweep->beyond = ug_lane_or(sweep->beyond, lane);
	sweep->c2 = ug_lane_or(sweep->c2, ug_lane_equal(lane, '\xC2'));
	sweep->escape = ug_lane_or(sweep->escape,
	    ug_lane_or(ug_lane_equal(lane, '&'), ug_lane_equal(lane, '\\')));
	sweep->dollar = ug_lane_or(sweep->dollar, ug_lane_equal(lane, '$'));
	sweep->label = ug_lane_or(sweep->label,
	    ug_lane_or(ug_lane_equal(lane, '<'), ug_lane_equal(lane, '@')));
}

/* `trait` if some byte of the lane has its upper bit. */
static inline unsigned
trait_if(ug_lane lane, unsigned trait)
{
	return ug_lane_bits(lane) != 0 ? trait : 0;
}

unsigned
ug_traits(const char *bytes, size_t len)
{
	char rest[UG_LANE] = { 0 };
	const ug_lane none = ug_lane_load(rest);
	struct sweep sweep = { none, none, none, none, none };

	for (; len >= UG_LANE; bytes += UG_LANE, len -= UG_LANE)
		sweep_add(&sweep, bytes);
	if (len > 0) {
		memcpy(rest, bytes, len);
		sweep_add(&sweep, rest);
	}
	return trait_if(sweep.beyond, UG_TRAIT_BEYOND) |
	    trait_if(sweep.c2, UG_TRAIT_C2) |
	    trait_if(sweep.escape, UG_TRAIT_ESCAPE) |
	    trait_if(sweep.dollar, UG_TRAIT_DOLLAR) |
	    trait_if(sweep.label, UG_TRAIT_LABEL);
}
