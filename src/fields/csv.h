/*
 * csv.h - which bytes of rows of values are fields
 *
 *	id,name,"a note"        the header, in which columns have names
 *	7,"caf""e""",x          quotes that stand within quotes are doubled
 *	   --------  -          and the fields of columns "name" and 3
 *
 * RFC 4180; but another sign may stand between values, quotes may be signs like
 * any, and one within a value that does not start with it is that anyhow.  From
 * what is behind a closing quote and ends no value on, the row is broken.  A
 * value in quotes may have line ends.
 */
#ifndef UG_CSV_H
#define UG_CSV_H

#include "columns.h"
#include "part.h"
#include "paths.h"

struct ug_csv_setup {
	char delim;       /* ASCII, neither quote nor line end */
	bool quotes;      /* may stand around values */
	bool header;      /* the first row names columns */
	const char *names; /* of columns, or numbers from 1, with commas
	                   * between (paths.h); NULL: all columns,
	                   * and what they are called */
};

enum ug_csv_state {
	UG_CSV_VALUE,       /* comes here */
	UG_CSV_PLAIN,       /* goes on */
	UG_CSV_QUOTED,      /* goes on, in quotes */
	UG_CSV_QUOTE,       /* comes here, and ends the value */
	UG_CSV_AFTER,       /* the value: what ends it */
	UG_CSV_AFTER_QUOTE,
	UG_CSV_BROKEN       /* up to the row's end */
};

/* Where in the rows one is. */
struct ug_csv {
	char delim;
	bool quotes, all;
	struct ug_paths names;
	size_t n_missing;         /* of them, behind the header */
	enum ug_csv_state state;
	bool started;             /* a byte was taken */
	struct ug_columns columns;
	bool in_field, in_quotes; /* the value that was met last */
	size_t column;
	unsigned char met[UG_PATHS_MAX];           /* names there are */
	struct ug_buf name;       /* of a column, as it is written */
};

/* ENOMEM, EOPTION. */
UG_CHECK enum ungarble_err ug_csv_init(struct ug_csv *csv,
    const struct ug_csv_setup *setup, const struct ug_alloc *alloc);
void ug_csv_free(struct ug_csv *csv);

/* A number for what decides about what comes next. */
uint64_t ug_csv_state(const struct ug_csv *csv);

/*
 * What text.s[at..] starts with, at < text.len, which is taken.  It may be
 * empty.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_csv_next(struct ug_csv *csv, struct ug_text text,
    size_t at, struct ug_part *part);

#endif /* UG_CSV_H */
