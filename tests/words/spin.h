/*
 * spin.h - what is counted of spun text, new, for tests
 */
#ifndef SPIN_H
#define SPIN_H

#include <stdlib.h>

#include "check.h"
#include "words/gate.h"

static inline struct ug_spin *
spin_new(void)
{
	struct ug_spin *spin;

	if (!CHECK("memory", ug_spin_new(&spin, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		exit(1);
	return spin;
}

#endif /* SPIN_H */
