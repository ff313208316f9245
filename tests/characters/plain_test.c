/*
 * plain_test.c - lines that are plain in a language, and lines that are not
 */
#include "characters/plain.h"

#include "check.h"
#include "failing.h"

/* Lines that are plain in a language, and that are not. */
static const struct {
	const char *plain[6], *other[12];
} rows[] = {
	{ {
		"Die Tür zum Garten ist geöffnet.\n",
		"Er sagte: „Das Schloß gehört der Königin.“ Dann ging er.",
		"Über den Dächern – es war schon spät – hörten wir Glocken.",
	}, {
		"Die Tûr zum Garten ist geõffnet.",     /* no letters of it */
		"Die Türzüüüge ist geöffnet.",          /* nobody writes that */
		"Tür.\n",                               /* tells too little */
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
	{ {
		"L’été dernier, nous n’avons pas mangé de pêches.",
		"Qu’est-ce que c’est ? demanda l’élève étonné.",
		"Il a répondu : « Je suis né à côté d’ici », puis il est parti.",
	}, {
		"Elle l’a mangé et Env’a le reste à l’élève.",
		"Il a répondu : » Je suis né à côté d’ici », puis il est parti.",
		"Il a mangé ’ et il est parti à côté de chez lui.",
		"Il a mangĂ© trop de pĂŞches.",
	} },
	{ {
		"Во дворе поставили новую скамейку, и теперь там сидят до ночи.",
		"Она сказала: «Завтра будет дождь», – и закрыла окно.",
	}, {
		"бН ДБНПЕ ОНЯРЮБХКХ МНБСЧ ЯЙЮЛЕИЙС, Х РЕОЕПЭ РЮЛ ЯХДЪР ДН МНВХ.",
		"Во дворе поставили РЅРѕРІСѓСЋ скамейку.",
		"Во дворе поставили новую скамейкУ длЯ нас.",
		"Во дворе поставили Р’новую скамейку.",
	} },
	{ {
		"Во дворі поставили нову лавку, і тепер там сидять до ночі.",
	}, {
		"Во дворі поставили новые скамейки, щоб сидеть там до ночи.",
	} },
	{ {
		"¿Dónde está la llave? ¡No la encuentro en ningún cajón!",
		/* A pair that is odd, of letters that are common. */
		"El niño pequeño no encontró el oñate que su abuela le dejó.",
	}, {
		"Donde¿ está la llave, preguntó ella otra vez.",
		"?Dónde está la llave¿, preguntó ella otra vez.",
	} },
	{ {
		"Vi åker till sjön imorgon, sade hon och öppnade dörren.",
	}, {
		"¿Vi åker till sjön imorgon? sade hon och öppnade dörren.",
		"Vi ĺker till sjön imorgon, sade hon och öppnade dörren.",
		"Vi Úker till sjön imorgon, sade hon och öppnade dörren.",
	} },
	{ { NULL }, {
		"La marmotta dei ghiacci Φ una strana bestia.",
		"Fonction α utiliser pour la consolidation",
		"Indica se memorizzare se la barra и visibile.",
	} },
	{ { "הספר החדש נמצא על השולחן ליד החלון." },
	  { "ספרðøç מצא על השולחן ליד החלון." } },
};

static struct ug_text
text_of(const char *s)
{
	return (struct ug_text){ s, strlen(s) };
}

static bool
is_plain(struct ug_plain *plain, struct ug_text line, bool alone)
{
	bool is;

	return ug_plain_is(plain, line, alone, &is) == UNGARBLE_OK && is;
}

static void
check_rows(void)
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };

	/* Twice: what was looked up the first time is there the second. */
	for (size_t r = 0; r < 2 * sizeof(rows) / sizeof(*rows); r++) {
		const char *const *line;
		const size_t i = r % (sizeof(rows) / sizeof(*rows));

		for (line = rows[i].plain; *line != NULL; line++)
			CHECK(*line, is_plain(&plain, text_of(*line),
			    true));
		for (line = rows[i].other; line < rows[i].other + 12 &&
		    *line != NULL; line++)
			CHECK(*line, !is_plain(&plain, text_of(*line),
			    true));
	}
	ug_plain_free(&plain);
}

/* Long lines are judged in parts: one that is not plain is enough. */
static void
check_long(void)
{
	static const char plain_line[] =
	    "Die Tür zum Garten ist geöffnet, und über den Dächern liegt Schnee. ";
	static const char other[] = "Die Tûr zum Garten ist geõffnet. ";
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };

	for (size_t i = 0; i < 2000; i++)
		(void)!ug_buf_add(&line, plain_line, sizeof(plain_line) - 1);
	CHECK("long", is_plain(&plain, (struct ug_text){ line.s,
	    line.len }, true));
	(void)!ug_buf_add(&line, other, sizeof(other) - 1);
	for (size_t i = 0; i < 50; i++)
		(void)!ug_buf_add(&line, plain_line, sizeof(plain_line) - 1);
	CHECK("a part of it is not", !is_plain(&plain, (struct ug_text){
	    line.s, line.len }, true));
	ug_buf_free(&line);
	ug_plain_free(&plain);
}

/* Where its language is known, less will do: in its block and the next. */
static void
check_known(void)
{
	const struct ug_text known = UG_TEXT("Во дворе поставили новую "
	    "скамейку, и теперь там сидят до ночи.\n");
	const struct ug_text line = UG_TEXT("Она сказала: «Завтра будет "
	    "дождь, и послезавтра.\n");
	const struct ug_text odd = UG_TEXT("Эй, жлоб! Где туз? Прячь юных "
	    "съёмщиц в шкаф.\n");
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	unsigned n = 0;

	while (!is_plain(&plain, line, false) && n++ < 1000)
		CHECK("plain", is_plain(&plain, known, n % 2 == 0));
	CHECK("a language is known", n > 32 && n < 100);

	/* What is plain for that reason alone makes nothing better known. */
	const uint64_t state = ug_plain_state(&plain);

	CHECK("odd", !is_plain(&plain, odd, true) && is_plain(&plain, odd,
	    false) && ug_plain_state(&plain) == state);
	CHECK("plain", is_plain(&plain, known, false) &&
	    ug_plain_state(&plain) != state);
	CHECK("alone", !is_plain(&plain, line, true));
	ug_plain_enter(&plain, 1);
	CHECK("in the next block", is_plain(&plain, line, false));
	ug_plain_enter(&plain, 0);
	CHECK("a block that was left", is_plain(&plain, line, false));
	ug_plain_enter(&plain, 2);
	CHECK("not in the one behind", !is_plain(&plain, line, false));
	ug_plain_free(&plain);
}

/*
 * The lines of a row, again and again, with memory for so much: either they are
 * what they are, or it is told.
 */
static enum ungarble_err
plain_with(long left, size_t row)
{
	struct failing memory = { .left = left };
	const struct ug_alloc alloc = { failing_resize, &memory };
	struct ug_plain plain = { .alloc = &alloc };
	enum ungarble_err err = UNGARBLE_OK;

	for (unsigned i = 0; i < 90 && err == UNGARBLE_OK; i++) {
		const char *const line = rows[row].plain[i % 2];
		bool is = true;

		err = ug_plain_is(&plain, text_of(line), false, &is);
		CHECK(line, is == (err == UNGARBLE_OK));
	}
	CHECK("no memory", (err == UNGARBLE_ENOMEM) == memory.failed);
	CHECK("once is for ever", plain.no_memory == memory.failed);
	ug_plain_free(&plain);
	CHECK("given back", memory.live == 0);
	return err;
}

static void
check_memory(void)
{
	for (size_t row = 0; row < 3; row++) {
		long left = 0;

		while (plain_with(left, row) != UNGARBLE_OK)
			left++;
		CHECK("memory", left > 3);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_long();
	check_known();
	check_memory();
	return check_done(argv[0]);
}
