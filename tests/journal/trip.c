/*
 * trip.c - an input through a stream with a journal, and back
 */
#include "trip.h"

#include <string.h>

#include "random.h"

static void *
trip_resize(void *user, void *ptr, size_t size)
{
	struct trip *const trip = user;

	return failing_resize(trip->memory, ptr, size);
}

int
trip_on_journal(void *user, const char *s, size_t len)
{
	bytes_add(&((struct trip *)user)->journal, s, len);
	return 0;
}

static int
trip_on_write(void *user, const char *s, size_t len)
{
	bytes_add(&((struct trip *)user)->out, s, len);
	return 0;
}

static int
trip_on_piece(void *user, const struct ungarble_piece *piece)
{
	struct trip *const trip = user;

	trip->err = ungarble_journal_piece(trip->writer, piece);
	trip->n_pieces++;
	if (trip->err == UNGARBLE_OK && trip->flush > 0 &&
	    trip->n_pieces % trip->flush == 0)
		trip->err = ungarble_journal_flush(trip->writer);
	return trip->err != UNGARBLE_OK;
}

static size_t
trip_cut(enum cuts cuts, size_t left, uint64_t *seed)
{
	const size_t n = cuts == CUT_NOWHERE ? left : cuts == CUT_EVERYWHERE ?
	    1 : (size_t)(random_next(seed) % 5000);

	return n < left ? n : left;
}

void
trip_there(struct trip *trip, struct ungarble_options opts, const char *in,
    size_t len, enum cuts cuts, uint64_t seed)
{
	struct ungarble_journal_options journal = UNGARBLE_JOURNAL_OPTIONS_INIT;
	struct ungarble *ug = NULL;

	journal.name = trip->name;
	journal.write = trip_on_journal;
	journal.user = opts.user = trip;
	journal.resize = trip->memory != NULL ? trip_resize : NULL;
	opts.write = trip_on_write;
	opts.piece = trip_on_piece;
	trip->err = ungarble_journal_open(&trip->writer, &journal);
	if (trip->err == UNGARBLE_OK)
		trip->err = ungarble_open(&ug, &opts);
	for (size_t at = 0, n; at < len && trip->err == UNGARBLE_OK; at += n) {
		enum ungarble_err err;

		n = trip_cut(cuts, len - at, &seed);
		err = ungarble_feed(ug, in + at, n);
		if (trip->err == UNGARBLE_OK)
			trip->err = err;
	}
	if (trip->err == UNGARBLE_OK) {
		const enum ungarble_err err = ungarble_finish(ug);

		if (trip->err == UNGARBLE_OK)
			trip->err = err;
	}
	if (trip->err == UNGARBLE_OK)
		trip->err = ungarble_journal_finish(trip->writer);
	ungarble_close(ug);
	ungarble_journal_close(trip->writer);
}

long
trip_on_read(void *user, char *s, size_t len)
{
	struct trip *const trip = user;

	if (len > trip->read_len - trip->read_at)
		len = trip->read_len - trip->read_at;
	/* Cut as reads may be. */
	if (len > 1)
		len -= len / 3;
	if (len > 0)
		memcpy(s, trip->journal.s + trip->read_at, len);
	trip->read_at += len;
	return (long)len;
}

static int
trip_on_back(void *user, const char *s, size_t len)
{
	bytes_add(&((struct trip *)user)->back, s, len);
	return 0;
}

static int
trip_on_section(void *user, const struct ungarble_section *section)
{
	struct trip *const trip = user;

	trip->n_sections++;
	return strcmp(section->name, trip->name != NULL ? trip->name : "") != 0;
}

enum ungarble_err
trip_back(struct trip *trip, const char *text, size_t len, size_t journal_len,
    enum cuts cuts, uint64_t seed)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct ungarble_restore *restore;
	enum ungarble_err err;

	trip->back.len = 0;
	trip->read_at = 0;
	trip->read_len = journal_len;
	trip->n_sections = 0;
	opts.read = trip_on_read;
	opts.write = trip_on_back;
	opts.section = trip_on_section;
	opts.user = trip;
	opts.resize = trip->memory != NULL ? trip_resize : NULL;
	err = ungarble_restore_open(&restore, &opts);
	if (err != UNGARBLE_OK)
		return err;
	for (size_t at = 0, n; at < len && err == UNGARBLE_OK; at += n) {
		n = trip_cut(cuts, len - at, &seed);
		err = ungarble_restore_feed(restore, text + at, n);
	}
	if (err == UNGARBLE_OK)
		err = ungarble_restore_finish(restore);
	ungarble_restore_told(restore, &trip->in_len, &trip->out_len);
	ungarble_restore_close(restore);
	return err;
}

bool
trip_is_whole(struct trip *trip, const char *in, size_t len, enum cuts cuts,
    uint64_t seed)
{
	return trip->err == UNGARBLE_OK &&
	    trip_back(trip, trip->out.s, trip->out.len, trip->journal.len,
		cuts, seed) == UNGARBLE_OK &&
	    trip->back.len == len &&
	    (len == 0 || memcmp(trip->back.s, in, len) == 0) &&
	    trip->in_len == len && trip->out_len == trip->out.len;
}

void
trip_free(struct trip *trip)
{
	bytes_free(&trip->out);
	bytes_free(&trip->journal);
	bytes_free(&trip->back);
	*trip = (struct trip){ 0 };
}
