/*
 * by_label.h - the encoding that a row names
 */
#ifndef BY_LABEL_H
#define BY_LABEL_H

#include <string.h>

#include "encodings/encodings.h"

/* NULL if there is none of that label, or none is asked for. */
static inline const struct ug_encoding *
by_label(const char *label)
{
	return label == NULL ? NULL :
	    ug_encoding_by_label(label, strlen(label));
}

#endif /* BY_LABEL_H */
