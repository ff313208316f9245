/*
 * crew.c - threads that work on one stream
 *
 *	| the caller's stream | run 1 | run 2 | run 3 | ...
 *	    one block           thread  thread  thread
 *
 * The caller's thread takes what is fed, gives runs of blocks to the others,
 * and tells what they kept, in the order of the stream.  A run was right if
 * who did it had come to its start with the same mark as who did the run
 * before; if not, the latter does it again.  So what is told is what one thread
 * would tell, whatever a thread that began in the middle takes the stream for.
 */
#include <signal.h>
#include <string.h>

#include "base/least.h"
#include "crew_state.h"
#include "output/retell.h"

/* ---- what the others have kept */

/* Have the job's thread at it. */
static void
crew_ready(struct crew_job *job)
{
	struct ug_crew *const crew = job->crew;

	pthread_mutex_lock(&crew->lock);
	job->phase = CREW_READY;
	job->cancelled = false;
	pthread_cond_broadcast(&crew->asked);
	pthread_mutex_unlock(&crew->lock);
}

/* Who did the run before the job's does that, too. */
static void
crew_redo(struct ug_crew *crew, struct crew_job *job)
{
	struct crew_chunk *chunk;

	pthread_mutex_lock(&crew->lock);
	job->cancelled = true;
	pthread_cond_broadcast(&crew->asked);
	while (job->phase != CREW_DONE)
		pthread_cond_wait(&crew->told, &crew->lock);
	while ((chunk = ug_crew_take(job)) != NULL)
		ug_crew_free_chunk(crew, chunk);
	pthread_mutex_unlock(&crew->lock);
	ug_crew_close(job->stream);
	job->stream = crew->before;
	job->goes_on = true;
	job->number = crew->before_number;
	crew->before = NULL;
	crew_ready(job);
}

/*
 * Find out whether what the head keeps is right, or see to it that it is.
 * False: that is not known yet, and nobody is to wait.
 */
static bool
crew_join(struct ug_crew *crew, struct crew_job *job, bool wait,
    enum ungarble_err *err)
{
	struct ug_mark first;
	bool begun;

	pthread_mutex_lock(&crew->lock);
	while (!job->begun && wait)
		pthread_cond_wait(&crew->told, &crew->lock);
	begun = job->begun;
	first = job->first;
	pthread_mutex_unlock(&crew->lock);
	if (!begun)
		return false;
	crew->known = true;
	if (crew->before == NULL) {
		/* It began where the stream does: it comes to its start. */
		job->number = 0;
		if (first.at == 0)
			*err = job->err != UNGARBLE_OK ? job->err :
			    UNGARBLE_EMISUSE;
	} else if (first.state != 0 &&
	    first.state == crew->before_mark.state) {
		job->number = crew->before_number + crew->before_mark.number -
		    first.number;
		ug_crew_close(crew->before);
		crew->before = NULL;
	} else {
		crew_redo(crew, job);
	}
	return true;
}

/* What is known of the stream behind a run. */
static void
crew_learn(struct ug_crew *crew, const struct ungarble *ug)
{
	if (ug->records.phase == UG_PHASE_RECORDS)
		crew->like = ug->records;
	crew->whole = ug_reading_verdict(ug->reading);
	if (ug->fields != NULL)
		crew->columns = ug_fields_columns(ug->fields);
	crew->ug->found |= ug_stream_found(ug);
}

/* The head has done its run, and all of it was told. */
static enum ungarble_err
crew_next(struct ug_crew *crew, struct crew_job *job)
{
	if (job->err != UNGARBLE_OK) {
		if (job->stream != NULL && job->stream->ug != NULL)
			crew->ug->failed_at = job->stream->ug->failed_at;
		return job->err;
	}
	crew_learn(crew, job->stream->ug);
	crew->before = job->stream;
	crew->before_mark = job->mark;
	crew->before_number = job->number;
	job->stream = NULL;
	crew->head = (crew->head + 1) % crew->n;
	crew->n_busy--;
	crew->known = false;
	return UNGARBLE_OK;
}

/*
 * Tell some of what comes next, if some is there or somebody is to wait for it.
 * False: nothing is, or nothing will come.
 */
static bool
crew_tell(struct ug_crew *crew, bool wait, enum ungarble_err *err)
{
	struct crew_job *const job = &crew->jobs[crew->head];
	struct crew_chunk *chunk;
	bool done;

	if (crew->n_busy == 0)
		return false;
	if (!crew->known)
		return crew_join(crew, job, wait, err);
	pthread_mutex_lock(&crew->lock);
	while ((chunk = ug_crew_take(job)) == NULL &&
	    job->phase != CREW_DONE && wait)
		pthread_cond_wait(&crew->told, &crew->lock);
	done = chunk == NULL && job->phase == CREW_DONE;
	pthread_mutex_unlock(&crew->lock);
	if (done)
		*err = crew_next(crew, job);
	if (chunk == NULL)
		return done;
	*err = ug_retell(&(struct ug_retold){ &crew->ug->output, job->number,
	    job->in.s, job->in_at }, &chunk->kept);
	ug_crew_free_chunk(crew, chunk);
	return true;
}

/* ---- what they are given */

/* The caller's stream does it all. */
static enum ungarble_err
crew_alone(struct ug_crew *crew)
{
	struct ungarble *const ug = crew->ug;
	const size_t fed = (size_t)(ug->records.at + ug->in.len);
	enum ungarble_err err;

	crew->alone = true;
	err = ug_stream_resume(ug, UINT64_MAX);
	if (err == UNGARBLE_OK && crew->started && crew->in.len > fed)
		err = ug_stream_feed(ug, crew->in.s + fed, crew->in.len - fed);
	ug_buf_free(&crew->in);
	return err;
}

/* Start the thread of a job; signals are for the caller's. */
static bool
crew_start(struct crew_job *job)
{
	sigset_t all, had;

	if (job->has_thread)
		return true;
	(void)sigfillset(&all);
	(void)pthread_sigmask(SIG_SETMASK, &all, &had);
	job->has_thread = pthread_create(&job->thread, NULL, ug_crew_work,
	    job) == 0;
	(void)pthread_sigmask(SIG_SETMASK, &had, NULL);
	return job->has_thread;
}

/* Make room for a run, and what is read around it. */
static enum ungarble_err
crew_reserve(struct ug_crew *crew)
{
	const size_t len = (size_t)(CREW_LEAD + crew->run + CREW_TAIL) +
	    CREW_TAKE;

	return crew->in.len >= len ? UNGARBLE_OK :
	    ug_buf_reserve(&crew->in, len - crew->in.len);
}

/* Keep, of what a run was given, what the next one needs. */
static enum ungarble_err
crew_cut(struct ug_crew *crew, const struct crew_job *job)
{
	const size_t at = (size_t)(job->end - CREW_LEAD - job->in_at);
	enum ungarble_err err;

	crew->start = job->end;
	crew->in_at = job->end - CREW_LEAD;
	crew->in.len = 0;
	err = crew_reserve(crew);
	return err != UNGARBLE_OK ? err : ug_buf_add(&crew->in,
	    job->in.s + at, job->in.len - at);
}

/* Give the next run to a thread, once one is free. */
static enum ungarble_err
crew_give(struct ug_crew *crew, bool last)
{
	enum ungarble_err err = UNGARBLE_OK;
	struct crew_job *job;
	struct ug_buf in;

	for (;;) {
		while (crew->n_busy == crew->n && err == UNGARBLE_OK)
			(void)crew_tell(crew, true, &err);
		if (err != UNGARBLE_OK)
			return err;
		job = &crew->jobs[(crew->head + crew->n_busy) % crew->n];
		if (crew_start(job))
			break;
		/* Those that there are were started in their order. */
		if (job == crew->jobs)
			return crew_alone(crew);
		crew->n = (size_t)(job - crew->jobs);
		crew->head %= crew->n;
	}
	in = job->in;
	job->in = crew->in;
	crew->in = in;
	job->in_at = crew->in_at;
	job->start = crew->start;
	job->end = last ? UINT64_MAX : crew->start + crew->run;
	job->like = crew->like;
	job->whole = crew->whole;
	job->columns = crew->columns;
	job->goes_on = job->begun = false;
	if (!last)
		err = crew_cut(crew, job);
	ug_stream_strip(crew->ug);
	crew->n_busy++;
	crew_ready(job);
	return err;
}

/* Take what is fed; no more than CREW_TAKE at a time. */
static enum ungarble_err
crew_take(struct ug_crew *crew, const char *bytes, size_t len)
{
	struct ungarble *const ug = crew->ug;
	enum ungarble_err err;

	if (crew->alone)
		return ug_stream_feed(ug, bytes, len);
	err = ug_buf_add(&crew->in, bytes, len);
	if (err != UNGARBLE_OK)
		return err;
	if (!crew->started) {
		err = ug_stream_feed(ug, bytes, len);
		crew->started = ug->stopped;
		crew_learn(crew, ug);
		if (err == UNGARBLE_OK && ug->stopped)
			return crew_reserve(crew);
		if (err == UNGARBLE_OK &&
		    crew->in.len >= UG_BLOCK_LEN + CREW_TAIL)
			return crew_alone(crew);
	} else if (crew->in_at + crew->in.len >=
	    crew->start + crew->run + CREW_TAIL) {
		err = crew_give(crew, false);
	}
	return err;
}

/* Let a result stick. */
static enum ungarble_err
crew_settle(struct ug_crew *crew, enum ungarble_err err)
{
	struct ungarble *const ug = crew->ug;

	if (ug->err != UNGARBLE_OK)
		return err;
	ug->err = err;
	if (!crew->started || crew->alone)
		return err;
	/* What came before is good, and may be had. */
	if ((err == UNGARBLE_EINPUT || (err == UNGARBLE_OK && ug->finished)) &&
	    ug_output_end(&ug->output) != UNGARBLE_OK)
		err = UNGARBLE_ESTOPPED;
	ug->err = err;
	return err;
}

enum ungarble_err
ug_crew_feed(struct ug_crew *crew, const void *data, size_t len)
{
	const char *bytes = data;
	enum ungarble_err err = ug_stream_ready(crew->ug);

	for (size_t n; len > 0 && err == UNGARBLE_OK; bytes += n, len -= n) {
		n = UG_MIN(len, CREW_TAKE);
		err = crew_take(crew, bytes, n);
	}
	while (err == UNGARBLE_OK && crew_tell(crew, false, &err))
		;
	return crew_settle(crew, err);
}

enum ungarble_err
ug_crew_finish(struct ug_crew *crew)
{
	enum ungarble_err err = ug_stream_ready(crew->ug);

	if (err != UNGARBLE_OK)
		return err;
	if (!crew->started || crew->alone) {
		/* It may come to where it was to stop only now. */
		crew->ug->stop_at = UINT64_MAX;
		return ug_stream_finish(crew->ug);
	}
	crew->ug->finished = true;
	err = crew_give(crew, true);
	if (crew->alone) {
		crew->ug->finished = false;
		return err != UNGARBLE_OK ? err : ug_stream_finish(crew->ug);
	}
	while (err == UNGARBLE_OK && crew_tell(crew, true, &err))
		;
	return crew_settle(crew, err);
}
