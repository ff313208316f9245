/*
 * label.c - what markup says of the encoding it is in
 *
 * XML, HTML and CSS may declare their encoding by a label:
 *
 *	<?xml version="1.0" encoding="windows-1251"?>
 *	<meta charset=koi8-r>
 *	<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">
 *	@charset "iso-8859-15";
 *
 * Left alone: XML and CSS declarations anywhere but at the start of a record,
 * where XML 1.0 (2.8) and CSS Syntax 3 (3.2) have them; tags that do not end in
 * their record.
 *
 * HTML, 4.2.5 (meta); WHATWG Encoding Standard, 4.2 (labels).
 */
#include "label.h"

#include <string.h>

#include "encodings.h"

struct markup {
	const unsigned char *s;
	size_t len;
};

/* Where the name and the value of an attribute stand. */
struct attribute {
	size_t name, name_len;
	size_t value, value_len;
};

static bool
byte_is_space(unsigned char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Does it end the name of an attribute? */
static bool
byte_ends_name(unsigned char byte)
{
	static const char ends[] = { '=', '>', '/', '?', '"', '\'', '<' };

	return byte_is_space(byte) || memchr(ends, byte, sizeof(ends)) != NULL;
}

/* Whether `word`, in lower case, stands at markup.s[at], in any case. */
static bool
markup_has(struct markup markup, size_t at, const char *word)
{
	for (; *word != '\0'; at++, word++)
		if (at >= markup.len ||
		    ug_ascii_lower((char)markup.s[at]) != *word)
			return false;
	return true;
}

static size_t
markup_skip_space(struct markup markup, size_t at)
{
	while (at < markup.len && byte_is_space(markup.s[at]))
		at++;
	return at;
}

/* Read the value at markup.s[*at]; false if it does not end in the record. */
static bool
value_read(struct markup markup, size_t *at, struct attribute *attribute)
{
	size_t here = markup_skip_space(markup, *at);
	const unsigned char first = here < markup.len ? markup.s[here] : '>';
	const bool quoted = first == '"' || first == '\'';

	here += quoted;
	attribute->value = here;
	while (here < markup.len && (quoted ? markup.s[here] != first :
	    !byte_is_space(markup.s[here]) && markup.s[here] != '>'))
		here++;
	if (here >= markup.len)
		return false;
	attribute->value_len = here - attribute->value;
	*at = here + quoted;
	return true;
}

/*
 * The next attribute of a tag from markup.s[*at] on; *at moves past it.  False
 * at the tag's end, and where it goes on in another record.
 */
static bool
attribute_next(struct markup markup, size_t *at, struct attribute *attribute)
{
	size_t here = *at;

	while (here < markup.len && (byte_is_space(markup.s[here]) ||
	    markup.s[here] == '/'))
		here++;
	*attribute = (struct attribute){ .name = here };
	while (here < markup.len && !byte_ends_name(markup.s[here]))
		here++;
	attribute->name_len = here - attribute->name;
	if (attribute->name_len == 0)
		return false;
	here = markup_skip_space(markup, here);
	if (here < markup.len && markup.s[here] == '=') {
		here++;
		if (!value_read(markup, &here, attribute))
			return false;
	}
	*at = here;
	return true;
}

static bool
attribute_is(struct markup markup, const struct attribute *attribute,
    const char *name)
{
	return attribute->name_len == strlen(name) &&
	    markup_has(markup, attribute->name, name);
}

/* <?xml version="1.0" encoding="..."?> */
static bool
label_xml(struct markup markup, size_t at, struct ug_label *label)
{
	struct attribute attribute;

	if (!markup_has(markup, at, "<?xml") || at + 5 >= markup.len ||
	    !byte_is_space(markup.s[at + 5]))
		return false;
	at += 5;
	while (attribute_next(markup, &at, &attribute)) {
		if (!attribute_is(markup, &attribute, "encoding"))
			continue;
		*label = (struct ug_label){ UG_LABEL_XML, attribute.value,
			attribute.value_len, NULL };
		return label->len > 0;
	}
	return false;
}

/* The label in "text/html; charset=..."; false if there is none. */
static bool
label_content(struct markup markup, const struct attribute *content,
    struct ug_label *label)
{
	const size_t end = content->value + content->value_len;

	for (size_t at = content->value; at + 8 <= end; at++) {
		if (!markup_has(markup, at, "charset"))
			continue;
		at = markup_skip_space(markup, at + 7);
		if (at >= end || markup.s[at] != '=')
			continue;
		at = markup_skip_space(markup, at + 1);
		label->at = at;
		while (at < end && !byte_is_space(markup.s[at]) &&
		    markup.s[at] != ';')
			at++;
		label->len = at - label->at;
		return label->len > 0;
	}
	return false;
}

/* <meta charset=...>, <meta http-equiv=content-type content="...">. */
static bool
label_html(struct markup markup, size_t at, struct ug_label *label)
{
	struct attribute attribute;
	bool is_type = false, has_label = false;

	if (!markup_has(markup, at, "<meta") || at + 5 >= markup.len ||
	    !(byte_is_space(markup.s[at + 5]) || markup.s[at + 5] == '/'))
		return false;
	at += 5;
	label->form = UG_LABEL_HTML;
	while (attribute_next(markup, &at, &attribute)) {
		if (attribute_is(markup, &attribute, "charset")) {
			label->at = attribute.value;
			label->len = attribute.value_len;
			return label->len > 0;
		}
		if (attribute_is(markup, &attribute, "http-equiv"))
			is_type = attribute.value_len == 12 &&
			    markup_has(markup, attribute.value,
			    "content-type");
		else if (attribute_is(markup, &attribute, "content"))
			has_label = label_content(markup, &attribute, label);
	}
	return is_type && has_label;
}

/* @charset "..."; */
static bool
label_css(struct markup markup, size_t at, struct ug_label *label)
{
	const unsigned char *end;

	if (markup.len - at < 12 ||
	    memcmp(markup.s + at, "@charset \"", 10) != 0)
		return false;
	at += 10;
	end = memchr(markup.s + at, '"', markup.len - at);
	if (end == NULL)
		return false;
	*label = (struct ug_label){ UG_LABEL_CSS, at,
		(size_t)(end - markup.s) - at, NULL };
	return label->len > 0;
}

/* The declaration at or after markup.s[*from]. */
static bool
label_find(struct markup markup, size_t from, struct ug_label *label)
{
	size_t at = from;

	if (at == 0) {
		if (markup.len >= 3 &&
		    memcmp(markup.s, "\xEF\xBB\xBF", 3) == 0)
			at = 3;
		if (label_xml(markup, at, label) ||
		    label_css(markup, at, label))
			return true;
	}
	for (; at < markup.len; at++) {
		const unsigned char *const tag = memchr(markup.s + at, '<',
		    markup.len - at);

		if (tag == NULL)
			return false;
		at = (size_t)(tag - markup.s);
		if (label_html(markup, at, label))
			return true;
	}
	return false;
}

bool
ug_label_next(const unsigned char *bytes, size_t len, size_t *from,
    struct ug_label *label)
{
	const struct markup markup = { bytes, len };

	if (!label_find(markup, *from, label)) {
		*from = len;
		return false;
	}
	*from = label->at + label->len;
	label->encoding = ug_encoding_by_label(
	    (const char *)bytes + label->at, label->len);
	return true;
}

bool
ug_label_foreign(const unsigned char *bytes, size_t len)
{
	struct ug_label label;

	for (size_t from = 0; ug_label_next(bytes, len, &from, &label); )
		if (label.encoding != NULL && label.encoding->kind != UG_UTF8)
			return true;
	return false;
}
