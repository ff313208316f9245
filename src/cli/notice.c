/*
 * notice.c - what is said on stderr of whole inputs, and at the end
 */
#include <string.h>

#include "notice.h"
#include "form.h"
#include "message.h"
#include "printable.h"
#include "show.h"

void
cli_notice_file(const char *name, const struct cli_finding *finding,
    const struct cli_totals *totals)
{
	struct cli_out *out = cli_message_start(name);

	cli_out_string(out, finding->encoding);
	cli_out_string(out, " (");
	cli_out_number(out, finding->confidence);
	cli_out_string(out, " %");
	cli_show_language(out, finding->language);
	cli_out_string(out, "), ");
	cli_show_count(out, totals->in_len, "byte");
	cli_out_string(out, ", ");
	cli_show_count(out, totals->n_records, "line");
	cli_out_string(out, ", ");
	cli_show_count(out, totals->n_edits, "edit");
	cli_message_end();
}

void
cli_notice_words(uint64_t n)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_out_string(out, "spun text was found, and ");
	cli_out_number(out, n);
	cli_out_string(out,
	    n == 1 ? " word or phrase in it put back"
		   : " words or phrases in it put back");
	cli_out_string(out, "; --check shows them, --fix=-words refuses them");
	cli_message_end();
}

void
cli_notice_spun(const struct cli_found *found)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_out_string(out, "text of another spinner was found, by ");
	cli_show_count(out, found->n, "phrase");
	cli_out_string(out, ", the first at byte ");
	cli_out_number(out, found->at);
	cli_out_string(out, " of ");
	cli_out_masked(out, found->file, strlen(found->file), false);
	cli_out_string(out, ", and left as it is; --explain shows them");
	cli_message_end();
}

void
cli_notice_invisible(const struct cli_found *found)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_show_count(out, found->n, "character");
	cli_out_string(out, " that may deceive a reader, the first at byte ");
	cli_out_number(out, found->at);
	cli_out_string(out, " of ");
	cli_out_masked(out, found->file, strlen(found->file), false);
	cli_out_string(out, found->n == 1 ? ", stays" : ", stay");
	cli_out_string(out,
	    "; --check shows where, --invisible=strip takes out what is "
	    "invisible");
	cli_message_end();
}

void
cli_notice_broken(const struct cli_found *found, bool json)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_show_count(out, found->n, "record");
	cli_out_string(out, found->n == 1 ? " is no " : " are no ");
	cli_out_string(out, json ? "JSON" :
	    found->n == 1 ? "row of values" : "rows of values");
	cli_out_string(out, found->n == 1 ? ", from byte " :
	    ", the first from byte ");
	cli_out_number(out, found->at);
	cli_out_string(out, " of ");
	cli_out_masked(out, found->file, strlen(found->file), false);
	cli_out_string(out, found->n == 1 ?
	    " on, and stays as it is from there; --explain shows it" :
	    " on, and stay as they are from there; --explain shows them");
	cli_message_end();
}

void
cli_notice_invalid(enum ungarble_invalid how, uint64_t n, const char *file,
    uint64_t at)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_show_count(out, n, "malformed sequence");
	cli_out_string(out,
	    how == UNGARBLE_INVALID_ESCAPE ? " became \\xNN"
		: how != UNGARBLE_INVALID_DROP ? " became U+FFFD"
		: n == 1 ? " was dropped" : " were dropped");
	cli_out_string(out, ", the first at byte ");
	cli_out_number(out, at);
	cli_out_string(out, " of ");
	cli_out_masked(out, file, strlen(file), false);
	cli_out_string(
	    out, "; --check shows them, --invalid=fail refuses them");
	cli_message_end();
}

void
cli_notice_plain(const char *file)
{
	const size_t len = strlen(file);
	const struct cli_form *form;
	struct cli_out *out;

	for (size_t i = 0; (form = cli_form(i)) != NULL; i++) {
		const size_t n = strlen(form->suffix);

		if (len > n && strcmp(file + len - n, form->suffix) == 0)
			break;
	}
	if (form == NULL)
		return;
	out = cli_message_start(file);
	cli_out_string(out, "is plain text, not ");
	cli_out_string(out, form->name);
	cli_out_string(out, "; -zi writes what is compressed as it was");
	cli_message_end();
}

void
cli_notice_skipped(uint64_t n)
{
	struct cli_out *out = cli_message_start(NULL);

	cli_show_count(out, n, "binary file");
	cli_out_string(out, n == 1 ? " was" : " were");
	cli_out_string(out,
	    " skipped; -v names them, --binary=pass takes them");
	cli_message_end();
}

void
cli_notice_left(uint64_t n_invalid, uint64_t n_spun, uint64_t n_invisible,
    uint64_t n_broken, uint64_t n_skipped)
{
	const struct {
		uint64_t n;
		const char *what;
	} left[] = {
		{ n_invalid, "malformed sequence" },
		{ n_spun, "spun phrase" },
		{ n_invisible, "deceptive character" },
		{ n_broken, "broken record" },
		{ n_skipped, "binary file" },
	};
	struct cli_out *out = cli_message_start("--strict");
	const char *before = "nothing repairs ";

	for (size_t i = 0; i < sizeof(left) / sizeof(*left); i++) {
		if (left[i].n == 0)
			continue;
		cli_out_string(out, before);
		cli_show_count(out, left[i].n, left[i].what);
		before = ", ";
	}
	cli_message_end();
}
