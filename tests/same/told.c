/*
 * told.c - keeps all that a build of the library says to one input
 *
 *	library_load(&lib, "build/libungarble.so.0");
 *	told_input(&told, &lib, &plan, &in);
 *	puts(told.log.s);
 *
 * Of the library only the public header is known.  Left out of the log are
 * the version, and how often write() and resize() are called.
 */
#include "told.h"

#include <dlfcn.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
blob_add(struct blob *blob, const void *s, size_t len)
{
	if (blob->len + len + 1 > blob->cap) {
		blob->cap = (blob->len + len) * 2 + 256;
		blob->s = realloc(blob->s, blob->cap);
		if (blob->s == NULL)
			abort();
	}
	if (len > 0)
		memcpy(blob->s + blob->len, s, len);
	blob->len += len;
	blob->s[blob->len] = '\0';
}

size_t
draw(uint64_t *state, size_t below)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
	z = (z ^ z >> 27) * 0x94D049BB133111EB;
	return (size_t)((z ^ z >> 31) % below);
}

const char *
library_load(struct library *lib, const char *path)
{
	void *call;

	lib->handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (lib->handle == NULL)
		return dlerror();
#define X(name) \
	call = dlsym(lib->handle, "ungarble_" #name); \
	if (call == NULL) \
		return dlerror(); \
	memcpy(&lib->name, &call, sizeof(call));
	LIBRARY_CALLS(X)
#undef X
	return NULL;
}

/* ---- a line for each event, a word for each field */

static void __attribute__((format(printf, 2, 3)))
tell(struct told *told, const char *format, ...)
{
	char line[512];
	va_list args;

	va_start(args, format);
	const int n = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	blob_add(&told->log, line, (size_t)n < sizeof(line) ? (size_t)n :
	    sizeof(line) - 1);
}

static void
tell_text(struct told *told, const char *field, const char *s, size_t len)
{
	static const char hex[] = "0123456789ABCDEF";

	tell(told, " %s=\"", field);
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)s[i];
		const char code[4] = { '\\', 'x', hex[c >> 4], hex[c & 15] };

		if (c < ' ' || c > '~' || c == '"' || c == '\\')
			blob_add(&told->log, code, 4);
		else
			blob_add(&told->log, s + i, 1);
	}
	blob_add(&told->log, "\"", 1);
}

static void
tell_name(struct told *told, const char *field, const char *s)
{
	tell_text(told, field, s == NULL ? "(none)" : s,
	    s == NULL ? 6 : strlen(s));
}

/* The end of an event; true if the stream is to stop at it. */
static bool
tell_end(struct told *told)
{
	if (told->times)
		tell(told, " written=%zu", told->out.len);
	blob_add(&told->log, "\n", 1);
	return ++told->events == told->plan->stop_at;
}

static int
told_write(void *user, const char *s, size_t len)
{
	struct told *const told = user;

	blob_add(&told->out, s, len);
	return 0;
}

static int
told_span(void *user, const struct ungarble_span *s)
{
	struct told *const told = user;

	tell(told, "span record=%" PRIu64 " n_records=%" PRIu64
	    " in_at=%" PRIu64 " in_len=%" PRIu64 " out_at=%" PRIu64
	    " out_len=%" PRIu64 " ascii_len=%" PRIu64 " n_invalid=%" PRIu64
	    " reason=%d confidence=%u", s->record, s->n_records, s->in_at,
	    s->in_len, s->out_at, s->out_len, s->ascii_len, s->n_invalid,
	    (int)s->reason, s->confidence);
	tell_name(told, "encoding", s->encoding);
	tell_name(told, "rule", s->rule);
	tell_name(told, "language", s->language);
	told->counts->spans++;
	return tell_end(told);
}

static bool
tell_edit(struct told *told, const char *event, const struct ungarble_edit *e)
{
	char line[400];

	tell(told, "%s record=%" PRIu64 " in_at=%" PRIu64 " in_len=%" PRIu64
	    " out_at=%" PRIu64 " out_len=%" PRIu64 " at=%zu step=%u"
	    " before_is_bytes=%u confidence=%u margin=%d gate=%d", event,
	    e->record, e->in_at, e->in_len, e->out_at, e->out_len, e->at,
	    e->step, e->before_is_bytes, e->confidence, e->margin, e->gate);
	tell_name(told, "rule", e->rule);
	tell_name(told, "fix", e->fix);
	tell_text(told, "before", e->before, e->before_len);
	tell_text(told, "after", e->after, e->after_len);
	tell(told, " line_len=%zu", told->lib->explain(e, line, sizeof(line)));
	tell_name(told, "line", line);
	return tell_end(told);
}

static int
told_edit(void *user, const struct ungarble_edit *edit)
{
	struct told *const told = user;
	unsigned hash = 0;

	for (const char *s = edit->rule; *s != '\0'; s++)
		hash = hash * 31 + (unsigned char)*s;
	told->counts->rules[hash % 65536] = true;
	told->counts->edits++;
	return tell_edit(told, "edit", edit);
}

static enum ungarble_answer
told_ask(void *user, const struct ungarble_edit *edit)
{
	struct told *const told = user;

	if (tell_edit(told, "ask", edit))
		return UNGARBLE_STOP;
	return draw(&told->answers, 16) < told->plan->asks - 1 ? UNGARBLE_SKIP :
	    UNGARBLE_APPLY;
}

static int
told_finding(void *user, const struct ungarble_finding *f)
{
	struct told *const told = user;

	tell(told, "finding record=%" PRIu64 " in_at=%" PRIu64 " in_len=%"
	    PRIu64, f->record, f->in_at, f->in_len);
	tell_name(told, "rule", f->rule);
	tell_name(told, "fix", f->fix);
	tell_name(told, "found", f->found);
	tell_name(told, "meant", f->meant);
	told->counts->findings++;
	return tell_end(told);
}

/* ---- one input through one library */

static void
told_guess(struct told *told, const char *in, size_t len)
{
	struct ungarble_guess g[8];
	size_t n = 0;

	tell(told, "guess err=%d", (int)told->lib->guess(in, len,
	    &told->plan->opts, g, told->plan->guesses, &n));
	tell(told, " n=%zu\n", n);
	for (size_t i = 0; i < n; i++) {
		tell(told, "guess reason=%d confidence=%u margin=%d",
		    (int)g[i].reason, g[i].confidence, g[i].margin);
		tell_name(told, "encoding", g[i].encoding);
		tell_name(told, "language", g[i].language);
		blob_add(&told->log, "\n", 1);
	}
}

static void
told_call(struct told *told, const char *call, size_t at, enum ungarble_err err)
{
	if (err == UNGARBLE_OK &&
	    (!told->times || told->written == told->out.len))
		return;
	told->written = told->out.len;
	tell(told, "%s at=%zu err=%d", call, at, (int)err);
	tell_end(told);
}

static void
told_stream(struct told *told, const char *in, size_t len)
{
	const struct library *const lib = told->lib;
	const struct plan *const plan = told->plan;
	struct ungarble_options opts = plan->opts;
	uint64_t cuts = plan->seed;
	struct ungarble *ug;
	enum ungarble_err err;
	size_t at = 0;

	opts.write = told_write;
	opts.span = told_span;
	opts.edit = told_edit;
	opts.ask = plan->asks > 0 ? told_ask : NULL;
	opts.finding = plan->finds ? told_finding : NULL;
	opts.user = told;
	err = lib->open(&ug, &opts);
	told_call(told, "open", 0, err);
	while (at < len && err == UNGARBLE_OK) {
		size_t n = plan->cuts == 0 ? len : draw(&cuts, plan->cuts) + 1;

		n = n < len - at ? n : len - at;
		err = lib->feed(ug, in + at, n);
		at += n;
		told_call(told, "feed", at, err);
		if (err != UNGARBLE_OK || draw(&cuts, 4) >= plan->flushes)
			continue;
		err = lib->flush(ug);
		told_call(told, "flush", at, err);
	}
	if (err == UNGARBLE_OK)
		err = lib->finish(ug);
	told->counts->failed += err != UNGARBLE_OK;
	tell(told, "finish err=%d failed_at=%" PRIu64, (int)err,
	    ug == NULL ? 0 : lib->failed_at(ug));
	tell_end(told);
	lib->close(ug);
}

static void
told_start(struct told *told, const struct library *lib,
    const struct plan *plan)
{
	told->lib = lib;
	told->plan = plan;
	told->answers = plan != NULL ? plan->seed : 0;
	told->out.len = told->log.len = told->written = 0;
	told->events = 0;
	blob_add(&told->out, "", 0);
}

void
told_input(struct told *told, const struct library *lib,
    const struct plan *plan, const struct blob *in)
{
	const char *why = NULL;
	size_t line = 0;

	told_start(told, lib, plan);
	if (plan->opts.lexicon != NULL) {
		tell(told, "lexicon_check err=%d", (int)lib->lexicon_check(
		    plan->opts.lexicon, plan->opts.lexicon_len, &line,
		    &why));
		tell(told, " line=%zu", line);
		tell_name(told, "why", why);
		blob_add(&told->log, "\n", 1);
	}
	if (plan->guesses > 0)
		told_guess(told, in->s, in->len);
	told_stream(told, in->s, in->len);
}

void
told_lists(struct told *told, const struct library *lib)
{
	const struct ungarble_fix *fix;
	const char *s;

	told_start(told, lib, NULL);
	for (size_t i = 0; (s = lib->component(i)) != NULL; i++)
		tell(told, "component name=%s\n", s);
	for (int i = 0; i <= UNGARBLE_EMISUSE; i++)
		tell(told, "error text=%s\n",
		    lib->strerror((enum ungarble_err)i));
	for (size_t i = 0; (fix = lib->fix(i)) != NULL; i++)
		tell(told, "fix name=%s group=%s by_default=%u summary=%s\n",
		    fix->name, fix->group, fix->by_default, fix->summary);
	for (size_t i = 0; (s = lib->encoding(i)) != NULL; i++) {
		tell(told, "encoding name=%s\n", s);
		for (size_t j = 0; (s = lib->label(i, j)) != NULL; j++)
			tell(told, "label name=%s\n", s);
	}
}
