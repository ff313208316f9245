/*
 * fit_train.c - fits model/weights.h: prints it anew
 *
 *	fit_train DIR LINES > weights.h
 *
 * Every weight is moved up and down as long as the mean surprise (-ln of the
 * share of the right reading, of all readings) falls.  Read are lines that the
 * model was not trained on: those of DIR whose hash is 0 modulo HELD (see
 * model/model_train.c), and LINES, "LANG<TAB>sentence" each.  Each is written
 * in the encodings that have its letters.  Weights of what is expected, of
 * priors and of the caller's hints are no matter of data like these, and stay.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../encodings/multi_byte.h"
#include "../model/train.h"
#include "../model/weights.h"
#include "detector.h"
#include "home_table.h"

#define HELD         10
#define LINE_MAX     65536
#define LINES_MAX    24   /* of a language, out of DIR */
#define LONG_EVERY   4    /* one in so many is LONG bytes long */
#define SHORT_MIN    20
#define SHORT_MAX    76
#define LONG         256
#define ENCODINGS    6    /* in which a line is written, at most */
#define LACKS_MAX    50   /* hundredths of a language's letters an encoding
                           * may lack, if not those of the line */
#define ITEMS_MAX    40000

#define UG_WEIGHT_START(name, value) value,
int ug_weights[UG_N_WEIGHTS] = { UG_WEIGHTS(UG_WEIGHT_START) };

static const struct {
	const char *name;
	bool fitted;
	const char *source;
} weights[] = {
#define UG_WEIGHT_NAME(name, value) { #name, true, "" },
	UG_WEIGHTS(UG_WEIGHT_NAME)
};

struct item {
	const struct ug_encoding *encoding;
	size_t language;
	unsigned char bytes[LONG + 8];
	size_t len;
};

static struct item *items;
static size_t n_items;
static uint16_t (*multi)[0x10000]; /* [decoder][code point]: two bytes */

static void
multi_fill(void)
{
	multi = calloc(16, sizeof(*multi));
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++) {
		const struct ug_encoding *const e = ug_encoding_at(i);

		if (e->kind != UG_MULTI_BYTE || e->decoder == UG_CONVERTER)
			continue;
		for (unsigned k = 0; k < 0x8000; k++) {
			const unsigned char pair[2] = {
				(unsigned char)(0x80 | k >> 8),
				(unsigned char)k };
			unsigned state = 0;
			const struct ug_char found = ug_multi_byte_next(
			    e->decoder, pair, 2, &state);

			if (found.len == 2 && found.c < 0x10000 &&
			    multi[e->decoder][found.c] == 0)
				multi[e->decoder][found.c] =
				    (uint16_t)(0x8000 | k);
		}
	}
}

/* The bytes of a character, 0 of them if there are none. */
static size_t
encode(const struct ug_encoding *e, uint32_t c, unsigned char *out)
{
	if (c < 0x80) {
		out[0] = (unsigned char)c;
		return 1;
	}
	if (e->kind == UG_MULTI_BYTE) {
		const unsigned pair = c < 0x10000 ? multi[e->decoder][c] : 0;

		out[0] = (unsigned char)(pair >> 8);
		out[1] = (unsigned char)pair;
		return pair == 0 ? 0 : 2;
	}
	for (size_t i = 0; i < 128; i++)
		if (e->upper[i] == c) {
			out[0] = (unsigned char)(0x80 + i);
			return 1;
		}
	return 0;
}

static bool
item_make(const struct ug_encoding *e, size_t language, const char *line,
    size_t max)
{
	const struct ug_text text = { line, strlen(line) };
	struct item *const item = &items[n_items];
	bool high = false;

	item->encoding = e;
	item->language = language;
	item->len = 0;
	for (size_t at = 0; at < text.len && item->len < max; ) {
		const uint32_t c = ug_text_next(text, &at);
		uint32_t old[2] = { c, 0 };
		size_t n = encode(e, c, item->bytes + item->len);

		if (n == 0) {
			const size_t k = train_spell_old(c, old);

			n = encode(e, old[0], item->bytes + item->len);
			if (n > 0 && k == 2)
				n = encode(e, old[1], item->bytes +
				    item->len + n) == 0 ? 0 : n + 1;
		}
		if (n == 0)
			return false;
		item->len += n;
		high |= c >= 0x80;
	}
	n_items += high && n_items < ITEMS_MAX - 1;
	return high;
}

/* Write a line in encodings that its language may be in. */
static void
line_write(size_t language, const char *line, size_t max, uint32_t seed)
{
	size_t n = 0, total = 0, kept[UG_ENCODINGS_MAX];

	for (size_t i = 0; ug_encoding_at(i) != NULL; i++) {
		const struct ug_encoding *const e = ug_encoding_at(i);

		if ((e->kind == UG_SINGLE_BYTE && e->upper != NULL &&
		    e->lower == NULL) || (e->kind == UG_MULTI_BYTE &&
		    e->decoder != UG_CONVERTER &&
		    ug_language_script(language) == UG_CJK))
			if (home_table[i][language] <= LACKS_MAX)
				kept[total++] = i;
	}
	for (; total > 0 && n < ENCODINGS; n++) {
		const size_t k = (seed = seed * 1664525u + 1013904223u) >> 8;
		const size_t at = k % total;

		(void)item_make(ug_encoding_at(kept[at]), language, line, max);
		kept[at] = kept[--total];
	}
}

static uint32_t
line_hash(const char *line)
{
	uint32_t h = 2166136261u;

	for (; *line != '\0'; line++)
		h = (h ^ (unsigned char)*line) * 16777619u;
	return h ^ h >> 15;
}

static void
text_read(const char *dir, size_t language)
{
	static char line[LINE_MAX];
	char name[4096];
	FILE *in;
	unsigned n = 0;

	snprintf(name, sizeof(name), "%s/%s.txt", dir,
	    ug_language_code(language));
	in = fopen(name, "r");
	if (in == NULL)
		return;
	while (n < LINES_MAX && fgets(line, LINE_MAX, in) != NULL) {
		line[strcspn(line, "\n")] = '\0';

		const uint32_t h = line_hash(line);

		/* One in some, so that not all come from the first source. */
		if (h % HELD == 0 && strlen(line) > 40 && h / HELD % 16 == 0)
			line_write(language, line, n++ % LONG_EVERY == 0 ?
			    LONG : SHORT_MIN + h / 1024 %
			    (SHORT_MAX - SHORT_MIN), h);
	}
	fclose(in);
}

static void
lines_read(const char *name)
{
	static char line[LINE_MAX];
	FILE *const in = fopen(name, "r");

	while (in != NULL && fgets(line, LINE_MAX, in) != NULL) {
		char *const tab = strchr(line, '\t');
		size_t language;

		line[strcspn(line, "\n")] = '\0';
		if (tab == NULL)
			continue;
		*tab = '\0';
		language = ug_language_of(line);
		if (language != SIZE_MAX)
			line_write(language, tab + 1, LONG, line_hash(tab + 1));
	}
	if (in != NULL)
		fclose(in);
}

static double right;

/* The mean surprise of all items, in nats. */
static double
surprise(struct ug_detector *detector)
{
	double sum = 0;
	size_t n_right = 0;

	for (size_t i = 0; i < n_items; i++) {
		const struct item *const item = &items[i];
		const struct ug_reading_of *r;
		double all = 0, mine = 1e-9;
		uint64_t signature = 0;
		size_t n;

		if (ug_detector_read(detector, item->bytes, item->len, NULL,
		    &r, &n) != UNGARBLE_OK)
			exit(1);
		for (size_t k = 0; k < n; k++)
			if (r[k].encoding == item->encoding)
				signature = r[k].signature;
		for (size_t k = 0; k < n; k++) {
			size_t j = 0;

			while (r[j].signature != r[k].signature)
				j++;
			if (j < k)
				continue;

			const double p = exp(-(r[k].cost - r[0].cost) /
			    (double)UG_W(HEAT));

			all += p;
			if (r[k].signature == signature)
				mine += p;
		}
		sum -= log(mine / (all + 1e-9));
		n_right += n > 0 && r[0].signature == signature;
	}
	right = (double)n_right / (double)n_items;
	return sum / (double)n_items;
}

static bool
is_fitted(const char *name)
{
	static const char *const kept[] = { "PRIOR", "DECLARED", "FALLBACK",
		"WITNESS", "WITNESS_ASKED", "NEW_ENCODING", "NEW_LANGUAGE",
		"SURE", "LETTERS", "FITS_PAIR", "FITS_MORE", "FITS_WIDE",
		"FITS_WIDE_MORE" };

	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (strcmp(kept[i], name) == 0)
			return false;
	return true;
}

static void
fit(struct ug_detector *detector)
{
	double best = surprise(detector);
	double step = .4;

	fprintf(stderr, "%zu items, surprise %.5f, right %.2f %%\n", n_items,
	    best, 100 * right);
	while (step > .04) {
		bool better = false;

		for (size_t i = 0; i < UG_N_WEIGHTS; i++) {
			const int old = ug_weights[i];

			for (int way = -1; way <= 1 && is_fitted(
			    weights[i].name); way += 2) {
				double now;

				ug_weights[i] = (int)(old *
				    (way < 0 ? 1 / (1 + step) : 1 + step) + .5);
				now = surprise(detector);
				if (now < best - 1e-5) {
					best = now;
					better = true;
					fprintf(stderr, "%-14s %5d  %.5f  "
					    "%.2f %%\n", weights[i].name,
					    ug_weights[i], best, 100 * right);
					break;
				}
				ug_weights[i] = old;
			}
		}
		if (!better)
			step /= 2;
	}
}

int
main(int argc, char **argv)
{
	const struct ug_candidates candidates = { .fallback = &ug_windows_1252,
		.flat = true };
	struct ug_detector *detector;

	if (argc != 3) {
		fprintf(stderr, "usage: fit_train DIR LINES\n");
		return 2;
	}
	items = calloc(ITEMS_MAX, sizeof(*items));
	if (items == NULL || ug_detector_new(&detector, &candidates,
	    &ug_alloc_libc) != UNGARBLE_OK)
		return 1;
	multi_fill();
	for (size_t l = 0; l < ug_n_languages(); l++)
		text_read(argv[1], l);
	lines_read(argv[2]);
	ug_weights[UG_AT_WITNESS] = 0;
	fit(detector);
	for (size_t i = 0; i < UG_N_WEIGHTS; i++)
		printf("%s %d\n", weights[i].name, ug_weights[i]);
	ug_detector_free(detector);
	return 0;
}
