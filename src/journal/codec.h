/*
 * codec.h - from text back to the bytes that it was read from
 *
 *	"windows-1251"         д  ->  E4
 *	"UTF-8>windows-1252"   ü  ->  "Ã¼": its UTF-8, read as that, in UTF-8
 *
 * Character by character: what has state has no codec.
 */
#ifndef UG_CODEC_H
#define UG_CODEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "encodings/encodings.h"

#define UG_CODEC_LABEL 64 /* no label is as long */
#define UG_CODEC_CHAR  12 /* bytes that stand for one character, at most */

#define UG_CODEC_SLOTS 512 /* twice what a byte can be, and a power of two */

struct ug_codec {
	char label[UG_CODEC_LABEL];         /* as given */
	const struct ug_encoding *encoding; /* NULL: bytes are read */
	struct ug_codec_slot {
		uint16_t c;
		uint8_t byte;
		bool used;
	} slots[UG_CODEC_SLOTS];            /* single-byte */
	struct ug_codec_read {
		char s[3];
		uint8_t len;                /* 0: nothing stands for it */
	} read[128];                        /* what 80 to FF are read as */
};

/* Open the codec of that label.  False if there is none. */
bool ug_codec_open(struct ug_codec *codec, const char *label, size_t len);

/* Whether what is in that encoding can be put back by a codec of its name. */
bool ug_codec_has(const struct ug_encoding *encoding);

/* Whether ASCII stands for itself. */
bool ug_codec_extends_ascii(const struct ug_codec *codec);

/* The bytes of a character, to `bytes`; how many, 0 if it has none. */
size_t ug_codec_char(const struct ug_codec *codec, uint32_t c,
    char bytes[UG_CODEC_CHAR]);

/* What labels of bytes that are read start with. */
#define UG_CODEC_READ "UTF-8>"

/*
 * Among the encodings that UTF-8 may have been misread in, the first in which
 * the bytes of the character at the start of `text` are read as `garbled`
 * starts: its name.  NULL if there is none.
 */
const char *ug_codec_reader(struct ug_text text, struct ug_text garbled);

#endif /* UG_CODEC_H */
