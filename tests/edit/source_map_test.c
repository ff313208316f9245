/*
 * source_map_test.c - the map against a model that knows each byte's source
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "edit/source_map.h"
#include "random.h"
#include "stream/harness.h"

#define TEXT_MAX 4096

/* The input bytes that each byte of the text stands for. */
struct model {
	uint64_t from[TEXT_MAX], to[TEXT_MAX];
	unsigned unit[TEXT_MAX];    /* that it is of */
	bool touched[TEXT_MAX];     /* an edit cut into that */
	size_t len;
	unsigned n_units;
};

static void
model_add(struct model *m, uint64_t in_at, size_t in_len, size_t text_len)
{
	for (size_t i = 0; i < text_len; i++) {
		m->from[m->len] = in_at;
		m->to[m->len] = in_at + in_len;
		m->unit[m->len] = m->n_units;
		m->touched[m->len++] = false;
	}
	m->n_units++;
}

static uint64_t
make(struct ug_map *map, struct model *model, uint64_t *seed)
{
	uint64_t in_at = 1000;

	for (size_t i = 0, n = (size_t)(random_next(seed) % 12); i <= n; i++) {
		const bool whole = random_next(seed) % 3 == 0;
		const size_t len = (size_t)(random_next(seed) % 9) + 1;
		const size_t text_len = (size_t)(random_next(seed) % 4);
		const unsigned unit = (unsigned)(random_next(seed) % 3) + 1;
		const unsigned text = (unsigned)(random_next(seed) % 4) + 1;

		if (whole) {
			CHECK("add", ug_map_add(map, in_at, len, text_len) ==
			    UNGARBLE_OK);
			model_add(model, in_at, len, text_len);
			in_at += len;
			continue;
		}
		CHECK("add", ug_map_add_units(map, in_at, len, unit, text) ==
		    UNGARBLE_OK);
		for (size_t j = 0; j < len; j++, in_at += unit)
			model_add(model, in_at, unit, text);
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
		in_at += ug_run_in_len(map, i);
		at += ug_run_text_len(map, i);
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
		/* And no more where nothing was changed. */
		CHECK(name, model->touched[at] ||
		    (source == model->from[at] &&
			source + len == model->to[at]));
		ug_map_text(map, source, len, &back, &back_len);
		CHECK(name, back <= at && at < back + back_len);
		if (model->touched[at])
			continue;
		/* One byte of a unit brings all of its text. */
		ug_map_text(map, source, 1, &back, &back_len);
		CHECK(name, back <= at && at < back + back_len);
	}
}

/* Append bytes [from, to) of the old model. */
static void
model_copy(struct model *new, const struct model *old, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++, new->len++) {
		new->from[new->len] = old->from[i];
		new->to[new->len] = old->to[i];
		new->unit[new->len] = old->unit[i];
		new->touched[new->len] = old->touched[i];
	}
}

/* Append `put` bytes that stand for all that old [at, at + len) does. */
static void
model_put(struct model *new, const struct model *old, size_t at, size_t len,
    size_t put)
{
	for (size_t i = 0; i < put; i++, new->len++) {
		new->from[new->len] = len > 0 ? old->from[at] : ~(uint64_t)0;
		new->to[new->len] = len > 0 ? old->to[at + len - 1] : 0;
		new->unit[new->len] = new->n_units;
		new->touched[new->len] = true;
	}
	new->n_units++;
}

/* Mark the units that an edit of [at, at + len) takes from or cuts. */
static void
model_touch(struct model *m, size_t at, size_t len)
{
	const size_t end = at + len;
	const bool cut = at > 0 && at < m->len &&
	    m->unit[at - 1] == m->unit[at];

	for (size_t i = 0; i < m->len; i++)
		if ((len > 0 && m->unit[i] >= m->unit[at] &&
			m->unit[i] <= m->unit[end - 1]) ||
		    (cut && m->unit[i] == m->unit[at]))
			m->touched[i] = true;
}

/* Edits at random places; the model follows. */
static void
change(struct ug_edits *edits, struct model *old, struct model *new,
    uint64_t *seed)
{
	size_t done = 0;

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
		model_touch(old, at, len);
		at += len;
		done = at;
	}
	new->len = 0;
	new->n_units = 0;
	done = 0;
	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_edit *const e = &edits->v[i];

		model_copy(new, old, done, e->at);
		model_put(new, old, e->at, e->len, e->after_len);
		done = e->at + e->len;
	}
	model_copy(new, old, done, old->len);
	/* Units are counted in order, or they could not be compared. */
	for (size_t i = 0, n = 0; i < new->len; i++) {
		const bool same = i + 1 < new->len && new->unit[i + 1] ==
		    new->unit[i] && new->touched[i + 1] == new->touched[i];

		new->unit[i] = (unsigned)n;
		n += !same;
	}
}

/* Add the characters of a text; where their input ends. */
static uint64_t
model_text(struct model *m, uint64_t in_at, struct ug_text text, unsigned wide)
{
	for (size_t at = 0; at < text.len;) {
		const size_t len = ug_char_len((unsigned char)text.s[at]);
		const unsigned unit = len > 1 ? wide : 1;

		model_add(m, in_at, unit, len);
		in_at += unit;
		at += len;
	}
	return in_at;
}

/* A map that is deferred says what it would have said at once. */
static void
check_deferred(unsigned wide)
{
	static const struct ug_text words[] = { UG_LIT("a"), UG_LIT("\u00E9"),
		UG_LIT("\u65E5\u672C"), UG_LIT(" = "), UG_LIT("\u0434a") };
	static char s[256];
	struct ug_text text = { s, 0 };
	struct ug_map maps[2];
	struct model model = { .len = 0 };
	uint64_t in_at = 1000, seed = wide;

	ug_map_init(&maps[0], &ug_alloc_libc);
	ug_map_init(&maps[1], &ug_alloc_libc);
	while (text.len < sizeof(s) - 8) {
		const struct ug_text word = words[random_next(&seed) % 5];

		memcpy(s + text.len, word.s, word.len);
		text.len += word.len;
	}
	in_at = model_text(&model, in_at, text, wide);
	ug_map_defer(&maps[0], 1000, text.len, wide);
	CHECK("join", ug_map_join(&maps[1], &maps[0], text) == UNGARBLE_OK);
	check_model("deferred, joined", &maps[1], &model, in_at);
	ug_map_clear(&maps[1]);
	CHECK("settle", ug_map_settle(&maps[0], text) == UNGARBLE_OK);
	check_model("settled", &maps[0], &model, in_at);
	CHECK("settle", ug_map_settle(&maps[0], text) == UNGARBLE_OK);
	check_model("settled twice", &maps[0], &model, in_at);
	CHECK("join", ug_map_join(&maps[1], &maps[0], text) == UNGARBLE_OK);
	check_model("joined", &maps[1], &model, in_at);
	ug_map_clear(&maps[0]);
	CHECK("add", ug_map_add_text(&maps[0], in_at, text, wide) ==
	    UNGARBLE_OK);
	in_at = model_text(&model, in_at, text, wide);
	CHECK("join", ug_map_join(&maps[1], &maps[0], text) == UNGARBLE_OK);
	check_model("joined twice", &maps[1], &model, in_at);
	ug_map_free(&maps[0]);
	ug_map_free(&maps[1]);
}

/* A map of plain text, joined of two, is one run; edits of it follow. */
static void
check_plain(uint64_t seed)
{
	static const char s[] = "A line of text,\nand one more of them.";
	static struct model models[2];
	const struct ug_text text = UG_LIT(s);
	const size_t half = (size_t)(random_next(&seed) % sizeof(s));
	struct ug_map maps[3];
	struct ug_edits edits;
	uint64_t end;

	for (int i = 0; i < 3; i++)
		ug_map_init(&maps[i], &ug_alloc_libc);
	ug_edits_init(&edits, &ug_alloc_libc);
	models[0].len = models[0].n_units = 0;
	end = model_text(&models[0], 1000, text, 1);
	CHECK("add", ug_map_add_units(&maps[0], 1000, half, 1, 1) ==
	    UNGARBLE_OK && ug_map_add_units(&maps[1], 1000 + half,
	    text.len - half, 1, 1) == UNGARBLE_OK);
	CHECK("join", ug_map_join(&maps[0], &maps[1], ug_text_part(text, half,
	    text.len - half)) == UNGARBLE_OK);
	CHECK("one run", ug_map_is_plain(&maps[0]));
	check_model("plain", &maps[0], &models[0], end);
	change(&edits, &models[0], &models[1], &seed);
	CHECK("edit", ug_map_edit(&maps[0], &edits, &maps[2]) == UNGARBLE_OK);
	check_model("plain, edited", &maps[2], &models[1], end);
	for (int i = 0; i < 3; i++)
		ug_map_free(&maps[i]);
	ug_edits_free(&edits);
}

/* In parts, cut where units start, a map is what it was. */
static void
check_parts(const struct ug_map *map, const struct model *model,
    uint64_t in_end, uint64_t *seed)
{
	struct ug_map parts;
	uint64_t done = 1000;

	ug_map_init(&parts, &ug_alloc_libc);
	for (size_t i = 0; i < map->n; i++) {
		const struct ug_run *const run = &map->runs[i];
		const uint64_t n = run->in_unit == 0 ? 1 :
		    ug_run_in_len(map, i) / run->in_unit;
		const uint64_t cut = run->in_at + random_next(seed) % n *
		    run->in_unit;

		CHECK("part", ug_map_add_part(&parts, map, done, cut) ==
		    UNGARBLE_OK);
		CHECK("part", parts.in_end == cut || parts.n == 0);
		done = cut;
	}
	CHECK("part", ug_map_add_part(&parts, map, done, in_end) ==
	    UNGARBLE_OK);
	CHECK("parts", parts.in_end == in_end && parts.text_end ==
	    model->len);
	for (size_t i = 0; i < model->len; i++) {
		uint64_t in_at, in_len;

		ug_map_source(&parts, i, 1, &in_at, &in_len);
		CHECK("parts", in_at == model->from[i] && in_at + in_len ==
		    model->to[i]);
	}
	ug_map_free(&parts);
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
		models[0].n_units = 0;

		const uint64_t end = make(&maps[0], &models[0], &seed);

		check_model("made", &maps[0], &models[0], end);
		check_parts(&maps[0], &models[0], end, &seed);
		for (int step = 0; step < 3; step++) {
			const int a = step % 2, b = 1 - a;

			ug_edits_clear(&edits);
			change(&edits, &models[a], &models[b], &seed);
			CHECK("edit", ug_map_edit(&maps[a], &edits, &maps[b])
			    == UNGARBLE_OK);
			check_model("edited", &maps[b], &models[b], end);
		}
	}
	check_deferred(1);
	check_deferred(2);
	for (uint64_t i = 0; i < 500; i++)
		check_plain(i);
	ug_map_free(&maps[0]);
	ug_map_free(&maps[1]);
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
