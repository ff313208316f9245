/*
 * lexer.c - JSON or rows of values
 */
#include "lexer.h"

static bool
lexer_is_json(const struct ug_lexer *lexer)
{
	return lexer->kind == UNGARBLE_FIELDS_JSON;
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
	if (!lexer_is_json(lexer))
		return lexer_init_rows(lexer, setup, alloc);
	return lexer->all ? UNGARBLE_OK : ug_paths_new(&lexer->paths,
	    setup->names, true, alloc);
}

void
ug_lexer_free(struct ug_lexer *lexer)
{
	ug_paths_free(&lexer->paths);
	ug_csv_free(&lexer->csv);
}

void
ug_lexer_start(struct ug_lexer *lexer)
{
	if (lexer_is_json(lexer))
		ug_json_start(&lexer->json, lexer->all ? NULL :
		    &lexer->paths);
}

enum ungarble_err
ug_lexer_next(struct ug_lexer *lexer, struct ug_text text, size_t at,
    struct ug_part *part)
{
	enum ungarble_err err;

	if (lexer_is_json(lexer)) {
		*part = ug_json_next(&lexer->json, text, at);
		return UNGARBLE_OK;
	}
	err = ug_csv_next(&lexer->csv, text, at, part);
	return err == UNGARBLE_OK && lexer->csv.n_missing > 0 ?
	    UNGARBLE_EFIELD : err;
}

bool
ug_lexer_broken(const struct ug_lexer *lexer)
{
	return lexer_is_json(lexer) ? lexer->json.state == UG_JSON_BROKEN :
	    lexer->csv.state == UG_CSV_BROKEN;
}

bool
ug_lexer_spans(const struct ug_lexer *lexer)
{
	return !lexer_is_json(lexer);
}

bool
ug_lexer_may_end(const struct ug_lexer *lexer)
{
	return lexer_is_json(lexer) ? ug_json_may_end(&lexer->json) :
	    lexer->csv.state != UG_CSV_QUOTED;
}

const struct ug_dialect *
ug_lexer_dialect(const struct ug_lexer *lexer)
{
	return lexer_is_json(lexer) ? &ug_dialect_json :
	    lexer->csv.in_quotes ? &ug_dialect_quoted : &ug_dialect_plain;
}

const char *
ug_lexer_never(const struct ug_lexer *lexer)
{
	return lexer_is_json(lexer) || lexer->csv.in_quotes ? NULL :
	    lexer->never;
}
