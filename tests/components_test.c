/*
 * components_test.c - what output depends on, and the names of encodings
 */
#include <string.h>

#include "check.h"
#include "ungarble.h"

int
main(int argc, char *argv[])
{
	size_t n = 0, n_labels = 0, i = 0;

	(void)argc;
	while (ungarble_component(n) != NULL)
		n++;
	CHECK("components", n >= 3 && ungarble_component(n + 1) == NULL);
	CHECK("a name each", strncmp(ungarble_component(0), "ICU", 3) == 0);
	for (const char *name; (name = ungarble_encoding(i)) != NULL; i++) {
		size_t j = 0;

		CHECK(name, ungarble_label(i, 0) != NULL);
		while (ungarble_label(i, j) != NULL)
			j++;
		CHECK(name, ungarble_label(i, j + 1) == NULL &&
		    ungarble_label(i, j + 100) == NULL);
		n_labels += j;
	}
	CHECK("encodings", i > 100 && n_labels > 2 * i);
	CHECK("behind the last", ungarble_encoding(i + 1) == NULL &&
	    ungarble_label(i, 0) == NULL);
	return check_done(argv[0]);
}
