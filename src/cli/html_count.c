/*
 * html_count.c - what all inputs of a page came to
 */
#include <stdlib.h>
#include <string.h>

#include "html_count.h"
#include "html_text.h"
#include "least.h"

struct cli_html_rule *
cli_html_count_rule(struct cli_html_count *count, const char *name)
{
	size_t i = count->last;

	if (i >= count->n_rules || count->rules[i].name != name)
		for (i = 0; i < count->n_rules; i++)
			if (strcmp(count->rules[i].name, name) == 0)
				break;
	if (i == CLI_HTML_RULES) {
		i--;
		count->rules[i].name = "others";
	} else if (i == count->n_rules) {
		count->n_rules++;
		count->rules[i].name = name;
	}
	count->last = i;
	count->rules[i].n++;
	return &count->rules[i];
}

void
cli_html_count_sure(struct cli_html_count *count, unsigned confidence)
{
	count->sure[CLI_MIN(confidence, 100)]++;
	count->n_sure++;
}

/* ---- tables ---- */

static void
count_table(struct cli_out *out, const char *class, const char *title,
    const char *what)
{
	cli_html_markup(out, "<div><h3>");
	cli_html_markup(out, title);
	cli_html_markup(out, "</h3>\n<table class=\"");
	cli_html_markup(out, class);
	cli_html_markup(out, "\">\n<thead><tr><th scope=\"col\">");
	cli_html_markup(out, what);
	cli_html_markup(out, "</th><th scope=\"col\" class=\"n\">");
}

/* A name, how much it has, and a bar beside the one that has most. */
static void
count_row(struct cli_out *out, const char *name, uint64_t n, uint64_t most)
{
	uint64_t width = most > 0 ? (uint64_t)((double)n * 100 / (double)most)
				  : 0;

	if (width == 0)
		width = 1;
	cli_html_markup(out, "<tr><th scope=\"row\">");
	cli_html_rule(out, name, strlen(name));
	cli_html_markup(out, "</th><td class=\"n\">");
	cli_html_grouped(out, n);
	cli_html_markup(out, "</td><td class=\"bar\"><svg aria-hidden=\"true\" "
	    "preserveAspectRatio=\"none\" viewBox=\"0 0 100 1\">");
	cli_html_number(out, "<rect height=\"1\" width=", width);
	cli_html_markup(out, "/></svg></td></tr>\n");
}

static void
count_table_end(struct cli_out *out)
{
	cli_html_markup(out, "</tbody>\n</table></div>\n");
}

static int
count_compare_rules(const void *left, const void *right)
{
	const struct cli_html_rule *const a = left, *const b = right;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return strcmp(a->name, b->name);
}

static void
count_rules(struct cli_out *out, struct cli_html_count *count)
{
	qsort(count->rules, count->n_rules, sizeof(*count->rules),
	    count_compare_rules);
	count_table(out, "rules", "By rule", "Rule");
	cli_html_markup(out,
	    "How many</th><td></td></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < count->n_rules; i++)
		count_row(out, count->rules[i].name, count->rules[i].n,
		    count->rules[0].n);
	count_table_end(out);
}

static int
count_compare_encodings(const void *left, const void *right)
{
	const struct cli_stats_encoding *const *const a = left;
	const struct cli_stats_encoding *const *const b = right;

	return ((*a)->len < (*b)->len) - ((*a)->len > (*b)->len);
}

static void
count_encodings(struct cli_out *out, const struct cli_stats *stats)
{
	const struct cli_stats_encoding *by_len[CLI_N_ENCODINGS + 1];
	const size_t n = stats->n_encodings;

	for (size_t i = 0; i < n; i++)
		by_len[i] = &stats->encodings[i];
	qsort(by_len, n, sizeof(*by_len), count_compare_encodings);
	count_table(out, "encodings", "Read as", "Encoding");
	cli_html_markup(out, "Bytes</th><td></td></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < n; i++)
		count_row(out, by_len[i]->name, by_len[i]->len,
		    by_len[0]->len);
	count_table_end(out);
}

/* ---- how sure edits are ---- */

static void
count_bar(struct cli_out *out, unsigned x, unsigned percent, uint64_t n,
    uint64_t most)
{
	uint64_t height = (uint64_t)((double)n * 100 / (double)most);

	if (n == 0)
		return;
	if (height == 0)
		height = 1;
	cli_html_number(out, "<rect width=\"8\" x=", 10 * x + 1);
	cli_html_number(out, " y=", 100 - height);
	cli_html_number(out, " height=", height);
	cli_html_markup(out, "><title>");
	cli_out_number(out, percent);
	cli_out_string(out, " %: ");
	cli_html_grouped(out, n);
	cli_html_markup(out, "</title></rect>");
}

/* The least confidence that at least half of the edits do not exceed. */
static unsigned
count_median(const struct cli_html_count *count)
{
	uint64_t n = 0;
	unsigned at = 0;

	while (at < 100 && (n += count->sure[at]) < (count->n_sure + 1) / 2)
		at++;
	return at;
}

static void
count_sure(struct cli_out *out, const struct cli_html_count *count)
{
	uint64_t most = 0;
	unsigned least = 100, from;

	for (unsigned i = 101; i-- > 0;) {
		if (count->sure[i] > 0)
			least = i;
		most = CLI_MAX(most, count->sure[i]);
	}
	if (count->n_sure == 0)
		return;
	from = CLI_MIN(least / 10 * 10, 90);
	cli_html_markup(out, "<div><h3>How sure</h3>\n<svg class=\"bars\" "
	    "role=\"img\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
	cli_out_number(out, (101 - from) * 10);
	cli_html_markup(out, " 100\" aria-label=\"");
	cli_html_count(out, count->n_sure, "change");
	cli_out_string(out, ", the least sure ");
	cli_out_number(out, least);
	cli_out_string(out, " %, half of them up to ");
	cli_out_number(out, count_median(count));
	cli_out_string(out, " %");
	cli_html_markup(out, "\">");
	for (unsigned i = from; i <= 100; i++)
		count_bar(out, i - from, i, count->sure[i], most);
	cli_html_markup(out, "</svg>\n<p class=\"axis\"><span>");
	cli_out_number(out, from);
	cli_html_markup(out, " %</span><span>least ");
	cli_out_number(out, least);
	cli_html_markup(out, " %, median ");
	cli_out_number(out, count_median(count));
	cli_html_markup(out, " %</span><span>100 %</span></p></div>\n");
}

void
cli_html_count_show(struct cli_out *out, struct cli_html_count *count,
    const struct cli_stats *stats)
{
	cli_html_markup(out, "<div class=\"grid\">\n");
	if (count->n_rules > 0)
		count_rules(out, count);
	if (stats->n_encodings > 0)
		count_encodings(out, stats);
	count_sure(out, count);
	cli_html_markup(out, "</div>\n");
}
