/*
 * fields.c - an input's lines as what stands in fields
 *
 *	she said "so"  ->  {"a":"she said \"so\"","b":"7"}
 *
 * Some lines go on in the same field.
 */
#include <stdlib.h>
#include <string.h>

#include "inputs.h"

/* A kind of records. */
static const struct form {
	const char *before, *behind, *line_end;
	const char *escapes; /* bytes that this goes before: */
	char escape;
} forms[] = {
	[UNGARBLE_FIELDS_JSON] = { "{\"a\":\"", "\",\"b\":\"7\"}\n", "\\n",
	    "\"\\", '\\' },
	[UNGARBLE_FIELDS_CSV] = { "7,\"", "\",x\n", "\n", "\"", '"' },
	[UNGARBLE_FIELDS_TSV] = { "7\t", "\tx\n", " ", "", 0 },
};

void
fields_wrap(enum ungarble_fields kind, struct blob *in, uint64_t *state)
{
	const struct form *const form = &forms[kind];
	struct blob out = { NULL, 0, 0 };
	bool open = false;

	for (size_t i = 0; i < in->len; i++) {
		const char c = in->s[i];

		if (!open)
			blob_add(&out, form->before, strlen(form->before));
		open = true;
		if (c == '\n' && draw(state, 4) != 0) {
			blob_add(&out, form->behind, strlen(form->behind));
			open = false;
		} else if (c == '\n') {
			blob_add(&out, form->line_end, strlen(form->line_end));
		} else {
			if (c != '\0' && strchr(form->escapes, c) != NULL)
				blob_add(&out, &form->escape, 1);
			blob_add(&out, &c, 1);
		}
	}
	if (open)
		blob_add(&out, form->behind, strlen(form->behind));
	free(in->s);
	*in = out;
}
