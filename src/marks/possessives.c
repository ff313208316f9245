/*
 * possessives.c - apostrophes that were lost or have moved
 *
 *	the Harlands List, of a Mr. Harland      ->  the Harland’s List
 *	Mr. Harlands’ schedule, of a Mr. Harland ->  Mr. Harland’s schedule
 *	Norway’ s fleet, Norway ’s fleet         ->  Norway’s fleet
 *	they don’ t, I’ m, we’ ll                ->  don’t, I’m, we’ll
 *	they wont be long, “Im waiting           ->  won’t, I’m
 *	they didnt, where the text writes don’t  ->  didn’t
 *
 * A name counts as known without its s if this record or records before have it
 * three times with a title and never with the s.  Left alone: plurals, words
 * that the apostrophe is no part of ("wont to", Mr. Im), and text in tokens.
 */
#include "possessives.h"
#include "prose_rule.h"

#define TRIES_MAX 64 /* that search the whole record */
#define NAMED_MIN 3  /* times that "Mr. Name" must have been met */

struct owner {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
	struct ug_text mark; /* the apostrophe of this text */
	bool free;           /* it stands after a blank more than once */
	bool apart;          /* "don’ t" is no slip of the keys */
	unsigned tries;      /* left for this record */
};

/* The apostrophe of a text. */
static struct ug_text
owner_mark(unsigned cues)
{
	return ug_prose_curly(cues) ? UG_TEXT("\u2019") : UG_TEXT("'");
}

/* How often `name` stands after a title, here (with or without ’s). */
static unsigned
owner_titles_here(const struct ug_prose *prose, struct ug_text name)
{
	unsigned n = 0;

	for (size_t i = 1; i < prose->n; i++) {
		const struct ug_text word = ug_prose_word(prose, i);
		const struct ug_text stem = ug_word_stem(word);

		n += ug_prose_titled(prose, i) &&
		    (ug_text_equal(name, word) ||
		    ug_text_equal(name, stem));
	}
	return n;
}

/*
 * Whether word `i`, which ends in s, is a known name and an s: not a name that
 * itself ends so.  Word `i` is not counted if it is titled.
 */
static bool
owner_is_name_and_s(struct owner *owner, size_t i, bool *sure)
{
	if (owner->tries == 0)
		return false;
	owner->tries--;

	const struct ug_text word = ug_prose_word(owner->prose, i);
	const struct ug_text name = { word.s, word.len - 1 };
	const struct ug_memory *const memory = owner->scope->memory;
	const unsigned here = owner_titles_here(owner->prose, name);
	const unsigned own = owner_titles_here(owner->prose, word);

	if (own > (unsigned)ug_prose_titled(owner->prose, i) ||
	    ug_prose_noted(memory, UG_FACT_TITLED, word) > 0)
		return false;
	*sure = here >= NAMED_MIN;
	return *sure ||
	    here + ug_prose_noted(memory, UG_FACT_TITLED, name) >= NAMED_MIN;
}

static enum ungarble_err
owner_edit(const struct owner *owner, size_t at, size_t len,
    struct ug_text after, const char *rule, unsigned confidence, bool sure)
{
	const enum ungarble_err err = ug_edits_add(owner->edits, at, len,
	    after, rule, confidence);

	if (err == UNGARBLE_OK)
		ug_edits_last(owner->edits)->sure = sure;
	return err;
}

/* ’s or 's, as records before have it if this has no apostrophe of its own. */
static struct ug_text
owner_with_s(const struct owner *owner, bool sure)
{
	const struct ug_text text = owner->prose->text;
	const bool curly = owner->mark.len == 3 || (!sure &&
	    ug_text_find(text, 0, UG_TEXT("'")) == text.len &&
	    ug_prose_noted(owner->scope->memory, UG_FACT_CURLY,
	    UG_TEXT("")) > 0);

	return curly ? UG_TEXT("\u2019s") : UG_TEXT("'s");
}

/* Whether word `i` may be a name and an s. */
static inline bool
owner_long(const struct ug_prose *prose, size_t i)
{
	const struct ug_word word = prose->words[i];

	return word.len >= 5 && ug_ascii_is_upper(prose->text.s[word.at]);
}

/* "Mr. Harlands’ schedule" and "the Harlands List". */
static enum ungarble_err
owner_name(struct owner *owner, size_t i)
{
	const struct ug_prose *const prose = owner->prose;
	const struct ug_text word = ug_prose_word(prose, i);
	const struct ug_text gap = ug_prose_gap(prose, i);
	const size_t s_at = ug_prose_end(prose, i) - 1;
	bool sure;

	if (word.s[word.len - 2] == 's' || !ug_prose_title(prose, i) ||
	    i == 0 || i + 1 >= prose->n)
		return UNGARBLE_OK;
	if (ug_prose_titled(prose, i) && ug_prose_lower(prose, i + 1) &&
	    gap.len > 1 && gap.s[gap.len - 1] == ' ' &&
	    ug_text_equal(owner->mark,
	    (struct ug_text){ gap.s, gap.len - 1 }) &&
	    owner_is_name_and_s(owner, i, &sure))
		return owner_edit(owner, s_at, 1 + owner->mark.len,
		    owner_with_s(owner, sure), "possessives/apostrophe-moved",
		    95, sure);
	if (ug_prose_in(prose, i - 1, "the") &&
	    ug_prose_gap_is(prose, i - 1, " ") &&
	    ug_prose_gap_is(prose, i, " ") && ug_prose_title(prose, i + 1) &&
	    !(i + 2 < prose->n && ug_prose_gap_is(prose, i + 1, " ") &&
	    ug_prose_title(prose, i + 2)) &&
	    !ug_prose_in(prose, i + 1, "Monday Tuesday Wednesday Thursday "
	    "Friday Saturday Sunday") && owner_is_name_and_s(owner, i, &sure))
		return owner_edit(owner, s_at, 1, owner_with_s(owner, sure),
		    "possessives/name", 92, sure);
	return UNGARBLE_OK;
}

/* Whether the mark stands behind a blank more than once. */
static bool
owner_free(const struct owner *owner)
{
	const struct ug_text text = owner->prose->text;
	unsigned n = 0;

	for (size_t at = 0; (at = ug_text_find(text, at, owner->mark)) <
	    text.len && n < 2; at += owner->mark.len)
		n += at > 0 && text.s[at - 1] == ' ';
	return n == 2;
}

/* Whether the gap after word `i` is the mark and a blank. */
static bool
owner_apart(const struct owner *owner, size_t i)
{
	const struct ug_text gap = ug_prose_gap(owner->prose, i);

	return gap.len == owner->mark.len + 1 &&
	    ug_text_has(gap, 0, owner->mark) &&
	    gap.s[owner->mark.len] == ' ';
}

/* Whether a single quotation mark opens before word `i`. */
static bool
owner_quoted(const struct ug_prose *prose, size_t i)
{
	const size_t at = prose->words[i].at;

	return (at > 0 && prose->text.s[at - 1] == '\'') ||
	    ug_text_ends(prose->text, at, "\u2018");
}

/* Whether words `i` and i + 1 are "don’ t", "I’ m" or such. */
static bool
owner_short_form(const struct owner *owner, size_t i)
{
	const struct ug_prose *const prose = owner->prose;

	return prose->words[i + 1].len <= 2 && owner_apart(owner, i) &&
	    !owner_quoted(prose, i) && ug_owner_parts(ug_prose_word(prose, i),
	    ug_prose_word(prose, i + 1));
}

/* Whether there are several of those: of ' one alone is a slip of the keys. */
static bool
owner_several(const struct owner *owner)
{
	const struct ug_prose *const prose = owner->prose;
	unsigned n = 0;

	for (size_t i = 0; i + 1 < prose->n; i++)
		n += owner_short_form(owner, i);
	return n > 1;
}

/* A blank on either side of the mark of word `i`; before it, of a name. */
static enum ungarble_err
owner_blank(const struct owner *owner, size_t i)
{
	const struct ug_prose *const prose = owner->prose;
	const struct ug_text gap = ug_prose_gap(prose, i);
	const size_t at = ug_prose_end(prose, i);
	const unsigned char end = (unsigned char)prose->text.s[at - 1];

	if (i + 1 >= prose->n || prose->words[i + 1].len != 1 ||
	    prose->text.s[prose->words[i + 1].at] != 's' ||
	    gap.len != owner->mark.len + 1 || !ug_ascii_is_lower(end) ||
	    prose->words[i].len < 2 || i + 2 >= prose->n ||
	    !ug_prose_gap_is(prose, i + 1, " "))
		return UNGARBLE_OK;
	if (owner_apart(owner, i))
		return owner_edit(owner, at + owner->mark.len, 1, UG_TEXT(""),
		    "possessives/blank", 95, true);
	if (gap.s[0] == ' ' && !owner->free && !ug_prose_lower(prose, i) &&
	    memcmp(gap.s + 1, owner->mark.s, owner->mark.len) == 0)
		return owner_edit(owner, at, 1, UG_TEXT(""),
		    "possessives/blank", 93, true);
	return UNGARBLE_OK;
}

/* Whether word `i`, which ends in nt, stands elsewhere here with n’t. */
static bool
owner_written_otherwise(struct owner *owner, size_t i)
{
	if (owner->tries == 0)
		return false;
	owner->tries--;

	const struct ug_prose *const prose = owner->prose;
	const struct ug_text word = ug_prose_word(prose, i);
	const struct ug_text mark = owner->mark;

	for (size_t k = 0; k < prose->n; k++) {
		const struct ug_text other = ug_prose_word(prose, k);

		if (other.len == word.len + mark.len &&
		    memcmp(other.s + 1, word.s + 1, word.len - 2) == 0 &&
		    (other.s[0] | 0x20) == (word.s[0] | 0x20) &&
		    memcmp(other.s + word.len - 1, mark.s, mark.len) == 0 &&
		    other.s[other.len - 1] == 't')
			return true;
	}
	return false;
}

/* "didnt", "wont be", "Im waiting". */
static enum ungarble_err
owner_contraction(struct owner *owner, size_t i)
{
	const struct ug_prose *const prose = owner->prose;
	const struct ug_text word = ug_prose_word(prose, i);
	const size_t t_at = ug_prose_end(prose, i) - 1;

	if (word.len < 2 || i + 1 >= prose->n ||
	    !ug_prose_gap_is(prose, i, " "))
		return UNGARBLE_OK;
	if (ug_text_is(word, "wont") && i > 0 &&
	    ug_prose_gap_is(prose, i - 1, " ") &&
	    ug_prose_in(prose, i - 1, "it I he she we they you that this") &&
	    ug_prose_in(prose, i + 1, "be have do go get let make take give "
	    "come see know need want say tell work stop happen find keep help"))
		return owner_edit(owner, t_at, 0, owner->mark,
		    "possessives/contraction", 94, true);
	if (ug_text_is(word, "Im") && ug_prose_lower(prose, i + 1)) {
		const struct ug_text next = ug_prose_word(prose, i + 1);

		if (next.len > 5 && ug_text_ends(next, next.len, "ing"))
			return owner_edit(owner, t_at, 0, owner->mark,
			    "possessives/contraction", 93, true);
	}
	if (word.len >= 4 && ug_text_ends(word, word.len, "nt") &&
	    ug_word_in(word, UG_OWNER_NOT) && owner_written_otherwise(owner, i))
		return owner_edit(owner, t_at, 0, owner->mark,
		    "possessives/contraction", 92, true);
	return UNGARBLE_OK;
}

static enum ungarble_err
owner_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	const struct ug_text text = prose->text;
	struct owner owner = {
		.scope = scope,
		.prose = prose,
		.edits = edits,
		.mark = owner_mark(prose->cues),
		.tries = TRIES_MAX,
	};
	enum ungarble_err err = UNGARBLE_OK;

	if (ug_prose_spaced(prose, 0))
		return UNGARBLE_OK;
	owner.free = owner_free(&owner);
	owner.apart = owner.mark.len > 1 || owner_several(&owner);
	for (size_t i = 0; i + 1 < prose->n && err == UNGARBLE_OK; i++) {
		const char end = text.s[ug_prose_end(prose, i) - 1];
		const size_t n = edits->n;

		if (end == 's' && owner_long(prose, i))
			err = owner_name(&owner, i);
		else if (end == 't' || end == 'm')
			err = owner_contraction(&owner, i);
		if (err == UNGARBLE_OK && edits->n == n &&
		    prose->words[i + 1].len == 1)
			err = owner_blank(&owner, i);
		if (err == UNGARBLE_OK && edits->n == n && owner.apart &&
		    owner_short_form(&owner, i))
			err = owner_edit(&owner, ug_prose_end(prose, i) +
			    owner.mark.len, 1, UG_TEXT(""),
			    "possessives/blank", 95, true);
	}
	/* So many are no slip; and some now, some next round has no end. */
	if (owner.tries == 0)
		edits->n = 0;
	return err;
}

static const struct ug_prose_rule owner_rule = {
	.cues = UG_GLANCE_APOSTROPHE | UG_GLANCE_CURLED | UG_GLANCE_QUOTE |
	    UG_GLANCE_OPEN | UG_GLANCE_TITLE | UG_GLANCE_NAMES |
	    UG_GLANCE_SLURRED,
	.facts = UG_FACT_CURLY | UG_FACT_POSSESSIVE | UG_FACT_TITLED,
	.worth = ug_owner_worth,
	.due = ug_owner_due,
	.find = owner_find,
};

const struct ug_pass ug_pass_possessives = {
	.fix = {
		.name = "possessives",
		.group = "marks",
		.summary = "apostrophes that were lost or have moved",
		.by_default = 1,
	},
	.rule = &owner_rule,
};
