/*
 * traits.h - which bytes a text has, of those that only some texts have
 *
 * Found in one sweep for all who need one of them to find anything.
 */
#ifndef UG_TRAITS_H
#define UG_TRAITS_H

#include <stddef.h>

enum ug_trait {
	UG_TRAIT_BEYOND = 1, /* beyond ASCII, */
	UG_TRAIT_C2 = 2,     /* C2, which U+0080 to U+00BF start with, */
	UG_TRAIT_ESCAPE = 4, /* an ampersand or a backslash, */
	UG_TRAIT_DOLLAR = 8, /* a dollar sign, */
	UG_TRAIT_LABEL = 16  /* < or @, which declarations start with */
};

#define UG_TRAITS 32 /* sets of them */

/* The traits of bytes[0..len), or'd together. */
unsigned ug_traits(const char *bytes, size_t len);

#endif /* UG_TRAITS_H */
