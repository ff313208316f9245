/*
 * home.c - what each encoding is there for
 *
 *	KOI8-R  met often; Russian: all its letters; Bulgarian: it is abroad
 *	VISCII  met seldom; Vietnamese
 */
#include "home.h"

#include "home_table.h"
#include "model/weights.h"

#define N_HOMES (sizeof(home_prior) / sizeof(*home_prior))

_Static_assert(sizeof(home_table) / sizeof(*home_table) == N_HOMES,
    "a row for each prior");

size_t
ug_home_count(void)
{
	return N_HOMES;
}

int
ug_home_prior(size_t number)
{
	return number < N_HOMES ? home_prior[number] * UG_W(PRIOR) / 100 : 0;
}

const unsigned char *
ug_home_of(size_t number)
{
	static const unsigned char everywhere[sizeof(*home_table)];

	return number < N_HOMES ? home_table[number] : everywhere;
}
