/*
 * escapes_test.c - escaped text that becomes its characters, and what stays
 */
#include "characters/html_names.h"
#include "repair/pass_check.h"
#include "stream/fixes_check.h"

static const struct pass_row rows[] = {
	{ "empty", UG_LIT(""), { 0, 0 } },
	{ "plain", UG_LIT("d\u00E9j\u00E0 vu, 100 %, a=b & <c> \\d"),
	  { 0, 0 } },

	{ "json", UG_LIT("caf\\u00e9 \\u00C9t\\u00e9"),
	  UG_LIT("caf\u00E9 \u00C9t\u00E9") },
	{ "json: a run", UG_LIT("\\u043e\\u043d\\u0430"), UG_LIT("она") },
	{ "json: a pair", UG_LIT("so \\ud83d\\ude00!"),
	  UG_LIT("so \U0001F600!") },
	{ "json: half a pair", UG_LIT("\\ud83d so \\ude00 \\ud83dx"),
	  { 0, 0 } },
	{ "json: half a pair before another",
	  UG_LIT("\\ud83d\\ud83d\\ude00"), UG_LIT("\\ud83d\U0001F600") },
	{ "json: ASCII", UG_LIT("\\u0041\\u003c\\u007F\\u000a"), { 0, 0 } },
	{ "json: controls", UG_LIT("\\u0085\\u009f\\u0080"), { 0, 0 } },
	{ "json: noncharacters", UG_LIT("\\ufffe \\uFFFF \\ufdd0"), { 0, 0 } },
	{ "json: private use", UG_LIT("icon: '\\uf0c9'"), { 0, 0 } },
	{ "json: line ends, turns, marks",
	  UG_LIT("\\u2028\\u202e\\u2066\\ufeff\\ufffd"), { 0, 0 } },
	{ "json: between what stays",
	  UG_LIT("\\n\\u00e9\\u0022\\u00e8\\t"),
	  UG_LIT("\\n\u00E9\\u0022\u00E8\\t") },
	{ "json: cut", UG_LIT("caf\\u00e"), { 0, 0 } },
	{ "json: no digits", UG_LIT("\\uname \\u00g9 \\u"), { 0, 0 } },
	{ "json: escaped backslash", UG_LIT("\\\\u00e9 a\\\\u00e9"),
	  { 0, 0 } },
	{ "json: escaped backslash, then one", UG_LIT("a\\\\\\u00e9"),
	  UG_LIT("a\\\\\u00E9") },
	{ "json: twice escaped backslash", UG_LIT("a\\\\\\\\u00e9"),
	  { 0, 0 } },
	{ "json: a path in it", UG_LIT("\"C:\\\\temp\\\\\\u00e9t\\u00e9\""),
	  UG_LIT("\"C:\\\\temp\\\\\u00E9t\u00E9\"") },
	{ "json: hyphens in a list",
	  UG_LIT("[\"\\u043d\\u0430-\\u0414\"]"),
	  UG_LIT("[\"на-Д\"]") },
	{ "json: a question", UG_LIT("\\u3067\\u3057\\u3087\\u3046?"),
	  UG_LIT("でしょう?") },

	{ "path", UG_LIT("C:\\users\\ubeef\\u00e9 D:\\u00e9"), { 0, 0 } },
	{ "path with a space", UG_LIT("C:\\Old Files\\ubeef\\u00e9"),
	  { 0, 0 } },
	{ "path, then an escape",
	  UG_LIT("\"C:\\udead\" is \"caf\\u00e9\""),
	  UG_LIT("\"C:\\udead\" is \"caf\u00E9\"") },
	{ "path on a server", UG_LIT("\\\\files\\ubeef\\u00e9"), { 0, 0 } },
	{ "a colon is no path", UG_LIT("caf:\\u00e9"), UG_LIT("caf:\u00E9") },
	{ "class of a regular expression",
	  UG_LIT("/[a-z\\u00c0-\\u017f_]+/ [\\xC3\\xA0-\\xC3\\xBF]"),
	  { 0, 0 } },
	{ "class, then text", UG_LIT("[^\\u0300-\\u036f] \\u00e9"),
	  UG_LIT("[^\\u0300-\\u036f] \u00E9") },
	{ "brackets", UG_LIT("[\\u00e9] [\\u00e0"), UG_LIT("[\u00E9] [\u00E0") },
	{ "rtf", UG_LIT("{\\rtf1 it\\u8217?s \\u12354?\\u8230\\'85}"),
	  { 0, 0 } },

	{ "code points", UG_LIT("\\U0001F600 \\u{1f600} \\u{e9} \\x{20AC}"),
	  UG_LIT("\U0001F600 \U0001F600 \u00E9 \u20AC") },
	{ "code points that stay",
	  UG_LIT("\\U00110000 \\U0000004 \\u{41} \\u{} \\u{e9 \\u{d800} "
	  "\\u{1234567} \\u{a} \\U0001FFFE C:\\Users"), { 0, 0 } },
	{ "angle brackets", UG_LIT("caf<U+00E9> <U+0001F600> <U+043E><U+043D>"),
	  UG_LIT("caf\u00E9 \U0001F600 он") },
	{ "angle brackets that stay",
	  UG_LIT("<U+0041> <U+E9> U+00E9 <U+00E9 <U+D83D> <u> <U+>"),
	  { 0, 0 } },

	{ "bytes", UG_LIT("caf\\xc3\\xa9 \\xE2\\x82\\xAC5"),
	  UG_LIT("caf\u00E9 \u20AC5") },
	{ "bytes of no UTF-8", UG_LIT("caf\\xe9 \\xc3 \\xa9 \\xe9\\xc3\\xa9"),
	  { 0, 0 } },
	{ "bytes: overlong, surrogate, beyond",
	  UG_LIT("\\xc1\\x81 \\xed\\xa0\\xbd \\xf4\\x90\\x80\\x80"),
	  { 0, 0 } },
	{ "octal", UG_LIT("\"caf\\303\\251 \\342\\202\\254\""),
	  UG_LIT("\"caf\u00E9 \u20AC\"") },
	{ "octal that stays", UG_LIT("\\1\\2 \\303 \\351 \\033[0m \\777 \\703\\251"),
	  { 0, 0 } },

	{ "percent", UG_LIT("http://a.example/caf%C3%A9/%e2%82%ac?q=%D0%BE"),
	  UG_LIT("http://a.example/caf\u00E9/\u20AC?q=о") },
	{ "percent: ASCII stays", UG_LIT("a%20b%2Fc%25C3%25A9 %C3%A9%20%C3%A8"),
	  UG_LIT("a%20b%2Fc%25C3%25A9 \u00E9%20\u00E8") },
	{ "percent: no UTF-8", UG_LIT("?q=caf%E9 ?q=%CF%F0%E8%E2"), { 0, 0 } },
	{ "percent: a legacy byte in the link",
	  UG_LIT("/caf%C3%A9/%E9t%E9 /caf%C3%A9"),
	  UG_LIT("/caf%C3%A9/%E9t%E9 /caf\u00E9") },
	{ "percent: cut", UG_LIT("100%C3 50%C3%A 100%C3%"), { 0, 0 } },
	{ "percent: sequence cut", UG_LIT("a%E2%82 %C3"), { 0, 0 } },
	{ "percent: not of a URL", UG_LIT("like '%de%be%' or %d%C3%A9"),
	  { 0, 0 } },
	{ "percent: controls and turns", UG_LIT("a%C2%85b%E2%80%AEc%C3%A9"),
	  UG_LIT("a%C2%85b%E2%80%AEc\u00E9") },
	{ "percent: spaces in a link",
	  UG_LIT("http://a.example/%C3%A9%C2%A0%C3%A9%E3%80%80 %C3%A9%C2%A0!"),
	  UG_LIT("http://a.example/\u00E9%C2%A0\u00E9%E3%80%80 "
	  "\u00E9\u00A0!") },

	{ "quoted-printable", UG_LIT("Le caf=C3=A9 =C3=A9t=C3=A9, 5 =E2=82=AC"),
	  UG_LIT("Le caf\u00E9 \u00E9t\u00E9, 5 \u20AC") },
	{ "quoted-printable: ASCII stays", UG_LIT("a =3D b=20=\n"), { 0, 0 } },
	{ "quoted-printable: beside ASCII", UG_LIT("=3D=C3=A9t=C3=A9=\n"),
	  UG_LIT("=3D\u00E9t\u00E9=\n") },
	{ "quoted-printable: no UTF-8", UG_LIT("caf=E9 =E9=C3=A9"), { 0, 0 } },
	{ "quoted-printable: small letters", UG_LIT("caf=c3=a9"), { 0, 0 } },
	{ "quoted-printable: degrees", UG_LIT("60=C2=B0 or 25=C2=B0C"),
	  UG_LIT("60\u00B0 or 25\u00B0C") },
	{ "no cell is in row 0", UG_LIT("5 =C3=A0 6\n5 =D0=B8 6\n60=C2=B0\n"),
	  UG_LIT("5 \u00E0 6\n5 и 6\n60\u00B0\n") },
	{ "assignments", UG_LIT("x=E9 y=C3 x=E9;y=A9"), { 0, 0 } },
	{ "query", UG_LIT("a.example/?a=C3=A9 /?b=1&a=C3=A9b"), { 0, 0 } },
	{ "option and variable", UG_LIT("--tint=C3=A9 $tint=C3=A9 "
	  "my_tint=C3=A9x"), { 0, 0 } },
	{ "formula", UG_LIT("=C3=B5"), { 0, 0 } },
	{ "formulas", UG_LIT("A1=C3=B5, AB12=D4=A9\t=C3=B51"), { 0, 0 } },
	{ "a cell beside text", UG_LIT("A1=C3=B5 caf=C3=A9"),
	  UG_LIT("A1=C3=B5 caf\u00E9") },
	{ "no formula beside text", UG_LIT("che =C3=A8 cos=C3=AC"),
	  UG_LIT("che \u00E8 cos\u00EC") },
	{ "header", UG_LIT("Subject: =?UTF-8?Q?caf=C3=A9_=C3=A9t=C3=A9?= "
	  "=?utf-8?q?=C3=A9t=C3=A9?="), { 0, 0 } },
	{ "no header", UG_LIT("=?a caf=C3=A9"), UG_LIT("=?a caf\u00E9") },

	{ "html", UG_LIT("caf&eacute; &#233; &#xE9; &#Xe9; &#x1F600;"),
	  UG_LIT("caf\u00E9 \u00E9 \u00E9 \u00E9 \U0001F600") },
	{ "html: names", UG_LIT("&Omega;&thetasym;&zwj;&euro;&nbsp;&Alpha;"),
	  UG_LIT("\u03A9\u03D1\u200D\u20AC\u00A0\u0391") },
	{ "html: markup stays",
	  UG_LIT("&lt;b&gt; &amp;eacute; &quot; &apos; &#60; &#x3c; &#38;"),
	  { 0, 0 } },
	{ "html: no end", UG_LIT("caf&eacute &#233 &#xE9 &"), { 0, 0 } },
	{ "html: no name", UG_LIT("&Eacut; &eacutes; &; &thetasymb; &EACUTE;"),
	  { 0, 0 } },
	{ "html: windows-1252", UG_LIT("it&#146;s &#x80;5 &#129;"),
	  UG_LIT("it\u2019s \u20AC5 &#129;") },
	{ "html: no characters",
	  UG_LIT("&#xD800; &#1114112; &#xFFFE; &#0; &#99999999999; &#xE000;"),
	  { 0, 0 } },
	{ "html: leading zeros", UG_LIT("&#000233;"), UG_LIT("\u00E9") },

	{ "forms together", UG_LIT("\\u00e9&eacute;%C3%A9<U+00E9>"),
	  UG_LIT("\u00E9\u00E9\u00E9\u00E9") },
	{ "lines apart", UG_LIT("t=C3=A9t=C3=A9\n=C3=B5\n"),
	  UG_LIT("t\u00E9t\u00E9\n=C3=B5\n") },
};

/* Another pass was at work in this round: the next one is soon enough. */
static const struct pass_row changed_rows[] = {
	{ "changed", UG_LIT("caf\\u00e9"), { 0, 0 } },
};

/* In a stream: only if asked for, and mojibake that was escaped goes first. */
static const struct {
	const char *fixes;
	struct ug_text in, out;
} stream_rows[] = {
	{ NULL, UG_LIT("caf\\u00e9\n"), UG_LIT("caf\\u00e9\n") },
	{ "characters", UG_LIT("caf\\u00e9\n"), UG_LIT("caf\\u00e9\n") },
	{ "+escapes", UG_LIT("caf\\u00e9\n"), UG_LIT("caf\u00E9\n") },
	{ "+escapes", UG_LIT("un caf\\u00c3\\u00a9\n"),
	  UG_LIT("un caf\u00E9\n") },
	{ "+escapes", UG_LIT("un caf%C3%83%C2%A9 %C3%83%C2%A0 Lyon\n"),
	  UG_LIT("un caf\u00E9 \u00E0 Lyon\n") },
	{ "+escapes", UG_LIT("it\\u00e2\\u0080\\u0099s \\u00e0\n"),
	  UG_LIT("it\u2019s \u00E0\n") },
	{ "+escapes", UG_LIT("&amp;eacute; %25C3%25A9 \\\\u00e9\n"),
	  UG_LIT("&amp;eacute; %25C3%25A9 \\\\u00e9\n") },
};

static void
check_names(void)
{
	static const struct {
		const char *name;
		uint32_t c;
	} names[] = {
		{ "AElig", 0xC6 }, { "zwnj", 0x200C }, { "lang", 0x27E8 },
		{ "yen", 0xA5 }, { "lt", 0 }, { "amp", 0 }, { "", 0 },
		{ "sup", 0x2283 }, { "sup1", 0xB9 }, { "supe", 0x2287 },
		{ "su", 0 },
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		CHECK(names[i].name, ug_html_name((struct ug_text){
		    names[i].name, strlen(names[i].name) }) == names[i].c);
}

int
main(int argc, char *argv[])
{
	const struct ug_scope changed = { .encoding = "UTF-8",
		.confidence = 90, .changed = true };

	(void)argc;
	check_pass(&ug_pass_escapes, rows, sizeof(rows) / sizeof(*rows));
	check_pass_rounds(&ug_pass_escapes, &changed, changed_rows,
	    sizeof(changed_rows) / sizeof(*changed_rows), 0);
	for (size_t i = 0; i < sizeof(stream_rows) / sizeof(*stream_rows); i++)
		check_fixes(stream_rows[i].in.s, stream_rows[i].fixes,
		    stream_rows[i].in, stream_rows[i].out);
	check_names();
	return check_done(argv[0]);
}
