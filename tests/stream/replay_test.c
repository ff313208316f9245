/*
 * replay_test.c - over lines garbled in all ways: the edits that are told of,
 * made in the input, give the output; and repairing twice is repairing once
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "garble/draw.h"
#include "random.h"
#include "replay.h"

#define STREAMS 60
#define LINES   100

static struct codecs *codecs;
static struct draw_sentences sentences;
static struct damage damage;

/* Lines of all kinds, one in ten clean. */
static void
garbled_make(struct bytes *in, uint64_t seed)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };

	for (unsigned n = 0; n < LINES;) {
		const size_t language = random_next(&seed) %
		    sentences.n_languages;
		enum draw_family family;
		struct damage_plan plan;

		if (!draw_plan(codecs, sentences.languages[language].code,
		    &seed, &family, &plan))
			continue;
		draw_line(&sentences, language, &seed, &text);
		if (n % 10 == 9) {
			bytes_add(in, text.s, text.len);
		} else {
			if (!damage_make(&damage, &plan, (struct ug_text){
			    text.s, text.len }, random_next(&seed)))
				continue;
			bytes_add(in, damage.line.s, damage.line.len);
		}
		bytes_add(in, "\n", 1);
		n++;
	}
	ug_buf_free(&text);
}

static void
twice_print(const struct run *twice)
{
	for (size_t i = 0; i < twice->n_edits && i < 5; i++) {
		const struct kept_edit *const k = &twice->edits[i];

		fprintf(stderr, "again: line %llu: %s: %.*s -> %.*s\n",
		    (unsigned long long)k->edit.record, k->edit.rule,
		    (int)k->edit.before_len, twice->words.s + k->before_at,
		    (int)k->edit.after_len, twice->words.s + k->after_at);
	}
}

/* `alone`: without memory; lines that learn may come to other ends then. */
static unsigned
test_stream(const char *name, const struct bytes *in, bool alone)
{
	struct run once = { 0 }, twice = { 0 };
	struct ungarble_options opts = run_options(&once);
	unsigned n;

	opts.no_memory = alone;
	run_stream(&once, &opts, in->s, in->len, CUT_NOWHERE, 0);
	opts = run_options(&twice);
	opts.no_memory = alone;
	run_stream(&twice, &opts, once.out.s, once.out.len, CUT_NOWHERE, 0);
	CHECK(name, once.err == UNGARBLE_OK && twice.err == UNGARBLE_OK);
	CHECK(name, ug_utf8_prefix((unsigned char *)once.out.s, once.out.len,
	    NULL) == once.out.len);
	CHECK(name, replay_gives(in, &once));
	if (!CHECK(name, bytes_equal(&once.out, &twice.out)))
		twice_print(&twice);
	n = (unsigned)once.n_edits;
	run_free(&once);
	run_free(&twice);
	return n;
}

int
main(int argc, char *argv[])
{
	const char *const s = getenv("UG_TEST_SEED");
	const uint64_t first = s != NULL ? strtoull(s, NULL, 10) : 1;
	unsigned n = 0;

	(void)argc;
	codecs = codecs_new();
	damage_init(&damage);
	if (CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)))
		for (uint64_t i = first; i < first + STREAMS; i++) {
			struct bytes in = { 0 };
			char name[32];

			snprintf(name, sizeof(name), "seed %llu",
			    (unsigned long long)i);
			garbled_make(&in, i * 0x9E3779B97F4A7C15u);
			n += test_stream(name, &in, i % 2 == 0);
			bytes_free(&in);
		}
	printf("%u edits\n", n);
	CHECK("edits", n > STREAMS * LINES / 4);
	damage_free(&damage);
	draw_free(&sentences);
	codecs_free(codecs);
	return check_done(argv[0]);
}
