/*
 * decoded.h - how decoders write down what they read
 *
 * Each call takes the next bytes of input: those from `in_at` on, which must be
 * where the call before ended.  ENOMEM.
 */
#ifndef UG_DECODED_H
#define UG_DECODED_H

#include "decode.h"

/* Make room for what `in_len` bytes, a character each at most, stand for. */
UG_CHECK enum ungarble_err ug_decoded_reserve(struct ug_decoded *out,
    size_t in_len);

/* `in_len` bytes stand for one character. */
UG_CHECK enum ungarble_err ug_decoded_char(struct ug_decoded *out,
    uint64_t in_at, size_t in_len, uint32_t c);

/* They stand for two. */
UG_CHECK enum ungarble_err ug_decoded_pair(struct ug_decoded *out,
    uint64_t in_at, size_t in_len, uint32_t c, uint32_t second);

/* Well-formed UTF-8 that goes on as it is. */
UG_CHECK enum ungarble_err ug_decoded_verbatim(struct ug_decoded *out,
    uint64_t in_at, const unsigned char *bytes, size_t len);

/* `in_len` bytes stand for no character: an escape sequence. */
UG_CHECK enum ungarble_err ug_decoded_silent(struct ug_decoded *out,
    uint64_t in_at, size_t in_len);

/*
 * `in_len` bytes were read as `c` in another way than the rest; `rule` says in
 * which.
 */
UG_CHECK enum ungarble_err ug_decoded_stray(struct ug_decoded *out,
    uint64_t in_at, size_t in_len, uint32_t c, const char *rule);

/* bytes[0..in_len) are malformed: write what out->invalid wants of them. */
UG_CHECK enum ungarble_err ug_decoded_malformed(struct ug_decoded *out,
    uint64_t in_at, const unsigned char *bytes, size_t in_len);

#endif /* UG_DECODED_H */
