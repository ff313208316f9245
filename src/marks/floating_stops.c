/*
 * floating_stops.c - full stops where no sentence ends
 *
 * Machine translation and cutting by machine leave stops behind in the midst of
 * sentences, and stops and commas that no word stands before:
 *
 *	a lack of trust. of the coast  ->  a lack of trust of the coast
 *	out in the bay. . Fishing      ->  out in the bay. Fishing
 *	last spring. , and now         ->  last spring, and now
 *	to Norway, . The judge         ->  to Norway. The judge
 *
 * Only in English prose whose sentences start with capitals, and only where
 * what follows the stop cannot be a sentence of its own.  Left alone: short
 * forms ("vs. the"), ellipses (". . ."), text with blanks before all its marks,
 * sentences that lost their capital rather than gained a stop, and one stop
 * alone where the text has long been sound.
 */
#include "prose_rule.h"
#include "slips.h"

#define WORDS_BEFORE_MIN 6  /* of the sentence that the stop cuts */
#define WORDS_MIN        12 /* of a record that sentences are known from */
#define WHOLE_MIN        4  /* bytes of a word that no stop belongs to */

/* What may follow a stop that is taken away; or "as well as", or a compound. */
#define STOP_AND "and but"
#define STOP_WHO "who whom whose which"
#define STOP_OF  "of to from with by in at for into"

struct stop {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
};

/* Whether the record is sentences that start with capitals and end in marks. */
static bool
stop_in_prose(const struct ug_prose *prose)
{
	size_t high = 0, low = 0;

	if (prose->n < WORDS_MIN)
		return false;

	const char first = prose->text.s[prose->words[0].at];

	if (!ug_ascii_is_upper(first))
		return false;
	for (size_t i = 0; i + 1 < prose->n; i++) {
		const struct ug_text gap = ug_prose_gap(prose, i);

		if (ug_prose_stops(prose, i))
			high++;
		else if ((gap.s[0] == '.' || gap.s[0] == '?' ||
		    gap.s[0] == '!') && ug_prose_lower(prose, i + 1) &&
		    !ug_prose_short(prose, i))
			low++;
	}
	return low <= high + 1;
}

/* Whether word `i` stands elsewhere with no stop after it. */
static bool
stop_known_word(const struct stop *stop, size_t i)
{
	const struct ug_prose *const prose = stop->prose;
	const struct ug_text word = ug_prose_word(prose, i);

	for (size_t k = 0; k < prose->n; k++) {
		if (k != i && ug_text_equal(word, ug_prose_word(prose, k)) &&
		    (ug_prose_end(prose, k) == prose->text.len ||
		    ug_prose_gap(prose, k).s[0] != '.'))
			return true;
	}
	return false;
}

/*
 * Whether word `i` is one that no stop belongs to.  A name must be known from
 * this record or, which clears *sure, from records before.
 */
static bool
stop_whole_word(const struct stop *stop, size_t i, bool *sure)
{
	const struct ug_text word = ug_prose_word(stop->prose, i);

	if (word.len < WHOLE_MIN || ug_prose_short(stop->prose, i))
		return false;
	if (ug_prose_lower(stop->prose, i))
		return true;
	if (!ug_prose_title(stop->prose, i))
		return false;
	if (stop_known_word(stop, i))
		return true;
	*sure = false;
	return ug_prose_noted(stop->scope->memory, UG_FACT_POSSESSIVE,
	    word) > 0;
}

/*
 * What is to stand between words `i` and i + 1, which a stop divides, or NULL
 * for the stop to stay.
 */
static const char *
stop_joint(const struct stop *stop, size_t i, const char **rule)
{
	const struct ug_prose *const prose = stop->prose;
	const size_t last = ug_prose_last(prose, i + 1);
	const struct ug_text end = ug_prose_gap(prose, last);
	const size_t n = last - i;

	if (i - ug_prose_first(prose, i) + 1 < WORDS_BEFORE_MIN || n < 2 ||
	    memchr(end.s, '.', end.len) == NULL)
		return NULL;
	*rule = "floating-stops/before-function-word";
	if (ug_prose_in(prose, i + 1, STOP_AND))
		return n < 3 ? NULL : ", ";
	if (ug_prose_in(prose, i + 1, STOP_WHO) ||
	    (ug_prose_in(prose, i + 1, "as") &&
	    ug_prose_in(prose, i + 2, "well") &&
	    ug_prose_in(prose, i + 3, "as")))
		return " ";
	if (ug_prose_in(prose, i + 1, STOP_OF) &&
	    !ug_prose_in(prose, i + 2, "course") &&
	    !ug_prose_has_verb(prose, i + 2, last))
		return " ";
	*rule = "floating-stops/before-compound";
	if (n <= 6 && memchr(ug_prose_word(prose, i + 1).s, '-',
	    ug_prose_word(prose, i + 1).len) != NULL &&
	    !ug_prose_has_verb(prose, i + 1, last))
		return " ";
	return NULL;
}

/* A stop in the midst of a sentence, after word `i`. */
static enum ungarble_err
stop_in_sentence(const struct stop *stop, size_t i)
{
	const char *rule, *joint;
	bool sure = true;

	if (!ug_prose_lower(stop->prose, i + 1) ||
	    !stop_whole_word(stop, i, &sure))
		return UNGARBLE_OK;
	joint = stop_joint(stop, i, &rule);
	if (joint == NULL)
		return UNGARBLE_OK;

	/* Only the stop goes: the blank stays. */
	const enum ungarble_err err = ug_edits_add(stop->edits,
	    ug_prose_end(stop->prose, i), 1,
	    joint[0] == ',' ? UG_TEXT(",") : UG_TEXT(""), rule,
	    joint[0] == ',' ? 91 : 94);

	if (err == UNGARBLE_OK)
		ug_edits_last(stop->edits)->sure = sure;
	return err;
}

/* Whether `rest` is white space up to a capital or to the end of the record. */
static bool
stop_sentence_follows(const struct stop *stop, size_t i, struct ug_text rest)
{
	const struct ug_prose *const prose = stop->prose;
	const struct ug_text after = stop->scope->after;

	for (size_t at = 0; at < rest.len; at++) {
		if (memchr(" \r\n\t", rest.s[at], 4) == NULL)
			return false;
	}
	if (i + 1 == prose->n)
		return after.len == 0 || after.s[0] != '.';

	const char next = prose->text.s[prose->words[i + 1].at];

	return rest.len > 0 && ug_ascii_is_upper(next);
}

/* Whether a name starts with word `i`, as far as capitals tell. */
static bool
stop_name(const struct ug_prose *prose, size_t i)
{
	return i + 1 < prose->n && ug_prose_title(prose, i + 1) &&
	    !ug_prose_in(prose, i, "The A An In It He She They We You I But "
	    "And This That These Those His Her Its Their Our As At On For "
	    "After");
}

/* Words that go on with a sentence, whatever their first letter. */
#define STOP_GOES_ON "And Or But Which Who With Of To In At By As Then For " \
	"From Including Such Down Up While Where"

/* Whether a mark at `at` opens before word i + 1, which is small. */
static bool
stop_quoted(const struct ug_prose *prose, size_t i, size_t at)
{
	const size_t word = prose->words[i + 1].at;
	const char *const s = prose->text.s + at;

	return ug_prose_lower(prose, i + 1) && ((word == at + 1 && *s == '"') ||
	    (word == at + 3 && memcmp(s, "\u201C", 3) == 0));
}

/* ". , And so", the stop at `at`, in the gap after word `i`. */
static enum ungarble_err
stop_before_comma(const struct stop *stop, size_t i, size_t at)
{
	const struct ug_prose *const prose = stop->prose;

	/* The stop of a short form stands right behind it. */
	if (i + 1 >= prose->n || (at + 4 != prose->words[i + 1].at &&
	    !stop_quoted(prose, i, at + 4)) ||
	    (at == ug_prose_end(prose, i) && ug_prose_short(prose, i)))
		return UNGARBLE_OK;
	if (ug_prose_lower(prose, i + 1))
		return ug_edits_add(stop->edits, at, 2, UG_TEXT(""),
		    "floating-stops/before-comma", 96);
	if (!ug_prose_title(prose, i + 1))
		return UNGARBLE_OK;
	if (!ug_prose_in(prose, i + 1, STOP_GOES_ON))
		return ug_edits_add(stop->edits, at + 1, 2, UG_TEXT(""),
		    "floating-stops/comma-behind", 93);

	const char small = (char)(prose->text.s[at + 4] | 0x20);
	const enum ungarble_err err = ug_edits_add(stop->edits, at, 2,
	    UG_TEXT(""), "floating-stops/before-comma", 93);

	return err != UNGARBLE_OK ? err : ug_edits_add(stop->edits, at + 4, 1,
	    (struct ug_text){ &small, 1 }, "floating-stops/before-comma", 93);
}

/* `.” , ` in the gap after word `i`, small letters after it. */
static enum ungarble_err
stop_in_quotation(const struct stop *stop, size_t i)
{
	const struct ug_prose *const prose = stop->prose;
	const size_t at = ug_prose_end(prose, i);
	const bool curly = ug_prose_gap_is(prose, i, ".\u201D , ");

	if ((!curly && !ug_prose_gap_is(prose, i, ".\" , ")) ||
	    i + 1 >= prose->n || !ug_prose_lower(prose, i + 1))
		return UNGARBLE_OK;

	const enum ungarble_err err = ug_edits_add(stop->edits, at, 1,
	    UG_TEXT(","), "floating-stops/before-comma", 94);

	return err != UNGARBLE_OK ? err : ug_edits_add(stop->edits,
	    at + (curly ? 4 : 2), 2, UG_TEXT(""),
	    "floating-stops/before-comma", 94);
}

/* A stop or comma that no word stands before, in the gap after word `i`. */
static enum ungarble_err
stop_in_gap(const struct stop *stop, size_t i)
{
	const struct ug_prose *const prose = stop->prose;
	const struct ug_text gap = ug_prose_gap(prose, i);
	const struct ug_text rest = ug_text_part(gap, 3, gap.len - 3);
	const size_t at = ug_prose_end(prose, i);

	if (ug_prose_spaced(prose, 1) || ug_prose_word(prose, i).len < 2 ||
	    i - ug_prose_first(prose, i) + 1 < WORDS_BEFORE_MIN)
		return UNGARBLE_OK;
	if (ug_text_is(gap, "). , "))
		return stop_before_comma(stop, i, at + 1);
	if (ug_prose_word(prose, i).len < 3)
		return UNGARBLE_OK;
	if (memcmp(gap.s, ". .", 3) == 0 &&
	    stop_sentence_follows(stop, i, rest))
		return ug_edits_add(stop->edits, at + 1, 2, UG_TEXT(""),
		    "floating-stops/doubled", 96);
	if (memcmp(gap.s, ", .", 3) == 0 &&
	    stop_sentence_follows(stop, i, rest) &&
	    !stop_name(prose, i + 1))
		return ug_edits_add(stop->edits, at, 2, UG_TEXT(""),
		    "floating-stops/after-comma", 94);
	if (ug_text_starts(gap, 0, ". , "))
		return stop_before_comma(stop, i, at);
	return stop_in_quotation(stop, i);
}

static enum ungarble_err
stop_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	const struct stop stop = { scope, prose, edits };
	size_t places = 0;
	enum ungarble_err err = UNGARBLE_OK;

	if (!stop_in_prose(prose))
		return UNGARBLE_OK;
	for (size_t i = 0; i < prose->n && err == UNGARBLE_OK; i++) {
		const size_t n = edits->n;

		if (i + 1 < prose->n && ug_prose_gap_is(prose, i, ". "))
			err = stop_in_sentence(&stop, i);
		else if (ug_prose_gap(prose, i).len >= 3)
			err = stop_in_gap(&stop, i);
		places += edits->n > n;
	}
	if (places == 1 && ug_slips_alone(scope, prose->text, edits))
		edits->n = 0;
	return err;
}

/* Whether the word that ends at `end` may be one that no stop belongs to. */
static bool
stop_whole_here(struct ug_text text, size_t end)
{
	size_t at = end;

	/* Letters, as far as that tells, and what may join them. */
	while (at > 0 && (((unsigned char)text.s[at - 1] | 0x20) >= 'a' ||
	    text.s[at - 1] == '\'' || text.s[at - 1] == '-'))
		at--;
	return end - at >= WHOLE_MIN &&
	    !ug_word_short(ug_text_part(text, at, end - at));
}

/* Whether the word at `at` may go on with the sentence before a stop. */
static bool
stop_goes_on(struct ug_text text, size_t at)
{
	const struct ug_text word = ug_prose_around(text, at);

	return ug_word_in(word, STOP_AND " " STOP_WHO " as " STOP_OF) ||
	    memchr(word.s, '-', word.len) != NULL;
}

/* Whether nothing but white space comes before a capital or the end. */
static bool
stop_capital_follows(struct ug_text text, size_t at)
{
	const size_t from = at;

	while (at < text.len && memchr(" \r\n\t", text.s[at], 4) != NULL)
		at++;
	return at == text.len ||
	    (at > from && ug_ascii_is_upper(text.s[at]));
}

bool
ug_stop_floats(struct ug_text text, size_t blank)
{
	const char *const s = text.s + blank;

	if (blank < 2 || text.len - blank < 2)
		return false;
	if (ug_ascii_is_lower(s[1]))
		return s[-1] == '.' && stop_whole_here(text, blank - 1) &&
		    stop_goes_on(text, blank + 1);
	if (s[1] == '.')
		return (s[-1] == '.' || s[-1] == ',') && s[-2] != ' ' &&
		    stop_capital_follows(text, blank + 2);
	return s[1] == ',' && text.len - blank > 3 && s[2] == ' ' &&
	    (s[-1] == '.' || (s[-1] == '"' && s[-2] == '.') ||
	    (blank > 4 && ug_text_ends(text, blank, ".\u201D")));
}

static bool
stop_due(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	(void)scope;
	(void)text;
	return (cues & UG_GLANCE_STOP) != 0;
}

static const struct ug_prose_rule stop_rule = {
	.cues = UG_GLANCE_SPACED | UG_GLANCE_SMALL,
	.facts = UG_FACT_POSSESSIVE | UG_FACT_QUOTED,
	.due = stop_due,
	.find = stop_find,
};

const struct ug_pass ug_pass_floating_stops = {
	.fix = {
		.name = "floating-stops",
		.group = "marks",
		.summary = "full stops where no sentence ends",
		.by_default = 1,
	},
	.rule = &stop_rule,
};
