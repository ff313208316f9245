/*
 * home_test.c - home_table.h is of the first encodings and all languages
 */
#include "check.h"
#include "detect/home.h"
#include "detect/home_list.h"
#include "detect/home_table.h"

int
main(int argc, char *argv[])
{
	const size_t n = ug_home_count();

	(void)argc;
	CHECK("encodings are there", ug_encoding_at(n - 1) != NULL);
	CHECK("a column for each language",
	    ug_n_languages() == sizeof(*home_table));
	if (!CHECK("their names", home_list(n) == HOME_LIST))
		fprintf(stderr, "\tmake models MODELS=model, "
		    "or see src/model/README\n");
	CHECK("a new one costs nothing", ug_home_prior(n) == 0);
	for (size_t l = 0; l < ug_n_languages(); l++)
		CHECK("and lacks nothing", ug_home_of(n)[l] == 0);
	return check_done(argv[0]);
}
