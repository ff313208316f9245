/*
 * source_map_edit.c - the source map of a text that was edited
 *
 * What an edit puts in stands as a whole for the source of what it takes out,
 * and of the rest of any unit that it cuts into.  Other units stay as they are:
 *
 *	input  c E9 t E9     text  c C3 A9 t C3 A9    (1:1) (1:2) (1:1) (1:2)
 *	edit   t to "s"      text  c C3 A9 s C3 A9    (1:1) (1:2) whole (1:2)
 */
#include "base/least.h"
#include "source_map.h"

/* Copy the part of the i-th run that stands for text [start, end). */
static enum ungarble_err
map_copy_run(const struct ug_map *map, size_t i, size_t start, size_t end,
    struct ug_map *out)
{
	const struct ug_run *const run = &map->runs[i];

	if (run->in_unit == 0)
		return ug_map_add(out, run->in_at,
		    (size_t)ug_run_in_len(map, i), ug_run_text_len(map, i));
	return ug_map_add_units(out, run->in_at + (start - run->text_at) /
	    run->text_unit * run->in_unit, (end - start) / run->text_unit,
	    run->in_unit, run->text_unit);
}

/*
 * Copy the part of `map` that stands for text [from, to) behind what `out`
 * holds; runs for no text at all go with what follows them, but for those at
 * `to`.  *i is a run at or before the part's first, then one at its end.
 */
static enum ungarble_err
map_copy(const struct ug_map *map, size_t from, size_t to, size_t *i,
    struct ug_map *out)
{
	for (; *i < map->n && map->runs[*i].text_at <= to; ++*i) {
		const size_t run_at = map->runs[*i].text_at;
		const size_t run_end = run_at + ug_run_text_len(map, *i);
		const bool empty = run_at == run_end;

		if (run_end < from || (run_end == from && !empty))
			continue;
		if (run_at == to && !empty)
			break;

		const size_t start = UG_MAX(from, run_at);
		const size_t end = UG_MIN(to, run_end);
		const enum ungarble_err err = map_copy_run(map, *i, start, end,
		    out);

		if (err != UNGARBLE_OK)
			return err;
		if (end < run_end)
			break;
	}
	return UNGARBLE_OK;
}

/* The text [*start, *end) of the unit, or whole run, that offset `at` is in. */
static void
map_unit(const struct ug_map *map, size_t at, size_t *start, size_t *end)
{
	const size_t i = ug_map_run_of_text(map, at);
	const struct ug_run *const run = &map->runs[i];
	const size_t unit = run->in_unit > 0 ? run->text_unit :
	    ug_run_text_len(map, i);

	*start = unit == 1 ? at : at - (at - run->text_at) % unit;
	*end = *start + unit;
}

/*
 * Widen text [*at, *end) where it cuts into a unit, or a run that stands as a
 * whole.
 */
static void
map_widen(const struct ug_map *map, size_t *at, size_t *end)
{
	size_t start, unit_end;

	if (*at == map->text_end)
		return;
	map_unit(map, *at, at, &unit_end);
	if (*end > *at)
		map_unit(map, *end - 1, &start, end);
}

enum ungarble_err
ug_map_edit(const struct ug_map *map, const struct ug_edits *edits,
    struct ug_map *out)
{
	size_t done = 0, run = 0;

	assert(map->deferred == 0);
	ug_map_clear(out);
	if (ug_map_is_plain(map))
		return ug_map_edit_plain(map, edits, out);
	for (size_t i = 0; i < edits->n;) {
		size_t at = edits->v[i].at, end = at + edits->v[i].len;
		size_t grown = edits->v[i].after_len - edits->v[i].len;

		map_widen(map, &at, &end);
		/* Edits inside one whole run are one change of it. */
		for (i++; i < edits->n && edits->v[i].at < end; i++) {
			size_t next = edits->v[i].at;
			size_t next_end = next + edits->v[i].len;

			map_widen(map, &next, &next_end);
			end = UG_MAX(end, next_end);
			grown += edits->v[i].after_len - edits->v[i].len;
		}
		assert(at >= done);

		enum ungarble_err err = map_copy(map, done, at, &run, out);

		if (err != UNGARBLE_OK)
			return err;

		uint64_t in_at, in_len;

		ug_map_source(map, at, end - at, &in_at, &in_len);
		err = ug_map_add(out, in_at, (size_t)in_len, end - at + grown);
		if (err != UNGARBLE_OK)
			return err;
		done = end;
	}
	return map_copy(map, done, map->text_end, &run, out);
}
