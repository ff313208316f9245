/*
 * json.c - what was changed, and what was found, as lines of JSON
 *
 *	{"file":"a.txt","record":3,"step":1,"in_at":40,...,"after":"caf\u00E9"}
 *
 * A line holds printable characters only, so that it can be looked at; a string
 * of bytes that are no text has its own key, NAME_bytes, in which a byte that
 * is not printable ASCII, and the backslash, is \xNN.
 */
#include <string.h>

#include "json.h"
#include "amount.h"
#include "printable.h"

static const char *const json_reasons[] = {
	[UNGARBLE_BY_OPTION] = "option",
	[UNGARBLE_BY_BOM] = "bom",
	[UNGARBLE_BY_VALIDITY] = "validity",
	[UNGARBLE_BY_HISTORY] = "history",
	[UNGARBLE_BY_STATISTICS] = "statistics",
	[UNGARBLE_BY_DEFAULT] = "default",
};

static void
json_unit(struct cli_out *out, uint32_t unit)
{
	cli_out_string(out, "\\u");
	cli_out_hex(out, unit, 4);
}

static void
json_char(struct cli_out *out, uint32_t c)
{
	if (c > 0xFFFF) {
		json_unit(out, 0xD800 + ((c - 0x10000) >> 10));
		json_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
	} else {
		json_unit(out, c);
	}
}

/* A string of well-formed UTF-8. */
static void
json_text(struct cli_out *out, const char *s, size_t len)
{
	cli_out_string(out, "\"");
	for (size_t at = 0; at < len;) {
		const struct cli_char one = cli_char_at(s + at, len - at);

		if (s[at] == '\n' || s[at] == '\t' || s[at] == '\r') {
			cli_out_string(out,
			    s[at] == '\n'       ? "\\n"
				: s[at] == '\t' ? "\\t"
						: "\\r");
		} else if (one.kind == CLI_CHAR_HIDDEN) {
			json_char(out, one.code);
		} else {
			if (s[at] == '"' || s[at] == '\\')
				cli_out_string(out, "\\");
			cli_out_add(out, s + at, one.len);
		}
		at += one.len;
	}
	cli_out_string(out, "\"");
}

/* A string of bytes. */
static void
json_bytes(struct cli_out *out, const char *s, size_t len)
{
	cli_out_string(out, "\"");
	for (size_t i = 0; i < len; i++) {
		const unsigned char byte = (unsigned char)s[i];

		if (byte == '"') {
			cli_out_string(out, "\\\"");
		} else if (byte == '\\' || byte < 0x20 || byte > 0x7E) {
			cli_out_string(out, "\\\\x");
			cli_out_hex(out, byte, 2);
		} else {
			cli_out_add(out, s + i, 1);
		}
	}
	cli_out_string(out, "\"");
}

/* ,"key" or ,"key_bytes" and its string, whichever it can be. */
static void
json_string(struct cli_out *out, const char *key, const char *s, size_t len,
    bool is_bytes)
{
	for (size_t at = 0; at < len && !is_bytes;) {
		const struct cli_char one = cli_char_at(s + at, len - at);

		is_bytes = one.kind == CLI_CHAR_BYTE;
		at += one.len;
	}
	cli_out_string(out, ",\"");
	cli_out_string(out, key);
	cli_out_string(out, is_bytes ? "_bytes\":" : "\":");
	if (is_bytes)
		json_bytes(out, s, len);
	else
		json_text(out, s, len);
}

static void
json_number(struct cli_out *out, const char *key, uint64_t number)
{
	cli_out_string(out, ",\"");
	cli_out_string(out, key);
	cli_out_string(out, "\":");
	cli_out_number(out, number);
}

static void
json_margin(struct cli_out *out, const char *key, int margin)
{
	cli_out_string(out, ",\"");
	cli_out_string(out, key);
	cli_out_string(out, margin < 0 ? "\":-" : "\":");
	cli_out_number(
	    out, margin < 0 ? 0 - (uint64_t)margin : (uint64_t)margin);
}

/* A word of our own, or null. */
static void
json_word(struct cli_out *out, const char *key, const char *word)
{
	if (word != NULL) {
		json_string(out, key, word, strlen(word), false);
		return;
	}
	cli_out_string(out, ",\"");
	cli_out_string(out, key);
	cli_out_string(out, "\":null");
}

static void
json_bool(struct cli_out *out, const char *key, bool value)
{
	cli_out_string(out, ",\"");
	cli_out_string(out, key);
	cli_out_string(out, value ? "\":true" : "\":false");
}

/* Open a line: its type and its file. */
static void
json_open(struct cli_out *out, const char *type, const char *file)
{
	cli_out_string(out, "{\"type\":\"");
	cli_out_string(out, type);
	cli_out_string(out, "\"");
	json_string(out, "file", file, strlen(file), false);
}

void
cli_json_start(struct cli_out *out)
{
	const char *component;

	cli_out_string(out, "{\"ungarble\":");
	json_text(out, ungarble_version(), strlen(ungarble_version()));
	json_number(out, "report", 1);
	cli_out_string(out, ",\"components\":[");
	for (size_t i = 0; (component = ungarble_component(i)) != NULL; i++) {
		if (i > 0)
			cli_out_string(out, ",");
		json_text(out, component, strlen(component));
	}
	cli_out_string(out, "]}\n");
}

void
cli_json_edit(
    struct cli_out *out, const char *file, const struct ungarble_edit *edit)
{
	json_open(out, "edit", file);
	json_number(out, "record", edit->record);
	json_number(out, "step", edit->step);
	json_number(out, "in_at", edit->in_at);
	json_number(out, "in_len", edit->in_len);
	json_number(out, "out_at", edit->out_at);
	json_number(out, "out_len", edit->out_len);
	json_number(out, "at", edit->at);
	json_word(out, "rule", edit->rule);
	json_word(out, "fix", edit->fix);
	json_number(out, "confidence", edit->confidence);
	json_margin(out, "margin", edit->margin);
	json_margin(out, "gate", edit->gate);
	json_string(out, "before", edit->before, edit->before_len,
	    edit->before_is_bytes != 0);
	json_string(out, "after", edit->after, edit->after_len, false);
	cli_out_string(out, "}\n");
}

void
cli_json_span(
    struct cli_out *out, const char *file, const struct ungarble_span *span)
{
	json_open(out, "span", file);
	json_number(out, "record", span->record);
	json_number(out, "n_records", span->n_records);
	json_number(out, "in_at", span->in_at);
	json_number(out, "in_len", span->in_len);
	json_number(out, "out_at", span->out_at);
	json_number(out, "out_len", span->out_len);
	json_word(out, "rule", span->rule);
	json_word(out, "reason", json_reasons[span->reason]);
	json_number(out, "confidence", span->confidence);
	json_word(out, "language", span->language);
	json_number(out, "n_invalid", span->n_invalid);
	cli_out_string(out, "}\n");
}

void
cli_json_finding(struct cli_out *out, const char *file,
    const struct ungarble_finding *finding)
{
	json_open(out, "finding", file);
	json_number(out, "record", finding->record);
	json_number(out, "in_at", finding->in_at);
	json_number(out, "in_len", finding->in_len);
	json_word(out, "rule", finding->rule);
	json_word(out, "fix", finding->fix);
	json_word(out, "found", finding->found);
	json_word(out, "meant", finding->meant);
	if (finding->character != 0) {
		cli_out_string(out, ",\"character\":\"");
		cli_out_code(out, finding->character);
		cli_out_string(out, "\"");
	}
	cli_out_string(out, "}\n");
}

void
cli_json_totals(
    struct cli_out *out, const char *file, const struct cli_totals *totals)
{
	json_open(out, "total", file);
	json_number(out, "in_len", totals->in_len);
	json_number(out, "out_len", totals->out_len);
	json_number(out, "n_records", totals->n_records);
	json_number(out, "n_edits", totals->n_edits);
	json_number(out, "n_invalid", totals->n_invalid);
	json_number(out, "n_findings", totals->n_findings);
	json_bool(out, "changed", totals->changed);
	json_bool(out, "complete", totals->complete);
	cli_out_string(out, "}\n");
}

/* What is said of an encoding, behind its name. */
static void
json_reading(struct cli_out *out, unsigned confidence, const char *language,
    enum ungarble_reason reason)
{
	json_number(out, "confidence", confidence);
	json_word(out, "language", language);
	json_word(out, "reason", json_reasons[reason]);
}

/* {"encoding":"..."; `i` counts the objects of an array. */
static void
json_element(struct cli_out *out, size_t i, const char *encoding)
{
	cli_out_string(out, i == 0 ? "{\"encoding\":" : ",{\"encoding\":");
	json_text(out, encoding, strlen(encoding));
}

void
cli_json_detected(struct cli_out *out, const char *file,
    const struct cli_detected *detected)
{
	struct cli_finding one;

	(void)cli_detected_finding(detected, 0, &one);
	json_open(out, "detected", file);
	json_word(out, "encoding", one.encoding);
	json_reading(out, one.confidence, one.language, one.reason);
	json_number(out, "in_len", detected->len);
	cli_out_string(out, ",\"shares\":[");
	for (size_t i = 0; cli_detected_finding(detected, i, &one); i++) {
		json_element(out, i, one.encoding);
		json_reading(out, one.confidence, one.language, one.reason);
		json_number(out, "len", one.len);
		json_number(out, "percent", one.percent);
		cli_out_string(out, "}");
	}
	cli_out_string(out, "]");
	if (detected->head != NULL) {
		cli_out_string(out, ",\"guesses\":[");
		for (size_t i = 0; i < detected->n_guesses; i++) {
			const struct ungarble_guess *guess =
			    &detected->guesses[i];

			json_element(out, i, guess->encoding);
			json_reading(out, guess->confidence, guess->language,
			    guess->reason);
			json_margin(out, "margin", guess->margin);
			cli_out_string(out, "}");
		}
		cli_out_string(out, "]");
	}
	cli_out_string(out, "}\n");
}

/* A number under a name that is no key of ours; `first`: of its object. */
static void
json_count(struct cli_out *out, const char *name, uint64_t n, bool first)
{
	cli_out_string(out, first ? "" : ",");
	json_text(out, name, strlen(name));
	cli_out_string(out, ":");
	cli_out_number(out, n);
}

void
cli_json_stats(struct cli_out *out, const struct cli_stats *stats,
    uint64_t microseconds)
{
	bool first = true;

	cli_out_string(out, "{\"type\":\"stats\"");
	json_number(out, "n_files", stats->n_files);
	json_number(out, "n_changed", stats->n_changed);
	json_number(out, "n_skipped", stats->n_skipped);
	json_number(out, "n_failed", stats->n_failed);
	json_number(out, "stored_len", stats->stored);
	json_number(out, "in_len", stats->in_len);
	json_number(out, "out_len", stats->out_len);
	json_number(out, "n_records", stats->n_records);
	json_number(out, "n_edits", stats->n_edits);
	json_number(out, "n_invalid", stats->n_invalid);
	json_number(out, "n_findings", stats->n_findings);
	cli_out_string(out, ",\"fixes\":{");
	for (size_t i = 0; i < CLI_N_FIXES; i++) {
		if (stats->by_fix[i] == 0)
			continue;
		json_count(
		    out, ungarble_fix(i)->name, stats->by_fix[i], first);
		first = false;
	}
	cli_out_string(out, "},\"encodings\":{");
	for (size_t i = 0; i < stats->n_encodings; i++)
		json_count(out, stats->encodings[i].name,
		    stats->encodings[i].len, i == 0);
	cli_out_string(out, "},\"seconds\":");
	cli_out_seconds(out, microseconds, 6);
	json_number(out, "rate", cli_stats_rate(stats, microseconds));
	cli_out_string(out, "}\n");
}
