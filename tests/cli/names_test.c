/*
 * names_test.c - names that are known, and what is said of others
 */
#define _XOPEN_SOURCE 700

#include "cli/names.h"

#include <string.h>

#include "check.h"
#include "heard.h"

#define ALL "--list-encodings shows all\n"
#define FIXES "--list-fixes shows all\n"
#define CODES "ungarble: --lang takes codes of two or three letters " \
	"(ISO 639), as de,fr\n"

static char fix_names[][32] = { "", "mojibake,-c1,+words", "all",
	"none,+encoding", "mojibke", "-wrods", " +mojibke ", "c1,xyzzy,mojibke",
	"a\tb" };

static const struct {
	struct cli_options options;
	const char *said; /* "": they are taken */
} rows[] = {
	{ { .quiet = true }, "" },
	{ { .from = "utf-8,latin1" }, "" },
	{ { .fallback = "koi8-r" }, "" },
	{ { .declared = "koi8-r" }, "" },
	{ { .languages = "de,fr" }, "" },
	{ { .fixes = fix_names[0] }, "ungarble: --fix: no repair is called "
	    "''\nungarble: " FIXES },
	{ { .fixes = fix_names[1] }, "" },
	{ { .fixes = fix_names[2] }, "" },
	{ { .fixes = fix_names[3] }, "" },
	{ { .from = "latin11" }, "ungarble: --from: no encoding is called "
	    "'latin11'\nungarble: did you mean latin10 or latin1? " ALL },
	{ { .from = "utf-8, koi8-rr\t" }, "ungarble: --from: no encoding is "
	    "called 'koi8-rr'\nungarble: did you mean koi8-r or koi8-ru? "
	    ALL },
	{ { .fallback = "xyzzyxyzzy" }, "ungarble: --fallback: no encoding is "
	    "called 'xyzzyxyzzy'\nungarble: " ALL },
	{ { .fallback = "koi8-r,utf-8" }, "ungarble: --fallback: no encoding "
	    "is called 'koi8-r,utf-8'\nungarble: did you mean koi8-r? " ALL },
	{ { .declared = "koi8-r,utf-8" }, "ungarble: --declared: no encoding "
	    "is called 'koi8-r,utf-8'\nungarble: did you mean koi8-r? " ALL },
	{ { .languages = "de,german" }, "ungarble: --lang: 'german' is no code "
	    "of a language\n" CODES },
	{ { .fixes = fix_names[4] }, "ungarble: --fix: no repair is called "
	    "'mojibke'\nungarble: did you mean mojibake? " FIXES },
	{ { .fixes = fix_names[5] }, "ungarble: --fix: no repair is called "
	    "'wrods'\nungarble: did you mean words? " FIXES },
	{ { .fixes = fix_names[6] }, "ungarble: --fix: no repair is called "
	    "'mojibke'\nungarble: did you mean mojibake? " FIXES },
	{ { .fixes = fix_names[7] }, "ungarble: --fix: no repair is called "
	    "'xyzzy'\nungarble: " FIXES },
	{ { .fixes = fix_names[8] }, "ungarble: --fix: no repair is called "
	    "'a\\x09b'\nungarble: " FIXES },
	/* The first of them is told of, and no more. */
	{ { .from = "xyzzyxyzzy", .languages = "german" }, "ungarble: --from: "
	    "no encoding is called 'xyzzyxyzzy'\nungarble: " ALL },
};

/* As many as may be, and one more. */
static void
check_most(void)
{
	static char list[8 * UNGARBLE_FROM_MAX + 8];
	struct cli_options options = { .from = list };
	char said[256];

	for (int i = 0; i < UNGARBLE_FROM_MAX; i++)
		strcat(strcat(list, i > 0 ? "," : ""), "utf-8");
	heard_start();
	CHECK("as many as may be", cli_names_check(&options));
	CHECK("as many as may be", heard_is(""));
	strcat(list, ",utf-8");
	(void)snprintf(said, sizeof(said), "ungarble: --from: there may be %d "
	    "encodings, no more\nungarble: without --from, any will be found\n",
	    UNGARBLE_FROM_MAX);
	heard_start();
	CHECK("one more", !cli_names_check(&options));
	CHECK("one more", heard_is(said));
}

static char seen[8192];
static size_t n_seen, n_fixes;

static void
each(void *user, const char *name, const struct ungarble_fix *fix)
{
	char key[64];

	CHECK("user", user == seen);
	(void)snprintf(key, sizeof(key), "|%s|", name);
	CHECK(name, strstr(seen, key) == NULL);
	strcat(seen, key);
	n_seen++;
	n_fixes += fix != NULL;
	CHECK(name, fix == NULL || fix->name == name);
}

/* Each fix and each group is named once; those for others come first. */
static void
check_each(void)
{
	const struct ungarble_fix *fix;
	char key[64];
	size_t n = 0;

	cli_names_each_fix(each, seen);
	CHECK("the first", strncmp(seen, "|encoding||default||all||none|",
	    30) == 0);
	for (; (fix = ungarble_fix(n)) != NULL; n++) {
		(void)snprintf(key, sizeof(key), "|%s|", fix->name);
		CHECK(fix->name, strstr(seen, key) != NULL);
		(void)snprintf(key, sizeof(key), "|%s|", fix->group);
		CHECK(fix->group, strstr(seen, key) != NULL);
	}
	CHECK("each fix", n_fixes == n && n_seen > n + 4);
}

static void
check_lists(void)
{
	static char wanted[8 * CLI_BLOCK / 2];
	static struct cli_out out;
	const struct ungarble_fix *fix;
	const char *name, *label;

	for (size_t i = 0; (fix = ungarble_fix(i)) != NULL; i++)
		(void)snprintf(wanted + strlen(wanted), 512, "%s\t%s\t%s\t%s\n",
		    fix->name, fix->group,
		    fix->by_default ? "default" : "on request", fix->summary);
	heard_out(&out);
	cli_names_list_fixes(&out);
	CHECK("fixes", heard_out_is(&out, wanted));
	wanted[0] = '\0';
	for (size_t i = 0; (name = ungarble_encoding(i)) != NULL; i++) {
		strcat(wanted, name);
		for (size_t j = 0; (label = ungarble_label(i, j)) != NULL; j++)
			strcat(strcat(wanted, j > 0 ? " " : "\t"), label);
		strcat(wanted, "\n");
	}
	heard_out(&out);
	cli_names_list_encodings(&out);
	CHECK("encodings", heard_out_is(&out, wanted));
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		bool good;

		heard_start();
		good = cli_names_check(&rows[i].options);
		CHECK(rows[i].said, heard_is(rows[i].said));
		CHECK(rows[i].said, good == (*rows[i].said == '\0'));
	}
	check_most();
	check_each();
	check_lists();
	return check_done("names_test");
}
