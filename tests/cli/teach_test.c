/*
 * teach_test.c - what --explain says of the first change of each kind
 */
#define _XOPEN_SOURCE 700

#include "cli/teach.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "cli/memory.h"
#include "cli/reread.h"
#include "heard.h"

#define E "\xC3\xA9"
#define MOJI "\xC3\x83\xC2\xA9" /* as windows-1252 reads it */

static struct cli_options options = { .mode = CLI_EXPLAIN };
static struct cli_out out;

/* What is said of an edit with such a rule: each is told of once. */
static bool
edit(const char *rule, const char *after, const char *before, int margin,
    const char *wanted)
{
	const struct ungarble_edit made = { .rule = rule, .step = 1,
		.before = before, .before_len = strlen(before),
		.after = after, .after_len = strlen(after), .margin = margin };

	heard_out(&out);
	CHECK(rule, cli_teach_edit(&out, &made));
	return heard_out_is(&out, wanted);
}

/* e to the power of it, rounded; beyond 1000 it is said so. */
static void
check_times(void)
{
	static const struct {
		int margin;
		const char *said;
	} rows[] = {
		{ -1, "" },
		{ 0, "" },
		{ 1, "    It is likelier by 0.001 nats than --confidence "
		    "needs.\n" },
		{ 405, "    It is likelier by 0.405 nats than --confidence "
		    "needs.\n" },
		{ 406, "    It is some 2 times (0.406 nats) likelier than "
		    "--confidence needs.\n" },
		{ 1000, "    It is some 3 times (1.000 nats) likelier than "
		    "--confidence needs.\n" },
		{ 2303, "    It is some 10 times (2.303 nats) likelier than "
		    "--confidence needs.\n" },
		{ 4605, "    It is some 100 times (4.605 nats) likelier than "
		    "--confidence needs.\n" },
		{ 6900, "    It is some 992 times (6.900 nats) likelier than "
		    "--confidence needs.\n" },
		{ 6901, "    It is more than 1000 times (6.901 nats) likelier "
		    "than --confidence needs.\n" },
		{ 100000, "    It is more than 1000 times (100.000 nats) "
		    "likelier than --confidence needs.\n" },
	};
	static char rules[16][16];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		/* No way is told of what has no "/". */
		(void)snprintf(rules[i], sizeof(rules[i]), "%zu>", i);
		CHECK(rules[i], edit(rules[i], "a", "b", rows[i].margin,
		    rows[i].said));
		CHECK("once", edit(rules[i], "a", "b", rows[i].margin, ""));
	}
}

static void
check_ways(void)
{
	CHECK("one", edit("m/utf-8>windows-1252", E, MOJI, 0,
	    "    It was utf-8, read as windows-1252: " E " is C3 A9, and that "
	    "is " MOJI " there.\n"
	    "    The same would come of ISO-8859-14, ISO-8859-15, windows-1254"
	    ";\n    the whole line, and how common each mistake is, speak for "
	    "windows-1252.\n"));
	CHECK("another", edit("m/koi8-r>windows-1251", "\xD0\xB0",
	    "\xD0\x91", 0, "    It was koi8-r, read as windows-1251: "
	    "\xD0\xB0 is C1, and that is \xD0\x91 there.\n"));
	CHECK("nothing to follow", edit("m/koi8-r>windows-1252", "a", "b", 0,
	    "    It was koi8-r, read as windows-1252.\n"));
	CHECK("not there", edit("m/koi8-r>iso-8859-1", "\xE2\x82\xAC", "b", 0,
	    "    It was koi8-r, read as iso-8859-1.\n"));
	CHECK("no way", edit("m/utf-8", E, MOJI, 0, ""));
	/* 31 letters are a name, 32 are none. */
	CHECK("long", edit("m/abcdefghijabcdefghijabcdefghija>x", "a", "b", 0,
	    "    It was abcdefghijabcdefghijabcdefghija, read as x.\n"));
	CHECK("too long", edit("m/abcdefghijabcdefghijabcdefghijab>x", "a",
	    "b", 0, ""));
}

static struct cli_reread reread;

static bool
rereads(const char *was, const char *reader, const char *text)
{
	memset(&reread, 0, sizeof(reread));
	return cli_reread(&reread, was, reader, text, strlen(text));
}

/* The first three of the encodings that take the bytes for the same. */
static void
check_alike(const char *rule, const char *text)
{
	const char *const reader = strchr(rule, '>') + 1;
	char wanted[1024], before[32];
	const char *name;
	size_t n = 0;

	if (!CHECK(reader, rereads("utf-8", reader, text)))
		return;
	memcpy(before, reread.taken, reread.taken_len);
	before[reread.taken_len] = '\0';
	(void)snprintf(wanted, sizeof(wanted), "    It was utf-8, read as %s: "
	    "%s is %02X %02X, and that is %s there.\n", reader, text,
	    text[0] & 0xFF, text[1] & 0xFF, before);
	for (size_t i = 0; (name = ungarble_encoding(i)) != NULL; i++) {
		if (strcmp(ungarble_label(i, 0), reader) == 0 ||
		    !cli_reread_is(name, text, strlen(text), before,
			strlen(before)))
			continue;
		if (n < 3)
			strcat(strcat(wanted, n == 0
				? "    The same would come of "
				: ", "), name);
		n++;
	}
	if (n > 3)
		(void)snprintf(wanted + strlen(wanted), 32, " and %zu more",
		    n - 3);
	(void)snprintf(wanted + strlen(wanted), 256, n > 0 ? ";\n    the whole "
	    "line, and how common each mistake is, speak for %s.\n" :
	    "    No other encoding takes these bytes for %s.\n",
	    n > 0 ? reader : before);
	CHECK(reader, edit(rule, text, before, 0, wanted));
}

static void
check_fix(const char *name, int gate)
{
	const struct ungarble_fix *fix;
	struct ungarble_edit made = { .rule = "r", .fix = name, .gate = gate,
		.before = "", .after = "" };
	char wanted[1024] = "";
	size_t i = 0;

	while ((fix = ungarble_fix(i)) != NULL && strcmp(fix->name, name) != 0)
		i++;
	if (fix != NULL)
		(void)snprintf(wanted, sizeof(wanted), "    %s; --fix=%s%s%s\n",
		    fix->summary, fix->by_default ? "-" : "+", name,
		    fix->by_default ? " leaves it" : " asked for it");
	if (gate != 0)
		strcat(wanted, "    margin: by how much it fits better than "
		    "what stood there;\n    gate: by how much the text around "
		    "is spun; both in nats, beyond what\n    --confidence "
		    "asks for.\n");
	heard_out(&out);
	CHECK(name, cli_teach_edit(&out, &made));
	CHECK(name, heard_out_is(&out, wanted));
	heard_out(&out);
	CHECK(name, cli_teach_edit(&out, &made));
	CHECK("once", heard_out_is(&out, ""));
}

/* Layers are told of once, whatever the rule. */
static void
check_layers(void)
{
	struct ungarble_edit made = { .rule = "s", .step = 1, .before = "",
		.after = "" };

	heard_out(&out);
	(void)cli_teach_edit(&out, &made);
	made.step = 2;
	(void)cli_teach_edit(&out, &made);
	(void)cli_teach_edit(&out, &made);
	CHECK("layers", heard_out_is(&out, "    It is the next layer: what the "
	    "first repair made was garbled, too.\n"));
}

static void
check_reread(void)
{
	static char many[1100];
	static struct ungarble_guess guesses[3];
	size_t n = 0;

	CHECK("utf-8", rereads("utf-8", "windows-1252", "a" E "b") &&
	    reread.character_len == 2 && memcmp(reread.character, E, 2) == 0 &&
	    reread.bytes_len == 2 && memcmp(reread.bytes, E, 2) == 0 &&
	    reread.taken_len == 4 && memcmp(reread.taken, MOJI, 4) == 0);
	CHECK("a byte", rereads("windows-1252", "koi8-r", E) &&
	    reread.bytes_len == 1 && reread.bytes[0] == '\xE9' &&
	    reread.taken_len == 2 &&
	    memcmp(reread.taken, "\xD0\x98", 2) == 0);
	CHECK("the first byte", rereads("windows-1252", "koi8-r",
	    "\xE2\x82\xAC") && reread.bytes[0] == '\x80');
	CHECK("the last byte", rereads("windows-1252", "koi8-r", "\xC3\xBF") &&
	    reread.bytes[0] == '\xFF');
	CHECK("ASCII", !rereads("utf-8", "windows-1252", "abc"));
	CHECK("nothing", !rereads("utf-8", "windows-1252", ""));
	CHECK("not in it", !rereads("koi8-r", "windows-1252", E));
	CHECK("not so", !rereads("windows-1252", "utf-8", E));
	CHECK("is", cli_reread_is("koi8-r", "\xC1\xC2", 2,
	    "\xD0\xB0\xD0\xB1", 4));
	CHECK("is longer", !cli_reread_is("koi8-r", "\xC1\xC2", 2,
	    "\xD0\xB0\xD0\xB1z", 5) && !cli_reread_is("koi8-r", "\xC1\xC2", 2,
	    "\xD0\xB0", 2));
	CHECK("is not", !cli_reread_is("koi8-r", "\xC1\xC2", 2,
	    "\xD0\xB0\xD0\xB0", 4));
	memset(many, 'a', sizeof(many));
	CHECK("as much as is read", cli_reread_is("koi8-r", many, 1024, many,
	    1024) && !cli_reread_is("koi8-r", many, 1025, many, 1025));
	CHECK("no error", cli_reread_error() == UNGARBLE_OK);
	CHECK("no such encoding", !cli_reread_is("no-such", "a", 1, "a", 1) &&
	    cli_reread_error() == UNGARBLE_ELABEL);
	CHECK("from then on", !cli_reread_is("koi8-r", "a", 1, "a", 1));
	cli_reread_forget();
	CHECK("anew", cli_reread_error() == UNGARBLE_OK &&
	    cli_reread_is("koi8-r", "a", 1, "a", 1));
	CHECK("a guess", cli_reread_guess(&(struct cli_options){ .from =
	    "koi8-r" }, "\xF0\xD2\xC9\xD7\xC5\xD4", 6, guesses, 3, &n) &&
	    n == 1 && strcmp(guesses[0].encoding, "KOI8-R") == 0);
	CHECK("a guess that fails", !cli_reread_guess(&(struct cli_options){
	    .from = "no-such" }, "a", 1, guesses, 3, &n) &&
	    cli_reread_error() == UNGARBLE_ELABEL);
	cli_reread_forget();
}

/* Of rules beyond so many nothing is said, nor to who asked not to be told. */
static void
check_many(void)
{
	static char rules[80][16];
	size_t n_told = 0;

	for (size_t i = 0; i < 80; i++) {
		(void)snprintf(rules[i], sizeof(rules[i]), "many%zu>", i);
		heard_out(&out);
		(void)cli_teach_edit(&out, &(struct ungarble_edit){
		    .rule = rules[i], .margin = 1, .before = "",
		    .after = "" });
		(void)cli_out_flush(&out);
		n_told += *heard_read() != '\0';
	}
	CHECK("some", n_told > 20 && n_told < 64);
}

int
main(void)
{
	options.quiet = true;
	cli_teach_start(&options);
	CHECK("quiet", !cli_teach_wanted() &&
	    edit("q/utf-8>x", E, MOJI, 1, ""));
	options.quiet = false;
	options.mode = CLI_CHECK;
	cli_teach_start(&options);
	CHECK("not asked for", !cli_teach_wanted());
	options.mode = CLI_EXPLAIN;
	cli_teach_start(&options);
	CHECK("asked for", cli_teach_wanted());
	check_times();
	check_ways();
	check_alike("a/utf-8>windows-1252", E);
	check_alike("a/utf-8>iso-8859-15", "\xC2\xA7");
	check_alike("a/utf-8>koi8-r", "\xD0\xB0");
	check_alike("a/utf-8>koi8-u", "\xD1\x87");
	check_alike("a/utf-8>macintosh", E);
	check_alike("a/utf-8>windows-1258", "\xC3\xBC");
	check_alike("a/utf-8>ibm866", "\xD0\x94");
	check_alike("a/utf-8>windows-1256", "\xD8\xA8");
	check_fix(ungarble_fix(0)->name, 0);
	check_fix("c1", 0);
	check_fix("words", 5);
	check_fix("nfc", 0);
	check_fix("no-such-fix", 0);
	check_layers();
	check_reread();
	check_many();
	return check_done("teach_test");
}
