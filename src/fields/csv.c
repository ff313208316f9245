/*
 * csv.c - goes through rows of values, however they are cut
 */
#include "csv.h"

#include "base/block.h"
#include "base/hash.h"
#include "base/letters.h"
#include "dialect.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Note that the i-th name is that column's, counted from 0. */
static void
csv_meet(struct ug_csv *csv, size_t i, size_t column)
{
	csv->met[i] = 1;
	ug_columns_add(&csv->columns, column);
}

/* The number that a name is, or 0. */
static size_t
csv_number(struct ug_text name)
{
	size_t number = 0;

	for (size_t i = 0; i < name.len; i++) {
		if (!ug_ascii_is_digit(name.s[i]) || number >= UG_COLUMNS_MAX)
			return 0;
		number = 10 * number + (size_t)(name.s[i] - '0');
	}
	return number;
}

/* No more names come: what was none of them may be a number. */
static void
csv_header_ends(struct ug_csv *csv)
{
	csv->columns.known = true;
	for (size_t i = 0; i < csv->names.n; i++) {
		const size_t number = csv_number(csv->names.v[i].keys[0]);

		if (csv->met[i] == 0 && number > 0)
			csv_meet(csv, i, number - 1);
		csv->n_missing += csv->met[i] == 0;
	}
}

enum ungarble_err
ug_csv_init(struct ug_csv *csv, const struct ug_csv_setup *setup,
    const struct ug_alloc *alloc)
{
	enum ungarble_err err = UNGARBLE_OK;

	*csv = (struct ug_csv){
		.delim = setup->delim,
		.quotes = setup->quotes,
		.all = setup->names == NULL,
		.names = { .alloc = alloc },
		.name = { .alloc = alloc },
	};
	if (!csv->all)
		err = ug_paths_new(&csv->names, setup->names, false, alloc);
	/* Where all columns are asked for, their names are values, too. */
	if (err == UNGARBLE_OK && (csv->all || !setup->header))
		csv_header_ends(csv);
	return err;
}

void
ug_csv_free(struct ug_csv *csv)
{
	ug_paths_free(&csv->names);
	ug_buf_free(&csv->name);
}

static bool
csv_is_field(const struct ug_csv *csv)
{
	return csv->columns.known && (csv->all ||
	    ug_columns_has(&csv->columns, csv->column));
}

static bool
csv_ends_row(char c)
{
	return c == '\n' || c == '\r';
}

/* Add to the name that one is in, if it is one.  ENOMEM. */
static enum ungarble_err
csv_add_name(struct ug_csv *csv, struct ug_text part)
{
	return !csv->columns.known && csv->names.n > 0 ? ug_buf_add(&csv->name,
	    part.s, part.len) : UNGARBLE_OK;
}

/* A name of the header has ended: whose is it? */
static void
csv_name_ends(struct ug_csv *csv)
{
	struct ug_text name = { csv->name.s, csv->name.len };

	if (csv->in_quotes && name.len > 0)
		name.len = ug_dialect_says(&ug_dialect_quoted, name,
		    csv->name.s);
	for (size_t i = 0; i < csv->names.n && name.len > 0; i++)
		if (ug_text_equal(csv->names.v[i].keys[0], name))
			csv_meet(csv, i, csv->column);
	csv->name.len = 0;
}

static void
csv_value_ends(struct ug_csv *csv)
{
	if (!csv->columns.known)
		csv_name_ends(csv);
	csv->column++;
	csv->state = UG_CSV_VALUE;
}

static void
csv_row_ends(struct ug_csv *csv)
{
	csv_value_ends(csv);
	csv->column = 0;
	if (!csv->columns.known)
		csv_header_ends(csv);
}

/*
 * The first place from text.s[at] on of one of four bytes, or the end.  Values
 * are often short.
 */
static size_t
csv_find(struct ug_text text, size_t at, const char signs[4])
{
	for (; text.len - at >= UG_LANE; at += UG_LANE) {
		const ug_lane lane = ug_lane_load(text.s + at);
		const uint64_t found = ug_lane_bits(ug_lane_or(ug_lane_or(
		    ug_lane_equal(lane, signs[0]),
		    ug_lane_equal(lane, signs[1])), ug_lane_or(
		    ug_lane_equal(lane, signs[2]),
		    ug_lane_equal(lane, signs[3]))));

		if (found != 0)
			return at + ug_letters_lowest(found);
	}
	while (at < text.len && text.s[at] != signs[0] &&
	    text.s[at] != signs[1] && text.s[at] != signs[2] &&
	    text.s[at] != signs[3])
		at++;
	return at;
}

/*
 * Where the value ends that goes on at text.s[at]; or the end of the text.
 * *escaped: there are two quotes for one in it.
 */
static size_t
csv_value_end(const struct ug_csv *csv, struct ug_text text, size_t at,
    bool *escaped)
{
	*escaped = false;
	if (csv->state != UG_CSV_QUOTED)
		return csv_find(text, at, (char[]){ csv->delim, '\n', '\r',
		    '\r' });
	while ((at = csv_find(text, at, "\"\"\"\"")) < text.len &&
	    ug_text_starts(text, at, "\"\"")) {
		*escaped = true;
		at += 2;
	}
	return at;
}

/* A value starts with `c`: how many bytes are before it. */
static size_t
csv_start(struct ug_csv *csv, char c)
{
	csv->in_quotes = csv->quotes && c == '"';
	csv->state = csv->in_quotes ? UG_CSV_QUOTED : UG_CSV_PLAIN;
	csv->in_field = csv_is_field(csv) && c != csv->delim &&
	    !csv_ends_row(c);
	return csv->in_quotes;
}

/*
 * Take the value that goes on at text.s[*at], up to its end, or the text's; *at
 * moves there.  *escaped is as of csv_value_end().  ENOMEM.
 */
static enum ungarble_err
csv_go_on(struct ug_csv *csv, struct ug_text text, size_t *at, bool *escaped)
{
	const size_t end = csv_value_end(csv, text, *at, escaped);
	const enum ungarble_err err = csv_add_name(csv,
	    ug_text_part(text, *at, end - *at));

	*at = end;
	if (err != UNGARBLE_OK || end == text.len)
		return err;
	csv->state = csv->state == UG_CSV_QUOTED ? UG_CSV_QUOTE :
	    UG_CSV_AFTER;
	return UNGARBLE_OK;
}

/* Take what ends a value, or does not.  ENOMEM. */
static enum ungarble_err
csv_take(struct ug_csv *csv, char c)
{
	if (csv->state == UG_CSV_QUOTE) {
		csv->state = UG_CSV_AFTER_QUOTE;
	} else if (csv_ends_row(c)) {
		csv_row_ends(csv);
	} else if (csv->state == UG_CSV_AFTER_QUOTE && c == '"') {
		/* Both quotes were there; the text was cut between them. */
		csv->state = UG_CSV_QUOTED;
		return csv_add_name(csv, UG_TEXT("\"\""));
	} else if (c == csv->delim && csv->state != UG_CSV_BROKEN) {
		csv_value_ends(csv);
	} else {
		csv->state = UG_CSV_BROKEN;
	}
	return UNGARBLE_OK;
}

static bool
csv_in_value(const struct ug_csv *csv)
{
	return csv->state == UG_CSV_PLAIN || csv->state == UG_CSV_QUOTED;
}

/* Take what is in no field, from text.s[*at] on; *at moves behind it. */
static enum ungarble_err
csv_pass(struct ug_csv *csv, struct ug_text text, size_t *at)
{
	enum ungarble_err err = UNGARBLE_OK;

	while (*at < text.len && err == UNGARBLE_OK) {
		const bool broken = csv->state == UG_CSV_BROKEN;
		bool escaped;

		if (csv_in_value(csv) && csv->in_field)
			break;
		if (csv_in_value(csv)) {
			err = csv_go_on(csv, text, at, &escaped);
		} else if (csv->state == UG_CSV_VALUE) {
			*at += csv_start(csv, text.s[*at]);
		} else {
			err = csv_take(csv, text.s[*at]);
			if (csv->state == UG_CSV_BROKEN && !broken)
				break;
			++*at;
		}
	}
	return err;
}

enum ungarble_err
ug_csv_next(struct ug_csv *csv, struct ug_text text, size_t at,
    struct ug_part *part)
{
	const size_t start = at;
	enum ungarble_err err;

	part->kind = UG_PART_OTHER;
	part->escaped = false;
	if (!csv->started && ug_text_starts(text, at, BYTE_ORDER_MARK))
		at += sizeof(BYTE_ORDER_MARK) - 1;
	csv->started = true;
	if (csv_in_value(csv) && csv->in_field) {
		err = csv_go_on(csv, text, &at, &part->escaped);
		part->kind = csv_in_value(csv) ? UG_PART_FIELD :
		    UG_PART_FIELD_END;
	} else {
		err = csv_pass(csv, text, &at);
	}
	part->len = at - start;
	return err;
}

uint64_t
ug_csv_state(const struct ug_csv *csv)
{
	uint64_t state = ug_hash_bytes(UG_HASH,
	    (const char *)csv->columns.bits, sizeof(csv->columns.bits));

	state = ug_hash(state, csv->state);
	state = ug_hash(state, csv->column);
	return ug_hash(state, (uint64_t)csv->columns.known << 2 |
	    (uint64_t)csv->in_field << 1 | csv->in_quotes);
}
