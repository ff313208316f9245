/*
 * mixup_cost_test.c - what characters of several scripts cost
 */
#include "characters/mixup.h"

#include <limits.h>

#include "characters/plain_rows.h"
#include "check.h"

#define CHARS_MAX 40

/* The characters of a line, and edges around words; returns how many. */
static size_t
chars_of(struct ug_text line, struct ug_mixup_char chars[CHARS_MAX])
{
	size_t n = 0;

	chars[n++] = UG_MIXUP_EDGE;
	for (size_t at = 0; at < line.len; ) {
		const uint32_t c = ug_text_next(line, &at);

		chars[n++] = c == ' ' ? UG_MIXUP_EDGE : ug_mixup_char(c);
	}
	chars[n++] = UG_MIXUP_EDGE;
	return n;
}

/* What a line is in, where languages cost so much beside. */
static struct ug_mixup_tongues
tongues_of(struct ug_plain *plain, const int *extra, struct ug_text line)
{
	struct ug_mixup_char chars[CHARS_MAX];
	const size_t n = chars_of(line, chars);

	return ug_mixup_tongues(plain, extra, chars, n);
}

/* What a line costs where every language is as likely. */
static int
cost_of(struct ug_text line)
{
	static const int extra[UG_LANGUAGES_MAX];

	return tongues_of(NULL, extra, line).cost;
}

/* Signs are read in the main script's language, and cost nothing in another. */
static const struct {
	struct ug_text plain, signs; /* of one script; the same behind signs */
	struct ug_text more, both;   /* the same with letters of another one */
} rows[] = {
	{ UG_LIT("старый мост"), UG_LIT("§старый мост"),
	  UG_LIT("старый мост PC"), UG_LIT("§старый мост PC") },
	{ UG_LIT("старый мост"), UG_LIT("«старый мост"),
	  UG_LIT("старый мост PC"), UG_LIT("«старый мост PC") },
	{ UG_LIT("το παλιό λιμάνι"), UG_LIT("§το παλιό λιμάνι"),
	  UG_LIT("το παλιό λιμάνι km"), UG_LIT("§το παλιό λιμάνι km") },
};

/* Rows say the same, whether a line is in Latin letters or not. */
static const struct {
	struct ug_text line;
	bool latin;
} same[] = {
	{ UG_LIT("für die größte Überraschung"), true },
	{ UG_LIT("příliš žluťoučký kůň"), true },
	{ UG_LIT("Đường đến trường"), true },
	{ UG_LIT("él, ¿qué? «sí» 3,5 €"), false },
	{ UG_LIT("él, ¿qué? «sí» 3,5"), true },
	{ UG_LIT("ååååååå åå xx xx xx"), true },
	{ UG_LIT("älteste §Größe"), false },
	{ UG_LIT("più PC старый"), false },
	{ UG_LIT("12,5 «3»"), false },
	{ UG_LIT("старый a мост"), false },
	{ UG_LIT("старый мост"), false },
	{ UG_LIT("größe–größe 東 größe"), false },
	{ UG_LIT("东a 京b 是c"), false },
	{ UG_LIT("a│b █ é"), false },
	{ UG_LIT(""), false },
	{ UG_LIT("ZÁŘÍ ÆØÅ ŁÓDŹ"), true },
};

/* What a line costs at least, as one language of Latin letters tells. */
static int
least_of(struct ug_plain *plain, const int *extra,
    const struct ug_mixup_char *chars, size_t n)
{
	const struct ug_plain_rows *const r = ug_plain_rows_of(plain,
	    UG_LATIN);
	int least = INT_MAX, rest = 0;
	bool latin = false;

	for (size_t l = 0; l < ug_n_languages(); l++) {
		int cost = extra[l];

		if (*ug_language_code(l) == '\0' ||
		    ug_language_script(l) != UG_LATIN)
			continue;
		rest = 0;
		for (size_t i = 1; i < n; i++) {
			const struct ug_glyph a = chars[i - 1].glyph;
			const struct ug_glyph b = chars[i].glyph;
			const bool known = ug_plain_number(r,
			    chars[i - 1].c) != 0 && ug_plain_number(r,
			    chars[i].c) != 0 && (ug_glyph_is_letter(b) ||
			    chars[i].c == ' ');

			if (ug_mixup_again(chars, i))
				continue;
			latin |= known && ug_glyph_is_letter(b);
			cost += known ? ug_pair_cost(l, a, b) : 0;
			rest += known ? 0 : ug_pair_least(a, b);
		}
		least = cost < least ? cost : least;
	}
	return latin ? least + rest : INT_MIN;
}

/* What is dear for sure need not be told, and nothing else. */
static void
check_dear(struct ug_plain *plain, const int *extra, struct ug_text line,
    bool latin)
{
	struct ug_mixup_char chars[CHARS_MAX];
	const size_t n = chars_of(line, chars);
	const int cost = ug_mixup_tongues(NULL, extra, chars, n).cost;
	const int least = least_of(plain, extra, chars, n);

	CHECK(line.s, ug_mixup_cost(NULL, extra, chars, n, 0) == cost);
	CHECK(line.s, ug_mixup_cost(plain, extra, chars, n, INT_MAX) == cost);
	if (latin || least == INT_MIN) {
		CHECK(line.s, ug_mixup_cost(plain, extra, chars, n, 0) == cost);
		return;
	}
	CHECK(line.s, ug_mixup_cost(plain, extra, chars, n, least) == cost);
	CHECK(line.s, ug_mixup_cost(plain, extra, chars, n, least - 1) ==
	    INT_MAX);
}

static void
check_same(void)
{
	int extra[UG_LANGUAGES_MAX];

	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		struct ug_plain plain = { .alloc = &ug_alloc_libc };
		struct ug_mixup_tongues by_rows, sums;

		for (size_t l = 0; l < UG_LANGUAGES_MAX; l++)
			extra[l] = (int)((l * 7 + i) % 5 * 211);
		by_rows = tongues_of(&plain, extra, same[i].line);
		sums = tongues_of(NULL, extra, same[i].line);
		CHECK(same[i].line.s, by_rows.cost == sums.cost);
		CHECK(same[i].line.s, by_rows.of[UG_NO_SCRIPT] ==
		    sums.of[UG_NO_SCRIPT]);
		CHECK(same[i].line.s, by_rows.of[UG_LATIN] ==
		    sums.of[UG_LATIN]);
		/* Rows tell of no other script. */
		CHECK(same[i].line.s, same[i].latin ==
		    (by_rows.of[UG_CYRILLIC] != sums.of[UG_CYRILLIC]));
		check_dear(&plain, extra, same[i].line, same[i].latin);
		ug_plain_free(&plain);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const int sign = cost_of(rows[i].signs) -
		    cost_of(rows[i].plain);

		CHECK(rows[i].signs.s, sign > 0);
		CHECK(rows[i].both.s, cost_of(rows[i].both) -
		    cost_of(rows[i].more) == sign);
		CHECK(rows[i].more.s, cost_of(rows[i].more) >
		    cost_of(rows[i].plain));
	}
	check_same();
	return check_done(argv[0]);
}
