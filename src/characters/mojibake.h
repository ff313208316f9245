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
	bool lost;           /* there is some U+FFFD */
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

/*
 * Say which language the line as it stands is taken for: line.own_cost, which
 * tells nothing of ASCII that is not near what may start a sequence.
 */
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

/* What a pair costs in a language. */
static inline int
ug_mojibake_cost(struct ug_mojibake_tongue tongue,
    const struct ug_mojibake_pair *pair)
{
	return tongue.any || pair->lost ? pair->least :
	    ug_mojibake_pair_cost(pair, tongue);
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
