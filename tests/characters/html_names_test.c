/*
 * html_names_test.c - each name of HTML 4 is found, and nothing that is none
 */
#include "characters/html_names.h"

#include "base/least.h"
#include "check.h"

/* Names of characters that follow one another; "-": the next one has none. */
static const struct {
	uint32_t first;
	const char *names;
} rows[] = {
	{ 0xA0, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf "
	    "laquo not shy reg macr deg plusmn sup2 sup3 acute micro para "
	    "middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave "
	    "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc "
	    "Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc "
	    "Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN "
	    "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave "
	    "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve "
	    "oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml "
	    "yacute thorn yuml" },
	{ 0x152, "OElig oelig" }, { 0x160, "Scaron scaron" }, { 0x178, "Yuml" },
	{ 0x192, "fnof" }, { 0x2C6, "circ" }, { 0x2DC, "tilde" },
	{ 0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa "
	    "Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi "
	    "Omega" },
	{ 0x3B1, "alpha beta gamma delta epsilon zeta eta theta iota kappa "
	    "lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi "
	    "psi omega" },
	{ 0x3D1, "thetasym upsih - - - piv" },
	{ 0x2002, "ensp emsp - - - - - thinsp - - zwnj zwj lrm rlm" },
	{ 0x2013, "ndash mdash - - - lsquo rsquo sbquo - ldquo rdquo bdquo - "
	    "dagger Dagger bull" },
	{ 0x2026, "hellip" }, { 0x2030, "permil - prime Prime" },
	{ 0x2039, "lsaquo rsaquo - - - oline" }, { 0x2044, "frasl" },
	{ 0x20AC, "euro" }, { 0x2111, "image" }, { 0x2118, "weierp" },
	{ 0x211C, "real" }, { 0x2122, "trade" }, { 0x2135, "alefsym" },
	{ 0x2190, "larr uarr rarr darr harr" }, { 0x21B5, "crarr" },
	{ 0x21D0, "lArr uArr rArr dArr hArr" },
	{ 0x2200, "forall - part exist - empty - nabla isin notin - ni" },
	{ 0x220F, "prod - sum minus" }, { 0x2217, "lowast" },
	{ 0x221A, "radic - - prop infin - ang" },
	{ 0x2227, "and or cap cup int" }, { 0x2234, "there4" },
	{ 0x223C, "sim" }, { 0x2245, "cong" }, { 0x2248, "asymp" },
	{ 0x2260, "ne equiv" }, { 0x2264, "le ge" },
	{ 0x2282, "sub sup nsub - sube supe" }, { 0x2295, "oplus - otimes" },
	{ 0x22A5, "perp" }, { 0x22C5, "sdot" },
	{ 0x2308, "lceil rceil lfloor rfloor" }, { 0x25CA, "loz" },
	{ 0x27E8, "lang rang" }, { 0x2660, "spades - - clubs - hearts diams" },
};

#define ALL 248 /* names in HTML 4.01, 24, less those of ASCII */

static struct ug_text names[ALL + 4];
static uint32_t codes[ALL + 4];
static size_t n_names;

static void
names_read(void)
{
	static const char *const markup[] = { "lt", "gt", "amp", "quot" };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *s = rows[i].names;

		for (uint32_t c = rows[i].first; *s != '\0'; c++) {
			const size_t len = strcspn(s, " ");

			if (*s != '-' && n_names < ALL) {
				codes[n_names] = c;
				names[n_names++] = (struct ug_text){ s, len };
			}
			s += len + (s[len] == ' ');
		}
	}
	CHECK("all of them", n_names == ALL);
	/* Of these there are none. */
	for (size_t i = 0; i < sizeof(markup) / sizeof(*markup); i++)
		names[n_names++] = (struct ug_text){ markup[i],
			strlen(markup[i]) };
}

/* What a name stands for; 0: it is none. */
static uint32_t
code_of(struct ug_text name)
{
	for (size_t i = 0; i < n_names; i++)
		if (ug_text_equal(names[i], name))
			return codes[i];
	return 0;
}

static void
check_name(struct ug_text name)
{
	CHECK(name.s, ug_html_name(name) == code_of(name));
}

/* A name, what it starts with, and with another byte at each place. */
static void
check_near(struct ug_text name)
{
	char other[UG_HTML_NAME_MAX + 3] = "";

	for (size_t len = 0; len <= name.len; len++)
		check_name((struct ug_text){ name.s, len });
	for (size_t i = 0; i <= name.len; i++) {
		memset(other, 0, sizeof(other));
		memcpy(other, name.s, name.len);
		for (const char *c = "0;AZamz\x7F"; *c != '\0'; c++) {
			other[i] = *c;
			check_name((struct ug_text){ other, UG_MAX(name.len,
			    i + 1) });
		}
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	names_read();
	for (size_t i = 0; i < n_names; i++)
		check_near(names[i]);
	return check_done(argv[0]);
}
