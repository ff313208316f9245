/*
 * part_words_test.c - what is known of a stream, in words, and what is not
 */
#include "parts_check.h"
#include "random.h"

/* Columns in the words: of so many names, each so far from the next. */
static void
check_columns(size_t n, unsigned apart, bool fits)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct bytes in = { NULL, 0, 0 }, names = { NULL, 0, 0 };
	struct part part = { .err = UNGARBLE_OK };

	for (size_t i = 0; i < n * apart; i++)
		bytes_string(&in, i == 0 ? "a" : i % apart != 0 ? ",b" : ",a");
	bytes_string(&in, "\n");
	bytes_add(&names, "a", 2);
	while (in.len < (size_t)ungarble_part_block() + 70000)
		bytes_string(&in, "1,\"as plain\nas can be\"\n");
	opts.fields = UNGARBLE_FIELDS_CSV;
	opts.names = names.s;
	opts.part_end = ungarble_part_block();
	run_part(&part, &in, &opts, 70000);
	CHECK("columns", part.err == UNGARBLE_OK);
	if (!CHECK("columns", (part.state_len > 0) == fits))
		fprintf(stderr, "%zu, %u apart: %zu\n", n, apart,
		    part.state_len);
	part_free(&part);
	bytes_free(&in);
	bytes_free(&names);
}

/* Words as `state` has them, spoilt in any way, do no harm. */
static void
check_spoilt(const char *kind, const struct bytes *in, const char *state,
    const struct ungarble_options *like)
{
	static const char signs[] = "0123456789- ,bs";
	struct ungarble_options opts = *like;
	uint64_t seed = 5;

	for (size_t i = 0; i < 30; i++) {
		struct part part = { .err = UNGARBLE_OK };
		char words[UNGARBLE_PART_STATE];

		strcpy(words, state);
		for (size_t k = random_next(&seed) % 3 + 1; k > 0; k--)
			words[random_next(&seed) % strlen(state)] =
			    signs[random_next(&seed) % (sizeof(signs) - 1)];
		opts.part_lead = words;
		opts.part_start = 2 * ungarble_part_block();
		run_part(&part, in, &opts, 70000);
		CHECK(kind, part.err == UNGARBLE_OK ||
		    part.err == UNGARBLE_EOPTION ||
		    part.err == UNGARBLE_EFIELD);
		part_free(&part);
	}
}

/* Where a row starts cannot be guessed, nor which columns there are. */
static void
check_guessed(const struct bytes *in, const char *words, const char *plain)
{
	const struct row {
		enum ungarble_fields fields;
		const char *words;
		unsigned guess;
		enum ungarble_err wanted;
	} rows[] = {
		{ UNGARBLE_FIELDS_CSV, words, 0, UNGARBLE_OK },
		{ UNGARBLE_FIELDS_CSV, words, 1, UNGARBLE_EOPTION },
		{ UNGARBLE_FIELDS_CSV, plain, 0, UNGARBLE_EOPTION },
		{ UNGARBLE_FIELDS_CSV, plain, 1, UNGARBLE_EOPTION },
		{ UNGARBLE_FIELDS_TSV, words, 1, UNGARBLE_EOPTION },
		{ UNGARBLE_FIELDS_JSON, plain, 0, UNGARBLE_OK },
		{ UNGARBLE_FIELDS_JSON, plain, 1, UNGARBLE_OK },
		{ UNGARBLE_FIELDS_NONE, plain, 0, UNGARBLE_OK },
		{ UNGARBLE_FIELDS_NONE, plain, 1, UNGARBLE_OK },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
		struct part part = { .err = UNGARBLE_OK };

		opts.fixes = "encoding";
		opts.fields = rows[i].fields;
		opts.part_lead = rows[i].words;
		opts.part_guess = rows[i].guess;
		opts.part_start = 2 * ungarble_part_block();
		run_part(&part, in, &opts, 70000);
		if (!CHECK("guessed", part.err == rows[i].wanted))
			fprintf(stderr, "    row %zu: %d\n", i, part.err);
		part_free(&part);
	}
}

static void
check_words(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	const size_t block = (size_t)ungarble_part_block();
	struct bytes in = { NULL, 0, 0 }, wide = { NULL, 0, 0 };
	static struct places places;
	char plain[UNGARBLE_PART_STATE];
	size_t n_refused = 0;

	check_columns(30, 1, true);
	check_columns(64, 3, true);
	check_columns(600, 1, true);
	check_columns(600, 2, false);

	bytes_string(&in, "id,note,c,d\n");
	while (in.len < 9 * block / 4)
		bytes_string(&in, "7,\"plain\nas can be\",caf\u00E9,e\n");
	opts.fixes = "encoding";
	places_find(&places, &in, &opts);
	check_spoilt("words", &in, places.states[1], &opts);
	strcpy(plain, places.states[1]);
	opts.fields = UNGARBLE_FIELDS_CSV;
	opts.names = "note,d";
	places_find(&places, &in, &opts);
	CHECK("columns", strstr(places.states[1], " 2,4 ") != NULL);
	check_guessed(&in, places.states[1], plain);
	check_spoilt("words of rows", &in, places.states[1], &opts);
	opts.part_guess = 1;
	check_spoilt("words of rows, guessed", &in, places.states[1], &opts);
	bytes_free(&in);

	opts = (struct ungarble_options)UNGARBLE_OPTIONS_INIT;
	opts.fixes = "encoding";
	bytes_add(&wide, "\xFF\xFE", 2);
	while (wide.len < 9 * block / 4)
		bytes_add(&wide, "a\0 \0l\0i\0n\0e\0\n", 14);
	places_find(&places, &wide, &opts);
	CHECK("wide", strstr(places.states[1], "UTF-16LE") != NULL);
	check_spoilt("words of UTF-16", &wide, places.states[1], &opts);
	/* Lines of two bytes do not end as those of EBCDIC. */
	for (char *s = strstr(places.states[1], " 0 "); s != NULL;
	    s = strstr(s + 1, " 0 ")) {
		struct part part = { .err = UNGARBLE_OK };

		s[1] = '1';
		opts.part_lead = places.states[1];
		opts.part_start = 2 * block;
		run_part(&part, &wide, &opts, 70000);
		n_refused += part.err == UNGARBLE_EOPTION;
		CHECK("words of UTF-16, others", part.err == UNGARBLE_OK ||
		    part.err == UNGARBLE_EOPTION);
		part_free(&part);
		s[1] = '0';
	}
	CHECK("words of UTF-16: refused", n_refused == 1);
	bytes_free(&wide);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_words();
	return check_done(argv[0]);
}
