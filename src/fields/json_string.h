/*
 * json_string.h - where a string of JSON ends
 */
#ifndef UG_JSON_STRING_H
#define UG_JSON_STRING_H

#include "base/text.h"

/*
 * Where the quote stands that ends a string, from text.s[at] on; or the end.
 * *open: a backslash stands before text.s[at], or the end.  *escaped: some
 * stands before what is behind it.
 */
size_t ug_json_string_end(struct ug_text text, size_t at, bool *open,
    bool *escaped);

#endif /* UG_JSON_STRING_H */
