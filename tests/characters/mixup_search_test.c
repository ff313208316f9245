/*
 * mixup_search_test.c - what is found is the best of all that there is, and its
 * rival the next best
 *
 * Each text is tried with each reader here, none left out.
 */
#include "characters/mixup.h"

#include <limits.h>
#include <string.h>

#include "check.h"
#include "garble/codec.h"
#include "random.h"

#define RARE   200  /* texts that are not looked for in East Asia */
#define RIVALS 1000 /* behind the best do not matter */
#define KNOWN  60   /* each time that a stream had twice as many cases */
#define KNOWN_TIMES 9
#define FAR    4000 /* above what a line costs */
#define RANDOM 800  /* lines */

static const struct {
	struct ug_text text;
	const char *was[5], *as[6];
} rows[] = {
	{ UG_LIT("Für Äpfel braucht Jürgen schöne große Körbe"),
	    { "windows-1252", "IBM437", "macintosh", "UTF-8" },
	    { "windows-1252", "IBM850", "macintosh", "windows-1251",
	    "Shift_JIS", "gb18030" } },
	{ UG_LIT("Žena kúpila štyri čerstvé žemle"),
	    { "windows-1250", "ISO-8859-2", "IBM852" }, { "windows-1252",
	    "ISO-8859-1", "windows-1250", "windows-1257", "KOI8-R" } },
	{ UG_LIT("Мой дядя купил новую лодку и вёсла"),
	    { "windows-1251", "KOI8-R", "IBM866", "x-mac-cyrillic" },
	    { "windows-1252", "ISO-8859-1", "windows-1251", "KOI8-R",
	    "IBM850", "EUC-KR" } },
	{ UG_LIT("Η γάτα κοιμάται πάνω στο τραπέζι"), { "windows-1253",
	    "ISO-8859-7" }, { "windows-1252", "windows-1251", "IBM437" } },
	{ UG_LIT("החתול ישן על הכיסא"), { "windows-1255" },
	    { "windows-1252", "ISO-8859-1" } },
	{ UG_LIT("猫在椅子上睡觉，狗在门口"), { "gb18030", "EUC-JP", "UTF-8" },
	    { "windows-1252", "ISO-8859-1", "EUC-KR", "Shift_JIS", "Big5" } },
	{ UG_LIT("猫は椅子の上で寝ています"), { "Shift_JIS", "EUC-JP" },
	    { "windows-1252", "gb18030", "windows-1251", "Big5" } },
	{ UG_LIT("señor"), { "macintosh", "IBM437" }, { "ISO-8859-1" } },
	{ UG_LIT("5 € – “no”"), { "windows-1252" }, { "ISO-8859-1",
	    "windows-1251", "macintosh" } },
	{ UG_LIT("àáâãäåæçèéêë"), { "windows-1252" }, { "windows-1251" } },
	{ UG_LIT("Não há ações à mão"), { "IBM860", "IBM850", "macintosh" },
	    { "ISO-8859-1", "windows-1252", "macintosh", "IBM437", "KOI8-R" } },
	{ UG_LIT("Põhjala mõis jäi nõnda"), { "ISO-8859-4", "windows-1257" },
	    { "ISO-8859-1", "macintosh", "IBM437", "windows-1251" } },
	{ UG_LIT("déjà été où"), { "UTF-8" }, { "windows-1252", "Big5",
	    "Shift_JIS", "gb18030", "EUC-KR" } },
};

static struct ug_codings codings;
static size_t n_found, n_rivals, n_equal, n_tables;

/* What the stream said in favour of it. */
static int
known_of(const struct ug_scope *scope, size_t text, size_t reader)
{
	int times = 0;

	for (unsigned n = ug_memory_count(scope->memory, ug_coding_rule(text,
	    reader), UG_TEXT("")); n > 0 && times < KNOWN_TIMES; n /= 2)
		times++;
	return times * KNOWN;
}

/* Do the oddest pairs of the line, one for one, cost four tenths less? */
static bool
odd_better(const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	const struct ug_mixup_line *const line = b->line;
	int before = 0, after = 0;

	for (size_t i = 0; i < line->n_oddest; i++) {
		const uint32_t c[] = { line->oddest[i].a, line->oddest[i].b };
		struct ug_glyph was[2];

		for (size_t k = 0; k < 2; k++) {
			const struct ug_mixup_misread misread = { c[k],
				c[k] < 0x80 ? NULL : ug_reader_bytes(c[k]) };
			const uint32_t is = ug_mixup_reread(misread,
			    &b->reader, text);

			if (is == UG_UNDEFINED)
				return false;
			was[k] = ug_glyph_of(is);
		}
		before += line->oddest[i].cost;
		after += ug_pair_least(was[0], was[1]);
	}
	return after * 10 <= before * 6;
}

/* Is that a text that such a reader may have had, beside what it has? */
static bool
may_be(const struct ug_mixup_bytes *b, const struct ug_coding *text)
{
	const bool wide = b->reader.reader < 0;

	if (text->encoding == &ug_utf8)
		return wide;
	if (text->encoding == b->reader.encoding || b->lost)
		return false;
	if (text->encoding->kind == UG_MULTI_BYTE)
		return true;
	return wide ? text->seldom <= RARE : odd_better(b, text);
}

/* All that a line may have been, in the order in which it is looked for. */
struct every {
	struct ug_mixup of[UG_READERS * UG_TEXTS_MAX];
	uint64_t hash[UG_READERS * UG_TEXTS_MAX];
	size_t n;
	bool table;
};

static void
every_add(struct every *every, const struct ug_scope *scope,
    const struct ug_mixup_bytes *b, size_t t, size_t r)
{
	struct ug_mixup *const its = &every->of[every->n];
	struct ug_mixup_reading reading;
	int cost;

	if (!CHECK("memory", ug_mixup_reading(b->line, scope->scratch,
	    &reading) == UNGARBLE_OK))
		return;
	cost = ug_mixup_read(&reading, b, &codings.texts[t], INT_MAX / 2);
	if (cost == INT_MAX)
		return;
	*its = (struct ug_mixup){ .text = t, .reader = r,
		.n_chars = reading.n, .known = known_of(scope, t, r) };
	its->cost = cost + ug_coding_seldom(&codings.texts[t],
	    &codings.readers[r]) + b->part - its->known;
	every->hash[every->n++] = reading.hash;
}

/* Of readers that make the same bytes of a line, the first is meant. */
static void
every_find(struct every *every, const struct ug_scope *scope,
    struct ug_mixup_bytes *b)
{
	uint64_t met[UG_READERS];
	size_t n_met = 0;

	every->n = 0;
	every->table = false;
	for (size_t r = 0; r < codings.n_readers; r++) {
		bool again = false;

		if (!ug_mixup_turn(b, &codings.readers[r]))
			continue;
		every->table = every->table || ug_mixup_table(b);
		for (size_t m = 0; m < n_met; m++)
			again = again || met[m] == b->hash;
		met[n_met++] = b->hash;
		for (size_t t = 0; t < codings.n_texts && !again; t++)
			if (may_be(b, &codings.texts[t]))
				every_add(every, scope, b, t, r);
	}
	n_tables += every->table;
}

/* The best that costs no more than `limit`, and the next one that differs. */
static struct ug_mixup
every_best(const struct every *every, int limit)
{
	struct ug_mixup best = { .cost = INT_MAX };
	uint64_t hash = 0;

	for (size_t i = 0; i < every->n; i++)
		if (every->of[i].cost <= limit &&
		    every->of[i].cost < best.cost) {
			best = every->of[i];
			hash = every->hash[i];
		}
	best.rival = INT_MAX;
	for (size_t i = 0; i < every->n; i++)
		if (every->of[i].cost <= limit && every->hash[i] != hash &&
		    every->of[i].cost < best.rival) {
			best.rival = every->of[i].cost;
			best.rival_text = every->of[i].text;
			best.rival_reader = every->of[i].reader;
		}
	if (every->table)
		best.cost = INT_MAX;
	return best;
}

static bool
mixup_good(const struct ug_mixup *found, const struct ug_mixup *want)
{
	if (found->cost != want->cost || found->cost == INT_MAX)
		return found->cost == want->cost;
	if (found->text != want->text || found->reader != want->reader ||
	    found->n_chars != want->n_chars || found->known != want->known)
		return false;
	if (want->rival == INT_MAX || want->rival > want->cost + RIVALS)
		return found->rival >= want->rival;
	return found->rival == want->rival &&
	    found->rival_text == want->rival_text &&
	    found->rival_reader == want->rival_reader;
}

/* With limits around what is found, and what comes next. */
static void
check_line(struct ug_text text, const struct ug_memory *memory,
    struct ug_plain *plain)
{
	static struct every every;
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_arena others = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings, .memory = memory, .plain = plain };
	const struct ug_scope apart = { .scratch = &others,
		.codings = &codings, .memory = memory };
	struct ug_mixup_line line, same;
	struct ug_mixup_bytes bytes, all_bytes;
	struct ug_mixup all;

	CHECK(text.s, ug_mixup_line(text, plain, &scratch, &line) ==
	    UNGARBLE_OK && ug_mixup_bytes(&line, &scratch, &bytes) ==
	    UNGARBLE_OK && ug_mixup_line(text, NULL, &others, &same) ==
	    UNGARBLE_OK && ug_mixup_bytes(&same, &others, &all_bytes) ==
	    UNGARBLE_OK);
	if (line.n_chars == 0) { /* no words: nothing is asked then */
		ug_arena_free(&scratch);
		ug_arena_free(&others);
		return;
	}
	every_find(&every, &apart, &all_bytes);
	all = every_best(&every, line.cost + FAR);
	n_found += all.cost != INT_MAX;
	n_rivals += all.cost != INT_MAX && all.rival != INT_MAX;
	n_equal += all.cost != INT_MAX && all.rival == all.cost;
	for (int i = 0; i < 8; i++) {
		struct ug_mixup found, want;
		const int near = i < 6 ? all.cost : all.rival;
		const int limit = i < 4 || near == INT_MAX ?
		    line.cost + FAR - i * 1500 : near - i % 2;

		CHECK(text.s, ug_mixup_search(&scope, &bytes, limit,
		    &found) == UNGARBLE_OK);
		want = every_best(&every, limit);
		if (!CHECK(text.s, mixup_good(&found, &want)))
			fprintf(stderr, "\tlimit %d, line %d: %d, %zu %zu, "
			    "rival %d, %zu %zu; wanted %d, %zu %zu, "
			    "rival %d, %zu %zu\n", limit, line.cost,
			    found.cost, found.text, found.reader, found.rival,
			    found.rival_text, found.rival_reader, want.cost,
			    want.text, want.reader, want.rival,
			    want.rival_text, want.rival_reader);
	}
	ug_arena_free(&scratch);
	ug_arena_free(&others);
}

static void
check_garbled(const struct codecs *codecs, struct ug_text text,
    const char *was, const char *as, const struct ug_memory *memory,
    struct ug_plain *plain)
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };

	if (codec_encode(codec_by_name(codecs, was), text, &bytes) &&
	    codec_decode(codec_by_name(codecs, as), (const unsigned char *)
	    bytes.s, bytes.len, CODEC_KEEP, &line)) {
		CHECK("memory", ug_buf_add(&line, "", 1) == UNGARBLE_OK);
		check_line((struct ug_text){ line.s, line.len - 1 }, NULL,
		    plain);
		check_line((struct ug_text){ line.s, line.len - 1 }, memory,
		    plain);
	}
	ug_buf_free(&bytes);
	ug_buf_free(&line);
}

/* What characters are drawn from, first and last. */
static const uint32_t kinds[][2] = {
	{ 0xA1, 0xFF }, { 0xA1, 0xFF }, { 0xC0, 0xFF }, { 0x80, 0x9F },
	{ 0x152, 0x153 }, { 0x2013, 0x2014 }, { 0x2018, 0x201E },
	{ 0x410, 0x44F }, { 0x3B1, 0x3C9 }, { 0x2550, 0x256C },
	{ 0x4E00, 0x4EFF }, { 0xFF66, 0xFF9D }, { 0xFFFD, 0xFFFD },
	{ 'a', 'z' }, { ' ', '/' }, { 'A', 'Z' },
};

#define N_KINDS (sizeof(kinds) / sizeof(*kinds))

/* Words of a few characters at random, mostly of one or two kinds. */
static void
check_random(const struct ug_memory *memory, struct ug_plain *plain)
{
	uint64_t seed = 1;

	for (size_t i = 0; i < RANDOM; i++) {
		const size_t n = 2 + (size_t)(random_next(&seed) % 12);
		size_t kind = 0, len = 0;
		uint32_t chars[16];
		bool again = false;
		char s[64];

		for (size_t k = 0; k < n; k++) {
			const uint64_t r = random_next(&seed);
			const uint32_t *its;

			if (r % 4 == 0)
				kind = (size_t)(r / 4 % N_KINDS);
			its = kinds[r % 4 == 1 ? i % N_KINDS : kind];
			chars[k] = its[0] + (uint32_t)(r >> 8) %
			    (its[1] - its[0] + 1);
			for (size_t j = 0; j < k; j++)
				again = again || chars[j] == chars[k];
			len += ug_put_char(chars[k], s + len);
		}
		/* What is written twice counts once, and bounds do not know. */
		if (again)
			continue;
		s[len] = '\0';
		check_line((struct ug_text){ s, len }, i % 3 == 0 ? memory :
		    NULL, plain);
	}
}

int
main(int argc, char *argv[])
{
	static const struct {
		const char *rule;
		unsigned n;
	} cases[] = {
		{ "mojibake/windows-1251>windows-1252", 1 },
		{ "mojibake/windows-1250>windows-1252", 7 },
		{ "mojibake/gb18030>iso-8859-1", 300 },
		{ "mojibake/ibm850>windows-1252", 16 },
	};
	struct codecs *const codecs = codecs_new();
	struct ug_plain plain = { .alloc = &ug_alloc_libc };
	struct ug_memory *memory;

	(void)argc;
	ug_codings_init(&codings);
	CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (unsigned n = 0; n < cases[i].n; n++)
			CHECK(cases[i].rule, ug_memory_add(memory,
			    cases[i].rule, ug_memory_key(UG_TEXT(""))) ==
			    UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t w = 0; w < 5 && rows[i].was[w] != NULL; w++)
			for (size_t a = 0; a < 6 && rows[i].as[a] != NULL; a++)
				check_garbled(codecs, rows[i].text,
				    rows[i].was[w], rows[i].as[a], memory,
				    &plain);
	check_random(memory, &plain);
	printf("%zu found, %zu with rivals, %zu of them as good, %zu tables\n",
	    n_found, n_rivals, n_equal, n_tables);
	CHECK("all kinds", n_found > 400 && n_rivals > 300 && n_equal > 20 &&
	    n_tables > 5);
	ug_plain_free(&plain);
	ug_memory_free(memory);
	codecs_free(codecs);
	return check_done(argv[0]);
}
