/*
 * glance_plain_test.c - the same of what machines without vectors see
 */
#define UG_BLOCK_PLAIN

#include "marks/glance_look.c"
#include "marks/glance.c"

#include "glance_random_test.c"
