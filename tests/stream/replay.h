/*
 * replay.h - makes the edits that a run told of, and compares
 */
#ifndef REPLAY_H
#define REPLAY_H

#include "harness.h"

/*
 * Do the edits of `run`, made step by step in what its input was decoded to,
 * give its output?  Records are lines, and none is cut into pieces.
 */
bool replay_gives(const struct bytes *decoded, const struct run *run);

#endif /* REPLAY_H */
