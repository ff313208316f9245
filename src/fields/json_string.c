/*
 * json_string.c - where a string of JSON ends
 */
#include "json_string.h"

#include "base/block.h"
#include "base/letters.h"

/* The first quote or backslash from text.s[at] on, or the end. */
static size_t
string_find(struct ug_text text, size_t at)
{
	for (; text.len - at >= UG_LANE; at += UG_LANE) {
		const ug_lane lane = ug_lane_load(text.s + at);
		const uint64_t found = ug_lane_bits(ug_lane_or(
		    ug_lane_equal(lane, '"'), ug_lane_equal(lane, '\\')));

		if (found != 0)
			return at + ug_letters_lowest(found);
	}
	while (at < text.len && text.s[at] != '"' && text.s[at] != '\\')
		at++;
	return at;
}

size_t
ug_json_string_end(struct ug_text text, size_t at, bool *open, bool *escaped)
{
	*escaped = *open;
	for (; at < text.len; at++) {
		if (*open) {
			*open = false;
			continue;
		}
		at = string_find(text, at);
		if (at == text.len || text.s[at] == '"')
			break;
		*escaped = *open = true;
	}
	return at;
}
