/*
 * texts_data_train.c - text of message catalogues, and of lists of words
 *
 * A message that is the same in English was not translated and is left out.
 */
#include <stdlib.h>
#include <string.h>

#include "texts_train.h"

/* A number of a catalogue of either byte order. */
static uint32_t
mo_number(struct ug_text file, size_t at, bool big)
{
	const unsigned char *const s = (const unsigned char *)file.s + at;

	return big ? s[3] | (uint32_t)s[2] << 8 | (uint32_t)s[1] << 16 |
	    (uint32_t)s[0] << 24 : s[0] | (uint32_t)s[1] << 8 |
	    (uint32_t)s[2] << 16 | (uint32_t)s[3] << 24;
}

/* The i-th string of the table at `table`; nothing if it is out of bounds. */
static struct ug_text
mo_string(struct ug_text file, size_t table, uint32_t i, bool big)
{
	if (table > file.len || file.len - table < 8 * ((size_t)i + 1))
		return (struct ug_text){ "", 0 };
	const size_t len = mo_number(file, table + 8 * (size_t)i, big);
	const size_t at = mo_number(file, table + 8 * (size_t)i + 4, big);

	if (at > file.len || file.len - at < len)
		return (struct ug_text){ "", 0 };
	return ug_text_part(file, at, len);
}

/* The encoding named in the header of a catalogue. */
static void
mo_charset(struct ug_text header, char set[32])
{
	size_t n = 0;

	strcpy(set, "UTF-8");
	for (size_t i = 0; i + 8 < header.len; i++)
		if (memcmp(header.s + i, "charset=", 8) == 0) {
			for (i += 8; i < header.len && n < 31 &&
			    strchr(" \r\n;", header.s[i]) == NULL; i++)
				set[n++] = header.s[i];
			set[n] = '\0';
			return;
		}
}

static bool
mo_translated(struct ug_text from, struct ug_text to)
{
	for (size_t i = 0; i < from.len; i++)
		if (from.s[i] == '\004') {
			from = ug_text_part(from, i + 1, from.len - i - 1);
			break;
		}
	return to.len > 0 && !ug_text_equal(from, to);
}

/* GNU gettext manual, "The Format of GNU MO Files". */
void
texts_read_mo(int language, struct ug_text file)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	char set[32] = "UTF-8";

	if (file.len < 28)
		return;
	const bool big = mo_number(file, 0, true) == 0x950412DE;
	if (!big && mo_number(file, 0, false) != 0x950412DE)
		return;
	const uint32_t n = mo_number(file, 8, big);
	for (uint32_t i = 0; i < n && i < file.len; i++) {
		const struct ug_text from = mo_string(file,
		    mo_number(file, 12, big), i, big);
		const struct ug_text to = mo_string(file,
		    mo_number(file, 16, big), i, big);

		text.len = 0;
		if (from.len == 0)
			mo_charset(to, set);
		else if (mo_translated(from, to) &&
		    texts_convert(to, set, &text))
			for (size_t at = 0; at < text.len; at++) {
				const size_t start = at;
				while (at < text.len && text.s[at] != '\0')
					at++;
				texts_add_line(language, (struct ug_text){
				    text.s + start, at - start });
			}
	}
	ug_buf_free(&text);
}

/* The string at `at`, its escapes read; returns where it ends. */
static size_t
json_string(struct ug_text file, size_t at, struct ug_buf *out)
{
	out->len = 0;
	for (at++; at < file.len && file.s[at] != '"'; at++) {
		if (file.s[at] != '\\' || at + 1 >= file.len) {
			texts_put(out, file.s + at, 1);
		} else if (file.s[++at] == 'u' && at + 4 < file.len) {
			char digits[5] = { file.s[at + 1], file.s[at + 2],
			    file.s[at + 3], file.s[at + 4] };
			const uint32_t c = (uint32_t)strtoul(digits, NULL, 16);

			texts_put_char(out, c < 0x20 || (c & 0xF800) == 0xD800 ?
			    UG_REPLACEMENT : c);
			at += 4;
		} else {
			texts_put(out, strchr("\"/", file.s[at]) != NULL ?
			    file.s + at : " ", 1);
		}
	}
	return at + 1;
}

/* { "key": "text", ... }; what is nested deeper tells of the file. */
void
texts_read_json(int language, struct ug_text file)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	int depth = 0;
	bool value = false;

	for (size_t at = 0; at < file.len; ) {
		const char c = file.s[at];

		if (c == '"') {
			at = json_string(file, at, &text);
			if (value && depth == 1 && text.len > 0)
				texts_add_line(language, (struct ug_text){
				    text.s, text.len });
			continue;
		}
		depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		if (strchr(":,{}", c) != NULL)
			value = c == ':';
		at++;
	}
	ug_buf_free(&text);
}

/* Words, one a line; what follows '/', a tab or '(' is for the speller. */
void
texts_read_words(int language, struct ug_text file, const char *set)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };

	if (set != NULL && !texts_convert(file, set, &text))
		return;
	if (set != NULL)
		file = (struct ug_text){ text.s, text.len };
	for (size_t at = 0; at < file.len; at++) {
		const size_t start = at;
		size_t len = 0;

		while (at < file.len && file.s[at] != '\n')
			at++;
		while (start + len < at &&
		    strchr("/\t\r(#", file.s[start + len]) == NULL)
			len++;
		/* A speller's word may be followed by " po:noun". */
		for (size_t i = 2; i + 1 < len; i++)
			if (file.s[start + i] == ':')
				len = i - 2;
		if (len > 0)
			texts_add_word(language, ug_text_part(file, start,
			    len));
	}
	ug_buf_free(&text);
}

/* MyThes: the encoding, then "word|n" and n times "(part)|word|word". */
void
texts_read_thesaurus(int language, struct ug_text file)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	char set[32] = "";
	size_t at = 0, start;

	for (; at < file.len && at < 31 && file.s[at] > ' '; at++)
		set[at] = file.s[at];
	if (!texts_convert(ug_text_part(file, at, file.len - at), set, &text))
		return;
	for (at = 0; at < text.len; at++) {
		for (start = at; at < text.len &&
		    strchr("|\n\r", text.s[at]) == NULL; )
			at++;
		if (at > start && text.s[start] != '(')
			texts_add_word(language, (struct ug_text){
			    text.s + start, at - start });
	}
	ug_buf_free(&text);
}
