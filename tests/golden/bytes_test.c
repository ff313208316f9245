/*
 * bytes_test.c - what is said of bytes that are not UTF-8
 *
 * Streams that a seed makes of sentences in the encodings of their languages:
 * one by one, in a row, mixed with others, spoiled, cut, as values, in forms
 * with and without a mark; and what one asks of the stream is drawn, too.
 * digest.h says what the numbers are; whether they are right is measured in
 * tests/detect/own_test.c and tests/eval.
 */
#include "digest.h"

#include "coded.h"

/* A stream to be, and what is asked of it. */
struct draft {
	struct coded *coded;
	uint64_t seed;
	struct bytes in;
	struct ungarble_options opts;
};

static unsigned
draw(struct draft *draft, unsigned n)
{
	return (unsigned)(random_next(&draft->seed) % n);
}

/* ---- records ---- */

static const char *const plain[] = { "The price is 12.50 a piece.",
	"int main(void) { return 0; }", "", "- - - - 8< - - - -",
	"Subject: Re: invoice 2041", "a", "http://www.example.org/~user/?a=b",
	"Gr\u00FC\u00DFe aus K\u00F6ln",
	"na\u00EFve caf\u00E9 \u2013 d\u00E9j\u00E0 vu",
	"\u4E0A\u6D77", "\u041C\u043E\u0441\u043A\u0432\u0430",
	"\u00E9", "caf\u00E9 caf\u00E9 caf\u00E9 \x92 caf\u00E9" };

static const char *const ends[] = { "\n", "\n", "\n", "\n", "\n", "\n",
	"\r\n", "\r", "\n\n", " ", "\t", "\v\n", "\f" };

/* A record and its end: `of` in a hundred are plain, `spoiled` spoiled. */
static void
record_add(struct draft *draft, const struct coded_from *from, unsigned of,
    unsigned spoiled)
{
	const size_t at = draft->in.len;

	if (draw(draft, 100) < of)
		bytes_string(&draft->in, plain[draw(draft,
		    sizeof(plain) / sizeof(*plain))]);
	else
		coded_piece(draft->coded, from, &draft->seed, &draft->in);
	while (draw(draft, 100) < spoiled)
		coded_spoil(&draft->in, at, &draft->seed);
	bytes_string(&draft->in, ends[draw(draft, sizeof(ends) /
	    sizeof(*ends))]);
}

static void
one_make(struct draft *draft)
{
	struct coded_from from;

	coded_pick(draft->coded, &draft->seed, CODED_RECORDS, &from);
	coded_piece(draft->coded, &from, &draft->seed, &draft->in);
	if (draw(draft, 4) == 0)
		coded_spoil(&draft->in, 0, &draft->seed);
}

static void
row_make(struct draft *draft)
{
	const unsigned n = 1 + draw(draft, 60);
	const unsigned of = draw(draft, 3) * 20, spoiled = draw(draft, 3) * 8;
	struct coded_from from;

	coded_pick(draft->coded, &draft->seed, CODED_RECORDS, &from);
	for (unsigned i = 0; i < n; i++)
		record_add(draft, &from, of, spoiled);
}

static void
mix_make(struct draft *draft)
{
	const unsigned n = 5 + draw(draft, 60), rare = 1 + draw(draft, 20);
	struct coded_from from;

	coded_pick(draft->coded, &draft->seed, CODED_RECORDS, &from);
	for (unsigned i = 0; i < n; i++) {
		if (draw(draft, rare) == 0)
			coded_pick(draft->coded, &draft->seed, CODED_RECORDS,
			    &from);
		record_add(draft, &from, 20, 4);
	}
}

/* ---- values ---- */

static const struct {
	enum ungarble_fields fields;
	const char *start, *between, *end;
} rows[] = {
	{ UNGARBLE_FIELDS_JSON, "{\"a\": \"", "\", \"b\": \"", "\"}\n" },
	{ UNGARBLE_FIELDS_CSV, "", ",", "\n" },
	{ UNGARBLE_FIELDS_CSV, "\"", "\",\"", "\"\r\n" },
	{ UNGARBLE_FIELDS_TSV, "", "\t", "\n" },
	{ UNGARBLE_FIELDS_NUL, "", "\n", "" },
	{ UNGARBLE_FIELDS_NONE, "", "; ", "\n" },
};

static void
values_make(struct draft *draft)
{
	const unsigned n = 2 + draw(draft, 24);
	const unsigned row = draw(draft, sizeof(rows) / sizeof(*rows));
	struct coded_from from;

	draft->opts.fields = rows[row].fields;
	draft->opts.no_header = 1;
	coded_pick(draft->coded, &draft->seed, CODED_RECORDS, &from);
	for (unsigned i = 0; i < n; i++) {
		bytes_string(&draft->in, rows[row].start);
		for (unsigned k = 0, m = 1 + draw(draft, 4); k < m; k++) {
			if (k > 0)
				bytes_string(&draft->in, rows[row].between);
			if (draw(draft, 2) == 0)
				bytes_string(&draft->in, plain[draw(draft,
				    sizeof(plain) / sizeof(*plain))]);
			else
				coded_piece(draft->coded, &from, &draft->seed,
				    &draft->in);
		}
		bytes_add(&draft->in, rows[row].end, strlen(rows[row].end) +
		    (rows[row].fields == UNGARBLE_FIELDS_NUL));
	}
}

/* ---- forms ---- */

static const char *const form_ends[] = { "\n", "\n", "\r\n", " ", "\n\n" };

static void
mark_make(struct draft *draft, enum ug_encoding_kind kind)
{
	static const struct {
		const char *bytes;
		size_t len;
	} marks[] = {
		[UG_UTF8] = { "\xEF\xBB\xBF", 3 },
		[UG_UTF16LE] = { "\xFF\xFE", 2 },
		[UG_UTF16BE] = { "\xFE\xFF", 2 },
		[UG_UTF32LE] = { "\xFF\xFE\0", 4 },
		[UG_UTF32BE] = { "\0\0\xFE\xFF", 4 },
	};

	if (kind <= UG_UTF32BE)
		bytes_add(&draft->in, marks[kind].bytes, marks[kind].len);
}

static void
form_make(struct draft *draft, enum coded_kind kind)
{
	const unsigned n = 1 + draw(draft, 12), spoiled = draw(draft, 3) * 4;
	struct coded_from from;

	coded_pick(draft->coded, &draft->seed, kind, &from);
	if (draw(draft, 3) == 0)
		mark_make(draft, from.encoding->kind);
	for (unsigned i = 0; i < n; i++) {
		const size_t at = draft->in.len;

		coded_piece(draft->coded, &from, &draft->seed, &draft->in);
		while (draw(draft, 100) < spoiled)
			coded_spoil(&draft->in, at, &draft->seed);
		coded_text(draft->coded, from.encoding, form_ends[draw(draft,
		    sizeof(form_ends) / sizeof(*form_ends))], &draft->in);
	}
	if (draw(draft, 8) == 0) {
		bytes_string(&draft->in, "\n");
		coded_pick(draft->coded, &draft->seed, CODED_RECORDS, &from);
		for (unsigned i = 0; i < n; i++)
			record_add(draft, &from, 50, 0);
	}
	draft->in.len -= draw(draft, 4) == 0 && draft->in.len > 3 ?
	    draw(draft, 4) : 0;
}

static void
ebcdic_make(struct draft *draft)
{
	form_make(draft, CODED_EBCDIC);
}

static void
shifts_make(struct draft *draft)
{
	form_make(draft, CODED_SHIFTS);
}

static void
units_make(struct draft *draft)
{
	form_make(draft, CODED_UNITS);
}

/* Bytes of a few kinds, at random. */
static void
noise_make(struct draft *draft)
{
	static const char some[] = "\0\0\0\x01\xFF\xFE ab\n\n\xA4\xC0";
	const unsigned n = draw(draft, 300), any = draw(draft, 100);

	for (unsigned i = 0; i < n; i++)
		bytes_add(&draft->in, draw(draft, 100) < any ?
		    &(char){ (char)draw(draft, 256) } :
		    &some[draw(draft, sizeof(some) - 1)], 1);
}

/* ---- what is asked ---- */

static const char *const froms[] = { NULL, NULL, NULL, NULL,
	"windows-1252,windows-1251,KOI8-R", "Shift_JIS,EUC-JP,utf-8",
	"GBK,Big5,EUC-KR,iso-8859-2", "utf-8", "ISO-2022-JP,windows-1250",
	"IBM037,windows-1252", "utf-16le,utf-8,IBM850", "UTF-7,UTF-8,HZ" };
static const char *const fallbacks[] = { NULL, NULL, NULL, "windows-1251",
	"Shift_JIS", "IBM850" };
static const char *const languages[] = { NULL, NULL, NULL, "de,fr", "ru", "ja",
	"zh,ko", "xx" };
static const char *const declared[] = { NULL, NULL, NULL, "windows-1250",
	"EUC-JP", "KOI8-R", "utf-8", "utf-16" };

#define DRAWN(draft, list) (list)[draw(draft, sizeof(list) / sizeof(*(list)))]

static void
options_draw(struct draft *draft)
{
	struct ungarble_options *const opts = &draft->opts;

	opts->from = DRAWN(draft, froms);
	opts->fallback = DRAWN(draft, fallbacks);
	opts->languages = DRAWN(draft, languages);
	opts->declared = DRAWN(draft, declared);
	opts->scope = draw(draft, 5) == 0 ? UNGARBLE_SCOPE_STREAM :
	    UNGARBLE_SCOPE_RECORD;
	opts->no_memory = draw(draft, 6) == 0;
	opts->invalid = draw(draft, 2) == 0 ? UNGARBLE_INVALID_REPLACE :
	    (enum ungarble_invalid)draw(draft, 4);
}

/* ---- digests ---- */

static const struct {
	const char *name;
	void (*make)(struct draft *draft);
	unsigned n;       /* streams of it, */
	unsigned options; /* that many in a hundred with options */
	uint64_t digest;
} kinds[] = {
	{ "one", one_make, 600, 10, UINT64_C(0xCF34FEC240EEFC62) },
	{ "row", row_make, 60, 30, UINT64_C(0x85F96505FB9DD808) },
	{ "mix", mix_make, 40, 30, UINT64_C(0x1CBF80701113B590) },
	{ "values", values_make, 90, 20, UINT64_C(0x48DA760C94901953) },
	{ "ebcdic", ebcdic_make, 70, 20, UINT64_C(0x23E144D3C05821A7) },
	{ "shifts", shifts_make, 100, 20, UINT64_C(0x1FBC7A3BCBBC10AF) },
	{ "units", units_make, 120, 20, UINT64_C(0xC0A4E1C926569A15) },
	{ "noise", noise_make, 200, 10, UINT64_C(0x1CFF1FDB728DC852) },
};

/* What each of the likeliest readings of all of it is. */
static void
guesses_add(struct draft *draft, struct bytes *report)
{
	struct ungarble_guess guesses[6];
	const size_t cap = 1 + draw(draft, 6);
	size_t n = 0;

	CHECK("guesses", ungarble_guess(draft->in.s, draft->in.len,
	    &draft->opts, guesses, cap, &n) == UNGARBLE_OK && n <= cap);
	for (size_t i = 0; i < n; i++) {
		char line[128];

		(void)snprintf(line, sizeof(line), "guess %s %s %d %u %d\n",
		    guesses[i].encoding, guesses[i].language == NULL ? "-" :
		    guesses[i].language, guesses[i].reason,
		    guesses[i].confidence, guesses[i].margin);
		bytes_string(report, line);
	}
}

static void
stream_add(struct draft *draft, size_t kind, uint64_t *digest)
{
	struct run run = { 0 };

	draft->opts = digest_options(&run);
	draft->in.len = 0;
	kinds[kind].make(draft);
	if (draw(draft, 100) < kinds[kind].options)
		options_draw(draft);
	run_stream(&run, &draft->opts, draft->in.s, draft->in.len,
	    CUT_AT_RANDOM, draft->seed);
	CHECK(kinds[kind].name, run.err == UNGARBLE_OK ||
	    run.err == UNGARBLE_EINPUT);
	guesses_add(draft, &run.report);
	digest_add_run(digest, &run);
	run_free(&run);
}

static uint64_t
digest_of(struct draft *draft, size_t kind)
{
	uint64_t digest = 0;

	draft->seed = kind + 1;
	for (unsigned i = 0; i < kinds[kind].n; i++)
		stream_add(draft, kind, &digest);
	return digest;
}

int
main(int argc, char *argv[])
{
	static struct coded coded;
	struct draft draft = { .coded = &coded };

	(void)argc;
	if (CHECK("own.tsv", coded_open(&coded)))
		for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
			digest_check(kinds[i].name, digest_of(&draft, i),
			    kinds[i].digest);
	bytes_free(&draft.in);
	coded_close(&coded);
	return check_done(argv[0]);
}
