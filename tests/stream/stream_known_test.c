/*
 * stream_known_test.c - what is known of a stream is read as it was written
 */
#include "stream/stream_known.h"

#include "check.h"
#include "detect/detect.h"
#include "encodings/by_label.h"
#include "random.h"

static const char *const labels[] = { "utf-8", "utf-16le", "windows-1251",
	"shift_jis", "iso-2022-kr" };
static const char *const codes[] = { NULL, "ru", "de", "ja" };

static struct ug_verdict
verdict_draw(uint64_t *seed)
{
	const size_t n = sizeof(labels) / sizeof(*labels);
	const char *const code = codes[random_next(seed) % 4];

	return (struct ug_verdict){
		by_label(labels[random_next(seed) % n]),
		(enum ungarble_reason)(random_next(seed) %
		    (UNGARBLE_BY_DEFAULT + 1)),
		(unsigned)(random_next(seed) % 101), code,
	};
}

static struct ug_stream_known
known_draw(uint64_t *seed)
{
	struct ug_stream_known known = {
		.records = {
			.at = random_next(seed) >> 1,
			.record_end = random_next(seed) % 3,
			.piece_window = random_next(seed) % 100000,
			.line_end = (enum ug_line_end)(random_next(seed) %
			    (UG_LINE_END_NUL + 1)),
			.form = verdict_draw(seed),
			.asked_here = random_next(seed) % 2 != 0,
			.n_asked = (unsigned)(random_next(seed) % 3),
			.korean = random_next(seed) % 2 != 0,
		},
		.whole = verdict_draw(seed),
		.columns.known = random_next(seed) % 2 != 0,
		.history = random_next(seed),
	};

	for (size_t i = 0; known.columns.known && i < 40; i++)
		if (random_next(seed) % 3 != 0)
			ug_columns_add(&known.columns, i);
	return known;
}

static bool
verdict_equal(struct ug_verdict a, struct ug_verdict b)
{
	return a.encoding == b.encoding && a.reason == b.reason &&
	    a.confidence == b.confidence && (a.language == NULL) ==
	    (b.language == NULL) && (a.language == NULL ||
	    strcmp(a.language, b.language) == 0);
}

static void
check_equal(const struct ug_stream_known *a, const struct ug_stream_known *b)
{
	const struct ug_known *const r = &a->records, *const s = &b->records;

	CHECK("at", r->at == s->at);
	CHECK("record_end", r->record_end == s->record_end);
	CHECK("piece_window", r->piece_window == s->piece_window);
	CHECK("line_end", r->line_end == s->line_end);
	CHECK("form", verdict_equal(r->form, s->form));
	CHECK("ebcdic", r->ebcdic == s->ebcdic);
	CHECK("asked_here", r->asked_here == s->asked_here);
	CHECK("n_asked", r->n_asked == s->n_asked);
	CHECK("korean", r->korean == s->korean);
	CHECK("whole", verdict_equal(a->whole, b->whole));
	CHECK("columns", memcmp(&a->columns, &b->columns,
	    sizeof(a->columns)) == 0);
	CHECK("history", a->history == b->history);
	CHECK("binary", a->binary == b->binary);
}

int
main(int argc, char *argv[])
{
	uint64_t seed = 1;
	char words[4096];

	(void)argc;
	for (size_t i = 0; i < 500; i++) {
		struct ug_stream_known known = { .binary = i == 0 }, read;

		if (i > 0)
			known = known_draw(&seed);
		if (i % 10 == 1) {
			known.records.form.encoding = by_label("ibm037");
			known.records.ebcdic = true;
		}
		CHECK("fits", ug_stream_known_write(&known, words,
		    sizeof(words)) < sizeof(words));
		if (!CHECK("read", ug_stream_known_read(words, &read)))
			fprintf(stderr, "\t%s\n", words);
		else
			check_equal(&known, &read);
	}
	return check_done(argv[0]);
}
