/*
 * items_train.c - sentences in the encodings that have their letters
 *
 * Which ones depends on the sentence alone: a second run makes the same items.
 */
#include "items_train.h"

#include "detect/detector.h"
#include "encode_train.h"
#include "detect/home.h"
#include "model/train/train.h"

#define ITEMS_MAX   40000
#define OF_LANGUAGE 24 /* lines out of DIR */
#define ONE_IN      16 /* of those left out: not all of the first source */
#define LINE_MIN    40 /* bytes of UTF-8 */
#define LONG_EVERY  4  /* one in so many is long */
#define SHORT_MIN   20 /* bytes of the others; */
#define SHORT_MAX   76 /* no more than a line */
#define ENCODINGS   6  /* in which a line is written, at most */
#define LACKS_MAX   50 /* hundredths of a language's letters an encoding may
                        * lack, if not those of the line */

struct train_item *train_items;
size_t train_n_items;

/* Add a line if the encoding has all of it, and some of it beyond ASCII. */
static void
item_add(const struct ug_encoding *encoding, struct ug_text text, size_t max)
{
	struct train_item *const item = &train_items[train_n_items];
	bool high = false;

	item->encoding = encoding;
	item->len = 0;
	for (size_t at = 0; at < text.len && item->len < max; ) {
		const uint32_t c = ug_text_next(text, &at);
		const size_t n = train_encode(encoding, c,
		    item->bytes + item->len);

		if (n == 0)
			return;
		item->len += n;
		high |= c >= 0x80;
	}
	train_n_items += high && train_n_items < ITEMS_MAX - 1;
}

/* Whether an encoding may hold a language, one that is ASCII below 80. */
static bool
encoding_fits(size_t number, size_t language)
{
	const struct ug_encoding *const e = ug_encoding_at(number);

	return train_encodes(e) && e->lower == NULL &&
	    (e->kind == UG_SINGLE_BYTE ||
	    ug_language_script(language) == UG_CJK) &&
	    ug_home_of(number)[language] <= LACKS_MAX;
}

/* Write a line in some of the encodings that its language may be in. */
static void
line_write(size_t language, const char *line, size_t max)
{
	const struct ug_text text = { line, strlen(line) };
	uint32_t random = train_line_hash(line);
	size_t left = 0, kept[UG_ENCODINGS_MAX];

	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		if (encoding_fits(i, language))
			kept[left++] = i;
	for (size_t n = 0; left > 0 && n < ENCODINGS; n++) {
		size_t at;

		/* Numerical Recipes' generator: its low bits are weak. */
		random = random * 1664525u + 1013904223u;
		at = (random >> 8) % left;
		item_add(ug_encoding_at(kept[at]), text, max);
		kept[at] = kept[--left];
	}
}

static void
language_read(const char *dir, size_t language)
{
	static struct train_lines lines;
	const char *const code = ug_language_code(language);
	unsigned n = 0;

	if (code[0] == '\0' || !train_lines_open(&lines, dir, code, "txt"))
		return;
	while (train_lines_next(&lines)) {
		const uint32_t h = train_line_hash(lines.line);

		if (n == OF_LANGUAGE || h % TRAIN_HELD != 0 ||
		    h / TRAIN_HELD % ONE_IN != 0 ||
		    strlen(lines.line) <= LINE_MIN)
			continue;
		/* Its low bits are spent: higher ones tell the length. */
		line_write(language, lines.line, n++ % LONG_EVERY == 0 ?
		    ITEM_LEN : SHORT_MIN + h / 1024 % (SHORT_MAX - SHORT_MIN));
	}
}

static void
lines_read(const char *name)
{
	static struct train_lines lines;

	train_lines_need(&lines, name);
	while (train_lines_next(&lines)) {
		char *const tab = strchr(lines.line, '\t');
		size_t language;

		if (tab == NULL)
			continue;
		*tab = '\0';
		language = ug_language_of(lines.line);
		if (language != SIZE_MAX)
			line_write(language, tab + 1, ITEM_LEN);
	}
}

void
train_items_read(const char *dir, const char *lines)
{
	train_items = train_grab(ITEMS_MAX, sizeof(*train_items));
	for (size_t l = 0; l < ug_n_languages(); l++)
		language_read(dir, l);
	lines_read(lines);
}
