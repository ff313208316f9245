/*
 * stray_words.h - what words tell of the quotation marks around them
 */
#ifndef UG_STRAY_WORDS_H
#define UG_STRAY_WORDS_H

#include "prose.h"

/* Whether word `i` is a verb of saying. */
bool ug_stray_verb(const struct ug_prose *prose, size_t i);

/* Whether a verb of saying is among words [from, to). */
bool ug_stray_told(const struct ug_prose *prose, size_t from, size_t to);

/* Whether a word among [from, to) is what people say of themselves. */
bool ug_stray_person(const struct ug_prose *prose, size_t from, size_t to);

/*
 * Of words [from, to), where what someone says of themselves ends at a stop
 * that another paragraph was joined to, which tells what was said: "We know the
 * bay.The mayor said that it is far."  The offset of its first word; or 0.
 */
size_t ug_stray_join(const struct ug_prose *prose, size_t from, size_t to);

/*
 * The ' that opens what the mark at `close` ends, a ” that no mark of its kind
 * has opened: 'It is far,” she said.  Or text.len.
 */
size_t ug_stray_single(struct ug_text text, size_t close);

#endif /* UG_STRAY_WORDS_H */
