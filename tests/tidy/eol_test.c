/*
 * eol_test.c - line ends of one kind, in texts and in streams
 */
#include "repair/pass_check.h"
#include "stream/fixes_check.h"

static const struct pass_row lf_rows[] = {
	{ "CR LF", UG_LIT("a\r\n"), UG_LIT("a\n") },
	{ "several", UG_LIT("a\r\nb\n\r\n"), UG_LIT("a\nb\n\n") },
	{ "CR", UG_LIT("a\rb\r"), UG_LIT("a\nb\n") },
	{ "CR within", UG_LIT("10 %\r20 %\n"), { 0, 0 } },
	{ "CR CR LF", UG_LIT("a\r\r\r\n"), UG_LIT("a\n") },
	{ "CR and CR LF", UG_LIT("a\r\r\nb\r"), UG_LIT("a\n\nb\n") },
	{ "others", UG_LIT("a\xC2\x85" "b\u2028c\v\f\n"), { 0, 0 } },
	{ "no end", UG_LIT("a"), { 0, 0 } },
};

static const struct pass_row crlf_rows[] = {
	{ "LF", UG_LIT("a\n"), UG_LIT("a\r\n") },
	{ "several", UG_LIT("a\r\nb\n\n"), UG_LIT("a\r\nb\r\n\r\n") },
	{ "CR", UG_LIT("a\rb\r"), UG_LIT("a\r\nb\r\n") },
	{ "CR within", UG_LIT("10 %\r20 %\r\n"), { 0, 0 } },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	check_pass(&ug_pass_eol_lf, lf_rows,
	    sizeof(lf_rows) / sizeof(*lf_rows));
	check_pass(&ug_pass_eol_crlf, crlf_rows,
	    sizeof(crlf_rows) / sizeof(*crlf_rows));
	check_fixes("lf", "+eol-lf", UG_TEXT("a\r\nb\nc"), UG_TEXT("a\nb\nc"));
	check_fixes("crlf", "+eol-crlf", UG_TEXT("a\r\nb\nc"),
	    UG_TEXT("a\r\nb\r\nc"));
	check_fixes("CR ends lines", "+eol-lf", UG_TEXT("a\rb\r\rc\r"),
	    UG_TEXT("a\nb\n\nc\n"));
	check_fixes("the last one", "+eol-lf,+eol-crlf", UG_TEXT("a\nb\r\n"),
	    UG_TEXT("a\r\nb\r\n"));
	check_fixes("by default", NULL, UG_TEXT("a\r\nb\nc\r"),
	    UG_TEXT("a\r\nb\nc\r"));
	return check_done(argv[0]);
}
