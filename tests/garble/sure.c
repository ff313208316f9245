/*
 * sure.c - kinds of damage that can be nothing else
 */
#include "sure.h"

#include "base/utf8.h"
#include "detect/own.h"
#include "random.h"
#include "stream/harness.h"

#define UTF8(as, most) { NULL, "UTF-8", as, 1, 8, most }, \
	{ NULL, "UTF-8", as, 2, 16, most }

const struct sure_kind sure_kinds[] = {
	UTF8("windows-1252", 0),
	UTF8("ISO-8859-1", 0),
	UTF8("macintosh", 0),
	UTF8("IBM437", 0),
	UTF8("IBM850", 1),
	UTF8("windows-1250", 0),
	UTF8("windows-1251", 0),
	UTF8("KOI8-R", 2),
	UTF8("IBM866", 1),
	{ "ru bg", "windows-1251", "KOI8-R", 1, 12, 2 },
	{ "ru bg", "KOI8-R", "windows-1251", 1, 12, 0 },
	{ "ru bg", "IBM866", "windows-1251", 1, 12, 0 },
	{ "ru bg", "windows-1251", "IBM866", 1, 12, 4 },
	{ "ru bg", "KOI8-R", "IBM866", 1, 12, 0 },
	{ "ru bg", "IBM866", "KOI8-R", 1, 12, 0 },
	{ "ru uk be bg sr mk", "windows-1251", "windows-1252", 1, 12, 2 },
	{ "ru uk be bg sr mk", "windows-1251", "ISO-8859-1", 1, 12, 4 },
	{ "ru bg", "KOI8-R", "windows-1252", 1, 12, 0 },
	{ "ru bg", "KOI8-R", "ISO-8859-1", 1, 12, 0 },
	{ "el", "windows-1253", "windows-1252", 1, 12, 0 },
	{ "he", "windows-1255", "windows-1252", 1, 12, 0 },
	{ "ar", "windows-1256", "windows-1252", 1, 12, 0 },
	{ "th", "windows-874", "windows-1252", 1, 12, 0 },
	{ "ja", "Shift_JIS", "ISO-8859-1", 1, 16, 0 },
	{ "ja", "EUC-JP", "ISO-8859-1", 1, 16, 0 },
	{ "zh", "GBK", "ISO-8859-1", 1, 16, 0 },
	{ "zt", "Big5", "ISO-8859-1", 1, 16, 0 },
	{ "ko", "EUC-KR", "ISO-8859-1", 1, 16, 0 },
	{ "zh zt ja ko", "UTF-8", "GBK", 1, 12, 0 },
	{ "zh zt ja ko", "UTF-8", "gb18030", 1, 12, 0 },
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
static bool
damage_is_enough(const struct damage *damage, unsigned least)
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

/*
 * Another encoding of single bytes reads what came of a step as UTF-8, too, and
 * as another text: so does ISO-8859-2 what windows-1250 has made of some lines.
 */
static bool
step_is_twofold(const struct codecs *codecs, struct damage *damage,
    unsigned step)
{
	const struct ug_buf *const before = &damage->stages[step];
	const struct ug_text line = { damage->stages[step + 1].s,
		damage->stages[step + 1].len };

	for (size_t i = 0; i < codecs->n; i++) {
		const struct codec *const other = &codecs->list[i];
		struct ug_buf *const bytes = &damage->bytes;

		if (other->kind == CODEC_SINGLE &&
		    codec_encode(other, line, bytes) &&
		    ug_utf8_prefix((unsigned char *)bytes->s, bytes->len,
		    NULL) == bytes->len && (bytes->len != before->len ||
		    memcmp(bytes->s, before->s, bytes->len) != 0))
			return true;
	}
	return false;
}

static bool
damage_is_twofold(const struct codecs *codecs, struct damage *damage)
{
	for (unsigned i = 0; i < damage->plan.n_steps; i++)
		if (step_is_twofold(codecs, damage, i))
			return true;
	return false;
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
	    random_next(seed)) && damage_is_enough(damage, k->least) &&
	    !damage_is_twofold(codecs, damage);
	ug_buf_free(&text);
	return good;
}
