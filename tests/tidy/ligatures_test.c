/*
 * ligatures_test.c - each ligature, against ICU's compatibility decompositions
 */
#include <unicode/unorm2.h>

#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "in words", UG_LIT("e\uFB03cient \uFB01x \uFB02at"),
	  UG_LIT("efficient fix flat") },
	{ "Dutch", UG_LIT("\u0132s b\u0133"), UG_LIT("IJs bij") },
	{ "Croatian", UG_LIT("\u01C4\u01C5\u01C6 \u01CC"),
	  UG_LIT("D\u017DD\u017Ed\u017E nj") },
	{ "long s", UG_LIT("\uFB05\uFB06"), UG_LIT("\u017Ftst") },
	{ "Armenian", UG_LIT("\uFB13\uFB17"), UG_LIT("\u0574\u0576\u0574\u056D") },
	{ "letters", UG_LIT("\u0153uvre \u00E6ble \u00DF \u0149"), { 0, 0 } },
	{ "Arabic", UG_LIT("\uFEFB \uFDFA"), { 0, 0 } },
};

/* Of all characters, those are taken whose decomposition is theirs. */
static void
check_all(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const form = unorm2_getNFKCInstance(&status);
	size_t n = 0;

	for (uint32_t c = 0xA0; c < 0xFFFF; c++) {
		const UChar unit = (UChar)c;
		struct ug_edits edits;
		char in[4], want[64];
		UChar units[32];
		size_t len = 0;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		pass_look(&ug_pass_ligatures, "all", (struct ug_text){ in,
		    ug_put_char(c, in) }, &edits);
		if (edits.n > 0) {
			const int32_t k = unorm2_normalize(form, &unit, 1,
			    units, 32, &status);

			n++;
			for (int32_t i = 0; i < k; i++)
				len += ug_put_char(units[i] == 's' && c ==
				    0xFB05 && i == 0 ? 0x17F : units[i],
				    want + len);
			CHECK("all", ug_text_equal(ug_edit_after(&edits,
			    &edits.v[0]), (struct ug_text){ want, len }));
		}
		ug_edits_free(&edits);
	}
	CHECK("all", U_SUCCESS(status) && n == 26);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_ligatures, rows, sizeof(rows) / sizeof(*rows));
	check_all();
	return check_done(argv[0]);
}
