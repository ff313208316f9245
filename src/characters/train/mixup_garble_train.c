/*
 * mixup_garble_train.c - sentences read in the wrong legacy encoding
 *
 *	Привет in windows-1251, CF F0 E8 E2 E5 F2  ->  U+00CF U+00F0 ...
 *
 * In an encoding of its language, all that it holds; read in any.  Both are
 * drawn, those that are met more often more often.
 */
#include "mixup_train.h"

#include "detect/home.h"

#define DRAWS     3 /* of each way */
#define FEW_WORDS 3

/* What a text was in, and was read in. */
struct pair {
	const struct ug_coding *text, *reader;
};

/* What is wanted of a pair. */
struct want {
	enum ug_encoding_kind text, reader;
};

/* The bytes of `c` in what the text was in; 0: it has none. */
static size_t
char_encode(const struct ug_coding *text, uint32_t c, unsigned char *bytes)
{
	if (text->encoding == &ug_utf8)
		return ug_put_char(c, (char *)bytes);
	bytes[0] = (unsigned char)c;
	return c < 0x80 ? 1 : ug_encode_char(text->encoding, c, bytes);
}

/* Read bytes as the reader does; those that stand for nothing are controls. */
static struct ug_char
char_misread(const struct ug_coding *reader, const unsigned char *bytes,
    size_t len)
{
	struct ug_char found = { 1, bytes[0], 0 };
	unsigned state = 0;

	if (reader->encoding->kind == UG_MULTI_BYTE)
		return ug_multi_byte_next(reader->encoding->decoder, bytes, len,
		    &state);
	if (bytes[0] >= 0x80 && reader->encoding->upper[bytes[0] - 0x80] !=
	    UG_UNDEFINED)
		found.c = reader->encoding->upper[bytes[0] - 0x80];
	return found;
}

/* Where garbled text is written, and what is left of it. */
struct writer {
	char line[TRAIN_ROOM], truth[TRAIN_ROOM];
	char *line_end, *truth_end;
	bool lost[TRAIN_LINE * UG_ENCODED_MAX]; /* bytes */
	bool loses;
};

static void
writer_add(struct writer *w, const char *s, size_t len)
{
	memcpy(w->line_end, s, len);
	memcpy(w->truth_end, s, len);
	w->line_end += len;
	w->truth_end += len;
}

/* What is left of a text of which some bytes are lost. */
static void
writer_leave(struct writer *w, const struct ug_coding *coding,
    struct ug_text text)
{
	unsigned char bytes[UG_ENCODED_MAX];
	const bool *lost = w->lost;

	for (size_t at = 0; at < text.len; ) {
		const uint32_t c = ug_text_next(text, &at);
		const size_t len = char_encode(coding, c, bytes);

		w->truth_end += ug_put_char(memchr(lost, 1, len) != NULL ?
		    UG_REPLACEMENT : c, w->truth_end);
		lost += len;
	}
}

/*
 * Add the text, garbled.  False: it cannot be written in that encoding, or some
 * was lost that was not UTF-8.
 */
static bool
writer_garble(struct writer *w, const struct pair *pair, struct ug_text text)
{
	unsigned char bytes[TRAIN_LINE * UG_ENCODED_MAX];
	size_t n = 0;

	for (size_t at = 0; at < text.len; ) {
		const size_t len = char_encode(pair->text,
		    ug_text_next(text, &at), bytes + n);

		if (len == 0)
			return false;
		n += len;
	}
	for (size_t i = 0; i < n; ) {
		const struct ug_char c = char_misread(pair->reader, bytes + i,
		    n - i);
		const bool bad = c.c == UG_MALFORMED;

		w->line_end += ug_put_char(bad ? UG_REPLACEMENT : c.c,
		    w->line_end);
		if (!bad && c.second != 0)
			w->line_end += ug_put_char(c.second, w->line_end);
		memset(w->lost + i, bad, c.len);
		w->loses = w->loses || bad;
		i += c.len;
	}
	writer_leave(w, pair->text, text);
	return !w->loses || pair->text->encoding == &ug_utf8;
}

/* Add a line of which [from, to) is garbled. */
static void
line_add(enum train_way way, const struct pair *pair, const char *line,
    size_t from, size_t to, train_add *add)
{
	struct writer w = { .loses = false };

	w.line_end = w.line;
	w.truth_end = w.truth;
	writer_add(&w, line, from);
	if (!writer_garble(&w, pair,
	    (struct ug_text){ line + from, to - from }))
		return;
	writer_add(&w, line + to, strlen(line + to) + 1);
	add(way == TRAIN_UTF8 && w.loses ? TRAIN_UTF8_LOST : way, w.line,
	    w.truth);
}

static uint32_t
draw(uint32_t *random, size_t n)
{
	*random = *random * 1664525u + 1013904223u;
	return (uint32_t)((*random >> 8) % n);
}

/* Is the encoding there for the language? */
static bool
coding_own(const struct ug_coding *coding, size_t language)
{
	size_t i = 0;

	while (ug_encoding_at(i) != coding->encoding)
		if (ug_encoding_at(i++) == NULL)
			return false;
	return (ug_home_of(i)[language] & UG_HOME_ABROAD) == 0;
}

/* One of those for the language, SIZE_MAX: for any; NULL: there is none. */
static const struct ug_coding *
coding_draw(const struct ug_coding *list, size_t n, enum ug_encoding_kind kind,
    size_t language, uint32_t *random)
{
	const struct ug_coding *fit[UG_READERS + UG_TEXTS_MAX];
	size_t n_fit = 0, a, b;

	for (size_t i = 0; i < n; i++)
		if (list[i].encoding->kind == kind && !list[i].other &&
		    (language == SIZE_MAX || coding_own(&list[i], language)))
			fit[n_fit++] = &list[i];
	if (n_fit == 0)
		return NULL;
	/* They are in the order of how often they are met. */
	a = draw(random, n_fit);
	b = draw(random, n_fit);
	return fit[a < b ? a : b];
}

static bool
pair_draw(const struct ug_codings *codings, size_t language, struct want want,
    uint32_t *random, struct pair *pair)
{
	pair->text = coding_draw(codings->texts, codings->n_texts, want.text,
	    want.text == UG_UTF8 ? SIZE_MAX : language, random);
	pair->reader = coding_draw(codings->readers, codings->n_readers,
	    want.reader, SIZE_MAX, random);
	return pair->text != NULL &&
	    pair->text->encoding != pair->reader->encoding;
}

/* The words from the i-th that is not all ASCII, up to `most`.  False: none. */
static bool
words_find(const char *line, unsigned i, unsigned most, size_t *from,
    size_t *to)
{
	size_t at = 0;

	for (; line[at] != '\0'; at += strspn(line + at, " ")) {
		const size_t len = strcspn(line + at, " ");

		if (ug_text_ascii((struct ug_text){ line + at, len }) < len &&
		    i-- == 0)
			break;
		at += len;
	}
	*from = *to = at;
	for (; most > 0 && line[*to] != '\0'; most--) {
		*to += strspn(line + *to, " ");
		*to += strcspn(line + *to, " ");
	}
	return *to > *from;
}

/* Garble a few words alone. */
static void
few_add(enum train_way way, const struct pair *pair, const char *line,
    uint32_t *random, train_add *add)
{
	char few[TRAIN_LINE + 1];
	size_t from, to;

	if (!words_find(line, draw(random, 3), 1 + draw(random, FEW_WORDS),
	    &from, &to))
		return;
	memcpy(few, line + from, to - from);
	few[to - from] = '\0';
	line_add(way, pair, few, 0, to - from, add);
}

/* Garble a word of a line that has others, or all from it on. */
static void
part_add(const struct pair *pair, const char *line, uint32_t *random,
    train_add *add)
{
	size_t from, to;

	if (words_find(line, draw(random, 3), draw(random, 2) == 0 ? 1 :
	    TRAIN_LINE, &from, &to) && to - from < strlen(line))
		line_add(TRAIN_SINGLE_PART, pair, line, from, to, add);
}

void
train_garble(const struct ug_codings *codings, size_t language,
    const char *line, uint32_t random, train_add *add)
{
	static const struct {
		struct want want;
		enum train_way whole, few; /* CLEAN: none */
	} kinds[] = {
		{ { UG_SINGLE_BYTE, UG_SINGLE_BYTE }, TRAIN_SINGLE,
		    TRAIN_SINGLE_FEW },
		{ { UG_MULTI_BYTE, UG_SINGLE_BYTE }, TRAIN_EAST,
		    TRAIN_EAST_FEW },
		{ { UG_MULTI_BYTE, UG_MULTI_BYTE }, TRAIN_EAST_EAST,
		    TRAIN_CLEAN },
		{ { UG_UTF8, UG_MULTI_BYTE }, TRAIN_UTF8, TRAIN_UTF8_FEW },
	};

	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		for (unsigned i = 0; i < DRAWS; i++) {
			struct pair pair;

			if (!pair_draw(codings, language, kinds[k].want,
			    &random, &pair))
				continue;
			line_add(kinds[k].whole, &pair, line, 0, strlen(line),
			    add);
			if (kinds[k].few != TRAIN_CLEAN)
				few_add(kinds[k].few, &pair, line, &random,
				    add);
			if (kinds[k].whole == TRAIN_SINGLE)
				part_add(&pair, line, &random, add);
		}
}
