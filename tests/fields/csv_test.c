/*
 * csv_test.c - which bytes of rows are fields, wherever they are cut
 */
#include "fields/csv.h"

#include "check.h"
#include "pieces.h"

#define ROWS_MAX 256

/* Rows, and for each byte whether it is of a field: `-`, or behind what breaks
 * a row: `x`. */
static const struct row {
	const char *name, *names; /* NULL: all columns */
	const char *rows, *marks;
	char delim;
	bool quotes, header;
} rows[] = {
	{ "plain", NULL, "a,bc\n", "-.--.", ',', true, false },
	{ "a header", "2", "a,b\nc,d\r\n", "......-..", ',', true, true },
	{ "names, too", NULL, "a,b\nc,d", "-.-.-.-", ',', true, true },
	{ "a mark before them", NULL, "\xEF\xBB\xBF" "a,b\n", "...-.-.", ',',
	    true, true },
	{ "no header", "1", "a,b\nc,d", "-...-..", ',', true, false },
	{ "empty", NULL, ",,a,\n\n,b", "..-....-", ',', true, false },
	{ "quotes", NULL, "\"a,b\",\"c\nd\"\n", ".---...---..", ',', true,
	    false },
	{ "doubled", NULL, "\"a\"\"b\",\"\"\"\"\n", ".----...--..", ',', true,
	    false },
	{ "within", NULL, "a\"b\",c\"\n", "----.--.", ',', true, false },
	{ "none", NULL, "\"a,b\"\n", "--.--.", ',', false, false },
	{ "behind a quote", NULL, "\"a\"b,c\nd", ".-.xxx.-", ',', true,
	    false },
	{ "a blank behind", NULL, "\"a\" ,\"b\"\nc", ".-.xxxxx.-", ',', true,
	    false },
	{ "by name", "c", "a,c\nb,d\ne,f,g\n", "......-...-...", ',', true,
	    true },
	{ "by a name in quotes", "a \"b\"", "\"a \"\"b\"\"\",c\nd,e\n",
	    "............-...", ',', true, true },
	{ "by names", "c,a", "a,b,c\nd,e,f\n", "......-...-.", ',', true,
	    true },
	{ "the same name twice", "a", "a,a\nb,c\n", "....-.-.", ',', true,
	    true },
	{ "by number", "2", "a,b\nc,d\n", "......-.", ',', true, true },
	{ "a name that is a number", "1", "2,1\nc,d\n", "......-.", ',', true,
	    true },
	{ "a comma in a name", "a\\,b", "\"a,b\",c\nd,e\n", "........-...",
	    ',', true, true },
	{ "a mark", "a", "\xEF\xBB\xBF" "a,b\nc,d\n", ".......-...", ',',
	    true, true },
	{ "another sign", NULL, "a,b;c\n", "---.-.", ';', true, false },
	{ "tabs", NULL, "a\t\"b\n", "-.--.", '\t', false, false },
	{ "lines that end so", NULL, "a\rb\r", "-.-.", ',', true, false },
	{ "more columns than names", "2", "a\nb,c\n", "....-.", ',', true,
	    true },
};

static bool
mark(struct ug_csv *csv, struct ug_text text, char *marks)
{
	for (size_t at = 0; at < text.len; ) {
		const bool broken = csv->state == UG_CSV_BROKEN;
		struct ug_part part;

		if (ug_csv_next(csv, text, at, &part) != UNGARBLE_OK)
			return false;
		if (part.kind != UG_PART_OTHER && part.escaped !=
		    (ug_text_find(ug_text_part(text, at, part.len), 0,
		    UG_TEXT("\"\"")) < part.len))
			return false;
		memset(marks + at, part.kind != UG_PART_OTHER ? '-' : broken ?
		    'x' : '.', part.len);
		/* A row that is not broken any more was up to its end. */
		for (size_t i = at; broken && i < at + part.len; i++)
			if (text.s[i] == '\n' || text.s[i] == '\r') {
				memset(marks + i, '.', at + part.len - i);
				break;
			}
		at += part.len;
	}
	return true;
}

/* In two texts, of which the first is `cut` long. */
static bool
check_cut(const struct row *row, size_t cut)
{
	const struct ug_text text = { row->rows, strlen(row->rows) };
	const struct ug_csv_setup setup = { row->delim, row->quotes,
		row->header, row->names };
	char marks[ROWS_MAX] = "";
	struct ug_csv csv;
	bool good = ug_csv_init(&csv, &setup, &ug_alloc_libc) ==
	    UNGARBLE_OK;

	good = good && mark(&csv, ug_text_part(text, 0, cut), marks) &&
	    mark(&csv, ug_text_part(text, cut, text.len - cut), marks + cut);
	for (size_t i = 0; good && i < text.len; i++) {
		/* A cut between two quotes leaves both out. */
		const bool of_two = text.s[i] == '"' && (i == cut || i + 1 ==
		    cut);

		good = of_two || marks[i] == row->marks[i];
	}
	good = good && csv.n_missing == 0;
	ug_csv_free(&csv);
	return good;
}

static void
check_row(const struct row *row)
{
	const size_t len = strlen(row->rows);

	CHECK(row->name, len == strlen(row->marks) && len < ROWS_MAX);
	for (size_t cut = 0; cut <= len; cut++)
		if (!ug_char_is_tail(row->rows[cut]) && !CHECK(row->name,
		    check_cut(row, cut)))
			fprintf(stderr, "cut at %zu\n", cut);
}

/* Names that no column has. */
static void
check_missing(void)
{
	static const struct {
		const char *names, *rows;
		bool header;
		size_t missing;
	} trials[] = {
		{ "b", "a,c\n", true, 1 }, { "a,b,c", "a,c\n", true, 1 },
		{ "b", "a,c", true, 0 }, { "0", "a,c\n", true, 1 },
		{ "99999999999999999999", "a\n", true, 1 },
		{ "a", "", false, 1 }, { "7", "", false, 0 },
	};

	for (size_t i = 0; i < sizeof(trials) / sizeof(*trials); i++) {
		const struct ug_csv_setup setup = { ',', true,
			trials[i].header, trials[i].names };
		char marks[ROWS_MAX];
		struct ug_csv csv;

		CHECK(trials[i].names, ug_csv_init(&csv, &setup,
		    &ug_alloc_libc) == UNGARBLE_OK);
		CHECK(trials[i].names, mark(&csv, (struct ug_text){
		    trials[i].rows, strlen(trials[i].rows) }, marks));
		CHECK(trials[i].names, csv.n_missing == trials[i].missing);
		ug_csv_free(&csv);
	}
}

/* What decides about what comes next, one thing and another. */
static void
check_state(void)
{
	uint64_t states[8 * 6];
	size_t n = 0;

	for (unsigned i = 0; i < 8; i++)
		for (unsigned k = 0; k < 6; k++) {
			struct ug_csv csv = { .in_quotes = i & 1,
				.in_field = i & 2, .columns.known = i & 4,
				.state = k < 3 ? (enum ug_csv_state)k : 0,
				.column = k < 3 ? 0 : k };

			states[n++] = ug_csv_state(&csv);
		}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			CHECK("states differ", states[i] != states[j]);
}

int
main(void)
{
	check_state();
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_row(&rows[i]);
	check_missing();
	return check_done("csv");
}
