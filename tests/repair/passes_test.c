/*
 * passes_test.c - which passes a list of names means
 */
#include "repair/passes.h"

#include "check.h"

/* The passes of a list, one by one, in any order; NULL: it is refused. */
static const struct {
	const char *list, *passes[8];
} rows[] = {
	{ "c1", { "c1" } },
	{ "c1,guess", { "c1", "guess" } },
	{ " c1 ,\tguess", { "c1", "guess" } },
	{ "none", { "" } },
	{ "encoding", { "" } },
	{ "none,+c1", { "c1" } },
	{ "words", { "words" } },
	{ "c1,-c1", { "" } },
	{ "none,-c1", { "" } },
	{ "words,c1,-words", { "c1" } },
	{ "nfc,nfd", { "nfd" } },
	{ "nfkc,nfd,c1,nfkd,-nfkd", { "c1" } },
	{ "eol-lf,nfc,eol-crlf,bom", { "nfc", "eol-crlf", "bom" } },
	{ "tidy", { "invisible", "ansi", "controls", "width", "ligatures",
	  "quotes" } },
	{ "", { NULL } },
	{ "c2", { NULL } },
	{ "c", { NULL } },
	{ "c1,", { NULL } },
	{ "c1 guess", { NULL } },
	{ "+", { NULL } },
};

static uint64_t
set_of(const char *list)
{
	uint64_t set = 0;

	CHECK(list, ug_fixes_parse(list, &set) == UNGARBLE_OK);
	return set;
}

static uint64_t
bit_of(const char *name)
{
	for (size_t i = 0; ug_passes[i] != NULL; i++)
		if (strcmp(ug_passes[i]->fix.name, name) == 0)
			return (uint64_t)1 << i;
	return 0;
}

static void
check_groups(void)
{
	uint64_t by_default = 0, all = 0;
	size_t n = 0;

	for (; ug_passes[n] != NULL; n++) {
		const struct ungarble_fix *const fix = &ug_passes[n]->fix;

		CHECK("told of", ungarble_fix(n) == fix);
		CHECK(fix->name, (set_of(fix->group) >> n & 1) == 1);
		CHECK(fix->name, (ug_passes[n]->find != NULL) !=
		    (ug_passes[n]->rule != NULL));
		by_default |= fix->by_default ? (uint64_t)1 << n : 0;
		all |= (uint64_t)1 << n;
	}
	CHECK("no more", ungarble_fix(n) == NULL && n > 10);
	CHECK("by default", set_of("default") == by_default);
	CHECK("more", set_of("+guess") == (by_default | bit_of("guess")));
	CHECK("less", set_of("-c1") == (by_default & ~bit_of("c1")));
	CHECK("all", set_of("all") == (all & ~ug_fixes_tidy()));
	CHECK("tidy", (set_of("tidy") & ~ug_fixes_tidy()) == 0 &&
	    (set_of("default") & ug_fixes_tidy()) == 0);
	CHECK("the words", ug_fixes_words() == set_of("words"));
}

int
main(int argc, char *argv[])
{
	uint64_t set = 0, none = 0;

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const bool refused = rows[i].passes[0] == NULL;
		uint64_t want = 0;

		for (size_t k = 0; rows[i].passes[k] != NULL; k++)
			want |= bit_of(rows[i].passes[k]);
		CHECK(rows[i].list, ug_fixes_parse(rows[i].list, &set) ==
		    (refused ? UNGARBLE_EOPTION : UNGARBLE_OK));
		CHECK(rows[i].list, refused || set == want);
	}
	CHECK("no list", ug_fixes_parse(NULL, &none) == UNGARBLE_OK &&
	    none == set_of("default"));
	check_groups();
	return check_done(argv[0]);
}
