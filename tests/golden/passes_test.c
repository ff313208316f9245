/*
 * passes_test.c - what each pass of marks finds in lines near those of near.tsv
 *
 * Each by itself, whatever others make of the line, with and without what it
 * may know of lines before; and what a glance at the line says.
 */
#include "digest.h"

#include "edit/memory.h"
#include "marks/glance.h"
#include "near.h"
#include "repair/passes.h"

#define VARIANTS 40

/* What a row knows. */
struct known {
	struct ug_scope scope;
	struct ug_memory *memory;
};

static void
add_edits(uint64_t *digest, const struct ug_edits *edits)
{
	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_edit *const edit = &edits->v[i];
		const struct ug_text after = ug_edit_after(edits, edit);

		digest_add(digest, edit->at);
		digest_add(digest, edit->len);
		digest_add_bytes(digest, after.s, after.len);
		digest_add_bytes(digest, edit->rule, strlen(edit->rule));
		digest_add(digest, edit->confidence);
		digest_add(digest, edit->sure);
	}
	digest_add(digest, edits->swayed);
	for (size_t i = 0; i < edits->n_notes; i++) {
		digest_add_bytes(digest, edits->notes[i].kind,
		    strlen(edits->notes[i].kind));
		digest_add(digest, edits->notes[i].key);
	}
}

/* Let the pass look at a text, and remember what it notes. */
static size_t
look(struct known *known, const struct ug_pass *pass, struct ug_text text,
    uint64_t *digest)
{
	struct ug_edits edits;
	size_t n;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK(pass->fix.name, ug_pass_find(pass, &known->scope, text,
	    &edits) == UNGARBLE_OK);
	CHECK(pass->fix.name, ug_edits_good(&edits, text));
	add_edits(digest, &edits);
	for (size_t i = 0; i < edits.n_notes && known->memory != NULL; i++)
		CHECK("memory", ug_memory_add(known->memory,
		    edits.notes[i].kind, edits.notes[i].key) == UNGARBLE_OK);
	n = edits.n;
	ug_edits_free(&edits);
	ug_arena_reset(known->scope.scratch);
	return n;
}

/* A line, now and then with the next one or two behind it. */
static void
make_text(struct bytes *text, size_t i, uint64_t *seed)
{
	struct bytes line = { 0 }, other = { 0 };
	uint64_t more = random_next(seed) % 8;

	text->len = 0;
	do {
		near_vary(&line, &other, &near_lines[i], random_next(seed) % 3,
		    seed);
		bytes_add(text, line.s, line.len);
		bytes_string(text, more < 3 && more > 0 ? " " : "\n");
	} while (more < 3 && more-- > 0 && ++i < near_n_lines);
	bytes_free(&line);
	bytes_free(&other);
}

static uint64_t
digest_of(const struct ug_pass *pass, bool remembers, size_t *n_edits)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct known known = { .scope = { .encoding = "UTF-8",
		.confidence = 1, .scratch = &scratch } };
	struct bytes text = { 0 }, last = { 0 };
	uint64_t digest = 0, seed = 77;

	if (remembers)
		CHECK("memory", ug_memory_new(&known.memory, &ug_alloc_libc) ==
		    UNGARBLE_OK);
	known.scope.memory = known.memory;
	for (size_t i = 0; i < VARIANTS * near_n_lines; i++) {
		struct bytes swap;

		if (strcmp(near_lines[i % near_n_lines].group, "marks") != 0)
			continue;
		make_text(&text, i % near_n_lines, &seed);
		known.scope.before = (struct ug_text){ last.s, last.len };
		known.scope.after = i % 5 == 0 ? UG_TEXT(". . And") :
		    i % 5 == 1 ? UG_TEXT("he said. \"") : UG_TEXT("");
		known.scope.round = i % 7 == 0;
		known.scope.changed = i % 11 == 0;
		*n_edits += look(&known, pass, (struct ug_text){ text.s,
		    text.len }, &digest);
		digest_add(&digest, ug_glance((struct ug_text){ text.s,
		    text.len }));
		swap = last;
		last = text;
		text = swap;
	}
	bytes_free(&text);
	bytes_free(&last);
	ug_memory_free(known.memory);
	ug_arena_free(&scratch);
	return digest;
}

static const struct {
	const char *name;
	uint64_t digest, alone; /* it remembers what it notes; it does not */
} rows[] = {
	{ "split-entities", UINT64_C(0x26F539E19C6A7F9B),
	  UINT64_C(0x26F539E19C6A7F9B) },
	{ "floating-stops", UINT64_C(0x77D4624E2216A269),
	  UINT64_C(0xB90089E2196A02DB) },
	{ "doubled-fragments", UINT64_C(0x0B76DDA29790B557),
	  UINT64_C(0x8EA02F8EEFC9F097) },
	{ "guillemets", UINT64_C(0x757BD1BD2C268855),
	  UINT64_C(0x757BD1BD2C268855) },
	{ "blanked-marks", UINT64_C(0x00B24A6A25516384),
	  UINT64_C(0x3F28373383E1545B) },
	{ "possessives", UINT64_C(0x920BCD268FA2AC65),
	  UINT64_C(0xF2F50EA70823B973) },
	{ "lost-quotes", UINT64_C(0xC9B80426489C193C),
	  UINT64_C(0x4152B63CD36E3913) },
	{ "stray-quotes", UINT64_C(0x9A776117E20D4436),
	  UINT64_C(0x3241A41A12973FCC) },
};

#define N_ROWS (sizeof(rows) / sizeof(*rows))

int
main(int argc, char *argv[])
{
	size_t n = 0;

	(void)argc;
	near_read();
	for (size_t i = 0; ug_passes[i] != NULL; i++) {
		const struct ug_pass *const pass = ug_passes[i];
		size_t n_edits = 0;

		if (strcmp(pass->fix.group, "marks") != 0)
			continue;
		if (!CHECK(pass->fix.name, n < N_ROWS &&
		    strcmp(rows[n].name, pass->fix.name) == 0))
			break;
		digest_check(pass->fix.name, digest_of(pass, true, &n_edits),
		    rows[n].digest);
		digest_check(pass->fix.name, digest_of(pass, false, &n_edits),
		    rows[n].alone);
		CHECK(pass->fix.name, n_edits > 10 * VARIANTS);
		n++;
	}
	CHECK("all of them", n == N_ROWS);
	return check_done(argv[0]);
}
