/*
 * part.h - what a record is made of: fields, and what is between them
 */
#ifndef UG_PART_H
#define UG_PART_H

#include <stdbool.h>
#include <stddef.h>

enum ug_part_kind {
	UG_PART_OTHER,     /* stays as it is, byte for byte */
	UG_PART_FIELD,     /* goes on behind the text at hand */
	UG_PART_FIELD_END  /* ends here */
};

struct ug_part {
	enum ug_part_kind kind;
	size_t len;        /* bytes of text; may be 0 */
	bool escaped;      /* if of a field: an escape may stand in it */
};

#endif /* UG_PART_H */
