/*
 * block_plain_test.c - the same of what machines without vectors do
 */
#define UG_BLOCK_PLAIN

#include "block_test.c"
