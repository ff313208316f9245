/*
 * words_test.c - what the pass puts back, and what it leaves alone
 */
#include "words/gate.h"

#include "failing.h"
#include "spun.h"
#include "trial.h"

static void
expect(struct trial *trial, const char *around, const char *text,
    const char *want)
{
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 80 };
	const char *got;

	scope.before = scope.after = (struct ug_text){ around,
		strlen(around) };
	got = trial_apply(trial, scope, text);
	if (!CHECK(text, strcmp(got, want) == 0))
		fprintf(stderr, "\tis %s\n", got);
}

/* What becomes of a line among spun ones. */
static const struct {
	const char *text, *after;
} rows[] = {
	{ "Officers mentioned the photo voltaic plant was below strain.\n",
	  "Officials said the solar plant was under pressure.\n" },
	{ "Mentioned the corporate.\n", "Said the company.\n" },
	{ "The corporate left final 12 months.\n",
	  "The company left last year.\n" },
	{ "It takes 9 to 12 months.\n", "It takes 9 to 12 months.\n" },
	{ "The corporate and the USA mentioned no.\n",
	  "The company and the United States said no.\n" },
	{ "In addition they mentioned no.\n", "They also said no.\n" },
	{ "THE OFFICERS MENTIONED IT\n", "THE OFFICERS MENTIONED IT\n" },
	/* one of several originals, hardly ahead */
	{ "He had knowledge of it.\n", "He had knowledge of it.\n" },
	/* articles */
	{ "It was a manufacturing unit.\n", "It was a factory.\n" },
	{ "He runs a workplace in London.\n",
	    "He runs an office in London.\n" },
	{ "It has an photo voltaic roof.\n", "It has an solar roof.\n" },
	/* line ends stay */
	{ "The new photo\nvoltaic roof.\n", "The new\nsolar roof.\n" },
	{ "The new photo\r\n  voltaic roof.\r\n",
	  "The new\r\n  solar roof.\r\n" },
	/* no prose */
	{ "> Officers mentioned the photo voltaic plant.\n",
	  "> Officers mentioned the photo voltaic plant.\n" },
	{ "x = photo voltaic; mentioned(officers);\n",
	  "x = photo voltaic; mentioned(officers);\n" },
	{ "<p title=\"photo voltaic\">photo voltaic</p>\n",
	  "<p title=\"photo voltaic\">solar</p>\n" },
	{ "See https://a.example/officers-mentioned and mentioned.txt\n",
	  "See https://a.example/officers-mentioned and mentioned.txt\n" },
	{ "```\nOfficers mentioned the photo voltaic plant.\n```\n",
	  "```\nOfficers mentioned the photo voltaic plant.\n```\n" }
};

/* What is ordinary English, or a term, somewhere: never without the gate. */
static const char *const traps[] = {
	"The photo voltaic panels are tested in the laboratory.\n",
	"She works on synthetic intelligence and machine studying.\n",
	"It costs {dollars} and {cents}, as f\"{dollars}\" shows.\n",
	"The runner crossed the crimson line. Could 2021 be better?\n",
	"He has coronary heart disease; the nationwide safety net failed.\n",
	"Or in any other case as this text says, by means of a cell phone.\n",
	"The economic system bears no know-how; bear in mind social safety.\n",
	"Local weather changes daily. The Environmental Protection Division.\n",
	"Basic Electrical Engineering, and a Google Home speaker.\n",
	"Officers mentioned it within the final 12 months.\n"
};

static void
test_rows(struct trial *trial)
{
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		expect(trial, SPUN, rows[i].text, rows[i].after);
		if (i > 0)
			expect(trial, CLEAN CLEAN, rows[i].text, rows[i].text);
	}
	for (i = 0; i < sizeof(traps) / sizeof(traps[0]); i++) {
		expect(trial, CLEAN, traps[i], traps[i]);
		expect(trial, "", traps[i], traps[i]);
	}
	expect(trial, CLEAN, CLEAN, CLEAN);
	expect(trial, CLEAN, "", "");
}

/* Names no human writes apart need no gate, but no quotation marks either. */
static void
test_sure(struct trial *trial)
{
	expect(trial, CLEAN, "War in the Center East.\n",
	    "War in the Middle East.\n");
	expect(trial, CLEAN, "They write “Center East” for it.\n",
	    "They write “Center East” for it.\n");
	expect(trial, CLEAN, "They write \"the Center East\" for it.\n",
	    "They write \"the Center East\" for it.\n");
	expect(trial, CLEAN, "Center East (Middle East) is wrong.\n",
	    "Center East (Middle East) is wrong.\n");
	expect(trial, CLEAN, "in the center east of town\n",
	    "in the center east of town\n");
}

/* What stands before the text is read, not changed. */
static void
test_before(struct trial *trial)
{
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 80 };

	scope.before = UG_TEXT(SPUN "It was opened last ");
	CHECK("last year", strcmp(trial_apply(trial, scope, "12 months.\n"),
	    "year.\n") == 0);
	scope.before = UG_TEXT(SPUN "It will take 9 to ");
	CHECK("a range", strcmp(trial_apply(trial, scope, "12 months.\n"),
	    "12 months.\n") == 0);
}

/* The more spun forms there are around, the surer is each. */
static void
test_density(struct trial *trial)
{
	static const struct ug_text around[] = {
		UG_LIT("Officers mentioned the photo voltaic manufacturing "
		    "unit in response to the corporate, they usually "
		    "mentioned that the financial system was bettering. In "
		    "addition they had misplaced their jobs, and younger "
		    "individuals purchased a house.\n"),
		UG_LIT(SPUN)
	};
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 50 };
	int64_t margin[2] = { 0, 0 };

	for (int i = 0; i < 2; i++) {
		scope.before = around[i];
		trial_apply(trial, scope,
		    "It was on that day that officers said no.\n");
		if (CHECK("found", trial->edits.n == 1))
			margin[i] = trial->edits.v[0].margin;
	}
	CHECK("surer", margin[0] > 0 && margin[0] < margin[1]);
}

/* The stream's gate and one made from the text around agree. */
static void
test_gates(struct trial *trial)
{
	static const char text[] = SPUN;
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 80 };
	struct ug_spin *spin;
	char alone[4096];
	uint64_t first, end;

	strcpy(alone, trial_apply(trial, scope, text));
	CHECK("it was changed", strcmp(alone, text) != 0);
	if (!CHECK("gate", ug_spin_new(&spin, &ug_alloc_libc) == UNGARBLE_OK))
		return;
	CHECK("see", ug_spin_see(spin, (struct ug_text)UG_LIT(SPUN), true,
	    &first, &end) == UNGARBLE_OK);
	scope.spin = spin;
	scope.first_token = first;
	CHECK("as with the stream's", strcmp(trial_apply(trial, scope, text),
	    alone) == 0);
	scope.round = 1;
	CHECK("once only", strcmp(trial_apply(trial, scope, text), text) == 0);
	ug_spin_free(spin);
	scope.round = 0;
	scope.spin = NULL;
	CHECK("what was repaired stays", strcmp(trial_apply(trial, scope,
	    alone), alone) == 0);
}

/* More confidence, fewer edits, and none that a looser run lacks. */
static void
test_confidence(struct trial *trial)
{
	struct ug_scope scope = { .encoding = "UTF-8" };
	size_t before = SIZE_MAX;

	for (scope.confidence = 1; scope.confidence <= 100;
	    scope.confidence += 11) {
		trial_apply(trial, scope, SPUN);
		CHECK("fewer", trial->edits.n <= before);
		before = trial->edits.n;
	}
	CHECK("none is certain", before == 0);
}

static void
test_no_memory(void)
{
	enum ungarble_err err = UNGARBLE_ENOMEM;
	int n;

	for (n = 0; n < 200 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };
		struct ug_arena arena = { .alloc = &alloc };
		struct ug_scope scope = { .encoding = "UTF-8",
			.confidence = 90, .scratch = &arena };
		struct ug_edits edits;

		ug_edits_init(&edits, &alloc);
		err = ug_pass_words.find(&scope, UG_TEXT(SPUN), &edits);
		CHECK("says so", err == UNGARBLE_OK || err == UNGARBLE_ENOMEM);
		ug_edits_free(&edits);
		ug_arena_free(&arena);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("asked several times", n > 4 && err == UNGARBLE_OK);
}

/*
 * Where the gate is shut for a key it is for what stands within it: at whatever
 * place the spun text ends, `final 12 months` is put back whole or not at all.
 */
static void
test_within(struct trial *trial)
{
	static const char clean[] = "The cat sat on the mat and looked at the "
	    "old dog, which had been there all day and would not move. ";
	static const char key[] = "final 12 months.\n";
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 50 };
	unsigned whole = 0, kept = 0;
	char text[sizeof(SPUN) + 4 * sizeof(clean) + sizeof(key)];

	for (size_t n = 0; n < 4 * (sizeof(clean) - 1); n++) {
		const char *end;
		size_t at = sizeof(SPUN) - 1;

		memcpy(text, SPUN, at);
		for (size_t i = 0; i < n; i++)
			text[at++] = clean[i % (sizeof(clean) - 1)];
		if (text[at - 1] != ' ' && text[at - 1] != '\n')
			continue;
		memcpy(text + at, key, sizeof(key));
		end = strstr(trial_apply(trial, scope, text), "worse");
		if (!CHECK("the end", end != NULL))
			return;
		whole += strstr(end, "last year.") != NULL;
		kept += strstr(end, "final 12 months.") != NULL;
		CHECK("no part of it", strstr(end, "final year") == NULL &&
		    strstr(end, "last 12 months") == NULL);
	}
	CHECK("both happens", whole > 0 && kept > 0);
}

int
main(int argc, char **argv)
{
	struct trial trial;

	(void)argc;
	trial_init(&trial);
	test_rows(&trial);
	test_sure(&trial);
	test_before(&trial);
	test_density(&trial);
	test_gates(&trial);
	test_confidence(&trial);
	test_within(&trial);
	test_no_memory();
	trial_free(&trial);
	return check_done(argv[0]);
}
