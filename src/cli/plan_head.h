/*
 * plan_head.h - what a plan was made for: version, tables, options
 */
#ifndef CLI_PLAN_HEAD_H
#define CLI_PLAN_HEAD_H

#include "options.h"

#define CLI_PLAN_LINE 4096 /* more than any line of a plan is long */

#define CLI_PLAN_HASH UINT64_C(0xCBF29CE484222325)

/* Go on with a hash: whether plans are the same, not whether somebody wants
 * them to be. */
uint64_t cli_plan_hash(uint64_t hash, const char *s, size_t len);

/*
 * Have take() see each line of the head of a plan for such a run, without its
 * end, until it returns false.  Whether it saw all.
 */
bool cli_plan_head(const struct cli_options *options,
    bool (*take)(void *user, const char *line), void *user);

#endif /* CLI_PLAN_HEAD_H */
