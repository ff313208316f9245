/*
 * tokens_run_test.c - a run has the tokens that a walk has, one by one
 */
#include "words/tokens_run.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "random.h"

#define MOST 512

static bool
same(const struct ug_token *a, const struct ug_token *b)
{
	return a->at == b->at && a->len == b->len && a->hash == b->hash &&
	    a->kind == b->kind && a->letters == b->letters && a->gap == b->gap;
}

/* All tokens of a text, `room` at a time; the text ends where memory does. */
static void
check_text(const char *bytes, size_t len, size_t room, uint8_t region)
{
	char *const copy = malloc(len + (len == 0));
	const struct ug_text text = { copy, len };
	struct ug_tokens walk, run;
	struct ug_token tokens[MOST], token;
	size_t n;

	if (!CHECK("memory", copy != NULL))
		exit(1);
	memcpy(copy, bytes, len);
	ug_tokens_start(&walk, text, region);
	ug_tokens_start(&run, text, region);
	do {
		n = ug_tokens_run(&run, tokens, room);
		for (size_t i = 0; i < n; i++)
			if (!CHECK("a token", ug_tokens_next(&walk, &token) &&
			    same(&tokens[i], &token)))
				fprintf(stderr, "\t%.*s\n", (int)len, bytes);
	} while (n == room);
	CHECK("no more", !ug_tokens_next(&walk, &token));
	CHECK("open", walk.region == run.region);
	free(copy);
}

/* Pieces put behind one another, some of them glued. */
static void
test_drawn(uint64_t seed)
{
	static const char *const pieces[] = {
		"a", "I", "the", "officials", "USA", "Word", "WordWord",
		"pharmaceutical", "characteristics", "counterrevolutionary",
		"abcdefgh", "ABCDEFGH", "AbcdefghIjklmnop", "iPhone", "x_y",
		"www", "www.a.example", "me@a.example", "12", "12th", "don't",
		"isn\u2019t", "it's", "caf\u00e9", "\u201c", "\u2014", "'",
		".", ",", ";", ":", "!", "?", "-", "--help", "/", "/usr", "(",
		")", "f(3)", "{dollars}", "{", "}", "<b>", "<pre>", "</pre>",
		"<", ">", "`x y`", "```", "~~~", "$x", "#a", "@b", "\\n", "&",
		"=", "x=1", "|", "\t", "\"", "%", "*", "+", "[", "]", "^",
		"~", "_", "\n", "\r\n", "\n", "\n.Nm a", "\u00a0", "a::b",
		"http://a.example/"
	};
	char text[MOST];
	uint64_t random = seed;
	size_t len = 0;

	while (len < sizeof(text) - 32 && random_next(&random) % 48 != 0) {
		const char *const piece = pieces[random_next(&random) %
		    (sizeof(pieces) / sizeof(pieces[0]))];

		memcpy(text + len, piece, strlen(piece));
		len += strlen(piece);
		for (uint64_t blanks = random_next(&random) % 8; blanks > 0;
		    blanks = blanks > 3 ? 0 : blanks / 2)
			text[len++] = ' ';
	}
	check_text(text, len, 1 + random_next(&random) % MOST,
	    random_next(&random) % 9 == 0);
}

int
main(int argc, char **argv)
{
	(void)argc;
	for (uint64_t seed = 1; seed < 20000; seed++)
		test_drawn(seed);
	return check_done(argv[0]);
}
