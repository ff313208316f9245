/*
 * mojibake_pass_test.c - UTF-8 misread, or a legacy encoding: the better one is
 * undone
 *
 * Both are looked for in each line here, one without the other, and what comes
 * of them is compared as the whole line.
 */
#include <limits.h>

#include "characters/mixup.h"
#include "characters/mojibake.h"
#include "check.h"
#include "edits_equal.h"
#include "garble/codec.h"
#include "random.h"
#include "repair/passes.h"

#define BEYOND 3000 /* a margin that is beyond doubt */
#define LONGEST 1024

static const char *const sentences[] = {
	"Мой дядя купил лодку", "Пр", "Что?", "ещё раз", "№ 7",
	"Für Jürgen", "déjà", "señor", "naïve", "“no”", "5 € – °",
	"Žena kúpila", "źle", "Η γάτα", "על הכיסא", "猫在椅子上", "猫は寝て",
	"고양이", "ñ", "é à", "©", "and", "word", "x = 5",
};

#define N_SENTENCES (sizeof(sentences) / sizeof(*sentences))

static const char *const ways[][2] = {
	{ "UTF-8", "windows-1252" }, { "UTF-8", "windows-1251" },
	{ "UTF-8", "KOI8-R" }, { "UTF-8", "IBM437" }, { "UTF-8", "IBM866" },
	{ "UTF-8", "macintosh" }, { "UTF-8", "windows-1250" },
	{ "UTF-8", "windows-1253" }, { "UTF-8", "ISO-8859-1" },
	{ "KOI8-R", "windows-1251" }, { "windows-1251", "windows-1252" },
	{ "windows-1251", "IBM866" }, { "IBM866", "KOI8-R" },
	{ "windows-1252", "windows-1251" }, { "gb18030", "windows-1252" },
	{ "Shift_JIS", "windows-1251" }, { "windows-1252", "UTF-8" },
	{ "UTF-8", "gb18030" }, { "UTF-8", "Shift_JIS" }, { "UTF-8", "Big5" },
	{ "windows-1251", "KOI8-R" }, { "KOI8-R", "windows-1252" },
	{ "KOI8-R", "IBM866" }, { "IBM866", "windows-1251" },
	{ "IBM437", "windows-1252" }, { "gb18030", "windows-1251" },
	{ "EUC-KR", "windows-1251" }, { "EUC-JP", "windows-1252" },
	{ "Big5", "windows-1252" }, { "windows-1253", "windows-1252" },
};

#define N_WAYS (sizeof(ways) / sizeof(*ways))

static struct ug_codings codings;
static size_t n_first, n_second, n_both, n_shown;

/* The line with the edits made. */
static struct ug_text
line_make(struct ug_text text, const struct ug_edits *edits, char *out)
{
	size_t len = 0, at = 0;

	for (size_t i = 0; i <= edits->n; i++) {
		const size_t end = i < edits->n ? edits->v[i].at : text.len;
		struct ug_text after = { NULL, 0 };

		memcpy(out + len, text.s + at, end - at);
		len += end - at;
		if (i == edits->n)
			break;
		after = ug_edit_after(edits, &edits->v[i]);
		memcpy(out + len, after.s, after.len);
		len += after.len;
		at = end + edits->v[i].len;
	}
	return (struct ug_text){ out, len };
}

/* Is all of what is beyond ASCII edited? */
static bool
all_edited(struct ug_text text, const struct ug_edits *edits)
{
	size_t i = 0;

	for (size_t at = 0; at < text.len; at++) {
		while (i < edits->n && edits->v[i].at + edits->v[i].len <= at)
			i++;
		if ((text.s[at] & 0x80) != 0 &&
		    (i == edits->n || edits->v[i].at > at))
			return false;
	}
	return true;
}

/* Is there any ideograph or the like in what they make? */
static bool
any_wide(const struct ug_edits *edits)
{
	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_text after = ug_edit_after(edits,
		    &edits->v[i]);

		for (size_t at = 0; at < after.len; )
			if (ug_text_next(after, &at) >= 0x3000)
				return true;
	}
	return false;
}

static int
line_cost(struct ug_text text)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_mixup_line line;
	int cost;

	CHECK("memory", ug_mixup_line(text, NULL, &scratch, &line) ==
	    UNGARBLE_OK);
	cost = line.n_words > 0 ? line.cost : 0;
	ug_arena_free(&scratch);
	return cost;
}

/* Some lines are asked for what is unsure, too. */
static void
check_line(struct ug_text text)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .encoding = "UTF-8",
		.confidence = text.len % 2 * 90, .scratch = &scratch,
		.codings = &codings };
	struct ug_edits its, utf8, legacy, *want = &utf8;
	char made[4 * LONGEST];
	bool alone;

	ug_edits_init(&its, &ug_alloc_libc);
	ug_edits_init(&utf8, &ug_alloc_libc);
	ug_edits_init(&legacy, &ug_alloc_libc);
	CHECK(text.s, ug_mojibake_find(&scope, text, 0, &utf8) ==
	    UNGARBLE_OK);
	ug_arena_reset(&scratch);
	alone = utf8.n > 0 && ug_edits_last(&utf8)->sure &&
	    !any_wide(&utf8) && utf8.v[0].margin >= BEYOND;
	if (!all_edited(text, &utf8) && !alone) {
		const int below = utf8.n > 0 && ug_edits_last(&utf8)->sure ?
		    line_cost(line_make(text, &utf8, made)) : INT_MAX;

		CHECK(text.s, ug_mixup_find(&scope, text, 0, below, &legacy)
		    == UNGARBLE_OK);
		n_both += utf8.n > 0 && legacy.n > 0;
		if (legacy.n > 0)
			want = &legacy;
		ug_arena_reset(&scratch);
	}
	if (ug_mojibake_shown(text, 0, want, 0)) {
		want->n = 0;
		n_shown++;
	}
	n_first += want == &utf8 && want->n > 0;
	n_second += want == &legacy && want->n > 0;
	CHECK(text.s, ug_pass_mojibake.find(&scope, text, &its) ==
	    UNGARBLE_OK);
	CHECK(text.s, edits_equal(want, &its));
	ug_edits_free(&its);
	ug_edits_free(&utf8);
	ug_edits_free(&legacy);
	ug_arena_free(&scratch);
}

/* One to three parts, each garbled in some way. */
static void
line_draw(const struct codecs *codecs, struct ug_buf *line, uint64_t *seed)
{
	const size_t n = 1 + (size_t)(random_next(seed) % 3);
	size_t way = (size_t)(random_next(seed) % N_WAYS);

	line->len = 0;
	for (size_t i = 0; i < n; i++) {
		const char *const s = sentences[random_next(seed) %
		    N_SENTENCES];
		struct ug_buf bytes = { .alloc = &ug_alloc_libc };
		struct ug_buf part = { .alloc = &ug_alloc_libc };

		if (random_next(seed) % 4 == 0)
			way = (size_t)(random_next(seed) % N_WAYS);
		if (codec_encode(codec_by_name(codecs, ways[way][0]),
		    (struct ug_text){ s, strlen(s) }, &bytes) &&
		    codec_decode(codec_by_name(codecs, ways[way][1]),
		    (const unsigned char *)bytes.s, bytes.len, CODEC_KEEP,
		    &part))
			CHECK("memory", ug_buf_add(line, part.s, part.len) ==
			    UNGARBLE_OK);
		else
			CHECK("memory", ug_buf_add(line, s, strlen(s)) ==
			    UNGARBLE_OK);
		CHECK("memory", ug_buf_add(line, " ", 1) == UNGARBLE_OK);
		ug_buf_free(&bytes);
		ug_buf_free(&part);
	}
	line->len--;
	CHECK("memory", ug_buf_add(line, "", 1) == UNGARBLE_OK);
	line->len--;
}

/* Letters that lead and follow in windows-1251, windows-1252 and IBM866. */
static void
line_pair(struct ug_buf *line, uint64_t *seed)
{
	static const char *const leads[] = { "РС", "ÃÂÄÅ", "╨╤" };
	static const char *const tails[] = {
		"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈ¤Ґ¦§Ё©Є«¬®Ї°±Ііґµ¶·ё№є»јЅѕї",
		"€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿",
		"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
	};
	const size_t way = (size_t)(random_next(seed) % 3);
	const size_t n = 1 + (size_t)(random_next(seed) % 6);

	line->len = 0;
	for (size_t i = 0; i < 2 * n; i++) {
		const char *const s = (i % 2 == 0 ? leads : tails)[way];
		const struct ug_text all = { s, strlen(s) };
		size_t at = (size_t)(random_next(seed) % all.len), end;

		while (ug_char_is_tail(s[at]))
			at--;
		end = at;
		(void)ug_text_next(all, &end);
		CHECK("memory", ug_buf_add(line, s + at, end - at) ==
		    UNGARBLE_OK);
		if (i % 2 == 1 && random_next(seed) % 6 == 0)
			CHECK("memory", ug_buf_add(line, " é", 1 + 2 *
			    (random_next(seed) % 2)) == UNGARBLE_OK);
	}
	CHECK("memory", ug_buf_add(line, "", 1) == UNGARBLE_OK);
	line->len--;
}

/* A byte order mark alone is one only at the start of all. */
static void
check_mark(void)
{
	static const struct {
		const char *text, *made;
		bool start;
		unsigned confidence;
	} rows[] = {
		{ "ï»¿", "\uFEFF", true, 90 }, { "ï»¿ab", "\uFEFFab", true, 99 },
		{ "ï»¿ab", NULL, true, 100 }, { "ï»¿ab", NULL, false, 90 },
		{ "ï»", NULL, true, 90 }, { "ï»aab", NULL, true, 90 },
		{ "ï¿¿ab", NULL, true, 90 }, { "»»¿ab", NULL, true, 90 },
		{ "aï»¿", NULL, true, 90 }, { "п»ї", "\uFEFF", true, 90 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ug_arena scratch = { .alloc = &ug_alloc_libc };
		const struct ug_scope scope = { .encoding = "UTF-8",
			.confidence = rows[i].confidence, .scratch = &scratch,
			.start = rows[i].start };
		const struct ug_text text = { rows[i].text,
			strlen(rows[i].text) };
		struct ug_edits edits;
		char made[64];

		ug_edits_init(&edits, &ug_alloc_libc);
		CHECK(text.s, ug_mojibake_find(&scope, text, 0, &edits) ==
		    UNGARBLE_OK);
		if (rows[i].made == NULL)
			CHECK(text.s, edits.n == 0);
		else
			CHECK(text.s, edits.n == 1 &&
			    edits.v[0].confidence == 99 && ug_text_is(
			    line_make(text, &edits, made), rows[i].made));
		ug_edits_clear(&edits);
		CHECK("not in another line", ug_mojibake_find(&scope, text,
		    5, &edits) == UNGARBLE_OK && edits.n == 0);
		ug_edits_free(&edits);
		ug_arena_free(&scratch);
	}
}

int
main(int argc, char *argv[])
{
	struct codecs *const codecs = codecs_new();
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	uint64_t seed = 1;

	(void)argc;
	ug_codings_init(&codings);
	for (size_t i = 0; i < 6000; i++) {
		if (i % 2 == 0)
			line_draw(codecs, &line, &seed);
		else
			line_pair(&line, &seed);
		if (line.len < LONGEST)
			check_line((struct ug_text){ line.s, line.len });
	}
	check_mark();
	printf("%zu of UTF-8, %zu of legacy encodings, %zu of both, "
	    "%zu shown\n", n_first, n_second, n_both, n_shown);
	CHECK("all kinds", n_first > 300 && n_second > 200 && n_both > 3 &&
	    n_shown > 3);
	ug_buf_free(&line);
	codecs_free(codecs);
	return check_done(argv[0]);
}
