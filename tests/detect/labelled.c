/*
 * labelled.c - a corpus of labelled inputs, and how many are read right
 *
 * Right is what decodes to the same text, a leading mark aside: that of the
 * corpus, or what the library itself reads by the label of the truth.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "labelled.h"
#include "encode.h"

enum column { HASH, TEXT, CORPUS, KIND, TRUTH, CANON, FAMILY, N_COLUMNS };

struct row {
	char columns[N_COLUMNS][80];
};

struct group {
	char name[80];
	unsigned n, right;
};

struct labelled {
	const char *dir;
	labelled_ask *ask;
	struct group groups[200];
	size_t n_groups;
	struct ug_buf bytes, text, back;
};

static bool
file_read(const char *dir, const char *part, const char *name,
    const char *end, struct ug_buf *out)
{
	char path[1024], block[65536];
	FILE *file;
	size_t n;

	out->len = 0;
	snprintf(path, sizeof(path), "%s/%s/%s%s", dir, part, name, end);
	file = fopen(path, "rb");
	if (file == NULL)
		return false;
	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		encode_add(out, block, n);
	fclose(file);
	return true;
}

static bool
row_parse(const char *line, struct row *row)
{
	for (int i = 0; i < N_COLUMNS; i++) {
		const size_t len = strcspn(line, "\t\n");

		if (len >= sizeof(row->columns[i]) || line[len] != '\t')
			return false;
		memcpy(row->columns[i], line, len);
		row->columns[i][len] = '\0';
		line += len + 1;
	}
	return true;
}

static struct ug_text
text_of(const struct ug_buf *buf)
{
	const size_t mark = buf->len >= 3 &&
	    memcmp(buf->s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	return (struct ug_text){ buf->s + mark, buf->len - mark };
}

/* What the label of the truth names, euc_jp as EUC-JP; NULL: not known. */
static const struct ug_encoding *
row_truth(const struct row *row)
{
	char label[sizeof(row->columns[TRUTH])];

	memcpy(label, row->columns[TRUTH], sizeof(label));
	for (char *s = label; (s = strchr(s, '_')) != NULL;)
		*s = '-';
	return ug_encoding_by_label(label, strlen(label));
}

static bool
row_right(struct labelled *all, const struct row *row,
    const struct ug_encoding *found)
{
	const struct ug_encoding *const meant = row_truth(row);
	const unsigned char *const bytes = (unsigned char *)all->bytes.s;

	if (strcmp(row->columns[CANON], "none") == 0)
		return found == &ug_binary;
	if (found == &ug_binary)
		return false;
	encode_back(found, bytes, all->bytes.len, &all->back);
	if (file_read(all->dir, "t", row->columns[TEXT], ".txt", &all->text) &&
	    ug_text_equal(text_of(&all->text), text_of(&all->back)))
		return true;
	if (meant == NULL)
		return false;
	encode_back(meant, bytes, all->bytes.len, &all->text);
	return ug_text_equal(text_of(&all->text), text_of(&all->back));
}

static void
group_count(struct labelled *all, const char *name, bool right)
{
	size_t i = 0;

	while (i < all->n_groups && strcmp(all->groups[i].name, name) != 0)
		i++;
	if (i == sizeof(all->groups) / sizeof(*all->groups))
		abort();
	if (i == all->n_groups)
		strncat(all->groups[all->n_groups++].name, name, 79);
	all->groups[i].n++;
	all->groups[i].right += right;
}

static void
row_count(struct labelled *all, const struct row *row,
    const struct ug_encoding *found, enum labelled_how how)
{
	const bool right = row_right(all, row, found);
	char name[80];

	if (!right && how == LABELLED_WRONG)
		printf("%s\t%s\t%s\t%s\n", row->columns[HASH],
		    row->columns[KIND], row->columns[TRUTH], found->name);
	group_count(all, row->columns[KIND], right);
	if (strcmp(row->columns[KIND], "line") == 0) {
		snprintf(name, sizeof(name), "line, %.60s",
		    strcmp(row->columns[CORPUS], "indep") == 0 ?
		    "independent" : "public");
		group_count(all, name, right);
	}
	snprintf(name, sizeof(name), "%.20s, %.40s", row->columns[KIND],
	    row->columns[FAMILY]);
	group_count(all, name, right);
}

static int
group_compare(const void *a, const void *b)
{
	return strcmp(((const struct group *)a)->name,
	    ((const struct group *)b)->name);
}

static void
groups_print(struct labelled *all)
{
	qsort(all->groups, all->n_groups, sizeof(*all->groups), group_compare);
	for (size_t i = 0; i < all->n_groups; i++)
		printf("%-24s %6u %6.2f %%\n", all->groups[i].name,
		    all->groups[i].n,
		    100.0 * all->groups[i].right / all->groups[i].n);
}

bool
labelled_score(const char *dir, labelled_ask *ask, enum labelled_how how)
{
	struct ug_buf none = { .alloc = &ug_alloc_libc };
	struct labelled all = { .dir = dir, .ask = ask, .bytes = none,
		.text = none, .back = none };
	char path[1024], line[4096];
	struct row row;
	FILE *manifest;

	snprintf(path, sizeof(path), "%s/manifest.tsv", dir);
	manifest = fopen(path, "r");
	if (manifest == NULL)
		return false;
	while (fgets(line, sizeof(line), manifest) != NULL) {
		const struct ug_encoding *found;

		if (!row_parse(line, &row) || !file_read(dir, "f",
		    row.columns[HASH], "", &all.bytes))
			continue;
		found = ask((unsigned char *)all.bytes.s, all.bytes.len);
		if (how == LABELLED_LIST)
			printf("%s\t%s\n", row.columns[HASH], found->name);
		else
			row_count(&all, &row, found, how);
	}
	fclose(manifest);
	groups_print(&all);
	ug_buf_free(&all.bytes);
	ug_buf_free(&all.text);
	ug_buf_free(&all.back);
	return true;
}
