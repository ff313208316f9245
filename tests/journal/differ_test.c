/*
 * differ_test.c - how output differs from input, in ops
 */
#include "journal/differ.h"

#include "check.h"
#include "failing.h"
#include "journal/apply.h"
#include "random.h"

/* What the ops are: "=3 ~4 -2+1": so many copied, run, dropped and put. */
static void
ops_string(const struct ug_buf *ops, char *s, size_t size)
{
	struct ug_cursor at = { .s = (const unsigned char *)ops->s,
		.len = ops->len };
	size_t len = 0, n_codecs = 0;

	s[0] = '\0';
	while (at.at < at.len && !at.bad && len + 60 < size) {
		const uint64_t op = ug_get_number(&at);
		const unsigned n = (unsigned)(op >> 2);
		unsigned put;

		switch (op & 3) {
		case UG_OP_COPY:
			len += (size_t)sprintf(s + len, " =%u", n);
			break;
		case UG_OP_RUN:
			len += (size_t)sprintf(s + len, " ~%u", n);
			break;
		case UG_OP_PUT:
			put = (unsigned)ug_get_number(&at);
			(void)ug_get_bytes(&at, put);
			len += (size_t)sprintf(s + len, " -%u+%u", n, put);
			break;
		default:
			len += (size_t)sprintf(s + len, " #%u", n);
			if (n == n_codecs) {
				n_codecs++;
				(void)ug_get_bytes(&at, ug_get_number(&at));
			}
			break;
		}
	}
}

static const struct {
	const char *name, *encoding, *in, *out, *ops;
} rows[] = {
	{ "the same", "UTF-8", "abc", "abc", " =3" },
	{ "nothing", "UTF-8", "", "", "" },
	{ "all goes", "UTF-8", "", "abc", " -3+0" },
	{ "all comes", "UTF-8", "abc", "", " -0+3" },
	{ "a word", "UTF-8", "the automobile stops", "the car stops",
	    " =4 -3+10 =6" },
	{ "at the end", "UTF-8", "the end.", "the end", " =7 -0+1" },
	{ "at the start", "UTF-8", ". The end", "The end", " -0+2 =7" },
	{ "two places", "UTF-8", "one. . two. . three", "one. two. three",
	    " =5 -0+2 =3 -0+2 =7" },
	{ "one byte before one", "UTF-8", "a", "ba", " -1+0 =1" },
	{ "one byte gone before one", "UTF-8", "ba", "a", " -0+1 =1" },
	{ "misread", "UTF-8", "GrÃ¼ÃŸe", "Grüße", " =2 #0 ~5" },
	{ "misread in part", "UTF-8", "GrÃ¼n, grün", "Grün, grün",
	    " =2 #0 ~2 =8" },
	{ "legacy", "windows-1252", "caf\xe9 th\xe9", "café thé", " #0 ~10" },
	{ "legacy, a word", "windows-1252", "caf\xe9 is good", "café was good",
	    " #0 ~6 -2+1 ~6" },
	{ "not in the encoding", "windows-1252", "caf\xe9 \xff!", "café Ω!",
	    " #0 ~6 -2+1 ~1" },
	{ "another encoding", "koi8-r", "caf\xe9", "café", " #0 ~3 -2+1" },
	{ "none", "klingon", "caf\xe9", "café", " =3 -2+1" },
	{ "no name", NULL, "caf\xe9", "café", " =3 -2+1" },
	{ "no text", "windows-1252", "a\xff" "bcdef", "a\xfe" "bcdef",
	    " =1 -1+1 =5" },
	{ "no part of a character", "UTF-8", "aè", "aé", " =1 -2+2" },
};

static struct ug_differ
make_differ(const struct ug_alloc *alloc)
{
	struct ug_differ differ = { .ops.buf.alloc = alloc,
		.ops.put.alloc = alloc };

	ug_ops_start(&differ.ops);
	return differ;
}

/* Apply the ops, which are ended; *same: whether `in` came of `out`. */
static enum ungarble_err
apply(const struct ug_differ *differ, struct ug_text in, struct ug_text out,
    bool *same)
{
	struct ug_codecs codecs = { .alloc = &ug_alloc_libc };
	struct ug_buf got = { .alloc = &ug_alloc_libc };
	const struct ug_cursor ops = {
		.s = (const unsigned char *)differ->ops.buf.s,
		.len = differ->ops.buf.len,
	};
	const enum ungarble_err err = ug_apply(&codecs, ops, out, in.len,
	    &got);

	*same = ug_text_equal(in, (struct ug_text){ got.s, got.len });
	ug_buf_free(&got);
	ug_release(codecs.alloc, codecs.items);
	return err;
}

static bool
applies(const struct ug_differ *differ, struct ug_text in, struct ug_text out)
{
	bool same;

	return apply(differ, in, out, &same) == UNGARBLE_OK && same;
}

static void
check_rows(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct ug_text in = { rows[i].in, strlen(rows[i].in) };
		const struct ug_text out = { rows[i].out,
			strlen(rows[i].out) };
		struct ug_differ differ = make_differ(&ug_alloc_libc);
		char ops[400];

		CHECK(rows[i].name, ug_differ_add(&differ, in, out,
		    rows[i].encoding) == UNGARBLE_OK &&
		    ug_ops_end(&differ.ops) == UNGARBLE_OK);
		ops_string(&differ.ops.buf, ops, sizeof(ops));
		if (!CHECK(rows[i].name, strcmp(ops, rows[i].ops) == 0))
			fprintf(stderr, "%s\n", ops);
		CHECK(rows[i].name, applies(&differ, in, out));
		ug_differ_free(&differ);
	}
}

/* Sides that have little to do with one another, of few kinds of bytes. */
static void
check_random(void)
{
	static const char *const names[] = { "UTF-8", "windows-1252",
		"utf-16le", "shift_jis", "binary" };
	uint64_t seed = 8;

	for (size_t n = 0; n < 20000; n++) {
		struct ug_differ differ = make_differ(&ug_alloc_libc);
		char in[300], out[300];
		struct ug_text a = { in, (size_t)random_next(&seed) % 300 };
		struct ug_text b = { out, (size_t)random_next(&seed) % 300 };
		const unsigned kinds = (unsigned)random_next(&seed) % 4 + 1;

		for (size_t i = 0; i < a.len; i++)
			in[i] = (char)('a' + random_next(&seed) % kinds);
		for (size_t i = 0; i < b.len; i++)
			out[i] = (char)(random_next(&seed) % 90 == 0 ? 0xC3 :
			    'a' + random_next(&seed) % kinds);
		CHECK("random", ug_differ_add(&differ, a, b,
		    names[n % 5]) == UNGARBLE_OK &&
		    ug_ops_end(&differ.ops) == UNGARBLE_OK);
		CHECK("random", applies(&differ, a, b));
		ug_differ_free(&differ);
	}
}

/* Many encodings: more than a block has room for. */
static void
check_many(void)
{
	struct ug_differ differ = make_differ(&ug_alloc_libc);
	struct ug_buf in = { .alloc = &ug_alloc_libc };
	struct ug_buf out = { .alloc = &ug_alloc_libc };

	for (size_t i = 0; ug_encoding_at(i) != NULL; i++) {
		CHECK("add", ug_differ_add(&differ, UG_TEXT("\xe9"),
		    UG_TEXT("é"), ug_encoding_at(i)->name) == UNGARBLE_OK &&
		    ug_buf_add(&in, "\xe9", 1) == UNGARBLE_OK &&
		    ug_buf_add(&out, "é", 2) == UNGARBLE_OK);
		CHECK("full", ug_differ_full(&differ) ==
		    (differ.ops.n_codecs > UG_JOURNAL_CODECS / 2));
	}
	CHECK("as many as there may be", differ.ops.n_codecs ==
	    UG_JOURNAL_CODECS);
	CHECK("end", ug_ops_end(&differ.ops) == UNGARBLE_OK);
	CHECK("many", applies(&differ, (struct ug_text){ in.s, in.len },
	    (struct ug_text){ out.s, out.len }));
	ug_buf_free(&in);
	ug_buf_free(&out);
	ug_differ_free(&differ);
}

/* Two encodings, one after the other. */
static void
check_two(void)
{
	struct ug_differ differ = make_differ(&ug_alloc_libc);

	CHECK("two", ug_differ_add(&differ, UG_TEXT("\xe9"), UG_TEXT("é"),
	    "windows-1252") == UNGARBLE_OK &&
	    ug_differ_add(&differ, UG_TEXT("\xc1"), UG_TEXT("а"),
	    "koi8-r") == UNGARBLE_OK &&
	    ug_ops_end(&differ.ops) == UNGARBLE_OK);
	CHECK("two", applies(&differ, UG_TEXT("\xe9\xc1"), UG_TEXT("éа")));
	ug_differ_free(&differ);
}

/* Ops that do not fit are found. */
static void
check_wrong(void)
{
	static const struct ug_text wrong[] = {
		UG_LIT(""),             /* too little */
		UG_LIT("\x04"),         /* =1 */
		UG_LIT("\x10"),         /* =4 */
		UG_LIT("\x0d"),         /* ~3 in no codec */
		UG_LIT("\x03\x03utf"),  /* no such label */
		UG_LIT("\x07\x06koi8-r"), /* another number */
		UG_LIT("\x03\x06koi8"), /* cut */
		UG_LIT("\x0e\x04" "abcd"), /* more than there may be */
		UG_LIT("\x0e\x04" "abc"),
		UG_LIT("\x0e\x02" "ab"),
		UG_LIT("\x0c\x80"),     /* a number that has no end */
		UG_LIT("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
	};
	struct ug_differ differ = make_differ(&ug_alloc_libc);
	bool same;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		differ.ops.buf.len = 0;
		CHECK("room", ug_buf_add(&differ.ops.buf, wrong[i].s,
		    wrong[i].len) == UNGARBLE_OK);
		CHECK("wrong", apply(&differ, UG_TEXT("abc"),
		    UG_TEXT("abc"), &same) == UNGARBLE_EJOURNAL);
	}
	differ.ops.buf.len = 0;
	CHECK("room", ug_buf_add(&differ.ops.buf, "\x03\x06koi8-r\x0d", 9) ==
	    UNGARBLE_OK);
	CHECK("right", applies(&differ, UG_TEXT("abc"), UG_TEXT("abc")));
	CHECK("no UTF-8", !applies(&differ, UG_TEXT("abc"),
	    UG_TEXT("ab\xc3")));
	ug_differ_free(&differ);
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_rows();
	check_random();
	check_many();
	check_two();
	check_wrong();
	return check_done(argv[0]);
}
