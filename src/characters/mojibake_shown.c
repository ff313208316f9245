/*
 * mojibake_shown.c - is a line about mojibake, and shows it on purpose?
 *
 *	The name “José” is stored as “JosÃ©”.
 *
 * It is if each word that would be repaired stands elsewhere in the line as it
 * would become.  Words have letters: what signs would become tells nothing.
 */
#include "mojibake.h"

#include <string.h>

#include "edit/edit.h"

#define WORD_MAX 256 /* bytes that are compared */

/* A line, and the edits of it. */
struct shown {
	struct ug_text text;
	size_t line_at;
	const struct ug_edits *edits;
	size_t first;
};

static bool
shown_is_part(uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);

	return ug_glyph_is_letter(glyph) || glyph.class == UG_DIGIT ||
	    glyph.class == UG_COMBINING;
}

/* Where the word begins that text.s[at] may be in. */
static size_t
word_start(struct ug_text text, size_t at)
{
	while (at > 0) {
		size_t before = at;

		if (!shown_is_part(ug_text_prev(text, &before)))
			break;
		at = before;
	}
	return at;
}

static size_t
word_end(struct ug_text text, size_t at)
{
	while (at < text.len) {
		size_t after = at;

		if (!shown_is_part(ug_text_next(text, &after)))
			break;
		at = after;
	}
	return at;
}

/* Does any edit touch text.s[from..to)? */
static bool
edits_touch(const struct shown *s, size_t from, size_t to)
{
	for (size_t i = s->first; i < s->edits->n; i++) {
		const struct ug_edit *const e = &s->edits->v[i];

		if (e->at - s->line_at < to &&
		    from < e->at - s->line_at + e->len)
			return true;
	}
	return false;
}

/* Words of one letter are met again in most texts, */
static bool
shown_is_short(struct ug_text word)
{
	size_t at = 0;

	(void)ug_text_next(word, &at);
	return at == word.len;
}

/* between spaces. */
static bool
space_beside(struct ug_text text, size_t at, size_t len)
{
	return at == 0 || text.s[at - 1] == ' ' || at + len == text.len ||
	    text.s[at + len] == ' ';
}

/* Does the word stand in the line, by itself and not touched? */
static bool
word_stands(const struct shown *s, struct ug_text word)
{
	for (size_t at = 0; at + word.len <= s->text.len; at++) {
		const char *const found = memchr(s->text.s + at, word.s[0],
		    s->text.len - word.len - at + 1);

		if (found == NULL)
			return false;
		at = (size_t)(found - s->text.s);
		if (memcmp(found, word.s, word.len) == 0 &&
		    word_start(s->text, at) == at &&
		    word_end(s->text, at + word.len) == at + word.len &&
		    !(shown_is_short(word) &&
		    space_beside(s->text, at, word.len)) &&
		    !edits_touch(s, at, at + word.len))
			return true;
	}
	return false;
}

/* Make the word that edits [*i..) repair, and *i moves past them. */
static struct ug_text
word_make(const struct shown *s, size_t *i, char word[WORD_MAX])
{
	size_t done = word_start(s->text, s->edits->v[*i].at - s->line_at);
	size_t len = 0, end;

	do {
		const struct ug_edit *const e = &s->edits->v[*i];
		const struct ug_text after = ug_edit_after(s->edits, e);
		const size_t at = e->at - s->line_at;

		if (len + at - done + after.len > WORD_MAX)
			return UG_TEXT("");
		memcpy(word + len, s->text.s + done, at - done);
		memcpy(word + len + at - done, after.s, after.len);
		len += at - done + after.len;
		done = at + e->len;
		end = word_end(s->text, done);
		++*i;
	} while (*i < s->edits->n &&
	    s->edits->v[*i].at - s->line_at <= end);
	if (len + end - done > WORD_MAX)
		return UG_TEXT("");
	memcpy(word + len, s->text.s + done, end - done);
	return (struct ug_text){ word, len + end - done };
}

bool
ug_mojibake_shown(struct ug_text text, size_t line_at,
    const struct ug_edits *edits, size_t first)
{
	const struct shown s = { text, line_at, edits, first };
	char buffer[WORD_MAX];

	for (size_t i = first; i < edits->n; ) {
		const struct ug_text word = word_make(&s, &i, buffer);

		if (word.len == 0 || word_end(word, 0) < word.len ||
		    !word_stands(&s, word))
			return false;
	}
	return edits->n > first;
}
