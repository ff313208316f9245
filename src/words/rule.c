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
rule_word(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(s, word, len) == 0;
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

/* Whether a token, or none, is on the list s[0..len). */
static bool
rule_lists(const char *s, size_t len, const struct ug_token *token)
{
	const char *end = s + len;

	for (; s < end; s += len + 1) {
		const char *comma = memchr(s, ',', (size_t)(end - s));
		bool hit;

		len = (size_t)((comma != NULL ? comma : end) - s);
		if (rule_word(s, len, "<end>"))
			hit = rule_end(token);
		else if (token == NULL)
			hit = false;
		else if (rule_word(s, len, "<number>"))
			hit = rule_number(token);
		else if (rule_word(s, len, "<comma>"))
			hit = token->hash == ug_token_hash(",", 1);
		else
			hit = token->hash == ug_token_hash(s, len);
		if (hit)
			return true;
	}
	return false;
}

/* Take the first test off *rule: its name and its list. */
static void
rule_take(const char **rule, const char **name, size_t *name_len,
    const char **list, size_t *list_len)
{
	size_t len = strcspn(*rule, ";");

	*name = *rule;
	*name_len = strcspn(*rule, ":;");
	*list = *rule + *name_len + (*name_len < len);
	*list_len = (size_t)(*rule + len - *list);
	*rule += len;
	*rule += strspn(*rule, "; ");
}

bool
ug_rule_good(const char *rule)
{
	static const char *const lists[] = { "after", "notafter", "before",
		"notbefore" };
	const char *name, *list;
	size_t n, len, i;

	while (*rule != '\0') {
		bool good = false;

		rule_take(&rule, &name, &n, &list, &len);
		for (i = 0; i < 4; i++)
			good = good ||
			    (len > 0 && rule_word(name, n, lists[i]));
		if (!good && (len > 0 || (!rule_word(name, n, "start") &&
		    !rule_word(name, n, "cap"))))
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
	const char *name, *list;
	size_t name_len, list_len;

	while (*rule != '\0') {
		bool start = ug_rule_starts(tokens, at), good;

		rule_take(&rule, &name, &name_len, &list, &list_len);
		if (rule_word(name, name_len, "start"))
			good = start;
		else if (rule_word(name, name_len, "cap"))
			good = !start && tokens[at].letters == UG_CASE_TITLE;
		else if (rule_word(name, name_len, "after"))
			good = rule_lists(list, list_len, left);
		else if (rule_word(name, name_len, "notafter"))
			good = !rule_lists(list, list_len, left);
		else if (rule_word(name, name_len, "before"))
			good = rule_lists(list, list_len, right);
		else
			good = !rule_lists(list, list_len, right);
		if (!good)
			return false;
	}
	return true;
}
