/*
 * mojibake_choose_test.c - the encoding that is chosen is the one that gains
 * most when all are read; and most that are chosen were read for it
 */
#include <limits.h>

#include "base/least.h"
#include "characters/mojibake_reading.h"
#include "mojibake_drawn.h"

#define LINES 1500
#define READ  376 /* of these, that are made of what was read first */

static size_t n_chosen, n_read, n_tied, n_none;

/* What reading a line as an encoding is worth, if it gains enough. */
struct worth {
	bool enough;
	size_t language;
	int margin, worth;
};

static struct worth
worth_of(struct ug_mojibake_line *line, unsigned encoding, unsigned confidence,
    struct ug_mojibake_reading *reading)
{
	const size_t language = ug_mojibake_meant(line, encoding);
	const int ask = ug_mojibake_ask(encoding);
	struct worth worth = { .language = language };
	size_t n = 0;

	ug_mojibake_read(line, encoding, language, false, reading);
	for (size_t i = 0; i < reading->n; i++)
		n += reading->runs[i].end - reading->runs[i].first;
	worth.margin = reading->gain - ask;
	worth.worth = reading->gain - ask / 2 +
	    (int)UG_MIN(n, 1000) * UG_MOJIBAKE_W(EXPLAIN);
	worth.enough = n > 0 &&
	    ug_mojibake_confidence(worth.margin) >= confidence;
	return worth;
}

/* Is a choice the best, or as good? */
static void
check_choice(const char *text, const struct ug_mojibake_choice *choice,
    struct ug_mojibake_line *line, unsigned confidence,
    struct ug_mojibake_reading *reading)
{
	int best = INT_MIN;
	size_t n = 0;

	ug_mojibake_speak(line, ug_mojibake_spoken(line));
	for (unsigned e = 0; e < UG_MOJIBAKE_MAX; e++) {
		struct worth worth;

		if ((line->differ >> e & 1) == 0)
			continue;
		worth = worth_of(line, e, confidence, reading);
		if (worth.enough) {
			n += worth.worth == best;
			best = UG_MAX(best, worth.worth);
		}
		if (e == choice->encoding)
			CHECK(text, worth.enough && worth.worth ==
			    choice->worth && worth.margin == choice->margin &&
			    worth.language == choice->language);
	}
	CHECK(text, choice->worth == best);
	CHECK(text, (choice->encoding < UG_MOJIBAKE_MAX) == (best > INT_MIN));
	n_tied += n;
	n_none += best == INT_MIN;
}

/* Is what was read for it what is made of it? */
static void
check_read(const char *text, const struct ug_mojibake_choice *choice,
    const struct ug_mojibake_line *line,
    const struct ug_mojibake_reading *read)
{
	struct ug_mojibake_reading reading;

	CHECK(text, ug_mojibake_reading(line, &scratch, &reading) ==
	    UNGARBLE_OK);
	ug_mojibake_read(line, choice->encoding, choice->language, true,
	    &reading);
	if (!CHECK(text, reading.n == read->n && reading.n_chars ==
	    read->n_chars && reading.n > 0))
		return;
	for (size_t i = 0; i < reading.n; i++)
		CHECK(text, reading.runs[i].first == read->runs[i].first &&
		    reading.runs[i].end == read->runs[i].end);
	CHECK(text, memcmp(reading.chars, read->chars, reading.n_chars *
	    sizeof(*reading.chars)) == 0);
}

static void
check_line(const char *text, unsigned confidence)
{
	struct ug_mojibake_line line = line_of(text);
	struct ug_mojibake_reading reading;
	struct ug_mojibake_choice choice;

	CHECK(text, ug_mojibake_reading(&line, &scratch, &reading) ==
	    UNGARBLE_OK);
	ug_mojibake_choose(&line, confidence, &reading, &choice);
	n_chosen += choice.encoding < UG_MOJIBAKE_MAX;
	n_read += choice.read;
	if (choice.read)
		check_read(text, &choice, &line, &reading);
	check_choice(text, &choice, &line, confidence, &reading);
}

int
main(int argc, char *argv[])
{
	struct drawn drawn;

	(void)argc;
	lines_start();
	if (drawn_start(&drawn))
		for (unsigned i = 0; i < LINES; i++)
			check_line(drawn_text(&drawn, 1 + i % 4, 1 + i % 3),
			    i % 5 == 0 ? 0 : 90);
	printf("%zu chosen, %zu of them read, %zu not, %zu tied\n", n_chosen,
	    n_read, n_none, n_tied);
	CHECK("all kinds", n_chosen > LINES / 2 && n_none > LINES / 10);
	/* Whoever chooses would have to read the others again. */
	CHECK("as many as were, and more", n_read >= READ);
	drawn_end(&drawn);
	lines_end();
	return check_done(argv[0]);
}
