/*
 * spun_test.c - what is said of spun text that a seed draws
 *
 * Sentences of own.tsv with forms of the lexicon among their words, more here
 * and fewer there, and all that may stand around one: ends of lines, marks,
 * capitals, articles, code, quoted mail, other languages.  digest.h says what
 * the numbers are.  Whether it is right is told elsewhere: tests/words,
 * tests/eval/words.sh.
 */
#include "digest.h"

#include "base/ascii.h"
#include "garble/draw.h"
#include "words/lexicon.h"
#include "words/other_phrase.h"

#define PARAGRAPHS 800

static struct draw_sentences sentences;
static struct bytes text;
static unsigned wrap; /* one blank in so many is an end of line */

static uint64_t
draw(uint64_t *seed, uint64_t n)
{
	return random_next(seed) % n;
}

/* Something that stands in lines of its own. */
static const char *const lines[] = {
	"\n", "\n", "> Officers mentioned the photo voltaic plant.\n",
	"x = photo voltaic; mentioned(officers);\n", "mentioned\n",
	"```\nphoto voltaic, mentioned\n```\n",
	"  if (ready) {\n\treturn mentioned;\n}\n",
	"<pre>\nOfficers mentioned it.\n</pre>\n",
	"<p class=\"photo voltaic\">Officers mentioned it.</p>\n",
	"- earlier than the top of the 12 months\n", "$ ls photo voltaic\n",
	"name\tmentioned\tphoto voltaic\n", "photo voltaic panels\n",
	"See https://a.example/mentioned?photo=voltaic, or mentioned.txt.\n",
	"#include \"mentioned.h\"\n", "{\"mentioned\": \"photo voltaic\"},\n",
	"caf\xE9 mentioned\n", "donâ€™t mentioned it\n", "\r\n",
	"Middle East, Center East: in the Center East. \n", "3,000\n", "??\n",
	"He said “Center East” and (photo voltaic) and *officers*.\n"
};

/* What may stand before a form and behind it. */
static const struct {
	const char *before, *behind;
} around[] = {
	{ "", "" }, { "", "" }, { "", "" }, { "", "" }, { "", "" },
	{ "", "" }, { "a ", "" }, { "an ", "" }, { "A ", "" }, { "", "," },
	{ "", ". The" }, { "“", "”" }, { "\"", "\"" }, { "(", ")" },
	{ "the ", " of" }, { "", "'s" }, { "", "\u2019s" }, { "", ";" },
	{ "*", "*" }, { "to ", "" }, { "they'd ", "" }, { "we\u2019re ", "" },
	{ "", " and" }, { "is ", " than" }, { "and ", "-" }, { "", "  " }
};

/* A form, in letters of some size, its blanks one of many. */
static void
draw_form(const char *form, uint64_t *seed)
{
	const uint64_t how = draw(seed, 12);
	bool start = true;

	for (const char *s = form; *s != '\0'; s++) {
		const uint64_t blank = *s == ' ' ? draw(seed, 16) : 0;
		const bool upper = how == 0 || (start && (how == 1 ||
		    (how < 4 && s == form)));
		const char c = upper ? ug_ascii_upper(*s) : *s;

		start = *s == ' ';
		if (*s == '\'' && how % 2 == 0)
			bytes_string(&text, "\u2019");
		else if (blank >= 12)
			bytes_string(&text, blank == 12 ? "\n" : blank == 13 ?
			    "\r\n" : blank == 14 ? " \n  " : "  ");
		else
			bytes_add(&text, &c, 1);
	}
}

/* One that tells much, most often. */
static const struct ug_pair *
draw_pair(uint64_t *seed)
{
	const struct ug_pair *best = &ug_lexicon_pairs[draw(seed,
	    ug_lexicon_n_pairs)];

	for (uint64_t k = draw(seed, 8); k > 0; k--) {
		const struct ug_pair *const pair = &ug_lexicon_pairs[draw(seed,
		    ug_lexicon_n_pairs)];

		if (pair->weight * pair->prior > best->weight * best->prior)
			best = pair;
	}
	return best;
}

/* A form that spinners put, now and then one that they put it for. */
static void
draw_key(uint64_t *seed)
{
	const struct ug_pair *const pair = draw_pair(seed);
	const uint64_t how = draw(seed, 16);
	const size_t mark = (size_t)draw(seed, sizeof(around) /
	    sizeof(*around));
	size_t n = 0;

	while (ug_other_cue(n) != NULL)
		n++;
	bytes_string(&text, around[mark].before);
	draw_form(how == 0 ? ug_other_cue((size_t)draw(seed, n))->found :
	    ug_lexicon_words + (how < 2 ? pair->original : pair->spun), seed);
	bytes_string(&text, around[mark].behind);
}

/* A sentence with a key in place of one word in `apart`; 0: of none. */
static void
draw_sentence(uint64_t apart, uint64_t *seed)
{
	struct ug_buf line = { .alloc = &ug_alloc_libc };
	size_t language = 0;

	while (strcmp(sentences.languages[language].code, "en") != 0)
		language++;
	if (draw(seed, 40) == 0)
		language = (size_t)draw(seed, sentences.n_languages);
	draw_line(&sentences, language, seed, &line);
	for (size_t at = 0, end; at < line.len; at = end + 1) {
		for (end = at; end < line.len && line.s[end] != ' '; end++)
			continue;
		if (apart > 0 && draw(seed, apart) == 0)
			draw_key(seed);
		else
			bytes_add(&text, line.s + at, end - at);
		bytes_string(&text, draw(seed, wrap) == 0 ? "\n" : " ");
	}
	ug_buf_free(&line);
}

/* As many paragraphs: some hundred words as spun as each other. */
static void
draw_text(size_t n, uint64_t seed)
{
	static const uint64_t aparts[] = { 0, 2, 2, 3, 3, 4, 6, 9, 25 };
	uint64_t apart = 0;

	text.len = 0;
	while (n-- > 0) {
		if (draw(&seed, 4) == 0)
			apart = aparts[draw(&seed, sizeof(aparts) /
			    sizeof(*aparts))];
		for (uint64_t k = draw(&seed, 9); k > 0; k--)
			draw_sentence(apart, &seed);
		if (draw(&seed, 2) == 0)
			bytes_string(&text, "\n");
		if (draw(&seed, 6) == 0)
			bytes_string(&text, lines[draw(&seed, sizeof(lines) /
			    sizeof(*lines))]);
	}
}

static int
spun_finding(void *user, const struct ungarble_finding *finding)
{
	struct run *const run = user;
	char line[200];

	snprintf(line, sizeof(line), "finding %" PRIu64 "+%" PRIu64 " %s\n",
	    finding->in_at, finding->in_len, finding->rule);
	bytes_string(&run->report, line);
	return 0;
}

static const char own[] = "-mentioned\nmenu\tcard\nthe castle\tthe keep\n"
    "fewer chairs\tno seats\tphrase\tA\t90\nloaf\tslice\tword\tD\t60\n"
    "-in addition\tadditionally\nkind letter\tnote\nbird\tgoose\tword\tA0\n"
    "rest\tsleep\tword\tC\t80\tbefore:the\nzo\u00EB\tAnn\n"
    "wants her\thas a\tname\tB\t75\nbread\ttoast\tword\tB\t97\n"
    "bread\tbutter\tword\tB\t40";

static const struct {
	const char *name, *fixes, *lexicon;
	unsigned wrap, confidence, no_memory;
	uint64_t digest;
} rows[] = {
	{ "as it is", NULL, NULL, 12, 0, 0,
	  UINT64_C(0x1FCD435D57494122) },
	{ "of any confidence", NULL, NULL, 25, 1, 0,
	  UINT64_C(0x7BC5A45FC75A20D8) },
	{ "words alone", "words", NULL, 500, 60, 1,
	  UINT64_C(0xF015D785F7208469) },
	{ "own rows", "-marks", own, 12, 70, 0,
	  UINT64_C(0x8A209C4C47AB75D2) },
};

static void
check_row(size_t i)
{
	struct run run = { 0 };
	struct ungarble_options opts = digest_options(&run);
	uint64_t digest = 0;

	opts.fixes = rows[i].fixes;
	opts.confidence = rows[i].confidence;
	opts.no_memory = rows[i].no_memory;
	opts.lexicon = rows[i].lexicon;
	opts.lexicon_len = rows[i].lexicon == NULL ? 0 :
	    strlen(rows[i].lexicon);
	opts.finding = spun_finding;
	wrap = rows[i].wrap;
	draw_text(PARAGRAPHS, i + 1);
	run_stream(&run, &opts, text.s, text.len, CUT_AT_RANDOM, i);
	CHECK(rows[i].name, run.err == UNGARBLE_OK);
	CHECK(rows[i].name, run.n_edits > PARAGRAPHS / 2);
	digest_add_run(&digest, &run);
	printf("%s: %zu bytes, %zu edits\n", rows[i].name, text.len,
	    run.n_edits);
	digest_check(rows[i].name, digest, rows[i].digest);
	run_free(&run);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	if (CHECK("own.tsv", draw_read("tests/detect/own.tsv", &sentences)))
		for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
			check_row(i);
	draw_free(&sentences);
	bytes_free(&text);
	return check_done(argv[0]);
}
