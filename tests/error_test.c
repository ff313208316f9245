/*
 * error_test.c - each error has words of its own
 */
#include <string.h>

#include "check.h"
#include "ungarble.h"

static const enum ungarble_err errors[] = {
	UNGARBLE_OK, UNGARBLE_ENOMEM, UNGARBLE_EOPTION, UNGARBLE_ELABEL,
	UNGARBLE_EINPUT, UNGARBLE_ECONVERTER, UNGARBLE_ESTOPPED,
	UNGARBLE_EMISUSE, UNGARBLE_EJOURNAL, UNGARBLE_EMISMATCH,
	UNGARBLE_EBINARY, UNGARBLE_EFIELD, UNGARBLE_EPART,
	(enum ungarble_err)99,
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++) {
		const char *const words = ungarble_strerror(errors[i]);

		CHECK(words, *words != '\0' && strchr(words, '.') == NULL);
		for (size_t k = 0; k < i; k++)
			CHECK(words, strcmp(words, ungarble_strerror(
			    errors[k])) != 0);
	}
	CHECK("no error", strcmp(ungarble_strerror(UNGARBLE_OK), "no error")
	    == 0);
	CHECK("a version", strspn(ungarble_version(), "0123456789.") ==
	    strlen(ungarble_version()));
	return check_done(argv[0]);
}
