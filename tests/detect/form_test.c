/*
 * form_test.c - UTF-16 and UTF-32 without a mark, what is no text, and what
 * only looks like either
 */
#include <stdlib.h>

#include "check.h"
#include "detect/detect.h"

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
	{ "two letters", UG_LIT("ok") },
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

/* ---- random bytes: binary where there are enough, never UTF-16 ---- */

static void
check_random(void)
{
	unsigned char bytes[ROOM];
	uint32_t seed = 7;

	for (unsigned n = 0; n < 2000; n++) {
		const size_t len = n * 2;
		const char *found;

		for (size_t at = 0; at < len; at++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[at] = (unsigned char)(seed >> 24);
		}
		found = form_of(bytes, len);
		CHECK("random", len < 64 ||
		    strncmp(found, "UTF", 3) != 0);
		CHECK("random, long", len < 200 ||
		    strcmp(found, "binary") == 0);
	}
}

/* Legacy text of any kind, odd bytes put in, is never UTF-16. */
static void
check_legacy_random(void)
{
	unsigned char bytes[ROOM];
	uint32_t seed = 11;

	for (unsigned n = 8; n < 1500; n++) {
		for (size_t at = 0; at < n; at++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[at] = (unsigned char)(seed >> 30 == 0 ? ' '
			    : 0xA1 + (seed >> 16) % 0x5E);
		}
		bytes[n / 2] = 0;
		CHECK("legacy with a NUL", form_of(bytes, n)[0] == '\0');
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_wide();
	check_rows();
	check_random();
	check_legacy_random();
	return check_done(argv[0]);
}
