/*
 * teach.c - what --explain says once of each kind of change
 *
 *	a.txt:1: mojibake/utf-8>windows-1252: Ã© → é (99 %, bytes 6-10)
 *	    text that was read in the wrong encoding; --fix=-mojibake leaves it
 *	    It was utf-8, read as windows-1252: é is C3 A9, and that is Ã©
 *	    there.
 *
 * Nothing of it is known beforehand: bytes are read again, in the encoding that
 * is named and in others, as the library reads them.
 */
#include <string.h>

#include "teach.h"
#include "amount.h"
#include "least.h"
#include "printable.h"
#include "reread.h"

#define TEACH_RULES 64  /* that are kept apart; more are not taught */
#define TEACH_KEPT 1024 /* bytes of a span */
#define TEACH_ALIKE 3   /* encodings that are named, of those alike */

/* Bytes of the records that were read alike, the last time. */
struct kept {
	const char *encoding; /* NULL: none */
	uint64_t at;          /* where the first of them is */
	size_t len;
	char bytes[TEACH_KEPT];
};

static struct {
	const struct cli_options *options; /* NULL: nothing is taught */
	const char *rules[TEACH_RULES];
	size_t n_rules;
	bool layers;          /* it was told that there are some */
	struct kept kept[2];
	size_t next;          /* of these, to be given up */
} teach;

void
cli_teach_start(const struct cli_options *options)
{
	if (options->mode == CLI_EXPLAIN && !options->quiet)
		teach.options = options;
}

bool
cli_teach_wanted(void)
{
	return teach.options != NULL;
}

/* Whether a rule, which is static, comes up for the first time. */
static bool
teach_is_first(const char *rule)
{
	if (teach.options == NULL || teach.n_rules == TEACH_RULES)
		return false;
	for (size_t i = 0; i < teach.n_rules; i++)
		if (strcmp(teach.rules[i], rule) == 0)
			return false;
	teach.rules[teach.n_rules++] = rule;
	return true;
}

static void
teach_say(struct cli_out *out, const char *s)
{
	cli_out_string(out, s);
}

static void
teach_quote(struct cli_out *out, const char *s, size_t len)
{
	cli_out_masked(out, s, len, false);
}

/* "1.250 nats" */
static void
teach_nats(struct cli_out *out, int thousandths)
{
	cli_out_thousandths(out, (unsigned)thousandths);
	cli_out_string(out, " nats");
}

/* How many times as likely: e to the power of thousandths, at most 1000. */
static unsigned
teach_times(int thousandths)
{
	const double x = (double)thousandths / 1024000;
	double times = 1 + x + x * x / 2 + x * x * x / 6;

	if (thousandths > 6900)
		return 1000;
	for (int i = 0; i < 10; i++)
		times *= times;
	return (unsigned)(times + .5);
}

/* "some 12 times" */
static void
teach_put_times(struct cli_out *out, unsigned times)
{
	teach_say(out, times >= 1000 ? "more than " : "some ");
	cli_out_number(out, times);
	teach_say(out, " times");
}

/* What the repair is, and how it is refused. */
static void
teach_fix(struct cli_out *out, const struct ungarble_edit *edit)
{
	const struct ungarble_fix *fix;
	size_t i = 0;

	while ((fix = ungarble_fix(i)) != NULL &&
	    (edit->fix == NULL || strcmp(fix->name, edit->fix) != 0))
		i++;
	if (fix == NULL)
		return;
	teach_say(out, "    ");
	teach_say(out, fix->summary);
	teach_say(out, fix->by_default ? "; --fix=-" : "; --fix=+");
	teach_say(out, fix->name);
	teach_say(out, fix->by_default ? " leaves it\n" : " asked for it\n");
}

/* Which other encodings would have come to the same, for all of the text. */
static void
teach_alike(struct cli_out *out, const struct ungarble_edit *edit,
    const char *reader, const char *bytes, size_t len)
{
	const char *names[TEACH_ALIKE], *name;
	size_t n = 0;

	for (size_t i = 0; (name = ungarble_encoding(i)) != NULL; i++) {
		if (strcmp(ungarble_label(i, 0), reader) != 0 &&
		    cli_reread_is(name, bytes, len, edit->before,
			edit->before_len) &&
		    n++ < TEACH_ALIKE)
			names[n - 1] = name;
	}
	if (cli_reread_error() != UNGARBLE_OK)
		return;
	for (size_t i = 0; i < n && i < TEACH_ALIKE; i++) {
		teach_say(out, i == 0 ? "    The same would come of " : ", ");
		teach_say(out, names[i]);
	}
	if (n > TEACH_ALIKE) {
		teach_say(out, " and ");
		cli_out_number(out, n - TEACH_ALIKE);
		teach_say(out, " more");
	}
	if (n == 0) {
		teach_say(out, "    No other encoding takes these bytes for ");
		teach_quote(out, edit->before, edit->before_len);
		teach_say(out, ".\n");
		return;
	}
	teach_say(out, ";\n    the whole line, and how common each mistake "
	    "is, speak for ");
	teach_say(out, reader);
	teach_say(out, ".\n");
}

/* How one character came to be what stands there. */
static void
teach_character(struct cli_out *out, const struct cli_reread *reread)
{
	teach_say(out, ": ");
	teach_quote(out, reread->character, reread->character_len);
	teach_say(out, " is");
	for (size_t i = 0; i < reread->bytes_len; i++) {
		teach_say(out, " ");
		cli_out_hex(out, (unsigned char)reread->bytes[i], 2);
	}
	teach_say(out, ", and that is ");
	teach_quote(out, reread->taken, reread->taken_len);
	teach_say(out, " there");
}

/* The way from what was meant to what stands there: "utf-8>windows-1252". */
static void
teach_way(struct cli_out *out, const struct ungarble_edit *edit)
{
	const char *const slash = strchr(edit->rule, '/');
	const char *const arrow = strchr(edit->rule, '>');
	struct cli_reread reread;
	bool followed;
	char was[32];

	if (slash == NULL || arrow == NULL ||
	    (size_t)(arrow - slash) > sizeof(was))
		return;
	memcpy(was, slash + 1, (size_t)(arrow - slash) - 1);
	was[arrow - slash - 1] = '\0';
	followed = cli_reread(
	    &reread, was, arrow + 1, edit->after, edit->after_len);
	if (cli_reread_error() != UNGARBLE_OK)
		return;
	teach_say(out, "    It was ");
	teach_say(out, was);
	teach_say(out, ", read as ");
	teach_say(out, arrow + 1);
	if (followed)
		teach_character(out, &reread);
	teach_say(out, ".\n");
	if (strcmp(was, "utf-8") == 0 &&
	    cli_reread_is(arrow + 1, edit->after, edit->after_len,
		edit->before, edit->before_len))
		teach_alike(out, edit, arrow + 1, edit->after,
		    edit->after_len);
}

static void
teach_score(struct cli_out *out, const struct ungarble_edit *edit)
{
	unsigned times;

	if (edit->margin <= 0)
		return;
	times = teach_times(edit->margin);
	teach_say(out, "    It is ");
	if (times > 1) {
		teach_put_times(out, times);
		teach_say(out, " (");
		teach_nats(out, edit->margin);
		teach_say(out, ") likelier");
	} else {
		teach_say(out, "likelier by ");
		teach_nats(out, edit->margin);
	}
	teach_say(out, " than --confidence needs.\n");
}

/* What the scores that stand in the line mean. */
static void
teach_gate(struct cli_out *out)
{
	teach_say(out,
	    "    margin: by how much it fits better than what stood there;\n"
	    "    gate: by how much the text around is spun; both in nats, "
	    "beyond what\n    --confidence asks for.\n");
}

bool
cli_teach_edit(struct cli_out *out, const struct ungarble_edit *edit)
{
	if (edit->fix != NULL && teach_is_first(edit->fix)) {
		teach_fix(out, edit);
		if (edit->gate != 0)
			teach_gate(out);
	}
	if (strchr(edit->rule, '>') != NULL && teach_is_first(edit->rule)) {
		teach_way(out, edit);
		if (cli_reread_error() == UNGARBLE_OK)
			teach_score(out, edit);
	}
	if (teach.options != NULL && edit->step > 1 && !teach.layers &&
	    cli_reread_error() == UNGARBLE_OK) {
		teach.layers = true;
		teach_say(out,
		    "    It is the next layer: what the first repair made "
		    "was garbled, too.\n");
	}
	return cli_reread_error() == UNGARBLE_OK;
}

void
cli_teach_piece(const struct ungarble_piece *piece)
{
	struct kept *kept = &teach.kept[0];
	size_t n;

	if (strcmp(piece->encoding, "US-ASCII") == 0 ||
	    strcmp(piece->encoding, "UTF-8") == 0)
		return;
	while (kept < teach.kept + 2 && (kept->encoding == NULL ||
		strcmp(kept->encoding, piece->encoding) != 0))
		kept++;
	if (kept == teach.kept + 2) {
		kept = &teach.kept[teach.next];
		teach.next = 1 - teach.next;
		*kept = (struct kept){ .encoding = piece->encoding,
			.at = piece->in_at };
	}
	n = sizeof(kept->bytes) - kept->len;
	n = CLI_MIN(n, piece->in_len);
	memcpy(kept->bytes + kept->len, piece->in, n);
	kept->len += n;
}

/* What else the bytes may be, and why they are not. */
static void
teach_runner_up(struct cli_out *out, const struct ungarble_span *span,
    const struct kept *kept)
{
	struct ungarble_guess guesses[2];
	size_t n, at = 0;
	unsigned times;

	if (!cli_reread_guess(teach.options, kept->bytes, kept->len, guesses,
		2, &n) || n == 0)
		return;
	if (strcmp(guesses[0].encoding, span->encoding) == 0)
		at = 1;
	if (at == n) {
		teach_say(out, "    No other encoding comes near.\n");
		return;
	}
	teach_say(out, at == 0 ? "    By itself it may be "
			       : "    Next best: ");
	teach_say(out, guesses[at].encoding);
	if (at == 0) {
		teach_say(out, ", but lines near by speak for ");
		teach_say(out, span->encoding);
		teach_say(out, ".\n");
		return;
	}
	times = teach_times(guesses[at].margin);
	if (times > 1) {
		teach_say(out, ", ");
		teach_put_times(out, times);
		teach_say(out, " less likely (");
	} else {
		teach_say(out, ", about as likely (");
	}
	teach_nats(out, guesses[at].margin);
	teach_say(out, ").\n");
}

bool
cli_teach_span(struct cli_out *out, const struct ungarble_span *span)
{
	for (size_t i = 0; i < 2; i++) {
		struct kept *const kept = &teach.kept[i];

		if (kept->encoding == NULL ||
		    strcmp(kept->encoding, span->encoding) != 0)
			continue;
		if (span->reason == UNGARBLE_BY_STATISTICS &&
		    kept->at - span->in_at < span->in_len &&
		    teach_is_first(span->rule))
			teach_runner_up(out, span, kept);
		kept->encoding = NULL;
	}
	return cli_reread_error() == UNGARBLE_OK;
}
