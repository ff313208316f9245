/*
 * html_test.c - a page: how much of all it shows, and what it says of the rest
 *
 * There is one page in a process, so that each is made by one of its own.
 */
#define _XOPEN_SOURCE 700

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "cli/html.h"
#include "cli/stats.h"
#include "written.h"

static struct cli_out out;
static struct cli_html *html;
static struct cli_stats stats;

/* Have `make` write a page, in a process of its own; read it. */
static void
pages(void (*make)(void))
{
	pid_t child;
	int status = 1;

	written_start(&out);
	(void)fflush(NULL);
	child = fork();
	if (child == 0) {
		html = cli_html_start(&out);
		make();
		cli_html_end(html, &stats);
		_exit(!cli_out_flush(&out));
	}
	CHECK("a page", child > 0 && waitpid(child, &status, 0) == child &&
	    status == 0);
	written_read();
}

static size_t
times(const char *part)
{
	size_t n = 0;

	for (const char *at = written; (at = strstr(at, part)) != NULL; at++)
		n++;
	return n;
}

static bool
in_order(const char *a, const char *b)
{
	const char *const at = strstr(written, a);

	return at != NULL && strstr(at, b) != NULL;
}

static void
edit(const char *name, const char *rule, size_t before_len, size_t after_len)
{
	static char text[1 << 17];
	const struct ungarble_edit one = { .record = 1, .rule = rule,
		.confidence = 95, .before = memset(text, '=', sizeof(text)),
		.before_len = before_len, .after = text,
		.after_len = after_len, .before_is_bytes = 1 };

	cli_html_edit(html, name, &one);
}

static void
ends(const char *name, uint64_t in_len)
{
	const struct cli_totals totals = { .in_len = in_len, .changed = true,
		.complete = true };
	struct cli_detected detected = { .len = in_len };

	cli_html_file(html, name, &totals, &detected);
}

#define ROW "<tr><td class=\"t\"></td>"

/* Five thousand rows, and of each rule twenty even behind them. */
static void
make_rows(void)
{
	for (unsigned i = 0; i < 5001; i++)
		edit("a", "many/x", 1, 1);
	for (unsigned i = 0; i < 21; i++) {
		const struct ungarble_finding finding = { .record = 2,
			.rule = "few/x", .found = "x", .meant = "y" };

		edit("a", "late/x", 1, 1);
		cli_html_finding(html, "a", &finding);
	}
	ends("a", 100);
	for (unsigned i = 0; i < 20; i++)
		edit("b", "many/x", 1, 1);
	edit("b", "other/x", 1, 1);
	ends("b", 100);
}

static void
check_rows(void)
{
	pages(make_rows);
	CHECK("rows", times(ROW) == 5000 + 20 + 20 + 1);
	CHECK("of each rule behind them", times(">late/<wbr/>x</td>") == 20 &&
	    times(">few/<wbr/>x</td>") == 20 &&
	    times(">many/<wbr/>x</td>") == 5000);
	CHECK("told of a", times("<p class=\"more\">3 more of this file are "
	    "counted, but not listed.</p>\n") == 1);
	CHECK("told of b", times("<p class=\"more\">20 more of this file are "
	    "counted, but not listed.</p>\n") == 1);
	CHECK("told of all", times("<p class=\"more\" id=\"unlisted\">23 more "
	    "changes are counted, but not listed here") == 1);
	CHECK("counted", times("many/<wbr/>x</th><td class=\"n\">5,021</td>")
	    == 1 && times("late/<wbr/>x</th><td class=\"n\">21</td>") == 1);
	CHECK("of the map", times(">many</th>") == 2 &&
	    times(">few</th>") == 1 && times(">other</th>") == 1);
	CHECK("how sure", times("5,043 changes, the least sure 95 %") == 1);
	CHECK("sections", times("<section class=\"file\"") == 2 &&
	    times("</section>\n") == 4);
}

/* Two MiB before and after, in all of them. */
static size_t bytes_last;

static void
make_bytes(void)
{
	const struct ungarble_span span = { .record = 1, .in_len = 100,
		.rule = "decode/koi8-r", .encoding = "koi8-r" };
	const struct ungarble_finding finding = { .record = 2,
		.rule = "few/x", .found = "x", .meant = "y" };

	for (unsigned i = 0; i < 31; i++)
		edit("a", "c1/x", 1 << 15, 1 << 15);
	edit("a", "c1/x", 1 << 15, (1 << 15) - 1);
	edit("a", "c1/x", bytes_last / 2, bytes_last - bytes_last / 2);
	/* these take none */
	cli_html_span(html, "a", &span);
	cli_html_finding(html, "a", &finding);
	ends("a", 100);
}

static void
check_bytes(void)
{
	for (bytes_last = 0; bytes_last < 4; bytes_last++) {
		pages(make_bytes);
		CHECK("bytes", times(ROW) ==
		    (size_t)(bytes_last <= 1 ? 35 : 34));
		CHECK("told", times("<p class=\"more\">1 more of this file") ==
		    (size_t)(bytes_last > 1));
	}
}

/* Files that have something, and such that have nothing. */
static unsigned n_files, n_plain;

static void
make_files(void)
{
	char name[16];

	for (unsigned i = 0; i < n_files; i++) {
		snprintf(name, sizeof(name), "f%u", i);
		edit(name, "c1/x", 1, 1);
		ends(name, 1);
	}
	for (unsigned i = 0; i < n_plain; i++) {
		snprintf(name, sizeof(name), "p%u", i);
		ends(name, 1);
	}
	n_files = 7; /* of this process alone */
}

static void
check_files(void)
{
	static const struct {
		unsigned n_files, n_plain, shown;
		const char *more;
	} rows[] = {
		{ 0, 0, 0, NULL },
		{ 2, 3, 5, NULL },
		{ 500, 100, 600, NULL },
		{ 501, 100, 600, "1 more file counted, but not shown." },
		{ 500, 101, 600, "1 more file counted, but not shown." },
		{ 503, 102, 600, "5 more files counted, but not shown." },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char last[64];

		n_files = rows[i].n_files;
		n_plain = rows[i].n_plain;
		pages(make_files);
		CHECK("sections", times("<section class=\"file\"") ==
		    rows[i].shown && times("<h3 id=") == rows[i].shown);
		CHECK("more", rows[i].more == NULL
			? times("not shown") == 0 : times(rows[i].more) == 1);
		snprintf(last, sizeof(last), "aria-labelledby=\"%u\"><h3 "
		    "id=\"%u\">", rows[i].shown, rows[i].shown);
		CHECK("numbers", rows[i].shown == 0 || times(last) == 1);
		CHECK("tables", times("<table class=\"edits\">") ==
		    (size_t)(n_files < 500 ? n_files : 500));
		CHECK("tables end", times("</tbody>\n</table>\n<div class=\"map"
		    "\">\n<p class=\"facts\">") ==
		    (size_t)(n_files < 500 ? n_files : 500));
	}
}

/* What is said of a file, and of all. */
static void
make_facts(void)
{
	const struct cli_totals totals = { .in_len = 1234, .n_records = 20,
		.n_edits = 1, .n_invalid = 2, .n_findings = 3 };
	const struct cli_totals good = { .in_len = 1, .n_records = 1,
		.changed = true, .complete = true };
	struct cli_detected detected = { .n = 6, .counted = {
		{ .encoding = "one", .len = 10 },
		{ .encoding = "two", .len = 20 },
		{ .encoding = "three", .len = 5 },
		{ .encoding = "four", .len = 50 },
		{ .encoding = "five", .len = 4 },
		{ .encoding = "six", .len = 11 } } };
	struct cli_detected plain = { .len = 1 };

	cli_html_file(html, "-", &totals, &detected);
	cli_html_file(html, "<b>", &good, &plain);
	cli_html_file(html, "\u00E9", &good, &plain);
	stats.n_files = 2;
	stats.n_changed = 1001;
	stats.n_failed = 1002;
	stats.in_len = 1003;
	stats.out_len = 1;
	stats.n_records = 5;
	stats.n_invalid = 1;
}

static void
make_sums(void)
{
	stats.n_files = 1;
	stats.in_len = 1;
	stats.n_edits = 7;
	stats.n_findings = 1;
}

static void
check_facts(void)
{
	char made[64];

	pages(make_facts);
	CHECK("of a file", times("<h3 id=\"1\">standard input</h3>\n"
	    "<div class=\"map\">\n<p class=\"facts\">1,234 bytes, 20 lines, "
	    "1 edit, 2 malformed sequences, 3 findings; four 50 %, two 20 %, "
	    "six 11 %, one 10 %; nothing changed; not done to its end</p>\n"
	    "</div>\n</section>\n") == 1);
	CHECK("of one that is done", times("<h3 id=\"2\">&lt;b&gt;</h3>\n"
	    "<div class=\"map\">\n<p class=\"facts\">1 byte, 1 line; "
	    "US-ASCII 100 %</p>\n</div>\n</section>\n") == 1);
	CHECK("its name", times("<h3 id=\"3\">\u00E9</h3>") == 1);
	CHECK("nothing is missing", times("not shown") == 0 &&
	    times("not listed") == 0);
	CHECK("of all", times("<p>2 files, 1,001 changed, 1,002 failed; "
	    "1,003 bytes in, 1 byte out, 5 lines, 1 malformed sequence.</p>\n")
	    == 1);
	pages(make_sums);
	CHECK("of all: less", times("<p>1 file; 1 byte in, 0 bytes out, "
	    "0 lines, 7 edits, 1 finding.</p>\n") == 1);
	snprintf(made, sizeof(made), ">ungarble %s<", ungarble_version());
	CHECK("who made it", times(made) == 1 &&
	    times("data-first=\"{&quot;ungarble&quot;:") == 1);
	CHECK("whole", times("<html") == 1 && times("</html>") == 1 &&
	    in_order("<html", "<main") && in_order("<main", "</main>") &&
	    in_order("</main>", "</html>"));
}

/* Edits wait for their piece, while there is room, or one that comes. */
static void
make_held(void)
{
	const struct ungarble_span span = { .record = 1, .in_len = 100,
		.rule = "decode/koi8-r", .encoding = "koi8-r" };
	struct ungarble_edit one = { .record = 1, .rule = "c1/x",
		.before = "=", .before_len = 1, .after = "+", .after_len = 1,
		.out_at = 4, .out_len = 1, .step = 1, .fix = "c1" };
	const struct ungarble_piece piece = { .encoding = "UTF-8",
		.record = 1, .in = "", .out = "left+right", .out_len = 10 };

	cli_html_span(html, "a", &span);
	cli_html_edit(html, "a", &one);
	cli_html_piece(html, &piece);
	for (unsigned i = 0; i < 257; i++) {
		one.out_at = i == 256 ? 4 : 1000;
		cli_html_edit(html, "a", &one);
	}
	cli_html_piece(html, &piece);
	one.out_at = 4;
	cli_html_edit(html, "a", &one);
	ends("a", 100);
	cli_html_piece(html, &piece);
	edit("b", "big/x", 1 << 16, 1);
	one.out_at = 4;
	cli_html_edit(html, "b", &one);
	cli_html_piece(html, &piece);
}

static void
check_held(void)
{
	pages(make_held);
	CHECK("rows", times(">c1/<wbr/>x</td>") == 1 + 257 + 1 + 1);
	CHECK("around", times(">left<mark") == 2 * (1 + 1 + 1));
	CHECK("lines of a report", times("&quot;file&quot;:&quot;a&quot;") ==
	    1 + 257 + 1 && times("&quot;file&quot;:&quot;b&quot;") == 1);
	CHECK("too long to wait", times(">big/<wbr/>x</td>") == 1);
	CHECK("each in its turn", in_order("big/<wbr/>x</td>",
	    ">c1/<wbr/>x</td>") && in_order(">decode/<wbr/>koi8-r</td>",
	    ">c1/<wbr/>x</td>"));
	CHECK("a section that is open ends", times("<section class") == 2 &&
	    in_order("big/<wbr/>x</td>", "</tbody>\n</table>\n</section>\n"));
	CHECK("of the map", times("bytes 0\u2013100: 100 bytes") == 1);
}

int
main(void)
{
	check_rows();
	check_bytes();
	check_files();
	check_facts();
	check_held();
	written_end();
	return check_done("html_test");
}
