/*
 * columns.c - which columns of rows have fields
 */
#include "columns.h"

void
ug_columns_add(struct ug_columns *columns, size_t column)
{
	if (column < UG_COLUMNS_MAX)
		columns->bits[column / 8] = (unsigned char)(
		    columns->bits[column / 8] | 1u << column % 8);
}

bool
ug_columns_next(const struct ug_columns *columns, size_t from,
    struct ug_columns_run *run)
{
	while (from < UG_COLUMNS_MAX && !ug_columns_has(columns, from))
		from++;
	run->first = run->end = from;
	while (ug_columns_has(columns, run->end))
		run->end++;
	return run->end > run->first;
}
