/*
 * declarations_test.c - declarations that are made true, and what is no
 * declaration
 */
#include "encodings/encodings.h"
#include "failing.h"
#include "repair/pass_check.h"

static const struct pass_row was_1251[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "xml",
	  UG_LIT("<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"),
	  UG_LIT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") },
	{ "xml, single quotes, spaces, another label",
	  UG_LIT("<?xml version='1.0' encoding = 'CP1251' standalone='no'?>"),
	  UG_LIT("<?xml version='1.0' encoding = 'UTF-8' standalone='no'?>") },
	{ "xml behind a mark",
	  UG_LIT("\uFEFF<?xml encoding=\"windows-1251\"?>"),
	  UG_LIT("\uFEFF<?xml encoding=\"UTF-8\"?>") },
	{ "xml inside a line",
	  UG_LIT("see <?xml encoding=\"windows-1251\"?>"), { 0 } },
	{ "xml without", UG_LIT("<?xml version=\"1.0\"?>"), { 0 } },
	{ "xml, cut", UG_LIT("<?xml version=\"1.0\" encoding=\"windows-"),
	  { 0 } },
	{ "another instruction",
	  UG_LIT("<?xml-stylesheet encoding=\"windows-1251\"?>"), { 0 } },
	{ "encoding as an element's attribute",
	  UG_LIT("<part encoding=\"windows-1251\">"), { 0 } },
	{ "meta", UG_LIT("<head><meta charset=\"windows-1251\"></head>"),
	  UG_LIT("<head><meta charset=\"UTF-8\"></head>") },
	{ "meta, bare", UG_LIT("<META CHARSET=Windows-1251>"),
	  UG_LIT("<META CHARSET=UTF-8>") },
	{ "meta, closed", UG_LIT("<meta charset='cp1251'/>"),
	  UG_LIT("<meta charset='UTF-8'/>") },
	{ "http-equiv", UG_LIT("<meta http-equiv=\"Content-Type\" "
	  "content=\"text/html; charset=windows-1251\">"),
	  UG_LIT("<meta http-equiv=\"Content-Type\" "
	  "content=\"text/html; charset=UTF-8\">") },
	{ "http-equiv, content first", UG_LIT("<meta content='text/html;"
	  "charset=cp1251' http-equiv=content-type />"),
	  UG_LIT("<meta content='text/html;"
	  "charset=UTF-8' http-equiv=content-type />") },
	{ "http-equiv, more behind", UG_LIT("<meta http-equiv=content-type "
	  "content=\"text/html;charset=cp1251;x=y\">"),
	  UG_LIT("<meta http-equiv=content-type "
	  "content=\"text/html;charset=UTF-8;x=y\">") },
	{ "content of a description", UG_LIT("<meta name=\"description\" "
	  "content=\"how charset=windows-1251 works\">"), { 0 } },
	{ "two in a line",
	  UG_LIT("<?xml encoding=\"cp1251\"?><meta charset=cp1251>"),
	  UG_LIT("<?xml encoding=\"UTF-8\"?><meta charset=UTF-8>") },
	{ "an element of another name", UG_LIT("<metal charset=cp1251>"),
	  { 0 } },
	{ "escaped", UG_LIT("&lt;meta charset=windows-1251&gt;"), { 0 } },
	{ "tag that does not end", UG_LIT("<meta charset=\"windows-1251"),
	  { 0 } },
	{ "css", UG_LIT("@charset \"windows-1251\";\nbody { }"),
	  UG_LIT("@charset \"UTF-8\";\nbody { }") },
	{ "css, not at the start", UG_LIT(" @charset \"windows-1251\";"),
	  { 0 } },
	{ "css, single quotes", UG_LIT("@charset 'windows-1251';"), { 0 } },
	{ "true already", UG_LIT("<meta charset=utf-8>"), { 0 } },
	{ "no such encoding", UG_LIT("<meta charset=window-1251>"), { 0 } },
	{ "one that is not like it", UG_LIT("<meta charset=koi8-r>"), { 0 } },
	{ "one of many bytes", UG_LIT("<meta charset=shift_jis>"), { 0 } },
	{ "prose", UG_LIT("charset=windows-1251 is what it said"), { 0 } },
};

static const struct pass_row was_utf8[] = {
	{ "of a record that was UTF-8", UG_LIT("<meta charset=windows-1251>"),
	  { 0 } },
	{ "of its css", UG_LIT("@charset \"windows-1251\";"), { 0 } },
};

static const struct pass_row was_utf16be[] = {
	{ "utf-16", UG_LIT("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"),
	  UG_LIT("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") },
	{ "what cannot be", UG_LIT("<?xml encoding=\"windows-1251\"?>"),
	  { 0 } },
};

static const struct pass_row was_1250[] = {
	{ "a sibling", UG_LIT("<meta charset=iso-8859-2>"),
	  UG_LIT("<meta charset=UTF-8>") },
};

static const struct pass_row was_utf32[] = {
	{ "utf-32", UG_LIT("<?xml encoding=\"UTF-32LE\"?>"),
	  UG_LIT("<?xml encoding=\"UTF-8\"?>") },
	{ "half as wide", UG_LIT("<?xml encoding=\"UTF-16\"?>"), { 0 } },
};

static const struct pass_row was_gbk[] = {
	{ "its sibling", UG_LIT("<meta charset=gb18030>"),
	  UG_LIT("<meta charset=UTF-8>") },
	{ "of another country", UG_LIT("<meta charset=big5>"), { 0 } },
	{ "of single bytes", UG_LIT("<meta charset=windows-1252>"), { 0 } },
};

static const struct pass_row was_2022[] = {
	{ "the same", UG_LIT("<meta charset=iso-2022-jp>"),
	  UG_LIT("<meta charset=UTF-8>") },
	{ "others with shifts", UG_LIT("<meta charset=iso-2022-kr>"), { 0 } },
};

static const struct {
	const char *name, *encoding;
	const struct pass_row *rows;
	size_t n;
} groups[] = {
#define GROUP(name, encoding, rows) \
	{ name, encoding, rows, sizeof(rows) / sizeof(*rows) }
	GROUP("windows-1251", "windows-1251", was_1251),
	GROUP("utf-8", "UTF-8", was_utf8),
	GROUP("ascii", "US-ASCII", was_utf8),
	GROUP("binary", "binary", was_utf8),
	GROUP("utf-16be", "UTF-16BE", was_utf16be),
	GROUP("windows-1250", "windows-1250", was_1250),
	GROUP("utf-32", "UTF-32BE", was_utf32),
	GROUP("gbk", "GBK", was_gbk),
	GROUP("iso-2022-jp", "ISO-2022-JP", was_2022),
#undef GROUP
};

/* Are they taken for one another, by what they are? */
static bool
alike(const struct ug_encoding *a, const struct ug_encoding *b)
{
	static const char *const pairs[][2] = { { "UTF-16LE", "UTF-16BE" },
		{ "UTF-32LE", "UTF-32BE" }, { "GBK", "gb18030" } };
	unsigned n = 0;

	if (a->kind == UG_SINGLE_BYTE && b->kind == UG_SINGLE_BYTE) {
		for (unsigned i = 0; i < 128; i++)
			n += a->upper[i] == b->upper[i];
		return 2 * n >= 128;
	}
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		n += (strcmp(a->name, pairs[i][0]) == 0 &&
		    strcmp(b->name, pairs[i][1]) == 0) ||
		    (strcmp(a->name, pairs[i][1]) == 0 &&
		    strcmp(b->name, pairs[i][0]) == 0);
	return n > 0 || (a == b && a->kind != UG_UTF8);
}

/* Each declaration in a record that was in each. */
static void
check_pairs(void)
{
	const struct ug_encoding *was, *named;

	for (size_t i = 0; (was = ug_encoding_at(i)) != NULL; i++)
		for (size_t k = 0; (named = ug_encoding_at(k)) != NULL; k++) {
			const struct ug_scope scope = { .encoding = was->name,
				.confidence = 90 };
			char text[64];
			struct ug_edits edits;

			snprintf(text, sizeof(text), "<meta charset=%s>",
			    named->name);
			ug_edits_init(&edits, &ug_alloc_libc);
			CHECK(text, ug_pass_declarations.find(&scope,
			    (struct ug_text){ text, strlen(text) }, &edits) ==
			    UNGARBLE_OK);
			if (!CHECK(text, edits.n == alike(was, named)))
				fprintf(stderr, "\twas %s\n", was->name);
			ug_edits_free(&edits);
		}
}

/* It is as good as sure; without memory nothing is done. */
static void
check_sure(void)
{
	static const struct ug_text text = UG_LIT("<meta charset=cp1251>"
	    "<meta charset=koi8-r>");
	const struct ug_scope scope = { .encoding = "windows-1251",
		.confidence = 90 };
	struct failing memory = { .left = 0 };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("sure", ug_pass_declarations.find(&scope, text, &edits) ==
	    UNGARBLE_OK && edits.n == 1 && edits.v[0].confidence == 99);
	ug_edits_free(&edits);
	ug_edits_init(&edits, &alloc);
	CHECK("no memory", ug_pass_declarations.find(&scope, text, &edits) ==
	    UNGARBLE_ENOMEM && edits.n == 0);
	ug_edits_free(&edits);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++) {
		const struct ug_scope scope = {
			.encoding = groups[i].encoding, .confidence = 90,
		};

		check_pass_rounds(&ug_pass_declarations, &scope,
		    groups[i].rows, groups[i].n, 1);
	}
	check_pairs();
	check_sure();
	return check_done(argv[0]);
}
