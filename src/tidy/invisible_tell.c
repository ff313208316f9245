/*
 * invisible_tell.c - tells of what is invisible in the text of records
 */
#include "invisible.h"

/* Whose text is looked at. */
struct telling {
	const struct ug_invisible_teller *teller;
	const struct ug_record *records;
	size_t n;
	struct ug_work *work;
};

/* The bytes of input that text[at, at + len) stands for. */
static enum ungarble_err
telling_source(struct ug_work *work, size_t at, size_t len, uint64_t *in_at,
    uint64_t *in_len)
{
	*in_at = work->lent_at + at;
	*in_len = len;
	if (work->lent.s == NULL) {
		const enum ungarble_err err = ug_work_own(work);

		if (err != UNGARBLE_OK)
			return err;
		ug_map_source(&work->map, at, len, in_at, in_len);
	}
	return UNGARBLE_OK;
}

static enum ungarble_err
telling_take(void *user, const struct ug_invisible *found)
{
	struct telling *const telling = user;
	struct ungarble_finding finding = {
		.rule = found->rule,
		.fix = "invisible",
		.found = found->found,
		.character = found->c,
	};
	const enum ungarble_err err = telling_source(telling->work, found->at,
	    found->len, &finding.in_at, &finding.in_len);

	if (err != UNGARBLE_OK)
		return err;
	while (telling->n > 1 && telling->records[1].in_at <= finding.in_at) {
		telling->records++;
		telling->n--;
	}
	finding.record = telling->records[0].number;
	return telling->teller->finding(telling->teller->user, &finding) != 0 ?
	    UNGARBLE_ESTOPPED : UNGARBLE_OK;
}

enum ungarble_err
ug_invisible_tell(const struct ug_invisible_teller *teller,
    const struct ug_record *records, size_t n, struct ug_work *work)
{
	struct telling telling = { teller, records, n, work };

	return ug_invisible_look(ug_work_text(work), telling_take, &telling);
}
