/*
 * home.c - what each encoding is there for
 *
 *	KOI8-R  met often; Russian: all its letters; Bulgarian: it is abroad
 *	VISCII  met seldom; Vietnamese
 */
#include "home.h"

#include "home_table.h"
#include "model/weights.h"

int
ug_home_prior(size_t number)
{
	return home_prior[number] * UG_W(PRIOR) / 100;
}

const unsigned char *
ug_home_of(size_t number)
{
	return home_table[number];
}
