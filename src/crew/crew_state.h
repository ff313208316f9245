/*
 * crew_state.h - what a crew is made of: the caller's side is crew.c, that of
 * its threads crew_job.c, what goes from one to the other crew_queue.c
 */
#ifndef UG_CREW_STATE_H
#define UG_CREW_STATE_H

#include <pthread.h>

#include "crew.h"
#include "fields/csv.h"
#include "stream/stop.h"
#include "stream/stream_state.h"

/*
 * By hand.  A thread does RUN at a time, for which it reads a block and LEAD
 * before, and TAIL behind, where its last record may end; and may be QUEUE
 * ahead with what it has to tell.
 */
#define CREW_RUN   (4 * UG_BLOCK_LEN) /* unless a test has it otherwise */
#define CREW_LEAD  (UG_BLOCK_LEN + UG_RECORDS_LEAD)
#define CREW_TAIL  ((uint64_t)128 * 1024)
#define CREW_QUEUE ((size_t)(CREW_RUN / 2 * 3))
#define CREW_SLICE ((size_t)64 * 1024)  /* between looks at what is asked */
#define CREW_TAKE  ((size_t)256 * 1024) /* of what is fed, at a time */

/* What ug_told has handed on. */
struct crew_chunk {
	struct crew_chunk *next;
	struct ug_buf kept;
};

struct crew_queue {
	struct crew_chunk *first, *last;
	size_t len;                 /* bytes, with the room behind them */
};

enum crew_phase {
	CREW_IDLE,
	CREW_READY,                 /* for its thread */
	CREW_DONE                   /* for the caller's, but for the queue */
};

/* A stream that reads runs, for one job or the next. */
struct crew_stream {
	struct ungarble *ug;
	struct crew_job *job;       /* whose turn it is */
	const struct ug_alloc *alloc; /* as the caller has it */
};

/* A run of the stream, and the thread that does it. */
struct crew_job {
	struct ug_crew *crew;
	pthread_t thread;
	bool has_thread;

	/* For the one whose turn it is by `phase`. */
	struct ug_buf in;           /* of the stream, from in_at on */
	uint64_t in_at;
	uint64_t start, end;        /* of the run; the end of the last one is
	                             * UINT64_MAX */
	struct ug_records like;     /* how the stream is cut, and */
	struct ug_verdict whole;    /* what it is in, as far as known */
	struct ug_columns columns;  /* and which have fields */
	struct crew_stream *stream; /* or NULL */
	bool goes_on;               /* it did the run before */
	struct ug_told told;
	enum ungarble_err err;
	struct ug_mark mark;        /* at the end */
	uint64_t number;            /* to be added to numbers of records */

	/* Under the crew's lock. */
	enum crew_phase phase;
	bool cancelled;
	bool begun;                 /* `first` says all that it will */
	struct ug_mark first;       /* where the run starts; or none */
	struct crew_queue queue;
};

struct ug_crew {
	struct ungarble *ug;        /* the caller's; it does the first block */
	struct ungarble_options opts; /* for the others */
	char *strings;              /* that are in them */
	struct ug_alloc alloc;
	pthread_mutex_t lock;
	pthread_cond_t told;        /* the caller's thread: look again */
	pthread_cond_t asked;       /* the others: look again */
	bool quits;                 /* under the lock */

	struct ug_buf in;           /* for the next run, from in_at on */
	uint64_t in_at, start;
	uint64_t run;
	struct crew_job *jobs;      /* n; n_busy from `head` on are in order */
	size_t n, head, n_busy;
	bool started;               /* the caller's stream has done its block */
	bool alone;                 /* it does all the others, too */
	bool known;                 /* that what the head has told is right */
	struct crew_stream *before; /* did the run before the head; NULL: the
	                             * caller's did */
	struct ug_mark before_mark;
	uint64_t before_number;
	struct ug_records like;
	struct ug_verdict whole;
	struct ug_columns columns;
};

/* What a job's thread does; `arg` is the job. */
void *ug_crew_work(void *arg);

/* Whether the job is to be given up. */
bool ug_crew_cancelled(struct crew_job *job);

/* For ug_told.full: put it behind the queue, once there is room. */
enum ungarble_err ug_crew_put(void *user, struct ug_buf *kept);

/* Take the first of the queue, or NULL; the lock is held. */
struct crew_chunk *ug_crew_take(struct crew_job *job);

void ug_crew_free_chunk(const struct ug_crew *crew, struct crew_chunk *chunk);

/* NULL is fine. */
void ug_crew_close(struct crew_stream *stream);

#endif /* UG_CREW_STATE_H */
