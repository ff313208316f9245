/*
 * lexer.c - JSON, rows of values, or texts that end with NUL
 */
#include "lexer.h"

static bool
lexer_has_rows(const struct ug_lexer *lexer)
{
	return lexer->kind == UNGARBLE_FIELDS_CSV ||
	    lexer->kind == UNGARBLE_FIELDS_TSV;
}

static enum ungarble_err
lexer_init_rows(struct ug_lexer *lexer, const struct ug_lexer_setup *setup,
    const struct ug_alloc *alloc)
{
	const bool tabs = setup->kind == UNGARBLE_FIELDS_TSV;
	const char delim = setup->delim != 0 ? setup->delim : tabs ? '\t' :
	    ',';

	if ((delim & 0x80) != 0 || strchr("\"\r\n", delim) != NULL)
		return UNGARBLE_EOPTION;
	memcpy(lexer->never, (char[]){ delim, '\r', '\n',
	    tabs ? '\0' : '"', '\0' }, sizeof(lexer->never));
	return ug_csv_init(&lexer->csv, &(struct ug_csv_setup){
		.delim = delim,
		.quotes = !tabs,
		.header = setup->header,
		.names = setup->names,
	    }, alloc);
}

enum ungarble_err
ug_lexer_init(struct ug_lexer *lexer, const struct ug_lexer_setup *setup,
    const struct ug_alloc *alloc)
{
	*lexer = (struct ug_lexer){
		.kind = setup->kind,
		.all = setup->names == NULL,
		.paths = { .alloc = alloc },
		.csv = { .names = { .alloc = alloc },
		    .name = { .alloc = alloc } },
	};
	switch (setup->kind) {
	case UNGARBLE_FIELDS_JSON:
		return lexer->all ? UNGARBLE_OK : ug_paths_new(&lexer->paths,
		    setup->names, true, alloc);
	case UNGARBLE_FIELDS_CSV:
	case UNGARBLE_FIELDS_TSV:
		return lexer_init_rows(lexer, setup, alloc);
	case UNGARBLE_FIELDS_NUL:
		return UNGARBLE_OK;
	default:
		return UNGARBLE_EOPTION;
	}
}

void
ug_lexer_free(struct ug_lexer *lexer)
{
	ug_paths_free(&lexer->paths);
	ug_csv_free(&lexer->csv);
}

void
ug_lexer_copy(struct ug_lexer *lexer, const struct ug_lexer *from)
{
	lexer->kind = from->kind;
	lexer->all = from->all;
	lexer->paths = from->paths;
	/* There is nothing in JSON that goes on from record to record. */
	if (lexer_has_rows(from))
		lexer->csv = from->csv;
}

void
ug_lexer_start(struct ug_lexer *lexer)
{
	if (lexer->kind == UNGARBLE_FIELDS_JSON)
		ug_json_start(&lexer->json, lexer->all ? NULL :
		    &lexer->paths);
}

/* A text goes on up to the NUL. */
static struct ug_part
lexer_next_text(struct ug_text text, size_t at)
{
	const char *const nul = memchr(text.s + at, '\0', text.len - at);
	const size_t len = nul != NULL ? (size_t)(nul - text.s) - at :
	    text.len - at;

	if (len == 0)
		return (struct ug_part){ UG_PART_OTHER, 1, false };
	return (struct ug_part){ nul != NULL ? UG_PART_FIELD_END :
	    UG_PART_FIELD, len, false };
}

enum ungarble_err
ug_lexer_next(struct ug_lexer *lexer, struct ug_text text, size_t at,
    struct ug_part *part)
{
	enum ungarble_err err;

	switch (lexer->kind) {
	case UNGARBLE_FIELDS_JSON:
		*part = ug_json_next(&lexer->json, text, at);
		return UNGARBLE_OK;
	case UNGARBLE_FIELDS_NUL:
		*part = lexer_next_text(text, at);
		return UNGARBLE_OK;
	default:
		err = ug_csv_next(&lexer->csv, text, at, part);
		return err == UNGARBLE_OK && lexer->csv.n_missing > 0 ?
		    UNGARBLE_EFIELD : err;
	}
}

bool
ug_lexer_broken(const struct ug_lexer *lexer)
{
	return lexer->kind == UNGARBLE_FIELDS_JSON ?
	    lexer->json.state == UG_JSON_BROKEN :
	    lexer_has_rows(lexer) && lexer->csv.state == UG_CSV_BROKEN;
}

bool
ug_lexer_between(const struct ug_lexer *lexer)
{
	const struct ug_csv *const csv = &lexer->csv;

	return !lexer_has_rows(lexer) || (csv->columns.known &&
	    csv->started && csv->state == UG_CSV_VALUE && csv->column == 0);
}

bool
ug_lexer_spans(const struct ug_lexer *lexer)
{
	return lexer_has_rows(lexer);
}

bool
ug_lexer_may_end(const struct ug_lexer *lexer)
{
	return lexer->kind == UNGARBLE_FIELDS_JSON ?
	    ug_json_may_end(&lexer->json) : !lexer_has_rows(lexer) ||
	    lexer->csv.state != UG_CSV_QUOTED;
}

const struct ug_dialect *
ug_lexer_dialect(const struct ug_lexer *lexer)
{
	switch (lexer->kind) {
	case UNGARBLE_FIELDS_JSON:
		return &ug_dialect_json;
	case UNGARBLE_FIELDS_NUL:
		return &ug_dialect_text;
	default:
		return lexer->csv.in_quotes ? &ug_dialect_quoted :
		    &ug_dialect_plain;
	}
}

const char *
ug_lexer_never(const struct ug_lexer *lexer)
{
	return lexer_has_rows(lexer) && !lexer->csv.in_quotes ?
	    lexer->never : NULL;
}
