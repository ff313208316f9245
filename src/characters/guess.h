/*
 * guess.h - a line with characters that are lost, and what may stand there
 */
#ifndef UG_GUESS_H
#define UG_GUESS_H

#include "edit/pass.h"
#include "model/model.h"

/* By hand. */
#define UG_GUESS_TONGUES 64   /* languages that are asked */
#define UG_GUESS_WRITTEN 1100 /* a letter is a language's if it costs no more */
#define UG_GUESS_LAST 0x1FFF  /* and not beyond that */

struct ug_guess_char {
	uint32_t c;
	uint32_t at;           /* in the line, in bytes */
	struct ug_glyph glyph;
};

/* Characters in a row that stand where one was. */
struct ug_guess_spot {
	size_t first, n;       /* of the line's */
	uint32_t least, most;  /* what was there lies between */
	bool asked;            /* `?` stands there, which may be meant */
	bool word;             /* letters stand beside it as they should */
};

/* A language that the line may be in. */
struct ug_guess_tongue {
	size_t language;
	int cost;              /* of the rest of the line, beside the least */
	const uint16_t *letters; /* beyond ASCII; n_letters */
	size_t n_letters;
};

struct ug_guess_line {
	const struct ug_guess_char *chars; /* an edge before and behind */
	size_t n;              /* without the one behind */
	struct ug_guess_tongue tongues[UG_GUESS_TONGUES];
	size_t n_tongues;
	bool spoken;           /* they were asked after, and may be none */
	uint32_t survived;     /* the greatest letter of Latin there is */
	bool single;           /* U+FFFD stands alone: it is no byte */
	bool single_asked;     /* and `?` */
	bool foreign;          /* letters of other scripts than Latin */
};

/* What is likeliest at a spot, and by how much, in hundredths of a nat. */
struct ug_guess {
	uint32_t c;
	int margin;
};

static inline bool
ug_guess_lost(uint32_t c)
{
	return c == UG_REPLACEMENT || c == '?';
}

static inline bool
ug_guess_letter(const struct ug_guess_line *line, size_t i)
{
	return ug_glyph_is_letter(line->chars[i].glyph);
}

/* Find out which languages the line may be in. */
void ug_guess_speak(struct ug_guess_line *line);

/* The likeliest character at a spot that has a letter on one side at least. */
struct ug_guess ug_guess_best(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot);

/* Is there an apostrophe between such letters in such a language? */
bool ug_guess_elided(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot, size_t language);

/* Is it one of the words that English contracts, whatever else it may be? */
bool ug_guess_contracted(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot);

/* The sign that others around call for, or 0. */
uint32_t ug_guess_sign(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot);

/* Does the spot stand in a word, not in an address, a pattern or a program? */
bool ug_guess_in_word(const struct ug_guess_line *line,
    const struct ug_guess_spot *spot);

#endif /* UG_GUESS_H */
