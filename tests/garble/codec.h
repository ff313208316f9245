/*
 * codec.h - encodings both ways, a character at a time, for the garbler
 *
 *	codec = codec_by_name(codecs, "KOI8-R");
 *	codec_encode(codec, UG_TEXT("Пр"), &bytes);           F0 D2
 *	codec_decode(codec, bytes.s, bytes.len, CODEC_KEEP, &text);
 *
 * All that read ASCII as ASCII and have no state: the library's tables, walked
 * for the way back; and ISO-8859-1 with controls in 80..9F.
 */
#ifndef CODEC_H
#define CODEC_H

#include "base/buf.h"
#include "encodings/encodings.h"

enum codec_kind {
	CODEC_UTF8,
	CODEC_SINGLE,
	CODEC_MULTI
};

struct codec {
	const char *name;
	enum codec_kind kind;
	enum ug_multi_byte decoder;
	uint32_t chars[256];        /* single: of each byte */
	bool undefined[256];        /* single: `chars` is a control instead */
	uint32_t *bytes;            /* of U+0000..FFFF, first byte on top; 0:
	                             * none */
};

struct codecs {
	struct codec list[128];
	size_t n;
};

/* What becomes of bytes that stand for nothing, and of C1 controls. */
enum codec_undefined {
	CODEC_KEEP,     /* the control of the same number */
	CODEC_REPLACE,  /* U+FFFD */
	CODEC_QUESTION, /* ? */
	CODEC_DROP
};

/* All of them, UTF-8 first; ends the program if there is no memory. */
struct codecs *codecs_new(void);
void codecs_free(struct codecs *codecs);

/* NULL if there is none of that name. */
const struct codec *codec_by_name(const struct codecs *codecs,
    const char *name);

/*
 * Write text as bytes to *out, emptied first.  False: a character is not in it.
 */
bool codec_encode(const struct codec *codec, struct ug_text text,
    struct ug_buf *out);

/*
 * Write bytes as text to *out, emptied first.  False if they are malformed and
 * are to be kept, which only a single-byte encoding can; UTF-8 always.
 */
bool codec_decode(const struct codec *codec, const unsigned char *bytes,
    size_t len, enum codec_undefined undefined, struct ug_buf *out);

#endif /* CODEC_H */
