/*
 * mixup_sift_test.c - what need not be read would not be found
 */
#include "characters/mixup_sift.h"

#include <limits.h>
#include <string.h>

#include "check.h"

#define GARBLED_MAX 1024

static const char *const lines[] = {
	"Der Schlüssel fällt gewöhnlich über die Türschwelle hinaus",
	"José vendió sábado, tío pintó balcón árbol.",
	"příliš žluťoučký kůň úpěl ďábelské ódy",
	"L'été 2024, n°5 à 3 € – « déjà » vu",
	"Đường đến trường rất dài",
	"Вчера мы долго гуляли по берегу реки, №7",
	"Το καράβι έφυγε νωρίς το πρωί",
	"הילדים שיחקו בחצר עד הערב",
	"電車は朝の八時に駅を出ます。ﾊﾝｶｸ",
	"昨天下午我们去河边散步了 and back",
	"어제 오후에 우리는 강가를 걸었습니다",
	"Ã© \357\277\275a l\357\277\275t\303\251 d\303\251j\303\240",
	"prix\302\240: 5\302\240000\302\240francs\302\240!",
	"Qu'y\302\240a-t-il\302\240?", "Muñoz", "€ 5", "\302\200\302\201 b\303\244r\302\215",
	"añoañoañoañoaño/año/año/año ñañañañañañañaña",
};

/* What a line was, with `plain` to tell what need not be read, or NULL. */
static struct ug_mixup
search(const char *s, struct ug_plain *plain,
    const struct ug_codings *codings, int more)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = codings, .plain = plain };
	struct ug_mixup found = { .cost = INT_MAX };
	struct ug_mixup_bytes bytes;
	struct ug_mixup_line line;

	CHECK(s, ug_mixup_line((struct ug_text){ s, strlen(s) }, plain,
	    &scratch, &line) == UNGARBLE_OK);
	if (line.n_chars > 0) {
		CHECK(s, ug_mixup_bytes(&line, &scratch, &bytes) ==
		    UNGARBLE_OK);
		CHECK(s, ug_mixup_search(&scope, &bytes, line.cost + more,
		    &found) == UNGARBLE_OK);
	}
	ug_arena_free(&scratch);
	return found;
}

static bool
mixup_equal(const struct ug_mixup *a, const struct ug_mixup *b)
{
	if (a->cost == INT_MAX || b->cost == INT_MAX)
		return a->cost == b->cost;
	return a->cost == b->cost && a->text == b->text &&
	    a->reader == b->reader && a->n_chars == b->n_chars &&
	    a->known == b->known && a->rival == b->rival &&
	    (a->rival == INT_MAX || (a->rival_text == b->rival_text &&
	    a->rival_reader == b->rival_reader));
}

/* Is the same found in a line?  *n counts those in which it is something. */
static void
check_line(const char *s, struct ug_plain *plain,
    const struct ug_codings *codings, size_t *n)
{
	static const int more[] = { -400, 500, 12000 };

	for (size_t i = 0; i < sizeof(more) / sizeof(*more); i++) {
		const struct ug_mixup sifted = search(s, plain, codings,
		    more[i]);
		const struct ug_mixup all = search(s, NULL, codings, more[i]);

		CHECK(s, mixup_equal(&sifted, &all));
		*n += all.cost != INT_MAX;
	}
}

/* The line in `text`, as `reader` reads it; of what is not in it, "?". */
static void
garble(const char *s, const struct ug_coding *text,
    const struct ug_coding *reader, char *out)
{
	const struct ug_text line = { s, strlen(s) };
	char *to = out;

	for (size_t at = 0; at < line.len; ) {
		unsigned char bytes[UG_ENCODED_MAX];
		size_t n = ug_encode_char(text->encoding,
		    ug_text_next(line, &at), bytes);

		if (n == 0)
			bytes[n++] = '?';
		for (size_t i = 0; i < n; i++) {
			const uint32_t c = bytes[i] < 0x80 ? bytes[i] :
			    reader->encoding->upper[bytes[i] - 0x80];

			to += ug_put_char(c == UG_UNDEFINED ? bytes[i] : c,
			    to);
		}
	}
	*to = '\0';
}

/* Some ways to garble a line, more or less at random. */
static void
check_garbled(size_t line, struct ug_plain *plain,
    const struct ug_codings *codings, size_t *n)
{
	char out[GARBLED_MAX];

	for (size_t t = 1; t < codings->n_texts; t++) {
		const size_t r = (t * 7 + line) % codings->n_readers;

		if ((t + line) % 4 != 0 || codings->readers[r].reader < 0)
			continue;
		garble(lines[line], &codings->texts[t], &codings->readers[r],
		    out);
		check_line(out, plain, codings, n);
	}
}

/* No two bytes of a text are the same character. */
static void
check_texts(const struct ug_codings *codings)
{
	for (size_t t = 0; t < codings->n_texts; t++) {
		const struct ug_encoding *const text =
		    codings->texts[t].encoding;

		for (size_t i = 0; i < 128 && text->upper != NULL; i++)
			for (size_t k = 0; k < i; k++)
				CHECK(text->labels[0],
				    text->upper[i] == UG_UNDEFINED ||
				    text->upper[i] != text->upper[k]);
	}
}

int
main(int argc, char *argv[])
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	struct ug_codings codings;
	size_t n = 0;

	(void)argc;
	ug_codings_init(&codings);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		check_line(lines[i], &plain, &codings, &n);
		check_garbled(i, &plain, &codings, &n);
	}
	CHECK("found", n > 100);
	check_texts(&codings);
	ug_plain_free(&plain);
	return check_done(argv[0]);
}
