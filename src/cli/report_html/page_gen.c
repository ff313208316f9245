/*
 * page_gen.c - prints page_table.h: what is the same in every page of
 * --report-html, from page.html, page.css and page.js
 *
 *	page_gen > page_table.h
 *
 * The page allows itself just this style and this script, by their SHA-256:
 * whatever else got into it would not run.  What stands between @...@ and is
 * none of these is for the program to write: there the page is cut.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "src/cli/report_html/"
#define PAGE_MAX 200000
#define DIGEST 32
#define BLOCK 64

static _Noreturn void
fail(const char *what, const char *name)
{
	fprintf(stderr, "page_gen: %s: %s\n", name, what);
	exit(1);
}

/* ---- SHA-256, as FIPS 180-4 has it ---- */

static const uint32_t sha_k[64] = {
	0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1,
	0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3,
	0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786,
	0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
	0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147,
	0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13,
	0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
	0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
	0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A,
	0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208,
	0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

static uint32_t
sha_turn(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static void
sha_block(uint32_t state[8], const unsigned char *s)
{
	uint32_t w[64], v[8];

	for (size_t i = 0; i < 16; i++)
		w[i] = (uint32_t)s[4 * i] << 24 | (uint32_t)s[4 * i + 1] << 16 |
		    (uint32_t)s[4 * i + 2] << 8 | s[4 * i + 3];
	for (size_t i = 16; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		    (sha_turn(w[i - 15], 7) ^ sha_turn(w[i - 15], 18) ^
			w[i - 15] >> 3) +
		    (sha_turn(w[i - 2], 17) ^ sha_turn(w[i - 2], 19) ^
			w[i - 2] >> 10);
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < 64; i++) {
		const uint32_t e = v[4], a = v[0];
		const uint32_t one = v[7] + sha_k[i] + w[i] +
		    (sha_turn(e, 6) ^ sha_turn(e, 11) ^ sha_turn(e, 25)) +
		    ((e & v[5]) ^ (~e & v[6]));
		const uint32_t two =
		    (sha_turn(a, 2) ^ sha_turn(a, 13) ^ sha_turn(a, 22)) +
		    ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));

		memmove(v + 1, v, 7 * sizeof(*v));
		v[4] += one;
		v[0] = one + two;
	}
	for (size_t i = 0; i < 8; i++)
		state[i] += v[i];
}

static void
sha_256(const char *text, size_t len, unsigned char digest[DIGEST])
{
	uint32_t state[8] = { 0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
		0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19 };
	const unsigned char *const s = (const unsigned char *)text;
	unsigned char last[2 * BLOCK] = { 0 };
	const size_t whole = len / BLOCK * BLOCK, left = len - whole;
	const size_t n = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;

	for (size_t at = 0; at < whole; at += BLOCK)
		sha_block(state, s + at);
	memcpy(last, s + whole, left);
	last[left] = 0x80;
	for (size_t i = 0; i < 8; i++)
		last[n - 1 - i] =
		    (unsigned char)((uint64_t)len * 8 >> 8 * i);
	for (size_t at = 0; at < n; at += BLOCK)
		sha_block(state, last + at);
	for (size_t i = 0; i < DIGEST; i++)
		digest[i] = (unsigned char)(state[i / 4] >> (24 - i % 4 * 8));
}

/* ---- the page, put together ---- */

static char page[PAGE_MAX];

static void
read_file(const char *name, char text[PAGE_MAX])
{
	char path[128];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), FOLDER "%s", name);
	file = fopen(path, "rb");
	if (file == NULL)
		fail("cannot be read", path);
	n = fread(text, 1, PAGE_MAX - 1, file);
	if (n == 0 || n == PAGE_MAX - 1 || fclose(file) != 0)
		fail("cannot be read, or is too long", path);
	text[n] = '\0';
	for (size_t i = 0; i < n; i++)
		if ((text[i] < ' ' && text[i] != '\n' && text[i] != '\t') ||
		    text[i] > '~')
			fail("is not plain ASCII", path);
}

/* Put text in the place of a mark. */
static void
put(const char *mark, const char *text)
{
	char *const at = strstr(page, mark);
	const size_t len = strlen(text), mark_len = strlen(mark);

	if (at == NULL || strlen(page) + len >= PAGE_MAX)
		fail("has no place in the page", mark);
	memmove(at + len, at + mark_len, strlen(at + mark_len) + 1);
	memcpy(at, text, len);
}

/* The hash of what stands between two tags, in the place of a mark. */
static void
put_hash(const char *mark, const char *open, const char *close)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *const start = strstr(page, open) + strlen(open);
	const char *const end = strstr(start, close);
	unsigned char digest[DIGEST + 1] = { 0 };
	char text[DIGEST / 3 * 4 + 5];
	size_t n = 0;

	sha_256(start, (size_t)(end - start), digest);
	for (size_t i = 0; i < DIGEST; i += 3) {
		const uint32_t three = (uint32_t)digest[i] << 16 |
		    (uint32_t)digest[i + 1] << 8 |
		    (i + 2 < DIGEST ? digest[i + 2] : 0);

		for (unsigned j = 0; j < 4; j++)
			text[n++] = digits[three >> (18 - 6 * j) & 63];
	}
	text[n - 1] = '='; /* 32 bytes are 43 digits and this */
	text[n] = '\0';
	put(mark, text);
}

/* ---- the table ---- */

static void
print_line(const char *s, size_t len)
{
	fputs("\t\"", stdout);
	for (size_t i = 0; i < len; i++) {
		if (s[i] == '\n')
			fputs("\\n", stdout);
		else if (s[i] == '\t')
			fputs("\\t", stdout);
		else if (s[i] == '"' || s[i] == '\\' || s[i] == '?')
			printf("\\%c", s[i]);
		else
			putchar(s[i]);
	}
	puts("\",");
}

/* The part of the page up to a mark, or to its end.  What is behind it. */
static const char *
print_part(const char *name, const char *s, const char *mark)
{
	const char *const end =
	    mark != NULL ? strstr(s, mark) : s + strlen(s);

	if (end == NULL)
		fail("is not in the page, in its order", mark);
	printf("\nstatic const char *const %s[] = {\n", name);
	while (s < end) {
		const char *const lf = strchr(s, '\n');
		const char *const next =
		    lf != NULL && lf < end ? lf + 1 : end;

		print_line(s, (size_t)(next - s));
		s = next;
	}
	puts("\t0\n};");
	return mark != NULL ? end + strlen(mark) : end;
}

int
main(void)
{
	static char style[PAGE_MAX], script[PAGE_MAX];
	const char *s = page;

	read_file("page.html", page);
	read_file("page.css", style);
	read_file("page.js", script);
	if (strpbrk(style, "<&") != NULL || strstr(script, "]]>") != NULL ||
	    strstr(script, "</") != NULL || strstr(script, "<!--") != NULL)
		fail("has what ends it where it stands", "page.css or page.js");
	put("@STYLE@", style);
	put("@SCRIPT@", script);
	put_hash("@STYLE-HASH@", "<style>", "</style>");
	put_hash("@SCRIPT-HASH@", "<script>", "</script>");
	puts("/* Made by page_gen.c from page.html, page.css and page.js. */");
	s = print_part("page_top", s, "@MADE@");
	s = print_part("page_made", s, "@FIRST@");
	s = print_part("page_first", s, "@ROWS@");
	s = print_part("page_rows", s, "@SUMMARY@");
	(void)print_part("page_summary", s, NULL);
	return fflush(stdout) != 0 || ferror(stdout) ? 1 : 0;
}
