/*
 * mixup_cost_test.c - what characters of several scripts cost
 */
#include "characters/mixup.h"
#include "check.h"

#define CHARS_MAX 40

/* What a line costs where every language is as likely. */
static int
cost_of(struct ug_text line)
{
	static const int extra[UG_LANGUAGES_MAX];
	struct ug_mixup_char chars[CHARS_MAX] = { UG_MIXUP_EDGE };
	size_t n = 1;

	for (size_t at = 0; at < line.len; )
		chars[n++] = ug_mixup_char(ug_text_next(line, &at));
	chars[n++] = UG_MIXUP_EDGE;
	return ug_mixup_cost(extra, chars, n);
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
	return check_done(argv[0]);
}
