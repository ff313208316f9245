/*
 * other_spinner.c - phrases of spinners that the lexicon does not know
 *
 * Others put other words, so their text cannot be turned back by the lexicon
 * here; it can be told of:
 *
 *	bosom malignancy ... counterfeit consciousness ... flag to clamor
 *	breast cancer, artificial intelligence, signal to noise
 *
 * Each phrase on the list is one that no clean text at hand has, and a finding
 * asks for several different ones near one another, in one block of the stream.
 *
 * Left alone: a phrase that is quoted, emphasised or put into brackets, as in
 * texts about spinners; one within a compound; what is no prose; and all text,
 * which stays as it is.
 */
#include "other_spinner.h"

#include "base/least.h"
#include "cues.h"
#include "edit/memory.h"
#include "other_phrase.h"

/* A phrase in the stream. */
struct other_hit {
	uint64_t place;              /* its first token's, in the stream */
	uint64_t record, in_at, in_len;
	uint16_t cue;
	bool told;
};

/* How a phrase began at the end of a record: it may go on in the next one. */
struct other_begun {
	struct ug_token tokens[UG_OTHER_WORDS];
	size_t n;
	uint64_t place, record, in_at;
};

struct ug_other {
	struct ug_other_setup setup;
	struct other_begun begun;
	struct other_hit hits[UG_OTHER_NEAR];
	size_t n;                    /* hits, of the last UG_OTHER_NEAR
	                              * tokens */
	uint64_t place, block;
	struct ug_token_list tokens;
};

enum ungarble_err
ug_other_new(struct ug_other **other, const struct ug_other_setup *setup)
{
	struct ug_other *const o = ug_new(setup->alloc, sizeof(*o));

	*other = o;
	if (o == NULL)
		return UNGARBLE_ENOMEM;
	*o = (struct ug_other){ .setup = *setup,
		.tokens = { .alloc = setup->alloc } };
	return UNGARBLE_OK;
}

void
ug_other_free(struct ug_other *other)
{
	if (other == NULL)
		return;

	const struct ug_alloc *const alloc = other->setup.alloc;

	ug_release(alloc, other->tokens.v);
	ug_release(alloc, other);
}

/* Whether a character quotes, marks or joins what stands beside it. */
static bool
other_marks(uint32_t c)
{
	return (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB ||
	    (c < 0x80 && c != 0 && strchr("\"'`*_()[]=-", (int)c) != NULL);
}

/* Whether such a character stands beside text.s[from..to). */
static bool
other_marked(struct ug_text text, size_t from, size_t to)
{
	return (from > 0 && other_marks(ug_text_prev(text, &from))) ||
	    (to < text.len && other_marks(ug_text_next(text, &to)));
}

/* Forget what is too far away from `place`. */
static void
other_forget(struct ug_other *other, uint64_t place)
{
	size_t gone = 0;

	while (gone < other->n &&
	    other->hits[gone].place + UG_OTHER_NEAR <= place)
		gone++;
	other->n -= gone;
	memmove(other->hits, other->hits + gone,
	    other->n * sizeof(other->hits[0]));
}

static bool
other_enough(const struct ug_other *other)
{
	size_t distinct = 0;

	for (size_t i = 0; i < other->n; i++) {
		size_t k = 0;

		while (other->hits[k].cue != other->hits[i].cue)
			k++;
		distinct += k == i;
	}
	return distinct >= UG_OTHER_DISTINCT;
}

/* Tell of what has not been told of. */
static enum ungarble_err
other_tell(struct ug_other *other)
{
	for (size_t i = 0; i < other->n; i++) {
		struct other_hit *const hit = &other->hits[i];
		const struct ungarble_finding finding = {
			.record = hit->record,
			.in_at = hit->in_at,
			.in_len = hit->in_len,
			.rule = "words/other-spinner",
			.fix = "words",
			.found = ug_other_cue(hit->cue)->found,
			.meant = ug_other_cue(hit->cue)->meant,
		};

		if (hit->told)
			continue;
		hit->told = true;
		if (other->setup.finding(other->setup.user, &finding) != 0)
			return UNGARBLE_ESTOPPED;
	}
	return UNGARBLE_OK;
}

/* The bytes of input that text[at, at + len) of a record stands for. */
static enum ungarble_err
other_source(struct ug_work *work, size_t at, size_t len, uint64_t *in_at,
    uint64_t *in_len)
{
	enum ungarble_err err = UNGARBLE_OK;

	*in_at = work->lent_at + at;
	*in_len = len;
	if (work->lent.s == NULL) {
		err = ug_work_own(work);
		if (err == UNGARBLE_OK)
			ug_map_source(&work->map, at, len, in_at, in_len);
	}
	return err;
}

/*
 * Note a phrase, text[at, at + len) of a record or what goes on there, and tell
 * if that is enough.
 */
static enum ungarble_err
other_note(struct ug_other *other, struct other_hit hit,
    struct ug_work *work, size_t at, size_t len)
{
	const uint64_t began = hit.in_at;
	const bool goes_on = hit.in_len > 0;
	const enum ungarble_err err = other_source(work, at, len, &hit.in_at,
	    &hit.in_len);

	if (err != UNGARBLE_OK)
		return err;
	if (goes_on) {
		hit.in_len += hit.in_at - began;
		hit.in_at = began;
	}
	other_forget(other, hit.place);
	other->hits[other->n++] = hit;
	return other_enough(other) ? other_tell(other) : UNGARBLE_OK;
}

/*
 * A phrase that began in the record before and goes on here: *used is how many
 * of tokens[0..n) it has.
 */
static enum ungarble_err
other_go_on(struct ug_other *other, struct ug_work *work,
    const struct ug_token *tokens, size_t n, size_t *used)
{
	const struct ug_text text = ug_work_text(work);
	struct other_begun *const begun = &other->begun;
	struct ug_token joined[2 * UG_OTHER_WORDS];
	const size_t had = begun->n;
	const size_t take = UG_MIN(n, UG_OTHER_WORDS);
	size_t len, cue, end;
	bool more;

	*used = 0;
	begun->n = 0;
	if (had == 0 || n == 0)
		return UNGARBLE_OK;
	memcpy(joined, begun->tokens, had * sizeof(joined[0]));
	memcpy(joined + had, tokens, take * sizeof(joined[0]));
	cue = ug_other_match(joined, had + take, &len, &more);
	if (len <= had)
		return UNGARBLE_OK;
	*used = len - had;
	end = tokens[*used - 1].at + tokens[*used - 1].len;
	if (other_marked(text, 0, end))
		return UNGARBLE_OK;
	return other_note(other, (struct other_hit){ .place = begun->place,
		.record = begun->record, .in_at = begun->in_at, .in_len = 1,
		.cue = (uint16_t)cue }, work, 0, end);
}

/* Keep how a phrase begins that tokens[0..n), the last of a record, begin. */
static enum ungarble_err
other_begin(struct ug_other *other, const struct ug_record *record,
    struct ug_work *work, const struct ug_token *tokens, size_t n)
{
	struct other_begun *const begun = &other->begun;
	uint64_t in_len;

	if (n >= UG_OTHER_WORDS || other_marked(ug_work_text(work),
	    tokens[0].at, ug_work_text(work).len))
		return UNGARBLE_OK;
	memcpy(begun->tokens, tokens, n * sizeof(tokens[0]));
	begun->n = n;
	begun->place = other->place;
	begun->record = record->number;
	return other_source(work, tokens[0].at, tokens[0].len, &begun->in_at,
	    &in_len);
}

/* Look at tokens[i..n) of a record. */
static enum ungarble_err
other_look(struct ug_other *other, const struct ug_record *record,
    struct ug_work *work, const struct ug_token *tokens, size_t i, size_t n)
{
	const struct ug_text text = ug_work_text(work);
	const uint64_t first = other->place;
	enum ungarble_err err = UNGARBLE_OK;

	for (size_t len; i < n && err == UNGARBLE_OK; i += len) {
		const size_t at = tokens[i].at;
		size_t cue, end;
		bool more;

		len = 1;
		if (!ug_other_begins(tokens[i].hash))
			continue;
		other->place = first + i;
		cue = ug_other_match(tokens + i, n - i, &len, &more);
		if (len == 0) {
			len = 1;
			if (more && other->begun.n == 0)
				err = other_begin(other, record, work,
				    tokens + i, n - i);
			continue;
		}
		end = tokens[i + len - 1].at + tokens[i + len - 1].len;
		if (!other_marked(text, at, end))
			err = other_note(other, (struct other_hit){
				.place = other->place, .cue = (uint16_t)cue,
				.record = record->number }, work, at, end - at);
	}
	other->place = first + n;
	return err;
}

/* See a record that has no phrase, though the last token may begin one. */
static enum ungarble_err
other_pass_by(struct ug_other *other, const struct ug_record *record,
    struct ug_work *work, const struct ug_cues *cues)
{
	const struct ug_other_start *const last = &cues->others;
	const struct ug_token token = { .at = last->at, .len = last->len,
		.hash = last->hash, .kind = UG_TOKEN_WORD };
	const uint64_t end = other->place + cues->n;
	enum ungarble_err err = UNGARBLE_OK;

	other->begun.n = 0;
	other->place = end - 1;
	if (ug_other_start_ends(last))
		err = other_begin(other, record, work, &token, 1);
	other->place = end;
	return err;
}

/* Enter the block of a record: what was before it does not count. */
static void
other_enter(struct ug_other *other, const struct ug_record *record)
{
	if (other->setup.no_memory ||
	    other->block != record->in_at / UG_BLOCK_LEN)
		other->n = other->begun.n = 0;
	other->block = record->in_at / UG_BLOCK_LEN;
}

enum ungarble_err
ug_other_see(struct ug_other *other, const struct ug_record *record,
    struct ug_work *work, const struct ug_cues *cues)
{
	const struct ug_token_list *tokens;
	enum ungarble_err err;
	size_t used;

	if (other == NULL)
		return UNGARBLE_OK;
	tokens = &other->tokens;
	other_enter(other, record);
	if (cues != NULL && !cues->others.found && other->begun.n < 2)
		return other_pass_by(other, record, work, cues);
	err = ug_token_list_read(&other->tokens, ug_work_text(work),
	    cues != NULL ? cues->region : 0);
	if (err == UNGARBLE_OK)
		err = other_go_on(other, work, tokens->v, tokens->n, &used);
	if (err == UNGARBLE_OK)
		err = other_look(other, record, work, tokens->v, used,
		    tokens->n);
	return err;
}

bool
ug_other_waits(struct ug_other *other)
{
	other_forget(other, other->place);
	return other->n > 0 || other->begun.n > 0;
}
