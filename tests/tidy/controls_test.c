/*
 * controls_test.c - which control characters go, and what is struck over
 */
#include "repair/pass_check.h"

static const struct pass_row rows[] = {
	{ "NUL, DEL", UG_LIT("a\0b\x7F" "c\n"), UG_LIT("abc\n") },
	{ "all of C0", UG_LIT("\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0E\x0F"
	  "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1Fx"),
	  UG_LIT("x") },
	{ "white space", UG_LIT("a\tb\fc\r\n\f\n"), { 0, 0 } },
	{ "C1", UG_LIT("a\xC2\x80\xC2\x9F"), { 0, 0 } },
	{ "bold", UG_LIT("N\x08NA\x08" "AM\x08M"), UG_LIT("NAM") },
	{ "bold, thrice", UG_LIT("N\x08N\x08N"), UG_LIT("N") },
	{ "underlined", UG_LIT("_\x08n_\x08\u00E9"), UG_LIT("n\u00E9") },
	{ "underlined behind", UG_LIT("n\x08_a"), UG_LIT("na") },
	{ "taken back", UG_LIT("ab\x08" "c"), UG_LIT("abc") },
	{ "at the ends", UG_LIT("\x08" "a\x08"), UG_LIT("a") },
	{ "several", UG_LIT("abc\x08\x08\x08"), UG_LIT("abc") },
	{ "a bullet", UG_LIT("+\x08\x08o"), UG_LIT("+o") },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_controls, rows, sizeof(rows) / sizeof(*rows));
	return check_done(argv[0]);
}
