/*
 * pass.h - the interface all repairs share
 *
 * A pass is a pure function: text in, edits out.  Only the runner changes text.
 */
#ifndef UG_PASS_H
#define UG_PASS_H

#include "base/text.h"
#include "base/traits.h"
#include "edit.h"
#include "memory.h"

struct ug_codings;
struct ug_look;
struct ug_met;
struct ug_own;
struct ug_plain;
struct ug_prose_rule;
struct ug_spin;

/*
 * What a pass may know beside the text.  Read-only, but for the scratch and for
 * what only spares time: look, plain and met.
 */
struct ug_scope {
	const char *encoding;            /* the record was decoded from */
	unsigned round;                  /* 0 on the first trip through the
	                                  * passes */
	bool changed;                    /* by an earlier pass of this round */
	bool start;                      /* the text is where the stream
	                                  * starts */
	bool odd;                        /* it is no plain line, as of
	                                  * characters/plain.h */
	unsigned confidence;             /* 0..100 that an edit needs */
	const struct ug_memory *memory;  /* sure decisions near by; NULL:
	                                  * none */
	const struct ug_codings *codings; /* of the runner */
	struct ug_look *look;            /* marks/prose_rule.h; or NULL */
	struct ug_plain *plain;          /* characters/plain.h; or NULL */
	struct ug_met *met;              /* characters/mojibake_pairs.h; or
	                                  * NULL */
	const struct ug_spin *spin;      /* words/gate.h; NULL for single
	                                  * records */
	uint64_t first_token;            /* of the text, as the gate counts */
	uint32_t first_byte;             /* the same; see words/gate_tokens.h */
	const struct ug_own *own;        /* words/lexicon_own.h; or NULL */
	struct ug_text before, after;    /* the text around; may be empty */
	struct ug_arena *scratch;        /* emptied after each call */
};

/* What a pass finds in a line that is plain, as of characters/plain.h. */
enum ug_pass_odd {
	UG_PASS_ANY,     /* what there is; */
	UG_PASS_ODD,     /* nothing; */
	UG_PASS_ASKS     /* nothing, since it asks whether it is */
};

/*
 * A pass looks at one record, its end included, or a piece of a long one, and
 * says what it would change.  It keeps no state, allocates from the scratch
 * only, and never fails on any text: the runner checks its edits, asks the
 * caller about each, applies them, and maps them back to bytes of the input.
 *
 * find() returns ENOMEM, or what ug_edits_add() returns.
 */
struct ug_pass {
	struct ungarble_fix fix; /* name: --fix, reports, tests */
	enum ungarble_err (*find)(const struct ug_scope *scope,
	    struct ug_text text, struct ug_edits *edits);
	const struct ug_prose_rule *rule; /* marks/prose_rule.h; or find() */
	unsigned needs;     /* enum ug_trait: it finds nothing in a text that
	                     * has none of these; 0: it looks at all */
	enum ug_pass_odd odd;
	bool tidies;        /* runs after all repairs, as a record leaves */
	const char *one_of; /* of those with the same name one runs; or NULL */
};

/* Might the pass find anything in a text of these traits? */
static inline bool
ug_pass_may_find(const struct ug_pass *pass, unsigned traits)
{
	return pass->needs == 0 || (pass->needs & traits) != 0;
}

#endif /* UG_PASS_H */
