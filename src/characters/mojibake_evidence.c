/*
 * mojibake_evidence.c - what stretches of a line say for a reading
 *
 *	U+00C2 U+00A7 ... U+00C2 U+00A7   one sign: rarely said by itself
 *	U+00C2 U+00A7 ... U+00C2 U+00A9   two
 *
 * It is counted as of encodings that are often the one, and as of those that
 * are seldom: else they may be alike in a line.
 */
#include "base/least.h"
#include "mojibake_reading.h"

#define BYTE_ORDER_MARK 0xFEFF
#define WORD       16    /* characters of one that are looked at */

/* Is the unit at `at` part of a sequence in small letters, `step` away? */
static bool
folded_beside(const struct ug_mojibake_line *line, unsigned encoding,
    size_t at, int step)
{
	const size_t lead = step < 0 ? at - 1 : at;

	return lead < line->n && ug_mojibake_folded(line->units[lead].c) &&
	    ug_mojibake_sequence(line, lead, encoding, true, false).n == 2;
}

int
ug_mojibake_odd_cost(const struct ug_mojibake_line *line, unsigned encoding,
    size_t at, int step)
{
	const uint32_t bit = (uint32_t)1 << encoding;
	int cost = 0;

	if (folded_beside(line, encoding, at, step))
		return 0;
	for (int n = 0; at < line->n && n < WORD; n++) {
		const struct ug_mojibake_unit *const unit = &line->units[at];
		const uint32_t c = unit->c;

		if ((line->gone & bit) != 0 &&
		    ((unit->bytes->leads_two | unit->bytes->leads_more) & bit))
			break;
		if (c < 0x80 || c == 0xA0 || c == 0xAB || c == 0xBB ||
		    (c >= 0x2010 && c <= 0x2027))
			break;
		if (n == 0 || (unit->bytes->goes_on & bit) != 0)
			cost += UG_MOJIBAKE_W(ODD);
		at += (size_t)step;
	}
	return cost;
}

static void
stretch_count(struct ug_mojibake_proof *proof, bool root, int more)
{
	proof->gain += more;
	proof->roots += root;
	proof->stretches++;
}

/*
 * A sign may stand beside any sign, so one that came of two says nothing until
 * there is another.
 */
static void
sign_count(struct ug_mojibake_proof *proof, uint32_t sign, int more)
{
	proof->signs_gain += more;
	if (proof->sign != 0 && proof->sign != sign) {
		proof->gain += proof->signs_gain;
		proof->signs_gain = 0;
	}
	proof->sign = sign;
}

void
ug_mojibake_evidence_add(struct ug_mojibake_evidence *evidence,
    const struct ug_mojibake_line *line, const struct ug_mojibake_fork *fork,
    bool alone, int gain)
{
	const int more = UG_MAX(gain, 0) - UG_MOJIBAKE_W(ALONE);
	bool root;

	if (alone && (fork->c == BYTE_ORDER_MARK ||
	    ug_mojibake_idle(line, fork)))
		return;
	root = alone && ug_mojibake_root(line, fork);
	stretch_count(&evidence->often, root, more);
	if (alone && ug_mojibake_letter(line, fork))
		return;
	if (!alone || fork->sequence.n > 2 ||
	    ug_glyph_is_letter(fork->glyph) || ug_mojibake_opens(line, fork))
		stretch_count(&evidence->seldom, root, more);
	else
		sign_count(&evidence->seldom, fork->c, more);
}

/* What it comes to.  Roots may be meant, if there is nothing else. */
static int
proof_gain(const struct ug_mojibake_proof *proof)
{
	return proof->roots > 0 && proof->stretches == proof->roots ? 0 :
	    proof->gain;
}

void
ug_mojibake_evidence_tell(const struct ug_mojibake_evidence *evidence,
    struct ug_mojibake_reading *reading)
{
	reading->gains[0] = proof_gain(&evidence->often);
	reading->gains[1] = proof_gain(&evidence->seldom);
	reading->roots = evidence->often.roots + evidence->seldom.roots > 0;
}
