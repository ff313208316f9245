/*
 * gathered_beyond_test.c - the same of fields beyond ASCII, as they are written
 * or in escapes; and that plain ones go on as one
 */
#include <string.h>

#include "base/text.h"
#include "check.h"
#include "stretches_check.h"
#include "words/spun.h"

/* Plain in a language, then with marks that passes look at, then garbled. */
static const char *const texts[] = {
	"Während der Vorstellung öffnete jemand die Türen zum Garten.",
	"Во дворе поставили новую скамейку, и теперь там сидят до ночи.",
	"Во дворі поставили нову лавку, і тепер там сидять до ночі.",
	"邮递员把望远镜放在哪儿了，没有人知道。",
	"今日は庭で取れたトマトを駅前の本屋に持って行った。",
	"Ο κήπος είναι γεμάτος λουλούδια και δέντρα.",
	"คนขับรถนั่งฟังเสียงฝนทุกปี", "the rower had a long way to go",
	"Vi åker till sjön imorgon, sade hon och öppnade dörren.", "",
#define PLAIN 10
	"Она сказала: «Завтра будет дождь», – и закрыла окно.",
	"Il a répondu : « Je suis né à côté d’ici », puis il est parti.",
	"邮递员问：“望远镜放在哪儿了？”没有人回答。",
	"»Der Gärtner trägt einen grünen Mantel«, sagt Frau Müller.",
	"“It is safe,” Lind said. “All of it is, as they know.”",
	"\"It is safe,\" Lind said. \"All of it is, as they know.\"",
	"Mr. Harland isn't known for it, but the Harlands' boat is.",
	"They said the mayor’s town is so. “It is.", "Tür", "é", "\\",
	"The boats came back to the town in the summer. , and most of them "
	"were to be of use.", "It’s the mayor’s town. of all",
#define CLEAN_ENOUGH 21
	"In the town. . All know it. , and more.", "CafÃ© et thÃ© noir",
	"Die Tûr zum Garten ist geõffnet.", "it\xC2\x92s",
	"\u00D0\xC2\x94\u00D0\u00B2\u00D0\u00BE\u00D1\xC2\x80 \u00D0\u00BF"
	"\u00D1\xC2\x83\u00D1\xC2\x81\u00D1\xC2\x82, \u00D0\u00BC",
	"is\u200BAdmin()", "say\u041D" "ello()", "level\u202E \u2066// x\u2069",
	"\U0001F600 so", "bosom malignancy", SPUN, "it is \U000E0041 so",
	"<meta charset=windows-1251> é", "a & # 39 ; s é",
};

#define N(array) (sizeof(array) / sizeof(*(array)))

enum dialect { JSON, QUOTED, PLAIN_VALUE };

/* Records around texts. */
static const struct form {
	enum ungarble_fields fields;
	const char *names, *before, *between, *behind;
	enum dialect dialect;
} forms[] = {
	{ UNGARBLE_FIELDS_JSON, "a", "{\"a\":\"", "\",\"b\":\"", "\"}\n",
	    JSON },
	{ UNGARBLE_FIELDS_JSON, NULL, "[1.5,\"", "\" , \"", "\"]\r\n", JSON },
	{ UNGARBLE_FIELDS_CSV, NULL, "\"", "\",\"", "\"\n", QUOTED },
	{ UNGARBLE_FIELDS_TSV, NULL, "7\t", "\t", "\n", PLAIN_VALUE },
	{ UNGARBLE_FIELDS_CSV, "2", "x,\"", "\",\"", "\"\n", QUOTED },
};

/* A character as JSON has it in escapes. */
static void
add_escaped(struct bytes *in, uint32_t c, bool upper)
{
	const char *const format = upper ? "\\u%04X" : "\\u%04x";
	char s[16];

	if (c >= 0x10000) {
		snprintf(s, sizeof(s), format, 0xD7C0 + (c >> 10));
		bytes_string(in, s);
		c = 0xDC00 + (c & 0x3FF);
	}
	snprintf(s, sizeof(s), format, c);
	bytes_string(in, s);
}

/* `escaped`: in a hundred characters beyond ASCII, so many. */
static void
add_text(struct bytes *in, const char *s, enum dialect dialect,
    unsigned escaped, uint64_t *seed)
{
	const struct ug_text text = { s, strlen(s) };

	for (size_t at = 0; at < text.len; ) {
		const size_t from = at;
		const uint32_t c = ug_text_next(text, &at);
		const bool special = c < ' ' || c == '"' || c == '\\';

		if (dialect == JSON && (special || (c >= 0x80 &&
		    random_next(seed) % 100 < escaped)))
			add_escaped(in, c, random_next(seed) % 2 == 0);
		else if (special && dialect == PLAIN_VALUE)
			bytes_string(in, " ");
		else
			bytes_add(in, s + from, at - from);
		if (dialect == QUOTED && c == '"')
			bytes_string(in, "\"");
	}
}

/* One text most of the time, and others of the first n, on several lines. */
static void
add_value(struct bytes *in, const struct form *form, size_t n, size_t most,
    unsigned escaped, uint64_t *seed)
{
	size_t lines = random_next(seed) % 8;

	for (lines = lines < 3 ? lines : 1; lines > 0; lines--) {
		add_text(in, texts[random_next(seed) % 4 == 0 ?
		    random_next(seed) % n : most], form->dialect, escaped,
		    seed);
		bytes_string(in, form->dialect != JSON ? " " :
		    random_next(seed) % 4 == 0 ? "\\n" : lines > 1 ? "\\r\\n" :
		    "");
	}
}

static void
draw(struct bytes *in, const struct form *form, size_t len, size_t n,
    uint64_t seed)
{
	static const unsigned escapes[] = { 0, 0, 100, 30, 2 };
	unsigned escaped = 0;
	size_t most = 0;

	in->len = 0;
	while (in->len < len) {
		if (in->len == 0 || random_next(&seed) % 60 == 0) {
			most = random_next(&seed) % PLAIN;
			escaped = escapes[random_next(&seed) % N(escapes)];
		}
		bytes_string(in, form->before);
		add_value(in, form, n, most, escaped, &seed);
		bytes_string(in, form->between);
		add_value(in, form, n, most, escaped, &seed);
		bytes_string(in, form->behind);
		if (n > CLEAN_ENOUGH && random_next(&seed) % 200 == 0)
			bytes_string(in, "\"caf\xE9\" }, \n");
	}
}

/* Alone and as one, in the same cuts, with any options. */
static void
check_same(const struct form *form, size_t len, uint64_t seed)
{
	static const char *const fixes[] = { NULL, NULL, "default,-words",
		"all", "encoding", "characters", "words" };
	static const size_t n[] = { PLAIN, CLEAN_ENOUGH, N(texts) };
	struct bytes in = { NULL, 0, 0 };
	struct run runs[2] = { { .err = UNGARBLE_OK } };

	draw(&in, form, len, n[seed % 3], seed);
	for (unsigned i = 0; i < 2; i++) {
		struct ungarble_options opts = run_options(&runs[i]);

		opts.fields = form->fields;
		opts.names = form->names;
		opts.no_header = 1;
		opts.fixes = fixes[seed % N(fixes)];
		opts.no_memory = seed % 5 == 0;
		opts.piece = NULL; /* many records are one */
		opts.finding = seed % 4 < 2 ? told_finding : NULL;
		run_feed(&runs[i], &opts, i == 0, &in, seed % 8 / 2);
		CHECK("run", runs[i].err == UNGARBLE_OK);
	}
	if (!CHECK(form->before, run_equal(&runs[0], &runs[1])))
		fprintf(stderr, "\tform %d, seed %llu\n",
		    (int)(form - forms), (unsigned long long)seed);
	run_free(&runs[0]);
	run_free(&runs[1]);
	bytes_free(&in);
}

/* Plain records are written as one. */
static void
check_many(const struct form *form)
{
	struct bytes in = { NULL, 0, 0 };
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	unsigned long n;

	draw(&in, form, 60000, PLAIN, 7);
	opts.fields = form->fields;
	opts.names = form->names;
	opts.no_header = 1;
	n = count_writes(&opts, &in);
	if (!CHECK(form->before, n > 0 && n < 100))
		fprintf(stderr, "\t%lu writes\n", n);
	bytes_free(&in);
}

int
main(void)
{
	for (size_t i = 0; i < N(forms); i++) {
		for (uint64_t seed = 1; seed <= 42; seed++)
			check_same(&forms[i], 20000, seed);
		check_many(&forms[i]);
	}
	/* What is known goes over blocks. */
	check_same(&forms[0], 1300000, 43);
	return check_done("gathered_beyond");
}
