/*
 * cue_match.c - keys of the lexicon in a row of cues
 *
 * What lexicon.c does for one place, for all places of a text: most begin no
 * longer key, which is known from a filter.
 */
#include "cue_key.h"
#include "cues.h"
#include "lexicon.h"

#define LEXICON_STEPS
#include "lexicon_table.h"

#define MATCH_KEY (UG_NODE_SPUN | UG_NODE_ORIGINAL)
#define STEP_MASK ((1u << UG_STEP_PLACE_BITS) - 1)

/*
 * Whether a cue may go on behind one that led to `node`: one branch, since no
 * part of it can be foretold.
 */
static inline bool
match_goes_on(const struct ug_cue *next, unsigned node, unsigned flags)
{
	const uint32_t mix = ug_step_mix(node, next->word);

	return (flags / UG_NODE_MORE & (next->gap != UG_GAP_LINE) &
	    lexicon_step_bits[mix >> 5] >> (mix & 31)) != 0;
}

/* The step from `node` along a cue, or one that leads to no node. */
static const struct lexicon_step *
match_step(unsigned node, const struct ug_cue *cue)
{
	const unsigned glued = cue->gap == UG_GAP_NONE ? UG_NODE_GLUED : 0;
	uint32_t at = ug_step_mix(node, cue->word) >>
	    (UG_STEP_BITS - UG_STEP_PLACE_BITS);

	while (lexicon_steps[at].node != 0 && (lexicon_steps[at].from != node ||
	    lexicon_steps[at].cue != cue->word ||
	    (lexicon_steps[at].flags & UG_NODE_GLUED) != glued))
		at = (at + 1) & STEP_MASK;
	return &lexicon_steps[at];
}

/* The longest key, and form, of two tokens or more that begin with cues[0]. */
static void
match_longest(const struct ug_cue *cues, struct ug_found *found,
    struct ug_cue_form *form)
{
	unsigned node = cues[0].root, flags = cues[0].flags;
	size_t i;

	for (i = 1; i < UG_KEY_MAX && match_goes_on(cues + i, node, flags);
	    i++) {
		const struct lexicon_step *const step = match_step(node,
		    &cues[i]);

		node = step->node;
		flags = step->flags;
		if ((flags & MATCH_KEY) != 0) {
			found->node = (uint16_t)node;
			found->flags = (uint8_t)flags;
			found->n = (uint8_t)(i + 1);
		}
		if ((flags & UG_NODE_SPUN) != 0) {
			form->node = (uint16_t)node;
			form->n = (uint8_t)(i + 1);
		}
	}
	form->ask = i < UG_KEY_MAX && (flags & UG_NODE_MORE) != 0 &&
	    cues[i].gap == UG_GAP_LINE;
}

/* Both that begin with a cue, the i-th. */
static inline void
match_at(const struct ug_cue *cue, size_t i, struct ug_found *found,
    struct ug_cue_form *form)
{
	const unsigned spun = cue->flags & UG_NODE_SPUN;

	*found = (struct ug_found){ (uint32_t)i, cue->root, cue->line,
		cue->flags, 1 };
	*form = (struct ug_cue_form){ cue->root, (uint8_t)spun,
		(cue->flags & UG_NODE_MORE) != 0 &&
		cue[1].gap == UG_GAP_LINE };
	if (match_goes_on(cue + 1, cue->root, cue->flags))
		match_longest(cue, found, form);
}

_Static_assert(UG_NODE_SPUN == 1, "it is how many tokens a cue is");

size_t
ug_cues_match(const struct ug_cue *cues, size_t n, struct ug_found *found,
    struct ug_cue_form *forms)
{
	size_t i, n_found = 0;

	for (i = 0; i < n; ) {
		struct ug_found *const f = &found[n_found];
		struct ug_found within;
		size_t end;

		/* Most words are in no key. */
		if (cues[i].flags == 0) {
			forms[i++] = (struct ug_cue_form){ 0, 0, false };
			continue;
		}
		match_at(&cues[i], i, f, &forms[i]);
		end = i + f->n;
		for (i++; i < end; i++)
			match_at(&cues[i], i, &within, &forms[i]);
		n_found += (f->flags & MATCH_KEY) != 0;
	}
	return n_found;
}
