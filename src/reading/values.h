/*
 * values.h - values of a record that are UTF-8 while others are not
 *
 *	{"name": "Zo\xC3\xAB", "note": "\xE7\xE0"}   UTF-8 beside windows-1251
 *	          ----------            --------
 *	          a value of UTF-8      and what is left, which has the verdict
 *
 * Such are rows that were repaired in some columns, or put together from
 * several sources.  A character of two bytes may be well-formed UTF-8 by
 * chance, so each such value is read both ways once the rest has a verdict.
 */
#ifndef UG_VALUES_H
#define UG_VALUES_H

#include "base/buf.h"
#include "encodings/encodings.h"
#include "ungarble.h"

struct ug_value {
	size_t at, len; /* in the record */
};

struct ug_values {
	char apart;          /* what stands between values; 0: nothing does */
	char escape;         /* where that has none of these before it, */
	bool quotes;         /* nor stands in quotes */
	struct ug_value *v;  /* n of them are UTF-8 beyond ASCII */
	size_t n, cap;
	struct ug_buf rest;  /* all else, if there are some */
	const struct ug_alloc *alloc;
};

/* Of records of such fields; delim: 0 is the default. */
void ug_values_init(struct ug_values *values, enum ungarble_fields fields,
    char delim, const struct ug_alloc *alloc);
void ug_values_free(struct ug_values *values);

/*
 * Find such values of a record that is not UTF-8.  *rest, by which its encoding
 * is to be found out, is all else, or if there are none the record; it is good
 * until the next call.  On failure it is the record, and n is 0.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_values_find(struct ug_values *values,
    const unsigned char *bytes, size_t len, struct ug_text *rest);

/*
 * The rest is in that encoding: leave out what reads better in it than as
 * UTF-8.
 */
void ug_values_settle(struct ug_values *values,
    const struct ug_encoding *encoding, const unsigned char *bytes);

#endif /* UG_VALUES_H */
