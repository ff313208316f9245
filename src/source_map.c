/*
 * source_map.c - which bytes of the input a piece of text stands for
 */
#include "source_map.h"

#include <assert.h>

/* Pieces and passages are a hundred kilobytes at most. */
#define RUN_MAX ((size_t)1 << 31)

void
ug_map_init(struct ug_map *map, const struct ug_alloc *alloc)
{
	*map = (struct ug_map){ .alloc = alloc };
}

void
ug_map_clear(struct ug_map *map)
{
	map->n = 0;
}

void
ug_map_free(struct ug_map *map)
{
	ug_release(map->alloc, map->runs);
	ug_map_init(map, map->alloc);
}

/* Where the next run starts in the text. */
static size_t
map_text_end(const struct ug_map *map)
{
	if (map->n == 0)
		return 0;
	return map->runs[map->n - 1].text_at + map->runs[map->n - 1].text_len;
}

/* Where it starts in the input; 0 for an empty map. */
static uint64_t
map_in_end(const struct ug_map *map)
{
	if (map->n == 0)
		return 0;
	return map->runs[map->n - 1].in_at + map->runs[map->n - 1].in_len;
}

enum ungarble_err
ug_map_add(struct ug_map *map, uint64_t in_at, size_t in_len, size_t text_len,
    bool verbatim)
{
	assert(map->n == 0 || in_at == map_in_end(map));
	assert(in_len <= RUN_MAX && text_len <= RUN_MAX - map_text_end(map));
	if (in_len == 0 && text_len == 0)
		return UNGARBLE_OK;
	if (verbatim && map->n > 0 && map->runs[map->n - 1].verbatim) {
		map->runs[map->n - 1].in_len += (uint32_t)in_len;
		map->runs[map->n - 1].text_len += (uint32_t)text_len;
		return UNGARBLE_OK;
	}

	const enum ungarble_err err = ug_reserve(map->alloc, &map->runs, &map->cap,
	    map->n + 1, sizeof(*map->runs));

	if (err != UNGARBLE_OK)
		return err;
	map->runs[map->n] = (struct ug_run){
		.in_at = in_at,
		.in_len = (uint32_t)in_len,
		.text_at = (uint32_t)map_text_end(map),
		.text_len = (uint32_t)text_len,
		.verbatim = verbatim,
	};
	map->n++;
	return UNGARBLE_OK;
}

/* The first run that ends behind text offset `at`, or map->n. */
static size_t
map_run_of_text(const struct ug_map *map, size_t at)
{
	size_t low = 0, high = map->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		const struct ug_run *const run = &map->runs[mid];

		if (run->text_at + run->text_len > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

/* The byte of input at which the text's offset `at` starts. */
static uint64_t
map_source_start(const struct ug_map *map, size_t at)
{
	const size_t i = map_run_of_text(map, at);

	if (i == map->n)
		return map_in_end(map);
	if (map->runs[i].verbatim && at > map->runs[i].text_at)
		return map->runs[i].in_at + (at - map->runs[i].text_at);
	return map->runs[i].in_at;
}

/* The byte of input behind the one that text offset `at` > 0 ends with. */
static uint64_t
map_source_end(const struct ug_map *map, size_t at)
{
	const struct ug_run *const run = &map->runs[map_run_of_text(map,
	    at - 1)];

	return run->in_at + (run->verbatim ? at - run->text_at : run->in_len);
}

void
ug_map_source(const struct ug_map *map, size_t at, size_t len, uint64_t *in_at,
    uint64_t *in_len)
{
	*in_at = map_source_start(map, at);
	*in_len = len == 0 ? 0 : map_source_end(map, at + len) - *in_at;
}

/*
 * The first run that ends behind byte `in_at` of the input, or that stands at
 * it for no input at all; or map->n.
 */
static size_t
map_run_of_source(const struct ug_map *map, uint64_t in_at)
{
	size_t low = 0, high = map->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;
		const struct ug_run *const run = &map->runs[mid];
		const bool behind = run->in_len > 0 ?
		    run->in_at + run->in_len > in_at : run->in_at >= in_at;

		if (behind)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

void
ug_map_text(const struct ug_map *map, uint64_t in_at, uint64_t in_len,
    size_t *at, size_t *len)
{
	const uint64_t in_end = in_at + in_len;
	size_t i = map_run_of_source(map, in_at);

	if (i == map->n) {
		*at = map_text_end(map);
		*len = 0;
		return;
	}

	const struct ug_run *run = &map->runs[i];
	size_t end;

	*at = end = run->text_at;
	if (run->verbatim && in_at > run->in_at)
		*at = end = run->text_at + (size_t)(in_at - run->in_at);
	for (; i < map->n; i++) {
		run = &map->runs[i];
		if (run->in_at > in_end || (run->in_at == in_end &&
		    (run->in_len > 0 || in_len > 0)))
			break;
		if (run->verbatim && run->in_at + run->in_len > in_end)
			end = run->text_at + (size_t)(in_end - run->in_at);
		else
			end = run->text_at + run->text_len;
	}
	*len = end > *at ? end - *at : 0;
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
		const struct ug_run *const run = &map->runs[*i];
		const size_t run_end = run->text_at + run->text_len;
		const bool empty = run->text_len == 0;

		if (run_end < from || (run_end == from && !empty))
			continue;
		if (run->text_at == to && !empty)
			break;

		const size_t start = from > run->text_at ? from : run->text_at;
		const size_t end = to < run_end ? to : run_end;
		enum ungarble_err err;

		if (run->verbatim)
			err = ug_map_add(out,
			    run->in_at + (start - run->text_at), end - start,
			    end - start, true);
		else
			err = ug_map_add(out, run->in_at, run->in_len,
			    run->text_len, false);
		if (err != UNGARBLE_OK)
			return err;
		if (end < run_end)
			break;
	}
	return UNGARBLE_OK;
}

/*
 * Widen text [*at, *end) to whole runs where it cuts into one that stands as a
 * whole.
 */
static void
map_widen(const struct ug_map *map, size_t *at, size_t *end)
{
	const size_t first = map_run_of_text(map, *at);

	if (*at == *end && first < map->n && map->runs[first].text_at == *at)
		return;
	if (first < map->n && !map->runs[first].verbatim)
		*at = map->runs[first].text_at;
	if (*end > *at) {
		const size_t last = map_run_of_text(map, *end - 1);

		if (!map->runs[last].verbatim) {
			*end = map->runs[last].text_at +
			    map->runs[last].text_len;
		}
	}
}

enum ungarble_err
ug_map_edit(const struct ug_map *map, const struct ug_edits *edits,
    struct ug_map *out)
{
	const size_t text_end = map_text_end(map);
	size_t done = 0, run = 0;

	ug_map_clear(out);
	for (size_t i = 0; i < edits->n;) {
		size_t at = edits->v[i].at, end = at + edits->v[i].len;
		size_t grown = edits->v[i].after_len - edits->v[i].len;

		map_widen(map, &at, &end);
		/* Edits inside one whole run are one change of it. */
		for (i++; i < edits->n && edits->v[i].at < end; i++) {
			size_t next = edits->v[i].at;
			size_t next_end = next + edits->v[i].len;

			map_widen(map, &next, &next_end);
			if (next_end > end)
				end = next_end;
			grown += edits->v[i].after_len - edits->v[i].len;
		}
		assert(at >= done);

		enum ungarble_err err = map_copy(map, done, at, &run, out);

		if (err != UNGARBLE_OK)
			return err;

		uint64_t in_at, in_len;

		ug_map_source(map, at, end - at, &in_at, &in_len);
		err = ug_map_add(out, in_at, (size_t)in_len, end - at + grown,
		    false);
		if (err != UNGARBLE_OK)
			return err;
		done = end;
	}
	return map_copy(map, done, text_end, &run, out);
}

enum ungarble_err
ug_map_join(struct ug_map *map, const struct ug_map *more)
{
	for (size_t i = 0; i < more->n; i++) {
		const enum ungarble_err err = ug_map_add(map,
		    more->runs[i].in_at, more->runs[i].in_len,
		    more->runs[i].text_len, more->runs[i].verbatim);

		if (err != UNGARBLE_OK)
			return err;
	}
	return UNGARBLE_OK;
}
