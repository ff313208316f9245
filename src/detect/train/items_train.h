/*
 * items_train.h - sentences in encodings: what weights are fitted to
 */
#ifndef UG_DETECT_ITEMS_TRAIN_H
#define UG_DETECT_ITEMS_TRAIN_H

#include "encodings/encodings.h"

#define ITEM_LEN 256 /* bytes of the longest, but for its last character */

struct train_item {
	const struct ug_encoding *encoding;
	unsigned char bytes[ITEM_LEN + 8];
	size_t len;
};

extern struct train_item *train_items;
extern size_t train_n_items;

/*
 * Make items of lines that the model was not trained on: those that it left out
 * of DIR, some of each language; and those of the file LINES, all of them,
 * "LANG<TAB>sentence" each.
 */
void train_items_read(const char *dir, const char *lines);

#endif /* UG_DETECT_ITEMS_TRAIN_H */
