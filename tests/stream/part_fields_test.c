/*
 * part_fields_test.c - parts of a stream with fields are the whole, wherever
 * rows and records start
 */
#include <stdlib.h>

#include "parts_check.h"

/* What is known last before byte `most`, from block i on backwards. */
static const char *
places_before(const struct places *places, size_t i, uint64_t most)
{
	for (; i > 0; i--)
		if (places->states[i][0] != '\0' &&
		    strtoull(places->states[i], NULL, 10) < most)
			return places->states[i];
	return NULL;
}

/* Each `n` blocks as a part. */
static void
check_parts(const char *kind, const struct bytes *in,
    const struct ungarble_options *like, size_t n, size_t step)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = *like;
	struct part whole = { .err = UNGARBLE_OK }, all = whole;
	static struct places places;

	CHECK(kind, in->len < BLOCKS_MAX * block);
	places_find(&places, in, like);
	run_part(&whole, in, like, 70000);
	CHECK(kind, whole.err == UNGARBLE_OK);
	for (size_t i = 0; i * block < in->len; i += n) {
		struct part one = { .err = UNGARBLE_OK };

		opts.part_start = i * block;
		opts.part_end = (i + n) * block < in->len ?
		    (i + n) * block : 0;
		opts.part_lead = i < 2 ? NULL : places_before(&places, i,
		    (i - 1) * block);
		opts.part_known = places.states[i][0] != '\0' ?
		    places.states[i] : NULL;
		run_part(&one, in, &opts, step);
		if (!CHECK(kind, one.err == UNGARBLE_OK))
			fprintf(stderr, "%s: block %zu: %s\n", kind, i,
			    ungarble_strerror(one.err));
		bytes_add(&all.out, one.out.s, one.out.len);
		bytes_add(&all.told, one.told.s, one.told.len);
		part_free(&one);
	}
	CHECK(kind, whole.out.len > 2 * block && whole.told.len > 1000);
	check_same(kind, &whole.out, &all.out);
	check_same(kind, &whole.told, &all.told);
	part_free(&whole);
	part_free(&all);
}

/* Add a line of `text` as a value; *at moves behind it, or to its start. */
static void
add_value(struct bytes *in, const struct bytes *text, size_t *at,
    bool quoted, char delim)
{
	if (quoted)
		bytes_string(in, "\"");
	for (; *at < text->len && text->s[*at] != '\n'; ++*at) {
		const char c = text->s[*at];

		if (quoted && c == '"')
			bytes_string(in, "\"");
		if (quoted || (c != delim && c != '\r' && c != '"'))
			bytes_add(in, c == '\0' ? " " : &c, 1);
	}
	if (quoted)
		bytes_string(in, "\"");
	*at = *at + 1 < text->len ? *at + 1 : 0;
}

/* A row of three values, of lines of the text, or of none. */
static void
add_row(struct bytes *in, const struct bytes *text, size_t *at, char delim)
{
	const char between[] = { delim, '\0' };
	char number[16];

	snprintf(number, sizeof(number), "%u", (unsigned)in->len);
	bytes_string(in, number);
	bytes_string(in, between);
	if (text == NULL)
		bytes_string(in, "nothing to be seen here");
	else
		add_value(in, text, at, delim == ',', delim);
	bytes_string(in, between);
	if (text == NULL)
		bytes_string(in, in->len % 64 == 0 ? "caf\xE9" : "at all");
	else
		add_value(in, text, at, false, delim);
	bytes_string(in, "\n");
}

/* Rows: near the starts of blocks, of lines that are garbled in all ways. */
static void
add_rows(struct bytes *in, size_t len, char delim, uint64_t seed)
{
	const size_t block = (size_t)ungarble_part_block();
	struct bytes text = { NULL, 0, 0 };
	const size_t end = in->len + len;
	size_t at = 0;

	mixed_make(&text, 100000, seed);
	while (in->len < end)
		add_row(in, (in->len + 50000) % block < 100000 ? &text : NULL,
		    &at, delim);
	bytes_free(&text);
}

/* A row whose value has lines without end. */
static void
add_long_row(struct bytes *in, size_t len, uint64_t seed)
{
	const size_t block = (size_t)ungarble_part_block();
	struct bytes text = { NULL, 0, 0 };
	const size_t end = in->len + len;
	size_t at = 0;

	mixed_make(&text, 100000, seed);
	bytes_string(in, "7,\"");
	while (in->len < end) {
		const char *const lf = memchr(text.s + at, '\n',
		    text.len - at);
		const size_t n = lf == NULL ? text.len - at :
		    (size_t)(lf + 1 - text.s) - at;

		if ((in->len + 50000) % block > 100000)
			bytes_string(in, "nothing to be seen here\n");
		else if (memchr(text.s + at, '"', n) == NULL)
			bytes_add(in, text.s + at, n);
		at = at + n < text.len ? at + n : 0;
	}
	bytes_string(in, "\",8\n");
	bytes_free(&text);
}

static void
check_rows(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	const size_t block = (size_t)ungarble_part_block();
	struct bytes in = { NULL, 0, 0 };

	opts.fields = UNGARBLE_FIELDS_CSV;
	bytes_string(&in, "id,a note,else\n");
	add_rows(&in, 3 * block + 300000, ',', 3);
	check_parts("rows", &in, &opts, 1, 70000);
	check_parts("rows, in other cuts", &in, &opts, 2, 1237);
	opts.names = "a note";
	check_parts("rows, by name", &in, &opts, 1, 70000);
	opts.names = "3,1";
	opts.scope = UNGARBLE_SCOPE_STREAM;
	check_parts("rows, by number", &in, &opts, 1, 70000);
	opts.scope = UNGARBLE_SCOPE_RECORD;
	opts.no_header = 1;
	check_parts("rows, no header", &in, &opts, 1, 70000);
	opts.no_header = 0;
	opts.names = NULL;

	/* From within a block to within another, and over all of some. */
	add_long_row(&in, 1200000, 4);
	add_rows(&in, 300000, ',', 5);
	add_long_row(&in, 2 * block + 9000, 6);
	add_long_row(&in, 900000, 7);
	add_rows(&in, block + 5, ',', 8);
	check_parts("long rows", &in, &opts, 1, 70000);
	bytes_string(&in, "9,\"");
	add_rows(&in, block, ',', 9);
	check_parts("a row without end", &in, &opts, 2, 70000);
	bytes_free(&in);

	opts.fields = UNGARBLE_FIELDS_TSV;
	bytes_string(&in, "id\ta note\telse\n");
	add_rows(&in, 3 * block, '\t', 10);
	check_parts("tabs", &in, &opts, 1, 70000);
	bytes_free(&in);
}

/*
 * What spans the start of a block ends with a letter of which only records
 * behind it tell what it is.
 */
static void
check_waiting(const char *kind, bool json)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	const size_t block = (size_t)ungarble_part_block();
	/* A piece of a line of JSON ends where a window of 32 KiB does. */
	const size_t more = json ? 32768 + 200 : 200;
	struct bytes in = { NULL, 0, 0 };

	opts.fields = json ? UNGARBLE_FIELDS_JSON : UNGARBLE_FIELDS_CSV;
	while (in.len < 4 * block) {
		bytes_string(&in, "[\"as plain as lines are, but a caf\u00C3\u00A9\"]\n");
		if (in.len / block % 2 != 0 || in.len % block < block - 400)
			continue;
		bytes_string(&in, json ? "[\"" : "0,\"");
		for (const size_t end = (in.len / block + 1) * block + more;
		    in.len < end; )
			bytes_string(&in, json ? "as plain as can be " :
			    "as plain as a line can be\n");
		bytes_string(&in, json ? "\xE9\"]\n" : "\xE9\"\n");
		for (size_t k = 0; k < 20; k++)
			bytes_string(&in, "[\"\xC7\xE0\xE2\xF2\xF0\xE0 "
			    "\xE1\xF3\xE4\xE5\xF2 \xE4\xEE\xE6\xE4\xFC, "
			    "\xF1\xEA\xE0\xE7\xE0\xEB\xE0 \xEE\xED\xE0\"]\n");
	}
	check_parts(kind, &in, &opts, 1, 70000);
	bytes_free(&in);
}

static void
check_json(void)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	const size_t block = (size_t)ungarble_part_block();
	struct bytes in = { NULL, 0, 0 }, text = { NULL, 0, 0 };
	size_t at = 0;

	mixed_make(&text, 400000, 12);
	for (size_t i = 0; i < text.len; i++)
		if (strchr("\\\"", text.s[i]) != NULL)
			text.s[i] = '\'';
	while (in.len < 5 * block) {
		size_t n = in.len > 2 * block && in.len < 2 * block + 400 ?
		    40000 : in.len > 4 * block && in.len < 4 * block + 900 ?
		    9000 : 1;

		bytes_string(&in, "{\"a\":[0");
		for (; n > 0; n--) {
			bytes_string(&in, ",");
			add_value(&in, &text, &at, true, '\0');
		}
		bytes_string(&in, "]}\n");
	}
	opts.fields = UNGARBLE_FIELDS_JSON;
	check_parts("JSON", &in, &opts, 1, 70000);
	bytes_free(&in);
	bytes_free(&text);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_waiting("rows that wait", false);
	check_waiting("JSON that waits", true);
	check_json();
	return check_done(argv[0]);
}
