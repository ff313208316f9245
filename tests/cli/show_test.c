/*
 * show_test.c - the lines that people are shown, to the letter
 */
#define _XOPEN_SOURCE 700

#include "cli/show.h"

#include <string.h>

#include "check.h"
#include "cli/form.h"
#include "heard.h"

#define ARROW " \xE2\x86\x92 "

static struct cli_out out;

static void
check_changed(void)
{
	static const struct {
		const char *encoding;
		uint64_t n_invalid;
		bool changed;
	} rows[] = {
		{ "UTF-8", 0, false }, { "US-ASCII", 0, false },
		{ "UTF-8", 1, true }, { "US-ASCII", 1, true },
		{ "windows-1252", 0, true }, { "windows-1252", 1, true },
		{ "UTF-16LE", 0, true }, { "binary", 0, false },
		{ "binary", 1, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ungarble_span span = {
			.encoding = rows[i].encoding,
			.n_invalid = rows[i].n_invalid,
		};

		CHECK(rows[i].encoding, cli_span_changed(&span) ==
		    rows[i].changed);
	}
}

static void
check_edits(void)
{
	struct ungarble_edit edit = { .record = 3, .in_at = 40, .in_len = 4,
		.record_at = 29, .before = "\xC3\x83\xC2\xA9", .before_len = 4,
		.after = "\xC3\xA9", .after_len = 2, .rule = "mojibake/x>y",
		.fix = "mojibake", .confidence = 99 };

	heard_out(&out);
	cli_show_edit(&out, "a\nb", &edit);
	edit.after_len = 0;
	cli_show_edit(&out, "c", &edit);
	edit.after_len = 2;
	edit.before_len = 0;
	cli_show_edit(&out, "c", &edit);
	edit.before_len = 2;
	edit.before_is_bytes = 1;
	edit.in_at = 29;
	cli_show_edit(&out, "c", &edit);
	out.color = true;
	edit.before_len = 4;
	edit.before_is_bytes = 0;
	cli_show_edit(&out, "c", &edit);
	CHECK("edits", heard_out_is(&out,
	    "a\\x0Ab:3:12: mojibake/x>y: \xC3\x83\xC2\xA9" ARROW "\xC3\xA9\n"
	    "c:3:12: mojibake/x>y: \xC3\x83\xC2\xA9" ARROW "\"\"\n"
	    "c:3:12: mojibake/x>y: \"\"" ARROW "\xC3\xA9\n"
	    "c:3:1: mojibake/x>y: \\xC3\\x83" ARROW "\xC3\xA9\n"
	    "\033[1mc\033[0m:3:1: \033[36mmojibake/x>y\033[0m: "
	    "\xC3\x83\xC2\xA9" ARROW "\xC3\xA9\n"));
}

/* A line as the library has it, cut where it is too long. */
static void
check_explained(size_t n)
{
	static char before[4096], line[8192], wanted[8200];
	struct ungarble_edit edit = { .record = 3, .in_at = 40, .in_len = n,
		.record_at = 29, .before = before, .before_len = 3 * n,
		.after = "x", .after_len = 1, .rule = "c1/a", .fix = "c1",
		.confidence = 99 };
	size_t len;

	for (size_t i = 0; i < n; i++)
		memcpy(before + 3 * i, "\xE2\x82\xAC", 3);
	len = ungarble_explain(&edit, line, sizeof(line));
	if (!CHECK("a line", len < sizeof(line)))
		return;
	if (len > 1023) {
		len = 1022;
		while ((line[len] & 0xC0) == 0x80)
			len--;
		strcpy(line + len, "\xE2\x80\xA6");
	}
	(void)snprintf(wanted, sizeof(wanted), "a:%s\n", line);
	heard_out(&out);
	cli_explain_edit(&out, "a", &edit);
	CHECK("explained", heard_out_is(&out, wanted));
	heard_out(&out);
	out.color = true;
	cli_explain_edit(&out, "a", &edit);
	CHECK("explained in colours", cli_out_flush(&out) &&
	    strncmp(heard_read(), "\033[1ma\033[0m:3: \033[36mc1/a\033[0m: ",
		strlen("\033[1ma\033[0m:3: \033[36mc1/a\033[0m: ")) == 0);
}

static void
check_spans(void)
{
	struct ungarble_span span = { .encoding = "windows-1252",
		.rule = "decode/windows-1252", .language = "de",
		.reason = UNGARBLE_BY_STATISTICS, .confidence = 97,
		.record = 7, .n_records = 2, .in_at = 5, .in_len = 38,
		.out_len = 41, .n_invalid = 2 };
	static const char *const reasons[] = {
		[UNGARBLE_BY_OPTION] = "as --from says",
		[UNGARBLE_BY_BOM] = "by its byte order mark",
		[UNGARBLE_BY_VALIDITY] = "by its form",
		[UNGARBLE_BY_HISTORY] = "as others near by",
		[UNGARBLE_BY_STATISTICS] = "by its letters",
		[UNGARBLE_BY_DEFAULT] = "as nothing spoke for another",
	};
	char wanted[128];

	heard_out(&out);
	cli_show_span(&out, "a", &span);
	cli_explain_span(&out, "a", &span);
	span.language = NULL;
	span.n_records = span.out_len = span.n_invalid = 1;
	cli_show_span(&out, "a", &span);
	cli_explain_span(&out, "a", &span);
	out.color = true;
	span.n_invalid = 0;
	cli_show_span(&out, "a", &span);
	cli_explain_span(&out, "a", &span);
	CHECK("spans", heard_out_is(&out,
	    "a:7: decode/windows-1252: 2 lines, 38" ARROW "41 bytes, de\n"
	    "a:7: 2 lines read as windows-1252, by its letters (97 %, de), "
	    "2 malformed sequences\n"
	    "a:7: decode/windows-1252: 1 line, 38" ARROW "1 byte\n"
	    "a:7: 1 line read as windows-1252, by its letters (97 %), "
	    "1 malformed sequence\n"
	    "\033[1ma\033[0m:7: \033[36mdecode/windows-1252\033[0m: "
	    "1 line, 38" ARROW "1 byte\n"
	    "\033[1ma\033[0m:7: 1 line read as windows-1252, by its letters "
	    "(97 %)\n"));
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++) {
		if (reasons[i] == NULL)
			continue;
		span.reason = (enum ungarble_reason)i;
		(void)snprintf(wanted, sizeof(wanted), "1 line read as "
		    "windows-1252, %s (97 %%)", reasons[i]);
		heard_out(&out);
		cli_show_span_words(&out, &span);
		CHECK(reasons[i], heard_out_is(&out, wanted));
	}
}

static void
check_findings(void)
{
	struct ungarble_finding finding = { .record = 2, .in_at = 10,
		.in_len = 3, .rule = "invisible/mark", .fix = "invisible",
		.found = "a mark", .meant = "a letter", .character = 0xE9 };

	heard_out(&out);
	cli_explain_finding(&out, "a", &finding);
	finding.character = 0;
	finding.meant = NULL;
	out.color = true;
	cli_explain_finding(&out, "a", &finding);
	finding.character = 0x10FFFF;
	cli_show_finding_words(&out, &finding);
	CHECK("findings", heard_out_is(&out,
	    "a:2: invisible/mark: U+00E9, a mark, perhaps a letter, stays "
	    "(bytes 10-13)\n"
	    "\033[1ma\033[0m:2: \033[36minvisible/mark\033[0m: a mark, stays "
	    "(bytes 10-13)\n"
	    "U+10FFFF, a mark, stays (bytes 10-13)"));
	heard_out(&out);
	cli_show_name(&out, "a\tb");
	cli_show_name_whole(&out, "a\tb");
	CHECK("names", cli_out_flush(&out) &&
	    memcmp(heard_read(), "a\\x09b\na\tb", 11) == 0 &&
	    lseek(out.fd, 0, SEEK_END) == 11);
}

static void
count(struct cli_detected *detected, const char *encoding, uint64_t len,
    const char *language)
{
	const struct ungarble_span span = { .encoding = encoding,
		.language = language, .reason = UNGARBLE_BY_STATISTICS,
		.confidence = 80, .in_len = len };

	cli_detected_count(detected, &span);
}

static void
check_detected(void)
{
	static struct cli_detected detected;

	heard_out(&out);
	cli_show_detected(&out, "a\tb", &detected);
	count(&detected, "koi8-r", 1, "ru");
	cli_show_detected(&out, "a", &detected);
	count(&detected, "utf-8", 150, NULL);
	count(&detected, "windows-1251", 50, "ru");
	cli_detected_sort(&detected);
	cli_show_detected(&out, "a", &detected);
	detected.n_guesses = 2;
	detected.guesses[0] = (struct ungarble_guess){ .encoding = "x",
		.confidence = 5, .margin = 1234 };
	detected.guesses[1] = (struct ungarble_guess){ .encoding = "y",
		.confidence = 6, .language = "de", .margin = -5 };
	cli_show_detected(&out, "a", &detected);
	CHECK("detected", heard_out_is(&out,
	    "a\\x09b\tUS-ASCII\t100\t-\tby its form\n"
	    "a\tkoi8-r\t80\tru\tby its letters\n"
	    "a\tutf-8\t80\t-\tby its letters\t"
	    "utf-8:74%,windows-1251:24%,koi8-r:<1%\n"
	    "a\tutf-8\t80\t-\tby its letters\t"
	    "utf-8:74%,windows-1251:24%,koi8-r:<1%\n"
	    "\tx\t5\t-\t1.234\n"
	    "\ty\t6\tde\t0.000\n"));
}

/* -V: the program, what the library stands on, and each form that is read. */
static void
check_version(void)
{
	char wanted[2048];
	const struct cli_form *form;
	const char *component;

	(void)snprintf(wanted, sizeof(wanted), "ungarble %s\n",
	    ungarble_version());
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++)
		strcat(strcat(wanted, component), "\n");
	for (size_t i = 0; (form = cli_form(i)) != NULL; i++)
		if (form->version != NULL)
			(void)snprintf(wanted + strlen(wanted),
			    sizeof(wanted) - strlen(wanted), "%s %s\n",
			    form->library, form->version());
	heard_out(&out);
	cli_show_version(&out);
	CHECK("version", heard_out_is(&out, wanted));
}

int
main(void)
{
	check_changed();
	check_edits();
	for (size_t n = 1; n < 20; n++)
		check_explained(n);
	for (size_t n = 300; n < 360; n++)
		check_explained(n);
	check_spans();
	check_findings();
	check_detected();
	check_version();
	return check_done("show_test");
}
