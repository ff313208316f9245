/*
 * pack_test.c - what becomes of text, by what a form says of it
 *
 * The forms themselves are tried in form_test and source_test.
 */
#define _XOPEN_SOURCE 700

#include "cli/pack.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "heard.h"

static struct {
	bool no_memory;              /* none to open it */
	enum cli_form_result result; /* when the text has ended, */
	enum cli_form_result amid;   /* and before */
	size_t n_open, n_runs;
	size_t tail;                 /* bytes that are given at the end */
} fake;

static void *
fake_open(void)
{
	fake.n_open += !fake.no_memory;
	return fake.no_memory ? NULL : &fake;
}

/* Each byte becomes two of it. */
static enum cli_form_result
fake_run(void *state, struct cli_form_io *io, bool last)
{
	CHECK("its state", state == &fake);
	CHECK("room", io->out_len > 1000);
	fake.n_runs++;
	for (; io->in_len > 0 && io->out_len > 1; io->in_len--) {
		*io->out++ = *io->in;
		*io->out++ = *io->in++;
		io->out_len -= 2;
	}
	if (!last)
		return fake.amid;
	for (; fake.tail > 0 && io->out_len > 0; fake.tail--, io->out_len--)
		*io->out++ = 'z';
	return fake.tail > 0 ? CLI_FORM_GOES : fake.result;
}

static void
fake_close(void *state)
{
	CHECK("its state", state == &fake);
	fake.n_open--;
}

static const struct cli_form form = { .name = "fake",
	.pack = { fake_open, fake_run, NULL, fake_close } };

static struct cli_out out;
static struct cli_pack pack;

static void
start(enum cli_form_result amid, enum cli_form_result result)
{
	memset(&fake, 0, sizeof(fake));
	fake.amid = amid;
	fake.result = result;
	heard_out(&out);
	CHECK("open", cli_pack_open(&pack, &form) == 0 && fake.n_open == 1);
}

static void
check_text(void)
{
	static char text[10000], wanted[2 * sizeof(text) + 9001];

	memset(text, 'a', sizeof(text));
	memset(wanted, 'a', 2 * sizeof(text));
	memset(wanted + 2 * sizeof(text), 'z', 9000);
	start(CLI_FORM_GOES, CLI_FORM_ENDED);
	fake.tail = 9000;
	cli_pack_add(&pack, &out, text, 1);
	CHECK("one run", fake.n_runs == 1);
	cli_pack_add(&pack, &out, text, 0);
	CHECK("nothing", fake.n_runs == 1);
	cli_pack_add(&pack, &out, text, sizeof(text) - 1);
	cli_pack_end(&pack, &out);
	CHECK("all", out.error == 0 && heard_out_is(&out, wanted));
	cli_pack_close(&pack);
	CHECK("closed", fake.n_open == 0 && pack.form == NULL &&
	    pack.state == NULL);
	cli_pack_close(&pack);
	CHECK("once", fake.n_open == 0);

	heard_out(&out);
	CHECK("no form", cli_pack_open(&pack, NULL) == 0);
	cli_pack_add(&pack, &out, "as it is", 8);
	cli_pack_end(&pack, &out);
	CHECK("no form", heard_out_is(&out, "as it is"));
	cli_pack_close(&pack);
}

static void
check_errors(void)
{
	static const struct {
		enum cli_form_result result;
		int error;
	} rows[] = { { CLI_FORM_GOES, 0 }, { CLI_FORM_ENDED, 0 },
		{ CLI_FORM_DAMAGED, EINVAL }, { CLI_FORM_UNKNOWN, EINVAL },
		{ CLI_FORM_NO_MEMORY, ENOMEM } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		start(rows[i].result, CLI_FORM_ENDED);
		cli_pack_add(&pack, &out, "text", 4);
		CHECK("amid", out.error == rows[i].error);
		cli_pack_close(&pack);
		if (rows[i].result == CLI_FORM_GOES)
			continue;
		start(CLI_FORM_GOES, rows[i].result);
		cli_pack_add(&pack, &out, "text", 4);
		CHECK("not yet", out.error == 0);
		cli_pack_end(&pack, &out);
		CHECK("at the end", out.error == rows[i].error);
		cli_pack_close(&pack);
	}
	/* What the output had before stays; nothing more is run. */
	start(CLI_FORM_DAMAGED, CLI_FORM_DAMAGED);
	out.error = ENOSPC;
	cli_pack_add(&pack, &out, "text", 4);
	cli_pack_end(&pack, &out);
	CHECK("full", out.error == ENOSPC && fake.n_runs == 0);
	cli_pack_close(&pack);
	memset(&fake, 0, sizeof(fake));
	fake.no_memory = true;
	CHECK("no memory", cli_pack_open(&pack, &form) == ENOMEM);
	cli_pack_close(&pack);
	CHECK("nothing to close", fake.n_open == 0);
}

int
main(void)
{
	check_text();
	check_errors();
	return check_done("pack_test");
}
