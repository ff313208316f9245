/*
 * words.c - the pass that puts back words a synonym spinner replaced
 *
 * Where the gate stands open each spun form of the lexicon is weighed in its
 * context against its originals, and the best goes back:
 *
 *	Officers mentioned the photo voltaic trade
 *	Officials said the solar industry
 *
 * Everything else is left alone: single spun words in clean text (names that no
 * human writes apart, like `Center East`, excepted, outside quotation marks),
 * code, addresses, quoted mail, words in capitals.
 */
#include "base/least.h"
#include "context.h"
#include "edit/pass.h"
#include "gate.h"
#include "lexicon_own_rows.h"
#include "rule.h"
#include "sureness.h"
#include "view.h"
#include "wording.h"

#define CONFIDENCE_SURE 96 /* percent, by hand: of rows of the sure tier */

/* The text with its surroundings. */
struct words_view {
	const struct ug_scope *scope;
	struct ug_text text;
	struct ug_view tokens;
	const struct ug_spin *spin;
	uint64_t first;           /* place of the text's first token */
	size_t done;              /* bytes of the text behind the last edit */
	int least;                /* the lead that is asked for */
	struct ug_vector_sums sums;
};

/* Set by hand: higher R at the same P on marked documents, seed and pairs. */
#define DISTINCT_MOST 30
#define DISTINCT_USUAL 11

/*
 * A gate that has seen the text and what stands around it.  It grows as arenas
 * cannot, so it is made of what the scratch is made of; words_find() frees it,
 * failed or not.
 */
static enum ungarble_err
words_own_gate(const struct ug_scope *scope, struct ug_text text,
    struct ug_spin **spin, uint64_t *first)
{
	uint64_t start, end;
	enum ungarble_err err = ug_spin_new(spin, scope->scratch->alloc);

	if (err == UNGARBLE_OK) {
		ug_spin_set_own(*spin, scope->own);
		err = ug_spin_see(*spin, scope->before, true, &start, &end);
	}
	if (err == UNGARBLE_OK)
		err = ug_spin_see(*spin, text, true, first, &end);
	if (err == UNGARBLE_OK)
		err = ug_spin_see(*spin, scope->after, true, &start, &end);
	return err;
}

/* ln(1 + e^(-d / 16)) in sixteenths. */
static int
words_softplus(int d)
{
	static const int8_t table[] = { 11, 11, 10, 10, 9, 9, 9, 8, 8, 7, 7, 6,
		6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2 };

	d = d < 0 ? -d : d;
	return d < (int)sizeof(table) ? table[d] : d < 50 ? 1 : 0;
}

static int
words_add(int a, int b)
{
	return UG_MAX(a, b) + words_softplus(a - b);
}

/*
 * ln n in sixteenths: of a key with n originals in the lexicon, so much more of
 * a lead is asked, for it has the more that are not in it.
 */
static int
words_many(unsigned n)
{
	static const int8_t table[] = { 0, 0, 11, 18, 22, 26, 29, 31, 33 };
	const unsigned last = sizeof(table) - 1;

	return table[n < last ? n : last];
}

/* A row that fits a form, and how. */
struct words_choice {
	const struct ug_pair *pair;
	const struct ug_own_row *own; /* the caller's, of `pair`; or NULL */
	unsigned confidence;
	int score, gate;
};

/* Weigh one more row: *top is the best one's score, *rest that of all else. */
static void
words_weigh(struct words_choice *best, const struct ug_pair *pair,
    const struct ug_own_row *own, int score, int *top, int *rest)
{
	if (best->pair != NULL && score <= *top) {
		*rest = words_add(*rest, score);
		return;
	}
	if (best->pair != NULL)
		*rest = words_add(*rest, *top);
	*top = score;
	best->pair = pair;
	best->own = own;
}

/*
 * The row that fits best at view->tokens[at..at + len), a key of `node` and of
 * the caller's rows from `own` on; its score is its lead, in sixteenths of a
 * nat, over keeping, the other rows and what is in no row, of which the
 * caller's priors tell themselves.  Its pair is NULL if none fits.
 */
static struct words_choice
words_choose(struct words_view *view, const struct ug_node *node,
    const struct ug_own_row *own, const struct ug_place *place)
{
	const struct ug_token *const tokens = view->tokens.v;
	const size_t n = view->tokens.n, at = view->tokens.start + place->at;
	struct ug_context context;
	struct words_choice best = { .pair = NULL };
	int top = 0, rest = 0;

	ug_context_read(&view->sums, tokens, n, at, place->len, &context);
	for (unsigned i = node->pair;
	    i < (unsigned)node->pair + node->n_pairs; i++) {
		const struct ug_pair *pair = &ug_lexicon_pairs[i];

		if (!ug_own_lacks(view->scope->own, i) &&
		    ug_rule_holds(pair, tokens, n, at, place->len))
			words_weigh(&best, pair, NULL,
			    ug_context_score(i, &context), &top, &rest);
	}
	for (; own != NULL; own = ug_own_next(view->scope->own, own))
		if (ug_own_holds(own, tokens, n, at, place->len))
			words_weigh(&best, &own->pair, own, ug_own_score(own),
			    &top, &rest);
	best.score = top - rest - (best.own != NULL ? 0 :
	    words_many(node->n_pairs));
	return best;
}

/* How far the gate stands open at a token of the text, and how dense it is. */
static int
words_gate(const struct words_view *view, size_t at, unsigned *distinct)
{
	const uint64_t place = view->first + at;

	return ug_spin_margin(view->spin, place, place, place + 1, distinct);
}

/*
 * What speaks for any key around, in sixteenths: a text with many distinct spun
 * forms has had most of its words replaced, one with few has kept some.
 */
static int
words_density(unsigned distinct)
{
	return (distinct < DISTINCT_MOST ? (int)distinct : DISTINCT_MOST) -
	    DISTINCT_USUAL;
}

/* How sure a choice is, in a text that speaks for any key by `density`. */
static unsigned
words_sureness(const struct words_choice *choice, int density)
{
	return choice->own != NULL ? ug_own_percent(choice->score) :
	    ug_sureness_percent(choice->score + density);
}

/* What a lead exceeds that which is asked for, in 1/1000 nat. */
static int
words_margin(const struct words_view *view, int lead)
{
	return lead > view->least ?
	    (lead - view->least) * 1000 / UG_CONTEXT_SCALE : 0;
}

static enum ungarble_err
words_edit(struct words_view *view, struct ug_edits *edits,
    const struct words_choice *choice, const struct ug_place *place)
{
	const struct ug_pair *pair = choice->pair;
	struct ug_text after, article;
	size_t from, to;
	enum ungarble_err err = ug_wording_make(pair, choice->own != NULL ?
	    choice->own->original : ug_lexicon_words + pair->original, place,
	    view->scope->scratch, &from, &to, &after);

	if (err != UNGARBLE_OK || after.len == 0 || from < view->done)
		return err;
	if (ug_text_equal(after, ug_text_part(view->text, from, to - from)))
		return err;
	if (ug_wording_article(place, after, &article)) {
		const struct ug_token *t = &place->tokens[place->at - 1];

		if (t->at >= view->done)
			err = ug_edits_add(edits, t->at, t->len, article,
			    "words/article", choice->confidence);
	}
	view->done = to;
	if (err == UNGARBLE_OK)
		err = ug_edits_add(edits, from, to - from, after,
		    choice->own != NULL ? choice->own->kind :
		    ug_lexicon_kinds[pair->kind], choice->confidence);
	if (err == UNGARBLE_OK && choice->gate >= 0) {
		ug_edits_last(edits)->gate = choice->gate > 0 ?
		    choice->gate * 10 : 1;
		ug_edits_last(edits)->margin = choice->own != NULL ? 0 :
		    words_margin(view, choice->score);
	}
	return err;
}

/* The key at a token of the text: its length, its node, the caller's rows. */
static size_t
words_key(const struct words_view *view, const struct ug_place *place,
    const struct ug_node **node, const struct ug_own_row **own)
{
	const struct ug_own *const rows = view->scope->own;
	const size_t at = place->at;
	const struct ug_cue_form *const form = view->tokens.forms == NULL ?
	    NULL : &view->tokens.forms[at];

	if (form == NULL || form->ask || rows != NULL)
		return ug_own_key(rows, view->text, place->tokens + at,
		    place->n - at, node, own);
	*node = &ug_lexicon_nodes[form->node];
	*own = NULL;
	return form->n;
}

/* Weigh the key at token `at` of the text; *len is what was dealt with. */
static enum ungarble_err
words_at(struct words_view *view, struct ug_edits *edits, size_t at,
    size_t *len)
{
	const struct ug_view *const tokens = &view->tokens;
	struct ug_place place = { view->text, tokens->v + tokens->start,
		tokens->end - tokens->start, at, 0 };
	const struct ug_own_row *own;
	const struct ug_node *node;
	struct words_choice choice;
	unsigned distinct;

	*len = 1;
	place.len = words_key(view, &place, &node, &own);
	if (place.len == 0)
		return UNGARBLE_OK;
	choice = words_choose(view, node, own, &place);
	if (choice.pair == NULL)
		return UNGARBLE_OK;
	if (choice.pair->tier != UG_TIER_SURE && words_sureness(&choice,
	    DISTINCT_MOST - DISTINCT_USUAL) < view->scope->confidence)
		return UNGARBLE_OK;
	/* The gate is asked last: it may look at hundreds of tokens. */
	choice.gate = words_gate(view, at, &distinct);
	if (choice.own == NULL)
		choice.score += words_density(distinct);
	choice.confidence = choice.gate < 0 ? 0 : words_sureness(&choice, 0);
	if (choice.pair->tier == UG_TIER_SURE &&
	    choice.confidence < CONFIDENCE_SURE &&
	    !ug_wording_quoted(&place))
		choice.confidence = CONFIDENCE_SURE;
	/* Where the gate is shut a key says nothing for those within it. */
	if (choice.gate < 0)
		*len = place.len;
	if (choice.confidence == 0 ||
	    choice.confidence < view->scope->confidence)
		return UNGARBLE_OK;
	*len = place.len;
	return words_edit(view, edits, &choice, &place);
}

/* Go on to the next token of the text that may begin a key; false: none. */
static bool
words_begin(const struct words_view *view, size_t *at)
{
	const struct ug_view *const tokens = &view->tokens;
	const size_t n = tokens->end - tokens->start;

	if (tokens->forms != NULL && view->scope->own == NULL)
		while (*at < n && tokens->forms[*at].n == 0 &&
		    !tokens->forms[*at].ask)
			++*at;
	return *at < n;
}

static enum ungarble_err
words_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	struct words_view view = { .scope = scope, .text = text,
		.spin = scope->spin, .first = scope->first_token };
	struct ug_spin *made = NULL;
	enum ungarble_err err = UNGARBLE_OK;
	size_t at, len;

	/*
	 * In the first round only: places of tokens are those of the text as
	 * the gate counted it, which is not what edits have left since.
	 */
	if (scope->round > 0 || text.len > UINT32_MAX || !ug_context_fits())
		return UNGARBLE_OK;
	view.least = ug_sureness_least(scope->confidence);
	if (view.spin == NULL) {
		err = words_own_gate(scope, text, &made, &view.first);
		view.spin = made;
	}
	if (err == UNGARBLE_OK)
		err = ug_view_read(&view.tokens, scope, text);
	if (err == UNGARBLE_OK)
		view.sums.v = ug_arena_take(scope->scratch,
		    (view.tokens.n + 1) * sizeof(*view.sums.v));
	if (err == UNGARBLE_OK && view.sums.v == NULL)
		err = UNGARBLE_ENOMEM;
	for (at = 0; err == UNGARBLE_OK &&
	    words_begin(&view, &at); at += len)
		err = words_at(&view, edits, at, &len);
	ug_spin_free(made);
	return err;
}

const struct ug_pass ug_pass_words = {
	.fix = { "words", "words", "words that a synonym spinner replaced", 1 },
	.find = words_find,
};
