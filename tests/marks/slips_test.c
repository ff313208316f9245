/*
 * slips_test.c - signs of damage, and what is left to the writer without any
 */
#include "marks/glance.h"
#include "marks/slips.h"
#include "repair/pass_check.h"
#include "repair/runner.h"

#define LONE   "The boats of the fleet came in to the bay in the spring. of " \
	"the year. It was cold."
#define DOUBLE "The mayor of the town said that it was a \"a shame for the " \
	"town\" and went home."

static void
check_here(void)
{
	static const struct {
		const char *name;
		struct ug_text text;
		bool here;
	} rows[] = {
		{ "no marks", UG_LIT("It is safe, Lind said."), false },
		{ "curly", UG_LIT("“It is safe,” Lind said. “So.”"), false },
		{ "straight", UG_LIT("\"It is safe,\" Lind said. \"So.\""),
		  false },
		{ "two kinds", UG_LIT("“It is safe,\" Lind said."), true },
		{ "two kinds, the other first",
		  UG_LIT("\"It is safe,” Lind said."), true },
		{ "a closing mark joins words",
		  UG_LIT("“It is safe”said Lind."), true },
		{ "an opening mark joins words",
		  UG_LIT("Lind said“it is safe”."), true },
		{ "letters named", UG_LIT("He wrote three “A”s."), false },
		{ "an inch", UG_LIT("a 5\"x7\" board and a 3\"by it"), false },
		{ "floats behind a comma", UG_LIT("“It is safe, ” Lind said."),
		  true },
		{ "an opening one floats",
		  UG_LIT("Lind said, “ It is safe.”"), true },
		{ "floats at the end", UG_LIT("“It is safe. ”\n"), true },
		{ "floats behind an ellipsis",
		  UG_LIT("“It is safe… ” Lind said."), true },
		{ "opens behind a dash", UG_LIT("It is \u2013 “"), false },
		{ "opens behind a comma", UG_LIT("Lind said, “It is”"), false },
		{ "opens behind a comma, straight",
		  UG_LIT("Lind said, \"It is\""), false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		CHECK(rows[i].name,
		    ug_slips_here(rows[i].text) == rows[i].here);
}

/* A memory of `quoted` records with marks, `slips` of them with a sign. */
static struct ug_memory *
memory_of(unsigned quoted, unsigned slips)
{
	struct ug_memory *memory;

	if (ug_memory_new(&memory, &ug_alloc_libc) != UNGARBLE_OK)
		return NULL;
	for (unsigned i = 0; i < quoted; i++)
		CHECK("remembered", ug_memory_add(memory, "marks: quoted",
		    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
	for (unsigned i = 0; i < slips; i++)
		CHECK("remembered", ug_memory_add(memory, "marks: slip",
		    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
	return memory;
}

static void
check_memory(void)
{
	static const struct {
		const char *name;
		unsigned quoted, slips;
		bool changed, around, alone, swayed;
	} rows[] = {
		{ "nothing before", 0, 0, false, false, false, true },
		{ "one sign", 1, 1, false, true, false, true },
		{ "a sign in eight", 40, 5, false, true, false, true },
		{ "a sign in nine", 45, 5, false, false, false, true },
		{ "few and sound", 15, 0, false, false, false, true },
		{ "many and sound", 16, 0, false, false, true, true },
		{ "a sign in sixteen", 64, 4, false, false, true, true },
		{ "a sign in fifteen", 60, 4, false, false, false, true },
		{ "changed", 32, 0, true, true, false, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ug_memory *const memory = memory_of(rows[i].quoted,
		    rows[i].slips);
		const struct ug_scope scope = {
			.memory = memory, .changed = rows[i].changed
		};
		struct ug_edits edits;

		ug_edits_init(&edits, &ug_alloc_libc);
		CHECK(rows[i].name, memory != NULL);
		CHECK(rows[i].name, ug_slips_around(&scope, UG_TEXT(LONE),
		    &edits) == rows[i].around);
		CHECK(rows[i].name, edits.swayed == rows[i].swayed);
		ug_edits_clear(&edits);
		CHECK(rows[i].name, !edits.swayed);
		CHECK(rows[i].name, ug_slips_alone(&scope, UG_TEXT(LONE),
		    &edits) == rows[i].alone);
		CHECK(rows[i].name, edits.swayed == rows[i].swayed);
		ug_edits_free(&edits);
		ug_memory_free(memory);
	}
}

/* The rules that ask, in a text that was sound, and in one that was not. */
static void
check_rules(void)
{
	static const struct pass_row alone[] = {
		{ "a stop alone", UG_LIT(LONE), { 0 } },
		{ "two stops",
		  UG_LIT("The boats of the fleet came in to the bay in the "
		  "spring. of the year. They were all full of the best of the "
		  "herring. from the north."),
		  UG_LIT("The boats of the fleet came in to the bay in the "
		  "spring of the year. They were all full of the best of the "
		  "herring from the north.") },
	};
	static const struct pass_row shaken[] = {
		{ "a stop, and signs before", UG_LIT(LONE),
		  UG_LIT("The boats of the fleet came in to the bay in the "
		  "spring of the year. It was cold.") },
	};
	static const struct pass_row around[] = {
		{ "a word over a mark, and signs before", UG_LIT(DOUBLE),
		  UG_LIT("The mayor of the town said that it was \"a shame "
		  "for the town\" and went home.") },
	};
	struct ug_memory *const sound = memory_of(32, 0);
	struct ug_memory *const signs = memory_of(32, 8);
	struct ug_scope scope = { .confidence = 90, .memory = sound };

	check_pass_rounds(&ug_pass_floating_stops, &scope, alone, 2, 1);
	scope.memory = signs;
	check_pass_rounds(&ug_pass_floating_stops, &scope, shaken, 1, 1);
	check_pass_rounds(&ug_pass_doubled_fragments, &scope, around, 1, 1);
	ug_memory_free(sound);
	ug_memory_free(signs);
}

/* What memory swayed is not remembered, even where nothing was changed. */
static void
check_swayed(void)
{
	const struct ug_asker nobody = { 0 };
	const struct ug_record record = { .in_len = sizeof(DOUBLE) - 1 };
	struct ug_runner *runner;
	struct ug_work work;
	uint64_t fixes;
	bool sure = true;

	if (!CHECK("swayed", ug_runner_new(&runner, &nobody,
	    &ug_alloc_libc) == UNGARBLE_OK))
		return;
	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, UG_TEXT(DOUBLE), 0);
	CHECK("swayed", ug_fixes_parse("marks", &fixes) == UNGARBLE_OK);
	CHECK("swayed", ug_runner_run(runner, fixes,
	    (struct ug_scope){ .confidence = 90 },
	    &(struct ug_passage){ &record, 1 }, &work, &sure) == UNGARBLE_OK);
	CHECK("swayed", work.step == 0 && !sure);
	ug_work_free(&work);
	ug_runner_free(runner);
}

/* A record with marks is counted, and its sign. */
static void
check_notes(void)
{
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("no marks", ug_slips_note(ug_glance(UG_TEXT("It is.")),
	    &edits) == UNGARBLE_OK && edits.n_notes == 0);
	CHECK("marks", ug_slips_note(ug_glance(UG_TEXT("“It is.”")),
	    &edits) == UNGARBLE_OK && edits.n_notes == 1 &&
	    strcmp(edits.notes[0].kind, "marks: quoted") == 0);
	CHECK("a sign", ug_slips_note(ug_glance(UG_TEXT("“It is. ”")),
	    &edits) == UNGARBLE_OK && edits.n_notes == 3 &&
	    strcmp(edits.notes[2].kind, "marks: slip") == 0);
	ug_edits_free(&edits);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_here();
	check_memory();
	check_rules();
	check_swayed();
	check_notes();
	return check_done(argv[0]);
}
