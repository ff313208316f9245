/*
 * restore_test.c - what does not come back
 *
 * Whatever becomes of a journal or of the text: what is restored is right, or
 * nothing is, and there is an error.
 */
#include <string.h>

#include "check.h"
#include "journal/format.h"
#include "journal/xxh64.h"
#include "trip.h"

static const char garbled[] =
    "Le cafÃ© ferme.\nplain\ncaf\xe9 \xe0 six heures, le th\xe9\n"
    "the sign ~{VPND~} over the door\n";

static const struct ungarble_options defaults = UNGARBLE_OPTIONS_INIT;

/* What came back is the start of `in`. */
static bool
is_start(const struct trip *trip, const char *in, size_t len)
{
	return trip->back.len <= len && (trip->back.len == 0 ||
	    memcmp(trip->back.s, in, trip->back.len) == 0);
}

static enum ungarble_err
back(struct trip *trip)
{
	return trip_back(trip, trip->out.s, trip->out.len, trip->journal.len,
	    CUT_NOWHERE, 0);
}

static void
check_spoilt_journal(struct trip *trip, const char *in, size_t len)
{
	for (size_t i = 0; i < trip->journal.len * 8; i++) {
		const char was = trip->journal.s[i / 8];
		enum ungarble_err err;

		trip->journal.s[i / 8] = (char)(was ^ 1 << i % 8);
		err = back(trip);
		CHECK("a bit", err == UNGARBLE_EJOURNAL);
		CHECK("a bit: nothing wrong", is_start(trip, in, len));
		trip->journal.s[i / 8] = was;
	}
	for (size_t i = 0; i < trip->journal.len; i++) {
		CHECK("cut", trip_back(trip, trip->out.s, trip->out.len, i,
		    CUT_EVERYWHERE, 0) == UNGARBLE_EJOURNAL);
		CHECK("cut: nothing wrong", is_start(trip, in, len));
	}
	bytes_string(&trip->journal, "u");
	CHECK("more", back(trip) == UNGARBLE_EJOURNAL);
	CHECK("more: all came back", trip->back.len == len &&
	    is_start(trip, in, len));
	trip->journal.len--;
}

static void
check_spoilt_text(struct trip *trip, const char *in, size_t len)
{
	for (size_t i = 0; i < trip->out.len * 8; i++) {
		const char was = trip->out.s[i / 8];

		trip->out.s[i / 8] = (char)(was ^ 1 << i % 8);
		CHECK("another text", back(trip) == UNGARBLE_EMISMATCH);
		CHECK("another text: nothing wrong", is_start(trip, in, len));
		trip->out.s[i / 8] = was;
	}
	for (size_t i = 0; i < trip->out.len; i++) {
		CHECK("short text", trip_back(trip, trip->out.s, i,
		    trip->journal.len, CUT_EVERYWHERE, 0) ==
		    UNGARBLE_EMISMATCH);
		CHECK("short text: nothing wrong", is_start(trip, in, len));
	}
	bytes_string(&trip->out, "\n");
	CHECK("long text", back(trip) == UNGARBLE_EMISMATCH);
	CHECK("long text: all came back", trip->back.len == len);
	trip->out.len--;
}

static void
check_spoilt(void)
{
	const size_t len = sizeof(garbled) - 1;
	struct trip trip = { .flush = 1, .name = "n" };

	trip_there(&trip, defaults, garbled, len, CUT_NOWHERE, 0);
	CHECK("whole", trip_is_whole(&trip, garbled, len, CUT_EVERYWHERE, 0));
	check_spoilt_journal(&trip, garbled, len);
	check_spoilt_text(&trip, garbled, len);
	CHECK("whole again", trip_is_whole(&trip, garbled, len, CUT_NOWHERE,
	    0));
	trip_free(&trip);
}

/* Give the frames of a section the hashes of what is in them now. */
static void
reseal(struct bytes *journal)
{
	struct ug_cursor at = { .s = (const unsigned char *)journal->s,
		.len = journal->len, .at = UG_JOURNAL_MAGIC_LEN };
	uint64_t hash = 0;

	while (at.at < at.len) {
		const uint64_t len = ug_get_number(&at);

		hash = ug_xxh64(ug_get_bytes(&at, len), (size_t)len, hash);
		for (size_t i = 0; i < 8; i++)
			journal->s[at.at + i] = (char)(hash >> 8 * i);
		at.at += 8;
	}
}

/* Where payloads are: not magic, lengths of frames and their hashes. */
static void
mark_payloads(const struct bytes *journal, bool *payload)
{
	struct ug_cursor at = { .s = (const unsigned char *)journal->s,
		.len = journal->len, .at = UG_JOURNAL_MAGIC_LEN };

	while (at.at < at.len) {
		const uint64_t len = ug_get_number(&at);

		memset(payload + at.at, 1, (size_t)len);
		at.at += (size_t)len + 8;
	}
}

/* Frames that are whole and say something else. */
static void
check_forged(void)
{
	const size_t len = sizeof(garbled) - 1;
	struct trip trip = { .flush = 2, .name = "n" };
	bool payload[1000] = { false };
	size_t n = 0, n_same = 0;

	trip_there(&trip, defaults, garbled, len, CUT_NOWHERE, 0);
	if (!CHECK("room", trip.journal.len <= sizeof(payload)))
		return;
	mark_payloads(&trip.journal, payload);
	for (size_t i = 0; i < trip.journal.len * 8; i++) {
		const char was = trip.journal.s[i / 8];
		enum ungarble_err err;

		if (!payload[i / 8])
			continue;
		n++;
		trip.journal.s[i / 8] = (char)(was ^ 1 << i % 8);
		reseal(&trip.journal);
		err = back(&trip);
		CHECK("forged: nothing wrong", is_start(&trip, garbled, len));
		CHECK("forged", err != UNGARBLE_OK || trip.back.len == len);
		n_same += err == UNGARBLE_OK;
		trip.journal.s[i / 8] = was;
		reseal(&trip.journal);
	}
	/* A label in capitals, or of an encoding that has the same there. */
	CHECK("some", n > 500 && n_same < 32);
	CHECK("whole again", trip_is_whole(&trip, garbled, len, CUT_NOWHERE,
	    0));
	trip_free(&trip);
}

/* What is cut gives all whole blocks before. */
static void
check_cut(void)
{
	struct bytes in = { 0 };
	struct trip trip = { 0 };
	size_t most = 0;

	mixed_make(&in, 2000000, 9);
	trip_there(&trip, defaults, in.s, in.len, CUT_NOWHERE, 0);
	for (size_t i = 1; i < 10; i++) {
		CHECK("cut", trip_back(&trip, trip.out.s, trip.out.len,
		    trip.journal.len * i / 10, CUT_NOWHERE, 0) ==
		    UNGARBLE_EJOURNAL);
		CHECK("a start", is_start(&trip, in.s, in.len));
		CHECK("told", trip.in_len == trip.back.len);
		CHECK("ever more", trip.back.len >= most);
		most = trip.back.len;
	}
	CHECK("nearly all", most > in.len / 2);
	trip_free(&trip);
	bytes_free(&in);
}

/* Sections one after the other, some of nothing. */
static void
check_sections(void)
{
	struct trip trip = { 0 };
	struct bytes in = { 0 };
	size_t one;

	trip_there(&trip, defaults, "", 0, CUT_NOWHERE, 0);
	trip_there(&trip, defaults, garbled, 40, CUT_NOWHERE, 0);
	one = trip.journal.len;
	trip_there(&trip, defaults, "", 0, CUT_NOWHERE, 0);
	trip_there(&trip, defaults, garbled, 60, CUT_NOWHERE, 0);
	trip_there(&trip, defaults, "", 0, CUT_NOWHERE, 0);
	bytes_add(&in, garbled, 40);
	bytes_add(&in, garbled, 60);
	CHECK("sections", trip_is_whole(&trip, in.s, in.len, CUT_EVERYWHERE,
	    0));
	CHECK("all of them", trip.n_sections == 5);
	CHECK("fewer than texts", trip_back(&trip, trip.out.s, trip.out.len,
	    one, CUT_NOWHERE, 0) == UNGARBLE_EMISMATCH);
	CHECK("fewer than texts: nothing wrong", trip.back.len == 40);
	/* One of them in the place of another. */
	memmove(trip.journal.s, trip.journal.s + one, trip.journal.len - one);
	trip.journal.len -= one;
	CHECK("others", back(&trip) == UNGARBLE_EMISMATCH);
	CHECK("others: nothing", trip.back.len == 0);
	trip_free(&trip);
	bytes_free(&in);
}

static int
on_write_stop(void *user, const char *s, size_t len)
{
	(void)user;
	(void)s;
	(void)len;
	return 1;
}

/* The first read_len bytes, and then no more can be read. */
static long
on_read_some(void *user, char *s, size_t len)
{
	struct trip *const trip = user;

	return trip->read_at < trip->read_len ? trip_on_read(user, s, len) :
	    -1;
}

static long
on_read_fail(void *user, char *s, size_t len)
{
	(void)user;
	(void)s;
	(void)len;
	return -1;
}

/* However much of the journal was read before: why it ends is told. */
static void
check_fails(void)
{
	const size_t len = sizeof(garbled) - 1;
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct trip trip = { .flush = 2, .name = "n" };

	trip_there(&trip, defaults, garbled, len, CUT_NOWHERE, 0);
	opts.read = on_read_some;
	opts.user = &trip;
	for (size_t i = 0; i <= trip.journal.len; i++) {
		trip.read_at = 0;
		trip.read_len = i;
		CHECK("fails", ungarble_journal_check(&opts) ==
		    UNGARBLE_ESTOPPED);
	}
	trip_free(&trip);
}

static void
check_calls(void)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct ungarble_restore *restore;
	struct trip trip = { 0 };

	CHECK("no read", ungarble_restore_open(&restore, &opts) ==
	    UNGARBLE_EOPTION && restore == NULL);
	CHECK("no read", ungarble_journal_check(&opts) == UNGARBLE_EOPTION);
	opts.read = on_read_fail;
	CHECK("read", ungarble_restore_open(&restore, &opts) == UNGARBLE_OK);
	CHECK("nothing", ungarble_restore_feed(restore, NULL, 0) ==
	    UNGARBLE_OK);
	CHECK("fails", ungarble_restore_feed(restore, "a", 1) ==
	    UNGARBLE_ESTOPPED);
	CHECK("sticks", ungarble_restore_finish(restore) ==
	    UNGARBLE_ESTOPPED);
	CHECK("finished", ungarble_restore_feed(restore, "a", 1) ==
	    UNGARBLE_EMISUSE);
	ungarble_restore_close(restore);
	ungarble_restore_close(NULL);
	CHECK("check", ungarble_journal_check(&opts) == UNGARBLE_ESTOPPED);

	trip_there(&trip, defaults, "", 0, CUT_NOWHERE, 0);
	opts.read = trip_on_read;
	opts.user = &trip;
	trip.read_len = trip.journal.len;
	CHECK("no text", ungarble_restore_open(&restore, &opts) ==
	    UNGARBLE_OK && ungarble_restore_finish(restore) == UNGARBLE_OK);
	CHECK("twice", ungarble_restore_finish(restore) == UNGARBLE_EMISUSE);
	ungarble_restore_close(restore);
	trip_free(&trip);

	trip = (struct trip){ 0 };
	trip_there(&trip, defaults, "a\n", 2, CUT_NOWHERE, 0);
	opts.read = trip_on_read;
	opts.write = on_write_stop;
	opts.user = &trip;
	trip.read_len = trip.journal.len;
	CHECK("write", ungarble_restore_open(&restore, &opts) == UNGARBLE_OK);
	CHECK("write stops", ungarble_restore_feed(restore, "a\n", 2) ==
	    UNGARBLE_ESTOPPED);
	ungarble_restore_close(restore);
	trip_free(&trip);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_spoilt();
	check_forged();
	check_cut();
	check_sections();
	check_fails();
	check_calls();
	return check_done(argv[0]);
}
