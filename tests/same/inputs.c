/*
 * inputs.c - draws inputs from texts
 *
 *	inputs_make(&inputs, 4711, &plan, &in);
 *
 * A drawn input is made of pieces of the texts, of words or of bytes, most of
 * it below 400 bytes, and may be damaged in several ways one upon another: read
 * or written in another encoding, bytes lost, doubled or put in, lines joined
 * or cut.  It follows from the seed and its number alone.
 */
#include "inputs.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static const char *const codes[] = {
	"windows-1252", "ISO-8859-1", "windows-1252", "ISO-8859-1",
	"windows-1250", "windows-1251", "windows-1253", "windows-1254",
	"windows-1256", "ISO-8859-2", "ISO-8859-15", "KOI8-R", "CP437",
	"CP850", "CP866", "MACINTOSH", "SHIFT_JIS", "EUC-JP", "ISO-2022-JP",
	"GBK", "GB18030", "BIG5", "EUC-KR", "UTF-16LE", "UTF-16BE", "UTF-7",
};

#define N_CODES (sizeof(codes) / sizeof(*codes))

/* Put bytes in the place of `len` that are there. */
static void
blob_put(struct blob *blob, size_t at, size_t len, const void *s, size_t s_len)
{
	const size_t tail = blob->len - at - len;
	char kept[64];

	/* `s` may lie in it. */
	s_len = s_len < sizeof(kept) ? s_len : sizeof(kept);
	memcpy(kept, s, s_len);
	blob_add(blob, kept, s_len);
	memmove(blob->s + at + s_len, blob->s + at + len, tail);
	memcpy(blob->s + at, kept, s_len);
	blob->len = at + s_len + tail;
}

/* ---- where it comes from */

static void
add_bytes(struct blob *in, size_t len, uint64_t *state)
{
	const size_t above = draw(state, 2) == 0 ? 256 : 128;

	while (len-- > 0) {
		const char c = (char)draw(state, above);

		blob_add(in, &c, 1);
	}
}

static void
add_words(struct blob *in, size_t len, uint64_t *state)
{
	static const char letters[] = "etaoinshrdlucmfwypvbgkjqxzETAOIN019'-";
	static const char *const marks[] = {
		" ", " ", " ", " ", " ", " ", ", ", ". ", "? ", "\n", "\t",
		"; ", "\r\n", " \"", "\" ", "  ", " & ", "/", "\\", "%",
	};
	static const char *const phrases[] = {
		"profound neural organizations", "bosom malignancy",
		"counterfeit consciousness", "irregular woodland",
		"profound neural networks", "in the event that",
		"&eacute;", "\\u00e9", "%C3%A9", "=C3=A9", "& amp ;",
		"<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
		"<meta charset=\"shift_jis\">", "\xEF\xBB\xBF", "\xFF\xFE",
		"$B$3$l$O(B", "\x1B$B$3$l$O\x1B(B", "+AOk-", "don t", "its'",
		"\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2", "\xC3\x83\xC2\xA9",
		"\xE2\x80\x99", "\x93so\x94", "caf\xE9", "http://a.bc/d?e=f",
	};
	const size_t end = in->len + len;
	const size_t rare = draw(state, 12) + 1;

	while (in->len < end) {
		const char *const phrase = phrases[draw(state,
		    sizeof(phrases) / sizeof(*phrases))];
		const char *const mark = marks[draw(state,
		    sizeof(marks) / sizeof(*marks))];
		size_t n = draw(state, 8) + 1;

		if (draw(state, rare) == 0) {
			blob_add(in, phrase, strlen(phrase));
			n = 0;
		}
		for (; n > 0; n--)
			blob_add(in, letters + draw(state, draw(state,
			    sizeof(letters) - 1) + 1), 1);
		blob_add(in, mark, strlen(mark));
	}
}

/* A piece of one of the texts; every other time from the start of a line. */
static void
add_piece(const struct inputs *inputs, struct blob *in, size_t len,
    uint64_t *state)
{
	const struct blob *const text = &inputs->texts[draw(state,
	    inputs->n_texts)];
	size_t at = draw(state, text->len + 1);

	if (draw(state, 2) == 0)
		while (at > 0 && text->s[at - 1] != '\n')
			at--;
	blob_add(in, text->s + at, len < text->len - at ? len :
	    text->len - at);
}

static size_t
draw_len(uint64_t *state)
{
	const size_t kind = draw(state, 200);

	return kind < 116 ? draw(state, 220) : kind < 193 ?
	    100 + draw(state, 240) : kind < 199 ? 400 + draw(state, 600) :
	    1000 + draw(state, 3000);
}

/* ---- what happens to it */

/* Take it as that encoding (`from`) or put it in it; what cannot be is lost. */
static void
recode(struct blob *in, size_t i, bool from)
{
	/* Opened once: the program's while it runs. */
	static iconv_t open[2][N_CODES];
	static const char lost[] = "\xEF\xBF\xBD";

	if (open[from][i] == (iconv_t)0)
		open[from][i] = from ? iconv_open("UTF-8", codes[i]) :
		    iconv_open(codes[i], "UTF-8");

	const iconv_t cd = open[from][i];
	struct blob out = { 0 };
	char *s = in->s, buf[256];
	size_t left = in->len;

	if (cd == (iconv_t)-1)
		return;
	iconv(cd, NULL, NULL, NULL, NULL);
	while (left > 0) {
		char *to = buf;
		size_t room = sizeof(buf);
		const bool done = iconv(cd, &s, &left, &to, &room) !=
		    (size_t)-1;
		const bool bad = !done && errno != E2BIG;

		if (done)
			iconv(cd, NULL, NULL, &to, &room);
		blob_add(&out, buf, sizeof(buf) - room);
		s += bad;
		left -= bad;
		if (bad && from)
			blob_add(&out, lost, sizeof(lost) - 1);
	}
	in->len = 0;
	blob_add(in, out.s, out.len);
	free(out.s);
}

/* Some bytes are changed, lost, doubled or put in. */
static void
damage_bytes(struct blob *in, uint64_t *state)
{
	const size_t kind = draw(state, 6);

	for (size_t n = draw(state, 6) + 1; n > 0 && in->len > 0; n--) {
		const size_t at = draw(state, in->len);
		const size_t left = in->len - at;
		const size_t some = draw(state, 12) + 1;
		const char c = (char)draw(state, 256);

		if (kind == 0)
			in->s[at] = c;
		else if (kind == 1)
			blob_put(in, at, 0, &c, 1);
		else if (kind == 2)
			blob_put(in, at, 1, "", 0);
		else if (kind == 3)
			blob_put(in, at, 1, "\xEF\xBF\xBD", 3);
		else if (kind == 4)
			blob_put(in, at, 0, in->s + at,
			    some < left ? some : left);
		else
			blob_put(in, at, some < left ? some : left, " ", 1);
	}
}

/* One of the bytes that are `low` to `high` becomes `to`, or all of them. */
static void
damage_class(struct blob *in, int low, int high, const char *to,
    uint64_t *state)
{
	const size_t share = draw(state, 3) == 0 ? 1 : draw(state, 8) + 1;

	for (size_t at = in->len; at-- > 0;) {
		const int c = (unsigned char)in->s[at];

		if (c >= low && c <= high && draw(state, share) == 0)
			blob_put(in, at, 1, to, strlen(to));
	}
}

static void
damage(struct blob *in, uint64_t *state)
{
	static const struct {
		int low, high;
		const char *to;
	} classes[] = {
		{ 0x80, 0xFF, "" }, { 0x80, 0xFF, "?" }, { 0x80, 0x9F, "" },
		{ 0xA0, 0xA0, " " }, { '\n', '\n', " " }, { '\n', '\n', "" },
		{ ' ', ' ', "\n" }, { ' ', ' ', "\r" }, { '\'', '\'', "" },
		{ '\'', '\'', " " }, { '"', '"', "" }, { '"', '"', "''" },
		{ 'a', 'c', "" }, { '\n', '\n', "\r\n" }, { '&', '&', "&amp;" },
	};
	const size_t kind = draw(state, 8);

	if (kind < 3) {
		damage_bytes(in, state);
	} else if (kind < 5) {
		const size_t i = draw(state, sizeof(classes) /
		    sizeof(*classes));

		damage_class(in, classes[i].low, classes[i].high,
		    classes[i].to, state);
	} else {
		recode(in, draw(state, N_CODES), kind > 5);
	}
}

static void
draw_input(const struct inputs *inputs, struct blob *in, uint64_t *state)
{
	const size_t len = draw_len(state);
	const size_t kind = draw(state, 100);
	size_t pieces = kind < 45 ? 1 : draw(state, 4) + 2;
	size_t n = draw(state, 5);

	if (kind < 6 || inputs->n_texts == 0)
		add_bytes(in, len, state);
	else if (kind < 14)
		add_words(in, len, state);
	else
		for (; pieces > 0; pieces--)
			add_piece(inputs, in, len / pieces - (pieces > 1 ?
			    in->len / pieces : 0), state);
	for (n = n > 2 ? n - 2 : 0; n > 0; n--)
		damage(in, state);
	if (draw(state, 8) == 0)
		damage_bytes(in, state);
}

/* ---- by number */

void
inputs_make(const struct inputs *inputs, uint64_t number, struct plan *plan,
    struct blob *in)
{
	static const struct ungarble_options whole[INPUTS_WHOLE] = {
		{ 0 }, { .fixes = "all" }, { .confidence = 50 },
		{ .no_memory = 1 }, { .from = "windows-1252" },
		{ .from = "utf-8" }, { .from = "shift_jis,utf-8" },
		{ .scope = UNGARBLE_SCOPE_STREAM },
		{ .fixes = "all", .confidence = 1, .no_memory = 1 },
		{ .fields = UNGARBLE_FIELDS_JSON },
		{ .fields = UNGARBLE_FIELDS_CSV, .no_header = 1 },
		{ .fields = UNGARBLE_FIELDS_TSV, .fixes = "all" },
	};
	const size_t n_whole = inputs->n_texts * INPUTS_WHOLE;
	uint64_t state = inputs->seed;

	state = draw(&state, SIZE_MAX) + number;
	state = draw(&state, SIZE_MAX);
	in->len = plan->lexicon.len = 0;
	blob_add(in, "", 0);
	*plan = (struct plan){ .lexicon = plan->lexicon, .seed = state };
	if (number < n_whole) {
		const struct blob *const text = &inputs->texts[number /
		    INPUTS_WHOLE];

		blob_add(in, text->s, text->len);
		plan->opts = whole[number % INPUTS_WHOLE];
		plan->cuts = number % 2 == 0 ? 0 : 5000;
		plan->finds = true;
		plan->guesses = 8;
	} else {
		draw_input(inputs, in, &state);
		plan_draw(plan, inputs->lib, in, &state);
	}
	if (plan->opts.fields != UNGARBLE_FIELDS_NONE)
		fields_wrap(plan->opts.fields, in, &state);
	plan->opts.size = sizeof(plan->opts);
}
