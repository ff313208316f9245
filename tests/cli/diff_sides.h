/*
 * diff_sides.h - what is shown of both sides of a line, for tests
 */
#ifndef DIFF_SIDES_H
#define DIFF_SIDES_H

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "cli/diff_line.h"
#include "many.h"

#define E_ACUTE "\u00E9"
#define E_GRAVE "\u00E8"
#define MORE "\u2026"

static struct cli_diff_line line;
static char sides[2][16384]; /* as they are wanted */

static inline void
piece(const char *in, size_t in_len, const char *to, size_t out_len)
{
	const struct ungarble_piece one = { .encoding = "UTF-8", .in = in,
		.in_len = in_len, .out = to, .out_len = out_len };

	cli_diff_line_add(&line, &one);
}

/* The same text for both, or one text for the other. */
static inline void
both(const char *s)
{
	piece(s, strlen(s), s, strlen(s));
}

static inline void
change(const char *in, const char *to)
{
	piece(in, strlen(in), to, strlen(to));
}

static inline const char *
join(const char *a, const char *b, const char *c, const char *d, const char *e)
{
	char *const text = string(strlen(a) + strlen(b) + strlen(c) +
	    strlen(d) + strlen(e));

	return strcat(strcat(strcat(strcat(strcpy(text, a), b), c), d), e);
}

static inline bool
side_is(const struct cli_diff_side *side, const char *wanted)
{
	const bool same = side->shown.len == strlen(wanted) &&
	    memcmp(side->shown.s, wanted, side->shown.len) == 0;

	if (!same)
		fprintf(stderr, "wanted: %.400s\ngot:    %.*s\n", wanted,
		    (int)(side->shown.len < 400 ? side->shown.len : 400),
		    side->shown.s);
	return same;
}

/* What is shown of a line is this, each with a sign and an end. */
static inline bool
ends(const char *in, const char *to)
{
	snprintf(sides[0], sizeof(sides[0]), "-%s\n", in);
	snprintf(sides[1], sizeof(sides[1]), "+%s\n", to);
	cli_diff_line_end(&line, false);
	return side_is(&line.in, sides[0]) && side_is(&line.out, sides[1]);
}

static inline void
start(void)
{
	cli_diff_line_start(&line, 1, false);
}

#endif /* DIFF_SIDES_H */
