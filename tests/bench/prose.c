/*
 * prose.c - text that reads as text, as much as is asked for, never the same
 *
 *	prose [-m PERCENT] [-e ENCODING] GRAMMAR LANGUAGES KIB
 *
 * Puts sentences together as GRAMMAR tells (prose.txt) and those to documents:
 * paragraphs on a line, wrapped, or a sentence on each line.  LANGUAGES, "de fr",
 * take turns by the document; "-" are random bytes.  -m: so many of a hundred
 * lines are mojibake, UTF-8 that was read in ENCODING (windows-1252), a
 * single-byte one; KIB is what it was before.  The same arguments print the same text everywhere.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "detect/encode.h"
#include "random.h"

#define SLOTS 500 /* rows of a grammar, at most */
#define COLUMNS 72

/* A row: text between tabs, alternatives between bars. */
struct slot {
	char *language, *name, **texts;
	size_t n_texts;
};

struct prose {
	struct slot slots[SLOTS];
	size_t n_slots;
	struct ug_buf grammar;
	const char *language; /* of this document */
	uint64_t seed;
	unsigned mojibake;    /* per cent */
	const struct ug_encoding *reader;
	struct ug_buf document, line;
};

static void
fail(const char *what)
{
	fprintf(stderr, "prose: %s\n", what);
	exit(2);
}

static size_t
below(struct prose *prose, size_t n)
{
	return random_next(&prose->seed) % n;
}

/* ---- the grammar */

static void
slot_add(struct slot *slot, char *texts)
{
	char *save;

	for (; (texts = strtok_r(texts, "|", &save)) != NULL; texts = NULL) {
		slot->texts = realloc(slot->texts,
		    (slot->n_texts + 1) * sizeof(*slot->texts));
		if (slot->texts == NULL)
			fail("no memory");
		slot->texts[slot->n_texts++] = texts;
	}
}

/* That slot of that language, or NULL. */
static struct slot *
slot_of(struct prose *prose, const char *language, const char *name,
    size_t len)
{
	struct slot *slot = prose->slots;

	for (; slot < prose->slots + prose->n_slots; slot++) {
		if (strncmp(slot->name, name, len) == 0 &&
		    slot->name[len] == '\0' &&
		    strcmp(slot->language, language) == 0)
			return slot;
	}
	return NULL;
}

static void
row_read(struct prose *prose, char *row)
{
	char *save;
	char *const language = strtok_r(row, "\t", &save);
	char *const name = strtok_r(NULL, "\t", &save);
	char *const texts = strtok_r(NULL, "\t", &save);
	struct slot *slot;

	if (row[0] == '#')
		return;
	if (texts == NULL || prose->n_slots == SLOTS)
		fail("a row of the grammar is not language, slot, texts");
	slot = slot_of(prose, language, name, strlen(name));
	if (slot == NULL) {
		slot = &prose->slots[prose->n_slots++];
		slot->language = language;
		slot->name = name;
	}
	slot_add(slot, texts);
}

static void
grammar_read(struct prose *prose, const char *path)
{
	FILE *const file = fopen(path, "r");
	char part[4096], *row, *save;
	size_t n;

	if (file == NULL)
		fail("the grammar cannot be read");
	while ((n = fread(part, 1, sizeof(part), file)) > 0)
		encode_add(&prose->grammar, part, n);
	encode_add(&prose->grammar, "", 1);
	fclose(file);
	row = strtok_r(prose->grammar.s, "\n", &save);
	for (; row != NULL; row = strtok_r(NULL, "\n", &save))
		row_read(prose, row);
}

/* ---- sentences */

/* Make the character at s a capital: of ASCII, Latin-1, Russian. */
static void
capital(char *s)
{
	unsigned char *const at = (unsigned char *)s;

	if (at[0] >= 'a' && at[0] <= 'z') {
		at[0] ^= 0x20;
	} else if (at[0] == 0xC3 && at[1] >= 0xA0) {
		at[1] ^= 0x20;
	} else if (at[0] == 0xD0 && at[1] >= 0xB0) {
		at[1] ^= 0x20;
	} else if (at[0] == 0xD1 && at[1] <= 0x8F) {
		at[0] = 0xD0;
		at[1] ^= 0x20;
	}
}

static void
expand(struct prose *prose, const char *name, size_t len, struct ug_buf *out)
{
	const struct slot *slot = slot_of(prose, prose->language, name, len);
	const char *text, *open, *close;
	size_t start;
	bool up;

	if (slot == NULL)
		slot = slot_of(prose, "any", name, len);
	if (slot == NULL)
		fail(name);
	text = slot->texts[below(prose, slot->n_texts)];
	for (; (open = strchr(text, '{')) != NULL; text = close + 1) {
		close = strchr(open, '}');
		if (close == NULL)
			fail(open);
		encode_add(out, text, (size_t)(open - text));
		up = open[1] == '^';
		start = out->len;
		open += 1 + up;
		expand(prose, open, (size_t)(close - open), out);
		if (up)
			capital(out->s + start);
	}
	encode_add(out, text, strlen(text));
}

/* ---- documents */

/* Put line ends for spaces where a line from `start` would be too long. */
static void
wrap(struct ug_buf *text, size_t start)
{
	size_t i, columns = 0, space = 0;

	for (i = start; i < text->len; i++) {
		columns += ((unsigned char)text->s[i] & 0xC0) != 0x80;
		if (columns > COLUMNS && space != 0) {
			text->s[space] = '\n';
			i = space;
			columns = space = 0;
		} else if (text->s[i] == ' ') {
			space = i;
		}
	}
}

static void
document_make(struct prose *prose)
{
	const size_t style = below(prose, 10);
	const bool wrapped = style < 3, sentences_apart = style == 3;
	const bool spaced = slot_of(prose, prose->language, "unspaced", 8) ==
	    NULL;
	struct ug_buf *const text = &prose->document;
	size_t paragraphs = 10 + below(prose, 40), sentences, start;

	text->len = 0;
	expand(prose, "h", 1, text);
	encode_add(text, "\n\n", 2);
	for (; paragraphs > 0; paragraphs--) {
		start = text->len;
		for (sentences = 1 + below(prose, 6); sentences > 0;
		    sentences--) {
			expand(prose, "s", 1, text);
			if (sentences > 1 && sentences_apart)
				encode_add(text, "\n", 1);
			else if (sentences > 1 && spaced)
				encode_add(text, " ", 1);
		}
		if (wrapped)
			wrap(text, start);
		encode_add(text, "\n\n", 2);
	}
}

/* Append what a line is to who reads it in prose->reader. */
static void
misread(const struct prose *prose, const char *s, size_t len,
    struct ug_buf *out)
{
	for (; len > 0; s++, len--) {
		const unsigned char byte = (unsigned char)*s;
		const uint32_t c = ug_single_byte(prose->reader, byte);

		encode_put(out, c == UG_UNDEFINED ? byte : c);
	}
}

/* Write a document, some of its lines misread. */
static void
document_write(struct prose *prose)
{
	const char *s = prose->document.s, *end = s + prose->document.len;
	const char *line_end;

	prose->line.len = 0;
	for (; s < end; s = line_end + 1) {
		line_end = memchr(s, '\n', (size_t)(end - s));
		if (below(prose, 100) < prose->mojibake)
			misread(prose, s, (size_t)(line_end - s), &prose->line);
		else
			encode_add(&prose->line, s, (size_t)(line_end - s));
		encode_add(&prose->line, "\n", 1);
	}
	fwrite(prose->line.s, 1, prose->line.len, stdout);
}

static void
prose_write(struct prose *prose, const char *languages, size_t len)
{
	char names[100], *save, *name = NULL;
	size_t done = 0;

	while (done < len) {
		if (name == NULL) {
			snprintf(names, sizeof(names), "%s", languages);
			name = strtok_r(names, " ", &save);
		}
		prose->language = name;
		document_make(prose);
		document_write(prose);
		done += prose->document.len;
		name = strtok_r(NULL, " ", &save);
	}
}

static void
noise_write(struct prose *prose, size_t len)
{
	for (; len > 0; len--)
		putchar((int)(below(prose, 1 << 20) >> 12));
}

int
main(int argc, char *argv[])
{
	static struct prose prose = {
		.seed = 1,
		.reader = &ug_windows_1252,
		.grammar = { .alloc = &ug_alloc_libc },
		.document = { .alloc = &ug_alloc_libc },
		.line = { .alloc = &ug_alloc_libc }
	};
	size_t len;
	int c;

	while ((c = getopt(argc, argv, "m:e:")) != -1) {
		if (c == 'm')
			prose.mojibake = (unsigned)atoi(optarg);
		else if (c == 'e')
			prose.reader = ug_encoding_by_label(optarg,
			    strlen(optarg));
		else
			return 2;
	}
	if (argc - optind != 3 || prose.reader == NULL ||
	    prose.reader->upper == NULL)
		fail("[-m PERCENT] [-e ENCODING] GRAMMAR LANGUAGES KIB");
	grammar_read(&prose, argv[optind]);
	len = (size_t)atoi(argv[optind + 2]) << 10;
	if (strcmp(argv[optind + 1], "-") == 0)
		noise_write(&prose, len);
	else
		prose_write(&prose, argv[optind + 1], len);
	return fflush(stdout) != 0 || ferror(stdout);
}
