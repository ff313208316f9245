/*
 * line_test.c - numbers and bytes in a buffer that may be too short
 */
#include "output/line.h"

#include <stdint.h>

#include "check.h"

#define WHOLE "at 0, 18446744073709551615, 00FF, 1F600"

int
main(int argc, char *argv[])
{
	(void)argc;
	for (size_t cap = 0; cap < sizeof(WHOLE) + 2; cap++) {
		char buf[sizeof(WHOLE) + 2];
		struct ug_line line = { buf, cap, 0 };
		const size_t shown = cap < sizeof(WHOLE) ? cap :
		    sizeof(WHOLE);

		memset(buf, '!', sizeof(buf));
		ug_line_add(&line, "at ");
		ug_line_number(&line, 0);
		ug_line_bytes(&line, ", ...", 2);
		ug_line_number(&line, UINT64_MAX);
		ug_line_add(&line, ", ");
		ug_line_hex(&line, 0xFF, 4);
		ug_line_add(&line, ", ");
		ug_line_hex(&line, 0x1F600, 4);
		CHECK("the whole", ug_line_end(&line) == sizeof(WHOLE) - 1);
		CHECK("what fits", shown == 0 ||
		    (memcmp(buf, WHOLE, shown - 1) == 0 &&
		    buf[shown - 1] == '\0'));
		CHECK("no more", buf[shown] == '!');
	}
	return check_done(argv[0]);
}
