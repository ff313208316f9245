/*
 * pack.c - text that is written in a compressed form
 */
#include <errno.h>

#include "pack.h"

int
cli_pack_open(struct cli_pack *pack, const struct cli_form *form)
{
	pack->form = form;
	if (form == NULL)
		return 0;
	pack->state = form->pack.open();
	return pack->state != NULL ? 0 : ENOMEM;
}

/* Pack, until all is taken, or the end is written. */
static void
pack_run(struct cli_pack *pack, struct cli_out *out, const char *text,
    size_t len, bool last)
{
	unsigned char bytes[4096];
	struct cli_form_io io = { .in = (const unsigned char *)text,
		.in_len = len };
	enum cli_form_result result = CLI_FORM_GOES;

	while (out->error == 0 && result == CLI_FORM_GOES &&
	    (last || io.in_len > 0)) {
		io.out = bytes;
		io.out_len = sizeof(bytes);
		result = pack->form->pack.run(pack->state, &io, last);
		cli_out_add(
		    out, (const char *)bytes, sizeof(bytes) - io.out_len);
	}
	if (out->error != 0)
		return;
	if (result == CLI_FORM_NO_MEMORY)
		out->error = ENOMEM;
	else if (result != CLI_FORM_GOES && result != CLI_FORM_ENDED)
		out->error = EINVAL; /* it was used wrongly */
}

void
cli_pack_add(struct cli_pack *pack, struct cli_out *out, const char *text,
    size_t len)
{
	if (pack->form == NULL)
		cli_out_add(out, text, len);
	else
		pack_run(pack, out, text, len, false);
}

void
cli_pack_end(struct cli_pack *pack, struct cli_out *out)
{
	if (pack->form != NULL)
		pack_run(pack, out, NULL, 0, true);
}

void
cli_pack_close(struct cli_pack *pack)
{
	if (pack->state != NULL)
		pack->form->pack.close(pack->state);
	*pack = (struct cli_pack){ NULL, NULL };
}
