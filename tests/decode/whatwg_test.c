/*
 * whatwg_test.c - every byte pair, against suites/whatwg-decoders
 *
 * No line may differ.
 */
#include <stdlib.h>

#include "check.h"
#include "decode/decode.h"

static const struct {
	const char *file, *label;
	unsigned long lines;
} suites[] = {
	{ "big5", "big5", 19786 },
	{ "euc_kr", "euc-kr", 23944 },
	{ "gb18030", "gb18030", 23944 },
	{ "gb18030", "gbk", 23944 },
	{ "iso_2022_jp", "iso-2022-jp", 8840 },
	{ "jis0208", "euc-jp", 8840 },
	{ "jis0212", "euc-jp", 8840 },
	{ "shift_jis", "shift_jis", 11284 },
};

static FILE *
open_suite(const char *file, const char *end)
{
	const char *const root = getenv("UG_SHARED");
	char path[4096];
	FILE *opened;

	snprintf(path, sizeof(path), "%s/suites/whatwg-decoders/%s%s",
	    root != NULL ? root : "../shared", file, end);
	opened = fopen(path, "rb");
	if (opened == NULL)
		printf("whatwg_test: skipped: no %s\n", path);
	return opened;
}

/* One line with its end, 0 at the end of the file. */
static size_t
read_line(FILE *file, unsigned char *line, size_t cap)
{
	size_t len = 0;
	int c;

	while (len < cap && (c = getc(file)) != EOF) {
		line[len++] = (unsigned char)c;
		if (c == '\n')
			break;
	}
	return len;
}

static void
test_suite(struct ug_decoder *decoder, size_t i)
{
	FILE *const in = open_suite(suites[i].file, "_in.txt");
	FILE *const ref = open_suite(suites[i].file, "_in_ref.txt");
	const struct ug_encoding *const encoding =
	    ug_encoding_by_label(suites[i].label, strlen(suites[i].label));
	unsigned char line[1024], want[1024];
	unsigned long differ = 0, n = 0;
	struct ug_decoded out;
	size_t len;

	ug_decoded_init(&out, &ug_alloc_libc);
	while (in != NULL && ref != NULL &&
	    (len = read_line(in, line, sizeof(line))) > 0) {
		const size_t n_want = read_line(ref, want, sizeof(want));

		n++;
		differ += ug_decode(decoder, encoding, NULL, line, len, 0,
		    &out) != UNGARBLE_OK || out.text.len != n_want ||
		    memcmp(out.text.s, want, n_want) != 0;
	}
	if (in != NULL && ref != NULL) {
		printf("whatwg_test: %s as %s: %lu of %lu lines differ\n",
		    suites[i].file, suites[i].label, differ, n);
		CHECK(suites[i].file, differ == 0);
		CHECK(suites[i].file, n == suites[i].lines);
	}
	ug_decoded_free(&out);
	if (in != NULL)
		fclose(in);
	if (ref != NULL)
		fclose(ref);
}

int
main(int argc, char *argv[])
{
	struct ug_decoder *decoder;

	(void)argc;
	if (!CHECK("decoder", ug_decoder_new(&decoder, &ug_alloc_libc) ==
	    UNGARBLE_OK))
		return check_done(argv[0]);
	for (size_t i = 0; i < sizeof(suites) / sizeof(*suites); i++)
		test_suite(decoder, i);
	ug_decoder_free(decoder);
	return check_done(argv[0]);
}
