/*
 * mojibake_test.c - UTF-8 read as single-byte encodings, and text that is not
 */
#include "repair/pass_check.h"

#include <stdlib.h>
#include <time.h>

#include "garble/garble.h"

/* The rows of one trip. */
static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0, 0 } },
	{ "ASCII", UG_LIT("plain words"), { 0, 0 } },
	{ "clean", UG_LIT("Schöne Grüße aus Łódź"), { 0, 0 } },

	/* by encoding */
	{ "windows-1252", UG_LIT("SchÃ¶ne GrÃ¼ÃŸe"), UG_LIT("Schöne Grüße") },
	{ "curly quotes", UG_LIT("â€œNo,â€\xC2\x9D she said"),
	  UG_LIT("“No,” she said") },
	{ "latin-1", UG_LIT("it\xC3\xA2\xC2\x80\xC2\x99s late"),
	  UG_LIT("it’s late") },
	{ "latin-1 and windows-1252 in one sequence",
	  UG_LIT("it\xC3\xA2\xC2\x80™s late"), UG_LIT("it’s late") },
	{ "windows-1250", UG_LIT("wieczĂłr przyszedĹ‚"),
	  UG_LIT("wieczór przyszedł") },
	{ "windows-1251", UG_LIT("РҐРѕР»РѕРґРЅРѕРµ СѓС‚СЂРѕ"),
	  UG_LIT("Холодное утро") },
	{ "KOI8-R", UG_LIT("п║п╫п╣пЁ п╦п╢я▒я┌"), UG_LIT("Снег идёт") },
	{ "IBM866", UG_LIT("╨б╨╜╨╡╨│ ╨╕╨┤╤С╤В"), UG_LIT("Снег идёт") },
	{ "IBM437", UG_LIT("tr├¿s t├┤t"), UG_LIT("très tôt") },
	{ "macintosh", UG_LIT("tr√®s t√¥t"), UG_LIT("très tôt") },
	{ "windows-1256", UG_LIT("ط§ظ„ط³ظ„ط§ظ… ط¹ظ„ظٹظƒظ…"),
	  UG_LIT("السلام عليكم") },

	{ "copyright", UG_LIT("Copyright Â© 1999 by me"),
	  UG_LIT("Copyright © 1999 by me") },
	{ "pounds", UG_LIT("it cost Â£50"), UG_LIT("it cost £50") },

	/* escaped on the way */
	{ "numeric", UG_LIT("caf&#195;&#xA9; &amp; th&#195;&#169;"),
	  UG_LIT("café &amp; thé") },
	{ "named", UG_LIT("cr&Atilde;&uml;me"), UG_LIT("crème") },
	{ "JSON", UG_LIT("cr\\u00c3\\u00a8me br\\u00c3\\u00bbl\\u00c3\\u00a9e"),
	  UG_LIT("crème brûlée") },
	{ "escaped, not garbled", UG_LIT("caf&eacute; &#233; \\u00e9 &copy;"),
	  { 0, 0 } },
	{ "not quite escapes", UG_LIT("&#195 &Atild; &; \\u00c &#;"),
	  { 0, 0 } },

	/* in small letters since */
	{ "small letters", UG_LIT("maã±ana por la maã±ana, â¿quiã©n?"),
	  UG_LIT("mañana por la mañana, ¿quién?") },
	{ "small letters and dashes", UG_LIT("pieniä—kuten tätä… ”hyvää”"),
	  { 0, 0 } },

	/* in capitals since */
	{ "capitals", UG_LIT("SCHÃ¶NE GRÃ¼ÃŸE AUS KÃ¶LN"),
	  UG_LIT("SCHÖNE GRÜSSE AUS KÖLN") },
	{ "capitals and signs",
	  UG_LIT("Â€ŒKOMM HER,Â€\xC2\x9D RIEF ER Â€” ZU SPÃ¤T Â€¦"),
	  UG_LIT("“KOMM HER,” RIEF ER — ZU SPÄT …") },
	{ "capitals and a picture", UG_LIT("WIR SIND MÃ¼DE ÐŸ˜€"),
	  UG_LIT("WIR SIND MÜDE 😀") },
	{ "capitals and a micro sign", UG_LIT("NÃ£O PÃΜE OS PÃ£ES AÃ­"),
	  UG_LIT("NÃO PÕE OS PÃES AÍ") },
	{ "capitals all along", UG_LIT("SCHÃ–NE GRÃœSSE AUS DEM SÃœDEN"),
	  UG_LIT("SCHÖNE GRÜSSE AUS DEM SÜDEN") },
	{ "capitals that two bytes have", UG_LIT("ÃŒBER DEN FLÃ¼SSEN, ÃŒBEL"),
	  UG_LIT("ÜBER DEN FLÜSSEN, ÜBEL") },
	{ "a few capitals", UG_LIT("NYC: Ã© Ã¼ Ã¨"), UG_LIT("NYC: é ü è") },
	{ "capitals and clean", UG_LIT("ÂNGELA NÃO VAI À PRAÇA…"), { 0, 0 } },

	/* taken apart since */
	{ "marks apart", UG_LIT("un cafeA\xCC\x83© et du theA\xCC\x83©"),
	  UG_LIT("un cafeé et du theé") },
	{ "marks apart, two in a sequence",
	  UG_LIT("A\xCC\x83s\xCC\x8Ctil e sA\xCC\x83£o"),
	  UG_LIT("Útil e são") },
	{ "marks that stay",
	  UG_LIT("sA\xCC\x83£o joa\xCC\x83o; tA\xCC\x83© e\xCC\xA3"),
	  UG_LIT("são joa\xCC\x83o; té e\xCC\xA3") },
	{ "marks apart and clean",
	  UG_LIT("NA\xCC\x83O, A\xCC\x8Arhus, N\xCC\x83, \xCC\x81"), { 0, 0 } },

	/* one word, the rest clean */
	{ "one word", UG_LIT("un café et un thÃ© chaud"),
	  UG_LIT("un café et un thé chaud") },
	{ "one Cyrillic word", UG_LIT("слово СѓС‚СЂРѕ значит вот что"),
	  UG_LIT("слово утро значит вот что") },
	{ "one letter in a word", UG_LIT("the cafÃ© is open"),
	  UG_LIT("the café is open") },

	/* in small letters since, but not all of the line */
	{ "one word of two", UG_LIT("kã¼hle LÃ¶ffel aus Holz"),
	  UG_LIT("kühle Löffel aus Holz") },
	{ "both in one word", UG_LIT("weiter grã¼ÃŸen wir"),
	  UG_LIT("weiter grüßen wir") },
	{ "before a capital", UG_LIT("un aã±o y otro seã±or, Ã±"),
	  UG_LIT("un año y otro señor, ñ") },
	{ "signs that are one, too", UG_LIT("la 2âº vez, quÃ© maã±ana"),
	  UG_LIT("la 2º vez, qué mañana") },
	{ "too doubtful", UG_LIT("zostaÄ‡ i spaä‡, czy spaä‡?"),
	  UG_LIT("zostać i spaä‡, czy spaä‡?") },
	{ "quotes in small letters", UG_LIT("â€žsoftâ€ÿ estas mÃ³lo"),
	  UG_LIT("„softâ€ÿ estas mólo") },
	{ "a question behind it", UG_LIT("der KÃ¤se, das menã¼?"),
	  UG_LIT("der Käse, das menü?") },

	/* spaces for no-break spaces */
	{ "A grave, both spaces", UG_LIT("voilÃ  tout"), UG_LIT("voilà tout") },
	{ "A grave, one space", UG_LIT("voilÃ tout, dÃ©jÃ prÃªt"),
	  UG_LIT("voilà tout, déjà prêt") },
	{ "A grave, the sentence ends", UG_LIT("Le voilÃ , dÃ©jÃ ."),
	  UG_LIT("Le voilà, déjà.") },
	{ "Cyrillic", UG_LIT("Ð Ð°Ð½Ð¾ ÑƒÑ‚Ñ€Ð¾Ð¼"), UG_LIT("Рано утром") },

	/* something is gone */
	{ "U+FFFD in a sequence", UG_LIT("Ð´Ð¾Ð¼ Ð¸ Ñ�Ð°Ð´"),
	  UG_LIT("дом и �ад") },
	{ "? in a sequence", UG_LIT("Ð´Ð¾Ð¼ Ð¸ Ñ?Ð°Ð´"),
	  UG_LIT("дом и �ад") },

	{ "closing quotes cut short",
	  UG_LIT("He said â€œyesâ€�, and – à la carte – “no”; € 5."),
	  UG_LIT("He said “yes�, and – à la carte – “no”; € 5.") },
	{ "nothing left of the last byte",
	  UG_LIT("She wrote â€œcome soon,â€ and came."),
	  UG_LIT("She wrote “come soon,� and came.") },
	{ "twice", UG_LIT("Read â€œoneâ€ and â€œtwoâ€."),
	  UG_LIT("Read “one� and “two�.") },
	{ "at the end", UG_LIT("â€œcome soonâ€"), UG_LIT("“come soon�") },
	{ "at the end of a line", UG_LIT("â€œCome soonâ€\n"),
	  UG_LIT("“Come soon�\n") },
	{ "by itself, unsure", UG_LIT("come soonâ€ and come"), { 0, 0 } },
	{ "a dagger that is whole", UG_LIT("one â€\xC2\xA0 two â€” Ã©t"),
	  UG_LIT("one † two — ét") },
	{ "a control", UG_LIT("prix Â€ 5, cafÃ©, thÃ©"),
	  UG_LIT("prix € 5, café, thé") },
	{ "one of them alone", UG_LIT("plain “quotes”, one â€� there, café"),
	  UG_LIT("plain “quotes”, one � there, café") },
	{ "U+FFFD by itself", UG_LIT("à la carte, naïve � café’s, � €5"),
	  { 0, 0 } },
	{ "U+FFFD inside of words", UG_LIT("caf� na�ve, déj� vu, â la"),
	  { 0, 0 } },

	{ "nothing left but lead bytes",
	  UG_LIT("Ð¡ÑÐµÐ´Ð°, Ð²ÐµÑÐµÑ Ð½Ð°Ð´ Ð¿Ð¾Ð»ÐµÐ¼"),
	  UG_LIT("С�еда, ве�е� над полем") },
	{ "a lead byte in the midst of a word",
	  UG_LIT("Å¾uti maÄak i bijela maÄka Å¡eÄu vrtom"),
	  UG_LIT("žuti ma�ak i bijela ma�ka še�u vrtom") },
	{ "a lost quotation mark before a capital",
	  UG_LIT("SÃ¥ sa hon âKom nu, sÃ¥ gÃ¥r vi hem"),
	  UG_LIT("Så sa hon �Kom nu, så går vi hem") },
	{ "a name beside it", UG_LIT("Ärger came; itâ€™s late, Åsa said"),
	  UG_LIT("Ärger came; it’s late, Åsa said") },
	{ "all gone that was beside it", UG_LIT("Ñ? Ñ?Ñ? Ñ?Ñ?Ñ? Ð´Ñ?Ñ?"),
	  { 0, 0 } },
	{ "words in quotation marks beside it",
	  UG_LIT("вЂћРґРІРµС‚РµвЂњ и „текст“"), UG_LIT("„двете“ и „текст“") },

	/* bytes gone all over the line */
	{ "small letters gone, capitals left",
	  UG_LIT("chcÄ wyÅwietliÄ Å¼Ã³Åty Å¼agiel"),
	  UG_LIT("chc� wy�wietli� żó�ty żagiel") },
	{ "a capital gone", UG_LIT("Der Ãrger wÃ¤chst im grÃ¼nen Feld"),
	  UG_LIT("Der �rger wächst im grünen Feld") },
	{ "a dash gone", UG_LIT("HÃ¤n tulee â ja kÃ¤velee tÃ¤nne"),
	  UG_LIT("Hän tulee � ja kävelee tänne") },
	{ "a bullet of which a byte is left",
	  UG_LIT("â¢ La cittÃ\xC2\xA0 Ã¨ bella, il caffÃ¨ no"),
	  UG_LIT("� La città è bella, il caffè no") },
	{ "the apostrophe of an article gone",
	  UG_LIT("mÃªme lâair dâune forÃªt"),
	  UG_LIT("même l�air d�une forêt") },
	{ "a letter that has no such article",
	  UG_LIT("le château, fermÃ©"), UG_LIT("le château, fermé") },
	{ "a space that is one", UG_LIT("Ø­Ø°Ù ÙØ¶Ø© Ø¨ÙØªØ Ø¨ÙØ¯Ø±Ø©"),
	  UG_LIT("حذ� �ضة ب�ت� ب�درة") },
	{ "a byte that cannot follow its lead",
	  UG_LIT("í¬ë„ë¥¼ ë¨¹ê³\xC2\xA0 ë‚˜ëŠ” ê°•ìœ¼ë¡œ ê°”ë‹¤"),
	  UG_LIT("��를 먹고 나는 강으로 갔다") },
	{ "a space that may be a byte", UG_LIT("à¸ à¸²à¸©à¸²à¹„à¸—à¸¢"),
	  UG_LIT("ภาษาไทย") },
	{ "words beside it", UG_LIT("Åsa och Per ser hÃ¤r nere"),
	  UG_LIT("Åsa och Per ser här nere") },
	{ "more gone than there, twice",
	  UG_LIT("ÃÂ£ÃÂºÃÂ°ÃÂ·Ã‘â€¹ÃÂµ"), { 0, 0 } },

	/* what stands around it speaks for it, or not */
	{ "a quotation mark in a word", UG_LIT("KÃ”NT"), UG_LIT("KÔNT") },
	{ "gone behind a capital in a word", UG_LIT("dobrÄ�ina"),
	  UG_LIT("dobr�ina") },
	{ "a question is opened", UG_LIT("┬┐vienes tarde?"),
	  UG_LIT("¿vienes tarde?") },
	{ "an ideograph on letters", UG_LIT("QWERTç°§ "), { 0, 0 } },
	{ "planes with nothing in them", UG_LIT("како је сРГБ тај простор"),
	  { 0, 0 } },

	/* clean, though it looks otherwise */
	{ "capitals", UG_LIT("NÃO HÁ PÃES NA ESTAÇÃO"), { 0, 0 } },
	{ "a brand", UG_LIT("BLÅ™ and CITRÉ® are marks"), { 0, 0 } },
	{ "capital and ellipsis", UG_LIT("C'EST ARRIVÉ… ICI"), { 0, 0 } },
	{ "lone letters", UG_LIT("à Â, é, Ã, ñ"), { 0, 0 } },
	{ "box", UG_LIT("┌──┬──┐ │а │б │ └──┴──┘ ╠══╣"), { 0, 0 } },
	{ "boxes of one", UG_LIT("║  ╬╣  ║"), { 0, 0 } },
	{ "boxes in a row", UG_LIT("╠═╬╣"), { 0, 0 } },
	{ "boxes, Greek two", UG_LIT("╬╣╬║ ║ ╬╗ ║"), { 0, 0 } },
	{ "boxes that are letters", UG_LIT("┼ítina je ─îe┼ítina"),
	  UG_LIT("ština je Čeština") },
	{ "boxes that are words", UG_LIT("╨╕ ╨┤╨╛╨╝"), UG_LIT("и дом") },
	{ "faces", UG_LIT("(ಠ_ಠ) ¬_¬ (╯°□°)╯ ヽ(´ー｀)ノ ◕‿◕"), { 0, 0 } },
	{ "phonetics", UG_LIT("[ˈʃøːnə ˈɡʁyːsə] /θɪŋ/"), { 0, 0 } },
	{ "sums", UG_LIT("√2·π ≤ ∑ x² ± ½, ∆x → 0, ≈ ∞"), { 0, 0 } },
	{ "French quotes", UG_LIT("« Où ? » dit‑il, «là»."), { 0, 0 } },
	{ "talked about", UG_LIT("A ‘Ã¤’ stands where ‘ä’ was."), { 0, 0 } },
	{ "talked about, at length", UG_LIT("So “â€™” and “â€¦” come about."),
	  { 0, 0 } },
	{ "shown beside what it was", UG_LIT("list:3: Ã© -> é"), { 0, 0 } },
	{ "a letter by itself", UG_LIT("user=Ã id=7; Zoë, Ã →"), { 0, 0 } },
	{ "a sign by itself", UG_LIT("Â£ is what became of it"), { 0, 0 } },
	{ "a root", UG_LIT("x! = √π"), { 0, 0 } },
	{ "lines with letters", UG_LIT("├┤x┼┐x┼┐x┼┐x"), { 0, 0 } },
	{ "units", UG_LIT("25 °C, 5 µm, 3×4, £20, €9, §5 ¶2"), { 0, 0 } },
	{ "Cyrillic capitals", UG_LIT("УКРАЇНА І БІЛОРУСЬ, РЯД «Ѓ»"),
	  { 0, 0 } },
	{ "Greek", UG_LIT("Ο ΑΈΡΑΣ… «καλημέρα»· ΆΛΛΟ"), { 0, 0 } },
	{ "Vietnamese", UG_LIT("Ở đó có đá, ĐÓ LÀ ĐÁ"), { 0, 0 } },
	{ "rare Han", UG_LIT("縺は糸、繧は錦、蜷は群れ"), { 0, 0 } },
	{ "middle dots for spaces", UG_LIT("у·нас·всё·есть"), { 0, 0 } },
	{ "keys of a keyboard", UG_LIT("ß∂ƒ©˙∆˚¬…æ≈ç√∫"), { 0, 0 } },
	{ "emoji", UG_LIT("👍🏽 😀 ❤️ 🇫🇷"), { 0, 0 } },
	{ "combining marks", UG_LIT("Cafe\xCC\x81 a\xCC\x80 la carte"),
	  { 0, 0 } },
	{ "controls", UG_LIT("\xC2\x80\xC2\x81\xC2\x82\xC2\x83"), { 0, 0 } },
	{ "NUL", UG_LIT("a\0Ã©t\0b"), UG_LIT("a\0ét\0b") },
	{ "lines apart", UG_LIT("SÃO\nOÃ…\n"), { 0, 0 } },
};

/* What takes more trips. */
static const struct pass_row layers[] = {
	{ "two", UG_LIT("cafÃƒÂ© crÃƒÂ¨me"), UG_LIT("café crème") },
	{ "three", UG_LIT("cafÃƒÆ’Ã‚Â© crÃƒÆ’Ã‚Â¨me"), UG_LIT("café crème") },
	{ "curly", UG_LIT("itÃ¢â‚¬â„¢s late"), UG_LIT("it’s late") },
	{ "two encodings", UG_LIT("cr√É¬®me et th√É¬©"),
	  UG_LIT("crème et thé") },
	{ "one byte further than the others",
	  UG_LIT("come in \xC3\xA2\xC2\x80\xC3\xA2\xC2\x80\xC2\x9C now"),
	  UG_LIT("come in – now") },
	{ "in one word", UG_LIT("un cafÃƒÂ© très tôt"),
	  UG_LIT("un café très tôt") },
};

static const struct ug_text sentences[] = {
	UG_LIT("Die Mühle klappert, während draußen Schnee über Äcker fällt."),
	UG_LIT("L’été dernier, nous avons goûté des gâteaux près du château."),
	UG_LIT("El niño pidió más azúcar; ¿quién se lo dará mañana?"),
	UG_LIT("A irmã não põe açúcar no pão, só no café da avó."),
	UG_LIT("Łódka płynęła ku żółtym brzegom, a księżyc świecił."),
	UG_LIT("Příliš mnoho vody teče údolím, říká děd a směje se."),
	UG_LIT("Az öreg fűzfa árnyékában ült és a tóra nézett."),
	UG_LIT("Sjön låg öde och mörk när båten gled in mot ön."),
	UG_LIT("Kış gelince köyün çeşmesi donar, çocuklar üşür."),
	UG_LIT("Buổi sáng, bà tôi nấu cháo và kể chuyện ngày xưa."),
	UG_LIT("Холодным утром старик вышел к реке и долго молчал."),
	UG_LIT("Їжак їсть яблуко під ґанком, а дощ іде далі."),
	UG_LIT("Старата къща стоеше сама край пътя към морето."),
	UG_LIT("Η θάλασσα ήταν ήσυχη και ο ψαράς τραγουδούσε."),
	UG_LIT("הילדים רצו אל הים לפני שירד הגשם."),
	UG_LIT("ذهب الأولاد إلى البحر قبل أن ينزل المطر."),
	UG_LIT("बच्चे बारिश से पहले नदी की ओर दौड़े।"),
	UG_LIT("เด็กๆ วิ่งไปที่แม่น้ำก่อนฝนตก"),
	UG_LIT("子供たちは雨が降る前に川へ走った。"),
	UG_LIT("下雨之前，孩子们跑到了河边。"),
	UG_LIT("비가 오기 전에 아이들은 강으로 달려갔다."),
	UG_LIT("ბავშვები წვიმამდე მდინარისკენ გაიქცნენ."),
};
#define N_SENTENCES (sizeof(sentences) / sizeof(*sentences))

static const char *const readings[] = {
	"windows-1252", "windows-1250", "windows-1251", "windows-1253",
	"windows-1254", "windows-1255", "windows-1256", "windows-1257",
	"windows-1258", "windows-874", "ISO-8859-2", "ISO-8859-5",
	"ISO-8859-7", "ISO-8859-15", "KOI8-R", "KOI8-U", "IBM437", "IBM850",
	"IBM852", "IBM866", "macintosh", "x-mac-cyrillic",
};

static struct ug_codings codings;

/* Run trips until nothing changes. */
static void
repair(struct ug_buf *in, struct ug_buf *out, const char *name)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };

	for (int round = 0; round < 12; round++) {
		const struct ug_buf old = *in;

		if (pass_run(&ug_pass_mojibake, &scope, name,
		    (struct ug_text){ in->s, in->len }, out) == 0)
			break;
		*in = *out;
		*out = old;
	}
	ug_arena_free(&scratch);
}

/*
 * Readings that another one is like but for four characters or so: when those
 * do not occur in a line, nobody can tell.
 */
static bool
ambiguous(const char *reading)
{
	return strcmp(reading, "ISO-8859-7") == 0;
}

/*
 * Garbled by a known way, a sentence comes back or stays as it is; of layers,
 * so many in a hundred may become something else.
 */
static void
test_round_trips(unsigned layers_n, unsigned least, unsigned most_third)
{
	struct ug_buf in = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	unsigned n = 0, back = 0, third = 0, n_ambiguous = 0;

	for (size_t i = 0; i < sizeof(readings) / sizeof(*readings); i++) {
		const struct ug_encoding *const as =
		    ug_encoding_by_label(readings[i], strlen(readings[i]));

		if (!CHECK(readings[i], as != NULL))
			continue;
		for (size_t j = 0; j < N_SENTENCES; j++) {
			struct ug_buf bad = { .alloc = &ug_alloc_libc };
			struct ug_text text = sentences[j];

			for (unsigned k = 0; k < layers_n; k++) {
				CHECK(readings[i], garble(text, as,
				    GARBLE_EXACT, &in) == UNGARBLE_OK);
				bad.len = 0;
				CHECK(readings[i], ug_buf_add(&bad, in.s,
				    in.len) == UNGARBLE_OK);
				text = (struct ug_text){ bad.s, bad.len };
			}
			repair(&in, &out, readings[i]);
			n++;
			if (ug_text_equal((struct ug_text){ in.s, in.len },
			    sentences[j]))
				back++;
			else if (!ug_text_equal((struct ug_text){ in.s,
			    in.len }, text)) {
				third += !ambiguous(readings[i]);
				n_ambiguous += ambiguous(readings[i]);
			}
			ug_buf_free(&bad);
		}
	}
	printf("%u layers: %u of %u came back, %u + %u became something else\n",
	    layers_n, back, n, third, n_ambiguous);
	CHECK("came back", 100 * back >= least * n);
	CHECK("nothing else", 100 * third <= most_third * n);
	ug_buf_free(&in);
	ug_buf_free(&out);
}

/* Nothing is found in what is clean. */
static void
test_clean(void)
{
	for (size_t j = 0; j < N_SENTENCES; j++) {
		const struct pass_row row = { "sentence", sentences[j],
			{ 0, 0 } };

		check_pass(&ug_pass_mojibake, &row, 1);
	}
}

/* A long line takes twice the time of one half as long. */
static void
test_cost(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };
	struct ug_buf one = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	double seconds[2] = { 1e9, 1e9 };

	CHECK("cost", garble(sentences[10], ug_encoding_by_label("cp1251", 6),
	    GARBLE_EXACT, &one) == UNGARBLE_OK);
	for (int half = 1; half >= 0; half--) {
		line.len = 0;
		while (line.len < (half ? 32000u : 64000u))
			CHECK("cost", ug_buf_add(&line, one.s, one.len) ==
			    UNGARBLE_OK);
		for (int i = 0; i < 5; i++) {
			const clock_t start = clock();

			pass_run(&ug_pass_mojibake, &scope, "cost",
			    (struct ug_text){ line.s, line.len }, &out);
			const double took = (double)(clock() - start) /
			    CLOCKS_PER_SEC;
			if (took < seconds[half])
				seconds[half] = took;
		}
	}
	printf("64 KB of mojibake: %.1f ms\n", 1000 * seconds[0]);
	CHECK("linear", seconds[0] < 3 * seconds[1] + .005);
	ug_buf_free(&one);
	ug_buf_free(&line);
	ug_buf_free(&out);
	ug_arena_free(&scratch);
}

/* The rule says which encoding it was; a higher bar leaves weak cases. */
static void
test_edit(void)
{
	const struct ug_text text = UG_TEXT("GrÃ¼ÃŸe");
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("edit", ug_pass_mojibake.find(&scope, text, &edits) ==
	    UNGARBLE_OK);
	if (CHECK("one run", edits.n == 1)) {
		CHECK("at", edits.v[0].at == 2 && edits.v[0].len == 8);
		CHECK("rule", strcmp(edits.v[0].rule,
		    "mojibake/utf-8>windows-1252") == 0);
		CHECK("sure", edits.v[0].sure && edits.v[0].margin > 0);
	}
	ug_edits_clear(&edits);
	scope.confidence = 100;
	CHECK("edit", ug_pass_mojibake.find(&scope, text, &edits) ==
	    UNGARBLE_OK);
	CHECK("nothing is as sure as that", edits.n == 0);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

int
main(int argc, char *argv[])
{
	const struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90 };

	(void)argc;
	ug_codings_init(&codings);
	check_pass(&ug_pass_mojibake, rows, sizeof(rows) / sizeof(*rows));
	check_pass_rounds(&ug_pass_mojibake, &scope, layers,
	    sizeof(layers) / sizeof(*layers), 5);
	test_edit();
	test_clean();
	test_round_trips(1, 98, 0);
	test_round_trips(2, 95, 3);
	test_cost();
	return check_done(argv[0]);
}
