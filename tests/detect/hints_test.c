/*
 * hints_test.c - labels and codes of languages, as they are handed on
 */
#include <string.h>

#include "check.h"
#include "detect/hints.h"

static const struct {
	const char *in, *out; /* NULL: refused */
} languages[] = {
	{ "de", "de" },
	{ "DE,fr", "de,fr" },
	{ "deu,ger,de", "de,de,de" },
	{ "Fra,cs,POR", "fr,cs,pt" },
	{ "haw,xx,qqq", "haw,xx,qqq" },
	{ "nb,nno,no", "no,no,no" },
	{ "iw,cmn", "he,zh" },
	{ "aar,zza", "aa,zza" },
	{ "zul,zu", "zu,zu" },
	{ "", NULL },
	{ ",", NULL },
	{ "d", NULL },
	{ "deut", NULL },
	{ "de,", NULL },
	{ ",de", NULL },
	{ "de,,fr", NULL },
	{ "de fr", NULL },
	{ "d1", NULL },
	{ "d\xc3\xa9", NULL },
	{ "pt-BR", NULL },
};

static void
check_languages(void)
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct ug_hints hints;

		opts.languages = languages[i].in;

		const enum ungarble_err err = ug_hints_parse(&hints, &opts,
		    &ug_alloc_libc);

		CHECK(languages[i].in, err == (languages[i].out != NULL ?
		    UNGARBLE_OK : UNGARBLE_EOPTION));
		CHECK(languages[i].in, err != UNGARBLE_OK ||
		    strcmp(hints.candidates.languages, languages[i].out) == 0);
		ug_hints_free(&hints, &ug_alloc_libc);
	}
}

static void
check_labels(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ug_hints hints;

	CHECK("none", ug_hints_parse(&hints, &opts, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	CHECK("none", hints.candidates.n_from == 0 &&
	    hints.candidates.declared == NULL &&
	    hints.candidates.languages == NULL &&
	    hints.candidates.fallback == &ug_windows_1252);
	CHECK("none: all are admitted",
	    ug_candidates_admit(&hints.candidates, &ug_utf16be));
	ug_hints_free(&hints, &ug_alloc_libc);

	opts.from = "utf-16le, UTF-8";
	opts.fallback = "koi8-r";
	opts.declared = "latin2";
	CHECK("all", ug_hints_parse(&hints, &opts, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	CHECK("from", hints.candidates.n_from == 2 &&
	    hints.candidates.from[0] == &ug_utf16le &&
	    hints.candidates.from[1] == &ug_utf8);
	CHECK("from: its first is the fallback",
	    hints.candidates.fallback == &ug_utf16le);
	CHECK("declared", strcmp(hints.candidates.declared->name,
	    "ISO-8859-2") == 0);
	CHECK("admitted", ug_candidates_admit(&hints.candidates, &ug_utf8));
	CHECK("not admitted",
	    !ug_candidates_admit(&hints.candidates, &ug_utf16be));
	ug_hints_free(&hints, &ug_alloc_libc);

	opts.from = NULL;
	CHECK("fallback", ug_hints_parse(&hints, &opts, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	CHECK("fallback", strcmp(hints.candidates.fallback->name, "KOI8-R") ==
	    0);
	ug_hints_free(&hints, &ug_alloc_libc);

	opts.languages = "de,fr";
	CHECK("languages", ug_hints_parse(&hints, &opts, &ug_alloc_libc) ==
	    UNGARBLE_OK && strcmp(hints.languages, "de,fr") == 0);
	ug_hints_free(&hints, &ug_alloc_libc);
	CHECK("what is free is not there", hints.languages == NULL &&
	    hints.candidates.languages == NULL);
}

/* Fields beyond what the caller's header knew are not looked at. */
static void
check_copy(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT, mine;

	opts.from = "koi8-r";
	opts.fallback = "latin1";
	CHECK("all", ug_hints_copy(&mine, &opts) == UNGARBLE_OK);
	CHECK("all", mine.from == opts.from && mine.fallback == opts.fallback);
	opts.size = offsetof(struct ungarble_options, fallback);
	CHECK("some", ug_hints_copy(&mine, &opts) == UNGARBLE_OK);
	CHECK("some", mine.from == opts.from && mine.fallback == NULL);
	opts.size = 0;
	CHECK("none", ug_hints_copy(&mine, &opts) == UNGARBLE_EOPTION);
	CHECK("none", mine.size == 0 && mine.from == NULL &&
	    mine.fallback == NULL);
	opts.size = sizeof(opts) + 1;
	CHECK("a later header's", ug_hints_copy(&mine, &opts) == UNGARBLE_OK &&
	    mine.fallback == opts.fallback);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_languages();
	check_labels();
	check_copy();
	return check_done(argv[0]);
}
