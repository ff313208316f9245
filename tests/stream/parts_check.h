/*
 * parts_check.h - runs a part of a stream and keeps all it said
 */
#ifndef PARTS_CHECK_H
#define PARTS_CHECK_H

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "harness.h"

/* What a part said. */
struct part {
	struct bytes out, told;
	enum ungarble_err err;
	uint64_t failed_at;
	char state[UNGARBLE_PART_STATE]; /* where it ended; or "" */
	size_t state_len;
	struct ungarble *again;          /* is fed while it writes; or NULL */
};

static inline int
part_write(void *user, const char *bytes, size_t len)
{
	struct part *const part = user;

	bytes_add(&part->out, bytes, len);
	if (part->again != NULL)
		CHECK("from within", ungarble_feed(part->again, "x", 1) ==
		    UNGARBLE_EMISUSE && ungarble_part_next(part->again, 0) ==
		    UNGARBLE_EMISUSE);
	return 0;
}

static inline int
part_edit(void *user, const struct ungarble_edit *edit)
{
	char line[200];

	snprintf(line, sizeof(line), "%llu+%llu %s %u\n",
	    (unsigned long long)edit->in_at, (unsigned long long)edit->in_len,
	    edit->rule, edit->confidence);
	bytes_string(&((struct part *)user)->told, line);
	return 0;
}

static inline int
part_finding(void *user, const struct ungarble_finding *finding)
{
	char line[100];

	snprintf(line, sizeof(line), "%llu %s\n",
	    (unsigned long long)finding->in_at, finding->rule);
	bytes_string(&((struct part *)user)->told, line);
	return 0;
}

static inline void
part_free(struct part *part)
{
	bytes_free(&part->out);
	bytes_free(&part->told);
}

/* Run a part as *like says, fed `step` bytes at a time. */
static inline void
run_part(struct part *part, const struct bytes *in,
    const struct ungarble_options *like, size_t step)
{
	struct ungarble_options opts = *like;
	struct ungarble *ug;

	opts.write = part_write;
	opts.edit = part_edit;
	opts.finding = part_finding;
	opts.user = part;
	part->err = ungarble_open(&ug, &opts);
	if (part->err != UNGARBLE_OK) {
		CHECK("no stream", ug == NULL);
		return;
	}
	for (size_t at = (size_t)ungarble_part_from(ug); at < in->len &&
	    part->err == UNGARBLE_OK && !ungarble_part_ended(ug); at += step)
		part->err = ungarble_feed(ug, in->s + at, in->len - at < step ?
		    in->len - at : step);
	part->state_len = ungarble_part_state(ug, part->state,
	    sizeof(part->state));
	if (part->state_len == 0)
		part->state[0] = '\0';
	if (part->err == UNGARBLE_OK)
		part->err = ungarble_finish(ug);
	part->failed_at = ungarble_failed_at(ug);
	ungarble_close(ug);
}

/* Where two of them first differ. */
static inline void
check_same(const char *what, const struct bytes *a, const struct bytes *b)
{
	size_t at = 0;

	if (CHECK(what, bytes_equal(a, b)))
		return;
	while (at < a->len && at < b->len && a->s[at] == b->s[at])
		at++;
	fprintf(stderr, "%s: at %zu of %zu and %zu: %.*s\n", what, at, a->len,
	    b->len, (int)(b->len - at < 60 ? b->len - at : 60), b->s + at);
}

#define BLOCKS_MAX 16

/* What a stream knows at the start of each block, or "". */
struct places {
	char states[BLOCKS_MAX][UNGARBLE_PART_STATE];
};

static inline void
places_find(struct places *places, const struct bytes *in,
    const struct ungarble_options *like)
{
	const uint64_t block = ungarble_part_block();
	struct ungarble_options opts = *like;
	struct ungarble *ug;
	enum ungarble_err err;

	memset(places, 0, sizeof(*places));
	opts.fixes = "encoding";
	opts.part_end = block;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, in->s, in->len);
	for (size_t i = 1; i < BLOCKS_MAX && err == UNGARBLE_OK &&
	    ungarble_part_ended(ug); i++) {
		const size_t len = ungarble_part_state(ug, places->states[i],
		    UNGARBLE_PART_STATE);

		CHECK("places", len < UNGARBLE_PART_STATE &&
		    len == strlen(places->states[i]));
		err = ungarble_part_next(ug, (i + 1) * block);
	}
	CHECK("places", err == UNGARBLE_OK);
	ungarble_close(ug);
}

#endif /* PARTS_CHECK_H */
