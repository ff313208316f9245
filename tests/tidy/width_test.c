/*
 * width_test.c - characters of full and half width, all of them against ICU
 */
#include <unicode/unorm2.h>

#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "ASCII", UG_LIT("\uFF21\uFF22\uFF11\uFF01"), UG_LIT("AB1!") },
	{ "signs", UG_LIT("\uFFE5\uFFE6\uFFE0\uFFE8\uFFEE"),
	  UG_LIT("\u00A5\u20A9\u00A2\u2502\u25CB") },
	{ "katakana", UG_LIT("\uFF71\uFF72\uFF66\uFF70\uFF61"),
	  UG_LIT("\u30A2\u30A4\u30F2\u30FC\u3002") },
	{ "voiced", UG_LIT("\uFF76\uFF9E\uFF8A\uFF9F\uFF8A\uFF9E\uFF73\uFF9E"),
	  UG_LIT("\u30AC\u30D1\u30D0\u30F4") },
	{ "marks alone", UG_LIT("\uFF71\uFF9E\uFF9F"),
	  UG_LIT("\u30A2\u309B\u309C") },
	{ "Hangul", UG_LIT("\uFFA1\uFFC2\uFFDC"), UG_LIT("\u3131\u314F\u3163") },
	{ "usual", UG_LIT("A\u30AC\u3000\u3001\u300C\u3131"), { 0, 0 } },
	{ "the filler, and none", UG_LIT("\uFFA0\uFFBF\uFFE7\uFFFD\uFF00"),
	  { 0, 0 } },
};

/* What ICU makes of a text, in UTF-8. */
static struct ug_text
compatible(struct ug_text text, char out[256])
{
	UErrorCode status = U_ZERO_ERROR;
	UChar in[16], units[64];
	int32_t n = 0;
	size_t len = 0;

	for (size_t at = 0; at < text.len; )
		in[n++] = (UChar)ug_text_next(text, &at);
	n = unorm2_normalize(unorm2_getNFKCInstance(&status), in, n, units, 64,
	    &status);
	CHECK("ICU", U_SUCCESS(status));
	for (int32_t i = 0; i < n; i++)
		len += ug_put_char(units[i], out + len);
	return (struct ug_text){ out, len };
}

/* A character, and maybe a mark, becomes what is compatible with it. */
static size_t
check_one(uint32_t c, uint32_t mark)
{
	char in[8], a[256], b[256];
	struct ug_text text = { in, ug_put_char(c, in) };
	struct ug_edits edits;
	size_t n;

	if (mark != 0)
		text.len += ug_put_char(mark, in + text.len);
	pass_look(&ug_pass_width, "all", text, &edits);
	n = edits.n;
	if (n > 0)
		CHECK("rule", strcmp(edits.v[0].rule, c < 0xFF61 || c > 0xFFDC ?
		    "width/wide" : "width/narrow") == 0);
	/* Marks that stand alone are so, not joined. */
	if (n > 0 && mark == 0 && c != 0xFF9E && c != 0xFF9F)
		CHECK("all", ug_text_equal(compatible(text, a),
		    compatible(ug_edit_after(&edits, &edits.v[0]), b)));
	if (mark != 0 && edits.v[0].after_len == 3)
		CHECK("voiced", ug_text_equal(compatible(text, a),
		    ug_edit_after(&edits, &edits.v[0])));
	else if (mark != 0)
		CHECK("not voiced", compatible(text, a).len == 6);
	ug_edits_free(&edits);
	return n;
}

int
main(int argc, char *argv[])
{
	size_t n = 0;

	(void)argc;
	check_pass(&ug_pass_width, rows, sizeof(rows) / sizeof(*rows));
	for (uint32_t c = 0xA0; c < 0xFFFF; c++)
		if (c < 0xD800 || c >= 0xE000)
			n += check_one(c, 0);
	CHECK("how many", n == 94 + 63 + 51 + 7 + 7);
	for (uint32_t c = 0xFF61; c < 0xFF9E; c++) {
		(void)check_one(c, 0xFF9E);
		(void)check_one(c, 0xFF9F);
	}
	return check_done(argv[0]);
}
