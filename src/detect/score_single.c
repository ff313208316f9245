/*
 * score_single.c - how badly evidence reads in a single-byte encoding
 *
 * Words in the right encoding keep to one script, to one language's alphabet,
 * to capitals at their start or throughout, and signs stand where signs stand:
 *
 *	F0 D2 C9 D7 C5 D4  as KOI8-R: a capital, then five common letters
 *	                   as windows-1251: a small letter, five capitals
 *
 * Costs are points, ten to the nat: what a fair model of text would pay, in
 * round figures.  ASCII costs the same in all encodings and is left out.
 */
#include <string.h>

#include "score.h"

enum {
	COST_FIRST = 20,        /* the most frequent letter of a script */
	COST_LATIN_FIRST = 42,  /* of those beyond ASCII */
	COST_LATIN_STEP = 3,
	COST_FOREIGN = 75,      /* a letter that the alphabet does not have */
	COST_LATIN_FOREIGN = 100,
	COST_MIXED = 70,        /* two scripts in a word */
	COST_CAPITAL_INSIDE = 45,
	COST_SMALL_AFTER_CAPITALS = 25,
	COST_CAPITAL = 6,
	COST_CAPITAL_MORE = 2,
	COST_LATIN_RUN = 12,    /* letters beyond ASCII side by side */
	COST_LATIN_ALONE = 12,  /* a word of one such letter */
	COST_LATIN_BARE = 45,   /* a longer word of them only */
	COST_MISPLACED = 40,    /* final forms inside, soft signs first */
	COST_STRAY_COMBINING = 60,
	COST_SWITCH = 50,       /* a short foreign word among Latin ones */
	COST_SPACE = 58,
	COST_QUOTE = 50,
	COST_SIGN = 58,
	COST_RARE_SIGN = 90,
	COST_BOX = 80,
	COST_BOX_MORE = 35,
	COST_BOX_SAME = 5,
	COST_CONTROL = 150,
	COST_BETWEEN_LETTERS = 45,
	COST_WRONG_SIDE = 25,
	COST_UNBALANCED = 12,   /* guillemets that open and none that close */
	COST_GLUED = 25         /* to a letter, what words keep away from */
};

#define LETTERS_MAX 128 /* distinct ones beyond ASCII in a single-byte text */

struct score_letter {
	uint16_t fold;
	unsigned char script;
	int n;
};

struct score_word {
	unsigned char script;
	unsigned n_letters, n_high, n_upper;
};

struct score {
	struct ug_letter map[256];
	int counts[256];        /* of letters beyond ASCII, by byte */
	struct score_letter letters[LETTERS_MAX];
	size_t n_letters;
	const struct ug_evidence *evidence;
	struct score_word word;
	int guillemets;         /* that open, less those that close */
	int cost;
};

/* ---- letters, by alphabet ---- */

static int
score_letter(const struct ug_alphabet *alphabet, uint16_t fold)
{
	const bool latin = alphabet->script == UG_LATIN;
	int rank = 0;

	while (alphabet->letters[rank] != 0 && alphabet->letters[rank] != fold)
		rank++;
	if (alphabet->letters[rank] == 0)
		return latin ? COST_LATIN_FOREIGN : COST_FOREIGN;
	if (latin)
		return COST_LATIN_FIRST + rank * COST_LATIN_STEP +
		    alphabet->rare;
	return COST_FIRST + rank * 11 / 10 + alphabet->rare;
}

static int
score_in_alphabet(const struct score *score, const struct ug_alphabet *alphabet,
    int best)
{
	int cost = 0;

	for (size_t i = 0; i < score->n_letters && cost < best; i++)
		if (score->letters[i].script == alphabet->script)
			cost += score->letters[i].n * score_letter(alphabet,
			    score->letters[i].fold);
	return cost;
}

/* The letters of each script in the alphabet that suits them best. */
static int
score_alphabets(const struct score *score)
{
	int best[UG_N_SCRIPTS], total = 0;
	const struct ug_alphabet *alphabet;
	bool has[UG_N_SCRIPTS] = { false };

	for (size_t i = 0; i < score->n_letters; i++)
		has[score->letters[i].script] = true;
	for (unsigned i = 0; i < UG_N_SCRIPTS; i++)
		best[i] = 1 << 30;
	for (unsigned i = 0; (alphabet = ug_alphabet_at(i)) != NULL; i++) {
		int cost = 0;

		if (!has[alphabet->script])
			continue;
		if (alphabet->script == UG_LATIN)
			cost = score->evidence->words_best -
			    score->evidence->words[i];
		cost += score_in_alphabet(score, alphabet,
		    best[alphabet->script]);
		if (cost < best[alphabet->script])
			best[alphabet->script] = cost;
	}
	for (unsigned i = 1; i < UG_N_SCRIPTS; i++)
		if (has[i])
			total += best[i] + (i == UG_LATIN ? 0 :
			    score->evidence->words_best / 4);
	return total;
}

static void
score_add_letters(struct score *score, struct ug_letter letter, int n)
{
	for (size_t i = 0; i < score->n_letters; i++) {
		if (score->letters[i].fold == letter.fold) {
			score->letters[i].n += n;
			return;
		}
	}
	if (score->n_letters < LETTERS_MAX)
		score->letters[score->n_letters++] = (struct score_letter){
		    letter.fold, letter.script, n };
}

/* ---- words ---- */

static bool
score_is_final_form(uint16_t fold)
{
	return fold == 0x3C2 || fold == 0x5DA || fold == 0x5DD ||
	    fold == 0x5DF || fold == 0x5E3 || fold == 0x5E5;
}

static void
score_word_end(struct score *score)
{
	const struct score_word *const word = &score->word;

	if (word->n_high != 0) {
		if (word->script == UG_LATIN && word->n_high == word->n_letters)
			score->cost += word->n_high == 1 ? COST_LATIN_ALONE
			    : COST_LATIN_BARE;
		if (word->script != UG_LATIN && word->n_letters <= 2 &&
		    score->evidence->n_ascii > score->evidence->n_tokens)
			score->cost += COST_SWITCH;
	}
	score->word = (struct score_word){ 0 };
}

static void
score_case(struct score *score, struct ug_letter letter, struct ug_letter prev)
{
	const struct score_word *const word = &score->word;

	if (letter.class == UG_UPPER && prev.class == UG_LOWER)
		score->cost += COST_CAPITAL_INSIDE;
	else if (letter.class == UG_LOWER && prev.class == UG_UPPER &&
	    word->n_upper >= 2 && word->n_upper == word->n_letters)
		score->cost += COST_SMALL_AFTER_CAPITALS;
}

static void
score_in_word(struct score *score, unsigned char byte, unsigned char before,
    unsigned char after)
{
	const struct ug_letter letter = score->map[byte];
	const struct ug_letter prev = score->map[before];
	struct score_word *const word = &score->word;
	const bool inside = word->n_letters != 0;

	if (inside && (byte >= 0x80 || before >= 0x80)) {
		if (letter.script != word->script)
			score->cost += COST_MIXED;
		score_case(score, letter, prev);
	}
	if (byte >= 0x80) {
		if (letter.class == UG_COMBINING) {
			if (!inside)
				score->cost += COST_STRAY_COMBINING;
		} else if (letter.class == UG_UPPER) {
			score->cost += prev.class == UG_UPPER
			    ? COST_CAPITAL_MORE : COST_CAPITAL;
		}
		if (letter.script == UG_LATIN && inside && before >= 0x80 &&
		    letter.class != UG_COMBINING)
			score->cost += COST_LATIN_RUN;
		if (!inside && (letter.fold == 0x44A || letter.fold == 0x44B ||
		    letter.fold == 0x44C))
			score->cost += COST_MISPLACED;
		if (score_is_final_form(letter.fold) &&
		    (!inside || ug_is_letter(score->map[after])))
			score->cost += COST_MISPLACED;
		score->counts[byte]++;
		word->n_high++;
	}
	if (!inside || letter.class != UG_COMBINING)
		word->script = letter.script;
	word->n_letters++;
	word->n_upper += letter.class == UG_UPPER;
}

/* ---- signs ---- */

static int
score_sign_class(struct ug_letter sign, struct ug_letter before)
{
	switch (sign.class) {
	case UG_SPACE:
		return COST_SPACE;
	case UG_OPENING:
	case UG_CLOSING:
	case UG_APOSTROPHE:
	case UG_DASH:
		return COST_QUOTE;
	case UG_SIGN:
		return COST_SIGN;
	case UG_BOX:
		if (before.class == UG_BOX)
			return before.fold == sign.fold ? COST_BOX_SAME
			    : COST_BOX_MORE;
		return COST_BOX + (ug_is_letter(before) ? COST_WRONG_SIDE : 0);
	case UG_CONTROL:
		return COST_CONTROL;
	case UG_BROKEN:
		return UG_SCORE_BROKEN;
	default:
		return COST_RARE_SIGN;
	}
}

/* Ellipsis, degree, marks of rights, ordinals, footnotes, middle dots. */
static bool
score_may_be_glued(uint16_t c)
{
	static const uint16_t may[] = { 0x2026, 0xB0, 0xA9, 0xAE, 0x2122, 0xAA,
	    0xBA, 0xB7, 0xB2, 0xB3, 0x60C, 0x61B, 0x61F, 0x640, 0x200C,
	    0x200D, 0x200E, 0x200F };

	for (size_t i = 0; i < sizeof(may) / sizeof(*may); i++)
		if (may[i] == c)
			return true;
	return false;
}

static void
score_sign(struct score *score, struct ug_letter sign, struct ug_letter before,
    struct ug_letter after)
{
	const bool left = ug_is_letter(before), right = ug_is_letter(after);

	score->cost += score_sign_class(sign, before);
	if (sign.fold >= 0x200C && sign.fold <= 0x200F &&
	    before.script != UG_ARABIC && before.script != UG_HEBREW)
		score->cost += COST_BETWEEN_LETTERS;
	if (sign.class == UG_APOSTROPHE) {
		if (!left && right)
			score->cost += COST_WRONG_SIDE;
		return;
	}
	if (left && right && sign.fold != 0xB7 && sign.fold != 0x200C &&
	    sign.fold != 0x640)
		score->cost += sign.class == UG_DASH ? COST_WRONG_SIDE
		    : COST_BETWEEN_LETTERS;
	if (sign.class == UG_OPENING &&
	    (left || (after.class == UG_SPACE && sign.fold != 0xAB)))
		score->cost += COST_WRONG_SIDE;
	if (sign.class == UG_CLOSING &&
	    (right || (before.class == UG_SPACE && sign.fold != 0xBB)))
		score->cost += COST_WRONG_SIDE;
	score->guillemets += (sign.fold == 0xAB) - (sign.fold == 0xBB);
	if (sign.class == UG_SIGN && left && !score_may_be_glued(sign.fold))
		score->cost += COST_GLUED;
}

int
ug_score_single(const struct ug_encoding *encoding,
    const struct ug_evidence *evidence)
{
	const unsigned char *const s = (const unsigned char *)
	    evidence->tokens.s;
	const size_t len = evidence->tokens.len;
	struct score score;

	memset(&score, 0, sizeof(score));
	score.evidence = evidence;
	for (unsigned i = 0; i < 256; i++)
		if (evidence->present[i])
			score.map[i] = ug_letter_of(i < 0x80 ? (uint16_t)i
			    : encoding->upper[i - 0x80]);
	/* The first byte and the last are spaces. */
	for (size_t at = 1; at < len; at++) {
		if (ug_is_letter(score.map[s[at]])) {
			score_in_word(&score, s[at], s[at - 1], s[at + 1]);
			continue;
		}
		if (score.word.n_letters != 0)
			score_word_end(&score);
		if (s[at] >= 0x80)
			score_sign(&score, score.map[s[at]],
			    score.map[s[at - 1]], score.map[s[at + 1]]);
	}
	for (unsigned i = 0x80; i < 256; i++)
		if (score.counts[i] != 0)
			score_add_letters(&score, score.map[i],
			    score.counts[i]);
	return score.cost + score_alphabets(&score) +
	    (score.guillemets != 0 ? COST_UNBALANCED : 0);
}
