/*
 * text_test.c - what stands where in a text
 */
#include "base/text.h"
#include "check.h"

/* It ends before the last letter. */
static const struct ug_text text = { "it\u2019s its'x", 11 };

static void
test_here(void)
{
	CHECK("starts", ug_text_starts(text, 0, "it"));
	CHECK("starts inside", ug_text_starts(text, 7, "its"));
	CHECK("starts otherwise", !ug_text_starts(text, 7, "it\u2019"));
	CHECK("goes beyond", !ug_text_starts(text, 9, "s'x"));
	CHECK("at the end", !ug_text_starts(text, text.len, "i"));
	CHECK("behind it", !ug_text_starts(text, text.len + 1, ""));
	CHECK("ends", ug_text_ends(text, 6, "\u2019s"));
	CHECK("ends otherwise", !ug_text_ends(text, 6, "'s"));
	CHECK("longer", !ug_text_ends(text, 2, "bit"));
	CHECK("is", ug_text_is(ug_text_part(text, 0, 2), "it"));
	CHECK("is more", !ug_text_is(text, "it"));
	CHECK("is nothing", ug_text_is(UG_TEXT(""), ""));
}

static void
test_find(void)
{
	CHECK("first", ug_text_find(text, 0, UG_TEXT("s")) == 5);
	CHECK("next", ug_text_find(text, 6, UG_TEXT("its")) == 7);
	CHECK("none", ug_text_find(text, 8, UG_TEXT("its")) == text.len);
	CHECK("behind its first byte", ug_text_find(UG_TEXT("iits"), 0,
	    UG_TEXT("its")) == 1);
	CHECK("beyond", ug_text_find(text, 0, UG_TEXT("s'x")) ==
	    text.len);
}

static void
test_apostrophe(void)
{
	for (size_t at = 0; at <= text.len; at++)
		CHECK("apostrophe", ug_text_apostrophe(text, at) ==
		    (at == 2 ? 3 : at + 1 == text.len ? 1 : 0));
	for (int byte = 0; byte < 256; byte++)
		CHECK("inside a character", ug_char_is_tail((char)byte) ==
		    (byte >= 0x80 && byte < 0xC0));
}

int
main(int argc, char *argv[])
{
	(void)argc;
	test_here();
	test_find();
	test_apostrophe();
	return check_done(argv[0]);
}
