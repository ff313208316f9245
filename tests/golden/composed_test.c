/*
 * composed_test.c - what is said of lines put together out of odd pieces
 *
 * Words and signs of many scripts in no order, as no sentence has them, then
 * damaged by a plan, then changed a little: letters where signs were, bytes
 * gone, marks in their midst.  digest.h says what the numbers are.
 */
#include "digest.h"

#include "garble/damage.h"

static const char *const pieces[] = {
	"für ", "Größe ", "ÜBER ", "l’été ", "À ", "à ", "café", "naïve ",
	"señor ", "¿qué? ", "¡hola! ", "São ", "não ", "Łódź ", "część ",
	"příliš ", "kůň", "őr ", "Đường ", "để ", "İstanbul ", "ağaç ",
	"Žluť ", "Ærø ", "šć ", "ÿ", "Œuvre ", "Ž", "Š ", "íń ", "Привет ",
	"мир ", "ещё ", "Їжак ", "я ", "И", "ЖЫ ", "Η ", "θάλασσα ", "Ώρα ",
	"שלום ", "السلام ", "ภาษา", "नदी ", "წყალი ", "日本語", "ひらがな",
	"カタカナ", "漢", "中文", "한국어 ", "ﾊﾝｶｸ", "😀", "✔ ", "★", "♥ ",
	"⭐", "→ ", "⤐", "© ", "®", "™ ", "°C ", "§ ", "£50 ", "€ 5 ", "5 € ",
	"¥", "½ ", "² ", "× ", "± ", "µm ", "¶", "… ", "…", "—", " – ", "‐",
	"• ", "„so“ ", "“so” ", "“", "” ", "‘a’ ", "«là» ", "« ", " »", "‹",
	"\u00A0", "\u00AD", "√π ", "≠ ", "∑", "┌─┐ ", "│ ", "║", "█", "\uFEFF",
	"\uFFFD", "\uFFFD", "and ", "the ", "of ", "THE ", "NOT ONE ", "a ",
	"I ", "x=1; ", "user_id", "http://a.example/?q=", "12,5 ", "1990",
	"(", ") ", "\"", "' ", "'", "& ", "\\u00c3\\u00a9", "&Atilde;",
	"&#195;", "? ", "?", "! ", ", ", ". ", "e\u0301", "A\u0303", "\t",
	"𐀀", "𠀋", "\U000E0041", "Ð", "Ñ ", "Â", "Ã ", "â",
};

/* Encodings that UTF-8 is read as, and that text may be in: the first ones
 * more often. */
static const char *const readers[] = { "windows-1252", "ISO-8859-1",
	"windows-1252", "windows-1251", "windows-1250", "KOI8-R", "IBM437",
	"macintosh", "IBM850", "IBM866", "windows-1253", "windows-1254",
	"windows-1255", "windows-1256", "windows-1257", "windows-1258",
	"windows-874", "ISO-8859-2", "ISO-8859-5", "ISO-8859-15", "IBM852",
	"x-mac-cyrillic", "KOI8-U" };
static const char *const texts[] = { "windows-1251", "windows-1250",
	"windows-1252", "KOI8-R", "windows-1253", "windows-1257",
	"windows-1254", "Shift_JIS", "gb18030", "EUC-KR", "Big5", "EUC-JP",
	"IBM866", "IBM437", "macintosh", "windows-1255", "windows-1256",
	"windows-874", "windows-1258", "ISO-8859-2", "ISO-8859-7" };

static const char *const marks[] = { " ", "?", "\uFFFD", "\u00A0", "\"", "'",
	"\u2019", "\u201C", "\u2013", "-", ".", "Ã", "Â", "â", "€", "\xC2\x80",
	"\xC2\x9D", "A", "z", "é", "Р", "С", "┬", "№", "7" };

/* One of a list, the first ones more often. */
static const char *
one_of(const char *const *list, size_t n, uint64_t *seed)
{
	const size_t most = (size_t)(random_next(seed) % n) + 1;

	return list[random_next(seed) % most];
}

/* Some pieces in a row that an encoding has, to *out, emptied first. */
static void
compose(struct ug_buf *out, const struct codec *codec, struct ug_buf *bytes,
    uint64_t *seed)
{
	size_t n = 1 + (size_t)(random_next(seed) % 7);

	out->len = 0;
	while (n > 0) {
		const char *const piece = pieces[random_next(seed) %
		    (sizeof(pieces) / sizeof(*pieces))];
		const size_t len = strlen(piece);

		if (!codec_encode(codec, (struct ug_text){ piece, len },
		    bytes))
			continue;
		CHECK("memory", ug_buf_add(out, piece, len) == UNGARBLE_OK);
		n--;
	}
}

/* How a line is damaged: UTF-8 misread, or text of a legacy encoding. */
static struct damage_plan
plan_draw(const struct codecs *codecs, bool utf8, uint64_t *seed)
{
	struct damage_plan plan = { .n_steps = 1 };

	plan.steps[0].from = codec_by_name(codecs, utf8 ? "UTF-8" :
	    one_of(PIECES(texts), seed));
	plan.steps[0].as = codec_by_name(codecs, one_of(PIECES(readers),
	    seed));
	CHECK("codecs", plan.steps[0].from != NULL &&
	    plan.steps[0].as != NULL);
	if (random_next(seed) % 16 == 0) {
		plan.n_steps = 2;
		plan.steps[1].from = codec_by_name(codecs, "UTF-8");
		plan.steps[1].as = plan.steps[0].as;
	}
	plan.part = (enum damage_part)(random_next(seed) % DAMAGE_N_PARTS);
	if (random_next(seed) % 2 == 0)
		plan.alter = (enum damage_alter)(random_next(seed) %
		    DAMAGE_N_ALTERS);
	return plan;
}

/* The line as it is but for one character: gone, twice, or behind a mark. */
static void
change(struct bytes *out, struct ug_text line, uint64_t *seed)
{
	const size_t how = (size_t)(random_next(seed) % 4);
	size_t at = (size_t)(random_next(seed) % line.len), end;

	while (at > 0 && ug_char_is_tail(line.s[at]))
		at--;
	end = at;
	(void)ug_text_next(line, &end);
	bytes_add(out, line.s, at);
	if (how < 2)
		bytes_string(out, one_of(PIECES(marks), seed));
	if (how > 0)
		bytes_add(out, line.s + at, end - at);
	if (how == 3)
		bytes_add(out, line.s + at, end - at);
	bytes_add(out, line.s + end, line.len - end);
}

/* Lines of one kind in a row. */
static void
lines_make(struct bytes *out, bool utf8, size_t n, uint64_t seed)
{
	struct codecs *const codecs = codecs_new();
	struct ug_buf text = { .alloc = &ug_alloc_libc };
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct damage damage;
	struct damage_plan plan;

	damage_init(&damage);
	while (n > 0) {
		plan = plan_draw(codecs, utf8, &seed);
		compose(&text, plan.steps[0].from, &bytes, &seed);
		if (!damage_make(&damage, &plan, (struct ug_text){ text.s,
		    text.len }, random_next(&seed)) || damage.line.len == 0)
			continue;
		if (random_next(&seed) % 2 == 0)
			bytes_add(out, damage.line.s, damage.line.len);
		else
			change(out, (struct ug_text){ damage.line.s,
			    damage.line.len }, &seed);
		bytes_string(out, "\n");
		n--;
	}
	ug_buf_free(&text);
	ug_buf_free(&bytes);
	damage_free(&damage);
	codecs_free(codecs);
}

static const struct {
	const char *name, *fixes;
	bool utf8;
	unsigned confidence, no_memory;
	size_t n; /* lines */
	uint64_t digest;
} rows[] = {
	{ "UTF-8", NULL, true, 0, 0, 2500, UINT64_C(0x00ACE1BB1CF51CBB) },
	{ "UTF-8, alone", "+escapes,+guess", true, 1, 1, 2500,
	  UINT64_C(0x155F19C2D69B5816) },
	{ "legacy", NULL, false, 0, 0, 1200, UINT64_C(0xBBE1FF1E125F0F91) },
	{ "legacy, alone", "+escapes,+guess", false, 1, 1, 1200,
	  UINT64_C(0x1386239E41EF06B2) },
};

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct run run = { 0 };
		struct bytes in = { 0 };
		struct ungarble_options opts = digest_options(&run);
		uint64_t digest = 0;

		opts.fixes = rows[i].fixes;
		opts.confidence = rows[i].confidence;
		opts.no_memory = rows[i].no_memory;
		lines_make(&in, rows[i].utf8, rows[i].n, i + 1);
		run_stream(&run, &opts, in.s, in.len, CUT_NOWHERE, 0);
		printf("%s: %zu edits\n", rows[i].name, run.n_edits);
		CHECK(rows[i].name, run.err == UNGARBLE_OK);
		CHECK(rows[i].name, run.n_edits > rows[i].n / 4);
		digest_add_run(&digest, &run);
		digest_check(rows[i].name, digest, rows[i].digest);
		run_free(&run);
		bytes_free(&in);
	}
	return check_done(argv[0]);
}
