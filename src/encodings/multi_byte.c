/*
 * multi_byte.c - WHATWG's indexes, as multi_byte_table_gen.c printed them
 */
#include "multi_byte.h"

#include "multi_byte_table.h"

const unsigned ug_n_gb18030_ranges =
    sizeof(ug_gb18030_ranges) / sizeof(*ug_gb18030_ranges);
