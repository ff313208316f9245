/*
 * codings.c - the encodings that get mixed up, and how seldom
 *
 * A rule is named after both: what the text was, and what it was read as.
 */
#include "codings.h"

#include <assert.h>
#include <string.h>

#include "base/hash.h"
#include "base/least.h"
#include "encodings/encode.h"

#define ABROAD 600 /* a text of one read in one of another */
#define PLACES 512 /* more than there are encodings */
#define TELLS  4   /* characters that labels end in, by which most differ */

#define TEXTS(T) \
	T(UG_IN_WEST, "utf-8", 0) \
	T(UG_IN_WEST, "windows-1252", 100) \
	T(UG_IN_CYRILLIC, "windows-1251", 100) \
	T(UG_IN_CENTRAL, "windows-1250", 100) \
	T(UG_IN_EAST, "gb18030", 100) \
	T(UG_IN_EAST, "shift_jis", 100) \
	T(UG_IN_EAST, "big5", 100) \
	T(UG_IN_EAST, "euc-kr", 100) \
	T(UG_IN_EAST, "euc-jp", 100) \
	T(UG_IN_GREEK, "windows-1253", 100) \
	T(UG_IN_TURKISH, "windows-1254", 100) \
	T(UG_IN_HEBREW, "windows-1255", 100) \
	T(UG_IN_ARABIC, "windows-1256", 100) \
	T(UG_IN_BALTIC, "windows-1257", 100) \
	T(UG_IN_THAI, "windows-874", 100) \
	T(UG_IN_VIETNAM, "windows-1258", 200) \
	T(UG_IN_CYRILLIC, "koi8-r", 200) \
	T(UG_IN_CYRILLIC, "koi8-u", 250) \
	T(UG_IN_CYRILLIC, "ibm866", 200) \
	T(UG_IN_WEST, "ibm437", 200) \
	T(UG_IN_WEST, "ibm850", 200) \
	T(UG_IN_CENTRAL, "ibm852", 200) \
	T(UG_IN_WEST, "macintosh", 200) \
	T(UG_IN_CENTRAL, "iso-8859-2", 200) \
	T(UG_IN_GREEK, "iso-8859-7", 200) \
	T(UG_IN_WEST, "iso-8859-15", 200) \
	T(UG_IN_CYRILLIC, "x-mac-cyrillic", 300) \
	T(UG_IN_WEST, "ibm00858", 300) \
	T(UG_IN_CYRILLIC, "iso-8859-5", 400) \
	T(UG_IN_ARABIC, "iso-8859-6", 400) \
	T(UG_IN_HEBREW, "iso-8859-8", 400) \
	T(UG_IN_BALTIC, "iso-8859-13", 400) \
	T(UG_IN_GREEK, "cp737", 400) \
	T(UG_IN_CYRILLIC, "ibm855", 400) \
	T(UG_IN_TURKISH, "ibm857", 400) \
	T(UG_IN_HEBREW, "ibm862", 400) \
	T(UG_IN_WEST, "ibm865", 400) \
	T(UG_IN_CENTRAL, "x-mac-centraleurope", 400) \
	T(UG_IN_CENTRAL, "iso-8859-3", 500) \
	T(UG_IN_BALTIC, "iso-8859-4", 500) \
	T(UG_IN_CENTRAL, "iso-8859-16", 500) \
	T(UG_IN_BALTIC, "ibm775", 500) \
	T(UG_IN_WEST, "ibm861", 700) \
	T(UG_IN_WEST, "ibm860", 700) \
	T(UG_IN_WEST, "ibm863", 700) \
	T(UG_IN_ARABIC, "cp720", 500) \
	T(UG_IN_GREEK, "ibm869", 500) \
	T(UG_IN_CYRILLIC, "cp1125", 500) \
	T(UG_IN_GREEK, "x-mac-greek", 500) \
	T(UG_IN_TURKISH, "x-mac-turkish", 500) \
	T(UG_IN_WEST, "iso-8859-10", 600) \
	T(UG_IN_WEST, "iso-8859-14", 600)

#define READERS(R, text) \
	R(text, UG_IN_WEST, "windows-1252", 0) \
	R(text, UG_IN_WEST, "iso-8859-1", 50) \
	R(text, UG_IN_CYRILLIC, "windows-1251", 100) \
	R(text, UG_IN_CENTRAL, "windows-1250", 200) \
	R(text, UG_IN_WEST, "ibm437", 200) \
	R(text, UG_IN_WEST, "ibm850", 200) \
	R(text, UG_IN_WEST, "macintosh", 200) \
	R(text, UG_IN_EAST, "gb18030", 200) \
	R(text, UG_IN_EAST, "shift_jis", 200) \
	R(text, UG_IN_EAST, "shift_jis", 250) \
	R(text, UG_IN_EAST, "euc-kr", 200) \
	R(text, UG_IN_EAST, "big5", 300) \
	R(text, UG_IN_EAST, "euc-jp", 300) \
	R(text, UG_IN_WEST, "iso-8859-15", 200) \
	R(text, UG_IN_GREEK, "windows-1253", 300) \
	R(text, UG_IN_TURKISH, "windows-1254", 300) \
	R(text, UG_IN_CENTRAL, "ibm852", 300) \
	R(text, UG_IN_CYRILLIC, "ibm866", 300) \
	R(text, UG_IN_CYRILLIC, "koi8-r", 300) \
	R(text, UG_IN_CENTRAL, "iso-8859-2", 300) \
	R(text, UG_IN_HEBREW, "windows-1255", 400) \
	R(text, UG_IN_ARABIC, "windows-1256", 400) \
	R(text, UG_IN_BALTIC, "windows-1257", 400) \
	R(text, UG_IN_THAI, "windows-874", 400) \
	R(text, UG_IN_CYRILLIC, "x-mac-cyrillic", 400) \
	R(text, UG_IN_CYRILLIC, "iso-8859-5", 400) \
	R(text, UG_IN_GREEK, "iso-8859-7", 400) \
	R(text, UG_IN_VIETNAM, "windows-1258", 500) \
	R(text, UG_IN_CYRILLIC, "koi8-u", 500) \
	R(text, UG_IN_BALTIC, "iso-8859-13", 500) \
	R(text, UG_IN_BALTIC, "iso-8859-4", 600) \
	R(text, UG_IN_ARABIC, "iso-8859-6", 600) \
	R(text, UG_IN_HEBREW, "iso-8859-8", 600) \
	R(text, UG_IN_CENTRAL, "iso-8859-16", 600) \
	R(text, UG_IN_GREEK, "cp737", 600) \
	R(text, UG_IN_BALTIC, "ibm775", 600) \
	R(text, UG_IN_CYRILLIC, "ibm855", 600) \
	R(text, UG_IN_TURKISH, "ibm857", 600) \
	R(text, UG_IN_HEBREW, "ibm862", 600) \
	R(text, UG_IN_WEST, "ibm865", 500) \
	R(text, UG_IN_CENTRAL, "x-mac-centraleurope", 500) \
	R(text, UG_IN_CENTRAL, "iso-8859-3", 700) \
	R(text, UG_IN_WEST, "iso-8859-10", 700)

static const struct row {
	enum ug_region region;
	const char *label;
	int seldom;
} texts[] = {
#define TEXT_ROW(region, label, seldom) { region, label, seldom },
	TEXTS(TEXT_ROW)
}, readers[] = {
#define READER_ROW(text, region, label, seldom) { region, label, seldom },
	READERS(READER_ROW,)
};
#define N_TEXTS   (sizeof(texts) / sizeof(*texts))
#define N_READERS (sizeof(readers) / sizeof(*readers))

static const char rules[N_TEXTS][N_READERS][52] = {
#define RULE(text, region, label, seldom) "mojibake/" text ">" label,
#define RULE_ROW(region, text, seldom) { READERS(RULE, text) },
	TEXTS(RULE_ROW)
};

/* All encodings by their first labels, readers as such. */
struct places {
	const struct ug_encoding *encoding[PLACES]; /* NULL: an empty place */
	int reader[PLACES];                         /* -1: none */
};

/* The place of a label, or the empty one where it would be. */
static size_t
place_find(const struct places *places, const char *label)
{
	const size_t len = strlen(label);
	const size_t tells = UG_MIN(len, TELLS);
	size_t i = ug_mix_down(ug_mix(ug_hash_32_bytes((uint32_t)len,
	    label + len - tells, tells))) % PLACES;

	while (places->encoding[i] != NULL &&
	    strcmp(places->encoding[i]->labels[0], label) != 0)
		i = (i + 1) % PLACES;
	return i;
}

static void
place_set(struct places *places, const struct ug_encoding *encoding, int reader)
{
	const size_t i = place_find(places, encoding->labels[0]);

	places->encoding[i] = encoding;
	places->reader[i] = reader;
}

static void
places_fill(struct places *places)
{
	memset(places, 0, sizeof(*places));
	for (size_t i = 0; ug_encoding_at(i) != NULL; i++)
		place_set(places, ug_encoding_at(i), -1);
	for (size_t i = 0; i < ug_n_readers(); i++)
		place_set(places, ug_reader(i), (int)i);
}

static struct ug_coding
coding_find(const struct places *places, const struct row *row)
{
	const size_t i = place_find(places, row->label);

	return (struct ug_coding){ places->encoding[i], places->reader[i],
		row->seldom, row->region, false };
}

void
ug_codings_init(struct ug_codings *codings)
{
	struct places places;

	places_fill(&places);
	*codings = (struct ug_codings){ .n_texts = N_TEXTS,
		.n_readers = N_READERS };
	for (size_t i = 0; i < N_TEXTS; i++) {
		codings->texts[i] = coding_find(&places, &texts[i]);
		assert(codings->texts[i].encoding != NULL);
		if (codings->texts[i].encoding->kind != UG_SINGLE_BYTE)
			codings->wide |= (uint64_t)1 << i;
	}
	for (size_t i = 0; i < N_READERS; i++)
		codings->readers[i] = coding_find(&places, &readers[i]);
	for (size_t i = 1; i < N_READERS; i++)
		codings->readers[i].other = codings->readers[i].encoding ==
		    codings->readers[i - 1].encoding;
}

int
ug_coding_seldom(const struct ug_coding *text, const struct ug_coding *reader)
{
	const bool abroad = text->region != reader->region &&
	    text->region != UG_IN_WEST && reader->region != UG_IN_WEST &&
	    (text->region > UG_IN_VIETNAM || reader->region > UG_IN_VIETNAM);

	return text->seldom + reader->seldom + (abroad ? ABROAD : 0);
}

const char *
ug_coding_rule(size_t text, size_t reader)
{
	return rules[text][reader];
}
