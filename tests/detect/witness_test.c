/*
 * witness_test.c - what the witness says, as far as it is there
 */
#include "detect/witness.h"

#include <string.h>

#include "check.h"
#include "encodings/by_label.h"

static const struct {
	const char *name, *bytes, *encoding; /* NULL: nothing */
} rows[] = {
	{ "empty", "", NULL },
	{ "Japanese", "\xB2\xC8\xA4\xCF\xC2\xBC\xA4\xCE\xA4\xCF\xA4\xBA\xA4"
	  "\xEC\xA4\xCE\xC0\xEE\xA4\xCE\xA4\xBD\xA4\xD0\xA4\xCB\xCE\xA9\xA4"
	  "\xC3\xA4\xC6\xA4\xA4\xA4\xEB\xA1\xA3", "EUC-JP" },
	{ "UTF-8", "Das Haus steht am Fluß, über dem schönen Tal.", "UTF-8" },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char label[UG_WITNESS_LEN] = "?";

		ug_witness_ask((const unsigned char *)rows[i].bytes,
		    strlen(rows[i].bytes), label);
#ifdef UG_NO_UCHARDET
		CHECK(rows[i].name, label[0] == '\0');
#else
		CHECK(rows[i].name, rows[i].encoding == NULL ?
		    label[0] == '\0' : by_label(label) ==
		    by_label(rows[i].encoding));
#endif
	}
	return check_done(argv[0]);
}
