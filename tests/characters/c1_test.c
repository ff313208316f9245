/*
 * c1_test.c - C1 controls that were meant as Windows-1252
 */
#include "repair/pass_check.h"
#include "stream/fixes_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0, 0 } },
	{ "plain", UG_LIT("déjà"), { 0, 0 } },
	{ "quotes", UG_LIT("\xC2\x93so\xC2\x94"), UG_LIT("“so”") },
	{ "apostrophe", UG_LIT("don\xC2\x92t"), UG_LIT("don’t") },
	{ "signs within a word", UG_LIT("gegen\xC2\x9F""ber, ser\xC2\x87s, geh\xC2\x94rig"),
	  { 0, 0 } },
	{ "dashes", UG_LIT("yes \xC2\x96 no\xC2\x97 1\xC2\x96""3"),
	  UG_LIT("yes – no— 1–3") },
	{ "euro", UG_LIT("5 \xC2\x80 or \xC2\x80""5"), UG_LIT("5 € or €5") },
	{ "euro without a number", UG_LIT("a \xC2\x80 b"), { 0, 0 } },
	{ "letters", UG_LIT("\xC2\x9Cuvre, \xC2\x8Cil, \xC2\x8Akoda"),
	  UG_LIT("œuvre, Œil, Škoda") },
	{ "bullet", UG_LIT("\xC2\x95 one"), UG_LIT("• one") },
	{ "trade mark", UG_LIT("Name\xC2\x99 is"), UG_LIT("Name™ is") },
	{ "marks round signs", UG_LIT("(\xC2\x93;\xC2\x94) or so"),
	  UG_LIT("(“;”) or so") },
	{ "windows-1250 among its letters",
	  UG_LIT("sk\xC2\x9D, czy\xC2\x9C""ci ją"),
	  UG_LIT("skť, czyści ją") },

	{ "ellipsis", UG_LIT("well\xC2\x85 so\n"), UG_LIT("well… so\n") },
	{ "ellipsis before a line end", UG_LIT("well\xC2\x85\n"),
	  UG_LIT("well…\n") },
	{ "NEL ends a line", UG_LIT("one\xC2\x85two"), { 0, 0 } },
	{ "NEL ends a text", UG_LIT("one\xC2\x85"), { 0, 0 } },
	{ "ellipsis in quotes", UG_LIT("\xC2\x93wait\xC2\x85\xC2\x94"),
	  UG_LIT("“wait…”") },

	{ "undefined", UG_LIT("a\xC2\x81""b \xC2\x93so\xC2\x94"), { 0, 0 } },
	{ "by themselves", UG_LIT("\xC2\x93 \xC2\x94"), { 0, 0 } },
	{ "all of them", UG_LIT("\xC2\x82\xC2\x83\xC2\x84\xC2\x85""abc"),
	  { 0, 0 } },
	{ "a terminal's sequence", UG_LIT("\xC2\x9B""31mred"), { 0, 0 } },
	{ "trail byte of another character", UG_LIT("ѓѕ д"), { 0, 0 } },
	{ "among Han", UG_LIT("玩\xC2\x85具\xC2\x92引"), { 0, 0 } },
	{ "a letter among Cyrillic", UG_LIT("сло\xC2\x9Cво"), { 0, 0 } },
	{ "beside mojibake that stays",
	  UG_LIT("th\xC3\x83\xC2\xA9 so\xC2\x92s"),
	  UG_LIT("th\xC3\x83\xC2\xA9 so’s") },
	{ "lines apart", UG_LIT("a\xC2\x81\nb \xC2\x93so\xC2\x94\n"),
	  UG_LIT("a\xC2\x81\nb “so”\n") },
};

/* Another pass was at work in this round: the next one is soon enough. */
static const struct pass_row changed_rows[] = {
	{ "mojibake comes first", UG_LIT("th\xC3\x83\xC2\xA9 so\xC2\x92s"),
	  { 0, 0 } },
	{ "whatever it was", UG_LIT("\xC2\x93so\xC2\x94"), { 0, 0 } },
};

/* In a stream: mojibake and controls in one line. */
static const struct {
	const char *fixes;
	struct ug_text out;
} stream_rows[] = {
	{ NULL, UG_LIT("naïve cafés: “so”\n") },
	{ "c1", UG_LIT("na\xC3\x83\xC2\xAFve caf\xC3\x83\xC2\xA9s: “so”\n") },
	{ "mojibake", UG_LIT("naïve cafés: \xC2\x93so\xC2\x94\n") },
};

int
main(int argc, char *argv[])
{
	const struct ug_scope changed = { .encoding = "UTF-8",
		.confidence = 90, .changed = true };

	(void)argc;
	check_pass(&ug_pass_c1, rows, sizeof(rows) / sizeof(*rows));
	check_pass_rounds(&ug_pass_c1, &changed, changed_rows,
	    sizeof(changed_rows) / sizeof(*changed_rows), 0);
	for (size_t i = 0; i < sizeof(stream_rows) / sizeof(*stream_rows); i++)
		check_fixes("in a stream", stream_rows[i].fixes,
		    UG_TEXT("na\xC3\x83\xC2\xAFve "
		    "caf\xC3\x83\xC2\xA9s: \xC2\x93so\xC2\x94\n"),
		    stream_rows[i].out);
	return check_done(argv[0]);
}
