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
#define FEW_BROKEN 64  /* bytes of tokens: one in so many may be broken */
#define HOME_ABROAD 0x80 /* in home_table: it is there for others */
#define FAR_BEHIND 1500 /* hundredths of a nat: out, whatever else */
#define NOT_ASKED  400 /* a language that the caller did not name */

/* Encodings that read the sample alike. */
struct detector_alike {
	uint64_t signature;
	size_t first;  /* of the readings; detector.next leads on */
	struct ug_single single; /* unless it is of several bytes */
	int beside;    /* what the best of them costs beside its text, at least */
	int cost;      /* with the text, at least */
	struct ug_least least;
};

#define SLOTS 256
#define NONE  UG_ENCODINGS_MAX

struct ug_detector {
	const struct ug_candidates *candidates;
	const struct ug_alloc *alloc;
	struct {
		const struct ug_encoding *encoding;
		size_t number;
	} taken[UG_ENCODINGS_MAX];
	size_t n_taken;
	int hinted[UG_LANGUAGES_MAX];
	int home_costs[256];       /* of what stands in home_table */
	struct ug_glyph (*upper)[128]; /* of taken[]: bytes 80..FF */
	bool met[256];             /* those of them that are known */

	struct ug_sample sample;
	struct ug_score score;
	const struct ug_expectation *expected;
	/* Alone and as expected; for encodings with ASCII and without. */
	struct ug_leaning leanings[2][2];
	bool leans[2];
	struct ug_reading_of readings[UG_ENCODINGS_MAX];
	size_t next[UG_ENCODINGS_MAX];
	size_t n;
	struct detector_alike alike[UG_ENCODINGS_MAX];
	size_t n_alike;
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

/* EBCDIC is a form of streams: no record of it stands among others. */
static bool
detector_takes(const struct ug_candidates *candidates,
    const struct ug_encoding *encoding)
{
	if (encoding->kind == UG_MULTI_BYTE)
		return encoding->decoder != UG_CONVERTER;
	if (encoding->kind != UG_SINGLE_BYTE)
		return false;
	for (size_t i = 0; i < candidates->n_from; i++)
		if (candidates->from[i] == encoding)
			return true;
	return candidates->n_from == 0 && (candidates->ebcdic ||
	    !ug_detect_is_ebcdic(encoding));
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
	d->sample.glyphs = d->score.glyphs;
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		if (detector_takes(candidates, ug_encoding_at(i))) {
			d->taken[d->n_taken].encoding = ug_encoding_at(i);
			d->taken[d->n_taken++].number = i;
		}
	d->upper = ug_new(alloc, (d->n_taken + 1) * sizeof(*d->upper));
	if (d->upper == NULL) {
		ug_release(alloc, d);
		*detector = NULL;
		return UNGARBLE_ENOMEM;
	}
	ug_score_init(&d->score);
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
	ug_release(detector->alloc, detector->upper);
	ug_release(detector->alloc, detector);
}

/* See what the bytes of the sample are that were not met before. */
static void
detector_meet(struct ug_detector *d)
{
	for (size_t i = 0; i < d->sample.n_high; i++) {
		const unsigned byte = d->sample.high[i];

		for (size_t k = 0; k < d->n_taken && !d->met[byte]; k++) {
			const struct ug_encoding *const e =
			    d->taken[k].encoding;

			if (e->kind == UG_SINGLE_BYTE)
				d->upper[k][byte - 0x80] =
				    ug_score_glyph(e->upper[byte - 0x80]);
		}
		d->met[byte] = true;
	}
}

/* Mix a character into a signature. */
static inline uint64_t
detector_mix(uint64_t signature, uint32_t c)
{
	return (signature ^ c) * 1099511628211u;
}

/*
 * The same for encodings in which the sample is the same text.  *n_broken: its
 * bytes that stand for nothing, as far as they count one by one.
 */
static uint64_t
detector_signature(const struct ug_sample *sample,
    const struct ug_encoding *encoding, unsigned *n_broken)
{
	uint64_t h = 14695981039346656037u;

	*n_broken = 0;
	if (encoding->kind == UG_MULTI_BYTE)
		return (uint64_t)encoding->decoder + 1;
	for (size_t i = 0; i < sample->n_high; i++) {
		const uint32_t c = encoding->upper[sample->high[i] - 0x80];

		h = detector_mix(h, c);
		if (c == UG_UNDEFINED)
			*n_broken += sample->counts[sample->high[i]];
	}
	for (size_t i = 0; encoding->lower != NULL && i < 0x80; i++)
		if (sample->present[i]) {
			h = detector_mix(h, encoding->lower[i]);
			if (encoding->lower[i] == UG_UNDEFINED)
				*n_broken += sample->counts[i];
		}
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
		if (costs[l] < least && ug_language_code(l)[0] != '\0')
			least = costs[l];
	}
	for (size_t l = 0; l < n; l++) {
		/* Numbers of no language may cost less. */
		costs[l] = costs[l] < least ? UG_W(CONTEXT_MAX) :
		    (costs[l] - least) / 100 * UG_W(CONTEXT);
		if (costs[l] > UG_W(CONTEXT_MAX))
			costs[l] = UG_W(CONTEXT_MAX);
		costs[l] += detector->hinted[l];
	}
}

/* How texts lean to languages, in encodings with ASCII or without. */
static void
detector_lean(struct ug_detector *d, bool ascii)
{
	static const struct ug_tally none;

	if (d->leans[ascii])
		return;
	d->leans[ascii] = true;
	for (size_t k = 0; k < 2 && (k == 0 || d->expected != NULL); k++) {
		struct ug_leaning *const leaning = &d->leanings[k][ascii];

		memcpy(leaning->extra, d->leanings[k][1].extra,
		    sizeof(leaning->extra));
		ug_leaning_set(leaning, ascii ? &d->score.ascii : &none);
	}
}

/* What there is to know of languages before any reading. */
static void
detector_begin(struct ug_detector *d)
{
	int *const alone = d->leanings[0][1].extra;

	detector_languages(d, alone);
	for (size_t l = 0; l < ug_n_languages() && d->expected != NULL; l++)
		d->leanings[1][1].extra[l] = alone[l] +
		    d->expected->languages[l];
	ug_score_begin(&d->score, &d->sample);
	d->leans[0] = d->leans[1] = false;
	detector_lean(d, true);
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

		if (cost < least || (cost == least &&
		    spoken[i].language < *language)) {
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

/* What the caller said of an encoding. */
static int
detector_hinted(const struct ug_candidates *candidates,
    const struct ug_encoding *encoding)
{
	return (encoding == candidates->declared ? -UG_W(DECLARED) : 0) -
	    (encoding == candidates->fallback && !candidates->flat ?
	    UG_W(FALLBACK) : 0);
}

static void
detector_add(struct ug_reading_of *reading, int cost)
{
	reading->cost += cost;
	reading->alone += cost;
}

/* What a reading costs beside its text, alone and as expected. */
static int
detector_alone(const struct ug_detector *d, const struct ug_reading_of *r)
{
	return detector_hinted(d->candidates, r->encoding) +
	    detector_prior(d->candidates, r->number);
}

static int
detector_expected(const struct ug_detector *d, const struct ug_reading_of *r)
{
	return d->expected == NULL ? detector_alone(d, r) :
	    detector_hinted(d->candidates, r->encoding) +
	    d->expected->encodings[r->number];
}

/* The encoding taken[i], for the sample. */
static struct ug_single
detector_single(const struct ug_detector *d, size_t i)
{
	const struct ug_encoding *const encoding = d->taken[i].encoding;
	bool ascii = true;

	for (size_t k = 0; encoding->lower != NULL && k < 0x80; k++)
		ascii &= !d->sample.present[k] || encoding->lower[k] == k;
	return (struct ug_single){ encoding, d->upper[i], ascii };
}

/*
 * Put the last reading, of taken[i], with those that read the sample as it does.
 */
static void
detector_join(struct ug_detector *d, size_t i, unsigned char *slots)
{
	const struct ug_reading_of *const r = &d->readings[d->n - 1];
	const int alone = detector_alone(d, r);
	const int expected = detector_expected(d, r);
	const int beside = expected < alone ? expected : alone;
	size_t slot = r->signature % SLOTS;

	while (slots[slot] != 0 && d->alike[slots[slot] - 1].signature !=
	    r->signature)
		slot = (slot + 1) % SLOTS;
	if (slots[slot] == 0) {
		d->alike[d->n_alike].signature = r->signature;
		d->alike[d->n_alike].first = NONE;
		d->alike[d->n_alike].single = detector_single(d, i);
		d->alike[d->n_alike].beside = beside;
		slots[slot] = (unsigned char)++d->n_alike;
	}

	struct detector_alike *const alike = &d->alike[slots[slot] - 1];

	d->next[d->n - 1] = alike->first;
	alike->first = d->n - 1;
	if (beside < alike->beside)
		alike->beside = beside;
}

/* The candidates that may read the sample, none of them scored. */
static void
detector_list(struct ug_detector *d)
{
	unsigned char slots[SLOTS] = { 0 };

	d->n = d->n_alike = 0;
	for (size_t i = 0; i < d->n_taken; i++) {
		const struct ug_encoding *const encoding =
		    d->taken[i].encoding;

		unsigned n_broken;
		const uint64_t signature = detector_signature(&d->sample,
		    encoding, &n_broken);

		if (n_broken > d->sample.tokens.len / FEW_BROKEN)
			continue;
		d->readings[d->n++] = (struct ug_reading_of){
			.encoding = encoding,
			.number = d->taken[i].number,
			.signature = signature,
			.n_broken = n_broken,
			.cost = INT_MAX,
		};
		detector_join(d, i, slots);
	}
}

static bool
detector_multi(const struct detector_alike *alike)
{
	return alike->single.encoding->kind == UG_MULTI_BYTE;
}

/* Score candidates that read the sample alike, if they are not far behind. */
static void
detector_score_alike(struct ug_detector *d, const struct detector_alike *alike,
    int *best)
{
	const bool multi = detector_multi(alike);
	const bool ascii = !multi && alike->single.ascii;
	struct ug_spoken spoken[2][UG_LANGUAGES_MAX];
	size_t n[2] = { 0, 0 };

	if (!multi)
		ug_score_single(&d->score, &alike->single);
	else if (!ug_score_multi(&d->score, alike->single.encoding, (unsigned)
	    (d->sample.tokens.len / FEW_BROKEN),
	    *best + FAR_BEHIND - alike->beside))
		return;
	detector_lean(d, ascii);
	/* What home costs at most decides among those. */
	for (size_t k = 0; k < 2 && (k == 0 || d->expected != NULL); k++)
		n[k] = ug_tally_spoken(&d->score.tally,
		    &d->leanings[k][ascii],
		    UG_W(ABROAD) + UG_W(HOME_LETTERS), spoken[k]);
	for (size_t i = alike->first; i != NONE; i = d->next[i]) {
		struct ug_reading_of *const r = &d->readings[i];

		if (multi)
			r->n_broken = d->score.n_broken;
		r->alone = detector_least(d, r->number, spoken[0], n[0],
		    &r->alone_language);
		r->cost = r->alone;
		r->language = r->alone_language;
		if (d->expected != NULL)
			r->cost = detector_least(d, r->number, spoken[1], n[1],
			    &r->language);
		detector_add(r, (int)r->n_broken * UG_W(BROKEN));
		r->alone += detector_alone(d, r);
		r->cost += detector_expected(d, r);
		if (r->cost < *best)
			*best = r->cost;
	}
}

/*
 * Look at single-byte candidates, and put them in the order of what they cost
 * at least.
 */
static size_t
detector_order(struct ug_detector *d, struct detector_alike **order)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n_alike; i++) {
		struct detector_alike *const one = &d->alike[i];
		size_t at = n;

		if (detector_multi(one))
			continue;
		detector_lean(d, one->single.ascii);
		one->cost = one->beside + ug_score_first(&d->score,
		    &one->single, &d->leanings[0][one->single.ascii],
		    &one->least);
		for (n++; at > 0 && order[at - 1]->cost > one->cost; at--)
			order[at] = order[at - 1];
		order[at] = one;
	}
	return n;
}

/* Whether a single-byte candidate, looked at again, costs at least `limit`. */
static bool
detector_far(struct ug_detector *d, struct detector_alike *alike, int limit)
{
	return alike->beside + ug_score_further(&d->score, &alike->single,
	    &d->leanings[0][alike->single.ascii], limit - alike->beside,
	    &alike->least) >= limit;
}

/*
 * Read the sample in each candidate.  Those that do not read it go, and those
 * that are far behind.
 */
static void
detector_score(struct ug_detector *d)
{
	struct detector_alike *order[UG_ENCODINGS_MAX];
	const size_t n = detector_order(d, order);
	int best = INT_MAX - FAR_BEHIND - UG_W(DECLARED) - UG_W(FALLBACK);
	size_t kept = 0;

	/* The best of these sets a limit to those of several bytes. */
	if (n > 0)
		detector_score_alike(d, order[0], &best);
	for (size_t i = 0; i < d->n_alike; i++)
		if (detector_multi(&d->alike[i]))
			detector_score_alike(d, &d->alike[i], &best);
	for (size_t i = 1; i < n && order[i]->cost < best + FAR_BEHIND; i++)
		if (!detector_far(d, order[i], best + FAR_BEHIND))
			detector_score_alike(d, order[i], &best);
	for (size_t i = 0; i < d->n; i++)
		if (d->readings[i].cost != INT_MAX)
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
	unsigned n_broken;

	ug_witness_ask(bytes, len < WINDOW_MAX ? len : WINDOW_MAX, label);
	named = label[0] == '\0' ? NULL : detector_named(label);
	if (named == NULL || (named->kind != UG_SINGLE_BYTE &&
	    named->kind != UG_MULTI_BYTE))
		return;
	signature = detector_signature(&d->sample, named, &n_broken);
	for (size_t i = 0; i < d->n; i++)
		if (d->readings[i].signature == signature)
			detector_add(&d->readings[i], -UG_W(WITNESS));
}

/*
 * Whether an encoding has what the whole record holds: bytes[0..len), those
 * that are `present`.
 */
static bool
detector_reads(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len, const bool *present)
{
	if (encoding->kind != UG_SINGLE_BYTE)
		return ug_detect_valid(encoding, bytes, len);
	for (unsigned i = 0x80; i < 256; i++) {
		const uint32_t c = encoding->upper[i - 0x80];

		if (present[i] && (c == UG_UNDEFINED || (c >= 0x80 &&
		    c < 0xA0)))
			return false;
	}
	return true;
}

/* See whether the best readings hold beyond the sample. */
static void
detector_check(struct ug_detector *d, const unsigned char *bytes, size_t len)
{
	bool present[256] = { false };

	for (size_t i = 0; i < len; i++)
		present[bytes[i]] = true;
	for (size_t i = 0; i < d->n && i < LEADERS; i++)
		if (!detector_reads(d->readings[i].encoding, bytes, len,
		    present))
			detector_add(&d->readings[i], UG_W(BROKEN));
	detector_sort(d);
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
	d->expected = expected;
	detector_meet(d);
	detector_begin(d);
	detector_list(d);
	detector_score(d);
	detector_sort(d);
	if (d->sample.full)
		detector_check(d, bytes, len);
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
