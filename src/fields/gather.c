/*
 * gather.c - what the fields of many records say, one behind the other
 */
#include "gather.h"

/* Add what a field says that has escapes; there is room. */
static void
gather_escaped(struct ug_gather *g, const struct ug_dialect *dialect,
    struct ug_text part, struct ug_gathered_record *record)
{
	char *to = g->text.s + g->text.len;
	size_t at = 0;

	while (at < part.len) {
		const char *const escape = memchr(part.s + at, dialect->escape,
		    part.len - at);
		const size_t end = escape != NULL ? (size_t)(escape - part.s) :
		    part.len;
		bool escaped;
		uint32_t c;

		memcpy(to, part.s + at, end - at);
		to += end - at;
		at = end;
		if (at == part.len)
			break;
		c = dialect->read(part, &at, &escaped);
		record->escapes |= escaped && c >= 0x80;
		to += ug_put_char(c, to);
	}
	g->text.len = (size_t)(to - g->text.s);
}

/* Add what a field says; there is room. */
static void
gather_part(struct ug_gather *g, const struct ug_lexer *lexer,
    struct ug_text part, bool escaped, struct ug_gathered_record *record)
{
	if (escaped) {
		gather_escaped(g, ug_lexer_dialect(lexer), part, record);
		return;
	}
	memcpy(g->text.s + g->text.len, part.s, part.len);
	g->text.len += part.len;
}

/* A field of the record ends: so does its last line, for which is room. */
static enum ungarble_err
gather_field(struct ug_gather *g, size_t start)
{
	const size_t n = g->n_fields + 1;
	enum ungarble_err err = UNGARBLE_OK;
	bool open;

	if (g->text.len == start)
		return UNGARBLE_OK;
	open = g->text.s[g->text.len - 1] != '\n';
	if (n > g->cap_fields)
		err = ug_reserve(g->alloc, &g->fields, &g->cap_fields, n,
		    sizeof(*g->fields));
	if (err == UNGARBLE_OK && n > g->cap_ends)
		err = ug_reserve(g->alloc, &g->ends, &g->cap_ends, n,
		    sizeof(*g->ends));
	if (err == UNGARBLE_OK && n > g->cap_followed)
		err = ug_reserve(g->alloc, &g->followed, &g->cap_followed, n,
		    sizeof(*g->followed));
	if (err != UNGARBLE_OK)
		return err;
	if (open)
		g->text.s[g->text.len++] = '\n';
	g->ends[g->n_fields] = (uint32_t)g->text.len;
	g->fields[g->n_fields++] = (struct ug_gathered_field){
		(uint32_t)g->n_records, open };
	return UNGARBLE_OK;
}

/* Gather the fields of a record.  *quiet: it is whole, and stands by itself. */
static enum ungarble_err
gather_fields(struct ug_gather *g, struct ug_lexer *lexer,
    struct ug_text text, struct ug_gathered_record *record, bool *quiet)
{
	size_t start = g->text.len;

	*quiet = ug_lexer_between(lexer);
	ug_lexer_start(lexer);
	for (size_t at = 0; at < text.len; ) {
		struct ug_part part;
		enum ungarble_err err = ug_lexer_next(lexer, text, at, &part);

		if (err == UNGARBLE_OK && part.kind == UG_PART_FIELD_END) {
			gather_part(g, lexer, ug_text_part(text, at, part.len),
			    part.escaped, record);
			err = gather_field(g, start);
			start = g->text.len;
		} else {
			*quiet = *quiet && part.kind == UG_PART_OTHER &&
			    !ug_lexer_broken(lexer);
		}
		if (err != UNGARBLE_OK)
			return err;
		at += part.len;
	}
	*quiet = *quiet && ug_lexer_between(lexer) &&
	    ug_lexer_may_end(lexer);
	return UNGARBLE_OK;
}

/* Gather the next record; `ascii` if that is known of it. */
static enum ungarble_err
gather_record(struct ug_gather *g, struct ug_lexer *lexer, struct ug_text text,
    bool ascii)
{
	const size_t len = g->text.len, n_fields = g->n_fields;
	struct ug_gathered_record record = { .len = (uint32_t)text.len };
	enum ungarble_err err = UNGARBLE_OK;
	bool quiet;

	if (g->n_records == g->cap_records)
		err = ug_reserve(g->alloc, &g->records, &g->cap_records,
		    g->n_records + 1, sizeof(*g->records));
	if (err == UNGARBLE_OK)
		err = gather_fields(g, lexer, text, &record, &quiet);
	if (err != UNGARBLE_OK)
		return err;
	record.ascii = ascii || ug_text_ascii(text) == text.len;
	if (!quiet) {
		record.state = UG_GATHERED_LOUD;
		g->text.len = len;
		g->n_fields = n_fields;
	}
	g->records[g->n_records++] = record;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_gather(struct ug_gather *gather, struct ug_lexer *lexer,
    struct ug_text records)
{
	struct ug_gather *const g = gather;
	const size_t ascii = ug_text_ascii(records);
	enum ungarble_err err;

	g->text.len = g->n_records = g->n_fields = g->n_lines = 0;
	/* Each field has a sign before it or behind, for the LF it may get. */
	err = ug_buf_reserve(&g->text, records.len + 1);
	for (size_t at = 0, end; at < records.len && err == UNGARBLE_OK;
	    at = end) {
		end = ug_text_find(records, at, UG_TEXT("\n")) + 1;
		err = gather_record(g, lexer, ug_text_part(records, at,
		    end - at), end <= ascii);
	}
	return err;
}

enum ungarble_err
ug_gather_due(struct ug_gather *gather, size_t record,
    const struct ug_gathered_line *line)
{
	struct ug_gather *const g = gather;
	struct ug_gathered_record *const of = &g->records[record];
	const enum ungarble_err err = ug_reserve(g->alloc, &g->lines,
	    &g->cap_lines, g->n_lines + 1, sizeof(*g->lines));

	if (err != UNGARBLE_OK)
		return err;
	if (of->state == UG_GATHERED_QUIET)
		of->line = (uint32_t)g->n_lines;
	of->state = UG_GATHERED_DUE;
	of->n_lines++;
	g->lines[g->n_lines++] = *line;
	return UNGARBLE_OK;
}

void
ug_gather_follow(struct ug_gather *gather)
{
	struct ug_gather *const g = gather;

	for (size_t i = 0; i < g->n_fields; i++) {
		const size_t next = i + 1 < g->n_fields ?
		    g->fields[i + 1].record : g->n_records;
		size_t record = g->fields[i].record;

		/* One that is loud may have others, unless it is this one. */
		record += record < next;
		while (record < next &&
		    g->records[record].state == UG_GATHERED_QUIET)
			record++;
		g->followed[i] = record == next && next < g->n_records &&
		    g->records[next].state == UG_GATHERED_QUIET;
	}
}

void
ug_gather_free(struct ug_gather *gather)
{
	const struct ug_alloc *const alloc = gather->alloc;

	ug_buf_free(&gather->text);
	ug_release(alloc, gather->records);
	ug_release(alloc, gather->fields);
	ug_release(alloc, gather->ends);
	ug_release(alloc, gather->followed);
	ug_release(alloc, gather->lines);
	*gather = (struct ug_gather){ .alloc = alloc,
		.text = { .alloc = alloc } };
}
