/*
 * shifts.c - records in seven bits that stand for more than ASCII
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
#include "shifts.h"

#include <string.h>

#include "base/utf8.h"
#include "detect/escapes.h"
#include "encodings/seven_bit.h"

/*
 * Whether a record of `cut` bytes has a certain byte; bytes[0..len) are
 * searched, each once.
 */
static bool
shifts_have(struct ug_ahead *ahead, int byte, uint64_t in_at,
    const unsigned char *bytes, size_t len, size_t cut)
{
	if (ahead->next < in_at) {
		ahead->next = in_at;
		ahead->found = false;
	}
	if (!ahead->found && ahead->next < in_at + len) {
		const size_t from = (size_t)(ahead->next - in_at);
		const unsigned char *const s = memchr(bytes + from, byte,
		    len - from);

		ahead->found = s != NULL;
		ahead->next = s != NULL ? in_at + (size_t)(s - bytes) :
		    in_at + len;
	}
	return ahead->found && ahead->next < in_at + cut;
}

/* Whether a piece goes on in the form of the one before. */
static bool
shifts_go_on(const struct ug_records *r, const unsigned char *bytes, size_t cut)
{
	bool ascii;

	return r->own != NULL && ug_utf8_prefix(bytes, cut, &ascii) == cut &&
	    ascii;
}

struct ug_verdict
ug_shifts_verdict(struct ug_records *r, const unsigned char *bytes, size_t len,
    size_t cut, bool starts, bool *restarts)
{
	static const char shifts[UG_N_SHIFTS] = { UG_ESC, '~', '+', UG_SO };
	const struct ug_encoding *own = NULL;
	bool found = false;

	for (size_t i = 0; i < (r->korean ? UG_N_SHIFTS : UG_N_SHIFTS - 1); i++)
		found |= shifts_have(&r->ahead[i], shifts[i], r->at, bytes,
		    len, cut);
	if (!starts && shifts_go_on(r, bytes, cut)) {
		own = r->own;
	} else if (found) {
		own = ug_detect_escapes(bytes, cut, &r->korean);
		if (own != NULL && !ug_candidates_admit(r->candidates, own))
			own = NULL;
		*restarts = true;
	}
	r->own = own;
	return (struct ug_verdict){ own, UNGARBLE_BY_VALIDITY,
		own != NULL ? 99 : 0, NULL };
}
