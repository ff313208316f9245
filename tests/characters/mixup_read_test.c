/*
 * mixup_read_test.c - bytes as text of an encoding, and what that costs
 */
#include "characters/mixup.h"

#include <limits.h>
#include <string.h>
#include <unicode/utf8.h>

#include "characters/mixup_pairs.h"
#include "check.h"

static const char *const lines[] = {
	"Der Schlⁿssel fΣllt gew÷hnlich ⁿber die Tⁿrschwelle", "Ç½¼aÇ^`Ç~",
	"Âчера ìû äîëãî ãóëÿëè, №7", "дЕФЙ ЙЗТБМЙ ЧП ДЧПТЕ ДП УБНПЗП",
	"×òÌìÏÂÎçÎÒÃÇÈ¥ºÓ±ßÉ¢²½ÁË", "绢力 坷饶俊 é快府绰 碍啊甫",
	"“dŽÔ‚Í’©‚Ì”ªŽž‚É‰w‚ð\302\217o‚Ü‚·", "縺繧 aé é縺b 縺^縺",
	"añoañoЖaño/año ñaЖñaña", "Ã©Ã\302\240t\357\277\275Ã¼", "├─é│",
	"縺\357\277\275縺励◆縺ｪ", "\357\277\275縺\357\277\275\357\277\275縺",
};

static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
static struct ug_plain plain = { .alloc = &ug_alloc_libc };
static struct ug_codings codings;
static size_t n_read, n_lost, n_signs;

static const struct ug_coding *
text_of(const char *label)
{
	for (size_t t = 0; t < codings.n_texts; t++)
		if (strcmp(codings.texts[t].encoding->labels[0], label) == 0)
			return &codings.texts[t];
	return NULL;
}

/* UTF-8 of which bytes may be lost, FF each, as ICU has it if none is. */
static struct ug_char
utf8_char(const unsigned char *s, size_t len)
{
	const size_t need = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ?
	    2 : s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
	struct ug_char c = { 1, UG_MALFORMED, 0 };
	bool lost = s[0] == 0xFF;
	const size_t most = lost ? 4 : need;
	int32_t at = 0;
	UChar32 its;

	while (c.len < most && c.len < len &&
	    (s[c.len] >> 6 == 2 || (s[c.len] == 0xFF && s[0] != 0xFF))) {
		lost |= s[c.len] == 0xFF;
		c.len++;
	}
	U8_NEXT(s, at, (int32_t)c.len, its);
	if (lost && (s[0] == 0xFF || c.len == need))
		c.c = UG_REPLACEMENT;
	else if (c.len == need && its >= 0)
		c.c = (uint32_t)its;
	return c;
}

static void
test_utf8(void)
{
	static const unsigned char bytes[] = { 0, 0x41, 0x7F, 0x80, 0x8F, 0x90,
		0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
		0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFE, 0xFF };
	const size_t n = sizeof(bytes);
	const struct ug_coding *const text = text_of("utf-8");
	size_t good = 0;

	for (size_t k = 0; k < 2 * n * n * n * n; k++) {
		const size_t i = k / 2;
		const unsigned char s[] = { bytes[i / (n * n * n)],
			bytes[i / (n * n) % n], bytes[i / n % n],
			bytes[i % n], 0x80 };
		const size_t len = k % 2 == 0 ? 1 + i % 5 : 4;
		const struct ug_char want = utf8_char(s, len);
		const struct ug_char c = ug_mixup_next(text, s, len, false);
		const struct ug_char some = ug_mixup_next(text, s, len, true);

		good += c.c == want.c && c.len == want.len && c.second == 0 &&
		    some.len == want.len && some.c == (want.c ==
		    UG_MALFORMED ? UG_REPLACEMENT : want.c);
	}
	CHECK("UTF-8", good == 2 * n * n * n * n);
}

/* Single bytes are what their table says. */
static void
test_single(void)
{
	for (size_t t = 0; t < codings.n_texts; t++) {
		const struct ug_coding *const text = &codings.texts[t];

		if (text->encoding->kind != UG_SINGLE_BYTE)
			continue;
		for (unsigned b = 0; b < 256; b++) {
			const unsigned char s[2] = { (unsigned char)b, 'a' };
			const struct ug_char c = ug_mixup_next(text, s, 2,
			    b % 2 != 0);
			const uint32_t want = b < 0x80 ? b :
			    text->encoding->upper[b - 0x80];

			CHECK(text->encoding->labels[0], c.len == 1 &&
			    c.second == 0 && c.c == (want == UG_UNDEFINED ?
			    UG_MALFORMED : want));
		}
	}
}

static void
test_signs(void)
{
	static const enum ug_class dear[] = { UG_BOX, UG_SHAPE, UG_EMOJI,
		UG_INVISIBLE, UG_OTHER, UG_WIDE, UG_FRACTION, UG_POWER,
		UG_ACCENT }, none[] = { UG_PRIVATE, UG_CONTROL, UG_C1 };

	for (unsigned class = 0; class < UG_N_CLASSES; class++) {
		int want = 0;

		for (size_t i = 0; i < sizeof(dear) / sizeof(*dear); i++)
			want = dear[i] == class ? 500 : want;
		for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
			want = none[i] == class ? INT_MAX : want;
		CHECK("sign", ug_mixup_sign((struct ug_glyph){
		    .class = (uint8_t)class }) == want);
	}
	for (uint32_t c = 0; c < 0x180; c++)
		CHECK("control", ug_mixup_control(c) == (c < 0x20 ||
		    c == 0x7F || (c >= 0x80 && c <= 0x9F)));
}

/* What is judged, read piece by piece. */
struct want {
	struct ug_mixup_char chars[8000];
	size_t n, n_lost;
	int least, signs;
	bool is; /* it is text, */
	bool dear; /* but was too dear on the way */
};

static void
want_add(struct want *want, uint32_t c)
{
	const struct ug_mixup_char next = ug_mixup_char(c);
	const int sign = ug_mixup_sign(next.glyph);

	want->is = want->is && c != UG_MALFORMED && !ug_mixup_control(c) &&
	    sign != INT_MAX;
	if (!want->is)
		return;
	want->least += sign + ug_pair_least(want->chars[want->n - 1].glyph,
	    next.glyph);
	want->signs += sign;
	want->n_lost += c == UG_REPLACEMENT;
	want->chars[want->n++] = next;
}

static void
want_read(struct want *want, const struct ug_mixup_bytes *b,
    const struct ug_coding *text)
{
	*want = (struct want){ .chars = { UG_MIXUP_EDGE }, .n = 1,
		.is = true };
	for (size_t p = 0; p < b->n_pieces; p++) {
		const struct ug_mixup_piece *const piece = &b->pieces[p];
		size_t at = 0;

		if (piece->judged == piece->first)
			continue;
		if (piece->starts && want->n > 1)
			want->chars[want->n++] = UG_MIXUP_EDGE;
		for (size_t i = piece->first; piece->len == 0 &&
		    i < piece->judged; i++)
			want->chars[want->n++] = ug_mixup_char(
			    b->line->chars[i]);
		for (unsigned step = 1; at < piece->judged_len; step++) {
			const struct ug_char c = ug_mixup_next(text, b->bytes +
			    piece->at + at, piece->len - at, piece->lost);

			want_add(want, c.c);
			if (c.second != 0)
				want_add(want, c.second);
			at += c.len;
			want->dear |= step % 4 == 0 && at < piece->judged_len
			    && want->least > ug_mixup_slack(b->line, piece,
			    at);
		}
	}
}

static bool
chars_good(const struct ug_mixup_reading *r, const struct want *want)
{
	bool good = r->n == want->n && r->n_lost == want->n_lost &&
	    r->least == want->least && r->signs == want->signs;

	for (size_t i = 0; good && i < want->n; i++)
		good = r->chars[i].c == want->chars[i].c;
	return good;
}

static void
check_text(const char *s, struct ug_mixup_reading *r,
    const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	static struct want want;
	int cost;

	want_read(&want, b, text);
	CHECK(s, ug_mixup_read_first(r, b, text) == (want.is && !want.dear));
	cost = ug_mixup_read(r, b, text, INT_MAX / 2);
	if (!want.is || want.dear || want.n_lost > want.n / 2) {
		CHECK(s, cost == INT_MAX);
		return;
	}
	CHECK(s, chars_good(r, &want));
	n_read++;
	n_lost += want.n_lost > 0;
	n_signs += want.signs > 0;
	want.chars[want.n] = UG_MIXUP_EDGE;
	CHECK(s, cost == want.signs + ug_mixup_cost(NULL, b->line->extra,
	    want.chars, want.n + 1, INT_MAX));
	/* Below what it costs at least, it is not told; nor is it forgotten. */
	CHECK(s, ug_mixup_read(r, b, text, want.least - 1) == INT_MAX);
	CHECK(s, ug_mixup_read(r, b, text, cost > want.least ? cost :
	    want.least) == cost);
}

static void
check_line(const char *s, struct ug_plain *with)
{
	struct ug_mixup_line line;
	struct ug_mixup_bytes bytes;
	struct ug_mixup_reading reading;

	CHECK(s, ug_mixup_line((struct ug_text){ s, strlen(s) }, with,
	    &scratch, &line) == UNGARBLE_OK && ug_mixup_bytes(&line, &scratch,
	    &bytes) == UNGARBLE_OK && ug_mixup_reading(&line, &scratch,
	    &reading) == UNGARBLE_OK);
	for (size_t r = 0; r < codings.n_readers; r++) {
		if (!ug_mixup_turn(&bytes, &codings.readers[r]))
			continue;
		for (size_t t = 0; t < codings.n_texts; t += 1 + r % 3)
			check_text(s, &reading, &bytes, &codings.texts[t]);
	}
	ug_arena_reset(&scratch);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	ug_codings_init(&codings);
	test_utf8();
	test_single();
	test_signs();
	plain.pairs = ug_mixup_pairs_new(&codings, plain.alloc,
	    &plain.no_memory);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		check_line(lines[i], &plain);
		check_line(lines[i], NULL);
	}
	CHECK("all kinds", n_read > 1000 && n_lost > 5 && n_signs > 100);
	ug_plain_free(&plain);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
