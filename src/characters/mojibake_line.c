/*
 * mojibake_line.c - a line as units with their bytes in every encoding
 *
 * Worth a look is text in which two or three characters in a row have, in some
 * encoding, bytes that make a UTF-8 sequence:
 *
 *	`Ã¼`   C3 BC in windows-1252: yes
 *	`été`  E9 74 E9: no
 */
#include "base/letters.h"
#include "mojibake.h"

#define CAPITALS 6  /* of ASCII, that say how a line is written */
#define KNOWN    64 /* different characters by which encodings are compared */

/*
 * The character or escape at text.s[*at], put together with marks that follow,
 * or a line end past the end.
 */
static uint32_t
char_at(struct ug_text text, size_t *at)
{
	uint32_t c;

	if (*at == text.len)
		return '\n';
	c = text.s[*at] == '&' || text.s[*at] == '\\' ?
	    ug_mojibake_escape(text, at) : 0;
	if (c == 0)
		c = ug_text_next(text, at);
	return ug_mojibake_mark(text, *at) ?
	    ug_mojibake_compose(text, at, c) : c;
}

/* Encodings in which the units there make sense. */
static uint32_t
units_found(const struct ug_mojibake_unit *units)
{
	/* A grave is C3 A0, and A0 is often turned to a space. */
	if (units[1].c == ' ' && units[0].c == 0xC3)
		return units[0].bytes->leads_two & ug_mojibake_nbsp;
	return ug_mojibake_found(units);
}

bool
ug_mojibake_suspect(struct ug_text text)
{
	for (size_t at = 0; at < text.len; ) {
		const unsigned char byte = (unsigned char)text.s[at];

		if (byte < 0x80 && byte != '&' && byte != '\\') {
			at++;
			continue;
		}
		/* With a mark, a letter of ASCII is another. */
		const size_t mark = at;
		at -= ug_mojibake_mark(text, at) && at > 0 &&
		    (unsigned char)text.s[at - 1] < 0x80;
		const struct ug_mojibake_char *const lead =
		    ug_mojibake_char(char_at(text, &at));
		if (at == mark)
			ug_text_next(text, &at);
		size_t ahead = at;

		if ((lead->leads_two | lead->leads_more) == 0)
			continue;
		struct ug_mojibake_unit units[3] = { { .c = lead->c,
			.bytes = lead } };

		for (size_t i = 1; i < 3; i++) {
			units[i].c = char_at(text, &ahead);
			units[i].bytes = ug_mojibake_char(units[i].c);
		}
		if (units_found(units) != 0)
			return true;
	}
	return false;
}

/* Characters of a line that encodings have, each once. */
struct known {
	const struct ug_mojibake_char *chars[KNOWN];
	size_t n; /* KNOWN: or more */
};

static void
known_add(struct known *known, const struct ug_mojibake_char *c)
{
	if (c->c == 0 || known->n == KNOWN)
		return;
	for (size_t i = known->n; i-- > 0; )
		if (known->chars[i] == c)
			return;
	known->chars[known->n++] = c;
}

/* Is a character the same in two encodings? */
static bool
char_alike(const struct ug_mojibake_char *c, unsigned i, unsigned j)
{
	const uint32_t kinds = (c->goes_on >> i ^ c->goes_on >> j) |
	    (c->leads_two >> i ^ c->leads_two >> j) |
	    (c->leads_more >> i ^ c->leads_more >> j) |
	    (c->borrowed >> i ^ c->borrowed >> j);

	return c->byte[i] == c->byte[j] && (kinds & 1) == 0;
}

/* Is the line the same in two encodings? */
static bool
encodings_alike(const struct ug_mojibake_line *line, const struct known *known,
    unsigned i, unsigned j)
{
	const uint32_t kinds[] = { ug_mojibake_lossy, ug_mojibake_nbsp,
		line->gone, line->small || line->large || line->folded ?
		UG_MOJIBAKE_FOLDED : 0 };

	if (known->n == KNOWN)
		return false;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++)
		if (((kinds[k] >> i ^ kinds[k] >> j) & 1) != 0)
			return false;
	for (size_t k = 0; k < known->n; k++)
		if (!char_alike(known->chars[k], i, j))
			return false;
	return true;
}

/* Of the line's encodings that it is the same in, the first one. */
static unsigned
encodings_like(const struct ug_mojibake_line *line, const struct known *known,
    unsigned encoding)
{
	uint32_t left = line->encodings & (((uint32_t)1 << encoding) - 1);

	for (; left != 0; left &= left - 1) {
		const unsigned i = ug_letters_lowest(left);

		if (line->like[i] == i &&
		    encodings_alike(line, known, encoding, i))
			return i;
	}
	return encoding;
}

/* Are two encodings that are alike in the line asked the same of? */
static bool
encodings_same(const struct ug_mojibake_line *line, unsigned i, unsigned j)
{
	return line->like[i] == line->like[j] &&
	    ug_mojibake_rank[i] == ug_mojibake_rank[j] &&
	    ((UG_MOJIBAKE_FOLDED >> i ^ UG_MOJIBAKE_FOLDED >> j) & 1) == 0;
}

/* Of encodings that are the same the first one, a bit each. */
static uint32_t
encodings_differ(const struct ug_mojibake_line *line)
{
	uint32_t differ = 0;

	for (uint32_t left = line->encodings; left != 0; left &= left - 1) {
		const unsigned i = ug_letters_lowest(left);
		uint32_t before = differ;

		while (before != 0 && !encodings_same(line, i,
		    ug_letters_lowest(before)))
			before &= before - 1;
		if (before == 0)
			differ |= (uint32_t)1 << i;
	}
	return differ;
}

/* char_at(), at once where it is what it looks like.  *at < text.len. */
static inline uint32_t
char_next(struct ug_text text, size_t *at)
{
	size_t end = *at;
	const uint32_t c = ug_text_next(text, &end);

	if (c == '&' || c == '\\' || ug_mojibake_mark(text, end))
		return char_at(text, at);
	*at = end;
	return c;
}

/* What was seen of a line's characters. */
struct seen {
	struct known known;
	uint32_t fit; /* encodings that have all beyond ASCII as bytes of
	               * sequences; */
	uint32_t cut; /* and those that have some that may not be whole */
};

/* What a character says of the line, however often it is there. */
static void
char_tell(struct ug_mojibake_line *line, const struct ug_mojibake_met *met,
    struct seen *seen)
{
	const struct ug_mojibake_char *const bytes = met->bytes;
	const uint32_t c = met->c;

	line->lost = line->lost || met->glyph.class == UG_LOST;
	line->folded = line->folded || ug_mojibake_folded(c);
	if (ug_mojibake_capital(c) != c)
		line->large = false;
	if (ug_ascii_is_upper(c) || (c >= 0xC0 && c <= 0xDE))
		line->small = false;
	if (c >= 0x80)
		seen->fit &= bytes->leads_two | bytes->leads_more |
		    bytes->goes_on;
	known_add(&seen->known, bytes);
}

/* Make a unit of a glyph behind another; returns what the line costs then. */
static inline int
unit_make(const struct ug_mojibake_line *line, size_t n, struct ug_glyph last,
    struct ug_glyph glyph, int cost)
{
	struct ug_mojibake_unit *const unit = &line->units[n];
	const uint16_t pair = ug_mojibake_pair_find(line->pairs, last, glyph);

	unit->glyph = glyph;
	unit->pair = pair;
	line->any_cost[n] = cost;
	return cost + line->pairs->v[pair].kept;
}

/* Make units of the text's characters, and of three line ends. */
static void
units_make(struct ug_text text, struct ug_mojibake_line *line,
    struct seen *seen)
{
	struct ug_mojibake_pairs *const pairs = line->pairs;
	struct ug_mojibake_unit *const units = line->units;
	struct ug_glyph last = UG_GLYPH_EDGE;
	size_t n = 0;
	int cost = 0;

	for (size_t at = 0; at < text.len; n++) {
		units[n].at = (uint32_t)at;
		units[n].c = char_next(text, &at);
		struct ug_mojibake_met *const met = ug_mojibake_met(pairs,
		    units[n].c);

		units[n].bytes = met->bytes;
		cost = unit_make(line, n, last, met->glyph, cost);
		last = met->glyph;
		if (met->line == pairs->line)
			continue;
		met->line = pairs->line;
		char_tell(line, met, seen);
	}
	line->n = n;
	for (; n < line->n + 3; n++) {
		units[n] = (struct ug_mojibake_unit){ .c = '\n',
			.at = (uint32_t)text.len,
			.bytes = ug_mojibake_char('\n'),
			.lead = (uint32_t)line->n };
		cost = unit_make(line, n, last, UG_GLYPH_EDGE, cost);
		last = UG_GLYPH_EDGE;
	}
}

/* What a unit that may start a sequence says of the line. */
static void
lead_tell(struct ug_mojibake_line *line, const struct ug_mojibake_unit *units,
    struct seen *seen)
{
	const struct ug_mojibake_char *const lead = units->bytes;
	const uint32_t two = units[1].bytes->goes_on;
	const uint32_t three = two & units[2].bytes->goes_on;

	line->n_leads++;
	line->encodings |= units_found(units);
	seen->cut |= (lead->leads_two & ~two) | (lead->leads_more & ~(three &
	    units[3].bytes->goes_on));
	if (ug_mojibake_folded(units->c) && (UG_MOJIBAKE_FOLDED & three) != 0)
		line->wide = true;
}

/* Find those that may. */
static void
units_lead(struct ug_mojibake_line *line, struct seen *seen)
{
	struct ug_mojibake_unit *const units = line->units;
	uint32_t lead = (uint32_t)line->n;

	for (size_t i = line->n; i-- > 0; ) {
		const struct ug_mojibake_char *const bytes = units[i].bytes;

		if ((bytes->leads_two | bytes->leads_more) != 0) {
			lead = (uint32_t)i;
			lead_tell(line, &units[i], seen);
		}
		units[i].lead = lead;
	}
}

/* Are there capitals of ASCII enough to say how the line is written? */
static bool
line_capitals(const struct ug_mojibake_line *line)
{
	size_t n = 0;

	for (size_t i = 0; i < line->n; i++)
		n += ug_ascii_is_upper(line->units[i].c);
	return n >= CAPITALS;
}

enum ungarble_err
ug_mojibake_line(struct ug_text text, struct ug_mojibake_pairs *pairs,
    struct ug_arena *scratch, struct ug_mojibake_line *line)
{
	struct ug_mojibake_unit *const units = ug_arena_take(scratch,
	    (text.len + 3) * sizeof(*units));
	int *const costs = ug_arena_take(scratch, 2 * (text.len + 3) *
	    sizeof(*costs));
	struct seen seen = { .fit = ~(uint32_t)0 };

	if (units == NULL || costs == NULL)
		return UNGARBLE_ENOMEM;
	ug_mojibake_pairs_line(pairs);
	*line = (struct ug_mojibake_line){ .units = units, .pairs = pairs,
		.any_cost = costs, .own_cost = costs + text.len + 3,
		.spoken = UG_MOJIBAKE_ANY, .small = true, .large = true };
	units_make(text, line, &seen);
	units_lead(line, &seen);
	line->small = line->small && !line->wide;
	line->large = line->large && line_capitals(line);
	/* Bytes are missed where some are left. */
	line->gone = ug_mojibake_gone(line, line->encodings &
	    ug_mojibake_lossy & seen.fit & seen.cut);
	for (uint32_t left = line->encodings; left != 0; left &= left - 1) {
		const unsigned i = ug_letters_lowest(left);

		line->like[i] = (uint8_t)encodings_like(line, &seen.known, i);
	}
	line->differ = encodings_differ(line);
	line->cost = line->any_cost;
	return UNGARBLE_OK;
}
