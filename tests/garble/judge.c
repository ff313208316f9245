/*
 * judge.c - what a damaged line has become
 *
 * The output is read piece by piece as any of the stages that the piece went
 * through.  A restored piece may have U+FFFD where something was lost.
 */
#include <stdlib.h>

#include "damage.h"
#include "detect/encode.h"

#define LOST    0xFFFD
#define AT_MOST 3   /* characters that one U+FFFD stands for */
#define ROOM    2048

/* Ways to reach a place in the output. */
#define WAY_RESTORED 1
#define WAY_MIXED    2

struct judge {
	uint32_t out[ROOM];
	size_t n_out;
	unsigned char ways[ROOM + 1], next[ROOM + 1];
	bool lossy;
};

/* A no-break space is a space: who lost one cannot know. */
static size_t
chars_of(struct ug_text text, uint32_t chars[ROOM])
{
	size_t n = 0;

	while (n < ROOM && text.len > 0) {
		size_t len = 0;
		const uint32_t c = ug_text_next(text, &len);

		chars[n++] = c == 0xA0 ? ' ' : c;
		text = ug_text_part(text, len, text.len - len);
	}
	return n;
}

/* Go on from each reached place by exactly `chars`. */
static void
judge_exact(struct judge *judge, const uint32_t *chars, size_t n, bool keeps)
{
	for (size_t at = 0; at + n <= judge->n_out; at++) {
		if (judge->ways[at] == 0 || memcmp(judge->out + at, chars,
		    n * sizeof(*chars)) != 0)
			continue;
		judge->next[at + n] |= keeps ? judge->ways[at] : WAY_MIXED;
	}
}

/*
 * Go on from `from` by `chars`, some of which may be lost: `here` has the
 * places in chars that the output up to a place can have reached.
 */
static void
judge_lossy(struct judge *judge, const uint32_t *chars, size_t n, size_t from)
{
	static const uint64_t one = 1;
	uint64_t here = 1; /* the first 63 characters of a piece will do */

	if (n > 63)
		return;
	for (size_t at = from; here != 0; at++) {
		uint64_t then = 0;

		if ((here >> n & 1) != 0)
			judge->next[at] |= judge->ways[from];
		if (at == judge->n_out)
			break;
		for (size_t i = 0; i <= n; i++) {
			if ((here >> i & 1) == 0)
				continue;
			if (i < n && chars[i] == judge->out[at])
				then |= one << (i + 1);
			for (size_t k = 0; judge->out[at] == LOST &&
			    k <= AT_MOST && i + k <= n; k++)
				then |= one << (i + k);
		}
		here = then;
	}
}

static void
judge_piece(struct judge *judge, const struct damage *damage, size_t piece)
{
	const struct damage_piece *const p = &damage->pieces[piece];
	uint32_t chars[ROOM];

	memset(judge->next, 0, sizeof(judge->next));
	for (unsigned k = 0; k <= damage->plan.n_steps + 1; k++) {
		const struct ug_buf *const stage =
		    k > damage->plan.n_steps ? &damage->line :
		    &damage->stages[k];
		const size_t n = chars_of((struct ug_text){ stage->s +
		    p->at[k], p->len[k] }, chars);

		judge_exact(judge, chars, n, k == 0 || !p->damaged);
		for (size_t at = 0; judge->lossy && k == 0 &&
		    at <= judge->n_out; at++)
			if (judge->ways[at] != 0)
				judge_lossy(judge, chars, n, at);
	}
	memcpy(judge->ways, judge->next, sizeof(judge->ways));
}

/*
 * Of a line whose tail was cut: the output starts as it should, but for that.
 */
static bool
judge_cut(const struct damage *damage, const struct judge *judge)
{
	uint32_t truth[ROOM];
	const size_t n = chars_of((struct ug_text){ damage->stages[0].s,
	    damage->stages[0].len }, truth);
	size_t same = 0;

	while (same < n && same < judge->n_out &&
	    truth[same] == judge->out[same])
		same++;
	for (size_t i = same; i < judge->n_out; i++)
		if (judge->out[i] < 0x80)
			return false;
	return same > 0 &&
	    judge->n_out - same <= AT_MOST * damage->plan.n_steps;
}

/* Of such a line, where it breaks off inside the piece that comes next. */
static bool
judge_breaks_off(const struct damage *damage, const struct judge *judge,
    size_t piece)
{
	const struct damage_piece *const p = &damage->pieces[piece];
	const size_t last = damage->plan.n_steps + 1;

	if (damage->plan.alter != DAMAGE_CUT ||
	    p->at[last] + p->len[last] < damage->line.len)
		return false;
	for (size_t at = judge->n_out; at-- > 0;)
		if (judge->ways[at] != 0)
			return judge->n_out - at <= p->len[last];
	return false;
}

static enum damage_verdict
judge_pieces(const struct damage *damage, struct ug_text out)
{
	struct judge *const judge = calloc(1, sizeof(*judge));
	enum damage_verdict verdict = DAMAGE_THIRD;

	if (judge == NULL)
		abort();
	judge->n_out = chars_of(out, judge->out);
	judge->lossy = damage_loses(damage->plan.alter);
	judge->ways[0] = WAY_RESTORED;
	if (damage->plan.alter == DAMAGE_CUT && judge_cut(damage, judge))
		verdict = DAMAGE_RESTORED;
	for (size_t i = 0; i < damage->n_pieces && verdict == DAMAGE_THIRD;
	    i++) {
		if (judge_breaks_off(damage, judge, i))
			verdict = DAMAGE_PARTLY;
		else
			judge_piece(judge, damage, i);
	}
	if (verdict == DAMAGE_THIRD &&
	    (judge->ways[judge->n_out] & WAY_RESTORED) != 0)
		verdict = DAMAGE_RESTORED;
	else if (verdict == DAMAGE_THIRD && judge->ways[judge->n_out] != 0)
		verdict = DAMAGE_PARTLY;
	free(judge);
	return verdict;
}

enum damage_verdict
damage_judge(struct damage *damage, struct ug_text out)
{
	const struct ug_text truth = { damage->stages[0].s,
		damage->stages[0].len };
	enum damage_verdict verdict;
	struct ug_buf composed = { .alloc = &ug_alloc_libc };

	if (ug_text_equal(out, truth))
		return DAMAGE_RESTORED;
	if (ug_text_equal(out, (struct ug_text){ damage->line.s,
	    damage->line.len }))
		return DAMAGE_LEFT;
	damage_compose(truth, &damage->scratch);
	damage_compose(out, &composed);
	if (ug_text_equal((struct ug_text){ composed.s, composed.len },
	    (struct ug_text){ damage->scratch.s, damage->scratch.len }))
		verdict = DAMAGE_RESTORED;
	else if (damage->plan.alter == DAMAGE_NFD)
		verdict = judge_pieces(damage, (struct ug_text){ composed.s,
		    composed.len });
	else
		verdict = judge_pieces(damage, out);
	ug_buf_free(&composed);
	return verdict;
}
