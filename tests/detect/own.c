/*
 * own.c - the sentences of own.tsv, and the encodings of their languages
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "own.h"
#include "base/utf8.h"
#include "encode.h"

/* clang-format off */
const struct own_encodings own_encodings[] = {
	{ "br ca da de en es eu fi fr ga gl id is it nl no pt sq sv",
	  "windows-1252 IBM850 ISO-8859-15 IBM037 IBM500" },
	{ "br ca da de en es eu fi fr ga gl id it nl no pt sq sv",
	  "macintosh" },
	{ "ca de en es eu fi fr it nl sv", "IBM437" },
	{ "de fr es pt", "IBM00858 IBM01140" },
	{ "de", "IBM273 IBM01141" },
	{ "en", "IBM285 IBM1047" },
	{ "es", "IBM284" },
	{ "it", "IBM280" },
	{ "pt", "IBM860" },
	{ "is", "IBM871 IBM861 mac-iceland ISO-8859-10" },
	{ "fr", "IBM863 IBM297 IBM01147" },
	{ "da no", "IBM865 IBM277" },
	{ "fi sv", "IBM278 ISO-8859-10" },
	{ "no", "ISO-8859-10" },
	{ "br cy ga", "ISO-8859-14" },
	{ "eo mt", "ISO-8859-3" },
	{ "et", "windows-1257 ISO-8859-4 ISO-8859-13 ISO-8859-15 IBM775 "
	  "windows-1252" },
	{ "lt lv", "windows-1257 ISO-8859-4 ISO-8859-13 IBM775" },
	{ "cs hu pl sk", "windows-1250 ISO-8859-2 IBM852 x-mac-centraleurope" },
	{ "hr sl", "windows-1250 ISO-8859-2 IBM852 mac-croatian "
	  "ISO-8859-16" },
	{ "hu pl", "ISO-8859-16" },
	{ "ro", "windows-1250 ISO-8859-2 IBM852 ISO-8859-16 mac-romanian" },
	{ "ru", "windows-1251 KOI8-R IBM866 ISO-8859-5 IBM855 x-mac-cyrillic" },
	{ "uk", "windows-1251 KOI8-U cp1125 ISO-8859-5 IBM855 "
	  "x-mac-cyrillic" },
	{ "be", "windows-1251 ISO-8859-5 IBM855 x-mac-cyrillic" },
	{ "bg", "windows-1251 ISO-8859-5 IBM855 IBM866 x-mac-cyrillic" },
	{ "mk sr", "windows-1251 ISO-8859-5 IBM855 x-mac-cyrillic" },
	{ "kk", "KZ-1048 PTCP154" },
	{ "tg", "KOI8-T" },
	{ "el", "windows-1253 ISO-8859-7 cp737 IBM869 x-mac-greek cp875" },
	{ "tr", "windows-1254 IBM857 x-mac-turkish ISO-8859-3 IBM1026" },
	{ "he", "windows-1255 ISO-8859-8-I IBM862 cp856 IBM424" },
	{ "ar", "windows-1256 ISO-8859-6 cp720 IBM420" },
	{ "fa ur", "windows-1256" },
	{ "vi", "windows-1258 VISCII TCVN" },
	{ "th", "windows-874" },
	{ "ja", "Shift_JIS EUC-JP ISO-2022-JP" },
	{ "ko", "EUC-KR JOHAB ISO-2022-KR" },
	{ "zh", "GBK gb18030 HZ-GB-2312 ISO-2022-CN" },
	{ "zt", "Big5 EUC-TW" },
	/* Forms that are no charset of one language. */
	{ "ar cs de el en fr he hu ja ko ru th tr vi zh zt",
	  "UTF-16LE UTF-16BE UTF-32LE UTF-32BE UTF-7" },
};
/* clang-format on */

const size_t own_n_encodings = sizeof(own_encodings) / sizeof(*own_encodings);

bool
own_word(const char **list, struct ug_text *word)
{
	word->s = *list + strspn(*list, " ");
	word->len = strcspn(word->s, " ");
	*list = word->s + word->len;
	return word->len > 0;
}

bool
own_has(const char *list, const char *word)
{
	struct ug_text found;

	while (own_word(&list, &found))
		if (found.len == strlen(word) &&
		    memcmp(found.s, word, found.len) == 0)
			return true;
	return false;
}

static bool
own_take(struct ug_text row, struct own_line *line)
{
	const char *const tab = memchr(row.s, '\t', row.len);

	if (tab == NULL || tab - row.s >= (int)sizeof(line->language))
		return false;
	*line = (struct own_line){ .text = ug_text_part(row,
	    (size_t)(tab - row.s) + 1, row.len - (size_t)(tab - row.s) - 1) };
	memcpy(line->language, row.s, (size_t)(tab - row.s));
	return line->text.len > 0;
}

size_t
own_read(const char *path, struct own_line *lines, struct ug_buf *all)
{
	FILE *const file = fopen(path, "r");
	char part[4096];
	size_t n, n_lines = 0;
	bool ascii;

	if (file == NULL)
		return 0;
	while ((n = fread(part, 1, sizeof(part), file)) > 0)
		encode_add(all, part, n);
	fclose(file);
	if (ug_utf8_prefix((const unsigned char *)all->s, all->len, &ascii) !=
	    all->len)
		return 0;
	for (size_t at = 0; at < all->len && n_lines < OWN_MAX;) {
		const char *const row = all->s + at;
		const char *const end = memchr(row, '\n', all->len - at);
		const size_t len = end == NULL ? all->len - at :
		    (size_t)(end - row);

		at += len + 1;
		if (row[0] == '#' || strncmp(row, "language\t", 9) == 0)
			continue;
		if (!own_take((struct ug_text){ row, len }, &lines[n_lines++]))
			return 0;
	}
	return n_lines;
}
