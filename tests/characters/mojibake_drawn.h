/*
 * mojibake_drawn.h - lines drawn by a seed, of which parts were misread
 */
#ifndef MOJIBAKE_DRAWN_H
#define MOJIBAKE_DRAWN_H

#include "garble/draw.h"
#include "garble/garble.h"
#include "mojibake_line.h"
#include "random.h"

struct drawn {
	struct draw_sentences sentences;
	uint64_t seed;
	struct ug_buf part, bad, text; /* text: with NUL behind */
};

static inline bool
drawn_start(struct drawn *drawn)
{
	*drawn = (struct drawn){ .seed = 7,
		.part = { .alloc = &ug_alloc_libc },
		.bad = { .alloc = &ug_alloc_libc },
		.text = { .alloc = &ug_alloc_libc } };
	return CHECK("own.tsv", draw_read("tests/detect/own.tsv",
	    &drawn->sentences));
}

static inline void
drawn_end(struct drawn *drawn)
{
	draw_free(&drawn->sentences);
	ug_buf_free(&drawn->part);
	ug_buf_free(&drawn->bad);
	ug_buf_free(&drawn->text);
}

static inline void
drawn_add(struct drawn *drawn, const char *s, size_t len)
{
	CHECK("memory", ug_buf_add(&drawn->text, s, len) == UNGARBLE_OK);
}

/* Draw a sentence and misread it as an encoding, one in `of`; add it. */
static inline void
drawn_part(struct drawn *drawn, const struct ug_encoding *as, unsigned of)
{
	const size_t language = (size_t)random_next(&drawn->seed) %
	    drawn->sentences.n_languages;
	const bool misread = random_next(&drawn->seed) % of == 0;
	const struct ug_buf *const it = misread ? &drawn->bad : &drawn->part;

	draw_line(&drawn->sentences, language, &drawn->seed, &drawn->part);
	CHECK("memory", garble((struct ug_text){ drawn->part.s,
	    drawn->part.len }, as, random_next(&drawn->seed) % 4 == 0 ?
	    GARBLE_REPLACE : GARBLE_EXACT, &drawn->bad) == UNGARBLE_OK);
	drawn_add(drawn, it->s, it->len);
	drawn_add(drawn, " ", 1);
}

/* The text of `parts` sentences, one in `of` of which was misread. */
static inline const char *
drawn_text(struct drawn *drawn, unsigned parts, unsigned of)
{
	const char *const rule = ug_mojibake_rules[
	    random_next(&drawn->seed) % UG_MOJIBAKE_MAX];
	const char *const name = strchr(rule, '>') + 1;
	const struct ug_encoding *const as = ug_encoding_by_label(name,
	    strlen(name));

	drawn->text.len = 0;
	CHECK(rule, as != NULL);
	while (as != NULL && parts-- > 0)
		drawn_part(drawn, as, of);
	drawn_add(drawn, "", 1);
	return drawn->text.s;
}

#endif /* MOJIBAKE_DRAWN_H */
