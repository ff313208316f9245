/*
 * detector.c - the encoding of records, asked again and again
 *
 *	"Gr\xFC\xDF" "e"  windows-1252: a German word
 *	                windows-1251: two scripts in a word
 *
 * The cost of a reading is that of its characters one behind the other, in the
 * language in which they cost least (model/); and that language has a cost of
 * its own, by the words of ASCII around, by the letters of it that the encoding
 * lacks, and by what the encoding is there for (home_table.h).  Where two
 * readings are close, uchardet is asked.
 */
#include "detector.h"

#include <limits.h>
#include <string.h>

#include "../model/weights.h"
#include "home_table.h"
#include "score.h"
#include "witness.h"

#define WINDOW_MAX ((size_t)8192) /* bytes shown to the witness */
#define LEADERS    6 /* readings that are checked on the whole record */
#define FEW_BROKEN 512 /* bytes of tokens: one in so many may be broken */
#define HOME_ABROAD 0x80 /* in home_table: it is there for others */
#define FAR_BEHIND 1500 /* hundredths of a nat: out, whatever else */
#define NOT_ASKED  400 /* a language that the caller did not name */

struct ug_detector {
	const struct ug_candidates *candidates;
	const struct ug_alloc *alloc;
	struct ug_sample sample;
	struct ug_score scores[2]; /* of ASCII; of the candidate at hand */
	struct ug_reading_of readings[UG_ENCODINGS_MAX];
	size_t n;
	int hinted[UG_LANGUAGES_MAX];
	int home_costs[256];       /* of what stands in home_table */
};

/* What the caller said of the language. */
static void
detector_hint(struct ug_detector *detector, const char *languages)
{
	for (size_t l = 0; l < ug_n_languages() && languages != NULL; l++)
		detector->hinted[l] = NOT_ASKED;
	while (languages != NULL) {
		const size_t len = strcspn(languages, ",");

		for (size_t l = 0; l < ug_n_languages(); l++)
			if (strlen(ug_language_code(l)) == len &&
			    memcmp(ug_language_code(l), languages, len) == 0)
				detector->hinted[l] = 0;
		languages = languages[len] == ',' ? languages + len + 1 : NULL;
	}
}

enum ungarble_err
ug_detector_new(struct ug_detector **detector,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc)
{
	struct ug_detector *const d = ug_new(alloc, sizeof(*d));

	*detector = d;
	if (d == NULL)
		return UNGARBLE_ENOMEM;
	memset(d, 0, sizeof(*d));
	d->candidates = candidates;
	d->alloc = alloc;
	d->sample.tokens.alloc = alloc;
	detector_hint(d, candidates->languages);
	for (int i = 0; i < 256; i++)
		d->home_costs[i] = (i & ~HOME_ABROAD) * UG_W(HOME_LETTERS) /
		    100 + ((i & HOME_ABROAD) != 0 ? UG_W(ABROAD) : 0);
	return UNGARBLE_OK;
}

void
ug_detector_free(struct ug_detector *detector)
{
	if (detector == NULL)
		return;
	ug_sample_free(&detector->sample);
	ug_release(detector->alloc, detector);
}

/* EBCDIC is a form of streams: no record of it stands among others. */
static bool
detector_takes(const struct ug_candidates *candidates,
    const struct ug_encoding *encoding)
{
	if (encoding->kind != UG_SINGLE_BYTE &&
	    (encoding->kind != UG_MULTI_BYTE ||
	    encoding->decoder == UG_CONVERTER))
		return false;
	for (size_t i = 0; i < candidates->n_from; i++)
		if (candidates->from[i] == encoding)
			return true;
	return candidates->n_from == 0 && (candidates->ebcdic ||
	    !ug_detect_is_ebcdic(encoding));
}

/* The same for encodings in which the sample is the same text. */
static uint64_t
detector_signature(const struct ug_sample *sample,
    const struct ug_encoding *encoding)
{
	uint64_t h = 14695981039346656037u;

	if (encoding->kind == UG_MULTI_BYTE)
		return (uint64_t)encoding->decoder + 1;
	for (size_t i = 0; i < sample->n_high; i++)
		h = (h ^ encoding->upper[sample->high[i] - 0x80]) *
		    1099511628211u;
	for (size_t i = 0; encoding->lower != NULL && i < 0x80; i++)
		if (sample->present[i])
			h = (h ^ encoding->lower[i]) * 1099511628211u;
	return h;
}

/* The costs of languages before any reading: by words of ASCII, and hints. */
static void
detector_languages(const struct ug_detector *detector, int *costs)
{
	const size_t n = ug_n_languages();
	int least = 1 << 30;

	for (size_t l = 0; l < n; l++) {
		costs[l] = ug_tally_cost(&detector->sample.ascii, l);
		if (costs[l] < least)
			least = costs[l];
	}
	for (size_t l = 0; l < n; l++) {
		costs[l] = (costs[l] - least) / 100 * UG_W(CONTEXT);
		if (costs[l] > UG_W(CONTEXT_MAX))
			costs[l] = UG_W(CONTEXT_MAX);
		costs[l] += detector->hinted[l];
	}
}

/* The least cost of a reading of an encoding in any of those languages. */
static int
detector_least(const struct ug_detector *detector, size_t number,
    const struct ug_spoken *spoken, size_t n, size_t *language)
{
	const unsigned char *const home = home_table[number];
	int least = INT_MAX;

	for (size_t i = 0; i < n; i++) {
		const int cost = spoken[i].cost +
		    detector->home_costs[home[spoken[i].language]];

		if (cost < least) {
			least = cost;
			*language = spoken[i].language;
		}
	}
	return least;
}

int
ug_detector_prior(size_t number)
{
	return home_prior[number] * UG_W(PRIOR) / 100;
}

static int
detector_prior(const struct ug_candidates *candidates, size_t number)
{
	return candidates->flat ? 0 : ug_detector_prior(number);
}

/*
 * What the caller said of an encoding; and what is met most by far has the
 * benefit of the doubt where one or two bytes are all there is to go by.
 */
static int
detector_hinted(const struct ug_detector *d, const struct ug_encoding *encoding)
{
	int cost = encoding == d->candidates->declared ? -UG_W(DECLARED) : 0;

	if (encoding == d->candidates->fallback && !d->candidates->flat)
		cost -= UG_W(FALLBACK) + (d->sample.n_high == 1 ?
		    UG_W(FALLBACK_ONE) : d->sample.n_high == 2 ?
		    UG_W(FALLBACK_ONE) / 2 : 0);
	return cost;
}

static void
detector_add(struct ug_reading_of *reading, int cost)
{
	reading->cost += cost;
	reading->alone += cost;
}

/* The candidates, with the signature of each. */
static void
detector_list(struct ug_detector *d)
{
	const struct ug_encoding *encoding;

	d->n = 0;
	for (size_t i = 0; (encoding = ug_encoding_at(i)) != NULL; i++)
		if (detector_takes(d->candidates, encoding))
			d->readings[d->n++] = (struct ug_reading_of){
				.encoding = encoding,
				.number = i,
				.signature = detector_signature(&d->sample,
				    encoding),
			};
}

/* Score the i-th candidate, and all that read the sample as it does. */
static int
detector_score_alike(struct ug_detector *d, size_t which,
    int languages[2][UG_LANGUAGES_MAX], const struct ug_expectation *expected,
    int limit)
{
	const uint64_t signature = d->readings[which].signature;
	struct ug_spoken spoken[2][UG_LANGUAGES_MAX];
	int best = INT_MAX;
	size_t n[2] = { 0, 0 };

	ug_score(d->readings[which].encoding, &d->sample, &d->scores[0].tally,
	    limit, &d->scores[1]);
	/* What home costs at most decides among those. */
	for (size_t k = 0; k < 2 && (k == 0 || expected != NULL); k++)
		n[k] = ug_tally_spoken(&d->scores[1].tally, languages[k],
		    UG_W(ABROAD) + UG_W(HOME_LETTERS), spoken[k]);
	for (size_t i = 0; i < d->n; i++) {
		struct ug_reading_of *const r = &d->readings[i];

		if (r->signature != signature)
			continue;
		r->n_broken = d->scores[1].n_broken;
		r->alone = detector_least(d, r->number, spoken[0], n[0],
		    &r->alone_language);
		r->cost = r->alone;
		r->language = r->alone_language;
		if (expected != NULL)
			r->cost = detector_least(d, r->number, spoken[1], n[1],
			    &r->language);
		detector_add(r, detector_hinted(d, r->encoding) +
		    (int)r->n_broken * UG_W(BROKEN));
		r->alone += detector_prior(d->candidates, r->number);
		r->cost += expected != NULL ? expected->encodings[r->number] :
		    detector_prior(d->candidates, r->number);
		if (r->cost < best &&
		    r->n_broken <= d->sample.tokens.len / FEW_BROKEN)
			best = r->cost;
	}
	return best;
}

/*
 * The candidates, one of those that read the sample alike, in the order of
 * what a first look tells.  Returns how many.
 */
static size_t
detector_order(struct ug_detector *d, size_t *order, int *least)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct ug_encoding *const e = d->readings[i].encoding;
		size_t at = 0;

		while (at < i && d->readings[at].signature !=
		    d->readings[i].signature)
			at++;
		if (at < i)
			continue;
		least[i] = e->kind == UG_SINGLE_BYTE ?
		    ug_score_classes(e, &d->sample) : 0;
		for (at = n++; at > 0 && least[order[at - 1]] > least[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return n;
}

/*
 * Read the sample in each candidate.  Those that do not read it go, and those
 * that are far behind before their letters are looked at.
 */
static void
detector_score(struct ug_detector *d, const struct ug_expectation *expected)
{
	int languages[2][UG_LANGUAGES_MAX], least[UG_ENCODINGS_MAX];
	size_t order[UG_ENCODINGS_MAX], kept = 0;
	const size_t n = detector_order(d, order, least);
	int best = INT_MAX - FAR_BEHIND;

	detector_languages(d, languages[0]);
	for (size_t l = 0; l < ug_n_languages() && expected != NULL; l++)
		languages[1][l] = languages[0][l] + expected->languages[l];
	ug_score_ascii(&d->sample, &d->scores[0].tally);
	for (size_t i = 0; i < d->n; i++)
		d->readings[i].n_broken = UINT_MAX;
	for (size_t i = 0; i < n; i++) {
		const struct ug_encoding *const e =
		    d->readings[order[i]].encoding;
		const int limit = best + FAR_BEHIND;
		int cost;

		if (e->kind == UG_SINGLE_BYTE && ug_score_least(e, &d->sample,
		    limit) >= limit)
			continue;
		cost = detector_score_alike(d, order[i], languages, expected,
		    limit);
		if (cost < best)
			best = cost;
	}
	for (size_t i = 0; i < d->n; i++)
		if (d->readings[i].n_broken <= d->sample.tokens.len /
		    FEW_BROKEN)
			d->readings[kept++] = d->readings[i];
	d->n = kept;
}

/* Put the best readings first: by cost, then by their place in the list. */
static void
detector_sort(struct ug_detector *d)
{
	for (size_t i = 1; i < d->n; i++) {
		const struct ug_reading_of one = d->readings[i];
		size_t at = i;

		for (; at > 0 && (d->readings[at - 1].cost > one.cost ||
		    (d->readings[at - 1].cost == one.cost &&
		    d->readings[at - 1].number > one.number)); at--)
			d->readings[at] = d->readings[at - 1];
		d->readings[at] = one;
	}
}

/* How far behind the best one the first is that reads the bytes otherwise. */
static int
detector_margin(const struct ug_reading_of *readings, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (readings[i].signature != readings[0].signature)
			return readings[i].cost - readings[0].cost;
	return 1 << 30;
}

/* Our name for what the witness says, where its own is no label of ours. */
static const struct ug_encoding *
detector_named(const char *label)
{
	static const char *const aliases[][2] = {
		{ "MAC-CYRILLIC", "x-mac-cyrillic" },
		{ "MAC-CENTRALEUROPE", "x-mac-centraleurope" },
		{ "UHC", "EUC-KR" },
		{ "CP949", "EUC-KR" },
		{ "TIS-620", "windows-874" },
	};

	for (size_t i = 0; i < sizeof(aliases) / sizeof(*aliases); i++)
		if (strcmp(aliases[i][0], label) == 0)
			label = aliases[i][1];
	return ug_encoding_by_label(label, strlen(label));
}

static void
detector_ask_witness(struct ug_detector *d, const unsigned char *bytes,
    size_t len)
{
	char label[UG_WITNESS_LEN];
	const struct ug_encoding *named;
	uint64_t signature;

	ug_witness_ask(bytes, len < WINDOW_MAX ? len : WINDOW_MAX, label);
	named = label[0] == '\0' ? NULL : detector_named(label);
	if (named == NULL || (named->kind != UG_SINGLE_BYTE &&
	    named->kind != UG_MULTI_BYTE))
		return;
	signature = detector_signature(&d->sample, named);
	for (size_t i = 0; i < d->n; i++)
		if (d->readings[i].signature == signature)
			detector_add(&d->readings[i], -UG_W(WITNESS));
}

/* Whether the record holds, beyond the sample, what an encoding lacks. */
static bool
detector_reads(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	bool present[256] = { false };

	if (encoding->kind != UG_SINGLE_BYTE)
		return ug_detect_valid(encoding, bytes, len);
	for (size_t i = 0; i < len; i++)
		present[bytes[i]] = true;
	for (unsigned i = 0x80; i < 256; i++) {
		const uint32_t c = encoding->upper[i - 0x80];

		if (present[i] && (c == UG_UNDEFINED || (c >= 0x80 &&
		    c < 0xA0)))
			return false;
	}
	return true;
}

enum ungarble_err
ug_detector_read(struct ug_detector *detector, const unsigned char *bytes,
    size_t len, const struct ug_expectation *expected,
    const struct ug_reading_of **readings, size_t *n)
{
	struct ug_detector *const d = detector;
	enum ungarble_err err;

	*readings = d->readings;
	*n = 0;
	ug_sample_clear(&d->sample);
	err = ug_sample_add(&d->sample, bytes, len);
	if (err != UNGARBLE_OK || d->sample.tokens.len == 0)
		return err;
	ug_sample_count(&d->sample);
	detector_list(d);
	detector_score(d, expected);
	detector_sort(d);
	if (d->sample.full) {
		for (size_t i = 0; i < d->n && i < LEADERS; i++)
			if (!detector_reads(d->readings[i].encoding, bytes,
			    len))
				detector_add(&d->readings[i], UG_W(BROKEN));
		detector_sort(d);
	}
	if (UG_W(WITNESS) != 0 &&
	    detector_margin(d->readings, d->n) < UG_W(WITNESS_ASKED)) {
		detector_ask_witness(d, bytes, len);
		detector_sort(d);
	}
	*n = d->n;
	return UNGARBLE_OK;
}

/* The likelihood, in ten thousands, of what is `cost` behind. */
static unsigned
detector_odds(int cost)
{
	/* exp(-i / 4) */
	static const unsigned short odds[] = {
		10000, 7788, 6065, 4724, 3679, 2865, 2231, 1738, 1353, 1054,
		821, 639, 498, 388, 302, 235, 183, 143, 111, 87, 67, 52, 41, 32,
		25, 19, 15, 12, 9, 7, 6, 4, 3, 3, 2, 2, 1, 1, 1, 1,
	};
	const int at = cost * 100 / UG_W(HEAT) / 25;

	return at < 0 ? 10000 : at < (int)(sizeof(odds) / sizeof(*odds)) ?
	    odds[at] : 0;
}

bool
ug_detector_sure(const struct ug_reading_of *readings, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (readings[i].signature != readings[0].signature &&
		    readings[i].alone - readings[0].alone < UG_W(SURE))
			return false;
	return n > 0 && readings[0].n_broken == 0;
}

unsigned
ug_detector_share(const struct ug_reading_of *readings, size_t n, size_t which)
{
	unsigned all = 0;

	for (size_t i = 0; i < n; i++) {
		size_t j = 0;

		while (readings[j].signature != readings[i].signature)
			j++;
		if (j == i)
			all += detector_odds(readings[i].cost -
			    readings[0].cost);
	}
	all = detector_odds(readings[which].cost - readings[0].cost) * 100 /
	    all;
	return all > 99 ? 99 : all;
}

struct ug_verdict
ug_detector_verdict(const struct ug_detector *detector,
    const struct ug_reading_of *readings, size_t n)
{
	const struct ug_candidates *const c = detector->candidates;
	struct ug_verdict verdict = { c->fallback, UNGARBLE_BY_DEFAULT, 0,
		NULL };

	if (n == 0 && c->n_from != 0) {
		verdict.encoding = c->from[0];
		verdict.reason = UNGARBLE_BY_OPTION;
	}
	if (n == 0)
		return verdict;
	verdict.encoding = readings[0].encoding;
	verdict.confidence = ug_detector_share(readings, n, 0);
	verdict.language = ug_language_code(readings[0].language);
	if (verdict.encoding != c->fallback ||
	    detector_margin(readings, n) > UG_W(FALLBACK))
		verdict.reason = UNGARBLE_BY_STATISTICS;
	return verdict;
}
