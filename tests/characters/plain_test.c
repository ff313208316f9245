/*
 * plain_test.c - lines that are plain in a language, and lines that are not
 */
#include "characters/plain.h"

#include "check.h"

/* Of a language that is known: lines that are plain, and that are not. */
static const struct {
	const char *code, *plain[6], *other[12];
} rows[] = {
	{ "de", {
		"Die Tür zum Garten ist geöffnet.\n",
		"Er sagte: „Das Schloß gehört der Königin.“ Dann ging er.",
		"Über den Dächern – es war schon spät – hörten wir Glocken.",
	}, {
		"Die Tûr zum Garten ist geõffnet.",     /* no letters of it */
		"Die Türzüüüge ist geöffnet.",          /* nobody writes that */
		"Tür\n",                                /* tells too little */
		"Er sagte: „Das Schloß gehört der Königin. Dann ging er.",
		"Das Schloß gehört»der Königin«, sagte er.",
		"Die Tür zum Garten&nbsp;ist geöffnet.",
		"Die Tür zum Garten\\nist geöffnet.",
		"Die Tür zum Garten ist ge”ffnet, sagte er und”ging.",
		"Die Tür zum Garten—ist geöffnet.",
		"Die Tür zum Garten ist geöffnet: 日本.",
		"TürgHxQzWvÜBeRxYqZkPöLvXzQwÜtRfGhÄjKlMnQx",
		"Die Tür zum Garten\x01ist geöffnet.",
	} },
	{ "fr", {
		"L’été dernier, nous n’avons pas mangé de pêches.",
		"Qu’est-ce que c’est ? demanda l’élève étonné.",
		"Il a répondu : « Je suis né à côté d’ici », puis il est parti.",
	}, {
		"Elle l’a mangé et Env’a le reste à l’élève.",
		"Il a répondu : » Je suis né à côté d’ici », puis il est parti.",
		"Il a mangé ’ et il est parti à côté de chez lui.",
		"Il a mangĂ© trop de pĂŞches.",
	} },
	{ "ru", {
		"Во дворе поставили новую скамейку, и теперь там сидят до ночи.",
		"Она сказала: «Завтра будет дождь», – и закрыла окно.",
	}, {
		"бН ДБНПЕ ОНЯРЮБХКХ МНБСЧ ЯЙЮЛЕИЙС, Х РЕОЕПЭ РЮЛ ЯХДЪР ДН МНВХ.",
		"Во дворе поставили РЅРѕРІСѓСЋ скамейку.",
		"Во дворе поставили новую скамейкУ длЯ нас.",
		"Во дворе поставили Р’новую скамейку.",
		"Во дворі поставили нову лавку, і тепер там сидять до ночі.",
	} },
	{ "he", { "הספר החדש נמצא על השולחן ליד החלון." },
	  { "ספרðøç מצא על השולחן ליד החלון." } },
};

static struct ug_text
text_of(const char *s)
{
	return (struct ug_text){ s, strlen(s) };
}

/* Have lines in a language been read, by so many characters. */
static void
learn(struct ug_plain *plain, const char *code, size_t n)
{
	CHECK(code, ug_plain_learn(plain, ug_language_of(code), n) ==
	    UNGARBLE_OK);
}

static void
check_rows(void)
{
	for (size_t r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		struct ug_plain plain = { .alloc = &ug_alloc_libc };
		const char *const *line;

		learn(&plain, rows[r].code, 10000);
		for (line = rows[r].plain; *line != NULL; line++)
			CHECK(*line, ug_plain_is(&plain, text_of(*line)));
		for (line = rows[r].other; line < rows[r].other + 12 &&
		    *line != NULL; line++)
			CHECK(*line, !ug_plain_is(&plain, text_of(*line)));
		ug_release(plain.alloc, plain.tables);
	}
}

/* Which language is known, by lines that come. */
static void
check_votes(void)
{
	const struct ug_text german = text_of(rows[0].plain[0]);
	const struct ug_text french = text_of(rows[1].plain[0]);
	struct ug_plain plain = { .alloc = &ug_alloc_libc };

	CHECK("nothing is known", !ug_plain_is(&plain, german));
	learn(&plain, "de", 100);
	CHECK("too little", !ug_plain_is(&plain, german));
	learn(&plain, "de", 3000);
	CHECK("known", ug_plain_is(&plain, german));
	learn(&plain, "fr", 500);
	CHECK("still", ug_plain_is(&plain, german));
	CHECK("not yet", !ug_plain_is(&plain, french));
	/* Plain lines vote, too. */
	for (size_t i = 0; i < 2000; i++)
		(void)ug_plain_is(&plain, german);
	for (size_t i = 0; i < 3; i++)
		learn(&plain, "fr", 500);
	CHECK("a few others", ug_plain_is(&plain, german));
	for (size_t i = 0; i < 10; i++)
		learn(&plain, "fr", 500);
	CHECK("another one", ug_plain_is(&plain, french) &&
	    !ug_plain_is(&plain, german));
	ug_plain_enter(&plain, 0);
	CHECK("the same block", ug_plain_is(&plain, french));
	ug_plain_enter(&plain, 1);
	CHECK("another block", !ug_plain_is(&plain, french));
	learn(&plain, "fr", 2000);
	CHECK("and known there", ug_plain_is(&plain, french));
	ug_release(plain.alloc, plain.tables);
}

/* East Asia is not looked at. */
static void
check_east(void)
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };

	learn(&plain, "zh", 10000);
	CHECK("East Asia", plain.tables == NULL && !ug_plain_is(&plain,
	    text_of("我们明天去学校学习中文，今天天气很好。")));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_votes();
	check_east();
	return check_done(argv[0]);
}
