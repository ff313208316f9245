/*
 * fields_values_test.c - values of one record in several encodings: each comes
 * out right, and a second run changes nothing
 */
#include <string.h>

#include "base/text.h"
#include "check.h"
#include "encodings/by_label.h"
#include "encodings/encode.h"
#include "harness.h"

#define RECORDS 12
#define VALUES  3

/* Words and sentences; a record takes one of each in turn. */
static const struct tongue {
	const char *encodings[3];
	const char *names[3], *notes[3];
} tongues[] = {
	{ { "windows-1251", "koi8-r", "iso-8859-5" },
	  { "Анна Петрова", "Сергей", "Тверь" },
	  { "Сегодня утром мы ездили за город и собирали грибы.",
	    "Отправьте письмо до пятницы, иначе будет поздно.",
	    "Зимой здесь очень холодно и темно." } },
	{ { "windows-1253", "iso-8859-7" },
	  { "Ελένη", "Αθήνα", "Γιώργος" },
	  { "Το βιβλίο ήταν πολύ καλό και το διάβασα σε μια μέρα.",
	    "Η παραγγελία άργησε δύο εβδομάδες.",
	    "Ευχαριστώ πολύ για τη βοήθεια." } },
	{ { "windows-1255", "iso-8859-8" },
	  { "דוד כהן", "ירושלים", "חיפה" },
	  { "המשלוח הגיע מאוחר אבל הכל תקין.",
	    "אתמול הלכנו לים עם הילדים.",
	    "הספר הזה מעניין מאוד ומומלץ לכולם." } },
	{ { "windows-1256", "iso-8859-6" },
	  { "محمد علي", "القاهرة", "ليلى حسن" },
	  { "وصل الطرد متأخرا ولكنه سليم.",
	    "شكرا جزيلا على المساعدة السريعة.",
	    "الكتاب جميل وأنصح بقراءته للجميع." } },
	{ { "windows-1250", "iso-8859-2" },
	  { "Małgorzata", "Łódź", "Gdańsk" },
	  { "Książka bardzo mi się podobała, przeczytałem ją w dzień.",
	    "Przesyłka przyszła późno, ale cała, dziękuję.",
	    "Wczoraj poszliśmy z dziećmi nad rzekę." } },
	{ { "windows-1252" },
	  { "Jörg Müller", "Köln", "Zoé" },
	  { "Die Lieferung kam spät, aber es fehlte nichts, schön.",
	    "Gestern gingen wir mit den Kindern über die Brücke.",
	    "Das Buch hat mir sehr gefallen, danke für die Mühe." } },
	{ { "euc-kr" },
	  { "김철수", "이영희", "부산" },
	  { "책이 아주 재미있어서 하루 만에 다 읽었습니다.",
	    "배송이 늦었지만 상태는 좋습니다.",
	    "어제 아이들과 바다에 갔어요." } },
	{ { "shift_jis", "euc-jp" },
	  { "田中太郎", "東京", "花子" },
	  { "本はとても面白くて、一日で読み終わりました。",
	    "配送は遅れましたが、無事に届きました。",
	    "昨日は子供たちと海に行きました。" } },
	/* The second name is D1 A7, which is well-formed. */
	{ { "gbk" },
	  { "王小明", "学", "张伟" },
	  { "这本书很有意思，我一天就读完了。",
	    "快递来得晚，但是东西没有坏。",
	    "昨天我们带孩子去了海边。" } },
	{ { "big5" },
	  { "陳小明", "高雄", "張偉" },
	  { "這本書很有意思，我一天就讀完了。",
	    "快遞來得晚，但是東西沒有壞。",
	    "昨天我們帶孩子去了海邊。" } },
};

/* Which values are in UTF-8 from the start, a bit each. */
enum { NONE, NAME, NOTE };

static void
add_value(struct bytes *to, const char *value,
    const struct ug_encoding *encoding)
{
	const struct ug_text text = { value, strlen(value) };

	if (encoding == NULL)
		bytes_add(to, text.s, text.len);
	for (size_t at = 0; encoding != NULL && at < text.len; ) {
		unsigned char bytes[UG_ENCODED_MAX];

		bytes_add(to, bytes, ug_encode_char(encoding,
		    ug_text_next(text, &at), bytes));
	}
}

/* Records in which the values of `utf8` are in UTF-8. */
static void
make(struct bytes *to, const struct tongue *tongue,
    const struct ug_encoding *encoding, bool json, unsigned utf8)
{
	static const char *const json_apart[VALUES + 1] = { "{\"1\": \"",
		"\", \"2\": \"", "\", \"3\": \"", "\"}\n" };
	static const char *const row_apart[VALUES + 1] = { "", "\t", "\t",
		"\n" };
	const char *const *const apart = json ? json_apart : row_apart;

	for (size_t i = 0; i < RECORDS; i++) {
		const char *const values[VALUES] = { tongue->names[i % 3],
			tongue->notes[(i + i / 3) % 3],
			tongue->names[(i + 1) % 3] };

		for (size_t v = 0; v < VALUES; v++) {
			bytes_string(to, apart[v]);
			add_value(to, values[v],
			    (utf8 >> v & 1) != 0 ? NULL : encoding);
		}
		bytes_string(to, apart[VALUES]);
	}
}

/* Whether `in` becomes `out` where the values of `named` are fields. */
static bool
becomes(const struct bytes *in, const struct bytes *out, bool json,
    unsigned named, enum cuts cuts)
{
	static const char *const names[] = { "", "1", "2", "1,2", "3", "1,3",
		"2,3", "1,2,3" };
	struct run run = { .err = UNGARBLE_OK };
	struct ungarble_options opts = run_options(&run);
	bool good;

	opts.fields = json ? UNGARBLE_FIELDS_JSON : UNGARBLE_FIELDS_TSV;
	opts.no_header = 1;
	opts.names = names[named];
	run_stream(&run, &opts, in->s, in->len, cuts, named);
	good = run.err == UNGARBLE_OK && bytes_equal(&run.out, out) &&
	    run_is_whole(&run, in->s, in->len);
	if (!good)
		fprintf(stderr, "%.*s", (int)run.out.len, run.out.s);
	run_free(&run);
	return good;
}

static void
check_encoding(const struct tongue *tongue, const char *label, unsigned utf8)
{
	const struct ug_encoding *const encoding = by_label(label);

	for (unsigned i = 0; i < 2 * 7; i++) {
		const bool json = i % 2 == 0;
		const unsigned named = i / 2 + 1;
		struct bytes in = { NULL, 0, 0 }, out = { NULL, 0, 0 };

		make(&in, tongue, encoding, json, utf8);
		make(&out, tongue, encoding, json, utf8 | named);
		CHECK(label, becomes(&in, &out, json, named, CUT_NOWHERE));
		CHECK(label, becomes(&out, &out, json, named, CUT_NOWHERE));
		CHECK(label, becomes(&in, &out, json, named, CUT_AT_RANDOM));
		bytes_free(&in);
		bytes_free(&out);
	}
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(tongues) / sizeof(*tongues); i++)
		for (size_t e = 0; e < 3; e++)
			for (unsigned utf8 = NONE; utf8 <= NOTE &&
			    tongues[i].encodings[e] != NULL; utf8++)
				check_encoding(&tongues[i],
				    tongues[i].encodings[e], utf8);
	return check_done("fields_values");
}
