/*
 * digest.h - all that a stream says of a text, as one number
 *
 * Every byte of the output; every edit with its rule, confidence and margins,
 * every span with its language.  A change that is not to be seen from outside leaves it as it
 * is; `make same OLD=DIR` shows what another changed, and then the number that
 * the test prints takes the place of the old one.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include "check.h"
#include "pieces.h"
#include "stream/harness.h"

static inline void
digest_add_bytes(uint64_t *digest, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		digest_add(digest, (unsigned char)s[i]);
	digest_add(digest, len);
}

/* What else an edit, or a span, says. */
static inline int
digest_on_edit(void *user, const struct ungarble_edit *edit)
{
	struct run *const run = user;
	char line[64];

	snprintf(line, sizeof(line), "gate %d from %" PRIu64 "\n", edit->gate,
	    edit->record_at);
	bytes_string(&run->report, line);
	return run_options(run).edit(user, edit);
}

static inline int
digest_on_span(void *user, const struct ungarble_span *span)
{
	struct run *const run = user;
	char line[64];

	snprintf(line, sizeof(line), "in %s, ASCII %" PRIu64 "\n",
	    span->language != NULL ? span->language : "-", span->ascii_len);
	bytes_string(&run->report, line);
	return run_options(run).span(user, span);
}

static inline struct ungarble_options
digest_options(struct run *run)
{
	struct ungarble_options opts = run_options(run);

	opts.edit = digest_on_edit;
	opts.span = digest_on_span;
	return opts;
}

static inline void
digest_add_run(uint64_t *digest, const struct run *run)
{
	digest_add(digest, (uint64_t)run->err);
	digest_add_bytes(digest, run->out.s, run->out.len);
	digest_add_bytes(digest, run->report.s, run->report.len);
}


static inline void
digest_check(const char *name, uint64_t digest, uint64_t want)
{
	if (!CHECK(name, digest == want))
		fprintf(stderr, "\t%s: 0x%016" PRIX64 "\n", name, digest);
}

#endif /* DIGEST_H */
