/*
 * fields_whole.c - what a record says, for as long as lines of it may wait
 *
 *	piece | piece | piece   a field that is longer than a piece
 *	  dropped   |  whole    of which the last lines wait
 *
 * A field may be as long as the stream, what is held of it may not.  How what
 * was dropped writes text beyond ASCII is remembered: it is the record's style.
 */
#include "base/least.h"
#include "fields_state.h"

#define WHOLE_KEPT ((size_t)64 * 1024) /* at least, by hand: it is moved */

void
ug_style_add(struct ug_style *style, const struct ug_dialect *dialect,
    struct ug_text text)
{
	const char *escape;

	if (ug_text_ascii(text) < text.len)
		style->beyond = true;
	for (size_t at = 0; !style->beyond && at < text.len &&
	    dialect->escape != 0 && (escape = memchr(text.s + at,
	    dialect->escape, text.len - at)) != NULL; ) {
		bool escaped;

		at = (size_t)(escape - text.s);
		if (dialect->read(text, &at, &escaped) < 0x80 || !escaped)
			continue;
		style->escaped = true;
		for (const char *s = escape + 2; s < text.s + at; s++)
			style->upper |= *s >= 'A' && *s <= 'F';
	}
}

struct ug_style
ug_fields_style(struct ug_fields *f)
{
	if (!f->styled) {
		f->style = f->dropped;
		ug_style_add(&f->style, ug_lexer_dialect(&f->lexer),
		    (struct ug_text){ f->whole.text.s, f->whole.text.len });
		f->styled = true;
	}
	return f->style;
}

/* Drop of the whole text what no line needs that waits. */
static enum ungarble_err
whole_drop(struct ug_fields *f)
{
	const struct ug_text text = { f->whole.text.s, f->whole.text.len };
	uint64_t held = f->setup.held(f->setup.user);
	struct ug_work kept;
	size_t at, len;
	enum ungarble_err err;

	held = UG_MIN(held, f->whole.map.in_end);
	ug_map_text(&f->whole.map, held, 0, &at, &len);
	if (at < text.len - at)
		return UNGARBLE_OK;
	ug_style_add(&f->dropped, ug_lexer_dialect(&f->lexer),
	    (struct ug_text){ text.s, at });
	ug_work_clear(&f->out);
	err = ug_buf_add(&f->out.text, text.s + at, text.len - at);
	if (err == UNGARBLE_OK)
		err = ug_map_add_part(&f->out.map, &f->whole.map, held,
		    f->whole.map.in_end);
	kept = f->out;
	f->out = f->whole;
	f->whole = kept;
	return err;
}

enum ungarble_err
ug_fields_join(struct ug_fields *f, const struct ug_work *work, size_t *at)
{
	enum ungarble_err err = UNGARBLE_OK;

	f->styled = false;
	if (!f->open) {
		ug_work_clear(&f->whole);
		f->dropped = (struct ug_style){ .beyond = false };
	} else if (f->whole.text.len >= WHOLE_KEPT) {
		err = whole_drop(f);
	}
	*at = f->whole.text.len;
	if (err != UNGARBLE_OK || work->lent.s == NULL)
		return err != UNGARBLE_OK ? err :
		    ug_work_join(&f->whole, work);
	err = ug_buf_add(&f->whole.text, work->lent.s, work->lent.len);
	return err != UNGARBLE_OK ? err : ug_map_add_units(&f->whole.map,
	    work->lent_at, work->lent.len, 1, 1);
}
