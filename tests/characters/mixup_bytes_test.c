/*
 * mixup_bytes_test.c - a line as the bytes it was read from, by each reader
 */
#include "characters/mixup.h"

#include <stdlib.h>
#include <string.h>

#include "characters/mixup_pairs.h"
#include "check.h"

#define LONG   400 /* letters of a line of which not all is judged */
#define PIECES_MAX 1200
#define PART   500
#define JOINT  600

static const char *const lines[] = {
	"Der Schlüssel fällt gewöhnlich über die Türschwelle hinaus",
	"José vendió – añil «árbol» Ž", "€ 5, 3 €", "Вчера мы гуляли №7",
	"ЖabЖ éЖé Жé éЖ éaЖ Жaé 5é Ж5é é5Ж", "Ж東é東Жé東 a東b",
	"το καράβι é έφυγε", "הילדים é שיחקו", "電車は朝のﾊﾝｶｸ é 八時に",
	"昨天 and 我们 x昨x天x", "강가를 걸었습니다 é", "é", "ñ ñ ñ ñ Ж",
	"Ã© \357\277\275a l\357\277\275t\303\251", "año/año año/año/añó",
	"Жñ/Жñ Ж/ñ/Ж/ñ", "\302\240a\302\205b\302\255c", "àáâãäåæç èéê",
	"АБВГДЕ ЖЗИЙ", "㈱①ⅷ¬∵ —‾￡", "añЖaño/añЖaño", "№№№№ЖЖ№№",
	"縺繧繝é縺é繧é", "中é文é字é", "ƒñÑªº¿⌐¬½¼", "ЖЖЖЖЖЖЖЖé", "ЖЖЖЖЖé",
	"ЖЖЖé", "ЖЖé", "Жé", "ÿaÿ яЯя ˙a", "éЖaé",
};

static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
static struct ug_codings codings;

/* The bytes a reader has for a character; 0: none. */
static size_t
bytes_of(const struct ug_coding *reader, uint32_t c, unsigned char *bytes)
{
	const unsigned char *row;

	bytes[0] = (unsigned char)c;
	if (c < 0x80)
		return 1;
	if (reader->reader < 0)
		return ug_mixup_east(NULL, reader, c, bytes);
	row = ug_reader_bytes(c);
	bytes[0] = row == NULL ? 0 : row[reader->reader];
	return bytes[0] != 0;
}

static bool
is_letter(uint32_t c)
{
	const struct ug_glyph glyph = ug_glyph_of(c);

	return c >= 0x80 && ug_glyph_is_letter(glyph) &&
	    glyph.script != UG_CJK;
}

/* A line in pieces, as a reader has it or not. */
struct want {
	struct ug_mixup_piece pieces[PIECES_MAX];
	size_t n, beyond;
	unsigned char bytes[4096];
	size_t n_bytes;
	int part;
	bool lost, wide;
};

static void
want_piece(struct want *want, const struct ug_mixup_line *line,
    const struct ug_coding *reader, const struct ug_mixup_word *word,
    size_t first)
{
	struct ug_mixup_piece *const piece = &want->pieces[want->n++];
	unsigned char bytes[UG_ENCODED_MAX];
	const bool has = bytes_of(reader, line->chars[first], bytes) > 0;
	size_t judged_len = 0, i = first, beyond = 0;

	*piece = (struct ug_mixup_piece){ .first = first,
		.at = want->n_bytes, .starts = first == word->first,
		.judged = first };
	for (; i < word->end; i++) {
		const size_t n = bytes_of(reader, line->chars[i], bytes);

		if ((n > 0) != has)
			break;
		memcpy(want->bytes + want->n_bytes, bytes, n);
		want->n_bytes += n;
		want->wide |= n > 1;
		beyond += has && line->chars[i] >= 0x80;
		piece->lost |= has && line->chars[i] == UG_REPLACEMENT;
		if (i < word->judged_end) {
			piece->judged = i + 1;
			judged_len += n;
		}
	}
	piece->end = i;
	want->beyond += beyond;
	want->lost |= piece->lost;
	if (beyond == 0) {
		want->n_bytes = piece->at;
	} else {
		piece->len = want->n_bytes - piece->at;
		piece->judged_len = judged_len;
	}
	/* A letter that is kept beside what is not, or where words part. */
	if (!piece->starts && is_letter(line->chars[piece->len == 0 ? first :
	    first - 1]))
		want->part += JOINT;
}

static void
want_words(struct want *want, const struct ug_mixup_line *line,
    const struct ug_coding *reader, size_t n)
{
	memset(want, 0, sizeof(*want));
	for (size_t w = 0; w < n; w++)
		for (size_t i = line->words[w].first; i < line->words[w].end;
		    i = want->pieces[want->n - 1].end)
			want_piece(want, line, reader, &line->words[w], i);
	want->part += want->beyond < line->n_beyond ? PART : 0;
}

static bool
pieces_good(const struct ug_mixup_bytes *b, const struct want *want)
{
	bool good = b->n_pieces == want->n && b->n_bytes == want->n_bytes &&
	    memcmp(b->bytes, want->bytes, want->n_bytes) == 0 &&
	    b->lost == want->lost && b->wide == want->wide;

	for (size_t p = 0; good && p < want->n; p++) {
		const struct ug_mixup_piece *const a = &b->pieces[p];
		const struct ug_mixup_piece *const its = &want->pieces[p];

		good = a->first == its->first && a->end == its->end &&
		    a->at == its->at && a->len == its->len &&
		    a->starts == its->starts && a->judged == its->judged &&
		    a->judged_len == its->judged_len &&
		    (its->len == 0 || a->lost == its->lost);
	}
	return good;
}

/* Do the codes, one behind the other, make a list? */
static bool
want_table(const struct want *want, const struct ug_mixup_line *line,
    const struct ug_coding *reader)
{
	struct ug_mixup_order order = { .n = 0 };

	for (size_t p = 0; p < want->n; p++)
		for (size_t i = want->pieces[p].first; want->pieces[p].len > 0
		    && i < want->pieces[p].end; i++) {
			unsigned char bytes[UG_ENCODED_MAX];
			const size_t n = bytes_of(reader, line->chars[i],
			    bytes);
			uint32_t code = 0;

			for (size_t k = 0; k < n; k++)
				code = code << 8 | bytes[k];
			if (code >= 0x80)
				ug_mixup_order_add(&order, code);
		}
	return ug_mixup_listed(&order);
}

/* Would what the reader has be the same in a text? */
static bool
want_same(const struct ug_mixup_line *line, const struct ug_coding *reader,
    const struct ug_coding *text)
{
	for (size_t i = 0; i < line->n; i++) {
		unsigned char bytes[UG_ENCODED_MAX];

		if (line->chars[i] >= 0x80 && bytes_of(reader, line->chars[i],
		    bytes) > 0 && text->encoding->upper[bytes[0] - 0x80] !=
		    line->chars[i])
			return false;
	}
	return true;
}

static size_t n_few, n_table, n_same, n_wide, n_kept;

static void
check_reader(const char *s, struct ug_mixup_bytes *b, size_t r)
{
	static struct want want, first;
	const struct ug_mixup_line *const line = b->line;
	const struct ug_coding *const reader = &codings.readers[r];
	bool few;

	want_words(&want, line, reader, line->n_words);
	few = want.beyond == 0 || want.beyond < line->n_beyond / 3;
	CHECK(s, ug_mixup_few(b, reader) == few);
	CHECK(s, ug_mixup_turn(b, reader) == !few);
	n_few += few;
	if (few)
		return;
	CHECK(s, pieces_good(b, &want));
	CHECK(s, b->part == want.part);
	CHECK(s, reader->reader < 0 || ug_mixup_part(b, reader) == want.part);
	CHECK(s, ug_mixup_table(b) == want_table(&want, line, reader));
	n_table += ug_mixup_table(b);
	n_wide += b->wide;
	n_kept += b->part > PART;
	for (size_t t = 0; t < codings.n_texts; t++) {
		const bool same = ug_mixup_same(b, reader, &codings.texts[t]);

		CHECK(s, same == (reader->reader >= 0 &&
		    codings.texts[t].encoding->upper != NULL &&
		    want_same(line, reader, &codings.texts[t])));
		n_same += same;
	}
	for (size_t n = 1; n <= line->n_words; n++) {
		want_words(&first, line, reader, n);
		CHECK(s, ug_mixup_turn_first(b, reader, n) &&
		    pieces_good(b, &first) && b->part == 0);
	}
}

/* Bytes have the hash of others if they are the same, and only then. */
static void
check_hashes(const char *s, struct ug_mixup_bytes *b)
{
	static struct want wants[UG_READERS];
	uint64_t hashes[UG_READERS];
	bool turned[UG_READERS];

	for (size_t r = 0; r < codings.n_readers; r++) {
		want_words(&wants[r], b->line, &codings.readers[r],
		    b->line->n_words);
		turned[r] = ug_mixup_turn(b, &codings.readers[r]);
		hashes[r] = b->hash;
		for (size_t k = 0; turned[r] && k < r; k++)
			if (turned[k])
				CHECK(s, (hashes[r] == hashes[k]) ==
				    pieces_good(b, &wants[k]));
	}
}

static void
check_line(const char *s)
{
	struct ug_mixup_line line;
	struct ug_mixup_bytes bytes;

	CHECK(s, ug_mixup_line((struct ug_text){ s, strlen(s) }, NULL,
	    &scratch, &line) == UNGARBLE_OK && ug_mixup_bytes(&line, &scratch,
	    &bytes) == UNGARBLE_OK);
	for (size_t r = 0; r < codings.n_readers; r++)
		check_reader(s, &bytes, r);
	check_hashes(s, &bytes);
	ug_arena_reset(&scratch);
}

/* Words of which only the start is judged, and others behind them. */
static void
check_long(void)
{
	static const char *const some[] = { "é", "a", "Ж", "東", "ñ" };
	char line[3 * 4 * LONG] = "";

	for (size_t i = 0; i < 3 * LONG; i++) {
		strcat(line, some[i * i % 7 % 5]);
		if (i % 170 == 0)
			strcat(line, " x");
	}
	check_line(line);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	ug_codings_init(&codings);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		check_line(lines[i]);
	check_long();
	CHECK("all kinds", n_few > 50 && n_table > 20 && n_same > 20 &&
	    n_wide > 50 && n_kept > 20);
	ug_arena_free(&scratch);
	return check_done(argv[0]);
}
