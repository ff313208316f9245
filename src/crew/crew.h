/*
 * crew.h - threads that work on one stream
 */
#ifndef UG_CREW_H
#define UG_CREW_H

#include "base/buf.h"

struct ug_crew;

/*
 * Have opts.threads work on a stream that was just opened.  ENOMEM; no thread
 * is started before the stream is long enough.
 */
UG_CHECK enum ungarble_err ug_crew_new(struct ug_crew **crew,
    struct ungarble *ug);

/* End all threads, whatever they are at.  NULL is fine. */
void ug_crew_free(struct ug_crew *crew);

/* As ungarble_feed(), ungarble_finish(). */
UG_CHECK enum ungarble_err ug_crew_feed(struct ug_crew *crew, const void *data,
    size_t len);
UG_CHECK enum ungarble_err ug_crew_finish(struct ug_crew *crew);

/* For tests: how many blocks a thread of the stream's does at a time. */
void ug_crew_set_run(struct ungarble *ug, unsigned n_blocks);

#endif /* UG_CREW_H */
