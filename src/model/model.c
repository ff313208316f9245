/*
 * model.c - characters and languages, as the model knows them
 *
 *	U+00C9  a capital of Latin; its number in Latin's tables is U+00E9's
 *
 * What they cost one behind the other is tally.c's.
 */
#include "model.h"

#include <string.h>

#include "blob_read.h"

size_t
ug_n_languages(void)
{
	return blob_header(UG_BLOB_N_LANGUAGES);
}

const char *
ug_language_code(size_t language)
{
	return (const char *)ug_model_blob + blob_header(UG_BLOB_LANGUAGES) +
	    language * 4;
}

const char *
ug_language_iso(size_t language)
{
	const char *const code = ug_language_code(language);

	return strcmp(code, "zt") == 0 ? "zh" : code;
}

enum ug_script
ug_language_script(size_t language)
{
	return (enum ug_script)blob_table(blob_table_of(language))[0];
}

size_t
ug_language_of(const char *code)
{
	for (size_t l = 0; l < ug_n_languages(); l++)
		if (strcmp(ug_language_code(l), code) == 0)
			return l;
	return SIZE_MAX;
}

struct ug_glyph
ug_glyph_of(uint32_t c)
{
	const unsigned char *entry;
	struct ug_glyph glyph = { UG_OTHER, UG_NO_SCRIPT, 0 };

	if (c > 0xFFFF) {
		if (c >= 0x20000 && c < 0x40000)
			glyph = (struct ug_glyph){ UG_IDEOGRAPH, UG_CJK, 0 };
		else if (c >= 0x1F000 && c < 0x20000)
			glyph.class = UG_EMOJI;
		else if (c >= 0xF0000)
			glyph.class = UG_PRIVATE;
		return glyph;
	}
	const size_t page = ug_model_blob[blob_header(UG_BLOB_PAGES) +
	    (c >> 8)];

	entry = ug_model_blob + blob_header(UG_BLOB_GLYPHS) +
	    (size_t)blob_half_at(blob_header(UG_BLOB_PAGE) + page * 512 +
	    (c & 0xFF) * 2) * 4;
	glyph.class = entry[0];
	glyph.script = entry[1];
	glyph.symbol = entry[0] == UG_IDEOGRAPH ? (uint16_t)c :
	    (uint16_t)(entry[2] | entry[3] << 8);
	return glyph;
}
