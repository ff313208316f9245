/*
 * stream_escapes.c - records in seven bits that stand for more than ASCII
 *
 *	Subject: ESC $ B 46 7C ESC ( B  ->  ISO-2022-JP
 *	the next line                   ->  ASCII, as it is
 *
 * In ISO-2022, HZ and UTF-7 a line starts in ASCII, and one line tells.  So
 * these are not forms of the stream but of a record, mixed with others as in a
 * mailbox, and no record is read as one that does not itself prove to be.  All
 * that a stream remembers is that ISO-2022-KR was announced; and pieces of one
 * record go on as they began.
 */
#include <string.h>

#include "detect/escapes.h"
#include "stream_form.h"
#include "utf8.h"

/*
 * Whether a record of `cut` bytes has a certain byte; bytes[0..len) are
 * searched, each once.
 */
static bool
escapes_have_cue(struct ug_cue *cue, int byte, uint64_t in_at,
    const unsigned char *bytes, size_t len, size_t cut)
{
	if (cue->next < in_at) {
		cue->next = in_at;
		cue->found = false;
	}
	if (!cue->found && cue->next < in_at + len) {
		const size_t from = (size_t)(cue->next - in_at);
		const unsigned char *const s = memchr(bytes + from, byte,
		    len - from);

		cue->found = s != NULL;
		cue->next = s != NULL ? in_at + (size_t)(s - bytes) :
		    in_at + len;
	}
	return cue->found && cue->next < in_at + cut;
}

/* Whether a piece goes on in the form of the one before. */
static bool
escapes_go_on(const struct ungarble *ug, const unsigned char *bytes, size_t cut)
{
	bool ascii;

	return ug->own != NULL && ug_utf8_prefix(bytes, cut, &ascii) == cut &&
	    ascii;
}

struct ug_verdict
ug_stream_verdict(struct ungarble *ug, const unsigned char *bytes, size_t len,
    size_t cut, bool starts)
{
	static const char cues[UG_N_CUES] = { 0x1B, '~', '+', 0x0E };
	const struct ug_verdict none = { NULL, UNGARBLE_BY_VALIDITY, 0, NULL };
	const struct ug_encoding *own = NULL;
	bool found = false;

	if (ug->form.encoding != NULL || ug->n_from == 1)
		return ug->form;
	for (size_t i = 0; i < (ug->korean ? UG_N_CUES : UG_N_CUES - 1); i++)
		found |= escapes_have_cue(&ug->cues[i], cues[i], ug->in_at, bytes,
		    len, cut);
	if (!starts && escapes_go_on(ug, bytes, cut)) {
		own = ug->own;
	} else if (found) {
		own = ug_detect_escapes(bytes, cut, &ug->korean);
		if (own != NULL && !ug_stream_admits(ug, own))
			own = NULL;
		ug_reading_restart(ug->reading);
	}
	ug->own = own;
	return own == NULL ? none : (struct ug_verdict){ own,
		UNGARBLE_BY_VALIDITY, 99, NULL };
}
