/*
 * prose_note.c - what a record tells about names and apostrophes
 *
 * "Mr. Berg is Norway’s best": ’ is the apostrophe, Berg has a title, Norway
 * stands with an s that is not its own.  Only words that start with a capital
 * are looked at.
 */
#include "../memory.h"
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
ug_prose_stem(const struct ug_prose *prose, size_t i)
{
	struct ug_text word = ug_prose_word(prose, i);

	if (word.len > 2 && memcmp(word.s + word.len - 2, "'s", 2) == 0)
		word.len -= 2;
	else if (word.len > 4 &&
	    memcmp(word.s + word.len - 4, "\u2019s", 4) == 0)
		word.len -= 4;
	else
		word.len = 0;
	return word;
}

static const char *
prose_fact(enum ug_fact fact)
{
	return fact == UG_FACT_CURLY ? "marks/curly" :
	    fact == UG_FACT_POSSESSIVE ? "marks/possessive" : "marks/titled";
}

static enum ungarble_err
prose_note(struct ug_edits *edits, enum ug_fact fact, struct ug_text what)
{
	return ug_edits_note(edits, prose_fact(fact), what);
}

enum ungarble_err
ug_prose_note(const struct ug_prose *prose, unsigned facts,
    struct ug_edits *edits)
{
	enum ungarble_err err = UNGARBLE_OK;
	bool titles = false;

	if ((facts & UG_FACT_CURLY) != 0 && ug_prose_curly(prose))
		err = prose_note(edits, UG_FACT_CURLY, UG_TEXT(""));
	if ((prose->cues & UG_GLANCE_TITLE) == 0)
		facts &= ~(unsigned)UG_FACT_TITLED;
	if ((prose->cues & (UG_GLANCE_APOSTROPHE | UG_GLANCE_WIDE)) == 0)
		facts &= ~(unsigned)UG_FACT_POSSESSIVE;
	if ((facts & (UG_FACT_POSSESSIVE | UG_FACT_TITLED)) == 0)
		return err;
	for (size_t i = 0; i < prose->n && err == UNGARBLE_OK; i++) {
		const char first = prose->text.s[prose->words[i].at];

		if (first < 'A' || first > 'Z')
			continue;

		const struct ug_text stem = ug_prose_stem(prose, i);

		if (stem.len > 0 && (facts & UG_FACT_POSSESSIVE) != 0)
			err = prose_note(edits, UG_FACT_POSSESSIVE, stem);
		if (err == UNGARBLE_OK && (facts & UG_FACT_TITLED) != 0 &&
		    ug_prose_titled(prose, i)) {
			titles = true;
			err = prose_note(edits, UG_FACT_TITLED,
			    stem.len > 0 ? stem : ug_prose_word(prose, i));
		}
	}
	return err == UNGARBLE_OK && titles ?
	    prose_note(edits, UG_FACT_TITLED, UG_TEXT("")) : err;
}

unsigned
ug_prose_noted(const struct ug_memory *memory, enum ug_fact fact,
    struct ug_text what)
{
	return ug_memory_count(memory, prose_fact(fact), what);
}
