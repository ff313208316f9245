/*
 * source_map.h - which bytes of the input a piece of text stands for
 *
 * A map is a list of runs that follow one another in the text and in the input.
 * A run is of units, each of so many bytes of input that so many bytes of text
 * stand for, or stands as a whole for its bytes of input, as an edit does:
 *
 *	input  c a f E9 sp t h E9     text  c a f C3 A9 sp t h C3 A9
 *	runs   (3 of 1:1) (1 of 1:2) (3 of 1:1) (1 of 1:2)
 *
 * What holds for a run of n units holds for n runs of one.
 */
#ifndef UG_SOURCE_MAP_H
#define UG_SOURCE_MAP_H

#include <assert.h>

#include "edit.h"

/* A run; it ends where the next one starts. */
struct ug_run {
	uint64_t in_at;               /* byte of the stream */
	uint32_t text_at;
	uint8_t in_unit, text_unit;   /* bytes of each; both 0: it is whole */
};

struct ug_map {
	struct ug_run *runs;          /* n of them */
	size_t n, cap;
	uint64_t in_end;              /* where the last one ends; 0: no runs */
	size_t text_end;
	unsigned deferred;            /* ug_map_defer()'s `wide`, and then */
	uint64_t deferred_at;         /* its in_at; or 0 */
	const struct ug_alloc *alloc;
};

void ug_map_init(struct ug_map *map, const struct ug_alloc *alloc);
void ug_map_clear(struct ug_map *map);
void ug_map_free(struct ug_map *map);

/*
 * Add the next run: in_len bytes of input at in_at, which follow those mapped
 * so far, that text_len bytes of text stand for as a whole.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_add(struct ug_map *map, uint64_t in_at,
    size_t in_len, size_t text_len);

/* What ug_map_add_units() does where the last run is of other units. */
UG_CHECK enum ungarble_err ug_map_start_units(struct ug_map *map,
    uint64_t in_at, size_t n, unsigned in_unit, unsigned text_unit);

/*
 * Add n units: in_unit bytes of input for text_unit bytes of text each, neither
 * of them 0.  Runs of the same units that meet become one.  ENOMEM.
 */
UG_CHECK static inline enum ungarble_err
ug_map_add_units(struct ug_map *map, uint64_t in_at, size_t n,
    unsigned in_unit, unsigned text_unit)
{
	if (map->n == 0 || map->runs[map->n - 1].in_unit != in_unit ||
	    map->runs[map->n - 1].text_unit != text_unit)
		return ug_map_start_units(map, in_at, n, in_unit, text_unit);
	assert(in_at == map->in_end);
	map->in_end += n * in_unit;
	map->text_end += n * text_unit;
	return UNGARBLE_OK;
}

/*
 * Add text of which each character stands for `wide` bytes of input, or if it
 * is ASCII for one.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_add_text(struct ug_map *map, uint64_t in_at,
    struct ug_text text, unsigned wide);

/*
 * The same in an empty map, but that no run is written before it is settled.
 * Until then it can only be settled, joined or cleared: most maps are never
 * asked for anything.
 */
void ug_map_defer(struct ug_map *map, uint64_t in_at, size_t text_len,
    unsigned wide);

/* Write the runs of such a map, of which `text` is the text.  ENOMEM. */
UG_CHECK enum ungarble_err ug_map_settle(struct ug_map *map,
    struct ug_text text);

/* Lengths of the i-th run. */
static inline uint64_t
ug_run_in_len(const struct ug_map *map, size_t i)
{
	return (i + 1 < map->n ? map->runs[i + 1].in_at : map->in_end) -
	    map->runs[i].in_at;
}

static inline size_t
ug_run_text_len(const struct ug_map *map, size_t i)
{
	return (i + 1 < map->n ? map->runs[i + 1].text_at : map->text_end) -
	    map->runs[i].text_at;
}

/* Whether each byte of the text stands for one of the input, as most do. */
static inline bool
ug_map_is_plain(const struct ug_map *map)
{
	return map->n == 1 && map->runs->in_unit == 1 &&
	    map->runs->text_unit == 1;
}

/* The first run that ends behind text offset `at`, or map->n. */
size_t ug_map_run_of_text(const struct ug_map *map, size_t at);

/* The bytes of input that text[at, at + len) stands for. */
void ug_map_source(const struct ug_map *map, size_t at, size_t len,
    uint64_t *in_at, uint64_t *in_len);

/* The text that stands for input [in_at, in_at + in_len). */
void ug_map_text(const struct ug_map *map, uint64_t in_at, uint64_t in_len,
    size_t *at, size_t *len);

/*
 * Keep the map true across edits to the text: *out is the map after them.
 * `out` is another map, emptied first.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_edit(const struct ug_map *map,
    const struct ug_edits *edits, struct ug_map *out);

/* The same where the map is plain: no edit cuts into a unit. */
UG_CHECK enum ungarble_err ug_map_edit_plain(const struct ug_map *map,
    const struct ug_edits *edits, struct ug_map *out);

/*
 * Append what `from` has of the input from in_at on, up to in_end: of whole
 * units, and runs that are whole.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_add_part(struct ug_map *map,
    const struct ug_map *from, uint64_t in_at, uint64_t in_end);

/*
 * Append `more`, the map of the text that follows, `text`: runs of the same
 * units that meet become one.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_join(struct ug_map *map,
    const struct ug_map *more, struct ug_text text);

#endif /* UG_SOURCE_MAP_H */
