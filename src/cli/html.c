/*
 * html.c - --report-html: what was changed, or found, as a page to look at
 *
 *	top of the page
 *	for each input: its rows as they are told, then its map
 *	at the end: what all came to, and the script
 *
 * The page is written as the text is, in memory that does not grow: what is
 * known at the end stands at the end, and the style shows it first.  Rows end
 * where there are so many that nobody would look at them all; of a rule that
 * comes up later the first ones are shown still.  Counts and maps go on.
 */
#include <string.h>

#include "html.h"
#include "html_count.h"
#include "html_hold.h"
#include "html_map.h"
#include "html_row.h"
#include "html_text.h"
#include "printable.h"

#include "report_html/page_table.h"

#define HTML_ROWS 5000                /* of a page */
#define HTML_EACH 20                  /* and of each rule even behind them */
#define HTML_BYTES ((size_t)2 << 20)  /* before and after, of all rows */
#define HTML_FILES 500                /* that are shown with what they have */
#define HTML_PLAIN 100                /* and such that have nothing */
#define HTML_ENCODINGS 4              /* that are named of a file */

struct cli_html {
	struct cli_out *out;
	struct cli_html_count count;
	struct cli_html_map map;   /* of this file, as all that follows */
	struct cli_html_hold hold;
	const char *held_file;
	bool is_open;              /* its table is */
	uint64_t n_unlisted;
	/* Of the page. */
	uint64_t n_files, n_plain, n_left_out;
	uint64_t n_rows, n_bytes;
};

static struct cli_html html_page;

struct cli_html *
cli_html_start(struct cli_out *out)
{
	out->page = true;
	html_page.out = out;
	cli_html_lines(out, page_top);
	cli_out_string(out, "ungarble ");
	cli_out_string(out, ungarble_version());
	cli_html_lines(out, page_made);
	cli_json_start(out);
	cli_html_lines(out, page_first);
	return &html_page;
}

/* ---- the section of a file ---- */

static void
html_head(struct cli_html *html, const char *file)
{
	struct cli_out *const out = html->out;

	cli_html_number(out, "<section class=\"file\" aria-labelledby=",
	    html->n_files + html->n_plain);
	cli_html_number(out, "><h3 id=", html->n_files + html->n_plain);
	cli_html_markup(out, ">");
	if (strcmp(file, "-") == 0)
		cli_out_string(out, "standard input");
	else
		cli_out_masked(out, file, strlen(file), false);
	cli_html_markup(out, "</h3>\n");
}

/* Open a table for the rows of a file.  False if there are too many files. */
static bool
html_open(struct cli_html *html, const char *file)
{
	if (html->is_open)
		return true;
	if (html->n_files == HTML_FILES)
		return false;
	html->n_files++;
	html->is_open = true;
	html_head(html, file);
	cli_html_markup(html->out, "<table class=\"edits\">\n"
	    "<caption class=\"vh\">Changes</caption>\n"
	    "<thead><tr><th scope=\"col\" class=\"t\">"
	    "<span class=\"vh\">Take it</span></th>"
	    "<th scope=\"col\" class=\"n p\">Line:byte</th>"
	    "<th scope=\"col\" class=\"r\">Rule</th>"
	    "<th scope=\"col\" class=\"n c\">Sure, %</th>"
	    "<th scope=\"col\">Before</th><th scope=\"col\">After</th>"
	    "</tr></thead>\n<tbody>\n");
	return true;
}

/* Whether there is a row for something of a rule, which is so long. */
static bool
html_lists(struct cli_html *html, const char *file, const char *rule_name,
    size_t len)
{
	struct cli_html_rule *const rule =
	    cli_html_count_rule(&html->count, rule_name);

	if ((html->n_rows < HTML_ROWS || rule->n_listed < HTML_EACH) &&
	    html->n_bytes + len <= HTML_BYTES && html_open(html, file)) {
		html->n_rows++;
		html->n_bytes += len;
		rule->n_listed++;
		return true;
	}
	html->n_unlisted++;
	html->count.n_unlisted++;
	return false;
}

/* Write the edits that wait, those of `piece` with what is around them. */
static void
html_release(struct cli_html *html, const struct ungarble_piece *piece)
{
	for (size_t i = 0; i < html->hold.n; i++)
		cli_html_row_edit(html->out, html->held_file,
		    &html->hold.edits[i], piece);
	cli_html_hold_clear(&html->hold);
}

void
cli_html_edit(struct cli_html *html, const char *file,
    const struct ungarble_edit *edit)
{
	cli_html_count_sure(&html->count, edit->confidence);
	cli_html_map_add(&html->map, edit->rule, edit->in_at);
	if (!html_lists(html, file, edit->rule,
		edit->before_len + edit->after_len))
		return;
	html->held_file = file;
	if (cli_html_hold_add(&html->hold, edit))
		return;
	html_release(html, NULL);
	if (!cli_html_hold_add(&html->hold, edit))
		cli_html_row_edit(html->out, file, edit, NULL);
}

void
cli_html_span(struct cli_html *html, const char *file,
    const struct ungarble_span *span)
{
	cli_html_map_spread(
	    &html->map, span->rule, span->in_at, span->in_len);
	if (html_lists(html, file, span->rule, 0))
		cli_html_row_span(html->out, span);
}

void
cli_html_finding(struct cli_html *html, const char *file,
    const struct ungarble_finding *finding)
{
	cli_html_map_add(&html->map, finding->rule, finding->in_at);
	if (html_lists(html, file, finding->rule, 0))
		cli_html_row_finding(html->out, finding);
}

void
cli_html_piece(struct cli_html *html, const struct ungarble_piece *piece)
{
	html_release(html, piece);
}

/* "20 lines, 12 edits, 1 finding" */
static void
html_kinds(struct cli_out *out, uint64_t n_records, uint64_t n_edits,
    uint64_t n_invalid, uint64_t n_findings)
{
	cli_html_count(out, n_records, "line");
	cli_html_some(out, n_edits, "edit");
	cli_html_some(out, n_invalid, "malformed sequence");
	cli_html_some(out, n_findings, "finding");
}

/* "1,234 bytes, 20 lines, 12 changes; windows-1252 65 %, UTF-8 34 %" */
static void
html_facts(struct cli_html *html, const struct cli_totals *totals,
    struct cli_detected *detected)
{
	struct cli_out *const out = html->out;
	struct cli_finding one;

	cli_html_markup(out, "<p class=\"facts\">");
	cli_html_count(out, totals->in_len, "byte");
	cli_out_string(out, ", ");
	html_kinds(out, totals->n_records, totals->n_edits, totals->n_invalid,
	    totals->n_findings);
	cli_detected_sort(detected);
	for (size_t i = 0; i < HTML_ENCODINGS &&
	     cli_detected_finding(detected, i, &one); i++) {
		cli_out_string(out, i == 0 ? "; " : ", ");
		cli_out_string(out, one.encoding);
		cli_out_string(out, " ");
		cli_out_number(out, one.percent);
		cli_out_string(out, " %");
	}
	if (!totals->changed)
		cli_out_string(out, "; nothing changed");
	if (!totals->complete)
		cli_out_string(out, "; not done to its end");
	cli_html_markup(out, "</p>\n");
}

static void
html_close(struct cli_html *html)
{
	html_release(html, NULL);
	cli_html_markup(html->out, "</tbody>\n</table>\n");
	if (html->n_unlisted > 0) {
		cli_html_markup(html->out, "<p class=\"more\">");
		cli_html_grouped(html->out, html->n_unlisted);
		cli_out_string(html->out, " more of this file are counted, but "
		    "not listed.");
		cli_html_markup(html->out, "</p>\n");
	}
}

/* Whether a file that ends has a section, which it may get only now. */
static bool
html_section(struct cli_html *html, const char *file)
{
	if (html->is_open) {
		html_close(html);
		return true;
	}
	if (html->map.n_lanes > 0 || html->n_plain == HTML_PLAIN) {
		html->n_left_out++;
		return false;
	}
	html->n_plain++;
	html_head(html, file);
	return true;
}

void
cli_html_file(struct cli_html *html, const char *file,
    const struct cli_totals *totals, struct cli_detected *detected)
{
	if (html_section(html, file)) {
		cli_html_markup(html->out, "<div class=\"map\">\n");
		html_facts(html, totals, detected);
		cli_html_map_draw(html->out, &html->map, totals->in_len);
		cli_html_markup(html->out, "</div>\n</section>\n");
	}
	html->is_open = false;
	html->n_unlisted = 0;
	memset(&html->map, 0, sizeof(html->map));
}

/* ---- the end of the page ---- */

static void
html_totals(struct cli_out *out, const struct cli_stats *stats)
{
	cli_html_markup(out, "<p>");
	cli_html_count(out, stats->n_files, "file");
	if (stats->n_changed > 0) {
		cli_out_string(out, ", ");
		cli_html_grouped(out, stats->n_changed);
		cli_out_string(out, " changed");
	}
	if (stats->n_failed > 0) {
		cli_out_string(out, ", ");
		cli_html_grouped(out, stats->n_failed);
		cli_out_string(out, " failed");
	}
	cli_out_string(out, "; ");
	cli_html_count(out, stats->in_len, "byte");
	cli_out_string(out, " in, ");
	cli_html_count(out, stats->out_len, "byte");
	cli_out_string(out, " out, ");
	html_kinds(out, stats->n_records, stats->n_edits, stats->n_invalid,
	    stats->n_findings);
	cli_out_string(out, ".");
	cli_html_markup(out, "</p>\n");
}

/* What the page does not have. */
static void
html_missing(const struct cli_html *html)
{
	struct cli_out *const out = html->out;

	if (html->n_left_out > 0) {
		cli_html_markup(out, "<p class=\"more\">");
		cli_html_count(out, html->n_left_out, "more file");
		cli_out_string(out, " counted, but not shown.");
		cli_html_markup(out, "</p>\n");
	}
	if (html->count.n_unlisted > 0) {
		cli_html_markup(out, "<p class=\"more\" id=\"unlisted\">");
		cli_html_grouped(out, html->count.n_unlisted);
		cli_out_string(out, " more changes are counted, but not listed "
		    "here, so a report saved here is without them; "
		    "--report=FILE has all.");
		cli_html_markup(out, "</p>\n");
	}
}

void
cli_html_end(struct cli_html *html, const struct cli_stats *stats)
{
	struct cli_out *const out = html->out;

	if (html->is_open) {
		html_close(html);
		cli_html_markup(out, "</section>\n");
	}
	cli_html_lines(out, page_rows);
	html_totals(out, stats);
	cli_html_count_show(out, &html->count, stats);
	html_missing(html);
	cli_html_lines(out, page_summary);
}
