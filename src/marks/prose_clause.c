/*
 * prose_clause.c - whether words are a sentence of their own
 *
 *	of the coast that they know	no: "know" is inside
 *	of the coast it is known	yes
 */
#include "prose.h"

bool
ug_prose_has_verb(const struct ug_prose *prose, size_t from, size_t to)
{
	static const char verbs[] =
	    "is are was were am has have had will would can cannot could shall "
	    "should may might must do does did said says told I we he she they "
	    "it there this let isn't wasn't don't doesn't didn't won't can't "
	    "isn\u2019t wasn\u2019t don\u2019t doesn\u2019t didn\u2019t "
	    "won\u2019t can\u2019t it's it\u2019s";
	bool inside = false;

	for (size_t i = from; i <= to; i++) {
		/* "in that case it is": no clause, but "the case that is". */
		const bool that = i == from && ug_prose_in(prose, i, "that");

		if (!that && ug_prose_in(prose, i, "who whom whose which that "
		    "where when what how as if because while whether"))
			inside = true;
		else if (!inside && ug_prose_in(prose, i, verbs))
			return true;
		if (i < to && ug_prose_gap(prose, i).s[0] == ',')
			inside = false;
	}
	return false;
}
