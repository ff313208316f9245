/*
 * cues_find_test.c - words that the lexicon knows, words that it does not
 */
#include "words/cues_find.h"

#include <stdlib.h>

#include "check.h"
#include "words/cue_key.h"

/* Whether a key begins with the word. */
static const struct {
	const char *word;
	bool root;
} rows[] = {
	{ "photo", true },
	{ "manufacturing", true },   /* of more than eight letters */
	{ "voltaic", false },        /* keys go on with it */
	{ "zebra", false },
	{ "manufacturings", false },
	{ "manufacturbing", false },
	{ "q", false },
};

#define N_ROWS (sizeof(rows) / sizeof(*rows))

/* A token that is all of the text, read slowly. */
static struct ug_cue
find(struct ug_cues *cues, const char *text, enum ug_token_kind kind)
{
	const struct ug_token token = { .len = (uint32_t)strlen(text),
		.kind = (uint8_t)kind, .gap = UG_GAP_LINE };

	cues->n = 0;
	cues->walk.text = (struct ug_text){ text, strlen(text) };
	CHECK(text, ug_cues_find(cues, &token) == UNGARBLE_OK && cues->n == 1);
	CHECK(text, cues->v[0].gap == UG_GAP_LINE);
	return cues->v[0];
}

/* However it is written; none of what is hidden or longer than all keys. */
static void
check_slow(struct ug_cues *cues)
{
	const struct ug_cue photo = find(cues, "photo", UG_TOKEN_WORD);
	const struct ug_cue dont = find(cues, "don't", UG_TOKEN_WORD);

	for (size_t i = 0; i < N_ROWS; i++)
		CHECK(rows[i].word, (find(cues, rows[i].word,
		    UG_TOKEN_WORD).root != 0) == rows[i].root);
	CHECK("any case", find(cues, "PhoTO", UG_TOKEN_WORD).word ==
	    photo.word);
	CHECK("hidden", find(cues, "photo", UG_TOKEN_HIDDEN).root == 0);
	CHECK("an apostrophe", find(cues, "Don\u2019t", UG_TOKEN_WORD).word
	    == dont.word);
	CHECK("too long", find(cues, "photophotophotophotophotophotophoto",
	    UG_TOKEN_WORD).root == 0);
}

/* There is room for one more, which ends them. */
static void
check_room(struct ug_cues *cues)
{
	static const char word[] = "photo";
	const struct ug_token token = { .len = 5, .kind = UG_TOKEN_WORD };
	size_t n = 0;

	cues->n = 0;
	cues->walk.text = (struct ug_text){ word, 5 };
	while (n < 3000 && ug_cues_find(cues, &token) == UNGARBLE_OK)
		n += cues->n < cues->cap && cues->n < cues->cap_tokens;
	CHECK("room", cues->n == n);
}

/* Whether both words are one key. */
static void
check_key(struct ug_cues *cues, const char *first, const char *second,
    bool is)
{
	struct ug_cue v[3] = { find(cues, first, UG_TOKEN_WORD),
		find(cues, second, UG_TOKEN_WORD), { .gap = UG_GAP_LINE } };
	struct ug_found found[3];
	struct ug_cue_form forms[2];

	v[1].gap = UG_GAP_BLANK;
	v[0].line = v[1].line = 2;
	CHECK(second, (ug_cues_match(v, 2, found, forms) == 1 &&
	    found[0].n == 2) == is);
}

/*
 * A phrase of other spinners may begin where its words stand, read slowly as
 * well; not with one that is hidden.
 */
static void
check_others(struct ug_cues *cues, const char *phrase)
{
	const struct ug_text text = { phrase, strlen(phrase) };
	struct ug_token tokens[2];
	struct ug_tokens walk;

	ug_tokens_start(&walk, text, 0);
	CHECK(phrase, ug_tokens_next(&walk, &tokens[0]) &&
	    ug_tokens_next(&walk, &tokens[1]));
	cues->n = 0;
	cues->walk.text = text;
	cues->others = (struct ug_other_start){ .wanted = true };
	CHECK(phrase, ug_cues_find(cues, &tokens[0]) == UNGARBLE_OK &&
	    ug_other_start_ends(&cues->others));
	tokens[0].kind = UG_TOKEN_HIDDEN;
	CHECK(phrase, ug_cues_find(cues, &tokens[0]) == UNGARBLE_OK &&
	    !ug_other_start_ends(&cues->others));
	CHECK(phrase, ug_cues_find(cues, &tokens[1]) == UNGARBLE_OK &&
	    !cues->others.found);
	tokens[0].kind = UG_TOKEN_WORD;
	CHECK(phrase, ug_cues_find(cues, &tokens[0]) == UNGARBLE_OK &&
	    ug_cues_find(cues, &tokens[1]) == UNGARBLE_OK &&
	    cues->others.found && cues->others.wanted);
	/* As none asks for them. */
	cues->others = (struct ug_other_start){ .wanted = false };
	CHECK(phrase, ug_cues_find(cues, &tokens[0]) == UNGARBLE_OK &&
	    ug_cues_find(cues, &tokens[1]) == UNGARBLE_OK &&
	    !cues->others.found);
}

int
main(int argc, char *argv[])
{
	struct ug_cues *const cues = calloc(1, sizeof(*cues));
	char text[256] = "";

	(void)argc;
	if (!CHECK("memory", cues != NULL))
		return check_done(argv[0]);
	cues->alloc = &ug_alloc_libc;
	for (size_t i = 0; i < N_ROWS; i++) {
		const size_t len = strlen(rows[i].word);

		cues->run[cues->n_run++] = (struct ug_cue_run){
			ug_cue_key(rows[i].word, len), (uint32_t)strlen(text),
			(uint16_t)len, i == 0 ? UG_GAP_NONE : UG_GAP_BLANK };
		strcat(strcat(text, rows[i].word), " ");
	}
	cues->walk.text = (struct ug_text){ text, strlen(text) };
	CHECK("flush", ug_cues_flush(cues) == UNGARBLE_OK);
	CHECK("all of them", cues->n == N_ROWS && cues->n_run == 0);
	for (size_t i = 0; i < N_ROWS; i++) {
		CHECK(rows[i].word, (cues->v[i].root != 0) == rows[i].root);
		CHECK(rows[i].word, cues->v[i].gap == (i == 0 ? UG_GAP_NONE :
		    UG_GAP_BLANK));
	}
	CHECK("nothing to flush", ug_cues_flush(cues) == UNGARBLE_OK &&
	    cues->n == N_ROWS);
	check_slow(cues);
	check_room(cues);
	check_key(cues, "photo", "voltaic", true);
	check_key(cues, "manufacturing", "unit", true);
	check_key(cues, "photo", "zebra", false);
	for (size_t i = 0; ug_other_cue(i) != NULL; i++)
		check_others(cues, ug_other_cue(i)->found);
	ug_cues_free(cues);
	free(cues);
	return check_done(argv[0]);
}
