/*
 * compare_list_test.c - what those that read a sample alike cost at least
 */
#include "detect/compare_list.h"

#include <limits.h>
#include <stdlib.h>

#include "check.h"
#include "detect/home.h"
#include "random.h"

#define EXPECTED_MOST 3000 /* hundredths of a nat */

static const struct ug_text samples[] = {
	UG_LIT("caf\xE9"),
	UG_LIT("\xE1\xE2\xE3 \xA2"),
	UG_LIT("\xD7\xD3"),
};

/* Of those alike the least, each in its turn. */
static void
check_list(struct ug_comparison *c)
{
	size_t n = 0, n_several = 0;

	ug_compare_list(c);
	for (size_t i = 0; i < c->n_alike; i++) {
		const struct ug_alike *const alike = &c->alike[i];
		int alone = INT_MAX, expected = INT_MAX;
		const size_t before = n;

		for (size_t at = alike->first; at != UG_ALIKE_NONE;
		    at = c->next[at], n++) {
			const struct ug_reading_of *const r = &c->readings[at];
			const int one = ug_compare_alone(c, r);
			const int other = ug_compare_expected(c, r);

			CHECK("signature", r->signature == alike->signature);
			alone = one < alone ? one : alone;
			expected = other < expected ? other : expected;
		}
		CHECK("alone", alike->alone == alone);
		CHECK("expected", alike->expected == expected);
		n_several += n - before > 1;
	}
	CHECK("each once", n == c->n);
	CHECK("several alike", n_several > 0);
}

int
main(int argc, char *argv[])
{
	struct ug_comparison *const c = calloc(1, sizeof(*c));
	static const struct ug_candidates candidates = {
		.fallback = &ug_windows_1252 };
	static struct ug_expectation expected;
	uint64_t seed = 1;

	(void)argc;
	if (!CHECK("memory", c != NULL))
		return check_done(argv[0]);
	c->candidates = &candidates;
	c->sample.tokens.alloc = &ug_alloc_libc;
	for (size_t i = 0; i < ug_home_count(); i++) {
		const struct ug_encoding *const encoding = ug_encoding_at(i);

		if (encoding->kind == UG_SINGLE_BYTE &&
		    !ug_detect_is_ebcdic(encoding)) {
			c->taken[c->n_taken].encoding = encoding;
			c->taken[c->n_taken++].number = i;
		}
	}
	c->upper = calloc(c->n_taken + 1, sizeof(*c->upper));
	CHECK("memory", c->upper != NULL);
	ug_compare_init(c);
	c->expected = &expected;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		ug_sample_clear(&c->sample);
		CHECK("sample", ug_sample_add(&c->sample, (const unsigned char
		    *)samples[i].s, samples[i].len) == UNGARBLE_OK);
		ug_sample_count(&c->sample);
		for (size_t k = 0; k < UG_ENCODINGS_MAX; k++)
			expected.encodings[k] = (int)(random_next(&seed) %
			    EXPECTED_MOST);
		ug_compare_meet(c);
		check_list(c);
	}
	ug_sample_free(&c->sample);
	free(c->upper);
	free(c);
	return check_done(argv[0]);
}
