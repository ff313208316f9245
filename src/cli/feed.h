/*
 * feed.h - an input's bytes into a stream
 */
#ifndef CLI_FEED_H
#define CLI_FEED_H

#include "told.h"

/*
 * Read one->source to its end into the stream, and finish that.  What was read
 * before an error of reading, which is told and sets *failed, is finished all
 * the same.  The stream's error.
 */
enum ungarble_err cli_feed(
    struct ungarble *ug, struct cli_one *one, bool *failed);

#endif /* CLI_FEED_H */
