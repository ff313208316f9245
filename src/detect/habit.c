/*
 * habit.c - whether a record is what a stream's records are, by a quick look
 */
#include "habit.h"

void
ug_habit_set(struct ug_habit *habit, const struct ug_encoding *encoding)
{
	if (habit->encoding == encoding)
		return;
	habit->encoding = encoding;
	if (encoding->kind == UG_SINGLE_BYTE)
		ug_habit_single_set(&habit->of.single, encoding);
	else if (encoding->kind == UG_MULTI_BYTE &&
	    encoding->decoder != UG_CONVERTER)
		ug_habit_wide_set(&habit->of.wide, encoding->decoder);
}

bool
ug_habit_fits(struct ug_habit *habit, const unsigned char *bytes, size_t len)
{
	if (habit->encoding->kind == UG_SINGLE_BYTE)
		return ug_habit_single_fits(&habit->of.single, bytes, len);
	return habit->encoding->kind == UG_MULTI_BYTE &&
	    habit->encoding->decoder != UG_CONVERTER &&
	    ug_habit_wide_fits(&habit->of.wide, bytes, len);
}
