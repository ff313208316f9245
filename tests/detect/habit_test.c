/*
 * habit_test.c - what fits a stream's encoding, and what does not
 */
#include "check.h"
#include "detect/habit.h"
#include "encode.h"

static struct ug_habit habit;

static const struct {
	const char *name, *encoding, *habit;
	const char *text;
	bool fits;
} rows[] = {
	{ "Russian", "windows-1251", "windows-1251",
	  "Вчера мы долго шли через поле к реке", true },
	{ "Russian in KOI8-R", "koi8-r", "windows-1251",
	  "Вчера мы долго шли через поле к реке", false },
	{ "Russian of DOS", "ibm866", "windows-1251",
	  "Вчера мы долго шли через поле к реке", false },
	{ "German", "windows-1252", "windows-1252",
	  "Die Häuser stehen schön über dem Fluß", true },
	{ "German of DOS", "ibm850", "windows-1252",
	  "Die Häuser stehen schön über dem Fluß", false },
	{ "German of a Mac", "macintosh", "windows-1252",
	  "Die Häuser stehen schön über dem Fluß", false },
	{ "Greek among Latin", "windows-1253", "windows-1252",
	  "Το σπίτι είναι στην άκρη του χωριού", false },
	{ "many quotes", "windows-1252", "windows-1252",
	  "« Un élève achète du café à la gare », répète Zoé.", true },
	{ "Polish among German", "windows-1250", "windows-1252",
	  "Świeże bułki są już gotowe", false },
	{ "Russian of a Mac", "x-mac-cyrillic", "windows-1251",
	  "Моя семья взяла яблоки, я взял дыню", false },
	{ "boxes for Russian", "koi8-r", "ibm437",
	  "Вчера мы долго шли через поле к реке", false },
	{ "what the encoding lacks", "windows-1252", "windows-1253",
	  "Ò ÿ Ò ÿ", false },
	{ "Japanese", "shift_jis", "shift_jis",
	  "これはとてもいいことだと思います。それからどうしますか。", true },
	{ "Japanese of Unix", "euc-jp", "shift_jis",
	  "駅前の本屋は今日も混んでいました。", false },
	{ "Chinese", "gbk", "gbk",
	  "这是我们的一个问题，他们不知道这个。", true },
	{ "a few ideographs", "gb18030", "gb18030",
	  "没有人喂她的鸡。", true },
	{ "one alone", "gb18030", "gb18030", "设", false },
	{ "a German word among Chinese", "windows-1252", "gb18030",
	  "größer", false },
	{ "Taiwan's among China's", "big5", "gb18030",
	  "這是我們的一個問題，他們不知道這個。", false },
	{ "China's among Taiwan's", "gb18030", "big5",
	  "这是我们的一个问题，他们不知道这个。", false },
	{ "Japanese of Unix, at home", "euc-jp", "euc-jp",
	  "駅前の本屋は今日も混んでいました。", true },
	{ "Japanese as China has it", "gb18030", "euc-jp",
	  "駅前の本屋は今日も混んでいました。", false },
	{ "Korean", "euc-kr", "euc-kr",
	  "우리는 저녁에 시장에서 만나기로 했다.", true },
	{ "Chinese among Korean", "gb18030", "euc-kr",
	  "这是我们的一个问题，他们不知道这个。", false },
	{ "half a character soon", "windows-1252", "gb18030",
	  "ÕâÊÇÎÒÃÇµÄÒ»¸öÎÊÌâ£¬ËûÃÇ²»ÖªµÀÕâ¸ö¡£Õ", false },
	{ "Japanese with halves", "shift_jis", "shift_jis",
	  "これはとてもいいことだと思います。ｱｲｳ", false },
	{ "Korean among Japanese", "euc-kr", "euc-jp",
	  "우리는 저녁에 시장에서 만나기로 했다.", false },
	{ "an encoding with shifts has no habit", "shift_jis", "iso-2022-jp",
	  "駅前の本屋は今日も混んでいました。", false },
};

/* A record that goes on for long, and its last bytes. */
static bool
fits_long(const char *usual, const char *name, const char *text,
    const char *end)
{
	const struct ug_encoding *const encoding = ug_encoding_by_label(name,
	    strlen(name));
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct ug_buf once = { .alloc = &ug_alloc_libc };
	bool fits;

	CHECK(name, encode((struct ug_text){ text, strlen(text) }, encoding,
	    &once));
	for (unsigned i = 0; i < 100; i++)
		encode_add(&bytes, once.s, once.len);
	encode_add(&bytes, end, strlen(end));
	ug_habit_set(&habit, ug_encoding_by_label(usual, strlen(usual)));
	fits = ug_habit_fits(&habit, (unsigned char *)bytes.s, bytes.len);
	ug_buf_free(&bytes);
	ug_buf_free(&once);
	return fits;
}

static void
check_long(void)
{
	static const char russian[] = "Вчера мы долго шли через поле к реке. ";
	static const char chinese[] = "这是我们的一个问题，他们不知道这个。";

	CHECK("long", fits_long("windows-1251", "windows-1251", russian, ""));
	/* Such as is compared with other encodings, however long it is. */
	CHECK("long, of rare letters", fits_long("windows-1251",
	    "windows-1251", "эх шляпщ цюжъ ыфщ ", ""));
	CHECK("long, in capitals", fits_long("windows-1252", "windows-1252",
	    "GRÜSSE ÄÖÜ ÉÈ ", ""));
	CHECK("long, of a DOS", !fits_long("windows-1251", "ibm866", russian,
	    ""));
	CHECK("long, in two bytes", fits_long("gb18030", "gb18030", chinese,
	    ""));
	CHECK("long, Taiwan's", !fits_long("gb18030", "big5", "我們", ""));
	CHECK("long, and half a character", fits_long("gb18030", "gb18030",
	    chinese, "\xB0"));
	CHECK("long, and none", fits_long("gb18030", "gb18030", chinese,
	    "\xFF\xFF\xB0"));
}

/* What was looked up before makes no difference, however much that is. */
static void
check_all_pairs(void)
{
	static const unsigned char russian[] =
	    "\xC2\xF7\xE5\xF0\xE0 \xEC\xFB \xE4\xEE\xEB\xE3\xEE";
	static const unsigned char french[] =
	    "Le caf\xE9 est ferm\xE9 cet \xE9t\xE9, \xE0 c\xF4t\xE9";
	static bool known[0x10000];

	ug_habit_set(&habit, ug_encoding_by_label("windows-1251", 12));
	for (unsigned i = 0; i < 0x10000; i++) {
		const unsigned char pair[] = { (unsigned char)(i >> 8),
			(unsigned char)i };
		const bool fits = ug_habit_fits(&habit, pair, 2);

		CHECK("once more", ug_habit_fits(&habit, pair, 2) == fits);
		known[i] = fits;
		if (i % 1000 == 0)
			CHECK("Russian", ug_habit_fits(&habit, russian,
			    sizeof(russian) - 1) && !ug_habit_fits(&habit,
			    french, sizeof(french) - 1));
	}
	/* The other way round, rows are given away at other places. */
	for (unsigned i = 0x10000; i-- > 0;) {
		const unsigned char pair[] = { (unsigned char)(i >> 8),
			(unsigned char)i };

		CHECK("backwards", ug_habit_fits(&habit, pair, 2) == known[i]);
	}
}

int
main(int argc, char *argv[])
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };

	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };
		const struct ug_encoding *const usual = ug_encoding_by_label(
		    rows[i].habit, strlen(rows[i].habit));

		if (!CHECK(rows[i].name, encode(text, ug_encoding_by_label(
		    rows[i].encoding, strlen(rows[i].encoding)), &bytes)))
			continue;
		ug_habit_set(&habit, usual);
		for (unsigned twice = 0; twice < 2; twice++)
			CHECK(rows[i].name, ug_habit_fits(&habit,
			    (unsigned char *)bytes.s, bytes.len) ==
			    rows[i].fits);
	}
	check_long();
	check_all_pairs();
	ug_buf_free(&bytes);
	return check_done(argv[0]);
}
