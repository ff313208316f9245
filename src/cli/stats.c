/*
 * stats.c - --stats: what all inputs came to
 *
 *	2 files, 1 changed
 *	38 bytes in, 36 bytes out, 2 lines
 *	1 edit: mojibake 1
 *	UTF-8 26 bytes, US-ASCII 12 bytes
 *	0.004 s, 9.5 kB/s
 */
#define _XOPEN_SOURCE 700

#include <string.h>

#include "stats.h"
#include "amount.h"
#include "json.h"
#include "least.h"
#include "message.h"
#include "show.h"
#include "told.h"

void
cli_stats_start(struct cli_stats *stats)
{
	(void)clock_gettime(CLOCK_MONOTONIC, &stats->start);
}

void
cli_stats_edit(struct cli_stats *stats, const struct ungarble_edit *edit)
{
	const struct ungarble_fix *fix;

	for (size_t i = 0; i < CLI_N_FIXES && edit->fix != NULL &&
	     (fix = ungarble_fix(i)) != NULL; i++)
		if (fix->name == edit->fix ||
		    strcmp(fix->name, edit->fix) == 0) {
			stats->by_fix[i]++;
			return;
		}
}

static void
stats_encoding(struct cli_stats *stats, const char *name, uint64_t len)
{
	size_t i = 0;

	while (i < stats->n_encodings &&
	    strcmp(stats->encodings[i].name, name) != 0)
		i++;
	if (len == 0 || i > CLI_N_ENCODINGS)
		return;
	if (i == stats->n_encodings) {
		stats->n_encodings++;
		stats->encodings[i].name = name;
	}
	stats->encodings[i].len += len;
}

void
cli_stats_add(struct cli_stats *stats, const struct cli_one *one)
{
	const struct cli_totals *const totals = &one->totals;
	uint64_t ascii = totals->in_len;

	stats->n_files++;
	stats->n_changed += totals->changed;
	stats->n_failed += !totals->complete && !one->skipped;
	stats->n_skipped += one->skipped;
	stats->stored += one->source.at;
	stats->in_len += totals->in_len;
	stats->out_len += totals->out_len;
	stats->n_records += totals->n_records;
	stats->n_edits += totals->n_edits;
	stats->n_invalid += totals->n_invalid;
	stats->n_findings += totals->n_findings;
	for (size_t i = 0; i < one->detected.n; i++) {
		const struct cli_counted *const counted =
		    &one->detected.counted[i];

		stats_encoding(stats, counted->encoding, counted->len);
		ascii -= CLI_MIN(counted->len, ascii);
	}
	stats_encoding(stats, "US-ASCII", ascii);
}

/* Since the start. */
static uint64_t
stats_microseconds(const struct cli_stats *stats)
{
	struct timespec now = stats->start;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)((now.tv_sec - stats->start.tv_sec) * 1000000 +
	    (now.tv_nsec - stats->start.tv_nsec) / 1000);
}

uint64_t
cli_stats_rate(const struct cli_stats *stats, uint64_t microseconds)
{
	return (uint64_t)((double)stats->in_len * 1e6 /
	    (double)(microseconds > 0 ? microseconds : 1));
}

/* ", 3 changed", if there are any. */
static void
stats_some(struct cli_out *out, uint64_t n, const char *what)
{
	if (n == 0)
		return;
	cli_out_string(out, ", ");
	cli_out_number(out, n);
	cli_out_string(out, what);
}

static void
stats_tell_bytes(const struct cli_stats *stats)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_show_count(out, stats->in_len, "byte");
	cli_out_string(out, " in");
	if (stats->stored != stats->in_len) {
		cli_out_string(out, " (");
		cli_out_number(out, stats->stored);
		cli_out_string(out, " as stored)");
	}
	cli_out_string(out, ", ");
	cli_show_count(out, stats->out_len, "byte");
	cli_out_string(out, " out, ");
	cli_show_count(out, stats->n_records, "line");
	cli_message_end();
}

static void
stats_tell_edits(const struct cli_stats *stats)
{
	struct cli_out *out = cli_message_start(NULL);
	const char *before = ": ";

	cli_show_count(out, stats->n_edits, "edit");
	for (size_t i = 0; i < CLI_N_FIXES; i++) {
		if (stats->by_fix[i] == 0)
			continue;
		cli_out_string(out, before);
		cli_out_string(out, ungarble_fix(i)->name);
		cli_out_string(out, " ");
		cli_out_number(out, stats->by_fix[i]);
		before = ", ";
	}
	stats_some(out, stats->n_invalid, " malformed");
	stats_some(out, stats->n_findings, " found and left");
	cli_message_end();
}

static void
stats_tell_encodings(const struct cli_stats *stats)
{
	struct cli_out *out;

	if (stats->n_encodings == 0)
		return;
	out = cli_message_start(NULL);
	for (size_t i = 0; i < stats->n_encodings; i++) {
		cli_out_string(out, i > 0 ? ", " : "");
		cli_out_string(out, stats->encodings[i].name);
		cli_out_string(out, " ");
		cli_show_count(out, stats->encodings[i].len, "byte");
	}
	cli_message_end();
}

void
cli_stats_tell(const struct cli_stats *stats, bool json)
{
	const uint64_t microseconds = stats_microseconds(stats);
	struct cli_out *out;

	if (json) {
		cli_json_stats(cli_message_plain(), stats, microseconds);
		cli_message_flush();
		return;
	}
	out = cli_message_start(NULL);
	cli_show_count(out, stats->n_files, "file");
	stats_some(out, stats->n_changed, " changed");
	stats_some(out, stats->n_skipped, " skipped");
	stats_some(out, stats->n_failed, " failed");
	cli_message_end();
	stats_tell_bytes(stats);
	stats_tell_edits(stats);
	stats_tell_encodings(stats);
	out = cli_message_start(NULL);
	cli_out_seconds(out, microseconds, 3);
	cli_out_string(out, " s, ");
	cli_out_amount(out, cli_stats_rate(stats, microseconds));
	cli_out_string(out, "/s");
	cli_message_end();
}
