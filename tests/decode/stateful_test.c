/*
 * stateful_test.c - encodings with shifts, cut into pieces anywhere
 *
 * A sample gives the same text whole, in two pieces and in three, if pieces end
 * where ug_decoder_whole() says.  Every character of the BMP and some beyond
 * come back from UTF-7, ISO-2022-KR, ISO-2022-JP-2, as the C library writes
 * them.
 */
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "check.h"
#include "decode/decode.h"

static const struct sample {
	const char *label;
	struct ug_text in, out;
	size_t n_invalid;
} samples[] = {
	{ "iso-2022-jp",
	  UG_LIT("\033$B@n$N\077e$O!\"$H$F$bNd$\077$$!#\033(B\nkawa "
	      "\033$(D0!\033(B \033(I6E\033(B ~\\ \033(J~\\\033(B\n"),
	  UG_LIT("川の水は、とても冷たい。\nkawa 丂 ｶﾅ ~\\ ‾¥\n"), 0 },
	{ "iso-2022-jp", UG_LIT("a\0166E\017b \0166E\nnext \0166 E\017\n"),
	  UG_LIT("aｶﾅb ｶﾅ\nnext ｶ ﾅ\n"), 0 },
	{ "iso-2022-jp-2",
	  UG_LIT("\033$A=-K.\033(B \033$(C0-90@L\033(B \033$(Q@n\033(B\n"),
	  UG_LIT("江水 강물이 川\n"), 0 },
	{ "iso-2022-jp", UG_LIT("\033$B@n\033(B\033(B.\n\033$B@"),
	  UG_LIT("川\uFFFD.\n\uFFFD"), 2 },
	{ "iso-2022-jp", UG_LIT("\033$B@n@\nn\033$(B$N\033(B."),
	  UG_LIT("川\uFFFD\uFFFDの."), 2 },
	{ "iso-2022-kr",
	  UG_LIT("\033$)C\0160-90@L\017 \0168E\077l\017 \016Bw0)4Y\017.\n"
	      "kang \016K0\017\n"),
	  UG_LIT("강물이 매우 차갑다.\nkang 江\n"), 0 },
	{ "iso-2022-kr", UG_LIT("\0160-\nkang 0-\n"), UG_LIT("강\nkang 0-\n"),
	  0 },
	{ "iso-2022-kr", UG_LIT("\0160-9\017 \033$)B\0160\n"),
	  UG_LIT("강\uFFFD \uFFFD$)B\uFFFD\n"), 3 },
	{ "hz-gb-2312",
	  UG_LIT("~{:SK.:\\@d!#~}~~ok\n~{K{CG5HWE~}~~~~\njoi~\nned ~}\n"),
	  UG_LIT("河水很冷。~ok\n他们等着~~\njoined \n"), 0 },
	{ "hz-gb-2312", UG_LIT("~{:S\nK. ~{K.~ ~"),
	  UG_LIT("河\nK. 水\uFFFD \uFFFD"), 2 },
	{ "iso-2022-cn",
	  UG_LIT("\033$)A\016VPND\017 a\033$)G\016D`\033$*H\033N!!\033N!%\017.\n"
	      "VP\n\033$)A\016VP\nVP\n"),
	  UG_LIT("中文 a丑乂厂.\nVP\n中\nVP\n"), 0 },
	{ "iso-2022-cn", UG_LIT("\016V\033N!!\033$*H\033N! \033$)A\016V\033"),
	  UG_LIT("\uFFFDV\uFFFDN!!\uFFFDN! \uFFFD\uFFFD"), 5 },
	{ "utf-7",
	  UG_LIT("Die T+APw-r & +lYA +IBM +2DTdHtg03R4 1+-1=2\n+AOk\n+AGE-b\n"),
	  UG_LIT("Die Tür & 門 – 𝄞𝄞 1+1=2\né\nab\n"), 0 },
	{ "utf-7", UG_LIT("+AOkA6Q-+AOl"), UG_LIT("éé\uFFFD"), 1 },
	{ "utf-7", UG_LIT("+Jjo-+Jjo+.+AOl- +AO- +2DQ- +3R4- + \xE9+"),
	  UG_LIT("\u263A\u263A\uFFFD.\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD"
	      "\uFFFD"), 8 },
};

struct reader {
	struct ug_decoder *decoder;
	const struct ug_encoding *encoding;
	struct ug_decoded piece;
	struct ug_buf text;
	size_t n_invalid;
	bool exact; /* the maps cover the input, run by run */
};

/* Read bytes[from..to); where they are not the last, how far they are whole. */
static size_t
reader_take(struct reader *r, const unsigned char *bytes, size_t from,
    size_t to, bool last)
{
	const size_t n = last ? to - from : ug_decoder_whole(r->decoder,
	    r->encoding, bytes + from, to - from);
	uint64_t at = from;

	if (ug_decode(r->decoder, r->encoding, NULL, bytes + from, n, from,
	    &r->piece) != UNGARBLE_OK ||
	    ug_buf_add(&r->text, r->piece.text.s, r->piece.text.len) !=
	    UNGARBLE_OK)
		r->exact = false;
	for (size_t i = 0; i < r->piece.map.n; i++) {
		r->exact &= r->piece.map.runs[i].in_at == at;
		at += ug_run_in_len(&r->piece.map, i);
	}
	r->exact &= at == from + n && to - from - n <= 32;
	r->n_invalid += r->piece.n_invalid;
	return from + n;
}

static bool
reader_reads(struct reader *r, const struct sample *sample, size_t first,
    size_t second)
{
	const unsigned char *const bytes = (const unsigned char *)sample->in.s;
	size_t at = 0;

	ug_decoder_reset(r->decoder);
	r->encoding = ug_encoding_by_label(sample->label,
	    strlen(sample->label));
	r->text.len = r->n_invalid = 0;
	r->exact = true;
	at = reader_take(r, bytes, at, first, false);
	at = reader_take(r, bytes, at, second, false);
	at = reader_take(r, bytes, at, sample->in.len, true);
	return r->exact && r->n_invalid == sample->n_invalid &&
	    ug_text_equal(sample->out,
	    (struct ug_text){ r->text.s, r->text.len });
}

static void
test_cuts(struct reader *r)
{
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct sample *const sample = &samples[i];
		unsigned wrong = 0;

		CHECK(sample->in.s, reader_reads(r, sample, 0, 0));
		for (size_t b = 0; b <= sample->in.len; b++)
			for (size_t a = 0; a <= b; a++)
				wrong += !reader_reads(r, sample, a, b);
		CHECK(sample->in.s, wrong == 0);
	}
}

/* A line at a time, without a word to the decoder. */
static void
test_records(struct reader *r)
{
	const struct sample *const sample = &samples[0];
	const size_t line = (size_t)(strchr(sample->in.s, '\n') + 1 -
	    sample->in.s);

	CHECK("lines", reader_reads(r, sample, line, line));

	/* In two-byte mode over the end of a record, until a reset. */
	const struct ug_encoding *const jp = ug_encoding_by_label(
	    "iso-2022-jp", 11);
	const unsigned char *const shift =
	    (const unsigned char *)"\033$B@n@n";

	for (unsigned i = 0; i < 2; i++) {
		if (i == 1)
			ug_decoder_reset(r->decoder);
		CHECK("shift", ug_decode(r->decoder, jp, NULL, shift, 3, 0,
		    &r->piece) == UNGARBLE_OK && r->piece.text.len == 0);
		CHECK("shifted", ug_decode(r->decoder, jp, NULL, shift + 3, 4,
		    3, &r->piece) == UNGARBLE_OK && r->piece.text.len == 6);
	}
	CHECK("another between", ug_decode(r->decoder, &ug_utf8, NULL, shift,
	    1, 0, &r->piece) == UNGARBLE_OK &&
	    ug_decode(r->decoder, jp, NULL, shift + 3, 4, 1, &r->piece) ==
	    UNGARBLE_OK && r->piece.text.len == 6);
	ug_decoder_reset(r->decoder);
	CHECK("reset", ug_decode(r->decoder, jp, NULL, shift + 3, 4, 7,
	    &r->piece) == UNGARBLE_OK && r->piece.text.len == 4);
	CHECK("another stateful one",
	    ug_decode(r->decoder, jp, NULL, shift, 3, 0, &r->piece) ==
	    UNGARBLE_OK && ug_decode(r->decoder, ug_encoding_by_label("hz", 2),
	    NULL, shift + 3, 4, 3, &r->piece) == UNGARBLE_OK &&
	    r->piece.text.len == 4);
}

/* ---- what the C library writes ---- */

/* How many characters come back, of those from `first` to `last` it has. */
static unsigned
round_trip(struct reader *r, const char *label, const char *library,
    uint32_t first, uint32_t last, unsigned *n)
{
	const struct ug_encoding *const encoding = ug_encoding_by_label(label,
	    strlen(label));
	const iconv_t cd = iconv_open(library, "UTF-8");
	unsigned good = 0;

	*n = 0;
	if (cd == (iconv_t)-1)
		return 0;
	for (uint32_t c = first; c <= last; c++) {
		char text[4], bytes[64], *from = text, *to = bytes;
		size_t n_in = ug_put_char(c, text), n_out = sizeof(bytes);
		const size_t len = n_in;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		iconv(cd, NULL, NULL, NULL, NULL);
		if (iconv(cd, &from, &n_in, &to, &n_out) != 0 ||
		    iconv(cd, NULL, NULL, &to, &n_out) != 0)
			continue;
		++*n;
		ug_decoder_reset(r->decoder);
		good += ug_decode(r->decoder, encoding, NULL,
		    (const unsigned char *)bytes, sizeof(bytes) - n_out, 0,
		    &r->piece) == UNGARBLE_OK && r->piece.text.len == len &&
		    memcmp(r->piece.text.s, text, len) == 0;
	}
	iconv_close(cd);
	return good;
}

static const struct trip {
	const char *label, *library;
	uint32_t first, last;
	/* ESC, SO, SI; U+327E; punctuation of GB 2312 and CNS 11643 that ICU
	 * reads otherwise; ISO-8859-1 and -7 behind ESC N. */
	unsigned others;
} trips[] = {
	{ "utf-7", "UTF-7", 1, 0xFFFF, 0 },
	{ "utf-7", "UTF-7", 0x10000, 0x10FFF, 0 },
	{ "utf-7", "UTF-7", 0x10FF00, 0x10FFFF, 0 },
	{ "iso-2022-kr", "ISO-2022-KR", 1, 0xFFFF, 4 },
	{ "iso-2022-cn", "ISO-2022-CN", 1, 0xFFFF, 14 },
	{ "iso-2022-jp", "ISO-2022-JP-2", 1, 0xFFFF, 60 },
};

static void
test_trips(struct reader *r)
{
	for (size_t i = 0; i < sizeof(trips) / sizeof(*trips); i++) {
		unsigned n;
		const unsigned good = round_trip(r, trips[i].label,
		    trips[i].library, trips[i].first, trips[i].last, &n);

		printf("stateful_test: %s, %u of %u characters of the C "
		    "library's\n", trips[i].label, good, n);
		CHECK(trips[i].label, good + trips[i].others >= n);
	}
}

int
main(int argc, char *argv[])
{
	struct reader r = { .text.alloc = &ug_alloc_libc };

	(void)argc;
	ug_decoded_init(&r.piece, &ug_alloc_libc);
	if (ug_decoder_new(&r.decoder, &ug_alloc_libc) != UNGARBLE_OK)
		return 1;
	test_cuts(&r);
	test_records(&r);
	test_trips(&r);
	ug_decoder_free(r.decoder);
	ug_decoded_free(&r.piece);
	ug_buf_free(&r.text);
	return check_done(argv[0]);
}
