/*
 * golden_test.c - samples/ come out as they should, byte for byte
 *
 *	clean/X                  unchanged, with no edit
 *	garbled/X.in .out .edits becomes .out, by the edits listed; .out stays
 *	unsolved/X.in .out       does not become .out yet
 *
 * A line of .edits is rule, before and after, with tabs between; first what was
 * decoded, with lengths in bytes, then the edits in order.  With --edits FILE
 * this program prints those lines for FILE.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "stream/harness.h"

struct result {
	struct bytes out, spans, edits;
};

/* Add s so that it stays on its line and in its column. */
static void
bytes_add_shown(struct bytes *bytes, const char *s, size_t len, int raw)
{
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)s[i];
		char shown[8];

		if (c == '\\')
			strcpy(shown, "\\\\");
		else if (c == 0xC2 && i + 1 < len && (s[i + 1] & 0xE0) == 0x80)
			snprintf(shown, sizeof(shown), "\\u%04X",
			    (unsigned char)s[++i]);
		else if (c < 0x20 || c == 0x7F || (raw && c >= 0x80))
			snprintf(shown, sizeof(shown), "\\x%02X", c);
		else
			snprintf(shown, sizeof(shown), "%c", c);
		bytes_add(bytes, shown, strlen(shown));
	}
}

static int
golden_write(void *user, const char *bytes, size_t len)
{
	struct result *const result = user;

	bytes_add(&result->out, bytes, len);
	return 0;
}

static int
golden_span(void *user, const struct ungarble_span *span)
{
	struct result *const result = user;
	char line[128];

	if (strcmp(span->encoding, "UTF-8") == 0 ||
	    strcmp(span->encoding, "US-ASCII") == 0)
		return 0;
	snprintf(line, sizeof(line), "%s\t%llu bytes\t%llu bytes\n",
	    span->rule, (unsigned long long)span->in_len,
	    (unsigned long long)span->out_len);
	bytes_add(&result->spans, line, strlen(line));
	return 0;
}

static int
golden_edit(void *user, const struct ungarble_edit *edit)
{
	struct result *const result = user;

	bytes_add(&result->edits, edit->rule, strlen(edit->rule));
	bytes_add(&result->edits, "\t", 1);
	bytes_add_shown(&result->edits, edit->before, edit->before_len,
	    edit->before_is_bytes != 0);
	bytes_add(&result->edits, "\t", 1);
	bytes_add_shown(&result->edits, edit->after, edit->after_len, 0);
	bytes_add(&result->edits, "\n", 1);
	return 0;
}

static struct bytes
file_read(const char *path)
{
	struct bytes bytes = { 0 };
	char buf[4096];
	size_t n;
	FILE *const file = fopen(path, "rb");

	if (!CHECK(path, file != NULL))
		return bytes;
	while ((n = fread(buf, 1, sizeof(buf), file)) > 0)
		bytes_add(&bytes, buf, n);
	CHECK(path, !ferror(file));
	fclose(file);
	return bytes;
}

static struct result
repair(const char *path, const struct bytes *in)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct result result = { 0 };
	struct ungarble *ug;
	enum ungarble_err err;

	opts.write = golden_write;
	opts.span = golden_span;
	opts.edit = golden_edit;
	opts.user = &result;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, in->s, in->len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	CHECK(path, err == UNGARBLE_OK);
	ungarble_close(ug);
	bytes_add(&result.spans, result.edits.s, result.edits.len);
	return result;
}

static void
result_free(struct result *result)
{
	free(result->out.s);
	free(result->spans.s);
	free(result->edits.s);
}

/* Show where two texts part: the first line that differs. */
static void
difference_show(const struct bytes *want, const struct bytes *got)
{
	size_t at = 0, from, end;
	const struct bytes *const sides[] = { want, got };

	while (at < want->len && at < got->len && want->s[at] == got->s[at])
		at++;
	for (from = at; from > 0 && want->s[from - 1] != '\n'; from--)
		continue;
	for (size_t i = 0; i < 2; i++) {
		for (end = from; end < sides[i]->len &&
		    sides[i]->s[end] != '\n'; end++)
			continue;
		fprintf(stderr, "    %s %.*s\n", i == 0 ? "want" : "got ",
		    end > from ? (int)(end - from) : 0,
		    from < sides[i]->len ? sides[i]->s + from : "");
	}
}

static void
check_same(const char *path, const char *what, const struct bytes *want,
    const struct bytes *got)
{
	const int same = bytes_equal(want, got);

	check_that(same, __FILE__, __LINE__, path, what);
	if (!same)
		difference_show(want, got);
}

/* The text of `path` comes out as it is, and nothing is reported. */
static void
check_unchanged(const char *path)
{
	const struct bytes none = { 0 };
	struct bytes in = file_read(path);
	struct result result = repair(path, &in);

	check_same(path, "stays as it is", &in, &result.out);
	check_same(path, "has no edits", &none, &result.spans);
	result_free(&result);
	free(in.s);
}

static void
check_garbled(const char *path, const char *stem)
{
	char name[512];
	struct bytes in = file_read(path), want;
	struct result result = repair(path, &in);

	snprintf(name, sizeof(name), "%s.out", stem);
	want = file_read(name);
	check_same(path, "comes out as .out", &want, &result.out);
	free(want.s);
	check_unchanged(name);
	snprintf(name, sizeof(name), "%s.edits", stem);
	want = file_read(name);
	check_same(path, "has the edits of .edits", &want, &result.spans);
	free(want.s);
	result_free(&result);
	free(in.s);
}

static void
check_unsolved(const char *path, const char *stem)
{
	char name[512];
	struct bytes in = file_read(path), want;
	struct result result = repair(path, &in);

	snprintf(name, sizeof(name), "%s.out", stem);
	want = file_read(name);
	check_that(!bytes_equal(&want, &result.out), __FILE__, __LINE__, path,
	    "is still unsolved (now it is not: move it to garbled/)");
	free(want.s);
	result_free(&result);
	free(in.s);
}

/* Run `check` on each file of a folder; only on X.in if it takes stems. */
static void
each_file(const char *folder, void (*whole)(const char *path),
    void (*check)(const char *path, const char *stem))
{
	DIR *const dir = opendir(folder);
	const struct dirent *entry;
	size_t n = 0;

	if (!CHECK(folder, dir != NULL))
		return;
	while ((entry = readdir(dir)) != NULL) {
		const size_t len = strlen(entry->d_name);
		char path[512], stem[512];

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (whole != NULL) {
			whole(path);
			n++;
		} else if (len > 3 &&
		    strcmp(entry->d_name + len - 3, ".in") == 0) {
			snprintf(stem, sizeof(stem), "%.*s",
			    (int)strlen(path) - 3, path);
			check(path, stem);
			n++;
		}
	}
	closedir(dir);
	CHECK(folder, n > 0);
}

int
main(int argc, char *argv[])
{
	if (argc == 3 && strcmp(argv[1], "--edits") == 0) {
		struct bytes in = file_read(argv[2]);
		struct result result = repair(argv[2], &in);

		fwrite(result.spans.s, 1, result.spans.len, stdout);
		result_free(&result);
		free(in.s);
		return check_failed != 0;
	}
	each_file("samples/clean", check_unchanged, NULL);
	each_file("samples/garbled", NULL, check_garbled);
	each_file("samples/unsolved", NULL, check_unsolved);
	return check_done(argv[0]);
}
