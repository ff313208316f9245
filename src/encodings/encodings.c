/*
 * encodings.c - the encodings that can be read: names, labels, tables
 *
 * Names and labels are those of the WHATWG Encoding Standard (2024-09-18), 4.2,
 * and some that people write for the same.  Where it takes one encoding for
 * another, so does this: ISO-8859-1 is windows-1252, TIS-620 is windows-874.
 * What it bans (HZ, ISO-2022-KR) is read here under the labels it bans.
 */
#include "encodings.h"

#include "single_byte_table.h"

/* clang-format off */

#define LABELS(...) (const char *const[]){ __VA_ARGS__, NULL }

#define RULE(...) "decode/" RULE_FIRST(__VA_ARGS__, "")
#define RULE_FIRST(label, ...) label

#define SINGLE(storage, id, name, table, source, ...) \
	storage const struct ug_encoding id = { name, UG_SINGLE_BYTE, \
	    RULE(__VA_ARGS__), \
	    table##_upper, NULL, UG_CONVERTER, NULL, \
	    LABELS(__VA_ARGS__) };

#define SINGLE_WHOLE(id, name, table, source, ...) \
	static const struct ug_encoding id = { name, UG_SINGLE_BYTE, \
	    RULE(__VA_ARGS__), \
	    table##_upper, table##_lower, UG_CONVERTER, NULL, \
	    LABELS(__VA_ARGS__) };

#define MULTI(id, name, decoder, ...) \
	static const struct ug_encoding id = { name, UG_MULTI_BYTE, \
	    RULE(__VA_ARGS__), \
	    NULL, NULL, decoder, NULL, LABELS(__VA_ARGS__) };

#define STATEFUL(id, name, decoder, converter, ...) \
	static const struct ug_encoding id = { name, UG_STATEFUL, \
	    RULE(__VA_ARGS__), \
	    NULL, NULL, decoder, converter, LABELS(__VA_ARGS__) };

#define OTHER(id, name, kind, ...) \
	const struct ug_encoding id = { name, kind, RULE(__VA_ARGS__), \
	    NULL, NULL, UG_CONVERTER, NULL, LABELS(__VA_ARGS__) };

#include "encodings_rows.h"

/* Not in the list: no label asks for it. */
OTHER(ug_binary, "binary", UG_BINARY, "binary")

#undef SINGLE
#undef SINGLE_WHOLE
#undef MULTI
#undef STATEFUL
#undef OTHER
#define SINGLE(storage, id, ...)   &id,
#define SINGLE_WHOLE(id, ...)      &id,
#define MULTI(id, ...)             &id,
#define STATEFUL(id, ...)          &id,
#define OTHER(id, ...)             &id,

static const struct ug_encoding *const encodings[] = {
#include "encodings_rows.h"
};

/* clang-format on */

#define N_ENCODINGS (sizeof(encodings) / sizeof(*encodings))

const struct ug_encoding *
ug_encoding_at(size_t i)
{
	return i < N_ENCODINGS ? encodings[i] : NULL;
}

/* ASCII white space, as WHATWG's Infra Standard has it. */
static bool
label_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* Python's programmers write euc_jp; `loose` takes that for euc-jp. */
static bool
label_is(const char *label, size_t len, const char *known, bool loose)
{
	for (size_t i = 0; i < len; i++) {
		const char lower = ug_ascii_lower(label[i]);

		if (lower == '\0' || (lower != known[i] &&
		    !(loose && lower == '_' && known[i] == '-')))
			return false;
	}
	return known[len] == '\0';
}

static const struct ug_encoding *
label_find(const char *label, size_t len, bool loose)
{
	for (size_t i = 0; i < N_ENCODINGS; i++)
		for (size_t j = 0; encodings[i]->labels[j] != NULL; j++)
			if (label_is(label, len, encodings[i]->labels[j],
			    loose))
				return encodings[i];
	return NULL;
}

const struct ug_encoding *
ug_encoding_by_label(const char *label, size_t len)
{
	while (len > 0 && label_is_space(label[len - 1]))
		len--;
	while (len > 0 && label_is_space(label[0])) {
		label++;
		len--;
	}

	const struct ug_encoding *const found = label_find(label, len, false);

	return found != NULL ? found : label_find(label, len, true);
}
