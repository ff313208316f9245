/*
 * diff.c - --diff: what changes, as diff -u shows it
 *
 *	--- menu.txt
 *	+++ menu.txt
 *	@@ -1,2 +1,2 @@
 *	-Le caf\xE9 du coin
 *	+Le café du coin
 *	 est ouvert
 *
 * Each changed line stands before what becomes of it.  A hunk leaves when it is
 * over: behind more unchanged lines than two contexts take.  What is kept is a
 * hunk, which is cut in two where it grows too long, and the lines that may be
 * its context.
 */
#include <string.h>

#include "diff.h"
#include "color.h"
#include "diff_line.h"
#include "least.h"
#include "printable.h"

#define DIFF_AROUND 3                     /* lines of context */
#define DIFF_KEPT (2 * DIFF_AROUND + 1)
#define DIFF_HUNK ((size_t)1 << 20)       /* a longer one is cut */

/* Room for a hunk that is not too long yet, a line more, and its context. */
#define DIFF_ROOM (2 * DIFF_HUNK)

static char diff_room[DIFF_ROOM];

static struct {
	struct cli_out *out;
	const char *file;
	bool told;                 /* the file, above its first hunk */
	uint64_t n_in, n_out;      /* lines so far */
	struct cli_diff_line line;
	struct cli_diff_kept kept[DIFF_KEPT];
	size_t first, n_kept;      /* a ring */
	bool in_hunk;
	uint64_t hunk_in, hunk_out; /* lines before it */
	uint64_t hunk_n_in, hunk_n_out;
	struct cli_diff_text hunk;
} diff;

void
cli_diff_start(struct cli_out *out, const char *file)
{
	diff.out = out;
	diff.file = file;
	diff.told = diff.in_hunk = diff.line.open = false;
	diff.n_in = diff.n_out = 0;
	diff.first = diff.n_kept = 0;
	diff.hunk = (struct cli_diff_text){ diff_room, 0, sizeof(diff_room) };
}

/* "--- FILE", with a tab where a blank would end it for others. */
static void
diff_tell_file(const char *sign)
{
	cli_out_color(diff.out, CLI_BOLD);
	cli_out_string(diff.out, sign);
	cli_out_masked(diff.out, diff.file, strlen(diff.file), false);
	if (strchr(diff.file, ' ') != NULL)
		cli_out_string(diff.out, "\t");
	cli_out_color(diff.out, CLI_PLAIN);
	cli_out_string(diff.out, "\n");
}

/* " -3,7": none are told by the line before them. */
static void
diff_tell_lines(const char *sign, uint64_t before, uint64_t n)
{
	cli_out_string(diff.out, sign);
	cli_out_number(diff.out, n > 0 ? before + 1 : before);
	if (n != 1) {
		cli_out_string(diff.out, ",");
		cli_out_number(diff.out, n);
	}
}

/* Write the hunk. */
static void
diff_leave(void)
{
	if (!diff.told) {
		diff_tell_file("--- ");
		diff_tell_file("+++ ");
		diff.told = true;
	}
	cli_out_color(diff.out, CLI_CYAN);
	cli_out_string(diff.out, "@@");
	diff_tell_lines(" -", diff.hunk_in, diff.hunk_n_in);
	diff_tell_lines(" +", diff.hunk_out, diff.hunk_n_out);
	cli_out_string(diff.out, " @@");
	cli_out_color(diff.out, CLI_PLAIN);
	cli_out_string(diff.out, "\n");
	cli_out_add(diff.out, diff.hunk.s, diff.hunk.len);
	diff.hunk.len = 0;
	diff.in_hunk = false;
}

/* Forget the first of the lines that are kept. */
static void
diff_drop(size_t n)
{
	diff.first = (diff.first + n) % DIFF_KEPT;
	diff.n_kept -= n;
}

/* Put the first of the lines that are kept into the hunk. */
static void
diff_put_kept(size_t n)
{
	for (size_t i = 0; i < n; i++)
		cli_diff_line_context(
		    &diff.hunk, &diff.kept[(diff.first + i) % DIFF_KEPT]);
	diff.hunk_n_in += n;
	diff.hunk_n_out += n;
	diff_drop(n);
}

/* A hunk ends, or none began: the lines that may stand before the next stay. */
static void
diff_settle(void)
{
	if (diff.in_hunk) {
		diff_put_kept(CLI_MIN(diff.n_kept, DIFF_AROUND));
		diff_leave();
	}
	if (diff.n_kept > DIFF_AROUND)
		diff_drop(diff.n_kept - DIFF_AROUND);
}

/* A line that does not change. */
static void
diff_keep(const struct cli_diff_line *line, bool last)
{
	cli_diff_line_keep(
	    &diff.kept[(diff.first + diff.n_kept) % DIFF_KEPT], line, last);
	diff.n_kept++;
	diff.n_in++;
	diff.n_out++;
	if (diff.n_kept == DIFF_KEPT || !diff.in_hunk)
		diff_settle();
}

/* A line that does. */
static void
diff_change(const struct cli_diff_line *line)
{
	if (!diff.in_hunk) {
		diff.in_hunk = true;
		diff.hunk_in = diff.n_in - diff.n_kept;
		diff.hunk_out = diff.n_out - diff.n_kept;
		diff.hunk_n_in = diff.hunk_n_out = 0;
	}
	diff_put_kept(diff.n_kept);
	cli_diff_add(&diff.hunk, line->in.shown.s, line->in.shown.len);
	diff.hunk_n_in += line->in.n_lines;
	if (!line->is_gone) {
		cli_diff_add(
		    &diff.hunk, line->out.shown.s, line->out.shown.len);
		diff.hunk_n_out += line->out.n_lines;
	}
	diff.n_in++;
	diff.n_out += line->n_lf + (!line->is_gone && !line->out.ended);
	if (diff.hunk.len > DIFF_HUNK)
		diff_leave();
}

static void
diff_end_line(bool last)
{
	struct cli_diff_line *const line = &diff.line;

	line->open = false;
	if (line->changed) {
		cli_diff_line_end(line, last);
		diff_change(line);
	} else {
		diff_keep(line, last);
	}
}

void
cli_diff_piece(const struct ungarble_piece *piece)
{
	struct cli_diff_line *const line = &diff.line;

	if (line->open && line->number != piece->record)
		diff_end_line(false);
	if (!line->open)
		cli_diff_line_start(line, piece->record, diff.out->color);
	cli_diff_line_add(line, piece);
	if (line->in.ended && line->out.ended)
		diff_end_line(false);
}

void
cli_diff_end(bool whole)
{
	if (diff.line.open)
		diff_end_line(whole);
	if (diff.in_hunk)
		diff_settle();
}
