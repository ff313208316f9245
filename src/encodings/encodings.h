/*
 * encodings.h - the encodings that can be read: names, labels, tables
 *
 * Tables are generated (X_table_gen.c) and committed.  What WHATWG calls a
 * multi-byte encoding is read by decode/multi_byte.c; the others, those with a
 * `converter`, by ICU, behind decode/converter.h.
 */
#ifndef UG_ENCODINGS_H
#define UG_ENCODINGS_H

#include "../text.h"

enum ug_encoding_kind {
	UG_UTF8,
	UG_UTF16LE,
	UG_UTF16BE,
	UG_UTF32LE,
	UG_UTF32BE,
	UG_SINGLE_BYTE,
	UG_MULTI_BYTE, /* no state from one record to the next */
	UG_BINARY      /* not text: bytes pass as they are */
};

/* Which of the multi-byte decoders. */
enum ug_multi_byte {
	UG_CONVERTER, /* ICU's */
	UG_BIG5,
	UG_EUC_JP,
	UG_EUC_KR,
	UG_GB18030,
	UG_ISO_2022_JP,
	UG_SHIFT_JIS
};

#define UG_UNDEFINED 0xFFFF /* in `upper`: the byte stands for nothing */

struct ug_encoding {
	const char *name;           /* as WHATWG or IANA write it */
	enum ug_encoding_kind kind;
	const char *rule;           /* "decode/" and the name in lower case */
	const uint16_t *upper;      /* single-byte: bytes 80..FF; else NULL */
	const uint8_t *slots;       /* single-byte: see ug_encoding_byte() */
	enum ug_multi_byte decoder; /* multi-byte */
	const char *converter;      /* ICU's name for it if ICU reads it */
	const char *const *labels;  /* lower case, name first; NULL ends them */
};

extern const struct ug_encoding ug_utf8, ug_utf16le, ug_utf16be, ug_utf32le,
    ug_utf32be, ug_windows_1252, ug_binary;

/* The i-th, in the order of --list-encodings; NULL past the last. */
const struct ug_encoding *ug_encoding_at(size_t i);

/*
 * The encoding with that label, case and surrounding white space ignored; NULL
 * if there is none.  WHATWG Encoding Standard 4.2 for its labels.
 */
const struct ug_encoding *ug_encoding_by_label(const char *label, size_t len);

/*
 * The byte of a single-byte encoding that stands for `c`, or -1; the lowest if
 * there are several.  Looked up by hash: `slots` holds the bytes 80..FF at
 * UG_SLOT() of their characters or the next free place; 0 is free.
 */
#define UG_N_SLOTS 256
#define UG_SLOT(c) ((uint32_t)(c) * 0x9E3779B1u >> 24)

int ug_encoding_byte(const struct ug_encoding *encoding, uint32_t c);

#endif /* UG_ENCODINGS_H */
