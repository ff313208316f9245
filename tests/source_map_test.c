/*
 * source_map_test.c - the map against a model that knows each byte's source
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "source_map.h"
#include "stream/harness.h"

#define TEXT_MAX 4096

/* The input bytes that each byte of the text stands for. */
struct model {
	uint64_t from[TEXT_MAX], to[TEXT_MAX];
	size_t len;
};

static void
model_add(struct model *m, uint64_t in_at, size_t in_len, size_t text_len,
    bool verbatim)
{
	for (size_t i = 0; i < text_len; i++) {
		m->from[m->len] = verbatim ? in_at + i : in_at;
		m->to[m->len] = verbatim ? in_at + i + 1 : in_at + in_len;
		m->len++;
	}
}

static uint64_t
make(struct ug_map *map, struct model *model, uint64_t *seed)
{
	uint64_t in_at = 1000;

	for (size_t i = 0, n = (size_t)(random_next(seed) % 12); i <= n; i++) {
		const bool verbatim = random_next(seed) % 2 == 0;
		const size_t len = (size_t)(random_next(seed) % 9) + 1;
		const size_t text_len = verbatim ? len :
		    (size_t)(random_next(seed) % 4);

		CHECK("add", ug_map_add(map, in_at, len, text_len, verbatim) ==
		    UNGARBLE_OK);
		model_add(model, in_at, len, text_len, verbatim);
		in_at += len;
	}
	return in_at;
}

static void
check_model(const char *name, const struct ug_map *map,
    const struct model *model, uint64_t in_end)
{
	uint64_t in_at = 1000;
	size_t at = 0;

	for (size_t i = 0; i < map->n; i++) {
		CHECK(name, map->runs[i].in_at == in_at);
		CHECK(name, map->runs[i].text_at == at);
		in_at += map->runs[i].in_len;
		at += map->runs[i].text_len;
	}
	CHECK(name, in_at == in_end);
	CHECK(name, at == model->len);
	for (at = 0; at < model->len; at++) {
		uint64_t source, len;
		size_t back, back_len;

		ug_map_source(map, at, 1, &source, &len);
		/* Never less than the byte's own source. */
		CHECK(name, source <= model->from[at]);
		CHECK(name, source + len >= model->to[at]);
		ug_map_text(map, source, len, &back, &back_len);
		CHECK(name, back <= at && at < back + back_len);
	}
}

/* Edits at random places; the model follows. */
static void
change(struct ug_edits *edits, const struct model *old, struct model *new,
    uint64_t *seed)
{
	size_t done = 0;

	new->len = 0;
	for (size_t at = (size_t)(random_next(seed) % 5); at <= old->len;
	    at += 1 + (size_t)(random_next(seed) % 9)) {
		const size_t room = old->len - at;
		size_t len = (size_t)(random_next(seed) % 5);
		const size_t put = (size_t)(random_next(seed) % 4);

		if (len > room)
			len = room;
		if (at < done || (len == 0 && put == 0))
			continue;
		CHECK("edit", ug_edits_add(edits, at, len,
		    (struct ug_text){ "xyz", put }, "test", 90) ==
		    UNGARBLE_OK);
		memcpy(new->from + new->len, old->from + done,
		    (at - done) * sizeof(*old->from));
		memcpy(new->to + new->len, old->to + done,
		    (at - done) * sizeof(*old->to));
		new->len += at - done;
		if (len > 0)
			for (size_t i = 0; i < put; i++) {
				new->from[new->len] = old->from[at];
				new->to[new->len++] = old->to[at + len - 1];
			}
		else
			for (size_t i = 0; i < put; i++) {
				new->from[new->len] = ~(uint64_t)0;
				new->to[new->len++] = 0;
			}
		done = at + len;
		at = done;
	}
	memcpy(new->from + new->len, old->from + done,
	    (old->len - done) * sizeof(*old->from));
	memcpy(new->to + new->len, old->to + done,
	    (old->len - done) * sizeof(*old->to));
	new->len += old->len - done;
}

int
main(int argc, char *argv[])
{
	static struct model models[2];
	struct ug_map maps[2];
	struct ug_edits edits;
	uint64_t seed = 5;

	(void)argc;
	ug_map_init(&maps[0], &ug_alloc_libc);
	ug_map_init(&maps[1], &ug_alloc_libc);
	ug_edits_init(&edits, &ug_alloc_libc);
	for (int i = 0; i < 3000; i++) {
		ug_map_clear(&maps[0]);
		models[0].len = 0;

		const uint64_t end = make(&maps[0], &models[0], &seed);

		check_model("made", &maps[0], &models[0], end);
		for (int step = 0; step < 3; step++) {
			const int a = step % 2, b = 1 - a;

			ug_edits_clear(&edits);
			change(&edits, &models[a], &models[b], &seed);
			CHECK("edit", ug_map_edit(&maps[a], &edits, &maps[b])
			    == UNGARBLE_OK);
			check_model("edited", &maps[b], &models[b], end);
		}
	}
	ug_map_free(&maps[0]);
	ug_map_free(&maps[1]);
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
