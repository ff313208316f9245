/*
 * blanked_marks.c - apostrophes and quotation marks that became blanks
 *
 * Collecting or cleaning by machine turns each curly mark into a blank:
 *
 *	It isn t Norway s fleet      ->  It isn’t Norway’s fleet
 *	to  save the fleet,  as they ->  to “save the fleet,” as they
 *
 * What is left of n’t after a word that only stands before it ("isn t") is
 * sure; so are ’ll and ’ve after a pronoun.  The s of a name or a noun, and
 * blanks in twos, follow only in a record without any apostrophe that has such
 * a sure one, or has several others and a pronoun's or two blanks amid its
 * sentences, or follows such records.
 * Left alone: letters that are meant ("the s of a plural"), tokens, code, and
 * text that has two blanks after its stops.
 */
#include "blanked_twos.h"
#include "prose_rule.h"

#define OTHERS_MIN   3  /* of a record without a sure one */
#define NAMES_MIN    3  /* of one without a pronoun's either */
#define QUOTED_MAX   12 /* words between two blanks and two blanks */
#define SPEECH_MIN   3  /* words, before a comma and who said them */
#define SPEAKER_MAX  4  /* words */
#define SURE_FACT    "marks: blanked"
#define PRONOUNS     "it he she that there here what who where how It He She " \
	"That There Here What Who Where How"

enum blanked {
	BLANKED_NONE,
	BLANKED_NOUN,    /* "Norway s", "we re" */
	BLANKED_PRONOUN, /* "it s" */
	BLANKED_SURE     /* "isn t", "we ll" */
};

/* What a quotation does at a word. */
enum { BLANK_OPENS = 1, BLANK_CLOSES = 2 };

struct blank {
	const struct ug_scope *scope;
	const struct ug_prose *prose;
	struct ug_edits *edits;
	bool curly; /* the marks to write */
	bool sure;  /* the record alone tells */
	bool all;   /* mend more than what is sure by itself */
};

/* Whether any apostrophe joins letters here, or a mark of quotation stands. */
static bool
blank_has_marks(const struct ug_prose *prose)
{
	for (size_t i = 0; i < prose->n; i++) {
		const struct ug_text word = ug_prose_word(prose, i);

		if (memchr(word.s, '\'', word.len) != NULL ||
		    ug_text_find(word, 0, UG_TEXT("\u2019")) < word.len)
			return true;
	}
	return ug_prose_quotes(prose->text);
}

static bool
blank_letters(struct ug_text word)
{
	for (size_t at = 0; at < word.len; at++) {
		const unsigned char c = (unsigned char)word.s[at] | 0x20;

		if (!ug_ascii_is_lower(c) && c < 0x80)
			return false;
	}
	return word.len >= 2;
}

/* What "s" by itself may be after word `i`, before word i + 2. */
static enum blanked
blank_of_s(const struct ug_prose *prose, size_t i)
{
	const struct ug_text next = ug_prose_word(prose, i + 2);
	const unsigned char first = (unsigned char)next.s[0];

	if (next.len < 2 && first != 'a' && first != 'A' && first != 'I' &&
	    !ug_ascii_is_digit(first))
		return BLANKED_NONE;
	if (ug_prose_in(prose, i, PRONOUNS " let Let"))
		return BLANKED_PRONOUN;
	if (ug_prose_in(prose, i, "the The an An of to in on at for by with "
	    "from and And or Or but but as is are was were letter letters "
	    "this these those be been my your his her its our their no not") ||
	    !blank_letters(ug_prose_word(prose, i)))
		return BLANKED_NONE;
	return BLANKED_NOUN;
}

/* What word i + 1 is, if it may be what an apostrophe joined to word `i`. */
static enum blanked
blank_kind(const struct ug_prose *prose, size_t i)
{
	static const char subjects[] = "we they you I We They You";

	if (i + 2 >= prose->n || prose->words[i + 1].len > 2 ||
	    !ug_prose_gap_is(prose, i, " ") ||
	    !ug_prose_gap_is(prose, i + 1, " "))
		return BLANKED_NONE;
	if (ug_prose_in(prose, i + 1, "s"))
		return blank_of_s(prose, i);
	if (ug_prose_in(prose, i + 1, "t"))
		return ug_prose_in(prose, i, "didn doesn isn wasn aren weren "
		    "hasn haven hadn couldn wouldn shouldn don Didn Doesn Isn "
		    "Wasn Aren Weren Hasn Haven Couldn Wouldn Shouldn") ?
		    BLANKED_SURE : ug_prose_in(prose, i, "can won ain Don "
		    "Can Won") ? BLANKED_PRONOUN : BLANKED_NONE;
	if (ug_prose_in(prose, i + 1, "ll ve"))
		return ug_prose_in(prose, i, subjects) ? BLANKED_SURE :
		    ug_prose_in(prose, i, PRONOUNS) ? BLANKED_PRONOUN :
		    BLANKED_NONE;
	if (ug_prose_in(prose, i + 1, "re m d") &&
	    ug_prose_in(prose, i, subjects) &&
	    (ug_prose_in(prose, i + 1, "re d") || ug_prose_in(prose, i, "I")))
		return BLANKED_NOUN;
	return BLANKED_NONE;
}

/* What the record tells of its marks.  Notes what later records may know. */
static enum ungarble_err
blank_judge(struct blank *blank)
{
	const struct ug_prose *const prose = blank->prose;
	unsigned n[BLANKED_SURE + 1] = { 0 };
	unsigned names = 0, known;

	for (size_t i = 0; i < prose->n; i++) {
		const enum blanked kind = blank_kind(prose, i);

		n[kind]++;
		names += kind == BLANKED_NOUN && ug_prose_title(prose, i);
	}
	known = ug_memory_count(blank->scope->memory, SURE_FACT, UG_TEXT(""));
	blank->curly = ug_prose_curly(prose->cues) || known > 0 ||
	    ug_text_find(prose->text, 0, UG_TEXT("'")) == prose->text.len;
	if (blank_has_marks(prose))
		return UNGARBLE_OK;
	blank->sure = n[BLANKED_SURE] > 0 || (n[BLANKED_PRONOUN] > 0 &&
	    n[BLANKED_PRONOUN] + n[BLANKED_NOUN] >= OTHERS_MIN) ||
	    (names >= NAMES_MIN && ug_blank_amid(prose));
	blank->all = blank->sure || known > 0;
	return n[BLANKED_SURE] == 0 ? UNGARBLE_OK :
	    ug_edits_note(blank->edits, SURE_FACT, UG_TEXT(""));
}

static enum ungarble_err
blank_edit(const struct blank *blank, size_t at, size_t len,
    struct ug_text after, const char *rule, unsigned confidence)
{
	const enum ungarble_err err = ug_edits_add(blank->edits, at, len,
	    after, rule, confidence);

	if (err == UNGARBLE_OK && blank->all)
		ug_edits_last(blank->edits)->sure = blank->sure;
	return err;
}

/* The blank between word `i` and what an apostrophe joined to it. */
static enum ungarble_err
blank_apostrophe(const struct blank *blank, size_t i)
{
	const enum blanked kind = blank->all &&
	    ug_blank_plural(blank->prose, i) ? BLANKED_NOUN :
	    blank_kind(blank->prose, i);

	if (kind == BLANKED_NONE || (kind != BLANKED_SURE && !blank->all))
		return UNGARBLE_OK;
	return blank_edit(blank, ug_prose_end(blank->prose, i), 1,
	    blank->curly ? UG_TEXT("\u2019") : UG_TEXT("'"),
	    "blanked-marks/apostrophe", 95);
}

/* Whether two blanks after a stop are how this text is spaced. */
static bool
blank_wide(const struct ug_prose *prose)
{
	size_t one = 0, two = 0;

	for (size_t i = 0; i + 1 < prose->n; i++) {
		if (ug_prose_stops(prose, i)) {
			two += ug_blank_twice(prose, i, ".?!");
			one += ug_prose_gap(prose, i).len <= 2;
		}
	}
	return two > one;
}

static bool
blank_small(const struct ug_prose *prose, size_t i)
{
	const char first = prose->text.s[prose->words[i].at];

	return ug_ascii_is_lower(first);
}

/*
 * Two blanks after word `i` that open what two more close: within one sentence,
 * the first behind a small word, with small letters to go on.  The last word
 * of it, or `i`.
 */
static size_t
blank_quoted(const struct ug_prose *prose, size_t i)
{
	size_t end = i + 1;

	if (!ug_blank_twice(prose, i, ",:") || !ug_prose_lower(prose, i) ||
	    ug_blank_plural(prose, i))
		return i;
	while (end < prose->n && end < i + QUOTED_MAX &&
	    (ug_prose_gap_is(prose, end, " ") ||
	    ug_prose_gap_is(prose, end, ", ") || ug_blank_plural(prose, end)))
		end++;
	return end + 1 < prose->n && ug_blank_twice(prose, end, ",!?") &&
	    blank_small(prose, end + 1) ? end : i;
}

/* Whether a word is "said", or "said.The" where a paragraph was joined on. */
static bool
blank_says(struct ug_text word)
{
	const char *const stop = memchr(word.s, '.', word.len);

	if (stop != NULL)
		word.len = (size_t)(stop - word.s);
	return ug_word_in(word, "said says added told continued replied "
	    "explained wrote asked warned");
}

/*
 * The speaker, as far as the verb tells, of "he said", "Ann Lee said" or "one
 * caller said" after word `i`; or 0.
 */
static size_t
blank_speaker(const struct ug_prose *prose, size_t i)
{
	const size_t max = i + 1 + SPEAKER_MAX;

	for (size_t k = i + 1; k < prose->n && k <= max; k++) {
		if (k > i + 1 && blank_says(ug_prose_word(prose, k)))
			return k - 1;
		if (!ug_prose_gap_is(prose, k, " ") ||
		    !(ug_prose_title(prose, k) || k > i + 1 ||
		    ug_prose_in(prose, k, "he she they one the a")) ||
		    (k > i + 1 && !ug_prose_title(prose, k) &&
		    !ug_prose_in(prose, i + 1, "one the a")))
			break;
	}
	return 0;
}

/* Whether word `b` names the speaker that word `a` names, who spoke before. */
static bool
blank_goes_on(const struct ug_prose *prose, size_t a, size_t b)
{
	return ug_prose_in(prose, b, "he she they") || (a > 0 &&
	    ug_text_equal(ug_prose_word(prose, a), ug_prose_word(prose, b)));
}

/* Whether a sentence ends after word `i`, which may be as short as "it". */
static bool
blank_stops(const struct ug_prose *prose, size_t i)
{
	return ug_prose_stops(prose, i) || (i + 1 < prose->n &&
	    prose->words[i].len == 2 && ug_prose_lower(prose, i) &&
	    ug_prose_title(prose, i + 1) &&
	    (ug_prose_gap_is(prose, i, ". ") ||
	    ug_prose_gap_is(prose, i, ".  ")));
}

/*
 * Where the speech began that ends with word `i`, not before `from`: behind a
 * stop and two blanks, at `from` only if the same one `goes_on`, or else with
 * its sentence.
 */
static size_t
blank_speech(const struct ug_prose *prose, size_t from, size_t i, bool goes_on)
{
	size_t first = from;

	for (size_t k = i; k > from || (k == from && goes_on && k > 0); k--) {
		if (!blank_stops(prose, k - 1))
			continue;
		if (ug_blank_twice(prose, k - 1, ".?!"))
			return k;
		if (first == from)
			first = k;
	}
	return first;
}

/* Mark the words that a quotation opens before, and closes after. */
static void
blank_plan(const struct ug_prose *prose, unsigned char *plan)
{
	size_t from = 0, before = 0;

	for (size_t i = 0; i + 1 < prose->n; i++) {
		const size_t end = blank_quoted(prose, i);
		const size_t speaker = ug_prose_gap_is(prose, i, ",  ") ?
		    blank_speaker(prose, i) : 0;

		/* The blanks that close one do not open the next. */
		if ((plan[i] & BLANK_CLOSES) != 0) {
			from = ug_prose_last(prose, i) + 1;
		} else if (end > i && speaker == 0) {
			plan[i + 1] |= BLANK_OPENS;
			plan[end] |= BLANK_CLOSES;
			i = end - 1;
		} else if (i > from && speaker > 0) {
			const size_t open = blank_speech(prose, from, i,
			    blank_goes_on(prose, before, speaker));

			if (open + SPEECH_MIN <= i + 1) {
				plan[open] |= BLANK_OPENS;
				plan[i] |= BLANK_CLOSES;
			}
			from = ug_prose_last(prose, i) + 1;
			before = speaker;
		}
	}
}

/* The quotation marks in the gap before word `i`. */
static enum ungarble_err
blank_quotation(const struct blank *blank, const unsigned char *plan, size_t i)
{
	const struct ug_prose *const prose = blank->prose;
	const size_t at = prose->words[i].at;
	const bool two = i > 0 && ug_prose_gap(prose, i - 1).len >= 2 &&
	    prose->text.s[at - 2] == ' ';

	if (two && (plan[i - 1] & BLANK_CLOSES) != 0)
		return blank_edit(blank, at - 2, 1, UG_TEXT("\u201D"),
		    "blanked-marks/quotation", 91);
	if ((plan[i] & BLANK_OPENS) == 0)
		return UNGARBLE_OK;
	return blank_edit(blank, two ? at - 1 : at, two ? 1 : 0,
	    UG_TEXT("\u201C"), "blanked-marks/quotation", 91);
}

static enum ungarble_err
blank_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	struct blank blank = { .scope = scope, .prose = prose, .edits = edits };
	unsigned char *plan;
	enum ungarble_err err;

	if (ug_prose_spaced(prose, 0))
		return UNGARBLE_OK;
	err = blank_judge(&blank);
	plan = ug_arena_take(scope->scratch, prose->n + 1);
	if (plan == NULL)
		return UNGARBLE_ENOMEM;
	memset(plan, 0, prose->n + 1);
	if (blank.all && !blank_wide(prose))
		blank_plan(prose, plan);
	for (size_t i = 0; i < prose->n && err == UNGARBLE_OK; i++) {
		err = blank_quotation(&blank, plan, i);
		if (err == UNGARBLE_OK)
			err = blank_apostrophe(&blank, i);
	}
	return err;
}

static const struct ug_prose_rule blank_rule = {
	.cues = UG_GLANCE_BLANKED,
	.find = blank_find,
};

const struct ug_pass ug_pass_blanked_marks = {
	.fix = {
		.name = "blanked-marks",
		.group = "marks",
		.summary = "apostrophes and quotation marks that became blanks",
		.by_default = 1,
	},
	.rule = &blank_rule,
};
