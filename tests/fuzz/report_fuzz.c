/*
 * report_fuzz.c - lines of reports, any and our own
 *
 * Of any line what is read lies within it.  An edit of a file, with any bytes
 * in their names and texts, is read back as it was written, and as another
 * program may write it.  The first byte says how the rest is parted.
 */
#include "base/utf8.h"
#include "cli/apply_line.h"
#include "cli/json.h"
#include "cli/json_read.h"
#include "fuzz.h"

static void
check_part(const struct cli_apply_part *part, const char *s, size_t len)
{
	FUZZ_CHECK(part->s >= s && part->len <= len);
	FUZZ_CHECK((size_t)(part->s - s) <= len - part->len);
}

/* Whatever it is: as a line of a report, and as an object. */
static void
check_any(const uint8_t *bytes, size_t len, bool first)
{
	char *const s = fuzz_copy(bytes, len), *const t = fuzz_copy(bytes, len);
	struct cli_json_read read = cli_json_read(t, len);
	struct cli_json_string key;
	struct cli_json_value value;
	struct cli_apply_line line;
	size_t n = 0;

	if (cli_apply_line_read(&line, s, len, first) == NULL && line.is_edit) {
		check_part(&line.file, s, len);
		check_part(&line.rule, s, len);
		check_part(&line.before, s, len);
		check_part(&line.after, s, len);
	}
	while (cli_json_next(&read, &key, &value)) {
		FUZZ_CHECK(++n <= len && read.at <= len);
		check_part(&(struct cli_apply_part){ key.s, key.len }, t, len);
		if (value.kind == CLI_JSON_STRING)
			check_part(&(struct cli_apply_part){ value.string.s,
			    value.string.len }, t, len);
	}
	free(s);
	free(t);
}

static bool
is(const struct cli_apply_part *part, const char *s, size_t len)
{
	return part->len == len && memcmp(part->s, s, len) == 0;
}

/* s[0..len), which is UTF-8, with its characters in \\u; returns its length. */
static size_t
escaped(const char *s, size_t len, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < len;) {
		const unsigned lead = (unsigned char)s[i++];
		unsigned c = lead < 0xE0 ? lead & 0x1F :
		    lead < 0xF0 ? lead & 0x0F : lead & 0x07;

		if (lead < 0x80) {
			to[n++] = (char)lead;
			continue;
		}
		while (i < len && ((unsigned char)s[i] & 0xC0) == 0x80)
			c = c << 6 | ((unsigned char)s[i++] & 0x3F);
		if (c >= 0x10000)
			n += (size_t)sprintf(to + n, "\\u%04x",
			    0xD7C0 + (c >> 10));
		n += (size_t)sprintf(to + n, "\\u%04X",
		    c < 0x10000 ? c : 0xDC00 | (c & 0x3FF));
	}
	return n;
}

static void
check_line(char *s, size_t len, const char *file,
    const struct ungarble_edit *edit)
{
	struct cli_apply_line line;

	FUZZ_CHECK(cli_apply_line_read(&line, s, len, false) == NULL);
	FUZZ_CHECK(line.is_edit && line.record == edit->record);
	FUZZ_CHECK(line.in_at == edit->in_at && line.in_len == edit->in_len);
	FUZZ_CHECK(is(&line.file, file, strlen(file)));
	FUZZ_CHECK(is(&line.rule, edit->rule, strlen(edit->rule)));
	FUZZ_CHECK(is(&line.before, edit->before, edit->before_len));
	FUZZ_CHECK(is(&line.after, edit->after, edit->after_len));
}

/* Bytes as a name of a file, as what was there, and as what is. */
static void
check_own(const struct fuzz_input *in, size_t name, size_t before,
    unsigned is_bytes)
{
	static struct cli_out out;
	char *const file = fuzz_copy(in->s, name + 1);
	const char *const s = (const char *)in->s + name;
	struct ungarble_edit edit = {
		.record = UINT64_MAX - name, .step = 1, .in_at = name,
		.in_len = before, .before = s, .before_len = before,
		.before_is_bytes = is_bytes, .after = s + before,
		.after_len = in->len - name - before,
		.rule = "c1/windows-1252", .fix = "c1", .margin = -(int)name,
	};
	static char other[6 * CLI_BLOCK];
	size_t len;

	/* A report is of text, but for names and what says that it is none. */
	edit.after_len = ug_utf8_prefix((const unsigned char *)edit.after,
	    edit.after_len, NULL);
	if (!is_bytes)
		edit.before_len = ug_utf8_prefix((const unsigned char *)s,
		    before, NULL);
	file[name] = '\0';
	out.fd = 1; /* where nothing goes: it fits into the buffer */
	out.len = 0;
	cli_json_edit(&out, file, &edit);
	FUZZ_CHECK(out.len > 0 && out.bytes[out.len - 1] == '\n');
	FUZZ_CHECK(memchr(out.bytes, '\n', out.len) ==
	    out.bytes + out.len - 1);
	FUZZ_CHECK(ug_utf8_prefix((unsigned char *)out.bytes, out.len, NULL) ==
	    out.len);
	len = escaped(out.bytes, out.len - 1, other);
	check_line(other, len, file, &edit);
	check_line(out.bytes, out.len - 1, file, &edit);
	free(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	const unsigned how = fuzz_byte(&in);
	size_t name, before;

	for (size_t at = 0, end; at < in.len; at = end + 1) {
		const uint8_t *const lf = memchr(in.s + at, '\n', in.len - at);

		end = lf != NULL ? (size_t)(lf - in.s) : in.len;
		check_any(in.s + at, end - at, at == 0);
	}
	/* All of it is written as one line, in up to six bytes for each. */
	if (in.len > 0 && in.len < 8000) {
		name = how % 16 * in.len / 32;
		before = (in.len - name) * (how / 16 % 8) / 8;
		check_own(&in, name, before, how / 128);
	}
	return 0;
}
