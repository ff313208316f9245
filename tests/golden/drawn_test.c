/*
 * drawn_test.c - what is said of lines that a seed draws and damages
 *
 * Sentences of own.tsv, each damaged by a plan of its own, by families of
 * plans: digest.h says what the numbers are.  What comes out is right or not
 * elsewhere: tests/garble, tests/eval/garble.sh.
 */
#include "digest.h"

#include "garble/draw.h"

#define LINES 700 /* of each family */

static const struct {
	uint64_t digest, alone; /* the lines in a row; each for itself */
} rows[DRAW_N_FAMILIES] = {
	[DRAW_UTF8_SINGLE] = { UINT64_C(0xC9C1BFAAC89EE975),
	    UINT64_C(0x10CE521F8335F4B9) },
	[DRAW_UTF8_EAST] = { UINT64_C(0x1AEDC27051371F4D),
	    UINT64_C(0xA18C64065A499554) },
	[DRAW_EAST_SINGLE] = { UINT64_C(0xC2163A36BAA740EC),
	    UINT64_C(0xB67E296E3E2349E0) },
	[DRAW_SINGLE_SINGLE] = { UINT64_C(0xEBF8625619CADEFA),
	    UINT64_C(0xAB3A7A7ABA3D3885) },
	[DRAW_EAST_EAST] = { UINT64_C(0xE2A3E69223A1B528),
	    UINT64_C(0xDCF1FC6F1DFCE02C) },
	[DRAW_SINGLE_EAST] = { UINT64_C(0xA717AE098DB9157F),
	    UINT64_C(0xD5CC19FA7CB23012) },
	[DRAW_LAYERS] = { UINT64_C(0x8563EFCDCE58186C),
	    UINT64_C(0x027C2E9421FFD2B1) },
};

static struct bytes drawn[DRAW_N_FAMILIES];
static size_t n_drawn[DRAW_N_FAMILIES];

/* One line, if its plan works on it, to the text of its family. */
static void
draw_one(const struct codecs *codecs, const struct draw_sentences *sentences,
    uint64_t *seed, struct damage *damage, struct ug_buf *text)
{
	const size_t language = (size_t)(random_next(seed) %
	    sentences->n_languages);
	enum draw_family family;
	struct damage_plan plan;

	if (!draw_plan(codecs, sentences->languages[language].code, seed,
	    &family, &plan) || n_drawn[family] == LINES)
		return;
	draw_line(sentences, language, seed, text);
	if (!damage_make(damage, &plan, (struct ug_text){ text->s, text->len },
	    random_next(seed)))
		return;
	bytes_add(&drawn[family], damage->line.s, damage->line.len);
	bytes_add(&drawn[family], "\n", 1);
	n_drawn[family]++;
}

static size_t
draw_all(void)
{
	struct codecs *const codecs = codecs_new();
	struct draw_sentences sentences = { .n = 0 };
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	struct damage damage;
	uint64_t seed = 1;
	size_t n = 0;

	damage_init(&damage);
	if (CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)))
		for (unsigned i = 0; i < 40 * LINES; i++)
			draw_one(codecs, &sentences, &seed, &damage, &text);
	for (size_t i = 0; i < DRAW_N_FAMILIES; i++)
		n += n_drawn[i];
	ug_buf_free(&text);
	damage_free(&damage);
	draw_free(&sentences);
	codecs_free(codecs);
	return n;
}

static uint64_t
digest_of(const struct bytes *in, unsigned no_memory)
{
	struct run run = { 0 };
	struct ungarble_options opts = run_options(&run);
	uint64_t digest = 0;

	opts.no_memory = no_memory;
	run_stream(&run, &opts, in->s, in->len, CUT_NOWHERE, 0);
	CHECK("stream", run.err == UNGARBLE_OK);
	digest_add_run(&digest, &run);
	run_free(&run);
	return digest;
}

int
main(int argc, char *argv[])
{
	(void)argc;
	CHECK("lines", draw_all() > DRAW_N_FAMILIES * LINES / 2);
	for (size_t i = 0; i < DRAW_N_FAMILIES; i++) {
		printf("%s: %zu lines\n", draw_families[i], n_drawn[i]);
		digest_check(draw_families[i], digest_of(&drawn[i], 0),
		    rows[i].digest);
		digest_check(draw_families[i], digest_of(&drawn[i], 1),
		    rows[i].alone);
		bytes_free(&drawn[i]);
	}
	return check_done(argv[0]);
}
