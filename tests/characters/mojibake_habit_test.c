/*
 * mojibake_habit_test.c - what stands around a sequence, and around a line's
 */
#include <limits.h>
#include <string.h>

#include "characters/mojibake_reading.h"
#include "check.h"
#include "mojibake_line.h"

#define W(name) UG_MOJIBAKE_W(name)

/* The fork at a unit, as windows-1252 in a weak reading. */
static struct ug_mojibake_fork
fork_at(const struct ug_mojibake_line *line, size_t at, bool touching)
{
	const struct ug_mojibake_sequence sequence = ug_mojibake_sequence(line,
	    at, 0, true, touching);

	return (struct ug_mojibake_fork){ .at = at, .c = sequence.c,
		.glyph = ug_glyph_of(sequence.c), .sequence = sequence };
}

/* The sequence at a unit: h habit, i idle, l letter, r root, o opens. */
static const struct {
	const char *text;
	size_t at;
	const char *is;
} rows[] = {
	{ "the Ã© here", 4, "" },
	{ "café Ã¼ber", 5, "" },
	/* quoted, even if the second mark is its own last character */
	{ "a \"Ã©\" b", 3, "i" }, { "a 'Ã©' b", 3, "i" },
	{ "a `Ã©` b", 3, "i" }, { "a «Ã©» b", 3, "i" },
	{ "a »Ã©« b", 3, "i" }, { "a ‘Ã©’ b", 3, "i" },
	{ "a „Ã©“ b", 3, "i" }, { "a ”Ã©‟ b", 3, "i" },
	{ "a ‹Ã©› b", 3, "i" }, { "a —Ã©… b", 3, "i" },
	{ "a “Ã©x b", 3, "" }, { "a xÃ©” b", 3, "" },
	{ "a (Ã©) b", 3, "" }, { "a ‗Ã©‗ b", 3, "" },
	{ "a †Ã©† b", 3, "" }, { "a ‼Ã©‼ b", 3, "" },
	{ "\"Ã©\"", 1, "i" }, { "Ã©\" b", 0, "" },
	{ "a \"Ã“ b", 3, "i" }, { "a \"Ã“b", 3, "" },
	/* A grave without its space */
	{ "a Ã tout", 2, "i" }, { "voilÃ tout", 4, "h" },
	{ "VOILÃ tout", 4, "" }, { "voilÃ , et", 4, "h" },
	/* the sign of a currency */
	{ "so Â£ x", 3, "hi" }, { "so Â£5 x", 3, "h" },
	{ "so 5Â£ x", 4, "" "h" }, { "so Â£ 5 x", 3, "h" },
	{ "so 5 Â£ x", 5, "h" }, { "so Â£x5", 3, "hi" },
	{ "Â£ x", 0, "hi" }, { "Â£5", 0, "h" }, { "Â£", 0, "hi" },
	{ "so Â© x", 3, "h" }, { "soÂ© x", 2, "" },
	/* A circumflex, then a sign */
	{ "a Â§ b", 2, "h" }, { "aÂ§ b", 1, "" }, { "1Â§ b", 1, "h" },
	{ "Â§ b", 0, "h" }, { "a Ã§ b", 2, "" },
	/* what closes in the midst of a word */
	{ "KÃ”NT", 1, "h" }, { "KÃ”", 1, "" }, { " Ã”NT", 1, "" },
	{ "kÃœnt", 1, "" }, { "KÃ“NT", 1, "h" }, { "KÃ’NT", 1, "" },
	{ "KÃ” NT", 1, "" },
	/* lost behind a capital */
	{ "dobrÄ\357\277\275ina", 4, "h" }, { "DOBRÄ\357\277\275ina", 4, "" },
	{ "a Ä\357\277\275ina", 2, "" }, { "Ä\357\277\275ina", 0, "" },
	/* words of one letter, beyond Latin-1 */
	{ "a Î² b", 2, "l" }, { "aÎ² b", 1, "" }, { "a Î²b", 2, "" },
	{ "Î²", 0, "l" }, { "a Ã¿ b", 2, "" }, { "a Ä€ b", 2, "l" },
	{ "a Ë† b", 2, "" }, { "(Î²)", 1, "l" },
	/* what opens */
	{ "so Â¿que", 3, "ho" }, { "so Â¿ que", 3, "h" },
	{ "so Â¡que", 3, "ho" }, { "so Â¢que", 3, "hi" },
	{ "so Â¿1", 3, "h" },
};

static void
check_fork(const char *text, size_t at, const char *want)
{
	const struct ug_mojibake_line line = line_of(text);
	const struct ug_mojibake_fork fork = fork_at(&line, at, true);
	const int habit = ug_mojibake_habit(&line, &fork);
	char is[8] = "";

	CHECK(text, fork.sequence.n > 0 && (habit == 0 ||
	    habit == W(HABIT)));
	strcat(is, habit > 0 ? "h" : "");
	strcat(is, ug_mojibake_idle(&line, &fork) ? "i" : "");
	strcat(is, ug_mojibake_letter(&line, &fork) ? "l" : "");
	strcat(is, ug_mojibake_root(&line, &fork) ? "r" : "");
	strcat(is, ug_mojibake_opens(&line, &fork) ? "o" : "");
	if (!CHECK(text, strcmp(is, want) == 0))
		fprintf(stderr, "\t%s, not %s\n", is, want);
}

/* A root is of macintosh, where the sign is a lead byte. */
static void
check_root(const char *text, size_t at, bool root)
{
	const struct ug_mojibake_line line = line_of(text);
	const struct ug_mojibake_fork fork = { .at = at,
		.sequence = { .n = 2 } };

	CHECK(text, ug_mojibake_root(&line, &fork) == root);
}

/* What stands beside a stretch and is part of none. */
static const struct {
	const char *text;
	size_t at;
	int step, n; /* bytes that are odd */
} odd[] = {
	{ "é", 1, 1, 0 }, { "aé", 0, 1, 0 }, { "éa", 0, 1, 1 },
	{ "éèa", 0, 1, 1 }, { "é¼a", 0, 1, 2 }, { "é¼½a", 0, 1, 3 },
	{ "¼é½a", 0, 1, 2 }, { "a¼½é", 3, -1, 3 }, { "¼½é", 2, -1, 3 },
	{ "\302\240¼", 0, 1, 0 }, { "«¼", 0, 1, 0 }, { "»¼", 0, 1, 0 },
	{ "‐¼", 0, 1, 0 }, { "‧¼", 0, 1, 0 }, { "†¼", 0, 1, 0 },
	{ "é«¼", 0, 1, 1 }, { "‰¼", 0, 1, 2 }, { "‹¼", 0, 1, 2 },
	{ "é¼¼¼¼¼¼¼¼¼¼¼¼¼¼¼", 0, 1, 16 },
	{ "é¼¼¼¼¼¼¼¼¼¼¼¼¼¼¼¼", 0, 1, 16 },
	{ "aã¼", 1, 1, 0 }, { "ã¼a", 2, -1, 0 }, { "Ãã¼", 1, 1, 0 },
};

static void
test_odd(void)
{
	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		const struct ug_mojibake_line line = line_of(odd[i].text);
		const int cost = ug_mojibake_odd(&line, 0, odd[i].at,
		    odd[i].step);

		if (!CHECK(odd[i].text, cost == odd[i].n * W(ODD)))
			fprintf(stderr, "\t%d\n", cost);
	}
}

/* So sure that of a hundred cases so many are right. */
static void
test_confidence(void)
{
	for (int margin = -2000; margin < 2000; margin++) {
		/* A hundredth for each nat above, and for each tenth below. */
		int want = 90 + (margin >= 0 ? margin / 100 :
		    -((9 - margin) / 10));

		want = want > 99 ? 99 : want < 0 ? 0 : want;
		CHECK("confidence", ug_mojibake_confidence(margin) ==
		    (unsigned)want);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	lines_start();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_fork(rows[i].text, rows[i].at, rows[i].is);
	check_root("x = √π", 4, true);
	check_root("x√π", 1, false);
	check_root("√πx", 0, false);
	check_root("√π", 0, true);
	check_root("√2", 0, false);
	check_root("éπ", 0, false);
	test_odd();
	test_confidence();
	lines_end();
	return check_done(argv[0]);
}
