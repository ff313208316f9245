/*
 * escapes.c - ISO-2022 and HZ: pairs of ASCII characters that are one
 *
 *	ESC $ B 46 7C ESC ( B   ->  U+65E5       ISO-2022-JP
 *	ESC $ ) C SO 30 21 SI   ->  U+AC00       ISO-2022-KR
 *	~{ 56 50 ~}             ->  U+4E2D       HZ
 *
 * A record is in such a form only if all of it is: each escape sequence is one
 * of the form's, and nearly all pairs have a character.  The colours and line
 * drawings of terminals, printer controls, ~{ in shells and format strings
 * stay as they are.  So what was decoded is not decoded again: it is no ASCII.
 *
 * RFC 1468, 1557, 1922, 1843; a line starts in ASCII in each of them.
 */
#include "escapes.h"

#include <string.h>

#include "base/utf8.h"
#include "encodings/multi_byte_index.h"
#include "encodings/seven_bit.h"

#define PAIRS_PER_BAD 8 /* characters that some vendor added */
#define HZ_OPEN_MIN   8 /* bytes behind a ~{ that is not closed */

enum escapes_form {
	FORM_NONE,
	FORM_JP,
	FORM_KR,
	FORM_CN,
	FORM_CN_EXT,
	N_FORMS
};

/* What pairs, or bytes, are read as. */
enum escapes_set {
	SET_ASCII,
	SET_KATAKANA, /* single bytes */
	SET_JIS,
	SET_KS,
	SET_GB,
	SET_CNS       /* or any set of which the shape alone is known */
};

/* An escape sequence, without its ESC. */
struct escape {
	const char *bytes;
	enum escapes_form form;
	enum escapes_set set;
	enum { TO_NOW, TO_SHIFTED, TO_SINGLE } to;
};

static const struct escape sequences[] = {
	{ "(B", FORM_NONE, SET_ASCII, TO_NOW },
	{ "(J", FORM_JP, SET_ASCII, TO_NOW },
	{ "(I", FORM_JP, SET_KATAKANA, TO_NOW },
	{ "$@", FORM_JP, SET_JIS, TO_NOW },
	{ "$B", FORM_JP, SET_JIS, TO_NOW },
	{ "$)C", FORM_KR, SET_KS, TO_SHIFTED }, /* alone: at a line's start */
	{ "$)A", FORM_CN, SET_GB, TO_SHIFTED },
	{ "$)G", FORM_CN, SET_CNS, TO_SHIFTED },
	{ "$*H", FORM_CN, SET_CNS, TO_SINGLE },
	{ "$)E", FORM_CN_EXT, SET_CNS, TO_SHIFTED },
	{ "$+I", FORM_CN_EXT, SET_CNS, TO_SINGLE },
	{ "$+J", FORM_CN_EXT, SET_CNS, TO_SINGLE },
	{ "$+K", FORM_CN_EXT, SET_CNS, TO_SINGLE },
	{ "$+L", FORM_CN_EXT, SET_CNS, TO_SINGLE },
	{ "$+M", FORM_CN_EXT, SET_CNS, TO_SINGLE },
};

struct escapes {
	enum escapes_form form;
	enum escapes_set now, shifted, single;
	bool is_shifted;
	size_t n_good, n_bad;
};

static bool
escapes_is_graphic(unsigned char byte)
{
	return byte > 0x20 && byte < 0x7F;
}

/* Whether a pair, both bytes of it graphic, has a character. */
static bool
escapes_has(enum escapes_set set, const unsigned char *s)
{
	const size_t row = s[0] - 0x21u, cell = s[1] - 0x21u;
	uint16_t c;

	switch (set) {
	case SET_JIS:
		c = ug_jis0208[row * 94 + cell];
		break;
	case SET_KS:
		c = ug_euc_kr[(row + 0x20) * 190 + 96 + cell];
		break;
	case SET_GB:
		c = s[0] > 0x77 ? 0 :
		    ug_gb18030[(row + 0x20) * 190 + 96 + cell];
		break;
	case SET_CNS:
		return true;
	case SET_ASCII:
	case SET_KATAKANA:
	default:
		return false;
	}
	return c != 0 && (c < 0xE000 || c >= 0xF900);
}

/* Take an escape sequence; its length, or 0 if it is not one of the form's. */
static size_t
escapes_take_sequence(struct escapes *e, const unsigned char *s, size_t len)
{
	for (size_t i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		const struct escape *const seq = &sequences[i];
		const size_t n = strlen(seq->bytes);

		if (len <= n || memcmp(s + 1, seq->bytes, n) != 0)
			continue;
		if (e->form == FORM_NONE || (e->form == FORM_CN &&
		    seq->form == FORM_CN_EXT))
			e->form = seq->form;
		else if (seq->form != e->form && seq->form != FORM_NONE &&
		    !(e->form == FORM_CN_EXT && seq->form == FORM_CN))
			return 0;
		if (seq->to == TO_NOW)
			e->now = seq->set;
		else if (seq->to == TO_SHIFTED)
			e->shifted = seq->set;
		else
			e->single = seq->set;
		return n + 1;
	}
	/* A single shift: one character of the other set. */
	if (len >= 4 && s[1] == 'N' && e->single != SET_ASCII &&
	    escapes_is_graphic(s[2]) && escapes_is_graphic(s[3])) {
		e->n_good++;
		return 4;
	}
	return 0;
}

/* Take what stands at s[0..len); its length, or 0 if no form has that. */
static size_t
escapes_take(struct escapes *e, const unsigned char *s, size_t len)
{
	const enum escapes_set set = e->is_shifted ? e->shifted : e->now;

	if (s[0] >= 0x80)
		return 0;
	if (s[0] == UG_ESC)
		return escapes_take_sequence(e, s, len);
	if (s[0] == UG_SO || s[0] == UG_SI) {
		e->is_shifted = s[0] == UG_SO;
		return e->shifted != SET_ASCII ? 1 : 0;
	}
	/* A decoder would take a line end for half a character. */
	if (e->now != SET_ASCII && s[0] < ' ')
		return 0;
	if (set == SET_ASCII || !escapes_is_graphic(s[0]))
		return 1;
	if (set == SET_KATAKANA) {
		e->n_good += s[0] <= 0x5F;
		e->n_bad += s[0] > 0x5F;
		return 1;
	}
	if (len >= 2 && escapes_is_graphic(s[1]) && escapes_has(set, s)) {
		e->n_good++;
		return 2;
	}
	/* The last one may be cut short. */
	e->n_bad += len > 1;
	return len >= 2 && escapes_is_graphic(s[1]) ? 2 : 1;
}

static const struct ug_encoding *
escapes_named(const char *label)
{
	return ug_encoding_by_label(label, strlen(label));
}

/*
 * The form of a record with an escape or a shift in it.  `korean`: what is
 * shifted to is known already.
 */
static enum escapes_form
escapes_form(const unsigned char *bytes, size_t len, bool korean)
{
	const bool announced = len >= 4 && memcmp(bytes, "\x1B$)C", 4) == 0;
	struct escapes e = { FORM_NONE, SET_ASCII, SET_ASCII, SET_ASCII, false,
		0, 0 };

	if (korean) {
		e.form = FORM_KR;
		e.shifted = SET_KS;
	}
	for (size_t at = 0; at < len;) {
		const size_t n = escapes_take(&e, bytes + at, len - at);

		if (n == 0)
			return FORM_NONE;
		at += n;
	}
	if (e.n_bad > e.n_good / PAIRS_PER_BAD ||
	    (e.n_good == 0 && !announced))
		return FORM_NONE;
	return e.form;
}

static const struct ug_encoding *
escapes_iso_2022(const unsigned char *bytes, size_t len, bool *korean)
{
	static const char *const labels[N_FORMS] = { NULL, "iso-2022-jp",
		"iso-2022-kr", "iso-2022-cn", "iso-2022-cn-ext" };
	enum escapes_form form = escapes_form(bytes, len, *korean);

	if (form == FORM_NONE && *korean)
		form = escapes_form(bytes, len, false);
	*korean = *korean || form == FORM_KR;
	return form == FORM_NONE ? NULL : escapes_named(labels[form]);
}

/* ---- HZ ---- */

struct hz {
	size_t n_common; /* hanzi of the first level: rows 16 to 55 */
	size_t n_signs;  /* punctuation, wide ASCII: rows 1 and 3 */
	size_t n_others;
};

/*
 * Read from behind ~{ to behind ~}, or to the line's end; *used is how far.
 * Whether that is HZ.  A block that is not closed counts for nothing if it is
 * short, and only at the end of all bytes, where the text was cut.
 */
static bool
hz_take(struct hz *hz, const unsigned char *s, size_t len, size_t *used)
{
	const struct hz before = *hz;
	size_t at = 0;

	while (len - at >= 2 && s[at] != '\r' && s[at] != '\n') {
		if (s[at] == '~' && s[at + 1] == '}') {
			*used = at + 2;
			return at > 0;
		}
		if (!escapes_is_graphic(s[at]) ||
		    !escapes_is_graphic(s[at + 1]) ||
		    !escapes_has(SET_GB, s + at))
			return false;
		hz->n_common += s[at] >= 0x30 && s[at] <= 0x57;
		hz->n_signs += s[at] == 0x21 || s[at] == 0x23;
		hz->n_others += s[at] > 0x57 || s[at] == 0x22 ||
		    (s[at] > 0x23 && s[at] < 0x30);
		at += 2;
	}
	*used = at;
	if (at >= HZ_OPEN_MIN)
		return true;
	*hz = before;
	return len - at < 2 && (at == len || s[at] != '\n');
}

/* Whether a record of ASCII is in HZ. */
static bool
escapes_hz(const unsigned char *bytes, size_t len)
{
	const unsigned char *const end = bytes + len, *s = bytes;
	struct hz hz = { 0, 0, 0 };
	bool ascii;

	while ((s = memchr(s, '~', (size_t)(end - s))) != NULL) {
		size_t n = 0;

		s++;
		/* A tilde at the very end may be half of anything. */
		if (s == end)
			break;
		if (*s != '~' && *s != '\n' && (*s != '{' ||
		    !hz_take(&hz, s + 1, (size_t)(end - s) - 1, &n)))
			return false;
		s += n + 1;
	}
	return hz.n_common > 0 && hz.n_others * 4 <= hz.n_common &&
	    hz.n_signs <= hz.n_common * 2 &&
	    ug_utf8_prefix(bytes, len, &ascii) == len && ascii &&
	    memchr(bytes, UG_ESC, len) == NULL;
}

const struct ug_encoding *
ug_detect_escapes(const unsigned char *bytes, size_t len, bool *korean)
{
	if (len == 0)
		return NULL;
	if (memchr(bytes, UG_ESC, len) != NULL ||
	    (*korean && memchr(bytes, UG_SO, len) != NULL))
		return escapes_iso_2022(bytes, len, korean);
	if (memchr(bytes, '~', len) != NULL && escapes_hz(bytes, len))
		return escapes_named("hz-gb-2312");
	if (memchr(bytes, '+', len) != NULL && ug_detect_utf7(bytes, len))
		return escapes_named("utf-7");
	return NULL;
}
