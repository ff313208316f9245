/*
 * texts_train.c - makes the text that the model is made of
 *
 *	texts_train X OUT [EXCLUDED] < LIST
 *
 * X holds unpacked Debian packages, X/PACKAGE/...; LIST names files in it, one
 * a line, in the order of their bytes: "iso-codes/usr/share/locale/fr/...".
 * For each language OUT/LANG.txt is written, a sentence or a paragraph a line,
 * and OUT/LANG.words, names and words by themselves; OUT/REPORT says how much
 * is from where.  Files of a kind that is not known are left out.  EXCLUDED is
 * a list of hashes of lines which are not to be learned: those that some
 * evaluation asks about.
 *
 * SOURCES lists the packages.  The same packages give the same bytes.
 */
#include <stdio.h>
#include <string.h>

#include "texts_train.h"
#include "base/utf8.h"

static bool
file_read(const char *dir, const char *name, struct ug_buf *out)
{
	char path[4096], block[65536];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "rb");
	if (file == NULL)
		return false;
	out->len = 0;
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		texts_put(out, block, n);
	fclose(file);
	return true;
}

static bool
ends(const char *s, const char *with)
{
	const size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

static bool
has(const char *s, const char *part)
{
	return strstr(s, part) != NULL;
}

/* The encoding of a list X.dic, as X.aff names it: "SET ISO8859-2". */
static void
speller_set(const char *dir, const char *name, char set[32])
{
	struct ug_buf aff = { .alloc = &ug_alloc_libc };
	char path[4096];

	strcpy(set, "UTF-8");
	snprintf(path, sizeof(path), "%.*s.aff", (int)(strlen(name) - 4), name);
	if (file_read(dir, path, &aff)) {
		texts_put(&aff, "\0", 1);
		const char *const at = strncmp(aff.s, "SET ", 4) == 0 ? aff.s :
		    strstr(aff.s, "\nSET ");
		if (at != NULL)
			sscanf(at + (*at == '\n'), "SET %31s", set);
	}
	if (strncmp(set, "ISO8859", 7) == 0) {
		memmove(set + 4, set + 3, strlen(set + 3) + 1);
		set[3] = '-';
	}
	ug_buf_free(&aff);
}

/* Read a file of one of the kinds that are known. */
static void
file_take(const char *dir, const char *name, int language,
    struct ug_buf *bytes)
{
	char set[32];

	if (!file_read(dir, name, bytes) || bytes->len == 0)
		return;
	const struct ug_text file = { bytes->s, bytes->len };
	const bool utf8 = ug_utf8_prefix((const unsigned char *)file.s,
	    file.len, NULL) == file.len;

	if (ends(name, ".mo")) {
		texts_read_mo(language, file);
	} else if (ends(name, ".dic")) {
		speller_set(dir, name, set);
		texts_read_words(language, file, set);
	} else if (ends(name, ".dat")) {
		texts_read_thesaurus(language, file);
	} else if (!utf8) {
		return;
	} else if (has(name, "/man/")) {
		texts_read_man(language, file);
	} else if (ends(name, ".json")) {
		texts_read_json(language, file);
	} else if (ends(name, ".html") || ends(name, ".docbook")) {
		texts_read_html(language, file);
	} else if (ends(name, ".xml")) {
		texts_read_cldr(language, file);
	} else if (ends(name, ".txt")) {
		texts_read_plain(language, file);
	} else {
		texts_read_words(language, file, NULL);
	}
}

/* Is it text, by its name? */
static bool
file_wanted(const char *name)
{
	if (has(name, "/man/"))
		return !ends(name, ".gz");
	return ends(name, ".mo") ||
	    (ends(name, ".json") && has(name, "/i18n/")) ||
	    ends(name, ".docbook") ||
	    (ends(name, ".html") && (has(name, "/help/") ||
	    has(name, "/doc/") || has(name, "/developers-reference/") ||
	    has(name, "/debian-reference/"))) ||
	    (ends(name, ".xml") && (has(name, "/cldr/common/main/") ||
	    has(name, "/cldr/common/annotations/"))) ||
	    (ends(name, ".dic") && has(name, "spell/")) ||
	    (ends(name, ".dat") && has(name, "/mythes/")) ||
	    (has(name, "/usr/share/dict/") && !ends(name, ".html")) ||
	    (ends(name, ".index") && has(name, "/dictd/")) ||
	    (ends(name, ".txt") && has(name, "/inc/lang/"));
}

int
main(int argc, char **argv)
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	char name[4096];

	if (argc != 3 && argc != 4) {
		fprintf(stderr, "usage: texts_train X OUT [EXCLUDED] < LIST\n");
		return 2;
	}
	if (argc == 4)
		texts_exclude(argv[3]);
	while (fgets(name, sizeof(name), stdin) != NULL) {
		name[strcspn(name, "\n")] = '\0';
		const int language = file_wanted(name) ?
		    texts_language_of_path(name) : -1;
		if (language < 0)
			continue;
		texts_package(name);
		file_take(argv[1], name, language, &bytes);
	}
	ug_buf_free(&bytes);
	texts_write(argv[2]);
	return 0;
}
