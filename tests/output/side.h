/*
 * side.h - does with an output what the stages before it do: records that are
 * put, that pass as one, and what is found; drawn
 */
#ifndef SIDE_H
#define SIDE_H

#include "output/output.h"
#include "stream/harness.h"

#define SIDE_AHEAD 7  /* records, and */
#define SIDE_LEAD  70 /* bytes that come before what is drawn */

/* Who makes it stop. */
enum side_call { SIDE_NONE, SIDE_WRITE, SIDE_SPAN, SIDE_EDIT, SIDE_PIECE,
	SIDE_FINDING, SIDE_CALLS };

/* Records, all read in one way; or something that is found. */
struct act {
	enum { PUT, PASS, PASS_TEXT, FIND } what;
	size_t way, n;
	unsigned n_edits;
	bool goes_on; /* the first of them began before */
};

/* The act that follows `last`, or NULL; what it is of is added to `in`. */
struct act act_draw(const struct act *last, struct bytes *in, uint64_t *seed);

/* An output, and what it tells. */
struct side {
	struct run run;
	struct ungarble_options opts;
	struct ug_output out;
	struct ug_told told;     /* of one that keeps */
	const struct bytes *in;  /* all of the stream */
	uint64_t number, in_at;  /* of the last record; behind it */
	enum side_call stops;    /* at its `left`-th call */
	unsigned left;
};

void side_init(struct side *side, const struct bytes *in, bool pieces);
void side_free(struct side *side);

/* Put what comes before. */
enum ungarble_err side_lead(struct side *side);

enum ungarble_err side_do(struct side *side, const struct act *act);

#endif /* SIDE_H */
