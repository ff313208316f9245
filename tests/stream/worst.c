/*
 * worst.c - inputs that cost the most: one of a kind, again and again
 *
 * What a stage looks for, without end, without what ends it, or broken off each
 * time just before it would be found.
 */
#include "worst.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "random.h"
#include "words/lexicon.h"

/* ---- those that are made ---- */

struct fill {
	char *out;
	size_t at, len;
};

/* Add what there is room for; false once it is full. */
static int
fill_add(struct fill *fill, const void *s, size_t len)
{
	const size_t room = fill->len - fill->at;

	memcpy(fill->out + fill->at, s, len < room ? len : room);
	fill->at += len < room ? len : room;
	return fill->at < fill->len;
}

/* Letters, no two words alike. */
static void
make_new_words(char *out, size_t len)
{
	uint64_t seed = 1;

	for (size_t i = 0; i < len; i++)
		out[i] = random_next(&seed) % 9 == 0 ? ' ' :
		    (char)('a' + random_next(&seed) % 26);
}

static void
make_random(char *out, size_t len)
{
	uint64_t seed = 2;

	for (size_t i = 0; i < len; i++)
		out[i] = (char)random_next(&seed);
}

/* Random bytes that no rule calls binary. */
static void
make_random_high(char *out, size_t len)
{
	uint64_t seed = 3;

	for (size_t i = 0; i < len; i++) {
		const uint64_t roll = random_next(&seed);

		out[i] = roll % 40 == 0 ? '\n' :
		    (char)(0xA0 + roll / 64 % 0x60);
	}
}

/* Text for as long as the start is looked at, then none. */
static void
make_late_binary(char *out, size_t len)
{
	const size_t text = 65537;

	for (size_t i = 0; i < len; i++)
		out[i] = i < text ? "all is well \n"[i % 13] : (char)(i * 7);
}

/* The same, then such with NULs. */
static void
make_late_nuls(char *out, size_t len)
{
	const size_t text = 65537;

	for (size_t i = 0; i < len; i++)
		out[i] = i < text ? "all is well \n"[i % 13] :
		    "all \0s well \n"[i % 13];
}

static void
make_encodings(char *out, size_t len)
{
	static const char *const lines[] = {
		"L'\xe9t\xe9 dernier, nous avons repeint la cl\xf4ture.\n",
		"\xc2\xf7\xe5\xf0\xe0 \xec\xfb \xe4\xee\xeb\xe3\xee\n",
		"\xf7\xde\xc5\xd2\xc1 \xcd\xd9 \xc4\xcf\xcc\xc7\xcf\n",
		"\x93\xfa\x96\x7b\x8c\xea\x82\xcc\x95\xb6\x8f\xcd\n",
		"\xc6\xfc\xcb\xdc\xb8\xec\xa4\xce\xca\xb8\xbe\xcf\n",
		"\xd6\xd0\xce\xc4\xb5\xc4\xce\xc4\xd5\xc2\n",
		"\x1b$BF|K\\8l\x1b(B\n",
		"~{VPND~}\n",
		"Le caf+AOk- de la gare\n",
		"na\xc3\xafve \xff caf\xc3\xa9\n",
		"\xec\xe0\xeb\xe7\xec \xf2\xe2\xf8\xe9\xfa\n",
	};
	struct fill fill = { out, 0, len };

	for (size_t i = 0; fill_add(&fill, lines[i % 11],
	    strlen(lines[i % 11])); i++)
		continue;
}

/* Parts of 300 bytes: UTF-16 of one end, of the other, bytes. */
static void
make_flips(char *out, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const char c = "a line of text\n"[i / 2 % 15];

		switch (i / 300 % 3) {
		case 0:
			out[i] = i % 2 == 0 ? c : '\0';
			break;
		case 1:
			out[i] = i % 2 == 0 ? '\0' : c;
			break;
		default:
			out[i] = "a line of text\n"[i % 15];
			break;
		}
	}
}

/* An e with an acute accent, misread as windows-1252 so often. */
static size_t
layers(char *s, unsigned depth)
{
	size_t len = 2;

	memcpy(s, "\xc3\xa9", 2);
	while (depth-- > 0) {
		char next[4096];
		size_t n = 0;

		for (size_t i = 0; i < len; i++) {
			const unsigned c = (unsigned char)s[i];

			/* ISO-8859-1, so that every byte is a character */
			if (c >= 0x80)
				next[n++] = (char)(0xC0 | c >> 6);
			next[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3F));
		}
		memcpy(s, next, n);
		len = n;
	}
	return len;
}

static void
make_layers(char *out, size_t len)
{
	char deep[4096];
	const size_t n = layers(deep, 10);
	struct fill fill = { out, 0, len };

	while (fill_add(&fill, deep, n) && fill_add(&fill, " ", 1))
		continue;
}

static void
make_nested(char *out, size_t len)
{
	struct fill fill = { out, 0, len };
	unsigned depth = 0;
	char deep[4096];

	/* Ever deeper, then from the start. */
	while (fill_add(&fill, deep, layers(deep, depth)) &&
	    fill_add(&fill, "s\n", 2))
		depth = (depth + 1) % 10;
}

/* Keys of the lexicon without their last word, one behind the other. */
static void
make_beginnings(char *out, size_t len)
{
	struct fill fill = { out, 0, len };
	unsigned i = 0;

	while (fill.at < len) {
		const struct ug_node *const node = &ug_lexicon_nodes[i];
		const char *const word = ug_lexicon_words + node->word;

		i = (i + 1) % ug_lexicon_n_nodes;
		if ((node->flags & UG_NODE_MORE) != 0 && node->parent == 0 &&
		    fill_add(&fill, word, strlen(word)))
			(void)fill_add(&fill, " ", 1);
	}
}

/* All spun forms there are, one behind the other. */
static void
make_forms(char *out, size_t len)
{
	struct fill fill = { out, 0, len };
	unsigned i = 0;

	while (fill.at < len) {
		const char *const spun = ug_lexicon_words +
		    ug_lexicon_pairs[i].spun;

		i = (i + 1) % ug_lexicon_n_pairs;
		if (fill_add(&fill, spun, strlen(spun)))
			(void)fill_add(&fill, " ", 1);
	}
}

/* Lines, each twice as long as the one before, up to 1 MiB. */
static void
make_growing(char *out, size_t len)
{
	size_t line = 1, at = 0;

	for (size_t i = 0; i < len; i++) {
		out[i] = ++at < line ? "caf\xc3\xa9 "[i % 6] : '\n';
		if (at == line) {
			line = line < 1 << 20 ? line * 2 : 1;
			at = 0;
		}
	}
}

/* A quotation in a quotation in a quotation, and then all of them end. */
static void
make_deep_quotes(char *out, size_t len)
{
	struct fill fill = { out, 0, len };
	int more = 1;

	while (more) {
		for (int i = 0; i < 200 && more; i++)
			more = fill_add(&fill, i % 2 == 0 ?
			    "\xe2\x80\x9cso " : "\xe2\x80\x98so ", 6);
		for (int i = 0; i < 200 && more; i++)
			more = fill_add(&fill, i % 2 == 0 ?
			    "he\xe2\x80\x9d " : "he\xe2\x80\x99 ", 6);
	}
}

#include "worst_rows.h" /* after what its rows name */

const struct worst *
worst_at(size_t i)
{
	return i < sizeof(worst_rows) / sizeof(*worst_rows) ?
	    &worst_rows[i] : NULL;
}

void
worst_make(const struct worst *worst, char *out, size_t len)
{
	size_t at = worst->head_len < len ? worst->head_len : len;

	if (worst->make != NULL) {
		worst->make(out, len);
		return;
	}
	memcpy(out, worst->head, at);
	for (; at + worst->len <= len; at += worst->len)
		memcpy(out + at, worst->s, worst->len);
	memcpy(out + at, worst->s, len - at);
}
