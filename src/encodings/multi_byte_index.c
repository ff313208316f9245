/*
 * multi_byte_index.c - WHATWG's indexes: which character a pointer means
 */
#include "multi_byte_index.h"

#include "multi_byte_table.h"

const size_t ug_n_gb18030_ranges =
    sizeof(ug_gb18030_ranges) / sizeof(*ug_gb18030_ranges);
