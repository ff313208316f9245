/*
 * part.h - what lexers make of a record: fields, and what is between them
 */
#ifndef UG_PART_H
#define UG_PART_H

#include <stddef.h>

enum ug_part_kind {
	UG_PART_OTHER,     /* stays as it is, byte for byte */
	UG_PART_FIELD,     /* the field, or a part of it, goes on */
	UG_PART_FIELD_END  /* and is over */
};

struct ug_part {
	enum ug_part_kind kind;
	size_t len;        /* bytes of text */
};

#endif /* UG_PART_H */
