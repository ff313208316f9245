/*
 * evidence.c - the part of a sample that tells one encoding from another
 *
 * All candidates agree on ASCII, so only tokens with other bytes in them are
 * read again and again; the ASCII words around are read once, for the languages
 * that they speak for:
 *
 *	"il est all\xE9 \xE0 la"  ->  all\xE9, \xE0; French: "il est la"
 *
 * The first few kilobytes of such tokens are as good as all.
 */
#include <string.h>

#include "evidence.h"

#define TOKENS_MAX 4096   /* bytes */
#define ASCII_MAX  512    /* words */
#define WORD_MAX   8      /* bytes: small words are no longer */
#define WORD_POINTS 12    /* for each small word met */
#define WORDS_MAX  96     /* points */

static bool
evidence_is_space(unsigned char byte)
{
	return byte <= ' ';
}

/* Whether `word`, a space before and after it, is in the list. */
static bool
evidence_has_word(const char *list, const char *word)
{
	return list != NULL && strstr(list, word) != NULL;
}

static void
evidence_ascii_word(struct ug_evidence *evidence, const unsigned char *s,
    size_t len)
{
	static const char ends[] = { '.', ',', ':', ';', '!', '?', '"', ')',
		'\'' };
	char word[WORD_MAX + 3];
	const struct ug_alphabet *alphabet;

	while (len > 0 && memchr(ends, s[len - 1], sizeof(ends)) != NULL)
		len--;
	if (len == 0 || evidence->n_ascii == ASCII_MAX)
		return;
	for (size_t at = 0; at < len; at++)
		if ((s[at] | 0x20) < 'a' || (s[at] | 0x20) > 'z')
			return;
	evidence->n_ascii++;
	if (len > WORD_MAX)
		return;
	word[0] = ' ';
	for (size_t at = 0; at < len; at++)
		word[at + 1] = (char)(s[at] | 0x20);
	word[len + 1] = ' ';
	word[len + 2] = '\0';
	for (unsigned i = 0; (alphabet = ug_alphabet_at(i)) != NULL; i++)
		if (evidence->words[i] < WORDS_MAX &&
		    evidence_has_word(alphabet->words, word))
			evidence->words[i] += WORD_POINTS;
}

static enum ungarble_err
evidence_token(struct ug_evidence *evidence, const unsigned char *s, size_t len)
{
	enum ungarble_err err;

	if (evidence->tokens.len >= TOKENS_MAX)
		return UNGARBLE_OK;
	if (len > TOKENS_MAX - evidence->tokens.len)
		len = TOKENS_MAX - evidence->tokens.len;
	if (evidence->tokens.len == 0) {
		err = ug_buf_add(&evidence->tokens, " ", 1);
		if (err != UNGARBLE_OK)
			return err;
	}
	err = ug_buf_add(&evidence->tokens, s, len);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&evidence->tokens, " ", 1);
	if (err != UNGARBLE_OK)
		return err;
	for (size_t at = 0; at < len; at++)
		evidence->present[s[at]] = true;
	evidence->present[' '] = true;
	evidence->n_tokens++;
	return UNGARBLE_OK;
}

static void
evidence_best(struct ug_evidence *evidence)
{
	for (unsigned i = 0; i < UG_N_ALPHABETS; i++)
		if (evidence->words[i] > evidence->words_best)
			evidence->words_best = evidence->words[i];
}

enum ungarble_err
ug_evidence_add(struct ug_evidence *evidence, const unsigned char *bytes,
    size_t len)
{
	size_t at = 0;

	while (at < len && (evidence->tokens.len < TOKENS_MAX ||
	    evidence->n_ascii < ASCII_MAX)) {
		const size_t start = at;
		bool ascii = true;

		for (; at < len && !evidence_is_space(bytes[at]); at++)
			ascii = ascii && bytes[at] < 0x80;
		if (at == start) {
			at++;
		} else if (ascii) {
			evidence_ascii_word(evidence, bytes + start,
			    at - start);
		} else {
			const enum ungarble_err err = evidence_token(evidence,
			    bytes + start, at - start);

			if (err != UNGARBLE_OK)
				return err;
		}
	}
	evidence_best(evidence);
	return UNGARBLE_OK;
}

void
ug_evidence_lend(struct ug_evidence *evidence, const struct ug_evidence *other)
{
	for (unsigned i = 0; i < UG_N_ALPHABETS; i++) {
		const int sum = evidence->words[i] + other->words[i];

		evidence->words[i] = sum < WORDS_MAX ? sum : WORDS_MAX;
	}
	evidence->n_ascii += other->n_ascii;
	evidence->n_tokens += other->n_tokens;
	evidence_best(evidence);
}

void
ug_evidence_free(struct ug_evidence *evidence)
{
	ug_buf_free(&evidence->tokens);
}
