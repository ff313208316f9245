/*
 * texts_store_train.c - the lines that are kept, and which of them are written
 *
 * Lines are put in the order of a hash of theirs, so that a part of a file from
 * its start is a fair sample, and the same one wherever it is made.  A package
 * gives a language no more than its share, so that none swamps the others.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "texts_train.h"

enum texts_kind { TEXTS_LINES, TEXTS_WORDS };

#define LINES_SHARE 1000000 /* characters from one package */
#define WORDS_SHARE 300000
#define WORDS_MAX   600000  /* characters of words for a language */
#define PACKAGES    1024

struct item {
	uint64_t hash;
	size_t at;
	uint32_t len, package;
};

struct list {
	struct item *items;
	size_t n, cap;
	struct ug_buf text;
};

static struct list lists[2][TEXTS_LANGUAGES];
static char *packages[PACKAGES];
static unsigned n_packages;
static uint64_t *excluded;
static size_t n_excluded, n_dropped;
static struct ug_buf cleaned = { .alloc = &ug_alloc_libc };

/* FNV-1a, its bits mixed once more. */
static uint64_t
hash_of(struct ug_text text)
{
	uint64_t h = ug_hash_bytes(UG_HASH, text.s, text.len);

	h = (h ^ h >> 32) * 0xD6E8FEB86659FD93u;
	return h ^ h >> 32;
}

void
texts_package(const char *path)
{
	const size_t len = strcspn(path, "/");

	if (n_packages > 0 && strlen(packages[n_packages - 1]) == len &&
	    memcmp(packages[n_packages - 1], path, len) == 0)
		return;
	if (n_packages == PACKAGES ||
	    (packages[n_packages] = malloc(len + 1)) == NULL)
		texts_die(path, "too many packages");
	memcpy(packages[n_packages], path, len);
	packages[n_packages++][len] = '\0';
}

static int
hash_order(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

void
texts_exclude(const char *name)
{
	FILE *const file = fopen(name, "r");
	char line[64];
	size_t cap = 0;

	if (file == NULL) {
		texts_die(name, strerror(errno));
		return;
	}
	while (fgets(line, sizeof(line), file) != NULL) {
		if (ug_reserve(&ug_alloc_libc, &excluded, &cap,
		    n_excluded + 1, sizeof(*excluded)) != UNGARBLE_OK)
			texts_die(name, "no memory");
		excluded[n_excluded++] = strtoull(line, NULL, 16);
	}
	fclose(file);
	if (n_excluded > 0)
		qsort(excluded, n_excluded, sizeof(*excluded), hash_order);
}

static void
item_add(struct list *list, struct ug_text text)
{
	const uint64_t hash = hash_of(text);

	if (n_excluded > 0 && bsearch(&hash, excluded, n_excluded,
	    sizeof(*excluded), hash_order) != NULL) {
		n_dropped++;
		return;
	}
	if (list->text.alloc == NULL)
		list->text.alloc = &ug_alloc_libc;
	if (ug_reserve(&ug_alloc_libc, &list->items, &list->cap, list->n + 1,
	    sizeof(*list->items)) != UNGARBLE_OK)
		texts_die("memory", "none left");
	list->items[list->n++] = (struct item){ hash, list->text.len,
	    (uint32_t)text.len, n_packages - 1 };
	texts_put(&list->text, text.s, text.len);
}

void
texts_add_line(int language, struct ug_text line)
{
	cleaned.len = 0;
	texts_clean(line, &cleaned);
	if (cleaned.len == 0 || cleaned.len > 20000)
		return;
	const struct ug_text text = { cleaned.s, cleaned.len };
	language = texts_language_check(language, text);
	if (language >= 0)
		item_add(&lists[TEXTS_LINES][language], text);
}

void
texts_add_word(int language, struct ug_text word)
{
	cleaned.len = 0;
	texts_clean(word, &cleaned);
	if (cleaned.len == 0 || cleaned.len > 200)
		return;
	const struct ug_text text = { cleaned.s, cleaned.len };
	if (texts_language_word(language, text))
		item_add(&lists[TEXTS_WORDS][language], text);
}

/* By hash, of the same line the first that came. */
static int
item_order(const void *a, const void *b)
{
	const struct item *const x = a, *const y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static size_t
chars_in(const char *s, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += !ug_char_is_tail(s[i]);
	return n;
}

static FILE *
file_create(const char *dir, const char *name, const char *suffix)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s%s", dir, name, suffix);
	file = fopen(path, "wb");
	if (file == NULL)
		texts_die(path, strerror(errno));
	return file;
}

static void
report_packages(FILE *report, const size_t *taken)
{
	putc('\t', report);
	for (unsigned p = 0; p < n_packages; p++)
		if (taken[p] > 0)
			fprintf(report, " %s:%zu", packages[p], taken[p]);
}

static void
list_sort(struct list *list)
{
	if (list->n > 0)
		qsort(list->items, list->n, sizeof(*list->items), item_order);
}

/* Is the same line, of more than a word, there in English? */
static bool
item_known(const struct list *english, struct ug_text text, uint64_t hash)
{
	size_t low = 0, high = english->n;

	if (memchr(text.s, ' ', text.len) == NULL)
		return false;
	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (english->items[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low < english->n && english->items[low].hash == hash;
}

static struct ug_text
item_text(const struct list *list, size_t i)
{
	return (struct ug_text){ list->text.s + list->items[i].at,
	    list->items[i].len };
}

static void
words_count(struct texts_words *words, const struct list *list)
{
	memset(words, 0, sizeof(*words));
	for (size_t i = 0; i < list->n; i++)
		texts_words_count(words, item_text(list, i));
}

/* Take out of the list what was left in English. */
static void
list_drop_english(struct list *list, const struct list *english,
    const struct texts_words *english_words)
{
	static struct texts_words words;
	size_t n = 0;

	words_count(&words, list);
	for (size_t i = 0; i < list->n; i++) {
		const struct ug_text text = item_text(list, i);

		if (!item_known(english, text, list->items[i].hash) &&
		    !texts_words_english(&words, english_words, text))
			list->items[n++] = list->items[i];
	}
	list->n = n;
}

/* Write one file; taken[] is how much of it is from each package. */
static size_t
list_write(struct list *list, FILE *file, size_t share, size_t most,
    size_t *taken)
{
	size_t all = 0;
	uint64_t last = 0;

	memset(taken, 0, PACKAGES * sizeof(*taken));
	list_sort(list);
	for (size_t i = 0; i < list->n; i++) {
		const struct item *const item = &list->items[i];
		const char *const s = list->text.s + item->at;
		const size_t n = chars_in(s, item->len);

		if ((i > 0 && item->hash == last) || all + n > most ||
		    taken[item->package] + n > share)
			continue;
		last = item->hash;
		taken[item->package] += n;
		all += n;
		fwrite(s, 1, item->len, file);
		putc('\n', file);
	}
	if (fclose(file) != 0)
		texts_die("a file of the texts", strerror(errno));
	return all;
}

void
texts_write(const char *dir)
{
	static size_t text[PACKAGES], words[PACKAGES];
	static struct texts_words english_words;
	struct list *const english =
	    &lists[TEXTS_LINES][texts_language_find("en", 2)];
	FILE *const report = file_create(dir, "REPORT", "");
	const char *code;

	list_sort(english);
	words_count(&english_words, english);
	fprintf(report, "# language, characters of text, of words, packages of "
	    "text, of words: characters of each\n");
	for (unsigned i = 0; (code = texts_language_code(i)) != NULL; i++) {
		if (texts_language_near_english((int)i))
			list_drop_english(&lists[TEXTS_LINES][i], english,
			    &english_words);
		const size_t n = list_write(&lists[TEXTS_LINES][i],
		    file_create(dir, code, ".txt"), LINES_SHARE, SIZE_MAX,
		    text);
		const size_t n_words = list_write(&lists[TEXTS_WORDS][i],
		    file_create(dir, code, ".words"), WORDS_SHARE, WORDS_MAX,
		    words);
		fprintf(report, "%s\t%zu\t%zu", code, n, n_words);
		report_packages(report, text);
		report_packages(report, words);
		putc('\n', report);
	}
	fprintf(report, "# excluded lines met: %zu\n", n_dropped);
	if (fclose(report) != 0)
		texts_die("REPORT", strerror(errno));
}
