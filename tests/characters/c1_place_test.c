/*
 * c1_place_test.c - which controls become signs, by what stands around them
 *
 * Each control stands between all kinds of characters, two on either side: in
 * how many of these places it becomes what is meant, and as one number in which.
 */
#include <string.h>

#include "check.h"
#include "pieces.h"
#include "repair/passes.h"

#define PLACES UINT64_C(0xF5038618484FD47E)

/* What stands beside a control, and beyond that. */
static const char *const beside[] = { "", " ", "a", "B", "5", ",", "é", "я",
	"東", "\302\240", "\302\223", "É" };
static const char *const beyond[] = { "", " ", "a", "5", "東" };

/* How often each becomes a sign, alone and in a line of Polish. */
static const unsigned counts[32][2] = {
	{ 791, 791 }, { 0, 0 }, { 2602, 2602 }, { 2602, 0 }, /* 80 */
	{ 2602, 2602 }, { 1986, 2031 }, { 884, 884 }, { 884, 884 }, /* 84 */
	{ 0, 0 }, { 720, 720 }, { 1848, 1848 }, { 884, 884 }, /* 88 */
	{ 1848, 1848 }, { 0, 1848 }, { 1848, 1848 }, { 0, 1848 }, /* 8C */
	{ 0, 0 }, { 3278, 3278 }, { 3278, 3278 }, { 2602, 2602 }, /* 90 */
	{ 2602, 2602 }, { 2602, 2602 }, { 3278, 3278 }, { 3278, 3278 }, /* 94 */
	{ 0, 0 }, { 884, 884 }, { 2079, 2079 }, { 728, 728 }, /* 98 */
	{ 2079, 2079 }, { 0, 2079 }, { 2079, 2079 }, { 1848, 2079 }, /* 9C */
};

static struct ug_edits edits;

/* Does the control at `at` become something in the line? */
static bool
becomes(struct ug_text line, size_t at, const char *rule)
{
	static struct ug_arena scratch = { .alloc = &ug_alloc_libc };
	static const struct ug_scope scope = { .confidence = 90,
		.scratch = &scratch };
	bool found = false;

	ug_edits_clear(&edits);
	CHECK("found", ug_pass_c1.find(&scope, line, &edits) == UNGARBLE_OK);
	for (size_t i = 0; i < edits.n; i++) {
		CHECK("its rule", strcmp(edits.v[i].rule, rule) == 0 &&
		    edits.v[i].len == 2 && edits.v[i].confidence == 95);
		found |= edits.v[i].at == at;
	}
	return found;
}

/* Count the places that are good, of `n` in all. */
static unsigned
places_count(unsigned c, const char *end, const char *rule, uint64_t *digest)
{
	const size_t n = sizeof(beside) / sizeof(*beside);
	const size_t n_beyond = sizeof(beyond) / sizeof(*beyond);
	unsigned good = 0;

	for (size_t i = 0; i < n * n * n_beyond * n_beyond; i++) {
		char line[40];
		size_t at;

		strcpy(line, beyond[i % n_beyond]);
		strcat(line, beside[i / n_beyond / n_beyond % n]);
		at = strlen(line);
		line[at] = '\xC2';
		line[at + 1] = (char)c;
		strcpy(line + at + 2, beside[i / n_beyond / n_beyond / n]);
		strcat(line, beyond[i / n_beyond % n_beyond]);
		strcat(line, end);
		if (becomes((struct ug_text){ line, strlen(line) }, at, rule)) {
			good++;
			digest_add(digest, i);
		}
	}
	return good;
}

/* Letters that tell that windows-1250 is meant, if it has what is meant. */
static void
test_central(void)
{
	for (uint32_t c = 0xA1; c < 0x250; c++) {
		const bool west = c == 0x152 || c == 0x153 || c == 0x160 ||
		    c == 0x161 || c == 0x178;
		char line[16] = "\302\223so ";
		size_t len = strlen(line);

		len += ug_put_char(c, line + len);
		CHECK("central", becomes((struct ug_text){ line, len }, 0,
		    c >= 0x100 && c < 0x17D && !west ? "c1/windows-1250" :
		    "c1/windows-1252"));
	}
}

int
main(int argc, char *argv[])
{
	uint64_t digest = 0;

	(void)argc;
	ug_edits_init(&edits, &ug_alloc_libc);
	for (unsigned i = 0; i < 32; i++) {
		const unsigned alone = places_count(0x80 + i, "",
		    "c1/windows-1252", &digest);
		const unsigned polish = places_count(0x80 + i, " - ją",
		    "c1/windows-1250", &digest);

		if (!CHECK("places", counts[i][0] == alone && counts[i][1] ==
		    polish))
			printf("%02X: %u, %u\n", 0x80 + i, alone, polish);
	}
	if (!CHECK("which they are", digest == PLACES))
		printf("0x%016" PRIX64 "\n", digest);
	test_central();
	ug_edits_free(&edits);
	return check_done(argv[0]);
}
