/*
 * stretched_repairs_test.c - repairs are the same if each record goes on its own
 */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "harness.h"
#include "random.h"
#include "stretches_check.h"
#include "words/spun.h"

#define LIND "\"It is safe,\" Lind said. \"All of it is, as they know.\"\n"

/* What text is made of, the clean first. */
static const char *const pieces[] = {
	CLEAN, "\n", CLEAN CLEAN, "and so the mayor told them ", ".\n", "\n",
	LIND, "Mr. Harland isn't known for it, but the Harlands' boat is.\n",
	"A line, by itself: it's one.\r\n", "\ncaf=C3=A9 noir\n",
	"In the town. . All know it. , and more. It is so. of the town.\n",
	"It was in other places. other places. And it had been openly had "
	    "been openly shown to all of the town.\n",
	"the Harlands List of Mr. Harlands boats wont be there\n",
	"cafÃ© ", "caf\u00E9 ", "for $BF|K\\8l ", "caf\xE9 ", "a & # 39 ; s ",
	"<meta charset=latin1> ", "```\n", "<pre>", ".nf\n",
	"bosom malignancy ", "counterfeit consciousness ", "bosom\n",
	"flag to clamor ", "an irregular timberland ", "photo voltaic ",
	SPUN, "\n" SPUN SPUN, "1+1=2 ~{VPND~}\n",
};

/*
 * Lines that are plain in a language, with marks that passes look at, that are
 * not plain, garbled, in another encoding; and what says that they are.
 */
#define LABEL "<meta charset=windows-1251>\n"
static const char *const lines[] = {
	CLEAN, "\n", "Während der Vorstellung öffnete jemand die Türen.\n",
	"Во дворе поставили новую скамейку, и теперь там сидят до ночи.\n",
	"Она сказала: «Завтра будет дождь», – и закрыла окно.\n",
	"Во дворі поставили нову лавку, і тепер там сидять до ночі.\n",
	"邮递员问：“望远镜放在哪儿了？”没有人回答。\n",
	"今日は庭で取れたトマトを駅前の本屋に持って行った。\n",
	"คนขับรถนั่งฟังเสียงฝนทุกปี\n", "Ο κήπος είναι γεμάτος λουλούδια.\n",
	"Il a répondu : « Je suis né à côté d’ici », puis il est parti.\n",
	"Vi åker till sjön imorgon, sade hon och öppnade dörren.\r\n",
	"»Der Gärtner trägt einen grünen Mantel«, sagt Frau Müller.\n",
	"Die Schlüssel & die Tür.\n", "Tür\n", "La cour d’honneur l’été.\n",
	"Die Tûr zum Garten ist geõffnet.\n", "CafÃ© et thÃ© \xC2\x93so\xC2\x94\n",
	"Die T\xC3\x83\xC2\xBCr ist ge\xC3\x83\xC2\xB6" "ffnet.\n",
	"\xC4\xE2\xEE\xF0 \xEF\xF3\xF1\xF2, \xEC\xFB \xE4\xEE\xEC\xE0.\n",
	"is\u200BAdmin()\n", "the mayor told them, “It is so,” and left.\n",
	"It’s the mayor’s town. of all\n", SPUN, SPUN SPUN,
	LABEL, "<meta charset=latin1> é\n",
};

#define LEGACY "\xC2\xEE \xE4\xE2\xEE\xF0\xE5 \xEF\xEE\xF1\xF2\xE0\xE2\xE8" \
	"\xEB\xE8 \xF1\xEA\xE0\xEC\xE5\xE9\xEA\xF3.\n"

#define FLOATS "The boats came back to the town in the summer. , and most of " \
	"them were to be of use.\n"

/*
 * A stop that floats is left alone amid sound marks, which the line itself does
 * not tell of: what is known of spun words ends there.
 */
static void
unsure_make(struct bytes *out, size_t len, uint64_t seed)
{
	static const char spun[] = SPUN;

	for (unsigned i = 0; i < 30; i++)
		bytes_string(out, LIND);
	while (out->len < len) {
		const size_t from = random_next(&seed) % 300;

		for (size_t n = random_next(&seed) % 4; n > 0; n--)
			bytes_string(out, random_next(&seed) % 3 == 0 ? LIND :
			    CLEAN);
		for (size_t n = random_next(&seed) % 3; n > 0; n--)
			bytes_string(out, FLOATS);
		bytes_add(out, spun + from, random_next(&seed) % 300);
		bytes_string(out, "\n");
	}
}

/*
 * What is held opens a span behind which text in UTF-8 passes that was looked
 * at before.
 */
static void
held_make(struct bytes *out, size_t len, uint64_t seed)
{
	while (out->len < len) {
		bytes_string(out, lines[2 + random_next(&seed) % 8]);
		bytes_string(out, random_next(&seed) % 3 == 0 ? LEGACY :
		    SPUN LEGACY);
		for (size_t n = random_next(&seed) % 20; n > 0; n--)
			bytes_string(out, CLEAN);
		bytes_string(out, random_next(&seed) % 2 != 0 ? LABEL : "\n");
		for (size_t n = random_next(&seed) % 4; n > 0; n--)
			bytes_string(out, lines[2 + random_next(&seed) % 8]);
		bytes_string(out, random_next(&seed) % 2 != 0 ? LABEL : "\n");
		bytes_string(out, random_next(&seed) % 2 != 0 ? CLEAN : "\n");
	}
}

/* A language for a while, and others. */
static void
lines_make(struct bytes *out, size_t len, uint64_t seed)
{
	const size_t all = sizeof(lines) / sizeof(*lines);
	size_t most = 0;

	while (out->len < len) {
		if (random_next(&seed) % 100 == 0)
			most = random_next(&seed) % 13;
		bytes_string(out, lines[random_next(&seed) % 4 != 0 ? most :
		    random_next(&seed) % (most % 2 == 0 ? all : 14)]);
	}
}

/* A little that was spun in much that was not. */
static void
sparsely_spun_make(struct bytes *out, size_t len, uint64_t seed)
{
	static const char spun[] = SPUN;

	while (out->len < len) {
		const size_t n = random_next(&seed) % 12;
		const size_t from = random_next(&seed) % (sizeof(spun) / 2);

		for (size_t i = 0; i < n * n / 3; i++)
			bytes_string(out, CLEAN);
		bytes_add(out, spun + from, random_next(&seed) %
		    (sizeof(spun) / 2));
		bytes_string(out, "\n");
	}
}

static void
text_make(struct bytes *out, size_t len, size_t n, uint64_t seed)
{
	const size_t all = sizeof(pieces) / sizeof(*pieces);

	while (out->len < len)
		bytes_string(out, pieces[random_next(&seed) % (n < all ? n :
		    all)]);
}

/* Returns how many edits there are. */
static uint64_t
check_same(const char *name, const struct ungarble_options *opts,
    const struct bytes *in, uint64_t seed)
{
	struct run alone = { 0 }, run = { 0 };
	struct ungarble_options mine = *opts;
	uint64_t n;

	mine.user = &alone;
	run_feed(&alone, &mine, true, in, seed);
	mine.user = &run;
	run_feed(&run, &mine, false, in, seed);
	CHECK(name, run.err == UNGARBLE_OK && run_equal(&run, &alone));
	CHECK(name, mine.piece == NULL || run_is_whole(&run, in->s, in->len));
	n = run.n_edits;
	run_free(&alone);
	run_free(&run);
	return n;
}

/* Who stops at an edit, the left-th, is told of the same place. */
struct stopped {
	struct run run;
	unsigned left;
	uint64_t at;
};

static int
stop_write(void *user, const char *s, size_t len)
{
	bytes_add(&((struct stopped *)user)->run.out, s, len);
	return 0;
}

static int
stop_edit(void *user, const struct ungarble_edit *edit)
{
	(void)edit;
	return --((struct stopped *)user)->left == 0;
}

static void
stop_at(struct stopped *stopped, const struct bytes *in, bool alone)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	enum ungarble_err err;

	opts.write = stop_write;
	opts.edit = stop_edit;
	opts.user = stopped;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK && alone)
		ug_stream_set_no_stretches(ug);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, in->s, in->len);
	CHECK("stopped", err == UNGARBLE_ESTOPPED);
	stopped->at = ungarble_failed_at(ug);
	ungarble_close(ug);
}

static void
check_stopped(const struct bytes *in)
{
	for (unsigned i = 1; i < 200; i += 3) {
		struct stopped alone = { .left = i }, stretched = { .left = i };

		stop_at(&alone, in, true);
		stop_at(&stretched, in, false);
		CHECK("stops at", alone.at == stretched.at && alone.at > 0);
		CHECK("stops behind", bytes_equal(&alone.run.out,
		    &stretched.run.out));
		run_free(&alone.run);
		run_free(&stretched.run);
	}
}

int
main(int argc, char *argv[])
{
	static const char *const fixes[] = { NULL, "words", "marks", "all",
		"characters,words" };
	const size_t all = sizeof(pieces) / sizeof(*pieces);
	struct bytes in = { 0 };
	struct run none = { 0 };
	uint64_t n_edits = 0;

	(void)argc;
	for (unsigned i = 0; i < 20; i++) {
		struct ungarble_options opts = run_options(&none);

		in.len = 0;
		if (i % 5 == 4 || i == 0)
			sparsely_spun_make(&in, 1200000, i + 1);
		else
			text_make(&in, i < 2 ? 1400000 : 150000, i % 4 == 0 ?
			    all : 6 + i, i + 1);
		opts.finding = i % 3 == 2 ? NULL : told_finding;
		opts.piece = i % 2 == 0 ? opts.piece : NULL;
		opts.no_memory = i % 7 == 6;
		opts.fixes = fixes[i % 5];
		n_edits += check_same("the same", &opts, &in, i + 20);
	}
	CHECK("repairs", n_edits > 1000);
	for (unsigned i = 0; i < 15; i++) {
		struct ungarble_options opts = run_options(&none);

		in.len = 0;
		if (i % 5 == 2)
			held_make(&in, 200000, i + 1);
		else
			lines_make(&in, i == 0 ? 2300000 : 200000, i + 1);
		opts.finding = i % 3 == 2 ? NULL : told_finding;
		opts.piece = i % 2 == 0 ? opts.piece : NULL;
		opts.no_memory = i == 5 || i == 9;
		opts.fixes = i == 5 ? "characters" :
		    fixes[i % 5 == 2 ? 0 : i % 5];
		n_edits += check_same("languages", &opts, &in, i + 20);
		if (i == 5 || i == 12)
			check_stopped(&in);
	}
	for (unsigned i = 0; i < 4; i++) {
		struct ungarble_options opts = run_options(&none);

		in.len = 0;
		unsure_make(&in, 100000, i + 1);
		check_same("unsure", &opts, &in, i);
	}
	CHECK("repairs beyond ASCII", n_edits > 3000);
	bytes_free(&in);
	return check_done(argv[0]);
}
