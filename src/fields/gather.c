/*
 * gather.c - what the fields of many records say, one behind the other
 */
#include "gather.h"

/* Add what a part of a field says; it is not quiet beyond ASCII. */
static enum ungarble_err
gather_part(struct ug_gather *g, const struct ug_dialect *dialect,
    struct ug_text part, bool *quiet)
{
	enum ungarble_err err = ug_buf_reserve(&g->text, part.len + 1);
	bool escaped;

	if (err != UNGARBLE_OK || dialect->escape == 0 ||
	    memchr(part.s, dialect->escape, part.len) == NULL)
		return err != UNGARBLE_OK ? err : ug_buf_add(&g->text, part.s,
		    part.len);
	for (size_t at = 0; at < part.len; ) {
		const uint32_t c = dialect->read(part, &at, &escaped);

		*quiet = *quiet && (c < 0x80 || !escaped);
		g->text.len += ug_put_char(c, g->text.s + g->text.len);
	}
	return UNGARBLE_OK;
}

/* A field of the record ends: so does its last line. */
static enum ungarble_err
gather_field(struct ug_gather *g, size_t start)
{
	enum ungarble_err err;
	bool open;

	if (g->text.len == start)
		return UNGARBLE_OK;
	open = g->text.s[g->text.len - 1] != '\n';
	err = ug_reserve(g->alloc, &g->fields, &g->cap_fields,
	    g->n_fields + 1, sizeof(*g->fields));
	if (err == UNGARBLE_OK && open)
		err = ug_buf_add(&g->text, "\n", 1);
	if (err == UNGARBLE_OK)
		g->fields[g->n_fields++] = (struct ug_gathered_field){
			(uint32_t)g->text.len, (uint32_t)g->n_records, open };
	return err;
}

static enum ungarble_err
gather_record(struct ug_gather *g, struct ug_lexer *lexer,
    struct ug_text record, bool *quiet)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t start = g->text.len;

	*quiet = ug_lexer_between(lexer);
	ug_lexer_start(lexer);
	for (size_t at = 0; at < record.len && err == UNGARBLE_OK; ) {
		struct ug_part part;

		err = ug_lexer_next(lexer, record, at, &part);
		if (err != UNGARBLE_OK)
			break;
		if (part.kind != UG_PART_OTHER)
			err = gather_part(g, ug_lexer_dialect(lexer),
			    ug_text_part(record, at, part.len), quiet);
		if (part.kind == UG_PART_FIELD_END && err == UNGARBLE_OK) {
			err = gather_field(g, start);
			start = g->text.len;
		}
		*quiet = *quiet && part.kind != UG_PART_FIELD &&
		    !ug_lexer_broken(lexer);
		at += part.len;
	}
	/* What goes on is none that is known of. */
	g->text.len = start;
	*quiet = *quiet && ug_lexer_between(lexer) &&
	    ug_lexer_may_end(lexer);
	return err;
}

enum ungarble_err
ug_gather(struct ug_gather *gather, struct ug_lexer *lexer,
    struct ug_text records)
{
	struct ug_gather *const g = gather;
	enum ungarble_err err = UNGARBLE_OK;

	g->text.len = g->n_records = g->n_fields = 0;
	for (size_t at = 0, end; at < records.len && err == UNGARBLE_OK;
	    at = end) {
		bool quiet;

		end = ug_text_find(records, at, UG_TEXT("\n")) + 1;
		err = ug_reserve(g->alloc, &g->records, &g->cap_records,
		    g->n_records + 1, sizeof(*g->records));
		if (err == UNGARBLE_OK)
			err = gather_record(g, lexer, ug_text_part(records,
			    at, end - at), &quiet);
		if (err == UNGARBLE_OK)
			g->records[g->n_records++] =
			    (struct ug_gathered_record){
				.state = quiet ? UG_GATHERED_QUIET :
				    UG_GATHERED_LOUD,
				.ascii = ug_text_ascii(ug_text_part(records,
				    at, end - at)) == end - at,
				.len = (uint32_t)(end - at),
			    };
	}
	return err;
}

void
ug_gather_free(struct ug_gather *gather)
{
	const struct ug_alloc *const alloc = gather->alloc;

	ug_buf_free(&gather->text);
	ug_release(alloc, gather->records);
	ug_release(alloc, gather->fields);
	*gather = (struct ug_gather){ .alloc = alloc,
		.text = { .alloc = alloc } };
}
