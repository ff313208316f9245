/*
 * draw.c - sentences, and plans to damage them, drawn by a seed
 */
#include "draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "detect/encode.h"
#include "detect/own.h"
#include "random.h"
#include "stream/harness.h"

const char *const draw_families[DRAW_N_FAMILIES] = {
	"UTF-8 > single byte", "UTF-8 > East Asian",
	"East Asian > single byte", "single byte > single byte",
	"East Asian > East Asian", "single byte > East Asian", "layers"
};

static const char *const east_names[] = {
	"GBK", "gb18030", "Big5", "EUC-JP", "Shift_JIS", "EUC-KR"
};

/* Those that text is read as most often, every other time. */
static const char *const common_names[] = {
	"windows-1252", "ISO-8859-1", "macintosh", "IBM437", "IBM850",
	"windows-1251", "KOI8-R", "IBM866", "windows-1250", "ISO-8859-2",
	"IBM852", "windows-1253", "windows-1254", "windows-1256"
};

#define N(array) (sizeof(array) / sizeof(*(array)))
#define PICK(array, seed) ((array)[random_next(seed) % N(array)])

static void
sentence_add(struct draw_sentences *s, const char *code, size_t code_len,
    struct ug_text text)
{
	size_t i = s->n_languages;

	if (code_len >= sizeof(s->languages[0].code) || text.len == 0)
		return;
	if (i == 0 || strlen(s->languages[i - 1].code) != code_len ||
	    memcmp(s->languages[i - 1].code, code, code_len) != 0) {
		if (i == DRAW_LANGUAGES)
			return;
		memcpy(s->languages[i].code, code, code_len);
		s->languages[i].first = s->n;
		s->n_languages++;
	} else {
		i--;
	}
	if (ug_reserve(&ug_alloc_libc, &s->list, &s->cap, s->n + 1,
	    sizeof(*s->list)) != UNGARBLE_OK)
		abort();
	s->list[s->n++] = text;
	s->languages[i].n++;
}

bool
draw_read(const char *path, struct draw_sentences *s)
{
	FILE *const file = fopen(path, "r");
	char part[4096];
	size_t n;

	*s = (struct draw_sentences){ .all = { .alloc = &ug_alloc_libc } };
	if (file == NULL)
		return false;
	while ((n = fread(part, 1, sizeof(part), file)) > 0)
		encode_add(&s->all, part, n);
	fclose(file);
	if (ug_utf8_prefix((const unsigned char *)s->all.s, s->all.len, NULL) !=
	    s->all.len)
		return false;
	for (size_t at = 0; at < s->all.len;) {
		const char *const row = s->all.s + at;
		const char *end = memchr(row, '\n', s->all.len - at);
		const char *tab, *last;

		if (end == NULL)
			end = s->all.s + s->all.len;
		at = (size_t)(end - s->all.s) + 1;
		tab = memchr(row, '\t', (size_t)(end - row));
		if (row[0] == '#' || tab == NULL ||
		    strncmp(row, "language\t", 9) == 0)
			continue;
		for (last = end; last[-1] != '\t';)
			last--;
		sentence_add(s, row, (size_t)(tab - row), (struct ug_text){
		    last, (size_t)(end - last) });
	}
	return s->n > 0;
}

void
draw_choose(struct draw_sentences *s, const char *languages)
{
	const bool others = *languages == '-';
	size_t n = 0;

	for (size_t i = 0; i < s->n_languages; i++)
		if (own_has(languages + others, s->languages[i].code) != others)
			s->languages[n++] = s->languages[i];
	s->n_languages = n;
}

void
draw_free(struct draw_sentences *s)
{
	ug_buf_free(&s->all);
	ug_release(&ug_alloc_libc, s->list);
}

/* Three words or more of the text from its start or to its end. */
static struct ug_text
text_clause(struct ug_text text, uint64_t *seed)
{
	const bool from_start = random_next(seed) % 2 == 0;
	const size_t words = 3 + (size_t)(random_next(seed) % 8);
	size_t seen = 0, at = from_start ? 0 : text.len;

	while (from_start ? at < text.len : at > 0) {
		at += from_start ? 1 : SIZE_MAX;
		if (at < text.len && text.s[at] == ' ' && ++seen == words)
			break;
	}
	if (from_start)
		return ug_text_part(text, 0, at);
	at += at < text.len && text.s[at] == ' ';
	return ug_text_part(text, at, text.len - at);
}

void
draw_line(const struct draw_sentences *s, size_t language, uint64_t *seed,
    struct ug_buf *out)
{
	const struct ug_text *const list = s->list +
	    s->languages[language].first;
	const size_t n = s->languages[language].n;
	const struct ug_text one = list[random_next(seed) % n];
	const struct ug_text two = list[random_next(seed) % n];
	const uint64_t kind = random_next(seed) % 4;
	const struct ug_text text = kind < 2 ? one : text_clause(one, seed);

	out->len = 0;
	encode_add(out, text.s, text.len);
	/* Not with itself: what stands twice is damage of another kind. */
	if (kind == 3 && two.s != one.s) {
		const struct ug_text more = text_clause(two, seed);

		encode_add(out, " ", 1);
		encode_add(out, more.s, more.len);
	}
}

static const struct codec *
codec_draw(const struct codecs *codecs, enum codec_kind kind, uint64_t *seed)
{
	const struct codec *codec;

	if (kind == CODEC_MULTI)
		return codec_by_name(codecs, PICK(east_names, seed));
	if (random_next(seed) % 2 == 0)
		return codec_by_name(codecs, PICK(common_names, seed));
	do
		codec = &codecs->list[random_next(seed) % codecs->n];
	while (codec->kind != kind);
	return codec;
}

/* One of the encodings a language was written in, if it is of that kind. */
static const struct codec *
codec_of(const struct codecs *codecs, const char *language,
    enum codec_kind kind, uint64_t *seed)
{
	const struct codec *found[64];
	size_t n = 0;

	for (size_t i = 0; i < own_n_encodings; i++) {
		const char *labels = own_encodings[i].labels;
		struct ug_text label;

		if (!own_has(own_encodings[i].languages, language))
			continue;
		while (own_word(&labels, &label)) {
			char name[32] = "";
			const struct codec *codec;

			memcpy(name, label.s, label.len);
			codec = codec_by_name(codecs, name);
			if (codec != NULL && codec->kind == kind &&
			    n < N(found))
				found[n++] = codec;
		}
	}
	return n == 0 ? NULL : found[random_next(seed) % n];
}

static bool
step_draw(const struct codecs *codecs, const char *language, uint64_t *seed,
    enum draw_family family, struct damage_plan *plan)
{
	const bool east = family == DRAW_EAST_SINGLE ||
	    family == DRAW_EAST_EAST;
	const bool utf8 = family == DRAW_UTF8_SINGLE ||
	    family == DRAW_UTF8_EAST;
	const bool to_single = family == DRAW_UTF8_SINGLE ||
	    family == DRAW_EAST_SINGLE || family == DRAW_SINGLE_SINGLE;
	const struct codec *const from = utf8 ? &codecs->list[0] :
	    codec_of(codecs, language, east ? CODEC_MULTI : CODEC_SINGLE, seed);
	const struct codec *const as = codec_draw(codecs,
	    to_single ? CODEC_SINGLE : CODEC_MULTI, seed);

	plan->steps[plan->n_steps].from = from;
	plan->steps[plan->n_steps].as = as;
	plan->n_steps++;
	return from != NULL && as != NULL && from != as;
}

/* As people write the codes in other lists. */
static const char *
language_code(const char *language)
{
	if (strcmp(language, "zh_CN") == 0)
		return "zh";
	if (strcmp(language, "zh_TW") == 0)
		return "zt";
	if (strncmp(language, "nb", 3) == 0)
		return "no";
	return language;
}

bool
draw_plan(const struct codecs *codecs, const char *language, uint64_t *seed,
    enum draw_family *family, struct damage_plan *plan)
{
	const char *const code = language_code(language);
	const uint64_t how = random_next(seed) % 4;
	unsigned layers = 1;
	bool good = true;

	*plan = (struct damage_plan){ .n_steps = 0 };
	*family = (enum draw_family)(random_next(seed) % DRAW_N_FAMILIES);
	if (how == 1)
		plan->part = (enum damage_part)(random_next(seed) %
		    DAMAGE_N_PARTS);
	if (how >= 2)
		plan->alter = (enum damage_alter)(random_next(seed) %
		    DAMAGE_N_ALTERS);
	if (*family == DRAW_LAYERS)
		layers = 2 + (unsigned)(random_next(seed) % 2);
	while (good && plan->n_steps < layers) {
		/* What is in layers is UTF-8 from the second on. */
		const enum draw_family step = *family != DRAW_LAYERS ?
		    *family : plan->n_steps > 0 || random_next(seed) % 2 == 0 ?
		    (enum draw_family)(random_next(seed) % 8 == 0) :
		    (enum draw_family)(random_next(seed) % DRAW_LAYERS);

		good = step_draw(codecs, code, seed, step, plan);
	}
	return good;
}
