/*
 * score.c - how badly evidence reads in an encoding: multi-byte ones, priors
 *
 * Multi-byte text comes in runs of common characters of one kind; pairs of
 * letters of another encoding come out as rare ideographs among Latin letters:
 *
 *	"n\xE9" "e" as gb18030: an ideograph of the second level after an n
 *
 * Costs are points, ten to the nat, as in score_single.c.
 */
#include <string.h>

#include "score.h"
#include "shape.h"

enum {
	COST_BESIDE_LETTER = 25,
	COST_ALONE = 25,
	CREDIT_ASCII_TRAIL = 27
};

static bool
score_is_ascii_letter(unsigned char byte)
{
	return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static int
score_multi_char(enum ug_mb_class class)
{
	static const int costs[] = {
		[UG_MB_ASCII] = 0,
		[UG_MB_PUNCTUATION] = 45,
		[UG_MB_KANA] = 40,
		[UG_MB_HANGUL] = 54,
		[UG_MB_COMMON] = 64,
		[UG_MB_HALF_KANA] = 50,
		[UG_MB_SECOND] = 105,
		[UG_MB_OTHER] = 105,
		[UG_MB_BROKEN] = UG_SCORE_BROKEN,
	};

	return costs[class];
}

/* What the surroundings of a run of n characters beyond ASCII cost. */
static int
score_multi_run(enum ug_mb_class class, size_t n, bool after_letter,
    bool before_letter)
{
	int cost = 0;

	if (after_letter)
		cost += COST_BESIDE_LETTER;
	if (before_letter)
		cost += COST_BESIDE_LETTER;
	if (n == 1 && class != UG_MB_HANGUL && class != UG_MB_PUNCTUATION)
		cost += COST_ALONE;
	return cost;
}

static int
score_multi(const struct ug_encoding *encoding,
    const struct ug_evidence *evidence)
{
	const struct ug_mb_shape *const shape = ug_mb_shape_of(encoding);
	const unsigned char *const s = (const unsigned char *)
	    evidence->tokens.s;
	const size_t len = evidence->tokens.len;
	size_t run = 0, n;
	bool after_letter = false;
	int cost = 0;
	enum ug_mb_class class = UG_MB_ASCII, last = UG_MB_ASCII;

	if (shape == NULL)
		return UG_SCORE_BROKEN * (int)len;
	for (size_t at = 0; at < len; at += n) {
		n = ug_mb_next(shape, s + at, len - at, &class);
		if (class == UG_MB_ASCII) {
			if (run != 0)
				cost += score_multi_run(last, run, after_letter,
				    score_is_ascii_letter(s[at]));
			run = 0;
			after_letter = score_is_ascii_letter(s[at]);
			continue;
		}
		cost += score_multi_char(class);
		for (size_t i = 1; i < n; i++)
			if (s[at + i] < 0x80)
				cost -= CREDIT_ASCII_TRAIL;
		run++;
		last = class;
	}
	return cost;
}

int
ug_score(const struct ug_encoding *encoding, const struct ug_evidence *evidence)
{
	return encoding->kind == UG_SINGLE_BYTE
	    ? ug_score_single(encoding, evidence)
	    : score_multi(encoding, evidence);
}

int
ug_score_prior(const struct ug_encoding *encoding)
{
	/* The first that the name starts with. */
	static const struct {
		const char *start;
		int points;
	} priors[] = {
		{ "windows-1258", 20 }, { "windows-", 0 },
		{ "ISO-8859-10", 20 }, { "ISO-8859-14", 20 },
		{ "ISO-8859-16", 20 }, { "ISO-8859-3", 15 },
		{ "ISO-8859-4", 15 }, { "ISO-8859-", 7 },
		{ "KOI8-R", 3 }, { "KOI8-U", 4 },
		{ "IBM437", 10 }, { "IBM850", 9 }, { "IBM852", 9 },
		{ "IBM866", 8 }, { "IBM", 20 },
		{ "macintosh", 9 }, { "x-mac-cyrillic", 12 }, { "x-mac", 18 },
		{ "gb18030", 0 }, { "GBK", 1 }, { "Big5", 0 },
		{ "EUC-TW", 80 }, { "EUC-", 0 }, { "Shift_JIS", 0 },
	};

	for (size_t i = 0; i < sizeof(priors) / sizeof(*priors); i++)
		if (strncmp(encoding->name, priors[i].start,
		    strlen(priors[i].start)) == 0)
			return priors[i].points;
	return 25;
}
