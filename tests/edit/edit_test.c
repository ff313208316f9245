/*
 * edit_test.c - what a pass may not get wrong is noticed, the rest is made
 */
#include "check.h"
#include "edit/edit.h"

struct row {
	const char *name;
	const char *made; /* of the text; NULL: the edits are not good */
	struct { size_t at, len; const char *after; size_t after_len; } v[2];
	size_t n;
};

/* The text is "a é b" : a at 0, é at 2..3, b at 5. */
static const struct row rows[] = {
	{ "none", "a \xc3\xa9 b", { { 0, 0, "", 0 } }, 0 },
	{ "one", "x \xc3\xa9 b", { { 0, 1, "x", 1 } }, 1 },
	{ "two", "x e b", { { 0, 1, "x", 1 }, { 2, 2, "e", 1 } }, 2 },
	{ "that touch", "x\xc3\xa9 b", { { 0, 1, "x", 1 }, { 1, 1, "", 0 } }, 2 },
	{ "insertion at the end", "a \xc3\xa9 b!", { { 6, 0, "!", 1 } }, 1 },
	{ "out of order", NULL, { { 2, 2, "e", 1 }, { 0, 1, "x", 1 } }, 2 },
	{ "overlap", NULL, { { 0, 3, "x", 1 }, { 2, 2, "e", 1 } }, 2 },
	{ "one place", NULL, { { 1, 0, "x", 1 }, { 1, 1, "y", 1 } }, 2 },
	{ "inside a character", NULL, { { 3, 1, "x", 1 } }, 1 },
	{ "to inside one", NULL, { { 0, 3, "x", 1 } }, 1 },
	{ "beyond the end", NULL, { { 5, 2, "x", 1 } }, 1 },
	{ "no change", NULL, { { 0, 1, "a", 1 } }, 1 },
	{ "inserts no text", NULL, { { 0, 1, "\xe9", 1 } }, 1 },
	{ "inserts a surrogate", NULL, { { 0, 1, "\xed\xa0\x80", 3 } }, 1 },
};

/* Each edit has a rule, and is no surer than sure. */
static void
check_sayings(void)
{
	static const struct {
		const char *rule;
		unsigned confidence;
		bool good;
	} sayings[] = {
		{ "test", 0, true }, { "test", 100, true },
		{ "test", 101, false }, { NULL, 90, false },
	};
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < sizeof(sayings) / sizeof(*sayings); i++) {
		ug_edits_clear(&edits);
		CHECK("nothing", edits.n == 0 && edits.words.len == 0);
		CHECK("add", ug_edits_add(&edits, 0, 1, UG_TEXT("x"),
		    sayings[i].rule, sayings[i].confidence) == UNGARBLE_OK);
		CHECK("says", ug_edits_good(&edits, UG_TEXT("a")) ==
		    sayings[i].good);
	}
	ug_edits_free(&edits);
}

int
main(int argc, char *argv[])
{
	const struct ug_text text = UG_LIT("a \xc3\xa9 b");
	struct ug_buf made = { .alloc = &ug_alloc_libc };
	struct ug_edits edits;

	(void)argc;
	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		ug_edits_clear(&edits);
		for (size_t k = 0; k < rows[i].n; k++)
			CHECK(rows[i].name, ug_edits_add(&edits,
			    rows[i].v[k].at, rows[i].v[k].len, (struct ug_text){
			    rows[i].v[k].after, rows[i].v[k].after_len },
			    "test", 90) == UNGARBLE_OK);
		CHECK(rows[i].name, ug_edits_good(&edits, text) ==
		    (rows[i].made != NULL));
		if (rows[i].made == NULL)
			continue;
		made.len = 0;
		CHECK(rows[i].name, ug_edits_make(&edits, text, &made) ==
		    UNGARBLE_OK && ug_text_equal((struct ug_text){ made.s,
		    made.len }, (struct ug_text){ rows[i].made,
		    strlen(rows[i].made) }));
	}
	check_sayings();
	ug_buf_free(&made);
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
