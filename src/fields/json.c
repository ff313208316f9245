/*
 * json.c - goes through a line of JSON, however it is cut
 *
 *	{ "a" : [ 1 , "x" ] }
 *	member, key, colon, value, element, number, after, value, string, ...
 *
 * Depth is kept as a bit for each value one is in, and paths as a set for each
 * key on the way: what is read takes no memory of its own.
 */
#include "json.h"

#include "base/letters.h"
#include "dialect.h"
#include "json_number.h"
#include "json_string.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define RECORD_SEPARATOR '\x1E'        /* RFC 7464 */

void
ug_json_start(struct ug_json *json, const struct ug_paths *paths)
{
	json->paths = paths;
	json->state = UG_JSON_VALUE;
	json->escaped = false;
	json->depth = json->n_objects = 0;
	json->met[0] = paths != NULL ? ug_paths_all(paths) : 0;
	json->all_from = paths != NULL ? SIZE_MAX : 0;
}

static inline bool
json_is_blank(char c)
{
	return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
}

/* Of the paths, those that lead to the value that comes. */
static ug_path_set
json_met(const struct ug_json *json)
{
	return json->n_objects <= UG_PATHS_KEYS ? json->met[json->n_objects] :
	    0;
}

/* Whether the strings of the value that comes are fields. */
static bool
json_is_field(struct ug_json *json)
{
	const bool inside = json->depth >= json->all_from;
	const ug_path_set met = json->paths != NULL ? json_met(json) : 0;
	ug_path_set ended;

	if (inside && (met & ~json->found) == 0)
		return true;
	ended = ug_paths_ended(json->paths, met, json->n_objects);
	json->found |= ended;
	return inside || ended != 0;
}

static bool
json_in_object(const struct ug_json *json)
{
	const size_t last = json->depth - 1;

	return (json->is_object[last / 8] >> last % 8 & 1) != 0;
}

static enum ug_json_state
json_open(struct ug_json *json, bool object)
{
	const size_t at = json->depth;
	const unsigned bit = 1u << at % 8;

	if (at == UG_JSON_DEPTH)
		return UG_JSON_BROKEN;
	if (json_is_field(json) && json->all_from == SIZE_MAX)
		json->all_from = at + 1;
	json->is_object[at / 8] = (unsigned char)(object ?
	    json->is_object[at / 8] | bit : json->is_object[at / 8] & ~bit);
	json->depth++;
	json->n_objects += object;
	return object ? UG_JSON_MEMBER : UG_JSON_ELEMENT;
}

static enum ug_json_state
json_after(const struct ug_json *json)
{
	return json->depth > 0 ? UG_JSON_AFTER : UG_JSON_END;
}

/* What one is in ends with `c`, if that ends it. */
static enum ug_json_state
json_close(struct ug_json *json, char c)
{
	if (c != (json_in_object(json) ? '}' : ']'))
		return UG_JSON_BROKEN;
	json->depth--;
	json->n_objects -= c == '}';
	if (json->depth < json->all_from && json->paths != NULL)
		json->all_from = SIZE_MAX;
	return json_after(json);
}

static enum ug_json_state
json_number(struct ug_json *json, unsigned place)
{
	json->number = place;
	return UG_JSON_NUMBER_GOES_ON;
}

static enum ug_json_state
json_word(struct ug_json *json, const char *word)
{
	json->word = word + 1;
	return UG_JSON_WORD_GOES_ON;
}

/* A value starts with `c`, which is no quote. */
static enum ug_json_state
json_value_of(struct ug_json *json, char c)
{
	switch (c) {
	case '{':
	case '[':
		return json_open(json, c == '{');
	case '-':
		return json_number(json, UG_NUMBER_SIGN);
	case 't':
		return json_word(json, "true");
	case 'f':
		return json_word(json, "false");
	case 'n':
		return json_word(json, "null");
	case 'N':
		return json_word(json, "NaN");
	case 'I':
		return json_word(json, "Infinity");
	default:
		if (!ug_ascii_is_digit(c))
			return UG_JSON_BROKEN;
		return json_number(json, c == '0' ? UG_NUMBER_ZERO :
		    UG_NUMBER_WHOLE);
	}
}

/* A value starts with `c`. */
static inline enum ug_json_state
json_value(struct ug_json *json, char c)
{
	if (c != '"')
		return json_value_of(json, c);
	return json_is_field(json) ? UG_JSON_FIELD_GOES_ON :
	    UG_JSON_STRING_GOES_ON;
}

static void
json_key_end(struct ug_json *json)
{
	const size_t n = json->n_objects;
	char room[UG_JSON_KEY];
	struct ug_text key = { json->key, json->key_len };

	if (n > UG_PATHS_KEYS)
		return;
	json->met[n] = 0;
	if (json->met[n - 1] == 0 || json->key_len > UG_JSON_KEY)
		return;
	key.len = ug_dialect_says(&ug_dialect_json, key, room);
	key.s = room;
	json->met[n] = ug_paths_enter(json->paths, json->met[n - 1], n - 1,
	    key);
}

static void
json_key_add(struct ug_json *json, struct ug_text part)
{
	if (part.len <= UG_JSON_KEY &&
	    json->key_len <= UG_JSON_KEY - part.len) {
		memcpy(json->key + json->key_len, part.s, part.len);
		json->key_len += part.len;
	} else {
		json->key_len = UG_JSON_KEY + 1;
	}
}

/* Where the next byte is, if a blank stands at text.s[at]. */
static inline size_t
json_skip_blank(struct ug_text text, size_t at)
{
	return at + (at < text.len && text.s[at] == ' ');
}

static inline bool
json_has(struct ug_text text, size_t at, char c)
{
	return at < text.len && text.s[at] == c;
}

/*
 * A key ends before text.s[at], and a colon and another string follow mostly:
 * take those, as json_pass() does.
 */
static inline size_t
json_behind_key(struct ug_json *json, struct ug_text text, size_t at)
{
	json->state = UG_JSON_COLON;
	if (!json_has(text, at, ':'))
		return at;
	json->state = UG_JSON_VALUE;
	at = json_skip_blank(text, at + 1);
	if (!json_has(text, at, '"'))
		return at;
	json->state = json_value(json, '"');
	return at + 1;
}

/* The same of a string: a comma and a key follow, or a string. */
static inline size_t
json_behind_string(struct ug_json *json, struct ug_text text, size_t at)
{
	json->state = json_after(json);
	if (json->depth == 0 || !json_has(text, at, ','))
		return at;
	json->state = json_in_object(json) ? UG_JSON_NEXT_KEY : UG_JSON_VALUE;
	at = json_skip_blank(text, at + 1);
	if (!json_has(text, at, '"'))
		return at;
	json->key_len = 0;
	json->state = json->state == UG_JSON_NEXT_KEY ? UG_JSON_KEY_GOES_ON :
	    json_value(json, '"');
	return at + 1;
}

/* A key or string that is no field goes on at text.s[at]; returns to where. */
static inline size_t
json_pass_string(struct ug_json *json, struct ug_text text, size_t at)
{
	bool escaped;
	const size_t end = ug_json_string_end(text, at, &json->escaped,
	    &escaped);
	const bool key = json->state == UG_JSON_KEY_GOES_ON;

	if (key && json->paths != NULL)
		json_key_add(json, ug_text_part(text, at, end - at));
	if (end == text.len)
		return end;
	if (!key)
		return json_behind_string(json, text, end + 1);
	if (json->paths != NULL)
		json_key_end(json);
	return json_behind_key(json, text, end + 1);
}

/* The state behind `c`, which stands between values. */
static UG_INLINE enum ug_json_state
json_between(struct ug_json *json, char c)
{
	switch (json->state) {
	case UG_JSON_VALUE:
		return json_value(json, c);
	case UG_JSON_ELEMENT:
		return c == ']' ? json_close(json, c) : json_value(json, c);
	case UG_JSON_MEMBER:
		if (c == '}')
			return json_close(json, c);
		/* fall through */
	case UG_JSON_NEXT_KEY:
		json->key_len = 0;
		return c == '"' ? UG_JSON_KEY_GOES_ON : UG_JSON_BROKEN;
	case UG_JSON_COLON:
		return c == ':' ? UG_JSON_VALUE : UG_JSON_BROKEN;
	case UG_JSON_AFTER:
		if (c != ',')
			return json_close(json, c);
		return json_in_object(json) ? UG_JSON_NEXT_KEY :
		    UG_JSON_VALUE;
	default:
		return UG_JSON_BROKEN;
	}
}

/* Whether `c` is of the number, which is over if not. */
static bool
json_take_digit(struct ug_json *json, char c)
{
	const int place = ug_json_digit(json->number, c);

	if (place >= 0)
		json->number = (unsigned)place;
	else if (json->number == UG_NUMBER_SIGN && c == 'I')
		json->state = json_word(json, "Infinity");
	else
		json->state = ug_json_number_may_end(json->number) ?
		    json_after(json) : UG_JSON_BROKEN;
	return place >= 0 || json->state == UG_JSON_WORD_GOES_ON;
}

/* Take what is of a number at text.s[at]; returns where it ends. */
static size_t
json_take_digits(struct ug_json *json, struct ug_text text, size_t at)
{
	at += json_take_digit(json, text.s[at]);
	while (json->state == UG_JSON_NUMBER_GOES_ON && at < text.len &&
	    json->number == UG_NUMBER_WHOLE && ug_ascii_is_digit(text.s[at]))
		at++;
	return at;
}

static void
json_take_letter(struct ug_json *json, char c)
{
	if (c != *json->word)
		json->state = UG_JSON_BROKEN;
	else if (*++json->word == '\0')
		json->state = json_after(json);
}

/* Take what stands at text.s[at] and is no field; returns where it ends. */
static UG_INLINE size_t
json_pass(struct ug_json *json, struct ug_text text, size_t at)
{
	const char c = text.s[at];

	switch (json->state) {
	case UG_JSON_KEY_GOES_ON:
	case UG_JSON_STRING_GOES_ON:
		return json_pass_string(json, text, at);
	case UG_JSON_WORD_GOES_ON:
		json_take_letter(json, c);
		return at + 1;
	case UG_JSON_FIELD_OVER:
		return json_behind_string(json, text, at + 1);
	case UG_JSON_NUMBER_GOES_ON:
		return json_take_digits(json, text, at);
	default:
		break;
	}
	if (json->state == UG_JSON_VALUE && json->depth == 0) {
		if (c == RECORD_SEPARATOR)
			return at + 1;
		if (ug_text_starts(text, at, BYTE_ORDER_MARK))
			return at + sizeof(BYTE_ORDER_MARK) - 1;
	}
	if (!json_is_blank(c))
		json->state = json_between(json, c);
	return at + 1;
}

struct ug_part
ug_json_next(struct ug_json *json, struct ug_text text, size_t at)
{
	struct ug_part part = { UG_PART_OTHER, 0, false };
	const size_t start = at;

	if (json->state == UG_JSON_FIELD_GOES_ON) {
		at = ug_json_string_end(text, at, &json->escaped,
		    &part.escaped);
		part.kind = at == text.len ? UG_PART_FIELD : UG_PART_FIELD_END;
		if (at < text.len)
			json->state = UG_JSON_FIELD_OVER;
		part.len = at - start;
		return part;
	}
	part.len = text.len - start;
	if (json->state == UG_JSON_BROKEN)
		return part;
	while (at < text.len && json->state != UG_JSON_FIELD_GOES_ON) {
		const size_t end = json_pass(json, text, at);

		if (json->state == UG_JSON_BROKEN)
			break;
		at = end;
	}
	part.len = at - start;
	return part;
}

bool
ug_json_may_end(const struct ug_json *json)
{
	return json->depth == 0 && (json->state == UG_JSON_END ||
	    json->state == UG_JSON_VALUE ||
	    (json->state == UG_JSON_NUMBER_GOES_ON &&
	    ug_json_number_may_end(json->number)));
}
