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
 * else; XML and CSS declarations anywhere but at the start of a record, where
 * XML 1.0 (2.8) and CSS Syntax 3 (3.2) have them.
 *
 * HTML, 4.2.5 (meta); WHATWG Encoding Standard, 4.2 (labels).
 */
#include <string.h>

#include "../encodings/encodings.h"
#include "declarations.h"
#include "pass.h"

#define CONFIDENCE 99

/* Single-byte encodings that share this many of 128 bytes are alike. */
#define ALIKE 64

struct declaration {
	size_t at, len; /* the label */
	const char *rule;
};

static unsigned char
declaration_lower(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
}

static bool
declaration_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether `word`, in lower case, stands at text.s[at], in any case. */
static bool
declaration_has(struct ug_text text, size_t at, const char *word)
{
	for (; *word != '\0'; at++, word++)
		if (at >= text.len ||
		    declaration_lower(text.s[at]) != (unsigned char)*word)
			return false;
	return true;
}

static size_t
declaration_skip_space(struct ug_text text, size_t at)
{
	while (at < text.len && declaration_is_space(text.s[at]))
		at++;
	return at;
}

struct attribute {
	size_t name, name_len;
	size_t value, value_len;
};

/*
 * The next attribute of a tag from text.s[*at] on; *at moves past it.  False at
 * the tag's end, and where it goes on in another record.
 */
static bool
attribute_next(struct ug_text text, size_t *at, struct attribute *attribute)
{
	size_t here = *at;
	char quote;

	while (here < text.len && (declaration_is_space(text.s[here]) ||
	    text.s[here] == '/'))
		here++;
	attribute->name = here;
	while (here < text.len && !declaration_is_space(text.s[here]) &&
	    strchr("=>/?\"'<", text.s[here]) == NULL)
		here++;
	attribute->name_len = here - attribute->name;
	here = declaration_skip_space(text, here);
	attribute->value_len = 0;
	if (attribute->name_len == 0)
		return false;
	if (here < text.len && text.s[here] == '=') {
		here = declaration_skip_space(text, here + 1);
		quote = here < text.len ? text.s[here] : '>';
		if (quote == '"' || quote == '\'')
			here++;
		else
			quote = '\0';
		attribute->value = here;
		while (here < text.len && (quote != '\0'
		    ? text.s[here] != quote
		    : !declaration_is_space(text.s[here]) &&
		    text.s[here] != '>'))
			here++;
		if (here == text.len)
			return false;
		attribute->value_len = here - attribute->value;
		here += quote != '\0';
	}
	*at = here;
	return true;
}

static bool
attribute_is(struct ug_text text, const struct attribute *attribute,
    const char *name)
{
	return attribute->name_len == strlen(name) &&
	    declaration_has(text, attribute->name, name);
}

/* <?xml version="1.0" encoding="..."?> */
static bool
declaration_xml(struct ug_text text, size_t at, struct declaration *found)
{
	struct attribute attribute;

	if (!declaration_has(text, at, "<?xml") || at + 5 >= text.len ||
	    !declaration_is_space(text.s[at + 5]))
		return false;
	at += 5;
	while (attribute_next(text, &at, &attribute)) {
		if (!attribute_is(text, &attribute, "encoding"))
			continue;
		*found = (struct declaration){ attribute.value,
		    attribute.value_len, "declarations/xml" };
		return attribute.value_len > 0;
	}
	return false;
}

/* The label in "text/html; charset=..."; false if there is none. */
static bool
declaration_in_content(struct ug_text text, const struct attribute *content,
    struct declaration *found)
{
	const size_t end = content->value + content->value_len;

	for (size_t at = content->value; at + 8 <= end; at++) {
		if (!declaration_has(text, at, "charset"))
			continue;
		at = declaration_skip_space(text, at + 7);
		if (at >= end || text.s[at] != '=')
			continue;
		at = declaration_skip_space(text, at + 1);
		found->at = at;
		while (at < end && !declaration_is_space(text.s[at]) &&
		    text.s[at] != ';')
			at++;
		found->len = at > found->at ? at - found->at : 0;
		return found->len > 0;
	}
	return false;
}

/* <meta charset=...>, <meta http-equiv=content-type content="...">. */
static bool
declaration_html(struct ug_text text, size_t at, struct declaration *found)
{
	struct attribute attribute;
	bool is_type = false, has_label = false;

	if (!declaration_has(text, at, "<meta") || at + 5 >= text.len ||
	    !(declaration_is_space(text.s[at + 5]) || text.s[at + 5] == '/'))
		return false;
	at += 5;
	found->rule = "declarations/html";
	while (attribute_next(text, &at, &attribute)) {
		if (attribute_is(text, &attribute, "charset")) {
			found->at = attribute.value;
			found->len = attribute.value_len;
			return found->len > 0;
		}
		if (attribute_is(text, &attribute, "http-equiv"))
			is_type = attribute.value_len == 12 &&
			    declaration_has(text, attribute.value,
			    "content-type");
		else if (attribute_is(text, &attribute, "content"))
			has_label = declaration_in_content(text, &attribute,
			    found);
	}
	return is_type && has_label;
}

/* @charset "..."; */
static bool
declaration_css(struct ug_text text, size_t at, struct declaration *found)
{
	const char *end;

	if (text.len - at < 12 || memcmp(text.s + at, "@charset \"", 10) != 0)
		return false;
	at += 10;
	end = memchr(text.s + at, '"', text.len - at);
	if (end == NULL)
		return false;
	*found = (struct declaration){ at, (size_t)(end - text.s) - at,
	    "declarations/css" };
	return found->len > 0;
}

/* The first declaration at or after text.s[*from]; *from moves past it. */
static bool
declaration_next(struct ug_text text, size_t *from, struct declaration *found)
{
	size_t at = *from;

	if (at == 0) {
		if (text.len >= 3 && memcmp(text.s, "\xEF\xBB\xBF", 3) == 0)
			at = 3;
		if (declaration_xml(text, at, found) ||
		    declaration_css(text, at, found)) {
			*from = found->at + found->len;
			return true;
		}
	}
	while (at < text.len) {
		const char *const tag = memchr(text.s + at, '<',
		    text.len - at);

		if (tag == NULL)
			break;
		at = (size_t)(tag - text.s);
		if (declaration_html(text, at, found)) {
			*from = found->at + found->len;
			return true;
		}
		at++;
	}
	*from = text.len;
	return false;
}

static const struct ug_encoding *
declaration_encoding(struct ug_text text, const struct declaration *found)
{
	return ug_encoding_by_label(text.s + found->at, found->len);
}

bool
ug_declaration_in(struct ug_text text)
{
	struct declaration found;
	size_t from = 0;

	while (declaration_next(text, &from, &found)) {
		const struct ug_encoding *const named =
		    declaration_encoding(text, &found);

		if (named != NULL && named->kind != UG_UTF8)
			return true;
	}
	return false;
}

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
		return named->decoder == was->decoder &&
		    named->decoder != UG_CONVERTER;
	if (named->kind != UG_SINGLE_BYTE)
		return false;
	for (unsigned i = 0; i < 128; i++)
		n += named->upper[i] == was->upper[i];
	return n >= ALIKE;
}

static enum ungarble_err
declarations_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	const struct ug_encoding *const was = ug_encoding_by_label(
	    scope->encoding, strlen(scope->encoding));
	struct declaration found;
	size_t from = 0;

	/* ASCII is no encoding of its own here: its label is another's. */
	if (was == NULL || was->kind == UG_UTF8 || was->kind == UG_BINARY ||
	    strcmp(scope->encoding, was->name) != 0)
		return UNGARBLE_OK;
	while (declaration_next(text, &from, &found)) {
		const struct ug_encoding *const named =
		    declaration_encoding(text, &found);
		enum ungarble_err err;

		if (named == NULL || !declaration_is_like(named, was))
			continue;
		err = ug_edits_add(edits, found.at, found.len,
		    UG_TEXT("UTF-8"), found.rule, CONFIDENCE);
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
};
