/*
 * guess_damage.h - lines that lose characters, and what is guessed of them
 *
 *	für l’eau  ->  f\uFFFDr l\uFFFDeau, f?r l?eau, f??r l???eau
 */
#ifndef GUESS_DAMAGE_H
#define GUESS_DAMAGE_H

#include <stdio.h>

#include "check.h"
#include "model/model.h"
#include "repair/passes.h"

#define DAMAGE_MAX 4096 /* bytes of a line */
#define FOREIGN_APART 5 /* of letters of other scripts, one of so many */

enum damage {
	DAMAGE_REPLACED, /* U+FFFD for the character */
	DAMAGE_BYTES,    /* and for each of its bytes */
	DAMAGE_ASKED,    /* `?` for the character */
	DAMAGE_MARKS,    /* and for each of its bytes */
	DAMAGE_LEAD,     /* `â??`, as UTF-8 leaves it, for signs */
	DAMAGE_N
};

/* One edit, or none, where a character was lost. */
struct damage_seen {
	enum damage damage;
	uint32_t c, got;     /* 0: left */
	const char *rule;
	int margin;
	unsigned confidence;
};

struct damage_spot {
	size_t at, len;
	uint32_t c;
};

static inline bool
damage_letter(uint32_t c)
{
	return ug_glyph_is_letter(ug_glyph_of(c));
}

/* Does a character of the line get lost?  U+2019 stands for U+0027 in words. */
static inline uint32_t
damage_lost(struct ug_text text, size_t start, size_t end, uint32_t c,
    enum damage damage, size_t n)
{
	const struct ug_glyph glyph = ug_glyph_of(c);
	size_t at = start, next = end;

	if (damage == DAMAGE_LEAD && c != '\'')
		return c >= 0x2010 && c <= 0x203A ? c : 0;
	if (c >= 0x80)
		return glyph.script <= UG_LATIN || (damage != DAMAGE_ASKED &&
		    damage != DAMAGE_MARKS && n % FOREIGN_APART == 0) ?
		    c : 0;
	return c == '\'' && start > 0 && end < text.len &&
	    damage_letter(ug_text_prev(text, &at)) &&
	    damage_letter(ug_text_next(text, &next)) ? 0x2019 : 0;
}

/* Write the line with its losses; returns how many spots there are. */
static inline size_t
damage_do(struct ug_text text, enum damage damage, struct ug_buf *out,
    struct damage_spot *spots)
{
	const bool asked = damage == DAMAGE_ASKED || damage == DAMAGE_MARKS;
	const struct ug_text mark = asked ? UG_TEXT("?") : UG_TEXT("\uFFFD");
	size_t n = 0, n_foreign = 0;

	out->len = 0;
	for (size_t at = 0; at < text.len; ) {
		const size_t start = at;
		const uint32_t c = ug_text_next(text, &at);
		const uint32_t lost = damage_lost(text, start, at, c,
		    damage, n_foreign);
		char bytes[4];
		const size_t times = damage == DAMAGE_BYTES ||
		    damage == DAMAGE_MARKS ? ug_put_char(lost, bytes) : 1;

		n_foreign += ug_glyph_of(c).script > UG_LATIN;
		if (lost == 0) {
			CHECK("damage", ug_buf_add(out, text.s + start,
			    at - start) == UNGARBLE_OK);
			continue;
		}
		spots[n++] = (struct damage_spot){ out->len,
			times * mark.len, lost };
		if (damage == DAMAGE_LEAD) {
			spots[n - 1].len = 4;
			CHECK("damage", ug_buf_add(out, "â??", 4) ==
			    UNGARBLE_OK);
			continue;
		}
		for (size_t i = 0; i < times; i++)
			CHECK("damage", ug_buf_add(out, mark.s, mark.len) ==
			    UNGARBLE_OK);
	}
	return n;
}

/* Damage a line, let the pass guess, and tell of each spot and other edit. */
static inline void
damage_run(struct ug_text text, enum damage damage, unsigned confidence,
    void (*tell)(const struct damage_seen *seen, void *user), void *user)
{
	struct damage_spot spots[DAMAGE_MAX];
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .encoding = "UTF-8",
		.confidence = confidence, .scratch = &scratch };
	struct ug_edits edits;
	size_t n, e = 0;

	if (text.len >= DAMAGE_MAX)
		return;
	n = damage_do(text, damage, &out, spots);
	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("damage", ug_pass_guess.find(&scope,
	    (struct ug_text){ out.s, out.len }, &edits) == UNGARBLE_OK);
	for (size_t i = 0; i < n; i++) {
		struct damage_seen seen = { .damage = damage, .c = spots[i].c };

		if (e < edits.n && edits.v[e].at < spots[i].at + spots[i].len) {
			const struct ug_edit *const edit = &edits.v[e++];
			size_t at = 0;

			seen.got = ug_text_next(ug_edit_after(&edits, edit),
			    &at);
			if (edit->at != spots[i].at ||
			    edit->len != spots[i].len)
				seen.got = 0xFFFD;
			seen.rule = edit->rule;
			seen.margin = edit->margin;
			seen.confidence = edit->confidence;
		}
		tell(&seen, user);
	}
	ug_edits_free(&edits);
	ug_buf_free(&out);
	ug_arena_free(&scratch);
}

#endif /* GUESS_DAMAGE_H */
