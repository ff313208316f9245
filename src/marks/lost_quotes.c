/*
 * lost_quotes.c - quotation marks that speech has lost
 *
 * A text that was translated or cleaned by machine may come without any:
 *
 *	We have a duty to you all, he said here.  ->  “We have ... all,” he said
 *
 * Sure is only a long sentence in the first person and the present that someone
 * else is said to have said, as reporters put it: with the speaker's office,
 * the day or the occasion.  Where a text has such a case, what someone told
 * another in the present, and what a paper "read:", get their marks back too.
 * Left alone: reported speech in the third person, and text that has any
 * quotation mark.
 */
#include "first_person.h"
#include "prose_rule.h"

/* Words, by hand. */
#define SPEECH_MIN 10 /* of what is sure to be speech */
#define TOLD_MIN   6  /* of what was told another, or read */
#define SPEAKER_MAX   9 /* of who speaks */
#define SURE_RULE  "lost-quotes/first-person"
#define VERBS      "said told wrote added warned noted stressed explained " \
	"insisted argued replied responded declared stated"

struct quote {
	const struct ug_prose *prose;
	struct ug_edits *edits;
	bool known; /* a sure case stands in a record before */
	bool here;  /* or in this one */
	bool curly; /* records before say that ’ is the apostrophe */
};

/* A sentence and the words that say who said it. */
struct speech {
	size_t first, last; /* words said */
	size_t verb;        /* "said" */
	bool reported;      /* office, day or occasion are told */
};

/* Whether a word may stand in a speaker's name or office. */
static bool
quote_names(struct ug_text word, bool *name, bool *office)
{
	if (ug_word_in(word, "spokeswoman spokesman spokesperson minister "
	    "president premier secretary chairman chairwoman director analyst "
	    "professor ambassador Spokeswoman Spokesman Minister President "
	    "Premier Secretary Chairman Director Senator Professor Ambassador "
	    "General " UG_TITLES)) {
		*office = true;
		return true;
	}
	if (ug_word_in(word, "of the for and foreign prime defense "
	    "defence state deputy vice chief executive former senior"))
		return true;
	if (!ug_ascii_is_upper(word.s[0]))
		return false;
	*name = true;
	return true;
}

/* Whether words `i` and i + 1 stand together in a name: "Mr. Lee", "J. Lee". */
static bool
quote_joins(const struct ug_prose *prose, size_t i)
{
	return ug_prose_gap_is(prose, i, " ") ||
	    (ug_prose_gap_is(prose, i, ". ") && ug_prose_short(prose, i));
}

/*
 * After word `i` and a comma: "he said", "Mr. Lee said", "spokeswoman Ann Lee
 * wrote".  Sets speech->verb and ->reported.
 */
static bool
quote_attribution(const struct ug_prose *prose, size_t i, struct speech *speech)
{
	bool office = false, name = false;
	size_t k = i + 1;

	if (ug_prose_in(prose, k, "he she")) {
		k++;
	} else {
		while (k < prose->n && k < i + 1 + SPEAKER_MAX &&
		    quote_names(ug_prose_word(prose, k), &name, &office) &&
		    quote_joins(prose, k))
			k++;
		if (!name)
			return false;
	}
	if (!ug_prose_in(prose, k, VERBS) ||
	    !ug_prose_gap_is(prose, k - 1, " "))
		return false;
	speech->verb = k;
	speech->reported = office || ug_prose_in(prose, k, "told") ||
	    (ug_prose_gap_is(prose, k, " ") &&
	    ug_prose_in(prose, k + 1, "in at on during after before Monday "
	    "Tuesday Wednesday Thursday Friday Saturday Sunday yesterday"));
	return true;
}

/* The sentence whose first word is `first`, if it is someone's words. */
static bool
quote_speech(const struct ug_prose *prose, size_t first, size_t end,
    struct speech *speech)
{
	speech->first = first;
	for (size_t i = first; i < end; i++) {
		if (ug_prose_gap_is(prose, i, ", ") &&
		    quote_attribution(prose, i, speech)) {
			speech->last = i;
			return true;
		}
	}
	return false;
}

static bool
quote_is_sure(const struct ug_prose *prose, const struct speech *speech)
{
	return speech->reported &&
	    speech->last - speech->first + 1 >= SPEECH_MIN &&
	    ug_first_person(prose->text,
	    prose->words[speech->first].at);
}

/* "Overall, relations are ..., he told Lee": present, to someone named. */
static bool
quote_is_told(const struct ug_prose *prose, const struct speech *speech)
{
	bool present = false;

	if (speech->last - speech->first + 1 < TOLD_MIN ||
	    !ug_prose_in(prose, speech->verb, "told") ||
	    speech->verb + 1 >= prose->n ||
	    !(ug_prose_title(prose, speech->verb + 1) ||
	    ug_prose_in(prose, speech->verb + 1, "him her them")))
		return false;
	for (size_t i = speech->first; i <= speech->last; i++) {
		if (ug_prose_in(prose, i, "was were had did would could"))
			return false;
		if (ug_prose_in(prose, i, "is are am has have do does will"))
			present = true;
	}
	return present;
}

static enum ungarble_err
quote_insert(const struct quote *quote, size_t at, bool closing,
    const char *rule, unsigned confidence)
{
	const bool curly = ug_prose_curly(quote->prose->cues) || quote->curly;
	const enum ungarble_err err = ug_edits_add(quote->edits, at, 0,
	    !curly ? UG_TEXT("\"") :
	    closing ? UG_TEXT("\u201D") : UG_TEXT("\u201C"), rule, confidence);

	if (err == UNGARBLE_OK && strcmp(rule, SURE_RULE) != 0)
		ug_edits_last(quote->edits)->sure = quote->here;
	return err;
}

static enum ungarble_err
quote_pair(const struct quote *quote, size_t open, size_t close,
    const char *rule, unsigned confidence)
{
	const enum ungarble_err err = quote_insert(quote, open, false, rule,
	    confidence);

	return err != UNGARBLE_OK ? err :
	    quote_insert(quote, close, true, rule, confidence);
}

/* "The summary read: The ... order. What" within the sentence [first, last]. */
static enum ungarble_err
quote_read(const struct quote *quote, size_t first, size_t last)
{
	const struct ug_prose *const prose = quote->prose;

	const struct ug_text end = ug_prose_gap(prose, last);

	for (size_t i = first; i + TOLD_MIN < last; i++) {
		if (ug_prose_gap_is(prose, i, ": ") &&
		    ug_prose_in(prose, i, "read reads") &&
		    ug_prose_title(prose, i + 1) && end.len > 0 &&
		    end.s[0] == '.')
			return quote_pair(quote, prose->words[i + 1].at,
			    ug_prose_end(prose, last) + 1, "lost-quotes/read",
			    91);
	}
	return UNGARBLE_OK;
}

/* The sentence of words [first, last]. */
static enum ungarble_err
quote_sentence(const struct quote *quote, size_t first, size_t last)
{
	const struct ug_prose *const prose = quote->prose;
	const bool likely = quote->known || quote->here;
	struct speech speech;

	if (quote_speech(prose, first, last, &speech)) {
		const size_t open = prose->words[first].at;
		const size_t close = ug_prose_end(prose, speech.last) + 1;

		if (quote_is_sure(prose, &speech))
			return quote_pair(quote, open, close, SURE_RULE, 93);
		if (likely && quote_is_told(prose, &speech))
			return quote_pair(quote, open, close,
			    "lost-quotes/told", 91);
	}
	return likely ? quote_read(quote, first, last) : UNGARBLE_OK;
}

static bool
quote_any_sure(const struct ug_prose *prose)
{
	struct speech speech;

	for (size_t i = 0, last; i < prose->n; i = last + 1) {
		last = ug_prose_last(prose, i);
		if (ug_first_person(prose->text, prose->words[i].at) &&
		    quote_speech(prose, i, last, &speech) &&
		    quote_is_sure(prose, &speech))
			return true;
	}
	return false;
}

static bool
quote_worth(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	(void)scope;
	if ((cues & (UG_GLANCE_WIDE | UG_GLANCE_APOSTROPHE |
	    UG_GLANCE_QUOTE)) == 0)
		return ug_text_find(text, 0, UG_TEXT("``")) == text.len;
	return !ug_prose_quotes(text);
}

/* Whether "read: " or "reads: " stands anywhere. */
static bool
quote_may_be_read(struct ug_text text)
{
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT(": "))) <
	    text.len; at++) {
		if (at > 0 && (text.s[at - 1] == 'd' || text.s[at - 1] == 's'))
			return true;
	}
	return false;
}

/* Whether there is a sure case; or one that is like those in records before. */
static bool
quote_due(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	return ug_first_person_any(text) || (((cues & UG_GLANCE_TOLD) != 0 ||
	    quote_may_be_read(text)) && ug_memory_count(scope->memory,
	    SURE_RULE, UG_TEXT("")) > 0);
}

static enum ungarble_err
quote_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	struct quote quote = {
		.prose = prose,
		.edits = edits,
		.known = ug_memory_count(scope->memory, SURE_RULE,
		    UG_TEXT("")) > 0,
		.here = quote_any_sure(prose),
	};
	enum ungarble_err err = UNGARBLE_OK;

	if (!quote.known && !quote.here)
		return UNGARBLE_OK;
	quote.curly = !quote.here &&
	    ug_text_find(prose->text, 0, UG_TEXT("'")) == prose->text.len &&
	    ug_prose_noted(scope->memory, UG_FACT_CURLY, UG_TEXT("")) > 0;
	for (size_t i = 0, last; i < prose->n && err == UNGARBLE_OK;
	    i = last + 1) {
		last = ug_prose_last(prose, i);
		err = quote_sentence(&quote, i, last);
	}
	return err;
}

static const struct ug_prose_rule quote_rule = {
	.cues = UG_GLANCE_SAID,
	.but = UG_GLANCE_QUOTED | UG_GLANCE_ANGLE,
	.facts = UG_FACT_CURLY,
	.worth = quote_worth,
	.due = quote_due,
	.find = quote_find,
};

const struct ug_pass ug_pass_lost_quotes = {
	.fix = {
		.name = "lost-quotes",
		.group = "marks",
		.summary = "quotation marks that speech has lost",
		.by_default = 1,
	},
	.rule = &quote_rule,
};
