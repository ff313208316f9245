/*
 * paragraph.h - where paragraphs start and sentences end, as far as lines tell
 */
#ifndef UG_PARAGRAPH_H
#define UG_PARAGRAPH_H

#include "base/text.h"

/*
 * Whether a paragraph ends before this record: it is blank, a list or a quote.
 */
bool ug_paragraph_starts(struct ug_text record);

/* Whether a record ends with the end of a sentence. */
bool ug_sentence_ends(struct ug_text record);

#endif /* UG_PARAGRAPH_H */
