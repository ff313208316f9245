/*
 * clean_train.h - prose out of pages, for the trainers
 */
#ifndef UG_CLEAN_TRAIN_H
#define UG_CLEAN_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum page_kind {
	PAGE_MARKDOWN,
	PAGE_MARKUP, /* HTML or XML; a line end is a space */
	PAGE_LINES,  /* a paragraph a line */
	PAGE_ARTICLES, /* those of a wiki, as WikiExtractor leaves them */
	PAGE_WRAPPED  /* no empty line between paragraphs: the last is short */
};

/* A paragraph that is being gathered, and where to. */
struct page_paragraph {
	FILE *out;
	size_t n;
	unsigned kept; /* paragraphs of this page that were written */
	bool code;     /* something of it was left out */
	bool any;      /* keep all, not new English prose alone */
	char s[16384];
};

void page_put(struct page_paragraph *paragraph, char c);

/* Write the paragraph if it is wanted; start the next one. */
void page_break(struct page_paragraph *paragraph);

/* Write an empty line if anything of this page was written. */
void page_end(struct page_paragraph *paragraph);

/* Write the prose of s[0..n), which ends in a NUL behind that. */
void page_read(const char *s, size_t n, enum page_kind kind,
    struct page_paragraph *paragraph);

#endif /* UG_CLEAN_TRAIN_H */
