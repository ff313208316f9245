/*
 * tokens_run.c - many tokens of a walk at once
 *
 * Words of letters and common marks are read here, eight bytes at a time;
 * whatever may be more than that is left to ug_tokens_next():
 *
 *	Dr Lee isn’t here, see a.example
 *	fast   next  fast      next
 */
#include "tokens_run.h"

#include "base/hash.h"
#include "base/letters.h"
#include "hidden.h"
#include "prose_line.h"

#define READ 16 /* bytes of a word that are looked at */

/* Marks that are tokens, whatever stands beside them. */
static const uint8_t run_marks[256] = {
	['!'] = 1, ['"'] = 1, ['%'] = 1, ['&'] = 1, ['('] = 1, [')'] = 1,
	['*'] = 1, ['+'] = 1, [','] = 1, ['.'] = 1, [':'] = 1, [';'] = 1,
	['='] = 1, ['>'] = 1, ['?'] = 1, ['['] = 1, [']'] = 1, ['^'] = 1,
	['|'] = 1, ['}'] = 1
};

/* The letters that a word starts with, in lower case. */
struct run_word {
	uint64_t key[2];
	size_t len;    /* READ: or more */
	bool capitals; /* all of them */
};

static inline struct run_word
run_word(const char *s)
{
	const uint64_t cases = UG_EACH_BYTE * 0x20;
	const uint64_t bytes = ug_bytes_64(s);
	const uint64_t ends = ug_letters_end(bytes);
	struct run_word word;
	uint64_t more, below;

	if (ends != 0) {
		below = ug_letters_below(ends);
		word.key[0] = (bytes | cases) & below;
		word.len = ug_letters_count(below);
		word.capitals = (bytes & cases & below) == 0;
		return word;
	}
	more = ug_bytes_64(s + 8);
	below = ug_letters_end(more);
	below = below == 0 ? UINT64_MAX : ug_letters_below(below);
	word.key[0] = bytes | cases;
	word.key[1] = (more | cases) & below;
	word.len = 8 + ug_letters_count(below);
	word.capitals = ((bytes | (more & below)) & cases) == 0;
	return word;
}

/* The hash with eight letters more, at most. */
static inline uint32_t
run_hash(uint32_t hash, uint64_t key, size_t len)
{
	for (; len > 0; len--, key >>= 8)
		hash = ug_hash_32(hash, key & 0xFF);
	return hash;
}

/* ug_token_hash() of it. */
static inline uint32_t
run_word_hash(const struct run_word *word)
{
	const size_t len = word->len;

	if (len <= 8)
		return run_hash(UG_HASH_32, word->key[0], len);
	return run_hash(run_hash(UG_HASH_32, word->key[0], 8), word->key[1],
	    len - 8);
}

static inline uint8_t
run_letters(unsigned char first, bool capitals, size_t len)
{
	return (first & 0x20) != 0 ? UG_CASE_LOWER :
	    capitals && len > 1 ? UG_CASE_UPPER : UG_CASE_TITLE;
}

/* Finish a word that is long, or stands at the end of a text. */
static void
run_finish(struct ug_token *token, const char *s)
{
	size_t n = 0;

	while (n < token->len && (s[n] & 0x20) == 0)
		n++;
	token->hash = ug_token_hash(s, token->len);
	token->letters = run_letters((unsigned char)s[0], n == token->len,
	    token->len);
}

void
ug_token_finish(struct ug_token *token, struct ug_text text, size_t at)
{
	const uint64_t cases = UG_EACH_BYTE * 0x20;
	const unsigned char first = (unsigned char)text.s[at];
	const size_t len = token->len;
	uint64_t bytes, below;

	token->kind = UG_TOKEN_WORD;
	if (!ug_ascii_is_letter((char)first)) {
		token->kind = UG_TOKEN_MARK;
		token->hash = ug_hash_32(UG_HASH_32, first);
		return;
	}
	if (len > 8 || text.len - at < 8) {
		run_finish(token, text.s + at);
		return;
	}
	bytes = ug_bytes_64(text.s + at);
	below = UINT64_MAX >> (64 - 8 * len);
	token->hash = run_hash(UG_HASH_32, bytes | cases, len);
	token->letters = run_letters(first, (bytes & cases & below) == 0, len);
}

/*
 * Take what can be read fast, to the end of the line at most; returns how many
 * tokens that is.
 */
static size_t
run_fast(struct ug_tokens *walk, struct ug_token *tokens, size_t room)
{
	const struct ug_text line = { walk->text.s, walk->line_end };
	const char *const s = line.s;
	size_t at = walk->at, n = 0;
	uint8_t gap = walk->gap;

	while (n < room && walk->text.len - at >= READ && at < line.len) {
		const unsigned char c = (unsigned char)s[at];
		struct ug_token *const token = &tokens[n];
		struct run_word word;
		size_t end;

		if (c == ' ') {
			gap = gap == UG_GAP_LINE ? gap : UG_GAP_BLANK;
			at++;
			continue;
		}
		*token = (struct ug_token){ .at = (uint32_t)at, .gap = gap };
		word = run_word(s + at);
		end = at + word.len;
		if (word.len > 0) {
			if (word.len == READ || (end < line.len &&
			    s[end] != ' ' &&
			    !ug_hidden_cannot(line, end, word.key[0])))
				break;
			token->len = (uint32_t)word.len;
			token->hash = run_word_hash(&word);
			token->kind = UG_TOKEN_WORD;
			token->letters = run_letters(c, word.capitals,
			    word.len);
		} else if (run_marks[c]) {
			end = at + 1;
			token->len = 1;
			token->hash = ug_hash_32(UG_HASH_32, c);
			token->kind = UG_TOKEN_MARK;
		} else {
			break;
		}
		n++;
		gap = end < line.len && s[end] == ' ';
		at = end + gap;
	}
	walk->at = at;
	walk->gap = gap;
	return n;
}

_Static_assert(UG_GAP_NONE == 0 && UG_GAP_BLANK == 1, "gaps are 0 and 1");

size_t
ug_tokens_run(struct ug_tokens *walk, struct ug_token *tokens, size_t room)
{
	size_t n = 0;

	while (n < room) {
		if (walk->in_line && !walk->hidden)
			n += run_fast(walk, tokens + n, room - n);
		if (n == room || !ug_tokens_next(walk, &tokens[n]))
			break;
		n++;
	}
	return n;
}
