/*
 * crew_open.c - a crew is made, and ended
 */
#include <string.h>

#include "crew_state.h"

/* Copy the strings of the options, which the caller may let go. */
static enum ungarble_err
crew_copy(struct ug_crew *crew)
{
	struct ungarble_options *const o = &crew->opts;
	const char **const strings[] = { &o->from, &o->fallback, &o->languages,
		&o->declared, &o->fixes, &o->names, &o->lexicon, &o->keep };
	enum { N = sizeof(strings) / sizeof(*strings) };
	size_t lens[N], len = 1, cap = 0;
	char *to;

	for (size_t i = 0; i < N; i++) {
		lens[i] = *strings[i] == NULL ? 0 : i == N - 2 ?
		    o->lexicon_len : i == N - 1 ? o->keep_len :
		    strlen(*strings[i]) + 1;
		len += lens[i];
	}
	if (ug_reserve(&crew->alloc, &crew->strings, &cap, len, 1) !=
	    UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	to = crew->strings;
	for (size_t i = 0; i < N; i++) {
		if (*strings[i] == NULL)
			continue;
		memcpy(to, *strings[i], lens[i]);
		*strings[i] = to;
		to += lens[i];
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
crew_build(struct ug_crew *crew)
{
	const enum ungarble_err err = crew_copy(crew);
	size_t cap = 0;

	if (err != UNGARBLE_OK)
		return err;
	if (ug_reserve(&crew->alloc, &crew->jobs, &cap,
	    crew->ug->opts.threads, sizeof(*crew->jobs)) != UNGARBLE_OK)
		return UNGARBLE_ENOMEM;
	crew->n = crew->ug->opts.threads;
	for (size_t i = 0; i < crew->n; i++)
		crew->jobs[i] = (struct crew_job){ .crew = crew,
			.in.alloc = &crew->alloc };
	return UNGARBLE_OK;
}

enum ungarble_err
ug_crew_new(struct ug_crew **crew, struct ungarble *ug)
{
	struct ug_crew *const c = ug_new(&ug->alloc, sizeof(*c));

	*crew = NULL;
	if (c == NULL)
		return UNGARBLE_ENOMEM;
	*c = (struct ug_crew){
		.ug = ug,
		.opts = ug->opts,
		.alloc = ug->alloc,
		.in.alloc = &c->alloc,
		.start = UG_BLOCK_LEN,
		.run = CREW_RUN,
		.lock = PTHREAD_MUTEX_INITIALIZER,
		.told = PTHREAD_COND_INITIALIZER,
		.asked = PTHREAD_COND_INITIALIZER,
	};
	/* The others need not keep what came in: the crew does. */
	c->opts.piece = NULL;
	*crew = c;
	ug->stop_at = UG_BLOCK_LEN;
	return crew_build(c);
}

void
ug_crew_set_run(struct ungarble *ug, unsigned n_blocks)
{
	ug->crew->run = n_blocks * UG_BLOCK_LEN;
}

void
ug_crew_free(struct ug_crew *crew)
{
	struct crew_chunk *chunk;

	if (crew == NULL)
		return;
	pthread_mutex_lock(&crew->lock);
	crew->quits = true;
	for (size_t i = 0; i < crew->n; i++)
		crew->jobs[i].cancelled = true;
	pthread_cond_broadcast(&crew->asked);
	pthread_mutex_unlock(&crew->lock);
	for (size_t i = 0; i < crew->n; i++) {
		struct crew_job *const job = &crew->jobs[i];

		if (job->has_thread)
			(void)pthread_join(job->thread, NULL);
		while ((chunk = ug_crew_take(job)) != NULL)
			ug_crew_free_chunk(crew, chunk);
		ug_crew_close(job->stream);
		ug_buf_free(&job->in);
	}
	ug_crew_close(crew->before);
	(void)pthread_cond_destroy(&crew->asked);
	(void)pthread_cond_destroy(&crew->told);
	(void)pthread_mutex_destroy(&crew->lock);
	ug_buf_free(&crew->in);
	ug_release(&crew->alloc, crew->jobs);
	ug_release(&crew->alloc, crew->strings);

	const struct ug_alloc alloc = crew->alloc;

	ug_release(&alloc, crew);
}
