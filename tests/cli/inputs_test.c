/*
 * inputs_test.c - names of --files0-from: how they are cut, and what is refused
 */
#define _XOPEN_SOURCE 700

#include <sys/stat.h>

#include "check.h"
#include "cli/inputs.h"
#include "cli/memory.h"
#include "descriptors.h"
#include "folder.h"
#include "heard.h"

static struct cli_options options;

static void
start(const char *bytes, size_t len)
{
	folder_put("list", bytes, len);
	options = (struct cli_options){ .files0 = "list" };
}

static void
finish(void)
{
	(void)cli_memory_resize(NULL, options.list, 0);
	(void)cli_memory_resize(NULL, options.listed, 0);
}

/* Read it; what is said, or "". */
static const char *
reads(void)
{
	const char *said;
	bool good;
	int had, has;

	heard_start();
	had = descriptors_open();
	good = cli_inputs_read(&options);
	has = descriptors_open();
	said = heard();
	CHECK("closed again", has == had);
	CHECK(said, good == (said[0] == '\0'));
	return said;
}

/* Names that were read, a | behind each. */
static const char *
names(void)
{
	static char s[256];

	s[0] = '\0';
	for (char **name = options.files; *name != NULL; name++)
		strcat(strcat(s, *name), "|");
	return s;
}

static bool
take(void *user, const char *name, bool found)
{
	CHECK(name, !found);
	strcat(strcat(user, name), "|");
	return strcmp(name, "stop") != 0;
}

static void
check_names(void)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *wanted;
	} rows[] = {
		{ "", 0, "" },
		{ "a", 1, "a|" },
		{ "a\0", 2, "a|" },
		{ "a\0b", 3, "a|b|" },
		{ "a\0b\0", 4, "a|b|" },
		{ "a\nb\0", 4, "a\nb|" },
		{ "a\0b\n", 4, "a|b\n|" },
		{ "\0a\0", 3, "|a|" },
		{ "\0", 1, "|" },
		{ "one\0two words\0three\0", 20, "one|two words|three|" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start(rows[i].bytes, rows[i].len);
		CHECK(rows[i].wanted, reads()[0] == '\0');
		CHECK(rows[i].wanted, strcmp(names(), rows[i].wanted) == 0);
		finish();
	}
	options = (struct cli_options){ 0 };
	CHECK("none is named", cli_inputs_read(&options) &&
	    options.files == NULL);
}

/* Whatever its length, all of it is read, and in memory that is counted. */
static void
check_long(void)
{
	static char bytes[6 * CLI_BLOCK];
	const size_t left = cli_memory_left();

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = i % 10 == 9 ? '\0' : (char)('0' + i / 10 % 10);
	for (size_t len = CLI_BLOCK - 10; len <= sizeof(bytes);
	     len += len % CLI_BLOCK == 0 ? CLI_BLOCK - 10 : 10) {
		size_t n = 0;

		start(bytes, len);
		CHECK("read", reads()[0] == '\0');
		CHECK("length", options.list_len == len &&
		    memcmp(options.list, bytes, len) == 0 &&
		    options.list[len] == '\0');
		while (options.files[n] != NULL && n < len) {
			CHECK("a name", options.files[n] ==
			    options.list + 10 * n);
			n++;
		}
		CHECK("all names", n == (len + 9) / 10);
		CHECK("counted", left - cli_memory_left() > len &&
		    left - cli_memory_left() < 6 * len + 4 * CLI_BLOCK);
		finish();
		CHECK("all is given back", cli_memory_left() == left);
	}
	CHECK("a limit", cli_memory_set("200000"));
	start(bytes, sizeof(bytes));
	CHECK("no memory", strstr(reads(), cli_memory_error()) != NULL);
	finish();
	start(bytes, 20);
	CHECK("enough", reads()[0] == '\0');
	finish();
	CHECK("all is given back", cli_memory_left() == 200000);
}

/* Whether it runs out for the list or for where its names start, it is said. */
static void
check_memory(void)
{
	static char bytes[40000]; /* names of one character */
	unsigned n_good = 0;

	for (size_t i = 0; i < sizeof(bytes); i += 2)
		bytes[i] = 'a';
	for (size_t kilobytes = 20; kilobytes <= 600; kilobytes += 20) {
		char limit[32];
		const char *said;

		snprintf(limit, sizeof(limit), "%zuK", kilobytes);
		CHECK(limit, cli_memory_set(limit));
		start(bytes, sizeof(bytes));
		said = reads();
		n_good += said[0] == '\0';
		CHECK(limit, n_good == 0 ?
		    strstr(said, cli_memory_error()) != NULL :
		    said[0] == '\0');
		finish();
	}
	CHECK("enough at last", n_good > 0);
}

static void
check_refused(void)
{
	static const char lines[] = "ungarble: list: no NUL stands behind a "
	    "name\nungarble: find -print0 writes one; tr '\\n' '\\0' makes it "
	    "of a line end\n";

	start("a\nb\n", 4);
	CHECK("lines", strcmp(reads(), lines) == 0);
	finish();
	start("\n", 1);
	CHECK("an empty line", strcmp(reads(), lines) == 0);
	finish();
	start("a\0-\0", 4);
	CHECK("standard input", reads()[0] == '\0');
	finish();
	start("a\0-\0", 4);
	options.suffix = "";
	CHECK("standard input, in place", strcmp(reads(), "ungarble: list: "
	    "standard input cannot be changed in place\n"
	    "ungarble: ./- is a file of that name\n") == 0);
	finish();
	start("a\0./-\0", 6);
	options.suffix = "";
	CHECK("a file of that name", reads()[0] == '\0');
	finish();
	options = (struct cli_options){ .files0 = "none" };
	CHECK("missing", strcmp(reads(), "ungarble: none: no such file or directory\n") == 0 && options.files[0] == NULL);
	options = (struct cli_options){ .files0 = "." };
	CHECK("a folder", strcmp(reads(),
	    "ungarble: .: is a directory\n") == 0);
	finish();
}

/* The name of one file may have a line feed. */
static void
check_one(void)
{
	static const char name[] = "a\nb";

	folder_put(name, "", 0);
	start(name, strlen(name));
	CHECK("its name", reads()[0] == '\0' &&
	    strcmp(options.files[0], name) == 0 && options.files[1] == NULL);
	finish();
	CHECK("removed", unlink(name) == 0);
}

/* Those of a list that is read from standard input. */
static void
check_stdin(void)
{
	int fd;

	start("a\0-\0", 4);
	options.files0 = "-";
	fd = open("list", O_RDONLY);
	CHECK("standard input", dup2(fd, 0) == 0 && close(fd) == 0);
	CHECK("and from there", strcmp(reads(), "ungarble: standard input: the "
	    "names are read from there, and - is one of them\n"
	    "ungarble: ./- is a file of that name\n") == 0);
	CHECK("it stays open", lseek(0, 0, SEEK_CUR) == 4);
	finish();
}

static void
check_each(void)
{
	static char *files[] = { "a", "b", "stop", "c", NULL };
	char taken[64] = "";

	options = (struct cli_options){ .files = files, .named = true };
	CHECK("until there are no more",
	    cli_inputs_each(&options, take, taken) &&
	    strcmp(taken, "a|b|stop|") == 0);
	taken[0] = '\0';
	options.files = files + 3;
	CHECK("one", cli_inputs_each(&options, take, taken) &&
	    strcmp(taken, "c|") == 0);
}

static bool
take_found(void *user, const char *name, bool found)
{
	strcat(strcat(user, found ? "found " : "named "), name);
	strcat(user, "|");
	return strchr(name, 'y') == NULL;
}

/* Go through the folder where this is, or `name`; what is said, or "". */
static const char *
walks(const char *name, bool good, char *taken)
{
	char *files[] = { (char *)(size_t)name, "z", NULL };
	const char *said;
	bool done;

	options.files = files;
	options.recursive = true;
	taken[0] = '\0';
	heard_start();
	done = cli_inputs_each(&options, take_found, taken);
	said = heard();
	CHECK(name, done == good);
	return said;
}

/* -r: what is there, or that there is nothing. */
static void
check_folders(void)
{
	static const char *globs[] = { "*.txt" };
	const struct cli_rows some = { globs, 1, NULL, 0 };
	char taken[256];

	CHECK("a folder", unlink("list") == 0 && mkdir("f", 0700) == 0);
	options = (struct cli_options){ .named = true };
	CHECK("nothing", strcmp(walks("f", true, taken), "ungarble: f: -r "
	    "finds no file there\n") == 0);
	CHECK("the next", strcmp(taken, "named z|") == 0);
	options.quiet = true;
	CHECK("-q", walks("f", true, taken)[0] == '\0');
	options.quiet = false;
	folder_put("f/x", "", 0);
	CHECK("found", walks("f", true, taken)[0] == '\0' &&
	    strcmp(taken, "found f/x|named z|") == 0);
	options.include = some;
	CHECK("--include", strcmp(walks("f", true, taken), "ungarble: f: -r "
	    "finds no file there that --include and --exclude let through\n")
	    == 0);
	options.include.n = 0;
	globs[0] = "x";
	options.exclude = some;
	CHECK("--exclude", strcmp(walks("f", true, taken), "ungarble: f: -r "
	    "finds no file there that --include and --exclude let through\n")
	    == 0 && strcmp(taken, "named z|") == 0);
	options.exclude.n = 0;
	folder_put("f/y", "", 0);
	CHECK("no more is taken", walks("f", true, taken)[0] == '\0' &&
	    strcmp(taken, "found f/x|found f/y|") == 0);
	options.named = false;
	CHECK("here", walks(".", true, taken)[0] == '\0' &&
	    strcmp(taken, "found f/x|found f/y|") == 0);
	options.files0 = "list";
	CHECK("listed", walks(".", true, taken)[0] == '\0' &&
	    strcmp(taken, "found ./f/x|found ./f/y|") == 0);
}

int
main(void)
{
	folder_enter();
	check_names();
	check_refused();
	check_one();
	check_each();
	check_folders();
	check_stdin();
	check_long();
	check_memory();
	folder_leave();
	return check_done("inputs_test");
}
