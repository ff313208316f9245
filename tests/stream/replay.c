/*
 * replay.c - makes the edits that a run told of, and compares
 */
#include "replay.h"

#include <stdio.h>
#include <string.h>

/* Where the record that starts at `at` ends. */
static size_t
record_end(const struct bytes *text, size_t at)
{
	const char *const lf = memchr(text->s + at, '\n', text->len - at);

	return lf != NULL ? (size_t)(lf - text->s) + 1 : text->len;
}

/* Make the edits of one record, those of a step all at once. */
static bool
replay_record(struct bytes *record, const struct run *run, size_t from,
    size_t to)
{
	for (size_t i = from; i < to;) {
		const unsigned step = run->edits[i].edit.step;
		struct bytes next = { 0 };
		size_t done = 0;

		for (; i < to && run->edits[i].edit.step == step; i++) {
			const struct ungarble_edit *const e =
			    &run->edits[i].edit;

			if (step == 0)
				continue;
			if (e->at < done ||
			    e->at + e->before_len > record->len ||
			    memcmp(record->s + e->at, run->words.s +
			    run->edits[i].before_at, e->before_len) != 0) {
				fprintf(stderr, "record %llu at %zu+%zu: %s\n",
				    (unsigned long long)e->record, e->at,
				    e->before_len, e->rule);
				return false;
			}
			bytes_add(&next, record->s + done, e->at - done);
			bytes_add(&next, run->words.s + run->edits[i].after_at,
			    e->after_len);
			done = e->at + e->before_len;
		}
		bytes_add(&next, record->s + done, record->len - done);
		bytes_free(record);
		*record = next;
	}
	return true;
}

bool
replay_gives(const struct bytes *decoded, const struct run *run)
{
	struct bytes out = { 0 };
	size_t edit = 0;
	uint64_t number = 1;
	bool good = true;

	for (size_t at = 0; at < decoded->len && good; number++) {
		const size_t end = record_end(decoded, at);
		const size_t from = edit;
		struct bytes record = { 0 };

		bytes_add(&record, decoded->s + at, end - at);
		while (edit < run->n_edits &&
		    run->edits[edit].edit.record == number)
			edit++;
		good = replay_record(&record, run, from, edit);
		bytes_add(&out, record.s, record.len);
		bytes_free(&record);
		at = end;
	}
	if (good && edit != run->n_edits)
		fprintf(stderr, "%zu edits of no record\n",
		    run->n_edits - edit);
	good = good && edit == run->n_edits && bytes_equal(&out, &run->out);
	bytes_free(&out);
	return good;
}
