/*
 * texts_train.h - what the parts of texts_train share
 */
#ifndef UG_TEXTS_TRAIN_H
#define UG_TEXTS_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/text.h"

/* ---- languages: texts_languages_train.c */

#define TEXTS_LANGUAGES 96 /* no more than these */

/* The code of language `n`, "" for one without text; NULL past the last. */
const char *texts_language_code(unsigned n);

/* The language that the len bytes at `name` call "zh_TW", "fr-FR"; or -1. */
int texts_language_find(const char *name, size_t len);

/* The language of PACKAGE/PATH, or else of what the file says; or -1. */
int texts_language_of_path(const char *path);

/*
 * The language that a line is in if it is said to be in `language`: its
 * letters are of the script, and it was translated.  -1: none.
 */
int texts_language_check(int language, struct ug_text line);

/* Is this a word of the language's letters alone? */
bool texts_language_word(int language, struct ug_text word);

/* ---- lines: texts_clean_train.c */

/*
 * Take placeholders, markup and accelerators from a line, and write what is
 * left in *out, normalised (NFC), with single spaces.  It may be nothing.
 */
void texts_clean(struct ug_text line, struct ug_buf *out);

/* One character for an entity at s, "&amp;"; returns its length, or 0. */
size_t texts_entity(const char *s, size_t len, uint32_t *c);

/* ---- words of English: texts_english_train.c */

#define TEXTS_WORD_PLACES (1u << 20)

struct texts_words {
	uint64_t all, n[TEXTS_WORD_PLACES];
};

void texts_words_count(struct texts_words *words, struct ug_text line);

/* Is the line more likely English than of the text that `own` counts? */
bool texts_words_english(const struct texts_words *own,
    const struct texts_words *english, struct ug_text line);

/* Is the language written in Latin letters, and not English? */
bool texts_language_near_english(int language);

/* ---- what is kept: texts_store_train.c */

/* A line of a file; it is cleaned, checked and kept. */
void texts_add_line(int language, struct ug_text line);
void texts_add_word(int language, struct ug_text word);

/* The package that what follows is from. */
void texts_package(const char *path);

/* Lines with these hashes, 16 hex digits a line, are dropped. */
void texts_exclude(const char *file);

/* Write DIR/LANG.txt, DIR/LANG.words and DIR/REPORT. */
void texts_write(const char *dir);

/* ---- readers: each takes a whole file */

void texts_read_mo(int language, struct ug_text file);
void texts_read_json(int language, struct ug_text file);
void texts_read_html(int language, struct ug_text file);
void texts_read_cldr(int language, struct ug_text file);
void texts_read_man(int language, struct ug_text file);
void texts_read_plain(int language, struct ug_text file);

/* Word lists; `set` names the encoding, NULL: UTF-8. */
void texts_read_words(int language, struct ug_text file, const char *set);
void texts_read_thesaurus(int language, struct ug_text file);

/* ---- bytes: texts_bytes_train.c */

/* Like ug_buf_add(), but never fails. */
void texts_put(struct ug_buf *buf, const void *s, size_t len);
void texts_put_char(struct ug_buf *buf, uint32_t c);

/* Text of encoding `set` as UTF-8 in *out; false if there is no such. */
bool texts_convert(struct ug_text text, const char *set, struct ug_buf *out);

void texts_die(const char *what, const char *why);

#endif /* UG_TEXTS_TRAIN_H */
