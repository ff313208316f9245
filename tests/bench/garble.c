/*
 * garble.c - garbled lines through the library: restored, left, a third thing
 *
 *	garble [-s SEED] [-n LINES] [-e EXAMPLES] [-k KIND] [-l LANGUAGES]
 *	    [-mcux]
 *	    FILE
 *
 * Draws sentences of FILE ("LANGUAGE<tab>...<tab>SENTENCE", as own.tsv) and
 * damages them in ways drawn by SEED, one in eight not at all; prints what came
 * of them by family.  -m: in streams of a hundred lines of one kind, with their
 * memory; else each line alone.  -c: by chain.  -u: only what can be nothing
 * else (sure.h).  -e: the first examples, of each row, of what is neither right
 * nor as it was.  -k: only rows with that in their name.  -l: only some
 * languages, "ru bg", or all but some, "-mt".  -x: of what was left
 * alone, too.  The status is 1 if clean lines were touched or, with -u, more
 * came out as a third thing or in part than may.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "detect/encode.h"
#include "garble/lines.h"
#include "garble/sure.h"
#include "garble/tally.h"
#include "random.h"
#include "stream/harness.h"

#define BATCH 100

struct garble {
	uint64_t seed;
	unsigned long n;
	unsigned examples;
	const char *kind, *languages;
	bool stream, by_chain, sure, left_too;
	struct codecs *codecs;
	struct draw_sentences sentences;
	struct damage *batch;            /* BATCH */
	char names[BATCH][120];          /* of rows; "": a clean line */
	struct tally tally, clean;
};

/* What a batch draws from: all its lines the same in a stream. */
struct kind {
	size_t language, sure;
	enum draw_family family;
	struct damage_plan plan;
};

static void
row_name(const struct garble *g, const struct kind *kind, char name[120])
{
	struct ug_buf chain = { .alloc = &ug_alloc_libc };
	const char *const part = damage_parts[kind->plan.part];
	const char *const alter = damage_alters[kind->plan.alter];

	damage_name(&kind->plan, &chain);
	snprintf(name, 120, "%.*s, %s%s%s",
	    g->by_chain || g->sure ? (int)chain.len : 99,
	    g->by_chain || g->sure ? chain.s : draw_families[kind->family],
	    part, *alter != '\0' ? ", " : "", alter);
	ug_buf_free(&chain);
}

static bool
kind_draw(struct garble *g, struct kind *kind)
{
	char name[120];

	kind->language = random_next(&g->seed) % g->sentences.n_languages;
	kind->sure = random_next(&g->seed) % sure_n_kinds;
	if (g->sure) {
		if (!sure_plan(g->codecs, kind->sure, &kind->plan))
			return false;
	} else if (!draw_plan(g->codecs,
	    g->sentences.languages[kind->language].code, &g->seed,
	    &kind->family, &kind->plan)) {
		return false;
	}
	row_name(g, kind, name);
	return g->kind == NULL || strstr(name, g->kind) != NULL;
}

/* A line of that kind, in the i-th place. */
static bool
line_draw(struct garble *g, const struct kind *kind, size_t i)
{
	struct damage *const damage = &g->batch[i];
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	bool good;

	row_name(g, kind, g->names[i]);
	if (g->sure)
		return sure_draw(g->codecs, &g->sentences, kind->sure,
		    &g->seed, damage);
	draw_line(&g->sentences, kind->language, &g->seed, &text);
	good = damage_make(damage, &kind->plan, (struct ug_text){ text.s,
	    text.len }, random_next(&g->seed));
	ug_buf_free(&text);
	return good;
}

/* A clean line in the i-th place: every other one a single word. */
static void
clean_draw(struct garble *g, const struct kind *kind, size_t i)
{
	struct ug_buf *const line = &g->batch[i].line;
	const char *space;

	draw_line(&g->sentences, kind->language, &g->seed, line);
	space = memchr(line->s, ' ', line->len);
	if (space != NULL && random_next(&g->seed) % 2 == 0)
		line->len = (size_t)(space - line->s);
	g->names[i][0] = '\0';
}

static void
batch_draw(struct garble *g)
{
	struct kind kind;
	bool drawn = false;
	unsigned tries = 0;

	for (size_t i = 0; i < BATCH;) {
		/* Some kinds work for few lines, or none. */
		if (!drawn || !g->stream || ++tries % 400 == 0)
			drawn = kind_draw(g, &kind);
		if (!drawn)
			continue;
		if (i % 8 == 7)
			clean_draw(g, &kind, i++);
		else if (line_draw(g, &kind, i))
			i++;
	}
}

static void
example_print(const struct lines *lines, const struct damage *damage,
    const char *name, const char *verdict, size_t i)
{
	struct ug_buf rules = { .alloc = &ug_alloc_libc };
	struct ug_buf chain = { .alloc = &ug_alloc_libc };
	const struct ug_text out = lines_at(lines, i);

	lines_rules(lines, i, &rules);
	damage_name(&damage->plan, &chain);
	printf("%s: %s (%.*s)%.*s\n\ttruth\t%.*s\n\tline\t%.*s\n\tout\t%.*s\n",
	    verdict, name, (int)chain.len, chain.s, (int)rules.len, rules.s,
	    (int)damage->stages[0].len, damage->stages[0].s,
	    (int)damage->line.len, damage->line.s, (int)out.len, out.s);
	ug_buf_free(&rules);
	ug_buf_free(&chain);
}

static void
line_judge(struct garble *g, const struct lines *lines, size_t i)
{
	struct damage *const damage = &g->batch[i];
	const struct ug_text out = lines_at(lines, i);
	const bool clean = g->names[i][0] == '\0';
	enum damage_verdict verdict;
	struct tally_row *row;

	if (clean) {
		row = tally_row(&g->clean, "clean");
		verdict = ug_text_equal(out, (struct ug_text){
		    damage->line.s, damage->line.len }) ? DAMAGE_LEFT :
		    DAMAGE_THIRD;
		damage->stages[0].len = 0;
		damage->plan.n_steps = 0;
	} else {
		row = tally_row(&g->tally, g->names[i]);
		verdict = damage_judge(damage, out);
	}
	row->counts[verdict]++;
	if (verdict == DAMAGE_RESTORED || row->examples >= g->examples ||
	    (verdict == DAMAGE_LEFT && (clean || !g->left_too)))
		return;
	row->examples++;
	example_print(lines, damage, row->name, verdict == DAMAGE_THIRD ?
	    "third" : verdict == DAMAGE_LEFT ? "left" : "partly", i);
}

static bool
batch_run(struct garble *g)
{
	struct lines lines;
	bool good;

	batch_draw(g);
	lines_open(&lines, !g->stream);
	for (size_t i = 0; i < BATCH; i++)
		lines_put(&lines, (struct ug_text){ g->batch[i].line.s,
		    g->batch[i].line.len });
	good = lines_close(&lines);
	for (size_t i = 0; good && i < BATCH; i++)
		line_judge(g, &lines, i);
	lines_free(&lines);
	return good;
}

/* Of each kind that can be nothing else, no more than it may. */
static unsigned
sure_check(struct garble *g)
{
	unsigned missed = 0;

	for (size_t i = 0; i < sure_n_kinds; i++) {
		struct kind kind = { .sure = i };
		const struct tally_row *row;
		unsigned long wrong, n;
		char name[120];

		if (!sure_plan(g->codecs, i, &kind.plan))
			return 1;
		row_name(g, &kind, name);
		row = tally_row(&g->tally, name);
		wrong = row->counts[DAMAGE_PARTLY] + row->counts[DAMAGE_THIRD];
		n = wrong + row->counts[DAMAGE_LEFT] +
		    row->counts[DAMAGE_RESTORED];
		if (wrong * 1000 <= sure_kinds[i].most * n)
			continue;
		printf("MISSED: %s: %lu of %lu came out wrong, %u of 1000 "
		    "may\n", name, wrong, n, sure_kinds[i].most);
		missed++;
	}
	return missed;
}

static bool
options_read(struct garble *g, int argc, char *argv[])
{
	int option;

	while ((option = getopt(argc, argv, "s:n:e:k:l:mcux")) != -1) {
		switch (option) {
		case 's':
			g->seed = strtoull(optarg, NULL, 10);
			break;
		case 'n':
			g->n = strtoul(optarg, NULL, 10);
			break;
		case 'e':
			g->examples = (unsigned)strtoul(optarg, NULL, 10);
			break;
		case 'k':
			g->kind = optarg;
			break;
		case 'l':
			g->languages = optarg;
			break;
		case 'm':
			g->stream = true;
			break;
		case 'c':
			g->by_chain = true;
			break;
		case 'u':
			g->sure = true;
			break;
		case 'x':
			g->left_too = true;
			break;
		default:
			return false;
		}
	}
	return optind + 1 == argc;
}

int
main(int argc, char *argv[])
{
	struct garble *const g = calloc(1, sizeof(*g));
	bool good = true;
	unsigned long wrong;

	if (g == NULL || (g->batch = calloc(BATCH, sizeof(*g->batch))) == NULL)
		return 2;
	g->n = 10000;
	g->seed = 1;
	if (!options_read(g, argc, argv) ||
	    !draw_read(argv[optind], &g->sentences)) {
		fprintf(stderr, "garble [-s SEED] [-n LINES] [-e EXAMPLES] "
		    "[-k KIND] [-l LANGUAGES] [-mcux] FILE\n");
		return 2;
	}
	if (g->languages != NULL)
		draw_choose(&g->sentences, g->languages);
	if (g->sentences.n_languages == 0)
		return 2;
	g->seed = g->seed * 0x9E3779B97F4A7C15u + 1;
	g->codecs = codecs_new();
	for (size_t i = 0; i < BATCH; i++)
		damage_init(&g->batch[i]);
	for (unsigned long i = 0; i < g->n && good; i += BATCH)
		good = batch_run(g);
	tally_print(&g->tally);
	wrong = tally_count(&g->clean, DAMAGE_THIRD);
	printf("clean lines: %lu, touched: %lu\n", wrong +
	    tally_count(&g->clean, DAMAGE_LEFT), wrong);
	if (g->sure)
		wrong += sure_check(g);
	for (size_t i = 0; i < BATCH; i++)
		damage_free(&g->batch[i]);
	codecs_free(g->codecs);
	draw_free(&g->sentences);
	free(g->batch);
	free(g);
	return !good ? 2 : wrong > 0;
}
