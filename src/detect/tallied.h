/*
 * tallied.h - what pairs of characters of ASCII add to a tally, kept as they
 * are met
 */
#ifndef UG_DETECT_TALLIED_H
#define UG_DETECT_TALLIED_H

#include "model/model.h"

#define UG_TALLIED_MAX   1024 /* pairs that are known at a time */
#define UG_TALLIED_WORDS 14   /* of ug_tally.by: what letters add to */

struct ug_tallied {
	uint16_t at[0x80][0x80]; /* numbers of rows; 0: none */
	size_t n;
	struct ug_tallied_row {
		bool kept;       /* else it adds to too many words */
		uint8_t script;  /* of `known` */
		uint8_t first;   /* of `by` */
		int32_t common, foreign, known;
		uint64_t by[UG_TALLIED_WORDS];
	} rows[UG_TALLIED_MAX];
};

void ug_tallied_init(struct ug_tallied *tallied);

/*
 * As ug_tally_add() of characters of ASCII, glyphs[] being theirs; 0 is the
 * edge of a word.  `tallied` may be NULL.
 */
void ug_tallied_add(struct ug_tallied *tallied, struct ug_tally *tally,
    const struct ug_glyph *glyphs, struct ug_pair pair);

#endif /* UG_DETECT_TALLIED_H */
