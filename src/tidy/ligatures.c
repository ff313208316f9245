/*
 * ligatures.c - ligatures become the letters they are made of
 *
 *	U+FB01 x  ->  fix
 *
 * Those are meant that Unicode has for the sake of older sets of characters:
 * its compatibility decompositions of Latin and Armenian letters joined.
 *
 * Left alone: what is a letter of its own, as in French and Danish; ligatures
 * of Arabic.
 */
#include "replace.h"

static const struct {
	uint16_t c;
	char letters[UG_REPLACE_MAX];
} ligatures[] = {
	{ 0x0132, "IJ" }, { 0x0133, "ij" },
	{ 0x01C4, "D\u017D" }, { 0x01C5, "D\u017E" }, { 0x01C6, "d\u017E" },
	{ 0x01C7, "LJ" }, { 0x01C8, "Lj" }, { 0x01C9, "lj" },
	{ 0x01CA, "NJ" }, { 0x01CB, "Nj" }, { 0x01CC, "nj" },
	{ 0x01F1, "DZ" }, { 0x01F2, "Dz" }, { 0x01F3, "dz" },
	{ 0xFB00, "ff" }, { 0xFB01, "fi" }, { 0xFB02, "fl" },
	{ 0xFB03, "ffi" }, { 0xFB04, "ffl" }, { 0xFB05, "\u017Ft" },
	{ 0xFB06, "st" },
	{ 0xFB13, "\u0574\u0576" }, { 0xFB14, "\u0574\u0565" },
	{ 0xFB15, "\u0574\u056B" }, { 0xFB16, "\u057E\u0576" },
	{ 0xFB17, "\u0574\u056D" },
};

static struct ug_replaced
ligatures_look(struct ug_text text, size_t at)
{
	struct ug_replaced r = { .rule = NULL };
	size_t next = at;
	const uint32_t c = ug_text_next(text, &next);

	for (size_t i = 0; i < sizeof(ligatures) / sizeof(*ligatures); i++) {
		if (ligatures[i].c != c)
			continue;
		r.rule = "ligatures/letters";
		r.used = next - at;
		r.len = strlen(ligatures[i].letters);
		memcpy(r.out, ligatures[i].letters, r.len);
	}
	return r;
}

static enum ungarble_err
ligatures_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return ug_replace(text, edits, ligatures_look);
}

const struct ug_pass ug_pass_ligatures = {
	.fix = { "ligatures", "tidy", "ligatures, taken apart", 0 },
	.find = ligatures_find,
	.tidies = true,
};
