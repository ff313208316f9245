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
#include "prose.h"

#define SHAKEN    8  /* records with marks, at most, for each with a sign */
#define SOUND     16 /* at least */
#define SOUND_MIN 16 /* records with marks that show a text is sound */
#define QUOTED    "marks/quoted"
#define SLIP      "marks/slip"

static bool
slips_letter(struct ug_text text, size_t at)
{
	return at < text.len && (text.s[at] | 0x20) >= 'a' &&
	    (text.s[at] | 0x20) <= 'z';
}

/* Whether a mark joins two words, or floats. */
static bool
slips_at(struct ug_text text, struct ug_quote mark)
{
	const size_t at = mark.at, end = at + mark.len;
	const bool blank = end >= text.len || text.s[end] == ' ' ||
	    text.s[end] == '\r' || text.s[end] == '\n';

	if (blank && at > 1 && text.s[at - 1] == ' ')
		return memchr(".,!?", text.s[at - 2], 4) != NULL;
	if (mark.len == 1)
		return false;
	return text.s[at + 2] == "\u201C"[2] ? at > 1 &&
	    slips_letter(text, at - 1) && slips_letter(text, at - 2) :
	    slips_letter(text, end) && slips_letter(text, end + 1);
}

/* Of a text that has `cues`. */
static bool
slips_here(struct ug_text text, unsigned cues)
{
	struct ug_quotes quotes = ug_quotes_of(text, cues);
	struct ug_quote mark;
	bool straight = false, curly = false;

	while (ug_quotes_next(&quotes, &mark)) {
		straight |= mark.len == 1;
		curly |= mark.len > 1;
		if (slips_at(text, mark))
			return true;
	}
	return straight && curly;
}

bool
ug_slips_here(struct ug_text text)
{
	return slips_here(text, UG_GLANCE_QUOTED);
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
ug_slips_note(struct ug_text text, unsigned cues, struct ug_edits *edits)
{
	enum ungarble_err err;

	if ((cues & UG_GLANCE_QUOTED) == 0)
		return UNGARBLE_OK;
	err = ug_edits_note(edits, QUOTED, UG_TEXT(""));
	return err != UNGARBLE_OK || !slips_here(text, cues) ? err :
	    ug_edits_note(edits, SLIP, UG_TEXT(""));
}
