/*
 * columns.h - which columns of rows have fields
 */
#ifndef UG_COLUMNS_H
#define UG_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#define UG_COLUMNS_MAX 65536 /* those behind are no fields */

/* A bit for each column that was asked for, counted from 0. */
struct ug_columns {
	bool known;               /* there is no header, or it was read */
	unsigned char bits[UG_COLUMNS_MAX / 8];
};

static inline bool
ug_columns_has(const struct ug_columns *columns, size_t column)
{
	return column < UG_COLUMNS_MAX &&
	    (columns->bits[column / 8] >> column % 8 & 1) != 0;
}

/* One behind the last is left out. */
void ug_columns_add(struct ug_columns *columns, size_t column);

/* Columns one beside the other: first, and behind the last. */
struct ug_columns_run {
	size_t first, end;
};

/* The next run that starts at column `from` or behind.  False: none does. */
bool ug_columns_next(const struct ug_columns *columns, size_t from,
    struct ug_columns_run *run);

#endif /* UG_COLUMNS_H */
