/*
 * json.h - which strings of a line of JSON are fields
 *
 *	{"id": "x7", "text": "caf\u00e9"}
 *	                      ---------    the field, of path "text"
 *
 * All else is no field, and so is what stands behind the first byte that no
 * JSON has there: from it on the line is broken.  Strings take any character,
 * and escapes that mean nothing, too; numbers may be NaN and Infinity.
 */
#ifndef UG_JSON_H
#define UG_JSON_H

#include "part.h"
#include "paths.h"

#define UG_JSON_DEPTH 1024 /* of values within values; more is broken */
#define UG_JSON_KEY   1024 /* bytes of a key that a path may name */

/* What may come next. */
enum ug_json_state {
	UG_JSON_VALUE,      /* one must */
	UG_JSON_ELEMENT,    /* one may, or the end of an array */
	UG_JSON_MEMBER,     /* a key may, or the end of an object */
	UG_JSON_NEXT_KEY,   /* a key must */
	UG_JSON_KEY_GOES_ON,
	UG_JSON_COLON,
	UG_JSON_STRING_GOES_ON,
	UG_JSON_FIELD_GOES_ON,
	UG_JSON_FIELD_OVER, /* its quote */
	UG_JSON_NUMBER_GOES_ON,
	UG_JSON_WORD_GOES_ON,
	UG_JSON_AFTER,      /* a comma, or the end of what a value is in */
	UG_JSON_END,        /* blanks */
	UG_JSON_BROKEN      /* anything */
};

/* Where in a line one is. */
struct ug_json {
	const struct ug_paths *paths; /* outlives it; NULL: all strings */
	enum ug_json_state state;
	bool escaped;                 /* a backslash stands before */
	const char *word;             /* what is left of one, */
	unsigned number;              /* and where in a number one is */
	size_t depth;                 /* of arrays and objects one is in, */
	size_t n_objects;             /* and of objects alone */
	unsigned char is_object[UG_JSON_DEPTH / 8]; /* a bit for each depth */
	ug_path_set met[UG_PATHS_KEYS + 1]; /* at so many keys */
	ug_path_set found;            /* led to a value, in any line */
	size_t all_from;              /* at that depth all strings are
	                               * fields; or SIZE_MAX */
	char key[UG_JSON_KEY];        /* as it is written */
	size_t key_len;               /* more than those: it has no path */
};

/* A line starts. */
void ug_json_start(struct ug_json *json, const struct ug_paths *paths);

/*
 * What text.s[at..] starts with, at < text.len, which is taken.  It is empty
 * where a field is, and before the byte at which a line breaks.
 */
struct ug_part ug_json_next(struct ug_json *json, struct ug_text text,
    size_t at);

/* Whether a line may end here. */
bool ug_json_may_end(const struct ug_json *json);

#endif /* UG_JSON_H */
