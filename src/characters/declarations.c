/*
 * declarations.c - encodings that a text says it is in, once it no longer is
 *
 * What was in another encoding leaves here in UTF-8, so a declaration of that
 * encoding has become false:
 *
 *	<?xml version="1.0" encoding="windows-1251"?>  ->  encoding="UTF-8"
 *	<meta charset=koi8-r>                          ->  charset=UTF-8
 *	@charset "iso-8859-15";                        ->  @charset "UTF-8";
 *
 * Left alone: records that were UTF-8 or ASCII; declarations of an encoding
 * that is not like the one the record was in, for then they speak of something
 * else.  What counts as a declaration is for encodings/label.c to say.
 */
#include <string.h>

#include "edit/pass.h"
#include "encodings/encodings.h"
#include "encodings/label.h"

#define CONFIDENCE 99 /* percent, by hand */

/* Single-byte encodings that share this many of 128 bytes, half, are alike. */
#define ALIKE 64

static const char *const declaration_rules[] = {
	[UG_LABEL_XML] = "declarations/xml",
	[UG_LABEL_HTML] = "declarations/html",
	[UG_LABEL_CSS] = "declarations/css",
};

static bool
declaration_is_16(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_UTF16LE || encoding->kind == UG_UTF16BE;
}

static bool
declaration_is_32(const struct ug_encoding *encoding)
{
	return encoding->kind == UG_UTF32LE || encoding->kind == UG_UTF32BE;
}

/*
 * Whether a declaration of `named` may stand for `was`: the same, or so like it
 * that bytes seldom tell which (ISO-8859-2 and windows-1250).
 */
static bool
declaration_is_like(const struct ug_encoding *named,
    const struct ug_encoding *was)
{
	unsigned n = 0;

	if (named == was)
		return true;
	if (declaration_is_16(was))
		return declaration_is_16(named);
	if (declaration_is_32(was))
		return declaration_is_32(named);
	if (named->kind != was->kind)
		return false;
	if (named->kind == UG_MULTI_BYTE)
		return named->decoder == was->decoder;
	if (named->kind != UG_SINGLE_BYTE)
		return false;
	for (unsigned i = 0; i < 128; i++)
		n += named->upper[i] == was->upper[i];
	return n >= ALIKE;
}

/* What the text was in, if that is something that it has left; else NULL. */
static const struct ug_encoding *
declarations_left(const char *name)
{
	const struct ug_encoding *const was = ug_encoding_by_label(name,
	    strlen(name));

	/* ASCII is no encoding of its own here: its label is another's. */
	return was == NULL || was->kind == UG_UTF8 || was->kind == UG_BINARY ||
	    strcmp(name, was->name) != 0 ? NULL : was;
}

static enum ungarble_err
declarations_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	const struct ug_encoding *was = NULL;
	struct ug_label label;
	size_t from = 0;

	while (ug_label_next((const unsigned char *)text.s, text.len, &from,
	    &label)) {
		enum ungarble_err err;

		if (was == NULL)
			was = declarations_left(scope->encoding);
		if (was == NULL)
			return UNGARBLE_OK;
		if (label.encoding == NULL ||
		    !declaration_is_like(label.encoding, was))
			continue;
		err = ug_edits_add(edits, label.at, label.len,
		    UG_TEXT("UTF-8"), declaration_rules[label.form],
		    CONFIDENCE);
		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}

const struct ug_pass ug_pass_declarations = {
	.fix = {
		.name = "declarations",
		.group = "declarations",
		.summary = "declarations of an encoding that the text has left",
		.by_default = 1,
	},
	.find = declarations_find,
	.needs = UG_TRAIT_LABEL,
};
