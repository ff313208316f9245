/*
 * guess_near_test.c - what is guessed at in many lines, sure or not
 *
 * Sentences of own.tsv that lost some of their characters, and some more, by a
 * seed: guesses, by how much they lead and how sure they are, as one number.
 * Whether they are right is for guess_test.c to say.  And how far is looked.
 */
#include "check.h"
#include "garble/draw.h"
#include "pieces.h"
#include "repair/passes.h"

#define LINES 5000
#define DIGEST UINT64_C(0xACB9B66630633432)

/* What stands where a character was. */
static const char *const lost[] = { "?", "?", "\uFFFD", "\uFFFD", "??", "???",
	"\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD", "â??", "â€?", "â\uFFFD\uFFFD",
	"????", "" };

/* And what is put in besides. */
static const char *const marks[] = { " don?t ", " “", "” ", " «", " „", "“",
	" I?m ", " l?eau ", "1990\uFFFD1995", " (", ") ", "\"", "'", "-", "/",
	"=", "?", "\uFFFD", "é", "č", "я", "¿", " \uFFFDQué", "!", ",", ". ",
	" you?re ", " o?brien ", "it?s", " c?hoar ", "THEY?LL", " nell?", "7" };

static void
add(struct ug_buf *to, const char *s, size_t len)
{
	CHECK("memory", ug_buf_add(to, s, len) == UNGARBLE_OK);
}

/* The sentence without some of what is beyond ASCII. */
static void
lose(const struct ug_buf *line, struct ug_buf *to, uint64_t *seed)
{
	const struct ug_text text = { line->s, line->len };
	const unsigned per = 1 + (unsigned)(random_next(seed) % 3);
	const char *as = lost[random_next(seed) % 13];

	to->len = 0;
	for (size_t at = 0; at < text.len; ) {
		const size_t start = at;
		const uint32_t c = ug_text_next(text, &at);
		const bool loses = c >= 0x80 || c == '\'';

		if (random_next(seed) % 16 == 0)
			as = lost[random_next(seed) % 13];
		if ((loses && random_next(seed) % per == 0) ||
		    random_next(seed) % 64 == 0)
			add(to, as, strlen(as));
		else
			add(to, text.s + start, at - start);
		if (random_next(seed) % 128 == 0) {
			const char *const mark = marks[random_next(seed) %
			    (sizeof(marks) / sizeof(*marks))];

			add(to, mark, strlen(mark));
		}
	}
}

static void
edits_digest(const struct ug_edits *edits, uint64_t *digest)
{
	for (size_t i = 0; i < edits->n; i++) {
		const struct ug_edit *const edit = &edits->v[i];
		const struct ug_text after = ug_edit_after(edits, edit);

		digest_add(digest, edit->at);
		digest_add(digest, edit->len);
		digest_add(digest, edit->confidence);
		digest_add(digest, (uint64_t)edit->margin);
		for (const char *c = edit->rule; *c != '\0'; c++)
			digest_add(digest, (unsigned char)*c);
		for (size_t k = 0; k < after.len; k++)
			digest_add(digest, (unsigned char)after.s[k]);
	}
	digest_add(digest, edits->n);
}

/* How many guesses there are in a text that are so sure. */
static size_t
guesses(struct ug_text text, unsigned confidence, struct ug_edits *edits)
{
	static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.confidence = confidence };

	ug_edits_clear(edits);
	CHECK("guess", ug_pass_guess.find(&scope, text, edits) ==
	    UNGARBLE_OK);
	ug_arena_free(&scratch);
	return edits->n;
}

static void
test_lines(struct ug_edits *edits)
{
	struct draw_sentences sentences = { .n = 0 };
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	struct ug_buf other = { .alloc = &ug_alloc_libc };
	uint64_t seed = 1, digest = 0;
	size_t n = 0;

	if (!CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)))
		return;
	for (size_t i = 0; i < LINES; i++) {
		draw_line(&sentences, (size_t)(random_next(&seed) %
		    sentences.n_languages), &seed, &line);
		lose(&line, &other, &seed);
		n += guesses((struct ug_text){ other.s, other.len }, 0, edits);
		edits_digest(edits, &digest);
	}
	printf("%zu guesses in %d lines\n", n, LINES);
	CHECK("guesses", n > LINES);
	if (!CHECK("what they are", digest == DIGEST))
		fprintf(stderr, "\t0x%016" PRIX64 "\n", digest);
	ug_buf_free(&line);
	ug_buf_free(&other);
	draw_free(&sentences);
}

/* Is there a guess behind so many pieces, and none with one "a" more? */
static void
check_limit(const char *name, const char *before, const char *piece,
    size_t n, const char *behind, struct ug_edits *edits)
{
	struct ug_buf text = { .alloc = &ug_alloc_libc };

	add(&text, before, strlen(before));
	for (size_t i = 0; i < n; i++)
		add(&text, piece, strlen(piece));
	add(&text, behind, strlen(behind));
	CHECK(name, guesses((struct ug_text){ text.s, text.len }, 90, edits)
	    == 1);
	text.len -= strlen(behind);
	add(&text, "a", 1);
	add(&text, behind, strlen(behind));
	CHECK(name, guesses((struct ug_text){ text.s, text.len }, 90, edits)
	    == 0);
	ug_buf_free(&text);
}

/* A span is of years from 1000 up to 2199, the earlier one first. */
static const struct {
	const char *text;
	bool span;
} years[] = {
	{ "in 1000\uFFFD1001 it", true }, { "in 0999\uFFFD1001 it", false },
	{ "in 2198\uFFFD2199 it", true }, { "in 2198\uFFFD2200 it", false },
	{ "in 1995\uFFFD1995 it", false }, { "1995\uFFFD1996 it was", true },
	{ "in 1996\uFFFD1995 it", false }, { "in 995\uFFFD1996 it", false },
	{ "in 11995\uFFFD1996 it", false }, { "in 1995\uFFFD19961 it", false },
	{ "in 1995\uFFFD199x it", false }, { "in it: 1995\uFFFD199", false },
	{ "in x1995\uFFFD1996x", true },
	{ "in 1995\uFFFD\uFFFD1996 it", false },
	{ "in 1995\uFFFD\uFFFD\uFFFD1996 it", true },
	{ "in 1995?1996 it", false },
};

int
main(int argc, char *argv[])
{
	struct ug_edits edits;

	(void)argc;
	ug_edits_init(&edits, &ug_alloc_libc);
	test_lines(&edits);
	check_limit("a quotation", "She said “no\uFFFD and left ", "x", 1976,
	    "", &edits);
	check_limit("a clause", "\uFFFDQué hora de", " los", 72, "?", &edits);
	check_limit("a word", "We don?t-", "-a", 47, "", &edits);
	for (size_t i = 0; i < sizeof(years) / sizeof(*years); i++)
		CHECK(years[i].text, guesses((struct ug_text){ years[i].text,
		    strlen(years[i].text) }, 90, &edits) == years[i].span);
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
