/*
 * vectors_trio.h - struct ug_vectors' trio(), for one kind of vector, as
 * vectors_utf8.h has it
 */
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
			n = len - from < UG_LANE ? len - from : UG_LANE;
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
