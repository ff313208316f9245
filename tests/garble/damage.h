/*
 * damage.h - a line damaged by a plan, piece by piece, and what it may become
 *
 *	plan = { .steps = { { utf8, koi8_r } }, .n_steps = 1 };
 *	damage_make(&damage, &plan, UG_TEXT("Привет, мир"), 1)
 *	damage.line                       п÷я─п╦п╡п╣я┌, п╪п╦я─
 *	damage_judge(&damage, output)     DAMAGE_RESTORED, DAMAGE_THIRD...
 *
 * A piece is a word with the space behind it; a few characters where there are
 * no spaces.
 */
#ifndef DAMAGE_H
#define DAMAGE_H

#include "codec.h"

#define DAMAGE_STEPS  3
#define DAMAGE_PIECES 400

/* Which pieces are damaged. */
enum damage_part {
	DAMAGE_WHOLE,
	DAMAGE_WORD,  /* one of those that can be */
	DAMAGE_WORDS, /* about half of them */
	DAMAGE_HALF,  /* from the middle on */
	DAMAGE_N_PARTS
};

/* What happened to the line besides. */
enum damage_alter {
	DAMAGE_AS_IS,
	DAMAGE_SPACES,   /* U+00A0 became a space */
	DAMAGE_DROPPED,  /* unassigned bytes and C1 controls: gone, */
	DAMAGE_QUESTION, /* a question mark, */
	DAMAGE_REPLACED, /* U+FFFD */
	DAMAGE_LOWER,
	DAMAGE_UPPER,
	DAMAGE_NFD,
	DAMAGE_ENTITIES,
	DAMAGE_CUT,      /* inside the last character beyond ASCII */
	DAMAGE_N_ALTERS
};

struct damage_plan {
	struct {
		const struct codec *from, *as;
	} steps[DAMAGE_STEPS];
	unsigned n_steps;
	enum damage_part part;
	enum damage_alter alter;
};

/* Where it is in each stage, and behind them in the line. */
struct damage_piece {
	size_t at[DAMAGE_STEPS + 2], len[DAMAGE_STEPS + 2];
	bool damaged;
};

struct damage {
	struct damage_plan plan;
	struct ug_buf stages[DAMAGE_STEPS + 1]; /* the first: what it should
	                                         * be */
	struct ug_buf line;                     /* what came of it */
	struct damage_piece pieces[DAMAGE_PIECES];
	size_t n_pieces;
	struct ug_buf bytes, scratch;
};

enum damage_verdict {
	DAMAGE_RESTORED,
	DAMAGE_LEFT,     /* as it was */
	DAMAGE_PARTLY,   /* some pieces restored, or some layers */
	DAMAGE_THIRD
};

extern const char *const damage_parts[DAMAGE_N_PARTS];
extern const char *const damage_alters[DAMAGE_N_ALTERS];

void damage_init(struct damage *damage);
void damage_free(struct damage *damage);

/*
 * Damage `text`.  False if it cannot be done that way, or does nothing, or the
 * same as without `alter`.
 */
bool damage_make(struct damage *damage, const struct damage_plan *plan,
    struct ug_text text, uint64_t seed);

/*
 * What the line has become.  U+FFFD may stand for as many as three characters
 * where something was lost; composed and decomposed letters are alike.
 */
enum damage_verdict damage_judge(struct damage *damage, struct ug_text out);

/* "utf-8>koi8-r, utf-8>windows-1252" to *out, emptied first. */
void damage_name(const struct damage_plan *plan, struct ug_buf *out);

/* May something be lost? */
bool damage_loses(enum damage_alter alter);

/* Text in the normal form C to *out, emptied first. */
void damage_compose(struct ug_text text, struct ug_buf *out);

#endif /* DAMAGE_H */
