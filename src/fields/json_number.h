/*
 * json_number.h - the numbers of JSON, a byte at a time
 *
 *	-12.5e+3    sign, whole, whole, point, part, e, e's sign, e's digit
 */
#ifndef UG_JSON_NUMBER_H
#define UG_JSON_NUMBER_H

#include <stdbool.h>

#include "base/ascii.h"

/* Places in a number; it may end where a bit is set in UG_NUMBER_ENDS. */
enum {
	UG_NUMBER_SIGN, UG_NUMBER_ZERO, UG_NUMBER_WHOLE, UG_NUMBER_POINT,
	UG_NUMBER_PART, UG_NUMBER_E, UG_NUMBER_E_SIGN, UG_NUMBER_E_DIGIT
};
#define UG_NUMBER_ENDS (1u << UG_NUMBER_ZERO | 1u << UG_NUMBER_WHOLE | \
	1u << UG_NUMBER_PART | 1u << UG_NUMBER_E_DIGIT)

static inline bool
ug_json_number_may_end(unsigned place)
{
	return (UG_NUMBER_ENDS >> place & 1) != 0;
}

/* Where in a number one is behind `c`; -1: it does not go on so. */
static inline int
ug_json_digit(unsigned place, char c)
{
	const bool digit = ug_ascii_is_digit(c);
	const bool e = c == 'e' || c == 'E';

	switch (place) {
	case UG_NUMBER_SIGN:
		if (!digit)
			return -1;
		return c == '0' ? UG_NUMBER_ZERO : UG_NUMBER_WHOLE;
	case UG_NUMBER_ZERO:
	case UG_NUMBER_WHOLE:
		if (digit && place == UG_NUMBER_WHOLE)
			return UG_NUMBER_WHOLE;
		return c == '.' ? UG_NUMBER_POINT : e ? UG_NUMBER_E : -1;
	case UG_NUMBER_POINT:
		return digit ? UG_NUMBER_PART : -1;
	case UG_NUMBER_PART:
		return digit ? UG_NUMBER_PART : e ? UG_NUMBER_E : -1;
	case UG_NUMBER_E:
		if (c == '+' || c == '-')
			return UG_NUMBER_E_SIGN;
		return digit ? UG_NUMBER_E_DIGIT : -1;
	default:
		return digit ? UG_NUMBER_E_DIGIT : -1;
	}
}

#endif /* UG_JSON_NUMBER_H */
