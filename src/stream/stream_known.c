/*
 * stream_known.c - what is known of a stream at a place, in words
 *
 *	1048601 1048601 0 1 0 0 0 0 - 0 0 - - 0 0 - 2,5-7 9173...
 *	where, the line, lines; form; encoding of the whole; columns; a number
 *
 * They are the same in any process, for another one to begin there.
 */
#include "stream_known.h"

#include <string.h>

#include "model/model.h"
#include "output/line.h"

static const char part_binary[] = "binary";

static void
words_number(struct ug_line *line, uint64_t n)
{
	ug_line_number(line, n);
	ug_line_add(line, " ");
}

static void
words_name(struct ug_line *line, const char *name)
{
	ug_line_add(line, name != NULL ? name : "-");
	ug_line_add(line, " ");
}

static void
words_verdict(struct ug_line *line, const struct ug_verdict *verdict)
{
	words_name(line, verdict->encoding != NULL ? verdict->encoding->name :
	    NULL);
	words_number(line, verdict->reason);
	words_number(line, verdict->confidence);
	words_name(line, verdict->language);
}

/* "2,5-7", counted from 1; "0": none, so all or none are fields. */
static void
words_columns(struct ug_line *line, const struct ug_columns *columns)
{
	struct ug_columns_run run = { 0, 0 };
	const char *between = "";

	if (!columns->known)
		ug_line_add(line, "-");
	else if (!ug_columns_next(columns, 0, &run))
		ug_line_add(line, "0");
	for (; run.end > run.first; between = ",") {
		ug_line_add(line, between);
		ug_line_number(line, run.first + 1);
		if (run.end > run.first + 1) {
			ug_line_add(line, "-");
			ug_line_number(line, run.end);
		}
		(void)ug_columns_next(columns, run.end, &run);
	}
	ug_line_add(line, " ");
}

size_t
ug_stream_known_write(const struct ug_stream_known *known, char *buf,
    size_t cap)
{
	const struct ug_known *const r = &known->records;
	const uint64_t numbers[] = { r->at, r->record_end, r->piece_window,
		r->line_end, r->ebcdic, r->asked_here, r->n_asked, r->korean };
	struct ug_line line = { buf, cap, 0 };

	if (known->binary) {
		ug_line_add(&line, part_binary);
		return ug_line_end(&line);
	}
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		words_number(&line, numbers[i]);
	words_verdict(&line, &r->form);
	words_verdict(&line, &known->whole);
	words_columns(&line, &known->columns);
	ug_line_number(&line, known->history);
	return ug_line_end(&line);
}

/* Take digits, of a number of at most `most`. */
static bool
take_digits(const char **at, uint64_t most, uint64_t *n)
{
	const char *s = *at;

	for (*n = 0; *s >= '0' && *s <= '9'; s++) {
		const unsigned digit = (unsigned)(*s - '0');

		if (digit > most || *n > (most - digit) / 10)
			return false;
		*n = *n * 10 + digit;
	}
	if (s == *at)
		return false;
	*at = s;
	return true;
}

/* Take `sign`, if it is there. */
static bool
take_sign(const char **at, char sign)
{
	const bool there = **at == sign;

	*at += there;
	return there;
}

/* Take a number of at most `most`, and the space behind it. */
static bool
take_number(const char **at, uint64_t most, uint64_t *n)
{
	return take_digits(at, most, n) && (take_sign(at, ' ') ||
	    **at == '\0');
}

/* Take a name; *len is 0 for none. */
static bool
take_name(const char **at, const char **name, size_t *len)
{
	*name = *at;
	*len = strcspn(*at, " ");
	if (*len == 0 || (*at)[*len] == '\0')
		return false;
	*at += *len + 1;
	if (*len == 1 && **name == '-')
		*len = 0;
	return true;
}

/* Languages are told by pointers that stay. */
static bool
take_language(const char **at, const char **language)
{
	const char *name;
	size_t len;

	if (!take_name(at, &name, &len))
		return false;
	*language = NULL;
	for (size_t i = 0; len > 0 && *language == NULL; i++) {
		const char *iso;

		if (i == ug_n_languages())
			return false;
		iso = ug_language_iso(i);
		if (iso != NULL && strlen(iso) == len &&
		    memcmp(iso, name, len) == 0)
			*language = iso;
	}
	return true;
}

static bool
take_verdict(const char **at, struct ug_verdict *verdict)
{
	uint64_t reason, confidence;
	const char *name;
	size_t len;

	if (!take_name(at, &name, &len) ||
	    !take_number(at, UNGARBLE_BY_DEFAULT, &reason) ||
	    !take_number(at, 100, &confidence) ||
	    !take_language(at, &verdict->language))
		return false;
	verdict->encoding = len > 0 ? ug_encoding_by_label(name, len) : NULL;
	verdict->reason = (enum ungarble_reason)reason;
	verdict->confidence = (unsigned)confidence;
	return len == 0 || verdict->encoding != NULL;
}

/* Take columns as words_columns() has them: none twice, and in order. */
static bool
take_columns(const char **at, struct ug_columns *columns)
{
	uint64_t behind = 0, first, last;

	columns->known = !take_sign(at, '-');
	if (!columns->known || take_sign(at, '0'))
		return take_sign(at, ' ');
	do {
		if (!take_digits(at, UG_COLUMNS_MAX, &first))
			return false;
		last = first;
		if (take_sign(at, '-') &&
		    !take_digits(at, UG_COLUMNS_MAX, &last))
			return false;
		if (first <= behind || last < first)
			return false;
		for (behind = first - 1; behind < last; behind++)
			ug_columns_add(columns, (size_t)behind);
	} while (take_sign(at, ','));
	return take_sign(at, ' ');
}

/* Lines end as the form has it: else they might end behind the input. */
static bool
known_can_be(const struct ug_known *records)
{
	return !records->ebcdic || (records->form.encoding != NULL &&
	    ug_detect_is_ebcdic(records->form.encoding));
}

bool
ug_stream_known_read(const char *words, struct ug_stream_known *known)
{
	static const uint64_t most[] = { UINT64_MAX / 2, UINT64_MAX / 2,
		UINT64_MAX / 2, UG_LINE_END_NUL, 1, 1, 2, 1 };
	uint64_t n[sizeof(most) / sizeof(*most)];

	*known = (struct ug_stream_known){ .binary = false };
	if (strcmp(words, part_binary) == 0) {
		known->binary = true;
		return true;
	}
	for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++)
		if (!take_number(&words, most[i], &n[i]))
			return false;
	known->records = (struct ug_known){
		.at = n[0],
		.record_end = n[1],
		.piece_window = n[2],
		.line_end = (enum ug_line_end)n[3],
		.ebcdic = n[4] != 0,
		.asked_here = n[5] != 0,
		.n_asked = (unsigned)n[6],
		.korean = n[7] != 0,
	};
	return take_verdict(&words, &known->records.form) &&
	    known_can_be(&known->records) &&
	    take_verdict(&words, &known->whole) &&
	    take_columns(&words, &known->columns) &&
	    take_number(&words, UINT64_MAX, &known->history) &&
	    *words == '\0';
}
