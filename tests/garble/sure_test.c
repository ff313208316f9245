/*
 * sure_test.c - what can be nothing else is restored or left, no third thing
 *
 * Lines drawn by a seed from our own sentences, of each enumerated kind, each
 * line alone.  UG_TEST_SEED: others.  Maltese is left out: some of its letters
 * are taken for so unlikely that they stay garbled among others.
 */
#include <stdlib.h>

#include "check.h"
#include "lines.h"
#include "sure.h"

#define LINES_PER_KIND 550

static struct damage damages[LINES_PER_KIND];

static void
wrong_print(const struct damage *damage, struct ug_text out)
{
	fprintf(stderr, "\ttruth\t%.*s\n\tline\t%.*s\n\tout\t%.*s\n",
	    (int)damage->stages[0].len, damage->stages[0].s,
	    (int)damage->line.len, damage->line.s, (int)out.len, out.s);
}

/* So many of n lines of one kind come out as a third thing, or in part. */
static unsigned
lines_judge(size_t n, unsigned most, unsigned *restored)
{
	struct lines lines;
	unsigned wrong = 0;

	lines_open(&lines, true);
	for (size_t i = 0; i < n; i++)
		lines_put(&lines, (struct ug_text){ damages[i].line.s,
		    damages[i].line.len });
	if (CHECK("lines", lines_close(&lines)))
		for (size_t i = 0; i < n; i++) {
			const struct ug_text out = lines_at(&lines, i);
			const enum damage_verdict verdict =
			    damage_judge(&damages[i], out);

			*restored += verdict == DAMAGE_RESTORED;
			if (verdict != DAMAGE_PARTLY &&
			    verdict != DAMAGE_THIRD)
				continue;
			wrong++;
			if (most == 0 && wrong <= 3)
				wrong_print(&damages[i], out);
		}
	lines_free(&lines);
	return wrong;
}

static void
test_kind(const struct codecs *codecs, const struct draw_sentences *sentences,
    size_t kind, uint64_t seed)
{
	struct ug_buf name = { .alloc = &ug_alloc_libc };
	struct damage_plan plan;
	const unsigned most = sure_kinds[kind].most;
	unsigned wrong, restored = 0;
	size_t n = 0;

	CHECK("encodings", sure_plan(codecs, kind, &plan));
	damage_name(&plan, &name);
	if (!CHECK("name", ug_buf_add(&name, "", 1) == UNGARBLE_OK))
		return;
	for (unsigned tries = 0; n < LINES_PER_KIND && tries < 100000; tries++)
		n += sure_draw(codecs, sentences, kind, &seed, &damages[n]);
	wrong = lines_judge(n, most, &restored);
	printf("%s: %zu lines, %u restored, %u wrong\n", name.s, n, restored,
	    wrong);
	CHECK(name.s, n >= LINES_PER_KIND / 4);
	CHECK(name.s, wrong * 1000 <= most * n);
	ug_buf_free(&name);
}

int
main(int argc, char *argv[])
{
	const char *const s = getenv("UG_TEST_SEED");
	const uint64_t seed = s != NULL ? strtoull(s, NULL, 10) : 1;
	struct codecs *const codecs = codecs_new();
	struct draw_sentences sentences = { .n = 0 };

	(void)argc;
	for (size_t i = 0; i < LINES_PER_KIND; i++)
		damage_init(&damages[i]);
	if (CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences))) {
		draw_choose(&sentences, "-mt");
		for (size_t i = 0; i < sure_n_kinds; i++)
			test_kind(codecs, &sentences, i, seed);
	}
	for (size_t i = 0; i < LINES_PER_KIND; i++)
		damage_free(&damages[i]);
	draw_free(&sentences);
	codecs_free(codecs);
	return check_done(argv[0]);
}
