/*
 * compare_test.c - which encodings read a sample alike, and what is no text
 */
#include "detect/compare.h"

#include <stdlib.h>

#include "check.h"
#include "encodings/by_label.h"

static const struct {
	const char *name;
	struct ug_text in;
	const char *a, *b;
	bool alike;
	unsigned n_broken; /* in a */
} rows[] = {
	{ "a letter of both", UG_LIT("caf\xE9"), "windows-1252",
	  "iso-8859-15", true, 0 },
	{ "a sign of one", UG_LIT("5 \xA4"), "windows-1252", "iso-8859-15",
	  false, 0 },
	{ "letters of two", UG_LIT("caf\xE9"), "windows-1252", "windows-1251",
	  false, 0 },
	{ "Greek and its sign", UG_LIT("\xE1\xE2 \xA2"), "windows-1253",
	  "iso-8859-7", false, 0 },
	{ "Greek", UG_LIT("\xE1\xE2\xE3"), "windows-1253", "iso-8859-7", true,
	  0 },
	{ "bytes that stand for nothing", UG_LIT("\xE1\xD2 \xD2\xE1\xFF"),
	  "windows-1253", "windows-1252", false, 3 },
	{ "ASCII of EBCDIC", UG_LIT("\x93\x81"), "ibm037", "windows-1252",
	  false, 0 },
	{ "of several bytes", UG_LIT("\xB7\xBF"), "gbk", "euc-kr", false, 0 },
	{ "one reader for two", UG_LIT("\xB7\xBF"), "gbk", "gb18030", true,
	  0 },
};

int
main(int argc, char *argv[])
{
	struct ug_comparison *const c = calloc(1, sizeof(*c));

	(void)argc;
	if (!CHECK("memory", c != NULL))
		return check_done(argv[0]);
	c->sample.tokens.alloc = &ug_alloc_libc;
	ug_compare_init(c);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		unsigned n_broken, n_broken_b;
		uint64_t a, b;

		ug_sample_clear(&c->sample);
		CHECK(rows[i].name, ug_sample_add(&c->sample,
		    (const unsigned char *)rows[i].in.s, rows[i].in.len) ==
		    UNGARBLE_OK);
		ug_sample_count(&c->sample);
		a = ug_compare_signature(&c->sample, by_label(rows[i].a),
		    &n_broken);
		b = ug_compare_signature(&c->sample, by_label(rows[i].b),
		    &n_broken_b);
		CHECK(rows[i].name, (a == b) == rows[i].alike);
		CHECK(rows[i].name, n_broken == rows[i].n_broken);
	}
	ug_sample_free(&c->sample);
	free(c);
	return check_done(argv[0]);
}
