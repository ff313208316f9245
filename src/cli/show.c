/*
 * show.c - what people are shown, one line each, nothing unprintable in it
 *
 *	notes.txt:3:12: mojibake/utf-8>windows-1252: Ã© → é
 *	notes.txt:7: decode/windows-1252: 2 lines, 38 → 41 bytes
 */
#include <string.h>

#include "show.h"
#include "amount.h"
#include "color.h"
#include "form.h"
#include "printable.h"

static const char *const show_reasons[] = {
	[UNGARBLE_BY_OPTION] = "as --from says",
	[UNGARBLE_BY_BOM] = "by its byte order mark",
	[UNGARBLE_BY_VALIDITY] = "by its form",
	[UNGARBLE_BY_HISTORY] = "as others near by",
	[UNGARBLE_BY_STATISTICS] = "by its letters",
	[UNGARBLE_BY_DEFAULT] = "as nothing spoke for another",
};

bool
cli_span_changed(const struct ungarble_span *span)
{
	if (strcmp(span->encoding, "binary") == 0)
		return false;
	return span->n_invalid > 0 ||
	    (strcmp(span->encoding, "UTF-8") != 0 &&
		strcmp(span->encoding, "US-ASCII") != 0);
}

static void
show_colored(struct cli_out *out, enum cli_color color, const char *s)
{
	cli_out_color(out, color);
	cli_out_masked(out, s, strlen(s), false);
	cli_out_color(out, CLI_PLAIN);
}

/* "FILE:RECORD: " */
static void
show_place(struct cli_out *out, const char *file, uint64_t record)
{
	show_colored(out, CLI_BOLD, file);
	cli_out_string(out, ":");
	cli_out_number(out, record);
	cli_out_string(out, ": ");
}

/* "3 lines", "1 line" */
void
cli_show_count(struct cli_out *out, uint64_t n, const char *what)
{
	cli_out_number(out, n);
	cli_out_string(out, " ");
	cli_out_string(out, what);
	cli_out_string(out, n == 1 ? "" : "s");
}

/* ", de" if it is known */
void
cli_show_language(struct cli_out *out, const char *language)
{
	if (language != NULL) {
		cli_out_string(out, ", ");
		cli_out_string(out, language);
	}
}

void
cli_show_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit)
{
	show_colored(out, CLI_BOLD, file);
	cli_out_string(out, ":");
	cli_out_number(out, edit->record);
	cli_out_string(out, ":");
	cli_out_number(out, edit->in_at - edit->record_at + 1);
	cli_out_string(out, ": ");
	show_colored(out, CLI_CYAN, edit->rule);
	cli_out_string(out, ": ");
	if (edit->before_len == 0)
		cli_out_string(out, "\"\"");
	cli_out_masked(
	    out, edit->before, edit->before_len, edit->before_is_bytes != 0);
	cli_out_string(out, " \xE2\x86\x92 ");
	if (edit->after_len == 0)
		cli_out_string(out, "\"\"");
	cli_out_masked(out, edit->after, edit->after_len, false);
	cli_out_string(out, "\n");
}

void
cli_show_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span)
{
	show_place(out, file, span->record);
	show_colored(out, CLI_CYAN, span->rule);
	cli_out_string(out, ": ");
	cli_show_count(out, span->n_records, "line");
	cli_out_string(out, ", ");
	cli_out_number(out, span->in_len);
	cli_out_string(out, " \xE2\x86\x92 ");
	cli_show_count(out, span->out_len, "byte");
	cli_show_language(out, span->language);
	cli_out_string(out, "\n");
}

void
cli_explain_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit)
{
	char line[1024];
	const size_t len = ungarble_explain(edit, line, sizeof(line));
	const bool cut = len >= sizeof(line);
	const size_t place = strcspn(line, " ") + 1, rule = strlen(edit->rule);
	size_t shown = cut ? sizeof(line) - 2 : len;

	while (cut && cli_char_is_inner(line[shown]))
		shown--;
	show_colored(out, CLI_BOLD, file);
	cli_out_string(out, ":");
	cli_out_add(out, line, place);
	show_colored(out, CLI_CYAN, edit->rule);
	cli_out_add(out, line + place + rule, shown - place - rule);
	cli_out_string(out, cut ? CLI_ELLIPSIS "\n" : "\n");
}

void
cli_show_span_words(struct cli_out *out, const struct ungarble_span *span)
{
	cli_show_count(out, span->n_records, "line");
	cli_out_string(out, " read as ");
	cli_out_string(out, span->encoding);
	cli_out_string(out, ", ");
	cli_out_string(out, show_reasons[span->reason]);
	cli_out_string(out, " (");
	cli_out_number(out, span->confidence);
	cli_out_string(out, " %");
	cli_show_language(out, span->language);
	cli_out_string(out, ")");
	if (span->n_invalid > 0) {
		cli_out_string(out, ", ");
		cli_show_count(out, span->n_invalid, "malformed sequence");
	}
}

void
cli_explain_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span)
{
	show_place(out, file, span->record);
	cli_show_span_words(out, span);
	cli_out_string(out, "\n");
}

void
cli_show_finding_words(
    struct cli_out *out, const struct ungarble_finding *finding)
{
	if (finding->character != 0) {
		cli_out_code(out, finding->character);
		cli_out_string(out, ", ");
	}
	cli_out_string(out, finding->found);
	if (finding->meant != NULL) {
		cli_out_string(out, ", perhaps ");
		cli_out_string(out, finding->meant);
	}
	cli_out_string(out, ", stays (bytes ");
	cli_out_number(out, finding->in_at);
	cli_out_string(out, "-");
	cli_out_number(out, finding->in_at + finding->in_len);
	cli_out_string(out, ")");
}

void
cli_explain_finding(struct cli_out *out, const char *file,
    const struct ungarble_finding *finding)
{
	show_place(out, file, finding->record);
	show_colored(out, CLI_CYAN, finding->rule);
	cli_out_string(out, ": ");
	cli_show_finding_words(out, finding);
	cli_out_string(out, "\n");
}

void
cli_show_name(struct cli_out *out, const char *file)
{
	cli_out_masked(out, file, strlen(file), false);
	cli_out_string(out, "\n");
}

void
cli_show_name_whole(struct cli_out *out, const char *file)
{
	cli_out_add(out, file, strlen(file) + 1);
}

/* "\tencoding\tconfidence\tlanguage" */
static void
show_reading(struct cli_out *out, const char *encoding, unsigned confidence,
    const char *language)
{
	cli_out_string(out, "\t");
	cli_out_string(out, encoding);
	cli_out_string(out, "\t");
	cli_out_number(out, confidence);
	cli_out_string(out, "\t");
	cli_out_string(out, language != NULL ? language : "-");
}

/* "\twindows-1251:62%,KOI8-R:37%,UTF-8:<1%" */
static void
show_shares(struct cli_out *out, const struct cli_detected *detected)
{
	struct cli_finding finding;

	for (size_t i = 0; cli_detected_finding(detected, i, &finding); i++) {
		cli_out_string(out, i == 0 ? "\t" : ",");
		cli_out_string(out, finding.encoding);
		cli_out_string(out, finding.percent == 0 ? ":<" : ":");
		cli_out_number(
		    out, finding.percent == 0 ? 1 : finding.percent);
		cli_out_string(out, "%");
	}
}

/* "\twindows-1251\t97\tru\t0.000" */
static void
show_guess(struct cli_out *out, const struct ungarble_guess *guess)
{
	const unsigned margin = guess->margin > 0 ? (unsigned)guess->margin : 0;

	show_reading(out, guess->encoding, guess->confidence, guess->language);
	cli_out_string(out, "\t");
	cli_out_thousandths(out, margin);
	cli_out_string(out, "\n");
}

void
cli_show_detected(struct cli_out *out, const char *file,
    const struct cli_detected *detected)
{
	struct cli_finding finding;

	(void)cli_detected_finding(detected, 0, &finding);
	cli_out_masked(out, file, strlen(file), false);
	show_reading(
	    out, finding.encoding, finding.confidence, finding.language);
	cli_out_string(out, "\t");
	cli_out_string(out, show_reasons[finding.reason]);
	if (detected->n > 1)
		show_shares(out, detected);
	cli_out_string(out, "\n");
	for (size_t i = 0; i < detected->n_guesses; i++)
		show_guess(out, &detected->guesses[i]);
}

void
cli_show_version(struct cli_out *out)
{
	const struct cli_form *form;
	const char *component;

	cli_out_string(out, "ungarble ");
	cli_out_string(out, ungarble_version());
	cli_out_string(out, "\n");
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++) {
		cli_out_string(out, component);
		cli_out_string(out, "\n");
	}
	for (size_t i = 0; (form = cli_form(i)) != NULL; i++) {
		if (form->version == NULL)
			continue;
		cli_out_string(out, form->library);
		cli_out_string(out, " ");
		cli_out_string(out, form->version());
		cli_out_string(out, "\n");
	}
}
