/*
 * lines_test.c - every line once, none cut inside a character, each with all of
 * the scratch
 */
#include <stdlib.h>

#include "characters/lines.h"
#include "check.h"

#define LONG 200000

/* What was seen goes where edits would go: as one edit for each line. */
static enum ungarble_err
line_note(const struct ug_scope *scope, struct ug_text line, size_t at,
    struct ug_edits *edits)
{
	static size_t empty;

	/* Each line has all of the scratch. */
	CHECK("scratch", ug_arena_take(scope->scratch, 1000) != NULL);
	if (at == 0)
		empty = scope->scratch->len;
	CHECK("scratch is empty", scope->scratch->len == empty);
	return ug_edits_add(edits, at, line.len, UG_TEXT("x"), "test/line", 99);
}

static enum ungarble_err
line_refuse(const struct ug_scope *scope, struct ug_text line, size_t at,
    struct ug_edits *edits)
{
	const enum ungarble_err err = line_note(scope, line, at, edits);

	return err != UNGARBLE_OK ? err : UNGARBLE_ENOMEM;
}

/* The lines of the text follow one another and are all of it. */
static void
check_lines(const char *name, struct ug_text text, size_t n)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch };
	struct ug_edits edits;
	size_t at = 0;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK(name, ug_lines_find(&scope, text, &edits, line_note) ==
	    UNGARBLE_OK);
	CHECK(name, edits.n == n);
	CHECK(name, ug_edits_good(&edits, text)); /* cuts no character */
	for (size_t i = 0; i < edits.n; at += edits.v[i++].len)
		CHECK(name, edits.v[i].at == at && edits.v[i].len > 0);
	CHECK(name, at == text.len);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

/* A text of `piece` over and over, without a line end. */
static void
check_long(const char *name, struct ug_text piece, size_t n)
{
	char *const s = malloc(LONG + 4);
	size_t len = 0;

	if (!CHECK(name, s != NULL))
		return;
	for (; len < LONG; len += piece.len)
		memcpy(s + len, piece.s, piece.len);
	check_lines(name, (struct ug_text){ s, len }, n);
	free(s);
}

#define PIECE 65536

/* Of a line of "x" with blanks at some places, where its first pieces end. */
static const struct {
	size_t len, blanks[3]; /* 0: none */
	size_t ends[3];        /* 0: no more */
} pieces[] = {
	{ PIECE - 1, { 9 }, { PIECE - 1 } },
	{ PIECE, { 9, PIECE - 1 }, { PIECE } },
	{ PIECE + 1, { 9 }, { PIECE + 1 } },
	{ PIECE + 1, { PIECE - 1 }, { PIECE + 1 } },
	{ PIECE + 1, { PIECE }, { PIECE, PIECE + 1 } },
	{ PIECE + 9, { PIECE + 1 }, { PIECE + 1, PIECE + 9 } },
	{ 2 * PIECE, { 0 }, { 2 * PIECE } },
	{ 2 * PIECE, { 2 * PIECE - 1 }, { 2 * PIECE - 1, 2 * PIECE } },
	{ 2 * PIECE + 1, { 0 }, { 2 * PIECE, 2 * PIECE + 1 } },
	{ 3 * PIECE, { PIECE + 5, PIECE + 7 }, { PIECE + 5, 3 * PIECE } },
	{ 3 * PIECE, { PIECE, 2 * PIECE, 2 * PIECE + 3 },
	    { PIECE, 2 * PIECE, 3 * PIECE } },
};

static void
check_pieces(void)
{
	static char s[3 * PIECE];
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		size_t n = 0;

		memset(s, 'x', sizeof(s));
		for (size_t k = 0; k < 3 && pieces[i].blanks[k] != 0; k++)
			s[pieces[i].blanks[k]] = " \t "[k];
		ug_edits_clear(&edits);
		CHECK("pieces", ug_lines_find(&scope, (struct ug_text){ s,
		    pieces[i].len }, &edits, line_note) == UNGARBLE_OK);
		for (; n < 3 && pieces[i].ends[n] != 0; n++)
			CHECK("pieces", n < edits.n && edits.v[n].at +
			    edits.v[n].len == pieces[i].ends[n]);
		CHECK("pieces", edits.n == n);
	}
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

/* A character at the most that a piece may have stays whole. */
static void
check_cut(void)
{
	static char s[3 * PIECE];

	for (size_t before = 2 * PIECE - 4; before <= 2 * PIECE; before++) {
		memset(s, 'x', sizeof(s));
		memcpy(s + before, "\xF0\x9F\x98\x80", 4);
		check_lines("a character", (struct ug_text){ s, sizeof(s) },
		    2);
	}
}

static void
check_refused(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("an error ends it", ug_lines_find(&scope, UG_TEXT("a\nb\n"),
	    &edits, line_refuse) == UNGARBLE_ENOMEM && edits.n == 1);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

static void
check_first(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = { .scratch = &scratch };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("as it is", ug_lines_find_first(&scope, UG_TEXT("a\nb\n"),
	    &edits, line_note) == UNGARBLE_OK && edits.n == 2);
	scope.changed = true;
	CHECK("changed before", ug_lines_find_first(&scope, UG_TEXT("a\nb\n"),
	    &edits, line_refuse) == UNGARBLE_OK && edits.n == 2);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_lines("empty", UG_TEXT(""), 0);
	check_lines("one", UG_TEXT("one\n"), 1);
	check_lines("no end", UG_TEXT("one\ntwo"), 2);
	check_lines("empty lines", UG_TEXT("\n\n\n"), 3);
	check_long("at spaces", UG_TEXT("ab "), 4);
	check_long("without spaces", UG_TEXT("\xE2\x82\xAC"), 2);
	check_pieces();
	check_cut();
	check_refused();
	check_first();
	return check_done(argv[0]);
}
