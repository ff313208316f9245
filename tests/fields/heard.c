/*
 * heard.c - what fields hand on, in words
 */
#include "heard.h"

#include <stdio.h>
#include <stdlib.h>

static enum ungarble_err
hear(struct heard *heard, const char *words)
{
	const int n = snprintf(heard->s + heard->len,
	    sizeof(heard->s) - heard->len, "%s\n", words);

	heard->len += (size_t)n;
	if (heard->len >= sizeof(heard->s))
		abort();
	return heard->fails > 0 && --heard->fails == 0 ? UNGARBLE_ESTOPPED :
	    UNGARBLE_OK;
}

/* "line 7+3 abc", with what was logged; line ends as \r, \n, NUL as \0. */
static enum ungarble_err
hear_work(struct heard *heard, const char *what, const struct ug_record *record,
    const struct ug_work *work)
{
	const struct ug_text text = ug_work_text(work);
	char words[512];
	const bool follows = record->in_at == heard->in_at;
	const bool mapped = work->lent.s != NULL || text.len == 0 ||
	    work->map.in_end == record->in_at + record->in_len;
	int n = snprintf(words, sizeof(words), "%s%s%s %u+%u ", follows ? "" :
	    "elsewhere: ", mapped ? "" : "no map: ", what,
	    (unsigned)record->in_at, (unsigned)record->in_len);

	heard->in_at += record->in_len;
	for (size_t i = 0; i < text.len; i++) {
		const char c = text.s[i];

		if (c == '\n' || c == '\r' || c == '\0')
			words[n++] = '\\';
		words[n++] = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\0' ?
		    '0' : c;
	}
	words[n] = '\0';
	if (record->n_invalid > 0)
		n += snprintf(words + n, 20, " invalid %u",
		    (unsigned)record->n_invalid);
	for (size_t i = 0; i < work->log.n; i++)
		n += snprintf(words + n, 40, " %s %u", work->log.v[i].rule,
		    (unsigned)work->log.v[i].in_at);
	return hear(heard, words);
}

static enum ungarble_err
on_line(void *user, struct ug_record *record, struct ug_work *work,
    const char *never)
{
	return hear_work(user, never != NULL ? "plain line" : "line", record,
	    work);
}

static enum ungarble_err
on_end(void *user)
{
	return hear(user, "end");
}

static enum ungarble_err
on_other(void *user, const struct ug_record *record, struct ug_work *work,
    bool frame)
{
	return hear_work(user, frame ? "frame" : work->lent.s != NULL ?
	    "bytes" : "other", record, work);
}

static enum ungarble_err
on_broken(void *user, const struct ug_record *record, uint64_t in_at)
{
	char words[60];

	snprintf(words, sizeof(words), "broken %u at %u",
	    (unsigned)record->number, (unsigned)in_at);
	return hear(user, words);
}

static uint64_t
on_held(void *user)
{
	(void)user;
	return UINT64_MAX;
}

struct ug_fields_setup
heard_setup(struct heard *heard, enum ungarble_fields kind, const char *names)
{
	return (struct ug_fields_setup){ .kind = kind, .names = names,
		.line = on_line, .end = on_end, .other = on_other,
		.broken = on_broken, .held = on_held, .user = heard,
		.alloc = &ug_alloc_libc };
}

enum ungarble_err
heard_put(struct ug_fields *f, uint64_t number, uint64_t in_at,
    struct ug_text text)
{
	const struct ug_record record = { .number = number, .in_at = in_at,
		.in_len = text.len, .verdict = { &ug_utf8,
		UNGARBLE_BY_VALIDITY, 100, NULL } };
	struct ug_work work;
	enum ungarble_err err;

	ug_work_init(&work, &ug_alloc_libc);
	ug_work_lend(&work, text, in_at);
	err = ug_fields_put(f, &record, (const unsigned char *)text.s, &work);
	ug_work_free(&work);
	return err;
}
