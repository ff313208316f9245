/*
 * rule.c - may a row of the lexicon be applied here?
 *
 * A capital in the spun form must stand in the text; a form all in capitals is
 * a heading or an initialism and no row's, unless it is so in the lexicon.
 * Beyond that a row may have a rule, as the head of lexicon.tsv describes them:
 *
 *	12 months  year  after:last,this,next,per,a,every
 *
 * restores `last year` and leaves `9 to 12 months` alone.  Forms that clean
 * text has too are left alone in compounds; those are keys of their own.
 */
#include "rule.h"

bool
ug_rule_starts(const struct ug_token *tokens, size_t at)
{
	const char *marks;

	if (at == 0)
		return true;
	if (tokens[at - 1].kind != UG_TOKEN_MARK)
		return false;
	for (marks = ".?!:\""; *marks != '\0'; marks++)
		if (tokens[at - 1].hash == ug_token_hash(marks, 1))
			return true;
	return false;
}

static bool
rule_number(const struct ug_token *token)
{
	static const char *const names[] = { "one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten", "eleven",
		"twelve", "twenty", "thirty", "forty", "fifty", "hundred" };
	size_t i;

	if (token->kind == UG_TOKEN_NUMBER)
		return true;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (token->hash == ug_token_hash(names[i], strlen(names[i])))
			return true;
	return false;
}

static bool
rule_end(const struct ug_token *token)
{
	const char *marks;

	if (token == NULL)
		return true;
	for (marks = ".?!;:\""; *marks != '\0'; marks++)
		if (token->kind == UG_TOKEN_MARK &&
		    token->hash == ug_token_hash(marks, 1))
			return true;
	return false;
}

/* Whether a token, or none, is on a list. */
static bool
rule_lists(struct ug_text list, const struct ug_token *token)
{
	size_t end;

	for (size_t at = 0; at < list.len; at = end + 1) {
		bool hit;

		end = ug_text_find(list, at, UG_TEXT(","));

		const struct ug_text word = ug_text_part(list, at, end - at);

		if (ug_text_is(word, "<end>"))
			hit = rule_end(token);
		else if (token == NULL)
			hit = false;
		else if (ug_text_is(word, "<number>"))
			hit = rule_number(token);
		else if (ug_text_is(word, "<comma>"))
			hit = token->hash == ug_token_hash(",", 1);
		else
			hit = token->hash == ug_token_hash(word.s, word.len);
		if (hit)
			return true;
	}
	return false;
}

/* Take the first test off *rule: its name and its list. */
static void
rule_take(const char **rule, struct ug_text *name, struct ug_text *list)
{
	const struct ug_text test = { *rule, strcspn(*rule, ";") };
	const size_t len = strcspn(*rule, ":;");
	const size_t from = len + (len < test.len);

	*name = ug_text_part(test, 0, len);
	*list = ug_text_part(test, from, test.len - from);
	*rule += test.len;
	*rule += strspn(*rule, "; ");
}

bool
ug_rule_good(const char *rule)
{
	static const char *const lists[] = { "after", "notafter", "before",
		"notbefore" };
	struct ug_text name, list;
	size_t i;

	while (*rule != '\0') {
		bool good = false;

		rule_take(&rule, &name, &list);
		for (i = 0; i < 4; i++)
			good = good ||
			    (list.len > 0 && ug_text_is(name, lists[i]));
		if (!good && (list.len > 0 || (!ug_text_is(name, "start") &&
		    !ug_text_is(name, "cap"))))
			return false;
	}
	return true;
}

bool
ug_rule_letters(const struct ug_pair *pair, const struct ug_token *tokens,
    size_t len)
{
	bool lower = false;
	size_t i;

	for (i = 0; i < len && i < 8; i++) {
		uint8_t letters = tokens[i].letters;

		if ((pair->upper >> i & 1) != 0 && letters != UG_CASE_UPPER)
			return false;
		if ((pair->title >> i & 1) != 0 && letters != UG_CASE_TITLE)
			return false;
		lower = lower || letters != UG_CASE_UPPER ||
		    (pair->upper >> i & 1) != 0;
	}
	return lower;
}

/* Whether token `at` is a hyphen without white space on either side. */
static bool
rule_hyphen(const struct ug_token *tokens, size_t n, size_t at)
{
	return at + 1 < n && tokens[at].gap == UG_GAP_NONE &&
	    tokens[at + 1].gap == UG_GAP_NONE &&
	    tokens[at].hash == ug_token_hash("-", 1);
}

bool
ug_rule_whole(const struct ug_token *tokens, size_t n, size_t at, size_t len)
{
	return (at == 0 || !rule_hyphen(tokens, n, at - 1)) &&
	    !rule_hyphen(tokens, n, at + len);
}

bool
ug_rule_reads(const char *rule, const struct ug_token *tokens, size_t n,
    size_t at, size_t len)
{
	const struct ug_token *left = at > 0 ? &tokens[at - 1] : NULL;
	const struct ug_token *right = at + len < n ? &tokens[at + len] : NULL;
	struct ug_text name, list;

	while (*rule != '\0') {
		bool start = ug_rule_starts(tokens, at), good;

		rule_take(&rule, &name, &list);
		if (ug_text_is(name, "start"))
			good = start;
		else if (ug_text_is(name, "cap"))
			good = !start && tokens[at].letters == UG_CASE_TITLE;
		else if (ug_text_is(name, "after"))
			good = rule_lists(list, left);
		else if (ug_text_is(name, "notafter"))
			good = !rule_lists(list, left);
		else if (ug_text_is(name, "before"))
			good = rule_lists(list, right);
		else
			good = !rule_lists(list, right);
		if (!good)
			return false;
	}
	return true;
}
