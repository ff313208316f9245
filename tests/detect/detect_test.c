/*
 * detect_test.c - the encoding of short records, of records among others, and
 * what must hold whatever comes in
 */
#include <stdlib.h>

#include "check.h"
#include "encodings/by_label.h"
#include "failing.h"
#include "random.h"
#include "reading/history.h"

#define ROOM 512

static const struct ug_candidates all = { .fallback = &ug_windows_1252 };

static struct ug_verdict
verdict_on(const unsigned char *record, size_t record_len)
{
	struct ug_verdict verdict = { NULL, UNGARBLE_BY_OPTION, 101, NULL };

	CHECK("no error", ug_detect_encoding(record, record_len,
	    &all, &ug_alloc_libc, &verdict) == UNGARBLE_OK);
	return verdict;
}

/* The byte that stands for `c` in a single-byte encoding; ends at 100. */
static unsigned
byte_of(const struct ug_encoding *encoding, uint32_t c)
{
	unsigned byte = 0x80;

	if (c < 0x80)
		return (unsigned)c;
	while (byte <= 0xFF && encoding->upper[byte - 0x80] != c)
		byte++;
	return byte;
}

/* `text` in a single-byte encoding. */
static size_t
encode(const struct ug_encoding *encoding, struct ug_text text,
    unsigned char *out)
{
	size_t len = 0;

	for (size_t at = 0; at < text.len;) {
		const uint32_t c = ug_text_next(text, &at);
		const unsigned byte = byte_of(encoding, c);

		CHECK(encoding->name, byte <= 0xFF);
		out[len++] = (unsigned char)byte;
	}
	return len;
}

/* Whether the bytes mean the text in that encoding too. */
static bool
reads(const struct ug_encoding *encoding, const unsigned char *bytes,
    struct ug_text text)
{
	if (encoding->kind != UG_SINGLE_BYTE)
		return false;
	for (size_t at = 0; at < text.len; bytes++) {
		const uint32_t c = ug_text_next(text, &at);

		if (c >= 0x80 && encoding->upper[*bytes - 0x80] != c)
			return false;
	}
	return true;
}

static const struct {
	const char *name, *encoding;
	struct ug_text text;
} single_rows[] = {
	{ "French", "windows-1252",
	  UG_LIT("L'été dernier, nous étions déjà à la mer") },
	{ "German quotes", "windows-1252",
	  UG_LIT("Er rief: „Fährst du morgen?“ – und lachte") },
	{ "one apostrophe", "windows-1252",
	  UG_LIT("I don’t know the way from here") },
	{ "Spanish", "windows-1252",
	  UG_LIT("Mañana será otro día, ¿verdad?") },
	{ "Polish", "windows-1250",
	  UG_LIT("Wczoraj wieczorem piliśmy herbatę i jedliśmy żurek") },
	{ "Czech", "windows-1250",
	  UG_LIT("Včera večer jsme šli přes řeku k lesu") },
	{ "Czech", "ISO-8859-2",
	  UG_LIT("Včera večer jsme šli přes řeku k lesu, "
	  "ještě než zašlo slunce") },
	{ "Hungarian", "IBM852",
	  UG_LIT("Tegnap este átmentünk a hídon és főztünk") },
	{ "Russian", "windows-1251",
	  UG_LIT("Вчера мы долго шли через поле") },
	{ "Russian in capitals", "windows-1251",
	  UG_LIT("ВЧЕРА МЫ ДОЛГО ШЛИ ЧЕРЕЗ ПОЛЕ") },
	{ "Russian", "KOI8-R",
	  UG_LIT("Вчера мы долго шли через поле") },
	{ "Russian", "IBM866",
	  UG_LIT("Вчера мы долго шли через поле") },
	{ "Russian", "x-mac-cyrillic",
	  UG_LIT("Вчера мы долго шли через поле к реке") },
	{ "Russian", "ISO-8859-5",
	  UG_LIT("Вчера мы долго шли через поле к реке") },
	{ "a short word, where case decides", "ISO-8859-5", UG_LIT("рыба") },
	{ "Ukrainian", "KOI8-U",
	  UG_LIT("Її дім стоїть край села біля річки, і в ньому є піч") },
	{ "Bulgarian", "windows-1251",
	  UG_LIT("Къщата е в края на селото, до реката") },
	{ "Greek", "windows-1253",
	  UG_LIT("Το σπίτι είναι στην άκρη του χωριού") },
	{ "Greek", "ISO-8859-7",
	  UG_LIT("Το σπίτι είναι στην άκρη του χωριού") },
	{ "Turkish", "windows-1254",
	  UG_LIT("Ev köyün sonunda, ırmağın yanında; bahçesi geniş") },
	{ "Hebrew", "windows-1255",
	  UG_LIT("הבית עומד בקצה הכפר ליד הנחל") },
	{ "Arabic", "windows-1256",
	  UG_LIT("البيت في آخر القرية عند النهر") },
	{ "Lithuanian", "windows-1257",
	  UG_LIT("Namas stovi kaimo gale, prie upės, ir jame gyvena žvejys") },
	{ "Thai", "windows-874",
	  UG_LIT("บ้านอยู่ท้ายหมู่บ้านริมแม่น้ำ") },
	{ "German", "macintosh",
	  UG_LIT("Die Häuser stehen schön über dem Fluß") },
	{ "French", "macintosh",
	  UG_LIT("L'été dernier, nous étions déjà à la mer") },
	{ "German", "IBM437",
	  UG_LIT("Die Häuser stehen schön über dem Fluß") },
	{ "French", "IBM850",
	  UG_LIT("L'été dernier, nous étions déjà à la mer, "
	  "près d'une forêt") },
	{ "Danish", "IBM850",
	  UG_LIT("Huset ligger på en høj ved søen, og børnene går i skole") },
	{ "a box", "IBM437",
	  UG_LIT("╔════════╗") },
};

static void
check_single(void)
{
	unsigned char bytes[ROOM];

	for (size_t i = 0; i < sizeof(single_rows) / sizeof(*single_rows);
	    i++) {
		const struct ug_encoding *const encoding =
		    by_label(single_rows[i].encoding);
		const size_t len = encode(encoding, single_rows[i].text,
		    bytes);
		const struct ug_verdict one = verdict_on(bytes, len);

		if (!CHECK(single_rows[i].name, reads(one.encoding, bytes,
		    single_rows[i].text)))
			fprintf(stderr, "\t%s taken for %s\n",
			    encoding->name, one.encoding->name);
		CHECK(single_rows[i].name, one.confidence <= 100 &&
		    one.reason >= UNGARBLE_BY_STATISTICS);
	}
}

static const struct {
	const char *name, *encoding;
	struct ug_text in;
} multi_rows[] = {
	{ "shift_jis", "Shift_JIS", UG_LIT(
	  "\x89\xC6\x82\xCD\x91\xBA\x82\xCC\x82\xCD\x82\xB8\x82\xEA"
	  "\x82\xCC\x90\xEC\x82\xCC\x82\xBB\x82\xCE\x82\xC9\x97\xA7"
	  "\x82\xC1\x82\xC4\x82\xA2\x82\xE9\x81" "B\x92\xA9\x82\xC9"
	  "\x82\xC8\x82\xE9\x82\xC6\x92\xB9\x82\xAA\x96\xC2\x82\xAD"
	  "\x81" "B") },
	{ "euc-jp", "EUC-JP", UG_LIT(
	  "\xB2\xC8\xA4\xCF\xC2\xBC\xA4\xCE\xA4\xCF\xA4\xBA\xA4\xEC"
	  "\xA4\xCE\xC0\xEE\xA4\xCE\xA4\xBD\xA4\xD0\xA4\xCB\xCE\xA9"
	  "\xA4\xC3\xA4\xC6\xA4\xA4\xA4\xEB\xA1\xA3\xC4\xAB\xA4\xCB"
	  "\xA4\xCA\xA4\xEB\xA4\xC8\xC4\xBB\xA4\xAC\xCC\xC4\xA4\xAF"
	  "\xA1\xA3") },
	{ "gb18030", "gb18030", UG_LIT(
	  "\xB7\xBF\xD7\xD3\xD4\xDA\xB4\xE5\xD7\xD3\xB5\xC4\xBE\xA1"
	  "\xCD\xB7\xA3\xAC\xBF\xBF\xBD\xFC\xD0\xA1\xBA\xD3\xA1\xA3"
	  "\xD4\xE7\xC9\xCF\xC4\xF1\xB6\xF9\xD4\xDA\xBD\xD0\xA3\xAC"
	  "\xC8\xCB\xC3\xC7\xC8\xA5\xCC\xEF\xC0\xEF\xB8\xC9\xBB\xEE"
	  "\xA1\xA3") },
	{ "big5", "Big5", UG_LIT(
	  "\xA9\xD0\xA4l\xA6" "b\xA7\xF8\xA4l\xAA\xBA\xBA\xC9"
	  "\xC0Y\xA1" "A\xBE" "a\xAA\xF1\xA4p\xAA" "e\xA1" "C"
	  "\xA6\xAD\xA4W\xB3\xBE\xA8\xE0\xA6" "b\xA5s\xA1" "A"
	  "\xA4H\xAD\xCC\xA5h\xA5\xD0\xB8\xCC\xB7" "F\xAC\xA1"
	  "\xA1" "C") },
	{ "euc-kr", "EUC-KR", UG_LIT(
	  "\xC1\xFD\xC0\xBA \xB8\xB6\xC0\xBB \xB3\xA1 \xB3"
	  "\xC1\xB0\xA1\xBF\xA1 \xC0\xD6\xB4\xD9. \xBE\xC6"
	  "\xC4\xA7\xC0\xCC\xB8\xE9 \xBB\xF5\xB0\xA1 \xBF\xEE"
	  "\xB4\xD9.") },
};

static void
check_multi(void)
{
	for (size_t i = 0; i < sizeof(multi_rows) / sizeof(*multi_rows); i++) {
		const struct ug_verdict verdict = verdict_on(
		    (const unsigned char *)multi_rows[i].in.s,
		    multi_rows[i].in.len);

		if (!CHECK(multi_rows[i].name, strcmp(verdict.encoding->name,
		    multi_rows[i].encoding) == 0))
			fprintf(stderr, "\ttaken for %s\n",
			    verdict.encoding->name);
	}
}

/* ---- a record and what stands around it ---- */

/* The verdict on a record behind another, thrice, that was sure. */
static struct ug_verdict
verdict_beside(const unsigned char *sure, size_t sure_len,
    const unsigned char *record, size_t record_len)
{
	struct ug_history history = { .block = 0 };
	struct ug_expectation expected;
	struct ug_detector *detector;
	const struct ug_reading_of *readings;
	struct ug_verdict verdict;
	size_t n;

	CHECK("no error", ug_detector_new(&detector, &all, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	CHECK("no error", ug_detector_read(detector, sure, sure_len, NULL,
	    &readings, &n) == UNGARBLE_OK);
	CHECK("sure", ug_detector_sure(readings, n, 300));
	for (unsigned i = 0; i < 3; i++)
		ug_history_learn(&history, readings, n);
	ug_history_expect(&history, &expected);
	CHECK("no error", ug_detector_read(detector, record, record_len,
	    &expected, &readings, &n) == UNGARBLE_OK);
	verdict = ug_detector_verdict(detector, readings, n);
	ug_detector_free(detector);
	return verdict;
}

static void
check_sample(void)
{
	unsigned char around[ROOM], bytes[ROOM];
	const struct ug_encoding *const koi8_r = by_label("koi8-r");
	static const unsigned char pounds[] = "Cost \xa3" "5";
	static const unsigned char hola[] = "y \xa1hola!";
	const struct ug_encoding *const ibm437 = by_label("ibm437");
	const struct ug_encoding *const mac_greek = by_label("x-mac-greek");
	const struct ug_text greek = UG_TEXT("Το σπίτι είναι στην άκρη του "
	    "χωριού, κοντά στο ποτάμι");
	const struct ug_text latin = UG_TEXT("Dort steht die alte Mühle, "
	    "grün und schön, über dem Fluß");
	const struct ug_text french = UG_TEXT("Là-bas, près de la forêt, "
	    "l'été dernier, nous étions déjà à la fête du village");
	const struct ug_text russian = UG_TEXT("Вчера мы долго шли через поле");
	size_t n = encode(ibm437, latin, around);
	size_t len = encode(ibm437, UG_TEXT("Bü"), bytes);

	CHECK("a sign among ASCII words is no foreign letter",
	    verdict_on(pounds, sizeof(pounds) - 1).encoding ==
	    &ug_windows_1252);
	CHECK("nor the start of an ideograph",
	    verdict_on(hola, sizeof(hola) - 1).encoding ==
	    &ug_windows_1252);
	CHECK("little to say: as its neighbours",
	    reads(verdict_beside(around, n, bytes, len).encoding, bytes,
	    UG_TEXT("Bü")));
	n = encode(ibm437, french, around);
	len = encode(ibm437, UG_TEXT("très"), bytes);
	CHECK("little to say: a word that neighbours read",
	    reads(verdict_beside(around, n, bytes, len).encoding, bytes,
	    UG_TEXT("très")));
	n = encode(mac_greek, greek, around);
	len = encode(mac_greek, UG_TEXT("γη"), bytes);
	CHECK("little to say: in a script that alone it would not be in",
	    !reads(verdict_on(bytes, len).encoding, bytes,
	    UG_TEXT("γη")));
	CHECK("little to say: in a script that alone it would not be in",
	    reads(verdict_beside(around, n, bytes, len).encoding, bytes,
	    UG_TEXT("γη")));
	n = encode(ibm437, latin, around);
	len = encode(koi8_r, russian, bytes);
	CHECK("much to say: as itself",
	    reads(verdict_beside(around, n, bytes, len).encoding, bytes,
	    russian));
}

/* ---- memory that runs out ---- */

static void
check_no_memory(void)
{
	const unsigned char text[] = "caf\xE9 cr\xE8me \x85 et th\xE9";
	struct ug_verdict verdict;
	enum ungarble_err err = UNGARBLE_ENOMEM;
	long n;

	for (n = 0; n < 50 && err != UNGARBLE_OK; n++) {
		struct failing memory = { .left = n };
		const struct ug_alloc alloc = { failing_resize, &memory };

		err = ug_detect_encoding(text, sizeof(text) - 1,
		    &all, &alloc, &verdict);
		CHECK("no memory", err == UNGARBLE_OK ||
		    err == UNGARBLE_ENOMEM);
		CHECK("nothing kept", memory.live == 0);
	}
	CHECK("enough in the end", err == UNGARBLE_OK && n > 1);
}

/* ---- random bytes: an answer that decodes them, the same each time ---- */

/* Whether bytes are, but for a last character that may be cut short. */
static bool
is_read(const struct ug_encoding *encoding, const unsigned char *bytes,
    size_t len)
{
	for (size_t cut = 0; cut <= 3 && cut <= len; cut++)
		if (ug_detect_valid(encoding, bytes, len - cut))
			return cut == 0 || encoding->kind == UG_MULTI_BYTE;
	return false;
}

static void
check_random(void)
{
	unsigned char bytes[ROOM];
	uint64_t seed = 3;

	for (unsigned n = 0; n < 400; n++) {
		const size_t len = n % 97;
		struct ug_verdict one, two;

		for (size_t at = 0; at < len; at++) {
			const unsigned mask = n % 3 == 0 ? 0xFF : 0x7F;

			bytes[at] = (unsigned char)((random_next(&seed) & mask)
			    | (n % 3 == 2 ? 0x80u : 0));
		}
		one = verdict_on(bytes, len);
		two = verdict_on(bytes, len);
		CHECK("random decodes", is_read(one.encoding, bytes, len));
		CHECK("random, twice", one.encoding == two.encoding &&
		    one.confidence == two.confidence);
	}
}

/* Long input: bounded work, no crash. */
static void
check_long(void)
{
	const size_t len = (size_t)1 << 20;
	unsigned char *const bytes = malloc(len);

	if (!CHECK("memory for the test", bytes != NULL))
		return;
	memset(bytes, 0xE9, len);
	(void)verdict_on(bytes, len);
	for (size_t at = 0; at < len; at += 6)
		memcpy(bytes + at, "\xE9t\xE9s ", len - at < 5 ? len - at : 5);
	free(bytes);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_single();
	check_multi();
	check_sample();
	check_no_memory();
	check_random();
	check_long();
	return check_done(argv[0]);
}
