/*
 * form_test.c - UTF-16 and UTF-32 without a mark, what is no text, and what
 * only looks like either
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "detect/detect.h"
#include "random.h"

#define ROOM 4096

enum wide { WIDE_16LE, WIDE_16BE, WIDE_32LE, WIDE_32BE, N_WIDE };

static const char *const wide_names[N_WIDE] = { "UTF-16LE", "UTF-16BE",
	"UTF-32LE", "UTF-32BE" };

static size_t
put_unit(unsigned char *out, uint32_t unit, enum wide wide)
{
	const size_t size = wide <= WIDE_16BE ? 2 : 4;
	const bool little = wide == WIDE_16LE || wide == WIDE_32LE;

	for (size_t i = 0; i < size; i++)
		out[i] = (unsigned char)(unit >>
		    8 * (little ? i : size - 1 - i));
	return size;
}

static size_t
widen(struct ug_text text, enum wide wide, unsigned char *out)
{
	size_t len = 0;

	for (size_t at = 0; at < text.len;) {
		const uint32_t c = ug_text_next(text, &at);

		if (wide <= WIDE_16BE && c > 0xFFFF) {
			len += put_unit(out + len,
			    0xD800 + ((c - 0x10000) >> 10), wide);
			len += put_unit(out + len,
			    0xDC00 + ((c - 0x10000) & 0x3FF), wide);
		} else {
			len += put_unit(out + len, c, wide);
		}
	}
	return len;
}

static const char *
form_of(const void *bytes, size_t len)
{
	const struct ug_verdict verdict = ug_detect_form(bytes, len);

	return verdict.encoding == NULL ? "" : verdict.encoding->name;
}

/* ---- texts that are found in each of the four ---- */

static const struct {
	const char *name;
	struct ug_text text;
} texts[] = {
	{ "one short line", UG_LIT("Yes, it rained.\n") },
	{ "two letters", UG_LIT("ok\n") },
	{ "ideographs without a control", UG_LIT("他们已经和国家群的国家") },
	{ "an ideograph with an LF in it", UG_LIT("上海的早晨很安静，街上一个人也没有。\n") },
	{ "a letter with an LF in it", UG_LIT("ช้า ๆ ได้พร้าเล่มงาม") },
	{ "a script of plane 1", UG_LIT("\U00010451\U00010466 \U00010472") },
	{ "accents", UG_LIT("Où est la clé du grenier ?\n") },
	{ "an arrow before a word", UG_LIT("\u25B6hello") },
	{ "Cyrillic", UG_LIT("Вчера мы долго шли через поле\r\n") },
	{ "Greek", UG_LIT("Το σπίτι είναι στην άκρη του χωριού") },
	{ "Hebrew", UG_LIT("הבית עומד בקצה הכפר ליד הנחל") },
	{ "Arabic", UG_LIT("البيت في آخر القرية عند النهر") },
	{ "Thai", UG_LIT("บ้าน อยู่ ท้าย หมู่บ้าน") },
	{ "emoji", UG_LIT("See you \U0001F600\U0001F680 soon") },
	{ "Japanese", UG_LIT("家は村のはずれの川のそばに立っている。"
	  "朝になると鳥が鳴き、畑に人が出る。今日もよい天気だ。") },
	{ "Chinese without a line end", UG_LIT("房子在村子的尽头，靠近小河。"
	  "早上鸟儿在叫，人们去田里干活。今天天气很好，我们想去山上看看。") },
	{ "Korean", UG_LIT("집은 마을 끝 냇가에 있다. 아침이면 새가 운다.") },
};

static void
check_wide(void)
{
	unsigned char bytes[ROOM];

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		for (int wide = 0; wide < N_WIDE; wide++) {
			const size_t len = widen(texts[i].text,
			    (enum wide)wide, bytes);
			const char *const found = form_of(bytes, len);

			if (!CHECK(texts[i].name, strcmp(found,
			    wide_names[wide]) == 0))
				fprintf(stderr, "\t%s taken for \"%s\"\n",
				    wide_names[wide], found);
		}
	}
}

/* ---- rows of bytes ---- */

static const struct {
	const char *name;
	struct ug_text in;
	const char *form; /* "": records of bytes */
	bool odd;
} rows[] = {
	{ "empty", UG_LIT(""), "", false },
	{ "ascii", UG_LIT("plain words\n"), "", false },
	{ "utf-8", UG_LIT("garçon, 日本語\n"), "", false },
	{ "colours", UG_LIT("\x1B[1;31mred\x1B[0m and \x1B[4mmore\x1B[0m\n"),
	  "", false },
	{ "tab, form feed, bell, shifts, SUB",
	  UG_LIT("a\tb\f\a\b\x0E\x0F\x1A\r\n"), "", false },
	{ "one NUL", UG_LIT("ab\0cd, and so on to the end\n"), "", true },
	{ "a few controls",
	  UG_LIT("one\x01two\x02three, and the rest of a long plain line\n"),
	  "", true },
	{ "names with NULs between", UG_LIT("a.c\0b.c\0notes\0x1\0y2\0z3\0"),
	  "", true },
	{ "letters with NULs between", UG_LIT("a\0b\0c\0"), "", true },
	{ "many letters with NULs between",
	  UG_LIT("a\0b\0c\0d\0e\0f\0g\0h\0i\0k\0m\0n\0x\0"), "", true },
	{ "digits with NULs before", UG_LIT("\0" "1\0" "2\0" "3"), "", true },
	{ "names with NULs before",
	  UG_LIT("\0a.c\0b.c\0notes\0x1\0y2\0z3"), "", true },
	{ "names, and two NULs between", UG_LIT("a.c\0b.c\0\0notes\0x1\0y2"),
	  "binary", true },
	{ "names, and two NULs behind", UG_LIT("a.c\0b.c\0notes\0x1\0\0"),
	  "binary", true },
	{ "names, and another control",
	  UG_LIT("a.c\0b.c\0notes\0x1\0y2\x01z3"), "binary", true },
	{ "a log that a crash cut off",
	  UG_LIT("09:12 started\n09:13 ready\n09:14 sto\0\0\0"), "", true },
	{ "latin-1 names with NULs between",
	  UG_LIT("\xE9t\xE9.txt\0h\xF4tel.txt\0caf\xE9.c\0na\xEF" "f\0x\xE9\0"),
	  "", true },
	{ "windows-1252", UG_LIT("d\xE9j\xE0 vu \x96 na\xEFve\n"), "", false },
	{ "windows-1252 with a NUL", UG_LIT("d\xE9j\xE0 vu\0 na\xEFve\n"), "",
	  true },
	{ "gbk", UG_LIT("\xB7\xBF\xD7\xD3\xD4\xDA\xB4\xE5\xD7\xD3"), "",
	  false },
	{ "shift_jis with a control",
	  UG_LIT("\x89\xC6\x82\xCD\x91\xBA\x82\xCC\x01\x82\xA0\x82\xA2"), "",
	  true },
	{ "a point short of UTF-16BE", UG_LIT("\x1D\x25\x1D\xEC"), "", true },
	{ "gbk that would read as ideographs",
	  UG_LIT("\xD6\x4E\xEC\x4E\xF2\x5D\xCF\x7E\x8C\x54\xFD\x56"
	  "\xB6\x5B\x84\x76"), "", false },
	{ "elf", UG_LIT("\x7F" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0"),
	  "binary", true },
	{ "png", UG_LIT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0"), "binary",
	  true },
	{ "gzip", UG_LIT("\x1F\x8B\x08\0\x0C\x1D\0\0\0\x03\xCBH\xCD"), "binary",
	  true },
	{ "NULs only",
	  UG_LIT("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "binary",
	  true },
	{ "a pixel row",
	  UG_LIT("\0\0\0\x01\0\0\x02\0\0\0\0\x01\0\x0F\x01\0\0"),
	  "binary", true },
	{ "little numbers",
	  UG_LIT("\x05\0\0\0\x01\0\0\0\xE8\x03\0\0\x10\0\0\0\x02\0\x03\0"),
	  "binary", true },
};

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const unsigned char *const s =
		    (const unsigned char *)rows[i].in.s;
		const char *const found = form_of(s, rows[i].in.len);

		CHECK(rows[i].name,
		    ug_detect_odd(s, rows[i].in.len) == rows[i].odd);
		if (!CHECK(rows[i].name, strcmp(found, rows[i].form) == 0))
			fprintf(stderr, "\ttaken for \"%s\"\n", found);
	}
}

/*
 * ---- legacy text of two bytes a character, with and without stray NULs ----
 */

static const struct { const char *name; unsigned char lead, n, trail, m; }
pairs[] = {
	{ "gb2312", 0xB0, 0x28, 0xA1, 0x5E },
	{ "kanji", 0x88, 0x10, 0x40, 0x3F },
	{ "kana", 0x82, 1, 0x9F, 0x52 }, { "katakana", 0x83, 1, 0x40, 0x3F },
	{ "euc-jp", 0xA4, 2, 0xA1, 0x52 }, { "big5", 0xA4, 0x22, 0x40, 0x3F },
	{ "big5, high", 0xA4, 0x22, 0xA1, 0x5E },
	{ "euc-kr", 0xB0, 0x19, 0xA1, 0x5E }, { "gbk", 0x81, 0x20, 0x40, 0x3F },
	{ "johab", 0x88, 0x4B, 0x41, 0x3A },
};

static void
check_pairs(void)
{
	unsigned char bytes[ROOM];
	uint64_t seed = 3;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		for (size_t n = 2; n < 700; n++) {
			size_t len = 0;

			for (size_t j = 0; j < n; j++) {
				const uint32_t drawn =
				    (uint32_t)random_next(&seed) << 1;

				if (n % 3 == 0 && drawn >> 28 == 0)
					bytes[len++] = ' ';
				if (n % 5 == 0 && drawn >> 25 == 1)
					bytes[len++] = 0;
				bytes[len++] = (unsigned char)(pairs[i].lead +
				    (drawn >> 16) % pairs[i].n);
				bytes[len++] = (unsigned char)(pairs[i].trail +
				    (drawn >> 8) % pairs[i].m);
			}
			if (!CHECK(pairs[i].name,
			    strncmp(form_of(bytes, len), "UTF", 3) != 0))
				fprintf(stderr, "\tof %zu: %s\n", n,
				    form_of(bytes, len));
		}
	}
}

/* ---- EBCDIC ---- */

/* Text in a code page of EBCDIC. */
static size_t
put_page(unsigned char *out, const char *label, const char *text)
{
	const struct ug_encoding *const page = ug_encoding_by_label(label,
	    strlen(label));
	const struct ug_text s = { text, strlen(text) };
	size_t len = 0;

	for (size_t at = 0; at < s.len;) {
		const uint32_t c = ug_text_next(s, &at);
		unsigned byte = 0;

		while (byte < 0xFF &&
		    ug_single_byte(page, (unsigned char)byte) != c)
			byte++;
		out[len++] = (unsigned char)byte;
	}
	return len;
}

static const struct { const char *label, *text; enum ug_ebcdic found; }
page_rows[] = {
	{ "ibm037", "The ferry leaves at nine.", UG_EBCDIC_YES },
	{ "ibm037", "FERRY 12 LEAVES AT 9:30\nFERRY 14 AT 10\n",
	  UG_EBCDIC_YES },
	{ "ibm500", "Die Brücke über den Fluss", UG_EBCDIC_YES },
	{ "ibm1140", "Le café coûte 2 € à midi", UG_EBCDIC_YES },
	{ "ibm1026", "Göl kıyısında küçük bir ev", UG_EBCDIC_YES },
	{ "ibm875", "Το σπίτι είναι στην άκρη του χωριού", UG_EBCDIC_MAYBE },
	{ "ibm424", "הבית עומד בקצה הכפר ליד הנחל, 25", UG_EBCDIC_MAYBE },
};

static void
check_ebcdic(void)
{
	static const struct ug_text others[] = {
		UG_LIT("d\xE9j\xE0 vu, na\xEFve@example.org\n"),
		UG_LIT("\xB7\xBF\xD7\xD3\xD4\xDA\xB4\xE5\xD7\xD3\xA1\xA3"),
		UG_LIT("\xA4\x40\xA4\x47\xA4\x54\xA5\x7C\xA4\xAD\xA4\xBB"),
		UG_LIT("\xC1\xC2@\xC3\xC4 \xD1\xD2@\xD3\xD4 \xE2\xE3\n"),
		UG_LIT("a@b@c@d@e@f@g@h\n"), UG_LIT("@@@@@@@@@@@@@@@@"),
		UG_LIT("\x40\x08\0\0\0\0\0\0\x40\x91\0\0\0\0\0\0"),
		UG_LIT("garçon@日本語@naïve@été\n"), UG_LIT(""),
	};
	unsigned char bytes[ROOM];

	for (size_t i = 0; i < sizeof(page_rows) / sizeof(*page_rows); i++) {
		const size_t len = put_page(bytes, page_rows[i].label,
		    page_rows[i].text);

		CHECK(page_rows[i].text,
		    ug_detect_ebcdic(bytes, len) == page_rows[i].found);
		CHECK(page_rows[i].text,
		    strncmp(form_of(bytes, len), "UTF", 3) != 0);
	}
	/* Of nine bytes one letter more, or fewer, decides. */
	CHECK("too few letters", ug_detect_ebcdic((const unsigned char *)
	    "\x40\xC1\x85\xE2\x73\x85\xE1\xAB\x81", 9) == UG_EBCDIC_MAYBE);
	CHECK("enough", ug_detect_ebcdic((const unsigned char *)
	    "\x40\xC1\x85\xE2\x73\x85\xC1\xAB\x81", 9) == UG_EBCDIC_YES);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		CHECK(others[i].s, ug_detect_ebcdic((const unsigned char *)
		    others[i].s, others[i].len) != UG_EBCDIC_YES);
}

/* ---- whether a form goes on ---- */

static const struct { const char *name; struct ug_text next; }
stays_rows[] = {
	{ "ascii", UG_LIT("The gate was locked again.\n") },
	{ "short", UG_LIT("total 12\n") },
	{ "utf-8", UG_LIT("駅前の本屋は今日も\n") },
	{ "latin-1", UG_LIT("La cl\xE9 du grenier est l\xE0\n") },
};

static void
check_stays(void)
{
	static const struct ug_encoding *const forms[N_WIDE] = { &ug_utf16le,
		&ug_utf16be, &ug_utf32le, &ug_utf32be };
	unsigned char bytes[ROOM];

	for (int wide = 0; wide < N_WIDE; wide++) {
		for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
			const size_t len = widen(texts[i].text,
			    (enum wide)wide, bytes);

			for (int form = 0; form < N_WIDE; form++)
				CHECK(texts[i].name, len < 16 ||
				    ug_detect_stays(forms[form], bytes, len) ==
				    (form == wide));
		}
		for (size_t i = 0; i < sizeof(stays_rows) /
		    sizeof(*stays_rows); i++)
			CHECK(stays_rows[i].name, wide >= WIDE_32LE ||
			    !ug_detect_stays(forms[wide],
			    (const unsigned char *)stays_rows[i].next.s,
			    stays_rows[i].next.len));
	}
}

/* Legacy text of any kind, odd bytes put in, is never UTF-16. */
static void
check_legacy_random(void)
{
	unsigned char bytes[ROOM];
	uint64_t seed = 11;

	for (unsigned n = 8; n < 1500; n++) {
		for (size_t at = 0; at < n; at++) {
			const unsigned drawn = (unsigned)random_next(&seed);

			bytes[at] = (unsigned char)(drawn % 4 == 0 ? ' '
			    : 0xA1 + drawn / 4 % 0x5E);
		}
		bytes[n / 2] = 0;
		CHECK("legacy with a NUL", form_of(bytes, n)[0] == '\0');
	}
}

/* Without a NUL or a control eight ideographs are enough. */
static void
check_few(void)
{
	static const struct ug_text text = UG_LIT("他们已经和国家群的国家");
	unsigned char bytes[ROOM];

	for (int wide = WIDE_16LE; wide <= WIDE_16BE; wide++) {
		(void)widen(text, (enum wide)wide, bytes);
		CHECK("eight", strcmp(form_of(bytes, 16),
		    wide_names[wide]) == 0);
		CHECK("seven", form_of(bytes, 14)[0] == '\0');
	}
}

/* How sure a wide form is. */
static void
check_sure(void)
{
	unsigned char bytes[ROOM];

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		const size_t len = widen(texts[i].text, WIDE_16LE, bytes);
		const unsigned sure = ug_detect_form(bytes, len).confidence;

		CHECK(texts[i].name, sure >= 75 && sure <= 99);
		CHECK(texts[i].name, texts[i].text.len > 20 || i > 1 ||
		    sure >= 90);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_few();
	check_sure();
	check_wide();
	check_rows();
	check_pairs();
	check_ebcdic();
	check_stays();
	check_legacy_random();
	return check_done(argv[0]);
}
