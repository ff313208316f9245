/*
 * witness.h - a second opinion on an encoding: uchardet's
 */
#ifndef UG_DETECT_WITNESS_H
#define UG_DETECT_WITNESS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define UG_WITNESS_LEN 32

/*
 * Write what uchardet calls the encoding of `bytes` to `label`, as a string;
 * the empty string if it has no idea, fails, or is not built in.  The answer
 * depends on cuts, so it gets all bytes in one call.
 */
void ug_witness_ask(const unsigned char *bytes, size_t len,
    char label[UG_WITNESS_LEN]);

#ifdef __cplusplus
}
#endif

#endif /* UG_DETECT_WITNESS_H */
