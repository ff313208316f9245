/*
 * diff_gap_test.c - where two strings differ: what is one gap, and what are two
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "cli/diff_gap.h"
#include "random.h"

/* Both, each gap as [in|out]. */
static const char *
told(struct cli_bytes in, struct cli_bytes was)
{
	static char s[4096];
	struct cli_gap gap = { 0 };
	size_t from = 0, len = 0;

	while (cli_gap_next(&gap, in, was)) {
		len += (size_t)snprintf(s + len, sizeof(s) - len,
		    "%.*s[%.*s|%.*s]", (int)(gap.in_at - from), in.s + from,
		    (int)gap.in_len, in.s + gap.in_at, (int)gap.out_len,
		    was.s + gap.out_at);
		from = gap.in_at + gap.in_len;
	}
	snprintf(s + len, sizeof(s) - len, "%.*s", (int)(in.len - from),
	    in.s + from);
	return s;
}

static struct cli_bytes
bytes(const char *s)
{
	return (struct cli_bytes){ s, strlen(s) };
}

static void
check_rows(void)
{
	static const struct {
		const char *in, *out, *wanted;
	} rows[] = {
		{ "", "", "" },
		{ "same", "same", "same" },
		{ "", "x", "[|x]" },
		{ "x", "", "[x|]" },
		{ "1x2", "1y2", "1[x|y]2" },
		/* a place counts from which on four bytes are alike */
		{ "1=1234-2", "1+1234*2", "1[=|+]1234[-|*]2" },
		{ "1=123-2", "1+123*2", "1[=123-|+123*]2" },
		{ "1=123", "1+123", "1[=|+]123" },
		{ "1=", "1+", "1[=|+]" },
		{ "1=1234", "1+12345", "1[=|+]1234[|5]" },
		{ "1=12345", "1+1234", "1[=|+]1234[5|]" },
		{ "12", "1234", "12[|34]" },
		{ "1234", "12", "12[34|]" },
		{ "34", "1234", "[|12]34" },
		/* a word in place of another is a gap as a whole */
		{ "it said so", "it mentioned so", "it [said|mentioned] so" },
		{ "a sat b", "a set b", "a [sat|set] b" },
		{ "sat", "set", "[sat|set]" },
		{ "Sat!", "Zat!", "[Sat|Zat]!" },
		{ "1at2", "1et2", "1[at|et]2" },
		{ "@z{", "@y{", "@[z|y]{" },
		{ "Z[a", "Z[b", "Z[[a|b]" },
		{ "a1b", "a2b", "a[1|2]b" },
		{ "ab1c", "ab2c", "ab[1|2]c" },
		{ "x ab", "x abc", "x [ab|abc]" },
		{ "x ab y", "x b y", "x [ab|b] y" },
		{ "z, y", "z y", "z[,|] y" },
		/* and beyond ASCII is not */
		{ "caf\u00E9s", "cafes", "caf[\u00E9|e]s" },
		{ "caf\u00C3\u00A9s", "caf\u00E9s",
		    "caf[\u00C3\u00A9|\u00E9]s" },
		{ "caf\xE9s", "caf\u00E9s", "caf[\xE9|\u00E9]s" },
		/* what lost a lead is a pair */
		{ "\u00C2\u00BFQ", "\u00BFQ", "[\u00C2\u00BF|\u00BF]Q" },
		{ "\u00BFQ", "\u00C2\u00BFQ", "[\u00BF|\u00C2\u00BF]Q" },
		{ "\u00C2x", "x", "[\u00C2|]x" },
		{ "x\u00C2", "x", "x[\u00C2|]" },
		{ "-\u00BF", "\u00BF", "[-|]\u00BF" },
		/* no character is cut */
		{ "\u00E8.", "\u00E9.", "[\u00E8|\u00E9]." },
		{ "\u20AC.", "\u20AD.", "[\u20AC|\u20AD]." },
		{ "\u00E9.", "\u0129.", "[\u00E9|\u0129]." },
		{ "\U0001F600", "\U0001F604", "[\U0001F600|\U0001F604]" },
		{ "a\u00E9", "a", "a[\u00E9|]" },
		{ "\u00E9.", "\xC3" "A.", "[\u00E9|\xC3" "A]." },
		/* letters are these of ASCII */
		{ "1zbz2", "1zcz2", "1[zbz|zcz]2" },
		{ "1aBa2", "1aCa2", "1[aBa|aCa]2" },
		{ "1ZbA2", "1ZcA2", "1[ZbA|ZcA]2" },
		{ "`b{", "`c{", "`[b|c]{" },
		{ "@b[", "@c[", "@[b|c][" },
		{ "1=ab2", "1+ab2", "1[=|+]ab2" },
		{ "a\x7F" "b", "aXb", "[a\x7F" "b|aXb]" },
		{ "caf\xE9s", "cafes", "caf[\xE9|e]s" },
		{ "caf\u00C0s", "cafes", "caf[\u00C0|e]s" },
		{ "caf\x80s", "cafes", "ca[f\x80|fe]s" },
		{ "1234x\u00E9s", "1234ys", "1234[x\u00E9|y]s" },
		{ "\u00E9\u00BF", "e\u00BF", "[\u00E9|e]\u00BF" },
		{ "\u00C2" "a", "a", "[\u00C2|]a" },
	};

	/* what stands behind them is nothing to them */
	static const char *const behind[] = { "", "zzzz", "\x80\x80", "\xC3" };

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (size_t j = 0; j < 4; j++) {
			char in[64], was[64];
			const char *got;

			strcat(strcpy(in, rows[i].in), behind[j]);
			strcat(strcpy(was, rows[i].out), behind[j]);
			got = told(
			    (struct cli_bytes){ in, strlen(rows[i].in) },
			    (struct cli_bytes){ was, strlen(rows[i].out) });
			if (!CHECK(rows[i].wanted,
			    strcmp(got, rows[i].wanted) == 0))
				fprintf(stderr, "got: %s\n", got);
		}
}

/*
 * The end of a gap is looked for as far as 96 bytes of both sides together;
 * where there is none, 32 of each are passed by.
 */
static void
check_far(void)
{
	char in[512], was[512];

	for (size_t n = 1; n < 200; n++) {
		struct cli_gap gap = { 0 };
		bool two;

		/* what is there alone stands before what is alike */
		memset(in, '=', n);
		strcpy(in + n, "0123456789");
		strcpy(was, "0123456789");
		CHECK("gone", cli_gap_next(&gap, bytes(in), bytes(was)));
		CHECK("gone: at once, or all of it", n <= 96
			? gap.in_at == 0 && gap.in_len == n && gap.out_len == 0
			: gap.in_len > n && gap.out_len > 0);
		gap = (struct cli_gap){ 0 };
		CHECK("new", cli_gap_next(&gap, bytes(was), bytes(in)));
		CHECK("new: at once, or all of it", n <= 96
			? gap.out_len == n && gap.in_len == 0
			: gap.out_len > n && gap.in_len > 0);
		/* one for the other */
		memset(was, '+', n);
		strcpy(was + n, "0123456789");
		gap = (struct cli_gap){ 0 };
		CHECK("other", cli_gap_next(&gap, bytes(in), bytes(was)));
		CHECK("other: as long", gap.in_at == 0 && gap.out_at == 0 &&
		    gap.in_len == gap.out_len && gap.in_len == n);
		two = cli_gap_next(&gap, bytes(in), bytes(was));
		CHECK("other: no more", !two);
	}
}

/* Beyond 96, the first 32 of each are taken to differ, wherever the end is. */
static void
check_passed(void)
{
	static const char tail[] =
	    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

	for (size_t n = 30; n < 35; n++) {
		char in[256], was[256];
		struct cli_gap gap = { 0 };

		memset(in, '=', 97 - n);
		strcpy(in + 97 - n, tail);
		memset(was, '+', n);
		strcpy(was + n, tail);
		CHECK("far", cli_gap_next(&gap, bytes(in), bytes(was)));
		CHECK("far: passed by, or not", (n >= 32) ==
		    (gap.in_len == 97 - n && gap.out_len == n));
		gap = (struct cli_gap){ 0 };
		CHECK("far", cli_gap_next(&gap, bytes(was), bytes(in)));
		CHECK("far: passed by, or not", (n >= 32) ==
		    (gap.out_len == 97 - n && gap.in_len == n));
	}
}

/* Whatever they are, what is between gaps is the same; no character is cut. */
static void
check_any(void)
{
	static const char *const parts[] = { "a", "b", " ", "said", "\u00E9",
		"\u00C3", "\u20AC", "\u20AD", "\U0001F600", "1", "\n" };
	uint64_t state = 7;

	for (int turn = 0; turn < 20000; turn++) {
		char in[256] = "", was[256] = "";
		struct cli_gap gap = { 0 };
		size_t i = 0, j = 0;
		unsigned n = (unsigned)(random_next(&state) % 20);
		bool good = true;

		while (n-- > 0) {
			const char *const part =
			    parts[random_next(&state) % 11];

			if (random_next(&state) % 5 > 0)
				strcat(in, part);
			if (random_next(&state) % 5 > 0)
				strcat(was, part);
		}
		while (cli_gap_next(&gap, bytes(in), bytes(was))) {
			good = good && gap.in_at >= i && gap.out_at >= j &&
			    gap.in_at - i == gap.out_at - j &&
			    gap.in_len + gap.out_len > 0 &&
			    memcmp(in + i, was + j, gap.in_at - i) == 0;
			i = gap.in_at + gap.in_len;
			j = gap.out_at + gap.out_len;
			good = good && i <= strlen(in) && j <= strlen(was) &&
			    (in[gap.in_at] & 0xC0) != 0x80 &&
			    (was[gap.out_at] & 0xC0) != 0x80 &&
			    (in[i] & 0xC0) != 0x80 && (was[j] & 0xC0) != 0x80;
			if (!good)
				break;
		}
		CHECK(in, good && strcmp(in + i, was + j) == 0);
	}
}

int
main(void)
{
	check_rows();
	check_far();
	check_passed();
	check_any();
	return check_done("diff_gap_test");
}
