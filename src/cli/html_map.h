/*
 * html_map.h - where in an input which kind of damage stood
 */
#ifndef CLI_HTML_MAP_H
#define CLI_HTML_MAP_H

#include "io.h"

#define CLI_HTML_BINS 120
#define CLI_HTML_LANES 24 /* kinds that are told apart; the last: all others */

struct cli_html_lane {
	const char *rule; /* the kind is what it has before the stroke, but of
			   * decode/ the whole.  Static. */
	bool is_spread;   /* bins have bytes, not changes */
	uint64_t n;       /* changes */
	uint64_t bins[CLI_HTML_BINS];
};

/* Start from { 0 }. */
struct cli_html_map {
	uint64_t width; /* bytes of the input in a bin; 0: one */
	size_t n_lanes;
	struct cli_html_lane lanes[CLI_HTML_LANES];
};

/* A change that starts at a byte of the input. */
void cli_html_map_add(
    struct cli_html_map *map, const char *rule, uint64_t at);

/* One of in[at..at + len), which is long. */
void cli_html_map_spread(struct cli_html_map *map, const char *rule,
    uint64_t at, uint64_t len);

/* Draw what an input of so many bytes has.  Nothing, if it has nothing. */
void cli_html_map_draw(struct cli_out *out, const struct cli_html_map *map,
    uint64_t in_len);

#endif /* CLI_HTML_MAP_H */
