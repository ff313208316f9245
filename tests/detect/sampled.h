/*
 * sampled.h - a sample of some bytes, taken and counted, for tests
 */
#ifndef SAMPLED_H
#define SAMPLED_H

#include <stdlib.h>

#include "check.h"
#include "detect/sample.h"
#include "detect/score.h"

struct sampled {
	struct ug_score *score;
	struct ug_sample *sample;
};

/* Memory for both, to be given back by sampled_free(). */
static inline bool
sampled_init(struct sampled *s)
{
	s->score = malloc(sizeof(*s->score));
	s->sample = calloc(1, sizeof(*s->sample));
	if (!CHECK("memory", s->score != NULL && s->sample != NULL))
		return false;
	ug_score_init(s->score);
	s->sample->glyphs = s->score->glyphs;
	s->sample->tokens.alloc = &ug_alloc_libc;
	return true;
}

static inline void
sampled_take(struct sampled *s, const char *name, const void *bytes, size_t len)
{
	ug_sample_clear(s->sample);
	CHECK(name, ug_sample_add(s->sample, bytes, len) == UNGARBLE_OK);
	ug_sample_count(s->sample);
}

static inline void
sampled_free(struct sampled *s)
{
	ug_sample_free(s->sample);
	free(s->sample);
	free(s->score);
}

#endif /* SAMPLED_H */
