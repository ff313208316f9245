/*
 * scratch_test.c - repairs of characters that run out of memory
 *
 * A line is looked at with so many bytes of scratch, and no more: it is
 * UNGARBLE_ENOMEM, or there was enough and the edits are those that there are
 * with plenty.  Whatever stood in the memory before makes no difference.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "characters/mixup.h"
#include "characters/mojibake.h"
#include "check.h"
#include "edits_equal.h"
#include "failing.h"
#include "repair/passes.h"

#define ROOM  (1 << 20)
#define STEP  16 /* what is taken is a multiple of */

static enum ungarble_err
mojibake_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	return ug_mojibake_find(scope, text, 0, edits);
}

static enum ungarble_err
mixup_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	return ug_mixup_find(scope, text, 0, INT_MAX, edits);
}

/* What is a part of a pass, as one of its own. */
static const struct ug_pass mojibake = { .find = mojibake_find };
static const struct ug_pass mixup = { .find = mixup_find };

static const struct row {
	const char *name;
	const struct ug_pass *pass;
	struct ug_text line;
} rows[] = {
	{ "mojibake", &mojibake, UG_LIT("SchÃ¶ne GrÃ¼ÃŸe â€” und mehr") },
	{ "mojibake, gone", &mojibake,
	    UG_LIT("chcÄ wyÅwietliÄ Å¼Ã³Åty Å¼agiel") },
	{ "mix-up", &mixup,
	    UG_LIT("Â÷åðà ìû äîëãî ãóëÿëè ïî áåðåãó ðåêè") },
	{ "mix-up of East Asia", &mixup,
	    UG_LIT("绢力 坷饶俊 快府绰 碍啊甫 吧菌嚼聪促") },
	{ "either", &ug_pass_mojibake,
	    UG_LIT("Grüße — SchÃ¶ne GrÃ¼ÃŸe, é, Ãœbung") },
	{ "guess", &ug_pass_guess, UG_LIT("Die T\357\277\275r ist zu, don?t") },
	{ "escapes", &ug_pass_escapes, UG_LIT("caf\\u00e9 caf%C3%A9 &eacute;") },
	{ "lost escapes", &ug_pass_lost_escapes,
	    UG_LIT("$B%U%!%$%k$N%3%T!<$r$H$k(B ok") },
};

static struct ug_codings codings;

/* What is found with `left` bytes in one block, all of which were `before`. */
static enum ungarble_err
find_with(const struct row *row, size_t left, int before,
    struct ug_edits *edits)
{
	struct failing memory = { .left = 1 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_arena scratch = { .alloc = &alloc };
	const struct ug_scope scope = { .scratch = &scratch,
		.confidence = 50, .codings = &codings };
	char *const room = ug_arena_take(&scratch, ROOM);
	enum ungarble_err err;

	CHECK("memory", room != NULL);
	memset(room, before, ROOM);
	ug_arena_reset(&scratch);
	CHECK("memory", ug_arena_take(&scratch, ROOM - left) != NULL);
	err = row->pass->find(&scope, row->line, edits);
	ug_arena_free(&scratch);
	CHECK(row->name, memory.live == 0);
	return err;
}

static void
check_row(const struct row *row)
{
	struct ug_edits all, some;
	size_t left = 0;
	enum ungarble_err err;

	ug_edits_init(&all, &ug_alloc_libc);
	ug_edits_init(&some, &ug_alloc_libc);
	CHECK(row->name, find_with(row, ROOM, 0, &all) == UNGARBLE_OK &&
	    all.n > 0);
	CHECK(row->name, find_with(row, ROOM, 0xFF, &some) == UNGARBLE_OK &&
	    edits_equal(&all, &some));
	ug_edits_clear(&some);
	CHECK(row->name, find_with(row, ROOM, 0x5A, &some) == UNGARBLE_OK &&
	    edits_equal(&all, &some));
	do {
		ug_edits_clear(&some);
		err = find_with(row, left, 0x5A, &some);
		CHECK(row->name, err == UNGARBLE_ENOMEM ||
		    (err == UNGARBLE_OK && edits_equal(&all, &some)));
		left += STEP;
	} while (err != UNGARBLE_OK && left < ROOM);
	printf("%s: %zu bytes\n", row->name, left);
	CHECK(row->name, left > STEP);
	ug_edits_free(&all);
	ug_edits_free(&some);
}

/* Memory that is never what it was, and runs out. */
static void *
scribbling_resize(void *user, void *ptr, size_t size)
{
	void *const given = failing_resize(user, ptr, size);

	if (ptr == NULL && given != NULL)
		memset(given, 0xA5, size);
	return given;
}

/* Lines of every kind, so many that what is looked up for long is. */
static void
lines_make(struct ug_buf *text)
{
	static const char *const lines[] = {
		"Die Tür ist offen, und über die Straße gehen größere Leute.\n",
		"SchÃ¶ne GrÃ¼ÃŸe â€” und mehr\n", "Grüße, GrÃ¼ÃŸe — é\n",
		"Вчера мы долго гуляли по берегу реки и пели.\n",
		"Â÷åðà ìû äîëãî ãóëÿëè ïî áåðåãó ðåêè\n",
		"今日は朝から雨が降っています。\n",
		"绢力 坷饶俊 快府绰 碍啊甫 吧菌嚼聪促\n",
		"L’été dernier, nous avons « goûté » des gâteaux.\n",
		"Њ\302\240Ј\302\240§Ё\302\255 ®вЄа®Ґвбп §\302\240ўва\302\240\n",
	};

	for (size_t i = 0; i < 400; i++) {
		const char *const line = lines[i * i % 101 % 9];

		CHECK("memory", ug_buf_add(text, line, strlen(line)) ==
		    UNGARBLE_OK);
	}
}

/* What is found in lines with what is looked up for them, given so often. */
static enum ungarble_err
lines_find(struct ug_text text, long left, struct ug_edits *edits)
{
	struct failing memory = { .left = left };
	const struct ug_alloc alloc = { scribbling_resize, &memory };
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_plain plain = { .alloc = &alloc };
	struct ug_met met = { .alloc = &alloc };
	const struct ug_scope scope = { .scratch = &scratch,
		.confidence = 90, .codings = &codings, .plain = &plain,
		.met = &met };
	const enum ungarble_err err = ug_pass_mojibake.find(&scope, text,
	    edits);

	ug_plain_free(&plain);
	ug_release(&alloc, met.pairs);
	ug_arena_free(&scratch);
	CHECK("given back", memory.live == 0);
	CHECK("told", memory.failed == (err == UNGARBLE_ENOMEM));
	return err;
}

static void
test_lines(void)
{
	struct ug_buf buf = { .alloc = &ug_alloc_libc };
	struct ug_edits all, some;
	enum ungarble_err err;
	long left = 0;

	lines_make(&buf);

	const struct ug_text text = { buf.s, buf.len };

	ug_edits_init(&all, &ug_alloc_libc);
	ug_edits_init(&some, &ug_alloc_libc);
	CHECK("lines", lines_find(text, -1, &all) == UNGARBLE_OK &&
	    all.n > 100);
	do {
		ug_edits_clear(&some);
		err = lines_find(text, left++, &some);
		CHECK("lines", err == UNGARBLE_ENOMEM ||
		    (err == UNGARBLE_OK && edits_equal(&all, &some)));
	} while (err != UNGARBLE_OK && left < 1000);
	printf("lines: %ld times\n", left - 1);
	CHECK("lines", left > 30);
	ug_edits_free(&all);
	ug_edits_free(&some);
	ug_buf_free(&buf);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	ug_codings_init(&codings);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	test_lines();
	return check_done(argv[0]);
}
