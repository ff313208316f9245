/*
 * json_test.c - which bytes of a line are fields, wherever it is cut
 */
#include "fields/json.h"

#include "check.h"
#include "pieces.h"

#define LINE_MAX 400

/* A line, and below what is of a field: `-`; of another value or between: `.`;
 * and behind what no JSON has: `x`. */
static const struct row {
	const char *name, *paths; /* NULL: all strings */
	const char *line, *marks;
	bool broken;
} rows[] = {
	{ "a string", NULL, "\"caf\u00E9\"", ".-----.", false },
	{ "no value", NULL, " \t\r\n", "....", false },
	{ "empty", NULL, "[\"\",\"a\"]\n", ".....-...", false },
	{ "keys are no fields", NULL, "{\"a\":\"b\"}", "......-..", false },
	{ "escapes", NULL, "[\"\\\"\\\\\",\"\\u00e9\"]",
	    "..----...------..", false },
	{ "what means nothing", NULL, "\"\\q\\u12\t\"", ".-------.", false },
	{ "a path", "b", "{\"a\":\"x\",\"b\":\"y\"}", "..............-..",
	    false },
	{ "both", "a,b", "{\"a\":\"x\",\"b\":\"y\"}", "......-.......-..",
	    false },
	{ "only as deep", "a", "{\"b\":{\"a\":\"x\"}}", "...............",
	    false },
	{ "deeper", "b.a", "{\"b\":{\"a\":\"x\"},\"a\":\"y\"}",
	    "...........-...........", false },
	{ "all of a value", "a", "{\"a\":{\"b\":[\"x\",[\"y\"]]},\"b\":\"z\"}",
	    "............-....-.............", false },
	{ "arrays add nothing", "m.c", "{\"m\":[{\"c\":\"x\"},{\"c\":\"y\"}]}",
	    "............-.........-....", false },
	{ "any key", "*.c", "{\"m\":{\"c\":\"x\"},\"c\":\"y\"}",
	    "...........-...........", false },
	{ "a key that is escaped", "\\*\u00E9",
	    "{\"*\\u00e9\":\"x\",\"*\":\"y\"}",
	    "............-..........", false },
	{ "the last of the same name", "a", "{\"a\":1,\"a\":\"x\"}",
	    "............-..", false },
	{ "numbers", NULL, "[0,-1,2.50,3e7,4.1E-2,-0.0]",
	    "...........................", false },
	{ "words", NULL, "[true,false,null,NaN,Infinity,-Infinity]",
	    "........................................", false },
	{ "marks before", NULL, "\xEF\xBB\xBF\x1E\"a\"", ".....-.", false },
	{ "blanks between", "a", " { \"a\" : [ \"x\" , 1 ] } ",
	    "............-..........", false },
	{ "more than one value", NULL, "\"a\" \"b\"", ".-..xxx", true },
	{ "no comma", NULL, "[\"a\" \"b\"]", "..-..xxxx", true },
	{ "a comma too much", NULL, "[\"a\",]\"b\"", "..-..xxxx", true },
	{ "no colon", NULL, "{\"a\" \"b\"}", ".....xxxx", true },
	{ "no key", NULL, "{1:\"b\"}", ".xxxxxx", true },
	{ "no string's key", NULL, "{\"a\":1,}", ".......x", true },
	{ "ends as it did not start", NULL, "[\"a\"},\"b\"", "..-.xxxxx",
	    true },
	{ "ends what is none", NULL, "]\"a\"", "xxxx", true },
	{ "no number", NULL, "[01,\"a\"]", "..xxxxxx", true },
	{ "no word", NULL, "[nul,\"a\"]", "....xxxxx", true },
	{ "no JSON", NULL, "hello \"a\"", "xxxxxxxxx", true },
	{ "no end", NULL, "[\"a\"", "..-.", true },
	{ "no end of a string", NULL, "[\"ab\n", "..---", true },
	{ "no end of a number", NULL, "-", ".", true },
	{ "a number's", NULL, "-2.5e3", "......", false },
};

/* Mark what is taken of text.s[0..len). */
static void
mark(struct ug_json *json, struct ug_text text, char *marks)
{
	for (size_t at = 0; at < text.len; ) {
		const struct ug_part part = ug_json_next(json, text, at);

		memset(marks + at, part.kind != UG_PART_OTHER ? '-' : '.',
		    part.len);
		at += part.len;
	}
}

/* The line in two pieces: which bytes are of fields. */
static bool
check_cut(const struct row *row, const struct ug_paths *paths, size_t cut)
{
	const struct ug_text line = { row->line, strlen(row->line) };
	char marks[LINE_MAX] = "";
	struct ug_json json = { .found = 0 };

	ug_json_start(&json, paths);
	mark(&json, ug_text_part(line, 0, cut), marks);
	mark(&json, ug_text_part(line, cut, line.len - cut), marks + cut);
	for (size_t i = 0; i < line.len; i++)
		if ((marks[i] == '-') != (row->marks[i] == '-'))
			return false;
	return ug_json_may_end(&json) == !row->broken;
}

/* A byte at a time: where it breaks. */
static bool
check_bytes(const struct row *row, const struct ug_paths *paths)
{
	struct ug_text line = { row->line, 0 };
	struct ug_json json = { .found = 0 };
	char marks[LINE_MAX];

	ug_json_start(&json, paths);
	for (size_t i = 0; row->line[i] != '\0'; i++, line.s++) {
		line.len = 1;
		mark(&json, line, marks);
		if ((json.state == UG_JSON_BROKEN) != (row->marks[i] == 'x'))
			return false;
	}
	return true;
}

static void
check_row(const struct row *row)
{
	const size_t len = strlen(row->line);
	struct ug_paths paths;

	if (row->paths != NULL && !CHECK(row->name, ug_paths_new(&paths,
	    row->paths, true, &ug_alloc_libc) == UNGARBLE_OK))
		return;
	CHECK(row->name, len == strlen(row->marks) && len < LINE_MAX);
	for (size_t cut = 0; cut <= len; cut++)
		if (!ug_char_is_tail(row->line[cut]) && !CHECK(row->name,
		    check_cut(row, row->paths != NULL ? &paths : NULL, cut)))
			fprintf(stderr, "cut at %zu\n", cut);
	if (strncmp(row->line, "\xEF", 1) != 0)
		CHECK(row->name, check_bytes(row, row->paths != NULL ?
		    &paths : NULL));
	if (row->paths != NULL)
		ug_paths_free(&paths);
}

/* As deep as it may be, and deeper. */
static void
check_depth(void)
{
	static char line[2 * UG_JSON_DEPTH + 16], marks[sizeof(line)];

	for (size_t more = 0; more < 2; more++) {
		const size_t n = UG_JSON_DEPTH + more;
		struct ug_json json = { .found = 0 };

		memset(line, '[', n);
		memcpy(line + n, "\"a\"", 3);
		memset(line + n + 3, ']', n);
		ug_json_start(&json, NULL);
		mark(&json, (struct ug_text){ line, 2 * n + 3 }, marks);
		CHECK("depth", (marks[n + 1] == '-') == (more == 0));
		CHECK("depth", ug_json_may_end(&json) == (more == 0));
	}
}

/* Objects and arrays in turn: each is ended by what it was started with. */
static void
check_turns(bool right)
{
	char line[LINE_MAX] = "", marks[LINE_MAX];
	const unsigned n = 20, wrong = right ? n : 9;
	struct ug_json json = { .found = 0 };

	for (unsigned i = 0; i < n; i++)
		strcat(line, i % 3 == 0 ? "{\"k\":" : "[");
	strcat(line, "\"a\"");
	for (unsigned i = n; i-- > 0; )
		strcat(line, (i % 3 == 0) == (i != wrong) ? "}" : "]");
	ug_json_start(&json, NULL);
	mark(&json, (struct ug_text){ line, strlen(line) }, marks);
	CHECK("turns", ug_json_may_end(&json) == right);
}

/* A key that is longer than any that is kept is none that is asked for. */
static void
check_long_key(void)
{
	static char line[UG_JSON_KEY + 64], marks[sizeof(line)];
	static char name[UG_JSON_KEY + 2];

	for (size_t more = 0; more < 2; more++) {
		const size_t n = UG_JSON_KEY + more;
		struct ug_paths paths;
		struct ug_json json = { .found = 0 };
		int len;

		memset(name, 'k', n);
		len = snprintf(line, sizeof(line), "{\"%s\":\"x\"}", name);
		if (!CHECK("key", ug_paths_new(&paths, name, true, &ug_alloc_libc) ==
		    UNGARBLE_OK))
			return;
		ug_json_start(&json, &paths);
		mark(&json, (struct ug_text){ line, (size_t)len }, marks);
		CHECK("key", (marks[n + 5] == '-') == (more == 0));
		ug_paths_free(&paths);
	}
}

/* ---- lines put together at random, with what is of a field */

struct drawn {
	char line[4096], marks[4096];
	size_t len;
	uint64_t seed;
};

static void
draw_put(struct drawn *drawn, const char *s, char c)
{
	for (; *s != '\0' && drawn->len < sizeof(drawn->line) - 1; s++) {
		drawn->line[drawn->len] = *s;
		drawn->marks[drawn->len++] = c;
	}
}

static unsigned
draw(struct drawn *drawn, unsigned n)
{
	return (unsigned)(random_next(&drawn->seed) % n);
}

static void
draw_blanks(struct drawn *drawn)
{
	static const char *const blanks[] = { "", "", "", " ", "\t", " \r " };

	draw_put(drawn, blanks[draw(drawn, 6)], '.');
}

static void
draw_string(struct drawn *drawn, bool field)
{
	static const char *const pieces[] = { "a", "b.c", "\\\"", "\\\\",
		"\\u00e9", "\\ud83d\\ude00", "\\ud83d", "\u00E9", "{", "]",
		",", "\\u005c", "a rather long piece of a text" };

	draw_put(drawn, "\"", '.');
	for (unsigned n = draw(drawn, 4); n > 0; n--)
		draw_put(drawn, pieces[draw(drawn, 13)], field ? '-' : '.');
	draw_put(drawn, "\"", '.');
}

/*
 * A value that stands behind `n` keys, of which all are "k" if `on`: with the
 * path "k.k" it is a field then, or all in it.
 */
static void
draw_value(struct drawn *drawn, unsigned n, bool on, unsigned depth)
{
	static const char *const scalars[] = { "0", "-1.5e+7", "true", "null",
		"-Infinity", "12" };
	const unsigned kind = draw(drawn, depth < 6 ? 4 : 2);

	draw_blanks(drawn);
	if (kind == 0)
		draw_put(drawn, scalars[draw(drawn, 6)], '.');
	if (kind == 1)
		draw_string(drawn, on && n >= 2);
	if (kind < 2) {
		draw_blanks(drawn);
		return;
	}
	draw_put(drawn, kind == 2 ? "[" : "{", '.');
	for (unsigned i = 0, end = draw(drawn, 4); i < end; i++) {
		const bool k = draw(drawn, 3) > 0;

		if (i > 0)
			draw_put(drawn, ",", '.');
		draw_blanks(drawn);
		if (kind == 3) {
			draw_put(drawn, k ? "\"\\u006b\"" : "\"k.k\"", '.');
			draw_blanks(drawn);
			draw_put(drawn, ":", '.');
		}
		draw_value(drawn, n + (kind == 3), kind == 3 && n < 2 ?
		    on && k : on, depth + 1);
	}
	draw_blanks(drawn);
	draw_put(drawn, kind == 2 ? "]" : "}", '.');
	draw_blanks(drawn);
}

static void
check_drawn(uint64_t seed)
{
	static struct drawn drawn;
	static char marks[sizeof(drawn.marks)];
	struct ug_paths paths;
	struct ug_json json = { .found = 0 };
	size_t at = 0;

	drawn.len = 0;
	drawn.seed = seed;
	draw_value(&drawn, 0, true, 0);
	drawn.line[drawn.len] = '\0';
	if (drawn.len == sizeof(drawn.line) - 1 || !CHECK("drawn",
	    ug_paths_new(&paths, "k.k", true, &ug_alloc_libc) == UNGARBLE_OK))
		return;
	ug_json_start(&json, &paths);
	while (at < drawn.len) {
		size_t n = 1 + draw(&drawn, (unsigned)(drawn.len - at));

		while (ug_char_is_tail(drawn.line[at + n]))
			n++;
		mark(&json, (struct ug_text){ drawn.line + at, n },
		    marks + at);
		at += n;
	}
	if (!CHECK("drawn", memcmp(marks, drawn.marks, drawn.len) == 0 &&
	    ug_json_may_end(&json)))
		fprintf(stderr, "%.*s\n%.*s\n%.*s\n", (int)drawn.len,
		    drawn.line, (int)drawn.len, drawn.marks, (int)drawn.len,
		    marks);
	ug_paths_free(&paths);
}

/* Which paths lead to text, in one line or another. */
static void
check_found(void)
{
	static const struct {
		const char *paths, *lines[2];
		ug_path_set found;
	} found[] = {
		{ "a,b", { "{\"b\":\"x\"}", "{\"c\":\"x\"}" }, 2 },
		{ "a,b", { "{\"b\":\"x\"}", "{\"a\":\"x\"}" }, 3 },
		{ "a,b", { "{\"c\":{\"a\":\"x\"}}", "[\"b\"]" }, 0 },
		{ "a,b", { "{\"a\":1,\"b\":null}", "{}" }, 0 },
		{ "a.b,a,b", { "{\"a\":{\"c\":\"x\"}}", "{}" }, 2 },
		{ "a.b,a,b", { "{\"a\":[{\"b\":\"x\"}]}", "{}" }, 3 },
		{ "a.b,a,b", { "{\"a\":{\"b\":{\"c\":\"x\"}}}", "{}" }, 3 },
	};

	for (size_t i = 0; i < sizeof(found) / sizeof(*found); i++) {
		struct ug_json json = { .found = 0 };
		struct ug_paths paths;
		char marks[LINE_MAX];

		if (!CHECK("found", ug_paths_new(&paths, found[i].paths, true,
		    &ug_alloc_libc) == UNGARBLE_OK))
			return;
		for (size_t line = 0; line < 2; line++) {
			ug_json_start(&json, &paths);
			mark(&json, (struct ug_text){ found[i].lines[line],
			    strlen(found[i].lines[line]) }, marks);
		}
		CHECK(found[i].lines[0], json.found == found[i].found);
		ug_paths_free(&paths);
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_depth();
	check_turns(true);
	check_turns(false);
	check_long_key();
	check_found();
	for (uint64_t seed = 1; seed <= 3000; seed++)
		check_drawn(seed);
	return check_done("json");
}
