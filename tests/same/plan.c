/*
 * plan.c - draws how an input is run: options, cuts, and what is answered
 *
 *	plan_draw(&plan, &lib, &in, &state);
 *	plan_describe(&plan, buf, sizeof(buf));
 *
 * Half of the options are the default in most plans, so that what is rare is
 * not seen only where all else is rare too.
 */
#include "inputs.h"

#include <stdio.h>
#include <string.h>

/* Some of the names, with commas between. */
static void
draw_names(char *buf, size_t cap, const char *(*name)(const struct library *,
    size_t), const struct library *lib, size_t n, uint64_t *state)
{
	size_t total = 0;

	while (name(lib, total) != NULL)
		total++;
	for (buf[0] = '\0'; n > 0; n--) {
		const size_t len = strlen(buf);

		snprintf(buf + len, cap - len, "%s%s", len > 0 ? "," : "",
		    name(lib, draw(state, total)));
	}
}

static const char *
name_of_fix(const struct library *lib, size_t i)
{
	const struct ungarble_fix *const fix = lib->fix(i);

	return fix == NULL ? NULL : fix->name;
}

static const char *
name_of_encoding(const struct library *lib, size_t i)
{
	return lib->encoding(i);
}

static void
draw_fixes(struct plan *plan, const struct library *lib, uint64_t *state)
{
	static const char *const whole[] = { "all", "all", "encoding",
		"guess" };
	const size_t kind = draw(state, 20);

	if (kind < 11)
		return;
	plan->opts.fixes = plan->fixes;
	if (kind < 15)
		snprintf(plan->fixes, sizeof(plan->fixes), "%s",
		    whole[kind - 11]);
	else if (kind < 17)
		draw_names(plan->fixes, sizeof(plan->fixes), name_of_fix, lib,
		    draw(state, 3) + 1, state);
	else
		plan->fixes[0] = "+-"[draw(state, 2)],
		draw_names(plan->fixes + 1, sizeof(plan->fixes) - 1,
		    name_of_fix, lib, 1, state);
}

/* Rows of words that the input has, as a user's own. */
static void
draw_lexicon(struct plan *plan, const struct blob *in, uint64_t *state)
{
	static const char *const tails[] = {
		"\tzebra\n", "\tzebra\t\tA0\n", "\tzebra\tword\tA\n", "\n",
		"\tgrey zebras\t\tC\n", "\tzebra\tword\tA0\n",
	};

	for (size_t n = draw(state, 3) + 1; n > 0 && in->len > 0; n--) {
		const char *const tail = tails[draw(state,
		    sizeof(tails) / sizeof(*tails))];
		size_t at = draw(state, in->len), len = 0;

		for (; at > 0 && in->s[at - 1] > ' '; at--)
			;
		for (; at + len < in->len && in->s[at + len] > ' '; len++)
			;
		blob_add(&plan->lexicon, in->s + at, len);
		blob_add(&plan->lexicon, tail, strlen(tail));
	}
	plan->opts.lexicon = plan->lexicon.s;
	plan->opts.lexicon_len = plan->lexicon.len;
}

static void
draw_reading(struct plan *plan, const struct library *lib, uint64_t *state)
{
	static const char *const languages[] = { "de", "fr,pl", "ru", "ja,zh" };
	struct ungarble_options *const opts = &plan->opts;

	if (draw(state, 7) == 0) {
		opts->from = plan->from;
		draw_names(plan->from, sizeof(plan->from), name_of_encoding,
		    lib, draw(state, 3) + 1, state);
	}
	if (draw(state, 16) == 0) {
		opts->fallback = plan->fallback;
		draw_names(plan->fallback, sizeof(plan->fallback),
		    name_of_encoding, lib, 1, state);
	}
	if (draw(state, 16) == 0) {
		opts->declared = plan->declared;
		draw_names(plan->declared, sizeof(plan->declared),
		    name_of_encoding, lib, 1, state);
	}
	if (draw(state, 16) == 0)
		opts->languages = languages[draw(state, 4)];
	if (draw(state, 6) == 0)
		opts->scope = UNGARBLE_SCOPE_STREAM;
	if (draw(state, 6) == 0)
		opts->invalid = (enum ungarble_invalid)draw(state, 4);
}

void
plan_draw(struct plan *plan, const struct library *lib,
    const struct blob *in, uint64_t *state)
{
	static const enum ungarble_fields kinds[] = { UNGARBLE_FIELDS_JSON,
		UNGARBLE_FIELDS_CSV, UNGARBLE_FIELDS_TSV };
	struct ungarble_options *const opts = &plan->opts;

	draw_fixes(plan, lib, state);
	draw_reading(plan, lib, state);
	if (draw(state, 4) == 0)
		opts->confidence = (unsigned)draw(state, 101);
	opts->no_memory = draw(state, 5) == 0;
	if (draw(state, 50) == 0)
		draw_lexicon(plan, in, state);
	plan->finds = draw(state, 4) != 0;
	plan->cuts = draw(state, 2) == 0 ? 0 : draw(state, 8) == 0 ? 1 :
	    draw(state, 100) + 1;
	plan->flushes = draw(state, 8) == 0 ? (unsigned)draw(state, 4) + 1 : 0;
	plan->asks = draw(state, 5) == 0 ? (unsigned)draw(state, 8) + 1 : 0;
	plan->stop_at = draw(state, 80) == 0 ? (unsigned)draw(state, 6) + 1 : 0;
	plan->guesses = draw(state, 2) == 0 ? (unsigned)draw(state, 8) + 1 : 0;
	if (draw(state, 4) == 0) {
		opts->fields = kinds[draw(state, 3)];
		opts->no_header = draw(state, 4) != 0;
	}
}

void
plan_describe(const struct plan *plan, char *buf, size_t cap)
{
	const struct ungarble_options *const opts = &plan->opts;
	const struct {
		const char *name, *value;
	} named[] = {
		{ "fixes", opts->fixes }, { "from", opts->from },
		{ "fallback", opts->fallback }, { "declared", opts->declared },
		{ "languages", opts->languages },
	};
	size_t len = (size_t)snprintf(buf, cap, "cuts=%zu flushes=%u asks=%u "
	    "stop_at=%u finds=%d confidence=%u no_memory=%u scope=%d "
	    "invalid=%d fields=%d lexicon=%zu", plan->cuts, plan->flushes, plan->asks,
	    plan->stop_at, plan->finds, opts->confidence, opts->no_memory,
	    (int)opts->scope, (int)opts->invalid, (int)opts->fields,
	    opts->lexicon_len);

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (named[i].value != NULL && len < cap)
			len += (size_t)snprintf(buf + len, cap - len, " %s=%s",
			    named[i].name, named[i].value);
}
