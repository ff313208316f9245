/*
 * split_entities.c - names of characters that were taken for words
 *
 * Translation by machine sets blanks into what HTML has for a mark, so that no
 * browser knows it again (_ is a blank here):
 *
 *	the town_&_#_39;_s boats    ->  the town's boats
 *	a &_quot; tower &_quot;     ->  a " tower "
 *
 * Only where a blank stands inside, and in English prose.  Left alone: whole
 * ones, which are for whoever reads HTML, text in tags, other characters.
 */
#include "prose.h"

#include "edit/pass.h"

static const struct {
	const char *name;   /* what stands between & and ; */
	const char *number;
	const char *mark;
} entity_marks[] = {
	{ "quot", "34", "\"" },
	{ "amp", "38", "&" },
	{ "apos", "39", "'" },
	{ "ndash", "8211", "\u2013" },
	{ "mdash", "8212", "\u2014" },
	{ "lsquo", "8216", "\u2018" },
	{ "rsquo", "8217", "\u2019" },
	{ "ldquo", "8220", "\u201C" },
	{ "rdquo", "8221", "\u201D" },
};

/* Skip one blank at `at`, and count it. */
static size_t
entity_blank(struct ug_text text, size_t at, size_t *blanks)
{
	const bool blank = at < text.len && text.s[at] == ' ';

	*blanks += blank;
	return at + blank;
}

/* Whether a tag starts anywhere. */
static bool
entity_tagged(struct ug_text text)
{
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("<"))) <
	    text.len; at++) {
		if (ug_text_letter(text, at + 1) ||
		    (at + 1 < text.len && text.s[at + 1] == '/'))
			return true;
	}
	return false;
}

/* The mark that "&_#_39;" at `at`, up to *end, was, if it has a blank. */
static const char *
entity_read(struct ug_text text, size_t at, size_t *end)
{
	size_t blanks = 0;
	size_t from = entity_blank(text, at + 1, &blanks), to;
	const bool number = from < text.len && text.s[from] == '#';

	if (number)
		from = entity_blank(text, from + 1, &blanks);
	for (to = from; to < text.len && (number ?
	    ug_ascii_is_digit(text.s[to]) : ug_text_letter(text, to)); to++)
		;

	const size_t stop = entity_blank(text, to, &blanks);
	const struct ug_text name = ug_text_part(text, from, to - from);

	if (blanks == 0 || stop >= text.len || text.s[stop] != ';')
		return NULL;
	for (size_t i = 0; i < sizeof(entity_marks) / sizeof(*entity_marks);
	    i++) {
		if (!ug_word_in(name, number ? entity_marks[i].number :
		    entity_marks[i].name))
			continue;
		*end = stop + 1;
		return entity_marks[i].mark;
	}
	return NULL;
}

/* Whether text[at..] goes on with what an apostrophe joins to a word. */
static bool
entity_joins(struct ug_text text, size_t at)
{
	const struct ug_text word = ug_text_letter(text, at) ?
	    ug_prose_around(text, at) : UG_TEXT("");

	return word.len > 0 && word.s == text.s + at &&
	    ug_word_in(word, "s t re ve ll d m");
}

static enum ungarble_err
entity_edit(struct ug_text text, size_t at, size_t end, const char *mark,
    struct ug_edits *edits)
{
	const bool single = strcmp(mark, "'") == 0 ||
	    strcmp(mark, "\u2019") == 0;
	const bool apart = end < text.len && text.s[end] == ' ';
	const bool behind = at > 0 && text.s[at - 1] == ' ';

	if (single && at > behind && ug_text_letter(text, at - behind - 1) &&
	    entity_joins(text, end + apart)) {
		at -= behind;
		end += apart;
	}
	return ug_edits_add(edits, at, end - at,
	    (struct ug_text){ mark, strlen(mark) }, "split-entities/mark", 95);
}

static enum ungarble_err
entity_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;
	bool asked = false;

	(void)scope;
	for (size_t at = 0; (at = ug_text_find(text, at, UG_TEXT("&"))) <
	    text.len && err == UNGARBLE_OK;) {
		size_t end = at + 1;
		const char *const mark = entity_read(text, at, &end);

		if (mark != NULL && !asked && (entity_tagged(text) ||
		    !ug_prose_english(text)))
			break;
		asked |= mark != NULL;
		if (mark != NULL)
			err = entity_edit(text, at, end, mark, edits);
		at = end;
	}
	return err;
}

const struct ug_pass ug_pass_split_entities = {
	.fix = {
		.name = "split-entities",
		.group = "marks",
		.summary = "names of characters with blanks inside",
		.by_default = 1,
	},
	.find = entity_find,
	.needs = UG_TRAIT_ESCAPE,
};
