/*
 * other_phrase.c - phrases of other spinners, and where one may begin
 *
 * Records are few that have one, so tokens are asked for only where the first
 * two words of a phrase stand, and the bytes behind them do not say otherwise:
 *
 *	as a be counted of truth     asked for
 *	as a beginning               not
 */
#include "other_phrase.h"

#include "base/least.h"
#include "cue_key.h"
#include "cues.h"
#include "other_spinner_table.h"

#define N_CUES (sizeof(other_cues) / sizeof(other_cues[0]))

const struct ug_other_cue *
ug_other_cue(size_t i)
{
	return i < N_CUES ? &other_cues[i] : NULL;
}

bool
ug_other_begins(uint32_t hash)
{
	return (other_starts[hash >> 5 & 63] >> (hash & 31) & 1) != 0;
}

/*
 * How many of tokens[0..n) a phrase is; 0 if they are not it, with *more set if
 * all of them begin it.
 */
static size_t
phrase_reads(const struct ug_other_cue *cue, const struct ug_token *tokens,
    size_t n, bool *more)
{
	const struct ug_text found = { cue->found, strlen(cue->found) };
	struct ug_tokens walk;
	struct ug_token token;
	size_t i = 0;

	ug_tokens_start(&walk, found, 0);
	for (; ug_tokens_next(&walk, &token); i++) {
		if (i == n) {
			*more = true;
			return 0;
		}
		/* Two hashes or more: their words need not be looked at. */
		if (tokens[i].hash != token.hash ||
		    tokens[i].kind == UG_TOKEN_HIDDEN || (i > 0 &&
		    (tokens[i].gap == UG_GAP_NONE) !=
		    (token.gap == UG_GAP_NONE)))
			return 0;
	}
	return i;
}

size_t
ug_other_match(const struct ug_token *tokens, size_t n, size_t *len,
    bool *more)
{
	size_t best = N_CUES;
	uint32_t at;

	*len = 0;
	*more = false;
	if (n == 1)
		*more = tokens[0].kind != UG_TOKEN_HIDDEN &&
		    ug_other_begins(tokens[0].hash);
	if (n < 2)
		return best;
	at = ug_other_slot(tokens[0].hash, tokens[1].hash) & OTHER_MASK;
	for (; other_slots[at] != 0; at = (at + 1) & OTHER_MASK) {
		const size_t i = other_slots[at] - 1u;
		const size_t found = phrase_reads(&other_cues[i], tokens,
		    UG_MIN(n, UG_OTHER_WORDS), more);

		if (found > *len) {
			*len = found;
			best = i;
		}
	}
	return best;
}

/* Whether the bytes from text.s[at] on may be a phrase, or its beginning. */
static bool
phrase_may_be(const char *phrase, struct ug_text text, size_t at)
{
	for (; *phrase != '\0'; phrase++) {
		while (*phrase == ' ' && at < text.len && text.s[at] == ' ')
			at++;
		if (*phrase == ' ')
			continue;

		const unsigned char c = at < text.len ?
		    (unsigned char)text.s[at] : '\n';

		/* Dashes and double quotation marks are in no phrase. */
		if (c == 0xE2 && text.len - at > 2 &&
		    text.s[at + 1] == '\x80' &&
		    strchr("\x93\x94\x9C\x9D", text.s[at + 2]) != NULL)
			return false;
		/* Tags, line ends and blanks of other kinds tell nothing. */
		if (c < ' ' || c == '<' || c >= 0x7F)
			return true;
		if (ug_ascii_lower((char)c) != *phrase)
			return false;
		at++;
	}
	return true;
}

void
ug_other_start_record(struct ug_other_start *start)
{
	start->found = false;
	start->before = true;
}

/* Let a token of a run be the last one. */
static void
start_set(struct ug_other_start *start, struct ug_text text,
    const struct ug_cue_run *run, uint8_t kind)
{
	start->before = false;
	start->kind = kind;
	start->at = run->at;
	start->len = run->len;
	start->hash = (kind & 15) == 0 ? 0 : ug_token_hash(text.s + run->at,
	    run->len);
}

/* The last token and one of `hash` may begin a phrase. */
static void
start_pair(struct ug_other_start *start, struct ug_text text, uint32_t hash)
{
	uint32_t at = ug_other_slot(start->hash, hash) & OTHER_MASK;

	start->found |= start->before && other_slots[at] != 0;
	for (; !start->before && other_slots[at] != 0;
	    at = (at + 1) & OTHER_MASK)
		start->found |= phrase_may_be(
		    other_cues[other_slots[at] - 1u].found, text, start->at);
}

void
ug_other_start_run(struct ug_other_start *start, struct ug_text text,
    const struct ug_cue_run *run, size_t n, uint8_t kinds[UG_OTHER_KINDS])
{
	if (n == 0)
		return;
	kinds[0] = start->kind;
	memset(kinds + n + 1, 0, 8);
	for (size_t i = 0; i < n && !start->found; i += 8) {
		const uint64_t was = ug_bytes_64(kinds + i);
		const uint64_t is = ug_bytes_64(kinds + i + 1);
		uint64_t seconds = was & is >> 4 & UG_EACH_BYTE * 15;

		for (size_t k = i; seconds != 0; k++, seconds >>= 8) {
			if ((seconds & 15) == 0)
				continue;
			if (k > 0)
				start_set(start, text, &run[k - 1], kinds[k]);
			if (ug_other_begins(start->hash))
				start_pair(start, text, ug_token_hash(text.s +
				    run[k].at, run[k].len));
		}
	}
	start_set(start, text, &run[n - 1], kinds[n]);
}

void
ug_other_start_token(struct ug_other_start *start, struct ug_text text,
    const struct ug_token *token, uint64_t key)
{
	const uint8_t kind = ug_other_kind(ug_cue_mix(key));

	if ((start->kind & kind >> 4) != 0 && ug_other_begins(start->hash))
		start_pair(start, text, token->hash);
	*start = (struct ug_other_start){ .wanted = true,
		.found = start->found, .kind = kind,
		.at = token->at, .len = token->len, .hash = token->hash };
}

void
ug_other_start_end(struct ug_other_start *start)
{
	if (start->before)
		start->kind = 0;
}

bool
ug_other_start_ends(const struct ug_other_start *start)
{
	return (start->kind & 15) != 0 &&
	    ug_other_begins(start->hash);
}
