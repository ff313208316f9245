/*
 * own_test.c - how many of our own sentences are decoded right
 *
 *	own_test [-v] [-w] [LANGUAGE|ENCODING...]
 *
 * Each sentence of own.tsv in each legacy encoding of its language, alone and
 * four together; right is what decodes to the same text.  -v prints the ten
 * pairs of language and encoding that fare worst, -w each wrong answer.  An
 * encoding that the library does not read is named and left out; what has no
 * character beyond ASCII, or is UTF-8 by chance, is left out too.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "check.h"
#include "encode.h"
#include "own.h"
#include "ungarble.h"

/* Per mille that must be right. */
#define FLOOR_LINES 970
#define FLOOR_TOGETHER 978
#define FLOOR_FORMS 982

enum own_kind { OWN_LINES, OWN_TOGETHER, OWN_FORMS, OWN_N_KINDS };

static const char *const kind_names[] = { "lines", "4 lines", "forms" };

struct tally {
	unsigned n, right;
};

struct pair {
	const char *language, *encoding;
	struct tally tally;
};

struct run {
	struct own_line lines[OWN_MAX];
	size_t n_lines;
	struct tally kinds[OWN_N_KINDS];
	struct pair pairs[512];
	size_t n_pairs;
	struct ug_buf plain, joined, bytes, back;
	bool wrong; /* print what is */
};

static void
wrong_print(const struct run *run, const char *language,
    const struct ug_encoding *encoding, const struct ungarble_guess *guess)
{
	printf("%s\t%s\t%s %s %u\t%.*s\n", language, encoding->name,
	    guess->encoding, guess->language == NULL ? "-" : guess->language,
	    guess->confidence, (int)run->joined.len, run->joined.s);
}

/* Ask what run->bytes are, and count. */
static void
bytes_ask(struct run *run, const char *language,
    const struct ug_encoding *encoding, struct tally *tally)
{
	struct ungarble_guess guess = { .encoding = "binary" };
	const unsigned char *const bytes = (unsigned char *)run->bytes.s;
	const size_t len = run->bytes.len;
	size_t n = 0;
	bool right;

	CHECK("an answer", ungarble_guess(bytes, len, NULL, &guess, 1, &n) ==
	    UNGARBLE_OK && n == 1);
	run->back.len = 0;
	if (strcmp(guess.encoding, "binary") != 0)
		encode_back(ug_encoding_by_label(guess.encoding,
		    strlen(guess.encoding)), bytes, len, &run->back);
	right = ug_text_equal((struct ug_text){ run->back.s, run->back.len },
	    (struct ug_text){ run->joined.s, run->joined.len });
	tally->n++;
	tally->right += right;
	if (!right && run->wrong)
		wrong_print(run, language, encoding, &guess);
}

/* run->joined in that encoding, if it can be and tells from ASCII. */
static bool
joined_encode(struct run *run, const struct ug_encoding *encoding)
{
	const struct ug_text text = { run->joined.s, run->joined.len };
	bool beyond = encoding->lower != NULL;

	for (size_t i = 0; i < text.len; i++)
		beyond |= (text.s[i] & 0x80) != 0;
	if (!beyond || !encode(text, encoding, &run->bytes))
		return false;
	encode_back(encoding, (unsigned char *)run->bytes.s, run->bytes.len,
	    &run->back);
	return ug_text_equal(text,
	    (struct ug_text){ run->back.s, run->back.len });
}

static void
line_ask(struct run *run, const struct own_line *line,
    const struct ug_encoding *encoding, struct tally *tally)
{
	encode_plain(line->text, encoding, &run->plain);
	run->joined.len = 0;
	encode_add(&run->joined, run->plain.s, run->plain.len);
	if (joined_encode(run, encoding))
		bytes_ask(run, line->language, encoding, tally);
}

/* Those of the next lines of its language that can be encoded, four a time. */
static void
lines_ask_together(struct run *run, size_t first,
    const struct ug_encoding *encoding, struct tally *tally)
{
	const char *const language = run->lines[first].language;
	unsigned held = 0;

	run->joined.len = 0;
	for (size_t i = first; i < run->n_lines; i++) {
		if (strcmp(run->lines[i].language, language) != 0)
			break;
		encode_plain(run->lines[i].text, encoding, &run->plain);
		if (!encode((struct ug_text){ run->plain.s, run->plain.len },
		    encoding, &run->bytes))
			continue;
		encode_add(&run->joined, run->plain.s, run->plain.len);
		encode_add(&run->joined, "\n", 1);
		if (++held < 4)
			continue;
		if (joined_encode(run, encoding))
			bytes_ask(run, language, encoding, tally);
		held = 0;
		run->joined.len = 0;
	}
}

static bool
is_form(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_STATEFUL || ug_unit_len(encoding->kind) > 1;
}

static void
pair_ask(struct run *run, size_t first, const struct ug_encoding *encoding)
{
	const char *const language = run->lines[first].language;
	struct tally alone = { 0, 0 };
	struct tally *const all =
	    &run->kinds[is_form(encoding) ? OWN_FORMS : OWN_LINES];

	for (size_t i = first; i < run->n_lines; i++)
		if (strcmp(run->lines[i].language, language) == 0)
			line_ask(run, &run->lines[i], encoding, &alone);
	if (!CHECK(encoding->name, alone.n > 0))
		fprintf(stderr, "  in %s\n", language);
	all->n += alone.n;
	all->right += alone.right;
	lines_ask_together(run, first, encoding,
	    &run->kinds[is_form(encoding) ? OWN_FORMS : OWN_TOGETHER]);
	if (alone.n > 0 &&
	    run->n_pairs < sizeof(run->pairs) / sizeof(*run->pairs))
		run->pairs[run->n_pairs++] = (struct pair){ language,
			encoding->name, alone };
}

/* Whether the arguments name it, or nothing of its kind. */
static bool
wanted(char *const *names, const char *language,
    const struct ug_encoding *encoding)
{
	bool any = *names == NULL;

	for (; *names != NULL; names++)
		any |= strcmp(*names, language) == 0 ||
		    ug_encoding_by_label(*names, strlen(*names)) == encoding;
	return any;
}

static void
language_ask(struct run *run, size_t first, const struct own_encodings *row,
    char *const *names)
{
	const char *list = row->labels;
	struct ug_text label;

	if (!own_has(row->languages, run->lines[first].language))
		return;
	while (own_word(&list, &label)) {
		const struct ug_encoding *const encoding =
		    ug_encoding_by_label(label.s, label.len);

		if (encoding != NULL && wanted(names,
		    run->lines[first].language, encoding))
			pair_ask(run, first, encoding);
	}
}

static void
missing_print(void)
{
	for (size_t i = 0; i < own_n_encodings; i++) {
		const char *list = own_encodings[i].labels;
		struct ug_text label;

		while (own_word(&list, &label))
			if (ug_encoding_by_label(label.s, label.len) == NULL)
				printf("own: %.*s is not read\n",
				    (int)label.len, label.s);
	}
}

static int
pair_compare(const void *a, const void *b)
{
	const struct pair *const x = a, *const y = b;
	const unsigned p = x->tally.right * y->tally.n;
	const unsigned q = y->tally.right * x->tally.n;
	const int by_name = strcmp(x->language, y->language);

	if (p != q)
		return p < q ? -1 : 1;
	return by_name != 0 ? by_name : strcmp(x->encoding, y->encoding);
}

static void
worst_print(struct run *run)
{
	qsort(run->pairs, run->n_pairs, sizeof(*run->pairs), pair_compare);
	for (size_t i = 0; i < run->n_pairs && i < 10; i++)
		printf("own worst: %-3s %-20s %u of %u\n",
		    run->pairs[i].language, run->pairs[i].encoding,
		    run->pairs[i].tally.right, run->pairs[i].tally.n);
}

static void
result_check(const char *name, struct tally tally, unsigned floor)
{
	const unsigned n = tally.n == 0 ? 1 : tally.n;
	const unsigned long hundredths = 10000ul * tally.right / n;

	printf("own %s: %u, right %u = %lu.%02lu %%\n", name, tally.n,
	    tally.right, hundredths / 100, hundredths % 100);
	CHECK(name, tally.right * 1000ul >= floor * (unsigned long)n);
}

int
main(int argc, char **argv)
{
	static const unsigned floors[] = { FLOOR_LINES, FLOOR_TOGETHER,
		FLOOR_FORMS };
	static struct run run;
	struct ug_buf all = { .alloc = &ug_alloc_libc };
	bool verbose = false;

	run.plain = run.joined = run.bytes = run.back = all;
	for (argv++; argc > 1 && *argv != NULL && **argv == '-'; argv++) {
		verbose |= strcmp(*argv, "-v") == 0;
		run.wrong |= strcmp(*argv, "-w") == 0;
	}
	run.n_lines = own_read("tests/detect/own.tsv", run.lines, &all);
	CHECK("sentences", run.n_lines > 500);
	missing_print();
	for (size_t i = 0; i < run.n_lines; i++) {
		if (i > 0 && strcmp(run.lines[i].language,
		    run.lines[i - 1].language) == 0)
			continue;
		for (size_t row = 0; row < own_n_encodings; row++)
			language_ask(&run, i, &own_encodings[row], argv);
	}
	if (verbose)
		worst_print(&run);
	for (int i = 0; i < OWN_N_KINDS; i++)
		result_check(kind_names[i], run.kinds[i],
		    *argv == NULL ? floors[i] : 0);
	ug_buf_free(&run.plain);
	ug_buf_free(&run.joined);
	ug_buf_free(&run.bytes);
	ug_buf_free(&run.back);
	ug_buf_free(&all);
	return check_done("own_test");
}
