/*
 * detector.c - the encoding of records, asked again and again
 *
 *	"Gr\xFC\xDF" "e"  windows-1252: a German word
 *	                windows-1251: two scripts in a word
 *
 * The cost of a reading is that of its characters one behind the other, in the
 * language in which they cost least (model/); and that language has a cost of
 * its own, by the words of ASCII around, by the letters of it that the encoding
 * lacks, and by what the encoding is there for (home.h).  Where two
 * readings are close, uchardet is asked if its word weighs anything.
 */
#include "detector.h"

#include <string.h>

#include "base/least.h"
#include "compare.h"
#include "home.h"
#include "model/weights.h"
#include "witness.h"

#define WINDOW_MAX ((size_t)8192) /* bytes shown to the witness */
#define NOT_ASKED  400 /* a language that the caller did not name */

#define READS 3 /* after so many more pairs are kept: a record alone is read
                 * less often */

struct ug_detector {
	const struct ug_candidates *candidates;
	const struct ug_alloc *alloc;
	struct ug_comparison *comparison; /* NULL until something is read */
	unsigned n_reads; /* up to READS */
};

/* What the caller said of the language. */
static void
detector_hint(int *hinted, const char *languages)
{
	for (size_t l = 0; l < ug_n_languages() && languages != NULL; l++)
		hinted[l] = NOT_ASKED;
	while (languages != NULL) {
		const size_t len = strcspn(languages, ",");

		for (size_t l = 0; l < ug_n_languages(); l++)
			if (strlen(ug_language_iso(l)) == len &&
			    memcmp(ug_language_iso(l), languages, len) == 0)
				hinted[l] = 0;
		languages = languages[len] == ',' ? languages + len + 1 : NULL;
	}
}

/* EBCDIC is a form of streams: no record of it stands among others. */
static bool
detector_takes(const struct ug_candidates *candidates, size_t number)
{
	const struct ug_encoding *const encoding = ug_encoding_at(number);

	if (encoding->kind != UG_SINGLE_BYTE &&
	    (encoding->kind != UG_MULTI_BYTE ||
	    encoding->decoder == UG_CONVERTER))
		return false;
	return ug_candidates_admit(candidates, encoding) &&
	    (candidates->n_from > 0 || (number < ug_home_count() &&
	    (candidates->ebcdic || !ug_detect_is_ebcdic(encoding))));
}

enum ungarble_err
ug_detector_new(struct ug_detector **detector,
    const struct ug_candidates *candidates, const struct ug_alloc *alloc)
{
	struct ug_detector *const d = ug_new(alloc, sizeof(*d));

	*detector = d;
	if (d == NULL)
		return UNGARBLE_ENOMEM;
	*d = (struct ug_detector){ .candidates = candidates, .alloc = alloc };
	return UNGARBLE_OK;
}

/* Who reads again and again will meet pairs again. */
static enum ungarble_err
detector_keeps(struct ug_detector *d)
{
	struct ug_sample *const sample = &d->comparison->sample;

	if (sample->tallied != NULL || ++d->n_reads < READS)
		return UNGARBLE_OK;
	sample->tallied = ug_new(d->alloc, sizeof(*sample->tallied));
	if (sample->tallied == NULL)
		return UNGARBLE_ENOMEM;
	ug_tallied_init(sample->tallied);
	return UNGARBLE_OK;
}

/* Most streams have nothing to compare: make the comparison when one has. */
static enum ungarble_err
detector_compares(struct ug_detector *d)
{
	struct ug_comparison *c;

	if (d->comparison != NULL)
		return detector_keeps(d);
	c = ug_new(d->alloc, sizeof(*c));
	if (c == NULL)
		return UNGARBLE_ENOMEM;
	memset(c, 0, sizeof(*c));
	c->candidates = d->candidates;
	c->sample.tokens.alloc = d->alloc;
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		if (detector_takes(d->candidates, i)) {
			c->taken[c->n_taken].encoding = ug_encoding_at(i);
			c->taken[c->n_taken++].number = i;
		}
	c->upper = ug_new(d->alloc, (c->n_taken + 1) * sizeof(*c->upper));
	if (c->upper == NULL) {
		ug_release(d->alloc, c);
		return UNGARBLE_ENOMEM;
	}
	ug_compare_init(c);
	detector_hint(c->hinted, d->candidates->languages);
	d->comparison = c;
	return UNGARBLE_OK;
}

void
ug_detector_free(struct ug_detector *detector)
{
	if (detector == NULL)
		return;
	if (detector->comparison != NULL) {
		ug_release(detector->alloc,
		    detector->comparison->sample.tallied);
		ug_sample_free(&detector->comparison->sample);
		ug_release(detector->alloc, detector->comparison->upper);
		ug_release(detector->alloc, detector->comparison);
	}
	ug_release(detector->alloc, detector);
}

static void
detector_add(struct ug_reading_of *reading, int cost)
{
	reading->cost += cost;
	reading->alone += cost;
}

/* Put the best readings first: by cost, then by their place in the list. */
static void
detector_sort(struct ug_comparison *c)
{
	for (size_t i = 1; i < c->n; i++) {
		const struct ug_reading_of one = c->readings[i];
		size_t at = i;

		for (; at > 0 && (c->readings[at - 1].cost > one.cost ||
		    (c->readings[at - 1].cost == one.cost &&
		    c->readings[at - 1].number > one.number)); at--)
			c->readings[at] = c->readings[at - 1];
		c->readings[at] = one;
	}
}

/* The reading that costs least alone. */
static const struct ug_reading_of *
detector_alone(const struct ug_reading_of *readings, size_t n)
{
	const struct ug_reading_of *best = readings;

	for (size_t i = 1; i < n; i++)
		if (readings[i].alone < best->alone)
			best = &readings[i];
	return best;
}

/*
 * Let what was expected decide between those alone that read the bytes as the
 * best one does.
 */
static void
detector_settle(struct ug_comparison *c)
{
	const struct ug_reading_of *const best = detector_alone(c->readings,
	    c->n);
	int least = best->cost;

	for (size_t i = 0; i < c->n; i++)
		if (c->readings[i].signature == best->signature &&
		    c->readings[i].cost < least)
			least = c->readings[i].cost;
	least += UG_FAR_BEHIND;
	for (size_t i = 0; i < c->n; i++)
		if (c->readings[i].signature != best->signature &&
		    c->readings[i].cost < least)
			c->readings[i].cost = least;
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
detector_ask_witness(struct ug_comparison *c, const unsigned char *bytes,
    size_t len)
{
	char label[UG_WITNESS_LEN];
	const struct ug_encoding *named;
	uint64_t signature;
	unsigned n_broken;

	ug_witness_ask(bytes, UG_MIN(len, WINDOW_MAX), label);
	named = label[0] == '\0' ? NULL : detector_named(label);
	if (named == NULL || (named->kind != UG_SINGLE_BYTE &&
	    named->kind != UG_MULTI_BYTE))
		return;
	signature = ug_compare_signature(&c->sample, named, &n_broken);
	for (size_t i = 0; i < c->n; i++)
		if (c->readings[i].signature == signature)
			detector_add(&c->readings[i], -UG_W(WITNESS));
}

enum ungarble_err
ug_detector_read(struct ug_detector *detector, const unsigned char *bytes,
    size_t len, const struct ug_expectation *expected,
    const struct ug_reading_of **readings, size_t *n)
{
	struct ug_comparison *c;
	enum ungarble_err err = detector_compares(detector);

	*readings = NULL;
	*n = 0;
	if (err != UNGARBLE_OK)
		return err;
	c = detector->comparison;
	*readings = c->readings;
	ug_sample_clear(&c->sample);
	err = ug_sample_add(&c->sample, bytes, len);
	if (err != UNGARBLE_OK || c->sample.tokens.len == 0)
		return err;
	ug_sample_count(&c->sample);
	ug_compare(c, expected);
	/* What leaves no doubt by itself is read so, whatever was expected. */
	if (expected != NULL && ug_detector_sure(c->readings, c->n,
	    UG_FAR_BEHIND))
		detector_settle(c);
	detector_sort(c);
	if (UG_W(WITNESS) != 0 &&
	    detector_margin(c->readings, c->n) < UG_W(WITNESS_ASKED)) {
		detector_ask_witness(c, bytes, len);
		detector_sort(c);
	}
	*n = c->n;
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
ug_detector_sure(const struct ug_reading_of *readings, size_t n, int margin)
{
	const struct ug_reading_of *const best = detector_alone(readings, n);

	for (size_t i = 0; i < n; i++)
		if (readings[i].signature != best->signature &&
		    readings[i].alone - best->alone < margin)
			return false;
	return n > 0 && best->n_broken == 0;
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
	/* cppcheck-suppress zerodiv; the first reading has odds */
	all = detector_odds(readings[which].cost - readings[0].cost) * 100 /
	    all;
	return UG_MIN(all, 99);
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
	verdict.language = ug_language_iso(readings[0].language);
	if (verdict.encoding != c->fallback ||
	    detector_margin(readings, n) > UG_W(FALLBACK))
		verdict.reason = UNGARBLE_BY_STATISTICS;
	return verdict;
}
