/*
 * form_binary_test.c - what is no text, and what begins as it does
 */
#include <string.h>

#include "check.h"
#include "detect/detect.h"
#include "random.h"

#define ROOM 4096

static const char *
form_of(const void *bytes, size_t len)
{
	const struct ug_verdict verdict = ug_detect_form(bytes, len);

	return verdict.encoding == NULL ? "" : verdict.encoding->name;
}

/* An archive of texts is none, whatever stands in it. */
static void
check_archive(void)
{
	unsigned char bytes[ROOM] = "notes/caf\xC3\xA9.txt";

	memcpy(bytes + 100, "0000644", 7);
	memcpy(bytes + 257, "ustar", 5);
	memset(bytes + 512, 'a', 512);
	CHECK("archive", strcmp(form_of(bytes, 1024), "binary") == 0);
	CHECK("cut behind its magic", strcmp(form_of(bytes, 262),
	    "binary") == 0);
	CHECK("cut in it", form_of(bytes, 261)[0] == '\0');
	bytes[261] = 'R';
	CHECK("its last letter is another", strcmp(form_of(bytes, 1024),
	    "binary") != 0);
	bytes[261] = 'r';
	bytes[257] = 'U';
	CHECK("no archive", strcmp(form_of(bytes, 1024), "binary") != 0);
}

/* Formats that begin as they do, whatever text stands behind; with a control. */
static void
check_magic(void)
{
	static const struct ug_text magics[] = {
		UG_LIT("\x7F" "ELF"), UG_LIT("\x89PNG\r\n\x1A\n"),
		UG_LIT("\x1F\x8B\x08"), UG_LIT("\xFF\xD8\xFF"), UG_LIT("GIF8"),
		UG_LIT("PK\x03\x04"), UG_LIT("%PDF-"), UG_LIT("BZh"),
		UG_LIT("\xFD" "7zXZ\0"), UG_LIT("\x28\xB5\x2F\xFD"),
		UG_LIT("SQLite format 3\0"), UG_LIT("!<arch>\n"),
		UG_LIT("OggS\0"), UG_LIT("ID3\3"),
	};
	unsigned char bytes[ROOM];

	for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++) {
		struct ug_verdict verdict;

		memset(bytes, 'a', 600);
		bytes[500] = 0x01;
		memcpy(bytes, magics[i].s, magics[i].len);
		verdict = ug_detect_form(bytes, 600);
		CHECK(magics[i].s, verdict.encoding == &ug_binary &&
		    verdict.confidence == 95);
		bytes[magics[i].len - 1] ^= 0x40;
		CHECK("the last byte is another",
		    form_of(bytes, 600)[0] == '\0');
		memmove(bytes + 1, magics[i].s, magics[i].len);
		bytes[0] = 'a';
		CHECK("not at the start", form_of(bytes, 600)[0] == '\0');
	}
}

/* Random bytes: binary where there are enough, never UTF-16. */
static void
check_random(void)
{
	unsigned char bytes[ROOM];
	uint64_t seed = 7;

	for (unsigned n = 0; n < 2000; n++) {
		const size_t len = n * 2;
		const char *found;

		for (size_t at = 0; at < len; at++)
			bytes[at] = (unsigned char)random_next(&seed);
		found = form_of(bytes, len);
		CHECK("random", len < 64 ||
		    strncmp(found, "UTF", 3) != 0);
		CHECK("random, long", len < 200 ||
		    strcmp(found, "binary") == 0);
	}
}

int
main(int argc, char *argv[])
{
	(void)argc;
	check_archive();
	check_magic();
	check_random();
	return check_done(argv[0]);
}
