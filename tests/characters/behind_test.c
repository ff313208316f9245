/*
 * behind_test.c - what stands behind a text in memory makes no difference
 *
 * A record is a part of a block that was read: digits, tails of characters and
 * line ends behind it are another one's.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "edits_equal.h"
#include "repair/pass_check.h"
#include "repair/passes.h"

#define FILE_MAX 65536

static const struct ug_pass *const passes[] = { &ug_pass_c1, &ug_pass_escapes,
	&ug_pass_guess, &ug_pass_lost_escapes, &ug_pass_mojibake };
#define N_PASSES (sizeof(passes) / sizeof(*passes))

static const char *const behind[] = { "5?;", "\xA9\xA9\xA9", "(B\xEF\xBF\xBD",
	"\\u00e9", "é“’t ", "C3=A9;", "'x?'", "\302\224 5", " 5", "a\302\224",
	"\302\224\302\224" };

/* Lines that end where what comes next would tell. */
static const char *const ends[] = { "it costs 5 \302\200", "costs \302\200",
	"\302\223so", "so \302\223so\302\224", "so\302\205", "so \302\205",
	"\302\223\302\224", "a \302\231", "We don?", "We don\303\242?",
	"We don\357\277\275", "in 1990\357\277\275199", "$B%U%!%$%k%U%!%$%k",
	"$B%U%!%$%k%U%!%$%k(", "$", "$B", "$B%", "caf\\u00e", "caf&eacute",
	"caf&#23", "caf=C3=A", "caf%C3%A", "\\ud83d\\ude0", "caf<U+00E9",
	"=?U?Q?caf=C3=A9?", "caf\303\203", "caf\303\203\302\251" };

static struct ug_codings codings;

static void
find(const struct ug_pass *pass, struct ug_text text, struct ug_edits *edits)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .encoding = "UTF-8",
		.scratch = &scratch, .codings = &codings };

	ug_edits_init(edits, &ug_alloc_libc);
	CHECK("find", pass->find(&scope, text, edits) == UNGARBLE_OK);
	ug_arena_free(&scratch);
}

static size_t n_edits;

static void
check_line(const struct ug_pass *pass, struct ug_text line)
{
	char *const copy = malloc(line.len + 16);
	struct ug_edits want, its;

	memset(copy, 0, line.len + 16);
	memcpy(copy, line.s, line.len);
	find(pass, (struct ug_text){ copy, line.len }, &want);
	n_edits += want.n;
	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		strcpy(copy + line.len, behind[i]);
		find(pass, (struct ug_text){ copy, line.len }, &its);
		CHECK(copy, edits_equal(&want, &its));
		ug_edits_free(&its);
	}
	ug_edits_free(&want);
	free(copy);
}

int
main(int argc, char *argv[])
{
	static char file[FILE_MAX];
	FILE *const in = fopen("tests/golden/near.tsv", "rb");
	size_t n = 0;

	(void)argc;
	ug_codings_init(&codings);
	if (!CHECK("near.tsv", in != NULL))
		return check_done(argv[0]);
	file[fread(file, 1, sizeof(file) - 1, in)] = '\0';
	fclose(in);
	for (char *s = file, *end; (end = strchr(s, '\n')) != NULL; s = end + 1)
	{
		const size_t group = strlen("characters\t");

		if (strncmp(s, "characters\t", group) != 0)
			continue;
		/* All of it, and but for the last byte or two. */
		for (size_t i = 0; i < N_PASSES; i++)
			for (size_t cut = 0; cut < 3; cut++) {
				size_t len = (size_t)(end - s) - group;

				for (size_t k = 0; k < cut && len > 1; k++)
					do
						len--;
					while (len > 1 && ug_char_is_tail(
					    s[group + len]));
				check_line(passes[i], (struct ug_text){
				    s + group, len });
			}
		n++;
	}
	for (size_t k = 0; k < sizeof(ends) / sizeof(*ends); k++)
		for (size_t i = 0; i < N_PASSES; i++)
			check_line(passes[i], (struct ug_text){ ends[k],
			    strlen(ends[k]) });
	CHECK("lines", n > 100 && n_edits > 100);
	return check_done(argv[0]);
}
