/*
 * other_limits_test.c - how near to one another phrases of other spinners
 * count, and beside which marks they do not
 */
#include "words/other_spinner.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "ungarble.h"

static int
tell(void *user, const struct ungarble_finding *finding)
{
	unsigned *const n = user;

	++*n;
	return strcmp(finding->rule, "words/other-spinner") != 0;
}

/* How many phrases are told of. */
static unsigned
told_of(const char *s, size_t len)
{
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;
	unsigned n = 0;
	enum ungarble_err err;

	opts.finding = tell;
	opts.user = &n;
	opts.keep_invisible = 1;
	err = ungarble_open(&ug, &opts);
	if (err == UNGARBLE_OK)
		err = ungarble_feed(ug, s, len);
	if (err == UNGARBLE_OK)
		err = ungarble_finish(ug);
	CHECK("stream", err == UNGARBLE_OK);
	ungarble_close(ug);
	return n;
}

/* Two phrases, the second of which starts so many words behind the first. */
static void
test_near(bool lines)
{
	for (unsigned apart = 230; apart < 250; apart++) {
		char s[4000] = "It was flag to clamor";

		for (unsigned n = 3; n < apart; n++)
			strcat(s, lines && n % 10 == 0 ? "\nof" : " so");
		strcat(s, " bosom malignancy in it.\n");
		CHECK("near", told_of(s, strlen(s)) == (apart < 240 ? 2 : 0));
	}
}

/* A third one counts with the second though it is too far from the first. */
static void
test_chain(void)
{
	char s[8000] = "It was flag to clamor";

	for (unsigned n = 3; n < 239; n++)
		strcat(s, " so");
	strcat(s, " bosom malignancy");
	for (unsigned n = 2; n < 239; n++)
		strcat(s, " so");
	CHECK("two", told_of(s, strlen(s)) == 2);
	strcat(s, " gullible Bayes.\n");
	CHECK("three", told_of(s, strlen(s)) == 3);
}

/* Characters that quote, mark or join what stands beside them. */
static bool
is_mark(uint32_t c)
{
	return (c < 0x80 && strchr("\"'`*_()[]=-", (int)c) != NULL) ||
	    c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F);
}

/* Characters that make one token, or none, of what they stand before. */
static bool
is_joined_before(uint32_t c)
{
	return c < 0x80 ? ug_ascii_is_letter((char)c) ||
	    ug_ascii_is_digit((char)c) || strchr("_$@#\\/", (int)c) != NULL :
	    c == 0xAA || c == 0xB5 || c == 0xBA;
}

static bool
is_joined_behind(uint32_t c)
{
	return c < 0x80 ? ug_ascii_is_letter((char)c) ||
	    ug_ascii_is_digit((char)c) || strchr("_\\", (int)c) != NULL :
	    c == 0xAA || c == 0xB5 || c == 0xBA;
}

static void
check_mark(uint32_t c)
{
	char mark[8] = "", s[200], name[16];
	unsigned want;

	snprintf(name, sizeof(name), "U+%04X", (unsigned)c);
	mark[ug_put_char(c, mark)] = '\0';
	want = is_mark(c) || is_joined_before(c) ? 0 : 2;
	snprintf(s, sizeof(s), "It is of %sbosom malignancy of flag to clamor "
	    "it was.\n", mark);
	CHECK(name, told_of(s, strlen(s)) == want);
	want = is_mark(c) || is_joined_behind(c) ? 0 : 2;
	snprintf(s, sizeof(s), "It is of bosom malignancy%s of flag to clamor "
	    "it was.\n", mark);
	CHECK(name, told_of(s, strlen(s)) == want);
}

static void
test_marks(void)
{
	for (uint32_t c = 0x20; c < 0x7F; c++)
		check_mark(c);
	for (uint32_t c = 0xA1; c < 0xC0; c++)
		check_mark(c);
	for (uint32_t c = 0x2010; c < 0x2028; c++)
		check_mark(c);
}

/* Each phrase of the list is one, in any case, over the end of a line too. */
static void
test_each(void)
{
	const struct ug_other_cue *cue;

	for (size_t i = 0; (cue = ug_other_cue(i)) != NULL; i++) {
		/* Another, to be told of at all. */
		const char *const with = strcmp(cue->found, "flag to clamor") ==
		    0 ? "gullible bayes" : "flag to clamor";
		const size_t start = strlen("It was  so ") + strlen(with);
		char s[300];

		snprintf(s, sizeof(s), "It was %s so %s of it.\n", with,
		    cue->found);
		CHECK(cue->found, told_of(s, strlen(s)) == 2);
		for (size_t at = start; at < start + strlen(cue->found); at++) {
			if (s[at] != ' ')
				continue;
			s[at] = '\n';
			CHECK(cue->found, told_of(s, strlen(s)) == 2);
			s[at] = ' ';
		}
		for (size_t at = start; s[at] != '\0'; at++)
			s[at] = ug_ascii_upper(s[at]);
		CHECK(cue->found, told_of(s, strlen(s)) == 2);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_near(false);
	test_near(true);
	test_chain();
	test_marks();
	test_each();
	return check_done(argv[0]);
}
