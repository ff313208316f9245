/*
 * damage.c - a line damaged by a plan, piece by piece
 */
#include "damage.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "detect/encode.h"
#include "random.h"
#include "stream/harness.h"

#define CHUNK 6 /* characters of a piece where there are no spaces */

const char *const damage_parts[DAMAGE_N_PARTS] = {
	"whole line", "one word", "some words", "half line"
};

const char *const damage_alters[DAMAGE_N_ALTERS] = {
	"", "U+00A0 to space", "C1 dropped", "C1 to ?", "C1 to U+FFFD",
	"lower case", "upper case", "NFD", "entities", "tail cut"
};

void
damage_init(struct damage *damage)
{
	*damage = (struct damage){ .n_pieces = 0 };
	for (size_t i = 0; i <= DAMAGE_STEPS; i++)
		damage->stages[i].alloc = &ug_alloc_libc;
	damage->line.alloc = &ug_alloc_libc;
	damage->bytes.alloc = &ug_alloc_libc;
	damage->scratch.alloc = &ug_alloc_libc;
}

void
damage_free(struct damage *damage)
{
	for (size_t i = 0; i <= DAMAGE_STEPS; i++)
		ug_buf_free(&damage->stages[i]);
	ug_buf_free(&damage->line);
	ug_buf_free(&damage->bytes);
	ug_buf_free(&damage->scratch);
}

bool
damage_loses(enum damage_alter alter)
{
	return alter == DAMAGE_DROPPED || alter == DAMAGE_QUESTION ||
	    alter == DAMAGE_REPLACED || alter == DAMAGE_CUT;
}

void
damage_name(const struct damage_plan *plan, struct ug_buf *out)
{
	out->len = 0;
	for (unsigned i = 0; i < plan->n_steps; i++) {
		if (i > 0)
			encode_add(out, ", ", 2);
		encode_add(out, plan->steps[i].from->name,
		    strlen(plan->steps[i].from->name));
		encode_add(out, ">", 1);
		encode_add(out, plan->steps[i].as->name,
		    strlen(plan->steps[i].as->name));
	}
	for (size_t i = 0; i < out->len; i++)
		if (out->s[i] >= 'A' && out->s[i] <= 'Z')
			out->s[i] = (char)(out->s[i] + ('a' - 'A'));
}

/* Append `text` in one of Unicode's normal forms. */
static void
text_normalize(struct ug_text text, bool composed, struct ug_buf *out)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const form = composed ?
	    unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
	const int32_t room = (int32_t)text.len * 4 + 16;
	UChar *const from = calloc(2 * (size_t)room, sizeof(*from));
	UChar *const to = from + room;
	int32_t n = 0, n_to;

	if (from == NULL || U_FAILURE(status))
		abort();
	for (size_t at = 0; at < text.len;) {
		const uint32_t c = ug_text_next(text, &at);

		U16_APPEND_UNSAFE(from, n, c);
	}
	n_to = unorm2_normalize(form, from, n, to, room, &status);
	if (U_FAILURE(status))
		abort();
	for (int32_t i = 0; i < n_to;) {
		uint32_t c = to[i++];
		char utf8[4];

		if (U16_IS_LEAD(c))
			c = 0x10000 + ((c - 0xD800) << 10) +
			    (to[i++] - 0xDC00u);
		encode_add(out, utf8, ug_put_char(c, utf8));
	}
	free(from);
}

void
damage_compose(struct ug_text text, struct ug_buf *out)
{
	out->len = 0;
	text_normalize(text, true, out);
}

/* Append what `alter` makes of one piece. */
static void
text_alter(struct ug_text text, enum damage_alter alter, struct ug_buf *out)
{
	if (alter == DAMAGE_NFD) {
		text_normalize(text, false, out);
		return;
	}
	for (size_t at = 0; at < text.len;) {
		uint32_t c = ug_text_next(text, &at);
		char s[16];

		if (alter == DAMAGE_SPACES && c == 0xA0)
			c = ' ';
		if (alter == DAMAGE_LOWER)
			c = (uint32_t)u_tolower((UChar32)c);
		if (alter == DAMAGE_UPPER)
			c = (uint32_t)u_toupper((UChar32)c);
		if (alter == DAMAGE_ENTITIES && c >= 0x80)
			encode_add(out, s, (size_t)snprintf(s, sizeof(s),
			    "&#%u;", (unsigned)c));
		else
			encode_add(out, s, ug_put_char(c, s));
	}
}

static bool
text_is_ascii(struct ug_text text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((text.s[i] & 0x80) != 0)
			return false;
	return true;
}

/* The end of the piece that starts at `at`. */
static size_t
piece_end(struct ug_text text, size_t at, bool spaced)
{
	const char *const space = memchr(text.s + at, ' ', text.len - at);

	if (spaced)
		return space == NULL ? text.len :
		    (size_t)(space - text.s) + 1;
	for (int i = 0; i < CHUNK && at < text.len; i++)
		ug_text_next(text, &at);
	return at;
}

static void
pieces_cut(struct damage *damage, struct ug_text text)
{
	const char *const space = memchr(text.s, ' ', text.len);
	const bool spaced = space != NULL &&
	    memchr(space + 1, ' ', text.len - (size_t)(space + 1 - text.s)) !=
	    NULL;

	damage->n_pieces = 0;
	for (size_t at = 0; at < text.len;) {
		struct damage_piece *const piece =
		    &damage->pieces[damage->n_pieces++];
		const bool whole = (damage->plan.part == DAMAGE_WHOLE &&
		    !spaced) || damage->n_pieces == DAMAGE_PIECES;
		const size_t end = whole ? text.len :
		    piece_end(text, at, spaced);

		piece->at[0] = at;
		piece->len[0] = end - at;
		piece->damaged = damage->plan.part == DAMAGE_WHOLE;
		at = end;
	}
}

static void
pieces_choose(struct damage *damage, struct ug_text text, uint64_t seed)
{
	size_t can[DAMAGE_PIECES], n = 0;

	for (size_t i = 0; i < damage->n_pieces; i++) {
		const struct damage_piece *const p = &damage->pieces[i];

		if (!text_is_ascii(ug_text_part(text, p->at[0], p->len[0])))
			can[n++] = i;
	}
	if (damage->plan.part == DAMAGE_WORD && n > 0)
		damage->pieces[can[random_next(&seed) % n]].damaged = true;
	for (size_t i = 0; i < n; i++)
		if (damage->plan.part == DAMAGE_WORDS &&
		    random_next(&seed) % 2 == 0)
			damage->pieces[can[i]].damaged = true;
	for (size_t i = damage->n_pieces / 2; i < damage->n_pieces; i++)
		if (damage->plan.part == DAMAGE_HALF)
			damage->pieces[i].damaged = true;
}

/* What the piece is after step `step`, to damage->scratch. */
static bool
piece_step(struct damage *damage, struct ug_text text, unsigned step)
{
	const struct codec *const from = damage->plan.steps[step].from;
	const struct codec *const as = damage->plan.steps[step].as;
	const enum codec_undefined undefined =
	    damage->plan.alter == DAMAGE_DROPPED ? CODEC_DROP :
	    damage->plan.alter == DAMAGE_QUESTION ? CODEC_QUESTION :
	    damage->plan.alter == DAMAGE_REPLACED ? CODEC_REPLACE : CODEC_KEEP;

	return codec_encode(from, text, &damage->bytes) &&
	    codec_decode(as, (unsigned char *)damage->bytes.s,
	    damage->bytes.len, undefined, &damage->scratch);
}

static bool
pieces_step(struct damage *damage, unsigned step)
{
	struct ug_buf *const to = &damage->stages[step + 1];
	const char *const from = damage->stages[step].s;

	to->len = 0;
	for (size_t i = 0; i < damage->n_pieces; i++) {
		struct damage_piece *const p = &damage->pieces[i];
		struct ug_text text = { from + p->at[step], p->len[step] };

		if (p->damaged) {
			if (!piece_step(damage, text, step))
				return false;
			text = (struct ug_text){ damage->scratch.s,
				damage->scratch.len };
		}
		p->at[step + 1] = to->len;
		p->len[step + 1] = text.len;
		encode_add(to, text.s, text.len);
	}
	return true;
}

/* Cases are those of the text that should come back, too. */
static void
stages_fold(struct damage *damage)
{
	for (unsigned k = 0; k <= damage->plan.n_steps; k++) {
		damage->scratch.len = 0;
		for (size_t i = 0; i < damage->n_pieces; i++) {
			struct damage_piece *const p = &damage->pieces[i];
			const size_t at = damage->scratch.len;

			text_alter((struct ug_text){ damage->stages[k].s +
			    p->at[k], p->len[k] }, damage->plan.alter,
			    &damage->scratch);
			p->at[k] = at;
			p->len[k] = damage->scratch.len - at;
		}
		damage->stages[k].len = 0;
		encode_add(&damage->stages[k], damage->scratch.s,
		    damage->scratch.len);
	}
}

/* Cut the line before its last character beyond ASCII; false: there is none. */
static bool
line_cut(struct damage *damage)
{
	size_t at = damage->line.len;

	while (at > 0 && (damage->line.s[at - 1] & 0x80) == 0)
		at--;
	if (at == 0)
		return false;
	ug_text_prev((struct ug_text){ damage->line.s, at }, &at);
	damage->line.len = at;
	return at > 0;
}

/* The line, piece by piece, from the last stage. */
static void
pieces_alter(struct damage *damage)
{
	const unsigned n = damage->plan.n_steps;

	damage->line.len = 0;
	for (size_t i = 0; i < damage->n_pieces; i++) {
		struct damage_piece *const p = &damage->pieces[i];

		p->at[n + 1] = damage->line.len;
		text_alter((struct ug_text){ damage->stages[n].s + p->at[n],
		    p->len[n] }, damage->plan.alter, &damage->line);
		p->len[n + 1] = damage->line.len - p->at[n + 1];
	}
}

static bool
damage_alter(struct damage *damage)
{
	const enum damage_alter alter = damage->plan.alter;
	const struct ug_buf *const last = &damage->stages[damage->plan.n_steps];

	if (alter == DAMAGE_LOWER || alter == DAMAGE_UPPER)
		stages_fold(damage);
	pieces_alter(damage);
	if (alter == DAMAGE_CUT)
		return line_cut(damage);
	if (alter == DAMAGE_SPACES || alter == DAMAGE_NFD ||
	    alter == DAMAGE_ENTITIES)
		return !ug_text_equal((struct ug_text){ last->s, last->len },
		    (struct ug_text){ damage->line.s, damage->line.len });
	return true;
}

bool
damage_make(struct damage *damage, const struct damage_plan *plan,
    struct ug_text text, uint64_t seed)
{
	const struct codec *const from = plan->steps[0].from;
	struct ug_buf *const first = &damage->stages[0];

	damage->plan = *plan;
	first->len = 0;
	if (from->kind == CODEC_SINGLE)
		encode_plain(text, ug_encoding_by_label(from->name,
		    strlen(from->name)), first);
	else
		encode_add(first, text.s, text.len);
	text = (struct ug_text){ first->s, first->len };
	pieces_cut(damage, text);
	pieces_choose(damage, text, seed);
	for (unsigned i = 0; i < plan->n_steps; i++)
		if (!pieces_step(damage, i))
			return false;
	if (!damage_alter(damage) || (damage->line.len == first->len &&
	    memcmp(damage->line.s, first->s, first->len) == 0))
		return false;
	return memchr(damage->line.s, '\n', damage->line.len) == NULL &&
	    memchr(damage->line.s, '\r', damage->line.len) == NULL;
}
