/*
 * paths_test.c - names of values, read and followed
 */
#include "fields/paths.h"

#include "check.h"
#include "failing.h"

static const struct row {
	const char *names;
	const char *keys[3]; /* on the way; NULL ends them */
	bool met, ended;
} rows[] = {
	{ "text", { "text" }, true, true },
	{ "text", { "title" }, false, false },
	{ "text", { "tex" }, false, false },
	{ "a,b", { "b" }, true, true },
	{ "a.b", { "a" }, true, false },
	{ "a.b", { "a", "b" }, true, true },
	{ "a.b", { "b", "a" }, false, false },
	{ "a", { "a", "b" }, false, false },
	{ "*.b", { "a", "b" }, true, true },
	{ "a.*", { "a", "b" }, true, true },
	{ "a.*", { "b", "b" }, false, false },
	{ "a[].b", { "a", "b" }, true, true },
	{ "a[]", { "a" }, true, true },
	{ "a[]b", { "a[]b" }, true, true },
	{ "a\\[]", { "a[]" }, true, true },
	{ "\\*", { "*" }, true, true },
	{ "\\*", { "a" }, false, false },
	{ "**", { "**" }, true, true },
	{ "a\\.b\\,c\\\\", { "a.b,c\\" }, true, true },
	{ "a\\", { "a\\" }, true, true },
	{ "x,a.b,a", { "a" }, true, true },
};

static void
check_row(const struct row *row)
{
	struct ug_paths paths;
	ug_path_set set;
	size_t depth = 0;

	if (!CHECK(row->names, ug_paths_new(&paths, row->names,
	    true, &ug_alloc_libc) == UNGARBLE_OK))
		return;
	set = ug_paths_all(&paths);
	for (; depth < 3 && row->keys[depth] != NULL; depth++)
		set = ug_paths_enter(&paths, set, depth, (struct ug_text){
		    row->keys[depth], strlen(row->keys[depth]) });
	CHECK(row->names, (set != 0) == row->met);
	CHECK(row->names, (ug_paths_ended(&paths, set, depth) != 0) ==
	    row->ended);
	ug_paths_free(&paths);
}

/* As many as there may be, and more. */
static void
check_most(void)
{
	char names[2 * UG_PATHS_MAX + 8], keys[2 * UG_PATHS_KEYS + 8];
	struct ug_paths paths;

	for (size_t i = 0; i < UG_PATHS_MAX; i++)
		memcpy(names + 2 * i, "a,", 2);
	strcpy(names + 2 * UG_PATHS_MAX, "b");
	CHECK("paths", ug_paths_new(&paths, names, true, &ug_alloc_libc) ==
	    UNGARBLE_EOPTION);
	names[2 * UG_PATHS_MAX - 1] = '\0';
	if (CHECK("paths", ug_paths_new(&paths, names, true, &ug_alloc_libc) ==
	    UNGARBLE_OK)) {
		CHECK("paths", paths.n == UG_PATHS_MAX &&
		    ug_paths_all(&paths) == UINT64_MAX);
		ug_paths_free(&paths);
	}
	for (size_t i = 0; i < UG_PATHS_KEYS; i++)
		memcpy(keys + 2 * i, "a.", 2);
	strcpy(keys + 2 * UG_PATHS_KEYS, "b");
	CHECK("keys", ug_paths_new(&paths, keys, true, &ug_alloc_libc) ==
	    UNGARBLE_EOPTION);
	keys[2 * UG_PATHS_KEYS - 1] = '\0';
	if (CHECK("keys", ug_paths_new(&paths, keys, true, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		ug_paths_free(&paths);
}

static void
check_refused(void)
{
	static const char *const names[] = { "", "a,", ",a", "a..b", ".a",
		"a.", "[]" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct ug_paths paths;

		CHECK(names[i], ug_paths_new(&paths, names[i], true,
		    &ug_alloc_libc)
		    == UNGARBLE_EOPTION && paths.v == NULL);
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_most();
	check_refused();
	return check_done("paths");
}
