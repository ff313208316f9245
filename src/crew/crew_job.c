/*
 * crew_job.c - a run of the stream, done by a thread of its own
 *
 *	| block before | the run ... | a little more
 *	  read, not told  told and written
 *
 * From a block before on a stream of its own reads what the one that began at
 * the beginning reads.  Where the run starts it leaves its mark, by which the
 * caller's thread finds out whether it knows all; else the one that did the run
 * before does this one, too.
 */
#include "base/least.h"
#include "crew_state.h"

static void *
stream_resize(void *user, void *ptr, size_t size)
{
	const struct crew_stream *const stream = user;

	return stream->alloc->resize(stream->alloc->user, ptr, size);
}

/* What is told is kept; why it could not be, job->err says. */
static int
stream_kept(const struct crew_stream *stream, enum ungarble_err err)
{
	if (err != UNGARBLE_OK)
		stream->job->err = err;
	return err != UNGARBLE_OK;
}

static int
stream_on_edit(void *user, const struct ungarble_edit *edit)
{
	const struct crew_stream *const stream = user;

	return stream_kept(stream, ug_told_add_edit(&stream->job->told, edit));
}

static int
stream_on_finding(void *user, const struct ungarble_finding *finding)
{
	const struct crew_stream *const stream = user;

	return stream_kept(stream, ug_told_add_finding(&stream->job->told,
	    finding));
}

void
ug_crew_close(struct crew_stream *stream)
{
	if (stream == NULL)
		return;
	ug_stream_close(stream->ug);
	ug_release(stream->alloc, stream);
}

static enum ungarble_err
job_open(struct crew_job *job)
{
	struct ungarble_options opts = job->crew->opts;
	const struct ug_alloc *const alloc = &job->crew->alloc;
	struct crew_stream *const stream = ug_new(alloc, sizeof(*stream));
	enum ungarble_err err;

	job->stream = stream;
	if (stream == NULL)
		return UNGARBLE_ENOMEM;
	*stream = (struct crew_stream){ .job = job, .alloc = alloc };
	if (opts.edit != NULL)
		opts.edit = stream_on_edit;
	if (opts.finding != NULL)
		opts.finding = stream_on_finding;
	if (opts.resize != NULL)
		opts.resize = stream_resize;
	opts.user = stream;
	err = ug_stream_open(&stream->ug, &opts);
	if (err != UNGARBLE_OK)
		return err;
	if (job->in_at > 0) {
		ug_records_start_as(&stream->ug->records, job->in_at +
		    UG_RECORDS_LEAD, &job->like);
		ug_reading_start_as(stream->ug->reading, job->whole);
		if (stream->ug->fields != NULL)
			ug_fields_start_as(stream->ug->fields, &job->columns);
		stream->ug->probation.open = false;
	}
	stream->ug->stop_at = job->start;
	stream->ug->output.told = &job->told;
	return UNGARBLE_OK;
}

/* Feed what was not fed yet, until the stream stops or there is no more. */
static enum ungarble_err
job_feed(struct crew_job *job)
{
	struct ungarble *const ug = job->stream->ug;
	enum ungarble_err err = UNGARBLE_OK;

	while (err == UNGARBLE_OK && !ug->stopped) {
		const size_t at = (size_t)(ug->records.at + ug->in.len +
		    ug->probation.bytes.len - job->in_at);
		const size_t left = job->in.len - at;

		if (left == 0)
			break;
		if (ug_crew_cancelled(job))
			return UNGARBLE_ESTOPPED;
		err = ug_stream_feed(ug, job->in.s + at,
		    UG_MIN(left, CREW_SLICE));
	}
	return err;
}

/* Say where the run starts, or that it is not known. */
static void
job_begin(struct crew_job *job, struct ug_mark first)
{
	pthread_mutex_lock(&job->crew->lock);
	job->first = first;
	job->begun = true;
	pthread_cond_signal(&job->crew->told);
	pthread_mutex_unlock(&job->crew->lock);
}

/* Come to where the run starts; false: did not come there. */
static bool
job_lead(struct crew_job *job)
{
	enum ungarble_err err = job_open(job);

	if (err == UNGARBLE_OK)
		err = job_feed(job);
	if (err != UNGARBLE_OK || !job->stream->ug->stopped) {
		job->err = err;
		return false;
	}
	job_begin(job, ug_stream_mark(job->stream->ug));
	return true;
}

/* The run itself. */
static enum ungarble_err
job_run(struct crew_job *job)
{
	struct ungarble *const ug = job->stream->ug;
	enum ungarble_err err, more;

	job->told.on = true;
	err = ug_stream_resume(ug, job->end);
	if (err == UNGARBLE_OK)
		err = job_feed(job);
	if (err == UNGARBLE_OK && job->end == UINT64_MAX)
		err = ug_stream_finish(ug);
	more = ug_told_flush(&job->told);
	if (err == UNGARBLE_OK && more != UNGARBLE_OK)
		err = more;
	if (err == UNGARBLE_OK && ug->stopped)
		job->mark = ug_stream_mark(ug);
	else
		job->mark.number = ug->records.number;
	return err;
}

static void
job_do(struct crew_job *job)
{
	const struct ug_output *const output = &job->crew->ug->output;
	const struct ungarble_options *const opts = &job->crew->ug->opts;
	const struct ug_mark none = { .at = 0 };
	enum ungarble_err err;

	job->told = (struct ug_told){
		.full = ug_crew_put,
		.user = job,
		.wants_text = opts->write != NULL || opts->piece != NULL ||
		    output->whole != NULL,
		.wants_pieces = opts->piece != NULL,
		.kept.alloc = &job->crew->alloc,
	};
	job->err = UNGARBLE_OK;
	job->mark = none;
	if (job->goes_on) {
		job->stream->job = job;
		job->stream->ug->output.told = &job->told;
	} else if (!job_lead(job)) {
		job_begin(job, none);
		return;
	}
	err = job_run(job);
	/* A callback says why it stopped. */
	if (job->err == UNGARBLE_OK)
		job->err = err;
	ug_buf_free(&job->told.kept);
}

void *
ug_crew_work(void *arg)
{
	struct crew_job *const job = arg;
	struct ug_crew *const crew = job->crew;

	pthread_mutex_lock(&crew->lock);
	for (;;) {
		while (job->phase != CREW_READY && !crew->quits)
			pthread_cond_wait(&crew->asked, &crew->lock);
		if (crew->quits)
			break;
		pthread_mutex_unlock(&crew->lock);
		job_do(job);
		pthread_mutex_lock(&crew->lock);
		job->phase = CREW_DONE;
		pthread_cond_signal(&crew->told);
	}
	pthread_mutex_unlock(&crew->lock);
	return NULL;
}
