/*
 * sure.c - kinds of damage that can be nothing else
 */
#include "garble/sure.h"

#include "detect/own.h"
#include "stream/harness.h"

#define UTF8(as) { NULL, "UTF-8", as, 1, 8 }, { NULL, "UTF-8", as, 2, 16 }

const struct sure_kind sure_kinds[] = {
	UTF8("windows-1252"),
	UTF8("ISO-8859-1"),
	UTF8("macintosh"),
	UTF8("IBM437"),
	UTF8("IBM850"),
	UTF8("windows-1250"),
	UTF8("windows-1251"),
	UTF8("KOI8-R"),
	UTF8("IBM866"),
	{ "ru bg", "windows-1251", "KOI8-R", 1, 12 },
	{ "ru bg", "KOI8-R", "windows-1251", 1, 12 },
	{ "ru bg", "IBM866", "windows-1251", 1, 12 },
	{ "ru bg", "windows-1251", "IBM866", 1, 12 },
	{ "ru bg", "KOI8-R", "IBM866", 1, 12 },
	{ "ru bg", "IBM866", "KOI8-R", 1, 12 },
	{ "ru uk be bg sr mk", "windows-1251", "windows-1252", 1, 12 },
	{ "ru uk be bg sr mk", "windows-1251", "ISO-8859-1", 1, 12 },
	{ "ru bg", "KOI8-R", "windows-1252", 1, 12 },
	{ "ru bg", "KOI8-R", "ISO-8859-1", 1, 12 },
	{ "el", "windows-1253", "windows-1252", 1, 12 },
	{ "he", "windows-1255", "windows-1252", 1, 12 },
	{ "ar", "windows-1256", "windows-1252", 1, 12 },
	{ "th", "windows-874", "windows-1252", 1, 12 },
	{ "ja", "Shift_JIS", "windows-1252", 1, 16 },
	{ "ja", "EUC-JP", "ISO-8859-1", 1, 16 },
	{ "zh", "GBK", "ISO-8859-1", 1, 16 },
	{ "zt", "Big5", "ISO-8859-1", 1, 16 },
	{ "ko", "EUC-KR", "ISO-8859-1", 1, 16 },
	{ "zh zt ja ko", "UTF-8", "GBK", 1, 12 },
	{ "zh zt ja ko", "UTF-8", "gb18030", 1, 12 },
	{ "zh zt ja ko", "UTF-8", "Shift_JIS", 1, 12 },
	{ "zh zt ja ko", "UTF-8", "Big5", 1, 12 },
};

const size_t sure_n_kinds = sizeof(sure_kinds) / sizeof(*sure_kinds);

bool
sure_plan(const struct codecs *codecs, size_t kind, struct damage_plan *plan)
{
	const struct sure_kind *const k = &sure_kinds[kind];

	*plan = (struct damage_plan){ .n_steps = k->layers };
	for (unsigned i = 0; i < k->layers; i++) {
		plan->steps[i].from = codec_by_name(codecs, k->from);
		plan->steps[i].as = codec_by_name(codecs, k->as);
	}
	return plan->steps[0].from != NULL && plan->steps[0].as != NULL;
}

/* Enough characters tell, and no byte stood for nothing. */
bool
sure_enough(const struct damage *damage, unsigned least)
{
	const struct ug_text line = { damage->line.s, damage->line.len };
	const char *const as = damage->plan.steps[0].as->name;
	unsigned n = 0;

	for (size_t at = 0; at < line.len;) {
		const uint32_t c = ug_text_next(line, &at);

		n += c >= 0x80;
		if (c >= 0x80 && c < 0xA0 && strcmp(as, "ISO-8859-1") != 0)
			return false;
	}
	return n >= least;
}

bool
sure_draw(const struct codecs *codecs, const struct draw_sentences *sentences,
    size_t kind, uint64_t *seed, struct damage *damage)
{
	const struct sure_kind *const k = &sure_kinds[kind];
	size_t language = random_next(seed) % sentences->n_languages;
	struct damage_plan plan;
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	bool good;

	if (!sure_plan(codecs, kind, &plan))
		return false;
	for (size_t tries = 0; k->languages != NULL &&
	    !own_has(k->languages, sentences->languages[language].code);
	    tries++) {
		if (tries == sentences->n_languages)
			return false;
		language = (language + 1) % sentences->n_languages;
	}
	draw_line(sentences, language, seed, &text);
	good = damage_make(damage, &plan, (struct ug_text){ text.s, text.len },
	    random_next(seed)) && sure_enough(damage, k->least);
	ug_buf_free(&text);
	return good;
}
