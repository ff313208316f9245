/*
 * model_train.h - the sections of model.bin, each from a file of its own
 *
 * They are written when all is counted, in this order.
 */
#ifndef UG_MODEL_TRAIN_SECTIONS_H
#define UG_MODEL_TRAIN_SECTIONS_H

void train_write_pages(void);      /* pages_train.c: glyphs by code point */
void train_write_classes(void);    /* classes_train.c: class behind class */
void train_write_signs(void);      /* signs_train.c: signs of a class */
void train_write_tables(void);     /* tables_train.c: letter behind letter */
void train_write_ideographs(void); /* ideographs_train.c: these, and pairs */

#endif /* UG_MODEL_TRAIN_SECTIONS_H */
