/*
 * lines.c - lines through the library, and what came of each
 */
#include "lines.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "detect/encode.h"

static int
lines_write(void *user, const char *s, size_t len)
{
	struct lines *const lines = user;

	encode_add(&lines->out, s, len);
	return 0;
}

static int
lines_edit(void *user, const struct ungarble_edit *edit)
{
	struct lines *const lines = user;
	char s[128];

	encode_add(&lines->rules, s, (size_t)snprintf(s, sizeof(s),
	    "%" PRIu64 " %s\n", edit->record - 1, edit->rule));
	return 0;
}

void
lines_open(struct lines *lines, bool alone)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;

	*lines = (struct lines){ .alone = alone };
	lines->out.alloc = &ug_alloc_libc;
	lines->rules.alloc = &ug_alloc_libc;
	opts.no_memory = alone;
	opts.write = lines_write;
	opts.edit = lines_edit;
	opts.user = lines;
	lines->err = ungarble_open(&lines->ug, &opts);
}

void
lines_put(struct lines *lines, struct ug_text text)
{
	if (lines->err == UNGARBLE_OK)
		lines->err = ungarble_feed(lines->ug, text.s, text.len);
	if (lines->err == UNGARBLE_OK)
		lines->err = ungarble_feed(lines->ug, "\n", 1);
	if (lines->err == UNGARBLE_OK && lines->alone)
		lines->err = ungarble_flush(lines->ug);
	lines->n_put++;
}

bool
lines_close(struct lines *lines)
{
	if (lines->err == UNGARBLE_OK)
		lines->err = ungarble_finish(lines->ug);
	ungarble_close(lines->ug);
	for (size_t at = 0; at < lines->out.len; lines->n++) {
		const char *const s = lines->out.s + at;
		const char *const end = memchr(s, '\n', lines->out.len - at);

		if (end == NULL)
			return false;
		if (ug_reserve(&ug_alloc_libc, &lines->list, &lines->cap,
		    lines->n + 1, sizeof(*lines->list)) != UNGARBLE_OK)
			abort();
		lines->list[lines->n].at = at;
		lines->list[lines->n].len = (size_t)(end - s);
		at += (size_t)(end - s) + 1;
	}
	return lines->err == UNGARBLE_OK && lines->n == lines->n_put;
}

struct ug_text
lines_at(const struct lines *lines, size_t i)
{
	return (struct ug_text){ lines->out.s + lines->list[i].at,
		lines->list[i].len };
}

void
lines_rules(const struct lines *lines, size_t i, struct ug_buf *out)
{
	const char *s = lines->rules.s;
	const char *const end = s + lines->rules.len;
	struct ug_text last = { "", 0 };

	out->len = 0;
	while (s < end) {
		const char *const stop = memchr(s, '\n', (size_t)(end - s));
		const char *const space = memchr(s, ' ', (size_t)(end - s));
		const struct ug_text rule = { space + 1,
			(size_t)(stop - space) - 1 };

		if (strtoull(s, NULL, 10) == i && !ug_text_equal(rule, last)) {
			encode_add(out, space, (size_t)(stop - space));
			last = rule;
		}
		s = stop + 1;
	}
}

void
lines_free(struct lines *lines)
{
	ug_buf_free(&lines->out);
	ug_buf_free(&lines->rules);
	ug_release(&ug_alloc_libc, lines->list);
}
