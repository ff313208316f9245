/*
 * watch_plain_test.c - the same of what machines without vectors see
 */
#define UG_BLOCK_PLAIN

#include "words/watch_read.c"
#include "words/watch.c"

#include "watch_random_test.c"
