/*
 * work_test.c - text that is lent, owned and joined, and its log
 */
#include "edit/work.h"

#include "check.h"

/* Whether text[at, at + len) of a work comes from such bytes of the input. */
static bool
comes_from(const struct ug_work *work, size_t at, size_t len, uint64_t in_at,
    uint64_t in_len)
{
	uint64_t found_at, found_len;

	ug_map_source(&work->map, at, len, &found_at, &found_len);
	return found_at == in_at && found_len == in_len;
}

static enum ungarble_err
log_one(struct ug_log *log, uint64_t record, const char *before,
    const char *after)
{
	return ug_log_add(log, &(struct ug_done){ .record = record,
		.rule = "c1/x", .fix = "c1", .step = 2, .in_at = 9,
		.in_len = 2, .at = 1, .confidence = 91, .margin = -3,
		.gate = 5, .before_is_bytes = record == 2 },
	    (struct ug_text){ before, strlen(before) },
	    (struct ug_text){ after, strlen(after) });
}

static void
check_edit(const struct ug_log *log, size_t i, uint64_t record,
    const char *before, const char *after)
{
	const struct ungarble_edit edit = ug_log_edit(log, i);

	CHECK(after, edit.record == record && edit.step == 2 && edit.at == 1);
	CHECK(after, edit.in_at == 9 && edit.in_len == 2);
	CHECK(after, edit.before_len == strlen(before) &&
	    memcmp(edit.before, before, edit.before_len) == 0);
	CHECK(after, edit.after_len == strlen(after) &&
	    memcmp(edit.after, after, edit.after_len) == 0);
	CHECK(after, strcmp(edit.rule, "c1/x") == 0 &&
	    strcmp(edit.fix, "c1") == 0);
	CHECK(after, edit.confidence == 91 && edit.margin == -3 &&
	    edit.gate == 5 && (edit.before_is_bytes != 0) == (record == 2));
}

/* What was done is remembered as often; steps of no number are not. */
static void
check_remembered(void)
{
	static const char *const rules[] = { "c1/x", "c1/x", "c1/y", "c1/x",
		"c1/x", "c1/z" };
	struct ug_log log = { .alloc = &ug_alloc_libc, .words = { .alloc =
		&ug_alloc_libc } };
	struct ug_memory *memory;

	CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) == UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		CHECK("log", ug_log_add(&log, &(struct ug_done){
		    .rule = rules[i], .fix = "c1", .step = i < 5 },
		    UG_TEXT("a"), UG_TEXT("b")) == UNGARBLE_OK);
	CHECK("remembered", ug_log_remember(&log, memory) == UNGARBLE_OK);
	CHECK("x", ug_memory_count(memory, "c1/x", UG_TEXT("")) == 4);
	CHECK("y", ug_memory_count(memory, "c1/y", UG_TEXT("")) == 1);
	CHECK("z", ug_memory_count(memory, "c1/z", UG_TEXT("")) == 0);
	CHECK("all", ug_memory_count(memory, "c1", UG_TEXT("")) == 5);
	ug_memory_free(memory);
	ug_release(&ug_alloc_libc, log.v);
	ug_buf_free(&log.words);
}

int
main(int argc, char *argv[])
{
	struct ug_work one, two, all;
	char lent[] = "the ferry\n";

	(void)argc;
	ug_work_init(&one, &ug_alloc_libc);
	ug_work_init(&two, &ug_alloc_libc);
	ug_work_init(&all, &ug_alloc_libc);
	ug_work_lend(&one, (struct ug_text){ lent, 10 }, 100);
	CHECK("lent", ug_work_text(&one).s == lent);
	ug_work_lend(&two, UG_TEXT("is late\n"), 110);
	CHECK("owned", ug_work_own(&one) == UNGARBLE_OK);
	memset(lent, '!', 10);
	CHECK("a copy", ug_text_equal(ug_work_text(&one),
	    UG_TEXT("the ferry\n")));
	CHECK("from there", comes_from(&one, 4, 5, 104, 5));
	CHECK("log", log_one(&one.log, 1, "ab", "") == UNGARBLE_OK &&
	    log_one(&two.log, 2, "c", "def") == UNGARBLE_OK &&
	    log_one(&two.log, 3, "", "g") == UNGARBLE_OK);
	one.step = 3;
	two.step = 2;
	CHECK("join", ug_work_join(&all, &one) == UNGARBLE_OK &&
	    ug_work_join(&all, &two) == UNGARBLE_OK);
	CHECK("both", ug_text_equal(ug_work_text(&all),
	    UG_TEXT("the ferry\nis late\n")));
	CHECK("each from its own", comes_from(&all, 0, 3, 100, 3) &&
	    comes_from(&all, 13, 4, 113, 4));
	CHECK("the last step", all.step == 3 && all.log.n == 3);
	check_edit(&all.log, 0, 1, "ab", "");
	check_edit(&all.log, 1, 2, "c", "def");
	check_edit(&all.log, 2, 3, "", "g");
	ug_work_clear(&all);
	CHECK("cleared", ug_work_text(&all).len == 0 && all.log.n == 0 &&
	    all.step == 0);
	check_remembered();
	ug_work_free(&one);
	ug_work_free(&two);
	ug_work_free(&all);
	CHECK("freed", ug_work_text(&one).len == 0 && one.log.n == 0);
	return check_done(argv[0]);
}
