/*
 * words_hold.c - what it costs that a record leaves as soon as it looks clean
 *
 *	words_hold FILE...
 *
 * Each FILE is spun text, or clean.  It is repaired line by line with the
 * low-water mark at several heights: `held` is the share of lines that waited
 * for what follows them, `edits` how many were made; the first row holds
 * everything and so finds all there is.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repair/pass.h"
#include "words/gate.h"

struct line {
	struct ug_text text;
	uint64_t first, end;
	bool clean;
};

struct tally {
	unsigned long lines, held, edits;
};

static void
give_up(const char *what)
{
	fprintf(stderr, "words_hold: %s\n", what);
	exit(2);
}

static char *
read_file(const char *name, size_t *len)
{
	FILE *f = fopen(name, "rb");
	size_t cap = 1 << 16, n;
	char *s = malloc(cap);

	*len = 0;
	if (f == NULL || s == NULL)
		give_up(name);
	while ((n = fread(s + *len, 1, cap - *len, f)) > 0) {
		*len += n;
		if (*len == cap && (s = realloc(s, cap *= 2)) == NULL)
			give_up("no memory");
	}
	fclose(f);
	return s;
}

static unsigned long
repair(const struct ug_spin *spin, const struct line *line, struct ug_text all)
{
	struct ug_arena arena = { .alloc = &ug_alloc_libc };
	size_t before = (size_t)(line->text.s - all.s);
	size_t after = all.len - before - line->text.len;
	struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90,
		.spin = spin, .first_token = line->first,
		.end_token = line->end, .scratch = &arena };
	struct ug_edits edits;
	unsigned long n;

	before = before < 1024 ? before : 1024;
	after = after < 1024 ? after : 1024;
	while (((unsigned char)line->text.s[-(ptrdiff_t)before] & 0xC0) == 0x80)
		before--;
	while (after > 0 && line->text.s + line->text.len + after <
	    all.s + all.len && ((unsigned char)line->text.s[line->text.len +
	    after] & 0xC0) == 0x80)
		after--;
	scope.before = (struct ug_text){ line->text.s - before, before };
	scope.after = (struct ug_text){ line->text.s + line->text.len, after };
	ug_edits_init(&edits, &ug_alloc_libc);
	if (ug_pass_words.find(&scope, line->text, &edits) != UNGARBLE_OK)
		give_up("no memory");
	n = edits.n;
	ug_edits_free(&edits);
	ug_arena_free(&arena);
	return n;
}

static void
run(struct ug_text all, int low_water, struct tally *tally)
{
	struct line *lines = calloc(all.len + 1, sizeof(*lines));
	struct ug_spin *spin = NULL;
	size_t n = 0, at, len, i;

	if (lines == NULL || ug_spin_new(&spin, &ug_alloc_libc) != UNGARBLE_OK)
		give_up("no memory");
	ug_spin_set_low_water(spin, low_water);
	for (at = 0; at < all.len; at += len, n++) {
		const char *end = memchr(all.s + at, '\n', all.len - at);

		len = end != NULL ? (size_t)(end - all.s) + 1 - at :
		    all.len - at;
		lines[n].text = ug_text_part(all, at, len);
		if (ug_spin_see(spin, lines[n].text, true, &lines[n].first,
		    &lines[n].end) != UNGARBLE_OK)
			give_up("no memory");
		lines[n].clean = ug_spin_clean(spin);
		tally->held += !lines[n].clean;
	}
	tally->lines += n;
	for (i = 0; i < n; i++)
		if (!lines[i].clean && ug_spin_open(spin, lines[i].first,
		    lines[i].end))
			tally->edits += repair(spin, &lines[i], all);
	ug_spin_free(spin);
	free(lines);
}

int
main(int argc, char **argv)
{
	static const int marks[] = { -1000000, -400, -100, 1, 50, 100, 150,
		300 };
	struct tally all = { 0, 0, 0 };
	size_t i, len;
	int k;

	printf("%10s %8s %8s %8s\n", "mark, nats", "held", "edits", "lost");
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		struct tally tally = { 0, 0, 0 };

		for (k = 1; k < argc; k++) {
			char *s = read_file(argv[k], &len);

			run((struct ug_text){ s, len }, marks[i], &tally);
			free(s);
		}
		if (i == 0)
			all = tally;
		printf("%10.2f %7.2f%% %8lu %7.2f%%\n", marks[i] / 100.0,
		    100.0 * (double)tally.held / (double)(tally.lines + 1),
		    tally.edits, 100.0 * (double)(all.edits - tally.edits) /
		    (double)(all.edits + !all.edits));
	}
	return 0;
}
