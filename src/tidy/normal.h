/*
 * normal.h - Unicode's normal forms
 */
#ifndef UG_TIDY_NORMAL_H
#define UG_TIDY_NORMAL_H

#include "base/buf.h"

/*
 * Have ICU make ready what passes for normal forms need, which cannot fail
 * later.  ENOMEM, ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_normal_open(void);

#endif /* UG_TIDY_NORMAL_H */
