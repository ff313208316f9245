/*
 * multi_byte_table_gen.c - print multi_byte_table.h
 *
 * Each pointer of each index is put into bytes and read by ICU; `fixes` lead
 * from there to the WHATWG Encoding Standard's index (2024-09-18).  What ICU
 * puts into the private use area WHATWG leaves undefined, gb18030 apart:
 *
 *	big5 pointer 5432, bytes A3 C0: ICU U+FFFD, WHATWG U+2400
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unicode/ucnv.h>

#include "multi_byte_index.h"

struct gen_fix {
	unsigned pointer;
	UChar32 c; /* 0 takes away */
};

/* How a pointer becomes bytes: lead and trail, each with a gap. */
struct gen_index {
	const char *name, *icu;
	unsigned n, trails;
	unsigned prefix;               /* a byte before the two, or 0 */
	unsigned lead, lead_gap_at, lead_gap;
	unsigned trail, trail_gap_at, trail_gap;
	bool private_use;
	const struct gen_fix *fixes;   /* c 0 with pointer 0 ends them */
};

/* clang-format off */
static const struct gen_fix gen_none[] = { { 0, 0 } };

static const struct gen_fix gen_jis0212[] = {
	{ 7708, 0 }, { 7709, 0 }, { 7710, 0 }, { 7711, 0 }, { 7712, 0 },
	{ 7713, 0 }, { 7714, 0 }, { 7715, 0 }, { 7716, 0 }, { 7717, 0 },
	{ 7718, 0 }, { 7719, 0 }, { 7720, 0 }, { 7721, 0 }, { 7722, 0 },
	{ 7723, 0 }, { 7724, 0 }, { 7725, 0 }, { 7726, 0 }, { 7727, 0 },
	{ 7730, 0 }, { 0, 0 } };

static const struct gen_fix gen_gb18030[] = {
	{ 6555, 0x3000 }, { 7182, 0xFE10 }, { 7183, 0xFE12 },
	{ 7184, 0xFE11 }, { 7185, 0xFE13 }, { 7186, 0xFE14 },
	{ 7187, 0xFE15 }, { 7188, 0xFE16 }, { 7201, 0xFE17 },
	{ 7202, 0xFE18 }, { 7208, 0xFE19 }, { 23775, 0x9FB4 },
	{ 23783, 0x9FB5 }, { 23788, 0x9FB6 }, { 23789, 0x9FB7 },
	{ 23795, 0x9FB8 }, { 23812, 0x9FB9 }, { 23829, 0x9FBA },
	{ 23845, 0x9FBB }, { 0, 0 } };

static const struct gen_fix gen_big5[] = {
	{ 1008, 0x9F97 }, { 1016, 0x9F96 }, { 1099, 0x31C0 },
	{ 1100, 0x31C1 }, { 1101, 0x31C2 }, { 1102, 0x31C3 },
	{ 1103, 0x31C4 }, { 1105, 0x31C5 }, { 1108, 0x31C6 },
	{ 1109, 0x31C7 }, { 1112, 0x31C8 }, { 1114, 0x31C9 },
	{ 1115, 0x31CA }, { 1116, 0x31CB }, { 1117, 0x31CC },
	{ 1119, 0x31CD }, { 1120, 0x31CE }, { 1170, 0x23DA },
	{ 1171, 0x23DB }, { 1730, 0x9FA6 }, { 1772, 0x9FA7 },
	{ 1779, 0x9FA8 }, { 1812, 0x9FA9 }, { 1814, 0x9FAA },
	{ 1816, 0x9FAB }, { 1821, 0x9FAC }, { 1844, 0x9FAD },
	{ 1845, 0x9FAE }, { 1847, 0x9FAF }, { 1866, 0x9FB2 },
	{ 1892, 0x9FB3 }, { 2082, 0x7BB8 }, { 2088, 0x7C06 },
	{ 2103, 0x7CCE }, { 2114, 0x7DD2 }, { 2123, 0x7E1D },
	{ 2148, 0x8005 }, { 2151, 0x8028 }, { 2221, 0x83C1 },
	{ 2239, 0x84A8 }, { 2244, 0x840F }, { 2303, 0x89A6 },
	{ 2304, 0x89A9 }, { 2354, 0x8D77 }, { 2400, 0x90FD },
	{ 2413, 0x92B9 }, { 2477, 0x975C }, { 2498, 0x97FF },
	{ 2605, 0x9F16 }, { 2673, 0x8503 }, { 2746, 0x5159 },
	{ 2747, 0x515B }, { 2748, 0x515D }, { 2749, 0x515E },
	{ 2771, 0x936E }, { 2780, 0x7479 }, { 2990, 0x6D67 },
	{ 3087, 0x799B }, { 3259, 0x9097 }, { 3301, 0x975D },
	{ 3436, 0x701E }, { 3451, 0x5B28 }, { 4136, 0x7201 },
	{ 4138, 0x77D7 }, { 4141, 0x7E87 }, { 4182, 0x99D6 },
	{ 4206, 0x91D4 }, { 4220, 0x60DE }, { 4230, 0x6FB6 },
	{ 4241, 0x8F36 }, { 4258, 0x4FBB }, { 4273, 0x71DF },
	{ 4279, 0x9104 }, { 4282, 0x9DF0 }, { 4294, 0x83CF },
	{ 4329, 0x5C10 }, { 4330, 0x79E3 }, { 4349, 0x5A67 },
	{ 4419, 0x8F0B }, { 4422, 0x7B51 }, { 4494, 0x62D0 },
	{ 4624, 0x6062 }, { 4694, 0x75F9 }, { 4708, 0x6C4A },
	{ 4742, 0x9B2E }, { 4748, 0x9F17 }, { 4815, 0x50ED },
	{ 4828, 0x5F0C }, { 4902, 0x880F }, { 4922, 0x62CE },
	{ 4982, 0x7468 }, { 4992, 0x7162 }, { 4997, 0x7250 },
	{ 5432, 0x2400 }, { 5433, 0x2401 }, { 5434, 0x2402 },
	{ 5435, 0x2403 }, { 5436, 0x2404 }, { 5437, 0x2405 },
	{ 5438, 0x2406 }, { 5439, 0x2407 }, { 5440, 0x2408 },
	{ 5441, 0x2409 }, { 5442, 0x240A }, { 5443, 0x240B },
	{ 5444, 0x240C }, { 5445, 0x240D }, { 5446, 0x240E },
	{ 5447, 0x240F }, { 5448, 0x2410 }, { 5449, 0x2411 },
	{ 5450, 0x2412 }, { 5451, 0x2413 }, { 5452, 0x2414 },
	{ 5453, 0x2415 }, { 5454, 0x2416 }, { 5455, 0x2417 },
	{ 5456, 0x2418 }, { 5457, 0x2419 }, { 5458, 0x241A },
	{ 5459, 0x241B }, { 5460, 0x241C }, { 5461, 0x241D },
	{ 5462, 0x241E }, { 5463, 0x241F }, { 5464, 0x2421 },
	{ 10942, 0x5EF4 }, { 10946, 0x65E0 }, { 10948, 0x7676 },
	{ 10950, 0x96B6 }, { 10957, 0x3003 }, { 10958, 0x4EDD },
	{ 11204, 0x31CF }, { 11210, 0x9FB0 }, { 11212, 0x9FB1 },
	{ 19028, 0x5029 }, { 19035, 0x507D }, { 19088, 0x5305 },
	{ 19096, 0x5344 }, { 19112, 0x537F }, { 19162, 0x5605 },
	{ 19240, 0x5A77 }, { 19299, 0x5E75 }, { 19305, 0x5ED0 },
	{ 19326, 0x5F58 }, { 19355, 0x60A4 }, { 19398, 0x6490 },
	{ 19439, 0x6674 }, { 19454, 0x675E }, { 19553, 0x6C9C },
	{ 19554, 0x6E1D }, { 19557, 0x6E2F }, { 19611, 0x716E },
	{ 19643, 0x732A }, { 19672, 0x745C }, { 19697, 0x74E9 },
	{ 19748, 0x7809 }, { 0, 0 } };

static const struct gen_index gen_indexes[] = {
	{ "jis0208", "ibm-943_P15A-2003", UG_N_JIS0208, 188, 0,
	  0x81, 0x1F, 0x40, 0x40, 0x3F, 1, false, gen_none },
	{ "jis0212", "euc-jp-2007", UG_N_JIS0212, 94, 0x8F,
	  0xA1, 94, 0, 0xA1, 94, 0, false, gen_jis0212 },
	{ "euc_kr", "windows-949-2000", UG_N_EUC_KR, 190, 0,
	  0x81, 126, 0, 0x41, 190, 0, false, gen_none },
	{ "gb18030", "gb18030", UG_N_GB18030, 190, 0,
	  0x81, 126, 0, 0x40, 0x3F, 1, true, gen_gb18030 },
	{ "big5", "ibm-1375_P100-2008", UG_N_BIG5, 157, 0,
	  0x81, 126, 0, 0x40, 0x3F, 0x22, false, gen_big5 },
};
/* clang-format on */

static void
gen_fail(const char *what, const char *why)
{
	fprintf(stderr, "multi_byte_table_gen: %s: %s\n", what, why);
	exit(1);
}

static UConverter *
gen_open(const char *icu)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *const converter = ucnv_open(icu, &status);

	if (U_FAILURE(status))
		gen_fail(icu, u_errorName(status));
	return converter;
}

/* The one character that `bytes` stand for, or 0. */
static UChar32
gen_char(UConverter *converter, const unsigned char *bytes, int32_t len)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar to[8];
	const int32_t n = ucnv_toUChars(converter, to, 8,
	    (const char *)bytes, len, &status);

	if (U_FAILURE(status))
		return 0;
	if (n == 2 && U16_IS_LEAD(to[0]))
		return U16_GET_SUPPLEMENTARY(to[0], to[1]);
	return n == 1 && to[0] != 0xFFFD && to[0] != 0x1A ? to[0] : 0;
}

static UChar32
gen_look_up(const struct gen_index *index, UConverter *converter,
    unsigned pointer)
{
	const unsigned lead = pointer / index->trails;
	const unsigned trail = pointer % index->trails;
	unsigned char bytes[3] = { (unsigned char)index->prefix };
	int32_t len = index->prefix != 0;
	UChar32 c;

	for (const struct gen_fix *fix = index->fixes;
	    fix->pointer != 0 || fix->c != 0; fix++)
		if (fix->pointer == pointer)
			return fix->c;
	bytes[len++] = (unsigned char)(index->lead + lead +
	    (lead >= index->lead_gap_at ? index->lead_gap : 0));
	bytes[len++] = (unsigned char)(index->trail + trail +
	    (trail >= index->trail_gap_at ? index->trail_gap : 0));
	c = gen_char(converter, bytes, len);
	return c >= 0xE000 && c <= 0xF8FF && !index->private_use ? 0 : c;
}

/* Print an index, and which of its characters are of plane 2 if any is. */
static void
gen_print_table(const char *name, const UChar32 *table, unsigned n,
    bool plane2)
{
	printf("\nconst uint16_t ug_%s[] = {\n", name);
	for (unsigned i = 0; i < n; i++) {
		if (table[i] > 0xFFFF && (table[i] >> 16 != 2 || !plane2))
			gen_fail(name, "beyond planes 0 and 2");
		if (i % 8 == 0)
			printf("\t/* %5u */ ", i);
		if (table[i] == 0)
			printf("0,");
		else
			printf("0x%04X,", (unsigned)(table[i] & 0xFFFF));
		if (i % 8 == 7 || i == n - 1)
			printf("\n");
	}
	printf("};\n");
	if (!plane2)
		return;
	printf("\nconst uint8_t ug_%s_plane2[] = {\n", name);
	for (unsigned i = 0; i < (n + 7) / 8; i++) {
		unsigned bits = 0;

		for (unsigned j = 0; j < 8 && i * 8 + j < n; j++)
			bits |= (table[i * 8 + j] > 0xFFFF ? 1u : 0) << j;
		printf("%s%u,%s", i % 16 == 0 ? "\t" : "", bits,
		    i % 16 == 15 || i == (n + 7) / 8 - 1 ? "\n" : "");
	}
	printf("};\n");
}

static void
gen_print(const struct gen_index *index)
{
	static UChar32 table[UG_N_GB18030];
	UConverter *const converter = gen_open(index->icu);

	for (unsigned i = 0; i < index->n; i++)
		table[i] = gen_look_up(index, converter, i);
	gen_print_table(index->name, table, index->n,
	    index->n == UG_N_BIG5);
	ucnv_close(converter);
}

/* CNS 11643, as EUC-TW has it: plane 1 in two bytes, the others in four. */
static void
gen_print_cns(void)
{
	static const unsigned planes[] = { 1, 2, 3, 4, 5, 6, 7, 15 };
	static UChar32 table[UG_N_CNS];
	UConverter *const converter = gen_open("euc-tw-2014");

	for (unsigned i = 0; i < UG_N_CNS; i++) {
		const unsigned plane = planes[i / UG_N_PLANE];
		const unsigned char bytes[4] = { 0x8E,
			(unsigned char)(0xA0 + plane),
			(unsigned char)(0xA1 + i % UG_N_PLANE / 94),
			(unsigned char)(0xA1 + i % 94) };
		const UChar32 c = plane == 1 ?
		    gen_char(converter, bytes + 2, 2) :
		    gen_char(converter, bytes, 4);

		table[i] = c >= 0xE000 && c <= 0xF8FF ? 0 : c;
	}
	gen_print_table("cns", table, UG_N_CNS, true);
	ucnv_close(converter);
}

/*
 * Four bytes 81 30 81 30 .. 84 31 A4 39: all of the BMP that two do not have.
 * Pointer 7457 alone lies outside its range; decoders know it.
 */
static void
gen_print_ranges(void)
{
	UConverter *const converter = gen_open("gb18030");
	UChar32 before = 0;

	printf("\nconst struct ug_gb18030_range ug_gb18030_ranges[] = {\n");
	for (unsigned i = 0; i < 39420; i++) {
		const unsigned char bytes[4] = {
			(unsigned char)(0x81 + i / 12600),
			(unsigned char)(0x30 + i / 1260 % 10),
			(unsigned char)(0x81 + i / 10 % 126),
			(unsigned char)(0x30 + i % 10) };
		UChar32 c = gen_char(converter, bytes, 4);

		if (i == 7457)
			c = 0x1E3F;
		if (i == 39417)
			c = 0xFFFD;
		if (c == 0)
			gen_fail("gb18030", "a four-byte hole");
		if (c != before + 1)
			printf("\t{ %5u, 0x%04X },\n", i, (unsigned)c);
		before = c;
	}
	printf("};\n");
	ucnv_close(converter);
}

int
main(void)
{
	printf("/* Printed by multi_byte_table_gen.c from ICU %s. */\n",
	    U_ICU_VERSION);
	printf("/* clang-format off */\n");
	for (size_t i = 0; i < sizeof(gen_indexes) / sizeof(*gen_indexes); i++)
		gen_print(&gen_indexes[i]);
	gen_print_cns();
	gen_print_ranges();
	if (fflush(stdout) != 0 || ferror(stdout))
		gen_fail("stdout", "cannot write");
	return 0;
}
