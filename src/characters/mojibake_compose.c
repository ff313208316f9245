/*
 * mojibake_compose.c - a letter and its marks as the one character they are
 *
 * Mojibake that went through a normaliser, as a file system, may have its
 * letters taken apart:
 *
 *	A U+0303 U+00A9  ->  U+00C3 U+00A9   C3 A9 in windows-1252
 *
 * Such letters are put together when sequences are looked for, and go with the
 * sequence that they are part of; any other stays as it is.  Only letters that
 * some single-byte encoding has.
 */
#include "mojibake.h"

/* By mark: a letter without it and with it. */
static const struct {
	uint16_t mark;
	const char *letters;
} compositions[] = {
	{ 0x300, "AÀEÈIÌOÒUÙaàeèiìoòuù" },
	{ 0x301, "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzź"
	    "¨΅ΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώϊΐϋΰ"
	    "ГЃКЌгѓкќ" },
	{ 0x302, "AÂEÊIÎOÔUÛaâeêiîoôuû" },
	{ 0x303, "AÃNÑOÕaãnñoõIĨiĩUŨuũ" },
	{ 0x304, "AĀaāEĒeēIĪiīOŌoōUŪuū" },
	{ 0x306, "AĂaăGĞgğУЎИЙийуў" },
	{ 0x307, "EĖeėIİZŻzż" },
	{ 0x308, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸΙΪΥΫιϊυϋЕЁІЇеёії" },
	{ 0x30A, "AÅaåUŮuů" },
	{ 0x30B, "OŐoőUŰuű" },
	{ 0x30C, "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzž" },
	{ 0x31B, "OƠoơUƯuư" },
	{ 0x327, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ" },
	{ 0x328, "AĄaąEĘeęIĮiįUŲuų" },
	{ 0x338, "=≠" },
};

static uint32_t
letter_find(const char *letters, uint32_t base)
{
	const struct ug_text text = { letters, strlen(letters) };

	for (size_t at = 0; at < text.len; ) {
		const uint32_t plain = ug_text_next(text, &at);
		const uint32_t marked = ug_text_next(text, &at);

		if (plain == base)
			return marked;
	}
	return 0;
}

uint32_t
ug_mojibake_compose(struct ug_text text, size_t *at, uint32_t base)
{
	while (ug_mojibake_mark(text, *at)) {
		size_t end = *at;
		const uint32_t mark = ug_text_next(text, &end);
		uint32_t c = 0;

		for (size_t i = 0; i < sizeof(compositions) /
		    sizeof(*compositions); i++)
			if (compositions[i].mark == mark)
				c = letter_find(compositions[i].letters, base);
		if (c == 0)
			break;
		base = c;
		*at = end;
	}
	return base;
}
