/*
 * pages_train.c - the glyph of each code point, in pages of 256
 *
 * Pages that are alike are written once, and so are glyphs.
 */
#include <string.h>

#include "counts_train.h"
#include "model_train.h"
#include "out_train.h"

#define PAGE    256
#define N_PAGES (TRAIN_BMP / PAGE)

static struct ug_glyph known[TRAIN_BMP];
static size_t n_known;

static size_t
known_number(struct ug_glyph glyph)
{
	size_t i = 0;

	while (i < n_known && memcmp(&known[i], &glyph, sizeof(glyph)) != 0)
		i++;
	if (i == n_known)
		known[n_known++] = glyph;
	return i;
}

void
train_write_pages(void)
{
	static unsigned short pages[N_PAGES][PAGE];
	size_t n_pages = 0;

	train_section(UG_BLOB_PAGES);
	for (uint32_t p = 0; p < N_PAGES; p++) {
		size_t i = 0;

		for (uint32_t c = 0; c < PAGE; c++) {
			struct ug_glyph glyph = train_glyphs[p * PAGE + c];

			/* These are told by their range. */
			if (glyph.class == UG_IDEOGRAPH)
				glyph.symbol = 0;
			else if (glyph.script != UG_NO_SCRIPT)
				glyph.symbol = train_numbers_of(glyph);
			pages[n_pages][c] =
			    (unsigned short)known_number(glyph);
		}
		while (memcmp(pages[i], pages[n_pages], sizeof(*pages)) != 0)
			i++;
		n_pages += i == n_pages;
		train_put8((unsigned)i);
	}
	train_section(UG_BLOB_PAGE);
	for (size_t i = 0; i < n_pages * PAGE; i++)
		train_put16(pages[i / PAGE][i % PAGE]);
	train_section(UG_BLOB_GLYPHS);
	for (size_t i = 0; i < n_known; i++) {
		train_put8(known[i].class);
		train_put8(known[i].script);
		train_put16(known[i].symbol);
	}
	fprintf(stderr, "glyphs %zu pages %zu signs %zu\n", n_known, n_pages,
	    train_n_signs);
}
