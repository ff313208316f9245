/*
 * tokens.h - the words and marks of a text, with what is no prose left out
 */
#ifndef UG_TOKENS_H
#define UG_TOKENS_H

#include "base/buf.h"
#include "base/text.h"

enum ug_token_kind {
	UG_TOKEN_WORD,   /* letters, digits and apostrophes; `{dollars}` */
	UG_TOKEN_NUMBER, /* digits alone */
	UG_TOKEN_MARK,   /* one mark of punctuation */
	UG_TOKEN_HIDDEN, /* counted, never a word: an address, code, a path */
	UG_TOKEN_UNREAD  /* of a cue that was read fast: see tokens_run.h */
};

enum ug_token_case {
	UG_CASE_NONE,  /* no ASCII letter in front */
	UG_CASE_LOWER,
	UG_CASE_TITLE,
	UG_CASE_UPPER  /* two letters or more, all capitals */
};

/* White space in front of a token. */
enum ug_token_gap {
	UG_GAP_NONE,
	UG_GAP_BLANK,
	UG_GAP_LINE /* with a line end in it, or the start of the text */
};

struct ug_token {
	uint32_t at, len; /* bytes of the text */
	uint32_t hash;    /* of the word in lower case, ’ read as ' */
	uint8_t kind, letters, gap;
};

/*
 * A walk over a text.  Which tokens there are depends on each line alone; only
 * whether they are hidden may depend on lines before (blocks of code:
 * region.h), which `region` carries from text to text.
 */
struct ug_tokens {
	struct ug_text text;
	size_t at, line_end;
	uint8_t region;       /* 0, or what the lines before left open */
	uint8_t gap;
	bool in_line, hidden; /* this line's tokens are hidden */
};

void ug_tokens_start(struct ug_tokens *walk, struct ug_text text,
    uint8_t region);

/* The next token; false at the end of the text. */
bool ug_tokens_next(struct ug_tokens *walk, struct ug_token *token);

/* The tokens of a text, all of them; all 0 but for `alloc` at first. */
struct ug_token_list {
	const struct ug_alloc *alloc;
	struct ug_token *v;
	size_t n, cap;
};

/* Take the tokens of a text in place of those there.  ENOMEM. */
UG_CHECK enum ungarble_err ug_token_list_read(struct ug_token_list *list,
    struct ug_text text, uint8_t region);

/* The hash of a token that reads as the lower-case `word`. */
uint32_t ug_token_hash(const char *word, size_t len);

/* Whether the token, in lower case and with ' for ’, reads `word`. */
bool ug_token_reads(struct ug_text text, const struct ug_token *token,
    const char *word);

#endif /* UG_TOKENS_H */
