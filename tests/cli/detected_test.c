/*
 * detected_test.c - what an input is in: counts by bytes, limits, reasons
 */
#include <string.h>

#include "check.h"
#include "cli/detected.h"

static struct cli_detected detected;

static void
count(const char *encoding, const char *language, enum ungarble_reason reason,
    unsigned confidence, uint64_t len, uint64_t ascii_len)
{
	const struct ungarble_span span = {
		.encoding = encoding,
		.language = language,
		.reason = reason,
		.confidence = confidence,
		.in_len = len + ascii_len,
		.ascii_len = ascii_len,
	};

	cli_detected_count(&detected, &span);
}

/* The i-th is this. */
static bool
is(size_t i, const char *encoding, const char *language, unsigned confidence,
    enum ungarble_reason reason, uint64_t len, unsigned percent)
{
	struct cli_finding finding;

	return cli_detected_finding(&detected, i, &finding) &&
	    strcmp(finding.encoding, encoding) == 0 &&
	    (finding.language == NULL) == (language == NULL) &&
	    (language == NULL || strcmp(finding.language, language) == 0) &&
	    finding.confidence == confidence && finding.reason == reason &&
	    finding.len == len && finding.percent == percent;
}

static bool
past(size_t i)
{
	struct cli_finding finding;

	return !cli_detected_finding(&detected, i, &finding);
}

static void
start(void)
{
	memset(&detected, 0, sizeof(detected));
}

/* The head is kept, as far as guesses are made from it. */
static void
check_head(void)
{
	static char text[3 * CLI_GUESS_LEN], head[CLI_GUESS_LEN + 1];

	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 7 + i / 251);
	start();
	cli_detected_feed(&detected, text, 10);
	CHECK("none is kept", detected.len == 10 && detected.head_len == 0);
	for (size_t step = 1; step <= sizeof(text); step = 3 * step + 1000) {
		start();
		memset(head, 'x', sizeof(head));
		detected.head = head;
		for (size_t at = 0; at < sizeof(text); at += step) {
			const size_t n = sizeof(text) - at < step
			    ? sizeof(text) - at : step;
			const size_t all = at + n;

			cli_detected_feed(&detected, text + at, n);
			CHECK("so far", detected.len == all &&
			    detected.head_len == (all < CLI_GUESS_LEN
			    ? all : CLI_GUESS_LEN));
		}
		CHECK("its first bytes", head[CLI_GUESS_LEN] == 'x' &&
		    memcmp(head, text, CLI_GUESS_LEN) == 0);
	}
}

static void
check_counts(void)
{
	start();
	detected.len = 77;
	CHECK("nothing beyond ASCII", past(1) && is(0, "US-ASCII", NULL, 100,
	    UNGARBLE_BY_VALIDITY, 77, 100));
	count("koi8-r", "ru", UNGARBLE_BY_STATISTICS, 90, 0, 50);
	CHECK("lines in ASCII count for none", detected.n == 0 && past(1));
	count("koi8-r", "ru", UNGARBLE_BY_STATISTICS, 90, 10, 50);
	CHECK("one", detected.n == 1 && past(1) && is(0, "koi8-r", "ru", 90,
	    UNGARBLE_BY_STATISTICS, 10, 100));
	count("koi8-r", NULL, UNGARBLE_BY_STATISTICS, 50, 30, 0);
	CHECK("its confidence goes by bytes", detected.n == 1 && is(0,
	    "koi8-r", "ru", 60, UNGARBLE_BY_STATISTICS, 40, 100));
	count("UTF-8", NULL, UNGARBLE_BY_VALIDITY, 99, 161, 0);
	CHECK("two, as they came", past(2) &&
	    is(0, "koi8-r", "ru", 60, UNGARBLE_BY_STATISTICS, 40, 19) &&
	    is(1, "UTF-8", NULL, 99, UNGARBLE_BY_VALIDITY, 161, 80));
	count("big5", "zh", UNGARBLE_BY_DEFAULT, 1, 40, 0);
	count("gbk", "zh", UNGARBLE_BY_DEFAULT, 2, 159, 0);
	cli_detected_sort(&detected);
	/* Of those that have as many, the first that came. */
	CHECK("sorted", past(4) &&
	    is(0, "UTF-8", NULL, 99, UNGARBLE_BY_VALIDITY, 161, 40) &&
	    is(1, "gbk", "zh", 2, UNGARBLE_BY_DEFAULT, 159, 39) &&
	    is(2, "koi8-r", "ru", 60, UNGARBLE_BY_STATISTICS, 40, 10) &&
	    is(3, "big5", "zh", 1, UNGARBLE_BY_DEFAULT, 40, 10));
}

/* So many encodings, and languages of one; those beyond are left out. */
static void
check_limits(void)
{
	static char names[CLI_N_ENCODINGS + 1][8];

	start();
	for (unsigned i = 0; i <= CLI_N_ENCODINGS; i++) {
		snprintf(names[i], sizeof(names[i]), "e%u", i);
		count(names[i], NULL, UNGARBLE_BY_OPTION, 100, 1, 0);
	}
	CHECK("encodings", detected.n == CLI_N_ENCODINGS);
	count(names[CLI_N_ENCODINGS - 1], NULL, UNGARBLE_BY_OPTION, 100, 7, 0);
	CHECK("the last still counts", is(CLI_N_ENCODINGS - 1,
	    names[CLI_N_ENCODINGS - 1], NULL, 100, UNGARBLE_BY_OPTION, 8, 5));
	start();
	for (unsigned i = 0; i < CLI_N_LANGUAGES; i++)
		count("e", names[i], UNGARBLE_BY_OPTION, 100, 10, 0);
	count("e", names[CLI_N_LANGUAGES], UNGARBLE_BY_OPTION, 100, 99, 0);
	CHECK("languages", is(0, "e", names[0], 100, UNGARBLE_BY_OPTION, 10 *
	    CLI_N_LANGUAGES + 99, 100));
	count("e", names[CLI_N_LANGUAGES - 1], UNGARBLE_BY_OPTION, 100, 1, 0);
	CHECK("the last still counts", is(0, "e", names[CLI_N_LANGUAGES - 1],
	    100, UNGARBLE_BY_OPTION, 10 * CLI_N_LANGUAGES + 100, 100));
	CHECK("as many as there is room for", detected.n == 1 &&
	    detected.counted[0].n_languages == CLI_N_LANGUAGES);
}

/* Which reason is told, of two that have so many bytes. */
static void
check_reasons(void)
{
	static const struct {
		enum ungarble_reason one;
		uint64_t one_len;
		enum ungarble_reason two;
		uint64_t two_len;
		enum ungarble_reason wanted;
	} rows[] = {
		{ UNGARBLE_BY_OPTION, 1, UNGARBLE_BY_OPTION, 1,
		    UNGARBLE_BY_OPTION },
		{ UNGARBLE_BY_BOM, 1, UNGARBLE_BY_VALIDITY, 99,
		    UNGARBLE_BY_BOM },
		{ UNGARBLE_BY_STATISTICS, 99, UNGARBLE_BY_BOM, 1,
		    UNGARBLE_BY_BOM },
		{ UNGARBLE_BY_STATISTICS, 3, UNGARBLE_BY_VALIDITY, 2,
		    UNGARBLE_BY_STATISTICS },
		{ UNGARBLE_BY_STATISTICS, 2, UNGARBLE_BY_VALIDITY, 3,
		    UNGARBLE_BY_VALIDITY },
		{ UNGARBLE_BY_STATISTICS, 2, UNGARBLE_BY_VALIDITY, 2,
		    UNGARBLE_BY_VALIDITY },
		{ UNGARBLE_BY_HISTORY, 99, UNGARBLE_BY_DEFAULT, 1,
		    UNGARBLE_BY_DEFAULT },
		{ UNGARBLE_BY_HISTORY, 99, UNGARBLE_BY_OPTION, 1,
		    UNGARBLE_BY_OPTION },
		{ UNGARBLE_BY_HISTORY, 9, UNGARBLE_BY_HISTORY, 1,
		    UNGARBLE_BY_HISTORY },
		{ UNGARBLE_BY_DEFAULT, 2, UNGARBLE_BY_STATISTICS, 1,
		    UNGARBLE_BY_DEFAULT },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct cli_finding finding = { 0 };

		start();
		count("e", NULL, rows[i].one, 50, rows[i].one_len, 0);
		count("e", NULL, rows[i].two, 50, rows[i].two_len, 0);
		CHECK("reason", cli_detected_finding(&detected, 0, &finding) &&
		    finding.reason == rows[i].wanted);
	}
	start();
	count("e", "de", UNGARBLE_BY_OPTION, 50, 5, 0);
	count("e", "fr", UNGARBLE_BY_OPTION, 50, 5, 0);
	CHECK("languages: as many", is(0, "e", "de", 50, UNGARBLE_BY_OPTION,
	    10, 100));
	count("e", "fr", UNGARBLE_BY_OPTION, 50, 1, 0);
	CHECK("languages: one more", is(0, "e", "fr", 50, UNGARBLE_BY_OPTION,
	    11, 100));
}

int
main(void)
{
	check_head();
	check_counts();
	check_limits();
	check_reasons();
	return check_done("detected_test");
}
