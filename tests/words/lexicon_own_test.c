/*
 * lexicon_own_test.c - rows of the caller's own: what is read, refused, found,
 * and what becomes of text
 */
#include "words/lexicon_own_rows.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "failing.h"
#include "spun.h"
#include "trial.h"
#include "words/gate.h"

#define WORDS_8 "one two three four five six seven eight"
#define WORDS_32 WORDS_8 " " WORDS_8 " " WORDS_8 " " WORDS_8

/* What is said of rows, and of which line; NULL: they are taken. */
static const struct {
	const char *rows, *what;
	size_t line;
} readings[] = {
	{ "", NULL, 0 },
	{ "film\tmovie", NULL, 0 },
	{ "film\tmovie\n\n# a remark\n  \nautomobile\tcar\r\n", NULL, 0 },
	{ "\xEF\xBB\xBF" "film\tmovie\n", NULL, 0 },
	{ "film\tmovie\tword\tC\t40\tbefore:was\tseen\n", NULL, 0 },
	{ "film\tmovie\t\t\t\t\t\n", NULL, 0 },
	{ "film\tmovie\nfilm\tmovie\tword\tB\t90\n", NULL, 0 },
	{ "-film\n-film\tmovie\n-wombat\n", NULL, 0 },
	{ "day\u2019s end\tnight\u2019s start\n", NULL, 0 },
	{ "film\n", "original", 1 },
	{ "a tale\ta story\nfilm\t\n", "original", 2 },
	{ "\tmovie\n", "form", 1 },
	{ "-\n", "form", 1 },
	{ "one two three four five six seven eight nine\tten\n", "form", 1 },
	{ "https://a.example/film\tmovie\n", "form", 1 },
	{ "wombat\t" WORDS_32 "\n", NULL, 0 },
	{ "wombat\t" WORDS_32 " one\n", "original is one to 32", 1 },
	{ "wombat\t" WORDS_32 ".\n", "original is one to 32", 1 },
	{ "a\tb\nwombat\thttp://example.com/x\n", "original is one to 32",
	    2 },
	{ "wombat\tsee https://a.example/ now\n", "original is one to 32", 1 },
	{ "-wombat\thttp://example.com/x\n", NULL, 0 },
	{ "film\tmovie\tnoun\n", "kind", 1 },
	{ "film\tmovie\tword\tE\n", "tier", 1 },
	{ "film\tmovie\tword\tB\t0\n", "prior", 1 },
	{ "film\tmovie\tword\tB\t100\n", "prior", 1 },
	{ "film\tmovie\tword\tB\t9x\n", "prior", 1 },
	{ "film\tmovie\tword\tB\t99999999999999999999\n", "prior", 1 },
	{ "film\tmovie\tword\tB\t90\tbeside:x\n", "rule", 1 },
	{ "film\tmovie\tword\tB\t90\t\tseen\tmore\n", "columns", 1 },
	{ "film\tmovie\ncaf\xE9\tcoffee\n", "UTF-8", 2 },
	{ "film\tmo\x01vie\n", "control", 1 },
	{ "film\tmo\rvie\n", "control", 1 },
	{ "film\tfilm\n", "again", 1 },
	{ "film\tfilm show\n", "again", 1 },
	{ "film\tmovie\nmovie\tfilm\n", "again", 1 },
	{ "film\tmovie\nmovie\tfilm\tword\tC\n", NULL, 0 },
	{ "film\tmovie\nmovie\tcinema\n", NULL, 0 },
	{ "film\tmovie\nmovie\tcinema\tword\tA0\n", "again", 1 },
	{ "movie\tfilm\n-movie\nfilm\tmovie\n", NULL, 0 }
};

static void
test_readings(void)
{
	for (size_t i = 0; i < sizeof(readings) / sizeof(readings[0]); i++) {
		const char *rows = readings[i].rows, *why = NULL;
		size_t line = 99;
		enum ungarble_err err = ungarble_lexicon_check(rows,
		    strlen(rows), &line, &why);

		CHECK(rows, err == (readings[i].what == NULL ? UNGARBLE_OK :
		    UNGARBLE_EOPTION));
		CHECK(rows, line == readings[i].line);
		if (!CHECK(rows, readings[i].what == NULL ? why == NULL :
		    why != NULL && strstr(why, readings[i].what) != NULL))
			fprintf(stderr, "\tis %s\n", why != NULL ? why : "");
	}
}

/* ---- what becomes of text ---- */

/* The text as the pass leaves it, with these rows and what stands around. */
static const char *
apply(struct trial *trial, const char *rows, const char *around,
    unsigned confidence, const char *s)
{
	struct ug_scope scope = { .encoding = "UTF-8",
		.confidence = confidence };
	struct ug_own_fault fault;
	struct ug_own *own;

	CHECK(rows, ug_own_new(&own, (struct ug_text){ rows, strlen(rows) },
	    &ug_alloc_libc, &fault) == UNGARBLE_OK);
	scope.own = own;
	scope.before = scope.after = (struct ug_text){ around,
		strlen(around) };
	trial_apply(trial, scope, s);
	ug_own_free(own);
	return trial->out;
}

/* A line among spun ones, without and with rows. */
static const struct {
	const char *rows, *text, *after;
} rows[] = {
	/* added */
	{ "", "The wombat unit failed.\n", "The wombat unit failed.\n" },
	{ "wombat unit\twarehouse\n", "The wombat unit failed.\n",
	    "The warehouse failed.\n" },
	{ "wombat unit\twarehouse\n", "The wombat\nunit failed.\n",
	    "The\nwarehouse failed.\n" },
	{ "wombat unit\twarehouse\n", "The wombat-unit failed.\n",
	    "The wombat-unit failed.\n" },
	{ "wombat\talbatross\n", "A Wombat failed.\n",
	    "An Albatross failed.\n" },
	{ "Wombat Lane\tWombat Street\n", "In Wombat Lane, in wombat lane.\n",
	    "In Wombat Street, in wombat lane.\n" },
	{ "wombat UK\tcat UK\n", "The wombat UK, wombat uk, wombat Uk.\n",
	    "The cat UK, wombat uk, wombat Uk.\n" },
	{ "UK wombat\tUK cat\n", "The UK wombat, uk wombat.\n",
	    "The UK cat, uk wombat.\n" },
	{ "wombat's tail\tcat's tail\n", "The wombat\u2019s tail.\n",
	    "The cat\u2019s tail.\n" },
	/* the longest form counts */
	{ "wombat\tcat\nwombat unit\twarehouse\n", "A wombat, a wombat unit.\n",
	    "A cat, a warehouse.\n" },
	{ "plant was\ttree is\n", "The photo voltaic plant was new.\n",
	    "The solar tree is new.\n" },
	{ "voltaic\tcat\n", "The photo voltaic plant was new.\n",
	    "The solar plant was new.\n" },
	{ "photo voltaic plant\tgarden\n", "The photo voltaic plant was new.\n",
	    "The garden was new.\n" },
	/* rules, tiers and priors */
	{ "wombat\tcat\tword\tB\t95\tafter:two\n", "One wombat, two wombat.\n",
	    "One wombat, two cat.\n" },
	{ "wombat\tcat\tword\tA\n", "The wombat-like thing.\n",
	    "The cat-like thing.\n" },
	{ "wombat\tcat\tword\tB\n", "The wombat-like thing.\n",
	    "The wombat-like thing.\n" },
	{ "wombat\tcat\tword\tB\t70\n", "The wombat failed.\n",
	    "The wombat failed.\n" },
	{ "wombat\tcat\tword\tB\t80\n", "The wombat failed.\n",
	    "The cat failed.\n" },
	{ "wombat\tcat\tword\tB\t85\nwombat\tdog\tword\tB\t80\n",
	    "The wombat failed.\n", "The wombat failed.\n" },
	/* the last row of a pair counts */
	{ "wombat\tcat\tword\tB\t60\nwombat\tcat\n", "The wombat failed.\n",
	    "The cat failed.\n" },
	{ "wombat\tcat\nwombat\tcat\tword\tB\t60\n", "The wombat failed.\n",
	    "The wombat failed.\n" },
	/* taken away */
	{ "-photo voltaic\n", "The photo voltaic plant.\n",
	    "The photo voltaic plant.\n" },
	{ "-Photo Voltaic\tsolar\n", "The photo voltaic plant.\n",
	    "The photo voltaic plant.\n" },
	{ "-photo voltaic\tlunar\n", "The photo voltaic plant.\n",
	    "The solar plant.\n" },
	{ "-photo voltaic\nphoto voltaic\tsunny\n", "The photo voltaic plant.\n",
	    "The sunny plant.\n" },
	{ "-huge\nhuge\tblue\tword\tB\t85\n", "The huge boat.\n",
	    "The blue boat.\n" },
	{ "photo voltaic\tsunny\n-photo voltaic\n", "The photo voltaic plant.\n",
	    "The photo voltaic plant.\n" },
	{ "wombat\tcat\nwombat\tdog\tword\tB\t90\n-wombat\tcat\n",
	    "The wombat failed.\n", "The dog failed.\n" },
	/* a pair that the lexicon has gives way */
	{ "photo voltaic\tsolar\tword\tB\t50\n", "The photo voltaic plant.\n",
	    "The photo voltaic plant.\n" }
};

static void
test_rows(struct trial *trial)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *got = apply(trial, rows[i].rows, SPUN, 80,
		    rows[i].text);

		if (!CHECK(rows[i].rows, strcmp(got, rows[i].after) == 0))
			fprintf(stderr, "\tis %s\n", got);
		CHECK(rows[i].rows, strcmp(apply(trial, rows[i].rows, CLEAN, 80,
		    rows[i].text), rows[i].text) == 0);
	}
}

/* A row of tier A0 needs no gate, but no quotation marks either. */
static void
test_sure(struct trial *trial)
{
	static const char own[] = "wombat unit\twarehouse\tphrase\tA0\n";

	CHECK("sure", strcmp(apply(trial, own, CLEAN, 90,
	    "The wombat unit failed.\n"), "The warehouse failed.\n") == 0);
	CHECK("quoted", strcmp(apply(trial, own, CLEAN, 90,
	    "They say \"wombat unit\" now.\n"),
	    "They say \"wombat unit\" now.\n") == 0);
	CHECK("taken from the lexicon", strcmp(apply(trial, "-Center East\n",
	    CLEAN, 90, "In the Center East.\n"), "In the Center East.\n") == 0);
}

/* Confidence is the prior; kind and gate are told. */
static void
test_told(struct trial *trial)
{
	static const unsigned priors[] = { 20, 50, 66, 75, 90, 95, 99 };

	for (size_t i = 0; i < sizeof(priors) / sizeof(priors[0]); i++) {
		const struct ug_edit *edit;
		char row[64];

		snprintf(row, sizeof(row), "wombat\tcat\t%s\tB\t%u\n",
		    i % 2 == 0 ? "" : "name", priors[i]);
		apply(trial, row, SPUN, 1, "The wombat failed.\n");
		if (!CHECK(row, trial->edits.n == 1))
			continue;
		edit = &trial->edits.v[0];
		CHECK(row, edit->confidence + 1 >= priors[i] &&
		    edit->confidence <= priors[i] + 1);
		CHECK(row, strcmp(edit->rule, i % 2 == 0 ? "words/own" :
		    "words/name") == 0);
		CHECK(row, edit->gate > 0 && edit->margin == 0);
	}
}

/* Rows move no score, and a record that has them alone is not overlooked. */
static void
test_gate(const char *line)
{
	struct ug_own_fault fault;
	struct ug_own *own;
	struct ug_spin *spin;
	uint64_t first, end, start;
	struct ug_spin_score alone = { 0 }, with = { 0 };

	CHECK("rows", ug_own_new(&own, UG_TEXT("wombat burrow\twarehouse\n"),
	    &ug_alloc_libc, &fault) == UNGARBLE_OK);
	for (int i = 0; i < 2; i++) {
		CHECK("gate", ug_spin_new(&spin, &ug_alloc_libc) ==
		    UNGARBLE_OK);
		ug_spin_set_own(spin, i == 0 ? NULL : own);
		CHECK("see", ug_spin_see(spin, UG_TEXT(SPUN), true, &start,
		    &end) == UNGARBLE_OK);
		CHECK("see", ug_spin_see(spin, (struct ug_text){ line,
		    strlen(line) }, true, &first, &end) == UNGARBLE_OK);
		CHECK("found", ug_spin_open(spin, first, end) == (i == 1));
		with = ug_spin_score(spin, first + 1, first, end);
		if (i == 0)
			alone = with;
		ug_spin_free(spin);
	}
	CHECK("score", alone.stretch == with.stretch &&
	    alone.odds == with.odds && alone.distinct == with.distinct);
	ug_own_free(own);
}

/* A row that needs no gate is found at and within a key of the lexicon. */
static void
test_over_keys(void)
{
	static const char *const own[] = { "photo voltaic wombat", "photo",
		"voltaic wombat", "voltaic" };
	static const struct ug_text line = UG_LIT("A photo voltaic wombat.\n");

	for (size_t i = 0; i <= sizeof(own) / sizeof(own[0]); i++) {
		const bool is_there = i < sizeof(own) / sizeof(own[0]);
		char row[64] = "";
		struct ug_own_fault fault;
		struct ug_own *rows_own;
		struct ug_spin *spin;
		uint64_t first, end;

		if (is_there)
			snprintf(row, sizeof(row), "%s\tcat\tword\tA0\n",
			    own[i]);
		CHECK(row, ug_own_new(&rows_own, (struct ug_text){ row,
		    strlen(row) }, &ug_alloc_libc, &fault) == UNGARBLE_OK);
		CHECK(row, ug_spin_new(&spin, &ug_alloc_libc) == UNGARBLE_OK);
		ug_spin_set_own(spin, rows_own);
		CHECK(row, ug_spin_see(spin, UG_TEXT(CLEAN), true, &first,
		    &end) == UNGARBLE_OK);
		CHECK(row, ug_spin_see(spin, line, true, &first, &end) ==
		    UNGARBLE_OK);
		CHECK(row, ug_spin_open(spin, first, end) == is_there);
		CHECK(row, ug_spin_clean(spin) == !is_there);
		ug_spin_free(spin);
		ug_own_free(rows_own);
	}
}

/* The longest of both counts; where they are as long, both do. */
static const struct {
	const char *rows, *text;
	size_t len;      /* tokens of the key */
	bool known, own; /* in the lexicon, in the rows */
} keys[] = {
	{ "wombat\tcat\n", "photo voltaic plant", 2, true, false },
	{ "photo\tcat\n", "photo voltaic plant", 2, true, false },
	{ "photo voltaic\tsunny\n", "photo voltaic plant", 2, true, true },
	{ "photo voltaic plant\tcat\n", "photo voltaic plant", 3, false,
	    true },
	{ "photo voltaic plant\tcat\n", "photo voltaic", 2, true, false },
	{ "wombat\tcat\n", "wombat", 1, false, true },
	{ "wombat\tcat\n", "zebra", 0, false, false },
	{ "wombat\tcat\n", "", 0, false, false },
	{ "-photo voltaic\n", "photo voltaic plant", 0, false, false },
	{ "-photo voltaic\nphoto\tcat\n", "photo voltaic plant", 1, false,
	    true },
	{ "photo voltaic\tcat\n-photo voltaic\n", "photo voltaic plant", 0,
	    false, false },
};

static void
test_keys(void)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const struct ug_text text = { keys[i].text,
			strlen(keys[i].text) };
		struct ug_token_list tokens = { .alloc = &ug_alloc_libc };
		const struct ug_own_row *row;
		const struct ug_node *node;
		struct ug_own_fault fault;
		struct ug_own *own;

		CHECK(keys[i].rows, ug_own_new(&own, (struct ug_text){
		    keys[i].rows, strlen(keys[i].rows) }, &ug_alloc_libc,
		    &fault) == UNGARBLE_OK && ug_token_list_read(&tokens, text,
		    0) == UNGARBLE_OK);
		CHECK(keys[i].rows, ug_own_key(own, text, tokens.v, tokens.n,
		    &node, &row) == keys[i].len);
		CHECK(keys[i].rows, (node->n_pairs > 0) == keys[i].known);
		CHECK(keys[i].rows, (row != NULL) == keys[i].own);
		ug_own_free(own);
		ug_release(&ug_alloc_libc, tokens.v);
	}
}

static void
test_no_memory(void)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	int n;

	for (n = 0; n < 50 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_own_fault fault;
		struct ug_own *own;

		err = ug_own_new(&own, UG_TEXT("film\tmovie\n-officers\n"),
		    &alloc, &fault);
		CHECK("says so", err == UNGARBLE_OK || err == UNGARBLE_ENOMEM);
		CHECK("none", (own != NULL) == (err == UNGARBLE_OK));
		CHECK("no fault", fault.what == NULL);
		ug_own_free(own);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("asked several times", n > 4 && err == UNGARBLE_OK);
}

int
main(int argc, char **argv)
{
	struct trial trial;

	(void)argc;
	trial_init(&trial);
	test_readings();
	test_rows(&trial);
	test_sure(&trial);
	test_told(&trial);
	test_gate("The wombat burrow collapsed.\n");
	test_gate("Wombat burrow\n");
	test_over_keys();
	test_keys();
	test_no_memory();
	trial_free(&trial);
	return check_done(argv[0]);
}
