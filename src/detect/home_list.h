/*
 * home_list.h - what the rows and columns of home_table.h stand for
 *
 * A number of the names of encodings and the codes of languages in their order:
 * home_table.h holds that of those it was made for.
 */
#ifndef UG_DETECT_HOME_LIST_H
#define UG_DETECT_HOME_LIST_H

#include "base/hash.h"
#include "encodings/encodings.h"
#include "model/model.h"

/* With a name and what ends it. */
static inline uint32_t
home_list_add(uint32_t h, const char *name)
{
	return ug_hash_32_bytes(h, name, strlen(name) + 1);
}

/* Of the first n encodings. */
static inline uint32_t
home_list(size_t n)
{
	uint32_t h = UG_HASH_32;

	for (size_t i = 0; i < n && ug_encoding_at(i) != NULL; i++)
		h = home_list_add(h, ug_encoding_at(i)->name);
	for (size_t l = 0; l < ug_n_languages(); l++)
		h = home_list_add(h, ug_language_code(l));
	return h;
}

#endif /* UG_DETECT_HOME_LIST_H */
