/*
 * region.c - blocks of code that go over lines: what opens and closes them
 *
 *	```	<pre class="x">	.Bd -literal
 *
 * A request of roff is one by itself: `.nfs` and `.exe` are words.
 */
#include "region.h"

#include "prose_line.h"

const struct ug_region ug_regions[UG_REGION_END] = {
	{ "", "" },
	{ "```", "```" },
	{ "~~~", "~~~" },
	{ ".bd", ".ed" },
	{ ".ex", ".ee" },
	{ ".nf", ".fi" },
	{ "<pre", "</pre" },
	{ "<script", "</script" },
	{ "<style", "</style" },
	{ "<code", "</code" }
};

static bool
region_is_roff(unsigned region)
{
	return region >= UG_REGION_ROFF && region < UG_REGION_TAGS;
}

/* Whether a request of roff stands at text.s[at], and a blank or end behind. */
static bool
region_requests(struct ug_text text, size_t at, const char *request)
{
	const size_t end = at + strlen(request);

	return ug_prose_line_starts(text, at, request) &&
	    (end == text.len || memchr(" \t\r\n", text.s[end], 4) != NULL);
}

uint8_t
ug_region_opens(struct ug_text line, size_t at)
{
	if (at == line.len || (line.s[at] != '.' && line.s[at] != '`' &&
	    line.s[at] != '~'))
		return 0;
	for (uint8_t i = UG_REGION_FENCES; i < UG_REGION_TAGS; i++)
		if (region_is_roff(i) ?
		    region_requests(line, at, ug_regions[i].open) :
		    ug_prose_line_starts(line, at, ug_regions[i].open))
			return i;
	return 0;
}

bool
ug_region_closes(uint8_t region, struct ug_text line, size_t at)
{
	const char *const close = ug_regions[region].close;

	if (!region_is_roff(region))
		return ug_prose_line_finds(line, at, line.len, close);
	while (at < line.len && line.s[at] == ' ')
		at++;
	return region_requests(line, at, close);
}

/* Whether text.s[at] is the first of its line that is no blank. */
static bool
region_line_starts(struct ug_text text, size_t at)
{
	while (at > 0 && text.s[at - 1] == ' ')
		at--;
	return at == 0 || text.s[at - 1] == '\n' || text.s[at - 1] == '\r';
}

bool
ug_region_may_turn(struct ug_text text, size_t at)
{
	if (text.s[at] == '.' && !region_line_starts(text, at))
		return false;
	for (unsigned i = UG_REGION_FENCES; i < UG_REGION_END; i++)
		if (ug_prose_line_starts(text, at, ug_regions[i].open) ||
		    ug_prose_line_starts(text, at, ug_regions[i].close))
			return true;
	return false;
}
