/*
 * mojibake_test.c - UTF-8 read as single-byte encodings, and text that is not
 */
#include "mojibake_rows.h"
#include "repair/pass_check.h"

#include <stdlib.h>
#include <time.h>

#include "garble/garble.h"

/* What takes more trips. */
static const struct pass_row layers[] = {
	{ "two", UG_LIT("cafÃƒÂ© crÃƒÂ¨me"), UG_LIT("café crème") },
	{ "three", UG_LIT("cafÃƒÆ’Ã‚Â© crÃƒÆ’Ã‚Â¨me"), UG_LIT("café crème") },
	{ "curly", UG_LIT("itÃ¢â‚¬â„¢s late"), UG_LIT("it’s late") },
	{ "two encodings", UG_LIT("cr√É¬®me et th√É¬©"),
	  UG_LIT("crème et thé") },
	{ "one byte further than the others",
	  UG_LIT("come in \xC3\xA2\xC2\x80\xC3\xA2\xC2\x80\xC2\x9C now"),
	  UG_LIT("come in – now") },
	{ "in one word", UG_LIT("un cafÃƒÂ© très tôt"),
	  UG_LIT("un café très tôt") },
};

static const struct ug_text sentences[] = {
	UG_LIT("Die Mühle klappert, während draußen Schnee über Äcker fällt."),
	UG_LIT("L’été dernier, nous avons goûté des gâteaux près du château."),
	UG_LIT("El niño pidió más azúcar; ¿quién se lo dará mañana?"),
	UG_LIT("A irmã não põe açúcar no pão, só no café da avó."),
	UG_LIT("Łódka płynęła ku żółtym brzegom, a księżyc świecił."),
	UG_LIT("Příliš mnoho vody teče údolím, říká děd a směje se."),
	UG_LIT("Az öreg fűzfa árnyékában ült és a tóra nézett."),
	UG_LIT("Sjön låg öde och mörk när båten gled in mot ön."),
	UG_LIT("Kış gelince köyün çeşmesi donar, çocuklar üşür."),
	UG_LIT("Buổi sáng, bà tôi nấu cháo và kể chuyện ngày xưa."),
	UG_LIT("Холодным утром старик вышел к реке и долго молчал."),
	UG_LIT("Їжак їсть яблуко під ґанком, а дощ іде далі."),
	UG_LIT("Старата къща стоеше сама край пътя към морето."),
	UG_LIT("Η θάλασσα ήταν ήσυχη και ο ψαράς τραγουδούσε."),
	UG_LIT("הילדים רצו אל הים לפני שירד הגשם."),
	UG_LIT("ذهب الأولاد إلى البحر قبل أن ينزل المطر."),
	UG_LIT("बच्चे बारिश से पहले नदी की ओर दौड़े।"),
	UG_LIT("เด็กๆ วิ่งไปที่แม่น้ำก่อนฝนตก"),
	UG_LIT("子供たちは雨が降る前に川へ走った。"),
	UG_LIT("下雨之前，孩子们跑到了河边。"),
	UG_LIT("비가 오기 전에 아이들은 강으로 달려갔다."),
	UG_LIT("ბავშვები წვიმამდე მდინარისკენ გაიქცნენ."),
};
#define N_SENTENCES (sizeof(sentences) / sizeof(*sentences))

static const char *const readings[] = {
	"windows-1252", "windows-1250", "windows-1251", "windows-1253",
	"windows-1254", "windows-1255", "windows-1256", "windows-1257",
	"windows-1258", "windows-874", "ISO-8859-2", "ISO-8859-5",
	"ISO-8859-7", "ISO-8859-15", "KOI8-R", "KOI8-U", "IBM437", "IBM850",
	"IBM852", "IBM866", "macintosh", "x-mac-cyrillic",
};

static struct ug_codings codings;

/* Run trips until nothing changes. */
static void
repair(struct ug_buf *in, struct ug_buf *out, const char *name)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };

	for (int round = 0; round < 12; round++) {
		const struct ug_buf old = *in;

		if (pass_run(&ug_pass_mojibake, &scope, name,
		    (struct ug_text){ in->s, in->len }, out) == 0)
			break;
		*in = *out;
		*out = old;
	}
	ug_arena_free(&scratch);
}

/*
 * Readings that another one is like but for four characters or so: when those
 * do not occur in a line, nobody can tell.
 */
static bool
ambiguous(const char *reading)
{
	return strcmp(reading, "ISO-8859-7") == 0;
}

/*
 * Garbled by a known way, a sentence comes back or stays as it is; of layers,
 * so many in a hundred may become something else.
 */
static void
test_round_trips(unsigned layers_n, unsigned least, unsigned most_third)
{
	struct ug_buf in = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	unsigned n = 0, back = 0, third = 0, n_ambiguous = 0;

	for (size_t i = 0; i < sizeof(readings) / sizeof(*readings); i++) {
		const struct ug_encoding *const as =
		    ug_encoding_by_label(readings[i], strlen(readings[i]));

		if (!CHECK(readings[i], as != NULL))
			continue;
		for (size_t j = 0; j < N_SENTENCES; j++) {
			struct ug_buf bad = { .alloc = &ug_alloc_libc };
			struct ug_text text = sentences[j];

			for (unsigned k = 0; k < layers_n; k++) {
				CHECK(readings[i], garble(text, as,
				    GARBLE_EXACT, &in) == UNGARBLE_OK);
				bad.len = 0;
				CHECK(readings[i], ug_buf_add(&bad, in.s,
				    in.len) == UNGARBLE_OK);
				text = (struct ug_text){ bad.s, bad.len };
			}
			repair(&in, &out, readings[i]);
			n++;
			if (ug_text_equal((struct ug_text){ in.s, in.len },
			    sentences[j]))
				back++;
			else if (!ug_text_equal((struct ug_text){ in.s,
			    in.len }, text)) {
				third += !ambiguous(readings[i]);
				n_ambiguous += ambiguous(readings[i]);
			}
			ug_buf_free(&bad);
		}
	}
	printf("%u layers: %u of %u came back, %u + %u became something else\n",
	    layers_n, back, n, third, n_ambiguous);
	CHECK("came back", 100 * back >= least * n);
	CHECK("nothing else", 100 * third <= most_third * n);
	ug_buf_free(&in);
	ug_buf_free(&out);
}

/* Nothing is found in what is clean. */
static void
test_clean(void)
{
	for (size_t j = 0; j < N_SENTENCES; j++) {
		const struct pass_row row = { "sentence", sentences[j],
			{ 0, 0 } };

		check_pass(&ug_pass_mojibake, &row, 1);
	}
}

/* A long line takes twice the time of one half as long. */
static void
test_cost(void)
{
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };
	struct ug_buf one = { .alloc = &ug_alloc_libc };
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };
	double seconds[2] = { 1e9, 1e9 };

	CHECK("cost", garble(sentences[10], ug_encoding_by_label("cp1251", 6),
	    GARBLE_EXACT, &one) == UNGARBLE_OK);
	for (int half = 1; half >= 0; half--) {
		line.len = 0;
		while (line.len < (half ? 32000u : 64000u))
			CHECK("cost", ug_buf_add(&line, one.s, one.len) ==
			    UNGARBLE_OK);
		for (int i = 0; i < 5; i++) {
			const clock_t start = clock();

			pass_run(&ug_pass_mojibake, &scope, "cost",
			    (struct ug_text){ line.s, line.len }, &out);
			const double took = (double)(clock() - start) /
			    CLOCKS_PER_SEC;
			if (took < seconds[half])
				seconds[half] = took;
		}
	}
	printf("64 KB of mojibake: %.1f ms\n", 1000 * seconds[0]);
	CHECK("linear", seconds[0] < 3 * seconds[1] + .005);
	ug_buf_free(&one);
	ug_buf_free(&line);
	ug_buf_free(&out);
	ug_arena_free(&scratch);
}

/* The rule says which encoding it was; a higher bar leaves weak cases. */
static void
test_edit(void)
{
	const struct ug_text text = UG_TEXT("GrÃ¼ÃŸe");
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	struct ug_scope scope = { .confidence = 90, .scratch = &scratch,
		.codings = &codings };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("edit", ug_pass_mojibake.find(&scope, text, &edits) ==
	    UNGARBLE_OK);
	if (CHECK("one run", edits.n == 1)) {
		CHECK("at", edits.v[0].at == 2 && edits.v[0].len == 8);
		CHECK("rule", strcmp(edits.v[0].rule,
		    "mojibake/utf-8>windows-1252") == 0);
		CHECK("sure", edits.v[0].sure && edits.v[0].margin > 0);
	}
	ug_edits_clear(&edits);
	scope.confidence = 100;
	CHECK("edit", ug_pass_mojibake.find(&scope, text, &edits) ==
	    UNGARBLE_OK);
	CHECK("nothing is as sure as that", edits.n == 0);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

/*
 * The language that a line is read in need not be that of the line as it
 * stands: then its first character may be kept cheaper.
 */
static void
test_margin(void)
{
	static const struct ug_text text = UG_LIT("\u034D\u032C\u0332\u0356f"
	    "\u0334\u0318\u0355\u0323\u00E8\u0356\u1EB9\u0325\u0329l"
	    "\u0356\u0354\u035Ai\u0353\u035A\u0326\u0360n\u0356\u034D"
	    "\u0317\u0353\u0333\u032Eg\u034D \u0328o\u035A\u032A\u0361f"
	    "\u0318\u0323\u032C \u0316\u0318\u0356\u031F\u0359\u032Ec"
	    "\u0489\u0354\u032B\u0356\u0353\u0347\u0356\u0345h\u0335"
	    "\u0324\u0323\u035A\u0354\u00E1\u0317\u033C\u0355\u0345o"
	    "\u033C\u0323\u0325s\u0331\u0348\u033A\u0316\u0326\u033B"
	    "\u0362.\u031B\u0316\u031E\u0320\u032B\u0330");
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings };
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("margin", garble(text, ug_encoding_by_label("cp1252", 6),
	    GARBLE_EXACT, &line) == UNGARBLE_OK);
	CHECK("margin", ug_pass_mojibake.find(&scope, (struct ug_text){ line.s,
	    line.len }, &edits) == UNGARBLE_OK);
	CHECK("margin", edits.n == 14 && edits.v[0].margin == 7314);
	ug_edits_free(&edits);
	ug_buf_free(&line);
	ug_arena_free(&scratch);
}

/*
 * Encodings that are alike in a line need not gain the same: where one is
 * seldom the one, a letter that is a word is no evidence, not even a poor one.
 */
static void
test_seldom(void)
{
	const struct ug_text text = UG_TEXT("and Ã— a Î² rose is Ã— rose Â® in "
	    "Ã— and Ã— and on Â± rose Â® at Ã— ship Î² map");
	struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	const struct ug_scope scope = { .scratch = &scratch,
		.codings = &codings };
	struct ug_edits edits;

	ug_edits_init(&edits, &ug_alloc_libc);
	CHECK("seldom", ug_pass_mojibake.find(&scope, text, &edits) ==
	    UNGARBLE_OK);
	CHECK("seldom", edits.n > 0 && edits.v[0].margin == 8429 &&
	    strcmp(edits.v[0].rule, "mojibake/utf-8>windows-1254") == 0);
	ug_edits_free(&edits);
	ug_arena_free(&scratch);
}

/* A word that is shown as it would become may be 256 bytes long. */
static void
test_shown(void)
{
	for (size_t len = 254; len < 260; len++) {
		char text[1000], word[300];
		struct ug_edits edits;

		memset(word, 0, sizeof(word));
		memset(word, 'n', len - 4);
		sprintf(text, "The name Zo\u00EB%s is stored as Zo\u00C3\u00AB%s "
		    "there.", word, word);
		CHECK("length", strcspn(text + 9, " ") == len);
		pass_look(&ug_pass_mojibake, "shown", (struct ug_text){ text,
		    strlen(text) }, &edits);
		CHECK("shown", (edits.n == 0) == (len <= 256));
		ug_edits_free(&edits);
	}
}

int
main(int argc, char *argv[])
{
	const struct ug_scope scope = { .encoding = "UTF-8", .confidence = 90 };

	(void)argc;
	ug_codings_init(&codings);
	check_pass(&ug_pass_mojibake, rows, sizeof(rows) / sizeof(*rows));
	check_pass_rounds(&ug_pass_mojibake, &scope, layers,
	    sizeof(layers) / sizeof(*layers), 5);
	test_edit();
	test_margin();
	test_seldom();
	test_shown();
	test_clean();
	test_round_trips(1, 98, 0);
	test_round_trips(2, 95, 3);
	test_cost();
	return check_done(argv[0]);
}
