/*
 * mojibake.h - a line as units, and what reading it as an encoding gains
 */
#ifndef UG_MOJIBAKE_H
#define UG_MOJIBAKE_H

#include "base/buf.h"
#include "base/text.h"
#include "model/model.h"
#include "mojibake_pairs.h"
#include "mojibake_weights.h"

#define UG_MOJIBAKE_MAX    25      /* encodings */

/* A character that some single-byte encoding has above 7F. */
struct ug_mojibake_char {
	uint16_t c;
	uint32_t goes_on;    /* encodings in which its byte is 80..BF */
	uint32_t leads_two;  /* C2..DF */
	uint32_t leads_more; /* E0..F4 */
	uint32_t borrowed;   /* its byte is another character's, too */
	uint8_t byte[UG_MOJIBAKE_MAX]; /* 0: has none */
};

/* A character of the line or its escape, and its bytes. */
struct ug_mojibake_unit {
	uint32_t c;
	uint32_t at;                          /* where it starts in the text */
	const struct ug_mojibake_char *bytes; /* never NULL */
	struct ug_glyph glyph;
	uint32_t lead;                        /* the first from it on that can
	                                       * start a sequence; or the end */
	uint16_t pair;                        /* it behind the one before: of
	                                       * line.pairs; 0: not kept */
};

struct ug_mojibake_line {
	struct ug_mojibake_unit *units;
	size_t n;            /* from units[n] on: line ends */
	size_t n_leads;      /* units that can start a sequence */
	uint32_t encodings;  /* that have a sequence in the line, */
	uint32_t differ;     /* and of those alike in it the first ones */
	uint32_t gone;       /* as which all was misread, and bytes lost */
	uint8_t like[UG_MOJIBAKE_MAX]; /* of those read alike, but for how rare
	                                * they are, the first one */
	bool wide;           /* E3..E5 lead three somewhere */
	bool folded;         /* there is one of these */
	bool small;          /* not wide, and no capitals */
	bool large;          /* capitals, and no small letters */
	const int *cost;     /* of the line before each unit, as it stands: of
	                      * these two */
	int *any_cost, *own_cost;
	size_t spoken;       /* the language of own_cost, or ..._ANY */
	struct ug_mojibake_pairs *pairs;
};


/* What a UTF-8 sequence in the line holds. */
struct ug_mojibake_sequence {
	uint32_t c;
	uint32_t twin;       /* or this one; 0: there is no doubt */
	size_t n;            /* units; 0: there is none */
	bool doubtful;       /* not all of its bytes are there */
	bool cut;            /* nor anything in their place */
	int cost;            /* of bytes that are not quite the encoding's */
};

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
	unsigned encoding;
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

/* Encodings that mojibake in small letters is looked for in: windows-1252... */
#define UG_MOJIBAKE_FOLDED 3u

/* Is `c` what small letters make of the lead bytes C3, C4 and C5? */
static inline bool
ug_mojibake_folded(uint32_t c)
{
	return c >= 0xE3 && c <= 0xE5;
}

/* By encoding. */
extern const char *const ug_mojibake_rules[UG_MOJIBAKE_MAX];
extern const uint8_t ug_mojibake_rank[UG_MOJIBAKE_MAX]; /* how rare */
extern const uint32_t ug_mojibake_lossy; /* not all of 80..BF are defined */
extern const uint32_t ug_mojibake_nbsp;  /* A0 is U+00A0 */

/* What `c` is in single-byte encodings; never NULL. */
const struct ug_mojibake_char *ug_mojibake_char(uint32_t c);

/* Could anything in the text be a UTF-8 sequence in some encoding? */
bool ug_mojibake_suspect(struct ug_text text);

/*
 * The character, U+0080 or above, whose escape stands at text.s[*at], and *at
 * moves past it; 0 if there is none.
 */
uint32_t ug_mojibake_escape(struct ug_text text, size_t *at);

/* The small letter of a capital, or the other way; of anything else: itself. */
uint32_t ug_mojibake_small(uint32_t c);
uint32_t ug_mojibake_capital(uint32_t c);

/* Can a combining mark of U+0300..U+037F stand at text.s[at]? */
static inline bool
ug_mojibake_mark(struct ug_text text, size_t at)
{
	return at < text.len && ((unsigned char)text.s[at] & 0xFE) == 0xCC;
}

/*
 * `base` with the marks that stand at text.s[*at], and *at moves past them;
 * those that make no character of a single-byte encoding with it stay.
 */
uint32_t ug_mojibake_compose(struct ug_text text, size_t *at, uint32_t base);

/* Make a line of the text.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mojibake_line(struct ug_text text,
    struct ug_mojibake_pairs *pairs, struct ug_arena *scratch,
    struct ug_mojibake_line *line);

/*
 * Of encodings those as which all was misread, and bytes have gone since: not
 * of those in which something beyond ASCII is no byte of a sequence.
 */
uint32_t ug_mojibake_gone(const struct ug_mojibake_line *line,
    uint32_t encodings);

/* What an encoding must gain; the rarer a mistake, the more. */
int ug_mojibake_ask(unsigned encoding);

/* The cost of a character that is there, whoever wrote it: line.any_cost. */
int ug_mojibake_kept(const struct ug_mojibake_pair *pair);

/* Say which language the line as it stands is taken for: line.own_cost. */
void ug_mojibake_speak(struct ug_mojibake_line *line, size_t language);

/* What the line as it stands reads like most. */
size_t ug_mojibake_spoken(const struct ug_mojibake_line *line);

/* What it reads like decoded as that. */
size_t ug_mojibake_meant(const struct ug_mojibake_line *line,
    unsigned encoding);

/* Is it a character that the model has not seen, if others of its kind? */
static inline bool
ug_mojibake_unknown(struct ug_glyph glyph)
{
	return (glyph.symbol & 0xFF) == 1 && glyph.symbol >> 8 <= 1;
}

/*
 * What a pair costs in a language; nothing is said of U+FFFD but that something
 * was there.
 */
static inline int
ug_mojibake_cost(struct ug_mojibake_tongue tongue,
    const struct ug_mojibake_pair *pair)
{
	if (pair->lost)
		return pair->after_lost ? UG_MOJIBAKE_W(AFTER_LOST) :
		    UG_MOJIBAKE_W(LOST);
	return tongue.any ? pair->least : ug_mojibake_pair_cost(pair, tongue);
}

/* A unit behind the one before it, or the line's start. */
static inline const struct ug_mojibake_pair *
ug_mojibake_unit_pair(const struct ug_mojibake_line *line, size_t at)
{
	const struct ug_mojibake_unit *const unit = &line->units[at];

	return unit->pair != 0 ? &line->pairs->v[unit->pair] :
	    ug_mojibake_pair(line->pairs, at == 0 ? UG_GLYPH_EDGE :
	    unit[-1].glyph, unit->glyph);
}

/*
 * Read the sequence at units[at].  What is cut short is one only if it is
 * `touching` another, or its signs tell.  `weak` as for ug_mojibake_read().
 * ..._led(): where a byte is that leads one.
 */
struct ug_mojibake_sequence ug_mojibake_sequence_led(
    const struct ug_mojibake_line *line, size_t at, unsigned encoding,
    bool weak, bool touching);

/*
 * A sequence that is all there, of two bytes or three, in a line that is
 * neither in capitals nor lost bytes.  False: it is none, or ..._led() knows.
 */
static inline bool
ug_mojibake_sequence_whole(const struct ug_mojibake_line *line, size_t at,
    unsigned encoding, struct ug_mojibake_sequence *sequence)
{
	const struct ug_mojibake_unit *const units = line->units + at;
	const struct ug_mojibake_char *const c = units[0].bytes;
	const struct ug_mojibake_char *const next = units[1].bytes;
	const unsigned lead = c->byte[encoding];
	const uint32_t follow = next->goes_on & ~next->borrowed;

	if (((line->gone | ~follow) >> encoding & 1) != 0 || line->large)
		return false;
	const uint32_t second = next->byte[encoding] & 0x3Fu;

	*sequence = (struct ug_mojibake_sequence){ .n = 2,
		.c = (lead & 0x1F) << 6 | second };
	if (lead < 0xE0)
		return true;
	const struct ug_mojibake_char *const last = units[2].bytes;

	/* E0 and ED go on with some only. */
	if (lead >= 0xF0 || lead == 0xE0 || lead == 0xED ||
	    ((last->goes_on & ~last->borrowed) >> encoding & 1) == 0)
		return false;
	sequence->n = 3;
	sequence->c = (lead & 0x0F) << 12 | second << 6 |
	    (last->byte[encoding] & 0x3Fu);
	return true;
}

static inline struct ug_mojibake_sequence
ug_mojibake_sequence(const struct ug_mojibake_line *line, size_t at,
    unsigned encoding, bool weak, bool touching)
{
	const struct ug_mojibake_char *const c = line->units[at].bytes;
	struct ug_mojibake_sequence sequence = { .n = 0 };

	if (((c->leads_two | c->leads_more) >> encoding & 1) == 0 ||
	    ug_mojibake_sequence_whole(line, at, encoding, &sequence))
		return sequence;
	return ug_mojibake_sequence_led(line, at, encoding, weak, touching);
}

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

/*
 * Encodings in which a sequence may start there: all in which one does, but for
 * that of C3 and a space, and for lines in capitals.
 */
static inline uint32_t
ug_mojibake_found(const struct ug_mojibake_unit *units)
{
	const struct ug_mojibake_char *const lead = units[0].bytes;
	const uint32_t two = units[1].c == UG_REPLACEMENT ?
	    ug_mojibake_lossy : units[1].bytes->goes_on;
	const uint32_t three = units[2].c == UG_REPLACEMENT ?
	    ug_mojibake_lossy : units[2].bytes->goes_on;

	return (lead->leads_two & two) | (lead->leads_more & two & three) |
	    (ug_mojibake_folded(units[0].c) ? UG_MOJIBAKE_FOLDED & two : 0);
}

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

struct ug_edits;
struct ug_scope;

/* Find UTF-8 misread in a line, which is at `line_at` of the text.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mojibake_find(const struct ug_scope *scope,
    struct ug_text text, size_t line_at, struct ug_edits *edits);

/*
 * Is the line about mojibake: does each word that edits from `first` on repair
 * stand elsewhere in it as it would become?
 */
bool ug_mojibake_shown(struct ug_text text, size_t line_at,
    const struct ug_edits *edits, size_t first);

#endif /* UG_MOJIBAKE_H */
