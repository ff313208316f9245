/*
 * detect.c - the encoding of records that are not UTF-8
 *
 * Every candidate reads the record and the records near by; the one in which
 * they read best is it, and by how much tells how sure that is:
 *
 *	"Gr\xFC\xDF" "e"  windows-1252: a German word
 *	                windows-1251: two scripts in a word
 *
 * The record's own bytes count in full.  What the sample around it says is
 * bounded, so that a record in another encoding than its neighbours is read in
 * its own, and one with little to say is read like them.
 *
 * Where two readings are close, uchardet is asked.
 */
#include <string.h>

#include "detect.h"
#include "score.h"
#include "witness.h"

#define SAMPLE_MAX   70  /* points that the sample can add to a candidate */
#define CLOSE        40  /* points within which the witness is asked */
#define WITNESS      10  /* points that its word is worth */
#define FALLBACK     4   /* points in favour of the fallback */
#define FEW          4   /* different bytes beyond ASCII that tell something */
#define FOREIGN      18  /* against another script, for each that is missing */
#define OLD          7  /* against DOS and Mac, for each that is missing */
#define WINDOW_MAX   ((size_t)64 << 10) /* bytes shown to the witness */

#define CANDIDATES_MAX 160

struct candidate {
	const struct ug_encoding *encoding;
	int record, sample; /* costs */
	int total;
};

struct inquiry {
	struct candidate candidates[CANDIDATES_MAX];
	size_t n;
	struct ug_evidence record, sample;
	const struct ug_encoding *fallback;
	size_t n_letters, n_high; /* bytes: ASCII letters, beyond ASCII */
};

static bool
inquiry_takes(const struct ug_encoding *encoding)
{
	return (encoding->kind == UG_SINGLE_BYTE && encoding->lower == NULL) ||
	    encoding->kind == UG_MULTI_BYTE;
}

/* As ug_detect_valid(), for a record that has the bytes `present`. */
static bool
inquiry_valid(const struct ug_encoding *encoding, const bool present[256],
    const unsigned char *record, size_t record_len)
{
	if (encoding->kind != UG_SINGLE_BYTE)
		return ug_detect_valid(encoding, record, record_len);
	for (unsigned i = 0x80; i < 256; i++)
		if (present[i] && encoding->upper[i - 0x80] == UG_UNDEFINED)
			return false;
	return true;
}

static void
inquiry_list(struct inquiry *inquiry, const struct ug_candidates *candidates,
    const unsigned char *record, size_t record_len)
{
	const struct ug_encoding *encoding;
	bool present[256] = { false };

	for (size_t at = 0; at < record_len; at++)
		present[record[at]] = true;
	for (size_t i = 0; inquiry->n < CANDIDATES_MAX; i++) {
		encoding = candidates->n_from == 0 ? ug_encoding_at(i)
		    : i < candidates->n_from ? candidates->from[i] : NULL;
		if (encoding == NULL)
			break;
		if (inquiry_takes(encoding) &&
		    inquiry_valid(encoding, present, record, record_len))
			inquiry->candidates[inquiry->n++] =
			    (struct candidate){ encoding, 0, 0, 0 };
	}
}

/* Whether two encodings mean the same by all bytes of the evidence. */
static bool
inquiry_same(const struct ug_encoding *a, const struct ug_encoding *b,
    const struct ug_evidence *evidence)
{
	if (a == b)
		return true;
	if (a->kind == UG_MULTI_BYTE && b->kind == UG_MULTI_BYTE)
		return a->decoder != UG_CONVERTER && a->decoder == b->decoder;
	if (a->kind != UG_SINGLE_BYTE || b->kind != UG_SINGLE_BYTE)
		return false;
	for (unsigned i = 0x80; i < 0x100; i++)
		if (evidence->present[i] &&
		    a->upper[i - 0x80] != b->upper[i - 0x80])
			return false;
	return true;
}

/* The cost of candidate i, copied from one before it that reads the same. */
static int
inquiry_cost(const struct inquiry *inquiry, size_t i,
    const struct ug_evidence *evidence)
{
	const struct ug_encoding *const encoding =
	    inquiry->candidates[i].encoding;

	if (evidence->tokens.len == 0)
		return 0;
	for (size_t j = 0; j < i; j++)
		if (inquiry_same(inquiry->candidates[j].encoding, encoding,
		    evidence))
			return evidence == &inquiry->record
			    ? inquiry->candidates[j].record
			    : inquiry->candidates[j].sample;
	return ug_score(encoding, evidence);
}

static void
inquiry_count(struct inquiry *inquiry, const unsigned char *bytes, size_t len)
{
	for (size_t at = 0; at < len; at++) {
		inquiry->n_high += bytes[at] >= 0x80;
		inquiry->n_letters += (bytes[at] | 0x20) >= 'a' &&
		    (bytes[at] | 0x20) <= 'z';
	}
}

/* How many more bytes beyond ASCII it takes for a text of ASCII words to tell. */
static int
inquiry_missing(const struct inquiry *inquiry)
{
	int missing = FEW;

	if (inquiry->n_letters <= inquiry->n_high)
		return 0;
	for (unsigned i = 0x80; i < 0x100 && missing > 0; i++)
		missing -= inquiry->record.present[i] ||
		    inquiry->sample.present[i];
	return missing;
}

static bool
inquiry_is_latin(uint32_t c)
{
	return c < 0x370 || (c >= 0x1E00 && c < 0x1F00) ||
	    (c >= 0x2000 && c < 0x2C00);
}

/*
 * What speaks against a candidate where a few bytes stand among ASCII words: a
 * sign or an accented letter is more likely than a letter of another script.
 */
static int
inquiry_doubt(const struct inquiry *inquiry,
    const struct ug_encoding *encoding, int missing)
{
	if (missing == 0)
		return 0;
	if (encoding->kind != UG_SINGLE_BYTE)
		return missing * FOREIGN;
	for (unsigned i = 0x80; i < 0x100; i++)
		if ((inquiry->record.present[i] ||
		    inquiry->sample.present[i]) &&
		    !inquiry_is_latin(encoding->upper[i - 0x80]))
			return missing * FOREIGN;
	return memcmp(encoding->name, "IBM", 3) == 0 ||
	    memcmp(encoding->name, "mac", 3) == 0 ||
	    memcmp(encoding->name, "x-m", 3) == 0 ? missing * OLD : 0;
}

static void
inquiry_weigh(struct inquiry *inquiry)
{
	const int missing = inquiry_missing(inquiry);
	const bool alone = inquiry->record.tokens.len == 0;
	int least = 1 << 30;

	for (size_t i = 0; i < inquiry->n; i++) {
		struct candidate *const one = &inquiry->candidates[i];

		one->record = inquiry_cost(inquiry, i, &inquiry->record);
		one->sample = inquiry_cost(inquiry, i, &inquiry->sample);
		if (one->sample < least)
			least = one->sample;
	}
	for (size_t i = 0; i < inquiry->n; i++) {
		struct candidate *const one = &inquiry->candidates[i];
		const int around = one->sample - least;

		one->total = one->record + ug_score_prior(one->encoding) +
		    inquiry_doubt(inquiry, one->encoding, missing) +
		    (alone || around < SAMPLE_MAX ? around : SAMPLE_MAX);
		if (one->encoding == inquiry->fallback)
			one->total -= FALLBACK;
	}
}

static const struct candidate *
inquiry_best(const struct inquiry *inquiry)
{
	const struct candidate *best = &inquiry->candidates[0];

	for (size_t i = 1; i < inquiry->n; i++)
		if (inquiry->candidates[i].total < best->total)
			best = &inquiry->candidates[i];
	return best;
}

/* How far behind `best` the first is that reads any byte in another way. */
static int
inquiry_margin(const struct inquiry *inquiry, const struct candidate *best)
{
	const struct ug_evidence *const evidence =
	    inquiry->record.tokens.len != 0 ? &inquiry->record
	    : &inquiry->sample;
	int margin = 1 << 30;

	for (size_t i = 0; i < inquiry->n; i++) {
		const struct candidate *const one = &inquiry->candidates[i];

		if (one->total - best->total < margin &&
		    !inquiry_same(one->encoding, best->encoding, evidence))
			margin = one->total - best->total;
	}
	return margin;
}

/* Our name for what the witness says, where its own is no label of ours. */
static const struct ug_encoding *
inquiry_named(const char *label)
{
	static const char *const aliases[][2] = {
		{ "MAC-CYRILLIC", "x-mac-cyrillic" },
		{ "MAC-CENTRALEUROPE", "x-mac-centraleurope" },
		{ "UHC", "EUC-KR" },
		{ "CP949", "EUC-KR" },
		{ "GB18030", "gb18030" },
		{ "TIS-620", "windows-874" },
		{ "ISO-8859-1", "windows-1252" },
		{ "ISO-8859-9", "windows-1254" },
		{ "ISO-8859-11", "windows-874" },
	};

	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (strcmp(aliases[i][0], label) == 0)
			label = aliases[i][1];
	return ug_encoding_by_label(label, strlen(label));
}

static enum ungarble_err
inquiry_ask_witness(struct inquiry *inquiry, const unsigned char *sample,
    size_t sample_len, const unsigned char *record, size_t record_len,
    const struct ug_alloc *alloc)
{
	struct ug_buf window = { .alloc = alloc };
	char label[UG_WITNESS_LEN];
	const struct ug_encoding *named;
	enum ungarble_err err;

	if (record_len > WINDOW_MAX)
		record_len = WINDOW_MAX;
	if (sample_len > WINDOW_MAX - record_len)
		sample_len = WINDOW_MAX - record_len;
	err = ug_buf_reserve(&window, sample_len + record_len + 1);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&window, sample, sample_len);
	if (err == UNGARBLE_OK)
		err = ug_buf_add(&window, record, record_len);
	if (err == UNGARBLE_OK) {
		ug_witness_ask((const unsigned char *)window.s, window.len,
		    label);
		named = label[0] == '\0' ? NULL : inquiry_named(label);
		for (size_t i = 0; i < inquiry->n; i++)
			if (inquiry->candidates[i].encoding == named)
				inquiry->candidates[i].total -= WITNESS;
	}
	ug_buf_free(&window);
	return err;
}

/* The chance in percent that a margin in tenths of a nat leaves. */
static unsigned
inquiry_confidence(int margin)
{
	static const struct {
		int margin;
		unsigned percent;
	} steps[] = {
		{ 70, 99 }, { 45, 98 }, { 35, 96 }, { 25, 92 }, { 15, 80 },
		{ 8, 65 }, { 3, 58 },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		if (margin >= steps[i].margin)
			return steps[i].percent;
	return 50;
}

static enum ungarble_err
inquiry_decide(struct inquiry *inquiry, const unsigned char *sample,
    size_t sample_len, const unsigned char *record, size_t record_len,
    const struct ug_alloc *alloc, struct ug_verdict *verdict)
{
	const struct candidate *best;
	int margin;

	inquiry_weigh(inquiry);
	best = inquiry_best(inquiry);
	margin = inquiry_margin(inquiry, best);
	if (margin < CLOSE) {
		const enum ungarble_err err = inquiry_ask_witness(inquiry,
		    sample, sample_len, record, record_len, alloc);

		if (err != UNGARBLE_OK)
			return err;
		best = inquiry_best(inquiry);
		margin = inquiry_margin(inquiry, best);
	}
	*verdict = (struct ug_verdict){ best->encoding,
	    UNGARBLE_BY_STATISTICS, inquiry_confidence(margin), NULL };
	if (margin <= FALLBACK && best->encoding == inquiry->fallback)
		verdict->reason = UNGARBLE_BY_DEFAULT;
	return UNGARBLE_OK;
}

/* The answer where no candidate reads the record, or nothing is to be read. */
static struct ug_verdict
inquiry_default(const struct ug_candidates *candidates)
{
	if (candidates->n_from != 0)
		return (struct ug_verdict){ candidates->from[0],
			UNGARBLE_BY_OPTION, 0, NULL };
	return (struct ug_verdict){ candidates->fallback, UNGARBLE_BY_DEFAULT,
		0, NULL };
}

enum ungarble_err
ug_detect_encoding(const unsigned char *sample, size_t sample_len,
    const unsigned char *record, size_t record_len,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc,
    struct ug_verdict *verdict)
{
	struct inquiry inquiry = { .n = 0,
		.record = { .tokens = { .alloc = alloc } },
		.sample = { .tokens = { .alloc = alloc } },
		.fallback = candidates->fallback };
	enum ungarble_err err;

	inquiry_list(&inquiry, candidates, record, record_len);
	err = ug_evidence_add(&inquiry.record, record, record_len);
	if (err == UNGARBLE_OK)
		err = ug_evidence_add(&inquiry.sample, sample, sample_len);
	inquiry_count(&inquiry, record, record_len);
	inquiry_count(&inquiry, sample, sample_len);
	ug_evidence_lend(&inquiry.record, &inquiry.sample);
	if (err == UNGARBLE_OK && (inquiry.n == 0 ||
	    (inquiry.record.tokens.len == 0 &&
	    inquiry.sample.tokens.len == 0)))
		*verdict = inquiry_default(candidates);
	else if (err == UNGARBLE_OK)
		err = inquiry_decide(&inquiry, sample, sample_len, record,
		    record_len, alloc, verdict);
	ug_evidence_free(&inquiry.record);
	ug_evidence_free(&inquiry.sample);
	return err;
}
