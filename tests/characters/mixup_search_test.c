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

#define RARE   200  /* texts that are not looked for in East Asia */
#define RIVALS 1000 /* behind the best do not matter */
#define KNOWN  60   /* each time that a stream had twice as many cases */
#define KNOWN_TIMES 9

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

/* A mix-up that costs so much: the best, or its rival. */
static void
take(struct ug_mixup *best, uint64_t *hash, const struct ug_mixup *its,
    uint64_t its_hash)
{
	struct ug_mixup rival = { .cost = INT_MAX };

	if (its->cost < best->cost) {
		rival = *best;
		if (*hash == its_hash)
			rival.cost = INT_MAX;
		its_hash ^= *hash;
		*hash ^= its_hash;
		rival = rival.cost == INT_MAX ? (struct ug_mixup){
			.cost = best->rival, .text = best->rival_text,
			.reader = best->rival_reader } : rival;
		*best = *its;
		best->rival = INT_MAX;
	} else if (its_hash != *hash) {
		rival = *its;
	}
	if (rival.cost < best->rival) {
		best->rival = rival.cost;
		best->rival_text = rival.text;
		best->rival_reader = rival.reader;
	}
}

/* All that there is, of which none costs more than `limit`. */
static struct ug_mixup
search_all(const struct ug_scope *scope, struct ug_mixup_bytes *b, int limit)
{
	struct ug_mixup best = { .cost = INT_MAX, .rival = INT_MAX };
	uint64_t met[UG_READERS], hash = 0;
	size_t n_met = 0;
	bool table = false;

	for (size_t r = 0; r < codings.n_readers; r++) {
		const struct ug_coding *const reader = &codings.readers[r];
		bool again = false;

		if (!ug_mixup_turn(b, reader))
			continue;
		table = table || ug_mixup_table(b);
		for (size_t m = 0; m < n_met; m++)
			again = again || met[m] == b->hash;
		met[n_met++] = b->hash;
		for (size_t t = 0; t < codings.n_texts && !again; t++) {
			const struct ug_coding *const text = &codings.texts[t];
			struct ug_mixup its = { .text = t, .reader = r,
				.known = known_of(scope, t, r),
				.rival = INT_MAX };
			struct ug_mixup_reading reading;

			if (!may_be(b, text) || !CHECK("memory",
			    ug_mixup_reading(b->line, scope->scratch,
			    &reading) == UNGARBLE_OK))
				continue;
			its.cost = ug_mixup_read(&reading, b, text,
			    INT_MAX / 2);
			if (its.cost == INT_MAX)
				continue;
			its.cost += ug_coding_seldom(text, reader) + b->part -
			    its.known;
			its.n_chars = reading.n;
			if (its.cost <= limit)
				take(&best, &hash, &its, reading.hash);
		}
	}
	if (best.cost != INT_MAX && table)
		best.cost = INT_MAX;
	n_tables += table;
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
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_arena others = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings, .memory = memory, .plain = plain };
	const struct ug_scope apart = { .scratch = &others,
		.codings = &codings, .memory = memory };
	struct ug_mixup_line line, same;
	struct ug_mixup_bytes bytes, all_bytes;
	struct ug_mixup all;
	int limits[8];

	CHECK(text.s, ug_mixup_line(text, plain, &scratch, &line) ==
	    UNGARBLE_OK && ug_mixup_bytes(&line, &scratch, &bytes) ==
	    UNGARBLE_OK && ug_mixup_line(text, NULL, &others, &same) ==
	    UNGARBLE_OK && ug_mixup_bytes(&same, &others, &all_bytes) ==
	    UNGARBLE_OK);
	all = search_all(&apart, &all_bytes, line.cost + 4000);
	n_found += all.cost != INT_MAX;
	n_rivals += all.cost != INT_MAX && all.rival != INT_MAX;
	n_equal += all.cost != INT_MAX && all.rival == all.cost;
	for (int i = 0; i < 8; i++) {
		struct ug_mixup found, want;
		const int near = i < 6 ? all.cost : all.rival;

		limits[i] = i < 4 || near == INT_MAX ? line.cost + 4000 -
		    i * 1500 : near - i % 2;
		CHECK(text.s, ug_mixup_search(&scope, &bytes, limits[i],
		    &found) == UNGARBLE_OK);
		want = search_all(&apart, &all_bytes, limits[i]);
		if (!CHECK(text.s, mixup_good(&found, &want)))
			fprintf(stderr, "\tlimit %d, line %d: %d, %zu %zu, "
			    "rival %d, %zu %zu; wanted %d, %zu %zu, "
			    "rival %d, %zu %zu\n", limits[i], line.cost,
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
	printf("%zu found, %zu with rivals, %zu of them as good, %zu tables\n",
	    n_found, n_rivals, n_equal, n_tables);
	CHECK("all kinds", n_found > 50 && n_rivals > 30 && n_tables > 0);
	ug_plain_free(&plain);
	ug_memory_free(memory);
	codecs_free(codecs);
	return check_done(argv[0]);
}
