/*
 * history.c - what a stream's legacy records said of their encoding
 */
#include "history.h"

#include "memory.h"

void
ug_history_init(struct ug_history *history, const struct ug_alloc *alloc)
{
	*history = (struct ug_history){
		.now = { .sample = { .alloc = alloc } },
		.before = { .sample = { .alloc = alloc } },
	};
}

void
ug_history_free(struct ug_history *history)
{
	ug_buf_free(&history->now.sample);
	ug_buf_free(&history->before.sample);
}

bool
ug_history_enter(struct ug_history *history, uint64_t in_at)
{
	const uint64_t block = in_at / UG_BLOCK_LEN;

	if (block == history->block)
		return false;

	const struct ug_block_history old = history->before;

	history->before = history->now;
	history->now = (struct ug_block_history){ .sample = old.sample };
	history->now.sample.len = 0;
	if (block != history->block + 1)
		history->before.verdict.encoding = history->before.latest =
		    NULL;
	history->block = block;
	return true;
}

enum ungarble_err
ug_sample_add(struct ug_buf *sample, const unsigned char *bytes, size_t len)
{
	const size_t room = UG_SAMPLE_MAX - sample->len;

	return ug_buf_add(sample, bytes, len < room ? len : room);
}

enum ungarble_err
ug_sample_judge(const struct ug_buf *sample,
    const struct ug_candidates *candidates, const unsigned char *record,
    size_t len, struct ug_verdict *verdict)
{
	return ug_detect_encoding((const unsigned char *)sample->s,
	    sample->len, record, len, candidates, sample->alloc, verdict);
}

enum ungarble_err
ug_history_learn(struct ug_history *history,
    const struct ug_candidates *candidates, const unsigned char *bytes,
    size_t len)
{
	struct ug_buf *const sample = &history->now.sample;
	const size_t before = sample->len;
	const enum ungarble_err err = ug_sample_add(sample, bytes, len);
	const bool enough = before < UG_SAMPLE_ENOUGH &&
	    sample->len >= UG_SAMPLE_ENOUGH;
	const bool full = before < UG_SAMPLE_MAX &&
	    sample->len >= UG_SAMPLE_MAX;

	if (err != UNGARBLE_OK || !(enough || full))
		return err;
	return ug_sample_judge(sample, candidates, NULL, 0,
	    &history->now.verdict);
}

struct ug_verdict
ug_history_verdict(const struct ug_history *history, bool *own)
{
	struct ug_verdict verdict = history->now.verdict;

	*own = verdict.encoding != NULL;
	if (!*own)
		verdict = history->before.verdict;
	verdict.reason = UNGARBLE_BY_HISTORY;
	return verdict;
}

const struct ug_encoding *
ug_history_latest(const struct ug_history *history)
{
	return history->now.latest != NULL ? history->now.latest :
	    history->before.latest;
}
