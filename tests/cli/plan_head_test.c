/*
 * plan_head_test.c - which options a plan names, and how
 */
#include "cli/plan_head.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

static char lines[16 * CLI_PLAN_LINE];
static size_t n_lines, most;

static bool
take(void *user, const char *line)
{
	CHECK("user", user == lines);
	CHECK("shorter than what holds it", strlen(line) < CLI_PLAN_LINE);
	strcat(strcat(lines, line), "\n");
	return ++n_lines < most;
}

/* The lines behind those on versions. */
static const char *
options_of(const struct cli_options *options)
{
	const char *first;

	lines[0] = '\0';
	n_lines = 0;
	most = SIZE_MAX;
	CHECK("all", cli_plan_head(options, take, lines));
	first = strstr(lines, "option ");
	return first != NULL ? first : "";
}

static const struct {
	struct cli_options options;
	const char *wanted;
} rows[] = {
	{ { .quiet = true }, "" },
	{ { .from = "utf-8,koi8-r" }, "option from utf-8,koi8-r\n" },
	{ { .languages = "de" }, "option lang de\n" },
	{ { .declared = "a" }, "option declared a\n" },
	{ { .fallback = "b" }, "option fallback b\n" },
	{ { .scope = UNGARBLE_SCOPE_STREAM }, "option scope stream\n" },
	{ { .scope = UNGARBLE_SCOPE_RECORD }, "" },
	{ { .invalid = UNGARBLE_INVALID_FAIL }, "option invalid fail\n" },
	{ { .invalid = UNGARBLE_INVALID_ESCAPE }, "option invalid escape\n" },
	{ { .invalid = UNGARBLE_INVALID_DROP }, "option invalid drop\n" },
	{ { .invalid = UNGARBLE_INVALID_REPLACE }, "" },
	{ { .binary = CLI_BINARY_PASS }, "" },
	{ { .binary = CLI_BINARY_SKIP }, "option binary skip\n" },
	{ { .binary = CLI_BINARY_FAIL }, "option binary fail\n" },
	{ { .no_memory = true }, "option no-memory \n" },
	{ { .fields = UNGARBLE_FIELDS_JSON }, "option jsonl \n" },
	{ { .fields = UNGARBLE_FIELDS_JSON, .names = "a,b" },
	    "option jsonl a,b\n" },
	{ { .fields = UNGARBLE_FIELDS_CSV, .delimiter = ';' },
	    "option csv \noption delim ;\n" },
	{ { .fields = UNGARBLE_FIELDS_TSV, .no_header = true },
	    "option tsv \noption no-header \n" },
	{ { .fields = UNGARBLE_FIELDS_NUL }, "option null-data \n" },
	{ { .names = "a", .delimiter = ';', .no_header = true }, "" },
	{ { .confidence = 90 }, "option confidence 90\n" },
	{ { .from = "a\tb\n" }, "option from a\\x09b\\x0A\n" },
	{ { .from = "f", .languages = "l", .declared = "d", .fallback = "b",
	    .confidence = 1 }, "option from f\noption lang l\n"
	    "option declared d\noption fallback b\noption confidence 1\n" },
};

/* FNV-1a, by what it is said to give. */
static void
check_hash(void)
{
	CHECK("nothing", cli_plan_hash(CLI_PLAN_HASH, "", 0) ==
	    UINT64_C(0xCBF29CE484222325));
	CHECK("a", cli_plan_hash(CLI_PLAN_HASH, "a", 1) ==
	    UINT64_C(0xAF63DC4C8601EC8C));
	CHECK("foobar", cli_plan_hash(CLI_PLAN_HASH, "foobar", 6) ==
	    UINT64_C(0x85944171F73967E8));
	CHECK("in two", cli_plan_hash(cli_plan_hash(CLI_PLAN_HASH, "foo", 3),
	    "bar", 3) == UINT64_C(0x85944171F73967E8));
}

/* What is too long for a line, and what files hold, stands by its hash. */
static void
check_hashed(void)
{
	static const char before[] = "option from ";
	const size_t room = CLI_PLAN_LINE - sizeof(before);
	char *const value = malloc(room + 2);
	const char *lexicon[] = { "a", NULL };
	char content[] = "foobar";
	struct cli_options options = { .from = value };
	const char *said;

	if (!CHECK("memory", value != NULL))
		return;
	memset(value, 'a', room + 1);
	value[room] = '\0';
	said = options_of(&options);
	CHECK("as long as there is room", strlen(said) ==
	    sizeof(before) - 1 + room + 1 &&
	    strncmp(said + sizeof(before) - 1, value, room) == 0);
	value[room] = 'a';
	value[room + 1] = '\0';
	said = options_of(&options);
	CHECK("longer", strlen(said) == sizeof(before) - 1 + 17 + 1 &&
	    said[sizeof(before) - 1] == '#');
	CHECK("longer: its hash", strtoull(said + sizeof(before), NULL, 16) ==
	    cli_plan_hash(CLI_PLAN_HASH, value, room + 1));
	options = (struct cli_options){ .lexicon = { lexicon, 1, content,
	    6 } };
	CHECK("lexicon", strcmp(options_of(&options),
	    "option lexicon #85944171f73967e8\n") == 0);
	options = (struct cli_options){ .keep = { lexicon, 1, value, 1 } };
	CHECK("keep", strcmp(options_of(&options),
	    "option keep #af63dc4c8601ec8c\n") == 0);
	free(value);
}

/* Version and tables come first, each in its order. */
static void
check_versions(void)
{
	const struct cli_options none = { .from = NULL };
	char wanted[1024];
	const char *component;
	size_t n = 2;

	(void)snprintf(wanted, sizeof(wanted), "ungarble plan 1\nversion %s\n",
	    ungarble_version());
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++) {
		strcat(strcat(strcat(wanted, "uses "), component), "\n");
		n++;
	}
	(void)options_of(&none);
	CHECK("versions", strcmp(lines, wanted) == 0 && n_lines == n && n > 3);
	for (size_t i = 1; i <= n; i++) {
		n_lines = 0;
		lines[0] = '\0';
		most = i;
		CHECK("no more than are taken",
		    !cli_plan_head(&none, take, lines) && n_lines == i);
	}
}

int
main(void)
{
	check_hash();
	check_versions();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *const got = options_of(&rows[i].options);

		if (!CHECK(rows[i].wanted, strcmp(got, rows[i].wanted) == 0))
			fprintf(stderr, "    <%s>\n", got);
	}
	check_hashed();
	return check_done("plan_head_test");
}
