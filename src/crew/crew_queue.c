/*
 * crew_queue.c - what a thread has to tell, on its way to the caller's
 *
 * It is no longer than CREW_QUEUE, however slow who is told: then its thread
 * waits.
 */
#include "crew_state.h"

bool
ug_crew_cancelled(struct crew_job *job)
{
	bool cancelled;

	pthread_mutex_lock(&job->crew->lock);
	cancelled = job->cancelled;
	pthread_mutex_unlock(&job->crew->lock);
	return cancelled;
}

/* Put a chunk behind the queue.  False: the job was cancelled. */
static bool
queue_put(struct crew_job *job, struct crew_chunk *chunk)
{
	struct ug_crew *const crew = job->crew;
	struct crew_queue *const queue = &job->queue;
	bool put;

	pthread_mutex_lock(&crew->lock);
	while (queue->len >= CREW_QUEUE && !job->cancelled)
		pthread_cond_wait(&crew->asked, &crew->lock);
	put = !job->cancelled;
	if (put && queue->first == NULL)
		queue->first = chunk;
	else if (put)
		queue->last->next = chunk;
	if (put) {
		queue->last = chunk;
		queue->len += chunk->kept.cap;
		pthread_cond_signal(&crew->told);
	}
	pthread_mutex_unlock(&crew->lock);
	return put;
}

enum ungarble_err
ug_crew_put(void *user, struct ug_buf *kept)
{
	struct crew_job *const job = user;
	struct crew_chunk *const chunk = ug_new(&job->crew->alloc,
	    sizeof(*chunk));

	if (chunk == NULL)
		return UNGARBLE_ENOMEM;
	*chunk = (struct crew_chunk){ .kept = *kept };
	*kept = (struct ug_buf){ .alloc = kept->alloc };
	if (queue_put(job, chunk))
		return UNGARBLE_OK;
	ug_crew_free_chunk(job->crew, chunk);
	return UNGARBLE_ESTOPPED;
}

struct crew_chunk *
ug_crew_take(struct crew_job *job)
{
	struct crew_queue *const queue = &job->queue;
	struct crew_chunk *const chunk = queue->first;

	if (chunk == NULL)
		return NULL;
	queue->first = chunk->next;
	queue->len -= chunk->kept.cap;
	pthread_cond_broadcast(&job->crew->asked);
	return chunk;
}

void
ug_crew_free_chunk(const struct ug_crew *crew, struct crew_chunk *chunk)
{
	ug_buf_free(&chunk->kept);
	ug_release(&crew->alloc, chunk);
}
