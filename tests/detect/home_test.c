/*
 * home_test.c - home_table.h is of the encodings and languages that there are
 */
#include "check.h"
#include "detect/home_list.h"
#include "detect/home_table.h"

int
main(int argc, char *argv[])
{
	size_t n = 0;

	(void)argc;
	while (ug_encoding_at(n) != NULL)
		n++;
	CHECK("a row for each encoding",
	    n == sizeof(home_table) / sizeof(*home_table));
	CHECK("a prior for each encoding",
	    n == sizeof(home_prior) / sizeof(*home_prior));
	CHECK("a column for each language",
	    ug_n_languages() == sizeof(*home_table));
	if (!CHECK("their names", home_list() == HOME_LIST))
		fprintf(stderr, "\tmake models MODELS=model, "
		    "or see src/model/README\n");
	return check_done(argv[0]);
}
