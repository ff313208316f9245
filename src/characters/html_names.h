/*
 * html_names.h - the names that HTML 4 has for characters beyond ASCII
 */
#ifndef UG_HTML_NAMES_H
#define UG_HTML_NAMES_H

#include "base/text.h"

#define UG_HTML_NAME_MAX 8

/* The character called `name`, as "eacute"; 0 if there is none. */
uint32_t ug_html_name(struct ug_text name);

#endif /* UG_HTML_NAMES_H */
