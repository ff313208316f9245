/*
 * html_map.c - where in an input which kind of damage stood
 *
 *	mojibake         |▂  ▇    ▂ |  12
 *	decode/koi8-r    |    ▇▇▇   |   1
 *
 * An input has a fixed number of bins, however long it gets: where it outgrows
 * them each two become one.
 */
#include <string.h>

#include "html_map.h"
#include "html_text.h"
#include "least.h"
#include "printable.h"

/* Bytes of a rule that make its kind. */
static size_t
map_kind(const char *rule)
{
	return strncmp(rule, "decode/", 7) == 0 ? strlen(rule)
						: strcspn(rule, "/");
}

static struct cli_html_lane *
map_lane(struct cli_html_map *map, const char *rule)
{
	const size_t len = map_kind(rule);
	size_t i = 0;

	for (; i < map->n_lanes; i++) {
		const char *const other = map->lanes[i].rule;

		if (other == rule ||
		    (map_kind(other) == len && memcmp(other, rule, len) == 0))
			return &map->lanes[i];
	}
	if (i == CLI_HTML_LANES) {
		map->lanes[i - 1].rule = "others";
		return &map->lanes[i - 1];
	}
	map->lanes[i].rule = rule;
	map->n_lanes++;
	return &map->lanes[i];
}

static void
map_double(struct cli_html_map *map)
{
	map->width *= 2;
	for (size_t i = 0; i < map->n_lanes; i++) {
		uint64_t *const bins = map->lanes[i].bins;
		const size_t half = CLI_HTML_BINS / 2;

		for (size_t j = 0; j < half; j++)
			bins[j] = bins[2 * j] + bins[2 * j + 1];
		memset(bins + half, 0, half * sizeof(*bins));
	}
}

/* Have bins for a byte of the input. */
static void
map_reach(struct cli_html_map *map, uint64_t at)
{
	if (map->width == 0)
		map->width = 1;
	while (at / map->width >= CLI_HTML_BINS)
		map_double(map);
}

void
cli_html_map_add(struct cli_html_map *map, const char *rule, uint64_t at)
{
	struct cli_html_lane *const lane = map_lane(map, rule);

	map_reach(map, at);
	lane->n++;
	lane->bins[at / map->width]++;
}

void
cli_html_map_spread(struct cli_html_map *map, const char *rule, uint64_t at,
    uint64_t len)
{
	struct cli_html_lane *const lane = map_lane(map, rule);
	const uint64_t end = at + len;

	map_reach(map, end);
	lane->n++;
	lane->is_spread = true;
	while (at < end) {
		const uint64_t i = at / map->width;
		const uint64_t next = (i + 1) * map->width;

		lane->bins[i] += CLI_MIN(next, end) - at;
		at = next;
	}
}

/* How dark a bin is, 1 to 4, beside the fullest. */
static unsigned
map_level(uint64_t n, uint64_t most)
{
	return n > most / 2 ? 4 : n > most / 4 ? 3 : n > most / 16 ? 2 : 1;
}

/* Bins [from, to), which are as dark as each other. */
static void
map_rect(struct cli_out *out, const struct cli_html_map *map,
    const struct cli_html_lane *lane, size_t from, size_t to, unsigned level)
{
	static const char *const classes[] = { " class=\"d1\"", " class=\"d2\"",
		" class=\"d3\"", "" };
	uint64_t n = 0;

	for (size_t i = from; i < to; i++)
		n += lane->bins[i];
	cli_html_number(out, "<rect x=", from);
	cli_html_number(out, " width=", to - from);
	cli_html_markup(out, " height=\"1\"");
	cli_html_markup(out, classes[level - 1]);
	cli_html_markup(out, "><title>");
	cli_out_string(out, "bytes ");
	cli_html_grouped(out, from * map->width);
	cli_out_string(out, "\xE2\x80\x93");
	cli_html_grouped(out, to * map->width);
	cli_out_string(out, ": ");
	cli_html_count(out, n, lane->is_spread ? "byte" : "change");
	cli_html_markup(out, "</title></rect>");
}

static void
map_svg(struct cli_out *out, const struct cli_html_map *map,
    const struct cli_html_lane *lane, size_t n_bins)
{
	uint64_t most = 1;
	size_t first = n_bins, last = 0;

	for (size_t i = 0; i < n_bins; i++) {
		if (lane->bins[i] == 0)
			continue;
		first = CLI_MIN(first, i);
		last = i + 1;
		most = CLI_MAX(lane->bins[i], most);
	}
	cli_html_markup(out, "<svg role=\"img\" preserveAspectRatio=\"none\"");
	cli_html_markup(out, " viewBox=\"0 0 ");
	cli_out_number(out, n_bins);
	cli_html_markup(out, " 1\" aria-label=\"");
	cli_out_string(out, "between bytes ");
	cli_html_grouped(out, first * map->width);
	cli_out_string(out, " and ");
	cli_html_grouped(out, last * map->width);
	cli_html_markup(out, "\">");
	for (size_t i = first, end; i < last; i = end) {
		const unsigned level = map_level(lane->bins[i], most);

		end = i + 1;
		if (lane->bins[i] == 0)
			continue;
		while (end < last && lane->bins[end] > 0 &&
		    map_level(lane->bins[end], most) == level)
			end++;
		map_rect(out, map, lane, i, end, level);
	}
	cli_html_markup(out, "</svg>");
}

static void
map_row(struct cli_out *out, const struct cli_html_map *map,
    const struct cli_html_lane *lane, size_t n_bins)
{
	cli_html_markup(out, "<tr><th scope=\"row\">");
	cli_html_rule(out, lane->rule, map_kind(lane->rule));
	cli_html_markup(out, "</th><td>");
	map_svg(out, map, lane, n_bins);
	cli_html_markup(out, "</td><td class=\"n\">");
	cli_html_grouped(out, lane->n);
	cli_html_markup(out, "</td></tr>\n");
}

/* How many bins the input takes; its end may be told short where it failed. */
static size_t
map_bins(const struct cli_html_map *map, uint64_t in_len)
{
	size_t n = CLI_HTML_BINS;

	while (n > 1 && (n - 1) * map->width >= in_len) {
		for (size_t i = 0; i < map->n_lanes; i++)
			if (map->lanes[i].bins[n - 1] > 0)
				return n;
		n--;
	}
	return n;
}

void
cli_html_map_draw(struct cli_out *out, const struct cli_html_map *map,
    uint64_t in_len)
{
	size_t n_bins;

	if (map->n_lanes == 0)
		return;
	n_bins = map_bins(map, in_len);
	cli_html_markup(out, "<table>\n<caption>Where, from byte 0 to ");
	cli_html_grouped(out, in_len);
	cli_html_markup(out, ", and how many</caption>\n<tbody>\n");
	for (size_t i = 0; i < map->n_lanes; i++)
		map_row(out, map, &map->lanes[i], n_bins);
	cli_html_markup(out, "</tbody>\n</table>\n");
}
