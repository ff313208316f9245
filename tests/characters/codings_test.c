/*
 * codings_test.c - the encodings that get mixed up, and how seldom they are
 */
#include "characters/codings.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "encodings/encode.h"

static struct ug_codings codings;

/* Texts and readers are encodings of their own, and rules say which. */
static void
test_rules(void)
{
	for (size_t t = 0; t < codings.n_texts; t++)
		for (size_t r = 0; r < codings.n_readers; r++) {
			char rule[64];

			snprintf(rule, sizeof(rule), "mojibake/%s>%s",
			    codings.texts[t].encoding->labels[0],
			    codings.readers[r].encoding->labels[0]);
			CHECK(rule, strcmp(ug_coding_rule(t, r), rule) == 0);
		}
}

static void
test_texts(void)
{
	for (size_t t = 0; t < codings.n_texts; t++) {
		const struct ug_coding *const text = &codings.texts[t];
		const bool wide = text->encoding->kind != UG_SINGLE_BYTE;

		CHECK(text->encoding->labels[0], (codings.wide >> t & 1) ==
		    wide && !text->other);
		CHECK(text->encoding->labels[0], wide == (t == 0 ||
		    text->region == UG_IN_EAST));
		for (size_t k = 0; k < t; k++)
			CHECK(text->encoding->labels[0],
			    codings.texts[k].encoding != text->encoding);
	}
	CHECK("no more", codings.wide >> codings.n_texts == 0);
}

/* A reader has its number if it is one of single bytes. */
static void
test_readers(void)
{
	size_t n_other = 0;

	for (size_t r = 0; r < codings.n_readers; r++) {
		const struct ug_coding *const reader = &codings.readers[r];
		size_t number = 0;

		while (number < ug_n_readers() &&
		    ug_reader(number) != reader->encoding)
			number++;
		CHECK(reader->encoding->labels[0], reader->reader ==
		    (number < ug_n_readers() ? (int)number : -1));
		CHECK(reader->encoding->labels[0], (reader->reader < 0) ==
		    (reader->region == UG_IN_EAST));
		CHECK(reader->encoding->labels[0], !reader->other ||
		    reader->encoding == codings.readers[r - 1].encoding);
		n_other += reader->other;
	}
	CHECK("Shift_JIS twice", n_other == 1);
}

/* Do both have Latin letters, and perhaps those of other lands? */
static bool
near(enum ug_region a, enum ug_region b)
{
	const enum ug_region latin[] = { UG_IN_WEST, UG_IN_CENTRAL,
		UG_IN_BALTIC, UG_IN_TURKISH, UG_IN_VIETNAM };
	unsigned n = 0;

	for (size_t i = 0; i < sizeof(latin) / sizeof(*latin); i++)
		n += (unsigned)((a == latin[i]) + (b == latin[i]));
	return n == 2;
}

/* A text of one script read in an encoding of another is met less. */
static void
test_seldom(void)
{
	for (enum ug_region a = UG_IN_WEST; a <= UG_IN_EAST; a++)
		for (enum ug_region b = UG_IN_WEST; b <= UG_IN_EAST; b++) {
			const struct ug_coding text = { .seldom = 300,
				.region = a };
			const struct ug_coding reader = { .seldom = 50,
				.region = b };
			const bool met = a == b || near(a, b) ||
			    a == UG_IN_WEST || b == UG_IN_WEST;

			CHECK("seldom", ug_coding_seldom(&text, &reader) ==
			    (met ? 350 : 950));
		}
}

/* How seldom some are, and where they are at home. */
static const struct {
	const char *label;
	enum ug_region region;
	int text, reader; /* -1: it is none */
} rows[] = {
	{ "utf-8", UG_IN_WEST, 0, -1 },
	{ "windows-1252", UG_IN_WEST, 100, 0 },
	{ "iso-8859-1", UG_IN_WEST, -1, 50 },
	{ "windows-1251", UG_IN_CYRILLIC, 100, 100 },
	{ "gb18030", UG_IN_EAST, 100, 200 },
	{ "windows-1258", UG_IN_VIETNAM, 200, 500 },
	{ "ibm855", UG_IN_CYRILLIC, 400, 600 },
	{ "iso-8859-14", UG_IN_WEST, 600, -1 },
	{ "iso-8859-10", UG_IN_WEST, 600, 700 },
};

/* The one of that label; NULL: there is none. */
static const struct ug_coding *
coding_of(const struct ug_coding *list, size_t n, const char *label)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].encoding->labels[0], label) == 0)
			return &list[i];
	return NULL;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_coding *const text = coding_of(codings.texts,
		    codings.n_texts, rows[i].label);
		const struct ug_coding *const reader = coding_of(
		    codings.readers, codings.n_readers, rows[i].label);

		CHECK(rows[i].label, text == NULL ? rows[i].text < 0 :
		    text->seldom == rows[i].text && text->region ==
		    rows[i].region);
		CHECK(rows[i].label, reader == NULL ? rows[i].reader < 0 :
		    reader->seldom == rows[i].reader && reader->region ==
		    rows[i].region);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	memset(&codings, 0xA5, sizeof(codings));
	ug_codings_init(&codings);
	test_rules();
	test_texts();
	test_readers();
	test_seldom();
	test_rows();
	return check_done(argv[0]);
}
