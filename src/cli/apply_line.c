/*
 * apply_line.c - a line of a report, as --apply needs it
 *
 *	{"type":"edit","file":"a.txt","record":3,"step":1,"in_at":40,...}
 *
 * Where a report starts, which may be within one that was put together of
 * several, stands the number of its format.
 */
#include <string.h>

#include "apply_line.h"
#include "json_read.h"

#define LINE_FORMAT 1

enum line_key {
	LINE_TYPE,
	LINE_FILE,
	LINE_FILE_BYTES,
	LINE_RULE,
	LINE_BEFORE,
	LINE_BEFORE_BYTES,
	LINE_AFTER,
	LINE_RECORD, /* the first that is a number */
	LINE_STEP,
	LINE_IN_AT,
	LINE_IN_LEN,
	LINE_REPORT,
	LINE_N
};

static const char *const line_keys[LINE_N] = {
	[LINE_TYPE] = "type",
	[LINE_FILE] = "file",
	[LINE_FILE_BYTES] = "file_bytes",
	[LINE_RULE] = "rule",
	[LINE_BEFORE] = "before",
	[LINE_BEFORE_BYTES] = "before_bytes",
	[LINE_AFTER] = "after",
	[LINE_RECORD] = "record",
	[LINE_STEP] = "step",
	[LINE_IN_AT] = "in_at",
	[LINE_IN_LEN] = "in_len",
	[LINE_REPORT] = "report",
};

/* The values of a line that are known here. */
struct line_values {
	bool has[LINE_N];
	struct cli_json_value v[LINE_N];
};

static bool
line_is(const struct cli_json_string *string, const char *word)
{
	return string->len == strlen(word) &&
	    memcmp(string->s, word, string->len) == 0;
}

/* Read all of an object.  NULL, or what is wrong with it. */
static const char *
line_values(struct line_values *values, char *s, size_t len)
{
	struct cli_json_read read = cli_json_read(s, len);
	struct cli_json_string key;
	struct cli_json_value value;

	*values = (struct line_values){ 0 };
	while (cli_json_next(&read, &key, &value)) {
		unsigned i = 0;

		while (i < LINE_N && !line_is(&key, line_keys[i]))
			i++;
		if (i == LINE_N)
			continue;
		if (values->has[i])
			return "a key that is there twice";
		if (value.kind !=
		    (i < LINE_RECORD ? CLI_JSON_STRING : CLI_JSON_NUMBER))
			return "a value of another kind";
		values->has[i] = true;
		values->v[i] = value;
	}
	return read.bad ? "no object of JSON, or a damaged one" : NULL;
}

/* Take a string that stands as text or as bytes. */
static bool
line_string(struct line_values *values, enum line_key text,
    struct cli_apply_part *part)
{
	const bool is_bytes = values->has[text + 1];
	struct cli_json_string *const string =
	    &values->v[is_bytes ? text + 1 : text].string;

	if (is_bytes == values->has[text] ||
	    (is_bytes && !cli_json_bytes(string)))
		return false;
	*part = (struct cli_apply_part){ string->s, string->len };
	return true;
}

static const char *
line_edit(struct cli_apply_line *line, struct line_values *values)
{
	static const enum line_key needed[] = { LINE_RULE, LINE_AFTER,
		LINE_RECORD, LINE_STEP, LINE_IN_AT, LINE_IN_LEN };

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++)
		if (!values->has[needed[i]])
			return "an edit that lacks a key";
	if (!line_string(values, LINE_FILE, &line->file) ||
	    !line_string(values, LINE_BEFORE, &line->before))
		return "an edit whose file, or text, cannot be read";
	line->is_edit = values->v[LINE_STEP].number > 0;
	line->record = values->v[LINE_RECORD].number;
	line->in_at = values->v[LINE_IN_AT].number;
	line->in_len = values->v[LINE_IN_LEN].number;
	line->rule = (struct cli_apply_part){ values->v[LINE_RULE].string.s,
		values->v[LINE_RULE].string.len };
	line->after = (struct cli_apply_part){ values->v[LINE_AFTER].string.s,
		values->v[LINE_AFTER].string.len };
	return NULL;
}

const char *
cli_apply_line_read(
    struct cli_apply_line *line, char *s, size_t len, bool first)
{
	static const char *const others[] = { "span", "finding", "total" };
	struct line_values values;
	const char *const why = line_values(&values, s, len);
	const struct cli_json_string *const type =
	    &values.v[LINE_TYPE].string;

	*line = (struct cli_apply_line){ 0 };
	if (why != NULL)
		return why;
	if (first || !values.has[LINE_TYPE]) {
		if (!values.has[LINE_REPORT])
			return first ? "the first line of a report is missing"
				     : "an object without a type";
		return values.v[LINE_REPORT].number == LINE_FORMAT
		    ? NULL
		    : "a report of another format";
	}
	if (line_is(type, "edit"))
		return line_edit(line, &values);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (line_is(type, others[i]))
			return NULL;
	return "no such type";
}
