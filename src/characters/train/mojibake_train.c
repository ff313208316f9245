/*
 * mojibake_train.c - fits mojibake_weights.h: prints it anew
 *
 *	mojibake_train DIR CLEAN < mojibake_weights.h > new
 *
 * Sentences of DIR/LANG.txt that the model has not seen are garbled in ways
 * that are met: UTF-8 read as one of the encodings, all of the line or one word
 * of it, in two layers, and with bytes gone.  Lines of these files that look
 * garbled as they are, and those of CLEAN (kind, tab, line), are to stay.  Each
 * weight that is FITTED is moved up and down as long as that helps: fewer clean
 * lines altered or nearly so, then more lines restored less WRONG times those
 * made wrong, a mean over ways.  What was moved is said on stderr.
 */
#include <stdlib.h>
#include <string.h>

#include "edit/pass.h"
#include "encodings/encodings.h"
#include "model/train/train.h"
#include "model/train/weights_train.h"
#include "characters/mojibake.h"

#define ITEMS_MAX   200000
#define OF_LANGUAGE 6   /* lines that are garbled; */
#define CLEAN_OF    4000 /* and that stay, as far as they look garbled */
#define LINE_LEN    300 /* bytes of a line, as it is; */
#define ROOM        2400 /* and garbled */
#define AS          3   /* encodings that a line is read as, each way */
#define ROUNDS      4
#define CONFIDENCE  90
#define NEARLY      80  /* a clean line must not come near to that */
#define WRONG       3   /* a line made wrong is as bad as so many that stay */
#define STEP_FIRST  .4  /* a weight is moved by so much of it; */
#define STEP_LAST   .1  /* halved when nothing helps, down to that */

#define WAYS(X) X(CLEAN) X(WHOLE) X(WORD) X(TWICE) X(GONE)
enum way {
#define WAY_NAME(name) name,
	WAYS(WAY_NAME)
	N_WAYS
};

enum who { FITTED, SET };

static const char *const names[] = {
#define WEIGHT_NAME(who, name, value) #name,
	UG_MOJIBAKE_WEIGHTS(WEIGHT_NAME)
};

static const enum who setters[] = {
#define WEIGHT_WHO(who, name, value) who,
	UG_MOJIBAKE_WEIGHTS(WEIGHT_WHO)
};

/* A line, and what it was. */
struct item {
	enum way way;
	char *line, *truth;
};

static struct item *items;
static size_t n_items;

/* How a set of weights does; in hundredths of a percent but for the first. */
struct result {
	long altered; /* clean lines */
	long score;
	long restored, wrong;
};

/*
 * Read the UTF-8 of [s, s + len) as an encoding: bytes that stand for nothing
 * are controls, or with `gone` are dropped, and *truth has U+FFFD for what they
 * were of.  Returns the end of what was written.
 */
static char *
bytes_misread(const char *s, size_t len, const struct ug_encoding *as,
    bool gone, char *out, char **truth)
{
	for (size_t at = 0; at < len; ) {
		const size_t start = at;
		bool lost = false;

		ug_text_next((struct ug_text){ s, len }, &at);
		for (size_t i = start; i < at; i++) {
			const unsigned char byte = (unsigned char)s[i];
			uint32_t c = byte;

			if (byte >= 0x80 && as->upper[byte - 0x80] !=
			    UG_UNDEFINED)
				c = as->upper[byte - 0x80];
			if (gone && c >= 0x80 && c < 0xA0)
				lost = true;
			else
				out += ug_put_char(c, out);
		}
		if (lost)
			*truth += ug_put_char(UG_REPLACEMENT, *truth);
		else
			for (size_t i = start; i < at; i++)
				*(*truth)++ = s[i];
	}
	*out = '\0';
	**truth = '\0';
	return out;
}

static void
item_add(enum way way, const char *line, const char *truth)
{
	struct item *const item = &items[n_items];

	if (n_items == ITEMS_MAX || (way != CLEAN && strcmp(line, truth) == 0))
		return;
	item->way = way;
	item->line = train_grab(strlen(line) + 1, 1);
	item->truth = train_grab(strlen(truth) + 1, 1);
	strcpy(item->line, line);
	strcpy(item->truth, truth);
	n_items++;
}

/* Does some of [s, s + len) lie above 7F? */
static bool
bytes_high(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			return true;
	return false;
}

/* Garble the first word above 7F of a line that has another. */
static void
word_garble(const char *line, const struct ug_encoding *as)
{
	char out[ROOM], copy[ROOM], *unused = copy;
	size_t at = 0, n = 0;

	while (line[at] != '\0' && !bytes_high(line + at,
	    n = strcspn(line + at, " ")))
		at += n + (line[at + n] == ' ');
	if (line[at] == '\0' || !bytes_high(line + at + n,
	    strlen(line + at + n)))
		return;
	memcpy(out, line, at);
	strcpy(bytes_misread(line + at, n, as, false, out + at, &unused),
	    line + at + n);
	item_add(WORD, out, line);
}

static void
line_garble(const char *line, uint32_t random)
{
	for (unsigned k = 0; k < AS; k++) {
		char one[ROOM], two[ROOM], truth[ROOM], copy[ROOM];
		char *end = truth, *unused = copy;

		/* Those that are read most as often as all others. */
		random = random * 1664525u + 1013904223u;
		const unsigned i = k == 0 ? random >> 31 :
		    (random >> 8) % UG_MOJIBAKE_MAX;
		const char *const label = strchr(ug_mojibake_rules[i], '>') + 1;
		const struct ug_encoding *const as =
		    ug_encoding_by_label(label, strlen(label));
		if (as == NULL || as->upper == NULL)
			continue;
		bytes_misread(line, strlen(line), as, true, two, &end);
		if (strcmp(truth, line) != 0)
			item_add(GONE, two, truth);
		bytes_misread(line, strlen(line), as, false, one, &unused);
		item_add(WHOLE, one, line);
		unused = copy;
		bytes_misread(one, strlen(one), as, false, two, &unused);
		item_add(TWICE, two, line);
		word_garble(line, as);
	}
}

/* Add a clean line if it looks garbled. */
static bool
clean_add(const char *line)
{
	if (!ug_mojibake_suspect((struct ug_text){ line, strlen(line) }))
		return false;
	item_add(CLEAN, line, line);
	return true;
}

static void
language_read(const char *dir, const char *code)
{
	static struct train_lines lines;
	unsigned n = 0, n_clean = 0;

	if (code[0] == '\0' || !train_lines_open(&lines, dir, code, "txt"))
		return;
	while (train_lines_next(&lines)) {
		const size_t len = strlen(lines.line);
		const uint32_t h = train_line_hash(lines.line);

		if (len > LINE_LEN || !bytes_high(lines.line, len))
			continue;
		if (n_clean < CLEAN_OF)
			n_clean += clean_add(lines.line);
		if (n < OF_LANGUAGE && h % TRAIN_HELD == 0 &&
		    h / TRAIN_HELD % 16 == 1) {
			line_garble(lines.line, h);
			n++;
		}
	}
}

static void
clean_read(const char *name)
{
	static struct train_lines lines;

	train_lines_need(&lines, name);
	while (train_lines_next(&lines)) {
		const char *const tab = strchr(lines.line, '\t');

		if (lines.line[0] != '#' && tab != NULL)
			item_add(CLEAN, tab + 1, tab + 1);
	}
}

/* Repair a line in place until it stays. */
static void
line_repair(char *line, unsigned confidence, struct ug_arena *scratch,
    struct ug_edits *edits)
{
	const struct ug_scope scope = { .confidence = confidence,
		.scratch = scratch };

	for (unsigned round = 0; round < ROUNDS; round++) {
		char out[ROOM];
		size_t len = 0, done = 0;

		ug_edits_clear(edits);
		ug_arena_reset(scratch);
		if (ug_mojibake_find(&scope, (struct ug_text){ line,
		    strlen(line) }, 0, edits) != UNGARBLE_OK)
			exit(1);
		if (edits->n == 0)
			return;
		for (size_t i = 0; i < edits->n; i++) {
			const struct ug_edit *const e = &edits->v[i];
			const struct ug_text after = ug_edit_after(edits, e);

			memcpy(out + len, line + done, e->at - done);
			len += e->at - done;
			memcpy(out + len, after.s, after.len);
			len += after.len;
			done = e->at + e->len;
		}
		strcpy(out + len, line + done);
		strcpy(line, out);
	}
}

static struct result
weights_try(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_edits edits;
	struct result result = { 0, 0, 0, 0 };
	long n[N_WAYS] = { 0 }, right[N_WAYS] = { 0 }, wrong[N_WAYS] = { 0 };

	ug_edits_init(&edits, &ug_alloc_libc);
	for (size_t i = 0; i < n_items; i++) {
		const struct item *const item = &items[i];
		char line[ROOM];

		strcpy(line, item->line);
		line_repair(line, item->way == CLEAN ? NEARLY : CONFIDENCE,
		    &scratch, &edits);
		n[item->way]++;
		if (strcmp(line, item->truth) == 0)
			right[item->way]++;
		else if (strcmp(line, item->line) != 0)
			wrong[item->way]++;
	}
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
	result.altered = wrong[CLEAN];
	for (unsigned w = WHOLE; w < N_WAYS; w++) {
		if (n[w] == 0)
			continue;
		result.restored += 10000 * right[w] / n[w] / (N_WAYS - 1);
		result.wrong += 10000 * wrong[w] / n[w] / (N_WAYS - 1);
	}
	result.score = result.restored - WRONG * result.wrong;
	return result;
}

static void
result_say(const char *what, int value, struct result r)
{
	fprintf(stderr, "%-14s %5d  altered %ld, restored %ld.%02ld %%, "
	    "wrong %ld.%02ld %%\n", what, value, r.altered, r.restored / 100,
	    r.restored % 100, r.wrong / 100, r.wrong % 100);
}

/* Move a weight by a step if that helps; *best is the result so far. */
static bool
weight_move(size_t i, double step, struct result *best)
{
	const int old = ug_mojibake_weights[i];
	const double factors[] = { 1 / (1 + step), 1 + step };

	for (size_t way = 0; way < 2; way++) {
		ug_mojibake_weights[i] = (int)(old * factors[way] + .5);
		const struct result now = weights_try();

		if (now.altered < best->altered ||
		    (now.altered == best->altered &&
		    now.score > best->score)) {
			*best = now;
			result_say(names[i], ug_mojibake_weights[i], now);
			return true;
		}
	}
	ug_mojibake_weights[i] = old;
	return false;
}

int
main(int argc, char **argv)
{
	struct result best;

	if (argc != 3) {
		fprintf(stderr,
		    "usage: mojibake_train DIR CLEAN < weights > new\n");
		return 2;
	}
	items = train_grab(ITEMS_MAX, sizeof(*items));
	for (size_t l = 0; l < ug_n_languages(); l++)
		language_read(argv[1], ug_language_code(l));
	clean_read(argv[2]);
	best = weights_try();
	result_say("items", (int)n_items, best);
	for (double step = STEP_FIRST; step >= STEP_LAST; ) {
		bool better = false;

		for (size_t i = 0; i < UG_MOJIBAKE_N_WEIGHTS; i++)
			if (setters[i] == FITTED)
				better |= weight_move(i, step, &best);
		step = better ? step : step / 2;
	}
	return train_weights_print(names, ug_mojibake_weights,
	    UG_MOJIBAKE_N_WEIGHTS);
}
