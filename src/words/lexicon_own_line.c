/*
 * lexicon_own_line.c - one line of the rows that the caller adds or takes
 *
 *	film	movie	word		90	->	film, movie, word, 90 %
 *
 * Left alone: lines that are blank or start with #.
 */
#include "base/utf8.h"
#include "lexicon_own_state.h"
#include "rule.h"

#define PRIOR 95

static struct ug_text
line_trim(struct ug_text text)
{
	while (text.len > 0 && text.s[0] == ' ')
		text = ug_text_part(text, 1, text.len - 1);
	while (text.len > 0 && (text.s[text.len - 1] == ' ' ||
	    text.s[text.len - 1] == '\r'))
		text.len--;
	return text;
}

/* Take a line apart; false if it has too many columns. */
static bool
line_split(struct ug_text line, struct ug_own_line *parts)
{
	size_t i = 0, from = 0;

	*parts = (struct ug_own_line){ .minus = line.len > 0 &&
	    line.s[0] == '-' };
	if (parts->minus)
		from = 1;
	for (size_t at = from; at <= line.len; at++) {
		if (at < line.len && line.s[at] != '\t')
			continue;
		if (i == UG_OWN_COLUMNS)
			return false;
		parts->column[i++] = line_trim(ug_text_part(line, from,
		    at - from));
		from = at + 1;
	}
	return true;
}

/* The place of a column's value in a list, or n. */
static unsigned
line_choice(struct ug_text value, const char *const *list, unsigned n)
{
	unsigned i = 0;

	while (i < n && !ug_text_is(value, list[i]))
		i++;
	return i;
}

const char *
ug_own_line_read(const struct ug_own_line *parts, const char *rule,
    struct ug_own_row *row)
{
	static const char *const kinds[] = { "words/own", "words/word",
		"words/phrase", "words/name", "words/demonym", "words/number",
		"words/contraction", "words/split", "words/reordered",
		"words/leak", "words/doubled" };
	static const char *const names[] = { "own", "word", "phrase", "name",
		"demonym", "number", "contraction", "split", "reordered",
		"leak", "doubled" };
	static const char *const tiers[] = { "A0", "A", "B", "C", "D" };
	const struct ug_text prior = parts->column[UG_OWN_PRIOR];
	unsigned kind = 0, tier = UG_TIER_B, value = 0;

	if (parts->column[UG_OWN_KIND].len > 0)
		kind = line_choice(parts->column[UG_OWN_KIND], names, 11);
	if (parts->column[UG_OWN_TIER].len > 0)
		tier = line_choice(parts->column[UG_OWN_TIER], tiers, 5);
	if (kind == 11)
		return "no such kind";
	if (tier == 5)
		return "no such tier: A0, A, B, C or D";
	for (size_t i = 0; i < prior.len && value < 100; i++)
		value = ug_ascii_is_digit(prior.s[i]) ?
		    value * 10 + ug_ascii_digit(prior.s[i]) : 100;
	if (prior.len > 0 && (value == 0 || value > 99))
		return "a prior is 1 to 99 per cent";
	if (!ug_rule_good(rule))
		return "a rule that cannot be read";
	row->kind = kinds[kind];
	row->pair.tier = (uint8_t)tier;
	row->pair.prior = (uint8_t)(prior.len > 0 ? value : PRIOR);
	row->rule = rule;
	return NULL;
}

/* What is wrong with a line before it is taken apart; or NULL. */
static const char *
line_unfit(struct ug_text line)
{
	for (size_t i = 0; i < line.len; i++)
		if ((unsigned char)line.s[i] < 0x20 && line.s[i] != '\t' &&
		    (line.s[i] != '\r' || i + 1 < line.len))
			return "a control character";
	return ug_utf8_prefix((const unsigned char *)line.s, line.len, NULL) ==
	    line.len ? NULL : "no UTF-8";
}

/* The next line of `rows`, without its end and a byte order mark. */
static struct ug_text
line_cut(struct ug_text rows, size_t *at)
{
	const char *const end = memchr(rows.s + *at, '\n', rows.len - *at);
	const size_t stop = end != NULL ? (size_t)(end - rows.s) : rows.len;
	struct ug_text line = ug_text_part(rows, *at, stop - *at);

	*at = stop + 1;
	if (ug_text_starts(line, 0, "\uFEFF"))
		line = ug_text_part(line, 3, line.len - 3);
	return line;
}

bool
ug_own_line_next(struct ug_text rows, size_t *at, struct ug_own_line *parts,
    const char **fault)
{
	const struct ug_text line = line_cut(rows, at);

	*fault = NULL;
	if (line_trim(line).len == 0 || line.s[0] == '#')
		return false;
	*fault = line_unfit(line);
	if (*fault == NULL && !line_split(line, parts))
		*fault = "too many columns";
	return true;
}
