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
	[DRAW_UTF8_SINGLE] = { UINT64_C(0x927C4D006D479051),
	    UINT64_C(0x84EC90798005DC97) },
	[DRAW_UTF8_EAST] = { UINT64_C(0x3EBE6AFA74C10FFA),
	    UINT64_C(0xEC45EA215F9D917F) },
	[DRAW_EAST_SINGLE] = { UINT64_C(0x017DCC61DA97FED0),
	    UINT64_C(0x0CF2AECF208E6B0F) },
	[DRAW_SINGLE_SINGLE] = { UINT64_C(0xB8D013AEB6CBEB7E),
	    UINT64_C(0x8F6A5C0E02DD9010) },
	[DRAW_EAST_EAST] = { UINT64_C(0xD2F04226045788D0),
	    UINT64_C(0x21C5175B4B4EAA27) },
	[DRAW_SINGLE_EAST] = { UINT64_C(0x7AF9E233451F5CA7),
	    UINT64_C(0x8144A259887CED9A) },
	[DRAW_LAYERS] = { UINT64_C(0xEF6643B5AE467CA3),
	    UINT64_C(0xC30C1705A895D99C) },
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
	struct ungarble_options opts = digest_options(&run);
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
