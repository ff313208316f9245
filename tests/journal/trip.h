/*
 * trip.h - an input through a stream with a journal, and back
 */
#ifndef TRIP_H
#define TRIP_H

#include "failing.h"
#include "stream/harness.h"
#include "ungarble_journal.h"

struct trip {
	struct bytes out, journal, back;
	enum ungarble_err err;      /* of the stream or its journal */
	size_t flush;               /* a block for so many pieces; 0: as it comes */
	const char *name;           /* of the section */
	struct failing *memory;     /* NULL: there is enough */

	struct ungarble_journal *writer;
	size_t n_pieces;
	size_t read_at, read_len;   /* of the journal, and how much at a time */
	uint64_t n_sections, in_len, out_len;
};

/*
 * Append to `out` what a stream of these options makes of `in`, and to
 * `journal` a section.  Callbacks are set here.
 */
void trip_there(struct trip *trip, struct ungarble_options opts,
    const char *in, size_t len, enum cuts cuts, uint64_t seed);

/*
 * Restore `text` into trip->back, by the first journal_len bytes of the
 * journal.
 */
enum ungarble_err trip_back(struct trip *trip, const char *text, size_t len,
    size_t journal_len, enum cuts cuts, uint64_t seed);

/* Whether `in` comes back from what trip_there() left, and nothing is wrong. */
bool trip_is_whole(struct trip *trip, const char *in, size_t len,
    enum cuts cuts, uint64_t seed);

/* Callbacks whose user is a trip: keep the journal, and give it. */
int trip_on_journal(void *user, const char *s, size_t len);
long trip_on_read(void *user, char *s, size_t len);

void trip_free(struct trip *trip);

#endif /* TRIP_H */
