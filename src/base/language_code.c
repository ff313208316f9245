/*
 * language_code.c - one code for each language
 *
 *	"deu", "ger" -> "de"      "nob" -> "no"      "haw" -> "haw"
 *
 * ISO 639-1 where it has the language, both forms of ISO 639-2 and what ISO
 * 639-3 puts below one language here are made that, and so are codes that were
 * withdrawn.  The two of Norwegian are one: nothing here tells them apart.
 */
#include "language_code.h"

#include <string.h>

static const struct {
	char code[4], shorter[3];
} codes[] = {
	{ "aar", "aa" }, { "abk", "ab" }, { "afr", "af" }, { "aka", "ak" },
	{ "alb", "sq" }, { "als", "sq" }, { "amh", "am" }, { "ara", "ar" },
	{ "arb", "ar" }, { "arg", "an" }, { "arm", "hy" }, { "asm", "as" },
	{ "ava", "av" }, { "ave", "ae" }, { "aym", "ay" }, { "aze", "az" },
	{ "azj", "az" }, { "bak", "ba" }, { "bam", "bm" }, { "baq", "eu" },
	{ "bel", "be" }, { "ben", "bn" }, { "bih", "bh" }, { "bis", "bi" },
	{ "bod", "bo" }, { "bos", "bs" }, { "bre", "br" }, { "bul", "bg" },
	{ "bur", "my" }, { "cat", "ca" }, { "ces", "cs" }, { "cha", "ch" },
	{ "che", "ce" }, { "chi", "zh" }, { "chu", "cu" }, { "chv", "cv" },
	{ "cmn", "zh" }, { "cor", "kw" }, { "cos", "co" }, { "cre", "cr" },
	{ "cym", "cy" }, { "cze", "cs" }, { "dan", "da" }, { "deu", "de" },
	{ "div", "dv" }, { "dut", "nl" }, { "dzo", "dz" }, { "ekk", "et" },
	{ "ell", "el" }, { "eng", "en" }, { "epo", "eo" }, { "est", "et" },
	{ "eus", "eu" }, { "ewe", "ee" }, { "fao", "fo" }, { "fas", "fa" },
	{ "fij", "fj" }, { "fin", "fi" }, { "fra", "fr" }, { "fre", "fr" },
	{ "fry", "fy" }, { "ful", "ff" }, { "geo", "ka" }, { "ger", "de" },
	{ "gla", "gd" }, { "gle", "ga" }, { "glg", "gl" }, { "glv", "gv" },
	{ "gre", "el" }, { "grn", "gn" }, { "guj", "gu" }, { "hat", "ht" },
	{ "hau", "ha" }, { "heb", "he" }, { "her", "hz" }, { "hin", "hi" },
	{ "hmo", "ho" }, { "hrv", "hr" }, { "hun", "hu" }, { "hye", "hy" },
	{ "ibo", "ig" }, { "ice", "is" }, { "ido", "io" }, { "iii", "ii" },
	{ "iku", "iu" }, { "ile", "ie" }, { "in", "id" }, { "ina", "ia" },
	{ "ind", "id" }, { "ipk", "ik" }, { "isl", "is" }, { "ita", "it" },
	{ "iw", "he" }, { "jav", "jv" }, { "ji", "yi" }, { "jpn", "ja" },
	{ "kal", "kl" }, { "kan", "kn" }, { "kas", "ks" }, { "kat", "ka" },
	{ "kau", "kr" }, { "kaz", "kk" }, { "khk", "mn" }, { "khm", "km" },
	{ "kik", "ki" }, { "kin", "rw" }, { "kir", "ky" }, { "kom", "kv" },
	{ "kon", "kg" }, { "kor", "ko" }, { "kua", "kj" }, { "kur", "ku" },
	{ "lao", "lo" }, { "lat", "la" }, { "lav", "lv" }, { "lim", "li" },
	{ "lin", "ln" }, { "lit", "lt" }, { "ltz", "lb" }, { "lub", "lu" },
	{ "lug", "lg" }, { "lvs", "lv" }, { "mac", "mk" }, { "mah", "mh" },
	{ "mal", "ml" }, { "mao", "mi" }, { "mar", "mr" }, { "may", "ms" },
	{ "mkd", "mk" }, { "mlg", "mg" }, { "mlt", "mt" }, { "mon", "mn" },
	{ "mri", "mi" }, { "msa", "ms" }, { "mya", "my" }, { "nau", "na" },
	{ "nav", "nv" }, { "nb", "no" }, { "nbl", "nr" }, { "nde", "nd" },
	{ "ndo", "ng" }, { "nep", "ne" }, { "nld", "nl" }, { "nn", "no" },
	{ "nno", "no" }, { "nob", "no" }, { "nor", "no" }, { "npi", "ne" },
	{ "nya", "ny" }, { "oci", "oc" }, { "oji", "oj" }, { "ori", "or" },
	{ "orm", "om" }, { "ory", "or" }, { "oss", "os" }, { "pan", "pa" },
	{ "per", "fa" }, { "pes", "fa" }, { "pli", "pi" }, { "pol", "pl" },
	{ "por", "pt" }, { "pus", "ps" }, { "que", "qu" }, { "roh", "rm" },
	{ "ron", "ro" }, { "rum", "ro" }, { "run", "rn" }, { "rus", "ru" },
	{ "sag", "sg" }, { "san", "sa" }, { "sin", "si" }, { "slk", "sk" },
	{ "slo", "sk" }, { "slv", "sl" }, { "sme", "se" }, { "smo", "sm" },
	{ "sna", "sn" }, { "snd", "sd" }, { "som", "so" }, { "sot", "st" },
	{ "spa", "es" }, { "sqi", "sq" }, { "srd", "sc" }, { "srp", "sr" },
	{ "ssw", "ss" }, { "sun", "su" }, { "swa", "sw" }, { "swe", "sv" },
	{ "tah", "ty" }, { "tam", "ta" }, { "tat", "tt" }, { "tel", "te" },
	{ "tgk", "tg" }, { "tgl", "tl" }, { "tha", "th" }, { "tib", "bo" },
	{ "tir", "ti" }, { "ton", "to" }, { "tsn", "tn" }, { "tso", "ts" },
	{ "tuk", "tk" }, { "tur", "tr" }, { "twi", "tw" }, { "uig", "ug" },
	{ "ukr", "uk" }, { "urd", "ur" }, { "uzb", "uz" }, { "uzn", "uz" },
	{ "ven", "ve" }, { "vie", "vi" }, { "vol", "vo" }, { "wel", "cy" },
	{ "wln", "wa" }, { "wol", "wo" }, { "xho", "xh" }, { "ydd", "yi" },
	{ "yid", "yi" }, { "yor", "yo" }, { "zha", "za" }, { "zho", "zh" },
	{ "zul", "zu" },
};

void
ug_language_code_fold(char code[4])
{
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (strcmp(codes[i].code, code) == 0) {
			memcpy(code, codes[i].shorter,
			    sizeof(codes[i].shorter));
			return;
		}
}
