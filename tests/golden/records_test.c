/*
 * records_test.c - what a reading makes of records, and what it then knows
 *
 * Records of bytes, as a seed draws them, wherever in a stream they may stand:
 * close to where blocks meet, far apart, some in a form of their own.  Behind
 * each of them counts what was handed on so far and what is known.  See
 * digest.h for what the numbers are.
 */
#include "digest.h"

#include "coded.h"
#include "edit/memory.h"
#include "reading/reading.h"

#define STREAMS 200
#define RECORDS 60

struct reader {
	struct coded coded;
	uint64_t seed, digest, n_legacy;
	struct bytes bytes;
};

static unsigned
draw(struct reader *reader, unsigned n)
{
	return (unsigned)(random_next(&reader->seed) % n);
}

static void
name_add(uint64_t *digest, const struct ug_encoding *encoding)
{
	const char *const name = encoding == NULL ? "none" : encoding->name;

	digest_add_bytes(digest, name, strlen(name));
}

static enum ungarble_err
reader_take(void *user, struct ug_record *record, const unsigned char *bytes,
    struct ug_work *work)
{
	struct reader *const reader = user;
	const struct ug_text text = ug_work_text(work);
	uint64_t *const digest = &reader->digest;

	digest_add(digest, record->number);
	name_add(digest, record->verdict.encoding);
	name_add(digest, record->around);
	digest_add(digest, record->verdict.reason);
	digest_add(digest, record->verdict.confidence);
	digest_add(digest, record->known * 2u + record->ascii);
	digest_add(digest, record->n_invalid);
	digest_add_bytes(digest, (const char *)bytes, (size_t)record->in_len);
	digest_add_bytes(digest, text.s, text.len);
	for (size_t i = 0; i < work->log.n; i++) {
		const struct ug_done *const done = &work->log.v[i];

		digest_add(digest, done->in_at);
		digest_add(digest, done->in_len);
		digest_add(digest, done->at);
		digest_add(digest, done->confidence);
		digest_add_bytes(digest, done->rule, strlen(done->rule));
	}
	reader->n_legacy += record->verdict.encoding->kind == UG_SINGLE_BYTE ||
	    record->verdict.encoding->kind == UG_MULTI_BYTE;
	return UNGARBLE_OK;
}

/* A record: ASCII, UTF-8, or bytes in an encoding, spoiled or not. */
static void
record_make(struct reader *reader, const struct coded_from *from)
{
	static const char *const plain[] = { "so", "caf\u00E9", "\u0434\u0430",
		"<meta charset=koi8-r>", "", "d\u00E9j\u00E0 vu, \xE9t\u00E9" };
	struct bytes *const bytes = &reader->bytes;

	bytes->len = 0;
	if (draw(reader, 4) == 0)
		bytes_string(bytes, plain[draw(reader, sizeof(plain) /
		    sizeof(*plain))]);
	else
		coded_piece(&reader->coded, from, &reader->seed, bytes);
	if (draw(reader, 12) == 0)
		coded_spoil(bytes, 0, &reader->seed);
	bytes_string(bytes, "\n");
}

/* Where the next record stands: mostly behind the last one. */
static uint64_t
record_at(struct reader *reader, uint64_t at)
{
	const uint64_t edge = (at / UG_BLOCK_LEN + 1) * UG_BLOCK_LEN;

	switch (draw(reader, 16)) {
	case 0:
		return edge - 1;
	case 1:
		return edge;
	case 2:
		return draw(reader, 3) == 0 ? edge + UG_BLOCK_LEN : at;
	default:
		return at;
	}
}

static struct ug_reading *
reading_open(struct reader *reader)
{
	struct ug_reading_setup setup = {
		.candidates = { .fallback = &ug_windows_1252 },
		.whole_stream = draw(reader, 5) == 0,
		.no_memory = draw(reader, 8) == 0,
		.fields = draw(reader, 3) == 0 ? UNGARBLE_FIELDS_TSV :
		    UNGARBLE_FIELDS_NONE,
		.next = reader_take, .user = reader, .alloc = &ug_alloc_libc,
	};
	struct ug_reading *reading;

	setup.candidates.languages = draw(reader, 6) == 0 ? "ru,de" : NULL;
	CHECK("opens", ug_reading_new(&reading, &setup) == UNGARBLE_OK);
	return reading;
}

static void
reading_put(struct reader *reader, struct ug_reading *reading,
    struct ug_record *record)
{
	const struct ug_verdict form = {
		draw(reader, 40) == 0 ? &ug_utf16le : NULL,
		UNGARBLE_BY_VALIDITY, 80, NULL
	};
	const struct ug_verdict whole = ug_reading_verdict(reading);

	record->number++;
	record->in_at = record_at(reader, record->in_at + record->in_len);
	record->in_len = reader->bytes.len;
	CHECK("put", ug_reading_put(reading, record,
	    (const unsigned char *)reader->bytes.s, form) == UNGARBLE_OK);
	if (draw(reader, 30) == 0)
		CHECK("flush", ug_reading_flush(reading) == UNGARBLE_OK);
	digest_add(&reader->digest, ug_reading_waits(reading));
	digest_add(&reader->digest, ug_reading_state(reading));
	name_add(&reader->digest, whole.encoding);
	digest_add(&reader->digest, whole.confidence);
}

static void
stream_read(struct reader *reader)
{
	struct ug_reading *const reading = reading_open(reader);
	struct ug_record record = { .in_at = draw(reader, 2) *
	    (UG_BLOCK_LEN - 500) };
	const unsigned rare = 4 + draw(reader, 40);
	struct coded_from from;

	coded_pick(&reader->coded, &reader->seed, CODED_RECORDS, &from);
	for (unsigned i = 0; i < RECORDS; i++) {
		if (draw(reader, rare) == 0)
			coded_pick(&reader->coded, &reader->seed,
			    CODED_RECORDS, &from);
		record_make(reader, &from);
		reading_put(reader, reading, &record);
	}
	CHECK("flush", ug_reading_flush(reading) == UNGARBLE_OK);
	digest_add(&reader->digest, ug_reading_state(reading));
	ug_reading_free(reading);
}

int
main(int argc, char *argv[])
{
	static struct reader reader = { .seed = 1 };

	(void)argc;
	if (CHECK("own.tsv", coded_open(&reader.coded)))
		for (unsigned i = 0; i < STREAMS; i++)
			stream_read(&reader);
	CHECK("legacy", reader.n_legacy > STREAMS * RECORDS / 3);
	digest_check("records", reader.digest, UINT64_C(0x220C5673F6C6B8A8));
	bytes_free(&reader.bytes);
	coded_close(&reader.coded);
	return check_done(argv[0]);
}
