/*
 * damage_test.c - the garbler garbles as it should, and judges what comes out
 */
#include "check.h"
#include "damage.h"

#define N(array) (sizeof(array) / sizeof(*(array)))

static struct codecs *codecs;
static struct damage damage;

static struct damage_plan
plan_of(const char *from, const char *as, unsigned layers)
{
	struct damage_plan plan = { .n_steps = layers };

	for (unsigned i = 0; i < layers; i++) {
		plan.steps[i].from = codec_by_name(codecs, i == 0 ? from :
		    "UTF-8");
		plan.steps[i].as = codec_by_name(codecs, as);
	}
	return plan;
}

static const struct {
	const char *from, *as;
	unsigned layers;
	enum damage_alter alter;
	struct ug_text clean, line; /* no line: cannot be done */
} chains[] = {
	{ "UTF-8", "windows-1252", 1, DAMAGE_AS_IS, UG_LIT("été à la mer"),
	  UG_LIT("Ã©tÃ© Ã\u00A0 la mer") },
	{ "UTF-8", "windows-1252", 2, DAMAGE_AS_IS, UG_LIT("né"),
	  UG_LIT("nÃƒÂ©") },
	{ "UTF-8", "KOI8-R", 1, DAMAGE_AS_IS, UG_LIT("Снег идёт"),
	  UG_LIT("п║п╫п╣пЁ п╦п╢я▒я┌") },
	{ "UTF-8", "IBM437", 1, DAMAGE_AS_IS, UG_LIT("très tôt"),
	  UG_LIT("tr├¿s t├┤t") },
	{ "UTF-8", "ISO-8859-1", 1, DAMAGE_AS_IS, UG_LIT("it’s"),
	  UG_LIT("it\xC3\xA2\xC2\x80\xC2\x99s") },
	{ "UTF-8", "Shift_JIS", 1, DAMAGE_AS_IS, UG_LIT("データ"),
	  { 0, 0 } },
	{ "UTF-8", "Shift_JIS", 1, DAMAGE_REPLACED, UG_LIT("データ"),
	  UG_LIT("繝��繧ｿ") },
	{ "windows-1251", "windows-1252", 1, DAMAGE_AS_IS, UG_LIT("Привет"),
	  UG_LIT("Ïðèâåò") },
	{ "windows-1251", "KOI8-R", 1, DAMAGE_AS_IS, UG_LIT("где"),
	  UG_LIT("ЦДЕ") },
	{ "windows-1251", "KOI8-R", 1, DAMAGE_AS_IS, UG_LIT("où"), { 0, 0 } },
	{ "Shift_JIS", "IBM850", 1, DAMAGE_AS_IS, UG_LIT("時間"),
	  UG_LIT("Ä×èÈ") },
	{ "GBK", "windows-1250", 1, DAMAGE_AS_IS, UG_LIT("用"),
	  UG_LIT("ÓĂ") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_SPACES, UG_LIT("voilà tout"),
	  UG_LIT("voilÃ  tout") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_LOWER, UG_LIT("Año"),
	  UG_LIT("aã±o") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_NFD, UG_LIT("né"),
	  UG_LIT("nA\u0303©") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_ENTITIES, UG_LIT("né"),
	  UG_LIT("n&#195;&#169;") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_DROPPED, UG_LIT("“so”"),
	  UG_LIT("â€œsoâ€") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_QUESTION, UG_LIT("“so”"),
	  UG_LIT("â€œsoâ€?") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_CUT, UG_LIT("né à Rome"),
	  UG_LIT("nÃ© Ã") },
	{ "UTF-8", "windows-1252", 1, DAMAGE_AS_IS, UG_LIT("plain"), { 0, 0 } },
};

static void
test_chains(void)
{
	for (size_t i = 0; i < N(chains); i++) {
		struct damage_plan plan = plan_of(chains[i].from, chains[i].as,
		    chains[i].layers);
		const bool can = chains[i].line.s != NULL;

		plan.alter = chains[i].alter;
		CHECK(chains[i].clean.s, damage_make(&damage, &plan,
		    chains[i].clean, 1) == can);
		if (can && !CHECK(chains[i].clean.s, ug_text_equal(
		    chains[i].line, (struct ug_text){ damage.line.s,
		    damage.line.len })))
			fprintf(stderr, "%.*s\n", (int)damage.line.len,
			    damage.line.s);
	}
}

static const struct {
	enum damage_alter alter;
	struct ug_text out;
	enum damage_verdict verdict;
} verdicts[] = { /* of UTF-8 as windows-1252, twice */
	{ DAMAGE_AS_IS, UG_LIT("Où es-tu allé, “né” ici ?"),
	  DAMAGE_RESTORED },
	{ DAMAGE_AS_IS, UG_LIT("OÃ¹ es-tu allé, “né” ici ?"),
	  DAMAGE_PARTLY },
	{ DAMAGE_AS_IS, UG_LIT("OÃƒÂ¹ es-tu allÃ©, “né” ici ?"),
	  DAMAGE_PARTLY },
	{ DAMAGE_AS_IS, UG_LIT("Où es-tu allè, “né” ici ?"),
	  DAMAGE_THIRD },
	{ DAMAGE_AS_IS, UG_LIT("Où es-tu all�, “né” ici ?"),
	  DAMAGE_THIRD },
	{ DAMAGE_AS_IS, UG_LIT("Où es-tu allé, “né” ici"), DAMAGE_THIRD },
	{ DAMAGE_AS_IS, UG_LIT("Ou\u0300 es-tu alle\u0301, “né” ici ?"),
	  DAMAGE_RESTORED },
	{ DAMAGE_DROPPED, UG_LIT("Où es-tu allé, “né� ici ?"),
	  DAMAGE_RESTORED },
	{ DAMAGE_DROPPED, UG_LIT("Où es-tu all�, “né� ici ?"),
	  DAMAGE_RESTORED },
	{ DAMAGE_DROPPED, UG_LIT("Où es-tu allé, “ne� ici ?"),
	  DAMAGE_THIRD },
	{ DAMAGE_LOWER, UG_LIT("où es-tu allé, “né” ici ?"),
	  DAMAGE_RESTORED },
	{ DAMAGE_CUT, UG_LIT("Où es-tu allé, “néâ"), DAMAGE_RESTORED },
	{ DAMAGE_CUT, UG_LIT("Où es-tu elle"), DAMAGE_THIRD },
};

static void
test_verdicts(void)
{
	for (size_t i = 0; i < N(verdicts); i++) {
		struct damage_plan plan = plan_of("UTF-8", "windows-1252", 2);

		plan.alter = verdicts[i].alter;
		CHECK("damage", damage_make(&damage, &plan,
		    UG_TEXT("Où es-tu allé, “né” ici ?"), 1));
		CHECK(verdicts[i].out.s, damage_judge(&damage,
		    verdicts[i].out) == verdicts[i].verdict);
		CHECK("left", damage_judge(&damage, (struct ug_text){
		    damage.line.s, damage.line.len }) == DAMAGE_LEFT);
	}
}

/* Parts of a line: what is damaged of it, by seeds. */
static void
test_parts(void)
{
	const struct ug_text clean = UG_TEXT("né à Pâques, fêté en été");
	struct damage_plan plan = plan_of("UTF-8", "windows-1252", 1);

	plan.part = DAMAGE_HALF;
	CHECK("half", damage_make(&damage, &plan, clean, 1));
	CHECK("half", ug_text_equal((struct ug_text){ damage.line.s,
	    damage.line.len }, UG_TEXT("né à Pâques, fÃªtÃ© en Ã©tÃ©")));
	plan.part = DAMAGE_WORD;
	for (uint64_t seed = 0; seed < 20; seed++) {
		unsigned n = 0;

		CHECK("word", damage_make(&damage, &plan, clean, seed));
		for (size_t i = 0; i < damage.n_pieces; i++)
			n += damage.pieces[i].damaged;
		CHECK("one", n == 1);
	}
}

/* What each reads, it writes again. */
static void
test_codecs(void)
{
	struct ug_buf bytes = { .alloc = &ug_alloc_libc };
	struct ug_buf text = { .alloc = &ug_alloc_libc };

	CHECK("codecs", codecs->n > 50);
	for (size_t i = 1; i < codecs->n; i++) {
		const struct codec *const codec = &codecs->list[i];

		for (uint32_t c = 0x20; c < 0x10000; c++) {
			char utf8[4];
			const struct ug_text one = { utf8,
				ug_put_char(c, utf8) };

			if (codec->bytes[c] == 0)
				continue;
			if (!codec_encode(codec, one, &bytes) ||
			    !codec_decode(codec, (unsigned char *)bytes.s,
			    bytes.len, CODEC_KEEP, &text) ||
			    !ug_text_equal(one, (struct ug_text){ text.s,
			    text.len })) {
				CHECK(codec->name, 0);
				break;
			}
		}
	}
	ug_buf_free(&bytes);
	ug_buf_free(&text);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	codecs = codecs_new();
	damage_init(&damage);
	test_chains();
	test_verdicts();
	test_parts();
	test_codecs();
	damage_free(&damage);
	codecs_free(codecs);
	return check_done(argv[0]);
}
