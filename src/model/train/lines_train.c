/*
 * lines_train.c - texts of the trainers, line by line
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "train.h"

#define NAME_LEN 4096

void *
train_grab(size_t n, size_t size)
{
	void *const room = calloc(n, size);

	if (room == NULL) {
		fprintf(stderr, "no memory\n");
		exit(1);
	}
	return room;
}

static bool
lines_open(struct train_lines *lines, const char *name)
{
	lines->in = fopen(name, "r");
	if (lines->in == NULL)
		fprintf(stderr, "%s: cannot be read\n", name);
	return lines->in != NULL;
}

bool
train_lines_open(struct train_lines *lines, const char *dir,
    const char *language, const char *kind)
{
	char name[NAME_LEN];

	snprintf(name, sizeof(name), "%s/%s.%s", dir, language, kind);
	return lines_open(lines, name);
}

void
train_lines_need(struct train_lines *lines, const char *name)
{
	if (!lines_open(lines, name))
		exit(1);
}

bool
train_lines_next(struct train_lines *lines)
{
	if (fgets(lines->line, TRAIN_LINE_MAX, lines->in) == NULL) {
		fclose(lines->in);
		return false;
	}
	lines->line[strcspn(lines->line, "\n")] = '\0';
	return true;
}

uint32_t
train_line_hash(const char *line)
{
	return ug_mix_down(ug_hash_32_bytes(UG_HASH_32, line, strlen(line)));
}
