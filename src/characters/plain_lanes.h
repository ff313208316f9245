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
#include "base/least.h"
#include "plain_walk.h"

/* What follows is there for some numbers of lanes each. */
#if defined(__GNUC__)
#define ALWAYS_INLINE __attribute__((always_inline))
#else
#define ALWAYS_INLINE
#endif

/*
 * A sum so far: compilers make trees of sums, for which there are not enough
 * registers.
 */
#if defined(__GNUC__) && (defined(__x86_64__) || defined(__aarch64__))
#define SO_FAR(sum) __asm__("" : "+r"(sum))
#else
#define SO_FAR(sum) (void)(sum)
#endif

#define LONGEST 3 /* bytes of a character that has a number */
#define READ    (UG_PLAIN_FEW * LONGEST) /* bytes that are read at once */
#define BEFORE  4 /* characters whose numbers are kept */
#define LANES   (UG_PLAIN_LANGUAGES / UG_LANE)

/* Characters that are taken together. */
struct few {
	uint64_t simple, odd;
	int common;
	unsigned n, n_long;     /* of those, n_long have LONGEST bytes */
	ug_lane sum[LANES];
	const struct ug_plain_row *rows[UG_PLAIN_FEW];
};

/* All that were taken. */
struct walk {
	uint64_t good, odd;
	int common;
	unsigned n, n_long;
	unsigned last;          /* the number of the last one */
	uint16_t numbers[BEFORE + UG_PLAIN_FEW]; /* and of those before it, of
	                         * which UG_PLAIN_FEW may have been too many */
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
	few->n = few->n_long = 0;
	for (unsigned i = 0; i < lanes; i++)
		few->sum[i] = ug_lane_load(zeros);
}

static inline void
few_add(struct few *few, const struct ug_plain_row *row, unsigned lanes)
{
	few->n++;
	few->simple &= row->simple;
	SO_FAR(few->simple);
	few->odd |= row->odd;
	SO_FAR(few->odd);
	few->common += row->common;
	SO_FAR(few->common);
	for (unsigned i = 0; i < lanes; i++)
		few->sum[i] = lane_add(few->sum[i], ug_lane_load(
		    (const char *)row->cost + i * UG_LANE));
}

/* Read UG_PLAIN_FEW at `s`; returns where they end. */
ALWAYS_INLINE static inline const unsigned char *
few_read(struct few *few, const struct ug_plain_rows *r, struct walk *walk,
    const unsigned char *s, unsigned lanes, bool longs)
{
	const char *const rows = (const char *)r->rows;
	const uint16_t *at = r->at[walk->last];
	unsigned last = walk->last;

	few_start(few, lanes);
#pragma GCC unroll 8
	for (unsigned i = 0; i < UG_PLAIN_FEW; i++) {
		const unsigned start = r->starts[ug_bytes_16(s)];
		unsigned next;

		if (longs && (start & UG_PLAIN_LONG) != 0) {
			next = r->of[(start ^ UG_PLAIN_LONG) * UG_PLAIN_PAGE +
			    (s[2] & (UG_PLAIN_PAGE - 1))];
			s += LONGEST;
			few->n_long++;
		} else {
			next = start >> UG_PLAIN_NUMBER;
			s += start & UG_PLAIN_LEN;
		}
		walk->numbers[BEFORE + i] = (uint16_t)next;
		few->rows[i] = (const struct ug_plain_row *)(const void *)
		    (rows + (size_t)at[next] * UG_PLAIN_PLACE);
		few_add(few, few->rows[i], lanes);
		last = next;
		at = r->at[next];
	}
	walk->last = last;
	return s;
}

/*
 * Leave only those before the first that is not simple, `most` at most.
 * Returns where they end.
 */
static inline const unsigned char *
few_cut(struct few *few, const unsigned char *s, unsigned most, unsigned lanes)
{
	few_start(few, lanes);
	while (few->n < most && few->rows[few->n]->simple != 0) {
		const size_t len = ug_char_len(*s);

		few_add(few, few->rows[few->n], lanes);
		few->n_long += len == LONGEST;
		s += len;
	}
	return s;
}

/* Take those that are left. */
ALWAYS_INLINE static inline void
walk_take(struct walk *walk, const struct few *few, struct ug_plain_sum *sum,
    unsigned lanes)
{
	const uint64_t even = 0x00FF00FF00FF00FFu;
	uint64_t units[UG_PLAIN_WORDS];

	for (unsigned i = 0; i < lanes; i++)
		memcpy((char *)units + i * UG_LANE, &few->sum[i], UG_LANE);
	for (size_t i = 0; i < lanes * UG_LANE / 8; i++) {
		sum->units[0][i] += units[i] & even;
		sum->units[1][i] += units[i] >> 8 & even;
	}
	walk->good &= few->simple;
	walk->odd |= few->odd;
	walk->common += few->common;
	walk->n += few->n;
	walk->n_long += few->n_long;
	memmove(walk->numbers, walk->numbers + few->n, BEFORE *
	    sizeof(*walk->numbers));
}

/*
 * Take the characters at `s`, of which more than READ bytes may be read, up to
 * `end`, `most` at most.  Returns where the next one is.  False is left in *on
 * if it is not simple, or no more are asked for.
 */
ALWAYS_INLINE static inline const unsigned char *
walk_on(const struct ug_plain_rows *r, struct ug_plain_sum *sum,
    struct walk *walk, const unsigned char *s, const unsigned char *end,
    unsigned most, bool *on, unsigned lanes, bool longs)
{
	struct few few;

	while (*on && end - s > READ) {
		const unsigned left = most - walk->n;
		const unsigned char *to = few_read(&few, r, walk, s, lanes,
		    longs);

		if (few.simple == 0 || left < UG_PLAIN_FEW) {
			to = few_cut(&few, s, UG_MIN(left, UG_PLAIN_FEW),
			    lanes);
			*on = few.n == UG_PLAIN_FEW;
		}
		walk_take(walk, &few, sum, lanes);
		s = to;
	}
	return s;
}

/* What was taken, `len` bytes, has been seen. */
static inline void
walk_end(const struct walk *walk, struct ug_plain_seen *seen, size_t len)
{
	seen->good &= walk->good;
	seen->odd |= walk->odd;
	seen->sum.common += walk->common;
	seen->n += (int)walk->n;
	seen->beyond += len - walk->n - walk->n_long;
	seen->numbers = 0;
	for (unsigned i = 0; i < BEFORE; i++)
		seen->numbers = seen->numbers << 16 | walk->numbers[i];
}

ALWAYS_INLINE static inline size_t
walk_by(const struct ug_plain_rows *r, struct ug_plain_seen *seen,
    struct ug_text line, size_t at, unsigned lanes, bool longs)
{
	const unsigned char *const bytes = (const unsigned char *)line.s;
	const unsigned most = (unsigned)(UG_PLAIN_PART - seen->n);
	/* NUL has no number: what is behind the text is not simple. */
	unsigned char rest[2 * READ + 2] = { 0 };
	struct walk walk = { .good = ~(uint64_t)0,
		.last = seen->numbers & 0xFFFF };
	const size_t from = at;
	bool on = true;

	for (unsigned i = 0; i < BEFORE; i++)
		walk.numbers[i] = (uint16_t)(seen->numbers >>
		    16 * (BEFORE - 1 - i));
	at = (size_t)(walk_on(r, &seen->sum, &walk, bytes + at,
	    bytes + line.len, most, &on, lanes, longs) - bytes);
	if (on) {
		memcpy(rest, bytes + at, line.len - at);
		at += (size_t)(walk_on(r, &seen->sum, &walk, rest,
		    rest + sizeof(rest), most, &on, lanes, longs) - rest);
	}
	walk_end(&walk, seen, at - from);
	return at;
}

static size_t
plain_walk(const struct ug_plain_rows *rows, struct ug_plain_seen *seen,
    struct ug_text line, size_t at)
{
	const unsigned some = (16 + UG_LANE - 1) / UG_LANE;

	ug_plain_sum_gather(&seen->sum);
	/* One alone costs no more than all. */
	if (rows->n == 1)
		return walk_by(rows, seen, line, at, 0, true);
	if (rows->n > 16)
		return walk_by(rows, seen, line, at, LANES, true);
	return rows->longs ? walk_by(rows, seen, line, at, some, true) :
	    walk_by(rows, seen, line, at, some, false);
}
