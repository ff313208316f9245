/*
 * plain_lanes.h - walks by vectors: included by each way to do so
 *
 * Two bytes are looked up that a character may start with, then its number
 * behind the one before; eight times, and what that costs is added for many
 * languages at once:
 *
 *	D0 9F D1 80 ...   2, number of U+041F; row behind a blank
 *	      D1 80 ...   2, number of U+0440; row behind that
 */
#include "base/block.h"
#include "base/bytes.h"
#include "plain_walk.h"

/* What follows is there three times, each for so many lanes. */
#if defined(__GNUC__)
#define ALWAYS_INLINE __attribute__((always_inline))
#else
#define ALWAYS_INLINE
#endif

#define LONGEST 3 /* bytes of a character that has a number */
#define READ    (UG_PLAIN_FEW * LONGEST) /* bytes that are read at once */
#define BEFORE  4 /* characters whose numbers are kept */
#define LANES   (UG_PLAIN_LANGUAGES / UG_LANE)

/* Characters that are taken together. */
struct few {
	uint64_t simple, odd;   /* of all of them */
	int common;
	unsigned n_long;        /* have LONGEST bytes */
	ug_lane sum[LANES];
	unsigned last;          /* the number of the last one */
	uint16_t numbers[BEFORE + UG_PLAIN_FEW]; /* theirs behind those before
	                         * them */
	const struct ug_plain_row *rows[UG_PLAIN_FEW];
};

static inline ug_lane
lane_add(ug_lane a, ug_lane b)
{
#if defined(__AVX2__) && !defined(UG_BLOCK_PLAIN)
	return _mm256_add_epi8(a, b);
#elif defined(__SSE2__) && !defined(UG_BLOCK_PLAIN)
	return _mm_add_epi8(a, b);
#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(UG_BLOCK_PLAIN)
	return vaddq_u8(a, b);
#else
	return a + b;
#endif
}

static inline void
few_start(struct few *few, unsigned lanes)
{
	static const char zeros[UG_LANE];

	few->simple = ~(uint64_t)0;
	few->odd = 0;
	few->common = 0;
	few->n_long = 0;
	for (unsigned i = 0; i < lanes; i++)
		few->sum[i] = ug_lane_load(zeros);
}

static inline void
few_add(struct few *few, const struct ug_plain_row *row, unsigned lanes)
{
	few->simple &= row->simple;
	few->odd |= row->odd;
	few->common += row->common;
	for (unsigned i = 0; i < lanes; i++)
		few->sum[i] = lane_add(few->sum[i], ug_lane_load(
		    (const char *)row->cost + i * UG_LANE));
}

/* Read some at `s`; returns where they end. */
ALWAYS_INLINE static inline const unsigned char *
few_read(struct few *few, const struct ug_plain_rows *r,
    const unsigned char *s, unsigned lanes)
{
	const char *const rows = (const char *)r->rows;
	const uint16_t *const at = r->at[0];
	unsigned last = few->last;

	few_start(few, lanes);
#pragma GCC unroll 8
	for (unsigned i = 0; i < UG_PLAIN_FEW; i++) {
		const unsigned start = r->starts[ug_bytes_16(s)];
		size_t next;

		if ((start & UG_PLAIN_LONG) != 0) {
			next = r->of[(start ^ UG_PLAIN_LONG) * UG_PLAIN_PAGE +
			    (s[2] & (UG_PLAIN_PAGE - 1))];
			s += LONGEST;
			few->n_long++;
		} else {
			next = start >> UG_PLAIN_NUMBER;
			s += start & UG_PLAIN_LEN;
		}
		few->numbers[BEFORE + i] = (uint16_t)next;
		few->rows[i] = (const struct ug_plain_row *)(const void *)
		    (rows + (size_t)at[last * UG_PLAIN_MOST + next] *
		    UG_PLAIN_PLACE);
		few_add(few, few->rows[i], lanes);
		last = (unsigned)next;
	}
	few->last = last;
	return s;
}

/*
 * Leave only those before the first that is not simple, `most` at most: their
 * number.  *s is where they start, and then end.
 */
static inline unsigned
few_cut(struct few *few, const unsigned char **s, unsigned most,
    unsigned lanes)
{
	unsigned n = 0;

	few_start(few, lanes);
	for (; n < most && few->rows[n]->simple != 0; n++) {
		const size_t len = ug_char_len(**s);

		few_add(few, few->rows[n], lanes);
		few->n_long += len == LONGEST;
		*s += len;
	}
	return n;
}

/* Note n of them, of `len` bytes. */
ALWAYS_INLINE static inline void
few_note(struct few *few, struct ug_plain_seen *seen, unsigned n, size_t len,
    unsigned lanes)
{
	for (unsigned i = 0; i < lanes; i++)
		memcpy((char *)seen->sum.few + i * UG_LANE, &few->sum[i],
		    UG_LANE);
	ug_plain_sum_gather_some(&seen->sum, lanes * UG_LANE / 8);
	seen->good &= few->simple;
	seen->odd |= few->odd;
	seen->sum.common += few->common;
	seen->n += (int)n;
	seen->beyond += len - n - few->n_long;
	memmove(few->numbers, few->numbers + n, BEFORE *
	    sizeof(*few->numbers));
}

/*
 * Take the characters at `s`, of which more than READ bytes may be read, up to
 * `end`.  Returns where the next one is.  *done is set if it is not simple, or
 * no more are asked for.
 */
ALWAYS_INLINE static inline const unsigned char *
walk_on(const struct ug_plain_rows *r, struct ug_plain_seen *seen,
    struct few *few, const unsigned char *s, const unsigned char *end,
    bool *done, unsigned lanes)
{
	while (end - s > READ) {
		const unsigned most = (unsigned)(UG_PLAIN_PART - seen->n);
		const unsigned char *to = few_read(few, r, s, lanes);
		unsigned n = UG_PLAIN_FEW;

		if (few->simple == 0 || most < UG_PLAIN_FEW) {
			to = s;
			n = few_cut(few, &to, most < UG_PLAIN_FEW ? most :
			    UG_PLAIN_FEW, lanes);
		}
		few_note(few, seen, n, (size_t)(to - s), lanes);
		s = to;
		*done = n < UG_PLAIN_FEW;
		if (*done)
			break;
	}
	return s;
}

ALWAYS_INLINE static inline size_t
walk_by(const struct ug_plain_rows *r, struct ug_plain_seen *seen,
    struct ug_text line, size_t at, unsigned lanes)
{
	const unsigned char *const bytes = (const unsigned char *)line.s;
	/* NUL has no number: what is behind the text is not simple. */
	unsigned char rest[2 * READ + 2] = { 0 };
	struct few few = { .last = seen->numbers & 0xFFFF };
	bool done = false;

	for (unsigned i = 0; i < BEFORE; i++)
		few.numbers[i] = (uint16_t)(seen->numbers >>
		    16 * (BEFORE - 1 - i));
	at = (size_t)(walk_on(r, seen, &few, bytes + at, bytes + line.len,
	    &done, lanes) - bytes);
	if (!done) {
		memcpy(rest, bytes + at, line.len - at);
		at += (size_t)(walk_on(r, seen, &few, rest, rest + sizeof(rest),
		    &done, lanes) - rest);
	}
	seen->numbers = 0;
	for (unsigned i = 0; i < BEFORE; i++)
		seen->numbers = seen->numbers << 16 | few.numbers[i];
	return at;
}

static size_t
plain_walk(const struct ug_plain_rows *rows, struct ug_plain_seen *seen,
    struct ug_text line, size_t at)
{
	const unsigned some = (16 + UG_LANE - 1) / UG_LANE;

	ug_plain_sum_gather(&seen->sum);
	/* One alone costs no more than all. */
	return rows->n == 1 ? walk_by(rows, seen, line, at, 0) :
	    rows->n <= 16 ? walk_by(rows, seen, line, at, some) :
	    walk_by(rows, seen, line, at, LANES);
}
