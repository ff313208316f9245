/*
 * watch_texts.c - many short texts, each watched as if it were alone
 *
 *	It rained. | He mentioned it. | It rained again.
 *	-            by itself          -
 *
 * Their words are read in a row, as those of one text.  The first two of each
 * follow none, so they are noted anyhow, and without the words before.  Where a
 * phrase may be cut short at the end of a line a closer look is taken at the
 * text by itself.
 */
#include "watch_find.h"
#include "watch_state.h"

/* The text at hand, and how far the part is taken that is read. */
struct texts {
	struct ug_watch watch;
	bool noted;      /* it is calm no more */
	bool words;      /* the line has some */
	bool closer;     /* a closer look is due */
	unsigned sights;
	size_t n;        /* words of the text that were taken */
	size_t n_part;   /* and of the part */
	size_t n_hits;
};

static void
text_start(struct texts *t)
{
	if (t->noted)
		ug_watch_calm(&t->watch);
	t->watch.n = 0;
	t->noted = t->words = t->closer = false;
	t->sights = 0;
	t->n = 0;
}

/*
 * Note the part's word `at`, the next one of the text.  Of what the filter does
 * not have nothing is known, as in read_filter() of watch_lanes.h.
 */
static void
text_note(struct texts *t, const struct ug_watch_part *part, size_t at)
{
	const uint32_t *const word = part->words + UG_WATCH_BEFORE + at;
	const uint32_t words[3] = { t->n >= 2 ? word[-2] : 0,
		t->n >= 1 ? word[-1] : 0, word[0] };
	const uint32_t pair = ug_watch_pair(words[1], words[2]);

	t->watch.n++;
	t->n++;
	if (!ug_watch_may_be(words[2]) && !ug_watch_may_be(pair) &&
	    !ug_watch_may_be(ug_watch_pair(ug_watch_pair(words[0], words[1]),
	    words[2])))
		return;
	t->sights |= ug_watch_note(&t->watch, words + 2);
	/* It counts from the last evidence on. */
	t->noted |= t->watch.n == 0;
}

/* Take words of the text, up to the part's word n. */
static void
text_words(struct texts *t, const struct ug_watch_part *part, size_t n)
{
	size_t at = t->n_part;

	t->words |= at < n;
	for (; at < n && t->n < 2; at++)
		text_note(t, part, at);
	for (; t->n_hits < part->n_hits && part->hits[t->n_hits] < n;
	    t->n_hits++) {
		const size_t hit = part->hits[t->n_hits];

		if (hit < at)
			continue;
		t->watch.n += (uint32_t)(hit - at);
		t->n += hit - at;
		text_note(t, part, hit);
		at = hit + 1;
	}
	t->watch.n += (uint32_t)(n - at);
	t->n += n - at;
	t->n_part = n;
}

/* A line of the text ends behind those words. */
static void
text_line(struct texts *t, const uint32_t *end)
{
	const uint32_t last = end[-1];
	const uint32_t pair = ug_watch_pair(t->n >= 2 ? end[-2] : 0, last);

	t->closer |= t->words &&
	    (ug_watch_may_be(ug_watch_pair(last, UG_WATCH_END)) ||
	    ug_watch_may_be(ug_watch_pair(pair, UG_WATCH_END)));
	t->words = false;
}

/* Whether anything is seen in the i-th text, which ends. */
static bool
text_shows(const struct texts *t, const struct ug_texts *texts, size_t i)
{
	const size_t start = i > 0 ? texts->ends[i - 1] : 0;
	size_t end = texts->ends[i];
	struct ug_watch_found found;
	struct ug_watch watch;

	if (t->sights != 0 || !t->closer)
		return t->sights != 0;
	if (texts->followed[i])
		end = ug_text_find(texts->all, end, UG_TEXT("\n")) + 1;
	ug_watch_calm(&watch);
	found = ug_watch_lines(&watch, ug_text_part(texts->all, start,
	    end - start));
	return found.sights != 0 && found.to <= texts->ends[i] - start;
}

/*
 * Take the part that was read: up to the end of the first text in which
 * anything is seen, if one ends in it.  *i is the text at hand.  Returns how
 * far, and whether anything was seen.
 */
static size_t
texts_part(struct texts *t, const struct ug_watch_part *part,
    const struct ug_texts *texts, size_t *i, bool *shows)
{
	const uint32_t *const words = part->words + UG_WATCH_BEFORE;

	t->n_part = t->n_hits = 0;
	for (size_t k = 0; k < part->n_lines; k++) {
		const struct ug_watch_line *const line = &part->lines[k];

		text_words(t, part, line->n);
		text_line(t, words + line->n);
		/* Of what is behind it nothing is known. */
		t->sights |= part->turn < line->end ? UG_WATCH_SIGN : 0;
		if (line->end < texts->ends[*i])
			continue;
		*shows = text_shows(t, texts, *i);
		if (*shows)
			return line->end;
		text_start(t);
		++*i;
	}
	text_words(t, part, part->n);
	t->sights |= part->turn < part->end ? UG_WATCH_SIGN : 0;
	memcpy(t->watch.last, words + part->n - UG_WATCH_BEFORE,
	    sizeof(t->watch.last));
	return part->end;
}

size_t
ug_watch_texts(const struct ug_texts *texts, size_t from)
{
	size_t at = from > 0 ? texts->ends[from - 1] : 0;
	struct texts t = { .noted = true };
	bool shows = false;

	text_start(&t);
	while (from < texts->n && !shows) {
		struct ug_watch_part part;

		ug_watch_read(&t.watch, &part, texts->all, at);
		at = texts_part(&t, &part, texts, &from, &shows);
	}
	return from;
}
