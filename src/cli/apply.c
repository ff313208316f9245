/*
 * apply.c - --apply: just the edits of a report that was looked through
 *
 * An edit of a report and one that comes up are the same if they say the same
 * of file, record, bytes of the input, rule, before and after.  In which step
 * it comes up, and where in the text of that step, may be otherwise where
 * others were left out.  Of what an edit says a hash is kept (apply_hash.h),
 * since a report may have millions of them.
 */
#include <stdlib.h>
#include <string.h>

#include "apply.h"
#include "apply_hash.h"
#include "apply_line.h"
#include "memory.h"
#include "message.h"
#include "printable.h"
#include "report_lines.h"

/* What edits that say the same come to. */
struct apply_entry {
	uint64_t file, edit; /* hashes */
	uint32_t line;       /* of the report: the first of them */
	uint32_t n, n_asked, n_made;
	uint32_t n_runs, n_started; /* of the file; in its first entry */
};

struct cli_apply {
	const char *report;
	struct apply_entry *entries; /* by file, then by edit */
	size_t n, cap;
};

/* ---- the report ---- */

static int
apply_compare(const void *left, const void *right)
{
	const struct apply_entry *const a = left, *const b = right;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->edit != b->edit)
		return a->edit < b->edit ? -1 : 1;
	return (a->line > b->line) - (a->line < b->line);
}

/* Make one entry of those that say the same. */
static void
apply_sort(struct cli_apply *apply)
{
	size_t n = 0;

	if (apply->n == 0)
		return;
	qsort(apply->entries, apply->n, sizeof(*apply->entries),
	    apply_compare);
	for (size_t i = 1; i < apply->n; i++) {
		const struct apply_entry *const entry = &apply->entries[i];

		if (entry->file == apply->entries[n].file &&
		    entry->edit == apply->entries[n].edit)
			apply->entries[n].n++;
		else
			apply->entries[++n] = *entry;
	}
	apply->n = n + 1;
}

/* Take an edit.  False if there is no memory. */
static bool
apply_add(struct cli_apply *apply, const struct cli_apply_line *line,
    uint32_t number)
{
	if (apply->n == apply->cap) {
		const size_t cap = apply->cap + apply->cap / 2 + 64;
		struct apply_entry *const more =
		    cap <= SIZE_MAX / sizeof(*more)
		    ? cli_memory_resize(NULL, apply->entries,
			  cap * sizeof(*more))
		    : NULL;

		if (more == NULL)
			return false;
		apply->entries = more;
		apply->cap = cap;
	}
	apply->entries[apply->n++] = (struct apply_entry){
		.file = cli_apply_hash_file(line->file.s, line->file.len),
		.edit = cli_apply_hash_edit(line),
		.line = number,
		.n = 1,
	};
	return true;
}

/* Take all lines.  NULL, or what is wrong with lines->number. */
static const char *
apply_read_lines(struct cli_apply *apply, struct cli_report_lines *lines)
{
	struct cli_apply_line line;
	const char *why = NULL;

	while (why == NULL && cli_report_lines_next(lines)) {
		if (lines->len == 0 && lines->number > 1)
			continue;
		why = cli_apply_line_read(
		    &line, lines->s, lines->len, lines->number == 1);
		if (why == NULL && line.is_edit &&
		    !apply_add(apply, &line, lines->number))
			why = cli_memory_error();
	}
	if (why == NULL)
		why = lines->why;
	if (why == NULL && lines->number == 0)
		why = "no report";
	return why;
}

/* The first entry that is not less. */
static size_t
apply_find(const struct cli_apply *apply, uint64_t file, uint64_t edit)
{
	const struct apply_entry wanted = { .file = file, .edit = edit };
	size_t low = 0, high = apply->n;

	while (low < high) {
		const size_t mid = low + (high - low) / 2;

		if (apply_compare(&apply->entries[mid], &wanted) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The entries of a file: from the one returned up to *end. */
static size_t
apply_file(const struct cli_apply *apply, const char *file, size_t *end)
{
	const uint64_t hash = cli_apply_hash_file(file, strlen(file));
	const size_t start = apply_find(apply, hash, 0);

	*end = start;
	while (*end < apply->n && apply->entries[*end].file == hash)
		++*end;
	return start;
}

/* Count how often each file is an input. */
static void
apply_count_runs(struct cli_apply *apply, char *const *files)
{
	if (apply->entries == NULL) /* of an empty report */
		return;
	for (size_t end; *files != NULL; files++) {
		const size_t start = apply_file(apply, *files, &end);

		if (start < end)
			apply->entries[start].n_runs++;
	}
}

static void
apply_refuse(const char *name, const struct cli_report_lines *lines,
    const char *why)
{
	if (lines->error != 0)
		cli_message_errno(name, lines->error);
	else if (lines->number == 0)
		cli_message(name, why);
	else
		cli_message_line(name, lines->number, why);
	if (lines->error == 0 && lines->number <= 1)
		cli_message(NULL, "--apply takes what --report wrote");
}

struct cli_apply *
cli_apply_read(const char *name, char *const *files)
{
	struct cli_apply *const apply = calloc(1, sizeof(*apply));
	struct cli_report_lines lines;
	const char *why;

	if (apply == NULL) {
		cli_message(NULL, ungarble_strerror(UNGARBLE_ENOMEM));
		return NULL;
	}
	apply->report = name;
	if (!cli_report_lines_open(&lines, name)) {
		cli_apply_free(apply);
		return NULL;
	}
	why = apply_read_lines(apply, &lines);
	cli_report_lines_close(&lines);
	if (why != NULL) {
		apply_refuse(name, &lines, why);
		cli_apply_free(apply);
		return NULL;
	}
	apply_sort(apply);
	apply_count_runs(apply, files);
	return apply;
}

void
cli_apply_free(struct cli_apply *apply)
{
	if (apply == NULL)
		return;
	(void)cli_memory_resize(NULL, apply->entries, 0);
	free(apply);
}

/* ---- edits that come up ---- */

/* The entry of an edit, or NULL. */
static struct apply_entry *
apply_entry(struct cli_apply *apply, const char *file,
    const struct ungarble_edit *edit)
{
	const struct cli_apply_line line = {
		.record = edit->record,
		.in_at = edit->in_at,
		.in_len = edit->in_len,
		.rule = { edit->rule, strlen(edit->rule) },
		.before = { edit->before, edit->before_len },
		.after = { edit->after, edit->after_len },
	};
	const uint64_t file_hash = cli_apply_hash_file(file, strlen(file));
	const uint64_t hash = cli_apply_hash_edit(&line);
	const size_t i = apply_find(apply, file_hash, hash);

	return i < apply->n && apply->entries[i].file == file_hash &&
		apply->entries[i].edit == hash
	    ? &apply->entries[i]
	    : NULL;
}

bool
cli_apply_wants(struct cli_apply *apply, const char *file,
    const struct ungarble_edit *edit)
{
	struct apply_entry *const entry = apply_entry(apply, file, edit);

	if (entry == NULL || entry->n_asked == entry->n)
		return false;
	entry->n_asked++;
	return true;
}

void
cli_apply_made(struct cli_apply *apply, const char *file,
    const struct ungarble_edit *edit)
{
	struct apply_entry *const entry = apply_entry(apply, file, edit);

	if (entry != NULL && entry->n_made < entry->n)
		entry->n_made++;
}

/* ---- edits that do not ---- */

void
cli_apply_start(struct cli_apply *apply, const char *file)
{
	size_t end;
	const size_t start = apply_file(apply, file, &end);

	if (start < end)
		apply->entries[start].n_started++;
	for (size_t i = start; i < end; i++)
		apply->entries[i].n_asked = 0;
}

/* What did not come up. */
struct apply_lost {
	uint64_t n;
	uint32_t line; /* of the report: the first of them */
};

static void
apply_lose(struct apply_lost *lost, const struct apply_entry *entry)
{
	if (lost->n == 0 || entry->line < lost->line)
		lost->line = entry->line;
	lost->n += entry->n - entry->n_made;
}

/* "REPORT: line 7: this edit of FILE did not come up, nor did 2 more" */
static void
apply_tell(const struct cli_apply *apply, const char *file,
    const struct apply_lost *lost)
{
	struct cli_out *const out = cli_message_start(apply->report);

	cli_out_string(out, "line ");
	cli_out_number(out, lost->line);
	cli_out_string(out, ": this edit of ");
	cli_out_masked(out, file, strlen(file), false);
	cli_out_string(out, " did not come up");
	if (lost->n > 1) {
		cli_out_string(out, ", nor did ");
		cli_out_number(out, lost->n - 1);
		cli_out_string(out, " more");
	}
	cli_message_end();
}

/*
 * A report tells of a file as often as it was an input, and so do all its runs
 * together, of which the later ones may find it repaired.
 */
bool
cli_apply_end(struct cli_apply *apply, const char *file, bool failed)
{
	size_t end;
	const size_t start = apply_file(apply, file, &end);
	struct apply_lost lost = { 0 };

	for (size_t i = start; i < end; i++) {
		struct apply_entry *const entry = &apply->entries[i];
		const bool is_last = apply->entries[start].n_started ==
		    apply->entries[start].n_runs;

		if (is_last ? entry->n_made < entry->n : entry->n_made == 0)
			apply_lose(&lost, entry);
		if (failed)
			entry->n_made = 0;
	}
	if (lost.n > 0 && !failed)
		apply_tell(apply, cli_message_input(file), &lost);
	return lost.n == 0;
}

bool
cli_apply_end_all(const struct cli_apply *apply)
{
	struct apply_lost lost = { 0 };
	size_t first = 0;

	for (size_t i = 0; i < apply->n; i++) {
		if (apply->entries[i].file != apply->entries[first].file)
			first = i;
		if (apply->entries[first].n_started == 0)
			apply_lose(&lost, &apply->entries[i]);
	}
	if (lost.n > 0)
		apply_tell(apply, "a file that was not read", &lost);
	return lost.n == 0;
}
