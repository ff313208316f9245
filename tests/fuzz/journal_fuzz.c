/*
 * journal_fuzz.c - journals that are whole, spoiled, forged or none at all
 *
 * Four bytes choose, pairs of a place and a value spoil, the rest is an input
 * that goes through a stream.  What a journal gives back of the stream's output
 * is the input; of one that is spoiled, even if its frames are sealed anew, and
 * of a text that is, it is the input's beginning, and without success.  Memory
 * is bounded.
 */
#include "fuzz.h"
#include "journal/format.h"
#include "journal/xxh64.h"
#include "stream/harness.h"
#include "ungarble_journal.h"

#define SPOILED_MAX 16
#define MEMORY_MAX  ((size_t)24 << 20)

struct fuzzed {
	struct ungarble_journal *writer;
	struct bytes out, journal, back;
	size_t read_at;
	size_t held, peak;
};

/* ---- there ---- */

static int
on_write(void *user, const char *s, size_t len)
{
	bytes_add(&((struct fuzzed *)user)->out, s, len);
	return 0;
}

static int
on_journal(void *user, const char *s, size_t len)
{
	bytes_add(&((struct fuzzed *)user)->journal, s, len);
	return 0;
}

static int
on_piece(void *user, const struct ungarble_piece *piece)
{
	struct fuzzed *const f = user;

	FUZZ_CHECK(ungarble_journal_piece(f->writer, piece) == UNGARBLE_OK);
	if (piece->record % 3 == 0)
		FUZZ_CHECK(ungarble_journal_flush(f->writer) == UNGARBLE_OK);
	return 0;
}

static void
there(struct fuzzed *f, const struct fuzz_input *in, unsigned from)
{
	static const char *const froms[] = { "shift_jis", "utf-16le",
		"windows-1251", "gb18030", "iso-2022-jp", "utf-7", "ibm037" };
	struct ungarble_journal_options journal = UNGARBLE_JOURNAL_OPTIONS_INIT;
	struct ungarble_options opts = UNGARBLE_OPTIONS_INIT;
	struct ungarble *ug;

	journal.name = "a name";
	journal.write = on_journal;
	journal.user = opts.user = f;
	opts.write = on_write;
	opts.piece = on_piece;
	opts.fixes = "all";
	opts.from = from < 7 ? froms[from] : NULL;
	FUZZ_CHECK(ungarble_journal_open(&f->writer, &journal) == UNGARBLE_OK);
	FUZZ_CHECK(ungarble_open(&ug, &opts) == UNGARBLE_OK);
	FUZZ_CHECK(ungarble_feed(ug, in->s, in->len) == UNGARBLE_OK);
	FUZZ_CHECK(ungarble_finish(ug) == UNGARBLE_OK);
	FUZZ_CHECK(ungarble_journal_finish(f->writer) == UNGARBLE_OK);
	ungarble_close(ug);
	ungarble_journal_close(f->writer);
}

/* ---- and back ---- */

static void *
on_resize(void *user, void *ptr, size_t size)
{
	struct fuzzed *const f = user;
	size_t *head = ptr != NULL ? (size_t *)ptr - 2 : NULL;

	f->held -= head != NULL ? *head : 0;
	if (size == 0) {
		free(head);
		return NULL;
	}
	head = realloc(head, size + 2 * sizeof(*head));
	FUZZ_CHECK(head != NULL);
	*head = size;
	f->held += size;
	if (f->held > f->peak)
		f->peak = f->held;
	return head + 2;
}

static long
on_read(void *user, char *s, size_t len)
{
	struct fuzzed *const f = user;
	const size_t left = f->journal.len - f->read_at;

	len = len < left ? len : left;
	len -= len > 1 ? len / 3 : 0;
	if (len > 0)
		memcpy(s, f->journal.s + f->read_at, len);
	f->read_at += len;
	return (long)len;
}

static int
on_back(void *user, const char *s, size_t len)
{
	bytes_add(&((struct fuzzed *)user)->back, s, len);
	return 0;
}

static enum ungarble_err
back(struct fuzzed *f, size_t most)
{
	struct ungarble_restore_options opts = UNGARBLE_RESTORE_OPTIONS_INIT;
	struct ungarble_restore *restore;
	enum ungarble_err err, checked;

	opts.read = on_read;
	opts.write = on_back;
	opts.resize = on_resize;
	opts.user = f;
	f->back.len = f->read_at = 0;
	err = ungarble_restore_open(&restore, &opts);
	for (size_t at = 0; err == UNGARBLE_OK && at < f->out.len; at += most)
		err = ungarble_restore_feed(restore, f->out.s + at,
		    f->out.len - at < most ? f->out.len - at : most);
	if (err == UNGARBLE_OK)
		err = ungarble_restore_finish(restore);
	ungarble_restore_close(restore);
	f->read_at = 0;
	checked = ungarble_journal_check(&opts);
	FUZZ_CHECK(checked == UNGARBLE_OK || checked == UNGARBLE_EJOURNAL);
	FUZZ_CHECK(err != UNGARBLE_OK || checked == UNGARBLE_OK);
	FUZZ_CHECK(err == UNGARBLE_OK || err == UNGARBLE_EJOURNAL ||
	    err == UNGARBLE_EMISMATCH);
	FUZZ_CHECK(f->held == 0 && f->peak <= MEMORY_MAX);
	return err;
}

/* ---- spoiled ---- */

static void
spoil(struct bytes *bytes, struct fuzz_input *in, unsigned n)
{
	while (n-- > 0 && bytes->len > 0) {
		const size_t high = fuzz_byte(in);
		const size_t at = (high << 8 | fuzz_byte(in)) % bytes->len;

		bytes->s[at] = (char)fuzz_byte(in);
	}
}

/*
 * Put right the hashes of frames, as far as there are frames: what they hold is
 * believed then.
 */
static void
seal(struct bytes *journal)
{
	struct ug_cursor at = { (unsigned char *)journal->s, journal->len,
		UG_JOURNAL_MAGIC_LEN, false };
	uint64_t hash = 0;

	while (at.at < at.len) {
		const uint64_t len = ug_get_number(&at);
		const char *const payload = ug_get_bytes(&at, len);
		const size_t end = at.at;

		(void)ug_get_hash(&at);
		if (payload == NULL || at.bad)
			return;
		hash = ug_xxh64(payload, (size_t)len, hash);
		for (size_t i = 0; i < 8; i++)
			journal->s[end + i] = (char)(hash >> 8 * i);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_input in = { data, size };
	const unsigned how = fuzz_byte(&in), from = fuzz_byte(&in) % 16;
	const size_t most = 1 + fuzz_byte(&in) * 16;
	const unsigned n = fuzz_byte(&in) % SPOILED_MAX;
	struct fuzz_input spoils = in, text = in;
	struct fuzzed f = { 0 };
	bool same = true;

	text.s += text.len < 3 * n ? text.len : 3 * n;
	text.len -= text.len < 3 * n ? text.len : 3 * n;
	spoils.len -= text.len;
	there(&f, &text, from);
	FUZZ_CHECK(back(&f, most) == UNGARBLE_OK);
	FUZZ_CHECK(f.back.len == text.len && (text.len == 0 ||
	    memcmp(f.back.s, text.s, text.len) == 0));
	if (how % 4 == 0) { /* no journal */
		f.journal.len = 0;
		bytes_add(&f.journal, text.s, text.len);
		FUZZ_CHECK(back(&f, most) == UNGARBLE_EJOURNAL);
		same = false;
	} else if (how % 4 == 1) {
		spoil(&f.out, &spoils, n);
	} else {
		spoil(&f.journal, &spoils, n);
		if (how % 4 == 3)
			seal(&f.journal);
		if (how / 4 % 8 == 0 && f.journal.len > 0)
			f.journal.len -= 1 + n * 7 % f.journal.len;
	}
	/* Whatever it says of the rest, what it writes is right. */
	if (same && back(&f, most) == UNGARBLE_OK)
		FUZZ_CHECK(f.back.len == text.len);
	FUZZ_CHECK(f.back.len <= text.len && (f.back.len == 0 ||
	    memcmp(f.back.s, text.s, f.back.len) == 0));
	bytes_free(&f.out);
	bytes_free(&f.journal);
	bytes_free(&f.back);
	return 0;
}
