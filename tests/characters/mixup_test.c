/*
 * mixup_test.c - text read in the wrong legacy encoding, and text that was not
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "windows-1251 in windows-1252",
	    UG_LIT("Â÷åðà ìû äîëãî ãóëÿëè ïî áåðåãó ðåêè"),
	    UG_LIT("Вчера мы долго гуляли по берегу реки") },
	{ "windows-1251 in ISO-8859-1",
	    UG_LIT("Ñòàðûé ìîñò çàêðûò íà ðåìîíò"),
	    UG_LIT("Старый мост закрыт на ремонт") },
	{ "KOI8-R in windows-1251",
	    UG_LIT("дЕФЙ ЙЗТБМЙ ЧП ДЧПТЕ ДП УБНПЗП ЧЕЮЕТБ"),
	    UG_LIT("Дети играли во дворе до самого вечера") },
	{ "IBM866 in windows-1251",
	    UG_LIT("Њ\302\240Ј\302\240§Ё\302\255 ®вЄа®Ґвбп §\302\240ўва\302\240 гва®¬"),
	    UG_LIT("Магазин откроется завтра утром") },
	{ "windows-1251 in KOI8-R",
	    UG_LIT("мЮ ЯРНКЕ КЕФЮКН ОХЯЭЛН АЕГ ОНДОХЯХ"),
	    UG_LIT("На столе лежало письмо без подписи") },
	{ "windows-1253 in windows-1252",
	    UG_LIT("Ôï êáñÜâé Ýöõãå íùñßò ôï ðñùß"),
	    UG_LIT("Το καράβι έφυγε νωρίς το πρωί") },
	{ "windows-1255 in windows-1252",
	    UG_LIT("äéìãéí ùéç÷å áçöø òã äòøá"),
	    UG_LIT("הילדים שיחקו בחצר עד הערב") },
	{ "windows-1256 in windows-1252",
	    UG_LIT("æÕá ÇáÞØÇÑ ãÊÃÎÑÇ åÐÇ ÇáÕÈÇÍ"),
	    UG_LIT("وصل القطار متأخرا هذا الصباح") },
	{ "windows-874 in windows-1252",
	    UG_LIT("àÁ×èÍÇÒ¹½¹µ¡Ë¹Ñ¡ÁÒ¡"),
	    UG_LIT("เมื่อวานฝนตกหนักมาก") },
	{ "windows-1254 in windows-1252",
	    UG_LIT("Dün akþam yaðmur yaðdý, yarýn güneþli olacak"),
	    UG_LIT("Dün akşam yağmur yağdı, yarın güneşli olacak") },
	{ "windows-1250 in windows-1252",
	    UG_LIT("Wczoraj wieczorem d³ugo szukaliœmy "
	    "ma³ej ksiêgarni za rogiem, gdzie sprzedaj¹ te¿ mapy"),
	    UG_LIT("Wczoraj wieczorem długo szukaliśmy "
	    "małej księgarni za rogiem, gdzie sprzedają też mapy") },
	{ "windows-1257 in windows-1252",
	    UG_LIT("Vakar vëlai vakare gráþome namo ið miðko"),
	    UG_LIT("Vakar vėlai vakare grįžome namo iš miško") },
	{ "IBM437 in windows-1252",
	    UG_LIT("L'‚t‚ dernier, la fenˆtre ‚tait toujours ferm‚e … cl‚"),
	    UG_LIT("L'été dernier, la fenêtre était toujours fermée à clé") },
	{ "windows-1252 in IBM437",
	    UG_LIT("Der Schlⁿssel fΣllt gew÷hnlich ⁿber die Tⁿrschwelle hinaus"),
	    UG_LIT("Der Schlüssel fällt gewöhnlich über die Türschwelle hinaus") },
	{ "macintosh in windows-1252",
	    UG_LIT("La le\302\215on Žtait plus compliquŽe que prŽvu, m\302\220me rŽpŽtŽe"),
	    UG_LIT("La leçon était plus compliquée que prévu, même répétée") },
	{ "windows-1252 in windows-1251",
	    UG_LIT("Nдsta vecka bцrjar skolan och barnen дr pе vдg hem frеn fjдllen"),
	    UG_LIT("Nästa vecka börjar skolan och barnen är på väg hem från fjällen") },
	{ "Shift_JIS in windows-1252",
	    UG_LIT("“dŽÔ‚Í’©‚Ì”ªŽž‚É‰w‚ð\302\217o‚Ü‚·"),
	    UG_LIT("電車は朝の八時に駅を出ます") },
	{ "EUC-JP in ISO-8859-1",
	    UG_LIT("ÌÀÆü¤ÎÄ«¤ÏÁá¤¯µ¯¤\302\255¤Æ³¤¤Ø¹Ô¤\302\255¤Þ¤¹"),
	    UG_LIT("明日の朝は早く起きて海へ行きます") },
	{ "GBK in ISO-8859-1",
	    UG_LIT("×òÌìÏÂÎçÎÒÃÇÈ¥ºÓ±ßÉ¢²½ÁË"),
	    UG_LIT("昨天下午我们去河边散步了") },
	{ "Big5 in ISO-8859-1, a letter and its mark in one",
	    UG_LIT("§Ú\302\255Ì¦b¾Ç®Õ¸Ì¾Ç¤F"
	    "\302\210£³o\302\255Ó¦r¥Àªº¼gªk©MÅª\302\255µ"),
	    UG_LIT("我們在學校裡學了ê̄這個字母的寫法和讀音") },
	{ "Big5 in ISO-8859-1",
	    UG_LIT("¬Q¤Ñ¤U¤È§Ú\302\255Ì¥hªeÃä´²¨B¤F"),
	    UG_LIT("昨天下午我們去河邊散步了") },
	{ "EUC-KR in ISO-8859-1",
	    UG_LIT("¾îÁ¦ ¿ÀÈÄ¿¡ ¿ì¸®´Â °\302\255°¡¸¦ °É¾ú½À´Ï´Ù"),
	    UG_LIT("어제 오후에 우리는 강가를 걸었습니다") },
	{ "EUC-KR in GBK",
	    UG_LIT("绢力 坷饶俊 快府绰 碍啊甫 吧菌嚼聪促"),
	    UG_LIT("어제 오후에 우리는 강가를 걸었습니다") },
	{ "half of a line",
	    UG_LIT("昨天下午我们去河边É¢²½ÒÔºó»Ø¼Ò³ÔÍí·¹ÁË£¬½ñÌìÔçÉÏÓÖÏÂÓê£¬Ö»ºÃÔÚ¼ÒÀï¿´Êé"),
	    UG_LIT("昨天下午我们去河边散步以后回家吃晚饭了，今天早上又下雨，只好在家里看书") },
};

static const struct pass_row clean[] = {
	{ "clean", UG_LIT("NÃO É A IRMÃ DA ALEMÃ"), UG_LIT("") },
	{ "clean", UG_LIT("Færøerne og Ærø ligger i havet"), UG_LIT("") },
	{ "clean", UG_LIT("Þórður býr í Reykjavík með móður sinni"), UG_LIT("") },
	{ "clean", UG_LIT("Dün akşam yağmur yağdı"), UG_LIT("") },
	{ "clean", UG_LIT("l·l, col·legi, intel·ligent"), UG_LIT("") },
	{ "clean", UG_LIT("ΝΑΤΟ, ΟΗΕ, ΔΕΗ, ΟΤΕ"), UG_LIT("") },
	{ "clean", UG_LIT("ФСБ, МВД, ЦРУ, АНБ"), UG_LIT("") },
	{ "clean", UG_LIT("пРИВЕТ, КАК ДЕЛА"), UG_LIT("") },
	{ "clean", UG_LIT("àáâãäåæçèéêëìíîï"), UG_LIT("") },
	{ "clean", UG_LIT("Ç ü é â ä à å ç ê ë è ï î ì Ä Å"), UG_LIT("") },
	{ "clean", UG_LIT("х² + у² = r²"), UG_LIT("") },
	{ "clean", UG_LIT("¡¡Qué alegría!!"), UG_LIT("") },
	{ "clean", UG_LIT("Ò_Ó Ö_ö Ù_Ú"), UG_LIT("") },
	{ "clean", UG_LIT("├── src │ └── tests"), UG_LIT("") },
	{ "clean", UG_LIT("ﾊﾝｶｸｶﾀｶﾅ"), UG_LIT("") },
	{ "clean", UG_LIT("ガゼッキ"), UG_LIT("") },
	{ "clean", UG_LIT("縺 繧 繝 are rare"), UG_LIT("") },
	{ "clean", UG_LIT("šč, ž, ř and ů are letters"), UG_LIT("") },
	{ "clean", UG_LIT("Stâts Unîts di Americhe"), UG_LIT("") },
	{ "clean", UG_LIT("a ¹ and b ² and c ³"), UG_LIT("") },
	{ "clean", UG_LIT("Ærlig talt, dét er ikke så godt"), UG_LIT("") },
};

/* Is `in` repaired to `want` with that memory?  *sure: by itself. */
static bool
memory_repairs(const struct ug_memory *memory, struct ug_text in,
    struct ug_text want, bool *sure)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	struct ug_codings codings;
	struct ug_edits edits;
	bool good;

	ug_codings_init(&codings);

	const struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings, .memory = memory };

	pass_run(&ug_pass_mojibake, &scope, "memory", in, &out);
	good = ug_text_equal(want, (struct ug_text){ out.s, out.len });
	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("memory", ug_pass_mojibake.find(&scope, in, &edits) ==
	    UNGARBLE_OK);
	*sure = edits.n > 0 && edits.v[0].sure;
	ug_edits_free(&edits);
	ug_buf_free(&out);
	ug_arena_free(&scratch);
	return good;
}

/* One letter in a line is repaired where its like was sure, and not learnt. */
static void
test_memory(void)
{
	const struct ug_text in = UG_TEXT("La caisse est fermÈe");
	const struct ug_text want = UG_TEXT("La caisse est fermée");
	struct ug_memory *memory;
	bool sure;

	if (!CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return;
	CHECK("alone it stays", memory_repairs(NULL, in, in, &sure) && !sure);
	for (int i = 0; i < 20; i++) {
		CHECK("remembered", ug_memory_add(memory, "mojibake",
		    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
		CHECK("remembered", ug_memory_add(memory,
		    "mojibake/windows-1252>macintosh",
		    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
	}
	CHECK("as its like was", memory_repairs(memory, in, want, &sure) &&
	    !sure);
	ug_memory_free(memory);
}

/* Each coding is an encoding; rules are named after both. */
static void
test_rules(void)
{
	struct ug_codings codings;

	ug_codings_init(&codings);
	for (size_t t = 0; t < codings.n_texts; t++)
		CHECK("text", codings.texts[t].encoding != NULL);
	for (size_t r = 0; r < codings.n_readers; r++)
		CHECK("reader", codings.readers[r].encoding != NULL);
	CHECK("rule", strcmp(ug_coding_rule(2, 0),
	    "mojibake/windows-1251>windows-1252") == 0);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_mojibake, rows, sizeof(rows) / sizeof(*rows));
	check_pass(&ug_pass_mojibake, clean, sizeof(clean) / sizeof(*clean));
	test_memory();
	test_rules();
	return check_done(argv[0]);
}
