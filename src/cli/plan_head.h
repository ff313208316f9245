/*
 * plan_head.h - what a plan was made for: version, tables, options
 */
#ifndef CLI_PLAN_HEAD_H
#define CLI_PLAN_HEAD_H

#include "options.h"

#define CLI_PLAN_LINE 2048 /* more than any line of a plan is long */

/*
 * Put the i-th line of a plan for such a run to `line`, without its end.  False
 * past the last.
 */
bool cli_plan_head(const struct cli_options *options, size_t i,
    char line[CLI_PLAN_LINE]);

#endif /* CLI_PLAN_HEAD_H */
