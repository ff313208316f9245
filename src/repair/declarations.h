/*
 * declarations.h - what a text says of its own encoding
 */
#ifndef UG_DECLARATIONS_H
#define UG_DECLARATIONS_H

#include "../text.h"

/*
 * Whether the text declares an encoding other than UTF-8, as XML, HTML or CSS
 * do, so that it matters in which encoding the stream was.
 */
bool ug_declaration_in(struct ug_text text);

#endif /* UG_DECLARATIONS_H */
