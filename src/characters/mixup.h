/*
 * mixup.h - text that was read in the wrong legacy encoding
 */
#ifndef UG_MIXUP_H
#define UG_MIXUP_H

#include "base/buf.h"
#include "base/text.h"
#include "codings.h"
#include "edit/pass.h"
#include "encodings/encode.h"
#include "encodings/multi_byte.h"
#include "mixup_weights.h"
#include "model/model.h"
#include "plain.h"

#define UG_MIXUP_LOST_BYTE 0xFF /* of which it came: never is one of UTF-8 */

/* Characters [first, end) of a line, a word of which some are beyond ASCII. */
struct ug_mixup_word {
	size_t first, end;
	size_t judged_end; /* of what readings are compared by */
	uint32_t hash;
};

/* Two characters of which one behind the other is odd. */
struct ug_mixup_odd {
	uint32_t a, b;
	int cost;
};

#define UG_MIXUP_ODDEST 4

/* A line as characters, and what its words beyond ASCII cost as they stand. */
struct ug_mixup_line {
	uint32_t *chars;
	uint32_t *at;      /* where each starts in the text; [n]: its end */
	size_t n;
	struct ug_mixup_word *words;
	size_t n_words;
	size_t n_chars;    /* of those judged, and an edge for each */
	size_t n_east;     /* of those judged that are of East Asia */
	size_t n_beyond;   /* characters of all words that are not ASCII */
	int extra[UG_LANGUAGES_MAX]; /* of languages, by the words of ASCII */
	int cost;          /* as it stands */
	int *spent;        /* up to each character of a word judged */
	struct ug_mixup_char *judged; /* and those, with edges: n_judged */
	size_t n_judged;
	int odd;           /* and beyond what pairs may cost */
	struct ug_mixup_odd oddest[UG_MIXUP_ODDEST];
	size_t n_oddest;
	struct ug_plain *plain; /* of the scope; or NULL */
};

/* What the line was. */
struct ug_mixup {
	size_t text, reader; /* of struct ug_codings */
	int cost;            /* being seldom included; INT_MAX: none */
	size_t n_chars;      /* of what it was; an edge for each word */
	int known;           /* what the stream said in its favour, included */
	int rival;           /* and of the next best that differs: */
	size_t rival_text, rival_reader;
};

/* Make a line of the text; `plain` of the scope, or NULL.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_line(struct ug_text text,
    struct ug_plain *plain, struct ug_arena *scratch,
    struct ug_mixup_line *line);

#define UG_MIXUP_NEXT 3 /* from one to the next in a list of characters */

/* Characters, or their codes, one behind the other. */
struct ug_mixup_order {
	uint32_t last;
	size_t n;
	size_t n_next; /* those that are the next ones of those before them, */
	size_t n_up;   /* and those that are some later ones */
};

static inline void
ug_mixup_order_add(struct ug_mixup_order *order, uint32_t code)
{
	order->n++;
	order->n_next += code > order->last &&
	    code - order->last <= UG_MIXUP_NEXT;
	order->n_up += code > order->last;
	order->last = code;
}

/* Are they a list and no text? */
static inline bool
ug_mixup_listed(const struct ug_mixup_order *order)
{
	return (order->n > 3 && order->n_next * 2 > order->n) ||
	    (order->n > 4 && order->n_up == order->n) ||
	    (order->n > 7 && order->n_up * 8 > order->n * 7);
}

/* Might the line be anything else?  `known`: the stream had such lines. */
bool ug_mixup_suspect(const struct ug_mixup_line *line, bool known);

/* A character, to be judged. */
struct ug_mixup_char {
	uint32_t c;
	struct ug_glyph glyph;
};

#define UG_MIXUP_EDGE ((struct ug_mixup_char){ ' ', UG_GLYPH_EDGE })

static inline struct ug_mixup_char
ug_mixup_char(uint32_t c)
{
	return (struct ug_mixup_char){ c, ug_glyph_of(c) };
}

#define UG_MIXUP_AGAIN 6 /* pairs back that a pair counts but once */

/* Does chars[i] stand behind what it did just before?  That tells nothing. */
static inline bool
ug_mixup_again(const struct ug_mixup_char *chars, size_t i)
{
	for (size_t n = 1; n <= UG_MIXUP_AGAIN && n < i; n++)
		if (chars[i].c == chars[i - n].c &&
		    chars[i - 1].c == chars[i - 1 - n].c)
			return true;
	return false;
}

/* The languages that letters are read in, by their script. */
struct ug_mixup_tongues {
	size_t of[UG_N_SCRIPTS]; /* UG_NO_SCRIPT: of signs */
	int cost;                /* of the characters, in these */
};

/*
 * Those in which characters, edges included, cost least, what languages cost
 * beside included: extra[].  `plain`, or NULL, spares time; then scripts that
 * there are not may be left out.
 */
struct ug_mixup_tongues ug_mixup_tongues(struct ug_plain *plain,
    const int *extra, const struct ug_mixup_char *chars, size_t n);

/* What they cost in those; INT_MAX: more than `most` for sure. */
int ug_mixup_cost(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n, int most);


/* A stretch of a word: kept, or bytes. */
struct ug_mixup_piece {
	size_t first, end;   /* characters */
	size_t at, len;      /* bytes; 0: kept */
	size_t judged_len;   /* of those, what is judged, up to this
	                      * character: */
	bool starts;         /* a word */
	bool lost;           /* some bytes are */
	size_t judged;
};

/* A line as bytes of a reader. */
struct ug_mixup_bytes {
	const struct ug_mixup_line *line;
	struct ug_coding reader;
	struct ug_mixup_piece *pieces;
	size_t n_pieces;
	unsigned char *bytes;
	size_t n_bytes;
	size_t *byte_at;     /* of each character; where it is kept: any */
	const unsigned char **rows; /* ug_reader_bytes() of each */
	size_t had[UG_READERS]; /* characters beyond ASCII, by .reader; */
	uint64_t look[UG_READERS]; /* their bytes: the same for readers that
	                         * make the same of the line */
	uint64_t hash;
	int part;            /* what it costs that some is kept */
	bool lost;           /* some bytes are */
	bool wide;           /* and some characters are several of them */
};

/* Make room for the line, for whatever it is asked.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_bytes(const struct ug_mixup_line *line,
    struct ug_arena *scratch, struct ug_mixup_bytes *bytes);

/* Is it known beforehand that the reader has too little? */
bool ug_mixup_few(const struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader);

/* What it costs that some is kept, by a reader of single bytes. */
int ug_mixup_part(const struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader);

/* Turn the line into bytes.  False: the reader has too little of it. */
bool ug_mixup_turn(struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader);

/*
 * Turn the first `n` words only, which can be read before the rest is.  False:
 * the reader has too little of the line, as far as that is known.
 */
bool ug_mixup_turn_first(struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader, size_t n);

/* Is what the reader has of the line, as `text`, the same characters? */
bool ug_mixup_same(const struct ug_mixup_bytes *bytes,
    const struct ug_coding *reader, const struct ug_coding *text);

/*
 * Are the bytes what a table lists: most characters beyond ASCII follow the one
 * before it in the encoding?
 */
bool ug_mixup_table(const struct ug_mixup_bytes *bytes);

/* The character of `text` at bytes[0..len), of which some may be lost. */
struct ug_char ug_mixup_next(const struct ug_coding *text,
    const unsigned char *bytes, size_t len, bool lost);

/* Is it a control, which no text has in its words? */
bool ug_mixup_control(uint32_t c);

/*
 * Signs that nobody writes text in: what a reading with them costs beside;
 * INT_MAX: none has them.
 */
int ug_mixup_sign(struct ug_glyph glyph);

/* What bytes are as text. */
struct ug_mixup_reading {
	struct ug_mixup_char *chars;
	size_t n, n_lost;
	int least;           /* what they cost at least, with: */
	int signs;           /* what signs cost beside */
	uint64_t hash;
	/* The last of which it was asked what it costs: its hash, and that of
	 * the bytes, what it may have cost, and did. */
	uint64_t told, told_bytes;
	int told_most, told_cost;
};

/* A character, and what it is in each reader. */
struct ug_mixup_misread {
	uint32_t c;
	const unsigned char *row; /* ug_reader_bytes(); NULL: none has it */
};

/* What it was in `text`; UG_UNDEFINED: nothing that text has. */
uint32_t ug_mixup_reread(struct ug_mixup_misread misread,
    const struct ug_coding *reader, const struct ug_coding *text);

struct ug_mixup_pair {
	struct ug_mixup_misread a, b;
};

/* What a line costs at least, whatever its characters beyond ASCII were. */
struct ug_mixup_bound {
	/* Pairs of ASCII: in each language, with what that costs beside; */
	int fixed[UG_LANGUAGES_MAX];
	int fixed_least, fixed_latin; /* without, and with, in the kindest */
	struct ug_mixup_pair *pairs;  /* the others */
	size_t n;
};

/* By hand: a line may seem to cost that more than it does, of more scripts. */
#define UG_MIXUP_UNSURE 300

/* What is fixed costs at least, if it was of `text`. */
static inline int
ug_mixup_fixed(const struct ug_mixup_bound *bound, const struct ug_coding *text)
{
	return text->region > UG_IN_VIETNAM ? bound->fixed_least :
	    bound->fixed_latin;
}

/* Make that of a line.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_bound(const struct ug_mixup_line *line,
    struct ug_arena *scratch, struct ug_mixup_bound *bound);

/*
 * Does it cost more than `most`, or is it none of `text`?  For encodings of
 * single bytes, in the language that is kindest to each pair.
 */
bool ug_mixup_dear(const struct ug_mixup_bound *bound,
    const struct ug_coding *reader, const struct ug_coding *text, int most);

/* Make room for readings of the line.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_reading(const struct ug_mixup_line *line,
    struct ug_arena *scratch, struct ug_mixup_reading *reading);

/* By hand. */
#define UG_MIXUP_STEP  4   /* characters until it is asked what they cost */
#define UG_MIXUP_SLACK 800 /* and how much more than before that may be */

/* What a reading may cost at least, up to byte `at` of the piece. */
static inline int
ug_mixup_slack(const struct ug_mixup_line *line,
    const struct ug_mixup_piece *piece, size_t at)
{
	return UG_MIXUP_SLACK + line->spent[piece->first +
	    (piece->judged - piece->first) * at / piece->judged_len];
}

/*
 * Read what is judged as `text`: what that costs, or INT_MAX if it is no text
 * of it or costs more than `limit` for sure.
 */
int ug_mixup_read(struct ug_mixup_reading *reading,
    const struct ug_mixup_bytes *bytes, const struct ug_coding *text,
    int limit);

/* As far as that goes with some words: false where it would be INT_MAX. */
bool ug_mixup_read_first(struct ug_mixup_reading *reading,
    const struct ug_mixup_bytes *bytes, const struct ug_coding *text);

/*
 * What the line is likeliest to have been, if that costs no more than `limit`;
 * the scope's memory is heard.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_mixup_search(const struct ug_scope *scope,
    struct ug_mixup_bytes *bytes, int limit, struct ug_mixup *found);

/* A change: characters [first, end) become the text. */
struct ug_mixup_change {
	size_t first, end;
	struct ug_text text;
};

/* The changes that undo what was found.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_changes(const struct ug_scope *scope,
    struct ug_mixup_bytes *bytes, const struct ug_mixup *found,
    struct ug_mixup_change **changes, size_t *n);

/* What a line may have been, and what speaks for it; weights do not matter. */
struct ug_mixup_case {
	struct ug_mixup found; /* cost of INT_MAX: none; no more is set then */
	struct ug_mixup_change *changes;
	size_t n;
	int gain;              /* how much less it costs than the line */
	int lead;              /* and than its rival */
	enum ug_region text, reader;
	bool utf8;             /* that is what it was */
	bool bare;             /* the line has little ASCII in it */
	bool c1;               /* controls become signs, and that is all */
	bool hyphens;          /* soft hyphens become something, likewise */
	size_t kinds;          /* characters that turn into more than accents */
	size_t accents;        /* and do not: few are counted */
	size_t letters;        /* Latin ones that turn into others */
	size_t alike;          /* and that look like letters of ASCII */
	size_t east;           /* ideographs, kana and Hangul that come of it */
	size_t once;           /* characters that change, each but once; or 0 */
	bool known;            /* the memory was heard: */
	size_t met;            /* it has so many sure cases of that */
};

/* As ug_mixup_search(), with the changes.  ENOMEM. */
UG_CHECK enum ungarble_err ug_mixup_weigh(const struct ug_scope *scope,
    struct ug_mixup_bytes *bytes, int limit, struct ug_mixup_case *its);

/*
 * Is that likely enough?  By the weights; *margin is what the line gains beyond
 * what is asked.
 */
bool ug_mixup_likely(const struct ug_mixup_case *its, int *margin);

/*
 * Find what a line was, if that costs no more than `below`.  ENOMEM, and what
 * ug_edits_add() returns.
 */
UG_CHECK enum ungarble_err ug_mixup_find(const struct ug_scope *scope,
    struct ug_text text, size_t line_at, int below, struct ug_edits *edits);

#endif /* UG_MIXUP_H */
