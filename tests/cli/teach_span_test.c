/*
 * teach_span_test.c - what --explain says of an encoding: why not another
 */
#define _XOPEN_SOURCE 700

#include <string.h>

#include "check.h"
#include "cli/reread.h"
#include "cli/teach.h"
#include "heard.h"

/* "Привет, как дела? Все хорошо.", and a German line in windows-1252. */
#define RUSSIAN "\xF0\xD2\xC9\xD7\xC5\xD4, \xCB\xC1\xCB \xC4\xC5\xCC\xC1? " \
	"\xF7\xD3\xC5 \xC8\xCF\xD2\xCF\xDB\xCF.\n"
#define GERMAN "\xDC" "ber die Stra\xDF" "e f\xE4hrt der Gru\xDF.\n"

static struct cli_options options = { .mode = CLI_EXPLAIN };
static struct cli_out out;

static void
piece(const char *encoding, const char *bytes, uint64_t at)
{
	cli_teach_piece(&(struct ungarble_piece){ .encoding = encoding,
	    .in = bytes, .in_len = strlen(bytes), .in_at = at });
}

static bool
span(const char *encoding, const char *rule, enum ungarble_reason reason,
    uint64_t at, const char *wanted)
{
	const struct ungarble_span told = { .encoding = encoding,
		.rule = rule, .reason = reason, .in_at = at, .in_len = 100 };

	heard_out(&out);
	CHECK(rule, cli_teach_span(&out, &told));
	return heard_out_is(&out, wanted);
}

/* Rounded; 1000 for what is beyond 6.9. */
static unsigned
e_to(double x)
{
	double sum = 1, term = 1;

	for (int i = 1; i < 60; i++)
		sum += term *= x / i;
	return x > 6.9 ? 1000 : (unsigned)(sum + .5);
}

/* The next best of what the library guesses, in words. */
static const char *
next_best(const char *bytes, const char *encoding)
{
	static char said[256];
	struct ungarble_guess guesses[2];
	unsigned times;
	size_t n;

	if (!cli_reread_guess(&options, bytes, strlen(bytes), guesses, 2, &n) ||
	    n == 0)
		return "?";
	if (strcmp(guesses[0].encoding, encoding) != 0)
		(void)snprintf(said, sizeof(said), "    By itself it may be %s"
		    ", but lines near by speak for %s.\n", guesses[0].encoding,
		    encoding);
	else if (n == 1)
		return "    No other encoding comes near.\n";
	else if ((times = e_to((double)guesses[1].margin / 1000)) == 1)
		(void)snprintf(said, sizeof(said), "    Next best: %s, about "
		    "as likely (%.3f nats).\n", guesses[1].encoding,
		    (double)guesses[1].margin / 1000);
	else
		(void)snprintf(said, sizeof(said), "    Next best: %s, %s %u "
		    "times less likely (%.3f nats).\n", guesses[1].encoding,
		    times == 1000 ? "more than" : "some", times,
		    (double)guesses[1].margin / 1000);
	return said;
}

static void
check_texts(void)
{
	static const char *const froms[] = { NULL, "koi8-r",
		"koi8-r,windows-1251", "koi8-r,koi8-u", "windows-1252,koi8-r" };
	static char rules[5][8];

	for (size_t i = 0; i < 5; i++) {
		options.from = froms[i];
		(void)snprintf(rules[i], sizeof(rules[i]), "r%zu", i);
		piece("KOI8-R", RUSSIAN, 7);
		CHECK(rules[i], span("KOI8-R", rules[i],
		    UNGARBLE_BY_STATISTICS, 7, next_best(RUSSIAN, "KOI8-R")));
		piece("KOI8-R", RUSSIAN, 7);
		CHECK("once", span("KOI8-R", rules[i], UNGARBLE_BY_STATISTICS,
		    7, ""));
	}
	options.from = "windows-1252,koi8-r";
	CHECK("by itself", strncmp(next_best(GERMAN, "KOI8-R"),
	    "    By itself it may be ", 24) == 0);
	piece("KOI8-R", GERMAN, 0);
	CHECK("by itself", span("KOI8-R", "itself", UNGARBLE_BY_STATISTICS, 0,
	    next_best(GERMAN, "KOI8-R")));
	options.from = NULL;
}

/* Some as likely, some times less, and much less. */
static void
check_near(void)
{
	static const struct {
		const char *rule, *encoding, *bytes, *has;
	} rows[] = {
		{ "n1", "windows-1251", "\xE4\xF6\xFC \xDF\n",
		    ", about as likely (0." },
		{ "n2", "windows-1252", "pi\xF9 l\xE0\n", ", some " },
		{ "n3", "windows-1252", "th\xE9 na\xEFve\n", ", some " },
		{ "n4", "windows-1252", "caf\xE9 ferm\xE9\n",
		    ", more than 1000 times less likely (" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *const wanted = next_best(rows[i].bytes,
		    rows[i].encoding);

		CHECK(rows[i].rule, strncmp(wanted, "    Next best: ", 15) ==
		    0 && strstr(wanted, rows[i].has) != NULL);
		piece(rows[i].encoding, rows[i].bytes, 0);
		CHECK(rows[i].rule, span(rows[i].encoding, rows[i].rule,
		    UNGARBLE_BY_STATISTICS, 0, wanted));
	}
}

/* Only of what was found out by its letters, and stands in the span. */
static void
check_others(void)
{
	for (int i = 0; i <= UNGARBLE_BY_DEFAULT; i++) {
		if (i == UNGARBLE_BY_STATISTICS)
			continue;
		piece("KOI8-R", RUSSIAN, 0);
		CHECK("another reason", span("KOI8-R", "reason",
		    (enum ungarble_reason)i, 0, ""));
	}
	piece("KOI8-R", RUSSIAN, 99);
	CHECK("another encoding", span("windows-1252", "other",
	    UNGARBLE_BY_STATISTICS, 0, ""));
	CHECK("the last byte", span("KOI8-R", "last", UNGARBLE_BY_STATISTICS,
	    0, next_best(RUSSIAN, "KOI8-R")));
	CHECK("kept no more", span("KOI8-R", "none", UNGARBLE_BY_STATISTICS, 0,
	    ""));
	piece("KOI8-R", RUSSIAN, 100);
	CHECK("behind it", span("KOI8-R", "behind", UNGARBLE_BY_STATISTICS, 0,
	    ""));
	piece("UTF-8", GERMAN, 0);
	piece("US-ASCII", GERMAN, 0);
	CHECK("what is not decoded", span("UTF-8", "utf-8",
	    UNGARBLE_BY_STATISTICS, 0, "") && span("US-ASCII", "ascii",
	    UNGARBLE_BY_STATISTICS, 0, ""));
}

/* Two encodings are kept at a time, and of each the first of its bytes. */
static void
check_kept(void)
{
	static char many[80 * sizeof(RUSSIAN)];

	piece("KOI8-R", RUSSIAN, 0);
	piece("windows-1252", GERMAN, 0);
	CHECK("one of two", span("KOI8-R", "two", UNGARBLE_BY_STATISTICS, 0,
	    next_best(RUSSIAN, "KOI8-R")));
	CHECK("the other", span("windows-1252", "two too",
	    UNGARBLE_BY_STATISTICS, 0, next_best(GERMAN, "windows-1252")));
	piece("KOI8-R", RUSSIAN, 0);
	piece("windows-1252", GERMAN, 0);
	piece("IBM866", GERMAN, 0);
	piece("KOI8-U", GERMAN, 0);
	CHECK("of four the first are gone", span("KOI8-R", "four",
	    UNGARBLE_BY_STATISTICS, 0, "") && span("windows-1252", "four",
	    UNGARBLE_BY_STATISTICS, 0, ""));
	CHECK("not the last", span("KOI8-U", "four", UNGARBLE_BY_STATISTICS, 0,
	    next_best(GERMAN, "KOI8-U")));
	for (size_t i = 0; i < 80; i++) {
		strcat(many, RUSSIAN);
		piece("KOI8-R", RUSSIAN, i * strlen(RUSSIAN));
	}
	many[1024] = '\0';
	CHECK("many", span("KOI8-R", "many", UNGARBLE_BY_STATISTICS, 0,
	    next_best(many, "KOI8-R")));
}

int
main(void)
{
	cli_teach_start(&options);
	check_texts();
	check_near();
	check_others();
	check_kept();
	return check_done("teach_span_test");
}
