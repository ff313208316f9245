/*
 * special.c - inputs that detectors are known to get wrong
 *
 * First the rows where the detectors of 2026 differ (forms without a mark,
 * seven-bit and stateful encodings, EBCDIC, one bad byte, mixed streams, what
 * is no text), then what their users complain of.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdlib.h>

#include "special.h"
#include "encode.h"

#define GERMAN \
	"Der Zug nach Köln fährt heute früher; alle müssen über die Brücke.\n" \
	"Im Café hört man Musik, draußen fällt Schnee auf die Dächer.\n"
#define ENGLISH \
	"The boat left the harbour at six and nobody waved from the pier.\n" \
	"Later that day the wind turned, and the nets came up full of weed.\n"
#define RUSSIAN \
	"Зимой мы топим печь и читаем вслух старые письма.\n" \
	"Соседка принесла пироги, а кот уснул у печи.\n" \
	"К вечеру дорогу занесло, и почта не пришла.\n"
#define CHINESE \
	"春天来了，院子里的花都开了。\n" \
	"孩子们在河边放风筝，老人坐在树下喝茶。\n"
#define TRADITIONAL \
	"春天來了，院子裡的花都開了。\n" \
	"孩子們在河邊放風箏，老人坐在樹下喝茶。\n"
#define JAPANESE \
	"春になると、庭の花がいっせいに咲きます。\n" \
	"子どもたちは川で遊び、祖母は縁側でお茶を飲みます。\n"
#define KOREAN \
	"봄이 오면 마당의 꽃이 모두 핍니다.\n" \
	"아이들은 강가에서 연을 날리고 할머니는 차를 드십니다.\n"
#define VIETNAMESE \
	"Mùa xuân đến, hoa trong vườn nở rộ khắp nơi.\n" \
	"Trẻ con thả diều bên sông, bà ngồi uống trà dưới gốc cây.\n"

/* `text` in an encoding, behind what is there. */
static void
add_encoded(struct ug_buf *bytes, const char *text, const char *label)
{
	struct ug_buf one = { .alloc = &ug_alloc_libc };

	if (!encode_named((struct ug_text){ text, strlen(text) }, label, &one))
		abort();
	encode_add(bytes, one.s, one.len);
	ug_buf_free(&one);
}

static void
add(struct ug_buf *out, const char *text)
{
	encode_add(out, text, strlen(text));
}

/*
 * Lines in UTF-8, and in all of them one byte of another encoding: that of
 * row->bytes, which mean row->other.
 */
static void
make_bad_byte(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	while (bytes->len < 9600) {
		const bool half = bytes->len >= 4800 &&
		    bytes->len < 4800 + strlen(row->text);

		add(bytes, row->text);
		add(text, row->text);
		if (half) {
			add(bytes, row->bytes);
			add(text, row->other);
		}
	}
}

/* The last character lacks its end: row->bytes, which mean row->other. */
static void
make_cut(const struct special *row, struct ug_buf *bytes, struct ug_buf *text)
{
	add(bytes, row->text);
	add(text, row->text);
	add(bytes, row->bytes);
	add(text, row->other);
}

static void
make_after_ascii(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	while (bytes->len < 70000)
		add(bytes, ENGLISH);
	encode_add(text, bytes->s, bytes->len);
	add_encoded(bytes, row->text, row->label);
	add(text, row->text);
}

/* What stands for itself whatever it is: a fixed sequence of bytes. */
static void
add_chance(struct ug_buf *out, size_t len)
{
	uint32_t state = 20260821;

	for (size_t i = 0; i < len; i++) {
		state = state * 1664525 + 1013904223;
		encode_add(out, &(char){ (char)(state >> 24) }, 1);
	}
}

static void
make_chance(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	(void)row;
	add_chance(bytes, 4096);
	encode_add(text, bytes->s, bytes->len);
}

#define ELF_HEAD \
	"\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0\1\0\0\0\320\20\0\0\0\0\0\0" \
	"\100\0\0\0\0\0\0\0\230\72\0\0\0\0\0\0\0\0\0\0\100\0\70\0\15\0\100\0"
#define ELF_CODE \
	"\363\17\36\372\125\110\211\345\110\203\354\20\277\52\0\0\0\350\315" \
	"\377\377\377\211\105\374\213\105\374\211\307\350\300\377\377\377"

static void
make_elf(const struct special *row, struct ug_buf *bytes, struct ug_buf *text)
{
	(void)row;
	encode_add(bytes, ELF_HEAD, sizeof(ELF_HEAD) - 1);
	for (unsigned i = 0; i < 80; i++) {
		encode_add(bytes, ELF_CODE, sizeof(ELF_CODE) - 1);
		encode_add(bytes, "\0\0\0\0\0\0\0\0", 8);
	}
	encode_add(bytes, "\0main\0printf\0.text\0.data\0", 25);
	encode_add(text, bytes->s, bytes->len);
}

#define PNG_HEAD \
	"\211PNG\r\n\32\n\0\0\0\rIHDR\0\0\0\100\0\0\0\100\10\2\0\0\0\45\13" \
	"\346\211\0\0\7\320IDAT\170\234"

static void
make_png(const struct special *row, struct ug_buf *bytes, struct ug_buf *text)
{
	(void)row;
	encode_add(bytes, PNG_HEAD, sizeof(PNG_HEAD) - 1);
	add_chance(bytes, 2000);
	encode_add(bytes, "\0\0\0\0IEND\256\102\140\202", 12);
	encode_add(text, bytes->s, bytes->len);
}

/* Lines in turn in two encodings: "UTF-8 windows-1252". */
static void
make_in_turn(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	const char *const second = strchr(row->label, ' ') + 1;
	char first[32] = "";
	bool turn = false;

	strncat(first, row->label, (size_t)(second - 1 - row->label));
	for (unsigned round = 0; round < 7; round++)
		for (const char *s = row->text; *s != '\0';) {
			char line[256] = "";

			strncat(line, s, strcspn(s, "\n") + 1);
			add_encoded(bytes, line, turn ? second : first);
			add(text, line);
			turn = !turn;
			s += strlen(line);
		}
}

/* A text in UTF-8, and then the row's in its own encoding. */
static void
make_after_utf8(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	for (unsigned i = 0; i < 20; i++)
		add(bytes, row->text);
	encode_add(text, bytes->s, bytes->len);
	for (unsigned i = 0; i < 20; i++) {
		add_encoded(bytes, row->text, row->label);
		add(text, row->text);
	}
}

/* clang-format off */
#define ENCODED(name, encodings, label, text) \
	{ name, encodings, label, text, NULL, NULL, NULL, false }
#define BYTES(name, encodings, bytes, text) \
	{ name, encodings, NULL, text, NULL, NULL, bytes, false }
#define EITHER(name, bytes, text, other) \
	{ name, NULL, NULL, text, other, NULL, bytes, false }
#define MADE(name, encodings, make, label, text) \
	{ name, encodings, label, text, NULL, make, NULL, false }
#define MIXED(name, make, label, text) \
	{ name, NULL, label, text, NULL, make, NULL, true }

#define ONE "windows-1252"

const struct special specials[] = {
	ENCODED("clean UTF-8", "UTF-8", "UTF-8", GERMAN),
	{ "UTF-8 and one bad byte", "UTF-8", NULL, GERMAN,
	  "Für die Rückfahrt müßte René früher los.\n", make_bad_byte,
	  "F\xC3\xBCr die R\xC3\xBC" "ckfahrt m\xC3\xBC\xC3\x9Fte Ren\xE9 "
	  "fr\xC3\xBCher los.\n", false },
	{ "UTF-8 cut in a character", "UTF-8", NULL, GERMAN,
	  "Für die Rückfahrt nach K\uFFFD", make_cut,
	  "F\xC3\xBCr die R\xC3\xBC" "ckfahrt nach K\xC3", false },
	BYTES("one UTF-8 character", "UTF-8", "h\xC3\xA9llo", "héllo"),
	BYTES("an apostrophe in UTF-8", "UTF-8",
	    "I don\xE2\x80\x99t mind", "I don’t mind"),
	MADE("UTF-8 after 70 KB of ASCII", "UTF-8", make_after_ascii,
	    "UTF-8", GERMAN),
	MADE("windows-1252 after 70 KB of ASCII", "windows-1252",
	    make_after_ascii, "windows-1252", GERMAN),
	ENCODED("UTF-16LE, Latin", "UTF-16LE", "UTF-16LE", GERMAN),
	ENCODED("UTF-16BE, Cyrillic", "UTF-16BE", "UTF-16BE", RUSSIAN),
	ENCODED("UTF-16LE, Chinese", "UTF-16LE", "UTF-16LE", CHINESE),
	ENCODED("UTF-32LE", "UTF-32LE", "UTF-32LE", GERMAN),
	ENCODED("UTF-32BE", "UTF-32BE", "UTF-32BE", RUSSIAN),
	ENCODED("UTF-7", "UTF-7", "UTF-7", GERMAN),
	BYTES("C code is not UTF-7", "UTF-8",
	    "for (row = 0; row < n;) {\n\tsum += a[row+off-1];\n\t++row;\n"
	    "\t++col;\n}\nreturn a+-b;\n",
	    "for (row = 0; row < n;) {\n\tsum += a[row+off-1];\n\t++row;\n"
	    "\t++col;\n}\nreturn a+-b;\n"),
	ENCODED("HZ", "HZ-GB-2312", "HZ-GB-2312", CHINESE),
	ENCODED("ISO-2022-JP", "ISO-2022-JP", "ISO-2022-JP", JAPANESE),
	ENCODED("ISO-2022-KR", "ISO-2022-KR", "ISO-2022-KR", KOREAN),
	ENCODED("ISO-2022-CN", "ISO-2022-CN ISO-2022-CN-EXT", "ISO-2022-CN",
	    CHINESE),
	BYTES("ANSI colours", "UTF-8",
	    "\33[1;32mok\33[0m   12 tests\n\33[31mFAIL\33[m parse.c:40\n",
	    "\33[1;32mok\33[0m   12 tests\n\33[31mFAIL\33[m parse.c:40\n"),
	ENCODED("IBM037, English", NULL, "IBM037", ENGLISH),
	ENCODED("IBM500, German", NULL, "IBM500", GERMAN),
	ENCODED("IBM1140, German", NULL, "IBM1140", GERMAN),
	ENCODED("EUC-TW", "EUC-TW", "EUC-TW", TRADITIONAL),
	ENCODED("VISCII", "VISCII", "VISCII", VIETNAMESE),
	MADE("bytes by chance", "binary", make_chance, NULL, ""),
	MADE("a program", "binary", make_elf, NULL, ""),
	MADE("a picture", "binary", make_png, NULL, ""),
	ENCODED("windows-1251 in capitals", "windows-1251", "windows-1251",
	    "ВНИМАНИЕ! ДОРОГА ЗАКРЫТА ДО УТРА ИЗ-ЗА СНЕГА\n"),
	ENCODED("x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic", RUSSIAN),
	ENCODED("macintosh, German", NULL, "macintosh", GERMAN),
	ENCODED("says UTF-8, is windows-1251", "windows-1251", "windows-1251",
	    "<html><head><meta charset=\"utf-8\">\n<title>Погода</title>\n"
	    "<p>" RUSSIAN "</p>\n"),
	MIXED("UTF-8 and windows-1252 in turn", make_in_turn,
	    "UTF-8 windows-1252", GERMAN
	    "Während der Nacht drehte der Wind, und es wurde kälter.\n"),
	MIXED("KOI8-R after UTF-8", make_after_utf8, "KOI8-R", RUSSIAN),
	MIXED("windows-1251 and KOI8-R in turn", make_in_turn,
	    "windows-1251 KOI8-R", RUSSIAN),

	/* More of UTF-8 that is not whole. */
	{ "UTF-8 and one bad byte beside one character", NULL, NULL, GERMAN,
	  "Nur René kam zu Fuß.\n", make_bad_byte,
	  "Nur Ren\xE9 kam zu Fu\xC3\x9F.\n", true },
	{ "UTF-8 and one line of another encoding", NULL, NULL, GERMAN,
	  "Nur René kam.\n", make_bad_byte, "Nur Ren\xE9 kam.\n", true },

	/* Short UTF-8. */
	BYTES("é", "UTF-8", "\xC3\xA9", "é"),
	BYTES("foo é", "UTF-8", "foo \xC3\xA9", "foo é"),
	BYTES("FAHR•WERK", "UTF-8", "FAHR\xE2\x80\xA2WERK", "FAHR•WERK"),
	BYTES("’ alone", "UTF-8", "\xE2\x80\x99", "’"),
	BYTES("Señora", "UTF-8", "Se\xC3\xB1ora", "Señora"),
	ENCODED("short Japanese", "UTF-8", "UTF-8", "こんにちは"),
	ENCODED("short Korean", "UTF-8", "UTF-8", "감사"),
	ENCODED("one symbol in UTF-16LE", "UTF-16LE", "UTF-16LE", "▶hello"),
	ENCODED("one symbol in UTF-16BE", "UTF-16BE", "UTF-16BE", "▶hello"),

	/* Cyrillic. */
	ENCODED("windows-1251 is not x-mac-cyrillic", "windows-1251",
	    "windows-1251", "Вчера мы ходили в лес за грибами."),
	ENCODED("windows-1251, two words", "windows-1251", "windows-1251",
	    "Привет всем"),
	ENCODED("windows-1251, a heading", "windows-1251", "windows-1251",
	    "ПРИКАЗ О НАЗНАЧЕНИИ КОМИССИИ"),
	ENCODED("windows-1251, English with a name", "windows-1251",
	    "windows-1251", "Written by: Сергей Иванов, 2004"),

	/* Portuguese and Spanish are neither Cyrillic nor Chinese. */
	ENCODED("Portuguese", ONE, ONE,
	    "Informação útil para a população da região"),
	ENCODED("Portuguese, short", ONE, ONE, "Ação não concluída"),
	ENCODED("Portuguese in capitals", ONE, ONE,
	    "ATENÇÃO: NÃO HÁ INSCRIÇÕES ABERTAS"),
	ENCODED("Spanish", ONE, ONE,
	    "El niño comió piña y melón en la montaña"),
	ENCODED("Spanish, short", ONE, ONE, "¿Qué pasó mañana?"),
	ENCODED("Spanish in capitals", ONE, ONE,
	    "SECCIÓN DE NIÑOS, PRÓXIMA ESTACIÓN: PEÑA"),

	/* The letters that ISO-8859-2 and windows-1250 have elsewhere. */
	ENCODED("ISO-8859-2, Polish", "ISO-8859-2", "ISO-8859-2",
	    "Środa i piątek: źle śpię, że aż żal"),
	ENCODED("windows-1250, Polish", "windows-1250", "windows-1250",
	    "Środa i piątek: źle śpię, że aż żal"),
	ENCODED("ISO-8859-2, Czech", "ISO-8859-2", "ISO-8859-2",
	    "Šťastný muž žije v Žďáru a má tři děti"),
	ENCODED("windows-1250, Czech", "windows-1250", "windows-1250",
	    "Šťastný muž žije v Žďáru a má tři děti"),
	ENCODED("ISO-8859-2, Slovene", "ISO-8859-2", "ISO-8859-2",
	    "Žena še vedno išče izgubljeni šal"),
	ENCODED("windows-1250, Croatian", "windows-1250", "windows-1250",
	    "Možeš li doći već sutra, što prije to bolje"),

	/* Quotes of English. */
	ENCODED("macintosh, English", "macintosh", "macintosh",
	    "“It’s late,” she said… and closed the door."),
	ENCODED("windows-1252, English", "windows-1252", "windows-1252",
	    "“It’s late,” she said… and closed the door."),
	ENCODED("macintosh, an ellipsis", "macintosh", "macintosh",
	    "Well… we shall see about that tomorrow."),
	ENCODED("windows-1252, an ellipsis", "windows-1252", "windows-1252",
	    "Well… we shall see about that tomorrow."),
	ENCODED("macintosh, a dash and a possessive", "macintosh", "macintosh",
	    "The captain’s table – and nobody else’s – was laid at eight."),

	/* One byte in a line that is otherwise ASCII. */
	EITHER("a price", "Prix: 5 \xA4 \xE0 payer",
	    "Prix: 5 € à payer", "Prix: 5 ¤ à payer"),
	BYTES("micrometres", ONE, "Thickness: 5 \xB5m", "Thickness: 5 µm"),
	BYTES("a number", ONE, "n\xBA 5", "nº 5"),
	BYTES("pounds", ONE, "Cost \xA3" "5", "Cost £5"),
	BYTES("caf\\xE9", ONE, "caf\xE9", "café"),
	BYTES("na\\xEFve", ONE, "a na\xEFve idea", "a naïve idea"),
	BYTES("quotes", ONE, "he said \x93so\x94 twice",
	    "he said “so” twice"),
	BYTES("an apostrophe", ONE, "I don\x92t know", "I don’t know"),
	BYTES("a copyright", ONE, "\xA9 2004 Northern Mills Ltd",
	    "© 2004 Northern Mills Ltd"),
	BYTES("degrees", ONE, "Oven at 180\xB0" "C", "Oven at 180°C"),
	BYTES("a bullet", ONE, "\x95 milk\n\x95 eggs\n", "• milk\n• eggs\n"),
	BYTES("a dash", ONE, "pages 4\x96" "9", "pages 4–9"),
	BYTES("a non-breaking space", ONE, "12\xA0km from here",
	    "12\xC2\xA0km from here"),

	/* Code and logs. */
	BYTES("a comment in code", ONE,
	    "\t++row; /* Gr\xF6\xDF" "e in Byte */\n",
	    "\t++row; /* Größe in Byte */\n"),
	BYTES("a log", "UTF-8",
	    "2024-03-01T12:00:00+01:00 INFO a+b-c ~{x~} [=] 0x1F+AAA-\n",
	    "2024-03-01T12:00:00+01:00 INFO a+b-c ~{x~} [=] 0x1F+AAA-\n"),
	BYTES("a log in windows-1252", ONE,
	    "2024-03-01 12:00:00 WARN user=J\xFCrgen M\xFCller action=login\n",
	    "2024-03-01 12:00:00 WARN user=Jürgen Müller action=login\n"),
	BYTES("colours round a name", ONE,
	    "\33[33mfran\xE7" "ais\33[0m installed\n",
	    "\33[33mfrançais\33[0m installed\n"),
	BYTES("base64 is not UTF-7", "UTF-8",
	    "data: AB+cdEF/GH+1-zz+Zm9v- SGVsbG8+IQ==\n",
	    "data: AB+cdEF/GH+1-zz+Zm9v- SGVsbG8+IQ==\n"),
};
/* clang-format on */

const size_t n_specials = sizeof(specials) / sizeof(*specials);

void
special_make(const struct special *row, struct ug_buf *bytes,
    struct ug_buf *text)
{
	bytes->len = text->len = 0;
	if (row->make != NULL) {
		row->make(row, bytes, text);
		return;
	}
	if (row->bytes != NULL)
		add(bytes, row->bytes);
	else
		add_encoded(bytes, row->text, row->label);
	add(text, row->text);
}
