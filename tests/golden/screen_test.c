/*
 * screen_test.c - what is found out of a line before all of it is looked at
 *
 * Most of what a line might have been is ruled out early: lines that are plain,
 * texts that bytes are none of, readings that cost too much.  A screen that
 * lets more by changes nothing that comes out, and takes longer.  All that is
 * said of sentences of own.tsv, and of those that a seed damages, is one number
 * for each language or family, as digest.h has it, and beside it how many lines
 * are plain, and in how many encodings they are to be read.
 */
#include "digest.h"

#include <limits.h>
#include <stdlib.h>

#include "characters/mixup_sift.h"
#include "characters/mojibake_reading.h"
#include "garble/draw.h"

#define LINES  200 /* of each family, */
#define CLEAN  400 /* and as they are */
#define GROUPS (DRAW_N_FAMILIES + 1)

struct screen {
	uint64_t digest;
	unsigned plain;   /* lines, by themselves */
	unsigned suspect; /* and that may have been misread, */
	unsigned left;    /* texts in readers, of these, */
	unsigned read;    /* and UTF-8 in encodings */
};

static const struct screen rows[GROUPS] = {
	[DRAW_UTF8_SINGLE] = { UINT64_C(0x4537C1024A5B2F76),
	    0, 180, 4168, 824 },
	[DRAW_UTF8_EAST] = { UINT64_C(0xE2E3ED59EEEE78FD),
	    0, 172, 365, 1 },
	[DRAW_EAST_SINGLE] = { UINT64_C(0xABF5F4B8BEDF193A),
	    0, 82, 1658, 568 },
	[DRAW_SINGLE_SINGLE] = { UINT64_C(0xD7430BC0A8CF83AF),
	    3, 161, 7002, 301 },
	[DRAW_EAST_EAST] = { UINT64_C(0xD696B9C90CCDEA77),
	    4, 59, 0, 0 },
	[DRAW_SINGLE_EAST] = { UINT64_C(0x5DED178391A5B93B),
	    16, 152, 326, 2 },
	[DRAW_LAYERS] = { UINT64_C(0x3AB4A135F91BD901),
	    1, 186, 5490, 1038 },
	[DRAW_N_FAMILIES] /* clean */ = { UINT64_C(0xF3226BD34425AACF),
	    342, 84, 1251, 106 },
};

static struct ug_codings codings;

static unsigned
bits(uint64_t n)
{
	unsigned count = 0;

	for (; n != 0; n &= n - 1)
		count++;
	return count;
}

static void
add_int(struct screen *screen, int n)
{
	digest_add(&screen->digest, (uint64_t)(int64_t)n);
}

/* What a line is as the text of an encoding that it was not written in. */
static void
screen_readers(struct screen *screen, const struct ug_scope *scope,
    const struct ug_mixup_line *line, struct ug_mixup_bytes *bytes)
{
	struct ug_mixup_bound bound;
	struct ug_mixup_sift sift;

	CHECK("room", ug_mixup_bound(line, scope->scratch, &bound) ==
	    UNGARBLE_OK && ug_mixup_sift_new(scope, bytes, &bound, &sift) ==
	    UNGARBLE_OK);
	for (size_t r = 0; r < codings.n_readers; r++) {
		const struct ug_coding *const reader = &codings.readers[r];
		uint64_t texts;

		add_int(screen, ug_mixup_few(bytes, reader));
		if (reader->reader < 0 || ug_mixup_few(bytes, reader))
			continue;
		texts = ug_mixup_sift_texts(&sift, reader, line->cost);
		digest_add(&screen->digest, texts);
		screen->left += bits(texts);
		for (size_t t = 0; t < codings.n_texts; t++)
			add_int(screen, codings.texts[t].encoding->kind ==
			    UG_SINGLE_BYTE && ug_mixup_dear(&bound, reader,
			    &codings.texts[t], line->cost));
	}
}

static void
screen_bytes(struct screen *screen, struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader, struct ug_mixup_reading *reading)
{
	const bool turned = ug_mixup_turn(bytes, reader);

	add_int(screen, turned);
	if (!turned)
		return;
	digest_add(&screen->digest, bytes->hash);
	add_int(screen, bytes->part + (bytes->lost ? 1 : 0) +
	    (bytes->wide ? 2 : 0) + (ug_mixup_table(bytes) ? 4 : 0));
	for (size_t t = 0; t < codings.n_texts; t += 5)
		add_int(screen, ug_mixup_read(reading, bytes,
		    &codings.texts[t], bytes->line->cost));
}

static void
screen_mixup(struct screen *screen, const struct ug_scope *scope,
    struct ug_text text)
{
	struct ug_mixup found = { .cost = INT_MAX };
	struct ug_mixup_reading reading;
	struct ug_mixup_bytes bytes;
	struct ug_mixup_line line;

	CHECK("line", ug_mixup_line(text, scope->plain, scope->scratch,
	    &line) == UNGARBLE_OK);
	digest_add(&screen->digest, line.n_words * 8 +
	    (ug_mixup_suspect(&line, true) ? 1 : 0));
	digest_add(&screen->digest, line.n_chars * 65536 + line.n_east);
	digest_add(&screen->digest, line.n_beyond);
	if (!ug_mixup_suspect(&line, false))
		return;
	screen->suspect++;
	digest_add(&screen->digest, line.n_judged);
	add_int(screen, line.cost);
	add_int(screen, line.odd);
	for (size_t i = 0; i < line.n_oddest; i++)
		add_int(screen, line.oddest[i].cost);
	CHECK("bytes", ug_mixup_bytes(&line, scope->scratch, &bytes) ==
	    UNGARBLE_OK && ug_mixup_reading(&line, scope->scratch, &reading) ==
	    UNGARBLE_OK);
	screen_readers(screen, scope, &line, &bytes);
	for (size_t r = 0; r < codings.n_readers; r += 3)
		screen_bytes(screen, &bytes, &codings.readers[r], &reading);
	CHECK("search", ug_mixup_search(scope, &bytes, line.cost, &found) ==
	    UNGARBLE_OK);
	add_int(screen, found.cost);
	add_int(screen, found.cost == INT_MAX ? 0 : found.rival);
}

static void
screen_mojibake(struct screen *screen, struct ug_text text,
    struct ug_mojibake_pairs *pairs, struct ug_arena *scratch)
{
	struct ug_mojibake_reading reading;
	struct ug_mojibake_line line;

	add_int(screen, ug_mojibake_suspect(text));
	if (!ug_mojibake_suspect(text))
		return;
	CHECK("line", ug_mojibake_line(text, pairs, scratch, &line) ==
	    UNGARBLE_OK && ug_mojibake_reading(&line, scratch, &reading) ==
	    UNGARBLE_OK);
	digest_add(&screen->digest, line.n * 65536 + line.n_leads);
	digest_add(&screen->digest, (uint64_t)line.encodings << 32 |
	    line.differ);
	digest_add(&screen->digest, line.gone);
	screen->read += bits(line.differ);
	ug_mojibake_speak(&line, UG_MOJIBAKE_ANY);
	for (size_t i = 0; i <= line.n; i++)
		add_int(screen, line.any_cost[i]);
	for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e++) {
		if ((line.differ >> e & 1) == 0)
			continue;
		ug_mojibake_read(&line, e, UG_MOJIBAKE_ANY, true, &reading);
		add_int(screen, reading.gain);
		digest_add(&screen->digest, reading.n * 65536 +
		    reading.n_chars * 4 + (reading.roots ? 1 : 0) +
		    (reading.whole ? 2 : 0));
		digest_add(&screen->digest, ug_mojibake_meant(&line, e));
	}
	digest_add(&screen->digest, ug_mojibake_spoken(&line));
}

struct screens {
	struct ug_plain alone, known;
	struct ug_mojibake_pairs *pairs;
	struct screen found[GROUPS];
	unsigned n[GROUPS];
};

static void
screen_line(struct screens *screens, size_t group, struct ug_text text)
{
	struct screen *const screen = &screens->found[group];
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings, .plain = &screens->alone };
	bool plain = false, known = false;

	screens->n[group]++;
	CHECK("plain", ug_plain_is(&screens->alone, text, true, &plain) ==
	    UNGARBLE_OK && ug_plain_is(&screens->known, text, false, &known) ==
	    UNGARBLE_OK);
	screen->plain += plain;
	add_int(screen, (plain ? 1 : 0) + (known ? 2 : 0) +
	    (ug_plain_east(&screens->alone, text) ? 4 : 0));
	screen_mixup(screen, &scope, text);
	screen_mojibake(screen, text, screens->pairs, &scratch);
	ug_arena_free(&scratch);
}

static void
draw_clean(struct screens *screens, const struct draw_sentences *sentences)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	uint64_t seed = 2;

	for (size_t i = 0; i < CLEAN; i++) {
		draw_line(sentences, i % sentences->n_languages, &seed, &text);
		screen_line(screens, DRAW_N_FAMILIES,
		    (struct ug_text){ text.s, text.len });
	}
	ug_buf_free(&text);
}

static void
draw_damaged(struct screens *screens, const struct draw_sentences *sentences)
{
	struct codecs *const codecs = codecs_new();
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	struct damage damage;
	uint64_t seed = 3;

	damage_init(&damage);
	for (unsigned i = 0; i < 40 * LINES; i++) {
		const size_t language = (size_t)(random_next(&seed) %
		    sentences->n_languages);
		enum draw_family family;
		struct damage_plan plan;

		if (!draw_plan(codecs, sentences->languages[language].code,
		    &seed, &family, &plan) || screens->n[family] == LINES)
			continue;
		draw_line(sentences, language, &seed, &text);
		if (damage_make(&damage, &plan, (struct ug_text){ text.s,
		    text.len }, random_next(&seed)))
			screen_line(screens, family, (struct ug_text){
			    damage.line.s, damage.line.len });
	}
	damage_free(&damage);
	ug_buf_free(&text);
	codecs_free(codecs);
}

static void
check_group(const char *name, const struct screen *found,
    const struct screen *row)
{
	digest_check(name, found->digest, row->digest);
	if (!CHECK(name, found->plain == row->plain &&
	    found->suspect == row->suspect && found->left == row->left &&
	    found->read == row->read))
		fprintf(stderr, "\t%s: %u, %u, %u, %u\n", name, found->plain,
		    found->suspect, found->left, found->read);
}

int
main(int argc, char *argv[])
{
	static struct screens screens = {
		.alone.alloc = &ug_alloc_libc, .known.alloc = &ug_alloc_libc };
	struct draw_sentences sentences = { .n = 0 };

	(void)argc;
	ug_codings_init(&codings);
	screens.pairs = malloc(ug_mojibake_pairs_size(UG_MOJIBAKE_SLOTS));
	if (!CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)) ||
	    !CHECK("memory", screens.pairs != NULL))
		return check_done(argv[0]);
	ug_mojibake_pairs_init(screens.pairs, UG_MOJIBAKE_SLOTS);
	draw_clean(&screens, &sentences);
	draw_damaged(&screens, &sentences);
	for (size_t i = 0; i < GROUPS; i++) {
		printf("%s: %u lines\n", i < DRAW_N_FAMILIES ?
		    draw_families[i] : "clean", screens.n[i]);
		check_group(i < DRAW_N_FAMILIES ? draw_families[i] : "clean",
		    &screens.found[i], &rows[i]);
	}
	ug_plain_free(&screens.alone);
	ug_plain_free(&screens.known);
	draw_free(&sentences);
	free(screens.pairs);
	return check_done(argv[0]);
}
