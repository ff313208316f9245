/*
 * diff_gap.c - where two strings differ
 *
 *	"Le caf\xE9 du", "Le café du"  ->  a gap: \xE9, é
 *
 * From a difference on, the nearest place is looked for where both go on alike
 * for a few bytes.  What is further than that is one gap: this is for eyes, and
 * its cost stays in proportion to the length.
 */
#include <string.h>

#include "diff_gap.h"
#include "least.h"
#include "printable.h"

#define GAP_SPAN 96 /* how far apart, both sides together, is looked for */
#define GAP_STEP 32 /* what is passed by where that finds nothing */
#define GAP_SAME 4  /* bytes that are alike behind a gap */

static bool
gap_is_inner(struct cli_bytes bytes, size_t at)
{
	return at < bytes.len && cli_char_is_inner(bytes.s[at]);
}

/* Whether both go on alike, or end. */
static bool
gap_ends(struct cli_bytes in, size_t i, struct cli_bytes out, size_t j)
{
	const size_t in_left = in.len - i, out_left = out.len - j;
	const size_t n = CLI_MIN(in_left, GAP_SAME);

	if (n < GAP_SAME && in_left != out_left)
		return false;
	return out_left >= n && memcmp(in.s + i, out.s + j, n) == 0;
}

/* The end of the gap that starts at *i and *j, if it is near. */
static bool
gap_end(struct cli_bytes in, size_t *i, struct cli_bytes out, size_t *j)
{
	for (size_t far = 1; far <= GAP_SPAN; far++) {
		for (size_t di = 0; di <= far; di++) {
			const size_t dj = far - di;

			if (di > in.len - *i || dj > out.len - *j ||
			    !gap_ends(in, *i + di, out, *j + dj))
				continue;
			*i += di;
			*j += dj;
			return true;
		}
	}
	return false;
}

static bool
gap_is_letter(struct cli_bytes bytes, size_t at)
{
	return at < bytes.len && ((unsigned char)bytes.s[at] | 0x20) >= 'a' &&
	    ((unsigned char)bytes.s[at] | 0x20) <= 'z';
}

static bool
gap_is_ascii(struct cli_bytes bytes, size_t at, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)bytes.s[at + i] >= 0x80)
			return false;
	return true;
}

/*
 * A word in place of another one differs as a whole, whatever they share at
 * their ends: "mentioned", not "mentione", for "said".
 */
static void
gap_take_words(struct cli_gap *gap, struct cli_bytes in, size_t in_from,
    struct cli_bytes out, size_t out_from)
{
	if (!gap_is_ascii(in, gap->in_at, gap->in_len) ||
	    !gap_is_ascii(out, gap->out_at, gap->out_len))
		return;
	while (gap->in_at > in_from && gap->out_at > out_from &&
	    gap_is_letter(in, gap->in_at - 1) &&
	    (gap_is_letter(in, gap->in_at) ||
		gap_is_letter(out, gap->out_at))) {
		gap->in_at--;
		gap->in_len++;
		gap->out_at--;
		gap->out_len++;
	}
	for (;;) {
		const size_t i = gap->in_at + gap->in_len;
		const size_t j = gap->out_at + gap->out_len;

		if (!gap_is_letter(in, i) || j == out.len ||
		    in.s[i] != out.s[j] || i == 0 || j == 0 ||
		    (!gap_is_letter(in, i - 1) && !gap_is_letter(out, j - 1)))
			break;
		gap->in_len++;
		gap->out_len++;
	}
}

/*
 * What lost a lead, or got one, is a pair of characters beyond ASCII: "Â¿" for
 * "¿", not "Â" for nothing.
 */
static void
gap_take_pair(struct cli_gap *gap, struct cli_bytes in, struct cli_bytes out)
{
	size_t i = gap->in_at + gap->in_len, j = gap->out_at + gap->out_len;

	if ((gap->in_len > 0 && gap->out_len > 0) || i == in.len ||
	    j == out.len || (in.s[i] & 0x80) == 0 || in.s[i] != out.s[j] ||
	    (gap_is_ascii(in, gap->in_at, gap->in_len) &&
		gap_is_ascii(out, gap->out_at, gap->out_len)))
		return;
	do {
		i++;
		j++;
	} while (gap_is_inner(in, i) && j < out.len && in.s[i] == out.s[j]);
	gap->in_len = i - gap->in_at;
	gap->out_len = j - gap->out_at;
}

bool
cli_gap_next(struct cli_gap *gap, struct cli_bytes in, struct cli_bytes out)
{
	const size_t in_from = gap->in_at + gap->in_len;
	const size_t out_from = gap->out_at + gap->out_len;
	size_t i = in_from, j = out_from;

	while (i < in.len && j < out.len && in.s[i] == out.s[j]) {
		i++;
		j++;
	}
	if (i == in.len && j == out.len)
		return false;
	while (i > in_from && j > out_from &&
	    (gap_is_inner(in, i) || gap_is_inner(out, j))) {
		i--;
		j--;
	}
	gap->in_at = i;
	gap->out_at = j;
	while ((i < in.len || j < out.len) && !gap_end(in, &i, out, &j)) {
		i += CLI_MIN(GAP_STEP, in.len - i);
		j += CLI_MIN(GAP_STEP, out.len - j);
	}
	while (i < in.len && j < out.len && in.s[i] == out.s[j] &&
	    (gap_is_inner(in, i) || gap_is_inner(out, j))) {
		i++;
		j++;
	}
	gap->in_len = i - gap->in_at;
	gap->out_len = j - gap->out_at;
	gap_take_words(gap, in, in_from, out, out_from);
	gap_take_pair(gap, in, out);
	return true;
}
