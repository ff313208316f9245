/*
 * sample_test.c - which part of some bytes tells
 */
#include "detect/sample.h"

#include "encodings/by_label.h"
#include "random.h"
#include "sampled.h"

static const struct {
	const char *name;
	struct ug_text in, tokens;
	size_t n_beyond, n_high, n_long;
	bool cut;
} rows[] = {
	{ "empty", UG_LIT(""), UG_LIT(""), 0, 0, 0, false },
	{ "ASCII tells nothing", UG_LIT("the ferry"), UG_LIT(""), 0, 0, 0,
	  true },
	{ "a word", UG_LIT("the caf\xE9 of"), UG_LIT(" caf\xE9 "), 2, 1, 1,
	  true },
	{ "at both ends", UG_LIT("\xE9t\xE9"), UG_LIT(" \xE9t\xE9 "), 4, 1, 1,
	  true },
	{ "a space of its own each", UG_LIT("\xE9t\xE9\t\xE0 so"),
	  UG_LIT(" \xE9t\xE9 \xE0 "), 6, 2, 1, true },
	{ "a mark beside it", UG_LIT("(caf\xE9), so"),
	  UG_LIT("(caf\xE9)"), 2, 1, 1, true },
	{ "a mark behind a letter may be half of one",
	  UG_LIT("\xE9@ a@\xE9 "), UG_LIT(" \xE9@ a@\xE9 "), 4, 1, 2, false },
	{ "what is repeated counts once", UG_LIT("caf\xE9 caf\xE9 caf\xE9\n"),
	  UG_LIT(" caf\xE9 "), 2, 1, 3, false },
	{ "a sign alone", UG_LIT("5 \xA3 so\n"), UG_LIT(" \xA3 "), 2, 1, 0,
	  false },
};

/* Of much, the bytes beyond the sample are seen too. */
static void
check_much(struct ug_sample *sample)
{
	static unsigned char bytes[20000];
	const struct ug_encoding *const greek = by_label("windows-1253");

	/* Words that are all different. */
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(i % 4 == 3 ? ' ' : 0xE1 +
		    i / 4 / (i % 4 == 0 ? 1 : i % 4 == 1 ? 20 : 400) % 20);
	for (int i = 0; i < 2; i++) {
		ug_sample_clear(sample);
		CHECK("much", ug_sample_add(sample, bytes, sizeof(bytes)) ==
		    UNGARBLE_OK);
		CHECK("a bound", sample->tokens.len < 4200);
		CHECK("reads all", ug_sample_reads(sample, greek) == (i == 0));
		bytes[sizeof(bytes) - 2] = 0xD2;
	}
	ug_sample_clear(sample);
	CHECK("little", ug_sample_add(sample, bytes + sizeof(bytes) - 4, 4) ==
	    UNGARBLE_OK && ug_sample_reads(sample, greek));
}

/* As many pairs as there is room for; what is none of them counts no less. */
static void
check_many_pairs(struct sampled *s)
{
	static bool seen[0x10000];
	unsigned char bytes[4000];
	const struct ug_sample *const sample = s->sample;
	unsigned n = 0, twice = 0;
	uint64_t seed = 1;

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(0x80 | random_next(&seed));
	sampled_take(s, "many pairs", bytes, sizeof(bytes));
	CHECK("many pairs", sample->n_pairs == UG_PAIRS_MAX);
	for (size_t i = 0; i < sample->n_pairs; i++) {
		const struct ug_pair pair = sample->pairs[i];

		n += pair.n;
		twice += seen[pair.a << 8 | pair.b];
		seen[pair.a << 8 | pair.b] = true;
	}
	CHECK("many pairs", twice == 0 && n > UG_PAIRS_MAX &&
	    n < sizeof(bytes) && sample->tokens.len == sizeof(bytes) + 2);
}

/* Words that all differ all count, though their hashes have no room. */
static void
check_many_tokens(struct sampled *s)
{
	unsigned char bytes[3 * 1300];

	for (unsigned i = 0; i < 1300; i++) {
		bytes[3 * i] = (unsigned char)(0x80 + i / 100);
		bytes[3 * i + 1] = (unsigned char)(0x80 + i % 100);
		bytes[3 * i + 2] = ' ';
	}
	sampled_take(s, "many words", bytes, sizeof(bytes));
	CHECK("many words", s->sample->tokens.len == sizeof(bytes) + 1 &&
	    s->sample->n_long == 1300);
}

/* Of a word with no end so much as there is room for. */
static void
check_long_token(struct sampled *s)
{
	unsigned char bytes[4200];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(0x80 + i % 100);
	for (size_t len = 4094; len < 4099; len++) {
		const size_t most = len < 4096 ? len : 4096;

		sampled_take(s, "a long word", bytes, len);
		CHECK("a long word", s->sample->tokens.len >= most + 2 &&
		    memcmp(s->sample->tokens.s + 1, bytes, most) == 0);
		CHECK("and no more", s->sample->tokens.len == most + 2 &&
		    (s->sample->whole != NULL) == (len > most));
	}
}

int
main(int argc, char *argv[])
{
	struct sampled s;

	(void)argc;
	if (!sampled_init(&s))
		return check_done(argv[0]);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_sample *const sample = s.sample;
		unsigned pairs = 0;

		sampled_take(&s, rows[i].name, rows[i].in.s, rows[i].in.len);
		CHECK(rows[i].name, ug_text_equal((struct ug_text){
		    sample->tokens.s, sample->tokens.len }, rows[i].tokens));
		for (size_t k = 0; k < sample->n_pairs; k++) {
			CHECK(rows[i].name, (k < sample->n_beyond) ==
			    (sample->pairs[k].a >= 0x80 ||
			    sample->pairs[k].b >= 0x80));
			pairs += sample->pairs[k].n;
		}
		CHECK(rows[i].name, pairs == (sample->tokens.len > 0 ?
		    sample->tokens.len - 1 : 0));
		CHECK(rows[i].name, sample->n_beyond == rows[i].n_beyond &&
		    sample->n_high == rows[i].n_high);
		CHECK(rows[i].name, sample->n_long == rows[i].n_long &&
		    sample->cut == rows[i].cut);
	}
	check_much(s.sample);
	check_many_pairs(&s);
	check_long_token(&s);
	check_many_tokens(&s);
	sampled_free(&s);
	return check_done(argv[0]);
}
