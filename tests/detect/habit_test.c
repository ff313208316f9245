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
	{ "what the encoding lacks", "windows-1252", "windows-1253",
	  "Ò ÿ Ò ÿ", false },
	{ "Japanese", "shift_jis", "shift_jis",
	  "これはとてもいいことだと思います。それからどうしますか。", true },
	{ "Japanese of Unix", "euc-jp", "shift_jis",
	  "駅前の本屋は今日も混んでいました。", false },
	{ "Chinese", "gbk", "gbk",
	  "这是我们的一个问题，他们不知道这个。", true },
	{ "Korean among Japanese", "euc-kr", "euc-jp",
	  "우리는 저녁에 시장에서 만나기로 했다.", false },
	{ "an encoding with shifts has no habit", "shift_jis", "iso-2022-jp",
	  "駅前の本屋は今日も混んでいました。", false },
};

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
	ug_buf_free(&bytes);
	return check_done(argv[0]);
}
