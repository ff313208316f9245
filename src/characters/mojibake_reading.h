/*
 * mojibake_reading.h - what a line is as an encoding, and what speaks for it
 */
#ifndef UG_MOJIBAKE_READING_H
#define UG_MOJIBAKE_READING_H

#include "mojibake.h"

/* Units [first, end) were n_chars characters, at reading.chars + chars. */
struct ug_mojibake_run {
	size_t first, end, chars, n_chars;
};

/* A place where the ways part; the ways that lead to each: 0 keep, 1 decode. */
struct ug_mojibake_fork {
	size_t at;
	uint32_t c;          /* what the sequence is decoded to, */
	struct ug_glyph glyph; /* and that it is */
	struct ug_mojibake_sequence sequence;
	uint8_t from[2];
};

/* What a line is as one encoding.  One serves for many, after one another. */
struct ug_mojibake_reading {
	unsigned encoding;   /* as whoever chooses it says */
	int gain;            /* hundredths of a nat; */
	int gains[2];        /* were it of rank 0, and of another */
	bool roots;          /* some of it may be meant as it stands */
	size_t least;        /* units that are decoded in any kinder language,
	                      * where the first may be kept cheaper */
	bool whole;          /* all are decoded, and there is no doubt in any,
	                      * be they weak or not */
	size_t n, n_chars;
	struct ug_mojibake_run *runs;
	uint32_t *chars;
	struct ug_mojibake_fork *forks; /* scratch */
};

/* What a line is read as. */
struct ug_mojibake_choice {
	unsigned encoding; /* UG_MOJIBAKE_MAX: none */
	size_t language;
	int margin;        /* gained beyond what is asked */
	int worth;         /* compared with others */
	bool weak;         /* it needs others like it near by */
	bool read;         /* the reading at hand is what is made of it */
};

/* What speaks for a reading. */
struct ug_mojibake_proof {
	int gain;
	uint32_t sign;      /* the last that was decoded from two */
	int signs_gain;     /* of such, not counted yet */
	size_t stretches, roots; /* that are evidence; those that are roots */
};

/* The same in an encoding of rank 0, and in others. */
struct ug_mojibake_evidence {
	struct ug_mojibake_proof often, seldom;
};

/*
 * What speaks against a stretch on one side of it, `step` being the way out: a
 * byte above 7F next to it that is part of no sequence, and bytes above 7F next
 * to that which could only be inside one.  Where UTF-8 was misread, all of a
 * word was.
 */
int ug_mojibake_odd_cost(const struct ug_mojibake_line *line,
    unsigned encoding, size_t at, int step);

/* The same: nothing does in ASCII, or where the line ends. */
static inline int
ug_mojibake_odd(const struct ug_mojibake_line *line, unsigned encoding,
    size_t at, int step)
{
	return at >= line->n || line->units[at].c < 0x80 ? 0 :
	    ug_mojibake_odd_cost(line, encoding, at, step);
}

/* Count what a stretch gains, by its first fork, which may be alone. */
void ug_mojibake_evidence_add(struct ug_mojibake_evidence *evidence,
    const struct ug_mojibake_line *line, const struct ug_mojibake_fork *fork,
    bool alone, int gain);

/* What it comes to, and whether some of it may be meant. */
void ug_mojibake_evidence_tell(const struct ug_mojibake_evidence *evidence,
    struct ug_mojibake_reading *reading);

/* What a fork gains where letters would not stand as its units do. */
int ug_mojibake_habit(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork);

/* Does what stands around it keep one by itself from being evidence? */
bool ug_mojibake_idle(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork);

/* The same of a reading that is seldom the one: is it a word of one letter? */
bool ug_mojibake_letter(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork);

/* Is it by itself the root of a letter, or another sign of that? */
bool ug_mojibake_root(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork);

/* Is it a mark that opens a question or a cry, with a letter behind it? */
bool ug_mojibake_opens(const struct ug_mojibake_line *line,
    const struct ug_mojibake_fork *fork);

/* Make room for readings of the line.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mojibake_reading(
    const struct ug_mojibake_line *line, struct ug_arena *scratch,
    struct ug_mojibake_reading *reading);

/*
 * Find the best reading of the line as UTF-8 that was taken for `encoding`:
 * which sequences to decode, and which to leave, if it is in `language`.  With
 * `weak`, sequences count that were cut short or have a space or `?` in them.
 */
void ug_mojibake_read(const struct ug_mojibake_line *line, unsigned encoding,
    size_t language, bool weak, struct ug_mojibake_reading *reading);

/* Sure in a hundred cases by that margin, which may lack what is asked. */
unsigned ug_mojibake_confidence(int margin);

/*
 * Choose the encoding whose reading gains enough for `confidence`, and most in
 * the language that the line then reads like.
 */
void ug_mojibake_choose(struct ug_mojibake_line *line, unsigned confidence,
    struct ug_mojibake_reading *reading, struct ug_mojibake_choice *choice);

/*
 * Is just one character not whole, where a dash between spaces is; or is it by
 * itself, and shown as it should be elsewhere in the line?
 */
bool ug_mojibake_contradicted(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading);

/* Is more gone than there is to read, of what is decoded and in other words? */
bool ug_mojibake_lost(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading);

/*
 * What is asked beside because of what the reading leaves of the line: more if
 * most stands well, and INT_MAX if more is left that is odd than is explained,
 * so that something else befell it.
 */
int ug_mojibake_rest(const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *reading);

#endif /* UG_MOJIBAKE_READING_H */
