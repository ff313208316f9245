/*
 * harm_test.c - what a stream remembers does no harm to what is clean
 *
 * For each kind of damage: a hundred sure lines of it, and behind them, in the
 * same block of the stream, short clean lines.  None of those is altered.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "detect/own.h"
#include "garble/lines.h"
#include "garble/short.h"
#include "garble/sure.h"
#include "harness.h"
#include "random.h"

#define SURE  100
#define LEAST 8   /* garbled characters in a sure line */

static struct codecs *codecs;
static struct draw_sentences sentences;
static struct damage damage;
static unsigned n_kinds, n_restored, n_lines;

static bool
line_is_sure(void)
{
	const struct ug_text line = { damage.line.s, damage.line.len };
	unsigned n = 0;

	for (size_t at = 0; at < line.len;)
		n += ug_text_next(line, &at) >= 0x80;
	return n >= LEAST;
}

/* A language of the list, as of struct sure_kind. */
static size_t
language_draw(const char *languages, uint64_t *seed)
{
	size_t language = random_next(seed) % sentences.n_languages;

	while (languages != NULL && !own_has(languages,
	    sentences.languages[language].code))
		language = (language + 1) % sentences.n_languages;
	return language;
}

/* Put as many as there are, up to SURE. */
static unsigned
sure_put(struct lines *lines, const struct damage_plan *plan,
    const char *languages)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	uint64_t seed = 1;
	unsigned n = 0;

	for (unsigned tries = 0; n < SURE && tries < 2000; tries++) {
		draw_line(&sentences, language_draw(languages, &seed), &seed,
		    &text);
		if (damage_make(&damage, plan, (struct ug_text){ text.s,
		    text.len }, 0) && line_is_sure()) {
			lines_put(lines, (struct ug_text){ damage.line.s,
			    damage.line.len });
			n++;
		}
	}
	ug_buf_free(&text);
	return n;
}

static void
test_kind(const struct damage_plan *plan, const char *languages)
{
	struct ug_buf name = { .alloc = &ug_alloc_libc };
	struct lines lines;
	unsigned n;

	damage_name(plan, &name);
	if (!CHECK("name", ug_buf_add(&name, "", 1) == UNGARBLE_OK))
		return;
	lines_open(&lines, false);
	n = sure_put(&lines, plan, languages);
	for (size_t i = 0; i < short_n_lines; i++)
		lines_put(&lines, (struct ug_text){ short_lines[i],
		    strlen(short_lines[i]) });
	if (CHECK(name.s, lines_close(&lines)) && n == SURE) {
		n_kinds++;
		n_lines += (unsigned)lines.n;
		n_restored += lines.rules.len > 0;
	}
	for (size_t i = 0; i < short_n_lines && lines.n == n + short_n_lines;
	    i++) {
		const struct ug_text out = lines_at(&lines, n + i);

		if (!CHECK(name.s, ug_text_equal(out, (struct ug_text){
		    short_lines[i], strlen(short_lines[i]) })))
			fprintf(stderr, "\t%s -> %.*s\n", short_lines[i],
			    (int)out.len, out.s);
	}
	lines_free(&lines);
	ug_buf_free(&name);
}

/* UTF-8 read as everything, once and twice. */
static void
test_utf8(void)
{
	for (size_t i = 1; i < codecs->n; i++)
		for (unsigned layers = 1; layers <= 2; layers++) {
			struct damage_plan plan = { .n_steps = layers };

			for (unsigned k = 0; k < layers; k++) {
				plan.steps[k].from = &codecs->list[0];
				plan.steps[k].as = &codecs->list[i];
			}
			test_kind(&plan, NULL);
		}
}

/* The encodings of languages read as those that are read as most often. */
static void
test_legacy(void)
{
	static const char *const as[] = {
		"ISO-8859-1", "windows-1252", "windows-1251", "KOI8-R",
		"IBM437", "macintosh", "windows-1250", "GBK"
	};

	for (size_t i = 0; i < own_n_encodings; i++) {
		const char *labels = own_encodings[i].labels;
		struct ug_text label;

		while (own_word(&labels, &label)) {
			struct damage_plan plan = { .n_steps = 1 };
			char name[32] = "";

			memcpy(name, label.s, label.len);
			plan.steps[0].from = codec_by_name(codecs, name);
			for (size_t k = 0; k < sizeof(as) / sizeof(*as) &&
			    plan.steps[0].from != NULL; k++) {
				plan.steps[0].as = codec_by_name(codecs, as[k]);
				if (plan.steps[0].as != plan.steps[0].from)
					test_kind(&plan,
					    own_encodings[i].languages);
			}
		}
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	codecs = codecs_new();
	damage_init(&damage);
	if (CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences))) {
		test_utf8();
		test_legacy();
	}
	printf("%u kinds, of %u something was repaired, %u lines\n", n_kinds,
	    n_restored, n_lines);
	CHECK("kinds", n_kinds > 200);
	CHECK("repaired", n_restored > 60);
	CHECK("short lines", short_n_lines > 300);
	damage_free(&damage);
	draw_free(&sentences);
	codecs_free(codecs);
	return check_done(argv[0]);
}
