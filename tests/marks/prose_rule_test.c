/*
 * prose_rule_test.c - when a rule is asked, and what rules share
 */
#include "check.h"
#include "marks/prose_rule.h"
#include "repair/passes.h"
#include "repair/runner.h"

#define ENGLISH "The town's mayor said of the bay that it is the best of all."

static const struct ug_word *seen_words;

static enum ungarble_err
rule_find(const struct ug_scope *scope, const struct ug_prose *prose,
    struct ug_edits *edits)
{
	(void)scope;
	seen_words = prose->words;
	return ug_edits_add(edits, 0, 1, UG_TEXT("x"), "rule/test", 90);
}

static bool
rule_worth(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	(void)scope;
	(void)cues;
	return text.s[0] == 'T';
}

static bool
rule_due(const struct ug_scope *scope, struct ug_text text, unsigned cues)
{
	(void)scope;
	(void)cues;
	return text.s[text.len - 1] == '.';
}

static const struct ug_prose_rule rule = {
	.cues = UG_GLANCE_SAID,
	.facts = UG_FACT_POSSESSIVE | UG_FACT_TITLED | UG_FACT_CURLY |
	    UG_FACT_QUOTED,
	.worth = rule_worth,
	.due = rule_due,
	.find = rule_find,
};

static size_t
found(const struct ug_scope *scope, struct ug_text text, size_t *notes)
{
	struct ug_edits edits;
	size_t n;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("find", ug_prose_rule_find(&rule, scope, text, &edits) ==
	    UNGARBLE_OK);
	n = edits.n;
	*notes = edits.n_notes;
	ug_edits_free(&edits);
	return n;
}

static void
check_asked(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch };
	size_t notes;

	CHECK("English, and a cue", found(&scope, UG_TEXT(ENGLISH), &notes) ==
	    1 && notes == 0);
	CHECK("no cue", found(&scope, UG_TEXT("The mayor of the town spoke of "
	    "the \"bay\", and that it is the best of all."), &notes) == 0);
	CHECK("no cue: marks are noted", notes == 1);
	CHECK("not worth it", found(&scope, UG_TEXT("And " ENGLISH),
	    &notes) == 0 && notes == 0);
	CHECK("not English", found(&scope, UG_TEXT("Theodor sagt: er said es "
	    "nicht, und Norway's Hafen auch nicht."), &notes) == 0 &&
	    notes == 0);
	CHECK("what it reads is noted", found(&scope, UG_TEXT("The Town's "
	    "mayor said of the bay that it is the best of all."), &notes) ==
	    1 && notes == 1);
	CHECK("nor due: it is noted", found(&scope, UG_TEXT("The Town's "
	    "mayor said of the bay that it is the best of all!"), &notes) ==
	    0 && notes == 1);
	ug_arena_free(&scratch);
}

/* Whether a fact was noted of `what`. */
static bool
noted(const struct ug_edits *edits, const char *kind, struct ug_text what)
{
	for (size_t i = 0; i < edits->n_notes; i++) {
		if (strcmp(edits->notes[i].kind, kind) == 0 &&
		    edits->notes[i].key == ug_memory_key(what))
			return true;
	}
	return false;
}

/* What a text shows of its names and apostrophes. */
static void
check_notes(void)
{
	static const struct ug_text text = UG_LIT("“Mr. Lee’s boat,” Mrs Lind "
	    "of Norway's fleet (Dr. Moe) said, the town’s bay, xMr. Ek, MrX "
	    "Ek, Bo’sx, Ms Oe-Ek’s and Ö’s. Drs. Ek, Dr ek, Mr/Lo, Mrs.-Lo, "
	    "Dr\tLo, Ms  Lo, Dr.Lo, Ms.");
	struct ug_edits edits;
	struct ug_memory *memory;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("notes", ug_prose_note(text, ug_glance(text),
	    UG_FACT_CURLY | UG_FACT_POSSESSIVE | UG_FACT_TITLED, NULL,
	    &edits) == UNGARBLE_OK);
	CHECK("curly", noted(&edits, "marks: curly", UG_TEXT("")));
	CHECK("owners", noted(&edits, "marks: possessive", UG_TEXT("Lee")) &&
	    noted(&edits, "marks: possessive", UG_TEXT("Norway")) &&
	    noted(&edits, "marks: possessive", UG_TEXT("Oe-Ek")));
	CHECK("titled", noted(&edits, "marks: titled", UG_TEXT("Lee")) &&
	    noted(&edits, "marks: titled", UG_TEXT("Lind")) &&
	    noted(&edits, "marks: titled", UG_TEXT("Moe")) &&
	    noted(&edits, "marks: titled", UG_TEXT("Oe-Ek")) &&
	    noted(&edits, "marks: titled", UG_TEXT("")));
	CHECK("no more", edits.n_notes == 9);
	ug_edits_clear(&edits);
	if (!CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return;
	CHECK("remembered", ug_memory_add(memory, "marks: curly",
	    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
	CHECK("remembered", ug_memory_add(memory, "marks: possessive",
	    ug_memory_key(UG_TEXT("Lee"))) == UNGARBLE_OK);
	CHECK("remembered", ug_memory_add(memory, "marks: titled",
	    ug_memory_key(UG_TEXT("Lee"))) == UNGARBLE_OK);
	CHECK("again", ug_prose_note(text, ug_glance(text),
	    UG_FACT_CURLY | UG_FACT_POSSESSIVE | UG_FACT_TITLED, memory,
	    &edits) == UNGARBLE_OK);
	CHECK("once in a block", edits.n_notes == 7 &&
	    !noted(&edits, "marks: curly", UG_TEXT("")) &&
	    !noted(&edits, "marks: possessive", UG_TEXT("Lee")) &&
	    noted(&edits, "marks: titled", UG_TEXT("Lee")));
	ug_memory_free(memory);
	ug_edits_free(&edits);
}

/* The text is cut once for all rules, and its facts are noted once. */
static void
check_shared(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_arena arena = { .alloc = &ug_alloc_libc };
	struct ug_look look = { .arena = &arena };
	const struct ug_scope scope = { .scratch = &scratch, .look = &look };
	const struct ug_text text = UG_TEXT("The Town's mayor said of the "
	    "\"bay\" that it is the best of all.");
	const struct ug_word *words;
	size_t notes;

	CHECK("first", found(&scope, text, &notes) == 1 && notes == 2);
	look.noted = 0;
	look.cues &= ~(unsigned)UG_GLANCE_SAID;
	CHECK("no cue, as is known: marks are noted",
	    found(&scope, text, &notes) == 0 && notes == 1);
	ug_look_forget(&look);
	CHECK("first again", found(&scope, text, &notes) == 1 && notes == 2);
	words = seen_words;
	ug_arena_reset(&scratch);
	CHECK("second", found(&scope, text, &notes) == 1 && notes == 0);
	CHECK("cut once", seen_words == words);
	ug_look_forget(&look);
	CHECK("forgotten", found(&scope, text, &notes) == 1 && notes == 2);
	ug_look_forget(&look);
	CHECK("another text", found(&scope, UG_TEXT("The mayor of the town "
	    "is in the bay."), &notes) == 0 && notes == 0);
	ug_arena_free(&arena);
	ug_arena_free(&scratch);
}

/* What the rules on marks make of `in`. */
static void
check_run(struct ug_runner *runner, struct ug_text in, struct ug_text want)
{
	const struct ug_record record = { .in_len = in.len };
	struct ug_work work;
	uint64_t fixes;
	bool sure;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, in, 0);
	CHECK("run", ug_fixes_parse("marks", &fixes) == UNGARBLE_OK);
	CHECK("run", ug_runner_run(runner, fixes,
	    (struct ug_scope){ .confidence = 90 },
	    &(struct ug_passage){ &record, 1 }, &work, &sure) == UNGARBLE_OK);
	CHECK("run", ug_text_equal(ug_work_text(&work), want));
	ug_work_free(&work);
}

/*
 * Once a rule has changed the text, the next one gets another; so do records.
 */
static void
check_changed(void)
{
	const struct ug_asker nobody = { 0 };
	struct ug_runner *runner;

	if (!CHECK("changed", ug_runner_new(&runner, &nobody,
	    &ug_alloc_libc) == UNGARBLE_OK))
		return;
	check_run(runner, UG_TEXT("The boats of the fleet came in to the bay "
	    "in the spring. . It is Norway’ s fleet. "),
	    UG_TEXT("The boats of the fleet came in to the bay in the spring. "
	    "It is Norway’s fleet. "));
	check_run(runner, UG_TEXT("The boats of the fleet came in."),
	    UG_TEXT("The boats of the fleet came in."));
	check_run(runner, UG_TEXT("It is the best of them, Norway’ s fleet."),
	    UG_TEXT("It is the best of them, Norway’s fleet."));
	ug_runner_free(runner);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_asked();
	check_notes();
	check_shared();
	check_changed();
	return check_done(argv[0]);
}
