/*
 * near_test.c - what is said of text near that of near.tsv
 *
 * Its lines are rows of the tests of passes: each is close to where a pass
 * makes up its mind.  A seed changes a few letters, words and marks of each,
 * and what comes of it is one number, see digest.h.
 */
#include "digest.h"

#include "base/ascii.h"

#define LINES_MAX 1200
#define VARIANTS  24

static const char *const marks[] = { ".", ",", "\"", "'", "\u2019", "\u201C",
	"\u201D", "\u00AB", "\u00BB", " ", " ", "  ", "?", "!", ":", ";", "(",
	")", "-", " s ", "\u2019s ", "'t ", "n't", "I ", "We ", "he said, ",
	"said ", "The ", "and ", "of ", "7", "\uFFFD", "\u00A0", "\u00C3",
	"\u00E9", "\u20AC", "\u0432", "\u200B", "\u2026", "&", "=", "%", "\\",
	"\t", "\u3042", "Mr. ", "A", "z" };

struct line {
	const char *group, *text;
	size_t len;
};

static char file[65536];
static struct line lines[LINES_MAX];
static size_t n_lines;

/* The rows, in place. */
static void
lines_read(void)
{
	FILE *const in = fopen("tests/golden/near.tsv", "rb");
	char *s = file;

	if (!CHECK("near.tsv", in != NULL))
		return;
	file[fread(file, 1, sizeof(file) - 1, in)] = '\0';
	CHECK("near.tsv", feof(in) && !ferror(in));
	fclose(in);
	for (char *end; n_lines < LINES_MAX && (end = strchr(s, '\n')) != NULL;
	    s = end + 1) {
		char *const tab = strchr(s, '\t');

		*end = '\0';
		if (s[0] == '#' || tab == NULL || tab > end)
			continue;
		*tab = '\0';
		lines[n_lines++] = (struct line){ s, tab + 1,
			(size_t)(end - tab - 1) };
	}
	CHECK("near.tsv", *s == '\0' && n_lines > 0);
}

/* The start of a character of text[0..len] near there. */
static size_t
near_char(const char *text, size_t len, uint64_t *seed)
{
	size_t at = (size_t)(random_next(seed) % (len + 1));

	while (at < len && (text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* The start of a word. */
static size_t
near_word(const char *text, size_t len, uint64_t *seed)
{
	size_t at = near_char(text, len, seed);

	while (at > 0 && text[at - 1] != ' ')
		at--;
	return at;
}

static size_t
word_end(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] != ' ')
		at++;
	return at < len ? at + 1 : len;
}

static size_t
char_end(const char *text, size_t len, size_t at)
{
	if (at < len)
		at++;
	while (at < len && (text[at] & 0xC0) == 0x80)
		at++;
	return at;
}

/* Put text[0..len) with one change to it to *out, emptied first. */
static void
change(struct bytes *out, const char *text, size_t len, uint64_t *seed)
{
	const uint64_t how = random_next(seed) % 8;
	const size_t at = how < 4 ? near_char(text, len, seed) :
	    near_word(text, len, seed);
	const size_t end = how < 4 ? char_end(text, len, at) :
	    word_end(text, len, at);

	out->len = 0;
	bytes_add(out, text, at);
	if (how < 2 || how == 6)
		bytes_string(out, marks[random_next(seed) %
		    (sizeof(marks) / sizeof(*marks))]);
	if (how == 2 || how == 5)  /* twice */
		bytes_add(out, text + at, end - at);
	if (how == 7 && end > at) {
		const char c = (char)(text[at] ^ 0x20);

		bytes_add(out, ug_ascii_is_letter(c) ? &c : text + at, 1);
		bytes_add(out, text + at + 1, end - at - 1);
	}
	if (how != 1 && how != 3 && how != 4 && how != 7)
		bytes_add(out, text + at, end - at);
	bytes_add(out, text + end, len - end);
}

static int
run_finding(void *user, const struct ungarble_finding *finding)
{
	struct run *const run = user;
	char line[400];

	snprintf(line, sizeof(line), "finding %" PRIu64 " in %" PRIu64 "+%"
	    PRIu64 " %s %s %s %s %x\n", finding->record, finding->in_at,
	    finding->in_len, finding->rule, finding->fix,
	    finding->found != NULL ? finding->found : "-",
	    finding->meant != NULL ? finding->meant : "-",
	    (unsigned)finding->character);
	bytes_string(&run->report, line);
	return 0;
}

/* Lines of a group, changed, as they stand in a row. */
static void
make(struct bytes *out, const char *group, uint64_t seed)
{
	struct bytes line = { 0 }, other = { 0 };

	for (size_t i = 0; i < n_lines; i++) {
		uint64_t n = random_next(&seed) % 3;

		if (strcmp(lines[i].group, group) != 0)
			continue;
		line.len = 0;
		bytes_add(&line, lines[i].text, lines[i].len);
		for (; n > 0; n--) {
			const struct bytes old = line;

			change(&other, line.s, line.len, &seed);
			line = other;
			other = old;
		}
		bytes_add(out, line.s, line.len);
		bytes_string(out, random_next(&seed) % 4 == 0 ? " " :
		    random_next(&seed) % 16 == 0 ? "\n\n" : "\n");
	}
	bytes_free(&line);
	bytes_free(&other);
}

static uint64_t
digest_of(const char *group, const char *fixes, unsigned confidence)
{
	uint64_t digest = 0;
	size_t n_edits = 0;

	for (uint64_t seed = 1; seed <= VARIANTS; seed++) {
		struct run run = { 0 };
		struct bytes in = { 0 };
		struct ungarble_options opts = digest_options(&run);

		opts.fixes = fixes;
		opts.confidence = confidence;
		opts.finding = run_finding;
		make(&in, group, seed);
		run_stream(&run, &opts, in.s, in.len, CUT_NOWHERE, 0);
		CHECK(group, run.err == UNGARBLE_OK);
		n_edits += run.n_edits;
		digest_add_run(&digest, &run);
		run_free(&run);
		bytes_free(&in);
	}
	CHECK(group, n_edits > VARIANTS);
	return digest;
}

static const struct {
	const char *group, *fixes;
	unsigned confidence;
	uint64_t digest;
} rows[] = {
	{ "marks", NULL, 0, UINT64_C(0x07AB144C3E8CA57D) },
	{ "marks", "-words", 1, UINT64_C(0xC2AAB7EFEF352F38) },
	{ "words", NULL, 1, UINT64_C(0x082D64C7201EBAF1) },
	{ "words", "+guess", 80, UINT64_C(0x38E8B899CD104B10) },
	{ "characters", "+escapes", 0, UINT64_C(0xD2FA9A0F59B55875) },
	{ "characters", "+escapes,+guess,+nfc", 1,
	  UINT64_C(0x7DD20D0499A60037) },
	{ "tidy", "+tidy,+nfkd,+bom,+eol-crlf", 0,
	  UINT64_C(0xCAEE6D5C66132DC2) },
	{ "tidy", "+nfd,+eol-lf", 0, UINT64_C(0x3B90ED520B252DCE) },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_read();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		digest_check(rows[i].group, digest_of(rows[i].group,
		    rows[i].fixes, rows[i].confidence), rows[i].digest);
	return check_done(argv[0]);
}
