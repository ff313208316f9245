/*
 * mixup_pairs_test.c - what is looked up of bytes is what the tables and the
 * model say, however much was looked up
 */
#include "characters/mixup_pairs.h"

#include "characters/mixup.h"
#include "check.h"
#include "failing.h"

static struct ug_codings codings;

/* The character of a byte in a text; 0: it stands for nothing. */
static uint32_t
char_of(const struct ug_coding *text, unsigned byte)
{
	const uint32_t c = byte < 0x80 ? byte :
	    text->encoding->upper[byte - 0x80];

	return byte >= 0x80 && (c == UG_UNDEFINED || ug_mixup_control(c)) ?
	    0 : c;
}

static struct ug_glyph
glyph_of(uint32_t c)
{
	return c == ' ' ? UG_GLYPH_EDGE : ug_glyph_of(c);
}

static bool
row_good(const struct ug_mixup_row *row, unsigned a, unsigned b)
{
	for (size_t t = 0; t < codings.n_texts; t++) {
		const struct ug_coding *const text = &codings.texts[t];
		uint32_t x, y;
		bool none;

		if (text->encoding->kind != UG_SINGLE_BYTE)
			continue;
		x = char_of(text, a);
		y = char_of(text, b);
		none = (x == 0 && a != 0) || (y == 0 && b != 0);
		if ((row->none >> t & 1) != none || (!none && row->cost[t] !=
		    ug_pair_least(glyph_of(x), glyph_of(y))))
			return false;
	}
	return true;
}

/* More rows than there is room for; a line later there is some again. */
static void
test_rows(struct ug_mixup_pairs *pairs)
{
	size_t n = 0, good = 0, forgot = 0;

	for (unsigned a = ' '; a < 256; a++) {
		for (unsigned b = ' '; b < 256; b += 5) {
			unsigned number;

			if (a < 0x80 && b < 0x80)
				continue;
			number = ug_mixup_pairs_row(pairs, a, b);
			CHECK("room for half", number != 0);
			good += row_good(ug_mixup_pairs_row_of(pairs, a, b),
			    a, b) && ug_mixup_pairs_row(pairs, a, b) ==
			    number;
			n++;
		}
		forgot += pairs->n_rows > UG_MIXUP_ROWS / 2 + 1;
		ug_mixup_pairs_start(pairs);
		CHECK("half has room", pairs->n_rows <= UG_MIXUP_ROWS / 2);
	}
	CHECK("rows", good == n && n > UG_MIXUP_ROWS && forgot > 0);
}

static void
test_full(struct ug_mixup_pairs *pairs)
{
	size_t n = 0, left;

	ug_mixup_pairs_start(pairs);
	left = UG_MIXUP_ROWS - pairs->n_rows;
	for (unsigned a = 0x80; a < 256; a++)
		for (unsigned b = 0x80; b < 256; b++)
			if (pairs->at[a][b] == 0)
				n += ug_mixup_pairs_make(pairs, a, b) != 0;
	CHECK("full", n == left && pairs->n_rows == UG_MIXUP_ROWS);
	CHECK("no more", ug_mixup_pairs_make(pairs, ' ', 0xFF) == 0);
	ug_mixup_pairs_start(pairs);
	CHECK("forgotten", pairs->n_rows == 1 && row_good(
	    ug_mixup_pairs_row_of(pairs, 'a', 0xE9), 'a', 0xE9));
}

static void
test_bytes(struct ug_mixup_pairs *pairs)
{
	for (unsigned b = 0; b < 256; b++) {
		const uint64_t none = ug_mixup_pairs_none(pairs, b);

		for (size_t t = 0; t < codings.n_texts; t++)
			if (codings.texts[t].encoding->kind == UG_SINGLE_BYTE)
				CHECK("none", (none >> t & 1) == (b >= 0x80 &&
				    char_of(&codings.texts[t], b) == 0));
	}
	for (int again = 0; again < 2; again++)
		for (unsigned a = 0; a < 128; a++)
			for (unsigned b = 0; b < 128; b++)
				CHECK("ASCII", ug_mixup_pairs_ascii(pairs, a,
				    b) == ug_pair_least(glyph_of(a),
				    glyph_of(b)));
}

/* Bytes of East Asia are the same, looked up before or not; and come back. */
static void
test_east(struct ug_mixup_pairs *pairs)
{
	size_t n = 0, back = 0, other = 0;

	for (size_t r = 0; r < codings.n_readers; r++)
		for (uint32_t i = 0; i < 0x10000 &&
		    codings.readers[r].reader < 0; i += 3) {
			const uint32_t c = i % 2 == 0 ? i : 0x4E00 + i % 5000;
			unsigned char s[UG_ENCODED_MAX] = { 0 };
			unsigned char kept[UG_ENCODED_MAX] = { 0 };
			const struct ug_coding *const reader =
			    &codings.readers[r];
			const size_t len = ug_mixup_east(NULL, reader, c, s);
			struct ug_char is;

			if (c < 0x80 || (c >= 0xD800 && c < 0xE000))
				continue;
			CHECK("kept", ug_mixup_east(pairs, reader, c, kept) ==
			    len && memcmp(kept, s, len) == 0);
			if (len == 0 || c == UG_REPLACEMENT)
				continue;
			is = ug_mixup_next(reader, s, len, false);
			n++;
			back += is.c == c && is.len == len;
			other += reader->other && is.c == c && s[0] >= 0xED &&
			    s[0] <= 0xEE;
		}
	printf("%zu of %zu come back, %zu in their other place\n", back, n,
	    other);
	CHECK("they come back", back * 1000 > n * 999 && n > 10000 &&
	    other > 10);
}

/* Characters that have no bytes but those of a twin, or several. */
static void
test_twins(void)
{
	static const struct {
		const char *reader;
		uint32_t c;
		bool other;
		unsigned char bytes[3];
	} rows[] = {
		{ "shift_jis", 0xA0, false, "\xA0" },
		{ "shift_jis", 0xF8F1, false, "\xFD" },
		{ "shift_jis", 0xF8F2, false, "\xFE" },
		{ "shift_jis", 0x7E8A, false, "\xFA\x5C" },
		{ "shift_jis", 0x7E8A, true, "\xED\x40" },
		{ "shift_jis", 0x2015, false, "\x81\x5C" },
		{ "shift_jis", 0x2014, false, "\x81\x5C" },
		{ "shift_jis", 0x301C, false, "\x81\x60" },
		{ "shift_jis", 0xFF5E, false, "\x81\x60" },
		{ "shift_jis", 0x2016, false, "\x81\x61" },
		{ "shift_jis", 0x2225, false, "\x81\x61" },
		{ "shift_jis", 0x2212, false, "\x81\x7C" },
		{ "shift_jis", 0xA2, false, "\x81\x91" },
		{ "shift_jis", 0xA3, false, "\x81\x92" },
		{ "shift_jis", 0xAC, false, "\x81\xCA" },
		{ "shift_jis", UG_REPLACEMENT, false, "\xFF" },
		{ "euc-kr", UG_REPLACEMENT, false, "\xFF" },
		{ "euc-kr", 0x10FFFF, false, "" },
		{ "shift_jis", 0x1F600, false, "" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const size_t want = strlen((const char *)rows[i].bytes);
		unsigned char s[UG_ENCODED_MAX] = { 0 };
		size_t r = 0;

		while (strcmp(codings.readers[r].encoding->labels[0],
		    rows[i].reader) != 0 ||
		    codings.readers[r].other != rows[i].other)
			r++;
		if (!CHECK(rows[i].reader, ug_mixup_east(NULL,
		    &codings.readers[r], rows[i].c, s) == want &&
		    memcmp(s, rows[i].bytes, want) == 0))
			fprintf(stderr, "\tU+%04X: %02X %02X\n",
			    (unsigned)rows[i].c, s[0], s[1]);
	}
}

/* Memory that runs out is told, and given back. */
static void
test_memory(void)
{
	for (long left = 0; left < 12; left++) {
		struct failing memory = { .left = left };
		const struct ug_alloc alloc = { failing_resize, &memory };
		bool no_memory = false;
		struct ug_mixup_pairs *const pairs = ug_mixup_pairs_new(
		    &codings, &alloc, &no_memory);

		for (unsigned b = 0x80; b < 256 && pairs != NULL; b++) {
			(void)ug_mixup_pairs_row(pairs, b, 'a');
			(void)ug_mixup_pairs_row(pairs, b, 0xE0);
			(void)ug_mixup_pairs_ascii(pairs, b & 0x7F, 'a');
		}
		CHECK("told", memory.failed == (pairs == NULL || no_memory));
		ug_mixup_pairs_free(pairs);
		CHECK("given back", memory.live == 0);
	}
}

int
main(int argc, char *argv[])
{
	bool no_memory = false;
	struct ug_mixup_pairs *pairs;

	(void)argc;
	ug_codings_init(&codings);
	pairs = ug_mixup_pairs_new(&codings, &ug_alloc_libc, &no_memory);
	if (!CHECK("memory", pairs != NULL))
		return check_done(argv[0]);
	test_bytes(pairs);
	test_rows(pairs);
	test_full(pairs);
	test_east(pairs);
	test_twins();
	test_memory();
	CHECK("memory", !no_memory);
	ug_mixup_pairs_free(pairs);
	return check_done(argv[0]);
}
