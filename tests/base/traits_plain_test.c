/*
 * traits_plain_test.c - the same of what machines without vectors do
 */
#define UG_BLOCK_PLAIN
#define ug_traits plain_traits
#include "base/traits.c"

#include "traits_test.c"
