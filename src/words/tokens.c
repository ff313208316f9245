/*
 * tokens.c - the words and marks of a text, with what is no prose left out
 *
 * A token is a run of letters, digits and inner apostrophes, a `'s` behind one,
 * a name in braces, or a single mark:
 *
 *	China’s {dollars}, 9  ->  China | ’s | {dollars} | , | 9
 *
 * Lines that are code or quoted mail and tags of HTML have no tokens at all;
 * an address, a path, an option, a name with an underscore is one hidden token,
 * which no word of the lexicon matches.
 */
#include "tokens.h"

#include "base/hash.h"
#include "hidden.h"
#include "prose_line.h"
#include "region.h"

/*
 * The length of the character at text.s[at] if it is white space, a mark or an
 * apostrophe beyond ASCII; *c is what it is.  Everything else is a letter.
 */
static size_t
token_high(struct ug_text text, size_t at, enum ug_prose_line_class *c)
{
	size_t end = at;
	uint32_t u = ug_text_next(text, &end);

	*c = UG_CLASS_HIGH;
	if (u == 0xA0 || u == 0x3000 || (u >= 0x2000 && u <= 0x200B) ||
	    u == 0x202F || u == 0xFEFF)
		*c = UG_CLASS_BLANK;
	else if (u == 0x85 || u == 0x2028 || u == 0x2029)
		*c = UG_CLASS_LINE;
	else if ((u >= 0x2010 && u <= 0x206F) || (u >= 0x3001 && u <= 0x3011) ||
	    (u >= 0xA1 && u <= 0xBF && u != 0xAA && u != 0xBA && u != 0xB5) ||
	    (u >= 0x20A0 && u <= 0x2BFF) || u == 0xD7 || u == 0xF7 ||
	    (u >= 0xFF01 && u <= 0xFF0F))
		*c = UG_CLASS_MARK;
	return end - at;
}

/* The length of the letter or digit at text.s[at], or 0. */
static size_t
token_inner(struct ug_text text, size_t at)
{
	enum ug_prose_line_class c;
	size_t len = 1;

	if (at >= text.len)
		return 0;
	c = ug_prose_line_class(text.s[at]);
	if (c == UG_CLASS_HIGH)
		len = token_high(text, at, &c);
	return c == UG_CLASS_LOWER || c == UG_CLASS_UPPER ||
	    c == UG_CLASS_DIGIT || c == UG_CLASS_HIGH ? len : 0;
}

/*
 * The length of a tag of HTML at walk->at, or 0.  What stands in <pre>, <code>,
 * <script> or <style> goes with the tag as far as the line goes.
 */
static size_t
token_tag(struct ug_tokens *walk)
{
	struct ug_text line = { walk->text.s, walk->line_end };
	size_t at = walk->at, i;
	const char *close;

	if (at + 1 >= line.len || (line.s[at + 1] != '/' &&
	    line.s[at + 1] != '!' && line.s[at + 1] != '?' &&
	    !ug_prose_line_letter(line.s[at + 1])))
		return 0;
	close = memchr(line.s + at, '>', line.len - at);
	if (close == NULL)
		return 0;
	for (i = UG_REGION_TAGS; i < UG_REGION_END; i++) {
		if (!ug_prose_line_starts(line, at, ug_regions[i].open))
			continue;
		while (at < line.len &&
		    !ug_prose_line_starts(line, at, ug_regions[i].close))
			at++;
		if (at == line.len && walk->region == 0)
			walk->region = (uint8_t)i;
		return at - walk->at;
	}
	return (size_t)(close - (line.s + at)) + 1;
}

/* Where the first `c` from text.s[at] on stands, or the end. */
static size_t
token_find(struct ug_text text, size_t at, char c)
{
	const char *const found = memchr(text.s + at, c, text.len - at);

	return found != NULL ? (size_t)(found - text.s) : text.len;
}

/* Read the line at walk->at: its end, whether it has tokens and shows them. */
static void
token_line(struct ug_tokens *walk)
{
	struct ug_text line = walk->text;
	size_t at = walk->at;

	line.len = token_find(line, at, '\n');
	line.len = token_find(line, at, '\r');
	walk->line_end = line.len;
	walk->in_line = true;
	walk->hidden = walk->region != 0;
	if (walk->region != 0) {
		if (ug_region_closes(walk->region, line, at))
			walk->region = 0;
	} else {
		while (at < line.len && line.s[at] == ' ')
			at++;
		walk->region = ug_region_opens(line, at);
		walk->hidden = walk->region != 0;
	}
	if (ug_prose_line_is_code(walk->text, walk->at, walk->line_end))
		walk->at = walk->line_end;
}

void
ug_tokens_start(struct ug_tokens *walk, struct ug_text text, uint8_t region)
{
	*walk = (struct ug_tokens){ .text = text, .region = region,
		.gap = UG_GAP_LINE };
}

static uint32_t
token_hash_step(uint32_t hash, unsigned char c)
{
	if (ug_prose_line_classes[c] == UG_CLASS_UPPER)
		c = (unsigned char)(c | 0x20);
	return ug_hash_32(hash, c);
}

uint32_t
ug_token_hash(const char *word, size_t len)
{
	uint32_t hash = UG_HASH_32;
	size_t i;

	for (i = 0; i < len; i++)
		hash = token_hash_step(hash, (unsigned char)word[i]);
	return hash;
}

bool
ug_token_reads(struct ug_text text, const struct ug_token *token,
    const char *word)
{
	size_t at = token->at, end = at + token->len;

	while (at < end) {
		unsigned char c = (unsigned char)text.s[at];
		size_t quote = c == 0xE2 ? ug_text_apostrophe(text, at) : 0;

		if (quote != 0)
			c = '\'';
		else if (ug_prose_line_classes[c] == UG_CLASS_UPPER)
			c = (unsigned char)(c | 0x20);
		if (c != (unsigned char)*word++)
			return false;
		at += quote != 0 ? quote : 1;
	}
	return *word == '\0';
}

/*
 * The letters that walk->at starts with, most often the whole word: how many,
 * how many of them are capitals, and their hash.
 */
static size_t
token_letters(const struct ug_tokens *walk, unsigned *upper, uint32_t *hash)
{
	const char *const s = walk->text.s;
	const size_t end = walk->line_end;
	size_t at = walk->at, small = 0;
	uint32_t h = UG_HASH_32;

	for (; at < end; at++) {
		const unsigned c = (unsigned char)s[at] | 0x20u;

		if (c - 'a' > 'z' - 'a')
			break;
		small += s[at] & 0x20;
		h = ug_hash_32(h, c);
	}
	*upper = (unsigned)(at - walk->at - small / 0x20);
	*hash = h;
	return at - walk->at;
}

/*
 * Take the word at walk->at: its end, hash, kind and letters.  Returns whether
 * it is letters and nothing else, to a blank or the end of the line.
 */
static bool
token_word(struct ug_tokens *walk, struct ug_token *token)
{
	struct ug_text t = walk->text;
	unsigned upper, lower, digit = 0, high = 0;
	uint32_t hash;
	const size_t letters = token_letters(walk, &upper, &hash);
	size_t at = walk->at + letters, quote, len;
	enum ug_prose_line_class first = ug_prose_line_class(t.s[walk->at]);
	const bool plain = letters > 0 &&
	    (at == walk->line_end || t.s[at] == ' ');

	lower = (unsigned)letters - upper;
	while (!plain) {
		unsigned char c = at < walk->line_end ?
		    (unsigned char)t.s[at] : ' ';
		enum ug_prose_line_class k = ug_prose_line_class((char)c);

		if (k == UG_CLASS_LOWER || k == UG_CLASS_UPPER ||
		    k == UG_CLASS_DIGIT) {
			lower += k == UG_CLASS_LOWER;
			upper += k == UG_CLASS_UPPER;
			digit += k == UG_CLASS_DIGIT;
			hash = token_hash_step(hash, c);
			at++;
			continue;
		}
		if (k != UG_CLASS_HIGH && c != '\'')
			break;
		if ((quote = ug_text_apostrophe(t, at)) != 0) {
			len = token_inner(t, at + quote);
			if (len == 0 || at == walk->at)
				break;
			if ((t.s[at + quote] | 0x20) == 's' &&
			    token_inner(t, at + quote + 1) == 0)
				break;
			hash = token_hash_step(hash, '\'');
			at += quote;
			continue;
		}
		if ((len = token_inner(t, at)) == 0)
			break;
		for (high++; len > 0; len--)
			hash = token_hash_step(hash, (unsigned char)t.s[at++]);
	}
	token->len = (uint32_t)(at - walk->at);
	token->hash = hash;
	token->kind = digit > 0 && lower + upper + high == 0 ?
	    UG_TOKEN_NUMBER : UG_TOKEN_WORD;
	token->letters = first == UG_CLASS_LOWER ? UG_CASE_LOWER :
	    first != UG_CLASS_UPPER ? UG_CASE_NONE :
	    upper > 1 && lower == 0 ? UG_CASE_UPPER : UG_CASE_TITLE;
	return plain;
}

/* What a mark counts as among neighbours: quotation marks are all alike. */
static uint32_t
token_mark_hash(struct ug_text text, const struct ug_token *token)
{
	size_t at = token->at;

	if (token->kind == UG_TOKEN_HIDDEN)
		return UG_HASH_32;
	switch (ug_text_next(text, &at)) {
	case 0x2018:
	case 0x2019:
		return ug_token_hash("'", 1);
	case 0x201C:
	case 0x201D:
		return ug_token_hash("\"", 1);
	default:
		return ug_token_hash(text.s + token->at, token->len);
	}
}

/* Take the token at walk->at, which is no blank. */
static void
token_take(struct ug_tokens *walk, struct ug_token *token,
    enum ug_prose_line_class c, size_t len)
{
	struct ug_text t = walk->text, line = { t.s, walk->line_end };
	size_t at = walk->at, end = 0, quote;

	*token = (struct ug_token){ .at = (uint32_t)at, .gap = walk->gap,
		.kind = UG_TOKEN_MARK, .len = (uint32_t)len };
	if (c != UG_CLASS_MARK) {
		if (!token_word(walk, token))
			end = ug_hidden_word(line, at, at + token->len);
	} else if ((quote = ug_text_apostrophe(t, at)) != 0 &&
	    walk->gap == UG_GAP_NONE && at + quote < walk->line_end &&
	    (t.s[at + quote] | 0x20) == 's' &&
	    token_inner(t, at + quote + 1) == 0 && at > 0) {
		token->len = (uint32_t)quote + 1;
		token->hash = ug_token_hash("'s", 2);
		token->kind = UG_TOKEN_WORD;
		return;
	} else if (t.s[at] == '{') {
		for (end = at + 1; end < walk->line_end &&
		    ug_prose_line_letter(t.s[end]); end++)
			;
		if (end > at + 1 && end < walk->line_end && t.s[end] == '}') {
			token->len = (uint32_t)(end + 1 - at);
			token->kind = UG_TOKEN_WORD;
		}
		end = at;
	} else {
		end = ug_hidden_mark(line, at, walk->gap == UG_GAP_NONE);
	}
	if (end > at) {
		token->kind = UG_TOKEN_HIDDEN;
		token->len = (uint32_t)(end - at);
		token->letters = UG_CASE_NONE;
	}
	if (c == UG_CLASS_MARK || end > at)
		token->hash = token_mark_hash(t, token);
}

bool
ug_tokens_next(struct ug_tokens *walk, struct ug_token *token)
{
	while (walk->at < walk->text.len) {
		unsigned char byte;
		enum ug_prose_line_class c;
		size_t len = 1, tag;

		if (!walk->in_line) {
			token_line(walk);
			continue;
		}
		if (walk->at >= walk->line_end) {
			walk->gap = UG_GAP_LINE;
			walk->in_line = false;
			walk->at++;
			continue;
		}
		byte = (unsigned char)walk->text.s[walk->at];
		c = ug_prose_line_class((char)byte);
		if (c == UG_CLASS_HIGH)
			len = token_high(walk->text, walk->at, &c);
		if (c == UG_CLASS_BLANK || c == UG_CLASS_LINE) {
			if (walk->gap != UG_GAP_LINE)
				walk->gap = UG_GAP_BLANK;
			walk->at += len;
			continue;
		}
		if (byte == '<' && (tag = token_tag(walk)) != 0) {
			walk->at += tag;
			continue;
		}
		token_take(walk, token, c, len);
		walk->at += token->len;
		walk->gap = UG_GAP_NONE;
		if (walk->hidden)
			token->kind = UG_TOKEN_HIDDEN;
		return true;
	}
	return false;
}

enum ungarble_err
ug_token_list_read(struct ug_token_list *list, struct ug_text text,
    uint8_t region)
{
	struct ug_tokens walk;
	struct ug_token token;

	list->n = 0;
	ug_tokens_start(&walk, text, region);
	while (ug_tokens_next(&walk, &token)) {
		const enum ungarble_err err = ug_reserve(list->alloc, &list->v,
		    &list->cap, list->n + 1, sizeof(token));

		if (err != UNGARBLE_OK)
			return err;
		list->v[list->n++] = token;
	}
	return UNGARBLE_OK;
}
