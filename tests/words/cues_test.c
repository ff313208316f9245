/*
 * cues_test.c - what is read fast is what is read slowly
 *
 * Texts are put together from pieces at random, with a generator of our own;
 * tokens are counted and keys found both ways.
 */
#include "words/cues.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "random.h"
#include "spun.h"
#include "words/lexicon.h"

#define TEXTS 40000
#define PIECES_MAX 24
#define TOKENS_MAX 4096

static const char *const pieces[] = {
	"photo voltaic", "mentioned", "in response to", "leap-start", "the",
	"of", "a", "additionally", "Mentioned", "MENTIONED", "was", "said",
	"notwithstanding", "straightforwardness", "cryptocurrencies",
	"abcdefgh", "abcdefghi", "financial establishments", "www", "www.",
	" ", " ", " ", " ", " ", " ", " ", " ", "  ", ". ", ", ", "\n", "\n",
	"\r", "\r\n", ".", ",", ";", ":", "::", "://", "/", "-", "--", " -",
	" /usr", " --no-help", "!", "?", "\"", "'", "'s", "\u2019s ",
	"\u2019", "\u2018", "\u201C", "\u201D", "\u2014", "\u2026", "\u00A0",
	"\u2028", "\u3000", "\uFEFF", "\u00E9", "\u00C9t\u00E9", "\u4E2D",
	"\U0001F600", "can\u2019t", "don't", "_", "x_y", "3", "1,000", "20th",
	"{dollars}", "{", "}", "{{", "[", "]", "<", ">", "<b>", "</b>",
	"<pre>", "</pre>", "<script", "</script>", "<code>", "```", "~~~",
	"`", "`x`", "=", "a=b", "@", "me@a.example", "https://a.example/?x=1;",
	"$", "$x", "#", "#tag", "\\", "\\n", "(", ")", "f(3)", "&", "&amp;",
	"|", "^", "~", "+", "*", "%", "\t", "\t\t\t", "\x01", "\x7F", "> ",
	"return x;", "{\"a\": 1}", "\t\"abc\",", "e.g.", "a.b", "A.B",
};
#define N_PIECES (sizeof(pieces) / sizeof(pieces[0]))

struct seen {
	struct ug_found found[TOKENS_MAX];
	size_t n, n_tokens;
	uint8_t region;
};

/* Whether a key begins with a token, which is kept by 24 bits of its hash. */
static bool
begins_key(const struct ug_token *token)
{
	static uint8_t roots[1u << 24];

	if (roots[0] == 0)
		for (unsigned i = 1; i < ug_lexicon_n_nodes; i++)
			if (ug_lexicon_nodes[i].parent == 0)
				roots[ug_lexicon_nodes[i].hash >> 8] = 1;
	roots[0] |= 2;
	return token->kind != UG_TOKEN_HIDDEN && (roots[token->hash >> 8] & 1);
}

/* What found[].line is in a line of those tokens: 1 where it is a list. */
static uint16_t
line_of(const struct ug_token *tokens, size_t n)
{
	size_t marks = 0;

	for (size_t i = 0; i < n; i++)
		marks += tokens[i].gap == UG_GAP_NONE &&
		    !begins_key(&tokens[i]);
	return (uint16_t)(marks * 3 >= n ? 1 : n);
}

/* The long way: tokens first, then the longest key at each. */
static void
see_slowly(struct ug_text text, uint8_t region, struct seen *seen)
{
	static struct ug_token tokens[TOKENS_MAX];
	struct ug_tokens walk;
	struct ug_match any, spun;
	size_t n = 0, line = 0, start = 0, i;

	ug_tokens_start(&walk, text, region);
	while (n < TOKENS_MAX && ug_tokens_next(&walk, &tokens[n]))
		n++;
	*seen = (struct seen){ .n_tokens = n, .region = walk.region };
	for (i = 0; i < n; i += any.n == 0 ? 1 : any.n) {
		if (line <= i)
			start = i;
		for (; line <= i || (line < n &&
		    tokens[line].gap != UG_GAP_LINE); line++)
			;
		ug_lexicon_match(text, tokens + i, line - i, &any, &spun);
		if (any.n > 0)
			seen->found[seen->n++] = (struct ug_found){
				(uint32_t)i, any.node,
				line_of(tokens + start, line - start),
				ug_lexicon_nodes[any.node].flags,
				(uint8_t)any.n };
	}
}

static size_t n_fast; /* tokens that were not read slowly */

static bool
see_same(struct ug_cues *cues, struct ug_text text, uint8_t region)
{
	static struct seen seen;
	static struct ug_found found[TOKENS_MAX];
	static struct ug_cue_form forms[TOKENS_MAX];
	size_t n, i;

	see_slowly(text, region, &seen);
	if (!CHECK("memory", ug_cues_read(cues, text, &region) ==
	    UNGARBLE_OK))
		return false;
	for (i = 0; i < cues->n; i++)
		n_fast += cues->tokens[i].kind == UG_TOKEN_UNREAD;
	n = ug_cues_match(cues->v, cues->n, found, forms);
	for (i = 0; i < n && i < seen.n; i++)
		if (found[i].at != seen.found[i].at ||
		    found[i].node != seen.found[i].node ||
		    found[i].line != seen.found[i].line ||
		    found[i].n != seen.found[i].n ||
		    found[i].flags != seen.found[i].flags)
			break;
	return CHECK(text.s, region == seen.region && n == seen.n && i == n &&
	    cues->n == seen.n_tokens);
}

/* Each text stands in memory of its own length, for those who watch that. */
static bool
see_text(struct ug_cues *cues, const char *s, size_t len, uint8_t region)
{
	char *own = malloc(len + 1);
	bool same;

	if (!CHECK("memory", own != NULL))
		return false;
	memcpy(own, s, len);
	own[len] = '\0';
	same = see_same(cues, (struct ug_text){ own, len }, region);
	free(own);
	return same;
}

static void
test_random(void)
{
	struct ug_cues *cues = calloc(1, sizeof(*cues));
	uint64_t random = 1;
	unsigned i;

	if (!CHECK("memory", cues != NULL))
		return;
	cues->alloc = &ug_alloc_libc;
	for (i = 0; i < TEXTS; i++) {
		char text[1024] = "";
		unsigned n, k;

		n = 1 + (unsigned)random_next(&random) % PIECES_MAX;
		for (k = 0; k < n; k++)
			strcat(text, pieces[random_next(&random) % N_PIECES]);
		if (!see_text(cues, text, strlen(text),
		    random_next(&random) % 16 == 0 ? 3 : 0))
			break;
	}
	ug_cues_free(cues);
	free(cues);
}

/* Prose that is longer than what is looked up at once. */
static void
test_prose(void)
{
	static const char text[] = CLEAN SPUN CLEAN;
	struct ug_cues *cues = calloc(1, sizeof(*cues));
	char *line;
	size_t i;

	if (!CHECK("memory", cues != NULL))
		return;
	cues->alloc = &ug_alloc_libc;
	for (i = 0; i <= strlen(text); i += 7)
		see_text(cues, text, i, 0);
	line = malloc(sizeof(text));
	if (CHECK("memory", line != NULL)) {
		for (i = 0; i < sizeof(text); i++)
			line[i] = text[i] == '\n' ? ' ' : text[i];
		see_text(cues, line, strlen(line), 0);
	}
	free(line);
	ug_cues_free(cues);
	free(cues);
}

static void
test_memory(void)
{
	struct failing memory = { .left = 0 };
	const struct ug_alloc none = { failing_resize, &memory };
	struct ug_cues *cues = calloc(1, sizeof(*cues));
	uint8_t region = 0;

	if (!CHECK("memory", cues != NULL))
		return;
	cues->alloc = &none;
	CHECK("no memory", ug_cues_read(cues, UG_TEXT("the end"), &region) ==
	    UNGARBLE_ENOMEM);
	free(cues);
}

int
main(int argc, char **argv)
{
	(void)argc;
	test_random();
	/* To the last token. */
	CHECK("read fast", n_fast == 74672);
	n_fast = 0;
	test_prose();
	CHECK("prose, read fast", n_fast == 35743);
	test_memory();
	return check_done(argv[0]);
}
