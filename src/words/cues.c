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

#include "base/least.h"
#include "cue_key.h"
#include "cues_find.h"
#include "hidden.h"
#include "prose_line.h"

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

/*
 * The line's tokens are all there: what follows is another's.  Where each third
 * is a mark, as in `quick, fast, rapid`, each key is a line by itself.
 */
static void
cues_end_line(struct ug_cues *cues)
{
	const size_t n = cues->n - cues->line_n;
	size_t marks = 0;
	uint16_t line = (uint16_t)UG_MIN(n, UINT16_MAX);

	for (size_t i = cues->line_n; i < cues->n; i++)
		marks += cues->v[i].gap == UG_GAP_NONE && cues->v[i].root == 0;
	if (marks * 3 >= n)
		line = 1;
	while (cues->line_n < cues->n)
		cues->v[cues->line_n++].line = line;
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
	if (at < text.len && memchr("`~.", text.s[at], 3) != NULL)
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
	err = ug_cues_flush(cues);
	if (err == UNGARBLE_OK && token.gap == UG_GAP_LINE)
		cues_end_line(cues);
	return err != UNGARBLE_OK ? err : ug_cues_find(cues, &token);
}

/*
 * Take words that one blank follows, as most are, up to text.s[end] or what
 * else there is; `gap` is that before the first.  Returns where that stands.
 */
static size_t
cues_words(struct ug_cues *cues, size_t at, size_t end, uint32_t *gap)
{
	const char *const s = cues->walk.text.s;
	struct ug_cue_run *run = cues->run + cues->n_run;
	const struct ug_cue_run *const last = cues->run + UG_CUE_RUN;

	while (run < last && at < end) {
		const uint64_t bytes = ug_bytes_64(s + at);
		const uint64_t ends = ug_letters_end(bytes);
		uint64_t below = ug_letters_below(ends);
		uint64_t key = (bytes | UG_EACH_BYTE * 0x20) & below;
		size_t len = ug_letters_count(below);

		if (ends == 0) {
			below = ug_letters_below(ug_letters_end(
			    ug_bytes_64(s + at + 8)));
			len = 8 + ug_letters_count(below);
			key = bytes | UG_EACH_BYTE * 0x20;
			if (len > 8)
				key = ug_cue_key_long(key, ug_bytes_64(s +
				    at + len - 8) | UG_EACH_BYTE * 0x20);
		}
		if (len - 1 >= 15 || s[at + len] != ' ')
			break;
		*run++ = (struct ug_cue_run){ key, (uint32_t)at,
			(uint16_t)len, (uint8_t)*gap };
		*gap = UG_GAP_BLANK;
		at += len + 1;
	}
	cues->n_run = (size_t)(run - cues->run);
	return at;
}

/* Take what can be read fast, to the end of the line at most. */
static void
cues_fast(struct ug_cues *cues)
{
	struct ug_tokens *const walk = &cues->walk;
	const struct ug_text text = walk->text;
	const struct ug_text line = { text.s, walk->line_end };
	size_t at = walk->at, len;
	uint32_t gap = walk->gap;

	for (;;) {
		unsigned char c;
		enum cue_kind kind;
		uint64_t key;

		if (line.len - at > 24)
			at = cues_words(cues, at, line.len - 24, &gap);
		if (at >= line.len || cues->n_run == UG_CUE_RUN)
			break;
		c = (unsigned char)text.s[at];
		kind = (enum cue_kind)cue_kinds[c];
		key = c;
		if (kind == CUE_LETTER) {
			len = ug_cue_word(text, at, &key);
			cues->too_long |= len >= UINT16_MAX;
			if (at + len < line.len && text.s[at + len] != ' ' &&
			    !ug_hidden_cannot(line, at + len, key))
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
		cues->run[cues->n_run++] = (struct ug_cue_run){ key,
			(uint32_t)at,
			(uint16_t)UG_MIN(len, UINT16_MAX),
			(uint8_t)gap };
		at += len;
		gap = at < line.len && text.s[at] == ' ';
		at += gap;
	}
	walk->at = at;
	walk->gap = (uint8_t)gap;
}

enum ungarble_err
ug_cues_read(struct ug_cues *cues, struct ug_text text, uint8_t *region)
{
	struct ug_tokens *const walk = &cues->walk;
	enum ungarble_err err = UNGARBLE_OK;
	bool more = true;

	cues->n = cues->n_run = cues->line_n = 0;
	cues->region = *region;
	cues->too_long = false;
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
			err = ug_cues_flush(cues);
		} else if (cues->n_run == UG_CUE_RUN) {
			err = ug_cues_flush(cues);
		} else {
			err = cues_slow(cues, &more);
		}
	}
	if (err == UNGARBLE_OK)
		err = ug_cues_flush(cues);
	cues_end_line(cues);
	if (err == UNGARBLE_OK)
		cues->v[cues->n] = (struct ug_cue){ .gap = UG_GAP_LINE };
	ug_other_start_end(&cues->others);
	*region = walk->region;
	return err;
}
