/*
 * wording_test.c - an original in the place of a form: its case, its line end,
 * its neighbours
 */
#include "words/wording.h"

#include "check.h"

/* The form stands between [ and ]; so does what is there then. */
static const struct row {
	const char *name, *text, *original;
	uint8_t title; /* capitals that the lexicon asks for */
	const char *out;
} rows[] = {
	{ "plain", "the [photo voltaic] roof", "solar", 0,
	  "the [solar] roof" },
	{ "a capital", "[Mentioned] today", "said", 0, "[Said] today" },
	{ "one of two", "[Photo voltaic] roofs", "sun powered", 0,
	  "[Sun powered] roofs" },
	{ "a title", "The [Photo Voltaic] Roof", "state of the art", 0,
	  "The [State of the Art] Roof" },
	{ "all capitals", "THE [ROOF]", "house", 0, "THE [house]" },
	{ "capitals of the lexicon", "in the [Center East]", "middle east", 3,
	  "in the [middle east]" },
	{ "its own capitals stay", "the [corporate] left", "United States", 0,
	  "the [United States] left" },
	{ "straight", "it [shall not] be", "won't", 0, "it [won't] be" },
	{ "curled as the text", "I don’t know, it [shall not] be", "won't", 0,
	  "I don’t know, it [won’t] be" },
	{ "as the form itself", "I don’t, it [shan't] be", "won't", 0,
	  "I don’t, it [won't] be" },
	{ "another mark of that row", "so – it [shall not] be", "won't", 0,
	  "so – it [won't] be" },
	{ "a line end goes before", "the [photo\nvoltaic] roof", "solar", 0,
	  "the[\nsolar] roof" },
	{ "with its blanks", "the [photo\r\n  voltaic] roof", "solar", 0,
	  "the[\r\n  solar] roof" },
	{ "two line ends", "the [photo\nvoltaic\nroof] here", "solar roof", 0,
	  NULL },
	{ "nothing to move it to", "\n[photo\nvoltaic] roof", "solar", 0,
	  NULL },
	{ "doubled before", "at the [photo voltaic] roof", "the sun", 0,
	  "at the [sun] roof" },
	{ "doubled before, in capitals", "The [photo voltaic] roof",
	  "the sun", 0, "The [sun] roof" },
	{ "doubled behind", "a [photo voltaic] roof", "solar roof", 0,
	  "a [solar] roof" },
	{ "a longer word before", "at them [photo voltaic] roof", "the sun", 0,
	  "at them [the sun] roof" },
	{ "a longer word behind", "a [photo voltaic] roofing", "solar roof", 0,
	  "a [solar roof] roofing" },
	{ "a shorter word behind", "a [photo voltaic] roo f", "solar roof", 0,
	  "a [solar roof] roo f" },
	{ "behind a mark", "a [photo voltaic], roof", "solar roof", 0,
	  "a [solar roof], roof" },
	{ "one word stays", "solar [photo voltaic] roof", "solar", 0,
	  "solar [solar] roof" },
};

/* Whether an article before the form becomes another one. */
static const struct {
	const char *text, *after, *article;
} articles[] = {
	{ "a [sturdy] one", "strong", NULL },
	{ "a [sturdy] one", "old", "an" },
	{ "A [sturdy] one", "old", "An" },
	{ "an [elderly] one", "strong", "a" },
	{ "An [elderly] one", "Strong", "A" },
	{ "an [sturdy] one", "strong", NULL },
	{ "a [sturdy] one", "honest", "an" },
	{ "a [sturdy] one", "unique", NULL },
	{ "a [sturdy] one", "unimportant", "an" },
	{ "a [sturdy] one", "8-inch", "an" },
	{ "a [sturdy] one", "euro", NULL },
	{ "an [elderly] one", "useful", "a" },
	{ "a [sturdy] one", "hourly", "an" },
	{ "a [sturdy] one", "honorary", "an" },
	{ "a [sturdy] one", "honourable", "an" },
	{ "a [sturdy] one", "heir", "an" },
	{ "a [sturdy] one", "hot", NULL },
	{ "an [elderly] one", "one-way", "a" },
	{ "an [elderly] one", "once-great", "a" },
	{ "an [elderly] one", "usual", "a" },
	{ "an [elderly] one", "USA", "a" },
	{ "an [elderly] one", "U.S.", "a" },
	{ "an [elderly] one", "utility", "a" },
	{ "an [elderly] one", "European", "a" },
	{ "an [elderly] one", "eulogy", "a" },
	{ "an [elderly] one", "ubiquitous", "a" },
	{ "a [sturdy] one", "uninteresting", "an" },
	{ "an [elderly] one", "unin", "a" },
	{ "an [elderly] one", "ugly", NULL },
	{ "a [sturdy] one", "11-man", "an" },
	{ "a [sturdy] one", "18-hole", "an" },
	{ "a [sturdy] one", "10-man", NULL },
	{ "a [sturdy] one", "0.8", NULL },
	{ "a [sturdy] one", "able", "an" },
	{ "a [sturdy] one", "easy", "an" },
	{ "a [sturdy] one", "icy", "an" },
	{ "a [8-inch] one", "old", NULL },
	{ "the [sturdy] one", "old", NULL },
	{ "a. [sturdy] one", "old", NULL },
	{ "[sturdy] one", "old", NULL },
	{ "a [sturdy] one", "“old”", NULL },
};

static const struct {
	const char *text;
	bool quoted;
} quotes[] = {
	{ "the [roof] here", false },
	{ "say “so [roof] here”", true },
	{ "say “so” [roof] here", false },
	{ "say \"so [roof] here\"", true },
	{ "say \"so\" [roof] here", false },
	{ "“so\n[roof] here”", false },
	{ "«so [roof] here»", true },
	{ "‘so [roof] here’", true },
	{ "the [roof] (house)", true },
	{ "the *[roof]* here", true },
	{ "the [roof] = 3", true },
	{ "the ([roof], so) here", true },
};

struct trial {
	char text[256];
	struct ug_token_list tokens;
	struct ug_place place;
};

/* Take a text and the place of the form in it. */
static void
trial_read(struct trial *trial, const char *marked)
{
	size_t n = 0, from = 0, to = 0;

	for (; *marked != '\0'; marked++) {
		if (*marked == '[')
			from = n;
		else if (*marked == ']')
			to = n;
		else
			trial->text[n++] = *marked;
	}
	trial->place.text = (struct ug_text){ trial->text, n };
	CHECK("tokens", ug_token_list_read(&trial->tokens, trial->place.text,
	    0) == UNGARBLE_OK);
	trial->place.tokens = trial->tokens.v;
	trial->place.n = trial->tokens.n;
	trial->place.at = trial->place.len = 0;
	for (size_t i = 0; i < trial->tokens.n; i++) {
		trial->place.at += trial->tokens.v[i].at < from;
		trial->place.len += trial->tokens.v[i].at >= from &&
		    trial->tokens.v[i].at < to;
	}
}

static void
check_row(const struct row *row, struct trial *trial, struct ug_arena *arena)
{
	const struct ug_pair pair = { .title = row->title };
	char out[512] = "";
	struct ug_text after;
	size_t from, to;

	trial_read(trial, row->text);
	CHECK(row->name, ug_wording_make(&pair, row->original, &trial->place,
	    arena, &from, &to, &after) == UNGARBLE_OK);
	if (after.s == NULL) {
		CHECK(row->name, row->out == NULL);
		return;
	}
	snprintf(out, sizeof(out), "%.*s[%.*s]%.*s", (int)from, trial->text,
	    (int)after.len, after.s, (int)(trial->place.text.len - to),
	    trial->text + to);
	if (!CHECK(row->name, row->out != NULL &&
	    strcmp(out, row->out) == 0))
		fprintf(stderr, "\tis %s\n", out);
}

int
main(int argc, char *argv[])
{
	struct trial trial = { .tokens = { .alloc = &ug_alloc_libc } };
	struct ug_arena arena = { .alloc = &ug_alloc_libc };

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i], &trial, &arena);
	for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++) {
		const char *const want = articles[i].article;
		struct ug_text article = { NULL, 0 };

		trial_read(&trial, articles[i].text);
		CHECK(articles[i].after, ug_wording_article(&trial.place,
		    (struct ug_text){ articles[i].after,
		    strlen(articles[i].after) }, &article) == (want != NULL));
		CHECK(articles[i].after, want == NULL || ug_text_equal(article,
		    (struct ug_text){ want, strlen(want) }));
	}
	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
		trial_read(&trial, quotes[i].text);
		CHECK(quotes[i].text, ug_wording_quoted(&trial.place) ==
		    quotes[i].quoted);
	}
	ug_release(&ug_alloc_libc, trial.tokens.v);
	ug_arena_free(&arena);
	return check_done(argv[0]);
}
