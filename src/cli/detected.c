/*
 * detected.c - what one input was found to be in
 *
 *	lines in windows-1251, ASCII, KOI8-R, windows-1251
 *	-> windows-1251, then KOI8-R, by their bytes
 *
 * Lines in ASCII fit any encoding and count for none.
 */
#include <string.h>

#include "detected.h"
#include "least.h"


void
cli_detected_feed(struct cli_detected *detected, const char *bytes, size_t len)
{
	const size_t room = CLI_GUESS_LEN - detected->head_len;
	const size_t n = CLI_MIN(len, room);

	detected->len += len;
	if (detected->head != NULL) {
		memcpy(detected->head + detected->head_len, bytes, n);
		detected->head_len += n;
	}
}

static void
detected_count_language(
    struct cli_counted *counted, const char *language, uint64_t len)
{
	size_t i = 0;

	if (language == NULL)
		return;
	while (i < counted->n_languages &&
	    strcmp(counted->languages[i].name, language) != 0)
		i++;
	if (i == CLI_N_LANGUAGES)
		return;
	if (i == counted->n_languages) {
		counted->n_languages++;
		counted->languages[i].name = language;
	}
	counted->languages[i].len += len;
}

void
cli_detected_count(
    struct cli_detected *detected, const struct ungarble_span *span)
{
	const uint64_t len = span->in_len - span->ascii_len;
	size_t i = 0;

	while (i < detected->n &&
	    strcmp(detected->counted[i].encoding, span->encoding) != 0)
		i++;
	if (len == 0 || i == CLI_N_ENCODINGS)
		return;
	if (i == detected->n) {
		detected->n++;
		detected->counted[i].encoding = span->encoding;
	}
	detected->counted[i].len += len;
	detected->counted[i].sure += len * span->confidence;
	detected->counted[i].by[span->reason] += len;
	detected_count_language(&detected->counted[i], span->language, len);
}

void
cli_detected_sort(struct cli_detected *detected)
{
	for (size_t i = 1; i < detected->n; i++) {
		const struct cli_counted one = detected->counted[i];
		size_t at = i;

		for (; at > 0 && detected->counted[at - 1].len < one.len; at--)
			detected->counted[at] = detected->counted[at - 1];
		detected->counted[at] = one;
	}
}

/*
 * Why it is this encoding: a mark says so for all that follows; that others
 * near by are is a reason for a line, but for all of them only the last resort.
 */
static enum ungarble_reason
detected_reason(const struct cli_counted *counted)
{
	enum ungarble_reason best = UNGARBLE_BY_HISTORY;
	uint64_t most = 0;

	if (counted->by[UNGARBLE_BY_BOM] > 0)
		return UNGARBLE_BY_BOM;
	for (int i = 0; i <= UNGARBLE_BY_DEFAULT; i++)
		if (i != UNGARBLE_BY_HISTORY && counted->by[i] > most) {
			best = (enum ungarble_reason)i;
			most = counted->by[i];
		}
	return best;
}

static const char *
detected_language(const struct cli_counted *counted)
{
	const char *best = NULL;
	uint64_t most = 0;

	for (size_t i = 0; i < counted->n_languages; i++)
		if (counted->languages[i].len > most) {
			best = counted->languages[i].name;
			most = counted->languages[i].len;
		}
	return best;
}

bool
cli_detected_finding(const struct cli_detected *detected, size_t i,
    struct cli_finding *finding)
{
	uint64_t all = 0;

	if (detected->n == 0) {
		*finding = (struct cli_finding){ "US-ASCII", NULL, 100,
			UNGARBLE_BY_VALIDITY, detected->len, 100 };
		return i == 0;
	}
	if (i >= detected->n)
		return false;
	for (size_t j = 0; j < detected->n; j++)
		all += detected->counted[j].len;

	const struct cli_counted *counted = &detected->counted[i];

	*finding = (struct cli_finding){
		.encoding = counted->encoding,
		.language = detected_language(counted),
		.confidence = (unsigned)(counted->sure / counted->len),
		.reason = detected_reason(counted),
		.len = counted->len,
		/* all but never beyond 64 bits: not before some 10^17 bytes */
		.percent = (unsigned)(counted->len * 100 / all),
	};
	return true;
}
