/*
 * form.c - the compressed forms that there are, and what they start with
 */
#include <stdint.h>

#include "form.h"
#include "least.h"
#include "memory.h"

static const struct cli_form *const forms[] = {
	&cli_form_gzip,
	&cli_form_xz,
	&cli_form_zstd,
	&cli_form_bzip2,
};

#define N_FORMS (sizeof(forms) / sizeof(*forms))

const struct cli_form *
cli_form(size_t i)
{
	return i < N_FORMS ? forms[i] : NULL;
}

static enum cli_form_match
form_match(
    const struct cli_form_start *start, const unsigned char *head, size_t len)
{
	if (start->len == 0)
		return CLI_FORM_NO;
	for (size_t i = 0; i < len && i < start->len; i++)
		if (((head[i] ^ start->bytes[i]) & start->mask[i]) != 0)
			return CLI_FORM_NO;
	return len < start->len ? CLI_FORM_MAYBE : CLI_FORM_YES;
}

enum cli_form_match
cli_form_starts(
    const struct cli_form *form, const unsigned char *head, size_t len)
{
	const enum cli_form_match one = form_match(&form->starts[0], head, len);
	const enum cli_form_match two = form_match(&form->starts[1], head, len);

	return CLI_MAX(one, two);
}

const struct cli_form *
cli_form_of(const unsigned char *head, size_t len, bool *maybe)
{
	*maybe = false;
	for (size_t i = 0; i < N_FORMS; i++)
		switch (cli_form_starts(forms[i], head, len)) {
		case CLI_FORM_YES:
			return forms[i];
		case CLI_FORM_MAYBE:
			*maybe = true;
			break;
		default:
			break;
		}
	return NULL;
}

void *
cli_form_allocate(size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		return NULL;
	return cli_memory_resize(NULL, NULL, n * size > 0 ? n * size : 1);
}
