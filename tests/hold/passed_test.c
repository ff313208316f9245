/*
 * passed_test.c - what is remembered of records that have passed by
 */
#include "hold/passed.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

#define LINES 5000

/* Lines of all lengths: always the end of what they make together. */
static void
test_lines(struct ug_buf *passed, size_t most)
{
	char *const all = malloc(LINES * (most + 1));
	size_t len = 0;

	if (!CHECK("memory", all != NULL))
		return;
	for (size_t i = 0; i < LINES; i++) {
		const size_t n = i * 7919 % most + 1;
		const size_t want = len + n < UG_PASSED_LEN ? len + n :
		    UG_PASSED_LEN;
		struct ug_text end;

		memset(all + len, 'a' + (int)(i % 26), n);
		CHECK("add", ug_passed_add(passed, true, (struct ug_text){
		    all + len, n }) == UNGARBLE_OK);
		len += n;
		end = ug_passed_text(passed);
		if (!CHECK("the end", end.len == want &&
		    memcmp(end.s, all + len - want, want) == 0))
			break;
		CHECK("little is kept", passed->len < 16 * UG_PASSED_LEN);
	}
	free(all);
}

int
main(int argc, char **argv)
{
	struct ug_buf passed = { .alloc = &ug_alloc_libc };
	char text[3 * UG_PASSED_LEN];

	(void)argc;
	CHECK("nothing yet", ug_passed_text(&passed).len == 0);
	test_lines(&passed, 80);
	CHECK("unknown", ug_passed_add(&passed, false,
	    (struct ug_text)UG_LIT("x")) == UNGARBLE_OK);
	CHECK("nothing is left", ug_passed_text(&passed).len == 0);
	test_lines(&passed, 9000);
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = "\xE2\x82\xAC"[i % 3];
	CHECK("add", ug_passed_add(&passed, true, (struct ug_text){ text,
	    sizeof(text) }) == UNGARBLE_OK);
	CHECK("from where a character starts", ug_passed_text(&passed).len ==
	    UG_PASSED_LEN - UG_PASSED_LEN % 3 && (unsigned char)
	    ug_passed_text(&passed).s[0] == 0xE2);
	ug_buf_free(&passed);
	return check_done(argv[0]);
}
