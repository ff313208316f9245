/*
 * wording.c - how an original is written in the place of a spun form
 *
 * Letters, apostrophes and line ends are the text's, words are the lexicon's:
 *
 *	In addition they don’t  ->  They also don’t
 *	photo\nvoltaic panels   ->  \nsolar panels
 *	a sturdy impact         ->  a strong impact, an impact
 *
 * A word that the swap doubled is written once.  Whether a form may be touched
 * at all is not asked here, but whether it is quoted is told.
 */
#include "wording.h"

/* Are the form's words, two or more, all written with a capital? */
static bool
wording_all_title(const struct ug_place *place)
{
	size_t i, words = 0;

	for (i = place->at; i < place->at + place->len; i++) {
		if (place->tokens[i].letters == UG_CASE_LOWER)
			return false;
		words += place->tokens[i].letters == UG_CASE_TITLE;
	}
	return words > 1;
}

/* Words that titles write small. */
static bool
wording_small(const char *s, size_t len)
{
	static const char *const small[] = { "a", "an", "and", "at", "by",
		"for", "from", "in", "of", "on", "or", "the", "to", "with" };
	size_t i;

	for (i = 0; i < sizeof(small) / sizeof(small[0]); i++)
		if (ug_text_is((struct ug_text){ s, len }, small[i]))
			return true;
	return false;
}

/* Give word[0..len) the capitals that the form has. */
static void
wording_case(const struct ug_pair *pair, const struct ug_place *place,
    char *word, size_t len)
{
	bool all = wording_all_title(place);
	size_t at = 0, end;

	/* Capitals that the lexicon asked for say nothing of the sentence. */
	if (((pair->title | pair->upper) & 1) != 0 ||
	    place->tokens[place->at].letters != UG_CASE_TITLE)
		return;
	all = all && pair->title == 0;
	word[0] = ug_ascii_upper(word[0]);
	for (; all && at < len; at = end + 1) {
		for (end = at; end < len && word[end] != ' '; end++)
			;
		if (at > 0 && !wording_small(word + at, end - at))
			word[at] = ug_ascii_upper(word[at]);
	}
}

/* Does the text write its apostrophes curled?  The form's own one decides. */
static bool
wording_curled(const struct ug_place *place)
{
	const struct ug_token *first = &place->tokens[place->at];
	const struct ug_token *last = first + place->len - 1;
	size_t end = last->at + last->len;

	return memchr(place->text.s + first->at, '\'', end - first->at) ==
	    NULL && ug_text_find(place->text, 0, UG_TEXT("\u2019")) <
	    place->text.len;
}

/* Is word[0..len) what token i, a word beside the form, reads? */
static bool
wording_doubles(const struct ug_place *place, size_t i, const char *word,
    size_t len)
{
	const struct ug_token *t = &place->tokens[i];
	size_t k;

	if (t->kind != UG_TOKEN_WORD || t->len != len)
		return false;
	for (k = 0; k < len; k++)
		if (ug_ascii_lower(place->text.s[t->at + k]) !=
		    ug_ascii_lower(word[k]))
			return false;
	return true;
}

/* Leave out the first or last of several words if its neighbour is the same. */
static void
wording_single(const struct ug_place *place, const char **word, size_t *len)
{
	const char *space = memchr(*word, ' ', *len);
	size_t first, last = *len;

	if (space == NULL)
		return;
	first = (size_t)(space - *word);
	if (place->at > 0 &&
	    place->tokens[place->at].gap == UG_GAP_BLANK &&
	    wording_doubles(place, place->at - 1, *word, first)) {
		*word += first + 1;
		*len -= first + 1;
		return;
	}
	while ((*word)[last - 1] != ' ')
		last--;
	if (place->at + place->len < place->n &&
	    place->tokens[place->at + place->len].gap == UG_GAP_BLANK &&
	    wording_doubles(place, place->at + place->len, *word + last,
	    *len - last))
		*len = last - 1;
}

/*
 * Where the form has a line end inside, the white space around that goes in
 * front of the original, in the place of the blanks there.
 */
static bool
wording_line_end(const struct ug_place *place, size_t *from,
    struct ug_text *break_)
{
	size_t i, start, end;

	*break_ = (struct ug_text){ NULL, 0 };
	for (i = place->at + 1; i < place->at + place->len; i++) {
		if (place->tokens[i].gap != UG_GAP_LINE)
			continue;
		if (break_->len > 0)
			return false;
		start = place->tokens[i - 1].at + place->tokens[i - 1].len;
		end = place->tokens[i].at;
		*break_ = ug_text_part(place->text, start, end - start);
	}
	if (break_->len == 0)
		return true;
	if (place->tokens[place->at].gap != UG_GAP_BLANK)
		return false;
	while (*from > 0 && place->text.s[*from - 1] == ' ')
		--*from;
	return true;
}

enum ungarble_err
ug_wording_make(const struct ug_pair *pair, const char *original,
    const struct ug_place *place, struct ug_arena *arena, size_t *from,
    size_t *to, struct ug_text *after)
{
	const struct ug_token *last =
	    &place->tokens[place->at + place->len - 1];
	size_t len = strlen(original), n = 0, i;
	struct ug_text line_end;
	const char *word;
	char *cased, *out;
	bool curled;

	*from = place->tokens[place->at].at;
	*to = last->at + last->len;
	*after = (struct ug_text){ NULL, 0 };
	if (!wording_line_end(place, from, &line_end))
		return UNGARBLE_OK;
	cased = ug_arena_take(arena, len + 1);
	out = ug_arena_take(arena, line_end.len + 3 * len + 1);
	if (cased == NULL || out == NULL)
		return UNGARBLE_ENOMEM;
	memcpy(cased, original, len + 1);
	wording_case(pair, place, cased, len);
	word = cased;
	wording_single(place, &word, &len);
	curled = memchr(word, '\'', len) != NULL && wording_curled(place);
	if (line_end.len > 0)
		memcpy(out, line_end.s, n = line_end.len);
	for (i = 0; i < len; i++) {
		if (word[i] == '\'' && curled) {
			memcpy(out + n, "\u2019", 3);
			n += 3;
		} else {
			out[n++] = word[i];
		}
	}
	*after = (struct ug_text){ out, n };
	return UNGARBLE_OK;
}

/* Does a word begin with the sound of a vowel? */
static bool
wording_vowel(struct ug_text word)
{
	static const struct {
		const char *start;
		bool vowel;
	} odd[] = {
		{ "hour", true }, { "honest", true }, { "honor", true },
		{ "honour", true }, { "heir", true }, { "one", false },
		{ "once", false }, { "uni", false }, { "use", false },
		{ "usual", false }, { "usa", false }, { "u.s", false },
		{ "util", false }, { "euro", false }, { "eu", false },
		{ "ubiq", false }, { "8", true }, { "11", true },
		{ "18", true }
	};
	size_t i, k;

	for (i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		for (k = 0; k < word.len && odd[i].start[k] != '\0' &&
		    ug_ascii_lower(word.s[k]) == odd[i].start[k]; k++)
			;
		if (odd[i].start[k] == '\0')
			return odd[i].vowel || (word.len > 4 &&
			    (ug_text_starts(word, 0, "unin") ||
			    ug_text_starts(word, 0, "unim")));
	}
	return word.len > 0 &&
	    memchr("aeiou", ug_ascii_lower(word.s[0]), 5) != NULL;
}

bool
ug_wording_article(const struct ug_place *place, struct ug_text after,
    struct ug_text *article)
{
	const struct ug_token *t;
	struct ug_text form;
	bool an, vowel;

	if (place->at == 0 || after.len == 0 ||
	    (!ug_ascii_is_letter(after.s[0]) && after.s[0] < '0'))
		return false;
	t = &place->tokens[place->at - 1];
	if (t->kind != UG_TOKEN_WORD || place->tokens[place->at].gap ==
	    UG_GAP_NONE)
		return false;
	an = ug_token_reads(place->text, t, "an");
	if (!an && !ug_token_reads(place->text, t, "a"))
		return false;
	form = ug_text_part(place->text, place->tokens[place->at].at,
	    place->text.len - place->tokens[place->at].at);
	vowel = wording_vowel(after);
	if (an == vowel || an != wording_vowel(form))
		return false;
	if (place->text.s[t->at] == 'A')
		*article = vowel ? UG_TEXT("An") : UG_TEXT("A");
	else
		*article = vowel ? UG_TEXT("an") : UG_TEXT("a");
	return true;
}

bool
ug_wording_quoted(const struct ug_place *place)
{
	const struct ug_text text = place->text;
	const struct ug_token *first = &place->tokens[place->at];
	const struct ug_token *last = first + place->len - 1;
	size_t from = first->at, to = last->at + last->len;
	size_t at = from, straight = 0;
	uint32_t c;

	while (to < text.len && text.s[to] == ' ')
		to++;
	if (to < text.len && memchr("(=*_`'/", text.s[to], 7) != NULL)
		return true;
	if (from > 0 && memchr("(*_`'/", text.s[from - 1], 6) != NULL)
		return true;
	while (at > 0) {
		c = ug_text_prev(text, &at);
		if (c == '\n')
			break;
		if (c == 0x201D || c == 0xBB)
			break;
		if (c == 0x201C || c == 0xAB || c == 0x2018)
			return true;
		straight += c == '"';
	}
	return straight % 2 == 1;
}
