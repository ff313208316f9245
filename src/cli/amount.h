/*
 * amount.h - times, amounts of bytes and fractions, to be read by people
 */
#ifndef CLI_AMOUNT_H
#define CLI_AMOUNT_H

#include "io.h"

/* "12 B", "3.4 kB", "120 MB": rounded down, a kB being 1000 bytes. */
void cli_out_amount(struct cli_out *out, uint64_t bytes);

/* "1.250": seconds, with so many digits behind the point, 6 at most. */
void cli_out_seconds(
    struct cli_out *out, uint64_t microseconds, unsigned digits);

/* "1.250" */
void cli_out_thousandths(struct cli_out *out, unsigned thousandths);

/* "5 s", "3 min 20 s", "2 h 5 min" */
void cli_out_duration(struct cli_out *out, uint64_t seconds);

#endif /* CLI_AMOUNT_H */
