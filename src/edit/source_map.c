/*
 * source_map.c - which bytes of the input a piece of text stands for
 */
#include "source_map.h"

#include "base/least.h"

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
	map->in_end = 0;
	map->text_end = 0;
	map->deferred = 0;
}

void
ug_map_free(struct ug_map *map)
{
	ug_release(map->alloc, map->runs);
	ug_map_init(map, map->alloc);
}

/* The place of the next run, with room for n of them; NULL: no memory. */
static struct ug_run *
map_room(struct ug_map *map, size_t n)
{
	if (map->cap - map->n < n && ug_reserve(map->alloc, &map->runs,
	    &map->cap, map->n + n, sizeof(*map->runs)) != UNGARBLE_OK)
		return NULL;
	return map->runs + map->n;
}

/* Add a run of those units, which go on to the ends that are given. */
static enum ungarble_err
map_append(struct ug_map *map, uint64_t in_at, unsigned in_unit,
    unsigned text_unit)
{
	struct ug_run *const run = map_room(map, 1);

	if (run == NULL)
		return UNGARBLE_ENOMEM;
	run->in_at = in_at;
	run->text_at = (uint32_t)map->text_end;
	run->in_unit = (uint8_t)in_unit;
	run->text_unit = (uint8_t)text_unit;
	map->n++;
	return UNGARBLE_OK;
}

enum ungarble_err
ug_map_add(struct ug_map *map, uint64_t in_at, size_t in_len, size_t text_len)
{
	assert(map->deferred == 0);
	assert(map->n == 0 || in_at == map->in_end);
	assert(in_len <= RUN_MAX && text_len <= RUN_MAX - map->text_end);
	if (in_len == 0 && text_len == 0)
		return UNGARBLE_OK;

	const enum ungarble_err err = map_append(map, in_at, 0, 0);

	if (err == UNGARBLE_OK) {
		map->in_end = in_at + in_len;
		map->text_end += text_len;
	}
	return err;
}

enum ungarble_err
ug_map_start_units(struct ug_map *map, uint64_t in_at, size_t n,
    unsigned in_unit, unsigned text_unit)
{
	assert(map->deferred == 0);
	assert(map->n == 0 || in_at == map->in_end);
	assert(in_unit > 0 && in_unit <= UINT8_MAX);
	assert(text_unit > 0 && text_unit <= UINT8_MAX);
	assert(n <= (RUN_MAX - map->text_end) / UINT8_MAX);
	if (n == 0)
		return UNGARBLE_OK;

	const enum ungarble_err err = map_append(map, in_at, in_unit,
	    text_unit);

	if (err == UNGARBLE_OK) {
		map->in_end = in_at + n * in_unit;
		map->text_end += n * text_unit;
	}
	return err;
}

enum ungarble_err
ug_map_add_text(struct ug_map *map, uint64_t in_at, struct ug_text text,
    unsigned wide)
{
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t at = 0; at < text.len && err == UNGARBLE_OK;) {
		const size_t len = ug_char_len((unsigned char)text.s[at]);
		const unsigned unit = len == 1 ? 1 : wide;
		size_t n = 0;

		do {
			n++;
			at += len;
		} while (at < text.len &&
		    ug_char_len((unsigned char)text.s[at]) == len);
		err = ug_map_add_units(map, in_at, n, unit, (unsigned)len);
		in_at += n * unit;
	}
	return err;
}

void
ug_map_defer(struct ug_map *map, uint64_t in_at, size_t text_len,
    unsigned wide)
{
	assert(map->n == 0 && map->deferred == 0 && wide > 0);
	assert(text_len <= RUN_MAX);
	map->text_end = text_len;
	map->deferred = wide;
	map->deferred_at = in_at;
}

enum ungarble_err
ug_map_settle(struct ug_map *map, struct ug_text text)
{
	const unsigned wide = map->deferred;

	if (wide == 0)
		return UNGARBLE_OK;
	assert(text.len == map->text_end);
	ug_map_clear(map);
	return ug_map_add_text(map, map->deferred_at, text, wide);
}

/* Where the i-th run ends. */
static uint64_t
map_in_end(const struct ug_map *map, size_t i)
{
	return map->runs[i].in_at + ug_run_in_len(map, i);
}

static size_t
map_text_end(const struct ug_map *map, size_t i)
{
	return map->runs[i].text_at + ug_run_text_len(map, i);
}

size_t
ug_map_run_of_text(const struct ug_map *map, size_t at)
{
	size_t low = 0, high = map->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;

		if (map_text_end(map, mid) > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

/* The byte of input at which what text offset `at` is in starts. */
static uint64_t
map_source_start(const struct ug_map *map, size_t at)
{
	const size_t i = ug_map_run_of_text(map, at);

	if (i == map->n)
		return map->in_end;

	const struct ug_run *const run = &map->runs[i];

	if (run->in_unit == 0)
		return run->in_at;
	return run->in_at + (at - run->text_at) / run->text_unit * run->in_unit;
}

/* The byte of input behind the one that text offset `at` > 0 ends with. */
static uint64_t
map_source_end(const struct ug_map *map, size_t at)
{
	const size_t i = ug_map_run_of_text(map, at - 1);
	const struct ug_run *const run = &map->runs[i];

	if (run->in_unit == 0)
		return map_in_end(map, i);
	return run->in_at +
	    ((at - 1 - run->text_at) / run->text_unit + 1) * run->in_unit;
}

void
ug_map_source(const struct ug_map *map, size_t at, size_t len, uint64_t *in_at,
    uint64_t *in_len)
{
	assert(map->deferred == 0);
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
		const bool behind = ug_run_in_len(map, mid) > 0 ?
		    map_in_end(map, mid) > in_at :
		    map->runs[mid].in_at >= in_at;

		if (behind)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}

/* Where what stands for byte `in_at` of the i-th run starts in the text. */
static size_t
map_text_start(const struct ug_map *map, size_t i, uint64_t in_at)
{
	const struct ug_run *const run = &map->runs[i];

	if (run->in_unit == 0 || in_at <= run->in_at)
		return run->text_at;
	return run->text_at +
	    (size_t)(in_at - run->in_at) / run->in_unit * run->text_unit;
}

/* Where what stands for its bytes before `in_at` ends. */
static size_t
map_text_stop(const struct ug_map *map, size_t i, uint64_t in_at)
{
	const struct ug_run *const run = &map->runs[i];

	if (run->in_unit == 0 || in_at >= map_in_end(map, i))
		return map_text_end(map, i);
	return run->text_at + (size_t)(in_at - run->in_at + run->in_unit - 1) /
	    run->in_unit * run->text_unit;
}

void
ug_map_text(const struct ug_map *map, uint64_t in_at, uint64_t in_len,
    size_t *at, size_t *len)
{
	const uint64_t in_end = in_at + in_len;
	size_t i, end = map->text_end;

	assert(map->deferred == 0);
	if (ug_map_is_plain(map) && in_len > 0 && in_at >= map->runs->in_at &&
	    in_end <= map->in_end) {
		*at = (size_t)(in_at - map->runs->in_at);
		*len = (size_t)in_len;
		return;
	}
	i = map_run_of_source(map, in_at);
	*at = i < map->n ? map_text_start(map, i, in_at) : end;
	for (end = *at; i < map->n; i++) {
		const struct ug_run *const run = &map->runs[i];

		if (run->in_at > in_end || (run->in_at == in_end &&
		    (in_len > 0 || ug_run_in_len(map, i) > 0)))
			break;
		end = map_text_stop(map, i, in_end);
	}
	*len = end > *at ? end - *at : 0;
}

enum ungarble_err
ug_map_edit_plain(const struct ug_map *map, const struct ug_edits *edits,
    struct ug_map *out)
{
	const uint64_t in_at = map->runs->in_at;
	struct ug_run *run = map_room(out, 2 * edits->n + 1);
	size_t done = 0, text_end = 0;

	assert(out->n == 0 && out->deferred == 0 && ug_map_is_plain(map));
	if (run == NULL)
		return UNGARBLE_ENOMEM;
	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_edit *const e = &edits->v[i];

		assert(e->at >= done && e->len + e->after_len > 0);
		if (e->at > done)
			*run++ = (struct ug_run){ in_at + done,
				(uint32_t)text_end, 1, 1 };
		text_end += e->at - done;
		*run++ = (struct ug_run){ in_at + e->at, (uint32_t)text_end,
			0, 0 };
		text_end += e->after_len;
		done = e->at + e->len;
	}
	if (map->text_end > done)
		*run++ = (struct ug_run){ in_at + done, (uint32_t)text_end, 1,
			1 };
	out->n = (size_t)(run - out->runs);
	out->in_end = map->in_end;
	out->text_end = text_end + map->text_end - done;
	assert(out->text_end <= RUN_MAX);
	return UNGARBLE_OK;
}

/* Whether two runs that meet are one. */
static bool
map_same_units(const struct ug_run *a, const struct ug_run *b)
{
	return a->in_unit > 0 && a->in_unit == b->in_unit &&
	    a->text_unit == b->text_unit;
}

enum ungarble_err
ug_map_add_part(struct ug_map *map, const struct ug_map *from, uint64_t in_at,
    uint64_t in_end)
{
	enum ungarble_err err = UNGARBLE_OK;

	assert(from->deferred == 0);
	for (size_t i = map_run_of_source(from, in_at); i < from->n &&
	    from->runs[i].in_at < in_end && err == UNGARBLE_OK; i++) {
		const struct ug_run *const run = &from->runs[i];
		const uint64_t end = map_in_end(from, i);
		const uint64_t start = UG_MAX(run->in_at, in_at);
		const uint64_t len = UG_MIN(end, in_end) - start;

		err = run->in_unit == 0 ? ug_map_add(map, start, (size_t)len,
		    ug_run_text_len(from, i)) : ug_map_add_units(map, start,
		    (size_t)len / run->in_unit, run->in_unit, run->text_unit);
	}
	return err;
}

enum ungarble_err
ug_map_join(struct ug_map *map, const struct ug_map *more, struct ug_text text)
{
	const size_t shift = map->text_end;
	size_t i;

	assert(map->deferred == 0);
	assert(more->text_end == text.len && text.len <= RUN_MAX - shift);
	if (more->deferred > 0)
		return ug_map_add_text(map, more->deferred_at, text,
		    more->deferred);
	if (more->n == 0)
		return UNGARBLE_OK;
	assert(map->n == 0 || map->in_end == more->runs[0].in_at);

	struct ug_run *const runs = map_room(map, more->n);

	if (runs == NULL)
		return UNGARBLE_ENOMEM;
	/* The first may go on what the last one is. */
	i = map->n > 0 && map_same_units(&runs[-1], more->runs);
	map->n += more->n - i;
	for (struct ug_run *run = runs; i < more->n; i++, run++) {
		*run = more->runs[i];
		run->text_at += (uint32_t)shift;
	}
	map->in_end = more->in_end;
	map->text_end += more->text_end;
	return UNGARBLE_OK;
}
