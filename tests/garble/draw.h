/*
 * draw.h - sentences, and plans to damage them, drawn by a seed
 *
 *	n = draw_read("tests/detect/own.tsv", &sentences);
 *	draw_line(&sentences, language, &seed, &text);
 *	draw_plan(codecs, code, &seed, &family, &plan);
 *
 * The same seed gives the same lines everywhere.
 */
#ifndef DRAW_H
#define DRAW_H

#include "damage.h"

#define DRAW_LANGUAGES 80

struct draw_sentences {
	struct ug_buf all;
	struct ug_text *list; /* by language */
	size_t n, cap;
	struct {
		char code[8];
		size_t first, n;
	} languages[DRAW_LANGUAGES];
	size_t n_languages;
};

enum draw_family {
	DRAW_UTF8_SINGLE, /* UTF-8 read as an encoding of single bytes */
	DRAW_UTF8_EAST,   /* and as one of East Asia */
	DRAW_EAST_SINGLE,
	DRAW_SINGLE_SINGLE,
	DRAW_EAST_EAST,
	DRAW_SINGLE_EAST,
	DRAW_LAYERS,      /* two or three of any */
	DRAW_N_FAMILIES
};

extern const char *const draw_families[DRAW_N_FAMILIES];

/*
 * Read lines of "LANGUAGE<tab>...<tab>SENTENCE", one language after the other;
 * # starts a remark.  False if there are none, or it is no UTF-8.
 */
bool draw_read(const char *path, struct draw_sentences *sentences);
/* Keep only the languages of a list, "ru bg", or behind a minus all others. */
void draw_choose(struct draw_sentences *sentences, const char *languages);

void draw_free(struct draw_sentences *sentences);

/*
 * A sentence of that language, a part of one, or two, to *out, emptied first.
 */
void draw_line(const struct draw_sentences *sentences, size_t language,
    uint64_t *seed, struct ug_buf *out);

/*
 * A family, and a plan of that family for text in a language.  Not every plan
 * works on every text.  False if it came to nothing; try again.
 */
bool draw_plan(const struct codecs *codecs, const char *language,
    uint64_t *seed, enum draw_family *family, struct damage_plan *plan);

#endif /* DRAW_H */
