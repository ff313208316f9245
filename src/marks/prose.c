/*
 * prose.c - a record as words and what stands between them
 *
 * Only what tells English sentences from other things: words, gaps, whether a
 * stop ends a sentence.  "by Mr. Li. Then" is
 *
 *	by| |Mr|. |Li|. |Then|
 *
 * and only the second stop ends a sentence.
 */
#include "prose.h"

#include "base/letters.h"

/* Short forms of three letters and more that a full stop follows. */
#define SHORT_LEN_MAX 7
static const char *const short_forms[26] = {
	['a' - 'a'] =
	    "abbr acad actg addr adj admin adv advt agcy aka alt anon app "
	    "approx appt apt arch arg args arr art assn assoc asst attn "
	    "attrib atty aug auth auto ave avg",
	['b' - 'a'] =
	    "bef bibl bldg blvd bros bull",
	['c' - 'a'] =
	    "calc calif cap capt cat cent cert chap char chem cie circ cit "
	    "cls cmd cmdr cntr coeff col coll colo comm comp conf config "
	    "cong conj conn const cont contd contr conv coop corp corr "
	    "corresp cos cpl cresc crit ctr curr",
	['d' - 'a'] =
	    "dec decl def deg del dem dep dept deriv det dev dial diam dict "
	    "diff dim dir disc dist distrib div doc docs dow dup",
	['e' - 'a'] =
	    "econ eds elec elem elev encl eng enl ent env eqn equip equiv "
	    "esp esq est etc excl exec exp expr ext",
	['f' - 'a'] =
	    "fac feb fed fem fig figs fla fml fol foll fri func fut",
	['g' - 'a'] =
	    "gal gen geog geol geom gov govt grad",
	['h' - 'a'] =
	    "hist hon hosp hts",
	['i' - 'a'] =
	    "ibid illus impl impt inc incl ind indef inf info init inst "
	    "instr int intl intro inv irreg ital",
	['j' - 'a'] =
	    "jan jour jul jun",
	['k' - 'a'] =
	    "kan",
	['l' - 'a'] =
	    "lang lat lbs legis lib lit loc ltd",
	['m' - 'a'] =
	    "mach mag maj mar masc mass math max med meg mem mfg mfr mgmt "
	    "mgr mich mil mim min minn misc miss mod mon mont mss mtg mtn "
	    "mus myth",
	['n' - 'a'] =
	    "nat natl nav nebr neg nev nom norm nos nov num",
	['o' - 'a'] =
	    "obj obs occas oct okla ont oper opp opt orch ord ore org orig "
	    "oxf oxon",
	['p' - 'a'] =
	    "para param paras pass pat penn penna perf perh pers phil phon "
	    "phys pkg pkwy plur poss pred pref prep pres prev priv prob proc "
	    "prod prof pron prop prot prov pseud psych pub publ pvt",
	['q' - 'a'] =
	    "qtr quot",
	['r' - 'a'] =
	    "rec recd ref refs reg rel rep repl repr reps req resp ret rev "
	    "rom",
	['s' - 'a'] =
	    "sat sci sec secs sect secy sen sens sep seq ser sgt sig sing "
	    "soc spec sqq stat std subj subst supp suppl supr surg syn sync "
	    "synch syst",
	['t' - 'a'] =
	    "tbsp tech tel temp tenn tex theol thes thu thur thurs trans "
	    "transl treas tsp tue tues typ",
	['u' - 'a'] =
	    "ult univ unk usu util",
	['v' - 'a'] =
	    "var vars ven vert vet viz voc vol vols",
	['w' - 'a'] =
	    "wash wed wis wrt",
	['y' - 'a'] =
	    "yds yrs",
};

static inline bool
prose_ascii_in_word(unsigned char c)
{
	static const uint32_t in_word[4] = {
		0, 0x03FF0000, 0x07FFFFFE, 0x07FFFFFE, /* 0-9 A-Z a-z */
	};

	return ug_words_bit(in_word, c);
}

/*
 * Letters and digits; beyond ASCII all but signs and punctuation: U+0080..BF,
 * U+2000..2FFF, U+3000..303F and U+F000..FFFF.
 */
static inline bool
prose_in_word(struct ug_text text, size_t at)
{
	const unsigned char c = (unsigned char)text.s[at];

	if (c < 0x80)
		return prose_ascii_in_word(c);
	if (c == 0xE3)
		return (unsigned char)text.s[at + 1] > 0x80;
	return c != 0xC2 && c != 0xE2 && c != 0xEF;
}

/* The length of a mark at `at` that may join letters to a word, or 0. */
static size_t
prose_joiner(struct ug_text text, size_t at)
{
	const char c = text.s[at];

	if (c == '-' || c == '.' || c == ',' || c == '_')
		return 1;
	return ug_text_apostrophe(text, at);
}

/* Where the word ends whose letters go as far as `at`, and maybe on. */
static size_t
prose_end_beyond(struct ug_text text, size_t at)
{
	while (at < text.len && text.s[at] != ' ') {
		const unsigned char c = (unsigned char)text.s[at];

		if (c < 0x80 && prose_ascii_in_word(c)) {
			at++;
			continue;
		}
		if (!prose_in_word(text, at)) {
			const size_t join = prose_joiner(text, at);

			if (join == 0 || at + join >= text.len ||
			    !prose_in_word(text, at + join))
				break;
			at += join;
		}
		at += ug_char_len((unsigned char)text.s[at]);
	}
	return at;
}

/* Where the word that starts at `at` ends: most are letters before a blank. */
static inline size_t
prose_end(struct ug_text text, size_t at)
{
	while (text.len - at >= 8) {
		const uint64_t end = ug_letters_end(ug_bytes_64(text.s +
		    at));

		if (end != 0) {
			at += ug_letters_lowest(end) / 8;
			break;
		}
		at += 8;
	}
	return at < text.len && text.s[at] == ' ' ? at :
	    prose_end_beyond(text, at);
}

static inline bool
prose_next(struct ug_text text, size_t at, struct ug_word *word)
{
	/* Mostly it is one blank. */
	at += at < text.len && text.s[at] == ' ';
	while (at < text.len && !prose_in_word(text, at))
		at += ug_char_len((unsigned char)text.s[at]);
	word->at = at;
	word->len = prose_end(text, at) - at;
	return word->len > 0;
}

bool
ug_prose_next(struct ug_text text, size_t at, struct ug_word *word)
{
	return prose_next(text, at, word);
}

struct ug_text
ug_prose_around(struct ug_text text, size_t at)
{
	const size_t end = prose_end(text, at);
	size_t before = at;

	while (before > 0) {
		const size_t here = before;
		const unsigned char last = (unsigned char)text.s[before - 1];

		if (last < 0x80 && prose_ascii_in_word(last)) {
			at = --before;
			continue;
		}
		(void)ug_text_prev(text, &before);
		if (prose_in_word(text, before)) {
			at = before;
			continue;
		}
		if (here != at || before == 0 ||
		    prose_joiner(text, before) == 0)
			break;
	}
	return ug_text_part(text, at, end - at);
}

enum ungarble_err
ug_prose_read(struct ug_prose *prose, struct ug_text text,
    struct ug_arena *scratch)
{
	struct ug_word *const words = ug_arena_take(scratch,
	    (text.len / 2 + 2) * sizeof(*words));
	size_t n = 0, at = 0;

	if (words == NULL)
		return UNGARBLE_ENOMEM;
	while (prose_next(text, at, &words[n])) {
		at = words[n].at + words[n].len;
		n++;
	}
	*prose = (struct ug_prose){ text, words, n, ~0u };
	return UNGARBLE_OK;
}

/* Whether `word`, its first letter made small if `fold`, stands in `list`. */
static bool
prose_listed(struct ug_text word, const char *list, bool fold)
{
	const char first = word.len == 0 ? '\0' :
	    (char)(fold ? word.s[0] | 0x20 : word.s[0]);
	const char *at = first == '\0' ? NULL : strchr(list, first);

	for (; at != NULL; at = strchr(at + 1, first)) {
		size_t n = 1;

		if (at != list && at[-1] != ' ')
			continue;
		while (n < word.len && at[n] == word.s[n])
			n++;
		if (n == word.len && (at[n] == ' ' || at[n] == '\0'))
			return true;
	}
	return false;
}

bool
ug_word_in(struct ug_text word, const char *list)
{
	return prose_listed(word, list, false);
}

bool
ug_prose_lower(const struct ug_prose *prose, size_t i)
{
	const struct ug_text word = ug_prose_word(prose, i);

	for (size_t at = 0; at < word.len; at++) {
		const unsigned char c = (unsigned char)word.s[at];

		if (ug_ascii_is_lower(c) ||
		    ((c == '\'' || c == '-') && at > 0))
			continue;
		if (c != 0xE2 || at == 0)
			return false;
		at += 2;
	}
	return true;
}

bool
ug_prose_title(const struct ug_prose *prose, size_t i)
{
	const struct ug_text word = ug_prose_word(prose, i);

	if (!ug_ascii_is_upper(word.s[0]))
		return false;
	for (size_t at = 1; at < word.len; at++) {
		const unsigned char c = (unsigned char)word.s[at];

		if (c < 0x80 && !ug_ascii_is_lower(c))
			return false;
	}
	return true;
}

bool
ug_word_short(struct ug_text word)
{
	if (word.len < 3 || memchr(word.s, '.', word.len) != NULL)
		return true;
	if (word.len > SHORT_LEN_MAX)
		return false;

	const unsigned first = (unsigned char)(word.s[0] | 0x20) - 'a';

	return (word.s[0] <= 'Z' &&
	    prose_listed(word, UG_TITLES " Drs Rev Hon Gen Sgt", false)) ||
	    (first < 26 && short_forms[first] != NULL &&
	    prose_listed(word, short_forms[first], true));
}

bool
ug_prose_stops_here(const struct ug_prose *prose, size_t i)
{
	const struct ug_text gap = ug_prose_gap(prose, i);
	size_t at = 0;

	while (at < gap.len && gap.s[at] != '.' && gap.s[at] != '!' &&
	    gap.s[at] != '?')
		at++;
	if (at == gap.len)
		return false;
	if (i + 1 == prose->n)
		return true;

	const char next = prose->text.s[prose->words[i + 1].at];

	if (ug_ascii_is_lower(next) || gap.s[gap.len - 1] == '.')
		return false;
	return gap.s[at] != '.' || at > 0 || !ug_prose_short(prose, i);
}

size_t
ug_prose_first(const struct ug_prose *prose, size_t i)
{
	while (i > 0 && !ug_prose_stops(prose, i - 1))
		i--;
	return i;
}

size_t
ug_prose_last(const struct ug_prose *prose, size_t i)
{
	while (i + 1 < prose->n && !ug_prose_stops(prose, i))
		i++;
	return i;
}
