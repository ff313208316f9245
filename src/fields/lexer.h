/*
 * lexer.h - one way to ask where fields are, whatever they are fields of
 */
#ifndef UG_LEXER_H
#define UG_LEXER_H

#include "csv.h"
#include "dialect.h"
#include "json.h"

struct ug_lexer_setup {
	enum ungarble_fields kind; /* not UNGARBLE_FIELDS_NONE */
	const char *names;         /* NULL: all */
	char delim;                /* 0: default */
	bool header;
};

struct ug_lexer {
	enum ungarble_fields kind;
	bool all;
	struct ug_paths paths;
	struct ug_json json;
	struct ug_csv csv;
	char never[5];             /* what no value without quotes may have */
};

/* ENOMEM, EOPTION. */
UG_CHECK enum ungarble_err ug_lexer_init(struct ug_lexer *lexer,
    const struct ug_lexer_setup *setup, const struct ug_alloc *alloc);
void ug_lexer_free(struct ug_lexer *lexer);

/*
 * Be where another one is, at the start of a record; what it holds is its own.
 */
void ug_lexer_copy(struct ug_lexer *lexer, const struct ug_lexer *from);

/* A record starts. */
void ug_lexer_start(struct ug_lexer *lexer);

/*
 * What text.s[at..] starts with, at < text.len, which is taken.  ENOMEM; EFIELD
 * if a column was asked for that there is not.
 */
UG_CHECK enum ungarble_err ug_lexer_next(struct ug_lexer *lexer,
    struct ug_text text, size_t at, struct ug_part *part);

/* Whether what comes is in no field for it is not what it should be. */
bool ug_lexer_broken(const struct ug_lexer *lexer);

/* Whether a record may start here of which nothing went before. */
bool ug_lexer_between(const struct ug_lexer *lexer);

/* Whether a field may go on in the next record. */
bool ug_lexer_spans(const struct ug_lexer *lexer);

/* Whether what ends here was whole: a record, or if those span, the stream. */
bool ug_lexer_may_end(const struct ug_lexer *lexer);

/* How the field that was met last is written, and which characters of ASCII it
 * cannot have; NULL: it can have all. */
const struct ug_dialect *ug_lexer_dialect(const struct ug_lexer *lexer);
const char *ug_lexer_never(const struct ug_lexer *lexer);

#endif /* UG_LEXER_H */
