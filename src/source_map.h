/*
 * source_map.h - which bytes of the input a piece of text stands for
 *
 * A map is a list of runs that follow one another in the text and in the input.
 * A verbatim run has the same length in both, byte for byte; any other run
 * stands as a whole for its bytes of input:
 *
 *	input  c a f E9 sp t h E9      text  c a f C3 A9 sp t h C3 A9
 *	runs   (3 verbatim) (2 for 1) (3 verbatim) (2 for 1)
 */
#ifndef UG_SOURCE_MAP_H
#define UG_SOURCE_MAP_H

#include "edit.h"

struct ug_run {
	uint64_t in_at;     /* byte of the stream */
	uint32_t in_len, text_at, text_len;
	bool verbatim;
};

struct ug_map {
	struct ug_run *runs;
	size_t n, cap;
	const struct ug_alloc *alloc;
};

void ug_map_init(struct ug_map *map, const struct ug_alloc *alloc);
void ug_map_clear(struct ug_map *map);
void ug_map_free(struct ug_map *map);

/*
 * Add the next run: in_len bytes of input at in_at, which follow those mapped
 * so far, that text_len bytes of text stand for.  Verbatim runs
 * that meet become one.  ENOMEM.
 */
UG_CHECK enum ungarble_err ug_map_add(struct ug_map *map, uint64_t in_at,
    size_t in_len, size_t text_len, bool verbatim);

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

/* Append `more`, the map of the text that follows.  ENOMEM. */
UG_CHECK enum ungarble_err ug_map_join(struct ug_map *map,
    const struct ug_map *more);

#endif /* UG_SOURCE_MAP_H */
