/*
 * diff_line.c - a line of an input, as it was and as it will be, put together
 *
 *	-Le caf\xE9 du coin
 *	+Le café du coin
 *
 * A line comes in pieces.  As long as both sides are short they are kept, and
 * shown whole at the end.  A longer one, which need never end, is shown piece
 * by piece where it changes: some bytes around each gap, "…" for the rest, and
 * so much of it that it stays a line one can look at.
 */
#include <string.h>

#include "diff_line.h"
#include "color.h"
#include "diff_gap.h"
#include "least.h"
#include "printable.h"

#define LINE_AROUND 40 /* bytes shown on either side of a gap */
#define LINE_LONG 256  /* and of a long line that does not change */

/*
 * Room for a side: a byte takes four at most, as \xNN, a line feed as much as
 * signs and colours do, and so does each end of a gap.
 */
#define DIFF_SHOWN ((size_t)32 * CLI_DIFF_LINE)

#define UNENDED "\\ No newline at end of file\n"

static char line_in_shown[DIFF_SHOWN], line_out_shown[DIFF_SHOWN];

static void
side_start(struct cli_diff_side *side, bool color)
{
	const char sign = side->sign;

	cli_diff_string(&side->shown,
	    cli_color_code(sign == '-' ? CLI_RED : CLI_GREEN, color));
	cli_diff_add(&side->shown, &sign, 1);
	side->n_lines++;
}

static void
side_end(struct cli_diff_side *side, bool color)
{
	cli_diff_string(&side->shown, cli_color_code(CLI_PLAIN, color));
	cli_diff_string(&side->shown, "\n");
}

/* Show text, which a repair may have put line feeds into. */
static void
side_show(struct cli_diff_side *side, const struct cli_diff_line *line,
    struct cli_bytes bytes, bool marked)
{
	const bool is_bytes = side == &line->in && line->is_bytes;
	const bool mark = marked && line->color && bytes.len > 0;

	if (mark)
		cli_diff_string(&side->shown, cli_color_code(CLI_MARKED, true));
	while (bytes.len > 0) {
		const char *lf = side == &line->out
		    ? memchr(bytes.s, '\n', bytes.len)
		    : NULL;
		const size_t n = lf != NULL ? (size_t)(lf - bytes.s)
					    : bytes.len;

		cli_diff_printable(&side->shown, bytes.s, n, is_bytes);
		bytes.s += n;
		bytes.len -= n;
		if (lf == NULL)
			break;
		bytes.s++;
		bytes.len--;
		side_end(side, line->color);
		side_start(side, line->color);
		if (mark && bytes.len > 0)
			cli_diff_string(
			    &side->shown, cli_color_code(CLI_MARKED, true));
	}
	if (mark)
		cli_diff_string(
		    &side->shown, cli_color_code(CLI_UNMARKED, true));
}

static void
line_show_both(
    struct cli_diff_line *line, struct cli_bytes in, struct cli_bytes out,
    bool marked)
{
	side_show(&line->in, line, in, marked);
	side_show(&line->out, line, out, marked);
}

/* Note a gap's code points, if anybody sees them. */
static void
line_note(struct cli_diff_line *line, struct cli_bytes in,
    struct cli_bytes out)
{
	if (line->color)
		cli_diff_points_add(&line->points, in, line->is_bytes, out);
}

/* Both sides, whole, with what differs marked unless that is everything. */
static void
line_show_short(struct cli_diff_line *line, struct cli_bytes in,
    struct cli_bytes out)
{
	struct cli_gap gap = { 0 };
	size_t i = 0, j = 0;

	while (line->color && cli_gap_next(&gap, in, out)) {
		const bool all =
		    gap.in_len == in.len && gap.out_len == out.len;
		const struct cli_bytes was = { in.s + gap.in_at, gap.in_len };
		const struct cli_bytes is = { out.s + gap.out_at,
			gap.out_len };

		line_show_both(line,
		    (struct cli_bytes){ in.s + i, gap.in_at - i },
		    (struct cli_bytes){ out.s + j, gap.out_at - j }, false);
		line_show_both(line, was, is, !all);
		line_note(line, was, is);
		i = gap.in_at + gap.in_len;
		j = gap.out_at + gap.out_len;
	}
	line_show_both(line, (struct cli_bytes){ in.s + i, in.len - i },
	    (struct cli_bytes){ out.s + j, out.len - j }, false);
}

/* Show a part of a long line, as far as there is room for it. */
static void
long_show(struct cli_diff_line *line, struct cli_diff_side *side,
    struct cli_bytes bytes, bool marked)
{
	const size_t room = CLI_DIFF_LINE - side->n_raw;

	if (bytes.len > room) {
		bytes.len = room;
		while (bytes.len > 0 && cli_char_is_inner(bytes.s[bytes.len]))
			bytes.len--;
		side->n_raw = CLI_DIFF_LINE;
	} else {
		side->n_raw += bytes.len;
	}
	side_show(side, line, bytes, marked);
}

static bool
long_is_full(const struct cli_diff_line *line)
{
	return line->in.n_raw == CLI_DIFF_LINE ||
	    line->out.n_raw == CLI_DIFF_LINE;
}

static void
long_ellipsis(struct cli_diff_line *line)
{
	if (!line->ellipsis) {
		cli_diff_string(&line->in.shown, CLI_ELLIPSIS);
		cli_diff_string(&line->out.shown, CLI_ELLIPSIS);
	}
	line->ellipsis = true;
}

static void
long_show_both(struct cli_diff_line *line, struct cli_bytes bytes)
{
	if (bytes.len == 0)
		return;
	long_show(line, &line->in, bytes, false);
	long_show(line, &line->out, bytes, false);
	line->ellipsis = false;
}

/* What both sides share, before a gap or not: the ends of it. */
static void
long_same(struct cli_diff_line *line, struct cli_bytes same, bool before_gap)
{
	size_t head = 0, tail = same.len;

	if (line->after_gap)
		head = CLI_MIN(same.len, LINE_AROUND);
	if (before_gap)
		tail = same.len < LINE_AROUND ? 0 : same.len - LINE_AROUND;
	while (head > 0 && head < same.len && cli_char_is_inner(same.s[head]))
		head--;
	while (tail < same.len && cli_char_is_inner(same.s[tail]))
		tail++;
	if (head >= tail) {
		long_show_both(line, same);
	} else {
		long_show_both(line, (struct cli_bytes){ same.s, head });
		long_ellipsis(line);
		long_show_both(line,
		    (struct cli_bytes){ same.s + tail, same.len - tail });
	}
	line->after_gap = false;
}

/* A piece of a long line. */
static void
long_add(struct cli_diff_line *line, struct cli_bytes in, struct cli_bytes out)
{
	struct cli_gap gap = { 0 };
	size_t i = 0;

	if (in.len == out.len && memcmp(in.s, out.s, in.len) == 0) {
		if (in.len > 0 && !long_is_full(line))
			long_same(line, in, false);
		return;
	}
	while (!long_is_full(line) && cli_gap_next(&gap, in, out)) {
		const struct cli_bytes was = { in.s + gap.in_at, gap.in_len };
		const struct cli_bytes is = { out.s + gap.out_at,
			gap.out_len };

		long_same(line, (struct cli_bytes){ in.s + i, gap.in_at - i },
		    true);
		long_show(line, &line->in, was, true);
		long_show(line, &line->out, is, true);
		line_note(line, was, is);
		line->after_gap = true;
		line->ellipsis = false;
		i = gap.in_at + gap.in_len;
	}
	if (!long_is_full(line))
		long_same(line, (struct cli_bytes){ in.s + i, in.len - i },
		    false);
	else
		long_ellipsis(line);
}

/* The line feed that ends a line is not shown. */
static struct cli_bytes
line_chomp(const char *s, size_t len)
{
	if (len > 0 && s[len - 1] == '\n')
		len--;
	return (struct cli_bytes){ s, len };
}

static void
side_init(struct cli_diff_side *side, char sign, char *shown)
{
	side->sign = sign;
	side->len = 0;
	side->ended = false;
	side->n_raw = side->n_lines = 0;
	side->shown = (struct cli_diff_text){ shown, 0, DIFF_SHOWN };
}

void
cli_diff_line_start(struct cli_diff_line *line, uint64_t number, bool color)
{
	line->open = true;
	line->changed = line->is_long = line->is_bytes = false;
	line->is_gone = true;
	line->after_gap = line->ellipsis = false;
	line->color = color;
	line->number = number;
	line->n_lf = 0;
	line->points = (struct cli_diff_points){ .len = 0 };
	side_init(&line->in, '-', line_in_shown);
	side_init(&line->out, '+', line_out_shown);
	side_start(&line->in, color);
	side_start(&line->out, color);
}

static uint64_t
line_count_lf(const char *s, size_t len)
{
	uint64_t n = 0;

	for (const char *lf; len > 0 && (lf = memchr(s, '\n', len)) != NULL;
	     n++) {
		len -= (size_t)(lf + 1 - s);
		s = lf + 1;
	}
	return n;
}

/* Keep a piece.  False if there is no room: the line is a long one. */
static bool
side_keep(struct cli_diff_side *side, const char *s, size_t len)
{
	if (len > sizeof(side->s) - side->len)
		return false;
	memcpy(side->s + side->len, s, len);
	side->len += len;
	return true;
}

void
cli_diff_line_add(struct cli_diff_line *line,
    const struct ungarble_piece *piece)
{
	struct cli_diff_side *const in = &line->in, *const out = &line->out;
	const size_t had_in = in->len, had_out = out->len;

	line->is_bytes = strcmp(piece->encoding, "UTF-8") != 0;
	line->changed |= piece->in_len != piece->out_len ||
	    memcmp(piece->in, piece->out, piece->in_len) != 0;
	line->is_gone &= piece->out_len == 0;
	line->n_lf += line_count_lf(piece->out, piece->out_len);
	in->ended = piece->in_len > 0 && piece->in[piece->in_len - 1] == '\n';
	out->ended = piece->out_len > 0 &&
	    piece->out[piece->out_len - 1] == '\n';
	if (!line->is_long && side_keep(in, piece->in, piece->in_len) &&
	    side_keep(out, piece->out, piece->out_len))
		return;
	if (!line->is_long) {
		line->is_long = true;
		long_add(line, (struct cli_bytes){ in->s, had_in },
		    (struct cli_bytes){ out->s, had_out });
		if (in->len == 0)
			(void)side_keep(in, piece->in, sizeof(in->s));
	}
	long_add(line, line_chomp(piece->in, piece->in_len),
	    line_chomp(piece->out, piece->out_len));
}

void
cli_diff_line_end(struct cli_diff_line *line, bool last)
{
	struct cli_diff_side *const sides[] = { &line->in, &line->out };

	if (!line->is_long)
		line_show_short(line, line_chomp(line->in.s, line->in.len),
		    line_chomp(line->out.s, line->out.len));
	for (size_t i = 0; i < 2; i++) {
		side_end(sides[i], line->color);
		/* In UTF-16 a line feed ends the text alone. */
		if (last && !sides[i]->ended && !line->out.ended)
			cli_diff_string(&sides[i]->shown, UNENDED);
	}
	if (line->points.len == 0)
		return;
	cli_diff_string(&line->out.shown, cli_color_code(CLI_CYAN, true));
	cli_diff_string(&line->out.shown, "?");
	cli_diff_add(
	    &line->out.shown, line->points.s, line->points.len);
	side_end(&line->out, true);
}

void
cli_diff_line_keep(struct cli_diff_kept *kept,
    const struct cli_diff_line *line, bool last)
{
	const struct cli_diff_side *const side = &line->in;

	kept->len = side->len;
	kept->is_long = line->is_long;
	kept->is_bytes = line->is_bytes;
	kept->unended = last && !side->ended && !line->out.ended;
	if (kept->is_long && kept->len > LINE_LONG) {
		kept->len = LINE_LONG;
		while (kept->len > 0 && cli_char_is_inner(side->s[kept->len]))
			kept->len--;
	}
	memcpy(kept->s, side->s, kept->len);
}

void
cli_diff_line_context(
    struct cli_diff_text *text, const struct cli_diff_kept *kept)
{
	const struct cli_bytes bytes = line_chomp(kept->s, kept->len);

	cli_diff_string(text, " ");
	cli_diff_printable(text, bytes.s, bytes.len, kept->is_bytes);
	cli_diff_string(text, kept->is_long ? CLI_ELLIPSIS "\n" : "\n");
	if (kept->unended)
		cli_diff_string(text, UNENDED);
}
