/*
 * html_row.c - a change as a row of a page: before and after, side by side
 *
 *	3:7  mojibake/utf-8>windows-1252  99  Le caf[Ã©] du  Le caf[é] du
 *
 * What differs is marked, with its code points as its title.  Around it stands
 * text as it leaves, on both sides.  The line of the report that tells of an
 * edit goes with its row, for the script to give back.
 */
#include <string.h>

#include "html_row.h"
#include "diff_gap.h"
#include "html_text.h"
#include "json.h"
#include "least.h"
#include "printable.h"
#include "show.h"

#define ROW_SHOWN 320  /* bytes of either side of an edit */
#define ROW_AROUND 40  /* and before and behind it */
#define ROW_SAME 24    /* bytes shown on either side of what differs */

/* One side of an edit on its way to the page. */
struct row_side {
	struct cli_out *out;
	bool is_bytes;
	size_t room; /* bytes that it may still show */
	bool cut;    /* there were more, and it says so */
};

/* Show s[0..len), cut where there is no more room. */
static void
side_show(struct row_side *side, const char *s, size_t len)
{
	size_t shown = CLI_MIN(len, side->room);

	while (shown > 0 && shown < len && cli_char_is_inner(s[shown]))
		shown--;
	cli_out_masked(side->out, s, shown, side->is_bytes);
	side->room = shown < len ? 0 : side->room - shown;
	if (shown < len && !side->cut)
		cli_out_string(side->out, CLI_ELLIPSIS);
	side->cut |= shown < len;
}

/* What both sides share, of which the middle may be left out. */
static void
side_same(struct row_side *side, const char *s, size_t len)
{
	size_t head = ROW_SAME, tail = len - ROW_SAME;

	if (len <= 2 * ROW_SAME) {
		side_show(side, s, len);
		return;
	}
	while (cli_char_is_inner(s[head]) && head > 0)
		head--;
	while (tail < len && cli_char_is_inner(s[tail]))
		tail++;
	side_show(side, s, head);
	if (side->room > 0)
		cli_out_string(side->out, CLI_ELLIPSIS);
	side_show(side, s + tail, len - tail);
}

static void
side_mark(struct row_side *side, const char *s, size_t len)
{
	if (side->room == 0) {
		side_show(side, s, len);
		return;
	}
	cli_html_markup(side->out,
	    len > 0 ? "<mark title=\"" : "<mark class=\"nil\" title=\"");
	cli_html_codes(side->out, s, len, side->is_bytes);
	cli_html_markup(side->out, "\">");
	if (len == 0)
		cli_html_markup(side->out, "<span class=\"vh\">nothing</span>");
	side_show(side, s, len);
	cli_html_markup(side->out, "</mark>");
}

/* One side of an edit, what differs from the other marked. */
static void
row_side(struct cli_out *out, const struct ungarble_edit *edit, bool is_after)
{
	const struct cli_bytes before = { edit->before, edit->before_len };
	const struct cli_bytes after = { edit->after, edit->after_len };
	const struct cli_bytes whole = is_after ? after : before;
	struct row_side side = { out, !is_after && edit->before_is_bytes,
		ROW_SHOWN, false };
	struct cli_gap gap = { 0 };
	size_t from = 0;

	if (edit->before_is_bytes) {
		side_mark(&side, whole.s, whole.len);
		return;
	}
	while (side.room > 0 && cli_gap_next(&gap, before, after)) {
		const size_t at = is_after ? gap.out_at : gap.in_at;
		const size_t len = is_after ? gap.out_len : gap.in_len;

		side_same(&side, whole.s + from, at - from);
		side_mark(&side, whole.s + at, len);
		from = at + len;
	}
	side_same(&side, whole.s + from, whole.len - from);
}

/* What stands around an edit in its piece. */
struct row_around {
	const char *left, *right;
	size_t left_len, right_len;
	bool left_cut, right_cut;
};

static struct row_around
row_around(const struct ungarble_edit *edit, const struct ungarble_piece *piece)
{
	struct row_around around = { 0 };
	const char *s;
	size_t len, from, to, at;

	if (piece == NULL || edit->out_at < piece->out_at ||
	    edit->out_at - piece->out_at > piece->out_len ||
	    edit->out_len > piece->out_len - (edit->out_at - piece->out_at))
		return around;
	s = piece->out;
	len = piece->out_len;
	from = at = (size_t)(edit->out_at - piece->out_at);
	to = at + (size_t)edit->out_len;
	from = from > ROW_AROUND ? from - ROW_AROUND : 0;
	while (from < at && cli_char_is_inner(s[from]))
		from++;
	while (len > to && (s[len - 1] == '\n' || s[len - 1] == '\r'))
		len--;
	around.left = s + from;
	around.left_len = at - from;
	around.left_cut = from > 0;
	around.right = s + to;
	around.right_len = CLI_MIN(len - to, ROW_AROUND);
	around.right_cut = around.right_len < len - to;
	while (around.right_cut && around.right_len > 0 &&
	    cli_char_is_inner(s[to + around.right_len]))
		around.right_len--;
	return around;
}

static void
row_cell(struct cli_out *out, const struct ungarble_edit *edit,
    const struct row_around *around, bool is_after)
{
	cli_html_markup(out,
	    is_after ? "</td><td class=\"a\">" : "</td><td class=\"b\">");
	if (around->left_cut)
		cli_out_string(out, CLI_ELLIPSIS);
	cli_out_masked(out, around->left, around->left_len, false);
	row_side(out, edit, is_after);
	cli_out_masked(out, around->right, around->right_len, false);
	if (around->right_cut)
		cli_out_string(out, CLI_ELLIPSIS);
}

/* Cells up to the confidence: "3", "3:7". */
static void
row_start(struct cli_out *out, uint64_t record, uint64_t column,
    const char *rule)
{
	cli_html_markup(out, "<td class=\"t\"></td><td class=\"n p\">");
	cli_out_number(out, record);
	if (column > 0) {
		cli_out_string(out, ":");
		cli_out_number(out, column);
	}
	cli_html_markup(out, "</td><td class=\"r\">");
	cli_html_rule(out, rule, strlen(rule));
	cli_html_markup(out, "</td><td class=\"n c\">");
}

void
cli_html_row_edit(struct cli_out *out, const char *file,
    const struct ungarble_edit *edit, const struct ungarble_piece *piece)
{
	const struct row_around around = row_around(edit, piece);

	cli_html_markup(out, "<tr");
	/* What was decoded otherwise is nothing that --apply asks about. */
	if (edit->step > 0) {
		cli_html_markup(out, " data-e=\"");
		cli_json_edit(out, file, edit);
		cli_html_markup(out, "\"");
	}
	cli_html_markup(out, ">");
	row_start(out, edit->record, edit->in_at - edit->record_at + 1,
	    edit->rule);
	cli_out_number(out, edit->confidence);
	row_cell(out, edit, &around, false);
	row_cell(out, edit, &around, true);
	cli_html_markup(out, "</td></tr>\n");
}

void
cli_html_row_span(struct cli_out *out, const struct ungarble_span *span)
{
	cli_html_markup(out, "<tr>");
	row_start(out, span->record, 0, span->rule);
	cli_out_number(out, span->confidence);
	cli_html_markup(out, "</td><td class=\"w\" colspan=\"2\">");
	cli_show_span_words(out, span);
	cli_html_markup(out, "</td></tr>\n");
}

void
cli_html_row_finding(
    struct cli_out *out, const struct ungarble_finding *finding)
{
	cli_html_markup(out, "<tr>");
	row_start(out, finding->record, 0, finding->rule);
	cli_html_markup(out, "</td><td class=\"w\" colspan=\"2\">");
	cli_show_finding_words(out, finding);
	cli_html_markup(out, "</td></tr>\n");
}
