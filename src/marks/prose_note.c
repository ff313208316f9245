/*
 * prose_note.c - what a record tells about names and apostrophes
 *
 * "Mr. Berg is Norway’s best": ’ is the apostrophe, Berg has a title, Norway
 * stands with an s that is not its own.  Only words that start with a capital
 * are looked at.
 */
#include "edit/memory.h"
#include "glance.h"
#include "prose.h"

bool
ug_prose_titled(const struct ug_prose *prose, size_t i)
{
	return i > 0 && prose->words[i - 1].len <= UG_TITLE_LEN_MAX &&
	    ug_prose_in(prose, i - 1, UG_TITLES) &&
	    (ug_prose_gap_is(prose, i - 1, ". ") ||
	    ug_prose_gap_is(prose, i - 1, " "));
}

struct ug_text
ug_word_stem(struct ug_text word)
{
	if (word.len > 2 && ug_text_ends(word, word.len, "'s"))
		word.len -= 2;
	else if (word.len > 4 && ug_text_ends(word, word.len, "\u2019s"))
		word.len -= 4;
	else
		word.len = 0;
	return word;
}

static const char *
prose_fact(enum ug_fact fact)
{
	return fact == UG_FACT_CURLY ? "marks: curly" :
	    fact == UG_FACT_POSSESSIVE ? "marks: possessive" : "marks: titled";
}

/* Note what is asked only whether it was, unless this block has it. */
static enum ungarble_err
prose_note_once(struct ug_edits *edits, const struct ug_memory *memory,
    enum ug_fact fact, struct ug_text what)
{
	return ug_memory_count_now(memory, prose_fact(fact), what) > 0 ?
	    UNGARBLE_OK : ug_edits_note(edits, prose_fact(fact), what);
}

static enum ungarble_err
prose_note_title(struct ug_edits *edits, struct ug_text what)
{
	return ug_edits_note(edits, prose_fact(UG_FACT_TITLED), what);
}

static bool
prose_capital(struct ug_text text, size_t at)
{
	return at < text.len && ug_ascii_is_upper(text.s[at]);
}

/* The names that stand with `mark`, which is 's or ’s. */
static enum ungarble_err
prose_note_owners(struct ug_text text, struct ug_text mark,
    const struct ug_memory *memory, struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;
	size_t at = 0;

	while ((at = ug_text_find(text, at, mark)) < text.len &&
	    err == UNGARBLE_OK) {
		/* A word may hold many marks, but only one is its end. */
		const struct ug_text word = ug_prose_around(text,
		    at + mark.len - 1);

		at = (size_t)(word.s + word.len - text.s);
		if (prose_capital(word, 0) && word.len > mark.len &&
		    ug_text_has(word, word.len - mark.len, mark))
			err = prose_note_once(edits, memory,
			    UG_FACT_POSSESSIVE, ug_word_stem(word));
	}
	return err;
}

/* Where what may be a title that starts at `at` leads up to a name, or 0. */
static size_t
prose_title_end(struct ug_text text, size_t at)
{
	size_t end = at + 1;

	while (end < text.len && end - at < UG_TITLE_LEN_MAX &&
	    ug_ascii_is_lower(text.s[end]))
		end++;
	if (!ug_word_in(ug_text_part(text, at, end - at), UG_TITLES))
		return 0;
	end += end < text.len && text.s[end] == '.';
	if (end >= text.len || text.s[end] != ' ' ||
	    !prose_capital(text, end + 1))
		return 0;
	/* The word ends here, so none is walked twice. */
	return ug_prose_around(text, at).s == text.s + at ? end + 1 : 0;
}

/* The names that stand behind titles with the first letter of `mark`. */
static enum ungarble_err
prose_note_titled(struct ug_text text, struct ug_text mark, bool *any,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; (at = ug_text_find(text, at, mark)) < text.len &&
	    err == UNGARBLE_OK; at++) {
		const size_t name = prose_title_end(text, at);

		if (name == 0)
			continue;

		const struct ug_text word = ug_prose_around(text, name);
		const struct ug_text stem = ug_word_stem(word);

		*any = true;
		err = prose_note_title(edits, stem.len > 0 ? stem : word);
	}
	return err;
}

enum ungarble_err
ug_prose_note(struct ug_text text, unsigned cues, unsigned facts,
    const struct ug_memory *memory, struct ug_edits *edits)
{
	const bool owners = (facts & UG_FACT_POSSESSIVE) != 0 &&
	    (cues & UG_GLANCE_OWNER) != 0;
	const bool titles = (facts & UG_FACT_TITLED) != 0 &&
	    (cues & UG_GLANCE_TITLE) != 0;
	bool any = false;
	enum ungarble_err err = UNGARBLE_OK;

	if ((facts & UG_FACT_CURLY) != 0 && ug_prose_curly(cues))
		err = prose_note_once(edits, memory, UG_FACT_CURLY,
		    UG_TEXT(""));
	if (err == UNGARBLE_OK && owners && (cues & UG_GLANCE_APOSTROPHE) != 0)
		err = prose_note_owners(text, UG_TEXT("'s"), memory,
		    edits);
	if (err == UNGARBLE_OK && owners && (cues & UG_GLANCE_CURLED) != 0)
		err = prose_note_owners(text, UG_TEXT("\u2019s"), memory,
		    edits);
	if (err == UNGARBLE_OK && titles)
		err = prose_note_titled(text, UG_TEXT("M"), &any, edits);
	if (err == UNGARBLE_OK && titles)
		err = prose_note_titled(text, UG_TEXT("D"), &any, edits);
	return err == UNGARBLE_OK && any ?
	    prose_note_title(edits, UG_TEXT("")) : err;
}

unsigned
ug_prose_noted(const struct ug_memory *memory, enum ug_fact fact,
    struct ug_text what)
{
	return ug_memory_count(memory, prose_fact(fact), what);
}
