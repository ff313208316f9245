/*
 * clean_train.c - prose out of pages, for the trainers
 *
 *	clean_train DIR <PAGES
 *
 * PAGES is what "git cat-file --batch" prints, with lines "NAME KIND" between:
 * the prose of the pages behind such a line goes to DIR/NAME.txt, a paragraph a
 * line and an empty line behind each page; KIND is one of clean_train.h's, with
 * a + behind it if all is wanted, not English prose alone.  Of that, a
 * paragraph that any page had before is left out, so the order matters.
 */
#include <stdlib.h>
#include <string.h>

#include "clean_train.h"

static char *page;
static size_t cap_page;

/* Read n bytes into page, a NUL behind them. */
static void
page_load(size_t n)
{
	if (n + 1 > cap_page) {
		cap_page = n + 1;
		page = realloc(page, cap_page);
		if (page == NULL)
			exit(2);
	}
	if (fread(page, 1, n, stdin) != n) {
		fprintf(stderr, "clean_train: the pages end early\n");
		exit(2);
	}
	page[n] = '\0';
}

static enum page_kind
page_kind(const char *name, bool *any)
{
	static const char *const names[] = { "markdown", "markup", "lines",
		"articles", "wrapped" };
	size_t n = strcspn(name, "+"), i;

	*any = name[n] == '+';
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == n && memcmp(name, names[i], n) == 0)
			return (enum page_kind)i;
	fprintf(stderr, "clean_train: no such kind: %s\n", name);
	exit(2);
}

static FILE *
page_output(const char *dir, const char *name, FILE *before)
{
	char path[4096];
	FILE *out;

	if (before != NULL && fclose(before) != 0)
		exit(2);
	snprintf(path, sizeof(path), "%s/%s.txt", dir, name);
	out = fopen(path, "ab");
	if (out == NULL) {
		fprintf(stderr, "clean_train: cannot write %s\n", path);
		exit(2);
	}
	return out;
}

int
main(int argc, char **argv)
{
	static struct page_paragraph paragraph;
	enum page_kind kind = PAGE_LINES;
	char line[256], name[128], word[128];
	size_t n;

	if (argc != 2) {
		fprintf(stderr, "usage: clean_train DIR <PAGES\n");
		return 2;
	}
	while (fgets(line, sizeof(line), stdin) != NULL) {
		if (sscanf(line, "%127s %127s %zu", name, word, &n) == 3 &&
		    strcmp(word, "blob") == 0 && paragraph.out != NULL) {
			page_load(n);
			page_read(page, n, kind, &paragraph);
			page_end(&paragraph);
		} else if (sscanf(line, "%127s %127s", name, word) == 2 &&
		    strcmp(word, "missing") != 0) {
			kind = page_kind(word, &paragraph.any);
			paragraph.out = page_output(argv[1], name,
			    paragraph.out);
		}
	}
	return fflush(NULL) != 0;
}
