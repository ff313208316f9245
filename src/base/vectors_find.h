/*
 * vectors_find.h - struct ug_vectors' trio(), one() and blocks(), for one kind
 * of vector, as vectors_utf8.h has it
 */
#include "least.h"
#include "vectors.h"

/* The classes of the bytes that stand in a lane, as the i-th of three. */
UG_LANE_TARGET static inline lane
lane_classes(const struct ug_trios *trios, unsigned i, lane bytes)
{
	return lane_and(
	    lane_lookup(lane_table(trios->upper[i]), lane_upper(bytes)),
	    lane_lookup(lane_table(trios->lower[i]),
	    lane_and(bytes, lane_all(0x0F))));
}

/* The classes of three bytes from each on; two behind the lane are read. */
UG_LANE_TARGET static inline lane
lane_trios(const struct ug_trios *trios, const unsigned char *s)
{
	return lane_and(lane_classes(trios, 0, lane_load(s)),
	    lane_and(lane_classes(trios, 1, lane_load(s + 1)),
	    lane_classes(trios, 2, lane_load(s + 2))));
}

UG_LANE_TARGET static size_t
lanes_trio(const struct ug_trios *trios, const unsigned char *bytes, size_t len,
    size_t from)
{
	while (from < len) {
		unsigned char room[UG_LANE + 2] = { 0 };
		const unsigned char *s = bytes + from;
		size_t n = UG_LANE;

		if (len - from < UG_LANE + 2) {
			n = UG_MIN(len - from, UG_LANE);
			memcpy(room, s, len - from);
			s = room;
		}
		if (lane_any(lane_trios(trios, s)))
			for (size_t i = 0; i < n; i++)
				if (ug_trios_of(trios, s + i) != 0)
					return from + i;
		from += n;
	}
	return len;
}

UG_LANE_TARGET static size_t
lanes_one(const struct ug_ones *ones, const unsigned char *bytes, size_t len,
    size_t from)
{
	const lane upper = lane_table(ones->upper);
	const lane lower = lane_table(ones->lower);

	for (; len - from >= UG_LANE; from += UG_LANE) {
		const lane s = lane_load(bytes + from);

		if (lane_any(lane_and(lane_lookup(upper, lane_upper(s)),
		    lane_lookup(lower, lane_and(s, lane_all(0x0F))))))
			break;
	}
	while (from < len && ug_ones_of(ones, bytes[from]) == 0)
		from++;
	return from;
}

UG_LANE_TARGET static void
lanes_blocks(const unsigned char *bytes, size_t n, unsigned char c,
    uint64_t *equal, uint64_t *beyond)
{
	const lane all_c = lane_all(c);

	for (size_t i = 0; i < n; i++, bytes += UG_UTF8_BLOCK) {
		equal[i] = beyond[i] = 0;
		for (unsigned k = 0; k < UG_UTF8_BLOCK; k += UG_LANE) {
			const lane s = lane_load(bytes + k);

			equal[i] |= lane_bits(lane_equal(s, all_c)) << k;
			beyond[i] |= lane_bits(s) << k;
		}
	}
}
