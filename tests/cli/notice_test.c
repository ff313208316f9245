/*
 * notice_test.c - what is said at the end: of one, of several
 */
#define _XOPEN_SOURCE 700

#include "cli/notice.h"

#include "check.h"
#include "heard.h"

#define U "ungarble: "

static const struct cli_found one = { 1, "a\tb", 7 }, two = { 2, "c", 80 };

static void
check_found(void)
{
	heard_start();
	cli_notice_words(1);
	cli_notice_words(2);
	CHECK("words", heard_is(
	    U "spun text was found, and 1 word or phrase in it put back; "
	    "--check shows them, --fix=-words refuses them\n"
	    U "spun text was found, and 2 words or phrases in it put back; "
	    "--check shows them, --fix=-words refuses them\n"));
	heard_start();
	cli_notice_spun(&one);
	cli_notice_spun(&two);
	CHECK("spun", heard_is(
	    U "text of another spinner was found, by 1 phrase, the first at "
	    "byte 7 of a\\x09b, and left as it is; --explain shows them\n"
	    U "text of another spinner was found, by 2 phrases, the first at "
	    "byte 80 of c, and left as it is; --explain shows them\n"));
	heard_start();
	cli_notice_invisible(&one);
	cli_notice_invisible(&two);
	CHECK("invisible", heard_is(
	    U "1 character that may deceive a reader, the first at byte 7 of "
	    "a\\x09b, stays; --check shows where, --invisible=strip takes out "
	    "what is invisible\n"
	    U "2 characters that may deceive a reader, the first at byte 80 of "
	    "c, stay; --check shows where, --invisible=strip takes out what is "
	    "invisible\n"));
	heard_start();
	cli_notice_broken(&one, true);
	cli_notice_broken(&two, true);
	cli_notice_broken(&one, false);
	cli_notice_broken(&two, false);
	CHECK("broken", heard_is(
	    U "1 record is no JSON, from byte 7 of a\\x09b on, and stays as it "
	    "is from there; --explain shows it\n"
	    U "2 records are no JSON, the first from byte 80 of c on, and stay "
	    "as they are from there; --explain shows them\n"
	    U "1 record is no row of values, from byte 7 of a\\x09b on, and "
	    "stays as it is from there; --explain shows it\n"
	    U "2 records are no rows of values, the first from byte 80 of c "
	    "on, and stay as they are from there; --explain shows them\n"));
}

static void
check_invalid(void)
{
	heard_start();
	for (uint64_t n = 1; n <= 2; n++) {
		cli_notice_invalid(UNGARBLE_INVALID_REPLACE, n, "a", 5);
		cli_notice_invalid(UNGARBLE_INVALID_ESCAPE, n, "a", 5);
		cli_notice_invalid(UNGARBLE_INVALID_DROP, n, "a", 5);
	}
#define SEE ", the first at byte 5 of a; --check shows them, --invalid=fail " \
	"refuses them\n"
	CHECK("invalid", heard_is(
	    U "1 malformed sequence became U+FFFD" SEE
	    U "1 malformed sequence became \\xNN" SEE
	    U "1 malformed sequence was dropped" SEE
	    U "2 malformed sequences became U+FFFD" SEE
	    U "2 malformed sequences became \\xNN" SEE
	    U "2 malformed sequences were dropped" SEE));
}

static void
check_files(void)
{
	struct cli_finding finding = { "koi8-r", "ru", 97,
		UNGARBLE_BY_STATISTICS, 30, 100 };
	const struct cli_totals some = { .in_len = 30, .n_records = 2,
		.n_edits = 3 };
	const struct cli_totals ones = { .in_len = 1, .n_records = 1,
		.n_edits = 1 };

	heard_start();
	cli_notice_file("a", &finding, &some);
	finding.language = NULL;
	cli_notice_file("a", &finding, &ones);
	CHECK("file", heard_is(
	    U "a: koi8-r (97 %, ru), 30 bytes, 2 lines, 3 edits\n"
	    U "a: koi8-r (97 %), 1 byte, 1 line, 1 edit\n"));
	heard_start();
	cli_notice_skipped(1);
	cli_notice_skipped(12);
	CHECK("skipped", heard_is(
	    U "1 binary file was skipped; -v names them, --binary=pass takes "
	    "them\n"
	    U "12 binary files were skipped; -v names them, --binary=pass "
	    "takes them\n"));
	heard_start();
	cli_notice_plain("a.gz");
	cli_notice_plain("b/a.xz");
	cli_notice_plain("a.zst");
	cli_notice_plain("a.bz2");
	cli_notice_plain("a.gz.txt");
	cli_notice_plain(".gz");
	cli_notice_plain("gz");
	cli_notice_plain("");
#define PLAIN(form) "is plain text, not " form \
	"; -zi writes what is compressed as it was\n"
	CHECK("plain", heard_is(U "a.gz: " PLAIN("gzip") U "b/a.xz: "
	    PLAIN("xz") U "a.zst: " PLAIN("zstd") U "a.bz2: "
	    PLAIN("bzip2")));
}

static void
check_left(void)
{
	heard_start();
	cli_notice_left(1, 0, 0, 0, 0);
	cli_notice_left(0, 2, 0, 0, 0);
	cli_notice_left(0, 0, 3, 0, 0);
	cli_notice_left(0, 0, 0, 4, 0);
	cli_notice_left(0, 0, 0, 0, 1);
	cli_notice_left(5, 4, 3, 2, 1);
	cli_notice_left(1, 0, 0, 0, 2);
	CHECK("left", heard_is(
	    U "--strict: nothing repairs 1 malformed sequence\n"
	    U "--strict: nothing repairs 2 spun phrases\n"
	    U "--strict: nothing repairs 3 deceptive characters\n"
	    U "--strict: nothing repairs 4 broken records\n"
	    U "--strict: nothing repairs 1 binary file\n"
	    U "--strict: nothing repairs 5 malformed sequences, 4 spun "
	    "phrases, 3 deceptive characters, 2 broken records, 1 binary file\n"
	    U "--strict: nothing repairs 1 malformed sequence, 2 binary "
	    "files\n"));
}

int
main(void)
{
	check_found();
	check_invalid();
	check_files();
	check_left();
	return check_done("notice_test");
}
