/*
 * normal_test.c - normal forms, stretch by stretch, are those of the whole
 */
#include "tidy/normal.h"

#include <unicode/unorm2.h>

#include "random.h"
#include "repair/pass_check.h"
#include "stream/fixes_check.h"

#define MARKS "\u0301\u0323\u0301\u0323\u0301\u0323\u0301\u0323"
#define MANY  MARKS MARKS MARKS MARKS MARKS MARKS MARKS MARKS

static const struct pass_row nfc_rows[] = {
	{ "composed", UG_LIT("cafe\u0301 e\u0301te\u0301"),
	  UG_LIT("caf\u00E9 \u00E9t\u00E9") },
	{ "order of marks", UG_LIT("a\u0301\u0323"), UG_LIT("\u1EA1\u0301") },
	{ "Hangul", UG_LIT("\u1112\u1161\u11AB"), UG_LIT("\uD55C") },
	{ "singletons", UG_LIT("\u212B \u2126"), UG_LIT("\u00C5 \u03A9") },
	{ "is so", UG_LIT("caf\u00E9 \u0915\u094D\u0937 \uFB01 \u2460"),
	  { 0, 0 } },
	{ "excluded", UG_LIT("\u0958"), UG_LIT("\u0915\u093C") },
	{ "a mark first", UG_LIT("\u0301a\u0301"), UG_LIT("\u0301\u00E1") },
	{ "beyond the BMP", UG_LIT("\U00011099\U000110BA"),
	  UG_LIT("\U0001109A") },
	{ "too many marks", UG_LIT("a" MANY MANY MANY "e\u0301"),
	  UG_LIT("a" MANY MANY MANY "\u00E9") },
};

static const struct pass_row nfd_rows[] = {
	{ "decomposed", UG_LIT("caf\u00E9"), UG_LIT("cafe\u0301") },
	{ "Hangul", UG_LIT("\uD55C"), UG_LIT("\u1112\u1161\u11AB") },
	{ "compatible", UG_LIT("\uFB01"), { 0, 0 } },
};

static const struct pass_row nfkc_rows[] = {
	{ "compatible", UG_LIT("\uFB01 \u2460 \uFF21 x\u00B2 e\u0301"),
	  UG_LIT("fi 1 A x2 \u00E9") },
	{ "the longest", UG_LIT("\uFDFA"), UG_LIT("\u0635\u0644\u0649 "
	  "\u0627\u0644\u0644\u0647 \u0639\u0644\u064A\u0647 "
	  "\u0648\u0633\u0644\u0645") },
};

static const struct pass_row nfkd_rows[] = {
	{ "compatible", UG_LIT("\uFB01 \u00E9 \u00BD"),
	  UG_LIT("fi e\u0301 1\u20442") },
};

/* Characters that join, part, and change places. */
static uint32_t
draw(uint64_t *state)
{
	static const uint32_t some[] = { 'a', 'e', ' ', 0x301, 0x323, 0x327,
		0xE9, 0x1EA1, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x915,
		0x93C, 0x958, 0x9C7, 0x9BE, 0xFB01, 0x2460, 0xFDFA, 0x3099,
		0x30AB, 0xFF76, 0xFF9E, 0x1D15E, 0x11099, 0x110BA, 0x345,
		0x3B1, 0x1F80, 0x212B, 0x1F600, 0xF73, 0xF71 };

	return some[random_next(state) % (sizeof(some) / sizeof(*some))];
}

static void
check_random(const struct ug_pass *pass, const UNormalizer2 *form,
    uint64_t seed)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[80], normal[2000];
	char text[200], want[8000];
	struct ug_text in = { text, 0 };
	int32_t n = 0;
	size_t len = 0;

	for (size_t i = 0; i < 30; i++) {
		const uint32_t c = draw(&seed);

		in.len += ug_put_char(c, text + in.len);
		if (c >= 0x10000)
			units[n++] = (UChar)(0xD800 + ((c - 0x10000) >> 10));
		units[n++] = (UChar)(c < 0x10000 ? c : 0xDC00 + (c & 0x3FF));
	}
	n = unorm2_normalize(form, units, n, normal, 2000, &status);
	CHECK("ICU", U_SUCCESS(status));
	for (int32_t i = 0; i < n; i++) {
		uint32_t c = normal[i];

		if (c >= 0xD800 && c < 0xDC00)
			c = 0x10000 + ((c - 0xD800) << 10) +
			    (normal[++i] - 0xDC00u);
		len += ug_put_char(c, want + len);
	}

	const struct pass_row row = { pass->fix.name, in, { want, len } };

	check_pass(pass, &row, 1);
}

/* A stretch of 128 characters is looked at, a longer one left as it is. */
static void
check_long(void)
{
	static const uint32_t marks[] = { 0x301, 0x1D165 };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (size_t n = 127; n <= 130; n++) {
			struct ug_edits edits;
			char s[600] = "e";
			struct ug_text text = { s, 1 };

			while (text.len < 1 + 2)
				text.len += ug_put_char(0x301, s + text.len);
			for (size_t k = 2; k < n; k++)
				text.len += ug_put_char(marks[i],
				    s + text.len);
			pass_look(&ug_pass_nfc, "long", text, &edits);
			CHECK("long", edits.n == (n <= 128));
			if (edits.n > 0)
				CHECK("long", edits.v[0].len == text.len &&
				    edits.v[0].after_len == text.len - 1);
			ug_edits_free(&edits);
		}
}

int
main(int argc, char *argv[])
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const nfc = unorm2_getNFCInstance(&status);
	const UNormalizer2 *const nfd = unorm2_getNFDInstance(&status);
	const UNormalizer2 *const nfkc = unorm2_getNFKCInstance(&status);
	const UNormalizer2 *const nfkd = unorm2_getNFKDInstance(&status);

	(void)argc;
	CHECK("open", ug_normal_open() == UNGARBLE_OK && U_SUCCESS(status));
#define ROWS(name) check_pass(&ug_pass_##name, name##_rows, \
	sizeof(name##_rows) / sizeof(*name##_rows))
	ROWS(nfc);
	ROWS(nfd);
	ROWS(nfkc);
	ROWS(nfkd);
	for (uint64_t seed = 1; seed <= 500; seed++) {
		check_random(&ug_pass_nfc, nfc, seed);
		check_random(&ug_pass_nfd, nfd, seed);
		check_random(&ug_pass_nfkc, nfkc, seed);
		check_random(&ug_pass_nfkd, nfkd, seed);
	}
	check_long();
	/* Behind repair, and of those that exclude one another the last. */
	check_fixes("garbled", "+nfd", UG_TEXT("Sch\u00C3\u00B6ne "
	    "Gr\u00C3\u00BC\u00C3\u0178e aus K\u00C3\u00B6ln\n"),
	    UG_TEXT("Scho\u0308ne Gru\u0308\u00DFe aus Ko\u0308ln\n"));
	check_fixes("the last", "+nfd,+nfc", UG_TEXT("caf\u00E9 e\u0301\n"),
	    UG_TEXT("caf\u00E9 \u00E9\n"));
	check_fixes("by default", NULL, UG_TEXT("caf\u00E9 e\u0301\n"),
	    UG_TEXT("caf\u00E9 e\u0301\n"));
	return check_done(argv[0]);
}
