/*
 * plain_near_test.c - which of many lines are plain that nearly are
 *
 * Sentences of own.tsv, each changed a little by a seed.  Which lines are plain
 * changes no output but in how long it takes: a line that is not is looked at
 * closely.  So nothing else says that a limit has moved; here one number does,
 * of all answers, and of what is known of the stream then.
 */
#include "characters/plain.h"

#include "check.h"
#include "garble/draw.h"
#include "pieces.h"

#define LINES 120000
#define BLOCK 500 /* lines after which another block begins */

#define DIGEST UINT64_C(0xA8FCD2818188C863)

/* What is put in, or takes the place of a character. */
static const char *const marks[] = { " ", " ", "-", ".", ",", "’", "'", "–",
	"—", "•", "“", "”", "„", "«", "»", "« ", " »", "\u00A0", "¿", "¡", "é",
	"ü", "ñ", "å", "Û", "ø", "č", "ą", "ă", "ő", "ı", "ư", "я", "И", "ї",
	"ў", "α", "Ώ", "ש", "ا", "،", "؟", "ก", "日", "の", "ス", "가", "、",
	"。", "Ａ", "ｱ", "é", "e", "A", "q", "l’", "qu’", "’s", "(", "5", "&",
	"\\", "\t", "\u2026", "·", "œ", "ß", "\177", "\u0300", "€" };

static size_t
char_before(const struct ug_buf *line, uint64_t *seed)
{
	size_t at = (size_t)(random_next(seed) % line->len);

	while (at > 0 && ug_char_is_tail(line->s[at]))
		at--;
	return at;
}

static void
add(struct ug_buf *to, const char *s, size_t len)
{
	CHECK("memory", ug_buf_add(to, s, len) == UNGARBLE_OK);
}

/* The line with one change, or the start of it. */
static void
change(const struct ug_buf *line, struct ug_buf *to, uint64_t *seed)
{
	const char *const mark = marks[random_next(seed) %
	    (sizeof(marks) / sizeof(*marks))];
	const unsigned how = (unsigned)(random_next(seed) % 6);
	const size_t at = char_before(line, seed);
	size_t end = at;

	(void)ug_text_next((struct ug_text){ line->s, line->len }, &end);
	to->len = 0;
	add(to, line->s, at);
	if (how == 0)      /* cut short */
		return;
	if (how <= 3)      /* a mark before it, or in its place */
		add(to, mark, strlen(mark));
	if (how == 4) {    /* in the other case, if it is ASCII; or twice */
		const char c = (char)(line->s[at] ^ 0x20);

		add(to, ug_ascii_is_letter(c) ? &c : line->s + at,
		    ug_ascii_is_letter(c) ? 1 : end - at);
	}
	if (how != 2 && how != 5)
		add(to, line->s + at, end - at);
	add(to, line->s + end, line->len - end);
}

/* A sentence with none to three changes, to *line. */
static void
line_draw(const struct draw_sentences *sentences, struct ug_buf *line,
    struct ug_buf *other, uint64_t *seed)
{
	/* Some languages in a row, so that they get known. */
	const size_t language = (size_t)(random_next(seed) / 2 % 4 == 0 ?
	    random_next(seed) : *seed >> 60) % sentences->n_languages;
	unsigned n = (unsigned)(random_next(seed) % 4);

	do
		draw_line(sentences, language, seed, line);
	while (line->len == 0);
	for (; n > 0 && line->len > 0; n--) {
		const struct ug_buf old = *line;

		change(line, other, seed);
		*line = *other;
		*other = old;
	}
}

int
main(int argc, char *argv[])
{
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	struct ug_buf other = { .alloc = &ug_alloc_libc };
	struct draw_sentences sentences = { .n = 0 };
	uint64_t seed = 1, digest = 0;
	size_t n = 0;

	(void)argc;
	if (!CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)))
		return check_done(argv[0]);
	for (size_t i = 0; i < LINES; i++) {
		bool is = false;

		line_draw(&sentences, &line, &other, &seed);
		ug_plain_enter(&plain, i / BLOCK);
		CHECK("plain", ug_plain_is(&plain, (struct ug_text){ line.s,
		    line.len }, i % 3 == 0, &is) == UNGARBLE_OK);
		n += is;
		digest_add(&digest, is);
		digest_add(&digest, ug_plain_state(&plain));
	}
	printf("%zu of %d are plain\n", n, LINES);
	CHECK("some are plain, some are not", n > LINES / 8 &&
	    n < LINES / 8 * 7);
	if (!CHECK("answers", digest == DIGEST))
		fprintf(stderr, "\t0x%016" PRIX64 "\n", digest);
	ug_plain_free(&plain);
	ug_buf_free(&line);
	ug_buf_free(&other);
	draw_free(&sentences);
	return check_done(argv[0]);
}
