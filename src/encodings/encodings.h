/*
 * encodings.h - the encodings that can be read: names, labels, tables
 *
 * Tables are generated and committed.  Encodings of several
 * bytes are read by multi_byte.c; the others, those with a `converter`, by ICU,
 * behind decode/converter.h.
 */
#ifndef UG_ENCODINGS_H
#define UG_ENCODINGS_H

#include "base/bytes.h"
#include "base/text.h"

enum ug_encoding_kind {
	UG_UTF8,
	UG_UTF16LE,
	UG_UTF16BE,
	UG_UTF32LE,
	UG_UTF32BE,
	UG_SINGLE_BYTE,
	UG_MULTI_BYTE, /* no state from one record to the next */
	UG_STATEFUL,   /* seven bits with shifts: ISO-2022-*, HZ, UTF-7 */
	UG_BINARY      /* not text: bytes pass as they are */
};

/* Which of the multi-byte decoders. */
enum ug_multi_byte {
	UG_CONVERTER, /* ICU's */
	UG_BIG5,
	UG_EUC_JP,
	UG_EUC_KR,
	UG_EUC_TW,
	UG_GB18030,
	UG_JOHAB,
	UG_SHIFT_JIS,
	UG_ISO_2022_JP, /* from here on with shifts */
	UG_ISO_2022_KR,
	UG_ISO_2022_CN,
	UG_HZ,
	UG_UTF_7
};

#define UG_UNDEFINED 0xFFFF /* in a table: the byte stands for nothing */

struct ug_encoding {
	const char *name;           /* as WHATWG or IANA write it */
	enum ug_encoding_kind kind;
	const char *rule;           /* "decode/" and the name in lower case */
	const uint16_t *upper;      /* single-byte: bytes 80..FF; else NULL */
	const uint16_t *lower;      /* bytes 00..7F where they are not ASCII */
	enum ug_multi_byte decoder; /* multi-byte and stateful */
	const char *converter;      /* ICU's name for it if ICU reads it */
	const char *const *labels;  /* lower case, name first; NULL ends them */
};

extern const struct ug_encoding ug_utf8, ug_utf16le, ug_utf16be, ug_utf32le,
    ug_utf32be, ug_cesu_8, ug_windows_1252, ug_binary;

/* The i-th, in the order of --list-encodings; NULL past the last. */
const struct ug_encoding *ug_encoding_at(size_t i);

/*
 * The encoding with that label, case and surrounding white space ignored; NULL
 * if there is none.  WHATWG Encoding Standard 4.2 for its labels.  What is no
 * label may have a low line for a hyphen: euc_jp.
 */
const struct ug_encoding *ug_encoding_by_label(const char *label, size_t len);

/* Bytes in a code unit of the encoding: 1, 2 or 4. */
static inline size_t
ug_unit_len(enum ug_encoding_kind kind)
{
	switch (kind) {
	case UG_UTF16LE:
	case UG_UTF16BE:
		return 2;
	case UG_UTF32LE:
	case UG_UTF32BE:
		return 4;
	default:
		return 1;
	}
}

/* What a byte stands for in a single-byte encoding, or UG_UNDEFINED. */
static inline uint32_t
ug_single_byte(const struct ug_encoding *encoding, unsigned char byte)
{
	if (byte >= 0x80)
		return encoding->upper[byte - 0x80];
	return encoding->lower != NULL ? encoding->lower[byte] : byte;
}

/* The code unit that starts at bytes[0]; all of it must be there. */
static inline uint32_t
ug_unit_at(enum ug_encoding_kind kind, const unsigned char *bytes)
{
	switch (kind) {
	case UG_UTF16LE:
		return ug_bytes_16(bytes);
	case UG_UTF16BE:
		return bytes[1] | (uint32_t)bytes[0] << 8;
	case UG_UTF32LE:
		return ug_bytes_32(bytes);
	case UG_UTF32BE:
		return bytes[3] | (uint32_t)bytes[2] << 8 |
		    (uint32_t)bytes[1] << 16 | (uint32_t)bytes[0] << 24;
	default:
		return bytes[0];
	}
}

#endif /* UG_ENCODINGS_H */
