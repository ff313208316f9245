/*
 * mixup_lines_train.c - the lines that weights of mix-ups are fitted to
 *
 * Sentences that the model has not seen are garbled, all or in part.  The same
 * and others as they are, single words of them, and all that in capitals; the
 * lines of a file (kind, tab, line); and one in CORPUS_STEP of those of each
 * file in a folder are to stay.
 */
#define _POSIX_C_SOURCE 200809L

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "mixup_train.h"
#include "model/train/train.h"

#define OF_LANGUAGE 60    /* sentences that are garbled; */
#define OF_EAST     10    /* times as many where ideographs are written */
#define PIECES_OF   10000 /* sentences of which words are to stay */
#define UNSPACED    0xE00 /* scripts from here on may have no spaces */
#define CORPUS_STEP 10    /* one line in so many of a folder */

static void
clean_add(const char *s, size_t len, train_add *add)
{
	char line[TRAIN_ROOM], *end = line;

	if (len > TRAIN_LINE ||
	    ug_text_ascii((struct ug_text){ s, len }) == len)
		return;
	memcpy(line, s, len);
	line[len] = '\0';
	add(TRAIN_CLEAN, line, line);
	for (size_t at = 0; at < len; )
		end += ug_put_char((uint32_t)u_toupper((UChar32)ug_text_next(
		    (struct ug_text){ s, len }, &at)), end);
	*end = '\0';
	if (memcmp(line, s, len) != 0)
		add(TRAIN_CLEAN, line, line);
}

/* Parts of a word of letters that are written without spaces. */
static void
parts_add(const char *s, size_t len, train_add *add)
{
	unsigned n = 0, most = 2;

	for (size_t at = 0, from = 0; at < len; ) {
		const uint32_t c = ug_text_next((struct ug_text){ s, len },
		    &at);

		if (c < UNSPACED)
			return;
		if (++n < most)
			continue;
		clean_add(s + from, at - from, add);
		from = at;
		n = 0;
		most = most < 5 ? most + 1 : 2;
	}
}

static void
words_add(const char *line, train_add *add)
{
	for (size_t at = 0; line[at] != '\0'; at += strspn(line + at, " ")) {
		const size_t len = strcspn(line + at, " ");

		clean_add(line + at, len, add);
		parts_add(line + at, len, add);
		at += len;
	}
}

static void
language_read(const struct ug_codings *codings, const char *dir,
    size_t language, train_add *add)
{
	static struct train_lines lines;
	const char *const code = ug_language_code(language);
	const unsigned most = OF_LANGUAGE * (ug_language_script(language) ==
	    UG_CJK ? OF_EAST : 1);
	unsigned n = 0, n_pieces = 0;

	if (code[0] == '\0' || !train_lines_open(&lines, dir, code, "txt"))
		return;
	while (train_lines_next(&lines)) {
		const size_t len = strlen(lines.line);
		const uint32_t h = train_line_hash(lines.line);

		if (len > TRAIN_LINE ||
		    ug_text_ascii((struct ug_text){ lines.line, len }) == len)
			continue;
		if (n_pieces++ < PIECES_OF)
			words_add(lines.line, add);
		clean_add(lines.line, len, add);
		if (n < most && h % TRAIN_HELD == 0 &&
		    h / TRAIN_HELD % 16 == 1) {
			train_garble(codings, language, lines.line, h, add);
			n++;
		}
	}
}

static void
clean_read(const char *name, train_add *add)
{
	static struct train_lines lines;

	train_lines_need(&lines, name);
	while (train_lines_next(&lines)) {
		const char *const tab = strchr(lines.line, '\t');

		if (lines.line[0] != '#' && tab != NULL)
			add(TRAIN_CLEAN, tab + 1, tab + 1);
	}
}

/* Files of a folder in the order of their names. */
static void
corpus_read(const char *dir, train_add *add)
{
	static struct train_lines lines;
	struct dirent **list;
	const int n = scandir(dir, &list, NULL, alphasort);
	char name[TRAIN_ROOM];

	for (int i = 0; i < n; i++) {
		unsigned long k = 0;

		snprintf(name, sizeof(name), "%s/%s", dir, list[i]->d_name);
		if (list[i]->d_name[0] != '.') {
			train_lines_need(&lines, name);
			while (train_lines_next(&lines))
				if (++k % CORPUS_STEP == 0)
					clean_add(lines.line,
					    strlen(lines.line), add);
		}
		free(list[i]);
	}
	if (n >= 0)
		free(list);
}

void
train_mixup_lines(const struct ug_codings *codings, const char *dir,
    const char *clean, const char *corpus, train_add *add)
{
	for (size_t l = 0; l < ug_n_languages(); l++)
		language_read(codings, dir, l, add);
	clean_read(clean, add);
	if (corpus != NULL)
		corpus_read(corpus, add);
}
