/*
 * split_entities_test.c - names of characters with blanks inside, and without
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0 } },
	{ "cut short", UG_LIT("It is the end of the town and the bay & # 39"),
	  { 0 } },
	{ "a lone sign", UG_LIT("It is the end of the town and the bay &"),
	  { 0 } },
	{ "numbers",
	  UG_LIT("The men said & # 34; It is the end of the bay &# 34; and & "
	  "#39;the town & # 8221;"),
	  UG_LIT("The men said \" It is the end of the bay \" and 'the town "
	  "”") },
	{ "names",
	  UG_LIT("The men & amp; the mate said of the & quot;end of the bay& "
	  "quot; and of it & rsquo ; and of &ldquo ;it"),
	  UG_LIT("The men & the mate said of the \"end of the bay\" and of it ’ "
	  "and of “it") },
	{ "an apostrophe",
	  UG_LIT("It is the town & # 39; s end and they don& # 39;t know of "
	  "it & rsquo; they & # 39;ll see."),
	  UG_LIT("It is the town's end and they don't know of it ’ they'll "
	  "see.") },
	{ "whole ones",
	  UG_LIT("It is the town&#39;s end and they don&#39;t know of &quot;it"
	  "&quot; as it is."), { 0 } },
	{ "other characters",
	  UG_LIT("It is the end & # 64; and of the & lt; and the & #99999999; "
	  "and & ; of it & #; and & tower; of it."), { 0 } },
	{ "the end of a tag",
	  UG_LIT("The men said & # 34; It is the end of the bay </b> and of "
	  "the town."), { 0 } },
	{ "a sign that starts no tag",
	  UG_LIT("The men said & # 34; It is < the end of the bay <"),
	  UG_LIT("The men said \" It is < the end of the bay <") },
	{ "a list",
	  UG_LIT("It is the end of A & B; and of the town & 39; as it is of "
	  "the bay."), { 0 } },
	{ "tags",
	  UG_LIT("It is the <b>end</b> of the town & # 39; s bay and the men "
	  "know of it."), { 0 } },
	{ "French",
	  UG_LIT("Le bateau est dans la ville de la c\u00F4te & # 39; et les "
	  "hommes ne le savent pas."), { 0 } },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_split_entities, rows, sizeof(rows) / sizeof(*rows));
	return check_done(argv[0]);
}
