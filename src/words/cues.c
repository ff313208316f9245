/*
 * cues.c - the tokens of a text as far as the lexicon knows them
 *
 * Words of letters, blanks and common marks are read here, eight bytes at a
 * time; whatever may be more than that is left to ug_tokens_next():
 *
 *	Dr Lee isn’t here, see a.example
 *	fast   ug_tokens  fast ug_tokens
 *
 * Whether a line is code is asked when the first sign is met that could make
 * it so; its tokens are taken back then.
 */
#include "cues.h"

#include "cue_key.h"
#include "prose_line.h"

#define LEXICON_CUES
#include "lexicon_table.h"

#define LONGEST 32 /* bytes, of words that are looked up */

/* What a byte is to a walk in a hurry. */
enum cue_kind {
	CUE_OTHER,   /* may be anything, tags and tabs too */
	CUE_LETTER,
	CUE_BLANK,
	CUE_MARK,    /* a token of its own, whatever follows */
	CUE_JOINT,   /* that too, if glued or before a blank */
	CUE_SIGN,    /* that too, in a line that is no code */
	CUE_TOKEN    /* starts a token, says nothing about the line */
};

#define O CUE_OTHER
#define L CUE_LETTER
#define B CUE_BLANK
#define M CUE_MARK
#define J CUE_JOINT
#define S CUE_SIGN
#define T CUE_TOKEN
static const uint8_t cue_kinds[256] = {
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	B, M, M, T, O, M, S, T, M, M, M, S, M, J, M, J,
	T, T, T, T, T, T, T, T, T, T, M, S, O, S, S, M,
	O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, S, O, S, S, T,
	T, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, O, S, S, S, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, T, T, T, T, T, T, T, T, T, T, T, T, T,
	T, T, T, T, T, T, T, T, T, T, T, T, T, T, T, T,
	T, T, O, O, T, T, T, T, T, T, T, T, T, T, T, O,
	T, T, T, T, T, T, T, T, O, O, O, O, O, O, O, O
};
#undef O
#undef L
#undef B
#undef M
#undef J
#undef S
#undef T

/* Whether a word may be in the lexicon, by the mix of its key. */
static inline bool
cue_may_be(uint32_t mix)
{
	return (lexicon_cue_bits[mix >> 5] >> (mix & 31) & 1) != 0;
}

/* The entry where a key with that mix is looked for first. */
static inline const struct lexicon_cue *
cue_at(uint32_t mix)
{
	return &lexicon_cues[mix >> (UG_CUE_BITS - UG_CUE_PLACE_BITS)];
}

/* The entry of a word that `key` is the key of; one without a len: none. */
static const struct lexicon_cue *
cue_find(uint64_t key, const char *word, size_t len)
{
	uint32_t at = (uint32_t)(cue_at(ug_cue_mix(key)) - lexicon_cues);

	while (lexicon_cues[at].len != 0 && (lexicon_cues[at].key != key ||
	    lexicon_cues[at].len != len || (len > 8 &&
	    lexicon_cues[at].hash != ug_token_hash(word, len))))
		at = (at + 1) & ((1u << UG_CUE_PLACE_BITS) - 1);
	return &lexicon_cues[at];
}

/* What the lexicon knows of a token that was read slowly, and its key. */
static const struct lexicon_cue *
cue_of(struct ug_text text, const struct ug_token *token, uint64_t *key)
{
	char word[LONGEST];
	size_t at = token->at, end = at + token->len, len = 0;

	*key = 0;
	if (token->kind == UG_TOKEN_HIDDEN)
		return &lexicon_cues[LEXICON_NO_CUE];
	while (at < end && len < LONGEST) {
		const char c = text.s[at];

		if (end - at >= 3 &&
		    memcmp(text.s + at, "\xE2\x80\x99", 3) == 0) {
			word[len++] = '\'';
			at += 3;
			continue;
		}
		word[len++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
		at++;
	}
	if (at < end)
		return &lexicon_cues[LEXICON_NO_CUE];
	*key = ug_cue_key(word, len);
	return cue_find(*key, word, len);
}

/* Whether a word is one if no blank follows it, nor the end of the line. */
static bool
cue_ends(struct ug_text line, size_t end, uint64_t key)
{
	const char after = end + 1 < line.len ? line.s[end + 1] : ' ';

	switch (line.s[end]) {
	case '.':
		return ug_prose_line_class(after) != UG_CLASS_LOWER &&
		    key != 0x777777; /* "www" */
	case ':':
		return after != ':' && after != '/';
	case ',': case ';': case '!': case '?': case '"': case ')':
	case ']': case '-': case '/': case '%': case '*':
		return true;
	default:
		return false;
	}
}

/* The length of the letters at `at`, of which there are some, and their key. */
static inline size_t
cue_word(struct ug_text text, size_t at, uint64_t *key)
{
	uint64_t bytes = ug_letters_at(text, at);
	uint64_t ends = ug_letters_end(bytes);
	size_t len = 8;

	bytes |= UG_EACH_BYTE * 0x20;
	if (ends != 0) {
		*key = bytes & ug_letters_below(ends);
		return ug_letters_count(ug_letters_below(ends));
	}
	while ((ends = ug_letters_end(ug_letters_at(text, at + len))) == 0)
		len += 8;
	len += ug_letters_count(ug_letters_below(ends));
	*key = len == 8 ? bytes : ug_cue_key_long(bytes,
	    ug_letters_load(text.s + at + len - 8) | UG_EACH_BYTE * 0x20);
	return len;
}

/* Room for n tokens, and what ends them. */
static enum ungarble_err
cues_reserve(struct ug_cues *cues, size_t n)
{
	return n < cues->cap ? UNGARBLE_OK : ug_reserve(cues->alloc, &cues->v,
	    &cues->cap, n + 1, sizeof(*cues->v));
}

_Static_assert(UG_GAP_NONE == 0 && UG_GAP_BLANK == 1, "gaps are 0 and 1");

static inline struct ug_cue
cue_from(const struct lexicon_cue *cue, uint8_t gap)
{
	return (struct ug_cue){ (uint16_t)(cue - lexicon_cues), cue->root, 0,
		cue->flags, gap };
}

/* Look up the tokens of the run. */
static enum ungarble_err
cues_flush(struct ug_cues *cues)
{
	const struct ug_cue_run *const run = cues->run;
	const size_t n = cues->n_run;
	const enum ungarble_err err = cues_reserve(cues, cues->n + n);
	struct ug_cue *const v = cues->v + cues->n;
	uint8_t kinds[UG_OTHER_KINDS];

	if (err != UNGARBLE_OK)
		return err;
	for (size_t i = 0; i < n; i++) {
		const uint64_t key = run[i].key;
		const uint32_t mix = ug_cue_mix(key);
		const struct lexicon_cue *cue = cue_at(mix);

		/* Most are found at once. */
		if (cue->key != key || cue->len != run[i].len || cue->len > 8)
			cue = !cue_may_be(mix) ? &lexicon_cues[LEXICON_NO_CUE] :
			    cue_find(key, cues->walk.text.s + run[i].at,
			    run[i].len);
		v[i] = cue_from(cue, run[i].gap);
		kinds[i + 1] = ug_other_kind(mix);
	}
	if (cues->others.wanted)
		ug_other_start_run(&cues->others, cues->walk.text, run, n,
		    kinds);
	cues->n += n;
	cues->n_run = 0;
	return UNGARBLE_OK;
}

/* The line's tokens are all there: what follows is another's. */
static void
cues_end_line(struct ug_cues *cues)
{
	const size_t n = cues->n - cues->line_n;

	while (cues->line_n < cues->n)
		cues->v[cues->line_n++].line =
		    (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX);
	cues->line_others = cues->others;
}

/* Start the line at walk.at, if it opens nothing. */
static void
cues_start_line(struct ug_cues *cues)
{
	struct ug_tokens *const walk = &cues->walk;
	const struct ug_text text = walk->text;
	size_t at = walk->at, end = text.len;
	const char *s;

	cues_end_line(cues);
	while (at < text.len && text.s[at] == ' ')
		at++;
	if (at < text.len && (text.s[at] == '`' || text.s[at] == '~'))
		return;
	s = memchr(text.s + walk->at, '\n', end - walk->at);
	end = s != NULL ? (size_t)(s - text.s) : end;
	s = memchr(text.s + walk->at, '\r', end - walk->at);
	walk->line_end = s != NULL ? (size_t)(s - text.s) : end;
	walk->in_line = true;
	walk->hidden = false;
	cues->line_at = walk->at;
	cues->doubtful = true;
}

/* Whether the line is prose; if it is code, what it had is taken back. */
static bool
cues_settle(struct ug_cues *cues)
{
	struct ug_tokens *const walk = &cues->walk;

	if (cues->doubtful &&
	    ug_prose_line_is_code(walk->text, cues->line_at, walk->line_end)) {
		cues->n = cues->line_n;
		cues->others = cues->line_others;
		cues->n_run = 0;
		walk->at = walk->line_end;
	}
	cues->doubtful = false;
	return walk->at < walk->line_end;
}

/*
 * Whether what stands at walk.at may make the line code, or is perhaps no
 * token.
 */
static bool
cues_cast_doubt(const struct ug_tokens *walk)
{
	const struct ug_text text = walk->text;
	const unsigned char *const s =
	    (const unsigned char *)text.s + walk->at;

	if (cue_kinds[s[0]] != CUE_OTHER)
		return cue_kinds[s[0]] == CUE_SIGN;
	return s[0] != 0xE2 || s[1] != 0x80 || s[2] < 0x90 || s[2] > 0xA7;
}

/* Take the next token slowly; *more: there was one, or a line to go on with. */
static enum ungarble_err
cues_slow(struct ug_cues *cues, bool *more)
{
	struct ug_tokens *const walk = &cues->walk;
	struct ug_token token;
	enum ungarble_err err;
	uint64_t key;

	*more = true;
	if (!walk->in_line)
		cues->doubtful = false;
	if (cues->doubtful && cues_cast_doubt(walk) && !cues_settle(cues))
		return UNGARBLE_OK;
	*more = ug_tokens_next(walk, &token);
	if (!*more)
		return UNGARBLE_OK;
	if (cues->doubtful && token.kind == UG_TOKEN_HIDDEN) {
		walk->at = token.at;
		if (!cues_settle(cues))
			return UNGARBLE_OK;
		walk->at = token.at + token.len;
	}
	err = cues_flush(cues);
	if (err != UNGARBLE_OK)
		return err;
	if (token.gap == UG_GAP_LINE)
		cues_end_line(cues);
	err = cues_reserve(cues, cues->n + 1);
	if (err != UNGARBLE_OK)
		return err;
	cues->v[cues->n++] = cue_from(cue_of(walk->text, &token, &key),
	    token.gap);
	if (cues->others.wanted)
		ug_other_start_token(&cues->others, walk->text, &token, key);
	return UNGARBLE_OK;
}

/* Take what can be read fast, to the end of the line at most. */
static void
cues_fast(struct ug_cues *cues)
{
	struct ug_tokens *const walk = &cues->walk;
	const struct ug_text text = walk->text;
	const struct ug_text line = { text.s, walk->line_end };
	size_t at = walk->at, n = cues->n_run, len;
	uint32_t gap = walk->gap;

	while (at < line.len && n < UG_CUE_RUN) {
		const unsigned char c = (unsigned char)text.s[at];
		const enum cue_kind kind = (enum cue_kind)cue_kinds[c];
		uint64_t key = c;

		if (kind == CUE_LETTER) {
			len = cue_word(text, at, &key);
			if (at + len < line.len && text.s[at + len] != ' ' &&
			    !cue_ends(line, at + len, key))
				break;
		} else if (kind == CUE_BLANK) {
			gap = gap == UG_GAP_LINE ? gap : UG_GAP_BLANK;
			at++;
			continue;
		} else if (kind == CUE_MARK || (kind == CUE_SIGN &&
		    !cues->doubtful) || (kind == CUE_JOINT &&
		    (gap == UG_GAP_NONE || at + 1 >= line.len ||
		    text.s[at + 1] == ' '))) {
			len = 1;
		} else {
			break;
		}
		cues->run[n++] = (struct ug_cue_run){ key, (uint32_t)at,
			(uint16_t)(len < UINT16_MAX ? len : UINT16_MAX),
			(uint8_t)gap };
		at += len;
		gap = at < line.len && text.s[at] == ' ';
		at += gap;
	}
	walk->at = at;
	walk->gap = (uint8_t)gap;
	cues->n_run = n;
}

enum ungarble_err
ug_cues_read(struct ug_cues *cues, struct ug_text text, uint8_t *region)
{
	struct ug_tokens *const walk = &cues->walk;
	enum ungarble_err err = UNGARBLE_OK;
	bool more = true;

	cues->n = cues->n_run = cues->line_n = 0;
	cues->region = *region;
	ug_other_start_record(&cues->others);
	cues->line_others = cues->others;
	ug_tokens_start(walk, text, *region);
	while (walk->at < text.len && more && err == UNGARBLE_OK) {
		if (!walk->in_line && walk->region == 0)
			cues_start_line(cues);
		if (walk->in_line && !walk->hidden)
			cues_fast(cues);
		if (walk->in_line && walk->at >= walk->line_end) {
			walk->gap = UG_GAP_LINE;
			walk->in_line = false;
			walk->at++;
			err = cues_flush(cues);
		} else if (cues->n_run == UG_CUE_RUN) {
			err = cues_flush(cues);
		} else {
			err = cues_slow(cues, &more);
		}
	}
	if (err == UNGARBLE_OK)
		err = cues_flush(cues);
	cues_end_line(cues);
	if (err == UNGARBLE_OK)
		cues->v[cues->n].gap = UG_GAP_LINE;
	ug_other_start_end(&cues->others);
	*region = walk->region;
	return err;
}
