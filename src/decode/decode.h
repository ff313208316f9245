/*
 * decode.h - from bytes of a known encoding to text and its source map
 */
#ifndef UG_DECODE_H
#define UG_DECODE_H

#include "edit/source_map.h"
#include "encodings/encodings.h"

/* A stretch of input that was not read like the rest of its record. */
struct ug_stray {
	uint64_t in_at;
	size_t in_len;              /* bytes */
	size_t text_at, text_len;   /* what stands for it in the text */
	const char *rule;           /* "decode/windows-1252"; NULL: malformed */
};

/* What one record became. */
struct ug_decoded {
	struct ug_buf text;         /* well-formed UTF-8 */
	struct ug_map map;
	struct ug_stray *strays;
	size_t n_strays, cap_strays;
	size_t n_invalid;           /* strays that are malformed */
	enum ungarble_invalid invalid; /* what is written for those */
	const struct ug_alloc *alloc;
};

void ug_decoded_init(struct ug_decoded *out, const struct ug_alloc *alloc);
void ug_decoded_clear(struct ug_decoded *out);
void ug_decoded_free(struct ug_decoded *out);

/* Converters that were opened, kept from record to record. */
struct ug_decoder;

UG_CHECK enum ungarble_err ug_decoder_new(struct ug_decoder **decoder,
    const struct ug_alloc *alloc);
void ug_decoder_free(struct ug_decoder *decoder);

/* The next record starts a stream: shifts of the one before do not hold. */
void ug_decoder_reset(struct ug_decoder *decoder);

/*
 * How many of bytes[0..len), where a long record of a stateful encoding is to
 * be cut, hold whole characters and escape sequences: less than `len` by a
 * few; 0 if no place is sure.  Anything else is for ug_decode() to find
 * malformed.
 */
size_t ug_decoder_whole(const struct ug_decoder *decoder,
    const struct ug_encoding *encoding, const unsigned char *bytes, size_t len);

/*
 * Decode one record, or a piece of one, that starts at byte `in_at` of the
 * stream, as WHATWG decoders do (ICU or IANA for what WHATWG does not have).
 * Malformed sequences become what out->invalid says, U+FFFD each unless that is
 * set, and are listed in `strays`.  A record of a stateful encoding goes on in
 * the state that the call before left, if that was for the same encoding and no
 * reset came between.
 *
 * In UTF-8, unless `stray` (a single-byte encoding) is NULL, a byte that stands
 * alone (no part of a character cut short) and that `stray` defines as a
 * printable character is read as that one; what lenient.h knows is read, too.
 * Both are listed in `strays` under their rule.  CESU-8 reads the latter
 * always, and no stray byte.
 *
 * `out` is emptied first.  ENOMEM, ECONVERTER.
 */
UG_CHECK enum ungarble_err ug_decode(struct ug_decoder *decoder,
    const struct ug_encoding *encoding, const struct ug_encoding *stray,
    const unsigned char *bytes, size_t len, uint64_t in_at,
    struct ug_decoded *out);

#endif /* UG_DECODE_H */
