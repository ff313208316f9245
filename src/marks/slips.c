/*
 * slips.c - whether a text shows that machines have moved its marks
 *
 *	made everyone laugh”she said    a mark that joins two words
 *	no doubt, " Lind said           a mark that floats behind a comma
 *	“It is safe," Lind said         two marks of different kinds
 *
 * Of news as printed, one record in fifty with marks shows one of these; of
 * what machines translated, most do.
 */
#include "slips.h"

#include "glance.h"
#include "glance_marks.h"

#define SHAKEN    8  /* records with marks, at most, for each with a sign */
#define SOUND     16 /* at least */
#define SOUND_MIN 16 /* records with marks that show a text is sound */
#define QUOTED    "marks: quoted"
#define SLIP      "marks: slip"

/* Whether a text that has `cues` has a sign. */
static bool
slips_seen(unsigned cues)
{
	return (cues & UG_GLANCE_SLIP) != 0 || ((cues & UG_GLANCE_QUOTE) != 0 &&
	    (cues & (UG_GLANCE_OPEN | UG_GLANCE_CLOSE)) != 0);
}

bool
ug_slips_here(struct ug_text text)
{
	return slips_seen(ug_glance_ascii(text) | ug_glance_wide(text));
}

/* Whether the record alone tells that there is more damage. */
static bool
slips_sure(const struct ug_scope *scope, struct ug_text text)
{
	return scope->changed || scope->round > 0 || ug_slips_here(text);
}

bool
ug_slips_around(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	if (slips_sure(scope, text))
		return true;

	const unsigned slips = ug_memory_count(scope->memory, SLIP,
	    UG_TEXT(""));

	edits->swayed = true;
	return slips > 0 && slips * SHAKEN >= ug_memory_count(scope->memory,
	    QUOTED, UG_TEXT(""));
}

bool
ug_slips_alone(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	if (slips_sure(scope, text))
		return false;

	const unsigned quoted = ug_memory_count(scope->memory, QUOTED,
	    UG_TEXT(""));

	edits->swayed = true;
	return quoted >= SOUND_MIN && quoted >= SOUND *
	    ug_memory_count(scope->memory, SLIP, UG_TEXT(""));
}

enum ungarble_err
ug_slips_note(unsigned cues, struct ug_edits *edits)
{
	enum ungarble_err err;

	if ((cues & UG_GLANCE_QUOTED) == 0)
		return UNGARBLE_OK;
	err = ug_edits_note(edits, QUOTED, UG_TEXT(""));
	return err != UNGARBLE_OK || !slips_seen(cues) ? err :
	    ug_edits_note(edits, SLIP, UG_TEXT(""));
}
