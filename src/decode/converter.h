/*
 * converter.h - ICU's converters, for the encodings WHATWG does not read
 */
#ifndef UG_CONVERTER_H
#define UG_CONVERTER_H

#include "base/buf.h"
#include "encodings/multi_byte.h"
#include "ungarble.h"

struct ug_converter;

/*
 * Open ICU's converter `name`.  *converter is NULL on failure: ENOMEM,
 * ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_converter_open(
    struct ug_converter **converter, const char *name);

void ug_converter_close(struct ug_converter *converter);

/* A record starts. */
void ug_converter_reset(struct ug_converter *converter);

/* As ug_multi_byte_next(). */
struct ug_char ug_converter_next(struct ug_converter *converter,
    const unsigned char *bytes, size_t len);

/* "ICU 72.1": what the converters come from. */
extern const char ug_icu_name[];

#endif /* UG_CONVERTER_H */
