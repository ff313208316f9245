/*
 * quotes.c - curled quotation marks and apostrophes become straight ones
 *
 *	U+201C so U+201D, don U+2019 t  ->  "so", don't
 *
 * Left alone: guillemets, primes, and U+02BC, which is a letter.
 */
#include "replace.h"

static struct ug_replaced
quotes_look(struct ug_text text, size_t at)
{
	size_t next = at;
	const uint32_t c = ug_text_next(text, &next);

	if (c >= 0x2018 && c <= 0x201B)
		return ug_replace_by(text, at, '\'', "quotes/single");
	if (c >= 0x201C && c <= 0x201F)
		return ug_replace_by(text, at, '"', "quotes/double");
	return (struct ug_replaced){ .rule = NULL };
}

static enum ungarble_err
quotes_find(const struct ug_scope *scope, struct ug_text text,
    struct ug_edits *edits)
{
	(void)scope;
	return ug_replace(text, edits, quotes_look);
}

const struct ug_pass ug_pass_quotes = {
	.fix = { "quotes", "tidy", "curled quotation marks, made straight",
	    0 },
	.find = quotes_find,
	.tidies = true,
};
