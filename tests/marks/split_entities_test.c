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
	{ "a tag at the start",
	  UG_LIT("<b>It is the end of the town & # 39; s bay and the men know "
	  "of it."), { 0 } },
	{ "the end of one at the start",
	  UG_LIT("</b It is the end of the town & # 39; s bay and the men know "
	  "of it."), { 0 } },
	{ "a tag at the end",
	  UG_LIT("It is the end of the town & # 39; s bay and the men know "
	  "of it.<p"), { 0 } },
	{ "no tag at the start",
	  UG_LIT("< It is the end of the town & # 39; s bay and the men know "
	  "of it."),
	  UG_LIT("< It is the end of the town's bay and the men know of "
	  "it.") },
	{ "French",
	  UG_LIT("Le bateau est dans la ville de la c\u00F4te & # 39; et les "
	  "hommes ne le savent pas."), { 0 } },
};

/* What becomes of a name in a sentence. */
static void
check_one(const char *name, const char *becomes)
{
	char in[120], out[120];
	struct pass_row row = { name, { in, 0 }, { out, 0 } };

	row.in.len = (size_t)snprintf(in, sizeof(in), "And so it was the end "
	    "of the town %s and of the bay.", name);
	row.out.len = (size_t)snprintf(out, sizeof(out), "And so it was the "
	    "end of the town %s and of the bay.", becomes);
	check_pass(&ug_pass_split_entities, &row, 1);
}

/* Each mark, by its name and by its number, with a blank at each place. */
static void
check_each(void)
{
	static const struct {
		const char *names[2], *mark;
	} each[] = {
		{ { "quot", "34" }, "\"" }, { { "amp", "38" }, "&" },
		{ { "apos", "39" }, "'" }, { { "ndash", "8211" }, "\u2013" },
		{ { "mdash", "8212" }, "\u2014" },
		{ { "lsquo", "8216" }, "\u2018" },
		{ { "rsquo", "8217" }, "\u2019" },
		{ { "ldquo", "8220" }, "\u201C" },
		{ { "rdquo", "8221" }, "\u201D" },
	};

	for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++) {
		for (unsigned how = 0; how < 16; how++) {
			const bool number = (how & 8) != 0;
			char name[40];

			if (!number && (how & 2) != 0)
				continue;
			snprintf(name, sizeof(name), "&%s%s%s%s%s;",
			    (how & 1) != 0 ? " " : "", number ? "#" : "",
			    (how & 2) != 0 ? " " : "", each[i].names[number],
			    (how & 4) != 0 ? " " : "");
			check_one(name, (how & 7) != 0 ? each[i].mark : name);
		}
	}
	check_one("& # 8222;", "& # 8222;");
	check_one("& lquot;", "& lquot;");
	check_one("&  quot;", "&  quot;");
	check_one("& #  34;", "& #  34;");
	check_one("& quot  ;", "& quot  ;");
}

/* What an apostrophe joins to the word before it. */
static void
check_joins(void)
{
	static const char *const ends[] = { "s", "t", "re", "ve", "ll", "d",
		"m" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		char name[40], becomes[40];

		snprintf(name, sizeof(name), "they & # 39; %s", ends[i]);
		snprintf(becomes, sizeof(becomes), "they'%s", ends[i]);
		check_one(name, becomes);
		snprintf(name, sizeof(name), "they& rsquo;%s", ends[i]);
		snprintf(becomes, sizeof(becomes), "they\u2019%s", ends[i]);
		check_one(name, becomes);
		snprintf(name, sizeof(name), "they & quot; %s", ends[i]);
		snprintf(becomes, sizeof(becomes), "they \" %s", ends[i]);
		check_one(name, becomes);
		snprintf(name, sizeof(name), "1600 & # 39; %s", ends[i]);
		snprintf(becomes, sizeof(becomes), "1600 ' %s", ends[i]);
		check_one(name, becomes);
	}
	check_one("they & # 39; so", "they ' so");
	check_one("they & # 39; 5", "they ' 5");
	check_one("they  & # 39; s", "they  ' s");
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_split_entities, rows, sizeof(rows) / sizeof(*rows));
	check_each();
	check_joins();
	return check_done(argv[0]);
}
