/*
 * sureness.h - how sure an edit of words is, by its lead over all else
 */
#ifndef UG_SURENESS_H
#define UG_SURENESS_H

#include "context.h"

#define UG_LEAD_LEAST (-2 * UG_CONTEXT_SCALE) /* below that none is told */

/* Per cent; leads are in units of 1 / UG_CONTEXT_SCALE nat. */
unsigned ug_sureness_percent(int lead);

/* The least lead that is so many per cent sure; INT_MAX: none is. */
int ug_sureness_least(unsigned percent);

#endif /* UG_SURENESS_H */
