/*
 * mixup_weigh_test.c - what speaks for a mix-up, counted over again
 */
#include <limits.h>
#include <string.h>
#include <unicode/unorm2.h>

#include "characters/mixup.h"
#include "check.h"
#include "garble/codec.h"

/* Sentences, what they were in and what they were read in. */
static const struct {
	struct ug_text text;
	const char *was[4], *as[5];
} rows[] = {
	{ UG_LIT("Der Schlüssel fällt gewöhnlich über die Türschwelle hinaus"),
	    { "windows-1252", "IBM437", "macintosh" }, { "windows-1252",
	    "IBM437", "macintosh", "windows-1251", "IBM850" } },
	{ UG_LIT("Wczoraj wieczorem długo szukaliśmy małej księgarni"),
	    { "windows-1250", "ISO-8859-2", "IBM852" }, { "windows-1252",
	    "ISO-8859-1", "windows-1250", "windows-1257" } },
	{ UG_LIT("Dün akşam yağmur yağdı, yarın güneşli olacak"),
	    { "windows-1254" }, { "windows-1252", "ISO-8859-1" } },
	{ UG_LIT("Vakar vėlai vakare grįžome namo iš miško"),
	    { "windows-1257" }, { "windows-1252", "windows-1250" } },
	{ UG_LIT("Вчера мы долго гуляли по берегу реки"),
	    { "windows-1251", "KOI8-R", "IBM866" }, { "windows-1252",
	    "ISO-8859-1", "windows-1251", "KOI8-R", "IBM850" } },
	{ UG_LIT("Το καράβι έφυγε νωρίς το πρωί"), { "windows-1253" },
	    { "windows-1252", "windows-1251" } },
	{ UG_LIT("昨天下午我们去河边散步了"), { "gb18030", "Big5", "EUC-JP" },
	    { "windows-1252", "ISO-8859-1", "EUC-KR", "Shift_JIS" } },
	{ UG_LIT("電車は朝の八時に駅を出ます"), { "Shift_JIS", "EUC-JP" },
	    { "windows-1252", "gb18030", "windows-1251" } },
	{ UG_LIT("어제 오후에 우리는 강가를 걸었습니다"), { "EUC-KR" },
	    { "gb18030", "ISO-8859-1", "Shift_JIS" } },
	{ UG_LIT("Él “sabe” más – ¿quizás…?"), { "windows-1252" },
	    { "ISO-8859-1", "macintosh" } },
	{ UG_LIT("La leçon était plus compliquée, même répétée"),
	    { "macintosh", "windows-1252", "UTF-8" }, { "windows-1252",
	    "windows-1253", "gb18030", "Shift_JIS", "Big5" } },
	{ UG_LIT("ÀÁÂÃÄÅÆÇÈÉÊËÌÍ"), { "windows-1252" }, { "IBM437" } },
	{ UG_LIT("Ángel está en Ávila, según Ágata, también mañana"),
	    { "windows-1252" }, { "windows-1253", "windows-1251" } },
	{ UG_LIT("señoría"), { "macintosh" }, { "ISO-8859-1" } },
};

static struct ug_codings codings;
static size_t n_found, n_bare, n_once, n_alike, n_letters, n_accents, n_east;
static size_t n_edits;

/* The letter of ASCII that a Latin one is with an accent, or '.'. */
static uint32_t
base_of(uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *const nfd = unorm2_getNFDInstance(&status);
	UChar parts[8];

	if (c < 0xC0 || c > 0x17F || unorm2_getRawDecomposition(nfd,
	    (UChar32)c, parts, 8, &status) < 1 || parts[0] >= 0x80)
		return '.';
	return parts[0];
}

/* Greek and Cyrillic letters that look like Latin ones. */
static bool
looks_latin(uint32_t c)
{
	char s[5] = "";

	s[ug_put_char(c, s)] = '\0';
	return strstr("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορЅІЈАВЕКМНОРСТУХаеорсухѕіј", s) !=
	    NULL && c >= 0x370;
}

struct met {
	uint32_t c[400];
	size_t n;
};

static void
meet(struct met *met, uint32_t c)
{
	for (size_t i = 0; i < met->n; i++)
		if (met->c[i] == c)
			return;
	if (met->n < 400)
		met->c[met->n++] = c;
}

static bool
latin_letter(uint32_t c)
{
	return c >= 0x80 && c < 0x250 && ug_glyph_is_letter(ug_glyph_of(c));
}

/* Count the changes over again. */
static void
check_changes(const char *s, const struct ug_mixup_line *line,
    const struct ug_mixup_case *its)
{
	struct met kinds = { .n = 0 }, east = { .n = 0 }, all = { .n = 0 };
	size_t accents = 0, letters = 0, alike = 0, n = 0, controls = 0;

	for (size_t i = 0; i < its->n; i++) {
		const struct ug_mixup_change *const change = &its->changes[i];
		uint32_t to[256];
		size_t n_to = 0;

		for (size_t at = 0; at < change->text.len; n_to++) {
			to[n_to] = ug_text_next(change->text, &at);
			if (ug_glyph_of(to[n_to]).script == UG_CJK)
				meet(&east, to[n_to]);
		}
		for (size_t j = change->first; j < change->end; j++) {
			const uint32_t c = line->chars[j];
			const uint32_t is = n_to == change->end -
			    change->first ? to[j - change->first] : 0;

			if (c < 0x80 || c == is)
				continue;
			n++;
			meet(&all, c);
			controls += c < 0xA0;
			alike += looks_latin(c);
			letters += latin_letter(c) && latin_letter(is) &&
			    base_of(c) != base_of(is);
			if (!looks_latin(c) && (base_of(c) == '.' ||
			    base_of(c) != base_of(is)))
				meet(&kinds, c);
			else if (!looks_latin(c) && kinds.n < 4)
				accents++;
		}
	}
	CHECK(s, its->kinds == (kinds.n < 4 ? kinds.n : 4));
	CHECK(s, its->east == (east.n < 4 ? east.n : 4));
	CHECK(s, its->accents == accents && its->letters == letters &&
	    its->alike == alike);
	CHECK(s, its->once == (all.n == n && n <= 40 ? n : 0));
	CHECK(s, its->hyphens == (all.n == 1 && all.c[0] == 0xAD));
	CHECK(s, its->c1 == (controls == n && codings.texts[
	    its->found.text].encoding == &ug_windows_1252));
	n_once += its->once > 0;
	n_alike += alike > 0;
	n_letters += letters > 0;
	n_accents += accents > 0;
	n_east += east.n > 0;
}

/* It is as sure as it leads: a hundredth more for each nat. */
static void
check_edits(const struct ug_scope *scope, struct ug_text text)
{
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK(text.s, ug_mixup_find(scope, text, 0, INT_MAX, &edits) ==
	    UNGARBLE_OK);
	for (size_t i = 0; i < edits.n; i++) {
		const int margin = edits.v[i].margin;

		CHECK(text.s, margin >= 0 && margin % 10 == 0 &&
		    edits.v[i].confidence == (margin < 9000 ? 90 +
		    (unsigned)margin / 1000 : 99));
		CHECK(text.s, edits.v[i].sure);
	}
	n_edits += edits.n;
	ug_edits_free(&edits);
}

static void
check_line(struct ug_text text, const struct ug_memory *memory)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings, .memory = memory };
	struct ug_mixup_line line;
	struct ug_mixup_bytes bytes;
	struct ug_mixup_case its = { .found.cost = INT_MAX };

	CHECK(text.s, ug_mixup_line(text, NULL, &scratch, &line) ==
	    UNGARBLE_OK);
	/* Of what has no words there is nothing to ask. */
	if (line.n_chars > 0)
		CHECK(text.s, ug_mixup_bytes(&line, &scratch, &bytes) ==
		    UNGARBLE_OK && ug_mixup_weigh(&scope, &bytes, line.cost,
		    &its) == UNGARBLE_OK);
	if (its.found.cost != INT_MAX) {
		const struct ug_mixup *const found = &its.found;
		const struct ug_coding *const is = &codings.texts[found->text];

		n_found++;
		CHECK(text.s, its.gain == line.cost - found->cost -
		    found->known && its.lead == found->rival - found->cost);
		CHECK(text.s, its.text == is->region && its.reader ==
		    codings.readers[found->reader].region &&
		    its.utf8 == (is->encoding == &ug_utf8));
		CHECK(text.s, its.bare == (line.n_beyond * 2 > line.n_chars));
		CHECK(text.s, its.known == (memory != NULL) && its.met ==
		    ug_memory_count(memory, ug_coding_rule(found->text,
		    found->reader), UG_TEXT("")));
		n_bare += its.bare;
		check_changes(text.s, &line, &its);
	} else {
		CHECK(text.s, its.n == 0);
	}
	/* And with less and less of it. */
	while (memory == NULL && text.len > 8) {
		check_edits(&scope, text);
		ug_arena_reset(&scratch);
		do
			text.len--;
		while (text.len > 8 && text.s[text.len] != ' ');
	}
	ug_arena_free(&scratch);
}

static void
check_garbled(const struct codecs *codecs, struct ug_text text,
    const char *was, const char *as, const struct ug_memory *memory)
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };

	if (codec_encode(codec_by_name(codecs, was), text, &bytes) &&
	    codec_decode(codec_by_name(codecs, as), (const unsigned char *)
	    bytes.s, bytes.len, CODEC_KEEP, &line)) {
		CHECK("memory", ug_buf_add(&line, "", 1) == UNGARBLE_OK);
		check_line((struct ug_text){ line.s, line.len - 1 }, NULL);
		check_line((struct ug_text){ line.s, line.len - 1 }, memory);
	}
	ug_buf_free(&bytes);
	ug_buf_free(&line);
}

/* As many words are beyond ASCII as make half of what is judged, and more. */
static void
test_bare(void)
{
	check_line(UG_TEXT("fermÈe ÈÈÈÈa"), NULL);
	check_line(UG_TEXT("ŽtŽ ŽaŽ"), NULL);
	check_line(UG_TEXT("ŽtŽ ŽbŽe"), NULL);
	check_line(UG_TEXT("sync\302\255tag\302\255"), NULL);
}

int
main(int argc, char *argv[])
{
	struct codecs *const codecs = codecs_new();
	struct ug_memory *memory;

	(void)argc;
	ug_codings_init(&codings);
	CHECK("memory", ug_memory_new(&memory, &ug_alloc_libc) ==
	    UNGARBLE_OK);
	for (int i = 0; i < 5; i++)
		CHECK("remembered", ug_memory_add(memory,
		    "mojibake/windows-1251>windows-1252",
		    ug_memory_key(UG_TEXT(""))) == UNGARBLE_OK);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t w = 0; w < 4 && rows[i].was[w] != NULL; w++)
			for (size_t a = 0; a < 5 && rows[i].as[a] != NULL; a++)
				check_garbled(codecs, rows[i].text,
				    rows[i].was[w], rows[i].as[a], memory);
	test_bare();
	printf("%zu found: %zu bare, %zu once, %zu alike, %zu letters, "
	    "%zu accents, %zu of East Asia\n", n_found, n_bare, n_once,
	    n_alike, n_letters, n_accents, n_east);
	CHECK("all kinds", n_found > 50 && n_bare > 10 && n_once > 0 &&
	    n_alike > 5 && n_letters > 10 && n_accents > 5 && n_east > 10 &&
	    n_edits > 100);
	ug_memory_free(memory);
	codecs_free(codecs);
	return check_done(argv[0]);
}
