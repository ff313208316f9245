/*
 * guess_test.c - guesses at what is lost, and what only looks lost
 *
 * Sentences of 51 languages lose what is beyond ASCII in five ways; how much
 * is guessed and how much of that is right is printed and has a floor.  With a
 * FILE of other sentences, as own.tsv is: the same of those, and how often
 * guesses were right by how far they led, which is where the levels of
 * confidence in guess.c come from.
 */
#include "guess_damage.h"
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0, 0 } },
	{ "plain", UG_LIT("Nothing is lost here, is it?"), { 0, 0 } },

	{ "don't", UG_LIT("don?t"), UG_LIT("don’t") },
	{ "don't, in a sentence", UG_LIT("I DON?T know (and can?t ask)."),
	  UG_LIT("I DON’T know (and can’t ask).") },
	{ "don't, as bytes", UG_LIT("We don???t know"),
	  UG_LIT("We don’t know") },
	{ "don't, after mojibake", UG_LIT("We donâ??t know"),
	  UG_LIT("We don’t know") },
	{ "don't, the euro sign kept", UG_LIT("We donâ€?t know"),
	  UG_LIT("We don’t know") },
	{ "don't, U+FFFD", UG_LIT("We don\uFFFDt know"),
	  UG_LIT("We don’t know") },
	{ "pronouns", UG_LIT("I?m sure you?ll say they?ve gone"),
	  UG_LIT("I’m sure you’ll say they’ve gone") },
	{ "in a tag", UG_LIT("<p>You don?t say</p>"),
	  UG_LIT("<p>You don’t say</p>") },
	{ "elided in French", UG_LIT("Il faut que l?homme de la rue attende"),
	  UG_LIT("Il faut que l’homme de la rue attende") },
	{ "elided in Italian",
	  UG_LIT("La pasta cuoce nell?acqua bollente"),
	  UG_LIT("La pasta cuoce nell’acqua bollente") },
	{ "parted in Ukrainian", UG_LIT("Це був новий об?єкт у місті"),
	  UG_LIT("Це був новий об’єкт у місті") },

	{ "letters of Spanish",
	  UG_LIT("La estaci\uFFFDn de la ciudad no tiene calefacci\uFFFDn"),
	  UG_LIT("La estación de la ciudad no tiene calefacción") },
	{ "letters of French", UG_LIT("C'est la journ\uFFFDe de l'id\uFFFDe"),
	  UG_LIT("C'est la journée de l'idée") },
	{ "a letter of German",
	  UG_LIT("Das ist f\uFFFDr uns alle sehr schön"),
	  UG_LIT("Das ist für uns alle sehr schön") },
	{ "a letter that Latin-1 has not, beside one that it has",
	  UG_LIT("Do mísy p?idáme mouku a trochu vody"),
	  UG_LIT("Do mísy přidáme mouku a trochu vody") },
	{ "a question in Spanish", UG_LIT("\uFFFDQué hora es?"),
	  UG_LIT("¿Qué hora es?") },
	{ "a cry in Spanish", UG_LIT("\uFFFDHola, amigos de la casa!"),
	  UG_LIT("¡Hola, amigos de la casa!") },
	{ "a question of Spanish is two bytes",
	  UG_LIT("\uFFFD\uFFFDQué hora es?"),
	  UG_LIT("¿Qué hora es?") },
	{ "and not three", UG_LIT("\uFFFD\uFFFD\uFFFDQué hora es?"), { 0, 0 } },
	{ "a space behind it", UG_LIT("La casa \uFFFD qué hora es?"),
	  { 0, 0 } },
	{ "a number is not asked", UG_LIT("\uFFFD5 horas en la calle?"),
	  { 0, 0 } },
	{ "asked in Spanish", UG_LIT("?Qué haces en la calle, niño?"),
	  UG_LIT("¿Qué haces en la calle, niño?") },
	{ "the other quote", UG_LIT("She said “no\uFFFD and left"),
	  UG_LIT("She said “no” and left") },
	{ "the other quote, bytes",
	  UG_LIT("She said “no\uFFFD\uFFFD\uFFFD, and left"),
	  UG_LIT("She said “no”, and left") },
	{ "the other quote of German",
	  UG_LIT("Er sagte „nein danke\uFFFD und ging nach Hause"),
	  UG_LIT("Er sagte „nein danke“ und ging nach Hause") },
	{ "the other guillemet",
	  UG_LIT("Il a dit «bonjour\uFFFD à tout le monde"),
	  UG_LIT("Il a dit «bonjour» à tout le monde") },
	{ "years", UG_LIT("The war (1914\uFFFD1918) was long"),
	  UG_LIT("The war (1914–1918) was long") },
	{ "line by line", UG_LIT("x=?y\nWe don?t know\r\nwhat?No\n"),
	  UG_LIT("x=?y\nWe don’t know\r\nwhat?No\n") },

	{ "two may close", UG_LIT("“Caf\uFFFD au lait\uFFFD, he said"),
	  { 0, 0 } },
	{ "closed already", UG_LIT("She said “no” twice\uFFFD and left"),
	  { 0, 0 } },
	{ "years the wrong way", UG_LIT("The war (1918\uFFFD1914)"),
	  { 0, 0 } },
	{ "no years", UG_LIT("These are not years: 12345\uFFFD1914 "
	    "1914\uFFFD19185 10\uFFFD20"),
	  { 0, 0 } },
	{ "one of several", UG_LIT("g\uFFFDr"), { 0, 0 } },
	{ "what is there already", UG_LIT("Où est l'été du caf?s"),
	  { 0, 0 } },
	{ "its like is there already",
	  UG_LIT("Když je maso měkké, p?idáme mouku a trochu vody"), { 0, 0 } },
	{ "a capital behind", UG_LIT("what?No, don?T"), { 0, 0 } },
	{ "no space behind", UG_LIT("Is it true?yes it is, really?no"),
	  { 0, 0 } },
	{ "no space behind, French", UG_LIT("C'est vrai?oui, tu viens?non"),
	  { 0, 0 } },
	{ "no space behind, German", UG_LIT("Wirklich?ja, sicher. Was?nein"),
	  { 0, 0 } },
	{ "the end of a word", UG_LIT("don? t, ?t, caf? du coin"), { 0, 0 } },
	{ "an address", UG_LIT("https://example.org/don?t https://a.org/?q=l?eau"),
	  { 0, 0 } },
	{ "a query", UG_LIT("mailto:joe?subject=hello page.php?id"), { 0, 0 } },
	{ "globs", UG_LIT("ls don?t.txt don?t* ./don?t file?name.[ch] a?b"),
	  { 0, 0 } },
	{ "patterns", UG_LIT("/colou?r/ colou?r behaviou?r (?:abc)?def [n?t]"),
	  { 0, 0 } },
	{ "programs", UG_LIT("x = y?z:w; return a?b:c; $don?t = `don?t`"),
	  { 0, 0 } },
	{ "queries", UG_LIT("SELECT * FROM t WHERE a=?b AND don?t=?"),
	  { 0, 0 } },
	{ "quoted", UG_LIT("grep 'don?t' \"don?t\""), { 0, 0 } },
	{ "the sign itself", UG_LIT("U+FFFD (\uFFFD) stands for it"),
	  { 0, 0 } },
	{ "no text", UG_LIT("\uFFFDPNG\x01 don\uFFFDt"), { 0, 0 } },
	{ "not enough", UG_LIT("e?e, a?b, x?y or i?o"), { 0, 0 } },
	{ "most is lost", UG_LIT("a\uFFFDb\uFFFDc\uFFFDd don\uFFFDt e\uFFFD"),
	  { 0, 0 } },
	{ "too many", UG_LIT("We don????t know, do\uFFFD\uFFFD\uFFFD\uFFFDt"),
	  { 0, 0 } },
	{ "both kinds", UG_LIT("We don?\uFFFDt know"), { 0, 0 } },
	{ "ideographs", UG_LIT("日本\uFFFD語の本"), { 0, 0 } },
	{ "Cyrillic is no loss", UG_LIT("Это об?явление для всех"), { 0, 0 } },
};

#define LEADS 12 /* of a nat: one column each */

/* Guesses that were right, wrong, or not made. */
struct figure {
	unsigned long right, wrong, left;
};

enum kind { KIND_APOSTROPHE, KIND_LETTER, KIND_SIGN, KIND_N };

struct figures {
	struct figure of[DAMAGE_N][KIND_N], all;
	struct figure led[2][LEADS + 1]; /* letters, signs */
};

static void
figure_add(struct figure *figure, const struct damage_seen *seen, bool made)
{
	if (!made)
		figure->left++;
	else if (seen->got == seen->c)
		figure->right++;
	else
		figure->wrong++;
}

static void
figures_tell(const struct damage_seen *seen, void *user)
{
	struct figures *const figures = user;
	const enum kind kind = seen->c == 0x2019 ? KIND_APOSTROPHE :
	    damage_letter(seen->c) ? KIND_LETTER : KIND_SIGN;
	const bool made = seen->rule != NULL && seen->confidence >= 90;
	const int lead = seen->margin / 1000;

	figure_add(&figures->of[seen->damage][kind], seen, made);
	figure_add(&figures->all, seen, made);
	if (seen->rule != NULL && seen->margin > 0)
		figure_add(&figures->led[!damage_letter(seen->got)][
		    lead < LEADS ? lead : LEADS], seen, true);
}

static void
figures_read(const char *name, struct figures *figures)
{
	FILE *const f = fopen(name, "r");
	char line[DAMAGE_MAX];

	if (!CHECK(name, f != NULL))
		return;
	while (fgets(line, sizeof(line), f) != NULL) {
		const char *const text = strchr(line, '\t');

		if (*line == '#' || text == NULL)
			continue;
		for (unsigned d = 0; d < DAMAGE_N; d++)
			damage_run((struct ug_text){ text + 1,
			    strcspn(text + 1, "\n") }, (enum damage)d, 0,
			    figures_tell, figures);
	}
	fclose(f);
}

static unsigned long
percent(unsigned long part, unsigned long rest)
{
	return part + rest == 0 ? 0 : 100 * part / (part + rest);
}

static void
figures_print(const struct figures *figures, bool leads)
{
	static const char *const damages[] = { "U+FFFD", "U+FFFD a byte",
		"?", "? a byte", "\u00E2??" };
	static const char *const kinds[] = { "apostrophes", "letters",
		"signs" };

	for (unsigned d = 0; d < DAMAGE_N; d++)
		for (unsigned k = 0; k < KIND_N; k++) {
			const struct figure *const f = &figures->of[d][k];

			printf("%-14s %-12s right %4lu  wrong %3lu  "
			    "left %5lu\n", damages[d], kinds[k], f->right,
			    f->wrong, f->left);
		}
	for (unsigned s = 0; leads && s < 2; s++)
		for (unsigned i = 0; i <= LEADS; i++) {
			const struct figure *const f = &figures->led[s][i];

			printf("%s, lead %u nats: %lu of %lu, %lu %%\n",
			    s == 0 ? "letters" : "signs", i, f->right,
			    f->right + f->wrong, percent(f->right, f->wrong));
		}
	printf("guesses: right %lu, wrong %lu, left %lu: %lu %%\n",
	    figures->all.right, figures->all.wrong, figures->all.left,
	    percent(figures->all.right, figures->all.wrong));
}

/* Nothing but what is asked for, and no more confidence than is due. */
static void
check_confidence(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = { .confidence = 96, .scratch = &scratch };
	struct ug_edits edits;
	const struct ug_text text = UG_LIT("We don?t know");

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("not that sure", ug_pass_guess.find(&scope, text, &edits) ==
	    UNGARBLE_OK && edits.n == 0);
	scope.confidence = 90;
	CHECK("sure enough", ug_pass_guess.find(&scope, text, &edits) ==
	    UNGARBLE_OK && edits.n == 1);
	CHECK("its name", edits.n == 1 &&
	    strncmp(edits.v[0].rule, "guess/", 6) == 0);
	ug_edits_clear(&edits);
	scope.changed = true;
	CHECK("others first", ug_pass_guess.find(&scope, text, &edits) ==
	    UNGARBLE_OK && edits.n == 0);
	CHECK("on request", ug_pass_guess.fix.by_default == 0);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

int
main(int argc, char *argv[])
{
	struct figures figures = { .all = { 0, 0, 0 } };

	figures_read(argc > 1 ? argv[1] : "tests/detect/own.tsv", &figures);
	figures_print(&figures, argc > 1);
	CHECK("precision", percent(figures.all.right, figures.all.wrong) >= 95);
	CHECK("apostrophes come back",
	    figures.of[DAMAGE_MARKS][KIND_APOSTROPHE].right >= 20 &&
	    figures.of[DAMAGE_LEAD][KIND_APOSTROPHE].right >= 25);
	CHECK("letters come back",
	    figures.of[DAMAGE_BYTES][KIND_LETTER].right >= 80);
	check_confidence();
	check_pass(&ug_pass_guess, rows, sizeof(rows) / sizeof(*rows));
	return check_done("guess_test");
}
