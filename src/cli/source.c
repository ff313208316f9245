/*
 * source.c - the bytes of an input, unpacked with -z
 *
 * What could be unpacked is given out before it is told that the rest cannot
 * be.  What is behind the end of the last member, and what is missing before
 * it, is an error: a file that was cut must not pass for a whole one.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "source.h"
#include "least.h"
#include "memory.h"
#include "message.h"

/* What a small file may grow to in any case. */
#define SOURCE_FREE ((uint64_t)16 << 20)

enum source_trouble {
	SOURCE_FINE,
	SOURCE_READING, /* errno says what */
	SOURCE_UNKNOWN, /* this build has no library for it, or an old one */
	SOURCE_DAMAGED,
	SOURCE_CUT,
	SOURCE_BEHIND,  /* what is there is no other member */
	SOURCE_MEMORY,
	SOURCE_GROWN
};

struct source_packed {
	const struct cli_form *form;
	void *state;    /* of the library; NULL: none */
	bool between;   /* two members, or behind the last */
	bool over;      /* all of the file was read */
	enum source_trouble trouble;
	int error;      /* errno, if it is SOURCE_READING */
	unsigned nuls;  /* behind the last member, modulo its padding */
	uint64_t given;
	size_t in_at, in_len; /* what is not used yet of: */
	unsigned char in[CLI_BLOCK];
};

/* Read bytes of the file. */
static ssize_t
source_get(struct cli_source *source, void *bytes, size_t len)
{
	ssize_t n;

	if (!source->by_place) {
		n = cli_read(source->fd, bytes, len);
	} else {
		do
			n = pread(source->fd, bytes, len, (off_t)source->at);
		while (n < 0 && errno == EINTR);
	}
	if (n > 0)
		source->at += (uint64_t)n;
	return n;
}

/* Have at least `least` bytes to use, if there are so many. */
static bool
source_fill(struct cli_source *source, size_t least)
{
	struct source_packed *const p = source->packed;

	while (p->in_len < least && !p->over) {
		ssize_t n;

		memmove(p->in, p->in + p->in_at, p->in_len);
		p->in_at = 0;
		n = source_get(source, p->in + p->in_len,
		    sizeof(p->in) - p->in_len);
		if (n < 0) {
			p->error = errno;
			p->trouble = SOURCE_READING;
			return false;
		}
		p->over = n == 0;
		p->in_len += (size_t)n;
	}
	return true;
}

/* Behind a member: start the next one, if there is one. */
static void
source_next(struct cli_source *source)
{
	struct source_packed *const p = source->packed;
	const unsigned padding = p->form->padding;

	while (padding > 0 && p->in_len > 0 && p->in[p->in_at] == 0) {
		p->in_at++;
		p->in_len--;
		p->nuls = (p->nuls + 1) % padding;
	}
	if (!source_fill(source, CLI_FORM_HEAD) ||
	    (padding > 0 && p->in_len > 0 && p->in[p->in_at] == 0))
		return;
	if (p->in_len == 0 && p->nuls == 0)
		return;
	if (p->nuls != 0 ||
	    cli_form_starts(p->form, p->in + p->in_at, p->in_len) !=
	    CLI_FORM_YES)
		p->trouble = SOURCE_BEHIND;
	else if (!p->form->unpack.again(p->state))
		p->trouble = SOURCE_MEMORY;
	else
		p->between = false;
}

/* Whether so much has come out of so little that it cannot be meant. */
static bool
source_is_grown(const struct cli_source *source)
{
	const struct source_packed *const p = source->packed;
	const uint64_t most = source->options->max_expand;
	const uint64_t used = source->at - p->in_len;

	return most > 0 && p->given > SOURCE_FREE &&
	    (p->given - SOURCE_FREE) / most > used;
}

/* Unpack once.  How many bytes that gave. */
static size_t
source_run(struct cli_source *source, unsigned char *bytes, size_t len)
{
	struct source_packed *const p = source->packed;
	struct cli_form_io io = { p->in + p->in_at, p->in_len, bytes, len };
	const enum cli_form_result result =
	    p->form->unpack.run(p->state, &io, p->over);
	const bool moved = io.in_len < p->in_len || io.out_len < len;

	p->in_at += p->in_len - io.in_len;
	p->in_len = io.in_len;
	p->given += len - io.out_len;
	p->nuls = 0;
	if (result == CLI_FORM_ENDED)
		p->between = true;
	else if (result == CLI_FORM_DAMAGED)
		p->trouble = SOURCE_DAMAGED;
	else if (result == CLI_FORM_UNKNOWN)
		p->trouble = SOURCE_UNKNOWN;
	else if (result == CLI_FORM_NO_MEMORY)
		p->trouble = SOURCE_MEMORY;
	else if (!moved && p->in_len > 0)
		p->trouble = SOURCE_DAMAGED;
	else if (!moved && p->over)
		p->trouble = SOURCE_CUT;
	if (p->trouble == SOURCE_FINE && source_is_grown(source))
		p->trouble = SOURCE_GROWN;
	return len - io.out_len;
}

static ssize_t
source_unpack(struct cli_source *source, unsigned char *bytes, size_t len)
{
	struct source_packed *const p = source->packed;

	while (p->trouble == SOURCE_FINE) {
		size_t n;

		if (p->between) {
			if (p->over && p->in_len == 0)
				return 0;
			source_next(source);
			continue;
		}
		n = source_run(source, bytes, len);
		if (n > 0)
			return (ssize_t)n;
		if (p->trouble == SOURCE_FINE && !p->between &&
		    p->in_len == 0)
			(void)source_fill(source, 1);
	}
	return -1;
}

/* Start to unpack; bytes[0..n) were read. */
static bool
source_start(struct cli_source *source, const struct cli_form *form,
    const unsigned char *bytes, size_t n)
{
	struct source_packed *const p =
	    cli_memory_resize(NULL, NULL, sizeof(*p));

	source->packed = p;
	if (p == NULL) {
		errno = ENOMEM;
		return false;
	}
	p->form = form;
	p->between = p->over = false;
	p->given = 0;
	p->nuls = 0;
	p->in_at = 0;
	p->in_len = n;
	memcpy(p->in, bytes, n);
	p->state = form->version != NULL ? form->unpack.open() : NULL;
	p->trouble = form->version == NULL ? SOURCE_UNKNOWN
	    : p->state == NULL             ? SOURCE_MEMORY
					   : SOURCE_FINE;
	return true;
}

/* Find out what the input is in; bytes[0..n) were read, with room for len. */
static ssize_t
source_look(struct cli_source *source, unsigned char *bytes, size_t n,
    size_t len)
{
	const struct cli_form *form;
	bool maybe;

	for (;;) {
		ssize_t more;

		form = cli_form_of(bytes, n, &maybe);
		if (form != NULL || !maybe)
			break;
		more = source_get(source, bytes + n, CLI_FORM_HEAD - n);
		if (more <= 0)
			break; /* an error comes again */
		n += (size_t)more;
	}
	source->known = true;
	if (form == NULL)
		return (ssize_t)n;
	return source_start(source, form, bytes, n)
	    ? source_unpack(source, bytes, len)
	    : -1;
}

ssize_t
cli_source_read(struct cli_source *source, void *bytes, size_t len)
{
	ssize_t n;

	if (source->packed != NULL)
		return source_unpack(source, bytes, len);
	n = source_get(source, bytes, CLI_MIN(len, CLI_BLOCK));
	if (n <= 0 || source->known)
		return n;
	if (!source->options->unpack) {
		bool maybe;

		source->known = true;
		source->left = cli_form_of(bytes, (size_t)n, &maybe);
		return n;
	}
	return source_look(source, bytes, (size_t)n, len);
}

bool
cli_source_waits(const struct cli_source *source)
{
	const struct source_packed *const p = source->packed;

	return !source->by_place &&
	    (p == NULL ||
		(!p->over &&
		    p->in_len < (p->between ? CLI_FORM_HEAD : 1))) &&
	    cli_read_waits(source->fd);
}

const struct cli_form *
cli_source_form(const struct cli_source *source)
{
	return source->packed != NULL ? source->packed->form : NULL;
}

/* What is wrong with a file in a form, behind that form's name. */
static const char *
source_what(enum source_trouble trouble)
{
	switch (trouble) {
	case SOURCE_UNKNOWN:
		return ", which this build cannot read";
	case SOURCE_DAMAGED:
		return ", and damaged";
	case SOURCE_CUT:
		return ", and cut short";
	case SOURCE_BEHIND:
		return ", and something else stands behind it";
	case SOURCE_GROWN:
		return ", and grows beyond what --max-expand allows";
	default:
		return ": ";
	}
}

void
cli_source_failed(const struct cli_source *source, const char *name)
{
	const struct source_packed *const p = source->packed;
	struct cli_out *out;

	if (p == NULL && errno == ENOMEM) {
		cli_message(name, cli_memory_error());
		return;
	}
	if (p == NULL || p->trouble == SOURCE_READING) {
		cli_message_errno(name, p == NULL ? errno : p->error);
		return;
	}
	out = cli_message_start(name);
	cli_out_string(out, "is ");
	cli_out_string(out, p->form->name);
	cli_out_string(out, source_what(p->trouble));
	if (p->trouble == SOURCE_MEMORY)
		cli_out_string(out, cli_memory_error());
	cli_message_end();
}

int
cli_source_error(const struct cli_source *source)
{
	const struct source_packed *const p = source->packed;

	if (p == NULL)
		return errno;
	return p->trouble == SOURCE_READING ? p->error
	    : p->trouble == SOURCE_MEMORY   ? ENOMEM
					    : ESTALE;
}

void
cli_source_close(struct cli_source *source)
{
	struct source_packed *const p = source->packed;

	if (p != NULL && p->state != NULL)
		p->form->unpack.close(p->state);
	(void)cli_memory_resize(NULL, p, 0);
	source->packed = NULL;
}
